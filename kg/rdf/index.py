"""Look-ups over a :class:`World`: the IRI of every record, and which records take part in anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.days import bounds
from kg.ids import Iris, slug
from kg.model import TYPE, Attribution, Claim, Cluster, Derivation, Entity, Event, Extraction, Origin, Quantity, Ref, TimeExpression, World
from kg.rdf.terms import Statement
from kg.vocab import KG, RDF

#: Types of entities that act; a role filled by one is a ``sem:hasActor`` too, as is what an attributed source does.
ACTORS = frozenset({"Person", "Organization", "GovernmentOrganization", "NewsMediaOrganization", "Group", "Country", "State"})
_PUBLISHERS = frozenset({"Organization", "GovernmentOrganization", "NewsMediaOrganization"})


@dataclass(frozen=True, slots=True)
class Participant:
    """One thing in one role of an event: ``role`` is a local name in the kg namespace."""

    role: str
    node: str
    acts: bool


class Article:
    """One extraction with its records by local id and the nodes that stand for them in the graph."""

    def __init__(self, extraction: Extraction, index: Index) -> None:
        self.document = extraction.document
        self.extraction = extraction
        self.index = index
        self.entities: dict[str, Entity] = {e.id: e for e in extraction.entities}
        self.events: dict[str, Event] = {e.id: e for e in extraction.events}
        self.times: dict[str, TimeExpression] = {t.id: t for t in extraction.times}
        self.quantities: dict[str, Quantity] = {q.id: q for q in extraction.quantities}
        self.attributions: dict[str, Attribution] = {a.id: a for a in extraction.attributions}
        self.claims: dict[str, Claim] = {c.id: c for c in extraction.claims}
        self.node = index.iris.document(self.document.id)
        self._participants: dict[str, tuple[Participant, ...]] = {}

    def key(self, local: str) -> str:
        """The cluster that a local entity or event belongs to."""
        return self.index.world.names[self.document.id, local]

    def thing(self, local: str) -> str:
        """The node of a local entity or event."""
        return self.index.event(self.key(local)) if local in self.events else self.index.entity(self.key(local))

    def time(self, event: Event) -> str | None:
        """The node of an event's time; None where it has no value."""
        when = self.when(event)
        return self.index.iris.time(when) if when is not None else None

    def when(self, event: Event) -> str | None:
        """The value of an event's time: an EDTF interval where it only begins ("2013/..") or ends ("../2013") then, or has an end."""
        time = self.times[event.time] if event.time else None
        if time is None or not time.value:
            return None
        if event.until:
            return f"../{time.value}"
        last = self.times[event.through] if event.through else None
        if last is not None:
            return f"{time.value}/{last.value}"  # "1945/1956"
        return f"{time.value}/.." if event.since else _interval(time)

    def quantity(self, local: str) -> str:
        return self.index.iris.quantity(self.document.id, local)

    def sentence(self, number: int) -> str:
        return self.index.iris.span(self.document.id, *self.extraction.sentences[number])

    def claim(self, claim: Claim) -> str:
        return self.index.iris.claim(self.document.id, claim.id)

    def speaker(self, claim: Claim) -> str | None:
        """Whoever a claim is attributed to; None for the document's own voice and for a source without a name."""
        source = self.attributions[claim.attribution].entity if claim.attribution else None
        return self.thing(source) if source else None

    def participants(self, event: Event) -> tuple[Participant, ...]:
        """Who and what takes part, the place among them; nothing takes part in itself."""
        if event.id not in self._participants:
            self._participants[event.id] = tuple(self._taking_part(event))
        return self._participants[event.id]

    def _taking_part(self, event: Event) -> Iterator[Participant]:
        roles = [(role.role, role.entity) for role in event.roles]
        if event.place:
            roles.append(("place", event.place))
        itself = self.thing(event.id)
        for role, filler in dict.fromkeys(roles):
            thing = self.thing(filler)
            if thing != itself:
                yield Participant(role, thing, filler not in self.events and self._acts(role, self.key(filler)))

    def _acts(self, role: str, key: str) -> bool:
        """Whether who has a role is an actor: by its type, or as one who does something and elsewhere says something ("Moscow", "the report")."""
        return role != "place" and (bool(ACTORS & set(self.index.types(key))) or (role == "agent" and key in self.index.used.sources))

    def relation(self, claim: Claim) -> str:
        return self.index.relation(claim.predicate, claim.known)

    def reified(self, claim: Claim) -> Statement:
        """The one triple that a claim is about; of a happening of which only the day is told its time, and of one of which nothing is its type."""
        if claim.predicate == TYPE:
            return self.thing(claim.subject), RDF.type, KG[self.index.kind(self.key(claim.subject))]
        when = self.time(self.events[claim.event]) if claim.event and claim.object in self.times else None
        return self.thing(claim.subject), self.relation(claim), when or self.thing(claim.object)


@dataclass(slots=True)
class Used:
    """What the claims speak of. Clusters by key, records by address, relations as (name, known)."""

    entities: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    told: set[Ref] = field(default_factory=set)  # events that a claim is about
    attributions: set[Ref] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)  # entities that something is attributed to
    relations: set[tuple[str, bool]] = field(default_factory=set)


