"""What the graph says of one thing, as RDF: its own statements and those about it, with the words and the names that it takes to read them."""

from __future__ import annotations

import io

from pyoxigraph import NamedNode, Store, Triple, serialize

from kg.export import jsonld
from kg.export.turtle import ordered, spelling
from kg.rdf.terms import statement
from kg.serve.negotiate import GRAPHS
from kg.serve.sparql import GRAPH_FORMATS, VARY
from kg.serve.tasks import Answer, sentence
from kg.vocab import KG, NIF, PREFIXES, PROV, RDFS

SUFFIXES = {".ttl": "text/turtle", ".nt": "application/n-triples", ".jsonld": "application/ld+json", ".rdf": "application/rdf+xml"}
#: Predicates that lead to what a thing cannot be read without: a claim's sentence, who says it, the part of a document.
_FOLLOWED = frozenset({PROV.wasQuotedFrom, KG.attribution, KG.within, KG.cue})
_MOST_ABOUT = 2000  # statements about a thing that others make


def describe(store: Store, iri: str, media_type: str) -> Answer:
    """The description in one of the media types of :data:`kg.serve.negotiate.GRAPHS`."""
    name = GRAPHS.get(media_type)
    if name is None:
        return sentence(406, f"Data is to be had as {', '.join(SUFFIXES.values())}; accept one of these.", **VARY)
    triples = ordered(statements(store, iri), lambda one: spelling(statement(one)))
    if name == "jsonld":  # with the project's context, as kg export writes it
        body = io.BytesIO()
        jsonld.write(map(statement, triples), body)
        return Answer(200, media_type, body.getvalue(), headers=VARY)
    text = serialize(triples, format=GRAPH_FORMATS[name], prefixes=PREFIXES) or b""
    return Answer(200, f"{media_type}; charset=utf-8", text, headers=VARY)


def statements(store: Store, iri: str) -> list[Triple]:
    """The statements of the thing and about it, of what it is quoted from and attributed to, of the sentences of a document, and all their labels."""
    me = NamedNode(iri)
    found = [quad.triple for quad in store.quads_for_pattern(me, None, None)]
    about = [quad.triple for quad, _ in zip(store.quads_for_pattern(None, None, me), range(_MOST_ABOUT), strict=False)]
    ahead = [one.object for one in found if one.predicate.value in _FOLLOWED]
    ahead += [one.subject for one in about if one.predicate.value == NIF.referenceContext and one.subject.value.startswith(f"{iri}#")]  # type: ignore[union-attr]
    seen = {me}
    while ahead:
        node = ahead.pop()
        if isinstance(node, NamedNode) and node not in seen:
            seen.add(node)
            more = [quad.triple for quad in store.quads_for_pattern(node, None, None)]
            found += more
            ahead += [one.object for one in more if one.predicate.value in _FOLLOWED]
    whole = [*found, *about]
    nodes = {term for one in whole for term in (one.subject, one.predicate, one.object) if isinstance(term, NamedNode)}
    label = NamedNode(RDFS.label)
    return whole + [quad.triple for node in nodes for quad in store.quads_for_pattern(node, label, None)]
