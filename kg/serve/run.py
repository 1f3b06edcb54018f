"""From a folder to a server that listens, and its end."""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.errors import InputError, WorkerError
from kg.serve.app import Doors, application
from kg.serve.pool import Limits, Pool
from kg.serve.worker import live
from kg.store import open_store

_GRACE_SECONDS = 3  # for answers that are being sent when it is time to go
_BACKLOG = 1024
_IN_USE = (errno.EADDRINUSE,)


def serve(output: Path, host: str, port: int, limits: Limits, doors: Doors, ready: Callable[[str], None]) -> None:
    """Serve the graph in ``output`` until Ctrl-C or SIGTERM; ``ready`` hears the address (port 0 takes a free one) once questions are answered.

    Raises :class:`kg.errors.OutputError` where there is no graph, :class:`InputError` where the address cannot be had,
    :class:`WorkerError` where no process that answers can start.
    """
    open_store(output)  # a sentence now rather than an error a page
    with _listening(host, port) as listening:
        config = uvicorn.Config(
            application(output, Pool(live, output, limits), doors),
            log_level="critical",
            access_log=False,
            lifespan="on",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
        server = _Server(config, lambda: ready(_address(host, listening)))
        with contextlib.suppress(KeyboardInterrupt):  # uvicorn raises once more the signal that ended it
            server.run(sockets=[listening])
        if not server.started:
            raise WorkerError("The processes that answer cannot start; is there memory left? Start with fewer --workers.")


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError, UnicodeError) as error:
        if isinstance(error, socket.gaierror | UnicodeError):
            raise InputError(f"The host {host!r} is not known; give an address of this machine with --host.") from error
        if getattr(error, "errno", None) in _IN_USE:
            raise InputError(f"Port {port} on {host} is in use; end what listens there, or choose another one with --port.") from error
        raise InputError(f"kg serve cannot listen on {host}, port {port} ({getattr(error, 'strerror', error)}); choose others.") from error


def _address(host: str, listening: socket.socket) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}/"
