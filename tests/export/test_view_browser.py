"""The page in headless Chromium: it draws, answers to clicks and keys, sends nothing out, and runs nothing that an article says."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.export import html
from kg.rdf.terms import statement
from tests.export.pages import HOSTILE, hostile_store, store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api", reason="the test extra is not installed: no playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (Debian: apt-get install chromium)")]

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def trouble() -> Iterator[list[str]]:
    """What the page complained of or asked the network for: nothing, at the end of each test."""
    seen: list[str] = []
    yield seen
    assert seen == []


@pytest.fixture
def show(browser: Browser, tmp_path: Path, trouble: list[str]) -> Iterator[Open]:
    """Opens a page from its file, watched."""
    contexts = []

    def show(text: str, **options: Any) -> Page:
        file = tmp_path / "graph.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else trouble.append(request.url))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.goto(file.as_uri())
        page.wait_for_selector("#network canvas")
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.fixture
def page(show: Open) -> Page:
    return show(html.render(map(statement, store()), "Dock strike"))


def find(page: Page, name: str) -> None:
    page.fill("#search", name)
    page.keyboard.press("Enter")


def colours(page: Page) -> int:
    """How many colours the drawn canvas has."""
    script = """() => {
      const canvas = document.querySelector("#network canvas");
      const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      const seen = new Set();
      for (let at = 0; at < pixels.length; at += 4) seen.add(pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2]);
      return seen.size;
    }"""
    return int(page.evaluate(script))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_draws(show: Open, scheme: str, width: int) -> None:
    page = show(html.render(map(statement, store()), "Dock strike"), color_scheme=scheme, viewport={"width": width, "height": 800})
    assert page.inner_text("h1") == "Dock strike"
    assert colours(page) > 50
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def canvas_point(page: Page, label: str) -> tuple[float, float]:
    """Where the search says that a node is: it comes to the middle of the picture, when nothing else is lit."""
    box = page.locator("#network canvas").bounding_box()
    assert box
    find(page, label)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_click_on_a_node_shows_its_evidence(page: Page) -> None:
    x, y = canvas_point(page, "Sample Wire")  # nothing is told of it, so it stands alone in the middle
    page.keyboard.press("Escape")
    assert page.inner_text("#panel h2") == "Who did what, according to whom"
    page.locator("#detail").evaluate("slider => { slider.value = slider.max; slider.dispatchEvent(new Event('input')); }")
    page.mouse.click(x, y)
    assert page.inner_text("#panel h2") == "Sample Wire"


def test_search_shows_evidence_with_source_and_certainty(page: Page) -> None:
    find(page, "sued the")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "sued the union"
    assert panel.locator("blockquote").inner_text() == "The company has sued the union."
    assert panel.locator("mark.event").inner_text() == "sued"
    assert "The article itself: told as a fact" in panel.inner_text()
    assert "Sample Wire, 2 March 2026" in panel.inner_text()
    link = panel.locator(".claim a")
    assert link.get_attribute("href") == "https://wire.example/harbour-strike"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_search_ignores_case_and_accents(page: Page) -> None:
    page.fill("#search", "TOMAS")
    assert page.locator("#hits li").first.inner_text().startswith("Tomás Reyes")


def test_click_on_an_edge_shows_what_it_stands_for(page: Page) -> None:
    find(page, "sued the")  # fits both ends, so that the edge's middle is the picture's
    box = page.locator("#network canvas").bounding_box()
    assert box
    page.keyboard.press("Escape")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.inner_text("#panel h2") == "sued the union"


def test_disagreement_shows_both_sides(page: Page) -> None:
    page.locator("#panel button", has_text="Said to be so, and not to be so").click()
    assert page.locator("#panel h3").all_inner_texts() == ["Side 1", "Side 2"]
    assert page.locator("#panel blockquote").all_inner_texts() == [
        "Meridian dismissed two crane drivers at the pier on 27 February.",
        "Meridian did not dismiss the men, Hale told the Harbour Post.",
    ]
    assert "Said by Viktor Hale, as told by Harbour Post: stated not to be so" in page.inner_text("#panel")


def test_keyboard_alone_reaches_evidence_and_goes_back(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("hale")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Viktor Hale"
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Close"
    page.keyboard.press("Escape")
    assert page.inner_text("#panel h2") == "Who did what, according to whom"
    stops = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        stops.add(page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.name"))
    assert {"search", "detail", "vis-network", "nearer", "person"} <= stops


def shown(page: Page) -> int:
    return int(page.inner_text("#shown").split(" of ")[0])


def test_legend_filters(page: Page) -> None:
    before = shown(page)
    page.uncheck("#kinds input[name=place]")
    assert shown(page) < before
    page.check("#kinds input[name=place]")
    assert shown(page) == before
    page.uncheck("#styles input[name=asserted]")
    assert shown(page) < before


def test_detail_shows_loose_ends(page: Page) -> None:
    before = shown(page)
    page.locator("#detail").evaluate("slider => { slider.value = slider.max; slider.dispatchEvent(new Event('input')); }")
    shown_now, whole = page.inner_text("#shown").split(" of ")
    assert int(shown_now) > before
    assert shown_now == whole


def test_copy_gives_the_claims_iri(show: Open) -> None:
    page = show(html.render(map(statement, store())), permissions=["clipboard-read", "clipboard-write"])
    find(page, "sued the")
    page.locator("#panel .claim .copy").click()
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "urn:newskg:document/harbour-strike/claim/c4"


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_articles_run_nothing(show: Open, payload: str) -> None:
    page = show(html.render(map(statement, hostile_store(payload)), payload))
    for button in range(page.locator("#panel .list button").count()):
        page.locator("#panel .list button").nth(button).click()
        assert page.locator("#panel blockquote, #panel h2").count() > 0
        page.keyboard.press("Escape")
    page.fill("#search", "hale")
    assert page.locator("#hits li").count() > 0
    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == 3
    assert page.locator("img, iframe, object, embed, #panel a, svg[onload]").count() == 0
    assert page.evaluate("Object.prototype.label") is None


def test_page_of_the_sample_articles(show: Open, seeds_build: Path) -> None:
    page = show((seeds_build / "graph.html").read_text(encoding="utf-8"))
    assert colours(page) > 50
    page.locator("#panel .list button").last.click()
    assert page.locator("#panel .claim").count() > 0


def test_policy_stops_a_script_that_slips_in(show: Open, trouble: list[str]) -> None:
    page = show(html.render(map(statement, store())).replace("<main>", "<main><img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"))
    assert page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in message for message in trouble)
    trouble.clear()
