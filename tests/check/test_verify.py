"""A proof is worth what it refuses: each way to tamper with a build is found and named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.check.verify import Mismatch, verify
from kg.errors import OutputError
from kg.export import turtle
from kg.ids import segment
from kg.model import World
from kg.rdf import quads
from kg.resolve import resolve
from tests.parses import lexicon
from tests.resolve.test_happenings import told
from tests.worlds import HOSTILE, LEXICON, RUN, Draft, harbour, hostile, sha256, world


def build(given: World, folder: Path, keep_text: bool = False, record: bool = False) -> Path:
    """What a build leaves behind, as far as the check goes: sources beside ``output/`` with the graph, the report and the kept texts."""
    output = folder / "output"
    (output / "texts").mkdir(parents=True)
    extractions, records = [], []
    for number, extraction in enumerate(given.extractions):
        document = extraction.document
        text = document.text.encode("utf-8", "surrogatepass")
        source = folder / (f"{number}.html" if keep_text else f"{number}.txt")
        source.write_bytes(b"<p>" + text if keep_text else text)
        document = replace(document, source=str(source), sha256=sha256("<p>" + document.text) if keep_text else document.sha256)
        if keep_text:
            (output / "texts" / f"{segment(document.id)}.txt").write_bytes(text)
        if record:  # one of many in a file
            document = replace(document, sha256=document.text_sha256)
        extractions.append(replace(extraction, document=document))
        hashes = {"sha256": document.sha256, "textSha256": document.text_sha256}
        records.append({"id": document.id, "source": document.source, "keepText": keep_text} | hashes)
    turtle.write(quads(replace(given, extractions=tuple(extractions)), LEXICON, RUN), output / "graph.ttl")
    (output / "report.json").write_text(json.dumps({"documents": records}))
    return output


def edit(path: Path, pattern: str, new: str) -> None:
    """Replace the one match of a pattern."""
    text, count = re.subn(pattern, new, path.read_text("utf-8"), flags=re.DOTALL)
    assert count == 1, f"{count} matches of {pattern}"
    path.write_text(text, "utf-8")


def graph(pattern: str, new: str) -> Callable[[Path], None]:
    return lambda output: edit(output / "graph.ttl", pattern, new)


def report(pattern: str, new: str) -> Callable[[Path], None]:
    return lambda output: edit(output / "report.json", pattern, new)


def source(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda output: edit(output.parent / name, old, new)


def added(triple: str) -> Callable[[Path], None]:
    """One more triple."""

    def add(output: Path) -> None:
        with (output / "graph.ttl").open("a", encoding="utf-8") as file:
            file.write(re.sub(r"<(?=\w+/)", "<urn:newskg:", triple) + " .\n")

    return add


CLAIM = r"(<urn:newskg:document/wire-1/claim/c1> a .*?)"
TAMPERINGS = {
    "a source changed": (source("0.txt", "a dock", "a duck"), "wire-1", "SHA-256 of the file"),
    "a source changed, so its text": (source("0.txt", "a dock", "a duck"), "wire-1", "SHA-256 of the text"),
    "a source changed, so its quote": (source("0.txt", "a dock", "a duck"), "wire-1", "its words"),
    "a source gone": (lambda output: (output.parent / "1.txt").unlink(), "digest-1", "SHA-256 of the file"),
    "a text gone": (lambda output: (output.parent / "1.txt").unlink(), "digest-1", "the text that offsets speak of"),
    "the report's hash": (report(r'("wire-1".*?"textSha256": ")\w', r"\1_"), "wire-1", "SHA-256 of the text"),
    "the graph's hash": (graph(r'(<urn:newskg:document/wire-1> a .*?kg:sha256 ")\w', r"\1_"), "wire-1", "SHA-256 of the file"),
    "the words of a sentence": (graph(r'(#char=0,58> a .*?nif:anchorOf "Norland’s navy) struck', r"\1 sank"), "wire-1", "its words"),
    "the words of a mention": (graph(r'nif:anchorOf "a dock"', 'nif:anchorOf "the dock"'), "wire-1", "its words"),
    "the words of a cue": (graph(r'nif:anchorOf "said"', 'nif:anchorOf "claimed"'), "wire-1", "its words"),
    "an offset": (graph(r"(mention/22-28> a .*?nif:beginIndex) 22", r"\1 21"), "wire-1", "its words"),
    "an offset, against the IRI": (graph(r"(mention/22-28> a .*?nif:beginIndex) 22", r"\1 21"), "wire-1", "its IRI"),
    "offsets crossed": (graph(r"(mention/22-28> a .*?nif:endIndex) 28", r"\1 3"), "wire-1", "its offsets"),
    "an offset gone": (graph(r"(mention/22-28> a .*?)nif:endIndex 28 ;\s*", r"\1"), "wire-1", "its offsets"),
    "a mention without a document": (graph(r"(mention/22-28> a .*?nif:referenceContext) <[^>]*>", r"\1 <urn:elsewhere>"), "", "its document"),
    "a claim without a sentence": (graph(CLAIM + r"prov:wasQuotedFrom <[^>]*> ;\s*", r"\1"), "wire-1", "its sentence"),
    "a claim with another article's sentence": (
        graph(CLAIM + r"prov:wasQuotedFrom <[^>]*>", r"\1prov:wasQuotedFrom <urn:newskg:document/digest-1#char=0,44>"), "wire-1",
        "the document of its sentence",
    ),
    "a sentence that is a mention": (
        graph(CLAIM + r"prov:wasQuotedFrom <[^>]*>", r"\1prov:wasQuotedFrom <urn:newskg:document/wire-1/mention/22-28>"), "wire-1", "its sentence",
    ),
    "a role that no claim carries": (added("<event/strike-tarsk> kg:recipient <entity/tarsk>"), "", f"<{'https://w3id.org/newskg/ontology#recipient'}>"),
    "a place that no claim carries": (added("<event/kill-tarsk> sem:hasPlace <entity/tarsk>"), "", "<http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace>"),
    "a time that no claim carries": (added("<event/kill-tarsk> sem:hasTime <time/2025-12-03>"), "", "<http://semanticweb.cs.vu.nl/2009/11/sem/hasTime>"),
    "an actor that no claim carries": (added("<event/kill-tarsk> sem:hasActor <entity/norland>"), "", "<http://semanticweb.cs.vu.nl/2009/11/sem/hasActor>"),
    "a number that no claim carries": (
        added("<event/strike-tarsk> kg:quantity <document/wire-1/quantity/q1>"), "", "<https://w3id.org/newskg/ontology#quantity>",
    ),
    "a fact that is denied as well, but asserted by nobody": (
        added("<entity/norland> kg:struck <entity/a-dock-in-tarsk>"), "", "<https://w3id.org/newskg/ontology#struck>",
    ),
    "an open relation that no claim carries": (added("<entity/reuters> <relation/avoid> <entity/tarsk>"), "", "<urn:newskg:relation/avoid>"),
    "a claim turned into an allegation": (
        graph(r"(wire-1/claim/c4> a .*?kg:modality kg:)actual", r"\1alleged"), "", "<https://w3id.org/newskg/ontology#presidentOf>",
    ),
    "a claim put in somebody's mouth": (
        added("<document/wire-1/claim/c4> kg:attribution <document/wire-1/attribution/a1>"), "", "<https://w3id.org/newskg/ontology#presidentOf>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("given", [harbour(), *map(hostile, HOSTILE)], ids=["harbour", *map(ascii, HOSTILE)])
@pytest.mark.parametrize("keep_text", [False, True], ids=["plain", "kept"])
def test_an_honest_build_is_proved(given: World, keep_text: bool, tmp_path: Path) -> None:
    if not keep_text and "\ud800" in given.extractions[0].document.text:
        pytest.skip("no UTF-8 file holds a lone surrogate, so the reader keeps the text")
    assert verify(build(given, tmp_path, keep_text)) == []


@pytest.mark.parametrize(("tamper", "document", "what"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_found_and_named(tamper: Callable[[Path], None], document: str, what: str, tmp_path: Path) -> None:
    output = build(harbour(), tmp_path)
    tamper(output)
    assert (document, what) in {(mismatch.document, mismatch.what) for mismatch in verify(output)}


def test_a_mismatch_says_what_was_expected_and_found(tmp_path: Path) -> None:
    output = build(harbour(), tmp_path)
    graph('nif:anchorOf "a dock"', 'nif:anchorOf "the dock"')(output)
    assert verify(output) == [Mismatch("wire-1", "urn:newskg:document/wire-1/mention/22-28", "its words", "a dock", "the dock")]


def test_a_document_that_only_one_side_knows(tmp_path: Path) -> None:
    output = build(harbour(), tmp_path)
    records = json.loads((output / "report.json").read_text())
    records["documents"][0]["id"] = "stranger"
    (output / "report.json").write_text(json.dumps(records))
    assert {("stranger", "a document of the report"), ("wire-1", "a document of the graph")} <= {(m.document, m.what) for m in verify(output)}


def test_a_kept_text_that_changed(tmp_path: Path) -> None:
    output = build(harbour(), tmp_path, keep_text=True)
    edit(output / "texts" / "wire-1.txt", "a dock", "a duck")
    assert {m.what for m in verify(output)} == {"SHA-256 of the text", "its words"}


def test_newlines_are_not_translated(tmp_path: Path) -> None:
    draft = Draft("wire", "A storm\r\nhit Porto.")
    storm, porto = draft.entity("A storm", "Thing", named=False), draft.entity("Porto", "City")
    hit = draft.event("hit", "Event", "hit", {"agent": ("A storm", storm), "patient": ("Porto", porto)})
    draft.claim(storm, "hit", porto, 0, hit, known=False)
    assert verify(build(world(draft), tmp_path, keep_text=True)) == []


@pytest.mark.parametrize("name", ["articles.jsonl", "crawl.warc.gz", "-"])
def test_the_file_of_a_record_is_not_hashed(name: str, tmp_path: Path) -> None:
    output = build(harbour(), tmp_path, keep_text=True, record=True)
    records = json.loads((output / "report.json").read_text())
    for record in records["documents"]:
        record["source"] = name
    (output / "report.json").write_text(json.dumps(records))
    assert verify(output) == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("report.json", None, "holds no build"),
        ("report.json", "{", "is no report"),
        ("report.json", '{"documents": [{"id": "x"}]}', "is no report"),
        ("graph.ttl", None, "holds no build"),
        ("graph.ttl", "<urn:a> <urn:b> ", "is no Turtle"),
    ],
)
def test_a_folder_that_is_no_build(name: str, content: str | None, message: str, tmp_path: Path) -> None:
    output = build(harbour(), tmp_path)
    (output / name).unlink()
    if content is not None:
        (output / name).write_text(content)
    with pytest.raises(OutputError, match=message) as caught:
        verify(output)
    assert "\n" not in str(caught.value)


def test_a_relation_of_two_happenings_that_act_together_is_carried_by_the_claim_that_has_both(tmp_path: Path) -> None:
    text = "The strike and the fire delayed the opening of the bridge."
    of_the_graph = [mismatch for mismatch in verify(build(resolve([told("d1", text, "2026-05-04")], lexicon()), tmp_path)) if not mismatch.document]
    assert of_the_graph == []
