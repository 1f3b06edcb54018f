"""Claims, who is behind them, what they say alike, and the few triples that stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Attribution, Proposition
from kg.rdf.documents import mention_node
from kg.rdf.index import Article, Index
from kg.rdf.terms import Statement, hundredths, integer, text
from kg.vocab import KG, PROV, RDF, RDFS, SCHEMA

#: What leads from a happening to who and what takes part; no relation between two of these.
_ROLES = frozenset("agent patient recipient topic instrument source goal purpose beneficiary cause result attribute place time".split())


def claim_triples(article: Article, run: str) -> Iterator[Statement]:
    states = article.index.propositions_of
    for claim in article.extraction.claims:
        me = article.claim(claim)
        for kind in (KG.Claim, RDF.Statement, PROV.Entity):
            yield me, RDF.type, kind
        yield from _statement(me, article.reified(claim))
        yield me, PROV.wasQuotedFrom, article.sentence(claim.sentence)
        yield me, SCHEMA.appearance, article.node
        yield me, PROV.wasGeneratedBy, run
        yield me, KG.polarity, KG[claim.polarity]
        yield me, KG.modality, KG[claim.modality]
        yield me, KG.confidence, hundredths(claim.confidence)
        yield me, KG.rule, text(claim.rule)
        for citation in claim.citations:
            yield me, PROV.hadPrimarySource, article.index.iris.cited_source(article.document.id, citation)
        for proposition in states.get((article.document.id, claim.id), ()):
            yield me, KG.states, article.index.iris.proposition(proposition)
        if claim.event:
            yield from _telling(me, article, claim.event)
        if claim.attribution:
            yield me, KG.attribution, _attribution(article, claim.attribution)
            speaker = article.speaker(claim)
            if speaker is not None:
                yield me, PROV.wasAttributedTo, speaker


def _statement(me: str, triple: Statement) -> Iterator[Statement]:
    for term, value in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        yield me, term, value


def _telling(me: str, article: Article, local: str) -> Iterator[Statement]:
    """The event as this one sentence gives it."""
    event = article.events[local]
    yield me, KG.about, article.thing(local)
    wording = article.index.world.wordings.get((article.document.id, local))
    if wording:
        yield me, RDFS.label, text(wording)
    yield me, KG.lemma, text(event.lemma)
    for participant in article.participants(event):
        yield me, KG[participant.role], participant.node
    time = article.time(event)
    if time is not None:
        yield me, KG.time, time
    for quantity in event.quantities:
        yield me, KG.quantity, article.quantity(quantity)


def _attribution(article: Article, local: str) -> str:
    return article.index.iris.attribution(article.document.id, local)


def attribution_triples(article: Article) -> Iterator[Statement]:
    for attribution in article.extraction.attributions:
        if (article.document.id, attribution.id) in article.index.used.attributions:
            yield from _attribution_triples(article, attribution)


def _attribution_triples(article: Article, attribution: Attribution) -> Iterator[Statement]:
    me = _attribution(article, attribution.id)
    yield me, RDF.type, KG.Attribution
    if attribution.entity:
        source = article.thing(attribution.entity)
        yield me, KG.source, source
        yield source, RDF.type, PROV.Agent
    for cue in attribution.cue:
        yield me, KG.cue, mention_node(article, cue)
    if attribution.parent:
        yield me, KG.within, _attribution(article, attribution.parent)


def direct_triples(index: Index) -> Iterator[Statement]:
    """What stands by itself: the triple of each asserted claim, so that each rests on a claim that has it."""
    asserted = set(index.world.asserted)
    for article in index.articles:
        for claim in article.extraction.claims:
            if (article.document.id, claim.id) in asserted:
                yield article.reified(claim)


def relation_triples(index: Index) -> Iterator[Statement]:
    """Every relation in use has a label, and stands below the one above all others unless it is a role."""
    for name, known in sorted(index.used.relations):
        me = index.relation(name, known)
        yield me, RDF.type, RDF.Property
        if known:
            yield me, RDFS.label, text(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower())
        else:
            yield me, RDFS.label, text(name.replace("_", " "))
        if not known or name not in _ROLES:
            yield me, RDFS.subPropertyOf, KG.relatedTo


def _content(index: Index, proposition: Proposition) -> Statement:
    """The triple of a proposition: what its first claim is about, or one contested attribute of a happening."""
    article, claim = index.told_in(proposition.claims[0])
    if proposition.attribute is None:
        return article.reified(claim)
    value = {
        "time": index.iris.time,
        "status": KG.__getitem__,
        "quantity": article.quantity,
    }.get(proposition.attribute, index.entity)(proposition.object)
    return index.event(proposition.subject), KG[proposition.attribute], value


def agreement_triples(index: Index) -> Iterator[Statement]:
    """Propositions and the conflicts between them."""
    for proposition in index.world.propositions:
        me = index.iris.proposition(proposition.key)
        yield me, RDF.type, KG.Proposition
        yield me, RDF.type, SCHEMA.Claim
        yield from _statement(me, _content(index, proposition))
        yield me, KG.polarity, KG[proposition.polarity]
        yield me, KG.sourceCount, integer(proposition.sources)
        yield me, KG.independentSourceCount, integer(len(proposition.origins))
        for origin in proposition.origins:
            yield me, KG.origin, index.origin(origin)
    for conflict in index.world.conflicts:
        me = index.iris.conflict(conflict.key)
        yield me, RDF.type, KG.Conflict
        yield me, KG.conflictKind, KG[f"{conflict.kind}Conflict"]
        yield me, KG.rule, text(conflict.rule)
        for key in conflict.between:
            yield me, KG.between, index.iris.proposition(key)
