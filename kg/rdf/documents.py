"""Documents, the words in them, and the run that read them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.ids import digest
from kg.model import Extraction, Run, Span
from kg.rdf.index import Article, Index
from kg.rdf.terms import boolean, day, integer, link, node, text
from kg.vocab import DCTERMS, ITSRDF, KG, NIF, PROV, RDF, RDFS, SCHEMA

_TYPE, _LABEL = node(RDF.type), node(RDFS.label)


def run_node(index: Index, run: Run) -> NamedNode:
    return node(index.iris.run(_run_key(run)))


def _run_key(run: Run) -> str:
    return digest("\n".join((run.version, run.model, run.configuration)))


def run_triples(index: Index, run: Run) -> Iterator[Triple]:
    """The activity, the program that did it and the documents that it used."""
    activity, agent = run_node(index, run), node(index.iris.software(_run_key(run)))
    yield Triple(activity, _TYPE, node(PROV.Activity))
    yield Triple(activity, node(PROV.wasAssociatedWith), agent)
    for article in index.articles:
        yield Triple(activity, node(PROV.used), article.node)
    yield Triple(agent, _TYPE, node(PROV.SoftwareAgent))
    yield Triple(agent, _LABEL, text(f"newskg {run.version}"))
    yield Triple(agent, node(SCHEMA.softwareVersion), text(run.version))
    yield Triple(agent, node(KG.model), text(run.model))
    yield Triple(agent, node(KG.configuration), text(run.configuration))


def document_triples(article: Article, embed_text: bool) -> Iterator[Triple]:
    """The article itself: its identity, its metadata, and what a digest cites."""
    document, me = article.document, article.node
    for kind in (SCHEMA.NewsArticle, NIF.Context, PROV.Entity):
        yield Triple(me, _TYPE, node(kind))
    yield Triple(me, node(DCTERMS.identifier), text(document.id))
    yield Triple(me, node(SCHEMA.inLanguage), text(document.language))
    yield Triple(me, node(KG.sha256), text(document.sha256))
    yield Triple(me, node(KG.textSha256), text(document.text_sha256))
    if document.title:
        yield Triple(me, node(SCHEMA.headline), text(document.title))
    published = day(document.date)
    if published:
        yield Triple(me, node(SCHEMA.datePublished), published)
    if document.url:
        yield Triple(me, node(SCHEMA.url), link(document.url))
    if document.publisher:
        yield from _publisher(article, document.publisher)
    if embed_text:
        yield Triple(me, node(NIF.isString), text(document.text))
    if document.citations:
        yield Triple(me, _TYPE, node(KG.Digest))
    for citation in document.citations:
        cited = node(article.index.iris.cited_source(document.id, citation.number))
        yield Triple(me, node(SCHEMA.citation), cited)
        yield Triple(cited, _TYPE, node(SCHEMA.NewsArticle))
        yield Triple(cited, _LABEL, text(citation.label))


def _publisher(article: Article, name: str) -> Iterator[Triple]:
    agent, known = article.index.publisher(name)
    yield Triple(article.node, node(SCHEMA.publisher), agent)
    yield Triple(agent, _TYPE, node(PROV.Agent))
    if not known:
        for kind in (KG.Entity, SCHEMA.NewsMediaOrganization, SCHEMA.Organization):
            yield Triple(agent, _TYPE, node(kind))
        yield Triple(agent, _LABEL, text(name))
        yield Triple(agent, node(KG.named), boolean(True))


def word_triples(article: Article) -> Iterator[Triple]:
    """The mentions of what the graph holds, the cues of its attributions, and the sentences that hold or are quoted."""
    spans = _mentions(article)
    for span, referents in spans.items():
        for nth, referent in enumerate(referents or [None], start=1):
            mention = mention_node(article, span, nth)
            yield Triple(mention, _TYPE, node(NIF.Phrase))
            yield from _span(article, mention, span)
            if referent is not None:
                yield Triple(mention, node(ITSRDF.taIdentRef), referent)
    for sentence in _sentences(article.extraction, spans):
        me = node(article.index.iris.span(article.document.id, *sentence))
        for kind in (NIF.Sentence, NIF.RFC5147String, PROV.Entity):
            yield Triple(me, _TYPE, node(kind))
        yield from _span(article, me, sentence)


def mention_node(article: Article, span: Span, nth: int = 1) -> NamedNode:
    return node(article.index.iris.mention(article.document.id, *span, nth))


def _span(article: Article, me: NamedNode, span: Span) -> Iterator[Triple]:
    yield Triple(me, node(NIF.beginIndex), integer(span[0]))
    yield Triple(me, node(NIF.endIndex), integer(span[1]))
    yield Triple(me, node(NIF.anchorOf), text(article.document.text[span[0] : span[1]]))
    yield Triple(me, node(NIF.referenceContext), article.node)


def _mentions(article: Article) -> dict[Span, list[NamedNode]]:
    """What each span names, in a lasting order; a span that is only a cue names nothing."""
    index, doc, used = article.index, article.document.id, article.index.used
    spans: dict[Span, set[NamedNode]] = {}
    for mention in article.extraction.mentions:
        keys = used.events if mention.entity in article.events else used.entities
        if index.world.names.get((doc, mention.entity)) in keys:
            spans.setdefault(mention.span, set()).add(article.thing(mention.entity))
    for event in article.extraction.events:
        if index.world.names.get((doc, event.id)) in used.events:
            spans.setdefault(event.trigger, set()).add(article.thing(event.id))
        if (doc, event.id) in used.told:
            time = article.time(event)
            if event.time and time is not None:
                spans.setdefault(article.times[event.time].span, set()).add(time)
            for quantity in event.quantities:
                spans.setdefault(article.quantities[quantity].span, set()).add(article.quantity(quantity))
    for attribution in article.extraction.attributions:
        if (doc, attribution.id) in used.attributions:
            for cue in attribution.cue:
                spans.setdefault(cue, set())
    return {span: sorted(spans[span], key=lambda n: n.value) for span in sorted(spans)}


def _sentences(extraction: Extraction, mentions: dict[Span, list[NamedNode]]) -> list[Span]:
    """The sentences that a claim quotes or that hold a mention."""
    begins = [sentence[0] for sentence in extraction.sentences]
    numbers = {claim.sentence for claim in extraction.claims} | {bisect_right(begins, span[0]) - 1 for span in mentions}
    return [extraction.sentences[n] for n in sorted(numbers) if n >= 0]
