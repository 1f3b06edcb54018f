"""What a happening is done to or about, and whether the article tells it of the same.

A verb that stands in one clause and an object that stands in another one do not say together what each says by itself: "admitted a delay, but
denied the charges" tells nobody that the charges were admitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.audit.likeness import Likeness
from kg.audit.statements import Source, Statement, Word
from kg.audit.stems import stems_of
from kg.lexicon import Lexicon
from kg.model import Entity, Event, Span

_OBJECTS = ("patient", "topic", "result")
_TAKES_UP = re.compile(
    r"(?:the|this|that|these|those|such|it|its|his|her|their|them|they|him|he|she|who|whom|which|what)\b", re.IGNORECASE
)  # what was told of before, maybe in other words


class Matter:
    """Compares the objects of happenings that go by words for the same."""

    def __init__(self, sources: Mapping[str, Source], lexicon: Lexicon, likeness: Likeness) -> None:
        self._sources, self._lexicon, self.likeness = sources, lexicon, likeness

    def agrees(self, told: Statement, mine: Event, part: Statement, theirs: Event, parts: Sequence[Statement]) -> bool | None:
        """Whether what is told of something is told of it there, too; None where it is not known what it is told of.

        Only what stands anywhere in ``parts`` counts: an object in other words is no other object.
        """
        heads = [word for word in self._heads(told, mine) if any(_has(other.words, word) for other in parts)]
        if not heads:
            return None
        spans = list(_reach(part, theirs, set()))
        words = [word for word in part.words if any(begin <= word.span[0] < end for begin, end in spans)]
        recalled = self._recalled(part, theirs)
        missing = [word for word in heads if not _has(words, word) and word.stem not in recalled and word.key not in recalled]
        if not missing:
            return True
        objects = [role.span for role in theirs.roles if role.role in _OBJECTS]
        taken_up = not objects or any(_TAKES_UP.match(self._sources[part.doc].raw, begin) for begin, _ in objects)
        elsewhere = not any(_has(part.words, word) for word in missing)
        return None if (elsewhere and taken_up) or (theirs.nominal and not objects) else False

    def homes(self, told: Statement, mine: Event, telling: Sequence[Statement], parts: Sequence[Statement]) -> list[Statement]:
        """Of the sentences that tell of a happening those that do not tell it of something else, if there are any."""
        alike = [[self.agrees(told, mine, part, e, parts) for e in part.events if self.likeness.alike(e, mine)] for part in telling]
        return [part for part, found in zip(telling, alike, strict=True) if not found or set(found) != {False}] or list(telling)

    def elsewhere(self, told: Statement, mine: Event, pairs: Sequence[tuple[Event, Statement]]) -> tuple[str, str] | None:
        """The place that a happening has here, and the other one of its kind that it has wherever it is told: "met in Rome", "met in Oslo"."""
        here = self._place(told, mine)
        there = [place for theirs, part in pairs if (place := self._place(part, theirs)) is not None]
        if here is None or len(there) < len(pairs):
            return None
        same = (
            other[0] == here[0] or other[1].type != here[1].type or set(stems_of(other[1].label)) & set(stems_of(here[1].label)) for other in there
        )
        return (here[1].label, there[0][1].label) if there and not any(same) else None

    def _place(self, statement: Statement, event: Event) -> tuple[str, Entity] | None:
        return self._sources[statement.doc].named.get(event.place or "")

    def _heads(self, told: Statement, event: Event) -> Iterator[Word]:
        """The word of each thing that it is done to, or is about; of a clause none, as whose word it is has a check of its own."""
        source = self._sources[told.doc]
        events = {e.id: e for e in told.events}
        for role in event.roles:
            inside = [w for w in told.words if role.span[0] <= w.span[0] < role.span[1]]
            inner = events.get(role.entity)
            named, unnamed = source.named.get(role.entity), source.unnamed.get(role.entity)
            clause, about = inner is not None and not inner.nominal, named is not None and role.role != "patient"  # "the bounty on Ruiz"
            if role.role not in _OBJECTS or not inside or clause or about:
                continue
            lemma = inner.lemma if inner is not None else unnamed.head if unnamed is not None and named is None else None
            stems = set(stems_of(lemma or ""))
            yield from [w for w in inside if (named and w.key == named[0]) or (w.key is None and w.stem in stems)][-1:]

    def _recalled(self, part: Statement, event: Event) -> set[str | None]:
        """Stems and keys of what pronouns stand for among those that take part."""
        source, found = self._sources[part.doc], set[str | None]()
        for role in event.roles:
            named, unnamed = source.named.get(role.entity), source.unnamed.get(role.entity)
            if named:
                found |= {named[0], *stems_of(named[1].label)}
            if unnamed:
                found |= set(stems_of(unnamed.label))
        return found


def _reach(part: Statement, event: Event, seen: set[str]) -> Iterator[Span]:
    """The clause of a happening, the phrases of those that take part in it, and the same of what happens inside it."""
    seen.add(event.id)
    yield _clause(part, event)
    inner = {e.id: e for e in part.events}
    for role in event.roles:
        yield role.span
        if role.entity in inner and role.entity not in seen:
            yield from _reach(part, inner[role.entity], seen)


def _clause(part: Statement, event: Event) -> Span:
    """From a verb to the next one that belongs to no noun of its clause: "attended a forum, which opened on Monday, on trade"."""
    verbs = [e for e in part.events if not e.nominal and "relative" not in e.rule and e.phrase[0] >= event.phrase[1]]
    after = [e.phrase[0] for e in verbs if e.phrase[0] > event.trigger[0]]
    return event.phrase[0], min(after, default=part.span[1])


def _has(words: Sequence[Word], word: Word) -> bool:
    return any(w.stem == word.stem or (word.key is not None and w.key == word.key) or not word.kinds.isdisjoint(w.kinds) for w in words)
