"""Ten questions of an editor to the page of the sample articles, each answered with at most three clicks. ``docs/view.md`` has the same ten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
Open = Callable[..., "Page"]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "view.md"


class Reader:
    """An editor at the page: each click, and each choice in a list, counts; typing and scrolling do not."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, selector: str) -> None:
        self.clicks += 1
        self.page.locator(selector).first.click()

    def choose(self, name: str, value: str) -> None:
        self.clicks += 1
        self.page.select_option(f"#filters select[name={name}]", value)

    def find(self, words: str) -> None:
        """Type, and click the first hit."""
        self.page.fill("#search", words)
        self.click("#hits li")

    @property
    def panel(self) -> str:
        return self.page.inner_text("#panel")

    def view(self, name: str) -> str:
        return self.page.inner_text(f"#view-{name}")


def who_struck(reader: Reader) -> None:
    reader.click("#panel h3:has-text('Told by most sources') + ul button:has-text('drone strike')")
    assert "Central Intelligence Agency" in reader.page.inner_text("#panel dl")
    assert "Said by sources familiar with the" in reader.panel


def disagree(reader: Reader) -> None:
    reader.click("#tab-conflicts")
    assert reader.page.locator("#view-conflicts .conflict").count() >= 1
    assert reader.page.locator("#view-conflicts .conflict").first.locator("blockquote").count() >= 2


def that_day(reader: Reader) -> None:
    reader.click("#tab-timeline")
    reader.click("#view-timeline .day:has(h3:text-is('10 December 2025')) .pick")
    assert "tanker" in reader.page.inner_text("#panel h2")
    assert "10 December 2025" in reader.panel
    assert reader.page.locator("#panel blockquote", has_text="tanker").count() > 0


def numbers(reader: Reader) -> None:
    reader.click("#panel .list button:has-text('Different numbers')")
    first, second = reader.page.locator("#panel .sides section").all_inner_texts()
    assert "35" in first + second
    assert "30" in first + second


def quoted(reader: Reader) -> None:
    reader.find("Maduro")
    assert "What it is quoted for" in reader.panel
    assert "Said by Nicolás Maduro" in reader.panel


def matrix(reader: Reader) -> None:
    reader.click("#tab-sources")
    rows = reader.page.locator("#view-sources tbody tr", has_text="Central Intelligence Agency").all_inner_texts()
    assert any({"a"} & set(row.split()) for row in rows)


def alleged(reader: Reader) -> None:
    reader.click("#filter")
    reader.choose("status", "alleged")
    reader.click("#tab-table")
    stands = reader.page.locator("#view-table tbody .chip").all_inner_texts()
    assert stands
    assert set(stands) == {"alleged"}


def well_sourced(reader: Reader) -> None:
    reader.click("#filter")
    reader.choose("origins", "3")
    reader.click("#tab-table")
    sources = [int(text) for text in reader.page.locator("#view-table tbody td.number").all_inner_texts()]
    assert sources
    assert min(sources) >= 3


def connected(reader: Reader) -> None:
    reader.find("Chevron")
    reader.click("#panel >> text=Path to…")
    reader.find("Ramonet")
    assert reader.page.inner_text("#crumb").startswith("Shortest ways from")
    way = reader.page.evaluate("page.picture.scene.nodes.map(({ label }) => label)")
    assert {"Chevron", "Ignacio Ramonet"} <= set(way)


def one_article(reader: Reader) -> None:
    reader.click("#filter")
    reader.choose("article", "dock-strike-unverified")
    reader.click("#tab-table")
    assert reader.page.locator("#view-table tbody tr").count() > 10
    assert "dock-strike-unverified" in reader.page.inner_text("#narrow")


QUESTIONS = {
    "Who struck the dock, and who says so?": who_struck,
    "What did the sources disagree on?": disagree,
    "What happened on 10 December?": that_day,
    "How many strikes were there, according to whom?": numbers,
    "What is Nicolás Maduro quoted for?": quoted,
    "Which article says itself that the CIA struck, and which only reports it?": matrix,
    "What is only alleged?": alleged,
    "What do at least three independent sources tell?": well_sourced,
    "How is Chevron connected with Ignacio Ramonet?": connected,
    "What does one article tell, and nothing else?": one_article,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_answered_in_three_clicks(show: Open, seeds_text: str, question: str) -> None:
    reader = Reader(show(seeds_text))
    QUESTIONS[question](reader)
    assert reader.clicks <= 3


def test_the_guide_has_the_same_questions() -> None:
    asked = [line.removeprefix("### ") for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("### ") and line.endswith("?")]
    assert [question for number, question in (line.split(" ", 1) for line in asked)] == list(QUESTIONS)
