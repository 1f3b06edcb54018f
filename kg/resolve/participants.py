"""Participants without a name that several documents give one happening: "a dock in Venezuela" and "the Venezuelan dock" are one dock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from kg.model import Cluster, Entity, Event, Ref
from kg.resolve.described import Contents, Phrases
from kg.resolve.lookup import Lookup

_Slot = tuple[str, str, bool]  # role, head noun, whether plural
_DIFFERENT = 20  # phrases that give other numbers or places: what so many tell of is not one


def join_described(lookup: Lookup, entities: Sequence[Cluster], groups: Sequence[Sequence[Ref]]) -> tuple[tuple[Cluster, ...], dict[Ref, str]]:
    """The entities with those joined that fill one role of one happening, with one head noun, one in each of several documents; and all names.

    Not joined are those of other numbers ("two boats" and "five boats") or other places ("a court in Milan" and "a Turin court"), nor what is no
    thing that one could point at and is told in other words ("efforts against fraud", "efforts to cut costs"). The first of them, by its key,
    names the whole.
    """
    names = {ref: cluster.key for cluster in entities for ref in cluster.members}
    root = {cluster.key: cluster.key for cluster in entities}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    documents = {cluster.key: {doc for doc, _ in cluster.members} for cluster in entities}
    for keys in _alike(lookup, groups, names, Phrases(lookup.of, entities, names)):
        first, *others = sorted({find(key) for key in keys})
        for other in others:
            if documents[first].isdisjoint(documents[other]):  # what one article tells apart is not one
                root[other] = first
                documents[first] |= documents[other]
    united: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in entities:
        united[find(cluster.key)].append(cluster)
    joined = tuple(_joined(key, clusters) for key, clusters in sorted(united.items()))
    return joined, {ref: cluster.key for cluster in joined for ref in cluster.members}


def _alike(lookup: Lookup, groups: Sequence[Sequence[Ref]], names: Mapping[Ref, str], phrases: Phrases) -> Iterator[list[str]]:
    """Keys of entities that are one, a list a role of a happening."""
    for group in groups:
        if len({doc for doc, _ in group}) > 1:
            slots: dict[_Slot, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
            for doc, local in group:
                for slot, ref in _fillers(doc, lookup.events[doc, local], lookup):
                    slots[slot][doc].add(ref)
            for found in slots.values():
                refs = [(doc, next(iter(ids))) for doc, ids in found.items() if len(ids) == 1]
                if len(refs) > 1 and _of_one(phrases, refs) and _nested([lookup.entities[ref] for ref in refs]):
                    yield [names[ref] for ref in refs]


def _of_one(phrases: Phrases, refs: Sequence[Ref]) -> bool:
    """Whether no two phrases exclude one another, of a bounded number of different ones."""
    different: list[Contents] = []
    for ref in refs:
        contents = phrases.of(ref)
        if contents not in different:
            different.append(contents)
        if len(different) > _DIFFERENT:
            return False
    return not any(one.apart(other) for one, other in combinations(different, 2))


def _nested(found: Sequence[Entity]) -> bool:
    """Whether the words of phrases of no known kind go into one another: "efforts against fraud" are no "efforts to cut costs"."""
    phrases = {frozenset(entity.label.lower().split()) for entity in found if entity.type == "Thing"}
    ordered = sorted(phrases, key=len)
    return all(shorter <= longer for shorter, longer in pairwise(ordered))


def _fillers(doc: str, event: Event, lookup: Lookup) -> Iterator[tuple[_Slot, str]]:
    for role, local in [(r.role, r.entity) for r in event.roles] + ([("place", event.place)] if event.place else []):
        entity = lookup.entities.get((doc, local))
        if entity is not None and entity.head and not entity.named:
            yield (role, entity.head, entity.plural), local


def _joined(key: str, clusters: list[Cluster]) -> Cluster:
    """One cluster of several; the shortest label says what they have in common."""
    if len(clusters) == 1:
        return clusters[0]
    label = min((cluster.label for cluster in clusters), key=lambda text: (len(text), text))
    aliases = {name for cluster in clusters for name in (cluster.label, *cluster.aliases)} - {label}
    members = tuple(sorted(ref for cluster in clusters for ref in cluster.members))
    return replace(next(c for c in clusters if c.key == key), label=label, aliases=tuple(sorted(aliases)), members=members)
