"""The graph: a world of claims as RDF triples in the default graph, by the table of ``ontology/kg.ttl``'s terms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from kg.lexicon import Lexicon
from kg.model import Ref, Run, World
from kg.rdf.claims import agreement_triples, attribution_triples, claim_triples, direct_triples, relation_triples
from kg.rdf.documents import document_triples, mentions, run_node, run_triples, word_triples
from kg.rdf.index import Article, Index
from kg.rdf.matches import first_mentions, match_triples, matched
from kg.rdf.origins import derivation_triples, origin_triples
from kg.rdf.terms import Statement
from kg.rdf.things import entity_triples, event_triples, quantity_triples, time_triples

#: The IRI of a document, and triples.
Part: TypeAlias = tuple[str, Iterator[Statement]]
_BATCH = 20_000  # statements of a part that is no document's


def quads(world: World, lexicon: Lexicon, run: Run, *, embed_text: bool = False) -> Iterator[Statement]:
    """All triples of the graph, some more than once; :func:`kg.export.turtle.write` puts them in order.

    ``embed_text`` adds each document's whole text as ``nif:isString``.
    """
    for _, statements in parts(world, lexicon, run, embed_text=embed_text):
        yield from statements


def parts(world: World, lexicon: Lexicon, run: Run, *, embed_text: bool = False) -> Iterator[Part]:
    """The triples of :func:`quads` in parts that are made one by one as they are read, so that none need be held.

    Each document's part has all that is said of its IRI and of those below it, and a little of what they have to do with; the last parts, of no
    document, have the rest.
    """
    index = Index(world, run.base_iri)
    activity, wanted = run_node(index, run), matched(world)
    nodes: dict[Ref, str] = {}
    for article in index.articles:
        yield article.node, _of_document(article, activity, embed_text, wanted.get(article.document.id, ()), nodes)
    yield from (("", iter(some)) for some in _batches(_of_all(index, lexicon, run, nodes)))


def _batches(statements: Iterator[Statement]) -> Iterator[list[Statement]]:
    """Some statements after the other; those of one subject that follow each other stay together."""
    batch: list[Statement] = []
    for one in statements:
        if len(batch) >= _BATCH and one[0] != batch[-1][0]:
            yield batch
            batch = []
        batch.append(one)
    yield batch


def _of_document(article: Article, activity: str, embed_text: bool, wanted: Collection[str], nodes: dict[Ref, str]) -> Iterator[Statement]:
    spans = mentions(article)
    nodes.update(first_mentions(article, spans, wanted))
    yield from document_triples(article, embed_text)
    yield from derivation_triples(article)
    yield from word_triples(article, spans)
    yield from claim_triples(article, activity)
    yield from attribution_triples(article)
    yield from origin_triples(article)
    yield from quantity_triples(article)


def _of_all(index: Index, lexicon: Lexicon, run: Run, nodes: Mapping[Ref, str]) -> Iterator[Statement]:
    yield from run_triples(index, run)
    yield from entity_triples(index, lexicon)
    yield from event_triples(index, lexicon)
    yield from time_triples(index)
    yield from direct_triples(index)
    yield from relation_triples(index)
    yield from agreement_triples(index)
    yield from match_triples(index, nodes)
