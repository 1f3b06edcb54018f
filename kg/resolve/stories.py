"""Which documents tell the same story: by the names and words they share, weighted by rarity, each document beside a bounded number of others."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.model import Extraction, Ref
from kg.resolve.nearby import nearest

Vector = Mapping[str, float]  # of unit length, or empty

_WORD = re.compile(r"[^\W\d_]{4,}")
_TERMS = 60  # heaviest names, and words, of a document that are compared
_SPOKEN = 24  # heaviest words of a sentence
_TELLING = 20  # heaviest names, and words, by which a document finds others
_AROUND, _POSTINGS = 20, 40  # documents that one name leads to: on either side in the order of their dates, or all where they are no more
_NEAREST = 30  # documents that one is compared with
_LEAST = 0.1  # similarity of documents that are compared at all
_FRESH, _FAR = 10, 0.4  # days within which documents may tell one story, and what is left of their likeness a long time apart
_FEWEST = 100  # documents that rarity is reckoned among at least: in a handful, a name of all of them is still telling
_PARTS = 1 << 16  # of one in a weight before vectors get the length of one unit
_UNIT = 1 << 24  # weights are whole parts of it, so that sums of their products are exact in whatever order they are made


class Stories:
    """Similarity of documents, 0 to 1 (mean of two cosines of tf-idf vectors, Salton and Buckley 1988: of the entities that they name, and of
    their words), and who is near whom.

    ``extractions`` may come in any order; ``names`` maps their entities to clusters; ``spoken`` is what :func:`spoken_words` says of them. ``copies``
    maps a document to the one that it copies: copies make no word common, and nobody's neighbour is one. Finding the neighbours costs a bounded
    number of steps a document.
    """

    def __init__(self, extractions: Sequence[Extraction], names: Mapping[Ref, str], spoken: Vectors, copies: Mapping[str, str]) -> None:
        ordered = sorted(extractions, key=_by_day)
        self._said = {x.document.id: x for x in ordered}
        self._places = {doc: n for n, doc in enumerate(self._said)}
        originals = np.array([doc not in copies for doc in self._said], bool)
        named = _vectors([Counter(_named(x, names)) for x in ordered], originals)
        self._rarity = spoken.rarity
        self._terms = np.hstack((named.terms, np.where(spoken.terms, spoken.terms + len(named.rarity), 0)))  # a name is no word
        self._weights = np.hstack((named.weights, spoken.weights)).astype(np.float64)  # once: to add other numbers takes numpy three times as long
        self._days = np.array([date.fromisoformat(x.document.date).toordinal() if x.document.date else 0 for x in ordered], np.int64)
        self._here = np.zeros(len(named.rarity) + len(spoken.rarity) + 1)
        self._known: dict[tuple[int, int], float] = {}
        self._neighbours = self._near(originals, copies)

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
        rows = np.array(others)
        found = np.einsum("ij,ij->i", self._here.take(self._terms.take(rows, axis=0)), self._weights.take(rows, axis=0))
        self._here[self._terms[one]] = 0
        likeness: list[float] = (found / (2 * _UNIT * _UNIT) * self._fading(one, rows)).tolist()
        return likeness

    def _fading(self, one: int, others: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """What is left of likeness with the days between documents: last year's summit is not this year's, though all the words are the same."""
        days, here = self._days[others], self._days[one]
        left: npt.NDArray[np.float64] = np.maximum(_FAR, _FRESH / np.maximum(_FRESH, np.abs(days - here)))
        left[(days == 0) | (here == 0)] = 1.0
        return left

    def neighbours(self) -> Iterator[tuple[str, str, float]]:
        """Pairs of document ids that may tell one story, with their similarity; each pair once."""
        yield from ((one, other, score) for (one, other), score in sorted(self._neighbours.items()))

    def sentence(self, doc: str, number: int) -> Vector:
        """The words of a sentence."""
        said = self._said[doc]
        counts = Counter(word for word in words(said.document.text[slice(*said.sentences[number])]) if word in self._rarity)
        return _vector(counts, self._rarity, _SPOKEN)

    def _near(self, originals: npt.NDArray[np.bool_], copies: Mapping[str, str]) -> dict[tuple[str, str], float]:
        """Each document's nearest, among those that its most telling names and words lead to."""
        docs = list(self._said)
        leads = np.hstack((self._terms[:, :_TELLING], self._terms[:, _TERMS : _TERMS + _TELLING])).astype(np.int64)
        places, columns = np.nonzero(leads)
        shares = places, leads[places, columns], np.ones(len(places))
        nearby = {}
        for n, often in enumerate(nearest(shares, originals, _AROUND, _POSTINGS, 2 * _NEAREST)):
            others = list({*often, self._places[copies.get(docs[n], docs[n])]} - {n})
            scored = sorted(zip(self._compare(n, others), others, strict=True), key=lambda p: (-p[0], p[1])) if others else []
            for score, m in scored[:_NEAREST]:
                if score >= _LEAST:
                    self._known[(n, m) if n < m else (m, n)] = score
                    nearby[(docs[n], docs[m]) if docs[n] < docs[m] else (docs[m], docs[n])] = score
        return nearby


