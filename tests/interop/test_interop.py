"""Every store that is installed takes the graph of the sample articles whole and answers the ten queries as the store of the build does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.interop.__main__ import problems
from tests.interop.compare import TEN, Outcome, difference, document, outcome
from tests.interop.engines import Engine, canonical
from tests.interop.stores import ENGINES, Pyoxigraph, Quadstore, Roqet


@pytest.fixture(scope="module")
def reference(seeds_build: Path) -> Outcome:
    return outcome(Pyoxigraph(), seeds_build / "graph.ttl")


def test_the_ten_are_ten_and_each_finds_something(reference: Outcome) -> None:
    assert len(TEN) == 10
    assert all(not isinstance(rows, str) and len(rows) > 1 for rows in reference.answers.values())


#: Those that take longest; ``make interop`` asks them.
SLOWEST = (Quadstore, Roqet)
ASKED = [pytest.param(kind, marks=[pytest.mark.ondemand] if kind in SLOWEST else [], id=kind.__name__) for kind in ENGINES[1:]]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ASKED)
def test_a_store_takes_the_graph_and_answers_alike(kind: type[Engine], reference: Outcome, seeds_build: Path) -> None:
    engine = kind()
    reason = engine.missing()
    if reason:
        pytest.skip(f"{engine.name} is {reason}")
    assert problems(engine, outcome(engine, seeds_build / "graph.ttl"), reference) == []


def test_differences_are_told() -> None:
    """The comparison itself can fail."""
    rows = [["a", "b"], ["1", "x"], ["0.50", "y"]]
    assert difference(canonical([rows[0], rows[2], rows[1]]), canonical(rows)) is None
    assert difference(canonical([["a", "b"], ["1", "x"], ["0.5", "y"]]), canonical(rows)) is None
    assert difference(canonical(rows[:2]), canonical(rows)) == "1 rows for 2"
    assert difference(canonical([rows[0], ["1", "x"], ["0.51", "y"]]), canonical(rows)) == "other values in as many rows"
    assert difference(canonical([["a", "c"], *rows[1:]]), canonical(rows)) == "columns a, c"
    assert difference("no such function", canonical(rows)) == "fails: no such function"


def test_a_difference_without_a_reason_is_a_problem_and_so_is_a_reason_without_one(reference: Outcome) -> None:
    other = Outcome("1", reference.triples + 1, {**reference.answers, "timeline": "no"})

    class Excused(Pyoxigraph):
        limits = {"timeline": "it is said", "disputed": "it is said"}  # noqa: RUF012

    assert problems(Pyoxigraph(), other, reference) == [f"{other.triples} triples, not {reference.triples}", "timeline: fails: no"]
    assert problems(Excused(), other, reference)[1:] == ["disputed: is answered now; take its limit out"]


def test_the_document_is_one_of_this_program(reference: Outcome) -> None:
    """Its stores and its ten are those of the code; its figures are those of the run that wrote it."""
    told = (ROOT / "docs/interop.md").read_text(encoding="utf-8")
    assert [line for line in told.splitlines() if line.startswith("# ")] == ["# Which stores take the graph"]
    for kind in ENGINES:
        assert f"| {kind.name} |" in told
    assert all(f"| `{name}` |" in told for name in TEN)
    assert "not explained" not in told
    assert document([(Pyoxigraph(), reference)]).splitlines()[0] == told.splitlines()[0]
