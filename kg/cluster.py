"""Items spread over the workers of a Dask cluster: what :mod:`kg.workers` does on one machine, on many.

The work is made once in each worker process and stays there. A worker that dies costs what it had not delivered, which Dask gives to others; a
batch at which worker after worker dies comes apart into its items, and an item at which they die even then, with nothing else under way, is given
up. What ends the whole (no worker is left, the scheduler dies) is a WorkerError. This module needs the extra ``cluster``.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from typing import Any

import dask
from distributed import Client, KilledWorker, LocalCluster, WorkerPlugin, get_worker, wait
from distributed.comm.addressing import get_address_host_port

from kg.errors import WorkerError
from kg.workers import Lost, Start, Work, batches

LOCAL = "local"
_PLUGIN = "newskg"
_AHEAD = 3  # batches a thread, so that none waits for the next one and the scheduler never holds a million
_PATIENCE = 30  # seconds without a result, after which somebody looks whether there are workers at all


def spread(items: Sequence[Any], sizes: Sequence[int], batch: int, start: Start, address: str, processes: int) -> Iterator[tuple[int, bytes | Lost]]:
    """The number of each item with its answer, as answers come; the arguments are those of :func:`kg.workers.spread`.

    ``address`` is a scheduler's ("tcp://10.0.0.5:8786"), or "local" for a cluster of ``processes`` on this machine that ends with this. What
    ``start`` or its work raises is raised here. Raises WorkerError when the cluster cannot be reached or does not last.
    """
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        client = _connected(stack, address, processes, start)
        suspects: list[int] = []
        threads = max(1, sum(client.nthreads().values()))
        groups = deque(batches(sizes, batch, threads))
        for numbers, answers in _finished(client, items, groups, _AHEAD * threads):
            if isinstance(answers, Lost):
                suspects += numbers
            else:
                yield from zip(numbers, answers, strict=True)
        for (number,), answers in _finished(client, items, deque((number,) for number in suspects), 1):
            yield number, answers if isinstance(answers, Lost) else answers[0]


@contextmanager
def _quiet() -> Iterator[None]:
    """That workers die is the business of this module, not of a log on the terminal."""
    log = logging.getLogger("distributed")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _connected(stack: ExitStack, address: str, processes: int, start: Start) -> Any:
    """A client of the cluster, whose workers know what the work is, those that join it later too."""
    try:
        where: Any = address
        if address == LOCAL:
            options: dict[str, Any] = {"threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None, "memory_limit": None}
            stack.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": 1}))  # once more, as in kg.workers
            where = stack.enter_context(LocalCluster(n_workers=processes, silence_logs=logging.CRITICAL, **options))
        else:
            get_address_host_port(address, strict=True)  # a client with a bad one would not end before a minute is over
        client: Any = stack.enter_context(Client(where, timeout=_PATIENCE, set_as_default=False))
        stack.enter_context(client.as_current())
        client.wait_for_workers(1, timeout=_PATIENCE)
        client.register_plugin(_Plugin(start), _PLUGIN)
        return client
    except ModuleNotFoundError as error:
        raise WorkerError(f"The workers of the cluster at {address} lack the module {error.name}; install this version of newskg there.") from error
    except TimeoutError as error:
        raise WorkerError(f"No cluster with a worker answers at {address} within {_PATIENCE} s; start one, or mend the address.") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise WorkerError(f"The cluster {address} cannot be used ({error}); give one, for instance tcp://10.0.0.5:8786.") from error


def _finished(client: Any, items: Sequence[Any], waiting: deque[tuple[int, ...]], ahead: int) -> Iterator[tuple[tuple[int, ...], list[bytes] | Lost]]:
    """The numbers of each batch, with its answers or with how it ended. Never more than ``ahead`` batches are under way."""
    under_way: dict[Any, tuple[int, ...]] = {}
    while waiting or under_way:
        while waiting and len(under_way) < ahead:
            numbers = waiting.popleft()
            under_way[client.submit(_answer, [items[number] for number in numbers], pure=False)] = numbers
        for future in _done(client, list(under_way)):
            failure = future.exception() if future.status == "error" else None
            if failure is not None and not isinstance(failure, KilledWorker):
                raise failure
            yield under_way.pop(future), Lost("worker after worker of the cluster died") if failure else _delivered(future)


def _done(client: Any, futures: list[Any]) -> Iterable[Any]:
    """Those that have ended, none while nothing happens."""
    try:
        ended: set[Any] = wait(futures, timeout=_PATIENCE, return_when="FIRST_COMPLETED").done
        return ended
    except TimeoutError:
        if client.nthreads():
            return ()
        raise WorkerError("The cluster has no worker left; start one and try again: what was read is kept.") from None
    except (OSError, CancelledError) as error:
        raise _gone() from error


def _delivered(future: Any) -> list[bytes]:
    try:
        answers: list[bytes] = future.result()
        return answers
    except (OSError, CancelledError) as error:
        raise _gone() from error


def _gone() -> WorkerError:
    return WorkerError("The scheduler of the cluster is gone; start it and try again: what was read is kept.")


class _Plugin(WorkerPlugin):
    """What a worker process keeps from batch to batch. Its threads take turns: the parser is not made for several at once."""

    def __init__(self, start: Start) -> None:
        self._start = start

    def setup(self, worker: Any) -> None:
        self._turn = threading.Lock()
        self._work: Work | None = None

    def answers(self, items: Sequence[Any]) -> list[bytes]:
        with self._turn:
            self._work = self._work or self._start()
            return list(self._work(items))


def _answer(items: Sequence[Any]) -> list[bytes]:
    plugin: Any = get_worker().plugins[_PLUGIN]
    answers: list[bytes] = plugin.answers(items)
    return answers
