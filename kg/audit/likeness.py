"""Which words an audit takes for the same: forms of one stem, words for one kind of happening, synonyms (``ontology/synonyms.ttl``)."""

from __future__ import annotations

from collections import defaultdict

from kg.audit.stems import stem
from kg.lexicon import Lexicon
from kg.model import Event


class Likeness:
    """Compares words and happenings."""

    def __init__(self, lexicon: Lexicon) -> None:
        sets: dict[str, set[str]] = defaultdict(set)
        for number, synonyms in enumerate(lexicon.synonyms):
            for word in synonyms:
                sets[_stems(word)].add(f"~{number}")
        self._sets = {word: frozenset(found) for word, found in sets.items()}
        self._seats = _seats(lexicon)

    def kinds(self, word: str, event_type: str | None = None) -> frozenset[str]:
        """What a word shares with other words: its sets of synonyms, by number, and the type of happening that it tells of."""
        found = self._sets.get(_stems(word), frozenset())
        return found | {event_type} if event_type and event_type != "Event" else found

    def seats(self, link: str) -> frozenset[str]:
        """What a country shares with its capital, which stands for its government; both by their keys in the gazetteer."""
        return self._seats.get(link, frozenset())

    def same(self, one: str, other: str) -> bool:
        """Whether two words are forms of one, or synonyms."""
        return stem(one) == stem(other) or not self.kinds(one).isdisjoint(self.kinds(other))

    def alike(self, one: Event, other: Event) -> bool:
        """Whether two happenings go by words that are the same, or are of one kind."""
        return self.same(_verb(one), _verb(other)) or self.same(one.lemma, other.lemma) or (one.type == other.type != "Event")


def _verb(event: Event) -> str:
    return event.lemma.split()[0]


def _stems(words: str) -> str:
    return " ".join(stem(word) for word in words.split())


def _seats(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, entry in lexicon.gazetteer.items():
        seat = entry.seat or ""
        for city in lexicon.candidates.get(seat, (lexicon.names.get(seat, ""),)):
            if city in lexicon.gazetteer and lexicon.gazetteer[city].type == "City":
                found[key].add(f"@{key}")
                found[city].add(f"@{key}")
    return {key: frozenset(shared) for key, shared in found.items()}
