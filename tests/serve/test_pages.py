"""Pages for people and data for programs, of everything in the graph; every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
import rdflib
from pyoxigraph import NamedNode

from kg.serve import things
from kg.serve.places import Places
from kg.serve.site import Site
from kg.serve.tasks import Page
from kg.views.evidence import all_claims, read_evidence
from kg.vocab import KG, PREFIXES, RDF
from tests.graphs import graph, opened
from tests.serve.conftest import Server, serving

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BASE = "urn:newskg:"


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value is not None]


def of_kind(output: Path, kind: str) -> list[str]:
    """Paths of things of a class."""
    found = opened(output).quads_for_pattern(None, NamedNode(RDF.type), NamedNode(kind), None)
    return sorted(quad.subject.value.removeprefix(BASE) for quad in found)  # type: ignore[union-attr]


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


KINDS = (KG.Entity, KG.Event, KG.Claim, KG.Conflict, KG.Proposition, KG.Quantity, KG.Attribution)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_has_a_page(server: Server, output: Path, kind: str) -> None:
    paths = of_kind(output, kind)
    assert paths
    for path in paths[:5]:
        reply = server.get(f"/{quote(path)}", Accept=BROWSER)
        assert (reply.status, reply.media_type) == (200, "text/html"), path
        assert f"{BASE}{path}" in unescape(reply.text)


def test_a_claim_shows_its_words_who_says_so_and_how_sure(server: Server, output: Path) -> None:
    for one in read_evidence(opened(output), all_claims(opened(output))):
        page = words(server.get(f"/{quote(one.claim.removeprefix(BASE))}", Accept=BROWSER).text)
        assert one.sentence in page
        assert f"{one.confidence * 100:.0f} %" in page
        assert all(speaker.label in page for speaker in one.speakers)


def test_a_sentence_stands_where_its_iri_leads(server: Server) -> None:
    page = server.get("/document/courier", Accept=BROWSER).text
    places = re.findall(r'id="(char=\d+,\d+)"', page)
    assert places
    assert len(places) == len(set(places))
    claim = server.get("/document/courier/claim/c1", Accept=BROWSER).text
    assert any(f'href="../../../document/courier#{place}"' in claim for place in places)


def test_what_is_alleged_is_worded_so(server: Server) -> None:
    page = words(server.get("/entity/ardent-group", Accept=BROWSER).text)
    assert "alleged by Prosecutors: " in page
    assert "What is disputed" in page


@pytest.mark.parametrize(
    ("suffix", "accept", "form"),
    [
        (".ttl", "text/turtle", "turtle"),
        (".nt", "application/n-triples", "nt"),
        (".jsonld", "application/ld+json", "json-ld"),
        (".rdf", "application/rdf+xml", "xml"),
    ],
)
def test_data_by_suffix_and_by_negotiation(server: Server, suffix: str, accept: str, form: str) -> None:
    by_suffix = server.get(f"/entity/ana-ruiz{suffix}", Accept=BROWSER)
    negotiated = server.get("/entity/ana-ruiz", Accept=accept)
    assert by_suffix.media_type == negotiated.media_type == accept
    assert by_suffix.body == negotiated.body
    data = rdflib.Graph().parse(data=by_suffix.text, format=form)
    me = rdflib.URIRef(f"{BASE}entity/ana-ruiz")
    assert (me, rdflib.RDFS.label, rdflib.Literal("Ana Ruiz")) in data
    assert set(data.subjects(None, me))  # what others say of it


def test_a_program_that_wants_nothing_special_gets_data(server: Server) -> None:
    assert server.get("/entity/ana-ruiz").media_type == "text/turtle"
    assert server.get("/entity/ana-ruiz", Accept="image/png").status == 406


def test_the_data_of_a_claim_holds_its_words(server: Server) -> None:
    data = rdflib.Graph().parse(data=server.get("/document/courier/claim/c1.ttl").text, format="turtle")
    assert any(
        "Ardent Group" in str(words)
        for words in data.objects(None, rdflib.URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf"))
    )


def test_terms_of_other_vocabularies_have_pages(server: Server) -> None:
    reply = server.get(f"/about?iri={quote(KG.agent, safe='')}", Accept=BROWSER)
    assert (reply.status, reply.media_type) == (200, "text/html")
    kind = words(server.get(f"/about?iri={quote(KG['Acquisition'], safe='')}", Accept=BROWSER).text)
    assert "Buying a company, a stake or an asset." in kind  # as the ontology says


@pytest.mark.parametrize(
    "path", ["/entity/nobody", "/nothing", "/about?iri=no+iri", "/about", "/entity/", "/..%2f..%2fetc/passwd", "/static/../site.py", "/static/no.css"]
)
def test_what_is_not_there(server: Server, path: str) -> None:
    assert server.get(path, Accept=BROWSER).status == 404


def crawl(server: Server, most: int) -> Iterator[tuple[str, str]]:
    """Pages from the start on, each once."""
    ahead, seen = [f"{server.url}/"], {f"{server.url}/"}
    while ahead and most:
        most -= 1
        url = ahead.pop(len(ahead) * most % 7 if len(ahead) > 7 else 0)
        reply = server.get(url.removeprefix(server.url), Accept=BROWSER)
        assert reply.status in (200, 303), url
        yield url, reply.text
        if reply.media_type == "text/html" and not url.endswith("graph.html"):
            new = {urljoin(url, link).partition("#")[0] for link in Links(reply.text).found if not link.startswith("data:")} - seen
            local = sorted(link for link in new if urlsplit(link).netloc == urlsplit(server.url).netloc and not link.endswith("/graph.html"))
            seen.update(local)
            ahead += local


def test_whom_very_many_claims_speak_of_has_the_newest_ones(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(things, "MOST_CLAIMS", 3)
    page = words(Site(opened(output)).answer(Page("entity/ardent-group", "../", BROWSER)).body.decode())
    assert re.search(r"The newest \d+ of \d+ claims", page)
    assert page.index("herald") < page.index("courier")
    assert "alleged by Prosecutors: " in page


def test_what_very_many_claims_tell_has_the_newest_ones(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(output)
    query = "SELECT ?event (COUNT(?claim) AS ?n) { ?claim kg:about ?event ; a kg:Claim } GROUP BY ?event ORDER BY DESC(?n) LIMIT 1"
    ((event, total),) = store.query(query, prefixes=PREFIXES)  # type: ignore[misc]
    path = event.value.removeprefix("urn:newskg:")
    whole = words(Site(store).answer(Page(path, "../", BROWSER)).body.decode())
    monkeypatch.setattr(things, "MOST_CLAIMS", 2)
    monkeypatch.setattr(things, "_NEWEST", 2)
    page = words(Site(store).answer(Page(path, "../", BROWSER)).body.decode())
    assert int(total.value) > 2
    assert f"The newest 2 of {total.value} claims" in page
    told = re.compile(r"Told in \d+ documents?, \d+ independent origins?")
    assert told.findall(page) == told.findall(whole) != []
    assert "herald" in page


@pytest.mark.slow
def test_every_link_leads_somewhere(server: Server) -> None:
    assert len(list(crawl(server, 150))) == 150


def test_lists_and_search(server: Server) -> None:
    assert "Ana Ruiz" in server.get("/entities", Accept=BROWSER).text
    assert "2025-06-01" in server.get("/events", Accept=BROWSER).text
    assert "Courier of 2025-06-03" in server.get("/documents", Accept=BROWSER).text
    assert "2025-06-02" in server.get("/conflicts?kind=date", Accept=BROWSER).text
    found = words(server.get("/search?q=ruiz", Accept=BROWSER).text)
    assert "Ana Ruiz person" in found
    assert "“President Ana Ruiz visited Lima in early May.”" in found
    assert server.get("/search?q=%22%5C%7D+%7B", Accept=BROWSER).status == 200


def test_articles_cannot_write_pages(tmp_path: Path) -> None:
    hostile = {"<b>x": ("2025-06-03", '<script>alert("1")</script>', "Ana Ruiz founded a bank in Lima.")}
    with serving(graph(tmp_path / "output", hostile), "--workers", "1") as server:
        for path in ("/", "/documents", "/document/%3Cb%3Ex", "/entities", "/search?q=%3Cscript%3E", "/query?query=%3C/textarea%3E%3Cscript%3E"):
            reply = server.get(path, Accept=BROWSER)
            assert "<script>" not in reply.text, path
            assert "<b>x" not in reply.text
            assert "script-src 'self'" in reply.headers["content-security-policy"]
        assert server.get("/document/%3Cb%3Ex", Accept=BROWSER).status == 200


def test_the_base_iri_is_the_start_of_the_site() -> None:
    places = Places("https://example.org/kg/", "../../")
    iri = "https://example.org/kg/document/caf\u00e9%20x/claim/c1"
    assert places.href(iri) == "../../document/caf%C3%A9%20x/claim/c1"
    assert places.iri("document/caf%C3%A9%20x/claim/c1") == iri
    assert places.href("urn:other:a b#c") == "../../about?iri=urn%3Aother%3Aa%20b%23c"
    assert places.data(f"{iri}#char=1,2", ".ttl") == "../../document/caf%C3%A9%20x/claim/c1.ttl"
