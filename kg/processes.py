"""Processes of this program's own: how many there may be, and what one that is forked has to mind."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import Any

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def forkable() -> bool:
    """Whether this process can be forked: Windows and macOS do not fork safely, and a worker has no workers."""
    return sys.platform == "linux" and not multiprocessing.current_process().daemon


def forked(work: Callable[..., None], arguments: tuple[Any, ...]) -> BaseProcess:
    """A process that has all that is there already, and works on it. It ends with the first one."""
    process = multiprocessing.get_context("fork").Process(target=_live, args=(work, arguments, os.getpid()), daemon=True)
    with interrupts_wait(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that are there: they are numpy's, which minds forks
        process.start()
    return process


def spawned(work: Callable[..., None], arguments: tuple[Any, ...]) -> BaseProcess:
    """A process that begins with nothing; the work is sent to it."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=arguments, daemon=True)
    with interrupts_wait():
        process.start()
    return process


@contextmanager
def interrupts_wait() -> Iterator[None]:
    """Ctrl-C goes to every process at a terminal. One that starts meanwhile inherits that it hears nothing of it; the first process ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _live(work: Callable[..., None], arguments: tuple[Any, ...], first: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the first process may have its own way to end; this one ends in silence
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)  # with the first process all end: locks that it held are open here, too
    if os.getppid() == first:
        work(*arguments)
