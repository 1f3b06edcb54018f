"""A real HTTP server on loopback whose behaviour a test writes, and an Oxigraph server, each ended by the test that began it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from threading import Thread


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """``body`` as it is sent, under its own length unless ``headers`` say otherwise; status 0 hangs up without a word."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def http_server(behave: Callable[[Asked], Reply]) -> Iterator[str]:
    """The address of a server that answers as told; what it does is all in ``behave``."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            reply = behave(Asked(self.command, self.path, dict(self.headers), body))
            if not reply.status:
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in ({"Content-Length": str(len(reply.body))} | dict(reply.headers)).items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(reply.body)

        do_GET = do_PUT = do_HEAD = do_DELETE = do_POST

        def log_message(self, format: str, *args: object) -> None:
            """A test's server says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Until something listens there. Raises RuntimeError where the process ends, or stays silent."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} does not listen on port {port} after {seconds} seconds")


@contextmanager
def started(command: list[str], port: int, seconds: float = 60, **environment: str) -> Iterator[None]:
    """A server of its own while the block runs, its output thrown away."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment or None)
    try:
        wait_for(port, process, seconds)
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def oxigraph_command() -> str | None:
    """Where the program of the PyPI package ``oxigraph`` is."""
    try:
        files = distribution("oxigraph").files or []
    except PackageNotFoundError:
        return shutil.which("oxigraph")
    return next((str(Path(str(file.locate())).resolve()) for file in files if file.name in ("oxigraph", "oxigraph.exe")), None)


@contextmanager
def oxigraph_server(folder: Path, port: int | None = None) -> Iterator[str]:
    """The address of an Oxigraph server that keeps its data in ``folder``: ``/query``, ``/update``, ``/store`` below it."""
    command = oxigraph_command()
    assert command is not None, "the package oxigraph is not installed"
    port = port or free_port()
    with started([command, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], port):
        yield f"http://127.0.0.1:{port}"


@dataclass(frozen=True)
class VirtuosoServer:
    """Where it listens: ``url`` for HTTP, ``sql`` for isql; the user is dba, and so is the password."""

    url: str
    sql: str


@contextmanager
def virtuoso_server(folder: Path) -> Iterator[VirtuosoServer]:
    """A new Virtuoso that keeps its data in ``folder``, and loads files from there."""
    sql, web = free_port(), free_port()
    files = {"DatabaseFile": "db", "TransactionFile": "trx", "ErrorLogFile": "log", "LockFile": "lck", "xa_persistent_file": "pxa"}
    lines = ["[Database]", *(f"{key} = {folder}/virtuoso.{end}" for key, end in files.items())]
    lines += ["[TempDatabase]", f"DatabaseFile = {folder}/temp.db", f"TransactionFile = {folder}/temp.trx"]
    lines += ["[Parameters]", f"ServerPort = 127.0.0.1:{sql}", f"DirsAllowed = {folder}", "NumberOfBuffers = 20000", "SchedulerInterval = 0"]
    lines += ["[HTTPServer]", f"ServerPort = 127.0.0.1:{web}", "ServerThreads = 4", "[SPARQL]", "ResultSetMaxRows = 1000000"]
    settings = folder / "virtuoso.ini"
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with started(["virtuoso-t", "+foreground", "+configfile", str(settings)], web):
        yield VirtuosoServer(f"http://127.0.0.1:{web}", f"127.0.0.1:{sql}")
