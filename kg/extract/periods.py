"""Days and the periods of the calendar, each with its TIMEX3 value (ISO-TimeML) and its first and last day. Days are proleptic Gregorian."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_YEARS = {"DE": 10, "CE": 100}
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FAR, _CLOSE = timedelta(days=240), timedelta(days=92)  # most of a year, a quarter of one
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


class Value(NamedTuple):
    """Type, TIMEX3 value, first and last day (ISO) of an expression."""

    type: str
    value: str | None
    begin: str | None = None
    end: str | None = None

    @property
    def day(self) -> date | None:
        """The day, where it is one day."""
        return date.fromisoformat(self.begin) if self.begin and self.begin == self.end else None


#: Slot of an expression -> code of its words.
Codes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    ``anchor`` is the last dated expression before it, ``near`` the same if it is in this sentence; ``tense`` that of its verb: "past",
    "future" or "open"; ``loose`` says that it hangs on another word than that verb.
    """

    today: date | None
    anchor: Value | None = None
    near: Value | None = None
    tense: str = "open"
    loose: bool = False


def day_of(day: date) -> Value:
    return Value("DATE", day.isoformat(), day.isoformat(), day.isoformat())


def _between(value: str, first: date, last: date) -> Value:
    return Value("DATE", value, first.isoformat(), last.isoformat())


def _months(value: str, year: int, month: int, count: int) -> Value:
    """``count`` months from the first of a month."""
    last_year, last = divmod(year * 12 + month - 1 + count - 1, 12)
    return _between(value, date(year, month, 1), date(last_year, last + 1, calendar.monthrange(last_year, last + 1)[1]))


def month_of(year: int, month: int) -> Value:
    return _months(f"{year:04}-{month:02}", year, month, 1)


def quarter_of(year: int, quarter: int) -> Value:
    return _months(f"{year:04}-Q{quarter}", year, quarter * 3 - 2, 3)


def year_of(year: int) -> Value:
    return _months(f"{year:04}", year, 1, 12)


def half_of(year: int, half: int) -> Value:
    return _months(f"{year:04}-H{half}", year, half * 6 - 5, 6)


def season_of(year: int, code: str) -> Value:
    """By whole months, as meteorologists count; the winter of a year is the one that begins in it."""
    return _months(f"{year:04}-{code}", year, _SEASON_MONTHS[code], 3)


def unit_of(day: date, unit: str, step: int = 0) -> Value:
    """The calendar period of a unit that lies ``step`` such units from the one that holds a day; hours and minutes stay on the day."""
    if unit in ("TH", "TM", "TS"):
        return day_of(day)
    if unit == "D":
        return day_of(day + timedelta(days=step))
    if unit in ("W", "WE"):
        year, week, _ = (day + timedelta(weeks=step)).isocalendar()
        first = date.fromisocalendar(year, week, 1 if unit == "W" else 6)
        return _between(f"{year:04}-W{week:02}{'' if unit == 'W' else '-WE'}", first, date.fromisocalendar(year, week, 7))
    if unit == "FY":
        return Value("DATE", f"FY{day.year + step:04}")
    year, month = divmod(day.year * 12 + day.month - 1 + step * _MONTHS[unit], 12)
    if unit == "M":
        return month_of(year, month + 1)
    if unit == "Q":
        return quarter_of(year, month // 3 + 1)
    if unit == "Y":
        return year_of(year)
    years = 10 if unit == "DE" else 100
    return _months(f"{year:04}"[: 3 if unit == "DE" else 2], year // years * years, 1, years * 12)


def duration(count: str, unit: str) -> str:
    """An ISO 8601 duration: "P3M", "PT30M", "PXY"; a decade is of ten years."""
    if unit in _YEARS and count != "X":
        return f"P{float(count) * _YEARS[unit]:g}Y"
    return f"PT{count}{unit[1]}" if unit in ("TH", "TM", "TS") else f"P{count}{unit}"


def hour_of_day(hour: int, half: str | None) -> int:
    """0 to 24, from an hour and the half of the day ("AM", "PM") if it is of twelve.

    Raises :class:`ValueError` for an hour that no twelve-hour clock shows.
    """
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(f"no clock shows {hour} {half}")
    return hour % 12 + (12 if half == "PM" else 0)


def nearest_year(today: date, month: int, day: int, tense: str, loose: bool = False) -> int:
    """The year of a bare day: the last one in the past tense, the next one in the future, the nearest where the verb leaves it open.

    Where the verb is not the day's own (``loose``: "declared a dividend payable Dec. 1"), a day that would be most of a year ago and is close ahead
    is to come: of last year's news says the year.
    """
    days = [(y, date(y, month, min(day, calendar.monthrange(y, month)[1])) - today) for y in range(today.year - 1, today.year + 2)]
    year, distance = min(days, key=lambda pair: abs(pair[1]))
    fitting = [(y, d) for y, d in days if tense == "open" or (d.days >= 0 if tense == "future" else d.days <= 0)]
    told, away = min(fitting, key=lambda pair: abs(pair[1]))
    passed = tense == "future" and away > _FAR and -distance < _CLOSE / 2  # "ordered him to leave by Jan. 14", told on the 15th
    return year if passed or (loose and -away > _FAR and distance < _CLOSE) else told


def part_of(value: Value, part: str) -> Value:
    """The same value with the days of its beginning, middle or end third."""
    if value.begin is None or value.end is None or value.begin == value.end:
        return value
    first, last = date.fromisoformat(value.begin), date.fromisoformat(value.end)
    third = timedelta(days=max(1, ((last - first).days + 1) // 3))
    one = timedelta(days=1)
    begin, end = {"START": (first, first + third - one), "MID": (first + third, first + 2 * third - one), "END": (first + 2 * third, last)}[part]
    return value._replace(begin=begin.isoformat(), end=end.isoformat())


def feast_day(rule: str, year: int) -> date:
    """The day of a feast in a year, by its rule: "12-25"; "11 4TH", the fourth Thursday (-1: the last), as RFC 5545 counts; "easter-2"."""
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))
    month, _, day = rule.partition(" ")
    if not day:
        return date(year, int(rule[:2]), int(rule[3:]))
    number, weekday = int(day[:-2]), _WEEKDAYS[day[-2:]]
    days = [d for d in calendar.Calendar().itermonthdates(year, int(month)) if d.month == int(month) and d.weekday() == weekday]
    return days[number - 1 if number > 0 else number]


def _easter(year: int) -> date:
    """Sunday of Easter, Gregorian (the anonymous algorithm, as in Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    el = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + el - 7 * ((a + 11 * h + 22 * el) // 451) + 114, 31)
    return date(year, month, day + 1)
