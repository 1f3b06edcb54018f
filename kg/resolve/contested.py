"""What the claims about one happening give for one attribute of it, and which of these values cannot all hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.lexicon import Lexicon
from kg.model import Claim, Cluster, Event, Extraction, Quantity, Ref, TimeExpression
from kg.resolve.alike import far_apart
from kg.resolve.counted import Counted
from kg.resolve.described import SETTLEMENTS, Phrases
from kg.resolve.kinds import is_a
from kg.resolve.lookup import Lookup
from kg.resolve.tellings import DETERMINED, VAGUE

#: Kinds of participants that can stand beside one another: a state acts through its agencies, an agency through a person.
_BODIES = frozenset({"Organization", "GovernmentOrganization", "NewsMediaOrganization"})
_GOVERNING = frozenset({"government", "administration", "cabinet", "authorities"})
HEDGES = "alleged|reported|suspected|purported|supposed|claimed"
_OWNED = r"its|his|her|their|our|my|your|(?:[\w.-]+\s){0,4}[\w.-]+['’]s?"
_TAKEN_UP = re.compile(rf"(?:the|this|that|these|those|{_OWNED})\s(?!.*\b(?:{HEDGES})\b)", re.IGNORECASE | re.DOTALL)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_WEEK = re.compile(r"\d+-W\d+")  # whether a Sunday ends a week or begins one is anybody's habit
_APART = 5  # days by which two dates of one happening differ at most; beyond that they tell of two
_NEAR = 20  # characters before a number in which the last words stand
_BEFORE = re.compile(r"[\"'“‘]?(?:earlier|initially|previously|at first|first reports)\b", re.IGNORECASE)
_AGAINST = re.compile(r"(?:\s[a-z]+)?\s+to\s+\d")  # between the numbers of two sides
_AGAINST_BEFORE = re.compile(r"\d[\w.,%]*(?:\s\w+)?\s+to\s+$")
_ROUGHLY = 0.2  # how far from its number "about 30" may be


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an attribute as one claim gives it: what it names, and the stretch of days or numbers that it allows."""

    name: str
    claim: Ref
    low: str | float = ""
    high: str | float = ""
    quantity: str = ""  # local id of a number


@dataclass(frozen=True, slots=True)
class Told:
    """A claim about a happening with the records that it rests on."""

    ref: Ref
    claim: Claim
    event: Event
    date: str | None  # of the document
    taken_up: bool = False  # by a noun that takes it as known, with no hedge of its own: "claimed that the raid was just" doubts no raid


