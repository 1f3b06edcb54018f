"""A graph into real stores on loopback: whole, replaced, added to, interrupted and gone on with, and counted."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg import push
from kg.endpoint import PASSWORD, TOKEN, USER, Credentials, Endpoint
from kg.errors import EndpointError, InputError
from kg.push import Pushed, Target
from tests import graphs
from tests.conftest import Kg
from tests.servers import Asked, Reply, free_port, http_server, oxigraph_command, oxigraph_server, virtuoso_server

pytestmark = pytest.mark.slow
needs_oxigraph = pytest.mark.skipif(oxigraph_command() is None, reason="not installed: oxigraph (PyPI)")
needs_virtuoso = pytest.mark.skipif(not shutil.which("virtuoso-t"), reason="not installed: virtuoso-opensource-7-bin (Debian)")
SMALL = 40_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return graphs.graph(tmp_path_factory.mktemp("push") / "output")


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    """A copy of its own, since a push leaves a note beside the file."""
    shutil.copytree(built, tmp_path / "output")
    return tmp_path / "output"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (USER, PASSWORD, TOKEN):
        monkeypatch.delenv(name, raising=False)


def size(output: Path) -> int:
    return len(graphs.opened(output))


def count(url: str, graph: str) -> int:
    with Endpoint(f"{url}/query", Credentials()) as there:
        return push._count(there, graph)


@needs_oxigraph
def test_a_graph_arrives_whole(output: Path, server: str) -> None:
    steps: list[tuple[int, int]] = []
    done = push.push(output, Target.at(f"{server}/query", graph="urn:whole"), part=SMALL, progress=lambda a, b: steps.append((a, b)))
    assert done == Pushed(1, size(output), 0, size(output))
    assert len(steps) > 3
    assert steps[-1] == (size(output), size(output))
    with Endpoint(f"{server}/store", Credentials()) as there:
        back = there.request("GET", params={"graph": "urn:whole"}, accept="application/n-triples").body
    theirs, ours = Store(), Store()
    theirs.load(back, format=RdfFormat.N_TRIPLES)
    ours.bulk_load(path=output / "graph.ttl")
    assert set(theirs) == set(ours)
    assert not (output / "push.json").exists()


@needs_oxigraph
def test_a_push_replaces_and_leaves_other_graphs_alone(output: Path, server: str) -> None:
    target = Target.at(f"{server}/query", graph="urn:replaced")
    with Endpoint(f"{server}/store", Credentials()) as there:
        for graph in ("urn:replaced", "urn:other"):
            there.request("PUT", params={"graph": graph}, data=b"<urn:old> <urn:p> 1 .", media_type="text/turtle")
    assert push.push(output, target).counted == size(output)
    assert count(server, "urn:other") == 1
    assert push.push(output, target).counted == size(output)


@needs_oxigraph
def test_a_push_can_add(output: Path, server: str) -> None:
    with Endpoint(f"{server}/store", Credentials()) as there:
        there.request("PUT", params={"graph": "urn:added"}, data=b"<urn:old> <urn:p> 1 .", media_type="text/turtle")
    assert push.push(output, Target.at(f"{server}/query", graph="urn:added"), adds=True).counted == size(output) + 1


@needs_oxigraph
def test_the_default_graph(output: Path, server: str) -> None:
    done = push.push(output, Target.at(f"{server}/query", graph=None), part=SMALL)
    assert done.counted == size(output)


@needs_oxigraph
def test_named_graphs_keep_their_names(tmp_path: Path, server: str) -> None:
    file = tmp_path / "two.trig"
    file.write_text(
        '<urn:a> <urn:p> "x\\n\\"é" . <urn:g1> { <urn:a> <urn:p> 1 , 1.50 . <urn:b> <urn:p> "2025-01-01"^^<urn:t> } <urn:g2> { <urn:a> <urn:p> 1 }'
    )
    assert push.push(file, Target.at(f"{server}/query", graph="urn:g0")) == Pushed(3, 5, 0, 5)
    assert [count(server, graph) for graph in ("urn:g0", "urn:g1", "urn:g2")] == [1, 3, 1]


@contextmanager
def faulty(server: str, fault: Callable[[Asked, int], Reply | None]) -> Iterator[tuple[str, list[Asked]]]:
    """The same server behind one that passes on what it is sent, save where ``fault`` (request, number of the write) answers itself."""
    seen: list[Asked] = []

    def behave(asked: Asked) -> Reply:
        writes = asked.path.startswith("/store")
        if writes:
            seen.append(asked)
        reply = fault(asked, len(seen)) if writes else None
        return reply or passed_on(server, asked)

    with http_server(behave) as url:
        yield url, seen


def passed_on(server: str, asked: Asked) -> Reply:
    headers = {name: asked.headers[name] for name in ("Content-Type", "Accept") if name in asked.headers}
    request = urllib.request.Request(server + asked.path, data=asked.body or None, headers=headers, method=asked.method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return Reply(answer.status, answer.read(), {"Content-Type": answer.headers.get("Content-Type", "text/plain")})
    except urllib.error.HTTPError as error:
        return Reply(error.code, error.read())


@needs_oxigraph
def test_a_store_that_is_busy_for_a_while_gets_all(output: Path, server: str) -> None:
    with faulty(server, lambda _, n: Reply(503, headers={"Retry-After": "0"}) if n in (2, 3, 6) else None) as (url, seen):
        done = push.push(output, Target.at(f"{url}/query", graph="urn:busy"), part=SMALL)
    assert done.counted == size(output)
    assert [asked.body for asked in seen][1:4] == [seen[1].body] * 3


@needs_oxigraph
def test_an_answer_that_was_lost_is_no_harm(output: Path, server: str) -> None:
    """The part was taken in, and the connection broke before the store could say so: it is sent again."""

    def lost(asked: Asked, number: int) -> Reply | None:
        if number != 2:
            return None
        passed_on(server, asked)
        return Reply(0)

    with faulty(server, lost) as (url, seen):
        done = push.push(output, Target.at(f"{url}/query", graph="urn:lost"), part=SMALL)
    assert done.counted == size(output)
    assert seen[1].body == seen[2].body


@needs_oxigraph
def test_an_interrupted_push_goes_on(output: Path, server: str) -> None:
    with faulty(server, lambda _, n: Reply(507, b"no space left") if n == 3 else None) as (url, seen):
        target = Target.at(f"{url}/query", graph="urn:resumed")
        with pytest.raises(EndpointError, match=r"HTTP 507 and says: no space left\. [\d,]+ triples are there; the same command goes on"):
            push.push(output, target, part=SMALL)
        note = json.loads((output / "push.json").read_text())
        assert 0 < note["triples"] < size(output)
        done = push.push(output, target, part=SMALL)
    assert done == Pushed(1, size(output), note["triples"], size(output))
    assert [asked.method for asked in seen].count("PUT") == 1
    assert seen[3].body == seen[2].body
    assert not (output / "push.json").exists()


@needs_oxigraph
@pytest.mark.parametrize("change", ["file", "part", "store", "graph"])
def test_what_is_not_the_same_push_begins_anew(output: Path, server: str, change: str) -> None:
    with faulty(server, lambda _, n: Reply(507) if n == 3 else None) as (url, seen):
        target = Target.at(f"{url}/query", graph=f"urn:anew-{change}")
        with pytest.raises(EndpointError):
            push.push(output, target, part=SMALL)
        if change == "file":
            with (output / "graph.ttl").open("a") as file:
                file.write("<urn:new> <urn:p> 1 .\n")
        if change == "store":  # somebody emptied the graph meanwhile
            with Endpoint(f"{server}/store", Credentials()) as there:
                there.request("DELETE", params={"graph": str(target.graph)})
        if change == "graph":
            target = Target.at(f"{url}/query", graph="urn:anew-other")
        done = push.push(output, target, part=SMALL + (change == "part"))
    assert (done.resumed, done.counted) == (0, size(output) + (change == "file"))
    assert [asked.method for asked in seen].count("PUT") == 2


@needs_oxigraph
def test_a_store_that_loses_triples_is_found_out(output: Path, server: str) -> None:
    with (
        faulty(server, lambda _, n: Reply(204) if n == 2 else None) as (url, _),
        pytest.raises(EndpointError, match=r"counts [\d,]+ triples in the graph urn:lossy"),
    ):
        push.push(output, Target.at(f"{url}/query", graph="urn:lossy"), part=SMALL)


@needs_oxigraph
def test_an_address_that_takes_no_graphs(output: Path, server: str) -> None:
    with pytest.raises(EndpointError, match=r"HTTP 4\d\d.* seems not to take graphs; name the address that does with --graph-store"):
        push.push(output, Target.at(f"{server}/query", f"{server}/nowhere"))


def test_nothing_is_sent_from_a_broken_file(tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text("<urn:a> <urn:p> 1 .\n<urn:a> <urn:p>\n")
    with http_server(lambda asked: pytest.fail(f"{asked.path} was asked")) as url, pytest.raises(InputError, match=r"broken\.ttl cannot be read"):
        push.push(file, Target.at(url))


@pytest.mark.parametrize(
    ("name", "message"), [("nowhere", "There is no .*nowhere"), ("empty", r"graph\.ttl; make one with: kg build"), ("a.csv", "none of .ttl")]
)
def test_files_that_are_none(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.csv").write_text("x")
    with pytest.raises(InputError, match=message):
        push.push(tmp_path / name, Target.at("http://127.0.0.1:9/query"))


@pytest.mark.parametrize(
    ("query", "store"),
    [
        ("http://localhost:7878/query", "http://localhost:7878/store"),
        ("http://localhost:3030/news", "http://localhost:3030/news"),
        ("http://localhost:3030/news/sparql", "http://localhost:3030/news"),
        ("http://localhost:3030/news/query", "http://localhost:3030/news"),
        ("http://localhost:7200/repositories/news", "http://localhost:7200/repositories/news/rdf-graphs/service"),
        ("http://localhost:8890/sparql", "http://localhost:8890/sparql-graph-crud"),
        ("https://x.cluster-y.eu-west-1.neptune.amazonaws.com:8182/sparql", "https://x.cluster-y.eu-west-1.neptune.amazonaws.com:8182/sparql/gsp/"),
        ("http://localhost:7001", "http://localhost:7001"),
        ("http://localhost:7001/?x=1", "http://localhost:7001/?x=1"),
    ],
)
def test_the_graph_store_beside_a_query_address(query: str, store: str) -> None:
    assert Target.at(query).store == store


@pytest.mark.parametrize("graph", ["no iri", "relative", "urn:a>", "urn:a b"])
def test_a_graph_has_an_iri(graph: str) -> None:
    with pytest.raises(EndpointError, match="is no IRI of a graph"):
        Target.at("http://localhost/query", graph=graph)


@needs_virtuoso
def test_virtuoso_takes_it_with_a_password_by_digest(output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "virtuoso").mkdir()
    monkeypatch.setenv(USER, "dba")
    monkeypatch.setenv(PASSWORD, "dba")
    with virtuoso_server(tmp_path / "virtuoso") as there:
        target = Target.at(f"{there.url}/sparql")
        assert target.store.endswith("/sparql-graph-crud-auth")
        assert push.push(output, target, part=SMALL) == Pushed(1, size(output), 0, size(output))
        assert push.push(output, target, part=SMALL).counted == size(output)
        monkeypatch.setenv(PASSWORD, "wrong")
        with pytest.raises(EndpointError, match=r"HTTP 401\); check the credentials"):
            push.push(output, target)


@needs_oxigraph
def test_the_command(output: Path, server: str, kg: Kg) -> None:
    done = kg("push", output, "--endpoint", f"{server}/query", "--graph", "urn:command")
    assert done.returncode == 0, done.stderr
    first, _, following = done.stdout.partition("\nNext:\n  ")
    assert first == f"{size(output):,} triples sent to {server}/store; the store counts {size(output):,} in <urn:command>"
    assert following.startswith(f"kg query --endpoint '{server}/query?default-graph-uri=urn:command'")
    asked = kg("query", "--endpoint", f"{server}/query?default-graph-uri=urn:command", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert asked.stdout.split() == ["n", str(size(output))]


def test_the_command_says_in_one_sentence_what_is_wrong(output: Path, kg: Kg) -> None:
    done = kg("push", output, "--endpoint", f"http://127.0.0.1:{free_port()}/query", KG_ENDPOINT_TOKEN="s3cr3t")
    assert (done.returncode, done.stdout) == (2, "")
    assert "connection refused" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "s3cr3t" not in done.stderr
