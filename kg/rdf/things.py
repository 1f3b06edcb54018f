"""What the articles speak of: entities, events, times and quantities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.lexicon import Lexicon
from kg.model import Cluster, Event
from kg.rdf.index import Article, Index
from kg.rdf.terms import boolean, day, node, number, text
from kg.vocab import ENTITY_TYPES, KG, RDF, RDFS, SCHEMA, SEM, SKOS, TIME

_TYPE, _LABEL = node(RDF.type), node(RDFS.label)


def entity_triples(index: Index, lexicon: Lexicon) -> Iterator[Triple]:
    for cluster in index.written_entities():
        me = index.entity(cluster.key)
        yield Triple(me, _TYPE, node(KG.Entity))
        for kind in cluster.types:
            for iri in ENTITY_TYPES.get(kind, (SCHEMA.Thing,)):
                yield Triple(me, _TYPE, node(iri))
        yield Triple(me, _LABEL, text(cluster.label))
        for alias in cluster.aliases:
            if alias != cluster.label:
                yield Triple(me, node(SKOS.altLabel), text(alias))
        yield Triple(me, node(KG.named), boolean(cluster.named))
        entry = lexicon.gazetteer.get(cluster.link or "")
        if entry:
            for iri in entry.links:
                yield Triple(me, node(SKOS.exactMatch), node(iri))
            if entry.iso:
                yield Triple(me, node(KG.iso), text(entry.iso))


def event_triples(index: Index, lexicon: Lexicon) -> Iterator[Triple]:
    """Each event with the union of what its tellings give; a telling without a claim gives nothing."""
    articles = {article.document.id: article for article in index.articles}
    for cluster in index.written_events():
        me = index.event(cluster.key)
        yield from _event_identity(me, cluster, lexicon)
        for doc, local in cluster.members:
            if (doc, local) in index.used.told:
                yield from _event_content(me, articles[doc], articles[doc].events[local])


def _event_identity(me: NamedNode, cluster: Cluster, lexicon: Lexicon) -> Iterator[Triple]:
    yield Triple(me, _TYPE, node(SEM.Event))
    yield Triple(me, _TYPE, node(KG.Event))
    frames = [lexicon.event_types[kind] for kind in cluster.types if kind in lexicon.event_types]
    for kind in (*cluster.types, *(parent for frame in frames for parent in frame.parents)):
        yield Triple(me, _TYPE, node(KG[kind]))
    for term, codes in ((KG.plover, [f.plover for f in frames]), (KG.cameo, [f.cameo for f in frames])):
        code = next(filter(None, codes), None)  # the most specific type that has one
        if code:
            yield Triple(me, node(term), text(code))
    yield Triple(me, _LABEL, text(cluster.label))
    if cluster.lemma:
        yield Triple(me, node(KG.lemma), text(cluster.lemma))
    if cluster.status:
        yield Triple(me, node(KG.status), node(KG[cluster.status]))


def _event_content(me: NamedNode, article: Article, event: Event) -> Iterator[Triple]:
    for participant in article.participants(event):
        term = SEM.hasPlace if participant.role == "place" else KG[participant.role]
        yield Triple(me, node(term), participant.node)
        if participant.acts:
            yield Triple(me, node(SEM.hasActor), participant.node)
    time = article.time(event)
    if time is not None:
        yield Triple(me, node(SEM.hasTime), time)
    for quantity in event.quantities:
        yield Triple(me, node(KG.quantity), article.quantity(quantity))


def quantity_triples(article: Article) -> Iterator[Triple]:
    for local in _used_quantities(article):
        me, quantity = article.quantity(local), article.quantities[local]
        yield Triple(me, _TYPE, node(KG.Quantity))
        yield Triple(me, _LABEL, text(article.document.text[quantity.span[0] : quantity.span[1]]))
        yield Triple(me, node(KG.value), number(quantity.value))
        if quantity.min is not None:
            yield Triple(me, node(KG.min), number(quantity.min))
        if quantity.max is not None:
            yield Triple(me, node(KG.max), number(quantity.max))
        if quantity.unit:
            yield Triple(me, node(KG.unit), text(quantity.unit))
        if quantity.of:
            yield Triple(me, node(KG.of), article.thing(quantity.of))


def _told(article: Article) -> Iterator[Event]:
    return (event for event in article.extraction.events if (article.document.id, event.id) in article.index.used.told)


def _used_quantities(article: Article) -> list[str]:
    return sorted({quantity for event in _told(article) for quantity in event.quantities})


def time_triples(index: Index) -> Iterator[Triple]:
    """The times of told events; a value that means other days in other articles ("PRESENT_REF") gets no days."""
    days: dict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    for article in index.articles:
        for event in _told(article):
            when = article.when(event)
            if when is not None:
                days[when[0]].add(when[1:])
    for value, bounds in sorted(days.items()):
        me = node(index.iris.time(value))
        yield Triple(me, _TYPE, node(SEM.Time))
        yield Triple(me, _TYPE, node(TIME.TemporalEntity))
        yield Triple(me, _LABEL, text(value))
        yield Triple(me, node(KG.timex), text(value))
        begin, end = next(iter(bounds)) if len(bounds) == 1 else (None, None)
        for term, limit in ((SEM.hasEarliestBeginTimeStamp, day(begin)), (SEM.hasLatestEndTimeStamp, day(end))):
            if limit is not None:
                yield Triple(me, node(term), limit)
