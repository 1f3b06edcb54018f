"""The store of a new graph, loaded while its Turtle is still being made.

Loading is half of what follows resolution, and runs outside the interpreter's lock: one thread gives the loader what there is by a pipe, the other
waits for it. Where a build before left a store, that one is changed instead (:func:`kg.store.renew`), for which the whole file has to be there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue

from kg import store


@contextmanager
def loading(target: Path, before: Path) -> Iterator[Loading]:
    """Loads the store ``target``, which may go on from one in the folder ``before``. Nobody works on it any more when the block ends."""
    with ThreadPoolExecutor(3) as threads:
        one = Loading(threads, target, before)
        try:
            yield one
        except BaseException:
            one.abandoned = True
            raise
        finally:
            one.stop()


class Loading:
    """A store in the making."""

    def __init__(self, threads: ThreadPoolExecutor, target: Path, before: Path) -> None:
        self._threads, self._target, self._before = threads, target, before
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()
        self._loaded: Future[None] | None = None
        self.abandoned = False
        if Path("/dev/fd").exists() and not store.is_renewable(before / target.name):
            source, sink = os.pipe()
            self._loaded = threads.submit(self._load, source)
            threads.submit(self._pass_on, sink)

    def feed(self, turtle: Iterable[bytes]) -> None:
        """More of the graph, in no order; a piece has whole sentences."""
        if self._loaded:
            for piece in turtle:
                self._waiting.put(piece)

    def written(self, file: Path) -> None:
        """Told when all was fed, and the Turtle file is there."""
        self.stop()
        self._loaded = self._threads.submit(self._finish, file, self._loaded)

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

    def _load(self, source: int) -> None:
        try:
            store.load(Path(f"/dev/fd/{source}"), self._target)
        finally:
            os.close(source)  # whoever still writes is told by an error

    def _pass_on(self, sink: int) -> None:
        with suppress(BrokenPipeError), open(sink, "wb") as pipe:
            while (piece := self._waiting.get()) is not None and not self.abandoned:
                pipe.write(piece)
