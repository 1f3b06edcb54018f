"""Which documents repeat which, and which sentences stand word for word in an earlier document.

Candidates come from MinHash signatures in bands (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3) and
from an index of sentences, so that the cost grows with the documents and not with their pairs. What decides is counted exactly:
the share of one text's word shingles that the other has too.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import rensa

from kg.citations import words
from kg.model import Extraction, Ref

COPIED = 0.8  # share of a text's shingles from which on it is a copy
LEAST_WORDS = 12  # of a text or a sentence; fewer may be alike by chance
_SHINGLE = 4  # words
_BANDS, _ROWS = 20, 4  # two texts that share 2/3 of all their shingles meet in a band with a probability of 0.99, unrelated ones hardly ever
_SEED = 1
_BUCKET = 20  # documents that one bucket holds: formulaic reports would make it grow without end
_CANDIDATES = 8  # documents that one is compared with, for each way of finding them
_REDUNDANT = 0.95  # a copy this exact brings no candidate that its original does not
_BODY = frozenset({"text", "item", "timeline"})  # kinds of blocks that are the article's own words

#: A sentence's address: document id and number.
Sentence = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that has the text of an earlier one: ``whole`` where it is itself all copied, else it holds the other as a part."""

    document: str
    original: str
    share: float  # of the copied text's shingles that both have
    whole: bool


@dataclass(frozen=True, slots=True)
class Copies:
    """Who repeats whom. ``order`` has the ids of all documents; what anything repeats comes before it."""

    order: tuple[str, ...]
    wholes: dict[str, Copy]
    roots: dict[str, str]  # of each copy: the document that it copies, which is no copy itself
    parts: tuple[Copy, ...]
    sentences: dict[Sentence, Sentence]


def find_copies(extractions: Sequence[Extraction]) -> Copies:
    """Compare the documents from the earliest on: by day, undated ones later, those of one day by id, and digests last."""
    ordered = sorted(extractions, key=_precedence)
    search = _Search(ordered)
    for number in range(len(ordered)):
        search.compare(number)
    roots: dict[str, str] = {}
    for copy in search.wholes.values():
        roots[copy.document] = roots.get(copy.original, copy.original)
    return Copies(tuple(x.document.id for x in ordered), search.wholes, roots, tuple(search.parts), search.sentences)


def repeated_events(extractions: Sequence[Extraction], copies: Copies) -> dict[Ref, Ref]:
    """Events of copies -> what the same words tell where they stand first: the one of the same lemma, of several the one in the same place.

    What an event repeats is listed before it, if that repeats one too.
    """
    by_id = {x.document.id: x for x in extractions}
    alike: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    found: dict[Ref, Ref] = {}
    for document in copies.order:
        for event in sorted(by_id[document].events, key=lambda e: (e.trigger, e.id)):
            before = len(alike[document, event.sentence, event.lemma])
            alike[document, event.sentence, event.lemma].append(event.id)
            original, sentence = copies.sentences.get((document, event.sentence), ("", 0))
            there = alike.get((original, sentence, event.lemma), [])
            if document in copies.roots and before < len(there):
                found[document, event.id] = (original, there[before])
    return found


