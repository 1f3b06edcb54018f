"""Work in a forked process gives what it gives here, whatever happens to the process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time

import pytest

from kg.beside import beside
from kg.processes import forkable

forking = pytest.mark.skipif(not forkable(), reason="processes are not forked here")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_result_is_made_once(processes: int) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    with beside(make, processes) as result:
        assert (result.get(), result.get()) == (1, 1)
    assert made == ([1] if processes == 1 or not forkable() else [])
    assert not multiprocessing.active_children()


@forking
@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 // 0, threading.Lock])
def test_what_a_process_does_not_give_is_made_here(end: object) -> None:
    here = os.getpid()
    with beside(lambda: "made here" if os.getpid() == here else end(), 2) as result:  # type: ignore[operator]
        assert result.get() == "made here"


@forking
def test_a_process_that_is_not_needed_any_more_ends_in_silence() -> None:
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # as the command does
    try:
        with beside(lambda: signal.getsignal(signal.SIGTERM) is signal.SIG_DFL, 2) as result:
            assert result.get()
    finally:
        signal.signal(signal.SIGTERM, before)


@forking
def test_a_failure_is_told() -> None:
    with beside(lambda: 1 // 0, 2) as result, pytest.raises(ZeroDivisionError):
        result.get()


@forking
def test_no_process_outlives_its_block() -> None:
    begin = time.monotonic()
    with pytest.raises(KeyError), beside(lambda: time.sleep(60), 2):
        raise KeyError
    assert time.monotonic() - begin < 30
    assert not multiprocessing.active_children()


def wait_long(told: int) -> None:
    os.write(told, str(os.getpid()).encode())
    time.sleep(60)


@forking
def test_a_process_ends_with_the_first() -> None:
    """Which is killed while it waits."""
    begins, told = os.pipe()
    first = os.fork()
    if not first:
        with beside(lambda: wait_long(told), 2) as result:
            result.get()
        os._exit(0)
    second = int(os.read(begins, 20))
    os.kill(first, signal.SIGKILL)
    os.waitpid(first, 0)
    for _ in range(300):
        try:
            os.kill(second, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("it goes on")
