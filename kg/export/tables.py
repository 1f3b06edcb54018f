"""The graph as tables for pandas, R or a spreadsheet: claims, events, entities, conflicts and documents, one row each, with words and sources.

Several values in one cell stand in the graph's order with `` | `` between them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kg.export.network import ROLES, types
from kg.export.source import Nodes, local
from kg.rdf.terms import Statement
from kg.vocab import DCTERMS, ITSRDF, KG, NIF, PROV, RDF, RDFS, SCHEMA, SEM, SKOS

__all__ = ["TABLES", "Table", "tables"]

Value: TypeAlias = str | int | float | bool | None
_BETWEEN = " | "
_ATTRIBUTES = frozenset({KG.time, KG.place, KG.agent, KG.quantity, KG.status})


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` maps each column to the type of its values (``str``, ``int``, ``float``, ``bool``); a value that is not known is None."""

    columns: dict[str, type]
    rows: list[tuple[Value, ...]]

    def records(self) -> list[dict[str, Value]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def tables(statements: Iterable[Statement], wanted: Iterable[str] = ()) -> dict[str, Table]:
    """The tables of a finished graph by their names, or those wanted. Rows are sorted by IRI."""
    index = _Index(Nodes(statements))
    return {name: TABLES[name](index) for name in (tuple(wanted) or TABLES)}


class _Index:
    """What several tables ask of the nodes."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.claims = nodes.of(KG.Claim)
        self.of_event = self._claims_by((KG.about,))
        self.of_entity = self._claims_by((*ROLES, KG.place, RDF.subject, RDF.object))
        self.of_proposition = self._claims_by((KG.states,))
        self.mentions: dict[str, list[str]] = defaultdict(list)
        for mention in sorted(nodes.properties):
            for thing in nodes.all(mention, ITSRDF.taIdentRef):
                self.mentions[thing].append(mention)

    def _claims_by(self, predicates: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for claim in self.claims:
            for node in dict.fromkeys(value for predicate in predicates for value in self.nodes.all(claim, predicate)):
                found[node].append(claim)
        return found

    def joined(self, iri: str, *predicates: str) -> str | None:
        """The labels of what a node points to."""
        labels = [self.nodes.label(value) for predicate in predicates for value in self.nodes.all(iri, predicate)]
        return _BETWEEN.join(dict.fromkeys(labels)) or None

    def words(self, iri: str, predicate: str) -> str | None:
        return _BETWEEN.join(self.nodes.all(iri, predicate)) or None

    def quote(self, claim: str) -> str:
        return self.nodes.one(self.nodes.one(claim, PROV.wasQuotedFrom), NIF.anchorOf)

    def document(self, claim: str) -> str:
        return self.nodes.one(self.nodes.one(claim, SCHEMA.appearance), DCTERMS.identifier)

    def documents(self, claims: Iterable[str]) -> str | None:
        return _BETWEEN.join(sorted({self.document(claim) for claim in claims})) or None

    def speakers(self, claim: str) -> str | None:
        """Whoever says it, the innermost first; ``somebody`` where the text does not tell who."""
        found, attribution, seen = [], self.nodes.one(claim, KG.attribution), set()
        while attribution and attribution not in seen:
            seen.add(attribution)
            found.append(self.joined(attribution, KG.source) or "somebody")
            attribution = self.nodes.one(attribution, KG.within)
        return _BETWEEN.join(found) or None

    def surest(self, claims: Iterable[str]) -> str:
        """The claim to quote: in the document's own voice where there is one, then the one of the highest confidence."""

        def order(claim: str) -> tuple[bool, float, str]:
            return bool(self.nodes.one(claim, KG.attribution)), -float(self.nodes.one(claim, KG.confidence) or 0), claim

        return min(claims, key=order, default="")


def _claim_table(index: _Index) -> Table:
    nodes = index.nodes
    columns: dict[str, type] = {
        "claim": str, "document": str, "publisher": str, "date": str, "title": str, "url": str, "quote": str, "begin": int, "end": int,
        "subject": str, "relation": str, "object": str, "subject_iri": str, "relation_iri": str, "object_iri": str, "event": str, "lemma": str,
        "agent": str, "patient": str, "recipient": str, "place": str, "time": str, "quantity": str, "polarity": str, "modality": str,
        "speaker": str, "asserted": bool, "confidence": float, "rule": str, "origin": str, "origin_reason": str,
    }  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for claim in index.claims:
        document, sentence = nodes.one(claim, SCHEMA.appearance), nodes.one(claim, PROV.wasQuotedFrom)
        triple = [nodes.one(claim, term) for term in (RDF.subject, RDF.predicate, RDF.object)]
        rows.append((
            claim, nodes.one(document, DCTERMS.identifier), index.joined(document, SCHEMA.publisher),
            nodes.one(document, SCHEMA.datePublished) or None, nodes.one(document, SCHEMA.headline) or None, nodes.one(document, SCHEMA.url) or None,
            nodes.one(sentence, NIF.anchorOf), _whole(nodes.one(sentence, NIF.beginIndex)), _whole(nodes.one(sentence, NIF.endIndex)),
            *nodes.labels(triple), *triple,
            nodes.one(claim, KG.about) or None, nodes.one(claim, KG.lemma) or None,
            *(index.joined(claim, role) for role in (KG.agent, KG.patient, KG.recipient, KG.place, KG.time, KG.quantity)),
            local(nodes.one(claim, KG.polarity)), local(nodes.one(claim, KG.modality)), index.speakers(claim),
            triple[2] in nodes.all(triple[0], triple[1]) and triple[1] not in ROLES, float(nodes.one(claim, KG.confidence) or 0),
            nodes.one(claim, KG.rule), index.joined(claim, KG.origin), nodes.one(claim, KG.originReason) or None,
        ))  # fmt: skip
    return Table(columns, rows)


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _event_table(index: _Index) -> Table:
    nodes = index.nodes
    columns: dict[str, type] = {
        "event": str, "label": str, "types": str, "lemma": str, "status": str, "plover": str, "cameo": str, "agent": str, "patient": str,
        "recipient": str, "place": str, "time": str, "first_day": str, "last_day": str, "quantity": str, "part_of": str, "claims": int,
        "documents": str, "quote": str, "quote_document": str,
    }  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for event in nodes.of(KG.Event):
        claims, times = index.of_event[event], nodes.all(event, SEM.hasTime)
        quoted = index.surest(claims)
        rows.append((
            event, nodes.label(event), types(nodes, event) or None, nodes.one(event, KG.lemma) or None, local(nodes.one(event, KG.status)) or None,
            nodes.one(event, KG.plover) or None, nodes.one(event, KG.cameo) or None,
            *(index.joined(event, role) for role in (KG.agent, KG.patient, KG.recipient, SEM.hasPlace, SEM.hasTime)),
            min(filter(None, (nodes.one(time, SEM.hasEarliestBeginTimeStamp) for time in times)), default=None),
            max(filter(None, (nodes.one(time, SEM.hasLatestEndTimeStamp) for time in times)), default=None),
            index.joined(event, KG.quantity), index.joined(event, KG.subEventOf), len(claims), index.documents(claims),
            index.quote(quoted) or None, index.document(quoted) or None,
        ))  # fmt: skip
    return Table(columns, rows)


def _entity_table(index: _Index) -> Table:
    nodes = index.nodes
    columns: dict[str, type] = {
        "entity": str, "label": str, "types": str, "named": bool, "aliases": str, "same_as": str, "iso": str, "mentions": int, "claims": int,
        "documents": str, "quote": str, "quote_document": str,
    }  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for entity in nodes.of(KG.Entity):
        claims = index.of_entity[entity]
        quoted = index.surest(claims)
        where = sorted({nodes.one(nodes.one(mention, NIF.referenceContext), DCTERMS.identifier) for mention in index.mentions[entity]})
        rows.append((
            entity, nodes.label(entity), types(nodes, entity) or None, nodes.one(entity, KG.named) == "true", index.words(entity, SKOS.altLabel),
            index.words(entity, SKOS.exactMatch), nodes.one(entity, KG.iso) or None, len(index.mentions[entity]), len(claims),
            _BETWEEN.join(where) or None, index.quote(quoted) or None, index.document(quoted) or None,
        ))  # fmt: skip
    return Table(columns, rows)


def _conflict_table(index: _Index) -> Table:
    nodes = index.nodes
    columns: dict[str, type] = {
        "conflict": str, "kind": str, "rule": str, "event": str, "label": str, "sides": str, "independent_sources": str, "documents": str,
        "quotes": str,
    }  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for conflict in nodes.of(KG.Conflict):
        sides = nodes.all(conflict, KG.between)
        claims = [index.of_proposition[side] for side in sides]
        events = [event for group in claims for claim in group for event in nodes.all(claim, KG.about)]
        event = Counter(events).most_common(1)[0][0] if events else ""
        rows.append((
            conflict, local(nodes.one(conflict, KG.conflictKind)).removesuffix("Conflict"), nodes.one(conflict, KG.rule), event or None,
            nodes.label(event) if event else None, _BETWEEN.join(_side(nodes, side, group) for side, group in zip(sides, claims, strict=True)),
            _BETWEEN.join(nodes.one(side, KG.independentSourceCount) for side in sides),
            _BETWEEN.join(", ".join(sorted({index.document(claim) for claim in group})) for group in claims),
            _BETWEEN.join(f"“{index.quote(quoted)}” ({index.document(quoted)})" for group in claims if (quoted := index.surest(group))),
        ))  # fmt: skip
    return Table(columns, rows)


def _side(nodes: Nodes, proposition: str, claims: list[str]) -> str:
    """What one side says: the contested value, or its statement with "not" where it is denied."""
    predicate, value = nodes.one(proposition, RDF.predicate), nodes.one(proposition, RDF.object)
    if predicate in _ATTRIBUTES:
        return nodes.label(value)
    told = next((nodes.one(claim, RDFS.label) for claim in claims if nodes.one(claim, RDFS.label)), "")
    words = told or " ".join(nodes.labels((nodes.one(proposition, RDF.subject), predicate, value)))
    return f"not: {words}" if nodes.one(proposition, KG.polarity) == KG.negative else words


def _document_table(index: _Index) -> Table:
    nodes = index.nodes
    columns: dict[str, type] = {
        "document": str, "iri": str, "title": str, "publisher": str, "date": str, "url": str, "language": str, "claims": int, "digest": bool,
        "sha256": str,
    }  # fmt: skip
    counts = Counter(nodes.one(claim, SCHEMA.appearance) for claim in index.claims)
    rows: list[tuple[Value, ...]] = [
        (
            nodes.one(iri, DCTERMS.identifier), iri, nodes.one(iri, SCHEMA.headline) or None, index.joined(iri, SCHEMA.publisher),
            nodes.one(iri, SCHEMA.datePublished) or None, nodes.one(iri, SCHEMA.url) or None, nodes.one(iri, SCHEMA.inLanguage) or None, counts[iri],
            KG.Digest in nodes.all(iri, RDF.type), nodes.one(iri, KG.sha256) or None,
        )
        for iri in nodes.of(NIF.Context)
    ]  # fmt: skip
    return Table(columns, rows)


#: The tables by their names, in the order in which one reads them.
TABLES: dict[str, Callable[[_Index], Table]] = {
    "claims": _claim_table, "events": _event_table, "entities": _entity_table, "conflicts": _conflict_table, "documents": _document_table,
}  # fmt: skip
