"""Lines of a timeline: each reads as a happening of its date, and none stands twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.views.timeline import as_text, timeline
from tests.graphs import graph, opened

LINES = {
    "a verb and what it takes": (
        ("Navy divers began their first search for the ferry on May 4, 2025.", ["Navy divers began their first search for the ferry"]),
        ("Ines Prado announced the closure of the mill on May 4, 2025.", ["Ines Prado announced the closure of the mill"]),
        ("The club celebrated its win over Lyon on May 4, 2025.", ["The club celebrated its win over Lyon"]),
    ),
    "a happening and what came of it": (
        ("A barge hit the bridge on May 4, 2025, killing four people.", ["A barge hit the bridge, killing four people"]),
        ("The court jailed Karsten Holm on May 4, 2025.", ["The court jailed Karsten Holm"]),
        (
            "On May 4, 2025, the firm closed its Oslo office, marking the end of an era.",
            ["the firm closed its Oslo office, marking the end of an era"],
        ),
    ),
    "two happenings of a day": (
        (
            "The court jailed Karsten Holm on May 4, 2025. His brother fled to Chile on May 4, 2025.",
            ["The court jailed Karsten Holm", "His brother fled to Chile"],
        ),
        (
            "Rebels took the town on May 4, 2025. The army left the port on May 4, 2025.",
            ["Rebels took the town", "The army left the port"],
        ),
        (
            "Lyon beat Porto on May 4, 2025. Porto dismissed its coach on May 4, 2025.",
            ["Lyon beat Porto", "Porto dismissed its coach"],
        ),
    ),
}


@pytest.mark.parametrize(("text", "words"), [case for cases in LINES.values() for case in cases])
def test_lines(text: str, words: list[str], tmp_path: Path) -> None:
    line = timeline(opened(graph(tmp_path / "output", {"courier": ("2025-06-03", "Courier", text)})))
    assert sorted(entry.happening for entry in line.entries) == sorted(words)


def test_a_date_stands_beside_the_words_that_were_dated(tmp_path: Path) -> None:
    articles = {
        "courier": ("2025-06-03", "Courier", "Rebels attacked the old port of Lima with mortars and burned nine boats."),
        "gazette": ("2025-06-04", "Gazette", "Rebels attacked the port of Lima on June 2, 2025."),
    }
    (entry,) = timeline(opened(graph(tmp_path / "output", articles))).entries
    assert (entry.date, entry.happening) == ("2025-06-02", "Rebels attacked the port of Lima")


def test_what_was_long_before_the_articles_stands_last(tmp_path: Path) -> None:
    text = "Ruiz opened the dam on June 2, 2025. Engineers built the mill in 1903. The council closed the mine in 2001."
    line = timeline(opened(graph(tmp_path / "output", {"courier": ("2025-06-03", "Courier", text)})))
    assert [entry.date for entry in line.entries] == ["2001", "2025-06-02", "1903"]
    assert line.older == 1
    assert "\nMore than 30 years before the first article:\n1903" in as_text(line, 100)
