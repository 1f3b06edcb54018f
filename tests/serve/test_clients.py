"""Clients that others wrote, and our own commands, against the running server."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, RDFXML, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.cli import cli
from kg.errors import EndpointError
from kg.store import open_source, open_store
from kg.views import conflicts, names, show, sources, timeline
from kg.vocab import PREFIXES, RDFS
from tests.conftest import ROOT, Kg
from tests.interop.engines import INSTALLED
from tests.serve.conftest import Server

NAMES = "SELECT ?name { ?who rdfs:label ?name FILTER (CONTAINS(?name, 'Ruiz')) } ORDER BY ?name"


def wrapper(server: Server, form: str, query: str) -> Any:
    """The client; its answers have whatever type the format gives them."""
    client = SPARQLWrapper(f"{server.url}/sparql", returnFormat=form)
    client.setQuery(query)
    return client


@pytest.mark.parametrize("way", ["GET", "POST", "POST directly"])
def test_sparqlwrapper_selects(server: Server, way: str) -> None:
    client = wrapper(server, JSON, NAMES)
    client.setMethod("GET" if way == "GET" else POST)
    if way == "POST directly":
        client.setRequestMethod(POSTDIRECTLY)
    assert "Ana Ruiz" in {row["name"]["value"] for row in client.queryAndConvert()["results"]["bindings"]}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_sparqlwrapper_in_other_formats(server: Server) -> None:
    assert wrapper(server, XML, "ASK {}").queryAndConvert().getElementsByTagName("boolean")[0].firstChild.data == "true"
    assert b"Ana Ruiz" in wrapper(server, CSV, NAMES).queryAndConvert()
    construct = "CONSTRUCT { ?s a ?type } { ?s a ?type }"
    assert len(wrapper(server, RDFXML, construct).queryAndConvert()) > 100
    assert b"kg:Claim" in wrapper(server, TURTLE, construct).queryAndConvert()


def test_sparqlwrapper_hears_of_a_broken_query(server: Server) -> None:
    with pytest.raises(QueryBadFormed, match="broken at line 1"):
        wrapper(server, JSON, "SELECT {").query()


def test_the_document_runs_as_printed(server: Server) -> None:
    text = (ROOT / "docs" / "serve.md").read_text(encoding="utf-8")
    cell = text.partition("```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {}
    exec(cell.replace("http://127.0.0.1:7878", server.url), names)
    assert "Ana Ruiz" in names["names"]
    assert all(option in text for parameter in cli.commands["serve"].params for option in parameter.opts if option.startswith("--"))


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl is installed")
def test_curl(server: Server) -> None:
    command = ["curl", "-sS", "--fail", f"{server.url}/sparql", "--data-urlencode", f"query={NAMES}", "-H", "Accept: text/csv"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[:2] == ["name", "Ana Ruiz"]


#: What tests/interop/install.sh brings, else what the user has.
COMUNICA = shutil.which("comunica-sparql", path=str(INSTALLED / "npm/node_modules/.bin")) or shutil.which("comunica-sparql")


@pytest.mark.skipif(COMUNICA is None, reason="no Comunica is installed (tests/interop/install.sh, or npm install -g @comunica/query-sparql)")
@pytest.mark.parametrize("source", ["sparql@{}/sparql", "{}/entity/ana-ruiz"], ids=["endpoint", "page"])
def test_comunica(server: Server, source: str) -> None:
    query = f"PREFIX rdfs: <{RDFS}> {NAMES}"
    done = subprocess.run([str(COMUNICA), source.format(server.url), query], capture_output=True, text=True, timeout=120, check=True)
    assert "Ana Ruiz" in done.stdout


def test_views_of_an_endpoint_are_those_of_the_store(server: Server, output: Path) -> None:
    here, there = open_store(output), open_source(f"{server.url}/sparql")
    for name in ("Ana Ruiz", "Ardent Group", "Lima"):
        assert show.profile(there, names.the_one(there, name)) == show.profile(here, names.the_one(here, name))
    assert conflicts.conflicts(there) == conflicts.conflicts(here)
    assert timeline.timeline(there) == timeline.timeline(here)
    assert sources.sources(there) == sources.sources(here)


def test_the_kinds_of_result_from_an_endpoint(server: Server) -> None:
    graph = open_source(f"{server.url}/sparql")
    assert isinstance(graph.query("ASK {}"), QueryBoolean)
    assert isinstance(graph.query(NAMES, prefixes=PREFIXES), QuerySolutions)
    triples = graph.query("CONSTRUCT { ?c a kg:Claim } { ?c a kg:Claim }", prefixes=PREFIXES)
    assert isinstance(triples, QueryTriples)
    assert len(list(triples)) > 10


def test_an_address_that_is_no_endpoint(server: Server) -> None:
    with pytest.raises(EndpointError, match=r"gives no SPARQL results \(application/json\)|HTTP 405"):
        open_source(f"{server.url}/healthz").query("ASK {}")


@pytest.mark.slow
def test_commands_ask_an_endpoint(server: Server, output: Path, kg: Kg) -> None:
    url = f"{server.url}/sparql"
    assert kg("show", "--endpoint", url, "Ana Ruiz", "--format", "json").stdout == kg("show", output, "Ana Ruiz", "--format", "json").stdout
    assert kg("query", f"--endpoint={url}", "-f", "claims-about", "--param", "who=ruiz").stdout.count("Ana Ruiz") > 2
    broken = kg("query", "--endpoint", url, "SELECT ?x {\n?x a kg:Claim ;;; }}")
    assert (broken.returncode, broken.stderr.count("\n")) == (2, 1)
    assert "broken at line 2" in broken.stderr
    assert json.loads(kg("conflicts", url, "--format", "json").stdout)["conflicts"]
