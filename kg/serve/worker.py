"""The life of a worker process: it holds the graph open, answers a task at a time, and has a bound on its memory."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import Store

from kg.errors import KgError, OutputError, QueryError
from kg.serve.pool import Limits
from kg.serve.sink import Sink
from kg.serve.site import Site
from kg.serve.sparql import ask, describe
from kg.serve.tasks import Answer, Ask, Describe, Task, sentence
from kg.store import open_store


def live(link: Connection, graph: Path, limits: Limits, scratch: Path) -> None:
    """Answer what comes through the pipe until it ends. A failure is an answer; only the end of the process is none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides when it is time to go
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    here = _Graph(graph)
    with contextlib.suppress(OutputError):  # told when somebody asks
        here.site()
    _bound_memory(limits.memory)
    if not os.environ.get("KG_DEBUG"):  # the last words of one that wants too much memory are told in the answer
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    try:
        link.send(None)
        while True:
            task: Task = link.recv()
            link.send(_answer(task, here, lambda: Sink(scratch, limits.result)))
    except (EOFError, ConnectionError):
        return  # the first process is gone


class _Graph:
    """The store of an output folder, opened again when another build has taken its place."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._seen: tuple[int, int] | None = None
        self._site: Site | None = None

    def site(self) -> Site:
        """Raises :class:`OutputError` where there is no graph (any more, or for a moment)."""
        try:
            found = os.stat(self._output / "store" / "CURRENT")
        except OSError as error:
            raise OutputError(f"The folder {self._output.name} holds no graph at the moment; build it, then ask again.") from error
        if self._site is None or self._seen != (found.st_ino, found.st_mtime_ns):
            self._site, self._seen = None, None
            store: Store = open_store(self._output)
            self._site, self._seen = Site(store), (found.st_ino, found.st_mtime_ns)
        return self._site


def _answer(task: Task, graph: _Graph, sink: Callable[[], Sink]) -> Answer:
    try:
        site = graph.site()
    except OutputError as error:  # it is just being replaced, or gone
        return sentence(503, str(error), **{"Retry-After": "5"})
    try:
        if isinstance(task, Ask):
            return ask(site.store, task, sink())
        if isinstance(task, Describe):
            return describe(site.store, task)
        return site.answer(task)
    except QueryError as error:
        return sentence(400, str(error))
    except KgError as error:
        return sentence(500, str(error))
    except MemoryError:
        raise
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            traceback.print_exc()
        return sentence(500, f"This is a bug in newskg ({type(error).__name__}: {error}); KG_DEBUG=1 shows where.")


def _bound_memory(most: int) -> None:
    """Let the process have so many bytes more; the system refuses further ones, and then it ends. Only where systems know such a limit."""
    if not most or not sys.platform.startswith("linux"):
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + most
    with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
