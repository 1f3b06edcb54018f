"""Pages opened in a headless Chromium with the network watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.export import html
from kg.rdf.terms import statement
from tests.export.pages import store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def text() -> str:
    """The page of the small sample graph."""
    return html.render(map(statement, store()), "Dock strike")


@pytest.fixture(scope="session")
def seeds_text(seeds_build: Path) -> str:
    """The page of the sample articles."""
    return (seeds_build / "graph.html").read_text(encoding="utf-8")


@pytest.fixture
def trouble() -> Iterator[list[str]]:
    """What the page complained of or asked the network for: nothing, at the end of each test."""
    seen: list[str] = []
    yield seen
    assert seen == []


@pytest.fixture
def show(browser: Browser, tmp_path: Path, trouble: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a page from its text, offline and watched; ``hash`` is the part of its address after ``#``."""
    contexts = []

    def show(text: str, hash: str = "", **options: Any) -> Page:
        file = tmp_path / "graph.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        standard: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", "offline": True}
        context = browser.new_context(**(standard | options))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else trouble.append(request.url))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.goto(f"{file.as_uri()}{'#' if hash else ''}{hash}")
        page.wait_for_selector("#network canvas", state="attached")
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.fixture
def page(show: Callable[..., Page], text: str) -> Page:
    """The page of the small sample graph, opened."""
    return show(text)
