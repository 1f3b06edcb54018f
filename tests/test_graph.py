"""A finished graph as a Python object."""

from __future__ import annotations

import datetime
import decimal
import gc
import subprocess
import sys
from pathlib import Path

import networkx
import pytest
import rdflib

import kg
from kg.errors import InputError, OutputError, QueryError
from kg.export import turtle
from kg.graph import Graph
from kg.rdf import quads
from tests.conftest import ROOT
from tests.worlds import LEXICON, RUN, harbour


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Of a Turtle file."""
    path = tmp_path_factory.mktemp("port") / "graph.ttl"
    turtle.write(quads(harbour(), LEXICON, RUN), path)
    return kg.open(path)


def test_a_build_can_be_asked(seeds_build: Path) -> None:
    graph = kg.open(seeds_build)
    assert graph.report["counts"]["documents"] == 5
    assert len(graph) == graph.report["counts"]["triples"] == len(list(graph))
    rows = graph.query("who-said-what", who="Maduro")
    assert rows
    assert {row["speaker"] for row in rows} == {"Nicolás Maduro"}


def test_values_are_pythons_own(graph: Graph) -> None:
    (row,) = graph.query(
        "SELECT ?claim ?confidence ?begin ?day ?words ?nothing { BIND (<urn:newskg:document/wire-1/claim/c1> AS ?claim)"
        " ?claim kg:confidence ?confidence ; prov:wasQuotedFrom ?s ; schema:appearance/schema:datePublished ?day ."
        " ?s nif:beginIndex ?begin ; nif:anchorOf ?words }"
    )
    assert row == {
        "claim": "urn:newskg:document/wire-1/claim/c1", "confidence": decimal.Decimal("0.9"), "begin": 0, "day": datetime.date(2025, 12, 4),
        "words": "Norland’s navy struck a dock in Tarsk on December 3, 2025.", "nothing": None,
    }  # fmt: skip
    assert graph.query("ASK { ?claim kg:modality kg:denied }") is True
    built = graph.query("CONSTRUCT { ?claim kg:polarity ?how } WHERE { ?claim a kg:Claim ; kg:polarity ?how }")
    assert isinstance(built, rdflib.Graph)
    assert len(built) == 7
    assert [type(row["n"]) for row in graph.query("SELECT (true AS ?n) {}")] == [bool]
    assert graph.query('SELECT ("x"^^xsd:integer AS ?n) {}') == [{"n": "x"}]  # ill-formed


@pytest.mark.parametrize("sparql", ["SELECT ?x {", "no-such-query", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"])
def test_a_broken_query_is_told(graph: Graph, sparql: str) -> None:
    with pytest.raises(QueryError):
        graph.query(sparql)


def test_rdflib_has_the_same_graph(graph: Graph) -> None:
    mine = graph.to_rdflib()
    assert set(mine) == set(rdflib.Graph().parse(graph.path, format="turtle"))
    assert len(mine) == len(graph)
    assert b"@prefix kg:" in mine.serialize(format="turtle", encoding="utf-8")


def test_networkx_has_entities_and_events(graph: Graph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.nodes["urn:newskg:event/strike-tarsk"]["status"] == "disputed"
    (told,) = network.get_edge_data("urn:newskg:entity/ana-ruiz", "urn:newskg:entity/norland").values()
    assert (told["label"], told["asserted"], told["document"]) == ("president of", True, "wire-1")
    roles = network.get_edge_data("urn:newskg:event/strike-tarsk", "urn:newskg:entity/navy-of-norland").values()
    assert {role["label"] for role in roles} == {"agent"}


def test_pandas_has_the_tables(graph: Graph) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = graph.to_pandas("claims")
    assert list(frame["claim"]) == [row["claim"] for row in graph.table("claims")]
    assert frame["confidence"].mean() == pytest.approx(sum(row["confidence"] for row in graph.table("claims")) / 7)
    assert frame["begin"].dtype == "Int64"
    assert pandas.isna(frame.set_index("claim").loc["urn:newskg:document/wire-1/claim/c1", "speaker"])


def test_export_by_name_and_by_form(graph: Graph, tmp_path: Path) -> None:
    assert graph.export(tmp_path / "graph.nt.gz").stat().st_size
    assert graph.export(tmp_path / "graph", to="ttl").read_bytes() == graph.path.read_bytes()
    with pytest.raises(OutputError, match="tells no form"):
        graph.export(tmp_path / "graph.xyz")
    with pytest.raises(OutputError, match="'xyz' is no form"):
        graph.export(tmp_path / "graph.nt", to="xyz")


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no graph"):
        kg.open(tmp_path)
    with pytest.raises(InputError):
        kg.build([tmp_path / "nowhere"])


@pytest.mark.slow
def test_a_build_without_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Police in Lyon arrested two bankers on Thursday, the mayor said.")
    graph = kg.build(article, base_iri="https://example.org/")
    folder = graph.path
    assert graph.query("ASK { ?event a kg:Arrest FILTER STRSTARTS(STR(?event), 'https://example.org/') }")
    assert (folder / "graph.html").is_file()
    del graph
    gc.collect()
    assert not folder.parent.exists()
    kept = kg.build([article], tmp_path / "kept")
    assert (tmp_path / "kept" / "graph.ttl").is_file()
    assert len(kg.open(tmp_path / "kept")) == len(kept) > 0


def test_importing_kg_loads_nothing() -> None:
    code = "import kg, sys; print([m for m in ('spacy', 'rdflib', 'pyoxigraph') if m in sys.modules]); kg.open; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nFalse\n"


def test_a_table_that_does_not_exist_is_a_mistake(graph: Graph) -> None:
    with pytest.raises(QueryError, match="no table 'foo'; there are claims,"):
        graph.table("foo")
