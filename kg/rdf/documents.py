"""Documents, the words in them, and the run that read them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeAlias

from kg.ids import digest
from kg.model import Extraction, Run, Span
from kg.rdf.index import Article, Index
from kg.rdf.terms import Statement, boolean, day, integer, link, text
from kg.vocab import DCTERMS, ITSRDF, KG, NIF, PROV, RDF, RDFS, SCHEMA

#: What each span of an article names.
Mentions: TypeAlias = dict[Span, list[str]]


def run_node(index: Index, run: Run) -> str:
    return index.iris.run(_run_key(run))


def _run_key(run: Run) -> str:
    return digest("\n".join((run.version, run.model, run.configuration)))


def run_triples(index: Index, run: Run) -> Iterator[Statement]:
    """The activity, the program that did it and the documents that it used."""
    activity, agent = run_node(index, run), index.iris.software(_run_key(run))
    yield activity, RDF.type, PROV.Activity
    yield activity, PROV.wasAssociatedWith, agent
    for article in index.articles:
        yield activity, PROV.used, article.node
    if run.corrections:
        file = index.iris.corrections(run.corrections)
        yield activity, PROV.used, file
        yield file, RDF.type, KG.CorrectionFile
        yield file, RDF.type, PROV.Entity
        for correction in index.world.corrections:
            yield file, KG.correction, text(correction)
    yield agent, RDF.type, PROV.SoftwareAgent
    yield agent, RDFS.label, text(f"newskg {run.version}")
    yield agent, SCHEMA.softwareVersion, text(run.version)
    yield agent, KG.model, text(run.model)
    yield agent, KG.configuration, text(run.configuration)


def document_triples(article: Article, embed_text: bool) -> Iterator[Statement]:
    """The article itself: its identity, its metadata, and what a digest cites."""
    document, me = article.document, article.node
    for kind in (SCHEMA.NewsArticle, NIF.Context, PROV.Entity):
        yield me, RDF.type, kind
    yield me, DCTERMS.identifier, text(document.id)
    yield me, SCHEMA.inLanguage, text(document.language)
    yield me, KG.sha256, text(document.sha256)
    yield me, KG.textSha256, text(document.text_sha256)
    if document.title:
        yield me, SCHEMA.headline, text(document.title)
    published = day(document.date)
    if published:
        yield me, SCHEMA.datePublished, published
    if document.url:
        yield me, SCHEMA.url, link(document.url)
    if document.publisher:
        yield from _publisher(article, document.publisher)
    if embed_text:
        yield me, NIF.isString, text(document.text)
    if document.citations:
        yield me, RDF.type, KG.Digest
    for citation in document.citations:
        cited = article.index.iris.cited_source(document.id, citation.number)
        yield me, SCHEMA.citation, cited
        yield cited, RDF.type, SCHEMA.NewsArticle
        yield cited, RDFS.label, text(citation.label)


def _publisher(article: Article, name: str) -> Iterator[Statement]:
    agent, known = article.index.publisher(name)
    yield article.node, SCHEMA.publisher, agent
    yield agent, RDF.type, PROV.Agent
    if not known:
        for kind in (KG.Entity, SCHEMA.NewsMediaOrganization, SCHEMA.Organization):
            yield agent, RDF.type, kind
        yield agent, RDFS.label, text(name)
        yield agent, KG.named, boolean(True)


def word_triples(article: Article, spans: Mentions) -> Iterator[Statement]:
    """The mentions of what the graph holds, the cues of its attributions, and the sentences that hold or are quoted."""
    for span, referents in spans.items():
        for nth, referent in enumerate(referents or [None], start=1):
            mention = mention_node(article, span, nth)
            yield mention, RDF.type, NIF.Phrase
            yield from _span(article, mention, span)
            if referent is not None:
                yield mention, ITSRDF.taIdentRef, referent
    for sentence in _sentences(article.extraction, spans):
        me = article.index.iris.span(article.document.id, *sentence)
        for kind in (NIF.Sentence, NIF.RFC5147String, PROV.Entity):
            yield me, RDF.type, kind
        yield from _span(article, me, sentence)


def mention_node(article: Article, span: Span, nth: int = 1) -> str:
    return article.index.iris.mention(article.document.id, *span, nth)


def _span(article: Article, me: str, span: Span) -> Iterator[Statement]:
    yield me, NIF.beginIndex, integer(span[0])
    yield me, NIF.endIndex, integer(span[1])
    yield me, NIF.anchorOf, text(article.document.text[span[0] : span[1]])
    yield me, NIF.referenceContext, article.node


def mentions(article: Article) -> Mentions:
    """What each span names, in a lasting order; a span that is only a cue names nothing."""
    index, doc, used = article.index, article.document.id, article.index.used
    spans: dict[Span, set[str]] = {}
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
    return {span: sorted(spans[span]) for span in sorted(spans)}


def _sentences(extraction: Extraction, mentions: Mentions) -> list[Span]:
    """The sentences that a claim quotes or that hold a mention."""
    begins = [sentence[0] for sentence in extraction.sentences]
    numbers = {claim.sentence for claim in extraction.claims} | {bisect_right(begins, span[0]) - 1 for span in mentions}
    return [extraction.sentences[n] for n in sorted(numbers) if n >= 0]
