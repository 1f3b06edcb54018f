"""TIMEX3 and EDTF values as days to sort by and as words to read, no more precise than the value is."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_SEASONS = {"SP": ("spring", 3), "SU": ("summer", 6), "FA": ("autumn", 9), "WI": ("winter", 12)}
_DAYPARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day of a time (None where it is open) and the words for it; of what only ``ends`` then the days of its end."""

    first: date
    last: date | None
    words: str
    ends: bool = False

    @property
    def order(self) -> tuple[date, date, str]:
        """Sorts by the first day, what is vaguer before what is more precise."""
        return self.first, date.max - ((self.last or date.max) - date.min), self.words

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether any of its days lies between two days; None leaves that side open."""
        return (last is None or self.first <= last) and (first is None or self.last is None or self.last >= first)


def period(value: str, begin: str = "", end: str = "") -> Period | None:
    """The period of a value; None for what is no date ("P3M", "PRESENT_REF").

    ``begin`` and ``end`` are the days that the graph gives for it: where they are fewer than the value's own, it is "early", "mid" or "late" in it.
    """
    if value.endswith("/.."):
        inner = period(value[:-3])
        return Period(inner.first, None, f"since {inner.words}") if inner else None
    if value.startswith("../"):
        inner = period(value[3:])
        return Period(inner.first, inner.last, f"until {inner.words}", ends=True) if inner else None
    if "/" in value:  # "1945/1956"
        one, other = (period(part) for part in value.split("/", 1))
        return Period(one.first, other.last, f"{one.words} to {other.words}") if one and other else None
    try:
        whole = _whole(value)
    except ValueError:  # no calendar has that day
        return None
    if whole is None or whole.last is None or not (begin and end) or (begin, end) == (whole.first.isoformat(), whole.last.isoformat()):
        return whole
    first, last = date.fromisoformat(begin), date.fromisoformat(end)
    if last > whole.last:
        return Period(first, last, f"{whole.words} to {end}")  # "May 10-11"
    part = "early" if first == whole.first else "late" if last == whole.last else "mid"
    return Period(first, last, f"{part} {_spelt(value, whole.words)}")


def _whole(value: str) -> Period | None:
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(.+))?", value):
        day = date.fromisoformat(match[1])
        return Period(day, day, f"{match[1]} {_DAYPARTS.get(match[2], match[2])}" if match[2] else match[1])
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(match[1]), int(match[2]), 1, value)
    if re.fullmatch(r"\d{4}", value):
        return _months(int(value), 1, 12, value)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(match[1]), int(match[2]) * 3 - 2, 3, f"Q{match[2]} {match[1]}")
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return _months(int(match[1]), int(match[2]) * 6 - 5, 6, f"{'first' if match[2] == '1' else 'second'} half of {match[1]}")
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        season, month = _SEASONS[match[2]]
        return _months(int(match[1]), month, 3, f"{season} {match[1]}")
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return Period(first, first + timedelta(days=1 if match[3] else 6), f"{'weekend' if match[3] else 'week'} of {first.isoformat()}")
    if re.fullmatch(r"\d{3}", value):
        return _months(int(value) * 10, 1, 120, f"{value}0s")
    if re.fullmatch(r"\d{2}", value):
        return _months(int(value) * 100, 1, 1200, f"{value}00s")
    return None


def _months(year: int, month: int, number: int, words: str) -> Period:
    """So many months from the first day of a month. Raises :class:`ValueError` where the year has no such month."""
    last_year, last_month = divmod(year * 12 + month - 1 + number - 1, 12)
    return Period(date(year, month, 1), date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1]), words)


def _spelt(value: str, words: str) -> str:
    """ "Sep 2025" for a month, for "early" does not stand before digits."""
    match = re.fullmatch(r"(\d{4})-(\d\d)", value)
    return f"{_MONTHS[int(match[2]) - 1]} {match[1]}" if match else words
