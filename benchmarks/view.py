"""How soon is the page usable, and does zooming stay smooth, beside plain pyvis with the same nodes and edges?

    python -m benchmarks.view [--nodes 500 2000 10000] [--patience 60] [--only ours]

Each page is opened in headless Chromium, offline and without a graphics card. Usable is when it is drawn and has answered a click: on a node, which
opens its evidence, in ours; for pyvis, whose simulation has to come to rest before it draws, any click. Busy is the CPU time that the page's main
thread took until then, which other work on the machine does not change. Frames are counted for two seconds of turning
the mouse wheel. The graph is invented: three happenings a node between participants as unequal as in news, one claim or two of each. The sample's
page is measured as it is built.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from kg import pipeline
from kg.export import html
from kg.rdf.terms import Statement
from kg.vocab import DCTERMS, ITSRDF, KG, NIF, PROV, RDF, RDFS, SCHEMA, SEM

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FLAGS = ["--no-sandbox", "--disable-gpu"]
LIMITS = {0: 1.0, 2000: 2.0, 10_000: 4.0}  # seconds to usable by nodes; 0 is the sample
FRAMES = 20  # a second, at least
_VERBS = ("struck", "met", "sued", "accused", "seized", "visited", "fined", "praised")
_ZOOM = """(seconds) => new Promise((done) => {
  const canvas = document.querySelector(".vis-network canvas");
  const box = canvas.getBoundingClientRect();
  const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true, cancelable: true };
  let frames = 0;
  const begin = performance.now();
  const turn = () => {
    const passed = performance.now() - begin;
    if (passed > 1000 * seconds) return done(frames / (passed / 1000));
    frames++;
    canvas.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY: Math.floor(passed / 500) % 2 ? 60 : -60 }));
    return requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
})"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Bytes of the file, seconds to usable on the clock and of CPU time of the page's main thread, frames a second; None: not within the patience."""

    size: int
    usable: float | None = None
    busy: float | None = None
    frames: float | None = None


def triples(nodes: int, seed: int = 1) -> tuple[list[tuple[int, str, int]], list[Statement]]:
    """An invented graph: its edges as ``(from, verb, to)``, and the statements that tell each."""
    chance = random.Random(seed)
    edges = list(dict.fromkeys(_edge(nodes, chance) for _ in range(3 * nodes)))
    return edges, list(_statements(nodes, edges, chance))


def _edge(nodes: int, chance: random.Random) -> tuple[int, str, int]:
    a = int(nodes * chance.random() ** 2.5)
    b = int(nodes * chance.random())
    return a, chance.choice(_VERBS), b if b != a else (b + 1) % nodes


