"""Tolls of happenings: how many are told dead of a blast, a flood, a raid, in whatever words: "killed nine", "left 12 dead", "a death toll of 12"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kg.lexicon import Lexicon
from kg.model import Claim, Event, Extraction, Quantity, Ref
from kg.resolve.contested import Value, bounds
from kg.resolve.counted import PEOPLE, Counted
from kg.resolve.kinds import is_a
from kg.resolve.lookup import Lookup
from kg.resolve.oneness import Oneness

_CAUSES = frozenset({"Violence", "Disaster"})  # types of event, with all kinds of them, that somebody dies in
_NO_CAUSES = frozenset({"Killing", "Injury", "Fighting", "Famine"})  # what befalls the dead, and what goes on for long
_DYING = frozenset({"Killing", "Death"})
_DEAD = frozenset({"dead", "fatality", "death"})  # nouns that are counted only of the dead
_LOST = frozenset({"claim", "cost", "take", "lose"})  # verbs of lives
_MADE_DEAD = re.compile(r"\b(?:confirmed|found|left|reported)\s(?:to\sbe\s)?dead\b", re.IGNORECASE)
_TOLL = re.compile(r"\btoll\b[^,;.\"“”]*\b(?:of|at|to|reach(?:es|ed)|hit|was|is)\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_RISEN = re.compile(
    r"\btoll\b.*\b(?:r[io]se|risen|climb(?:s|ed)?|jump(?:s|ed)?|increased|went up|soar(?:s|ed)?)\b|\b(?:raising|bringing|taking)\b.*\btoll\b",
    re.IGNORECASE,
)
_NEWS = 3  # days between articles that report a happening as news; a later one may speak of the next bomb
_BEFORE = 120  # characters before a number in which its noun may stand
_MOST = 40  # sentences of one document that give a toll


class Tolls:
    """Reads the tolls of happenings off sentences that tell of one happening that people die in, and give one number of dead."""

    def __init__(self, lookup: Lookup, names: Mapping[Ref, str], lexicon: Lexicon, counted: Counted, oneness: Oneness) -> None:
        self._lookup, self._names, self._counted, self._oneness = lookup, names, counted, oneness
        self._lexicon = lexicon
        self._nouns: dict[Ref, str] = {}  # of a claim that gives a toll: what is counted
        self._risen: set[Ref] = set()

    def by_cause(self) -> dict[str, list[Value]]:
        """The tolls of each happening, by its key."""
        found: dict[str, list[Value]] = defaultdict(list)
        for doc, extraction in self._lookup.of.items():
            for cause, value in self._of(doc, extraction):
                found[cause].append(value)
        return found

    def apart(self, one: Value, other: Value) -> bool:
        """Whether two numbers of dead cannot both be the toll, by what they count: two of the guards may be among nine people."""
        nouns = [self._nouns[value.claim] for value in (one, other)]
        if nouns[0] == nouns[1]:
            return True
        if PEOPLE not in nouns:
            return False
        some, all_ = (one, other) if nouns[1] == PEOPLE else (other, one)
        return float(some.low) > float(all_.high)

    def one(self, one: Ref, other: Ref) -> bool:
        """Whether two claims surely give the toll of one happening at one time. What both tell of it is compared where the telling of it is."""
        told = [self._lookup.claims[ref].event for ref in (one, other)]
        if told[0] and told[1] and self._names[one[0], told[0]] == self._names[other[0], told[1]]:
            return False
        days = [self._lookup.day(ref[0]) for ref in (one, other)]
        if days[0] == days[1] and self._risen & {one, other}:
            return False  # "the toll rose to 12": the other number may be from before
        if days[0] and days[1] and abs(date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days > _NEWS:
            return False
        return self._oneness.of_one_time(one, other)

    def _of(self, doc: str, extraction: Extraction) -> Iterator[tuple[str, Value]]:
        """Causes and tolls that a document gives."""
        events: dict[int, list[Event]] = defaultdict(list)
        for event in extraction.events:
            events[event.sentence].append(event)
        claims = {claim.event: claim for claim in reversed(extraction.claims) if claim.event}
        dead = self._dead(extraction, events)
        for sentence in sorted(dead)[:_MOST]:
            causes = {self._names[doc, event.id] for event in events[sentence] if self._is_cause(event)}
            if len(causes) == 1 and len(dead[sentence]) == 1:
                (quantity, noun), (cause,) = dead[sentence][0], causes
                claim = _telling(quantity, events[sentence], claims)
                if claim is not None:
                    ref = (doc, claim.id)
                    self._nouns[ref] = noun
                    self._risen |= {ref} if _RISEN.search(self._lookup.words(doc, extraction.sentences[sentence])) else set()
                    low, high = bounds(quantity)
                    yield cause, Value(f"{low} to {high} {noun}", ref, low, high, quantity.id)

    def _dead(self, extraction: Extraction, events: Mapping[int, Sequence[Event]]) -> dict[int, list[tuple[Quantity, str]]]:
        """Numbers of dead, with what is counted, by sentence. One that counts others than those told of is none of all."""
        found: dict[int, list[tuple[Quantity, str]]] = defaultdict(list)
        sentences, n = extraction.sentences, 0
        heads = {entity.id: entity.head or "" for entity in extraction.entities}
        for quantity in sorted(extraction.quantities, key=lambda q: q.span):
            while n + 1 < len(sentences) and sentences[n][1] <= quantity.span[0]:
                n += 1
            head = heads.get(quantity.of or "", "") or quantity.unit or ""
            if self._are_dead(extraction, n, quantity, head, events.get(n, ())) and not self._counted.of_others(extraction.document.text, quantity):
                found[n].append((quantity, PEOPLE if head in {*_DEAD, "life", ""} else self._counted.noun(head)))
        return found

    def _are_dead(self, extraction: Extraction, sentence: int, quantity: Quantity, head: str, events: Sequence[Event]) -> bool:
        text, begin = extraction.document.text, extraction.sentences[sentence][0]
        if _TOLL.search(text, max(begin, quantity.span[0] - _BEFORE), quantity.span[0]) or head in _DEAD:
            return True
        return any(
            _dies(text, event, quantity) or (head == "life" and event.lemma in _LOST)
            for event in events
            if quantity.id in event.quantities and event.polarity == "positive"
        )

    def _is_cause(self, event: Event) -> bool:
        caused = is_a(self._lexicon, event.type, *_CAUSES) and not is_a(self._lexicon, event.type, *_NO_CAUSES)
        return caused and event.polarity == "positive" and event.modality in ("actual", "alleged")


def _dies(text: str, event: Event, quantity: Quantity) -> bool:
    """Whether those whom a number counts die in an event."""
    if event.modality not in ("actual", "alleged"):
        return False
    roles = {role.role for role in event.roles if role.entity == quantity.of}
    if event.type in _DYING:
        return "patient" in roles if quantity.of else True
    made_dead = event.lemma.endswith(" dead") or _MADE_DEAD.match(text, event.trigger[0]) is not None
    return made_dead and bool(roles & {"patient", "topic"})


def _telling(quantity: Quantity, events: Sequence[Event], claims: Mapping[str, Claim]) -> Claim | None:
    """The claim by which a sentence gives a number: that of its event, else the first of the sentence."""
    told = sorted(events, key=lambda event: (quantity.id not in event.quantities, event.nominal, event.trigger))
    found = (claims[event.id] for event in told if event.id in claims and event.modality in ("actual", "alleged") and event.polarity == "positive")
    return next(found, None)
