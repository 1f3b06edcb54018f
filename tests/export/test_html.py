"""The page as text: whole in itself, closed against hostile articles, the same for the same graph, small."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from benchmarks.drawn import triples
from kg.errors import OutputError
from kg.export import html, layout, turtle, view_data, view_graph, view_picture
from kg.rdf import parts, quads
from kg.rdf.terms import statement
from kg.vocab import KG, NIF, PROV, RDF, RDFS, SCHEMA
from tests.export.pages import HOSTILE, SAMPLE, blocks_of, data_of, hostile_store, sources_of, store
from tests.worlds import LEXICON, RUN, harbour, many

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def page() -> str:
    return html.render(map(statement, store()), "Dock strike")


@pytest.fixture(scope="module")
def data(page: str) -> Any:
    return data_of(page)


class Elements(HTMLParser):
    """All start tags of a page with their attributes, and the text within scripts and styles that a browser runs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.sources: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.lasttag in ("script", "style") and "type" not in self.found[-1][1] and data.strip():
            self.sources.append((self.lasttag or "", data))


def test_a_page_that_is_made_in_parts_is_the_same(tmp_path: Path) -> None:
    made = html.Page()
    for _, statements in parts(many(3), LEXICON, RUN):
        made.add(statements)
    made.write(tmp_path / "parts.html")
    assert (tmp_path / "parts.html").read_text(encoding="utf-8") == html.render(quads(many(3), LEXICON, RUN))


def test_what_is_said_of_a_subject_in_several_parts_is_put_together() -> None:
    graph = view_graph.Graph([("urn:a", RDFS.label, "one"), ("urn:b", RDFS.label, "other"), ("urn:a", RDF.type, KG.Entity)])
    graph.add([("urn:a", RDF.type, SCHEMA.Person), ("urn:a", RDF.type, KG.Entity), ("urn:a", KG.about, "urn:b")])
    graph.end()
    assert dict(graph.rows["urn:a"].items()) == {RDFS.label: ("one",), RDF.type: (SCHEMA.Person, KG.Entity), KG.about: ("urn:b",)}
    assert graph.rows["urn:b"].get(RDF.type) == ()
    assert list(graph.all(KG.Entity)) == ["urn:a"]


def test_nothing_is_fetched(page: str) -> None:
    for tag, attributes in Elements(page).found:
        for name in ("src", "href", "action", "srcset", "data", "poster"):
            assert (attributes.get(name) or "data:,").startswith(("data:", "#")), (tag, attributes)
    assert "sourceMappingURL" not in page
    assert "@import" not in page
    assert "url(" not in (html._TEMPLATES / "view.css").read_text(encoding="utf-8")


def test_policy_names_exactly_the_sources_that_run(page: str) -> None:
    parsed = Elements(page)
    (policy,) = [found.get("content") or "" for tag, found in parsed.found if found.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'" for _, source in parsed.sources}
    assert hashes == set(re.findall(r"'sha256-[^']+'", policy))
    assert len(hashes) == 3  # the library, our script, our style


def test_no_element_has_a_handler_or_a_style(page: str) -> None:
    for tag, attributes in Elements(page).found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_stays_text(payload: str, page: str) -> None:
    attacked = html.render(map(statement, hostile_store(payload)), payload)
    assert [tag for tag, _ in Elements(attacked).found] == [tag for tag, _ in Elements(page).found]
    core, evidence = sources_of(attacked)
    assert not re.search("[<>&\u2028\u2029]", core)
    assert re.fullmatch("[A-Za-z0-9+/]+={0,2}", evidence)
    shown = data_of(attacked)
    assert any(view_graph.visible(payload) in item["label"] for item in shown["items"])
    assert not any(item.get("links") for item in shown["items"])
    assert {article[4] for article in shown["articles"]} == {""}


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_control_that_reorders_a_line_is_left(payload: str) -> None:
    attacked = html.render(map(statement, hostile_store(payload)), payload)
    controls = re.compile("[\u202a-\u202e\u2066-\u2069\x07]")
    assert not controls.search(attacked)
    assert not controls.search(json.dumps(blocks_of(attacked), ensure_ascii=False).replace("\\u0007", "\x07"))


@pytest.mark.parametrize(
    ("text", "seen"),
    [("a\u202eb", "a\ufffdb"), ("a\tb\r\nc", "a b  c"), ("\u200eשלום\u200f", "\u200eשלום\u200f"), ("👩‍🚒", "👩‍🚒"), ("plain", "plain")],
)
def test_visible_keeps_the_length(text: str, seen: str) -> None:
    assert view_graph.visible(text) == seen


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a?b=c&d=e", True), ("HTTP://example.org", True), ("javascript:alert(1)", False), ("data:text/html,x", False),
        ("//example.org", False), ("https://a b", False), ("https://a\\b", False), (" https://a", False), ("", False), ("https:evil", False),
    ],
)  # fmt: skip
def test_only_http_links(link: str, kept: bool) -> None:
    assert bool(view_graph.web(link)) == kept


