"""Articles made to break out: of the folder, of an IRI, of the page. What is built keeps to its sources, and lies where it should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg import pipeline
from kg.check.verify import verify
from kg.ids import text_file
from kg.pipeline import Running

pytestmark = pytest.mark.slow
TEXT = "Police in Lyon arrested two men on Monday. The mayor, Claire Petit, said that the arrests were justified. "
IDS = (
    *("../../etc/passwd", "/etc/passwd", "C:\\x\\..\\y", "..", ".", "", "a\0b", "\u202eevil", "a/b/c", "%2e%2e%2f", "\ud800", "=1+1", "-"),
    *("<script>alert(1)</script>", "".join(map(chr, range(32, 127))), "x" * 5000, "漢" * 200, "<" * 200, "<" * 199 + "&"),
)


def test_no_id_breaks_out(tmp_path: Path) -> None:
    rows = [{"id": name, "text": f"{TEXT}{number}.", "title": name * 3} for number, name in enumerate(IDS)]
    rows[0] |= {"title": "T" * 1_000_000, "url": "https://example.org/" + "".join(map(chr, range(33, 127))), "date": "0000-99-99"}
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)))
    report = pipeline.build([str(tmp_path / "articles.jsonl")], tmp_path / "in" / "output", running=Running(cache=""))
    assert report.counts["documents"] == len(IDS)
    assert verify(tmp_path / "in" / "output") == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.jsonl", "in"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["output"]
    kept = sorted((tmp_path / "in" / "output" / "texts").iterdir())
    assert len(kept) == len(IDS)
    assert all(path.is_file() for path in kept)
    told = {issue.reason.partition(" (")[0] for issue in report.issues}
    assert {"the title was cut to 500 characters", "the id was cut to 200 characters"} <= told
    graph = parse(path=tmp_path / "in" / "output" / "graph.ttl", format=RdfFormat.TURTLE)
    iris = {quad.subject.value for quad in graph if isinstance(quad.subject, NamedNode)}
    for iri in iris:
        assert not set('<>"{}|\\^` ').intersection(iri), iri
        if iri.startswith("urn:newskg:"):
            assert all(part.strip(".") for part in iri.partition("#")[0].split("/")), iri


def test_the_names_of_kept_texts() -> None:
    assert text_file("a b") == "a%20b.txt"
    names = [text_file(name) for name in ("<" * 200, "<" * 199 + "&", "漢" * 200)]
    assert len(set(names)) == 3
    assert all(len(name.encode()) <= 204 for name in names)
