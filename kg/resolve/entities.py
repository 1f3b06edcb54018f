"""Who is who across documents, conservatively: listed names by their entry, full names by their letters, a surname by the one person who bears it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.ids import slug
from kg.lexicon import Lexicon
from kg.model import Cluster, Entity, Extraction, Ref

_SHARED = 1  # named neighbours that a lone surname's documents must share with those of its full name
_ORGANISED = frozenset({"Organization", "GovernmentOrganization", "NewsMediaOrganization", "Group", "Thing"})


def cluster_entities(extractions: Sequence[Extraction], lexicon: Lexicon) -> tuple[tuple[Cluster, ...], dict[Ref, str]]:
    """Clusters of entities sorted by key, and the key of each document's entities."""
    groups: dict[tuple[str, ...], list[tuple[Ref, Entity]]] = defaultdict(list)
    described: list[tuple[Ref, Entity, int]] = []
    for extraction in extractions:
        first: dict[str, int] = {}
        for mention in extraction.mentions:
            first.setdefault(mention.entity, mention.span[0])
        for entity in extraction.entities:
            ref = (extraction.document.id, entity.id)
            if entity.named:
                groups[_block(entity)].append((ref, entity))
            elif entity.id in first:
                described.append((ref, entity, first[entity.id]))
    _join_surnames(groups, extractions)
    clusters = _named_clusters(groups, lexicon)
    taken = {cluster.key for cluster in clusters}
    for ref, entity, begin in described:
        key = f"{slug(entity.label)}-{slug(ref[0])}-{begin}"
        while key in taken:
            key += "-b"
        taken.add(key)
        clusters.append(Cluster(key, entity.label, (ref,), (entity.type,), entity.aliases, named=False))
    clusters.sort(key=lambda c: c.key)
    return tuple(clusters), {ref: cluster.key for cluster in clusters for ref in cluster.members}


def plain(name: str) -> str:
    """A name for comparison: without accents, case, dots, possessives and an article."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"['’]s\b|[.'’]", "", text)
    return re.sub(r"^the\s+|[^\w]+", " ", text).strip()


def _block(entity: Entity) -> tuple[str, ...]:
    """Entities with equal blocks are one: a listed name by its entry, another by its words and the family of its type."""
    if entity.link is not None:
        return ("link", entity.link)
    words = plain(entity.label).split()
    if entity.type == "Person":
        return ("person", words[0], words[-1]) if len(words) > 1 else ("surname", *words)
    family = "organised" if entity.type in _ORGANISED else entity.type
    return ("name", " ".join(words), family)


def _join_surnames(groups: dict[tuple[str, ...], list[tuple[Ref, Entity]]], extractions: Sequence[Extraction]) -> None:
    """A person known by one name joins the only full name that ends in it, where the stories share somebody or something else."""
    neighbours = {x.document.id: {(e.link or plain(e.label)) for e in x.entities if e.named and e.type not in ("Country",)} for x in extractions}
    bearers: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for block in groups:
        if block[0] == "person":
            bearers[block[-1]].append(block)
    for block in [b for b in groups if _is_lone(b)]:
        full = bearers.get(block[1], [])
        if len(full) == 1:
            here = set[str]().union(*(neighbours[ref[0]] for ref, _ in groups[block])) - {block[1]}
            there = set[str]().union(*(neighbours[ref[0]] for ref, _ in groups[full[0]]))
            if len(here & there) >= _SHARED:
                groups[full[0]] += groups.pop(block)


def _is_lone(block: tuple[str, ...]) -> bool:
    """A name of one word that no list knows: a person's, or of a type that one word leaves open."""
    return (block[0] == "surname" and len(block) == 2) or (block[0] == "name" and " " not in block[1] and block[2] in ("organised", "City", "Place"))


def _named_clusters(groups: dict[tuple[str, ...], list[tuple[Ref, Entity]]], lexicon: Lexicon) -> list[Cluster]:
    clusters, keys = [], Counter(slug(_label(members, lexicon)) for members in groups.values())
    taken: set[str] = set()
    for block, members in sorted(groups.items()):
        label = _label(members, lexicon)
        kind = Counter(entity.type for _, entity in members)
        types = tuple(sorted(kind, key=lambda t: (t == "Thing", -kind[t], t))[:1])
        key = slug(label) if keys[slug(label)] == 1 else f"{slug(label)}-{slug(types[0])}"
        while key in taken:
            key += f"-{slug(block[0])}"
        taken.add(key)
        aliases = _spellings(members) - {label}
        clusters.append(Cluster(key, label, tuple(sorted(ref for ref, _ in members)), types, tuple(sorted(aliases)), True, members[0][1].link))
    return clusters


def _label(members: Iterable[tuple[Ref, Entity]], lexicon: Lexicon) -> str:
    """The gazetteer's label, else the longest of the labels that most documents use."""
    entities = [entity for _, entity in members]
    entry = lexicon.gazetteer.get(entities[0].link or "")
    if entry is not None:
        return entry.label
    counts = Counter(entity.label for entity in entities)
    if entities[0].type == "Person":
        return max(counts, key=lambda text: (len(text.split()), counts[text], text))
    return max(counts, key=lambda text: ("'s" not in text and "’s" not in text, counts[text], len(text), text))


def _spellings(members: Iterable[tuple[Ref, Entity]]) -> set[str]:
    return {name for _, entity in members for name in (entity.label, *entity.aliases)}
