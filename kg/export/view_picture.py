"""What is drawn of a story: which participants and happenings become nodes, which become edges, and in what order they matter.

A happening with exactly two participants is one edge between them, labelled by its verb; likewise a lasting relation. Edges that say
the same thing in the same style are one edge. A richer happening is a node, with an edge for each role. A happening of a single
participant is a *loose end*, as is a participant with no edge: they come last, so that a page can leave them out at first.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from kg.export.layout import components
from kg.export.view_data import Happening, Story, Thing

#: Kinds of participants, each with the classes that make one; the first that fits is taken.
KINDS = {
    "person": {"Person"},
    "place": {"Country", "State", "City", "AdministrativeArea", "BodyOfWater", "Place", "Facility"},
    "organization": {"Organization", "GovernmentOrganization", "NewsMediaOrganization"},
    "group": {"Group"},
    "object": {"Vessel", "Vehicle", "Product"},
}
#: How an edge or a happening is drawn, by its status; a disputed one is "disputed" whatever its status.
STYLES = {
    "asserted": "asserted",
    "reported": "reported",
    "alleged": "open",
    "planned": "open",
    "possible": "open",
    "hypothetical": "open",
    "onlyMentioned": "open",
    "denied": "denied",
    "disputed": "disputed",
}
#: What an edge says of a role beside the verb. The doer and the one it is done to need no word: the arrow says it.
PREPOSITIONS = {
    "recipient": "to", "topic": "about", "instrument": "with", "source": "from", "goal": "to", "purpose": "for", "beneficiary": "for",
    "cause": "because of", "result": "leading to", "attribute": "as", "place": "in",
}  # fmt: skip
_PARTICLES = {*PREPOSITIONS.values(), "against", "at", "between", "by", "into", "of", "on", "onto", "over", "through", "under"}  # end a verb
_AUXILIARIES = frozenset("has have had is are was were be been being will would could should may might to also".split())
_DETERMINERS = frozenset("the a an its his her their this that these those some".split())
_FIRST = 48  # nodes that a reader can take in at once
_LEAST_PART = 4  # nodes of a part that the first view shows beside the largest
_TELLINGS = 12  # claims of one happening, beside those that disagree
_LABEL = 32  # characters of a node's label
_EDGE_LABEL = 24


@dataclass(frozen=True, slots=True)
class Node:
    """A participant or a happening; ``iri`` names it in the story, ``weight`` is 0…1, ``loose`` marks a loose end."""

    iri: str
    label: str
    kind: str
    weight: float
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An edge from node ``source`` to node ``target`` (IRIs) that shows ``happenings`` (their IRIs)."""

    source: str
    target: str
    label: str
    style: str
    happenings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes, the most telling first, and the edges between them.

    The ``first`` nodes make a good first view: what most independent sources tell, and who takes part in it.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    first: int


