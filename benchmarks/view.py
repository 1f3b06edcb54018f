"""How soon is the page usable, and does zooming stay smooth, beside plain pyvis with the same nodes and edges?

    python -m benchmarks.view [--nodes 500 2000 10000] [--patience 60] [--only ours]

Each page is opened in headless Chromium, offline and without a graphics card. Usable is when it is drawn and has answered a click: on a node, which
opens its evidence, in ours; for pyvis, whose simulation has to come to rest before it draws, any click. Busy is the CPU time that the page's main
thread took until then, which other work on the machine does not change. Frames are counted for two seconds of turning
the mouse wheel. Filter is what the slowest of all filters takes, of the picture and of the matrix, until the page is drawn anew, in CPU time of the
main thread. The graph is invented (:mod:`benchmarks.drawn`). The sample's page is measured as it is built.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from benchmarks.drawn import triples
from kg import pipeline
from kg.export import html

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FLAGS = ["--no-sandbox", "--disable-gpu"]
LIMITS = {0: 1.0, 2000: 2.0, 10_000: 4.0}  # seconds to usable by nodes; 0 is the sample
FRAMES = 20  # a second, at least
FILTER = 0.2  # seconds of CPU time at most
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

#: Gives the page ``filters``, each a function that sets or unsets one, and ``drawn``, a promise of the next picture.
_FILTERS = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const tell = (element, name) => element.dispatchEvent(new Event(name));
  window.filters = [
    ...all("#filters select").map((select) => (on) => { select.selectedIndex = on ? 1 : 0; tell(select, "change"); }),
    ...all("#kinds input, #lines input").map((box) => () => box.click()),
    ...all("#times input").map((handle, nth) => (on) => { handle.value = on ? 3 : nth ? handle.max : 0; tell(handle, "input"); }),
  ];
  window.drawn = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  }));
  return window.filters.length;
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Bytes of the file, seconds to usable on the clock and of the main thread's CPU time, frames a second, CPU time of the slowest filter.

    None: not within the patience, or not in that page.
    """

    size: int
    usable: float | None = None
    busy: float | None = None
    frames: float | None = None
    filter: float | None = None


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
        busy = _busy(tools)
        found = Measured(found.size, usable, busy)
        found = Measured(found.size, usable, busy, float(page.evaluate(_ZOOM, 2)))
        if ours:
            found = replace(found, filter=_slowest_filter(page, tools))
    except TimeoutError:
        pass  # the row says so
    finally:
        context.close()
    return found


def _busy(tools: CDPSession) -> float:
    """CPU time that the page's main thread has taken."""
    return float(next(one["value"] for one in tools.send("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration"))


def _slowest_filter(page: Page, tools: CDPSession) -> float:
    filters = range(page.evaluate(_FILTERS))
    slowest = 0.0
    for tab in ("graph", "sources"):
        page.evaluate("(tab) => { page.turn(tab); return drawn(); }", tab)
        for nth, on in itertools.product(filters, (True, False)):
            before = _busy(tools)
            page.evaluate("([nth, on]) => { filters[nth](on); return drawn(); }", [nth, on])
            slowest = max(slowest, _busy(tools) - before)
    return slowest


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
    filtered = f"{measured.filter:.2f} s" if measured.filter is not None else "–"
    verdict = ""
    if name == "newskg":
        verdict = "within its limits" if _kept(measured, nodes, limit) else "OVER A LIMIT"
    return f"{name:8} {nodes:>7,} {edges:>7,} {measured.size / 1e6:>8.2f} MB {usable:>9} {busy:>9} {frames:>7} {filtered:>7}  {verdict}"


def _kept(measured: Measured, nodes: int, limit: float | None) -> bool:
    """Whether our page keeps to all its limits."""
    if measured.usable is None or measured.frames is None or measured.filter is None:
        return False
    small = measured.size <= 1_500_000 + 1000 * nodes
    return small and (limit is None or measured.usable <= limit) and measured.frames >= FRAMES and measured.filter <= FILTER


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
        print(f"{'page':8} {'nodes':>7} {'edges':>7} {'file':>11} {'usable':>9} {'busy':>9} {'frames':>7} {'filter':>7}")
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
