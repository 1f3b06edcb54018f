"""Who publishes: the news agencies that a document is credited to, the medium behind a document or a cited source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.citations import words
from kg.ids import slug
from kg.lexicon import GazetteerEntry, Lexicon
from kg.model import Cluster, Document

_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_ONE_NAME = re.compile(r"\s*(?:[,/&;]|\band\b)\s*")
_MEDIUM = "NewsMediaOrganization"

#: From an offset of a document on: the agency's entity, and why it is the origin.
Credit = tuple[int, str, str]


class Media:
    """News organisations by name: clusters of the articles, and agencies that the lexicon lists.

    ``added`` has the clusters of agencies that only a dateline, a publisher or a source list names.
    """

    def __init__(self, clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
        self.added: list[Cluster] = []
        self._taken = {cluster.key for cluster in clusters}
        self._labels = {cluster.key: cluster.label for cluster in clusters}
        self._by_link = {cluster.link: cluster.key for cluster in clusters if cluster.link}
        self._agencies: dict[str, GazetteerEntry] = {}
        for entry in lexicon.gazetteer.values():
            if entry.credits:
                for name in (*entry.names, *entry.credits):
                    self._agencies.setdefault(_plain(name), entry)
        self._clusters: dict[str, str] = {}
        for cluster in clusters:
            if cluster.named and _MEDIUM in cluster.types:
                for name in (cluster.label, *cluster.aliases):
                    self._clusters.setdefault(_plain(name), cluster.key)

    def agency(self, name: str) -> str | None:
        """The entity of the news agency that is called so."""
        entry = self._agencies.get(_plain(name))
        return self._entity(entry) if entry else None

    def medium(self, name: str) -> str | None:
        """The entity of the news organisation that is called so, where the articles speak of it or it is an agency."""
        return self._clusters.get(_plain(name)) or self.agency(name)

    def label(self, key: str) -> str:
        return self._labels[key]

    def credits(self, document: Document) -> tuple[Credit, ...]:
        """The agencies whose reports a document prints, by where each begins. Its publisher goes before its datelines."""
        if document.publisher and (key := self.agency(document.publisher)):
            return ((0, key, f"published by {self._labels[key]}"),)
        return tuple(self._datelines(document))

    def _datelines(self, document: Document) -> Iterator[Credit]:
        for block in document.blocks:
            if block.kind == "dateline":
                for signature in _IN_BRACKETS.findall(document.text[block.begin : block.end]):
                    key = next((key for name in _ONE_NAME.split(signature) if (key := self.agency(name))), None)
                    if key:
                        yield block.begin, key, f"dateline names {self._labels[key]}"

    def _entity(self, entry: GazetteerEntry) -> str:
        key = self._by_link.get(entry.key)
        if key is None:
            key = slug(entry.label)
            while key in self._taken:
                key += "-agency"
            self._taken.add(key)
            self._labels[key] = entry.label
            self._by_link[entry.key] = key
            self.added.append(Cluster(key, entry.label, (), (_MEDIUM,), tuple(sorted(set(entry.names) - {entry.label})), True, entry.key))
        return key


def credit_at(credits: Sequence[Credit], offset: int) -> Credit | None:
    """The credit that holds at an offset; what stands before the first dateline belongs to it."""
    return credits[max(0, bisect_right([begin for begin, _, _ in credits], offset) - 1)] if credits else None


def _plain(name: str) -> str:
    told = words(name)
    return " ".join(told[1:] if told[:1] == ["the"] and len(told) > 1 else told)