class Index:
    """Names and uses over the whole world. Raises KeyError where ``world.names`` lacks a record that a claim uses."""

    def __init__(self, world: World, base_iri: str) -> None:
        self.world = world
        self.iris = Iris(base_iri)
        self._entities = {cluster.key: cluster for cluster in world.entities}
        self._events = {cluster.key: cluster for cluster in world.events}
        self.articles = [Article(extraction, self) for extraction in sorted(world.extractions, key=lambda e: e.document.id)]
        self._by_document = {article.document.id: article for article in self.articles}
        self._publishers = _publishers(world.entities)
        self.propositions_of: dict[Ref, list[str]] = defaultdict(list)  # a claim's address -> keys of what it states
        for proposition in world.propositions:
            for ref in proposition.claims:
                self.propositions_of[ref].append(proposition.key)
        self.derivations: dict[str, list[Derivation]] = defaultdict(list)  # by the document that comes from elsewhere, or has a source that does
        for derivation in world.derivations:
            self.derivations[derivation.derived.key].append(derivation)
        self.used = Used(entities={cluster.key for cluster in world.entities if cluster.named})
        for article in self.articles:
            for claim in article.extraction.claims:
                self._use_claim(article, claim)

    def entity(self, key: str) -> str:
        return self.iris.entity(key)

    def event(self, key: str) -> str:
        return self.iris.event(key)

    def relation(self, name: str, known: bool) -> str:
        return KG[name] if known else self.iris.relation(name)

    def told_in(self, ref: Ref) -> tuple[Article, Claim]:
        """A claim by its address."""
        article = self._by_document[ref[0]]
        return article, article.claims[ref[1]]

    def origin(self, origin: Origin) -> str:
        """The node of an entity, a document or an entry of a digest's source list."""
        if origin.kind == "citation":
            return self.iris.cited_source(origin.key, origin.number)
        return self.entity(origin.key) if origin.kind == "entity" else self.iris.document(origin.key)

    def types(self, key: str) -> tuple[str, ...]:
        """The types of an entity's cluster, as in ``Cluster.types``."""
        return self._entities[key].types if key in self._entities else ()

    def kind(self, key: str) -> str:
        """The most specific type of an event."""
        return self._events[key].types[0]

    def publisher(self, name: str) -> tuple[str, bool]:
        """The agent that a publisher's name stands for, and whether an entity of the articles has it already."""
        key = self._publishers.get(name.casefold())
        if key:
            return self.entity(key), True
        own = slug(name)
        return self.entity(f"{own}-publisher" if own in self._entities else own), False

    def written_entities(self) -> list[Cluster]:
        return [self._entities[key] for key in sorted(self.used.entities)]

    def written_events(self) -> list[Cluster]:
        return [self._events[key] for key in sorted(self.used.events)]

    def _use(self, article: Article, local: str) -> None:
        if local in article.times:
            return
        (self.used.events if local in article.events else self.used.entities).add(article.key(local))

    def _use_claim(self, article: Article, claim: Claim) -> None:
        doc = article.document.id
        self._use(article, claim.subject)
        self._use(article, claim.object)
        if claim.predicate != TYPE:
            self.used.relations.add((claim.predicate, claim.known))
        if claim.event and (doc, claim.event) not in self.used.told:
            self._use_event(article, article.events[claim.event])
        attribution = claim.attribution
        while attribution and (doc, attribution) not in self.used.attributions:
            self.used.attributions.add((doc, attribution))
            record = article.attributions[attribution]
            if record.entity:
                self._use(article, record.entity)
                self.used.sources.add(article.key(record.entity))
            attribution = record.parent

    def _use_event(self, article: Article, event: Event) -> None:
        self.used.told.add((article.document.id, event.id))
        self._use(article, event.id)
        for local in [role.entity for role in event.roles] + ([event.place] if event.place else []):
            self._use(article, local)
        for quantity in event.quantities:
            counted = article.quantities[quantity].of
            if counted:
                self._use(article, counted)


def _interval(time: TimeExpression) -> str:
    """A time's value; both ends where it has a second one that the value does not tell: "May 10-11", "1980-1988" (the years, not how many)."""
    value, begin, end = time.value or "", time.begin or "", time.end or ""
    if time.type == "DURATION":
        return f"{begin[:4]}/{end[:4]}" if begin.endswith("-01-01") and end.endswith("-12-31") else value
    last = bounds(value)[1]
    return f"{value}/{end}" if last is not None and end > last.isoformat() else value


def _publishers(entities: tuple[Cluster, ...]) -> dict[str, str]:
    """Names of organisations, in lower case, to the key of the first cluster that has them; labels go before aliases."""
    found: dict[str, set[str]] = defaultdict(set)
    for cluster in entities:
        if cluster.named and _PUBLISHERS & set(cluster.types):
            found[cluster.label.casefold()].add(f"0{cluster.key}")
            for alias in cluster.aliases:
                found[alias.casefold()].add(f"1{cluster.key}")
    return {name: min(keys)[1:] for name, keys in found.items()}
