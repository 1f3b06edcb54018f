"""What ``kg add`` and ``kg remove`` print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Kg

pytestmark = pytest.mark.slow
FLOOD = "The river Sava flooded the town of Brod on Monday."


def test_what_was_done_is_told(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "court.txt").write_text("A court in Nairobi fined the airline Jambojet on Tuesday.")
    (tmp_path / "flood.txt").write_text(FLOOD)
    assert kg("build", "court.txt", "flood.txt").returncode == 0
    (tmp_path / "flood.txt").write_text(f"{FLOOD} The army sent boats.")
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "fire\x1b[31m", "text": "A fire destroyed a market in Lagos."}))
    added = kg("add", "output", "flood.txt", "news.jsonl")
    assert added.returncode == 0, added.stderr
    what, revised, counts, known, *_ = added.stdout.splitlines()
    assert what == "added fire [31m"
    assert revised == "replaced flood: 1 claim new, 0 withdrawn"
    assert counts.startswith("3 documents, ")
    assert known == "1 of the 3 was known from an earlier build"
    removed = kg("remove", "output", "court", "flood")
    assert removed.stdout.splitlines()[:1] == ["removed court, flood"]
    assert "1 document, " in removed.stdout
    quiet = kg("remove", "output", "court", "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr.count("\n")) == (2, "", 1)
    assert 'no document "court"' in quiet.stderr
