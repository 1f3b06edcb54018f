"""Worker processes that answer one task at a time, and are killed when a task takes too long or its asker has gone."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import WorkerError
from kg.processes import interrupts_wait
from kg.serve.tasks import Answer, Task, sentence

T = TypeVar("T")
_SPAWN = multiprocessing.get_context("spawn")
_START_SECONDS = 60.0  # until a process is ready, on a busy machine
_PATIENCE_SECONDS = 60.0  # for a worker
_PAUSE_SECONDS = 1.0  # before another process is tried when one died as it started


@dataclass(frozen=True, slots=True)
class Limits:
    """What a task may take."""

    workers: int = 4  # tasks at once
    seconds: float = 30.0  # a task
    waiting: int = 256  # tasks that wait for a worker; further ones are refused
    memory: int = 512 * 2**20  # bytes a worker beyond what it needs to start; 0 for any amount
    result: int = 64 * 2**20  # bytes of an answer


#: The life of a worker: it says None when it is ready, then an answer a task, until the pipe ends.
Life = Callable[[Connection, Path, Limits, Path], None]


class _Worker:
    """One process. Its methods block, and run in threads."""

    def __init__(self, life: Life, graph: Path, limits: Limits, scratch: Path) -> None:
        self._link, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_live, args=(theirs,), daemon=True)
        with interrupts_wait():
            self._process.start()
        theirs.close()  # so that its death is an end of file here
        self._born = (life, graph, limits, scratch)

    def begin(self) -> None:
        """Wait until it is ready. Raises :class:`WorkerError` where it dies instead."""
        try:
            self._link.send(self._born)  # not as arguments: those that outgrow a pipe are waited for without end where the process dies too soon
            if self._link.poll(_START_SECONDS) and self._link.recv() is None:
                return
        except (EOFError, OSError):
            pass
        self.end()
        raise WorkerError(f"A worker process died as it started ({self._process.exitcode}); is there memory left?")

    def answer(self, task: Task, seconds: float) -> Answer:
        """Raises TimeoutError, or EOFError where the process dies; it is of no use then."""
        self._link.send(task)
        if not self._link.poll(seconds):
            raise TimeoutError
        answer: Answer = self._link.recv()
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        self.end()
        self._link.close()


def _live(link: Connection) -> None:
    """What a process does: the life that it is sent."""
    with contextlib.suppress(EOFError, ConnectionError):  # the first process is gone
        life, *belongings = link.recv()
        life(link, *belongings)


class Pool:
    """A fixed number of workers, and a queue before them."""

    def __init__(self, life: Life, graph: Path, limits: Limits) -> None:
        self.limits = limits
        self.waiting = 0  # tasks without a worker
        self._life, self._graph = life, graph
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all: set[_Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(2 * limits.workers, thread_name_prefix="kg-serve")  # those that answer, and those that begin
        self._scratch = Path()
        self._closing = False

    async def open(self) -> None:
        """Start the workers. Raises :class:`WorkerError` where the first of them cannot start."""
        self._scratch = Path(tempfile.mkdtemp(prefix="kg-serve-"))
        await self._hire()
        for _ in range(self.limits.workers - 1):
            self._replace()

    async def close(self) -> None:
        """End them all, and leave no file behind."""
        self._closing = True
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in list(self._all):
            worker.end()
        self._threads.shutdown(wait=True)
        for worker in list(self._all):
            worker.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    @property
    def ready(self) -> int:
        """How many workers are alive."""
        return len(self._all)

    async def ask(self, task: Task) -> Answer:
        """The answer to a task; a failure is an answer too. Cancelled, it ends the worker that is busy with it."""
        if self.waiting >= self.limits.waiting:
            return _busy()
        try:
            worker = await self._worker()
        except TimeoutError:
            return _busy()
        fit = False
        try:
            answer = await self._in_thread(worker.answer, task, self.limits.seconds)
            fit = True
            return answer
        except TimeoutError:
            return sentence(504, f"The answer took longer than {self.limits.seconds:g} seconds; ask for less, or start kg serve with more --timeout.")
        except (EOFError, OSError):
            return sentence(500, f"The answer needed more memory than {self.limits.memory // 2**20} MB, or its process was ended; ask for less, "
                                 "for instance without ORDER BY and DISTINCT, or start kg serve with more --memory.")  # fmt: skip
        finally:
            if fit:
                self._idle.put_nowait(worker)
            else:
                self._dismiss(worker)

    async def _worker(self) -> _Worker:
        if not self._idle.empty():
            return self._idle.get_nowait()
        self.waiting += 1
        try:
            return await asyncio.wait_for(self._idle.get(), _PATIENCE_SECONDS)
        finally:
            self.waiting -= 1

    def _dismiss(self, worker: _Worker) -> None:
        """Kill it at once; a new one starts in the background."""
        worker.end()
        self._all.discard(worker)
        self._replace()

    def _replace(self) -> None:
        if self._closing:
            return
        task = asyncio.get_running_loop().create_task(self._hire_surely())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _hire_surely(self) -> None:
        while True:
            with contextlib.suppress(WorkerError):
                return await self._hire()
            await asyncio.sleep(_PAUSE_SECONDS)

    async def _hire(self) -> None:
        worker = _Worker(self._life, self._graph, self.limits, self._scratch)
        self._all.add(worker)
        try:
            await self._in_thread(worker.begin)
        except BaseException:
            worker.end()
            self._all.discard(worker)
            raise
        self._idle.put_nowait(worker)

    async def _in_thread(self, call: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, *arguments)


def _busy() -> Answer:
    return sentence(503, "All workers are busy and the queue is full; try again in some seconds.", **{"Retry-After": "2"})
