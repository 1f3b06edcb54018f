"""Labels and keys of entities. A key is a readable slug, and what it is depends on the older articles only.

Keys are given in a lasting order: listed names first, then by the day and the identifier of the first article that names the entity. The first
to ask for a slug has it; whoever asks later gets it with his type, else with his first article. So a new article renames nothing that older
ones name: a key changes where a merge or a split changes what it names, where an older article than all others of the entity is added, or
where a namesake turns up in an older one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.ids import slug
from kg.lexicon import Lexicon
from kg.model import Cluster, Entity, Extraction, Ref
from kg.resolve.records import Record
from kg.resolve.wording import is_acronym

_USED = 3  # a person's longer name labels it where it is used a third as often as the commonest


@dataclass(slots=True)
class Group:
    """The records of one entity. ``label``, ``type`` and ``link`` are set where a correction says so."""

    records: list[Record]
    label: str | None = None
    type: str | None = None
    link: str | None = None  # an IRI, or the key of the gazetteer entry that has it


def name_groups(groups: Sequence[Group], lexicon: Lexicon) -> list[Cluster]:
    """A cluster for each group, in the order in which keys are given."""
    taken: set[str] = set()
    return [_cluster(group, lexicon, taken) for group in sorted(groups, key=_rank)]


def described(extractions: Sequence[Extraction], taken: set[str]) -> Iterator[Cluster]:
    """What is not named ("an oil tanker") is told of by its own article only; its key names the article and the place in it."""
    for extraction in extractions:
        doc, first = extraction.document.id, dict[str, int]()
        for mention in extraction.mentions:
            first.setdefault(mention.entity, mention.span[0])
        for entity in extraction.entities:
            if not entity.named and entity.id in first:
                key = f"{slug(entity.label)}-{slug(doc)}-{first[entity.id]}"
                while key in taken:
                    key += "-b"
                taken.add(key)
                yield Cluster(key, entity.label, ((doc, entity.id),), (entity.type,), entity.aliases, named=False)


def _rank(group: Group) -> tuple[bool, tuple[str, str, str]]:
    return not any(record.link for record in group.records), min(record.order for record in group.records)


def _cluster(group: Group, lexicon: Lexicon, taken: set[str]) -> Cluster:
    ordered = sorted(group.records, key=lambda record: record.order)
    link = next((record.link for record in ordered if record.link), None)
    entry = lexicon.gazetteer.get(link or "")
    kinds = Counter(record.entity.type for record in ordered)
    kind = group.type or (entry.type if entry else min(kinds, key=lambda t: (t == "Thing", -kinds[t], t)))
    label = entry.label if entry else _label([record.entity for record in ordered])
    wanted = slug(entry.label if entry else _first_name(ordered))
    key = next(free for free in _keys(wanted, kind, ordered[0]) if free not in taken)
    taken.add(key)
    spellings = {name for record in ordered for name in (record.entity.label, *record.entity.aliases)} | {label}
    label = group.label or label
    aliases = _aliases(spellings, label)
    return Cluster(key, label, tuple(sorted(record.ref for record in ordered)), (kind,), aliases, True, group.link or link)


def _aliases(spellings: set[str], label: str) -> tuple[str, ...]:
    """The other names, each in one case: "maduro" and "MADURO" are "Maduro"; but "us" is no "US"."""
    cased: dict[str, str] = {}
    for name in sorted(spellings, key=lambda name: (name != label, name.isupper(), name.islower(), name)):
        cased.setdefault(name if is_acronym(name) else name.casefold(), name)
    return tuple(sorted(set(cased.values()) - {label}))


def _keys(wanted: str, kind: str, first: Record) -> Iterator[str]:
    yield wanted
    yield f"{wanted}-{slug(kind)}"
    key = f"{wanted}-{slug(first.ref[0])}"
    while True:
        yield key
        key += f"-{first.ref[1]}"


def _first_name(ordered: Sequence[Record]) -> str:
    """The name in the first article that writes it out."""
    return next((r.entity.label for r in ordered if not (r.bare or is_acronym(r.entity.label))), ordered[0].entity.label)


def _label(entities: Sequence[Entity]) -> str:
    """The name that most articles use: of a person the longest of those that are used as much, or nearly so."""
    counts = Counter(entity.label for entity in entities)
    if entities[0].type == "Person":
        most = max((count for text, count in counts.items() if " " in text), default=0)
        return max(counts, key=lambda text: (_USED * counts[text] >= most and len(text.split()), counts[text], text))
    return max(counts, key=lambda text: (not is_acronym(text), "'s" not in text and "’s" not in text, counts[text], len(text), text))


def names_of(clusters: Sequence[Cluster]) -> dict[Ref, str]:
    """The key of each record's cluster."""
    return {ref: cluster.key for cluster in clusters for ref in cluster.members}
