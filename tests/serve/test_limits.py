"""What one query may take, and that the others do not notice; how the server begins and ends."""

from __future__ import annotations

import asyncio
import http.client
import os
import shutil
import signal
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from kg import store
from kg.errors import WorkerError
from kg.serve.pool import Limits, Pool
from kg.serve.worker import live
from tests.conftest import Kg
from tests.graphs import NAMESAKES, graph
from tests.serve.conftest import Server, serving

EXPLODING = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z }"
pytestmark = pytest.mark.slow


def test_a_query_that_explodes_ends_at_its_time_out(server: Server) -> None:
    began = time.monotonic()
    reply = server.ask(EXPLODING)
    assert reply.status == 504
    assert "longer than 2 seconds" in reply.text
    assert 2 <= time.monotonic() - began < 10
    assert server.ask("ASK {}").text == "true"


def test_others_are_answered_meanwhile(output: Path) -> None:
    with serving(output, "--timeout", "5", "--workers", "2") as server, ThreadPoolExecutor(1) as pool:
        slow = pool.submit(server.ask, EXPLODING)
        time.sleep(0.3)
        assert server.ask("ASK {}").text == "true"
        assert not slow.done()
        assert slow.result().status == 504


def test_an_answer_without_end(server: Server) -> None:
    reply = server.ask("SELECT * { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z }")
    assert reply.status == 500
    assert "longer than 1 MB" in reply.text


def test_a_long_answer_is_whole(server: Server) -> None:
    reply = server.ask("SELECT ?s ?p ?o ?a { ?s ?p ?o . ?a ?b ?c } LIMIT 4000")
    assert len(reply.body) > 256 * 2**10  # through a file
    assert len(reply.text.splitlines()) == 4001


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the memory of a process")
def test_a_query_that_wants_all_memory(output: Path) -> None:
    with serving(output, "--timeout", "60", "--workers", "1", "--memory", "64") as server:
        reply = server.ask("SELECT * { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z } ORDER BY ?z")
        assert reply.status == 500
        assert "memory" in reply.text
        assert server.ask("ASK {}").text == "true"


def test_nobody_works_for_a_client_that_has_gone(output: Path) -> None:
    with serving(output, "--timeout", "30", "--workers", "1") as server:
        connection = http.client.HTTPConnection(urlsplit(server.url).netloc)
        connection.request("GET", f"/sparql?{urlencode({'query': EXPLODING})}")
        time.sleep(0.5)
        connection.close()
        began = time.monotonic()
        assert server.ask("ASK {}").text == "true"
        assert time.monotonic() - began < 15


def test_64_clients_at_once(server: Server) -> None:
    """The same for a minute, with its memory: ``python -m benchmarks.serve``."""

    def client(number: int) -> list[int]:
        host = urlsplit(server.url).netloc
        connection = http.client.HTTPConnection(host, timeout=60)
        found = []
        for turn in range(5):
            query = f"SELECT ?s ?label {{ ?s a kg:Event ; rdfs:label ?label }} LIMIT {number + turn + 1}"
            connection.request("GET", f"/sparql?{urlencode({'query': query})}", headers={"Accept": "text/csv"})
            response = connection.getresponse()
            response.read()
            found.append(response.status)
        connection.close()
        return found

    with ThreadPoolExecutor(64) as pool:
        assert {status for statuses in pool.map(client, range(64)) for status in statuses} == {200}


def test_a_new_build_is_served_at_once(tmp_path: Path) -> None:
    output = graph(tmp_path / "output")
    with serving(output, "--workers", "2") as server:
        count = "SELECT (COUNT(*) AS ?n) { ?d a schema:NewsArticle }"
        assert server.ask(count).text.split() == ["n", "3"]
        fresh = graph(tmp_path / "fresh", NAMESAKES)
        os.rename(output, tmp_path / "old")
        assert server.ask(count).status == 503
        os.rename(fresh, output)
        assert {server.ask(count).text.split()[1] for _ in range(4)} == {"2"}
        shutil.rmtree(tmp_path / "old")
        store.open_store(output)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_it_ends_when_told(output: Path, name: str) -> None:
    with serving(output, "--workers", "2", "--timeout", "60") as server, ThreadPoolExecutor(1) as pool:
        busy = pool.submit(server.ask, EXPLODING)
        time.sleep(0.5)
        server.process.send_signal(getattr(signal, name))
        assert server.process.wait(20) == 0
        assert busy.exception() is not None or busy.result().status >= 500
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


def test_doors_that_are_opened(output: Path) -> None:
    with serving(output, "--workers", "1", "--cors", "https://example.org", "--allow-host", "kg.example.org") as server:
        reply = server.get("/healthz", Host="kg.example.org", Origin="https://example.org")
        assert (reply.status, reply.headers["access-control-allow-origin"]) == (200, "https://example.org")
        assert server.get("/healthz", Host="other.example.org").status == 421
        assert "access-control-allow-origin" not in server.get("/healthz", Origin="https://other.example.org").headers


def test_a_port_in_use(output: Path, kg: Kg) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = kg("serve", output, "--port", port)
    assert done.returncode == 2
    assert done.stderr == (f"kg: Port {port} on 127.0.0.1 is in use; end what listens there, or choose another one with --port.\n")


def test_no_graph_and_no_host(output: Path, tmp_path: Path, kg: Kg) -> None:
    assert "holds no graph" in kg("serve", tmp_path).stderr
    done = kg("serve", output, "--host", "nowhere.invalid")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "nowhere.invalid" in done.stderr


def test_a_process_that_dies_before_it_has_read_what_it_is_to_serve_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is to serve is larger than a pipe holds."""

    async def begin() -> None:
        pool = Pool(live, Path("x" * 1_000_000), Limits(workers=1))
        try:
            await asyncio.wait_for(pool.open(), 50)
        finally:
            await pool.close()

    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # an interpreter that ends at once
    with ThreadPoolExecutor(1) as apart, pytest.raises(WorkerError, match="died as it started"):
        apart.submit(lambda: asyncio.run(begin())).result()  # a browser of another test may have a loop in this thread
