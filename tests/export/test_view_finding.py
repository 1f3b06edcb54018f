"""Finding one's way in the page: search, filters, the time slider, neighbours, paths, clusters, pins, going back, and what can be taken along."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest

from benchmarks.drawn import triples
from kg.export import html
from kg.rdf.terms import statement
from tests.export.browsing import address, click_node, drawn, find, heading, lines, slide
from tests.export.pages import hostile_store

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
Open = Callable[..., "Page"]


def test_search_ignores_case_and_accents(page: Page) -> None:
    page.fill("#search", "TOMAS")
    assert page.locator("#hits li").first.inner_text().startswith("Tomás Reyes")


def test_search_finds_quotes_and_opens_what_they_tell(page: Page) -> None:
    page.fill("#search", "did not dismiss the men")
    hit = page.locator("#hits li", has_text="quote")
    assert "Meridian did not dismiss the men" in hit.inner_text()
    hit.click()
    assert heading(page) == "dismissed two crane drivers"


def test_search_by_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("me")
    first, second = page.locator("#hits li").all_inner_texts()[:2]
    assert first != second
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "hit1"
    page.keyboard.press("Enter")
    assert second.startswith(heading(page))
    assert page.evaluate("document.activeElement.id") == "panel"
    assert page.inner_text("#spoken") == f"Evidence: {heading(page)}"


def test_search_says_when_there_is_nothing(page: Page) -> None:
    page.fill("#search", "xyzzy")
    assert "Nothing of that name" in page.inner_text("#hits")
    page.keyboard.press("Enter")
    assert heading(page) == "Who did what, according to whom"


def test_legend_filters_nodes_and_links(page: Page) -> None:
    before = set(drawn(page))
    page.uncheck("#kinds input[name=person]")
    assert "Viktor Hale" in before - set(drawn(page))
    page.check("#kinds input[name=person]")
    assert set(drawn(page)) == before
    page.uncheck("#lines input[name=asserted]")
    assert "asserted" not in {edge["line"] for edge in lines(page)}
    assert "not stated" in page.inner_text("#narrow")


@pytest.mark.parametrize(
    ("name", "value", "kept", "gone"),
    [
        ("event", "dismissal", "dismissed", "sued"),
        ("article", "hale-denies", "threatened", "sued"),
        ("status", "alleged", "bribed", "sued"),
        ("origins", "2", "rescued", "dismissed"),
    ],
)
def test_each_filter(page: Page, name: str, value: str, kept: str, gone: str) -> None:
    page.click("#filter")
    page.select_option(f"#filters select[name={name}]", value)
    shown = drawn(page) + [edge["label"] for edge in lines(page)]
    assert any(label.startswith(kept) for label in shown), shown
    assert gone not in shown
    page.click("#tab-table")
    rows = page.locator("#view-table tbody tr").count()
    assert 0 < rows < 15
    page.click("#narrow >> text=Show all")
    assert page.locator("#view-table tbody tr").count() > rows
    assert page.is_hidden("#narrow")


def test_time_slider_leaves_what_may_have_happened_then(page: Page) -> None:
    page.click("#tab-timeline")
    bars = page.locator("#times rect").count()
    assert bars == 6
    slide(page, "to", 0)
    assert page.locator("#view-timeline h3").all_inner_texts() == ["27 February 2026"]
    assert page.locator("#times rect.in").count() == 1
    assert "27 February 2026" in page.inner_text("#times output")
    page.click("#times >> text=All times")
    assert page.locator("#view-timeline h3").count() == bars
    page.locator("#times svg").click(position={"x": 5, "y": 20})
    assert page.locator("#view-timeline h3").all_inner_texts() == ["27 February 2026"]


def test_neighbours_to_a_depth(page: Page) -> None:
    click_node(page, "Viktor Hale")
    page.click("#panel >> text=Neighbours")
    near = set(drawn(page))
    assert {"Viktor Hale", "two crane drivers"} <= near
    page.click("#crumb >> text='2'")
    assert near < set(drawn(page))
    page.click("#crumb >> text=Main story")
    assert "view" not in address(page)


def test_path_between_two_nodes(page: Page) -> None:
    find(page, "Tomás Reyes")
    page.click("#panel >> text=Path to…")
    find(page, "grain exports")
    assert page.inner_text("#crumb").startswith("Shortest ways from")
    ways = drawn(page)
    assert {"Tomás Reyes", "grain exports"} <= set(ways)
    assert len(ways) < page.evaluate("page.data.nodes.length") / 2


def test_path_says_when_there_is_none(page: Page) -> None:
    find(page, "Tomás Reyes")
    page.click("#panel >> text=Path to…")
    find(page, "Sample Wire")
    assert page.inner_text("#crumb").startswith("No way from")


def test_hide_and_pin(page: Page) -> None:
    click_node(page, "Viktor Hale")
    page.click("#panel >> text=Hide")
    assert "Viktor Hale" not in drawn(page)
    assert "without Viktor Hale" in page.inner_text("#narrow")
    page.click("#narrow >> text=Show all")
    find(page, "Sample Wire")  # nothing is told of it
    page.click("#panel >> text=Pin")
    page.keyboard.press("Escape")
    assert "Sample Wire" in drawn(page)
    page.click("#crumb >> text=Unpin 1")
    assert "Sample Wire" not in drawn(page)


def test_clusters_open_and_collapse(show: Open, seeds_text: str) -> None:
    page = show(seeds_text)
    page.click("#crumb >> text=Clusters")
    clusters = drawn(page)
    assert 3 < len(clusters) < 40
    click_node(page, clusters[0])
    assert "cluster of" in page.inner_text("#panel .kind")
    page.click("#panel >> text=Open")
    assert len(drawn(page)) > len(clusters)
    page.click("#panel >> text=Collapse")
    assert drawn(page) == clusters


def test_detail_shows_more_and_loose_ends(page: Page) -> None:
    before = len(drawn(page))
    page.locator("#detail").evaluate("slider => { slider.value = slider.max; slider.dispatchEvent(new Event('input')); }")
    assert len(drawn(page)) > before
    assert "Sample Wire" in drawn(page)
    assert page.inner_text("#shown") == f"{len(drawn(page))} of {page.evaluate('page.data.nodes.length')}"


def test_a_view_is_restored_from_its_address(show: Open, text: str) -> None:
    page = show(text)
    page.click("#filter")
    page.select_option("#filters select[name=article]", "hale-denies")
    slide(page, "from", 1)
    page.uncheck("#kinds input[name=place]")
    find(page, "Viktor Hale")
    page.click("#panel >> text=Neighbours")
    page.click("#crumb >> text='2'")
    page.click("#panel >> text=Pin")
    written = address(page)
    for part in ("pick=entity/", "article=hale-denies", "from=2026-", "kinds=place", "view=around", "depth=2", "pinned="):
        assert part in written
    again = show(text, hash=written)
    assert (heading(again), sorted(drawn(again))) == (heading(page), sorted(drawn(page)))
    assert address(again) == written
    assert again.input_value("#filters select[name=article]") == "hale-denies"
    assert not again.is_checked("#kinds input[name=place]")


@pytest.mark.parametrize("tab", ["timeline", "conflicts", "sources", "table"])
def test_a_conflict_and_a_tab_are_restored(show: Open, text: str, tab: str) -> None:
    page = show(text)
    page.locator("#panel button", has_text="Different numbers").click()
    page.click(f"#tab-{tab}")
    again = show(text, hash=address(page))
    assert heading(again) == "Sources disagree"
    assert again.is_visible(f"#view-{tab}")


def test_back_and_forward(page: Page) -> None:
    start = heading(page)
    find(page, "Viktor Hale")
    page.click("#tab-timeline")
    page.go_back()
    assert page.is_visible("#view-graph")
    assert heading(page) == "Viktor Hale"
    page.go_back()
    assert heading(page) == start
    page.go_forward()
    assert heading(page) == "Viktor Hale"


def test_every_page_leads_to_the_evidence_and_back_to_the_graph(page: Page) -> None:
    for tab in ("timeline", "conflicts", "sources", "table"):
        page.click(f"#tab-{tab}")
        page.locator(f"#view-{tab} .pick").first.click()
        assert page.locator("#panel blockquote").count() > 0
        page.click("#panel >> text=Show in the graph")
        assert page.is_visible("#network")
        assert page.evaluate("page.picture.lit?.size ?? 0") > 0
        page.keyboard.press("Escape")


def test_conflicts_have_both_quotes(page: Page) -> None:
    page.click("#tab-conflicts")
    numbers = page.locator("#view-conflicts .conflict", has_text="Different numbers")
    assert numbers.locator("blockquote").all_inner_texts() == [
        "The Kestrian Coast Guard rescued four sailors from the gulf.",
        "The coast guard rescued six sailors after the collision, the ministry reported. [2]",
    ]


def test_matrix_tells_what_each_article_does(page: Page) -> None:
    page.click("#tab-sources")
    heads = page.locator("#view-sources thead th").all_inner_texts()
    assert len(heads) == page.evaluate("page.data.articles.length") + 2
    row = page.locator("#view-sources tbody tr", has_text="threatened")
    letters = {letter for letter in row.first.inner_text().split() if letter in ("A", "a", "D", "h")}
    assert letters == {"a", "D"}


def test_table_is_sorted_by_its_heads(page: Page) -> None:
    page.click("#tab-table")
    page.click("#by-who")
    assert page.locator("#view-table th[aria-sort]").inner_text().startswith("Who")
    assert page.evaluate("document.activeElement.id") == "by-who"
    who = [row.split("\t")[0] for row in page.locator("#view-table tbody tr").all_inner_texts()]
    assert who == sorted(who, key=str.lower)
    assert len(who) == page.evaluate("page.data.told.filter((item) => item.roles.length).length")


def test_a_cell_of_the_table_has_each_name_once_and_not_too_many(page: Page) -> None:
    assert page.evaluate("page.tables.some(['a', 'a', 'b'], ', ')") == "a, b"
    assert page.evaluate("page.tables.some([...'abcdef'], '; ')") == "a; b; c; d + 2 more"


def test_all_numbers_of_happenings_agree(show: Open, seeds_text: str) -> None:
    page = show(seeds_text)
    (head,) = page.locator(".counts span", has_text="happenings").all_inner_texts()
    page.click("#filter")
    page.select_option("#filters select[name=status]", "alleged")
    assert f"of {head}:" in page.inner_text("#narrow")
    page.click("#narrow >> text=Show all")
    page.click("#tab-timeline")
    dated, undated = re.findall(r"(\d+) (?:dated|without)", page.inner_text("#view-timeline .also"))
    assert int(dated) + int(undated) == int(head.split()[0])


def test_many_articles_are_listed_some_at_a_time(show: Open) -> None:
    page = show(html.render(triples(3000)[1]))  # 75 articles
    page.click("#tab-sources")
    listed = page.locator("#view-sources .articles li")
    assert listed.count() == 61
    page.click("#view-sources .articles >> text=Show 15 more")
    assert listed.count() == 75
    assert listed.last.get_attribute("value") == "75"


def saved(page: Page, name: str) -> bytes:
    page.click("#save")
    with page.expect_download() as download:
        page.click(f"#saves >> text={name}")
    return Path(download.value.path()).read_bytes()


def test_picture_as_png(page: Page) -> None:
    content = saved(page, "Picture as PNG")
    assert content.startswith(b"\x89PNG")
    width = page.evaluate("document.querySelector('#network canvas').width")
    assert int.from_bytes(content[16:20], "big") == width
    assert len(content) > 10_000


def test_picture_as_svg_from_another_tab(page: Page) -> None:
    page.click("#tab-table")
    content = saved(page, "Picture as SVG").decode()
    written = page.evaluate("page.picture.written.map(({ label }) => label)")
    for label in written:
        assert label.replace("&", "&amp;") in content
    assert content.count("<polyline") == len(lines(page))
    assert content.count("<path") == len(drawn(page))


def test_claims_as_csv(page: Page) -> None:
    find(page, "dismissed two crane drivers")
    rows = list(csv.DictReader(io.StringIO(saved(page, "Claims as CSV").decode("utf-8-sig"), newline="")))
    assert [(row["sentence"], row["said by"], row["how sure"]) for row in rows] == [
        ("Meridian did not dismiss the men, Hale told the Harbour Post.", "Viktor Hale; Harbour Post", "stated not to be so"),
        ("Meridian dismissed two crane drivers at the pier on 27 February.", "", "told as a fact"),
    ]


def test_claims_as_turtle_are_part_of_the_graph(show: Open, seeds_build: Path, seeds_text: str) -> None:
    page = show(seeds_text)
    whole = {tuple(map(str, quad))[:3] for quad in pyoxigraph.parse(path=seeds_build / "graph.ttl", format=pyoxigraph.RdfFormat.TURTLE)}
    taken = {tuple(map(str, quad))[:3] for quad in pyoxigraph.parse(saved(page, "Claims as Turtle"), format=pyoxigraph.RdfFormat.TURTLE)}
    assert len(taken) > 300
    assert taken <= whole


def test_no_cell_of_the_csv_is_a_formula(show: Open) -> None:
    page = show(html.render(map(statement, hostile_store("=cmd|' /C calc'!A0")), "x"))
    rows = csv.reader(io.StringIO(saved(page, "Claims as CSV").decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_keyboard_alone_reaches_everything(page: Page) -> None:
    stops = []
    for _ in range(70):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.name"))
    assert {"search", "tab-graph", "filter", "save", "person", "asserted", "detail", "vis-network", "nearer", "from", "to"} <= set(stops)
    page.focus("#tab-graph")
    page.keyboard.press("ArrowRight")
    assert page.is_visible("#view-timeline")
    assert page.evaluate("document.activeElement.id") == "tab-timeline"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # past Filter and Save, into the page
    assert page.evaluate("document.activeElement.id") == "view-timeline"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Close"
    page.keyboard.press("Escape")
    assert heading(page) == "Who did what, according to whom"


def test_on_a_narrow_screen_everything_is_there(show: Open, text: str) -> None:
    page = show(text, viewport={"width": 390, "height": 844}, has_touch=True)
    for tab in ("timeline", "conflicts", "sources", "table", "graph"):
        page.tap(f"#tab-{tab}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    find(page, "Viktor Hale")
    box = page.locator("#panel").bounding_box()
    assert box
    assert box["height"] > 200
    assert page.evaluate("document.querySelector('#network').clientHeight") > 100


def test_what_the_page_lays_out_is_the_same_each_time_and_keeps_what_stands(page: Page) -> None:
    script = """() => {
      const widths = Array.from({ length: 60 }, (_, node) => 40 + (node % 5) * 20);
      const edges = widths.map((_, node) => [node, Math.floor(node / 3)]);
      return [arrange(widths, edges), arrange(widths, edges), arrange(widths, edges, new Map([[0, [7, 9]], [1, [300, 40]]]))];
    }"""
    first, second, kept = page.evaluate(script)
    assert first == second
    assert kept[:2] == [[7, 9], [300, 40]]
    close = [1 for a in range(60) for b in range(a) if abs(first[a][0] - first[b][0]) < 20 and abs(first[a][1] - first[b][1]) < 12]
    assert not close


def test_communities_are_those_that_hang_together(page: Page) -> None:
    script = """() => {
      const clique = (from, to) => Array.from({ length: to - from }, (_, a) => Array.from({ length: a }, (_, b) => [from + a, from + b, 1])).flat();
      return communities(11, [...clique(0, 5), ...clique(5, 11), [0, 5, 1]]);
    }"""
    assert page.evaluate(script) == [1] * 5 + [0] * 6
