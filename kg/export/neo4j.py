"""The node and relationship files that ``neo4j-admin database import`` takes, as a property graph.

Nodes are documents, entities, events, claims, propositions, conflicts, times and quantities; a claim has its sentence as a property. Relationships
are all triples between them, their type being the predicate's name in capitals. Labels of a node stand with semicolons between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kg.export.network import PLAIN
from kg.export.source import Nodes, local, statements
from kg.export.table_files import write_rows
from kg.vocab import DCTERMS, KG, NIF, PROV, RDF, RDFS, SCHEMA, SEM, SKOS

#: File -> the class of its nodes, and its columns: head, predicate. Several values stand with `` | `` between them.
_KINDS: dict[str, tuple[str, dict[str, str]]] = {
    "documents": (NIF.Context, {
        "id": DCTERMS.identifier, "title": SCHEMA.headline, "date:date": SCHEMA.datePublished, "url": SCHEMA.url, "language": SCHEMA.inLanguage,
    }),
    "entities": (KG.Entity, {"named:boolean": KG.named, "aliases": SKOS.altLabel, "sameAs": SKOS.exactMatch, "iso": KG.iso}),
    "events": (KG.Event, {"lemma": KG.lemma, "status": KG.status, "plover": KG.plover, "cameo": KG.cameo}),
    "claims": (KG.Claim, {
        "lemma": KG.lemma, "polarity": KG.polarity, "modality": KG.modality, "confidence:double": KG.confidence, "rule": KG.rule,
        "originReason": KG.originReason,
    }),
    "propositions": (KG.Proposition, {
        "polarity": KG.polarity, "sourceCount:int": KG.sourceCount, "independentSourceCount:int": KG.independentSourceCount,
    }),
    "conflicts": (KG.Conflict, {"conflictKind": KG.conflictKind, "rule": KG.rule}),
    "times": (SEM.Time, {
        "timex": KG.timex, "firstDay:date": SEM.hasEarliestBeginTimeStamp, "lastDay:date": SEM.hasLatestEndTimeStamp,
    }),
    "quantities": (KG.Quantity, {"value:double": KG.value, "min:double": KG.min, "max:double": KG.max, "unit": KG.unit}),
}  # fmt: skip
_WORDS = ("quote", "begin:int", "end:int")  # of a claim's sentence
#: Of these the value is a term of the ontology, told by its name.
_TERMS = frozenset({KG.status, KG.polarity, KG.modality, KG.conflictKind})
_RELATIONSHIPS = "relationships"


def files(source: Path) -> dict[str, Callable[[BinaryIO], object]]:
    """The files by name, each with what writes it. Raises :class:`kg.errors.OutputError`."""
    nodes = Nodes(statements(source))
    written = {kind: nodes.of(kind) for kind, _ in _KINDS.values()}
    known = {iri for iris in written.values() for iri in iris}
    found: dict[str, Callable[[BinaryIO], object]] = {
        f"{name}.csv": partial(write_rows, _nodes(nodes, kind, columns, written[kind])) for name, (kind, columns) in _KINDS.items()
    }
    return found | {f"{_RELATIONSHIPS}.csv": partial(write_rows, _relationships(nodes, known))}


def _nodes(nodes: Nodes, kind: str, columns: dict[str, str], iris: list[str]) -> Iterator[list[str]]:
    words = _WORDS if kind == KG.Claim else ()
    yield ["iri:ID", "label", *columns, *words, ":LABEL"]
    for iri in iris:
        sentence = nodes.one(iri, PROV.wasQuotedFrom)
        yield [
            iri,
            nodes.label(iri),
            *(" | ".join(local(value) if term in _TERMS else value for value in nodes.all(iri, term)) for term in columns.values()),
            *(nodes.one(sentence, term) for term in (NIF.anchorOf, NIF.beginIndex, NIF.endIndex)[: len(words)]),
            ";".join(_labels(nodes, iri, kind)),
        ]


def _labels(nodes: Nodes, iri: str, kind: str) -> list[str]:
    """Of entities and events their types too; all else is one thing here, though a claim is an ``Entity`` in PROV's vocabulary."""
    more = sorted(local(value) for value in nodes.all(iri, RDF.type) if value not in PLAIN) if kind in (KG.Entity, KG.Event) else []
    return ["Document" if kind == NIF.Context else local(kind), *more]


def _relationships(nodes: Nodes, known: set[str]) -> Iterator[list[str]]:
    yield [":START_ID", ":END_ID", ":TYPE", "predicate", "name"]
    for iri in sorted(known):
        for predicate, values in sorted(nodes.properties[iri].items()):
            if predicate != RDF.type:
                name = nodes.one(predicate, RDFS.label) or local(predicate)
                yield from ([iri, value, _type(predicate), predicate, name] for value in values if value in known)


def _type(predicate: str) -> str:
    """``HAS_ACTOR`` of ``…hasActor``: what Cypher takes without quoting."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local(predicate))
    return re.sub(r"\W+", "_", words).upper()
