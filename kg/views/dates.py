"""TIMEX3 and EDTF values as days to sort by and as words to read, no more precise than the value is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.days import period_of

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_HALVES = {"1": "first", "2": "second"}
_DAYPARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


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


def period(value: str) -> Period | None:
    """The period of a value; None for what is no date ("P3M", "PRESENT_REF")."""
    if value.endswith("/.."):
        inner = period(value[:-3])
        return Period(inner.first, None, f"since {inner.words}") if inner else None
    if value.startswith("../"):
        inner = period(value[3:])
        return Period(inner.first, inner.last, f"until {inner.words}", ends=True) if inner else None
    if "/" in value:  # "1945/1956"
        one, other = (period(part) for part in value.split("/", 1))
        return Period(one.first, other.last, f"{one.words} to {other.words}") if one and other else None
    days = period_of(value)
    return Period(*days, _words(value, days[0])) if days else None


def _words(value: str, first: date) -> str:
    if "T" in value:
        day, part = value.split("T", 1)
        return f"{day} {_DAYPARTS.get(part, part)}"
    if match := re.fullmatch(r"(\d{4})-Q(\d)", value):
        return f"Q{match[2]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-H(\d)", value):
        return f"{_HALVES[match[2]]} half of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-([A-Z]{2})", value):
        return f"{_SEASONS[match[2]]} {match[1]}"
    if "-W" in value:
        return f"{'weekend' if value.endswith('-WE') else 'week'} of {first.isoformat()}"
    return {2: f"{value}00s", 3: f"{value}0s"}.get(len(value), value)
