"""The story and its picture as two blocks of JSON for the page.

``core`` is what the first view and the filters need, in plain words, which a search through files finds; ``evidence`` (claims, sentences, other
names) is packed, since it is most of the page, and parsed by the page only when it is asked for.

Things refer to one another by their place in the lists. An *item* is a participant or a happening: participants first, then happenings. The order
of the fields is that of ``templates/data.js``, which reads them.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import defaultdict
from typing import Any

from markupsafe import Markup

from kg.export import layout
from kg.export.view_claims import Telling
from kg.export.view_data import Happening, Story, Thing
from kg.export.view_graph import local
from kg.export.view_picture import STYLES, Picture, kind, origins

_CHARACTER = 6.6  # mean width of a label's character in pixels
_KINDS = ("person", "organization", "place", "group", "object", "other", "happening")
_LINES = tuple(dict.fromkeys(STYLES.values()))
_MARKS = ("event", "part", "cue")


def core(story: Story, picture: Picture) -> dict[str, Any]:
    """Items, nodes and edges: lists of rows, the nodes most telling first."""
    items = _places(story)
    claims = {one.iri: place for place, one in enumerate(_told(story))}
    articles = {iri: place for place, iri in enumerate(story.articles)}
    order = {node.iri: place for place, node in enumerate(picture.nodes)}
    ends = [(order[link.source], order[link.target]) for link in picture.links]
    first = picture.nodes[: picture.first]
    spots = layout.place([_CHARACTER * len(node.label) for node in first], [pair for pair in ends if max(pair) < picture.first])
    rows: list[list[Any]] = [[items[node.iri], node.label, round(100 * node.weight), int(node.loose)] for node in picture.nodes]
    for row, spot in zip(rows, spots, strict=False):
        row += spot
    return {
        "things": [_thing(thing) for thing in story.things.values()],
        "happenings": [_happening(happening, items, articles) for happening in story.happenings.values()],
        "articles": [[one.id, one.title, one.publisher, one.date, one.url, one.language, one.iri] for one in story.articles.values()],
        "nodes": rows,
        "edges": [
            [source, target, link.label, _LINES.index(link.style), [items[iri] for iri in link.happenings]]
            for (source, target), link in zip(ends, picture.links, strict=True)
        ],
        "disagreements": [
            [one.kind, local(one.iri), [[claims[telling.iri] for telling in side] for side in one.sides]] for one in story.disagreements
        ],
        "first": picture.first,
        "kinds": _KINDS,
        "lines": _LINES,
    }


def evidence(story: Story) -> dict[str, Any]:
    """Claims in the order of the happenings that they tell, their sentences, and what only the panel shows of an item."""
    items = _places(story)
    articles = {iri: place for place, iri in enumerate(story.articles)}
    told = _told(story)
    sentences = {key: place for place, key in enumerate(dict.fromkeys((one.article, one.span, one.sentence) for one in told))}
    propositions = {iri: place for place, iri in enumerate(dict.fromkeys(iri for one in told for iri in one.propositions))}
    predicates = {iri: place for place, iri in enumerate(dict.fromkeys(one.predicate for one in told))}
    base = _beginning([*items, *(one.iri for one in told)])
    return {
        "base": base,
        "iris": [_short(iri, base) if " " not in iri else "" for iri in items],
        "names": {str(items[iri]): thing.names for iri, thing in story.things.items() if thing.names},
        "links": {str(items[iri]): thing.links for iri, thing in story.things.items() if thing.links},
        "sentences": [[articles.get(article, -1), text, _short(span, base)] for article, span, text in sentences],
        "predicates": list(predicates),
        "propositions": len(propositions),
        "claims": [_claim(one, items, base, sentences[one.article, one.span, one.sentence], predicates, propositions) for one in told],
    }


def plain(block: dict[str, Any]) -> Markup:
    """The block as JSON that cannot leave its script element."""
    text = _json(block)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def packed(block: dict[str, Any]) -> str:
    """The block as zlib's bytes in Base64, which ``templates/data.js`` unpacks. The same block gives the same text."""
    return base64.b64encode(zlib.compress(_json(block).encode())).decode()


def _json(block: dict[str, Any]) -> str:
    return json.dumps(block, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _told(story: Story) -> list[Telling]:
    return [one for happening in story.happenings.values() for one in happening.tellings]


def _places(story: Story) -> dict[str, int]:
    return {iri: place for place, iri in enumerate((*story.things, *story.happenings))}


def _beginning(iris: list[str]) -> str:
    """What all of several IRIs begin with."""
    low, high = (min(iris), max(iris)) if len(iris) > 1 else ("", "")
    return low[: next((place for place, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))]


def _short(iri: str, base: str) -> str:
    """The IRI without the beginning that it shares with all; "<" marks one that does not."""
    return iri[len(base) :] if iri.startswith(base) else f"<{iri}"


def _thing(thing: Thing) -> list[Any]:
    return [thing.label, _KINDS.index(kind(thing)), [local(name) for name in thing.types], thing.mentions]


def _happening(happening: Happening, items: dict[str, int], articles: dict[str, int]) -> list[Any]:
    roles: dict[str, list[int]] = defaultdict(list)
    for role, part in happening.roles:
        if part in items:
            roles[role].append(items[part])
    told = sorted({articles[one.article] for one in happening.tellings if one.article in articles})
    return [
        happening.label, happening.verb, int(happening.lasting), [local(name) for name in happening.types],
        "disputed" if happening.disputed else happening.status, [[role, *parts] for role, parts in roles.items()], happening.times,
        happening.quantities, len(happening.tellings), told, origins(happening) if happening.tellings else 0,
    ]  # fmt: skip


def _claim(
    one: Telling, items: dict[str, int], base: str, sentence: int, predicates: dict[str, int], propositions: dict[str, int]
) -> list[Any]:  # fmt: skip
    return [
        _short(one.iri, base), sentence, [number for begin, end, what in one.marks for number in (begin, end, _MARKS.index(what))],
        [items.get(source.iri, source.label) for source in one.sources], one.modality, one.polarity,
        one.confidence, items.get(one.subject, one.subject), predicates[one.predicate], items.get(one.object, one.object),
        [propositions[iri] for iri in one.propositions], one.primary,
    ]  # fmt: skip
