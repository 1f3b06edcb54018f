"""The canonical file: the same bytes for the same graph, loadable everywhere, whole or absent."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, RdfFormat, parse, serialize

from kg.errors import OutputError
from kg.export import turtle
from kg.model import World
from kg.rdf import parts, quads
from kg.rdf.terms import Statement, clean
from kg.vocab import KG, PREFIXES, RDF, RDFS, SCHEMA
from tests.worlds import HOSTILE, LEXICON, RUN, harbour, hostile, many


def counts(path: Path) -> dict[str, int]:
    """Triples by each reader that is here."""
    found = {
        "pyoxigraph": sum(1 for _ in parse(path=path, format=RdfFormat.TURTLE)),
        "rdflib": len(rdflib.Graph().parse(path, format="turtle")),
    }
    if shutil.which("rapper"):
        done = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", path], capture_output=True, check=True)
        found["rapper"] = done.stdout.count(b"\n")
    return found


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_comes_back_as_it_was(label: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    written = turtle.write(quads(hostile(label), LEXICON, RUN), path)
    assert set(counts(path).values()) == {len(written)}
    read = list(parse(path=path, format=RdfFormat.TURTLE))
    assert {q.object.value for q in read if q.predicate.value == SCHEMA.headline and isinstance(q.object, Literal)} == {clean(label)}
    units = rdflib.Graph().parse(path, format="turtle").objects(None, rdflib.URIRef(KG.unit))
    assert {str(unit) for unit in units} == {clean(label)}


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper (Debian raptor2-utils) is not installed")
def test_rapper_reads_every_character_of_the_quotes(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    turtle.write(quads(harbour(), LEXICON, RUN), path)
    done = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", path], capture_output=True, check=True)
    assert {str(q) for q in parse(done.stdout, format=RdfFormat.N_TRIPLES)} == {str(q) for q in parse(path=path, format=RdfFormat.TURTLE)}


def test_the_order_given_changes_no_byte(tmp_path: Path) -> None:
    triples = list(quads(many(3), LEXICON, RUN))
    forwards, backwards = tmp_path / "a.ttl", tmp_path / "b.ttl"
    turtle.write(triples, forwards)
    turtle.write(triples[::-1] + triples, backwards)
    assert forwards.read_bytes() == backwards.read_bytes()


@pytest.mark.parametrize("world", [harbour(), many(3), *map(hostile, HOSTILE)], ids=["harbour", "courts", *map(ascii, HOSTILE)])
def test_the_bytes_are_those_of_pyoxigraphs_serializer(world: World, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    turtle.write(quads(world, LEXICON, RUN), path)
    theirs = serialize((quad.triple for quad in parse(path=path)), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    assert path.read_bytes().splitlines()[len(PREFIXES) :] == theirs.splitlines()[len(PREFIXES) :]


@pytest.mark.parametrize("world", [harbour(), many(3), *map(hostile, HOSTILE)], ids=["harbour", "courts", *map(ascii, HOSTILE)])
def test_a_graph_that_is_made_in_parts_has_the_same_bytes(world: World, tmp_path: Path) -> None:
    turtle.write(quads(world, LEXICON, RUN), tmp_path / "whole.ttl")
    graph = turtle.Graph()
    pieces = [piece for owner, statements in parts(world, LEXICON, RUN) for piece in graph.add(statements, owner)]
    pieces += graph.end()
    graph.write(tmp_path / "parts.ttl")
    assert (tmp_path / "parts.ttl").read_bytes() == (tmp_path / "whole.ttl").read_bytes()
    taken = graph.taken()
    assert len(set(taken)) == len(taken) == graph.triples
    assert graph.taken() == []
    assert set(parse(turtle.header() + b"".join(pieces), format=RdfFormat.TURTLE)) == set(parse(path=tmp_path / "whole.ttl"))


def test_text_that_does_not_fit_into_memory_waits_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "_IN_MEMORY", 1_000)
    graph = turtle.Graph(tmp_path)
    for owner, statements in parts(many(3), LEXICON, RUN):
        graph.add(statements, owner)
    graph.end()
    graph.write(tmp_path / "parts.ttl")
    turtle.write(quads(many(3), LEXICON, RUN), tmp_path / "whole.ttl")
    assert (tmp_path / "parts.ttl").read_bytes() == (tmp_path / "whole.ttl").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["parts.ttl", "whole.ttl"]


def test_owners_whose_names_begin_alike_are_put_in_order(tmp_path: Path) -> None:
    owners = ["urn:d/a", "urn:d/a-b", "urn:d/a%2Fb", "urn:d/ab", "urn:d/a.b"]
    given = {
        owner: [(subject, "urn:p", "urn:o") for subject in (owner, f"{owner}#char=0,1", f"{owner}/claim/c1", f"{owner}/claim", "urn:d/", "urn:z")]
        for owner in owners
    }
    graph = turtle.Graph()
    for owner in reversed(owners):
        graph.add(given[owner], owner)
    graph.add([("urn:a", "urn:p", "urn:o")])
    graph.end()
    graph.write(tmp_path / "parts.ttl")
    turtle.write([*(one for some in given.values() for one in some), ("urn:a", "urn:p", "urn:o")], tmp_path / "whole.ttl")
    assert (tmp_path / "parts.ttl").read_bytes() == (tmp_path / "whole.ttl").read_bytes()


@pytest.mark.parametrize("wrong", ["urn:a b", "urn:a>", "relative", "", "urn:a\nurn:b"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_no_iri_is_refused(wrong: str, place: int, tmp_path: Path) -> None:
    given = ["urn:s", "urn:p", "urn:o"]
    given[place] = wrong
    with pytest.raises(ValueError, match="IRI"):
        turtle.write([("urn:o", "urn:p", "urn:o"), (given[0], given[1], given[2])], tmp_path / "graph.ttl")
    assert list(tmp_path.iterdir()) == []


def test_types_stand_first_then_labels() -> None:
    def said(term: str, value: str) -> Statement:
        return "urn:b", term, Literal(value)

    first = ("urn:a", SCHEMA.name, Literal("x"))
    kind = ("urn:b", RDF.type, KG.Event)
    given = [said(KG.lemma, "l"), said(RDFS.label, "b"), said(RDFS.label, "a"), kind, first]
    assert turtle.ordered(given, turtle.spelling) == [first, given[3], given[2], given[1], given[0]]


def test_literals_keep_their_spelling(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    turtle.write(quads(harbour(), LEXICON, RUN), path)
    assert b"kg:confidence 0.50 ;" in path.read_bytes()


def test_the_file_has_prefixes_and_no_base(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    turtle.write(quads(harbour(), LEXICON, RUN), path)
    text = path.read_text("utf-8")
    assert "@prefix kg: <https://w3id.org/newskg/ontology#> ." in text
    assert "@base" not in text


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old")

    def broken() -> Iterator[Statement]:
        yield from list(quads(harbour(), LEXICON, RUN))[:5]
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        turtle.write(broken(), path)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"nowhere.*cannot be written"):
        turtle.write(quads(harbour(), LEXICON, RUN), tmp_path / "nowhere" / "graph.ttl")
