"""Whether one document tells two happenings apart by who and what takes part: "arrested two men", "the arrest of three women by soldiers".

What takes part is other where nothing lets one be told for the other: neither the same noun, nor a name and what describes it, nor a word that
takes up what was told ("the vessel", "the suspects").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Entity, Event, Extraction, Ref
from kg.resolve.context import PLACES
from kg.resolve.counted import PEOPLE, Counted
from kg.resolve.stories import cosine
from kg.resolve.tellings import KINDS, VAGUE, Reader
from kg.resolve.wording import plain

#: Roles that say who and what, not how and why.
_ROLES = ("agent", "patient", "topic", "recipient", "attribute", "goal", "source", "place")
_TAKEN_UP = re.compile(r"(?:the|this|that|these|those|such|its|his|her|their|both)\b|[^ ]+['’]s?\s", re.IGNORECASE)
_INTRODUCED = re.compile(r"an?\s", re.IGNORECASE)
_EMPTY = frozenset({"be", "have", "do", "make", "get", "take", "go", "give"})  # lemmas that say nothing of what is meant
_DOERS, _PLACE = frozenset({"people", "body"}), frozenset({"place", "body"})
_COMPLEMENTS = frozenset({"of", "from", "for", "to", "in", "on", "with", "about", "against"})
_NUMBER = re.compile(r"[\d.,]+")
_SAME_WORDS = 0.4  # likeness of two sentences from which what they say is taken to be one
_LONG = 3  # letters of a word that tells a thing from another
_DEEP = 1  # of what is said: whose own contents are not compared
_MEMBERS = 6  # tellings of a happening that one is compared with, at either end


class _Thing(NamedTuple):
    """Who or what fills a role, in the words of one telling."""

    entity: Entity
    phrase: str

    @property
    def noun(self) -> str:
        return _head(self.entity)

    @property
    def taken_up(self) -> bool:
        """Whether the phrase takes up what was told: "the vessel", "its crew"."""
        return _TAKEN_UP.match(self.phrase) is not None


_Filler = Event | _Thing


class Apart:
    """Compares the tellings of one document."""

    def __init__(self, extraction: Extraction, names: Mapping[Ref, str], reader: Reader, lexicon: Lexicon, counted: Counted) -> None:
        self._text, self._doc, self._names = extraction.document.text, extraction.document.id, names
        self._entities = {e.id: e for e in extraction.entities}
        self.reader, self._lexicon, self._counted = reader, lexicon, counted
        self._numbers = {q.of: q.value for q in extraction.quantities if q.of}
        self._empty = lexicon.words("empty") | lexicon.words("transparent") | lexicon.words("common") | lexicon.words("anybody")

    def tell_apart(self, some: Sequence[Ref], others: Sequence[Ref]) -> bool:
        """Whether a telling among some and one among the others cannot be of one happening; looked at are the first and the last of them."""
        one, other = ([self.reader.events[local] for _, local in _ends(refs)] for refs in (some, others))
        return any(self._differ(a, b, 0) for a in one for b in other)

    def _differ(self, one: Event, other: Event, depth: int) -> bool:
        """Whether a role that both fill is filled by others."""
        here, there = self._roles(one), self._roles(other)
        return any(self._others(role, here[role], there[role], (one, other), depth) for role in _ROLES if role in here and role in there)

    def _roles(self, event: Event) -> dict[str, list[_Filler]]:
        found: dict[str, list[_Filler]] = {}
        for role in event.roles:
            inner = self.reader.events.get(role.entity)
            found.setdefault(role.role, []).append(inner or _Thing(self._entities[role.entity], self._text[slice(*role.span)]))
        if event.place:
            found.setdefault("place", []).append(_Thing(self._entities[event.place], ""))
        return found

    def _others(self, role: str, some: list[_Filler], others: list[_Filler], told: tuple[Event, Event], depth: int) -> bool:
        """Whether no filler on one side can be one on the other. "The two" can be two men who are told one by one."""
        if (len(some) > 1 and any(map(_plural, others))) or (len(others) > 1 and any(map(_plural, some))):
            return False
        return all(self._excluded(role, a, b, told, depth) for a in some for b in others)

    def _excluded(self, role: str, a: _Filler, b: _Filler, told: tuple[Event, Event], depth: int) -> bool:
        if isinstance(a, Event) and isinstance(b, Event):
            return a is not b and role != "agent" and depth < _DEEP and self._other_happenings(a, b, told, depth)
        if isinstance(a, Event) or isinstance(b, Event) or a.entity.id == b.entity.id:
            return False
        if a.entity.named and b.entity.named:
            return self._other_names(a.entity, b.entity)
        if role == "place":
            return False
        if a.entity.named or b.entity.named:
            return _cannot_be(a.entity, b.entity) if a.entity.named else _cannot_be(b.entity, a.entity)
        return self._other_numbers(a, b, told) or self._other_things(role, a, b)

    def _other_happenings(self, a: Event, b: Event, told: tuple[Event, Event], depth: int) -> bool:
        """Whether two happenings that take part, or are told of, are two: of another word and type, or with others in them."""
        if _words_alike(self.reader, *told):
            return False
        if a.lemma in _EMPTY and b.lemma in _EMPTY:
            return True
        if a.lemma != b.lemma and (a.type != b.type or a.type in VAGUE):
            return not (a.nominal and b.nominal and self._counted.noun(a.lemma) == self._counted.noun(b.lemma))
        return self._differ(a, b, depth + 1)

    def _other_names(self, a: Entity, b: Entity) -> bool:
        """Whether two names are of two of a kind; a town can be in a state, and somebody can act for one."""
        if self._names[self._doc, a.id] == self._names[self._doc, b.id]:
            return False
        if a.type in PLACES and b.type in PLACES:
            return a.type == b.type or not self._within(a, b)
        return _kinds(a) == _kinds(b)

    def _within(self, a: Entity, b: Entity) -> bool:
        """Whether one place can be in the other."""
        countries = [(self._lexicon.gazetteer[e.link].country or e.link) if e.link in self._lexicon.gazetteer else None for e in (a, b)]
        return None in countries or countries[0] == countries[1]

    def _other_numbers(self, a: _Thing, b: _Thing, told: tuple[Event, Event]) -> bool:
        """Whether others are counted. Of one noun two voices may give two numbers, which is a disagreement about one happening."""
        numbers = [self._numbers.get(thing.entity.id) for thing in (a, b)]
        if not numbers[0] or not numbers[1] or numbers[0] == numbers[1]:
            return False
        return self._counted.noun(a.noun) != self._counted.noun(b.noun) or told[0].attribution == told[1].attribution

    def _other_things(self, role: str, a: _Thing, b: _Thing) -> bool:
        """Whether two that have no name are two."""
        nouns = [self._counted.noun(thing.noun) for thing in (a, b)]
        if nouns[0] == nouns[1]:
            return self._otherwise(a, b)
        if not self._empty.isdisjoint(nouns) or PEOPLE in nouns:
            return False
        some, others = _kinds(a.entity), _kinds(b.entity)
        taken_up = a.taken_up or b.taken_up
        if role == "agent" and (some or others) and some | others <= _DOERS:
            return not taken_up and self._introduced(a) and self._introduced(b)  # officers are the police who are told of
        if some.isdisjoint(others):
            return True
        return not taken_up and all(thing.entity.type.lower() != thing.noun for thing in (a, b))  # "a vehicle" may be "a bus"

    def _introduced(self, thing: _Thing) -> bool:
        return thing.entity.id in self._numbers or _INTRODUCED.match(thing.phrase) is not None

    def _otherwise(self, a: _Thing, b: _Thing) -> bool:
        """Whether things of one noun are told apart by what they are of: "emissions of mills", "emissions from cars". Other words before it, or
        clauses after it, can be of one thing: "alleged cartel boats", "boats suspected of smuggling".
        """
        some, others = self._complement(a), self._complement(b)
        return bool(some and others) and some.isdisjoint(others)

    def _complement(self, thing: _Thing) -> set[str]:
        """Telling words of what a thing is of."""
        words, head = plain(thing.entity.label).split(), thing.noun
        at = next((n for n, word in enumerate(words) if word.startswith(head[:-1] or head)), len(words))
        return self._telling(words[at + 2 :]) if at + 1 < len(words) and words[at + 1] in _COMPLEMENTS else set()

    def _telling(self, words: Sequence[str]) -> set[str]:
        return {word for word in words if len(word) >= _LONG and word not in self._empty and not _NUMBER.fullmatch(word)}


def _ends(refs: Sequence[Ref]) -> Sequence[Ref]:
    return refs if len(refs) <= 2 * _MEMBERS else [*refs[:_MEMBERS], *refs[-_MEMBERS:]]


def _words_alike(reader: Reader, one: Event, other: Event) -> bool:
    return one.sentence != other.sentence and cosine(reader.words(one.sentence), reader.words(other.sentence)) >= _SAME_WORDS


def _plural(filler: _Filler) -> bool:
    return isinstance(filler, _Thing) and filler.entity.plural


def _kinds(entity: Entity) -> frozenset[str]:
    """What it can be taken for: a state is a place and acts; none of what nothing tells."""
    if entity.type in PLACES:
        return _PLACE
    if entity.type.endswith("Organization"):
        return frozenset({"body"})
    return frozenset({KINDS.get(entity.type, entity.type)}) if entity.type != "Thing" else frozenset()


def _head(entity: Entity) -> str:
    return entity.head or plain(entity.label)


def _cannot_be(named: Entity, told: Entity) -> bool:
    """Whether a name cannot be of what is described: several are no single one, a ship is no town."""
    kinds = _kinds(named), _kinds(told)
    if told.plural and "body" not in kinds[0] and named.type != "Group" and told.head != "we":
        return True
    return bool(kinds[0] and kinds[1]) and kinds[0].isdisjoint(kinds[1]) and not (kinds[0] | kinds[1]) <= _DOERS | _PLACE