class Attributes:
    """Reads the attributes of happenings off the claims about them."""

    def __init__(self, lookup: Lookup, clusters: Sequence[Cluster], names: Mapping[Ref, str], lexicon: Lexicon, counted: Counted) -> None:
        self._lookup, self._names, self._lexicon, self._what = lookup, names, lexicon, counted
        self._clusters = {cluster.key: cluster for cluster in clusters}
        self._phrases = Phrases(lookup.of, clusters, names)

    def dates(self, told: Sequence[Told]) -> list[Value]:
        """Days by their bounds; what only began or ended then, or has no bounds, is left out."""
        found = []
        for t in told:
            time = self._lookup.times.get((t.ref[0], t.event.time or ""))
            if (
                time is not None
                and time.value
                and time.begin
                and time.end
                and not (t.event.since or t.event.until or t.event.through)
                and not self._borrowed(t.ref[0], time)
            ):
                found.append(Value(time.value, t.ref, time.begin, time.end))
        return found

    def _borrowed(self, doc: str, time: TimeExpression) -> bool:
        """Whether a digest has a bare weekday, which may be that of the article that it cites, weeks before."""
        return bool(self._lookup.of[doc].document.citations) and _WEEKDAY.fullmatch(self._lookup.words(doc, time.span)) is not None

    def places(self, told: Sequence[Told]) -> list[Value]:
        """Listed towns, states and countries."""
        places = ((t, self._names[t.ref[0], t.event.place]) for t in told if t.event.place)
        return [Value(key, t.ref) for t, key in places if self._settlement(key)]

    def sites(self, told: Sequence[Told]) -> dict[tuple[str, str], list[Value]]:
        """Towns, states and countries that participants without a name are of, by role and head noun: "a court in Milan", "a Turin court"."""
        found: dict[tuple[str, str], list[Value]] = defaultdict(list)
        for t in told:
            for role in t.event.roles:
                head = self._lookup.head((t.ref[0], role.entity))
                contents = self._phrases.of((t.ref[0], role.entity))
                for places in contents.places.values() if head else ():
                    if head and len(places) == 1 and places <= contents.sites:
                        found[role.role, head] += [Value(key, t.ref) for key in places]
        return found

    def actors(self, told: Sequence[Told]) -> list[Value]:
        """Organisations with a name, as the agent of what is done; several may be a forum."""
        agents = ((t, self._names[t.ref[0], role.entity]) for t in told if t.event.lemma != "be" for role in t.event.roles if role.role == "agent")
        return [Value(key, t.ref) for t, key in agents if key in self._clusters and self._is_body(key)]

    def numbers(self, told: Sequence[Told]) -> dict[str, list[Value]]:
        """Bounds of what is counted, by what it is that is counted."""
        found: dict[str, list[Value]] = defaultdict(list)
        for t in told:
            quantities = [(local, self._lookup.quantities[t.ref[0], local]) for local in t.event.quantities]
            counted = [self._counted(t, quantity) for _, quantity in quantities]
            for what, (local, quantity) in zip(counted, quantities, strict=True):
                if counted.count(what) == 1 and not self._superseded(t) and not self._of_no_account(t, quantity):
                    low, high = bounds(quantity)
                    found[what].append(Value(f"{low} to {high}", t.ref, low, high, local))
        return found

    def _of_no_account(self, told: Told, quantity: Quantity) -> bool:
        """Whether a number is not that of all whom or what the happening concerns, or was so only at its hour."""
        text = self._lookup.of[told.ref[0]].document.text
        others = self._what.of_others(text, quantity) and not self._what.beside(text, quantity)
        return others or self._reached(told, quantity) or self._of_several(told, quantity)

    def _reached(self, told: Told, quantity: Quantity) -> bool:
        """ "The toll rose to 12": what it rises to each time is another number."""
        text, begin = self._lookup.of[told.ref[0]].document.text, quantity.span[0]
        return is_a(self._lexicon, told.event.type, "Change") and text[max(0, begin - _NEAR) : begin].endswith(" to ")

    def _superseded(self, told: Told) -> bool:
        """ "Earlier, the police said that two were killed": who tells so knows a later number."""
        said = self._lookup.of[told.ref[0]]
        return _BEFORE.match(said.document.text, said.sentences[told.event.sentence][0]) is not None

    def _of_several(self, told: Told, quantity: Quantity) -> bool:
        """ "46 percent to 44 percent" is no number of one thing; of "the chief and two firemen" the two are not all to whom it was done."""
        text, (begin, end) = self._lookup.of[told.ref[0]].document.text, quantity.span
        roles = [role.role for role in told.event.roles if role.entity == quantity.of]
        beside = any(role.role in roles and role.entity != quantity.of for role in told.event.roles)
        return beside or _AGAINST.match(text, end) is not None or _AGAINST_BEFORE.search(text[max(0, begin - _NEAR) : begin]) is not None

    def specific(self, told: Told) -> bool:
        """Whether one happening is told, of a known type; not an activity in general ("combating crime", "smuggling")."""
        if told.event.type in VAGUE and (told.event.nominal or told.event.type != "Event"):
            return False
        text, begin = self._lookup.of[told.ref[0]].document.text, told.event.phrase[0]
        activity = text[begin : told.event.trigger[1]].endswith("ing") and not DETERMINED.match(text, begin)
        return not (activity and (told.event.nominal or told.event.phrase == told.event.trigger))

    def apart_as_places(self, one: str, other: str) -> bool:
        """Whether two places are of one kind and not the same, nor called the same: a town of a country beside the country is no contradiction."""
        return one != other and self._settlement(one) == self._settlement(other) and not self._called_alike(one, other)

    def _called_alike(self, one: str, other: str) -> bool:
        """Whether all words of one name stand in the other, by which two clusters may well be one: "Lota", "the city of Lota"."""
        some, others = (set(self._clusters[key].label.split()) for key in (one, other))
        return some <= others or others <= some

    def apart_as_actors(self, one: str, other: str) -> bool:
        """Whether two bodies are not the same, and neither is part of the other by name; "U.S. forces" and "the U.S. military" can be one."""
        some, others = (self._clusters[key].label.split() for key in (one, other))
        if some[-1].lower() in _GOVERNING or others[-1].lower() in _GOVERNING:
            return False  # a government acts through its bodies
        return one != other and not self._called_alike(one, other) and not (some[-1].islower() and others[-1].islower())

    def _counted(self, told: Told, quantity: Quantity) -> str:
        if quantity.of == told.event.id:
            return " happening"
        head = self._lookup.head((told.ref[0], quantity.of)) if quantity.of else None
        others = " others" if self._what.beside(self._lookup.of[told.ref[0]].document.text, quantity) else ""
        return self._what.noun(head or quantity.unit or "") + others

    def _settlement(self, key: str) -> str | None:
        cluster = self._clusters[key]
        entry = self._lexicon.gazetteer.get(cluster.link or "")
        return entry.type if entry is not None and entry.type in SETTLEMENTS else None

    def _is_body(self, key: str) -> bool:
        cluster = self._clusters[key]
        return cluster.named and bool(_BODIES & set(cluster.types))


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that a number allows."""
    if quantity.min is not None or quantity.max is not None:
        return (float("-inf") if quantity.min is None else quantity.min, float("inf") if quantity.max is None else quantity.max)
    slack = abs(quantity.value) * _ROUGHLY if quantity.bound else 0.0
    return quantity.value - slack, quantity.value + slack


def disjoint(one: Value, other: Value) -> bool:
    """Whether two stretches have nothing in common."""
    return one.low > other.high or other.low > one.high  # type: ignore[operator]


def other_days(one: Value, other: Value) -> bool:
    """Whether two stretches of days are apart, but near enough to be two reports of one happening."""
    if not disjoint(one, other):
        return False
    first, last = max(str(one.low), str(other.low)), min(str(one.high), str(other.high))
    between = (date.fromisoformat(first) - date.fromisoformat(last)).days
    return between <= _APART and not (between == 1 and _WEEK.fullmatch(one.name) and _WEEK.fullmatch(other.name))


def other_numbers(one: Value, other: Value) -> bool:
    """Whether two stretches of numbers are apart, but near enough to be two counts of one thing."""
    return disjoint(one, other) and not far_apart(float(one.low), float(other.low))


def takes_up(text: str, event: Event) -> bool:
    """Whether a noun speaks of a happening as known, with no word of doubt of its own: "the raid", "the judge's murder"."""
    return _TAKEN_UP.match(text[slice(*event.phrase)]) is not None


def tellings(extractions: Iterable[Extraction], names: Mapping[Ref, str]) -> dict[str, list[Told]]:
    """The claims about each happening, by the happening's key, in the order of documents."""
    found: dict[str, list[Told]] = defaultdict(list)
    for extraction in extractions:
        doc, events = extraction.document, {event.id: event for event in extraction.events}
        for claim in extraction.claims:
            if claim.event:
                event = events[claim.event]
                told = Told((doc.id, claim.id), claim, event, doc.date, event.nominal and takes_up(doc.text, event))
                found[names[doc.id, claim.event]].append(told)
    return found
