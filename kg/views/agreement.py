"""Propositions with the claims behind them, and the conflicts between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.store import Graph
from kg.views.evidence import Evidence, Thing, claims_where, read_evidence
from kg.views.nodes import Nodes, select
from kg.vocab import KG, KG_IRI, RDF


@dataclass(frozen=True, slots=True)
class Told:
    """A proposition: a triple that claims state alike, or deny (``polarity`` "negative")."""

    iri: str
    subject: Thing
    relation: Thing
    object: Thing
    polarity: str
    sources: int  # who tells it: speakers, and documents in their own voice
    independent: int  # of them, those that do not copy one another
    origins: tuple[Thing, ...]  # the independent ones
    evidence: tuple[Evidence, ...]


def read_propositions(store: Graph, iris: Iterable[str]) -> list[Told]:
    """The propositions of these IRIs with their claims, sorted by IRI."""
    wanted = sorted(set(iris))
    behind: dict[str, list[Evidence]] = defaultdict(list)
    for one in read_evidence(store, claims_where(store, "kg:states", wanted)):
        for proposition in one.propositions:
            behind[proposition].append(one)
    nodes = Nodes(store)
    nodes.load(wanted, (RDF.subject, RDF.predicate, RDF.object, KG.origin))
    return [_told(nodes, iri, behind[iri]) for iri in wanted]


def _told(nodes: Nodes, iri: str, evidence: list[Evidence]) -> Told:
    def thing(predicate: str) -> Thing:
        value = nodes.one(iri, predicate)
        return Thing(value, nodes.label(value))

    return Told(
        iri=iri,
        subject=thing(RDF.subject),
        relation=thing(RDF.predicate),
        object=thing(RDF.object),
        polarity=nodes.one(iri, KG.polarity).removeprefix(KG_IRI) or "positive",
        sources=int(nodes.one(iri, KG.sourceCount) or 0),
        independent=int(nodes.one(iri, KG.independentSourceCount) or 0),
        origins=tuple(Thing(origin, nodes.label(origin)) for origin in nodes.all(iri, KG.origin)),
        evidence=tuple(evidence),
    )


def independent_origins(store: Graph, evidence: Iterable[Evidence]) -> dict[str, frozenset[str]]:
    """By proposition: what the origins are called that tell what these claims state."""
    nodes = Nodes(store)
    stated = {proposition for one in evidence for proposition in one.propositions}
    nodes.load(stated, [KG.origin])
    return {proposition: frozenset(nodes.label(origin) for origin in nodes.all(proposition, KG.origin)) for proposition in sorted(stated)}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict: its kind ("number", "date", "place", "actor", "polarity", "status"), the rule that found it, and its sides."""

    iri: str
    kind: str
    rule: str
    sides: tuple[Told, ...]


def _side_order(side: Told) -> tuple[bool, int, str, str]:
    """What is affirmed, and what more origins tell, comes first."""
    return side.polarity == "negative", -side.independent, side.object.label, side.iri


def read_conflicts(store: Graph, iris: Iterable[str] | None = None) -> list[Disagreement]:
    """The conflicts of these IRIs, or all; sorted by IRI."""
    wanted = select(store, "?node a kg:Conflict") if iris is None else sorted(set(iris))
    nodes = Nodes(store)
    nodes.load(wanted)
    sides = {told.iri: told for told in read_propositions(store, (side for iri in wanted for side in nodes.all(iri, KG.between)))}
    return [
        Disagreement(
            iri=iri,
            kind=nodes.one(iri, KG.conflictKind).removeprefix(KG_IRI).removesuffix("Conflict"),
            rule=nodes.one(iri, KG.rule),
            sides=tuple(sorted((sides[side] for side in nodes.all(iri, KG.between)), key=_side_order)),
        )
        for iri in wanted
    ]
