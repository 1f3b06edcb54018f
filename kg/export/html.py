"""One interactive HTML page of the graph, complete in itself: it opens with the network cut off.

pyvis brings vis-network and the shape of its nodes, edges and options; the page around them is our own, for pyvis' page links a content delivery
network and does not escape. Articles are hostile input: a strict Content-Security-Policy lets only the scripts and the style run whose hashes it
names, all text of the graph is one JSON block, and ``view.js`` puts it into the page as text nodes only.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
import pyvis
from markupsafe import Markup
from pyvis.network import Network

from kg.errors import OutputError
from kg.export import layout, view_data, view_picture
from kg.export.view_data import Happening, Story, Telling
from kg.export.view_picture import Picture
from kg.rdf.terms import Statement

#: Most nodes that the picture holds; the page says how much it leaves out.
ROOM = 2000
_TEMPLATES = Path(__file__).parent / "templates"
_VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_CHARACTER = 6.6  # mean width of a label's character in pixels

#: Shapes of vis-network by kind of node, so that colour is never alone in telling them apart.
_SHAPES = {
    "person": "dot", "organization": "square", "place": "triangle", "group": "hexagon", "object": "triangleDown", "other": "star",
    "happening": "diamond",
}  # fmt: skip
#: How sure a claim is, in plain words, by modality and polarity.
_SURE = {
    ("actual", "positive"): "told as a fact", ("actual", "negative"): "stated not to be so",
    ("alleged", "positive"): "alleged", ("alleged", "negative"): "alleged not to be so",
    ("possible", "positive"): "possible, not certain", ("possible", "negative"): "possibly not so",
    ("planned", "positive"): "planned, not yet done", ("planned", "negative"): "planned not to happen",
    ("hypothetical", "positive"): "only supposed", ("hypothetical", "negative"): "supposed not to be so",
    ("denied", "positive"): "denied", ("denied", "negative"): "denied",
}  # fmt: skip


def write(statements: Iterable[Statement], path: Path, title: str = "News graph") -> None:
    """Write the page of a finished graph, each statement of it given once, whole or not at all. Raises OutputError."""
    page = render(statements, title)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            temporary.write_text(page, encoding="utf-8", newline="\n")
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"The page {path} cannot be written ({error.strerror}); choose another folder with -o.") from error


def render(statements: Iterable[Statement], title: str = "News graph") -> str:
    """The page of a finished graph. The same graph and title give the same text."""
    whole = view_data.read(statements)
    story = view_picture.trim(whole, ROOM)
    data = _data(story, view_picture.draw(story, ROOM))
    data["leftOut"] = len(whole.things) + len(whole.happenings) - len(story.things) - len(story.happenings)
    scripts = [_inline(_library(), "script"), _inline("\n".join(_template(name) for name in ("labels.js", "panel.js", "view.js")), "script")]
    style = _inline(_template("view.css"), "style")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template("page.html.j2").render(
        title=view_data.visible(title),
        policy=_policy(scripts, style),
        style=style,
        scripts=scripts,
        data=Markup(_json(data)),
        counts=_counts(whole),
    )


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _library() -> str:
    """vis-network without the link to its source map, which a browser's tools would fetch."""
    return _VIS.read_text(encoding="utf-8").partition("\n//# sourceMappingURL")[0] + "\n"


def _inline(text: str, element: str) -> Markup:
    """Our own or the library's source as the content of ``<script>`` or ``<style>``."""
    if f"</{element}" in text.lower() or "<!--" in text:
        raise ValueError(f"The source would end its own <{element}> element.")
    return Markup(text)


