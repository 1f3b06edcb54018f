"""Work in several processes: every item is answered, whoever dies. The processes and their deaths are real."""

from __future__ import annotations

import functools
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, WorkerError
from kg.processes import cores, forkable
from kg.workers import Lost, batches, spread
from tests.dying import deadly, double, doubled, failing

Answers = dict[int, bytes | Lost]


def failing_at_work() -> Callable[[Iterable[int]], Iterator[bytes]]:
    return lambda items: (str(1 // (item - 3)).encode() for item in items)


def dying_at_once() -> Callable[[Iterable[int]], Iterator[bytes]]:
    os._exit(3)


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.skipif(not forkable(), reason="processes are not forked here"))])
def fork(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def run(start: Callable[[], Any], items: int = 10, batch: int = 3, processes: int = 2, fork: bool = False) -> Answers:
    return dict(spread(range(items), [1] * items, batch, start, processes, fork))


@pytest.mark.parametrize(("items", "batch", "processes"), [(0, 3, 2), (1, 3, 2), (10, 3, 2), (10, 1, 3), (10, 100, 2)])
def test_every_item_is_answered(items: int, batch: int, processes: int, fork: bool) -> None:
    assert run(double, items, batch, processes, fork) == doubled(items)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("deaths", [1, 2])
def test_a_process_that_dies_loses_nothing(tmp_path: Path, deaths: int, fork: bool) -> None:
    assert run(functools.partial(deadly, tmp_path, 4, deaths), items=40, fork=fork) == doubled(40)
    assert len(list(tmp_path.iterdir())) == deaths


def test_the_item_that_kills_is_given_up_and_no_other(tmp_path: Path, fork: bool) -> None:
    answers = run(functools.partial(deadly, tmp_path, 4, 99), items=40, fork=fork)
    assert answers.pop(4) == Lost("killed by signal 9")
    assert answers == {item: answer for item, answer in doubled(40).items() if item != 4}
    assert len(list(tmp_path.iterdir())) == 3, "the batch, the batch once more, the item"


@pytest.mark.parametrize(("most", "processes"), [(25_000, 2), (25_000, 8), (400, 3), (10**9, 2)])
def test_the_last_batches_are_small(most: int, processes: int) -> None:
    sizes = [300 + 7 * n % 4_000 for n in range(500)]
    groups = list(batches(sizes, most, processes))
    assert sorted(number for group in groups for number in group) == list(range(500))
    totals = [sum(sizes[number] for number in group) for group in groups]
    assert max(totals) <= max(most, max(sizes))
    assert max(totals[-processes:]) <= max(4_300, sum(sizes) // (9 * processes))


def greedy(most: int) -> Callable[[Iterable[int]], Iterator[bytes]]:
    """Doubles; the process may have so many bytes more, and the item 7 needs far more than a forked process has lying free already."""
    import resource

    here = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (here + most, here + most))
    return lambda items: (str(2 * item).encode() for item in items if bytes(10_000_000_000 if item == 7 else 10_000_000))


@pytest.mark.skipif(sys.platform != "linux", reason="bounds the memory of processes by Linux's means")
def test_the_item_for_which_memory_is_too_small_is_given_up_and_no_other(fork: bool) -> None:
    answers = run(functools.partial(greedy, 1_000_000_000), 8, fork=fork)
    assert answers.pop(7) == Lost("out of memory")
    assert answers == doubled(7)


def test_a_failure_of_the_work_is_raised_here(fork: bool) -> None:
    with pytest.raises(InputError, match="no such thing"):
        run(functools.partial(failing, InputError("no such thing")), fork=fork)
    with pytest.raises(RuntimeError, match="ZeroDivisionError") as raised:
        run(failing_at_work, fork=fork)
    assert "Traceback" in raised.value.__notes__[0]
    assert not multiprocessing.active_children()


def test_a_process_that_cannot_start_is_no_endless_loop(fork: bool) -> None:
    with pytest.raises(WorkerError, match="exit code 3"):
        run(dying_at_once, fork=fork)


def laden(load: bytes) -> Callable[[Iterable[int]], Iterator[bytes]]:
    return double()


def test_a_process_that_dies_before_it_has_read_its_orders_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The orders are larger than a pipe holds, as those with a lexicon are."""
    assert run(functools.partial(laden, bytes(1_000_000))) == doubled()
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # an interpreter that ends at once
    with pytest.raises(WorkerError, match="exit code 1"):
        run(functools.partial(laden, bytes(1_000_000)))


def sleepy() -> Callable[[Iterable[int]], Iterator[bytes]]:
    def work(items: Iterable[int]) -> Iterator[bytes]:
        for item in items:
            yield b"asleep" if item else b"awake"
            time.sleep(600 if item else 0)

    return work


def test_no_process_outlives_an_interruption(fork: bool) -> None:
    answers = spread(range(4), [1] * 4, 1, sleepy, 2, fork)
    next(answers)
    assert len(multiprocessing.active_children()) == 2
    answers.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@pytest.mark.skipif(not forkable(), reason="processes are not forked here")
def test_a_forked_process_has_what_was_loaded_before() -> None:
    loaded = [str(n).encode() for n in range(10)]
    assert run(lambda: lambda items: (loaded[item] for item in items), fork=True) == dict(enumerate(loaded))


def test_the_cores_are_those_of_the_process() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
