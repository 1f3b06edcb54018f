"""Opposites told of one person or thing: one article has the captain survive, another has him die (``ontology/opposites.ttl``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kg.lexicon import Lexicon
from kg.model import Event, Ref
from kg.resolve.contested import Told
from kg.resolve.propositions import denies
from kg.resolve.stories import Stories

_STORY = 0.2  # similarity of two documents that speak of the same
_DAYS = 1  # between two articles that contradict one another; later it may have changed
_TELLINGS = 40  # of one side about one person or thing, at most
_DONE_TO = ("patient", "topic", "recipient", "goal")

_Side = tuple[int, bool]  # number of the pair, whether it is the other side


class Opposed:
    """Finds pairs of claims of different documents that tell opposites."""

    def __init__(self, names: Mapping[Ref, str], lexicon: Lexicon, stories: Stories) -> None:
        self._names, self._lexicon, self._stories = names, lexicon, stories
        self._by_verb: dict[str, list[tuple[_Side, tuple[str, ...]]]] = defaultdict(list)  # verb or type -> side, roles of whom it is told of
        for n, pair in enumerate(lexicon.opposites):
            for other, words in ((False, pair.one), (True, pair.other)):
                for word in words:
                    self._list(word, (n, other))

    def _list(self, word: str, side: _Side) -> None:
        verb, _, whom = word.rpartition(" ") if word.endswith((" somebody", " something")) else (word, "", "")
        kind = self._lexicon.event_types.get(self._lexicon.verbs.get(verb, ""))
        subject = kind.roles.get("subject", "agent") if kind else "agent"
        self._by_verb[f" {kind.id}" if kind else verb].append((side, _DONE_TO if whom else (subject,)))

    def find(self, tellings: Mapping[str, Sequence[Told]]) -> Iterator[tuple[Told, Told]]:
        """Each two claims that contradict one another, those of one event's key before those of the next."""
        told: dict[tuple[int, str], tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
        for several in tellings.values():
            for one in several:
                if not denies(one.claim) and one.claim.modality == "actual":
                    for side, roles in self._sides(one.event):
                        for bearer in self._bearers(one, roles):
                            told[side[0], bearer][side[1]].append(one)
        for _, (some, others) in sorted(told.items()):
            both = {t.ref[0] for t in some} & {t.ref[0] for t in others}  # who tells both tells how the one became the other
            for one in some[:_TELLINGS] if not both else ():
                for other in others[:_TELLINGS]:
                    if self._of_one_time(one, other):
                        yield one, other

    def _sides(self, event: Event) -> list[tuple[_Side, tuple[str, ...]]]:
        return self._by_verb.get(f" {event.type}", []) + self._by_verb.get(event.lemma, [])

    def _bearers(self, told: Told, roles: tuple[str, ...]) -> set[str]:
        return {self._names[told.ref[0], role.entity] for role in told.event.roles if role.role in roles}

    def _of_one_time(self, one: Told, other: Told) -> bool:
        if one.date and other.date and abs((date.fromisoformat(one.date) - date.fromisoformat(other.date)).days) > _DAYS:
            return False
        return self._stories.similarity(one.ref[0], other.ref[0]) >= _STORY
