"""Nodes of the store with their properties, read in batches: a few SPARQL queries however many nodes there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg.query import shortened
from kg.store import Graph
from kg.vocab import DCTERMS, KG, KG_IRI, PREFIXES, RDFS

_BATCH = 2000  # nodes a query
_NAMES = (RDFS.label, KG.timex, KG.value, DCTERMS.identifier)


def select(store: Graph, pattern: str, variable: str = "node") -> list[str]:
    """The distinct IRIs that a SPARQL pattern binds a variable to, sorted."""
    solutions = store.query(f"SELECT DISTINCT ?{variable} {{ {pattern} }}", prefixes=PREFIXES)
    return sorted(solution[0].value for solution in solutions)  # type: ignore[union-attr]


def refs(iris: Iterable[str]) -> str:
    """IRIs as they stand in a query."""
    return " ".join(f"<{iri}>" for iri in iris)


class Nodes:
    """What the store says of some nodes. Values come sorted; a node that was not loaded, or says nothing, has none."""

    def __init__(self, store: Graph) -> None:
        self._store = store
        self._properties: dict[str, dict[str, list[str]]] = {}
        self._literal: set[tuple[str, str]] = set()  # nodes and predicates whose values are no nodes

    def load(self, iris: Iterable[str], follow: Iterable[str] = ()) -> None:
        """Read the nodes, then what they reach by the predicates of ``follow``, and so on."""
        wanted, follow = self._new(iris), tuple(follow)
        while wanted:
            for begin in range(0, len(wanted), _BATCH):
                self._read(wanted[begin : begin + _BATCH])
            wanted = self._new(value for iri in wanted for predicate in follow for value in self.all(iri, predicate))

    def _new(self, iris: Iterable[str]) -> list[str]:
        return sorted({iri for iri in iris if iri not in self._properties})

    def _read(self, batch: list[str]) -> None:
        # Numbers stand for the nodes in the result: giving back an IRI takes the store as long as finding a triple.
        numbered = " ".join(f"({number} <{iri}>)" for number, iri in enumerate(batch))
        found: list[dict[str, list[str]]] = [{} for _ in batch]
        for number, predicate, value in self._store.query(f"SELECT ?n ?p ?o {{ VALUES (?n ?node) {{ {numbered} }} ?node ?p ?o }}"):  # type: ignore[union-attr]
            found[int(number.value)].setdefault(predicate.value, []).append(value.value)
            if not isinstance(value, NamedNode):
                self._literal.add((batch[int(number.value)], predicate.value))
        for iri, properties in zip(batch, found, strict=True):
            self._properties[iri] = {predicate: sorted(properties[predicate]) for predicate in sorted(properties)}

    def links(self, iri: str) -> Iterator[tuple[str, list[str]]]:
        """The predicates that lead to nodes, each with those."""
        for predicate, values in self._properties.get(iri, {}).items():
            if (iri, predicate) not in self._literal:
                yield predicate, values

    def all(self, iri: str, predicate: str) -> list[str]:
        return self._properties.get(iri, {}).get(predicate, [])

    def one(self, iri: str, predicate: str) -> str:
        """The first value, or an empty string."""
        return next(iter(self.all(iri, predicate)), "")

    def label(self, iri: str) -> str:
        """What to call a node: its label, a time's or a quantity's value, a document's id, a term's own name."""
        named = next((value for term in _NAMES if (value := self.one(iri, term))), "")
        return named or (iri[len(KG_IRI) :] if iri.startswith(KG_IRI) else shortened(iri))
