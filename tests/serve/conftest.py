"""The real server, as a user starts it, over a small graph."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from kg.export import html
from kg.rdf.terms import statement
from tests.conftest import ROOT
from tests.graphs import graph, opened


@dataclass(frozen=True)
class Reply:
    """``headers`` by their names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Server:
    """A server at an address, in a process."""

    url: str
    process: subprocess.Popen[str]

    def send(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Reply:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            response = connection.getresponse()
            return Reply(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Reply:
        return self.send("GET", path, headers=headers)

    def ask(self, query: str, accept: str = "text/csv") -> Reply:
        return self.get(f"/sparql?{urlencode({'query': query})}", Accept=accept)


@contextmanager
def serving(output: Path, *options: str) -> Iterator[Server]:
    """``kg serve`` on a free port, ended as a service manager ends it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", str(output), "--port", "0", *options],
        cwd=ROOT, env=os.environ | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert process.stderr is not None
        told = process.stdout.readline()
        assert " is served at http://" in told, process.stderr.read()
        yield Server(told.split(" is served at ")[1].split("/ ")[0], process)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of three invented articles, with their page."""
    folder = graph(tmp_path_factory.mktemp("served") / "output")
    html.write(map(statement, opened(folder)), folder / "graph.html")
    return folder


@pytest.fixture(scope="session")
def server(output: Path) -> Iterator[Server]:
    """One server for all tests that only ask."""
    with serving(output, "--timeout", "2", "--workers", "2", "--max-result", "1") as started:
        yield started
