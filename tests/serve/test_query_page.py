"""The query page: without any script, and with it in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from kg.query import saved_queries
from tests.serve.conftest import Server
from tests.serve.test_pages import BROWSER, words

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def page(server: Server, **values: str) -> str:
    reply = server.get(f"/query?{urlencode(values)}", Accept=BROWSER)
    assert reply.status == 200
    return reply.text


@pytest.mark.slow
@pytest.mark.parametrize("name", [query.name for query in saved_queries()])
def test_every_saved_query_is_a_click_away(server: Server, name: str) -> None:
    assert f'href="./query?saved={name}"' in server.get("/queries", Accept=BROWSER).text
    assert "row" in words(page(server, saved=name)).partition("as CSV")[0]


def test_parameters_have_a_form_and_are_bound(server: Server) -> None:
    shown = page(server, saved="claims-about", who='Ruiz" } #')
    assert 'name="who" value="Ruiz&#34; } #"' in shown
    assert "0 rows" in words(shown)
    assert "Ana Ruiz" in words(page(server, saved="claims-about", who="ruiz"))


def test_the_kinds_of_result(server: Server) -> None:
    assert 'href="./entity/ana-ruiz"' in page(server, query="SELECT ?who { ?who rdfs:label 'Ana Ruiz' }")
    assert "yes" in words(page(server, query="ASK {}"))
    assert "kg:Claim" in words(page(server, query="CONSTRUCT { ?c a kg:Claim } { ?c a kg:Claim } LIMIT 3"))
    assert "The first 1,000 rows of more" in words(page(server, query="SELECT * { ?s ?p ?o }"))


@pytest.mark.parametrize(("query", "told"), [("SELECT * {", "broken at line 1"), ("SELECT * { SERVICE <http://a/> {} }", "outside the graph")])
def test_a_broken_query_stays_in_the_editor(server: Server, query: str, told: str) -> None:
    reply = server.get(f"/query?{urlencode({'query': query})}", Accept=BROWSER)
    assert reply.status == 400
    assert told in words(reply.text)
    assert query in words(reply.text)


def test_no_file_is_a_saved_query(server: Server) -> None:
    assert server.get("/query?saved=ontology/queries/denials.rq", Accept=BROWSER).status == 400


@pytest.mark.slow
def test_in_a_browser(server: Server, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 380, "height": 700})
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((server.url, "data:")) else heard.append(request.url))
    page.goto(f"{server.url}/query")
    assert page.locator(".paper pre .k").count() > 3  # the words of SPARQL are coloured
    page.fill("#query", "SELECT ?name { ?who rdfs:label ?name FILTER (?name = 'Ana Ruiz') }")
    page.press("#query", "Control+Enter")
    page.wait_for_selector("td")
    assert page.inner_text("td") == "Ana Ruiz"
    page.select_option("#saved", "claims-about")
    page.wait_for_selector("input[name=who]")
    for path in ("", "entities", "entity/ana-ruiz", "conflicts", "document/courier", "document/courier/claim/c1", "queries"):
        page.goto(f"{server.url}/{path}")
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), path
    context.close()
    assert heard == []
