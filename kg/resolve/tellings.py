"""Tellings of happenings made comparable: what kind, who and what takes part, when, one or several, in which words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.lexicon import Lexicon
from kg.model import Entity, Event, Extraction, Quantity, Ref, TimeExpression
from kg.resolve.context import PLACES
from kg.resolve.described import SETTLEMENTS
from kg.resolve.kinds import is_a
from kg.resolve.stories import Stories, Vector

Days = tuple[str, str]  # first and last, ISO
Stretches = tuple[tuple[int, int], ...]  # of days, first and last, numbered from the year 1

#: Types that say too little to make two happenings of the same type alike.
VAGUE = frozenset({"Event", "Statement", "Change", "Causation", "Inclusion", "Indication"})
_PHASES = frozenset({"Beginning", "Ending"})  # so do they: what begins is what counts
_COURSES = ("Rise", "Fall", "Increase", "Decrease")  # what prices and indices do each day
#: Kinds of described participants: what is of one kind is not of another.
KINDS = {
    "Person": "people", "Group": "people", "Vessel": "vessel", "Vehicle": "vehicle", "Facility": "place", "Place": "place", "City": "place",
    "Organization": "body", "GovernmentOrganization": "body", "Product": "product",
}  # fmt: skip
#: A phrase that speaks of certain happenings, not of a kind of them.
DETERMINED = re.compile(r"(?:an?|the|this|that|these|those|such|its|his|her|their|our|my|your|some|\d+|[A-Z][\w.]*['’]s?)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|such)\b", re.IGNORECASE)
_OTHERS = frozenset({"another", "second", "third", "fourth", "fifth"})  # first words of a phrase for one beside those told of
_PARTIES = ("agent", "recipient", "place")
_TAKEN = frozenset({"against", "to", "with", "about"})
_MANY = 24  # words of a type
_NEWS = timedelta(days=14)  # how long ago a happening may be that is reported as new
_OPEN = "9999-12-31"
_LONG_AGO = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Known:
    """What a telling comes to where it is compared with others (:mod:`kg.resolve.alike`): reckoned once, used a hundred times."""

    days: Stretches
    brief: bool  # whether a stretch says which day or so
    single: bool  # whether it is one happening, by its noun or by its day
    people: set[str]
    nations: set[str]  # that the agents are or act for
    other_nations: set[str]  # the same of others
    doing: set[str]  # agents with a name, and the nations that they are or act for
    undergone: set[str]  # the same of those whom it befell
    involves: bool  # whether it is said what or whom it befell or concerned
    told: int | None  # the day of the document, numbered from the year 1


@dataclass(slots=True)
class Telling:
    """One event of one document, or several of them that tell the same happening there."""

    members: list[Ref]
    doc: str
    lemmas: set[str]
    types: set[str]
    agents: set[str] = field(default_factory=set)  # keys of named clusters
    doers: set[str] = field(default_factory=set)  # head nouns of agents without a name
    causes: set[str] = field(default_factory=set)  # lemmas of happenings that do it
    places: dict[str, set[str]] = field(default_factory=dict)  # type ("City") -> keys of the towns, states and countries where it was
    others: set[str] = field(default_factory=set)  # named participants in other roles, the place among them
    undergoers: set[str] = field(default_factory=set)  # those whom it befell, no places
    heads: dict[str, set[str]] = field(default_factory=dict)  # head nouns of what it befell or concerned, by role
    kinds: dict[str, set[str]] = field(default_factory=dict)  # kinds of the same
    nouns: set[str] = field(default_factory=set)  # all heads
    sorts: set[str] = field(default_factory=set)  # all kinds
    topics: set[str] = field(default_factory=set)  # lemmas of happenings that take part
    contents: set[str] = field(default_factory=set)  # words, types and nouns of what is said, wished, demanded
    matters: set[str] = field(default_factory=set)  # nouns, names and happenings that it concerns, not who says it or hears it
    standing: set[str] = field(default_factory=set)  # "fact", "no" of what is denied, "planned", "open" of what else may be
    figures: set[float] = field(default_factory=set)  # numbers in the sentence of what goes up and down, and opens and closes, each day
    when: set[Days] = field(default_factory=set)
    several: bool = False
    crowd: bool = False  # it befell people who are not named: "two passengers"
    told: str | None = None  # the day of the document
    saying: bool = False
    definite: bool = False
    nominal: bool = False
    distinct: bool = False  # the words set it apart from others: "the most recent strike", "another"
    words: Vector = field(default_factory=dict)
    counts: dict[str, float] = field(default_factory=dict)  # what is counted -> how many
    known: Known | None = field(default=None, repr=False)

    def add(self, other: Telling) -> None:
        """Take in another telling of the same happening."""
        self.known = None
        self.members += other.members
        self.lemmas |= other.lemmas
        self.types |= other.types
        self.agents |= other.agents
        self.doers |= other.doers
        self.causes |= other.causes
        self.others |= other.others
        self.undergoers |= other.undergoers
        for kind, places in other.places.items():
            self.places.setdefault(kind, set()).update(places)
        for role, heads in other.heads.items():
            self.heads.setdefault(role, set()).update(heads)
        for role, kinds in other.kinds.items():
            self.kinds.setdefault(role, set()).update(kinds)
        self.nouns |= other.nouns
        self.sorts |= other.sorts
        self.topics |= other.topics
        self.contents |= other.contents
        self.matters |= other.matters
        self.standing |= other.standing
        self.figures |= other.figures
        self.when |= other.when
        self.several |= other.several
        self.crowd |= other.crowd
        self.saying |= other.saying
        self.counts = other.counts | self.counts


class Reader:
    """Makes the tellings of one document."""

    def __init__(self, extraction: Extraction, names: Mapping[Ref, str], stories: Stories, lexicon: Lexicon) -> None:
        self._extraction, self._names, self._stories, self._lexicon = extraction, names, stories, lexicon
        self._doc = extraction.document.id
        self._entities: dict[str, Entity] = {e.id: e for e in extraction.entities}
        self.events: dict[str, Event] = {e.id: e for e in extraction.events}
        self._times: dict[str, TimeExpression] = {t.id: t for t in extraction.times}
        self._quantities: dict[str, Quantity] = {q.id: q for q in extraction.quantities}
        named = {e.id for e in extraction.entities if e.named and e.type == "City"}
        self._towns = [(m.span[0], m.entity) for m in extraction.mentions if m.kind == "name" and m.entity in named]
        self._saying_nothing = {"be", *lexicon.light_verbs, *(f" {name}" for name in VAGUE | _PHASES)}
        self._news = self._told_of()
        self._vectors: dict[int, Vector] = {}  # of sentences

    def telling(self, event: Event) -> Telling:
        text = self._extraction.document.text
        phrase = text[event.phrase[0] : event.phrase[1]]
        told = Telling(
            [(self._doc, event.id)],
            self._doc,
            {event.lemma.split()[-1]} if event.nominal else _words_of(event.lemma),
            {event.type} - VAGUE - _PHASES if self._narrow(event.type) else set(),
            told=self._extraction.document.date,
            saying=is_a(self._lexicon, event.type, "Statement", "Opinion"),
            definite=event.nominal and _DEFINITE.match(phrase) is not None,
            nominal=event.nominal,
            standing={_standing(event)},
            distinct=self._distinct(event, text),
            several=event.since or event.until or (event.nominal and self._several(event, text)),
            words=self.words(event.sentence),
        )
        for role, local in [(r.role, r.entity) for r in event.roles] + ([("place", event.place)] if event.place else []):
            self._take(told, role, local)
        for quantity in (self._quantities[q] for q in event.quantities):
            told.counts[self._counted(quantity)] = quantity.value
        if is_a(self._lexicon, event.type, *_COURSES) or event.lemma in self._lexicon.words("course"):
            told.figures = self._figures(event.sentence)
        if event.nominal and not told.places:
            self._before_noun(told, event)
        told.when |= self._when(event) or self._reported(event, phrase)
        return told

    def _distinct(self, event: Event, text: str) -> bool:
        """Whether its words set it apart from others told: "the latest seizure"; "has seized another tanker", where it is told to have been."""
        if event.nominal:
            return not self._lexicon.words("distinction").isdisjoint(_words_before(text, event))
        undergone = [self._entities[r.entity] for r in event.roles if r.role == "patient" and r.entity in self._entities]
        others = [entity for entity in undergone if not entity.named and entity.label.lower().partition(" ")[0] in _OTHERS]
        return bool(others) and event.modality in ("actual", "alleged")

    def words(self, sentence: int) -> Vector:
        """The words of a sentence."""
        if sentence not in self._vectors:
            self._vectors[sentence] = self._stories.sentence(self._doc, sentence)
        return self._vectors[sentence]

    def _figures(self, sentence: int) -> set[float]:
        begin, end = self._extraction.sentences[sentence]
        return {q.value for q in self._quantities.values() if begin <= q.span[0] < end}

    def _counted(self, quantity: Quantity) -> str:
        """What a number is of: a happening, a noun, a unit."""
        if quantity.of in self._entities:
            return self._entities[quantity.of].head or self._entities[quantity.of].label.lower()
        return quantity.unit or "" if quantity.of is None else " happening"

    def _when(self, event: Event) -> set[Days]:
        time = self._times[event.time] if event.time else None
        if time is None or not time.begin:
            return set()
        last = self._times[event.through] if event.through else time
        return {(_LONG_AGO if event.until else time.begin, _OPEN if event.since else last.end or _OPEN)}

    def _reported(self, event: Event, phrase: str) -> set[Days]:
        """ "On Monday the army reported a strike": a happening that is news on some day was shortly before."""
        if event.nominal and re.match(r"an?\b", phrase, re.IGNORECASE):
            for day in self._news.get(event.id, ()):
                return {((date.fromisoformat(day) - _NEWS).isoformat(), day)}
        return set()

    def _told_of(self) -> dict[str, list[str]]:
        """Happenings that a dated statement tells of, and the last days of those dates."""
        found: dict[str, list[str]] = {}
        for event in self.events.values():
            if is_a(self._lexicon, event.type, "Statement"):
                days = [last for _, last in self._when(event) if last < _OPEN]
                for role in event.roles:
                    if role.entity in self.events and days:
                        found.setdefault(role.entity, []).extend(days)
        return found

    def _take(self, told: Telling, role: str, local: str) -> None:
        if local in self.events:
            lemma = self.events[local].lemma.split()[-1]
            (told.causes if role == "agent" else told.topics).add(lemma)
            if role == "topic":
                told.contents |= self._contents(self.events[local])
            if role not in _PARTIES:
                told.matters |= {lemma} - self._saying_nothing
            return
        entity = self._entities[local]
        if entity.named:
            key = self._names[self._doc, local]
            (told.agents if role == "agent" else told.others).add(key)
            if role not in _PARTIES:
                told.matters.add(key)
            if role in ("patient", "recipient") and entity.type not in PLACES:
                told.undergoers.add(key)
            if role == "place" and entity.type in SETTLEMENTS:
                told.places.setdefault(entity.type, set()).add(key)
            return
        head = entity.head or entity.label.lower()
        if role == "agent":
            told.doers.add(head)
        else:
            told.heads.setdefault(role, set()).add(head)
            told.nouns.add(head)
            if role not in _PARTIES:
                told.matters.add(head)
            told.crowd |= entity.plural and KINDS.get(entity.type) == "people"
            if entity.type in KINDS:
                told.kinds.setdefault(role, set()).add(KINDS[entity.type])
                told.sorts.add(KINDS[entity.type])

    def _contents(self, event: Event) -> set[str]:
        """What a clause says, as far as another says so too: its word, its type, the nouns in it."""
        things = (self._entities[role.entity] for role in event.roles if role.entity in self._entities)
        nouns = {entity.head for entity in things if entity.head and not entity.named}
        return {event.lemma.split()[-1], f" {event.type}", *nouns} - self._saying_nothing

    def _before_noun(self, told: Telling, event: Event) -> None:
        """ "The Geneva talks" were in Geneva."""
        for begin, local in self._towns:
            if event.phrase[0] <= begin < event.trigger[0]:
                told.places.setdefault("City", set()).add(self._names[self._doc, local])

    def _narrow(self, name: str) -> bool:
        """Whether two words of a type can be taken to mean the same; of a type with many words they cannot."""
        kind = self._lexicon.event_types.get(name)
        return kind is not None and len(kind.verbs) + len(kind.nouns) <= _MANY

    def _several(self, event: Event, text: str) -> bool:
        """Whether a noun tells of several happenings: it is plural or counted."""
        trigger = text[event.trigger[0] : event.trigger[1]].lower()
        if any(q.of == event.id and q.value > 1 for q in (self._quantities[i] for i in event.quantities)):
            return True
        return trigger.endswith("s") and not trigger.endswith("ss") and event.lemma.split()[-1] != trigger


def _standing(event: Event) -> str:
    """Whether a telling has it that something happened, that it did not, or leaves that open."""
    if event.polarity == "negative" or event.modality == "denied":
        return "no"
    return "fact" if event.modality in ("actual", "alleged") else "planned" if event.modality == "planned" and not event.nominal else "open"


def _words_of(lemma: str) -> set[str]:
    """A verb, and without its preposition: who appeals against a verdict appeals; who carries on does not carry."""
    verb, _, preposition = lemma.partition(" ")
    return {lemma, verb} if preposition in _TAKEN else {lemma}


def _words_before(text: str, event: Event) -> list[str]:
    """Words of the phrase up to its noun, in lower case."""
    return re.findall(r"[\w-]+", text[event.phrase[0] : event.trigger[0]].lower())
