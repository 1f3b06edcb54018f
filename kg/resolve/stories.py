"""Which documents tell the same story: by the names and words they share, weighted by rarity, each document beside a bounded number of others."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set

import numpy as np
import numpy.typing as npt

from kg.model import Extraction, Ref, Span
from kg.resolve.nearby import nearest

Vector = Mapping[str, float]  # of unit length, or empty

_WORD = re.compile(r"[^\W\d_]{4,}")
_TERMS = 60  # heaviest names, and words, of a document that are compared
_SPOKEN = 24  # heaviest words of a sentence
_TELLING = 20  # heaviest names, and words, by which a document finds others
_AROUND, _POSTINGS = 20, 40  # documents that one name leads to: on either side in the order of their dates, or all where they are no more
_NEAREST = 30  # documents that one is compared with
_LEAST = 0.1  # similarity of documents that are compared at all
_FEWEST = 100  # documents that rarity is reckoned among at least: in a handful, a name of all of them is still telling
_UNIT = 1 << 24  # weights are whole parts of it, so that sums of their products are exact in whatever order they are made


class Stories:
    """Similarity of documents, 0 to 1 (mean of two cosines of tf-idf vectors, Salton and Buckley 1988: of the entities that they name, and of
    their words), and who is near whom.

    ``extractions`` may come in any order; ``names`` maps their entities to clusters; ``common`` are words that any story has. ``copies`` maps
    a document to the one that it copies: copies make no word common, and nobody's neighbour is one. Finding the neighbours costs a bounded
    number of steps a document.
    """

    def __init__(self, extractions: Sequence[Extraction], names: Mapping[Ref, str], common: Set[str], copies: Mapping[str, str]) -> None:
        ordered = sorted(extractions, key=lambda x: (x.document.date or "", x.document.id))
        self._said = {x.document.id: x for x in ordered}
        self._common = common
        self._places = {doc: n for n, doc in enumerate(self._said)}
        named = {x.document.id: Counter(f" {name}" for name in _named(x, names)) for x in ordered}  # a name is no word
        texts = {x.document.id: Counter(w for span in x.sentences for w in self._words(x, span)) for x in ordered}
        rarity, self._rarity = _rarity(named, copies), _rarity(texts, copies)
        vectors = [[_vector(counts, rare) for counts, rare in ((named[doc], rarity), (texts[doc], self._rarity))] for doc in self._said]
        self._terms, self._weights = _arrays(vectors)
        self._here = np.zeros(self._terms.max(initial=0) + 1)
        self._known: dict[tuple[int, int], float] = {}
        self._neighbours = self._near([[term for vector in both for term in list(vector)[:_TELLING]] for both in vectors], copies)

    def similarity(self, one: str, other: str) -> float:
        """Of two documents by their ids."""
        pair = (self._places[one], self._places[other])
        pair = pair if pair[0] < pair[1] else (pair[1], pair[0])
        if pair not in self._known:
            (self._known[pair],) = self._compare(pair[0], [pair[1]])
        return self._known[pair]

    def _compare(self, one: int, others: list[int]) -> list[float]:
        """Of documents by their places in the order."""
        self._here[self._terms[one]] = self._weights[one]
        self._here[0] = 0  # stands where a document has no more terms
        found = np.einsum("ij,ij->i", self._here[self._terms[others]], self._weights[others], dtype=np.float64)
        self._here[self._terms[one]] = 0
        return [float(one) for one in found / (2 * _UNIT * _UNIT)]

    def neighbours(self) -> Iterator[tuple[str, str, float]]:
        """Pairs of document ids that may tell one story, with their similarity; each pair once."""
        yield from ((one, other, score) for (one, other), score in sorted(self._neighbours.items()))

    def sentence(self, doc: str, number: int) -> Vector:
        """The words of a sentence."""
        said = self._said[doc]
        return _vector(Counter(self._words(said, said.sentences[number])), self._rarity, _SPOKEN)

    def _words(self, said: Extraction, span: Span) -> list[str]:
        return [word for word in words(said.document.text[slice(*span)]) if word not in self._common]

    def _near(self, leads: Sequence[Sequence[str]], copies: Mapping[str, str]) -> dict[tuple[str, str], float]:
        """Each document's nearest, among those that its most telling names lead to."""
        found: dict[tuple[str, str], float] = {}
        docs = list(self._said)
        met = nearest([dict.fromkeys(own, 1.0) for own in leads], [doc not in copies for doc in docs], _AROUND, _POSTINGS, 2 * _NEAREST)
        for n, (doc, often) in enumerate(zip(docs, met, strict=True)):
            others = list({*often, self._places[copies.get(doc, doc)]} - {n})
            scored = sorted(zip(self._compare(n, others), others, strict=True), key=lambda p: (-p[0], p[1])) if others else []
            for score, m in scored[:_NEAREST]:
                if score >= _LEAST:
                    self._known[(n, m) if n < m else (m, n)] = score
                    found[(doc, docs[m]) if doc < docs[m] else (docs[m], doc)] = score
        return found


def _named(extraction: Extraction, names: Mapping[Ref, str]) -> Iterator[str]:
    named = {entity.id for entity in extraction.entities if entity.named}
    return (names[extraction.document.id, m.entity] for m in extraction.mentions if m.entity in named)


def words(text: str) -> list[str]:
    """Words of four letters and more in lower case; shorter ones say little of what a text is about."""
    return _WORD.findall(text.lower())


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


def _arrays(vectors: Iterable[Sequence[Vector]]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """Of each document the numbers of its terms, and their weights in whole units; rows that are shorter than others end in zeros."""
    numbers: dict[str, int] = {}
    rows = [[(numbers.setdefault(t, len(numbers) + 1), round(weight * _UNIT)) for vector in both for t, weight in vector.items()] for both in vectors]
    width = max(map(len, rows), default=0)
    terms, weights = np.zeros((len(rows), width), np.int32), np.zeros((len(rows), width), np.float32)
    for n, row in enumerate(rows):
        if row:
            terms[n, : len(row)], weights[n, : len(row)] = zip(*row, strict=True)
    return terms, weights


def _rarity(counts: Mapping[str, Counter[str]], copies: Container[str]) -> dict[str, float]:
    """A weight for each term that grows as fewer documents have it, copies aside."""
    frequency: Counter[str] = Counter()
    originals = [count for document, count in counts.items() if document not in copies]
    for count in originals:
        frequency.update(count.keys())
    total = max(len(originals), _FEWEST)
    return {term: math.log(1 + total / max(frequency[term], 1)) for count in counts.values() for term in count}
