"""The page in headless Chromium: it draws, shows evidence, sends nothing out, and runs nothing that an article says."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.export import html
from kg.rdf.terms import statement
from tests.export.browsing import click_link, click_node, colours, drawn, find, heading, lines
from tests.export.pages import HOSTILE, hostile_store, store

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
Open = Callable[..., "Page"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_draws(show: Open, text: str, scheme: str, width: int) -> None:
    page = show(text, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert page.inner_text("h1") == "Dock strike"
    assert colours(page) > 50
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_click_on_a_node_shows_its_evidence(page: Page) -> None:
    click_node(page, "Viktor Hale")
    assert heading(page) == "Viktor Hale"
    assert page.locator("#panel blockquote").count() > 0
    page.keyboard.press("Escape")
    assert heading(page) == "Who did what, according to whom"


def test_a_long_label_may_stand_in_two_lines(page: Page) -> None:
    assert page.evaluate("halves('Central Intelligence Agency')") == ["Central", "Intelligence Agency"]
    assert page.evaluate("['Velmora', 'the grain pier', 'Antidisestablishmentarianism'].map(halves)") == [
        ["Velmora"], ["the grain pier"], ["Antidisestablishmentarianism"],
    ]  # fmt: skip


def test_participants_of_a_role_stand_together(page: Page) -> None:
    find(page, "dismissed two crane drivers")
    roles = page.locator("#panel dt").all_inner_texts()
    assert roles[:2] == ["Who", "Whom or what"]
    assert len(roles) == len(set(roles))


def test_a_file_alone_links_to_no_other_page(page: Page) -> None:
    find(page, "Viktor Hale")
    assert page.locator("nav, #panel .tools a").count() == 0


def test_click_on_an_edge_shows_what_it_stands_for(page: Page) -> None:
    click_link(page, "sued")
    assert heading(page) == "sued the union"


def test_evidence_has_source_certainty_and_the_words(page: Page) -> None:
    find(page, "sued the")
    panel = page.locator("#panel")
    assert heading(page) == "sued the union"
    assert panel.locator("blockquote").inner_text() == "The company has sued the union."
    assert panel.locator("mark.event").inner_text() == "sued"
    assert "The article itself: told as a fact" in panel.inner_text()
    assert "Sample Wire, 2 March 2026" in panel.inner_text()
    assert "1 independent source in 1 article" in panel.inner_text()
    link = panel.locator(".claim a")
    assert link.get_attribute("href") == "https://wire.example/harbour-strike"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_disagreement_shows_both_sides_beside_one_another(page: Page) -> None:
    page.locator("#panel button", has_text="Said to be so, and not to be so").click()
    assert page.locator("#panel .sides h4").all_inner_texts() == ["Side 1", "Side 2"]
    assert page.locator("#panel blockquote").all_inner_texts() == [
        "Meridian dismissed two crane drivers at the pier on 27 February.",
        "Meridian did not dismiss the men, Hale told the Harbour Post.",
    ]
    assert "Said by Viktor Hale, as told by Harbour Post: stated not to be so" in page.inner_text("#panel")
    left, right = (page.locator("#panel .sides section").nth(nth).bounding_box() for nth in (0, 1))
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]


def test_evidence_of_a_disputed_happening_has_its_conflict(page: Page) -> None:
    find(page, "dismissed two crane drivers")
    assert "Sources disagree: said to be so, and not to be so" in page.locator("#panel h3").all_inner_texts()


@pytest.mark.parametrize(("label", "line"), [("bribed", "open"), ("threatened", "denied"), ("halted", "reported"), ("sued", "asserted")])
def test_lines_say_how_a_happening_stands(page: Page, label: str, line: str) -> None:
    page.evaluate("page.story(page.data.nodes.length)")
    (edge,) = [edge for edge in lines(page) if edge["label"] == label]
    assert edge["line"] == line
    assert bool(edge["dashes"]) == (line in ("open", "denied"))


def test_disputed_lines_are_red_and_what_more_sources_tell_is_thicker(page: Page) -> None:
    red = page.evaluate("page.picture.colours()('disputed')")
    disputed = [edge for edge in lines(page) if edge["line"] == "disputed"]
    assert disputed
    assert {edge["color"]["color"] for edge in disputed} == {red}
    thickness = "page.data.edges.map((edge) => thickness({ ...edge, line: 'asserted' })).map((width, nth) => [page.data.edges[nth].origins, width])"
    widths = dict(page.evaluate(thickness))
    assert len(widths) > 1
    assert [widths[number] for number in sorted(widths)] == sorted(set(widths.values()))


@pytest.mark.parametrize("what", ["IRI", "SPARQL"])
def test_a_claim_can_be_copied(show: Open, text: str, what: str) -> None:
    page = show(text, permissions=["clipboard-read", "clipboard-write"])
    find(page, "sued the")
    page.locator("#panel .claim .copy", has_text=what).click()
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    claim = "urn:newskg:document/harbour-strike/claim/c4"
    if what == "IRI":
        assert copied == claim
        return
    (row,) = store().query(copied)  # type: ignore[misc]
    assert (row["claim"].value, row["sentence"].value) == (claim, "The company has sued the union.")


def test_the_query_of_an_entity_gives_all_that_is_said_of_it(show: Open, text: str) -> None:
    page = show(text, permissions=["clipboard-read", "clipboard-write"])
    find(page, "Viktor Hale")
    page.locator("#panel > .tools .copy", has_text="SPARQL").click()
    page.wait_for_selector("text=Copied")
    rows = list(store().query(page.evaluate("navigator.clipboard.readText()")))  # type: ignore[arg-type]
    assert len(rows) > 3


@pytest.mark.parametrize("turn", range(3))
def test_hostile_articles_run_nothing(show: Open, turn: int) -> None:
    """All payloads at once, in each run at other places."""
    payloads = HOSTILE[turn:] + HOSTILE[:turn]
    attacked = html.render(map(statement, hostile_store(*payloads)), " ".join(payloads))
    page = show(attacked)
    for button in range(page.locator("#panel .list button").count()):
        page.locator("#panel .list button").nth(button).click()
        assert page.locator("#panel blockquote, #panel h2").count() > 0
        page.keyboard.press("Escape")
    page.fill("#search", "hale")
    assert page.locator("#hits li").count() > 0
    page.keyboard.press("Enter")
    for tab in ("timeline", "conflicts", "sources", "table", "graph"):
        page.click(f"#tab-{tab}")
    page.click("#panel >> text=Neighbours")
    page.evaluate("page.look({ mode: 'clusters', open: [] })")
    page.evaluate("page.files.csv() + page.files.turtle() + page.files.svg()")
    again = show(attacked, hash=page.evaluate("location.hash.slice(1)"))
    for shown in (page, again):
        assert shown.evaluate("window.hacked") is None
        assert shown.locator("script").count() == 4
        assert shown.locator("img, iframe, object, embed, #panel a, svg[onload]").count() == 0
        assert shown.evaluate("Object.prototype.label") is None


@pytest.mark.parametrize(
    "hash", ["pick=<img src=x onerror=alert(1)>", "detail=-1&depth=x&view=around&of=nobody", "tab=__proto__&kinds=constructor", "%E0%A4%A"]
)
def test_an_address_made_by_hand_does_no_harm(show: Open, text: str, hash: str) -> None:
    page = show(text, hash=hash)
    assert heading(page) == "Who did what, according to whom"
    assert drawn(page)


def test_page_of_the_sample_articles(show: Open, seeds_text: str) -> None:
    page = show(seeds_text)
    assert colours(page) > 50
    assert 30 <= len(drawn(page)) <= 60
    assert {"Nicolás Maduro", "Venezuela", "United States", "Central Intelligence Agency"} <= set(drawn(page))
    page.locator("#panel .list button").last.click()
    assert page.locator("#panel .claim").count() > 0


def test_policy_stops_a_script_that_slips_in(show: Open, text: str, trouble: list[str]) -> None:
    page = show(text.replace("<main>", "<main><img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"))
    assert page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in message for message in trouble)
    trouble.clear()


AXE = find_spec("axe_playwright_python")


@pytest.mark.skipif(AXE is None, reason="the test extra is not installed: no axe-core")
@pytest.mark.parametrize(
    ("scheme", "tabs"), [("light", ("graph", "timeline", "conflicts", "sources", "table")), ("dark", ("graph", "sources"))], ids=["light", "dark"]
)
def test_axe_finds_nothing_serious(show: Open, seeds_text: str, scheme: str, tabs: tuple[str, ...]) -> None:
    assert AXE
    assert AXE.origin
    page = show(seeds_text, color_scheme=scheme)
    page.evaluate((Path(AXE.origin).parent / "axe.min.js").read_text(encoding="utf-8"))
    page.click("#filter")
    find(page, "maduro")
    for tab in tabs:
        page.click(f"#tab-{tab}")
        page.mouse.move(700, 500)
        result = page.evaluate("axe.run()")
        assert len(result["passes"]) > 15
        serious = [
            f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
            for one in result["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert not serious, (tab, serious)
