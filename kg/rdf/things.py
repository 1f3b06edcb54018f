"""What the articles speak of: entities, events, times and quantities."""

from __future__ import annotations

from collections.abc import Iterator

from kg.days import bounds
from kg.lexicon import Lexicon
from kg.model import Cluster, Event
from kg.rdf.index import Article, Index
from kg.rdf.terms import Statement, boolean, day, number, text
from kg.vocab import ENTITY_TYPES, KG, RDF, RDFS, SCHEMA, SEM, SKOS, TIME


def entity_triples(index: Index, lexicon: Lexicon) -> Iterator[Statement]:
    for cluster in index.written_entities():
        me = index.entity(cluster.key)
        yield me, RDF.type, KG.Entity
        for kind in cluster.types:
            for iri in ENTITY_TYPES.get(kind, (SCHEMA.Thing,)):
                yield me, RDF.type, iri
        yield me, RDFS.label, text(cluster.label)
        for alias in cluster.aliases:
            if alias != cluster.label:
                yield me, SKOS.altLabel, text(alias)
        yield me, KG.named, boolean(cluster.named)
        entry = lexicon.gazetteer.get(cluster.link or "")
        if cluster.link and cluster.link.startswith(("http://", "https://")):
            yield me, SKOS.exactMatch, cluster.link
        if entry:
            for iri in entry.links:
                yield me, SKOS.exactMatch, iri
            if entry.iso:
                yield me, KG.iso, text(entry.iso)


def event_triples(index: Index, lexicon: Lexicon) -> Iterator[Statement]:
    """Each event with the union of what its tellings give; a telling without a claim gives nothing.

    An event that no claim tells, and that only takes part in another one, is mentioned: nobody says that it is so.
    """
    articles = {article.document.id: article for article in index.articles}
    for cluster in index.written_events():
        me = index.event(cluster.key)
        told = [(doc, local) for doc, local in cluster.members if (doc, local) in index.used.told]
        tellings = [articles[doc].events[local] for doc, local in told]
        yield from _event_identity(me, cluster, lexicon)
        yield from _event_standing(me, cluster, lexicon, tellings) if told else ((me, KG.status, KG.onlyMentioned),)
        if cluster.part_of in index.used.events:
            yield me, KG.subEventOf, index.event(cluster.part_of)
            yield index.event(cluster.part_of), SEM.hasSubEvent, me
        for doc, local in told:
            yield from _event_content(me, articles[doc], articles[doc].events[local])


def _event_identity(me: str, cluster: Cluster, lexicon: Lexicon) -> Iterator[Statement]:
    yield me, RDF.type, SEM.Event
    yield me, RDF.type, KG.Event
    frames = [lexicon.event_types[kind] for kind in cluster.types if kind in lexicon.event_types]
    for kind in (*cluster.types, *(parent for frame in frames for parent in frame.parents)):
        yield me, RDF.type, KG[kind]
    yield me, RDFS.label, text(cluster.label)
    if cluster.lemma:
        yield me, KG.lemma, text(cluster.lemma)


def _event_standing(me: str, cluster: Cluster, lexicon: Lexicon, tellings: list[Event]) -> Iterator[Statement]:
    """The codes by which it is counted, and how well it stands."""
    frames = [lexicon.event_types[kind] for kind in cluster.types if kind in lexicon.event_types]
    kinds = {frame.id: frame for frame in frames}
    coded = [telling.cameo is not None for telling in tellings if telling.type in kinds and kinds[telling.type].cameo]
    withheld = bool(coded) and 2 * sum(coded) <= len(coded)  # half of the tellings are of an accident, or of nobody whom the codes are for
    for term, codes in ((KG.plover, [f.plover for f in frames]), (KG.cameo, [f.cameo for f in frames])):
        code = next(filter(None, codes), None)  # the most specific type that has one
        if code and not withheld:
            yield me, term, text(code)
    if cluster.status:
        yield me, KG.status, KG[cluster.status]


def _event_content(me: str, article: Article, event: Event) -> Iterator[Statement]:
    for participant in article.participants(event):
        term = SEM.hasPlace if participant.role == "place" else KG[participant.role]
        yield me, term, participant.node
        if participant.acts:
            yield me, SEM.hasActor, participant.node
    time = article.time(event)
    if time is not None:
        yield me, SEM.hasTime, time
    for quantity in event.quantities:
        yield me, KG.quantity, article.quantity(quantity)


def quantity_triples(article: Article) -> Iterator[Statement]:
    for local in _used_quantities(article):
        me, quantity = article.quantity(local), article.quantities[local]
        yield me, RDF.type, KG.Quantity
        yield me, RDFS.label, text(article.document.text[quantity.span[0] : quantity.span[1]])
        yield me, KG.value, number(quantity.value)
        if quantity.min is not None:
            yield me, KG.min, number(quantity.min)
        if quantity.max is not None:
            yield me, KG.max, number(quantity.max)
        if quantity.unit:
            yield me, KG.unit, text(quantity.unit)
        if quantity.of:
            yield me, KG.of, article.thing(quantity.of)


def _told(article: Article) -> Iterator[Event]:
    return (event for event in article.extraction.events if (article.document.id, event.id) in article.index.used.told)


def _used_quantities(article: Article) -> list[str]:
    return sorted({quantity for event in _told(article) for quantity in event.quantities})


def time_triples(index: Index) -> Iterator[Statement]:
    """The times of told events, with the days that the calendar gives their values: one node stands for all articles."""
    told = {when for article in index.articles for event in _told(article) if (when := article.when(event)) is not None}
    contested = {proposition.object for proposition in index.world.propositions if proposition.attribute == "time"}
    for value in sorted(told | contested):
        me = index.iris.time(value)
        yield me, RDF.type, SEM.Time
        yield me, RDF.type, TIME.TemporalEntity
        yield me, RDFS.label, text(value)
        yield me, KG.timex, text(value)
        for term, limit in zip((SEM.hasEarliestBeginTimeStamp, SEM.hasLatestEndTimeStamp), bounds(value), strict=True):
            if limit is not None and (written := day(limit.isoformat())):
                yield me, term, written
