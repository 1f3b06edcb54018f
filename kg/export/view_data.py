"""What the page shows, read from the triples of a finished graph: participants, happenings, lasting relations, and where sources disagree."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.export.view_claims import Telling, tellings
from kg.export.view_graph import EMPTY, ROLES, Graph, Row, day, days, local, roles, visible, web
from kg.rdf.terms import Statement
from kg.views.dates import period
from kg.vocab import DCTERMS, ENTITY_TYPES, KG, KG_IRI, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS

#: Classes that tell a reader nothing.
_PLAIN = frozenset({KG.Entity, KG.Event, SEM.Event, SEM.Actor, SEM.Place, PROV.Agent, PROV.Entity, SCHEMA.Thing})


class When(NamedTuple):
    """A time: first and last day as ``2026-03-02`` (the last is empty where it goes on), and the words for it."""

    first: str
    last: str
    words: str


@dataclass(frozen=True, slots=True)
class Article:
    """A source document. ``date`` is the day in words, ``url`` is empty unless it is http(s)."""

    iri: str
    id: str
    title: str
    publisher: str
    date: str
    url: str
    language: str
    published: str


@dataclass(slots=True)
class Thing:
    """A participant: ``types`` are local names of its narrowest classes; ``links`` are IRIs elsewhere."""

    iri: str
    label: str
    types: tuple[str, ...]
    names: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    named: bool = True
    mentions: int = 0


@dataclass(slots=True)
class Happening:
    """An event, or a lasting relation (``lasting``), with its participants as ``(role, IRI)`` and the claims that tell it."""

    iri: str
    label: str
    verb: str
    status: str
    roles: tuple[tuple[str, str], ...]
    types: tuple[str, ...] = ()
    times: tuple[When, ...] = ()
    quantities: tuple[str, ...] = ()
    lasting: bool = False
    tellings: list[Telling] = field(default_factory=list)
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict: what it is about ("number", "polarity" …), and for each side the claims that take it."""

    iri: str
    kind: str
    sides: tuple[tuple[Telling, ...], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The whole graph, as the page tells it. Keys are IRIs; every container is in a fixed order."""

    articles: dict[str, Article]
    things: dict[str, Thing]
    happenings: dict[str, Happening]
    disagreements: tuple[Disagreement, ...]


def read(statements: Iterable[Statement]) -> Story:
    """Read the story of a finished graph. The result does not depend on the order of its statements."""
    return told_by(Graph(statements))


def told_by(graph: Graph) -> Story:
    """The story of a graph to which all was added."""
    graph.end()
    articles = _articles(graph)
    things = _things(graph)
    happenings = _happenings(graph, things)
    told = tellings(graph, things, happenings)
    for telling in told:
        _hold(happenings, things, telling)
    _finish(graph, happenings.values())
    disagreements = _disagreements(graph, told)
    contested = {telling.iri for one in disagreements for side in one.sides for telling in side}
    for happening in happenings.values():
        happening.disputed = happening.status == "disputed" or any(telling.iri in contested for telling in happening.tellings)
    return Story(articles, things, dict(sorted(happenings.items())), disagreements)


def _articles(graph: Graph) -> dict[str, Article]:
    articles = {}
    for iri, row in graph.all(SCHEMA.NewsArticle).items():
        if KG.sha256 not in row:
            continue  # only cited by an article, not read
        name = row.one(DCTERMS.identifier) or iri
        title = row.one(SCHEMA.headline) or name
        publisher = ", ".join(graph.label(agent) or visible(agent) for agent in row.get(SCHEMA.publisher))
        published = row.one(SCHEMA.datePublished)
        url, language = web(row.one(SCHEMA.url)), row.one(SCHEMA.inLanguage)
        articles[iri] = Article(iri, visible(name), visible(title), publisher, day(published), url, language, visible(published))
    return dict(sorted(articles.items(), key=lambda entry: (entry[1].published, entry[0])))


def _types(row: Row) -> tuple[str, ...]:
    """Local names of the classes that tell something: no superclass of another one."""
    kinds = row.get(RDF.type)
    wider = {parent for classes in ENTITY_TYPES.values() if classes[0] in kinds for parent in classes[1:]}
    return tuple(re.split(r"[#/:]", kind)[-1] for kind in kinds if kind not in _PLAIN and kind not in wider)


def _things(graph: Graph) -> dict[str, Thing]:
    counts = Counter(referent for mentions in graph.mentions.values() for mention in mentions for referent in mention.referents)
    things = {}
    for iri, row in graph.all(KG.Entity).items():
        label = row.one(RDFS.label) or local(iri)
        names = tuple(_others(label, row.get(SKOS.altLabel)))
        links = tuple(link for link in row.get(SKOS.exactMatch) + row.get(OWL.sameAs) if web(link))
        things[iri] = Thing(iri, visible(label), _types(row), names, links, row.one(KG.named, "true") != "false", counts[iri])
    return things


def _others(label: str, names: Iterable[str]) -> Iterator[str]:
    """The names that are not the label or one another in other letters ("maduro" beside "Maduro")."""
    seen = {label.casefold()}
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield visible(name)


def _happenings(graph: Graph, things: dict[str, Thing]) -> dict[str, Happening]:
    times = graph.all(SEM.Time)
    quantities = graph.all(KG.Quantity)
    events = graph.all(KG.Event)
    known = things.keys() | events.keys()
    happenings = {}
    for iri, row in events.items():
        lemma = visible(row.one(KG.lemma)) or local(iri)
        happenings[iri] = Happening(
            iri,
            visible(row.one(RDFS.label)) or lemma,
            lemma,
            local(row.one(KG.status)),
            roles(row, known),
            _types(row),
            tuple(sorted(when for time in row.get(SEM.hasTime) if (when := _when(times.get(time, EMPTY))))),
            tuple(_amount(quantities[key]) for key in row.get(KG.quantity) if key in quantities),
        )
    return happenings


def _when(row: Row) -> When | None:
    """The days of a time; None for what is no date ("P3M", "PRESENT_REF")."""
    found = period(row.one(KG.timex))
    return When(found.first.isoformat(), found.last.isoformat() if found.last else "", days(found.words)) if found else None


def _amount(row: Row) -> str:
    """``at least 110 people``: a quantity in words."""
    value, low, high = (row.one(term) for term in (KG.value, KG.min, KG.max))
    number = f"at least {low}" if low else f"at most {high}" if high else value
    if low and high:
        number = value if low == high else f"{low} to {high}"
    return visible(f"{number} {row.one(KG.unit)}".strip())


def _hold(happenings: dict[str, Happening], things: dict[str, Thing], telling: Telling) -> None:
    """Put the claim to its event; without one it tells a lasting relation, which all claims of the same triple share."""
    key = telling.event if telling.event in happenings else " ".join((telling.subject, telling.predicate, telling.object))
    if key not in happenings:
        if telling.subject not in things or telling.object not in things:
            return
        happenings[key] = Happening(key, "", "", "", (("agent", telling.subject), ("patient", telling.object)), lasting=True)
    happenings[key].tellings.append(telling)


def _finish(graph: Graph, happenings: Iterable[Happening]) -> None:
    """Verb and status as the claims give them: the relation that most claims name, unless all they name is a role."""
    for happening in happenings:
        named = Counter(one.predicate for one in happening.tellings if one.predicate.removeprefix(KG_IRI) not in ROLES)
        if named:
            predicate = min(named, key=lambda iri: (-named[iri], iri))
            happening.verb = graph.label(predicate) or local(predicate)
        happening.label = happening.label or happening.verb
        happening.status = happening.status or _status(happening.tellings)


def _status(tellings: list[Telling]) -> str:
    """How well a relation stands, from its claims: asserted before reported before the first modality in the alphabet."""
    actual = [telling for telling in tellings if telling.modality == "actual"]
    if not actual:
        return min((telling.modality for telling in tellings), default="")
    if {telling.polarity for telling in actual} == {"negative"}:
        return "denied"
    return "reported" if all(telling.sources for telling in actual) else "asserted"


def _disagreements(graph: Graph, tellings: list[Telling]) -> tuple[Disagreement, ...]:
    stated: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for proposition in telling.propositions:
            stated[proposition].append(telling)
    found = []
    for iri, row in graph.all(KG.Conflict).items():
        sides = tuple(tuple(stated[side]) for side in row.get(KG.between) if stated[side])
        if len(sides) > 1:
            found.append(Disagreement(iri, local(row.one(KG.conflictKind)).removesuffix(" conflict"), sides))
    return tuple(found)