def test_same_graph_same_bytes_whatever_the_seed_and_the_order(tmp_path: Path) -> None:
    script = (
        "import hashlib, random, sys, pyoxigraph\n"
        "from kg.export import html\n"
        "from kg.rdf.terms import statement\n"
        "quads = list(pyoxigraph.parse(path=sys.argv[1], format=pyoxigraph.RdfFormat.TURTLE))\n"
        "random.Random(int(sys.argv[2])).shuffle(quads)\n"
        "store = pyoxigraph.Store()\n"
        "for quad in quads: store.add(quad)\n"
        "print(hashlib.sha256(html.render(map(statement, store), 'x').encode()).hexdigest())\n"
    )
    digests = set()
    for seed in ("0", "1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", script, str(SAMPLE), seed],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            cwd=tmp_path, capture_output=True, text=True, check=True,
        )  # fmt: skip
        digests.add(run.stdout.strip())
    assert len(digests) == 1


def test_a_store_and_the_statements_it_was_made_from_give_the_same_page(tmp_path: Path) -> None:
    statements = turtle.write(quads(harbour(), LEXICON, RUN), tmp_path / "graph.ttl")
    loaded = pyoxigraph.Store()  # spells a confidence of 0.50 as 0.5
    loaded.load(path=tmp_path / "graph.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    assert html.render(statements) == html.render(map(statement, loaded))


def limit(nodes: int) -> float:
    """Bytes that a page may have, with a tenth of room."""
    return 0.9 * (1_500_000 + 1000 * nodes)


def test_size(page: str, data: Any) -> None:
    assert len(page.encode()) < limit(len(data["nodes"]))


def test_size_of_a_large_graph() -> None:
    page = html.render(triples(2000)[1])
    assert len(blocks_of(page)[0]["nodes"]) == 2000
    assert len(page.encode()) < limit(2000)


def test_large_graph_keeps_to_the_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "ROOM", 10)
    small = data_of(html.render(map(statement, store())))
    assert len(small["nodes"]) <= 10
    assert len([item for item in small["items"] if "claims" in item]) == 15
    assert small["leftOut"] > 0
    assert len(small["disagreements"]) == 2  # these are kept above all


def item(data: Any, label: str) -> Any:
    return next(item for item in data["items"] if item["label"] == label)


def test_evidence_has_its_words_its_source_and_how_sure_it_is(data: Any) -> None:
    claims = [data["claims"][place] for place in item(data, "dismissed two crane drivers")["claims"]]
    assert [(claim["by"], claim["modality"], claim["polarity"]) for claim in claims] == [
        (["Viktor Hale", "Harbour Post"], "actual", "negative"),
        ([], "actual", "positive"),
    ]
    article, sentence, _ = data["sentences"][claims[0]["sentence"]]
    assert sentence == "Meridian did not dismiss the men, Hale told the Harbour Post."
    assert [(sentence[begin:end], what) for begin, end, what in claims[0]["marks"]] == [
        ("Meridian", "part"), ("dismiss", "event"), ("the men", "part"), ("told", "cue"),
    ]  # fmt: skip
    assert data["articles"][article][1:5] == [
        "Port owner denies threatening crane drivers", "Harbour Post", "3 March 2026", "https://post.example/hale?id=7&from=home",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "sure", "by"),
    [
        ("threatened two crane drivers", {"alleged", "denied"}, {("Lena Ortiz",), ("Viktor Hale",)}),
        ("plans to meet", {"planned"}, {()}),
        ("may invoke the Emergency Labour Act", {"possible"}, {()}),
        ("funded the union", {"hypothetical"}, {("Viktor Hale",)}),
        ("halted grain exports", {"actual"}, {("Lena Ortiz",)}),
    ],
)
def test_how_sure_and_who_says_so(data: Any, label: str, sure: set[str], by: set[tuple[str, ...]]) -> None:
    claims = [data["claims"][place] for place in item(data, label)["claims"]]
    assert {claim["modality"] for claim in claims} == sure
    assert {tuple(claim["by"]) for claim in claims} == by


