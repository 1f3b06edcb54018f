"""Days of values, by the calendar alone."""

from __future__ import annotations

import pytest

from kg.days import bounds


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2006-W48", "2006-11-27", "2006-12-03"),
        ("2006-W48-WE", "2006-12-02", "2006-12-03"),
        ("2025-11-30T10:30", "2025-11-30", "2025-11-30"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2013/..", "2013-01-01", None),
        ("../2013", None, "2013-12-31"),
        ("1945/1956-03", "1945-01-01", "1956-03-31"),
        ("1956/1945", None, None),
        ("P8Y", None, None),
        ("PRESENT_REF", None, None),
        ("XXXX-06-12", None, None),
        ("2025-02-30", None, None),
    ],
)
def test_bounds(value: str, first: str | None, last: str | None) -> None:
    assert tuple(day and day.isoformat() for day in bounds(value)) == (first, last)
