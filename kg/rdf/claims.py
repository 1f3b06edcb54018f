"""Claims, who is behind them, what they say alike, and the few triples that stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.model import Attribution, Claim
from kg.rdf.documents import mention_node
from kg.rdf.index import Article, Index, Statement
from kg.rdf.terms import hundredths, integer, node, text
from kg.vocab import KG, PROV, RDF, RDFS, SCHEMA

_TYPE, _LABEL = node(RDF.type), node(RDFS.label)


def claim_triples(article: Article, run: NamedNode) -> Iterator[Triple]:
    states = article.index.propositions_of
    for claim in article.extraction.claims:
        me = article.claim(claim)
        for kind in (KG.Claim, RDF.Statement, PROV.Entity):
            yield Triple(me, _TYPE, node(kind))
        yield from _statement(me, article.reified(claim))
        yield Triple(me, node(PROV.wasQuotedFrom), article.sentence(claim.sentence))
        yield Triple(me, node(SCHEMA.appearance), article.node)
        yield Triple(me, node(PROV.wasGeneratedBy), run)
        yield Triple(me, node(KG.polarity), node(KG[claim.polarity]))
        yield Triple(me, node(KG.modality), node(KG[claim.modality]))
        yield Triple(me, node(KG.confidence), hundredths(claim.confidence))
        yield Triple(me, node(KG.rule), text(claim.rule))
        for citation in claim.citations:
            yield Triple(me, node(PROV.hadPrimarySource), node(article.index.iris.cited_source(article.document.id, citation)))
        for proposition in states.get((article.document.id, claim.id), ()):
            yield Triple(me, node(KG.states), node(article.index.iris.proposition(proposition)))
        if claim.event:
            yield from _telling(me, article, claim.event)
        if claim.attribution:
            yield Triple(me, node(KG.attribution), _attribution(article, claim.attribution))
            speaker = article.speaker(claim)
            if speaker is not None:
                yield Triple(me, node(PROV.wasAttributedTo), speaker)


def _statement(me: NamedNode, triple: Statement) -> Iterator[Triple]:
    for term, value in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        yield Triple(me, node(term), value)


def _telling(me: NamedNode, article: Article, local: str) -> Iterator[Triple]:
    """The event as this one sentence gives it."""
    event = article.events[local]
    yield Triple(me, node(KG.about), article.thing(local))
    yield Triple(me, node(KG.lemma), text(event.lemma))
    for participant in article.participants(event):
        yield Triple(me, node(KG[participant.role]), participant.node)
    time = article.time(event)
    if time is not None:
        yield Triple(me, node(KG.time), time)
    for quantity in event.quantities:
        yield Triple(me, node(KG.quantity), article.quantity(quantity))


def _attribution(article: Article, local: str) -> NamedNode:
    return node(article.index.iris.attribution(article.document.id, local))


def attribution_triples(article: Article) -> Iterator[Triple]:
    for attribution in article.extraction.attributions:
        if (article.document.id, attribution.id) in article.index.used.attributions:
            yield from _attribution_triples(article, attribution)


def _attribution_triples(article: Article, attribution: Attribution) -> Iterator[Triple]:
    me = _attribution(article, attribution.id)
    yield Triple(me, _TYPE, node(KG.Attribution))
    if attribution.entity:
        source = article.thing(attribution.entity)
        yield Triple(me, node(KG.source), source)
        yield Triple(source, _TYPE, node(PROV.Agent))
    for cue in attribution.cue:
        yield Triple(me, node(KG.cue), mention_node(article, cue))
    if attribution.parent:
        yield Triple(me, node(KG.within), _attribution(article, attribution.parent))


def direct_triples(index: Index) -> Iterator[Triple]:
    """What stands by itself: the triple of each asserted claim, and the pairs of its event that nobody disputes."""
    asserted = set(index.world.asserted)
    claims = [(article, claim) for article in index.articles for claim in article.extraction.claims]
    disputed = {
        triple for article, claim in claims if _disputes(claim) for triple in (article.reified(claim), *article.pairs(claim))
    }
    for article, claim in claims:
        if (article.document.id, claim.id) in asserted:
            yield Triple(*article.reified(claim))
            yield from (Triple(*pair) for pair in article.pairs(claim) if pair not in disputed)


def _disputes(claim: Claim) -> bool:
    return claim.polarity == "negative" or claim.modality == "denied"


def relation_triples(index: Index) -> Iterator[Triple]:
    """Every relation in use has a label; an open one is declared, being in no ontology file."""
    for name, known in sorted(index.used.relations):
        me = index.relation(name, known)
        yield Triple(me, _TYPE, node(RDF.Property))
        if known:
            yield Triple(me, _LABEL, text(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()))
        else:
            yield Triple(me, _LABEL, text(name.replace("_", " ")))
            yield Triple(me, node(RDFS.subPropertyOf), node(KG.relatedTo))


def agreement_triples(index: Index) -> Iterator[Triple]:
    """Propositions and the conflicts between them."""
    for proposition in index.world.propositions:
        me = node(index.iris.proposition(proposition.key))
        yield Triple(me, _TYPE, node(KG.Proposition))
        yield Triple(me, _TYPE, node(SCHEMA.Claim))
        article, claim = index.told_in(proposition.claims[0])
        yield from _statement(me, article.reified(claim))
        yield Triple(me, node(KG.polarity), node(KG[proposition.polarity]))
        yield Triple(me, node(KG.sourceCount), integer(proposition.sources))
        yield Triple(me, node(KG.independentSourceCount), integer(len(proposition.origins)))
        for origin in proposition.origins:
            yield Triple(me, node(KG.origin), index.origin(origin, proposition))
    for conflict in index.world.conflicts:
        me = node(index.iris.conflict(conflict.key))
        yield Triple(me, _TYPE, node(KG.Conflict))
        yield Triple(me, node(KG.conflictKind), node(KG[f"{conflict.kind}Conflict"]))
        yield Triple(me, node(KG.rule), text(conflict.rule))
        for key in conflict.between:
            yield Triple(me, node(KG.between), node(index.iris.proposition(key)))
