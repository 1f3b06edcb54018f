"""Why names are one thing or two: the mentions that an entity unites, and the decisions of the resolve stage about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.query import plain
from kg.store import Graph
from kg.views.layout import count, text_of, wrapped
from kg.views.names import Candidate, folded
from kg.views.nodes import Nodes, refs, select
from kg.vocab import KG, PREFIXES

_CONTEXT = "?mention nif:anchorOf ?words ; nif:referenceContext/dcterms:identifier ?document"


@dataclass(frozen=True, slots=True)
class Named:
    """A spelling with the documents that use it."""

    words: str
    documents: tuple[str, ...]  # ids
    times: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A ``kg:Match``: what was compared, and why it was taken for one or for two."""

    left: str  # IRIs of mentions or entities
    right: str
    same: bool
    score: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom one or two names mean (``entities`` has one record where they mean the same) and why."""

    names: tuple[str, ...]  # as asked
    entities: tuple[Candidate, ...]
    spellings: tuple[tuple[Named, ...], ...]  # of each entity
    decisions: tuple[Decision, ...]
    reasons: tuple[str, ...]  # what the entities themselves show


def identity(store: Graph, names: tuple[str, ...], entities: tuple[Candidate, ...]) -> Identity:
    """Why these entities are what they are; of two, why they are two."""
    return Identity(
        names=names,
        entities=entities,
        spellings=tuple(_spellings(store, entity.iri) for entity in entities),
        decisions=tuple(_decisions(store, entities)),
        reasons=tuple(_apart(*entities) if len(entities) == 2 else _united(names, entities[0])),
    )


def _spellings(store: Graph, iri: str) -> tuple[Named, ...]:
    found: dict[str, list[str]] = defaultdict(list)
    rows = store.query(f"SELECT ?words ?document {{ ?mention itsrdf:taIdentRef <{iri}> . {_CONTEXT} }}", prefixes=PREFIXES)
    for words, document in rows:  # type: ignore[union-attr]
        found[words.value].append(document.value)
    named = [Named(words, tuple(sorted(set(documents))), len(documents)) for words, documents in found.items()]
    return tuple(sorted(named, key=lambda one: (-one.times, one.words)))


def _decisions(store: Graph, entities: tuple[Candidate, ...]) -> list[Decision]:
    """The matches of an entity or its mentions; of two entities, those between them."""
    ends = [{entity.iri, *select(store, f"?node itsrdf:taIdentRef <{entity.iri}>")} for entity in entities]
    found = [one for one in _matches(store, ends[0]) if len(ends) == 1 or {one.left, one.right} & ends[1]]
    return sorted(found, key=lambda one: (-one.same, one.left, one.right, one.reasons))


def _matches(store: Graph, ends: Iterable[str]) -> list[Decision]:
    nodes = Nodes(store)
    matches = select(store, f"VALUES ?end {{ {refs(sorted(ends))} }} ?node kg:left|kg:right ?end ; a kg:Match")
    nodes.load(matches)
    return [
        Decision(
            left=nodes.one(match, KG["left"]),
            right=nodes.one(match, KG["right"]),
            same=nodes.one(match, KG["same"]) == "true",
            score=nodes.one(match, KG["score"]),
            reasons=tuple(nodes.all(match, KG["reason"])),
        )
        for match in matches
    ]


def _united(names: tuple[str, ...], entity: Candidate) -> list[str]:
    reasons = [f"{name!r} is written so in the articles" for name in names if name in (entity.label, *entity.aliases)]
    if entity.links:
        reasons.append("the list of known names has it, with its other spellings")
    elif entity.named and entity.aliases:
        reasons.append("its names agree in their words, and no other name fits them as well")
    if not entity.named:
        reasons.append("it is only described, and what is described is its own thing in each article")
    return reasons


def _apart(one: Candidate, other: Candidate) -> list[str]:
    reasons = []
    if one.kind != other.kind:
        reasons.append(f"they are of different types: {one.kind}, {other.kind}")
    if one.links and other.links and not set(one.links) & set(other.links):
        reasons.append("the list of known names has them as two")
    if not (one.named and other.named):
        reasons.append("what is only described is united with nothing of another article")
    words = [set(folded(" ".join((entity.label, *entity.aliases))).split()) for entity in (one, other)]
    if not words[0] & words[1]:
        reasons.append("their names share no word")
    return reasons or ["nothing was found that makes them one"]


def as_text(found: Identity, width: int) -> str:
    """The verdict, the reasons, the decisions, then every spelling with its documents."""
    lines = wrapped(_verdict(found), width)
    lines += [line for reason in found.reasons for line in wrapped(reason, width, "• ")]
    for decision in found.decisions:
        verdict = "one" if decision.same else "two"
        lines += wrapped(f"{verdict}, score {decision.score}: {', '.join(decision.reasons)} ({decision.left} | {decision.right})", width, "• ")
    for entity, spellings in zip(found.entities, found.spellings, strict=True):
        lines += ["", plain(f"{entity.label}, {entity.kind}, entity/{entity.key}")]
        lines += [
            line for one in spellings for line in wrapped(f"{one.words} – {count(one.times, 'time')} in {', '.join(one.documents)}", width, "  ")
        ]
    return text_of(lines)


def _verdict(found: Identity) -> str:
    if len(found.entities) == 2:
        return f"{found.names[0]} and {found.names[1]} are two:"
    if len(found.names) == 2:
        return f"{found.names[0]} and {found.names[1]} are one, {found.entities[0].label}:"
    entity = found.entities[0]
    return f"{entity.label} unites {count(entity.mentions, 'mention')} in {count(entity.documents, 'document')}:"
