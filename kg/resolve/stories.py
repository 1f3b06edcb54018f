"""Which documents tell the same story: by the names and words they share, weighted by rarity, each document beside a bounded number of others."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set

from kg.model import Extraction, Ref

Vector = Mapping[str, float]  # of unit length, or empty

_WORD = re.compile(r"[^\W\d_]{4,}")
_TERMS = 60  # heaviest names of a document that are compared
_SPOKEN = 24  # heaviest words of a sentence
_TELLING = 20  # heaviest names by which a document finds others
_POSTINGS = 40  # documents that one name leads to, the nearest in the order of their dates
_NEAREST = 30  # documents that one is compared with
_LEAST = 0.1  # similarity of documents that are compared at all
_FEWEST = 100  # documents that rarity is reckoned among at least: in a handful, a name of all of them is still telling


class Stories:
    """Similarity of documents, 0 to 1 (mean of two cosines of tf-idf vectors, Salton and Buckley 1988: of the entities that they name, and of
    their words), and who is near whom.

    ``extractions`` may come in any order; ``names`` maps their entities to clusters; ``common`` are words that any story has. ``copies`` maps
    a document to the one that it copies: copies make no word common, and nobody's neighbour is one. Finding the neighbours costs a bounded
    number of steps a document.
    """

    def __init__(self, extractions: Sequence[Extraction], names: Mapping[Ref, str], common: Set[str], copies: Mapping[str, str]) -> None:
        ordered = sorted(extractions, key=lambda x: (x.document.date or "", x.document.id))
        named = {x.document.id: Counter(_named(x, names)) for x in ordered}
        rarity = _rarity(named, copies)
        self._vectors = {doc: _vector(counts, rarity) for doc, counts in named.items()}
        self._sentences = {
            (x.document.id, n): Counter(w for w in words(x.document.text[begin:end]) if w not in common)
            for x in ordered
            for n, (begin, end) in enumerate(x.sentences)
        }
        texts: dict[str, Counter[str]] = {doc: Counter() for doc in named}
        for (doc, _), counts in self._sentences.items():
            texts[doc].update(counts)
        self._rarity = _rarity(texts, copies)
        self._texts = {doc: _vector(counts, self._rarity) for doc, counts in texts.items()}
        self._known: dict[tuple[str, str], float] = {}
        self._neighbours = self._near(list(named), copies)

    def similarity(self, one: str, other: str) -> float:
        """Of two documents by their ids."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = self._compare(*pair)
        return self._known[pair]

    def _compare(self, one: str, other: str) -> float:
        return (cosine(self._vectors[one], self._vectors[other]) + cosine(self._texts[one], self._texts[other])) / 2

    def neighbours(self) -> Iterator[tuple[str, str, float]]:
        """Pairs of document ids that may tell one story, with their similarity; each pair once."""
        yield from ((one, other, score) for (one, other), score in sorted(self._neighbours.items()))

    def sentence(self, doc: str, number: int) -> Vector:
        """The words of a sentence."""
        return _vector(self._sentences[doc, number], self._rarity, _SPOKEN)

    def _near(self, ordered: list[str], copies: Mapping[str, str]) -> dict[tuple[str, str], float]:
        """Each document's nearest, among those that its most telling names lead to."""
        leads = {doc: [f" {n}" for n in list(vector)[:_TELLING]] + list(self._texts[doc])[:_TELLING] for doc, vector in self._vectors.items()}
        holders: dict[str, list[int]] = defaultdict(list)
        place = {doc: n for n, doc in enumerate(ordered)}
        for n, doc in enumerate(ordered):
            for name in leads[doc] if doc not in copies else ():
                holders[name].append(n)
        found: dict[tuple[str, str], float] = {}
        for n, doc in enumerate(ordered):
            others = ({m for name in leads[doc] for m in _around(holders[name], n)} | {place[copies.get(doc, doc)]}) - {n}
            scored = sorted(((self.similarity(doc, ordered[m]), m) for m in others), key=lambda p: (-p[0], p[1]))
            for score, m in scored[:_NEAREST]:
                if score >= _LEAST:
                    one, other = sorted((doc, ordered[m]))
                    found[one, other] = score
        return found


def _named(extraction: Extraction, names: Mapping[Ref, str]) -> Iterator[str]:
    named = {entity.id for entity in extraction.entities if entity.named}
    return (names[extraction.document.id, m.entity] for m in extraction.mentions if m.entity in named)


def words(text: str) -> Iterator[str]:
    """Words of four letters and more in lower case; shorter ones say little of what a text is about."""
    return (match[0] for match in _WORD.finditer(text.lower()))


def cosine(one: Vector, other: Vector) -> float:
    """Of two vectors of unit length, rounded so that the order of its terms does not matter."""
    if len(one) > len(other):
        one, other = other, one
    return round(sum([weight * other[term] for term, weight in one.items() if term in other]), 9)


def _vector(counts: Counter[str], rarity: Mapping[str, float], most: int = _TERMS) -> Vector:
    """The heaviest terms, heaviest first."""
    heaviest = sorted(((rarity[term] * (1 + math.log(n)), term) for term, n in counts.items()), key=lambda p: (-p[0], p[1]))[:most]
    length = math.sqrt(math.fsum(weight * weight for weight, _ in heaviest)) or 1.0
    return {term: weight / length for weight, term in heaviest}


def _rarity(counts: Mapping[str, Counter[str]], copies: Container[str]) -> dict[str, float]:
    """A weight for each term that grows as fewer documents have it, copies aside."""
    frequency: Counter[str] = Counter()
    originals = [count for document, count in counts.items() if document not in copies]
    for count in originals:
        frequency.update(count.keys())
    total = max(len(originals), _FEWEST)
    return {term: math.log(1 + total / max(frequency[term], 1)) for count in counts.values() for term in count}


def _around(holders: list[int], n: int) -> list[int]:
    """The holders of a name that stand nearest to ``n`` in the order of dates."""
    if len(holders) <= _POSTINGS:
        return holders
    at = bisect_left(holders, n)
    return holders[max(0, at - _POSTINGS // 2) : at + _POSTINGS // 2]
