"""Work beside one's own, in a process that is forked: it sees all that is there, nothing is sent to it, and what it makes comes back.

For pure functions of much data. Where no process can be had (Windows and macOS do not fork safely, a worker has no workers), or it dies, the work is
done here instead, so that nothing but time depends on it.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from kg.workers import interrupts_wait

T = TypeVar("T")
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


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


def possible() -> bool:
    """Whether a process can be had here."""
    return sys.platform == "linux" and not multiprocessing.current_process().daemon


@contextmanager
def beside(work: Callable[[], T], processes: int) -> Iterator[Result[T]]:
    """Do the work in another process while the block runs; with one process only, or where none can be had, when its result is asked for.

    The process does not outlive the block.
    """
    if processes < 2 or not possible():
        yield Result(work, None)
        return
    fork = multiprocessing.get_context("fork")
    link, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_work, args=(work, theirs, os.getpid()), daemon=True)
    with interrupts_wait(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that are there: they are numpy's, which minds forks
        process.start()
    theirs.close()  # so that its death is an end of file here
    try:
        yield Result(work, link)
    finally:
        process.terminate()
        process.join()
        link.close()


def _work(work: Callable[[], T], link: Connection, first: int) -> None:
    """The life of a process. What fails is done again by the first process, which tells the failure."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the first process may have its own way to end; this one ends in silence
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)  # with the first process all end: locks that it held are open here, too
    if os.getppid() != first:
        return
    try:
        link.send(work())
    except Exception:
        link.close()
