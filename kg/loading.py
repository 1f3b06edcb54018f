"""The store of a new graph, loaded while its Turtle is still being made.

Loading is half of what follows resolution, and runs outside the interpreter's lock. A loader sorts when it has read all, so that the graph is loaded
in a few large parts, by a thread for each process that there may be, and little is left to do when the last is there. Where a build before left a
store, that one is changed instead (:func:`kg.store.renew`), for which the whole file has to be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

from kg import store

_PART = 1 << 23  # bytes of Turtle that are loaded at once, at least; small parts make a large store
_SHARE = 2  # of what was loaded before, a part is at least half: a huge graph has few parts, too


@contextmanager
def loading(target: Path, before: Path, threads: int = 1) -> Iterator[Loading]:
    """Loads the store ``target``, which may go on from one in the folder ``before``. Nobody works on it any more when the block ends."""
    with ThreadPoolExecutor(2) as steps:
        one = Loading(steps, target, before, threads)
        try:
            yield one
        except BaseException:
            one.abandoned = True
            raise
        finally:
            one.stop()


class Loading:
    """A store in the making."""

    def __init__(self, steps: ThreadPoolExecutor, target: Path, before: Path, threads: int) -> None:
        self._steps, self._target, self._before, self._threads = steps, target, before, threads
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()
        self._loaded: Future[None] | None = None
        self.abandoned = False
        if not store.is_renewable(before / target.name):
            self._loaded = steps.submit(store.load, self._parts(), target, threads)

    def feed(self, turtle: Iterable[bytes]) -> None:
        """More of the graph, in no order; a piece has whole sentences, and the first one has the prefixes."""
        if self._loaded:
            for piece in turtle:
                self._waiting.put(piece)

    def written(self, file: Path) -> None:
        """Told when all was fed, and the Turtle file is there."""
        self.stop()
        self._loaded = self._steps.submit(self._finish, file, self._loaded)

    def wait(self) -> None:
        """Until the store is there. Raises :class:`kg.errors.OutputError`."""
        if self._loaded:
            self._loaded.result()

    def _finish(self, file: Path, loaded: Future[None] | None) -> None:
        if loaded:
            loaded.result()
            store.sign(file, self._target)
        else:
            store.renew(file, self._target, self._before)

    def stop(self) -> None:
        """Nothing more comes."""
        self._waiting.put(None)

    def _parts(self) -> Iterator[bytes]:
        """What was fed, in Turtle files of their own."""
        header, pieces, size, loaded = self._waiting.get() or b"", list[bytes](), 0, 0
        while (piece := self._waiting.get()) is not None and not self.abandoned:
            pieces.append(piece)
            size += len(piece)
            if size >= max(_PART, loaded // _SHARE):
                yield b"".join((header, *pieces))
                loaded += size
                pieces, size = [], 0
        for n in range(self._threads):  # so that none ends long after the others
            yield b"".join((header, *pieces[n :: self._threads]))