def _policy(scripts: Iterable[str], style: str) -> str:
    """The Content-Security-Policy: nothing is fetched, and only the given sources run."""
    hashes = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _json(value: object) -> str:
    """JSON that cannot leave its script block, in a fixed order."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _counts(story: Story) -> list[tuple[int, str]]:
    """``(number, what)`` for the head of the page, in singular or plural."""
    events = sum(not happening.lasting and bool(happening.tellings) for happening in story.happenings.values())
    named = sum(thing.named for thing in story.things.values())
    counted = [
        (len(story.articles), "article", "articles"), (named, "name", "names"), (events, "happening", "happenings"),
        (len(story.disagreements), "disagreement", "disagreements"),
    ]  # fmt: skip
    return [(number, one if number == 1 else many) for number, one, many in counted]


def _data(story: Story, picture: Picture) -> dict[str, Any]:
    """Everything that ``view.js`` shows. Items, claims, sentences and articles refer to one another by their place in the lists.

    An item is a participant or a happening, drawn or not; a node's id is its item's place.
    """
    items = {iri: place for place, iri in enumerate((*story.things, *story.happenings))}
    articles = {iri: place for place, iri in enumerate(story.articles)}
    tellings = {one.iri: one for happening in story.happenings.values() for one in happening.tellings}
    claims = {iri: place for place, iri in enumerate(tellings)}
    sentences = {sentence: place for place, sentence in enumerate(dict.fromkeys((one.article, one.sentence) for one in tellings.values()))}
    network = _network(picture, items)
    return {
        "items": _things(story, items, claims) + [_happening(happening, items, claims) for happening in story.happenings.values()],
        "claims": [_claim(one, sentences) for one in tellings.values()],
        "sentences": [[articles.get(article, -1), text] for article, text in sentences],
        "articles": [[one.title, one.publisher, one.date, one.url, one.language, one.iri] for one in story.articles.values()],
        "disagreements": [[one.kind, [[claims[telling.iri] for telling in side] for side in one.sides]] for one in story.disagreements],
        "nodes": network.nodes,
        "edges": network.edges,
        "first": picture.first,
    }


def _things(story: Story, items: dict[str, int], claims: dict[str, int]) -> list[dict[str, Any]]:
    involved: dict[str, list[int]] = defaultdict(list)
    says: dict[str, list[int]] = defaultdict(list)
    for iri, happening in sorted(story.happenings.items(), key=lambda entry: _interest(entry[1])):
        for part in dict.fromkeys(part for _, part in happening.roles if happening.tellings):
            involved[part].append(items[iri])
        for telling in happening.tellings:
            for source in telling.sources[:1]:
                says[source.iri].append(claims[telling.iri])
    return [
        {
            "iri": iri, "label": thing.label, "kind": view_picture.kind(thing), "types": [view_data.local(kind) for kind in thing.types],
            "names": thing.names, "links": thing.links, "mentions": thing.mentions, "items": involved[iri], "says": says[iri],
        }
        for iri, thing in story.things.items()
    ]  # fmt: skip


def _interest(happening: Happening) -> tuple[bool, bool, int, int]:
    """What to read first: disagreements, lasting relations, then whatever more sources tell of more participants."""
    return not happening.disputed, not happening.lasting, -len(happening.tellings), -len(happening.roles)


def _happening(happening: Happening, items: dict[str, int], claims: dict[str, int]) -> dict[str, Any]:
    return {
        "iri": "" if happening.lasting else happening.iri,
        "label": happening.label,
        "verb": happening.verb,
        "kind": "relation" if happening.lasting else "happening",
        "types": [view_data.local(kind) for kind in happening.types],
        "status": "disputed" if happening.disputed else happening.status,
        "roles": [[role, items[part]] for role, part in happening.roles if part in items],
        "times": happening.times,
        "quantities": happening.quantities,
        "claims": [claims[telling.iri] for telling in happening.tellings],
    }


def _claim(telling: Telling, sentences: dict[tuple[str, str], int]) -> dict[str, Any]:
    return {
        "iri": telling.iri,
        "sentence": sentences[telling.article, telling.sentence],
        "marks": telling.marks,
        "by": [source.label for source in telling.sources],
        "citing": telling.primary,
        "sure": _SURE.get((telling.modality, telling.polarity), telling.modality),
        "confidence": telling.confidence,
    }


def _network(picture: Picture, items: dict[str, int]) -> Network:
    """The picture as pyvis has it: directed, so that parallel edges stay, with positions fixed and curves that keep parallel edges apart."""
    network = Network(directed=True)
    order = {node.iri: place for place, node in enumerate(picture.nodes)}
    widths = [_CHARACTER * len(node.label) for node in picture.nodes]
    ends = [(order[link.source], order[link.target]) for link in picture.links]
    spots = layout.place(widths, ends, picture.first)
    for node, (x, y) in zip(picture.nodes, spots, strict=True):
        shape = _SHAPES[node.kind]
        network.add_node(items[node.iri], node.label, shape, group=node.kind, x=x, y=y, size=_size(node), style=node.style, loose=node.loose)
    beside: dict[tuple[int, int], int] = defaultdict(int)
    for (a, b), link in zip(ends, picture.links, strict=True):
        pair = min(a, b), max(a, b)
        bend = _bend(beside[pair]) if a < b else -_bend(beside[pair])
        beside[pair] += 1
        told = [items[iri] for iri in link.happenings]
        key = f"e{network.num_edges()}"
        network.add_edge(items[link.source], items[link.target], id=key, label=link.label, style=link.style, bend=bend, items=told)
    return network


def _bend(nth: int) -> float:
    """Curvature of the nth edge between two nodes: straight, then left and right in turn."""
    return 0.18 * ((nth + 1) // 2) * (1 if nth % 2 else -1)


def _size(node: view_picture.Node) -> int:
    """Radius in pixels; a star fills less of its circle than the other shapes."""
    return 8 if node.kind == "happening" else round((7 + 15 * node.weight) * (1.4 if node.kind == "other" else 1))
