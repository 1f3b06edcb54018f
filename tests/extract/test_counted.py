"""Numbers, currencies and dates that the parser cuts apart or hangs on the wrong word, and ranges of time."""

from __future__ import annotations

from typing import Any

import pytest
from pyoxigraph import NamedNode

from kg.views.dates import period
from kg.vocab import KG
from tests.extract.telling import event, roles, table
from tests.parses import read
from tests.telling import graph, told

CASES: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "between two numbers": [
        ("The army said between 30 and 40 tents were burned.", "burn", {"patient": ["between 30 and 40 tents"]}),
        ("Officials said between 14 and 16 miners died.", "die", {"patient": ["between 14 and 16 miners"]}),
        ("The fund said between 200 and 250 clients sued.", "sue", {"agent": ["between 200 and 250 clients"]}),
        ("The talks between Chad and Kenya failed.", "talks", {"agent": ["Chad", "Kenya"]}),
    ],
    "won": [
        ("The shipyard paid 3 billion won (2.5 million dollars) for the land.", "pay", {"patient": ["3 billion won"]}),
        ("The fund lost 6.9 trillion won ($5 billion) in May.", "lose", {"topic": ["6.9 trillion won"]}),
        ("The club won the cup.", "win", {"agent": ["club"], "topic": ["cup"]}),
    ],
    "a number that stands for what was counted before": [
        ("In their last 12 matches, the Danes have lost nine.", "lose", {"topic": None}),
        ("The Danes lost in the final.", "lose", {"topic": ["<final>"]}),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_participants(text: str, lemma: str, expected: dict[str, Any]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The shipyard paid 3 billion won (2.5 million dollars) for the land.", "KRW"),
        ("Of the three million, two won a prize.", None),
    ],
)
def test_a_currency(text: str, unit: str | None) -> None:
    assert read(text).quantities[0].unit == unit


SPANS: dict[str, list[tuple[str, str, str | None, str | None]]] = {
    "from and to": [
        ("Anna Keller led the union from 2001 to 2009.", "lead", "2001", "2009"),
        ("The mine was closed from March 2014 until May 2015.", "close", "2014-03", "2015-05"),
        ("The bank made losses from 2019 through 2021.", "make", "2019", "2021"),
    ],
    "between": [("Rebels burned nine villages between 1990 and 1994.", "burn", "1990", "1994")],
    "no range": [
        ("The club was sold in 2014.", "sell", "2014", None),
        ("The union rescheduled the vote from May 2014 to July 2014.", "reschedule", "2014-05", None),
    ],
    "of the happening that is counted from": [
        ("The vote marks a new start following the invasion in March 2003.", "mark", None, None),
        ("Exports fell following the storm in March 2014.", "fall", None, None),
        ("Prices rose after the tax cut in May 2019.", "rise", None, None),
        ("Exports fell in March 2014 following the storm.", "fall", "2014-03", None),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "first", "last"), table(SPANS))
def test_when_and_through_when(text: str, lemma: str, first: str | None, last: str | None) -> None:
    extraction = read(text, "2025-03-12")
    told, values = event(extraction, lemma), {t.id: t.value for t in extraction.times}
    assert (values.get(told.time or ""), values.get(told.through or "")) == (first, last)


def test_a_range_is_an_interval_of_the_graph() -> None:
    claims = graph([told("union", "Anna Keller led the union from 2001 to 2009.")])
    lasted = {quad.object.value for quad in claims.quads_for_pattern(None, NamedNode(KG.timex), None)}  # type: ignore[union-attr]
    assert "2001/2009" in lasted
    found = period("2001/2009")
    assert found is not None
    assert (str(found.first), str(found.last), found.words) == ("2001-01-01", "2009-12-31", "2001 to 2009")
