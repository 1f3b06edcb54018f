"""The cases of the SPARQL 1.1 Protocol against the running server: where a query may stand, what is given back, what is refused."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import pytest
import rdflib

from tests.serve.conftest import Server

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
SELECT, ASK = "SELECT ?who { ?who rdfs:label 'Ana Ruiz' }", "ASK {}"
CONSTRUCT, DESCRIBE = "CONSTRUCT { ?s a ?o } { ?s a ?o }", "DESCRIBE <urn:newskg:entity/ana-ruiz>"


def form(**pairs: str) -> bytes:
    return urlencode(pairs).encode()


def test_get(server: Server) -> None:
    reply = server.get(f"/sparql?{urlencode({'query': SELECT})}", Accept="application/sparql-results+json")
    assert reply.status == 200
    assert [row["who"]["value"] for row in json.loads(reply.body)["results"]["bindings"]] == ["urn:newskg:entity/ana-ruiz"]


def test_post_of_a_form(server: Server) -> None:
    reply = server.send("POST", "/sparql", form(query=ASK), {"Content-Type": FORM, "Accept": "application/sparql-results+json"})
    assert (reply.status, json.loads(reply.body)["boolean"]) == (200, True)


@pytest.mark.parametrize("content_type", [QUERY, f"{QUERY}; charset=UTF-8"])
def test_post_of_the_query(server: Server, content_type: str) -> None:
    reply = server.send("POST", "/sparql", 'ASK { FILTER ("é" = "\\u00E9") }'.encode(), {"Content-Type": content_type, "Accept": "text/csv"})
    assert (reply.status, reply.text) == (200, "true")


def test_head(server: Server) -> None:
    reply = server.send("HEAD", f"/sparql?{urlencode({'query': ASK})}", headers={"Accept": "text/csv"})
    assert (reply.status, reply.media_type, reply.body) == (200, "text/csv", b"")


@pytest.mark.parametrize(
    ("query", "accept", "given"),
    [
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "application/xml", "application/xml"),
        (SELECT, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "text/turtle, text/csv;q=0.1", "text/csv"),
        (SELECT, "text/*", "text/csv"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ASK, "application/json", "application/json"),
        (CONSTRUCT, "", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (DESCRIBE, "text/turtle;q=0.2, application/ld+json;q=0.3", "application/ld+json"),
        (DESCRIBE, "application/sparql-results+json, */*;q=0.1", "text/turtle"),
    ],
)
def test_negotiation(server: Server, query: str, accept: str, given: str) -> None:
    reply = server.ask(query, accept)
    assert (reply.status, reply.media_type) == (200, given)
    assert "Accept" in reply.headers["vary"]


@pytest.mark.parametrize(("accept", "form"), [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml"),
                                              ("application/ld+json", "json-ld")])  # fmt: skip
def test_a_graph_is_the_same_in_every_format(server: Server, accept: str, form: str) -> None:
    graph = rdflib.Graph().parse(data=server.ask(CONSTRUCT, accept).text, format=form)
    whole = rdflib.Graph().parse(data=server.ask(CONSTRUCT, "application/n-triples").text, format="nt")
    assert len(graph) > 100
    assert set(graph) == set(whole)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("csv", "text/csv"),
        ("json", "application/sparql-results+json"),
        ("xml", "application/sparql-results+xml"),
        ("turtle", "application/sparql-results+json"),
    ],
)
def test_a_format_by_its_name(server: Server, name: str, given: str) -> None:
    assert server.get(f"/sparql?{urlencode({'query': SELECT, 'format': name})}").media_type == given


@pytest.mark.parametrize(("query", "accept"), [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (ASK, "image/png"), (SELECT, "text/csv;q=0")])
def test_what_cannot_be_given(server: Server, query: str, accept: str) -> None:
    reply = server.ask(query, accept)
    assert reply.status == 406
    assert "to be had as" in reply.text


@pytest.mark.parametrize(
    "query", ["SELEKT * {}", "SELECT ?x {", "", "INSERT DATA { <urn:a> <urn:b> 1 }", "PREFIX a: <urn:a> # x\nLOAD <file:///etc/passwd>"]
)
def test_no_query(server: Server, query: str) -> None:
    assert server.ask(query).status == 400


@pytest.mark.parametrize("query", ["SELECT * FROM <http://127.0.0.1:9/> {}", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }", "ASK FROM <file:a> {}"])
def test_nothing_outside(server: Server, query: str) -> None:
    reply = server.ask(query)
    assert reply.status == 400
    assert "outside the graph" in reply.text


@pytest.mark.parametrize(
    ("method", "path", "body", "content_type", "status"),
    [
        ("PUT", "/sparql?query=ASK%7B%7D", b"", "", 405),
        ("DELETE", "/sparql", b"", "", 405),
        ("PATCH", "/sparql", form(query=ASK), FORM, 405),
        ("POST", "/sparql", b"", FORM, 400),
        ("POST", "/sparql", form(x="y"), FORM, 400),
        ("POST", "/sparql", form(query=ASK) + b"&" + form(query=ASK), FORM, 400),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", b"", "", 400),
        ("POST", "/sparql?query=ASK%7B%7D", ASK.encode(), QUERY, 400),
        ("POST", "/sparql", ASK.encode(), "text/plain", 415),
        ("POST", "/sparql", ASK.encode(), "", 415),
        ("POST", "/sparql", ASK.encode("utf-16"), f"{QUERY}; charset=UTF-16", 415),
        ("POST", "/sparql", b"ASK { FILTER ('\xff') }", QUERY, 400),
        ("GET", "/sparql?query=%FF", b"", "", 400),
        ("POST", "/sparql", b"query=%FF", FORM, 400),
        ("POST", "/sparql", b"INSERT DATA {}", "application/sparql-update", 403),
        ("POST", "/sparql", form(update="CLEAR ALL"), FORM, 403),
        ("GET", "/sparql?update=CLEAR%20ALL", b"", "", 403),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=http%3A%2F%2Fa%2F", b"", "", 400),
        ("POST", "/sparql?named-graph-uri=file%3A%2F%2F%2Fetc%2Fpasswd", ASK.encode(), QUERY, 400),
        ("POST", "/sparql", b"#" * 4_000_001, QUERY, 413),
    ],
)  # fmt: skip
def test_refusals(server: Server, method: str, path: str, body: bytes, content_type: str, status: int) -> None:
    reply = server.send(method, path, body, {"Content-Type": content_type} if content_type else {})
    assert reply.status == status
    assert len(reply.text.splitlines()) == 1
    if status == 405:
        assert {"GET", "POST"} <= set(reply.headers["allow"].split(", "))


def test_the_service_is_described(server: Server) -> None:
    reply = server.get("/sparql", Accept="text/turtle")
    described = rdflib.Graph().parse(data=reply.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (rdflib.URIRef(f"{server.url}/sparql"), sd.supportedLanguage, sd.SPARQL11Query) in described
    assert server.get("/sparql", Accept="image/png").status == 406


def test_a_browser_is_led_to_the_query_page(server: Server) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert server.get("/sparql", Accept=browser).headers["location"] == "query"
    assert server.get(f"/sparql?query={quote(ASK)}", Accept=browser).headers["location"] == f"query?query={quote(ASK, safe='')}"


@pytest.mark.parametrize(("origin", "allowed"), [("http://localhost:3000", True), ("http://127.0.0.1", True), ("https://example.org", False),
                                                 ("http://localhost.example.org", False), ("null", False)])  # fmt: skip
def test_scripts_of_this_machine_alone_may_read(server: Server, origin: str, allowed: bool) -> None:
    reply = server.get("/sparql?query=ASK%7B%7D", Origin=origin)
    assert (reply.headers.get("access-control-allow-origin") == origin) == allowed
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert (server.send("OPTIONS", "/sparql", headers=asked).status == 200) == allowed


def test_another_name_is_refused(server: Server) -> None:
    assert server.get("/sparql?query=ASK%7B%7D", Host="rebound.example.org").status == 421
    assert server.get("/healthz", Host="localhost:1").status == 200


def test_health(server: Server) -> None:
    reply = server.get("/healthz")
    assert (reply.status, json.loads(reply.body)["status"]) == (200, "ok")


def test_a_format_that_does_not_exist_is_refused(server: Server) -> None:
    reply = server.get(f"/sparql?{urlencode({'query': ASK, 'format': 'bogus'})}", Accept="*/*")
    assert reply.status == 400
    assert "no format 'bogus'" in reply.text
    assert server.get(f"/sparql?{urlencode({'query': ASK, 'format': 'csv'})}", Accept="*/*").text == "true"


@pytest.mark.parametrize(("path", "accept"), [("/entity/nobody.ttl", "text/html"), ("/entity/nobody", "text/turtle")])
def test_what_is_not_there_is_told_to_programs_in_plain_text(server: Server, path: str, accept: str) -> None:
    reply = server.get(path, Accept=accept)
    assert (reply.status, reply.headers["content-type"].partition(";")[0]) == (404, "text/plain")