def trim(story: Story, room: int) -> Story:
    """The story itself, or the part of a large one that a page of ``room`` nodes can carry.

    That is the happenings of most weight, the first claims of each and all that disagree, and their participants.
    """
    if len(story.happenings) <= room * 3 // 2 and sum(len(one.tellings) for one in story.happenings.values()) <= 3 * room:
        return story

    def weight(happening: Happening) -> tuple[bool, int, int, str]:
        known = sum(story.things[part].mentions for _, part in happening.roles if part in story.things)
        return not happening.disputed, -origins(happening), -known, happening.iri

    contested = {telling.iri for one in story.disagreements for side in one.sides for telling in side}
    kept = sorted(story.happenings.values(), key=weight)[: room * 3 // 2]
    cut = [replace(one, tellings=[told for place, told in enumerate(one.tellings) if place < _TELLINGS or told.iri in contested]) for one in kept]
    parts = {part for one in kept for _, part in one.roles}
    ranked = sorted(story.things, key=lambda iri: (iri not in parts, -story.things[iri].mentions, iri))
    things = set(ranked[: max(room, len(parts))])
    tellings = {telling.iri for one in cut for telling in one.tellings}
    agreed = [one for one in story.disagreements if all(telling.iri in tellings for side in one.sides for telling in side)]
    return Story(
        story.articles,
        {iri: thing for iri, thing in story.things.items() if iri in things},
        {one.iri: one for one in sorted(cut, key=lambda one: one.iri)},
        tuple(agreed),
    )


def draw(story: Story, room: int) -> Picture:
    """Decide what to draw, at most ``room`` nodes."""
    told = {iri: happening for iri, happening in story.happenings.items() if happening.tellings}
    rich = {iri for iri, happening in told.items() if len(_parts(happening, story.things)) > 2}
    anchors = story.things.keys() | rich
    links: list[Link] = []
    shown: dict[str, list[str]] = {}  # each happening with an edge → the nodes that it joins
    hubs: dict[str, list[str]] = {}  # each happening that is a node → its participants
    for iri, happening in told.items():
        parts = _parts(happening, anchors)
        if len(parts) == 2 and iri not in rich:
            links.append(_edge(story, happening, parts))
            shown[iri] = list(parts)
        elif parts:
            hubs[iri] = list(parts)
            shown[iri] = [iri, *parts]
            links += [_spoke(iri, happening, part, role) for part, role in parts.items()]
    order = _order(story, shown)
    nodes = _nodes(story, links, hubs)
    first = _first(links, nodes, [shown[iri] for iri in order if len(shown[iri]) > 1 + (iri in hubs)])
    rank = {iri: place for place, iri in enumerate(first)}
    ranked = sorted(nodes, key=lambda node: rank.get(node.iri, len(rank)))[:room]
    kept = {node.iri for node in ranked}
    return Picture(tuple(ranked), tuple(link for link in _merge(links) if link.source in kept and link.target in kept), len(first))


def origins(happening: Happening) -> int:
    """How many independent sources tell it as it is called, with its numbers; articles where the graph does not tell."""
    affirming = [one for one in happening.tellings if one.polarity != "negative" and one.modality != "denied"] or happening.tellings
    counts = frozenset[str]().union(*(one.numbers for one in affirming if one.words == happening.label))
    bearing = [one for one in affirming if counts <= one.numbers or one.words == happening.label]
    return len({origin for one in bearing for origin in one.origins} or {one.article for one in bearing})


def caption(happening: Happening, before: str, after: str = "") -> str:
    """What happened in a word or two: of its label the words between two participants' labels where they stand there, else its verb."""
    words = happening.label
    if before and words.startswith(before):
        words = words[len(before) :]
        if after and after in words:
            words = words[: words.index(after)]
        told = words.split()
        while told and told[0] in _AUXILIARIES:
            del told[0]
        while after and told and told[-1] in _DETERMINERS:
            del told[-1]
        if told and (not after or len(" ".join(told)) <= _EDGE_LABEL):
            return " ".join(told)
    return happening.verb


def _order(story: Story, shown: dict[str, list[str]]) -> list[str]:
    """Happenings, what most independent sources tell first, then what the most mentioned take part in."""

    def key(iri: str) -> tuple[int, int, int, str]:
        one = story.happenings[iri]
        known = sorted((story.things[part].mentions * story.things[part].named for part in shown[iri] if part in story.things), reverse=True)
        return -origins(one) - one.disputed, -sum(known[:2]), -len(one.tellings), iri

    return sorted(shown, key=key)


def _first(links: list[Link], nodes: list[Node], wanted: list[list[str]]) -> list[str]:
    """The nodes of the first view: those of one happening after the other while there is room, without small parts that hang on nothing."""
    weight = {node.iri: node.weight for node in nodes}
    chosen: dict[str, None] = {}
    for parts in wanted:
        if len(chosen.keys() | set(parts)) <= _FIRST:
            chosen |= dict.fromkeys(parts)
    graph: dict[str, set[str]] = {iri: set() for iri in chosen}
    for link in links:
        if link.source in chosen and link.target in chosen:
            graph[link.source].add(link.target)
            graph[link.target].add(link.source)
    large = [part for nth, part in enumerate(components(graph)) if nth == 0 or len(part) >= _LEAST_PART]
    return sorted((iri for part in large for iri in part), key=lambda iri: (-weight[iri], iri))


def _parts(happening: Happening, anchors: Container[str]) -> dict[str, str]:
    """Participant → its first role, in reading order, for the participants that are nodes."""
    parts: dict[str, str] = {}
    for role, part in happening.roles:
        if part in anchors and part != happening.iri:
            parts.setdefault(part, role)
    return parts


def _edge(story: Story, happening: Happening, parts: dict[str, str]) -> Link:
    doer, other = parts
    names = [story.things[part].label if part in story.things else story.happenings[part].label for part in parts]
    verb = caption(happening, *names)
    words = verb if verb.split(" ")[-1] in _PARTICLES else f"{verb} {PREPOSITIONS.get(parts[other], '')}"
    return Link(doer, other, short(words, _EDGE_LABEL), _style(happening), (happening.iri,))


def _spoke(iri: str, happening: Happening, part: str, role: str) -> Link:
    if role == "agent":
        return Link(part, iri, "", _style(happening), (iri,))
    return Link(iri, part, PREPOSITIONS.get(role, ""), _style(happening), (iri,))


def _style(happening: Happening) -> str:
    return "disputed" if happening.disputed else STYLES.get(happening.status, "open")


def _nodes(story: Story, links: list[Link], hubs: dict[str, list[str]]) -> list[Node]:
    """All nodes in order: participants by weight, each happening as soon as all its participants are there, loose ends last."""
    loose_hubs = {iri for iri, parts in hubs.items() if len(parts) < 2}
    firm = {end for link in links if not loose_hubs & {link.source, link.target} for end in (link.source, link.target)}
    degree = Counter(end for link in links for end in (link.source, link.target))
    raw = {iri: (degree[iri] + thing.mentions) * (1.0 if thing.named else 0.25) for iri, thing in story.things.items()}
    top = max(raw.values(), default=0.0) or 1.0
    weights = {iri: round(math.sqrt(value / top), 3) for iri, value in raw.items()}
    rank = {iri: place for place, iri in enumerate(sorted(weights, key=lambda iri: (-weights[iri], iri)))}
    nodes = [Node(iri, short(thing.label, _LABEL), kind(thing), weights[iri], iri not in firm) for iri, thing in story.things.items()]
    for iri, parts in hubs.items():
        happening = story.happenings[iri]
        weight = min((weights[part] for part in parts if part in weights), default=0.0)
        rank[iri] = max((rank[part] for part in parts if part in weights), default=len(rank))
        doer = next((story.things[part].label for part in parts if part in story.things), "")
        nodes.append(Node(iri, short(caption(happening, doer), _LABEL), "happening", weight, iri in loose_hubs))
    return sorted(nodes, key=lambda node: (node.loose, rank[node.iri], node.kind == "happening", node.iri))


def kind(thing: Thing) -> str:
    """The key of :data:`KINDS` that the participant's classes make, else "other"."""
    return next((name for name, classes in KINDS.items() if classes.intersection(thing.types)), "other")


def short(text: str, limit: int) -> str:
    """The text in one line of at most ``limit`` characters, cut at a word where one ends near."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if cut.rfind(" ") > limit // 2 else cut).rstrip(" ,;:.–-") + "…"


def _merge(links: Iterable[Link]) -> list[Link]:
    """One edge for all that join the same two nodes with the same words in the same style."""
    groups: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for link in links:
        groups[link.source, link.target, link.label, link.style] += link.happenings
    return [Link(*key, tuple(sorted(set(happenings)))) for key, happenings in sorted(groups.items())]
