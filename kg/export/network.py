"""The graph as a network of entities and events, for networkx and for what reads GraphML or GEXF (Gephi, yEd, Cytoscape).

Nodes are entities and events. An edge is either a claim, from its subject to its object, with how sure it is, who says so and its words; or a role,
from an event to whoever or whatever takes part. What is only alleged, denied or planned is told by the edge's own ``modality`` and ``polarity``;
``asserted`` marks what the graph lets stand by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TypeAlias
from xml.etree.ElementTree import Element

import networkx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import write_graphml_xml

from kg.export.rdfxml import writable
from kg.export.source import Nodes, local
from kg.rdf.terms import Statement
from kg.vocab import DCTERMS, ITSRDF, KG, KG_IRI, NIF, PROV, RDF, SCHEMA, SEM

Network: TypeAlias = "networkx.MultiDiGraph[str]"
#: Classes that tell nothing more than that something is an entity or an event.
PLAIN = frozenset({KG.Entity, KG.Event, SEM.Event, PROV.Agent, SCHEMA.Thing})
ROLES = tuple(KG[name] for name in "agent patient recipient instrument topic source goal purpose beneficiary cause result attribute".split())


def read(statements: Iterable[Statement]) -> Network:
    """The network of a finished graph. Nodes are IRIs; an edge's key is its claim's IRI, or role, event and participant."""
    nodes = Nodes(statements)
    graph: Network = networkx.MultiDiGraph()
    mentions = Counter(values[0] for said in nodes.properties.values() if (values := said.get(ITSRDF.taIdentRef)))
    for kind, iris in (("entity", nodes.of(KG.Entity)), ("event", nodes.of(KG.Event))):
        for iri in iris:
            graph.add_node(iri, **_node(nodes, iri, kind, mentions[iri]))
    for source, target, key, data in (*_claims(nodes), *_roles(nodes)):
        if source in graph and target in graph:
            graph.add_edge(source, target, key=key, **data)
    return graph


def types(nodes: Nodes, iri: str) -> str:
    """The names of the classes that tell more than that something is an entity or an event."""
    return ", ".join(sorted(local(kind) for kind in nodes.all(iri, RDF.type) if kind not in PLAIN))


def _node(nodes: Nodes, iri: str, kind: str, mentions: int) -> dict[str, Any]:
    data: dict[str, Any] = {"label": nodes.label(iri), "kind": kind, "types": types(nodes, iri), "mentions": mentions}
    if kind == "entity":
        data["named"] = nodes.one(iri, KG.named) == "true"
    else:
        times = nodes.all(iri, SEM.hasTime)
        data |= {
            "status": local(nodes.one(iri, KG.status)),
            "lemma": nodes.one(iri, KG.lemma),
            "time": " | ".join(nodes.labels(times)),
            "first_day": min(filter(None, (nodes.one(time, SEM.hasEarliestBeginTimeStamp) for time in times)), default=""),
        }
    return data


def _claims(nodes: Nodes) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for claim in nodes.of(KG.Claim):
        subject, predicate, value = (nodes.one(claim, term) for term in (RDF.subject, RDF.predicate, RDF.object))
        document = nodes.one(claim, SCHEMA.appearance)
        data = {
            "kind": "claim",
            "label": nodes.label(predicate),
            "polarity": local(nodes.one(claim, KG.polarity)),
            "modality": local(nodes.one(claim, KG.modality)),
            "asserted": value in nodes.all(subject, predicate) and predicate not in ROLES,
            "speaker": " | ".join(nodes.labels(nodes.all(claim, PROV.wasAttributedTo))),
            "document": nodes.one(document, DCTERMS.identifier),
            "date": nodes.one(document, SCHEMA.datePublished),
            "quote": nodes.one(nodes.one(claim, PROV.wasQuotedFrom), NIF.anchorOf),
            "confidence": float(nodes.one(claim, KG.confidence) or 0),
        }
        yield subject, value, claim, data


def _roles(nodes: Nodes) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for event in nodes.of(KG.Event):
        for role in (*ROLES, SEM.hasPlace, KG.subEventOf):
            for value in nodes.all(event, role):
                name = "place" if role == SEM.hasPlace else role.removeprefix(KG_IRI)
                yield event, value, f"{name} {event} {value}", {"kind": "role", "label": name}


def write_graphml(graph: Network, file: BinaryIO) -> None:
    """GraphML; characters that XML cannot carry become U+FFFD."""
    write_graphml_xml(_carried(graph), file, named_key_ids=False)


def write_gexf(graph: Network, file: BinaryIO) -> None:
    """GEXF 1.2, without the day of writing."""
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    meta = writer.xml.find("meta")
    if isinstance(meta, Element):
        meta.attrib.pop("lastmodifieddate", None)
    writer.add_graph(_carried(graph))
    writer.write(file)


def _carried(graph: Network) -> Network:
    found: Network = networkx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        found.add_node(node, **_clean(data))
    for source, target, key, data in graph.edges(keys=True, data=True):
        found.add_edge(source, target, key=key, **_clean(data))
    return found


def _clean(data: dict[str, Any]) -> dict[str, Any]:
    return {name: writable(value) if isinstance(value, str) else value for name, value in data.items()}
