"""A headless Chromium for the tests of the page, and pages opened in it with the network watched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="the test extra is not installed: no playwright")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
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
