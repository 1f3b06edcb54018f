"""The picture on the site of ``kg serve``: it links to the other pages, and they to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.serve.places import Places
from tests.serve.conftest import Server
from tests.serve.test_pages import BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def page(server: Server, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{server.url}/graph.html")
    page.wait_for_selector("#panel h2")
    yield page
    page.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["newskg", "Entities", "Events", "Documents", "Conflicts", "Query"])
def test_the_site_is_a_click_away(page: Page, name: str) -> None:
    page.click(f"nav >> text={name}")
    page.wait_for_selector(f"header nav a:text-is('{name}')")
    page.click("nav >> text=Picture")
    page.wait_for_selector("#panel h2")


@pytest.mark.slow
def test_what_is_picked_has_its_page_and_its_page_leads_back(page: Page) -> None:
    page.fill("#search", "Ana Ruiz")
    page.keyboard.press("Enter")
    page.click("#panel > .tools >> text=Page")
    page.wait_for_selector("h1:text-is('Ana Ruiz')")
    page.click("main >> text=in the picture")
    page.wait_for_selector("#panel h2 bdi:text-is('Ana Ruiz')")


@pytest.mark.slow
def test_a_claim_has_its_page(page: Page) -> None:
    page.fill("#search", "Ana Ruiz")
    page.keyboard.press("Enter")
    words = page.locator("#panel .claim blockquote").first.inner_text()
    page.click("#panel .claim .tools >> text=Page")
    page.wait_for_selector("main .over:text-is('One claim, as one sentence tells it')")
    assert words in page.inner_text("main")


@pytest.mark.slow
def test_an_event_leads_to_the_picture(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/events")
    page.locator("main li a, main td a, main .item a").first.click()
    label = page.inner_text("h1")
    page.click("main >> text=in the picture")
    page.wait_for_selector("#panel h2")
    assert page.inner_text("#panel h2") == label


def test_an_address_of_the_picture_is_safe() -> None:
    assert Places("urn:newskg:").picture("urn:newskg:entity/a&b#c") == "./graph.html#pick=entity/a%26b%23c"


def test_the_file_itself_knows_of_no_site(server: Server, output: Path) -> None:
    reply = server.get("/graph.html", Accept=BROWSER)
    assert reply.media_type == "text/html"
    assert reply.text.replace(" data-served", "", 1) == (output / "graph.html").read_text(encoding="utf-8")
