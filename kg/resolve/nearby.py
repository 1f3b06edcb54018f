"""Which documents share most with each document, looked for where they stand near each other in some lasting order.

Of the documents that have a term only the nearest are looked at, so that the cost grows with the documents and not with their pairs. Numbers are
added in arrays, some thousands of documents at a time: a document meets up to a thousand others, and ten thousand documents ten million.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

_CHUNK = 512  # documents whose pairs are held at once

Numbers = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]
#: The documents by their places in the order, in that order; a term of each, by its number; and what sharing it says. Sums of these weights have
#: to be exact (multiples of a power of two), for their order is not.
Shares: TypeAlias = tuple[Numbers, Numbers, Weights]


def nearest(shares: Shares, holds: npt.ArrayLike, near: int, whole: int, most: int) -> Iterator[list[int]]:
    """For each document, by its place in the order, the places of those that share most with it: at most ``most``, of two that share as much the
    nearer first.

    A term leads to ``near`` documents on either side of those that have it and are to be found (``holds``), to all where they are no more
    than ``whole``.
    """
    places, terms, weights = shares
    holds = np.asarray(holds, bool)
    size, last = len(holds), int(terms.max(initial=0)) + 1
    found = holds[places]
    addresses = np.sort(terms[found] * size + places[found])  # of the holders, those of one term beside one another
    holders = addresses % size if size else addresses
    starts = np.searchsorted(addresses, np.arange(last + 1) * size)
    at = np.searchsorted(addresses, terms * size + places)
    low, high = starts[terms], starts[terms + 1]
    few = high - low <= whole
    begins = np.where(few, low, np.maximum(low, at - near))
    ends = np.where(few, high, np.minimum(high, at + near + 1))
    for begin in range(0, size, _CHUNK):
        these = range(begin, min(size, begin + _CHUNK))
        part = slice(*np.searchsorted(places, (these.start, these.stop)))
        yield from _ranked(_met(places[part], weights[part], begins[part], ends[part], holders), these, size, most)


def shares_of(terms: Sequence[Mapping[str, float]]) -> Shares:
    """From what each document has, and what sharing it says."""
    numbers: dict[str, int] = {}
    places = np.repeat(np.arange(len(terms)), [len(own) for own in terms])
    named = np.array([numbers.setdefault(term, len(numbers)) for own in terms for term in own], np.int64)
    return places, named, np.array([weight for own in terms for weight in own.values()], np.float64)


def _met(places: Numbers, weights: Weights, begins: Numbers, ends: Numbers, holders: Numbers) -> Shares:
    """Each document, whom it meets, and by what weight, once for each term."""
    lengths = np.maximum(ends - begins, 0)
    steps = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(places, lengths), holders[np.repeat(begins, lengths) + steps], np.repeat(weights, lengths)


def _ranked(met: Shares, these: range, size: int, most: int) -> Iterator[list[int]]:
    ones, others, weights = met
    apart = ones != others
    pairs = ones[apart] * size + others[apart]
    order = np.argsort(pairs, kind="stable")
    pairs = pairs[order]
    starts = np.flatnonzero(np.diff(pairs, prepend=-1))
    if not len(starts):
        yield from ([] for _ in these)
        return
    sums = np.add.reduceat(weights[apart][order], starts)
    ones, others = np.divmod(pairs[starts], size)
    best = np.lexsort((others, np.abs(others - ones), -sums, ones))
    bounds = np.searchsorted(ones, np.arange(these.start, these.stop + 1))  # sorting leaves the pairs of one document where they were
    for begin, end in pairwise(bounds):
        yield others[best[begin : min(end, begin + most)]].tolist()