def test_a_lasting_relation_gathers_its_claims(data: Any) -> None:
    relation = next(item for item in data["items"] if item.get("verb") == "executive of")
    assert relation["kind"] == "relation"
    assert len(relation["claims"]) == 2
    assert relation["status"] == "asserted"


@pytest.mark.parametrize(
    ("label", "types"),
    [("Velmora", ["city"]), ("Pier 4", ["facility"]), ("MV Calder Rose", ["vessel"]), ("Velmora City Court", ["government organization"])],
)
def test_types_are_the_narrowest(data: Any, label: str, types: list[str]) -> None:
    assert item(data, label)["types"] == types


def edges(data: Any, source: str, target: str) -> list[tuple[str, str]]:
    labels = {node["id"]: node["label"] for node in data["nodes"]}
    return [(edge["label"], edge["style"]) for edge in data["edges"] if (labels[edge["from"]], labels[edge["to"]]) == (source, target)]


@pytest.mark.parametrize(
    ("source", "target", "drawn"),
    [
        ("Meridian Ports", "Dockers' Union of Velmora", [("sued", "asserted")]),
        ("Meridian Ports", "Tomás Reyes", [("bribed", "open")]),
        ("Viktor Hale", "two crane drivers", [("threatened", "denied")]),
        ("Dockers' Union of Velmora", "grain exports", [("halted", "reported")]),
        ("a loading crane", "Pier 4", [("collapsed in", "asserted")]),
        ("Ministry of Transport", "collide with", [("investigated about", "asserted")]),
        ("collide with", "a tugboat", [("", "asserted")]),
        ("Meridian Ports", "dismissed", [("", "disputed")]),
        ("dismissed", "Pier 4", [("in", "disputed")]),
        ("Kestrian Coast Guard", "rescued", [("", "disputed")]),
    ],
)
def test_edges(data: Any, source: str, target: str, drawn: list[tuple[str, str]]) -> None:
    assert edges(data, source, target) == drawn


def test_what_has_one_participant_is_a_loose_end_and_comes_last(data: Any) -> None:
    loose = [node["loose"] for node in data["nodes"]]
    assert loose == sorted(loose)
    assert {node["label"] for node in data["nodes"] if node["loose"]} >= {"apologise", "Sample Wire"}
    assert 0 < data["first"] <= loose.index(True)


def test_the_first_view_is_placed_by_the_build_and_nothing_else_is(data: Any) -> None:
    assert [len(node["spot"]) for node in data["nodes"]] == [2] * data["first"] + [0] * (len(data["nodes"]) - data["first"])


def test_what_most_independent_sources_tell_is_in_the_first_view(data: Any) -> None:
    first = {node["label"] for node in data["nodes"][: data["first"]]}
    assert {"Meridian Ports", "Viktor Hale", "Dockers' Union of Velmora"} <= first
    assert "apologise" not in first


@pytest.mark.parametrize(
    ("label", "before", "after", "words"),
    [
        ("Hale has reached the port", "Hale", "port", "reached"),
        ("Hale did not dismiss the men", "Hale", "men", "did not dismiss"),
        ("Hale carried out three strikes on ships", "Hale", "", "carried out three strikes on ships"),
        ("the port was reached", "Hale", "port", "reach"),
        ("Hale", "Hale", "", "reach"),
        ("", "", "", "reach"),
    ],
)
def test_caption(label: str, before: str, after: str, words: str) -> None:
    assert view_picture.caption(view_data.Happening("x", label, "reach", "asserted", ()), before, after) == words


PRAISE = """
@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix entity: <urn:newskg:entity/> . @prefix event: <urn:newskg:event/> .
event:praise a kg:Event ; kg:lemma "praise" ; kg:status kg:asserted ; kg:agent entity:meridian-ports ; kg:patient entity:dockers-union .
<urn:newskg:document/harbour-strike/claim/c99> a kg:Claim ; kg:about event:praise ; prov:wasQuotedFrom <SENTENCE> ;
  rdf:subject entity:meridian-ports ; rdf:predicate <urn:newskg:relation/praise> ; rdf:object entity:dockers-union .
"""


