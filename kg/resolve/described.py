"""What the phrases of participants without a name give: numbers, and towns and countries by name ("a court in Milan", "3.2 billion euros")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Cluster, Extraction, Ref, Span

SETTLEMENTS = ("City", "State", "Country")
_SITED = re.compile(r"\w*\s(?:in|at|near|of|from|outside)\s(?:[\w-]+\s){0,3}")  # between a noun and where what it names is

_NEAR = 100  # characters of a phrase in which a name says so


@dataclass(slots=True)
class Contents:
    """What stands within the phrases of one participant."""

    numbers: set[float] = field(default_factory=set)
    places: dict[str, set[str]] = field(default_factory=dict)  # type -> keys of clusters
    sites: set[str] = field(default_factory=set)  # those of them where it is: not "Kenya" of "the troops backing Kenya"

    def apart(self, other: Contents) -> bool:
        """Whether two phrases cannot be of one thing: two boats and five, a court in Milan and one in Turin."""
        if self.numbers and other.numbers and self.numbers.isdisjoint(other.numbers):
            return True
        return any(self.places[kind].isdisjoint(other.places[kind]) for kind in self.places.keys() & other.places.keys())


class Phrases:
    """Reads the phrases of described participants, each document's when it is first asked for."""

    def __init__(self, extractions: Mapping[str, Extraction], clusters: Iterable[Cluster], names: Mapping[Ref, str]) -> None:
        self._extractions = extractions
        self._types = {c.key: kind for c in clusters if c.named for kind in SETTLEMENTS if kind in c.types[:1]}
        self._names = names
        self._read: dict[str, dict[str, Contents]] = {}

    def of(self, ref: Ref) -> Contents:
        """Of one participant; empty of one with a name."""
        doc, local = ref
        if doc not in self._read:
            self._read[doc] = self._contents(self._extractions[doc])
        return self._read[doc].get(local) or Contents()

    def _contents(self, extraction: Extraction) -> dict[str, Contents]:
        """What begins within a phrase is found in the order of beginnings, so that time grows with the mentions and what stands within them."""
        doc = extraction.document.id
        inner: list[tuple[Span, float | str]] = [(q.span, q.value) for q in extraction.quantities]
        inner += [(m.span, self._names[doc, m.entity]) for m in extraction.mentions if m.kind == "name" and (doc, m.entity) in self._names]
        inner.sort(key=lambda pair: pair[0])
        begins = [begin for (begin, _), _ in inner]
        described = {entity.id: entity.head or "" for entity in extraction.entities if not entity.named}
        found: dict[str, Contents] = {}
        for mention in extraction.mentions:
            if mention.entity in described and mention.kind == "nominal":
                contents = found.setdefault(mention.entity, Contents())
                begin, end = mention.span
                for (first, last), what in inner[bisect_left(begins, begin) : bisect_left(begins, end)]:
                    if last <= end:
                        self._add(contents, what, _sited(extraction.document.text, begin, first, described[mention.entity]))
        return found

    def _add(self, contents: Contents, what: float | str, sited: bool) -> None:
        if isinstance(what, str):
            if what in self._types:
                contents.places.setdefault(self._types[what], set()).add(what)
                contents.sites |= {what} if sited else set()
        else:
            contents.numbers.add(what)


def _sited(text: str, begin: int, first: int, head: str) -> bool:
    """Whether a name at ``first`` stands before the head noun of its phrase, or says where what that names is."""
    before, stem = text[begin:first] if first - begin <= _NEAR else "", head[:-1] or head
    at = before.lower().rfind(stem) if head else -1
    return _SITED.fullmatch(before, at + len(stem)) is not None if at >= 0 else first - begin <= _NEAR
