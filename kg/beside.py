"""Work beside one's own, in a process that is forked: it sees all that is there, nothing is sent to it, and what it makes comes back.

For pure functions of much data. Where no process can be had (Windows and macOS do not fork safely, a worker has no workers), or it dies, the work is
done here instead, so that nothing but time depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from kg.processes import forkable, forked

T = TypeVar("T")


class Result(Generic[T]):
    """What a process makes, or is about to make."""

    def __init__(self, work: Callable[[], T], link: Connection | None) -> None:
        self._work, self._link = work, link
        self._found: list[T] = []

    def get(self) -> T:
        """Waits for it."""
        if self._link:
            try:
                self._found.append(self._link.recv())
            except (EOFError, OSError):
                pass
            finally:
                self._link = None
        if not self._found:
            self._found.append(self._work())
        return self._found[0]


@contextmanager
def beside(work: Callable[[], T], processes: int) -> Iterator[Result[T]]:
    """Do the work in another process while the block runs; with one process only, or where none can be had, when its result is asked for.

    The process does not outlive the block.
    """
    if processes < 2 or not forkable():
        yield Result(work, None)
        return
    link, theirs = Pipe(duplex=False)
    process = forked(_work, (work, theirs))
    theirs.close()  # so that its death is an end of file here
    try:
        yield Result(work, link)
    finally:
        process.terminate()
        process.join()
        link.close()


def _work(work: Callable[[], T], link: Connection) -> None:
    """The life of a process. What fails is done again by the first process, which tells the failure."""
    try:
        link.send(work())
    except Exception:
        link.close()
