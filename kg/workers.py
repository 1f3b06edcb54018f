"""Items spread over processes, so that the death of a process loses nothing. What is done with an item is the caller's business.

Processes are forked, so that they share what was loaded before, or spawned. One that dies (killed, or out of memory) leaves a batch; what it had
not answered of it is given out once more, and then item by item. An item at which a process dies even then is given up.
"""

from __future__ import annotations

import contextlib
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from kg.errors import KgError, WorkerError
from kg.processes import forked, spawned

#: Answers items one by one, in their order.
Work: TypeAlias = Callable[[Iterable[Any]], Iterator[bytes]]
#: Makes the work, once in each process.
Start: TypeAlias = Callable[[], Work]

_MOST_STILLBORN = 3
_SMALLEST = 10  # of a batch's size is that of the last batches
_OUT_OF_MEMORY = 137  # exit code


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of an answer: the processes that worked on the item died."""

    reason: str  # "killed by signal 9"


@dataclass(frozen=True, slots=True)
class _Batch:
    numbers: tuple[int, ...]  # of the items
    again: bool = False  # a process died with it before


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    link: Connection
    ready: bool = False
    left: deque[int] = field(default_factory=deque)  # numbers of its batch that it has not answered
    again: bool = False


def spread(items: Sequence[Any], sizes: Sequence[int], batch: int, start: Start, processes: int, fork: bool) -> Iterator[tuple[int, bytes | Lost]]:
    """The number of each item with its answer, as answers come.

    A batch holds items of the size ``batch`` in all, the last ones less; the largest go first, so that no process ends long after the others.
    ``start`` has to be picklable unless processes are forked; what it or its work raises is raised here. Raises WorkerError when process after
    process dies before it is ready. No process outlives this.
    """
    waiting = deque(map(_Batch, batches(sizes, batch, processes)))
    team: list[_Worker] = []
    stillborn = 0
    try:
        while waiting or any(worker.left for worker in team):
            while len(team) < processes and len(team) < len(waiting) + sum(bool(worker.left) for worker in team):
                team.append(_hire(start, fork))
            for worker in team:
                if worker.ready and not worker.left and waiting:
                    _give(worker, waiting.popleft(), items)
            ready = wait([worker.link for worker in team])
            for worker in [worker for worker in team if worker.link in ready]:
                try:
                    answer = worker.link.recv()
                except (EOFError, OSError):
                    team.remove(worker)
                    reason = _end(worker)
                    stillborn += not worker.ready
                    if stillborn > _MOST_STILLBORN:
                        raise WorkerError(f"Worker processes die as they start ({reason}); use fewer, or --workers 1 for none.") from None
                    yield from _give_out_again(worker, reason, waiting)
                else:
                    yield from _take(worker, answer)
    finally:
        for worker in team:
            worker.process.terminate()
        for worker in team:
            worker.process.join()
            worker.link.close()


def batches(sizes: Sequence[int], most: int, processes: int) -> Iterator[tuple[int, ...]]:
    """The numbers of items, the largest first, in groups of about the size ``most``, and at the end of less: half of what each process still gets."""
    numbers: list[int] = []
    total, left = 0, sum(sizes)
    least = min(most, left // (2 * processes)) // _SMALLEST
    for number in sorted(range(len(sizes)), key=lambda n: (-sizes[n], n)):
        if numbers and total + sizes[number] > max(least, min(most, left // (2 * processes))):
            yield tuple(numbers)
            left -= total
            numbers, total = [], 0
        numbers.append(number)
        total += sizes[number]
    if numbers:
        yield tuple(numbers)


def _hire(start: Start, fork: bool) -> _Worker:
    link, theirs = Pipe()
    process = forked(_serve, (start, theirs)) if fork else spawned(_serve_anew, (theirs,))
    theirs.close()  # so that its death is an end of file here
    if not fork:
        with contextlib.suppress(OSError):
            link.send(start)  # not as an argument: one that outgrows a pipe is waited for without end where the process dies before it has read it
    return _Worker(process, link)


def _give(worker: _Worker, batch: _Batch, items: Sequence[Any]) -> None:
    worker.left, worker.again = deque(batch.numbers), batch.again
    with contextlib.suppress(OSError):  # a dead one is noticed when it is listened to
        worker.link.send((batch.numbers, [items[number] for number in batch.numbers]))


def _take(worker: _Worker, answer: Any) -> Iterator[tuple[int, bytes]]:
    if isinstance(answer, Exception):
        raise answer
    if answer is None:
        worker.ready = True
        return
    worker.left.remove(answer[0])
    yield answer


def _end(worker: _Worker) -> str:
    """How a dead process died."""
    worker.link.close()
    worker.process.join()
    code = worker.process.exitcode or 0
    if code == _OUT_OF_MEMORY:
        return "out of memory"
    return f"killed by signal {-code}" if code < 0 else f"exit code {code}"


def _give_out_again(worker: _Worker, reason: str, waiting: deque[_Batch]) -> Iterator[tuple[int, Lost]]:
    """What a dead process had not answered waits again, or is given up."""
    if not worker.again and worker.left:
        waiting.appendleft(_Batch(tuple(worker.left), again=True))
    elif len(worker.left) == 1:
        yield worker.left[0], Lost(reason)
    else:
        waiting.extendleft(_Batch((number,), again=True) for number in reversed(worker.left))


def _serve_anew(link: Connection) -> None:
    """The life of a worker that was spawned."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        start = link.recv()
    except (EOFError, ConnectionError):
        return
    _serve(start, link)


def _serve(start: Start, link: Connection) -> None:
    """What a worker does until nothing more comes."""
    try:
        work = start()
        link.send(None)
        while True:
            numbers, items = link.recv()
            for number, packed in zip(numbers, work(items), strict=True):
                link.send((number, packed))
    except (EOFError, ConnectionError):
        return  # the first process is gone
    except KgError as error:
        link.send(error)
    except MemoryError:  # as bad as being killed for it
        os._exit(_OUT_OF_MEMORY)
    except Exception as error:
        bug = RuntimeError(f"{type(error).__name__}: {error}")
        bug.add_note(traceback.format_exc())
        link.send(bug)
