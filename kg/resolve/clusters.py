"""Clusters that stay consistent: two are joined only where no two of their records contradict one another."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Match
from kg.resolve.compare import Verdict, persons_agree
from kg.resolve.records import Record
from kg.resolve.wording import PersonName

Key = tuple[str, ...]


class Clusters:
    """A partition of records that grows by joining. What a cluster must not mix is summed up, so that a join costs no look at its pairs."""

    def __init__(self, nodes: dict[Key, list[Record]]) -> None:
        self.members: dict[Key, list[Record]] = dict(nodes)
        self.matches: list[Match] = []
        self._above: dict[Key, Key] = {}
        self._names: dict[Key, dict[str, set[str]]] = {}  # document -> names there
        self._shorts: dict[Key, set[str]] = {}  # abbreviations that some article introduces for it
        self._links: dict[Key, set[str]] = {}
        self._persons: dict[Key, set[PersonName]] = {}
        for key, found in nodes.items():
            self.add(key, found)

    def add(self, key: Key, found: Iterable[Record]) -> None:
        """A new cluster, of records that are one beyond doubt."""
        self.members[key] = list(found)
        names: dict[str, set[str]] = {}
        for record in self.members[key]:
            names.setdefault(record.ref[0], set()).add(" ".join(record.core))
        self._names[key] = names
        self._shorts[key] = {short for record in self.members[key] for short in record.shorts}
        self._links[key] = {record.link for record in self.members[key] if record.link}
        self._persons[key] = {record.person for record in self.members[key] if record.person and record.person.given}

    def root(self, key: Key) -> Key:
        """The cluster that a node belongs to."""
        while key in self._above:
            self._above[key] = self._above.get(self._above[key], self._above[key])  # halve the path
            key = self._above[key]
        return key

    def forbids(self, one: Key, two: Key) -> str:
        """What keeps two clusters apart; empty where nothing does."""
        one, two = self.root(one), self.root(two)
        if len(self._links[one] | self._links[two]) > max(len(self._links[one]), len(self._links[two]), 1):
            return "different-listed-names"
        if not all(persons_agree(a, b) for a in self._persons[one] for b in self._persons[two]):
            return "different-first-names"
        few, many = sorted((self._names[one], self._names[two]), key=len)
        shorts = self._shorts[one] | self._shorts[two]
        if any(doc in many and _told_apart(names, many[doc], shorts) for doc, names in few.items()):
            return "two-in-one-article"
        return ""

    def join(self, one: Record, two: Record, verdict: Verdict, keys: tuple[Key, Key]) -> None:
        """Make one cluster of those of two nodes, which no rule forbids, and keep the reason."""
        large, small = sorted(map(self.root, keys), key=lambda key: (-len(self.members[key]), key))
        if large == small:
            return
        self._above[small] = large
        self.members[large] += self.members.pop(small)
        self._shorts[large] |= self._shorts.pop(small)
        self._links[large] |= self._links.pop(small)
        self._persons[large] |= self._persons.pop(small)
        for doc, names in self._names.pop(small).items():
            self._names[large].setdefault(doc, set()).update(names)
        left, right = sorted((one, two), key=lambda record: record.order)
        self.matches.append(Match(left.ref, right.ref, True, verdict.score, verdict.reasons))


def _told_apart(some: set[str], others: set[str], shorts: set[str]) -> bool:
    """Whether an article has two names for two: not where the one is but the abbreviation that another article introduces for the other."""
    return some != others and not (some <= shorts or others <= shorts)
