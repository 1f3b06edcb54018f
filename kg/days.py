"""First and last day of TIMEX3 and EDTF values, by the calendar alone: one value has the same days whoever tells of it."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # by whole months; the winter of a year begins in it
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.+)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(?:(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI))")
_YEARS = re.compile(r"\d{2,4}")  # a century, a decade, a year


def period_of(value: str) -> tuple[date, date] | None:
    """First and last day of a value without open sides; None for what is no date ("P3M", "PRESENT_REF") or no calendar has ("2025-02-30")."""
    try:
        return _period(value)
    except ValueError:
        return None


@lru_cache(maxsize=1 << 14)
def bounds(value: str) -> tuple[date | None, date | None]:
    """First and last day of a value, as far as it has them: "2013/.." only begins, "../2013" only ends, "P3M" and "2013/2012" do neither."""
    first, slash, last = value.partition("/")
    begins, ends = period_of(first), period_of(last if slash else first)
    if begins and ends and begins[0] > ends[1]:
        return None, None
    return begins and begins[0], ends and ends[1]


def _period(value: str) -> tuple[date, date] | None:
    if match := _DAY.fullmatch(value):
        day = date.fromisoformat(match[1])
        return day, day
    if match := _WEEK.fullmatch(value):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return first, first + timedelta(days=1 if match[3] else 6)
    if match := _PART_OF_YEAR.fullmatch(value):
        year = int(match[1])
        if match[3]:
            return _months(year, int(match[3]) * 3 - 2, 3)
        if match[4]:
            return _months(year, int(match[4]) * 6 - 5, 6)
        return _months(year, _SEASONS[match[5]], 3) if match[5] else _months(year, int(match[2]), 1)
    if _YEARS.fullmatch(value):
        length: int = 10 ** (4 - len(value))
        return _months(int(value) * length, 1, 12 * length)
    return None


def _months(year: int, month: int, number: int) -> tuple[date, date]:
    """So many months from the first day of a month. Raises :class:`ValueError` where the year has no such month."""
    last_year, last = divmod(year * 12 + month - 1 + number - 1, 12)
    return date(year, month, 1), date(last_year, last + 1, calendar.monthrange(last_year, last + 1)[1])
