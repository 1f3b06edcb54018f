"""Where in the articles a reader finds a node: the document and the sentence that led to it."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.vocab import DCTERMS, ITSRDF, KG, NIF, PROV, RDF, SCHEMA

_LOOKED_AT = 100  # nodes that lead to one: a country has thousands
_CLAIM = NamedNode(KG.Claim)
_SENTENCE = """SELECT ?words { VALUES (?document ?begin) { (%s %s) }
    ?sentence nif:referenceContext ?document ; a nif:Sentence ; nif:beginIndex ?from ; nif:endIndex ?to ; nif:anchorOf ?words
    FILTER (?from <= ?begin && ?begin < ?to) } ORDER BY ?words LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Place:
    """The document's identifier and the sentence's words; empty where the graph leads to none."""

    document: str = ""
    sentence: str = ""


def find(store: Store, iri: str) -> Place:
    """The sentence that a node is, lies in or is told by; else its document; else the place of the first claim or mention that leads to it."""
    node = NamedNode(iri)
    place = _own(store, node)
    if place != Place():
        return place
    mentions = _subjects(store, node, ITSRDF.taIdentRef)
    claims = [one for one in _subjects(store, node) if Quad(one, NamedNode(RDF.type), _CLAIM) in store]
    for side in (node, *_objects(store, node, KG.between)):
        claims += _subjects(store, side, KG.states)
    claims += [claim for attribution in _subjects(store, node, KG.source) for claim in _subjects(store, attribution, KG.attribution)]
    return next((found for one in (*claims, *mentions) if (found := _own(store, one)) != Place()), Place())


def _own(store: Store, node: NamedNode) -> Place:
    """By what the node itself says: a claim, a sentence, a mention, a match (by its left mention), a document or a part of one."""
    for predicate in (PROV.wasQuotedFrom, KG.left, KG.cue):
        for span in _objects(store, node, predicate):
            found = _own(store, span)
            if found != Place():
                return found
    document = next(iter((*_objects(store, node, NIF.referenceContext), *_objects(store, node, SCHEMA.appearance))), node)
    identifier, words, begin = _text(store, document, DCTERMS.identifier), _text(store, node, NIF.anchorOf), _text(store, node, NIF.beginIndex)
    if document != node and begin.isdecimal():
        for row in store.query(_SENTENCE % (document, begin), prefixes={"nif": str(NIF)}):  # type: ignore[union-attr]
            words = row["words"].value
    return Place(identifier, words) if identifier or words else Place()


def _objects(store: Store, node: NamedNode, predicate: str) -> list[NamedNode]:
    found = (quad.object for quad in store.quads_for_pattern(node, NamedNode(predicate), None))
    return sorted((one for one in found if isinstance(one, NamedNode)), key=lambda one: one.value)


def _subjects(store: Store, node: NamedNode, predicate: str | None = None) -> list[NamedNode]:
    found: list[NamedNode] = []
    for quad in store.quads_for_pattern(None, NamedNode(predicate) if predicate else None, node):
        if isinstance(quad.subject, NamedNode):
            found.append(quad.subject)
        if len(found) == _LOOKED_AT:
            break
    return sorted(found, key=lambda one: one.value)


def _text(store: Store, node: NamedNode, predicate: str) -> str:
    values = sorted(quad.object.value for quad in store.quads_for_pattern(node, NamedNode(predicate), None) if isinstance(quad.object, Literal))
    return values[0] if values else ""