class _Search:
    """What is known of the documents compared so far, which are named by their place in the order."""

    def __init__(self, ordered: Sequence[Extraction]) -> None:
        self.wholes: dict[str, Copy] = {}
        self.parts: list[Copy] = []
        self.sentences: dict[Sentence, Sentence] = {}
        self._ordered = ordered
        self._first: dict[bytes, tuple[int, int]] = {}  # a long sentence -> the document and the number where it stands first
        self._keys: list[dict[bytes, int]] = []  # of each document: its sentences -> their numbers
        self._buckets: list[dict[bytes, list[int]]] = [{} for _ in range(_BANDS)]
        #: Those of an earlier document are made anew when asked for: all of them together would not fit into memory.
        self._shingles_of = lru_cache(maxsize=256)(lambda number: _shingles(ordered[number], _told(ordered[number])))

    def compare(self, number: int) -> None:
        """One document with the earlier ones; it then is one of them."""
        extraction = self._ordered[number]
        told = _told(extraction)
        keys = [_key(sentence) for sentence in told]
        shingles = _shingles(extraction, told)
        bands = list(_bands(shingles))
        copied = [copy for other in self._candidates(keys, bands) if (copy := self._copy(number, other, shingles))]
        whole = next((copy for copy in copied if copy[1].whole), None)
        if whole:
            self.wholes[extraction.document.id] = whole[1]
        self.parts += [copy for _, copy in copied if not copy.whole and copy.original not in self.wholes]
        self._match_sentences(number, told, keys, [other for other, _ in copied])
        if not whole or whole[1].share < _REDUNDANT:
            for buckets, band in zip(self._buckets, bands, strict=False):
                bucket = buckets.setdefault(band, [])
                if len(bucket) < _BUCKET:
                    bucket.append(number)

    def _candidates(self, keys: Sequence[bytes], bands: Sequence[bytes]) -> list[int]:
        """The earlier documents that have most in common with one, earliest first."""
        by_sentence = Counter(self._first[key][0] for key in keys if key in self._first)
        by_band = Counter(other for buckets, band in zip(self._buckets, bands, strict=False) for other in buckets.get(band, ()))
        found = [sorted(counts, key=lambda other: (-counts[other], other))[:_CANDIDATES] for counts in (by_sentence, by_band)]
        return sorted({other for others in found for other in others})

    def _copy(self, number: int, other: int, shingles: frozenset[str]) -> tuple[int, Copy] | None:
        theirs = self._shingles_of(other)
        least = LEAST_WORDS - _SHINGLE + 1
        both = len(shingles & theirs)
        document, original = self._ordered[number].document.id, self._ordered[other].document.id
        if len(shingles) >= least and both >= COPIED * len(shingles):
            return other, Copy(document, original, both / len(shingles), whole=True)
        if len(theirs) >= least and both >= COPIED * len(theirs):
            return other, Copy(document, original, both / len(theirs), whole=False)
        return None

    def _match_sentences(self, number: int, told: Sequence[Sequence[str]], keys: Sequence[bytes], originals: Sequence[int]) -> None:
        """A long sentence repeats whoever has it first; a short one only a document that is copied."""
        document = self._ordered[number].document.id
        own: dict[bytes, int] = {}
        for position, (sentence, key) in enumerate(zip(told, keys, strict=True)):
            found = next(((other, self._keys[other][key]) for other in originals if key in self._keys[other]), None)
            if len(sentence) >= LEAST_WORDS:
                found = self._first.setdefault(key, (number, position))
            if found and found[0] != number:
                self.sentences[document, position] = (self._ordered[found[0]].document.id, found[1])
            own.setdefault(key, position)
        self._keys.append(own)


def _precedence(extraction: Extraction) -> tuple[bool, int, str, str]:
    """Of two digests the one with the longer source list goes first: a copy may have lost some of it."""
    document = extraction.document
    cites = bool(document.citations) or any(claim.citations for claim in extraction.claims)
    return cites, -len(document.citations), document.date or "9999", document.id


def _key(sentence: Sequence[str]) -> bytes:
    return hashlib.blake2b(" ".join(sentence).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _in_body(extraction: Extraction) -> Iterator[bool]:
    """Of each sentence, whether it is the article's own and no headline, heading, dateline or entry of a source list."""
    blocks = extraction.document.blocks
    begins = [block.begin for block in blocks]
    for begin, _ in extraction.sentences:
        block = bisect_right(begins, begin) - 1
        yield block >= 0 and blocks[block].kind in _BODY


def _told(extraction: Extraction) -> list[list[str]]:
    """The words of each sentence."""
    return [words(extraction.document.text[begin:end]) for begin, end in extraction.sentences]


def _shingles(extraction: Extraction, told: Sequence[Sequence[str]]) -> frozenset[str]:
    """All sequences of so many words in the article's body."""
    body = [word for sentence, own in zip(told, _in_body(extraction), strict=True) if own for word in sentence]
    return frozenset(map(" ".join, zip(*(body[start:] for start in range(_SHINGLE)), strict=False)))


def _bands(shingles: frozenset[str]) -> Iterator[bytes]:
    """The bands of a text's MinHash signature; none of a text without shingles."""
    if shingles:
        minhash = rensa.RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
        minhash.update(list(shingles))
        signature = array("I", minhash.digest())
        for start in range(0, _BANDS * _ROWS, _ROWS):
            yield signature[start : start + _ROWS].tobytes()