def test_edges_that_say_different_things_are_not_one() -> None:
    graph = store()
    sentence = next(graph.quads_for_pattern(None, pyoxigraph.NamedNode(PROV.wasQuotedFrom), None, None)).object
    graph.load(PRAISE.replace("<SENTENCE>", str(sentence)).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    data = data_of(html.render(map(statement, graph)))
    assert edges(data, "Meridian Ports", "Dockers' Union of Velmora") == [("praise", "asserted"), ("sued", "asserted")]


def test_disagreements_have_their_sides(data: Any) -> None:
    sentence = {place: data["sentences"][claim["sentence"]][1] for place, claim in enumerate(data["claims"])}
    found = {kind: [[sentence[claim] for claim in side] for side in sides] for kind, _, sides in data["disagreements"]}
    assert set(found) == {"number", "polarity"}
    assert found["number"] == [
        ["The Kestrian Coast Guard rescued four sailors from the gulf."],
        ["The coast guard rescued six sailors after the collision, the ministry reported. [2]"],
    ]


def test_marks_count_as_a_browser_does() -> None:
    graph = store()
    for quad in list(graph.quads_for_pattern(None, pyoxigraph.NamedNode(NIF.anchorOf), None, None)):
        graph.remove(quad)  # the first letter becomes a character of two UTF-16 units
        graph.add(pyoxigraph.Quad(quad.subject, quad.predicate, pyoxigraph.Literal("\U0001f6a2" + quad.object.value[1:])))  # type: ignore[union-attr]
    data = data_of(html.render(map(statement, graph)))
    for place in item(data, "halted grain exports")["claims"]:
        claim = data["claims"][place]
        text = data["sentences"][claim["sentence"]][1].encode("utf-16-le")
        words = [text[2 * begin : 2 * end].decode("utf-16-le") for begin, end, _ in claim["marks"]]
        assert words == ["the union", "said", "halted", "grain exports"]


def test_an_empty_graph_gives_a_page() -> None:
    assert data_of(html.render(map(statement, pyoxigraph.Store())))["nodes"] == []


def test_write_is_whole_or_absent(tmp_path: Path) -> None:
    target = tmp_path / "graph.html"
    html.write(map(statement, store()), target, "Dock strike")
    assert target.read_bytes() == html.render(map(statement, store()), "Dock strike").encode()
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(OutputError, match=r"graph\.html cannot be written"):
        html.write(map(statement, store()), tmp_path / "absent" / "graph.html")


def boxes(widths: list[float], spots: list[layout.Point]) -> list[tuple[float, float, float]]:
    return [(x, y, width) for width, (x, y) in zip(widths, spots, strict=True)]


@pytest.mark.parametrize("count", [0, 1, 2, 30, 100])
def test_layout_keeps_labels_of_the_first_view_apart(count: int) -> None:
    widths = [60.0 + node % 7 * 20 for node in range(count)]
    spots = layout.place(widths, [(node, node // 3) for node in range(1, count)])
    placed = boxes(widths, spots)
    clashes = [(a, b) for a in range(count) for b in range(a) if abs(placed[a][0] - placed[b][0]) < 20 and abs(placed[a][1] - placed[b][1]) < 12]
    assert not clashes
    assert spots == layout.place(widths, [(node, node // 3) for node in range(1, count)])


def test_layout_keeps_components_apart() -> None:
    spots = layout.place([50.0] * 40, [(node, node - node % 4) for node in range(40)])
    assert len(set(spots)) == 40
    boxes = [(min(part), max(part)) for part in (spots[start : start + 4] for start in range(0, 40, 4))]
    assert len(set(boxes)) == 10


@pytest.mark.parametrize(
    ("text", "limit", "seen"),
    [("short", 10, "short"), ("an oil tanker in port", 14, "an oil tanker…"), ("x" * 40, 10, "xxxxxxxxx…"), ("two\n lines", 20, "two lines")],
)
def test_short(text: str, limit: int, seen: str) -> None:
    assert view_picture.short(text, limit) == seen
