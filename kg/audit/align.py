"""Where in the articles a sentence may come from: containment of its content words in one to three sentences of one article."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.audit.statements import Statement, Word

_STARTS = 6  # best sentences from which evidence is gathered
_PARTS = 3  # sentences that evidence may have
_ADDS = 0.12  # share of the weight that a further sentence has to add
_LEAST = 0.1  # containment below which a sentence is not looked at
_FLOOR = 0.3  # weight of a word that every sentence has
_SCATTERED = 0.05  # what a further sentence takes from the rank of evidence
_LACKING = 0.05  # the same of a verb that it has not
_CUE = 0.3  # of the weight counts for a word that only reports


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sentences of one article that together may say what a statement says; ``missing`` are the statement's words that none of them has."""

    parts: tuple[Statement, ...]  # the best first
    missing: tuple[Word, ...]
    share: float  # of the statement's weight that they contain
    own: float  # the same of the first sentence alone
    rank: float  # the share, less for evidence that is scattered or lacks what happens

    @property
    def doc(self) -> str:
        return self.parts[0].doc


class Articles:
    """The articles' sentences, found by their words."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._all = statements
        self._at: dict[str, list[int]] = defaultdict(list)
        for n, statement in enumerate(statements):
            for feature in _features(statement):
                self._at[feature].append(n)
        self._doc: dict[str, list[int]] = defaultdict(list)
        for n, statement in enumerate(statements):
            self._doc[statement.doc].append(n)

    def evidence(self, statement: Statement, docs: Collection[str] | None = None) -> list[Evidence]:
        """What may support the statement in the given documents, best first."""
        weights = [self._weight(word) for word in statement.words]
        total = sum(weights)
        if not total:
            return []
        shares: dict[int, float] = defaultdict(float)
        for word, weight in zip(statement.words, weights, strict=True):
            for n in self._having(word):
                if docs is None or self._all[n].doc in docs:
                    shares[n] += weight / total
        best = sorted((n for n in shares if shares[n] >= _LEAST), key=lambda n: (-round(shares[n], 9), n))[:_STARTS]
        found = [self._gather(statement, weights, n) for n in best]  # sorted is stable: of two that rank alike, the one with the better sentence
        return sorted(found, key=lambda e: -round(e.rank, 2))

    def _gather(self, statement: Statement, weights: Sequence[float], start: int) -> Evidence:
        total = sum(weights)
        parts, missing = [start], self._missing(statement, start, range(len(weights)))
        own = 1 - sum(weights[i] for i in missing) / total
        while len(parts) < _PARTS and missing:
            left = {n: self._missing(statement, n, missing) for n in self._near(statement, missing, start)}
            gains = {n: sum(weights[i] for i in missing) - sum(weights[i] for i in rest) for n, rest in left.items()}
            best = max(gains, key=lambda n: (round(gains[n], 9), -abs(n - start), -n), default=start)
            if best in parts or gains.get(best, 0) < _ADDS * total:
                break
            parts.append(best)
            missing = left[best]
        share = 1 - sum(weights[i] for i in missing) / total
        happens = {event.trigger for event in statement.events if not event.nominal}
        lacking = sum(statement.words[i].span in happens and not statement.words[i].cue for i in missing)
        rank = share - _SCATTERED * (len(parts) - 1) - _LACKING * lacking
        return Evidence(tuple(self._all[n] for n in parts), tuple(statement.words[i] for i in missing), share, own, rank)

    def _near(self, statement: Statement, missing: Sequence[int], start: int) -> Iterator[int]:
        """Sentences of the same article that have some of the missing words."""
        same = self._all[start].doc
        yield from sorted({n for i in missing for n in self._having(statement.words[i]) if self._all[n].doc == same})

    def _missing(self, statement: Statement, n: int, among: Sequence[int]) -> list[int]:
        return [i for i in among if not has(self._all[n], statement.words[i])]

    def _having(self, word: Word) -> set[int]:
        features = [word.stem, *([f"={word.key}"] if word.key else []), *(f"~{kind}" for kind in word.kinds)]
        return {n for feature in features for n in self._at.get(feature, ())}

    def _weight(self, word: Word) -> float:
        """How much a word tells two sentences apart, between 0 and 1: its inverse document frequency."""
        count = len(self._having(word))
        rarity = math.log((1 + len(self._all)) / (1 + count)) / math.log(1 + len(self._all)) if count else 1.0
        return max(rarity, _FLOOR) * (_CUE if word.cue else 1.0)


def has(statement: Statement, word: Word) -> bool:
    """Whether a sentence has a word: in one of its forms, as another name of the same entity, or by another word for the same."""
    named = word.key is not None and word.key in statement.keys
    return word.stem in statement.stems or named or not word.kinds.isdisjoint(statement.kinds)


def _features(statement: Statement) -> set[str]:
    return {*statement.stems, *(f"={key}" for key in statement.keys), *(f"~{kind}" for kind in statement.kinds)}
