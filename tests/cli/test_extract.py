"""``kg extract``: JSON lines in, JSON lines out, in their order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Kg

pytestmark = pytest.mark.slow
TEXTS = {
    "quake": "An earthquake killed at least 40 people in Nepal on Monday, officials said.",
    "court": "A jury convicted the former minister Anna Petrova of fraud.",
    "match": "Brazil beat Ghana in Doha after Marta scored twice.",
    "empty": "",
}


def lines(*records: object) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def test_standard_input_is_answered_in_its_order(kg: Kg) -> None:
    asked = [{"id": name, "text": TEXTS[name], "date": "2026-01-07"} for name in ("match", "empty", "quake", "court", "match")]
    done = kg("extract", "-", "--format", "jsonl", stdin=lines(*asked))
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["doc"] for answer in answers] == ["match", "empty", "quake", "court", "match"]
    assert all(answer["date"] == "2026-01-07" for answer in answers)
    assert answers[0] == answers[4]
    assert [answer["events"] == [] for answer in answers] == [False, True, False, False, False]
    quake = answers[2]
    begin, end = quake["sentences"][0]
    assert TEXTS["quake"][begin:end] == TEXTS["quake"]
    assert "Nepal" in {entity["label"] for entity in quake["entities"]}
    assert "2026-01-05" in {time["value"] for time in quake["times"]}


def test_a_date_may_be_missing(kg: Kg) -> None:
    done = kg("extract", "-", stdin=lines({"id": 7, "text": TEXTS["court"]}, {"id": "b", "text": TEXTS["court"], "date": None}))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["doc"], answer["date"]) for answer in answers] == [("7", None), ("b", None)]


def test_a_line_without_a_text_is_an_issue(kg: Kg) -> None:
    bad = ["{", "[1]", '{"id": "x"}', '{"id": "x", "text": 5}', '{"id": "x", "text": "A.", "date": 3}']
    done = kg("extract", "-", "--strict", stdin=lines({"id": "good", "text": TEXTS["court"]}) + "\n".join(bad) + "\n")
    assert done.returncode == 1
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == ["good"]
    assert [f"line {number}" in line for number, line in enumerate(done.stderr.splitlines(), 2)] == [True] * len(bad)


def test_files_and_text_that_is_no_unicode(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "court.txt").write_text(TEXTS["court"])
    done = kg("extract", "court.txt", "-", stdin='{"id": "odd", "text": "Police arrested \\ud800 two men in Lyon."}\n')
    assert done.returncode == 0, done.stderr
    court, odd = (json.loads(line) for line in done.stdout.splitlines())
    assert court["doc"] == "court"
    assert odd["doc"] == "odd"
    assert odd["events"]