def spoken_words(extractions: Sequence[Extraction], common: Set[str], copies: Mapping[str, str]) -> Vectors:
    """The words of documents, by their days; ``common`` are those that any story has. This needs no names, which are found meanwhile."""
    ordered = sorted(extractions, key=_by_day)
    originals = np.array([x.document.id not in copies for x in ordered], bool)
    counts = []
    for x in ordered:
        text, own = x.document.text, Counter[str]()
        for begin, end in x.sentences:
            own.update(words(text[begin:end]))
        for word in own.keys() & common:
            del own[word]
        counts.append(own)
    return _vectors(counts, originals)


def _by_day(extraction: Extraction) -> tuple[str, str]:
    return extraction.document.date or "", extraction.document.id


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


def _vector(counts: Counter[str], rarity: Mapping[str, float], most: int) -> Vector:
    """The heaviest terms, heaviest first."""
    heaviest = sorted(((rarity[term] * (1 + math.log(n)), term) for term, n in counts.items()), key=lambda p: (-p[0], p[1]))[:most]
    length = math.sqrt(math.fsum(weight * weight for weight, _ in heaviest)) or 1.0
    return {term: weight / length for weight, term in heaviest}


class Vectors(NamedTuple):
    """Of each document the numbers of its heaviest terms, heaviest first, and their weights in whole units; shorter rows end in zeros."""

    terms: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    rarity: dict[str, float]


def _vectors(counts: Sequence[Counter[str]], originals: npt.NDArray[np.bool_]) -> Vectors:
    """Of documents by how often each term stands in them. A term is the rarer the fewer documents have it, copies aside.

    Logarithms are Python's, and sums are of whole numbers: numpy's differ between processors.
    """
    numbers: dict[str, int] = {}
    flat = np.array([numbers.setdefault(term, len(numbers)) for own in counts for term in own], np.int64)
    often = np.array([n for own in counts for n in own.values()], np.int64)
    places = np.repeat(np.arange(len(counts)), [len(own) for own in counts])
    frequency = np.maximum(np.bincount(flat[originals[places]], minlength=len(numbers)), 1)
    total = max(int(originals.sum()), _FEWEST)
    rarity = _each(frequency, lambda holders: math.log(1 + total / holders))
    heavy = rarity[flat] * _each(often, lambda n: 1 + math.log(n))
    alphabet = np.empty(len(numbers), np.int64)
    alphabet[[numbers[term] for term in sorted(numbers)]] = np.arange(len(numbers))
    order = np.lexsort((alphabet[flat], -heavy, places))
    rank = np.arange(len(order)) - np.searchsorted(places, places)  # of each in its document, for sorting leaves those of one where they were
    kept, row, column = order[rank < _TERMS], places[rank < _TERMS], rank[rank < _TERMS]
    whole, weights = np.rint(heavy[kept] * _PARTS), np.zeros((len(counts), _TERMS))
    weights[row, column] = whole
    lengths = np.sqrt(np.square(weights).sum(axis=1))
    weights[row, column] = np.rint(whole / lengths[row] * _UNIT)
    terms = np.zeros((len(counts), _TERMS), np.int32)
    terms[row, column] = flat[kept] + 1
    return Vectors(terms, weights.astype(np.float32), dict(zip(numbers, rarity.tolist(), strict=True)))


def _each(values: npt.NDArray[np.int64], function: Callable[[int], float]) -> npt.NDArray[np.float64]:
    """A function of each value, asked once for equal ones."""
    different, which = np.unique(values, return_inverse=True)
    return np.array([function(int(value)) for value in different], np.float64)[which]
