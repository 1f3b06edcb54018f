"""Periods of the calendar and the days of feasts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.periods import feast_day, part_of, unit_of, year_of


@pytest.mark.parametrize(
    ("unit", "step", "expected"),
    [
        ("D", -1, ("2025-12-31", "2025-12-31", "2025-12-31")),
        ("W", 0, ("2026-W01", "2025-12-29", "2026-01-04")),
        ("WE", -1, ("2025-W52-WE", "2025-12-27", "2025-12-28")),
        ("M", -1, ("2025-12", "2025-12-01", "2025-12-31")),
        ("Q", -1, ("2025-Q4", "2025-10-01", "2025-12-31")),
        ("Y", 1, ("2027", "2027-01-01", "2027-12-31")),
        ("DE", -1, ("201", "2010-01-01", "2019-12-31")),
        ("CE", -1, ("19", "1900-01-01", "1999-12-31")),
        ("TH", -3, ("2026-01-01", "2026-01-01", "2026-01-01")),
        ("FY", 0, ("FY2026", None, None)),
    ],
)
def test_a_unit_from_new_years_day(unit: str, step: int, expected: tuple[str, str | None, str | None]) -> None:
    assert unit_of(date(2026, 1, 1), unit, step)[1:] == expected


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2024, "2024-12-25"),
        ("11 4TH", 2024, "2024-11-28"),
        ("05 -1MO", 2024, "2024-05-27"),
        ("09 1MO", 2025, "2025-09-01"),
        ("easter", 2000, "2000-04-23"),
        ("easter", 2024, "2024-03-31"),
        ("easter", 2025, "2025-04-20"),
        ("easter-2", 2038, "2038-04-23"),
    ],
)
def test_feasts(rule: str, year: int, day: str) -> None:
    assert feast_day(rule, year).isoformat() == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = feast_day("easter", year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.dates(date(1200, 1, 1), date(8800, 1, 1)), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]), st.integers(-9, 9))
def test_steps_follow_one_another_without_a_gap(day: date, unit: str, step: int) -> None:
    one, two = unit_of(day, unit, step), unit_of(day, unit, step + 1)
    assert one.end is not None
    assert two.begin is not None
    assert (date.fromisoformat(two.begin) - date.fromisoformat(one.end)).days == 1


def test_thirds_of_a_year() -> None:
    parts = [part_of(year_of(2026), part) for part in ("START", "MID", "END")]
    assert [(p.begin, p.end) for p in parts] == [("2026-01-01", "2026-05-01"), ("2026-05-02", "2026-08-30"), ("2026-08-31", "2026-12-31")]
