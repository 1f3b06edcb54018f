"""TIMEX3 values in words and in order, no more precise than they are."""

from __future__ import annotations

from datetime import date

import pytest

from kg.views.dates import period

WORDS = [
    ("2025-12-29", "2025-12-29", "2025-12-29", "2025-12-29"),
    ("2025-12-29TMO", "2025-12-29 morning", "2025-12-29", "2025-12-29"),
    ("2025-12-29T10:30", "2025-12-29 10:30", "2025-12-29", "2025-12-29"),
    ("2025-02", "2025-02", "2025-02-01", "2025-02-28"),
    ("2024", "2024", "2024-01-01", "2024-12-31"),
    ("2025-Q2", "Q2 2025", "2025-04-01", "2025-06-30"),
    ("2025-H2", "second half of 2025", "2025-07-01", "2025-12-31"),
    ("2025-WI", "winter 2025", "2025-12-01", "2026-02-28"),
    ("2025-W52", "week of 2025-12-22", "2025-12-22", "2025-12-28"),
    ("2025-W52-WE", "weekend of 2025-12-27", "2025-12-27", "2025-12-28"),
    ("199", "1990s", "1990-01-01", "1999-12-31"),
    ("2013/..", "since 2013", "2013-01-01", None),
    ("../2013", "until 2013", "2013-01-01", "2013-12-31"),
    ("18", "1800s", "1800-01-01", "1899-12-31"),
    ("2025-09-10/2025-09-12", "2025-09-10 to 2025-09-12", "2025-09-10", "2025-09-12"),
]


@pytest.mark.parametrize(("value", "words", "first", "last"), WORDS)
def test_words_and_days(value: str, words: str, first: str, last: str | None) -> None:
    found = period(value)
    assert found is not None
    assert (found.words, found.first.isoformat(), found.last and found.last.isoformat()) == (words, first, last)


@pytest.mark.parametrize("value", ["P3M", "PRESENT_REF", "FY2025", "2025-13", "2025-02-30", "2025-W60", "XXXX-06", ""])
def test_what_is_no_date(value: str) -> None:
    assert period(value) is None


def test_the_order() -> None:
    values = ["2025-12-02", "2025-12", "2025", "2024/..", "2025-12-01", "2025-11-30"]
    found = sorted((p for value in values if (p := period(value))), key=lambda p: p.order)
    assert [p.words for p in found] == ["since 2024", "2025", "2025-11-30", "2025-12", "2025-12-01", "2025-12-02"]


@pytest.mark.parametrize(
    ("value", "first", "last", "inside"),
    [
        ("2025-12", date(2025, 12, 31), None, True),
        ("2025-12", date(2026, 1, 1), None, False),
        ("2013/..", date(2026, 1, 1), date(2026, 2, 1), True),
        ("2013/..", None, date(2012, 2, 1), False),
    ],
)
def test_overlap(value: str, first: date | None, last: date | None, inside: bool) -> None:
    found = period(value)
    assert found is not None
    assert found.overlaps(first, last) is inside
