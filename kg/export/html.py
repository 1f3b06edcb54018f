"""One interactive HTML page of the graph, complete in itself: it opens with the network cut off.

pyvis brings vis-network, which draws; the page around it is our own, for pyvis' page links a content delivery network, does not escape, and runs a
simulation. Articles are hostile input: a strict Content-Security-Policy lets only the scripts and the style run whose hashes it names, all text of
the graph is in two blocks of JSON, and the scripts put it into the page as text nodes only.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import jinja2
from markupsafe import Markup

from kg.errors import OutputError
from kg.export import view_data, view_graph, view_pack, view_picture
from kg.export.view_data import Story
from kg.rdf.terms import Statement
from kg.staging import whole_file

#: Most nodes that the picture holds; the page says how much it leaves out.
ROOM = 10_000
_TEMPLATES = Path(__file__).parent / "templates"
#: The parts of the page's script, in this order one script: each uses only what stands before it until the page is loaded.
_SCRIPTS = (
    "dom.js", "words.js", "data.js", "layout.js", "state.js", "filters.js", "times.js", "labels.js", "scene.js", "picture.js",
    "claims.js", "panel.js", "search.js", "tables.js", "sources.js", "files.js", "page.js",
)  # fmt: skip


def write(statements: Iterable[Statement], path: Path, title: str = "News graph") -> None:
    """Write the page of a finished graph, whole or not at all. Raises OutputError."""
    page = Page()
    page.add(statements)
    page.write(path, title)


def render(statements: Iterable[Statement], title: str = "News graph") -> str:
    """The page of a finished graph. The same graph and title give the same text."""
    return _rendered(view_data.read(statements), title)


class Page:
    """A page in the making, of a graph that comes in parts."""

    def __init__(self) -> None:
        self._graph = view_graph.Graph()

    def add(self, statements: Iterable[Statement]) -> None:
        """Statements of the graph, some of them perhaps again."""
        self._graph.add(statements)

    def write(self, path: Path, title: str = "News graph") -> None:
        """When all was added; whole or not at all. Raises OutputError."""
        page = _rendered(view_data.told_by(self._graph), title)
        with whole_file(path) as file:
            file.write(page.encode("utf-8"))


def _rendered(whole: Story, title: str) -> str:
    story = view_picture.trim(whole, ROOM)
    core = view_pack.core(story, view_picture.draw(story, ROOM))
    core["leftOut"] = len(whole.things) + len(whole.happenings) - len(story.things) - len(story.happenings)
    scripts = [_inline(_library(), "script"), _inline("\n".join(_template(name) for name in _SCRIPTS), "script")]
    style = _inline(_template("view.css"), "style")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template("page.html.j2").render(
        title=view_graph.visible(title),
        policy=_policy(scripts, style),
        style=style,
        scripts=scripts,
        core=view_pack.plain(core),
        evidence=view_pack.packed(view_pack.evidence(story)),
        counts=_counts(whole),
    )


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _library() -> str:
    """vis-network as pyvis brings it, without the link to its source map, which a browser's tools would fetch.

    Only the file is taken: importing pyvis takes longer than making the page.
    """
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise OutputError("The page needs pyvis, which is not installed; install newskg again: pip install newskg.")
    file = Path(spec.origin).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return file.read_text(encoding="utf-8").partition("\n//# sourceMappingURL")[0] + "\n"


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


def _counts(story: Story) -> list[tuple[int, str]]:
    """``(number, what)`` for the head of the page, in singular or plural."""
    events = sum(not happening.lasting and bool(happening.tellings) for happening in story.happenings.values())
    named = sum(thing.named for thing in story.things.values())
    counted = [
        (len(story.articles), "article", "articles"), (named, "name", "names"), (events, "happening", "happenings"),
        (len(story.disagreements), "disagreement", "disagreements"),
    ]  # fmt: skip
    return [(number, one if number == 1 else many) for number, one, many in counted]