def _statements(nodes: int, edges: list[tuple[int, str, int]], chance: random.Random) -> Iterator[Statement]:
    base = "urn:newskg:"
    names = [
        f"{chance.choice('BCDFGKLMNPRST')}{chance.choice('aeiou')}{chance.choice(('rren', 'lton', 'ssow', 'mber', 'vik'))} {n}" for n in range(nodes)
    ]
    articles = [f"{base}document/d{number}" for number in range(max(5, nodes // 40))]
    kinds = (SCHEMA.Person, SCHEMA.Organization, SCHEMA.Country, KG.Group, KG.Vessel)
    for number, article in enumerate(articles):
        yield from ((article, RDF.type, SCHEMA.NewsArticle), (article, KG.sha256, "x"), (article, DCTERMS.identifier, f"d{number}"))
        yield from ((article, SCHEMA.headline, f"What happened on day {number}"), (article, SCHEMA.datePublished, f"2026-01-{number % 28 + 1:02}"))
    for number, name in enumerate(names):
        entity = f"{base}entity/e{number}"
        yield from ((entity, RDF.type, KG.Entity), (entity, RDF.type, kinds[number % 5]), (entity, RDFS.label, name))
    for day in (f"2026-01-{number:02}" for number in range(1, 29)):
        time_node = f"{base}time/{day}"
        yield from ((time_node, RDF.type, SEM.Time), (time_node, KG.timex, day))
        yield from ((time_node, SEM.hasEarliestBeginTimeStamp, day), (time_node, SEM.hasLatestEndTimeStamp, day))
    for number, (a, verb, b) in enumerate(edges):
        event, parts = f"{base}event/v{number}", [f"{base}entity/e{a}", f"{base}entity/e{b}"]
        day = f"2026-01-{number % 28 + 1:02}"
        yield from ((event, RDF.type, KG.Event), (event, KG.lemma, verb), (event, RDFS.label, f"{names[a]} {verb} {names[b]}"))
        yield from (
            (event, KG.status, KG.asserted),
            (event, KG.agent, parts[0]),
            (event, KG.patient, parts[1]),
            (event, SEM.hasTime, f"{base}time/{day}"),
        )
        for telling in range(1 + number % 2):
            article = articles[(number * 7 + telling) % len(articles)]
            begin = number * 120
            sentence, claim = f"{article}#char={begin},{begin + 80}", f"{article}/claim/c{number}"
            words = f"{names[a]} {verb} {names[b]} in the harbour, two officials told reporters on day {number}."
            yield from ((sentence, RDF.type, NIF.Sentence), (sentence, NIF.anchorOf, words), (sentence, NIF.referenceContext, article))
            yield from ((sentence, NIF.beginIndex, str(begin)), (sentence, NIF.endIndex, str(begin + len(words))))
            for part, name in zip(parts, (names[a], names[b]), strict=True):
                at = begin + words.index(name)
                mention = f"{article}/mention/{at}-{at + len(name)}"
                yield from ((mention, RDF.type, NIF.Phrase), (mention, NIF.referenceContext, article), (mention, ITSRDF.taIdentRef, part))
                yield from ((mention, NIF.beginIndex, str(at)), (mention, NIF.endIndex, str(at + len(name))))
            yield from ((claim, RDF.type, KG.Claim), (claim, RDF.subject, parts[0]), (claim, RDF.predicate, f"{base}relation/{verb}"))
            yield from (
                (claim, RDF.object, parts[1]),
                (claim, KG.about, event),
                (claim, PROV.wasQuotedFrom, sentence),
                (claim, SCHEMA.appearance, article),
            )
            yield from (
                (claim, KG.polarity, KG.positive),
                (claim, KG.modality, KG.actual),
                (claim, KG.confidence, "0.7"),
                (claim, KG.origin, article),
            )


def write_pyvis(edges: list[tuple[int, str, int]], nodes: int, file: Path) -> None:
    """The same nodes and edges as pyvis writes them out of the box."""
    network = Network(directed=True, cdn_resources="in_line")
    network.add_nodes(range(nodes), label=[f"node {number}" for number in range(nodes)])
    network.edges = [{"from": a, "to": b, "label": verb, "arrows": "to"} for a, verb, b in edges]  # add_edge looks through all nodes each time
    file.write_text(network.generate_html(), encoding="utf-8")


def measure(browser: Browser, file: Path, patience: float, ours: bool) -> Measured:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.set_default_timeout(1000 * patience)
    tools = context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    found = Measured(file.stat().st_size)
    begin = time.perf_counter()
    try:
        page.goto(file.as_uri(), wait_until="commit")
        (_click_ours if ours else _click_pyvis)(page)
        usable = time.perf_counter() - begin
        busy = next(one["value"] for one in tools.send("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration")
        found = Measured(found.size, usable, busy)
        found = Measured(found.size, usable, busy, float(page.evaluate(_ZOOM, 2)))
    except TimeoutError:
        pass  # the row says so
    finally:
        context.close()
    return found


def _click_ours(page: Page) -> None:
    page.wait_for_selector("#panel h2")
    where = page.evaluate("""() => {
      const { x, y } = page.picture.network.canvasToDOM(page.picture.network.getPosition(page.picture.scene.nodes[0].id));
      const box = document.querySelector("#network canvas").getBoundingClientRect();
      return [box.left + x, box.top + y];
    }""")
    page.mouse.click(*where)
    page.wait_for_selector("#panel blockquote")


def _click_pyvis(page: Page) -> None:
    page.wait_for_function("window.network?.physics?.ready === true", polling=50)
    page.evaluate("() => { window.clicked = false; network.on('click', () => { window.clicked = true; }); }")
    box: Any = page.locator(".vis-network canvas").bounding_box()
    page.mouse.click(box["x"] + 200, box["y"] + 200)
    page.wait_for_function("window.clicked")


def row(name: str, nodes: int, edges: int, measured: Measured, patience: float, limit: float | None) -> str:
    usable = f"{measured.usable:.2f} s" if measured.usable is not None else f"> {patience:.0f} s"
    busy = f"{measured.busy:.2f} s" if measured.busy is not None else "–"
    frames = f"{measured.frames:.0f}" if measured.frames is not None else "–"
    verdict = ""
    if name == "newskg":
        room = 1_500_000 + 1000 * nodes
        kept = (
            measured.usable is not None and (limit is None or measured.usable <= limit) and (measured.frames or 0) >= FRAMES and measured.size <= room
        )
        verdict = "within its limits" if kept else "OVER A LIMIT"
    return f"{name:8} {nodes:>7,} {edges:>7,} {measured.size / 1e6:>8.2f} MB {usable:>9} {busy:>9} {frames:>7}  {verdict}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, nargs="+", default=[500, 2000, 10_000])
    parser.add_argument("--patience", type=float, default=60, metavar="SECONDS")
    parser.add_argument("--only", choices=["ours"])
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        browser.new_page().goto("data:text/html,x")  # a browser's first page is slow
        print(f"{'page':8} {'nodes':>7} {'edges':>7} {'file':>11} {'usable':>9} {'busy':>9} {'frames':>7}")
        pipeline.build([str(SEEDS)], Path(folder) / "sample")
        page = Path(folder) / "sample" / "graph.html"
        print(row("newskg", 210, 221, measure(browser, page, options.patience, ours=True), options.patience, LIMITS[0]), flush=True)
        for nodes in options.nodes:
            edges, statements = triples(nodes)
            begin = time.process_time()
            html.write(statements, Path(folder) / "ours.html")
            written = time.process_time() - begin
            limit = LIMITS.get(nodes)
            ours = measure(browser, Path(folder) / "ours.html", options.patience, ours=True)
            print(row("newskg", nodes, len(edges), ours, options.patience, limit), f"(written in {written:.1f} s of CPU time)", flush=True)
            if options.only != "ours":
                write_pyvis(edges, nodes, Path(folder) / "pyvis.html")
                plain = measure(browser, Path(folder) / "pyvis.html", options.patience, ours=False)
                print(row("pyvis", nodes, len(edges), plain, options.patience, None), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
