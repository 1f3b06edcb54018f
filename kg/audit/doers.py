"""Whether those who take part in a happening of the digest are those who take part in it in the article: by name, by what they are, by country."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.audit.likeness import Likeness
from kg.audit.people import People
from kg.audit.statements import Source, Statement, Word
from kg.audit.stems import stem, stems_of
from kg.lexicon import Lexicon
from kg.model import Entity, Event, Span

_PLACES = ("Country", "State", "City")


class Doers:
    def __init__(self, sources: Mapping[str, Source], people: People, lexicon: Lexicon, likeness: Likeness) -> None:
        self._sources, self._people, self._lexicon, self._likeness = sources, people, lexicon, likeness
        self._vague, self._speakers = lexicon.words("vagueSource"), lexicon.words("speaksFor")
        self._former = lexicon.words("former")

    def does(self, told: Statement, mine: Event, part: Statement, theirs: Event) -> bool:
        """Whether who does it here does it there; also where a passive or a noun does not say who."""
        here, there = ([role for role in event.roles if role.role == "agent"] for event in (mine, theirs))
        return not here or not there or any(self.agree(told, a.entity, a.span, part, b.entity, b.span) for a in here for b in there)

    def agree(self, told: Statement, mine: str | None, here: Span, part: Statement, theirs: str | None, there: Span) -> bool:
        """Whether two participants, each an entity by its local id with its words, may be one."""
        a, b = self._entity(told, mine), self._entity(part, theirs)
        ours, others = _own(told, here), _own(part, there) or [w for e in part.events if e.id == theirs for w in _own(part, e.phrase)]
        if not ours or (not others and b is None):  # a pronoun that stands for nobody who is known
            return not ours or a is None or a[0] is None or a[0] in part.keys
        if ours[-1].key is None and others and self._likeness.same(ours[-1].text, others[-1].text):
            return True
        if a is None or b is None:  # a happening that does something
            return bool({w.stem for w in ours} & {w.stem for w in others}) or self._through(told, mine, here, part, theirs)
        (key, one), (other, two) = a, b
        if key and other:
            return key == other or self._one_name(one, two) or self._one_country(part, key, one, others)
        if key:
            return self._described(part, key, one, two, others)
        if other:
            return self._calls(part, one, other, two) or self._one_country(told, other, two, ours)
        return self._alike(one, two, [w.text for w in others] or two.label.split())

    def _through(self, told: Statement, mine: str | None, here: Span, part: Statement, theirs: str | None) -> bool:
        """Whether somebody here does what, there, a deed of his does: "drones hit a ship, wounding three"."""
        deeds = [event for event in part.events if event.id == theirs]
        agents = [role for event in deeds for role in event.roles if role.role == "agent" and role.entity != theirs]
        return any(self.agree(told, mine, here, part, role.entity, role.span) for role in agents)

    def _entity(self, statement: Statement, local: str | None) -> tuple[str | None, Entity] | None:
        source = self._sources[statement.doc]
        if local in source.named:
            return source.named[local or ""]
        unnamed = source.unnamed.get(local or "")
        return None if unnamed is None else (None, unnamed)

    def _one_name(self, one: Entity, two: Entity) -> bool:
        """Whether one name is the other's, or a part of it, or both are organs of one country."""
        if one.link and two.link:
            seats = [self._likeness.seats(entity.link.split(":")[0]) for entity in (one, two) if entity.link]
            return not seats[0].isdisjoint(seats[1])
        a, b = (set(stems_of(entity.label)) for entity in (one, two))
        return a <= b or b <= a

    def _one_country(self, statement: Statement, key: str, entity: Entity, words: Sequence[Word]) -> bool:
        """Whether a phrase names the country or city that somebody is: "Chad", "Chadian troops"."""
        seats = self._likeness.seats(entity.link or "")
        return entity.type in _PLACES and any(w.key == key or not seats.isdisjoint(w.kinds) for w in words)

    def _described(self, part: Statement, key: str, one: Entity, two: Entity, others: Sequence[Word]) -> bool:
        """Whether the article calls one with a name as its sentence calls whoever does it, or that is his tool or part: "a CIA drone"."""
        if (key, stem(two.head or "")) in self._sources[part.doc].described:
            return True
        office = two.plural or two.head in self._speakers or two.head in self._lexicon.titles
        private = two.type == "Person" and not (office and self._former.isdisjoint(two.label.lower().split()))
        if self._one_country(part, key, one, others) and not private:  # "Chadian troops" are Chad, "a Chadian woman" is not
            return True
        if two.head in self._speakers and one.type != "Person":
            return all(w.key in (None, key) for w in others)  # a spokesman speaks for somebody, but not for whom he is no spokesman of
        if one.type == "Person" or two.type == "Person":
            return False
        country = one.type in _PLACES and two.head in self._lexicon.words("generic") and key in part.keys
        named = any(w.key == key for w in others) or set(stems_of(one.label)) <= {w.stem for w in others}
        return country or named or stem(two.head or "") == stems_of(one.label)[-1]

    def _calls(self, part: Statement, one: Entity, key: str, two: Entity) -> bool:
        """Whether one with a name may be what the digest calls him: "the company", "the minister"."""
        head = one.head or one.label
        known = (key, stem(head)) in self._sources[part.doc].described or stem(head) in stems_of(two.label)
        whoever = head in self._vague or head in self._lexicon.words("generic") or (two.type in _PLACES and head in self._lexicon.words("government"))
        return known or (whoever and (one.type == two.type or two.type != "Person"))

    def _alike(self, one: Entity, two: Entity, others: Sequence[str]) -> bool:
        """Whether two without a name may be one: what the digest calls them stands there, and is no owner of what is meant there.

        ``others`` are the article's words; where they are a pronoun's, those of the phrase that it stands for.
        """
        head, other = one.head or one.label, two.head or two.label
        vague = head in self._vague or other in self._vague
        return vague or self._likeness.same(head, other) or any(self._likeness.same(head, word) for word in others)


def _own(statement: Statement, span: Span) -> list[Word]:
    """The words of a phrase that belong to what it means, and not to somebody who has it."""
    return [w for w in statement.words if span[0] <= w.span[0] < span[1] and not _owns(statement, w)]


def _owns(statement: Statement, word: Word) -> bool:
    """Whether a word is in the possessive."""
    return bool(re.search(r"['’]s?$", word.text))
