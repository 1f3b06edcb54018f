"""Which documents share most with each document, looked for where they stand near each other in some lasting order.

Of the documents that have a term only the nearest are looked at, so that the cost grows with the documents and not with their pairs. Numbers are
added in arrays, some thousands of documents at a time: a document meets up to a thousand others, and ten thousand documents ten million.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

_CHUNK = 512  # documents whose pairs are held at once

Numbers = npt.NDArray[np.int64]


def nearest(terms: Sequence[Mapping[str, float]], holds: Sequence[bool], near: int, whole: int, most: int) -> Iterator[list[int]]:
    """For each document, by its place in the order, the places of those that share most with it: at most ``most``, of two that share as much the
    nearer first.

    ``terms`` are what each document has and what sharing it says; sums of the weights have to be exact (multiples of a power of two), for their order
    is not. A term leads to ``near`` documents on either side of those that have it and are to be found (``holds``), to all where they are no more
    than ``whole``.
    """
    numbers: dict[str, int] = {}
    flat = [(place, numbers.setdefault(term, len(numbers)), weight) for place, own in enumerate(terms) for term, weight in own.items()]
    if not flat:
        yield from ([] for _ in terms)
        return
    size = len(terms)
    places, names = (np.fromiter((row[n] for row in flat), np.int64, len(flat)) for n in (0, 1))
    weights = np.fromiter((row[2] for row in flat), np.float64, len(flat))
    found = np.array(holds)[places]
    addresses = np.sort(names[found] * size + places[found])  # of the holders, those of one term beside one another
    holders = addresses % size
    first = np.searchsorted(addresses, np.arange(len(numbers) + 1) * size)
    at = np.searchsorted(addresses, names * size + places)
    low, high = first[names], first[names + 1]
    few = high - low <= whole
    begins = np.where(few, low, np.maximum(low, at - near))
    ends = np.where(few, high, np.minimum(high, at + near + 1))
    rows = np.searchsorted(places, np.arange(0, size + _CHUNK, _CHUNK))
    for one, (row, last) in enumerate(pairwise(rows)):
        part = slice(row, last)
        yield from _ranked(
            _met(places[part], weights[part], begins[part], ends[part], holders), range(one * _CHUNK, min(size, (one + 1) * _CHUNK)), size, most
        )


def _met(
    places: Numbers, weights: npt.NDArray[np.float64], begins: Numbers, ends: Numbers, holders: Numbers
) -> tuple[Numbers, Numbers, npt.NDArray[np.float64]]:
    """Each document, whom it meets, and by what weight, once for each term."""
    lengths = np.maximum(ends - begins, 0)
    steps = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(places, lengths), holders[np.repeat(begins, lengths) + steps], np.repeat(weights, lengths)


def _ranked(met: tuple[Numbers, Numbers, npt.NDArray[np.float64]], these: range, size: int, most: int) -> Iterator[list[int]]:
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
