"""A finished graph to export: its statements in canonical order, subject by subject, and the nodes that they describe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from pyoxigraph import BlankNode, RdfFormat, Triple, parse

from kg.errors import OutputError
from kg.export.turtle import text
from kg.rdf.terms import Statement, statement
from kg.vocab import DCTERMS, KG, KG_IRI, NIF, RDF, RDFS

_FILE = "graph.ttl"


def triples(path: Path) -> Iterator[Triple]:
    """The triples of a build's folder, as they stand in its file, or of any Turtle file, put in order.

    Nothing is kept of a folder's graph, however large. Raises :class:`OutputError` where there is no graph, or no Turtle, or a blank node in it.
    """
    if path.is_dir() or not path.exists():
        if not (path / _FILE).is_file():
            raise OutputError(f"The folder {path} holds no graph (no {_FILE} in it); make one with: kg build ARTICLES -o {path}")
        return _parsed(path / _FILE)
    ordered = b"".join(text(map(statement, _parsed(path))))
    return (quad.triple for quad in parse(ordered, format=RdfFormat.TURTLE))


def _parsed(path: Path) -> Iterator[Triple]:
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                raise OutputError(f"{path} has blank nodes, which have other names at each reading; give a graph that kg wrote.")
            yield quad.triple
    except (OSError, SyntaxError) as error:
        raise OutputError(f"{path} is no Turtle file that can be read ({error}); name graph.ttl or the output folder of a build.") from error


def statements(path: Path) -> Iterator[Statement]:
    """The same as strings and literals. Raises :class:`OutputError`."""
    return map(statement, triples(path))


def by_subject(graph: Iterable[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    """What each subject says, of statements whose subjects stand together."""
    return ((subject, list(group)) for subject, group in groupby(graph, key=itemgetter(0)))


class Nodes:
    """All nodes of a graph with their properties, values as plain strings in canonical order."""

    def __init__(self, graph: Iterable[Statement]) -> None:
        self.properties: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value in graph:
            self.properties.setdefault(subject, {}).setdefault(predicate, []).append(value if isinstance(value, str) else value.value)

    def of(self, kind: str) -> list[str]:
        """The IRIs of all nodes of a class, sorted."""
        return sorted(iri for iri, said in self.properties.items() if kind in said.get(RDF.type, ()))

    def all(self, iri: str, predicate: str) -> list[str]:
        return self.properties.get(iri, {}).get(predicate, [])

    def one(self, iri: str, predicate: str) -> str:
        """The first value, or an empty string."""
        return next(iter(self.all(iri, predicate)), "")

    def label(self, iri: str) -> str:
        """What to call a node: its label, a document's id, a sentence's words, else the last part of its IRI."""
        named = (self.one(iri, term) for term in (RDFS.label, KG.timex, DCTERMS.identifier, NIF.anchorOf))
        return next(filter(None, named), "") or local(iri)

    def labels(self, iris: Iterable[str]) -> list[str]:
        return [self.label(iri) for iri in iris]


def local(iri: str) -> str:
    """``Strike`` of ``…ontology#Strike``, ``load`` of ``…relation/load``."""
    return iri[len(KG_IRI) :] if iri.startswith(KG_IRI) else iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1].rsplit(":", 1)[-1]
