"""Whether two claims that were taken to be of one happening are of one so surely that what they give for an attribute contradicts.

Two reports of one happening differ in one thing. Where they differ in two, in the day and the number, say, they are of two happenings; so they are
where one speaks of "a second blast", or what was done to "producer prices" was done to "energy prices" there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kg.lexicon import Lexicon
from kg.model import Event, Ref
from kg.resolve.alike import REVISED
from kg.resolve.contested import HEDGES
from kg.resolve.counted import PEOPLE, Counted
from kg.resolve.kinds import is_a
from kg.resolve.lookup import Lookup
from kg.resolve.wording import plain

#: Constructions by which a sentence puts a happening forward; in others it is taken as known, or only thought of.
_OWN = ("main", "complement", "coordination", "gerund")
_ASIDE = re.compile(r"(?:^|[;.] )(?:also|separately|elsewhere|in another|in a separate|similarly)\b|\b(?:also|again)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_HEDGED = re.compile(rf"\b(?:{HEDGES})\b", re.IGNORECASE)
#: What doubts a happening right before it: "the report that a drone hit", "claims of a raid", "reportedly".
_DOUBTED = re.compile(
    r"\b(?:(?:reports?|claims?|allegations?|rumou?rs?|accounts?)\s(?:that|of)|(?:reported|alleged|supposed|purported)ly)\b[^,;:]{0,60}$",
    re.IGNORECASE,
)
_OTHERS = {"other", "others"}
_NUMBER = re.compile(r"[\d.,]+")
_VAGUE = frozenset({"people", "person", "other", "one", "more", "man", "woman", "thing", PEOPLE})


class Oneness:
    """Compares claims of one happening."""

    def __init__(self, lookup: Lookup, names: Mapping[Ref, str], lexicon: Lexicon, counted: Counted) -> None:
        self._lookup, self._names, self._lexicon, self._counted = lookup, names, lexicon, counted
        self._distinct = lexicon.words("distinction")
        self._empty = lexicon.words("common") | _VAGUE
        self._told: dict[str, dict[int, set[str]]] = {}  # by document and sentence: keys of the happenings that nouns tell there

    def sure(self, one: Ref, other: Ref, but: str) -> bool:
        """Whether two claims are of one happening though they give different values for ``but``: date, place, number, actor or status."""
        some, others = self._lookup.event(one), self._lookup.event(other)
        if not self._near(one[0], other[0]) or not self.compatible(one, other, but) or self._said(one) == self._said(other):
            return False
        if but == "date":
            return self._shared(one, other, but) and not self._of_a_series(one, other)
        if but == "number" and self._later(one[0], other[0]) and not self._dated_alike(one[0], some, other[0], others):
            return self._specific(one, other) and not (self._measures(some) or self._measures(others))
        return but == "actor" or self._shared(one, other, but)

    def _shared(self, one: Ref, other: Ref, but: str) -> bool:
        """Whether two claims of two articles have the place or somebody or something in common, or their sentences another happening."""
        some, others = self._lookup.event(one), self._lookup.event(other)
        if one[0] == other[0] or self._one_place(one[0], some, other[0], others) or True in self._roles(one, other, but):
            return True
        beside = self._beside(one) & self._beside(other)
        return bool(beside - {self._names[one[0], some.id], self._names[other[0], others.id]})

    def _beside(self, ref: Ref) -> set[str]:
        """Keys of the happenings that nouns tell in the sentence of a claim: "nine were killed in the blast"."""
        doc = ref[0]
        if doc not in self._told:
            self._told[doc] = {}
            for event in self._lookup.of[doc].events:
                if event.nominal and not is_a(self._lexicon, event.type, "Statement"):
                    self._told[doc].setdefault(event.sentence, set()).add(self._names[doc, event.id])
        return self._told[doc].get(self._lookup.claims[ref].sentence, set())

    def _of_a_series(self, one: Ref, other: Ref) -> bool:
        """Whether each article tells of a day as long before or after its own: what closed higher on Monday closed higher on Tuesday.

        Days that both articles write out ("June 2") are no habit of theirs.
        """
        begun = [days and days[0] for days in (self._days(ref[0], self._lookup.event(ref)) for ref in (one, other))]
        out = [self._lookup.day(ref[0]) for ref in (one, other)]
        if not begun[0] or not begun[1] or not out[0] or not out[1] or (self._written_out(one) and self._written_out(other)):
            return False
        return out[0] != out[1] and begun[0] - date.fromisoformat(out[0]) == begun[1] - date.fromisoformat(out[1])

    def _written_out(self, ref: Ref) -> bool:
        """Whether the time of a claim's happening has a number in it, not a day of the week or "yesterday" alone."""
        time = self._lookup.times[ref[0], self._lookup.event(ref).time or ""]
        return any(letter.isdigit() for letter in self._lookup.of[ref[0]].document.text[slice(*time.span)])

    def _later(self, one: str, other: str) -> bool:
        """Whether two documents are of different days."""
        return self._lookup.day(one) != self._lookup.day(other)

    def _dated_alike(self, one: str, some: Event, other: str, others: Event) -> bool:
        """Whether both tell the same day."""
        here, there = self._days(one, some), self._days(other, others)
        return here is not None and here == there

    def _specific(self, one: Ref, other: Ref) -> bool:
        """Whether a name or a happening takes part on both sides, or the place is one; nouns recur: each day has its "turnover"."""
        some, others = self._lookup.event(one), self._lookup.event(other)
        here, there = (
            {self._names[doc, r.entity] for r in event.roles if not self._lookup.head((doc, r.entity))}
            for doc, event in ((one[0], some), (other[0], others))
        )
        return not here.isdisjoint(there) or self._one_place(one[0], some, other[0], others)

    def _measures(self, event: Event) -> bool:
        """Whether it is a rise, a fall or the like, which each day has of its own."""
        return is_a(self._lexicon, event.type, "Change")

    def of_one_time(self, one: Ref, other: Ref) -> bool:
        """Whether nothing tells that two claims of what surely happened once are of two times, of two such happenings, or of one text."""
        some, others = self._lookup.event(one), self._lookup.event(other)
        if not self._near(one[0], other[0]) or self._said(one) == self._said(other):
            return False
        if self._set_apart(one[0], some) or self._set_apart(other[0], others) or self._past(one[0], some) != self._past(other[0], others):
            return False
        return not self._out_already(one[0], some, other[0], others) and not self._other_days(one[0], some, other[0], others)

    def compatible(self, one: Ref, other: Ref, but: str) -> bool:
        """Whether nothing else than ``but`` tells two happenings apart."""
        some, others = self._lookup.event(one), self._lookup.event(other)
        others_too = [self._others(ref[0], event) for ref, event in ((one, some), (other, others))] if but == "number" else []
        if any(others_too) and one[0] == other[0]:
            return False
        beside = bool(others_too) and all(others_too)
        if self._set_apart(one[0], some, beside) or self._set_apart(other[0], others, beside):
            return False
        if but == "number" and self._past(one[0], some) != self._past(other[0], others):
            return False
        if self._out_already(one[0], some, other[0], others) or (but != "date" and self._other_days(one[0], some, other[0], others)):
            return False
        if but != "number" and self._other_numbers(one[0], some, other[0], others):
            return False
        held = self._roles(one, other, but)
        return False not in held and (but not in ("date", "place") or None not in held)

    def _roles(self, one: Ref, other: Ref, but: str) -> list[bool | None]:
        """Of each role that both fill, whether the same may fill it."""
        some, others = self._lookup.event(one), self._lookup.event(other)
        both = sorted({r.role for r in some.roles} & {r.role for r in others.roles} - ({"agent"} if but == "actor" else set()))
        return [self._same(one[0], _fillers(some, role), other[0], _fillers(others, role), role == "agent") for role in both]

    def put_forward(self, ref: Ref) -> bool:
        """Whether a claim's sentence says that it happened, or has a hedge right at it; else it is taken as known, or only named."""
        event, said = self._lookup.event(ref), self._lookup.of[ref[0]]
        text, begin = said.document.text, said.sentences[event.sentence][0]
        own = _HEDGED.search(text[slice(*event.phrase)]) is not None if event.nominal else event.rule.endswith(_OWN)
        return own or _DOUBTED.search(text[begin : event.phrase[0]]) is not None

    def _said(self, ref: Ref) -> list[str]:
        """The words of a claim's sentence: what two articles have from one text is no contradiction, whoever is taken to be meant there."""
        sentence = self._lookup.of[ref[0]].sentences[self._lookup.claims[ref].sentence]
        return self._lookup.words(ref[0], sentence).split()

    def _near(self, one: str, other: str) -> bool:
        """Whether two documents are of days so near that they may report one happening."""
        days = [self._lookup.day(doc) for doc in (one, other)]
        return not all(days) or abs((date.fromisoformat(days[0] or "") - date.fromisoformat(days[1] or "")).days) <= REVISED

    def _set_apart(self, doc: str, event: Event, beside: bool = False) -> bool:
        """Whether its sentence sets it apart from others of its kind: "also killed", "Separately, …", "a second marine", "another bomb".

        ``beside`` tells that both sides count others than those told of, so that "other" sets neither apart.
        """
        said = self._lookup.of[doc]
        before = said.document.text[said.sentences[event.sentence][0] : event.trigger[0]]
        phrases = [self._words(doc, role.entity)[:2] for role in event.roles if (doc, role.entity) in self._lookup.entities]
        distinct = self._distinct - _OTHERS if beside else self._distinct
        return _ASIDE.search(before) is not None or any(not distinct.isdisjoint(words) for words in phrases)

    def _others(self, doc: str, event: Event) -> bool:
        """Whether it counts others than those told of: two articles may both count the same others, one article counts now these, now those."""
        text = self._lookup.of[doc].document.text
        return any(self._counted.beside(text, self._lookup.quantities[doc, local]) for local in event.quantities)

    def _days(self, doc: str, event: Event) -> tuple[date, date] | None:
        time = self._lookup.times.get((doc, event.time or ""))
        if time is None or not time.begin or event.since or event.until or event.through:
            return None
        return date.fromisoformat(time.begin), date.fromisoformat(time.end or time.begin)

    def _other_days(self, one: str, some: Event, other: str, others: Event) -> bool:
        """Whether they are of days that have nothing in common."""
        here, there = self._days(one, some), self._days(other, others)
        return here is not None and there is not None and (here[0] > there[1] or there[0] > here[1])

    def _past(self, doc: str, event: Event) -> bool:
        """Whether an article dates a happening so long before its own day that it is no news of it: what it does not date is another."""
        days, out = self._days(doc, event), self._lookup.day(doc)
        return days is not None and out is not None and (date.fromisoformat(out) - days[1]).days > REVISED

    def _out_already(self, one: str, some: Event, other: str, others: Event) -> bool:
        """Whether one is of a day when the other's article was out, which reports no such thing."""
        here, there = self._days(one, some), self._days(other, others)
        out = [self._lookup.day(doc) for doc in (one, other)]
        late = [days for days, day in ((here, out[1]), (there, out[0])) if days and day and days[0] > date.fromisoformat(day)]
        return bool(late) and {some.modality, others.modality} <= {"actual", "alleged"}

    def _other_numbers(self, one: str, some: Event, other: str, others: Event) -> bool:
        """Whether the same is counted on both sides, and nothing of it is the same number."""
        here, there = self._numbers(one, some), self._numbers(other, others)
        both = here.keys() & there.keys()
        return bool(both) and all(here[what] != there[what] for what in both)

    def _numbers(self, doc: str, event: Event) -> dict[str, float]:
        found = {}
        for quantity in (self._lookup.quantities[doc, local] for local in event.quantities):
            entity = self._lookup.entities.get((doc, quantity.of or ""))
            found[(entity.head if entity else None) or quantity.unit or ""] = quantity.value
        return found

    def _one_place(self, one: str, some: Event, other: str, others: Event) -> bool:
        places = [self._names.get((doc, event.place or "")) for doc, event in ((one, some), (other, others))]
        return places[0] is not None and places[0] == places[1]

    def _same(self, one: str, some: list[str], other: str, others: list[str], doers: bool) -> bool | None:
        """Whether those who fill a role on either side can be the same: None where nothing tells. A name can be anybody's whom the other side
        describes; doers of two names may act for one state, which :meth:`kg.resolve.denials.Denials.same_doers` knows.
        """
        here, there = ([(doc, local) for local in locals_ if (doc, local) in self._names] for doc, locals_ in ((one, some), (other, others)))
        keys = [{self._names[ref] for ref in side} for side in (here, there)]
        if keys[0] & keys[1]:
            return True
        named = [[ref for ref in side if ref in self._lookup.entities and self._lookup.entities[ref].named] for side in (here, there)]
        if named[0] and named[1]:
            return None if doers else False
        if named[0] or named[1]:
            return None
        heads = [(a, b) for a in here for b in there if a in self._lookup.entities and b in self._lookup.entities and self._noun(a) == self._noun(b)]
        if any(self._alike(a, b) for a, b in heads):
            return None if all(self._noun(a) in _VAGUE for a, _ in heads) else True
        return False if heads or (here and there) else None

    def _head(self, ref: Ref) -> str:
        return self._lookup.entities[ref].head or plain(self._lookup.entities[ref].label)

    def _noun(self, ref: Ref) -> str:
        """The head noun, one for those that may be told for one another."""
        return self._counted.noun(self._head(ref))

    def _alike(self, one: Ref, other: Ref) -> bool:
        """Whether two phrases of one noun have no other words before it: "energy prices" are no "producer prices", "its own van" none of theirs."""
        if ("own" in self._words(*one)) != ("own" in self._words(*other)):
            return False
        here, there = (self._modifiers(ref) for ref in (one, other))
        return not here or not there or bool(here & there)

    def _modifiers(self, ref: Ref) -> set[str]:
        """Telling words of a phrase up to its noun."""
        words = self._words(*ref)
        head = self._head(ref)
        before = words[: next((n for n, word in enumerate(words) if word.startswith(head[:-1] or head)), len(words))]
        return {word for word in before if len(word) > 3 and word not in self._empty and not _NUMBER.fullmatch(word)}

    def _words(self, doc: str, local: str) -> list[str]:
        return plain(self._lookup.entities[doc, local].label).split()


def _fillers(event: Event, role: str) -> list[str]:
    return [r.entity for r in event.roles if r.role == role]
