"""Calendar arithmetic: from the codes of a time expression's words to its TIMEX3 value (ISO-TimeML) and its first and last day.

A computation gets the codes by slot and the context, and gives a value, or None where the words are no time after all. What cannot be known
(a weekday without a document date) has the value None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kg.extract import lengths
from kg.extract.periods import (
    Codes,
    Context,
    Value,
    day_of,
    duration,
    feast_day,
    half_of,
    hour_of_day,
    month_of,
    nearest_year,
    part_of,
    quarter_of,
    season_of,
    unit_of,
    year_of,
)

_AGES = 100  # years: so long ago nobody means one of them
_CENTURY = 40  # two digits of a year above it are of the last century
_CLOCK = {"hour", "hourName", "daypart", "nightword"}
_REFERENCES = ("reference", "adjective", "ageNoun", "moment", "nowWord", "soonWord", "someDayWord", "currentWord")

UNKNOWN = Value("DATE", None)


def _narrowed(value: Value, g: Codes) -> Value:
    part = g.get("part") or g.get("edge") or "ANY"
    return value if part == "ANY" else part_of(value, part)


def _at(value: Value, g: Codes) -> Value:
    """A day's value with its part of the day or its time by the clock."""
    day = value.value
    if day is None or value.day is None:
        return Value("TIME", None)
    if not {"hour", "hourName"} & g.keys():
        return Value("TIME", f"{day}T{g.get('daypart') or g['nightword']}", value.begin, value.end)
    half = g.get("half") or ("AM" if g["daypart"] == "MO" else "PM") if "daypart" in g and "hour" in g and int(g["hour"]) <= 12 else g.get("half")
    hour = hour_of_day(int(g.get("hour") or g["hourName"]), half)
    seconds = f":{g['minute_2']}" if "minute_2" in g else ""
    return Value("TIME", f"{day}T{hour:02}:{g.get('minute', '00')}{seconds}{g.get('zone', '')}", value.begin, value.end)


def _year_digits(g: Codes) -> int | None:
    if "year" in g:
        return int(g["year"])
    if "yy" not in g:
        return None
    return 2000 + int(g["yy"]) - (100 if int(g["yy"]) > _CENTURY else 0)


def _year_for(c: Context, month: int, day: int) -> int | None:
    return nearest_year(c.today, month, day, c.tense, c.loose) if c.today is not None else None


def _year_of_weekday(g: Codes, c: Context, month: int, day: int) -> int | None:
    """ "Monday, Oct. 26": the nearest year in which that day is a Monday, where the document's year or the one beside it is."""
    weekday = g.get("weekday") or g.get("weekdayShort")
    today = c.today
    if today is None or weekday is None or (month, day) == (2, 29):
        return None
    years = [y for y in range(today.year - 1, today.year + 2) if date(y, month, day).weekday() == int(weekday) - 1]
    return min(years, key=lambda y: abs((date(y, month, day) - today).days), default=None)


def _date(g: Codes, c: Context) -> Value:
    month, day = int(next(g[slot] for slot in ("month", "month2", "mm") if slot in g)), int(g.get("day") or g.get("day2") or g["ordinal"])
    if "fullYear" in g and c.today is not None:  # "March 8 last year"
        return day_of(date(c.today.year + int(g["shift"]), month, day))
    if "shift" in g:  # "last Oct. 23"
        c = replace(c, tense={"-1": "past", "1": "future"}.get(g["shift"], c.tense))
    year = _year_digits(g) or _year_of_weekday(g, c, month, day) or _year_for(c, month, day)
    if year is None:
        return Value("DATE", f"XXXX-{month:02}-{day:02}")
    value = day_of(date(year, month, day))
    last = date(year, month, int(g["day_2"])).isoformat() if "day_2" in g else ""
    return value._replace(end=last) if last > (value.begin or "") else value  # "Nov. 30-1" ends in another month


def _week_of(g: Codes, c: Context) -> Value:
    day = _date(g, c).day
    return unit_of(day, "W") if day is not None else UNKNOWN


def _reported(g: Codes, c: Context) -> Value:
    """The quarter that results are told of, at their time the last that has ended; without "latest" another of the year that was spoken of before."""
    if c.today is None:
        return UNKNOWN
    last = unit_of(c.today, "Q", -1)
    spoken_of = c.anchor if c.anchor is not None and "-Q" in (c.anchor.value or "") and "latest" not in g else None
    return spoken_of if spoken_of is not None and (spoken_of.begin or "") >= (c.today - timedelta(days=366)).isoformat() else last


def _month(g: Codes, c: Context) -> Value | None:
    month = int(g.get("month", g.get("month2", "0")))
    year = _year_digits(g)
    if "month2" in g and year is not None and year % 100 < month:
        return None  # "2009-11": years
    if "fullYear" in g and c.today is not None:  # "March last year"
        return month_of(c.today.year + int(g["shift"]), month)
    if year is None and c.today is not None and "shift" in g:
        step = int(g["shift"])
        year = c.today.year + (step < 0 and month >= c.today.month) * step + (step > 0 and month <= c.today.month) * step
    year = year or _year_for(c, month, 28 if c.tense == "future" else 1)
    return month_of(year, month) if year else Value("DATE", f"XXXX-{month:02}")


def _year(g: Codes, c: Context) -> Value:
    year = _year_digits(g)
    return year_of(year) if year is not None else UNKNOWN


def _fiscal(g: Codes, c: Context) -> Value:
    year = _year_digits(g)
    return Value("DATE", f"FY{year:04}" if year is not None else None)


def _years(g: Codes, c: Context) -> Value | None:
    """ "1955-2011", "2009-11": the years from the first to the last."""
    first = int(g["year"])
    last = int(g["year_2"]) if "year_2" in g else first // 100 * 100 + int(g["yy"])
    return Value("DURATION", f"P{last - first}Y", f"{first:04}-01-01", f"{last:04}-12-31") if last > first else None


def _decade(g: Codes, c: Context) -> Value | None:
    year = int(g["decade"]) if "decade" in g else int(g["decadeName"]) if "decadeName" in g else _year_digits(g)
    return unit_of(date(year, 1, 1), "DE") if year is not None and year % 10 == 0 else None


def _century(g: Codes, c: Context) -> Value:
    return unit_of(date(int(g.get("number", g.get("ordinal", "0"))) * 100 - 50, 1, 1), "CE")


def _of_which_year(g: Codes, c: Context) -> int | None:
    year = _year_digits(g)
    return c.today.year + int(g.get("shift", "0")) if year is None and c.today is not None else year


def _quarter(g: Codes, c: Context) -> Value | None:
    quarter = 4 if "lastOne" in g else int(g.get("number", g.get("ordinal", "0")))
    if not 1 <= quarter <= 4:
        return None
    year = _of_which_year(g, c)
    if {"relation", "direction"} & g.keys():  # "the year-ago third quarter"
        return _quarter({"number": str(quarter)}, replace(c, today=_a_year(c.today, g))) if c.today is not None else UNKNOWN
    if year is not None and c.today is not None and not {"year", "shift"} & g.keys():  # the last one that has begun, or the next
        now = (c.today.month + 2) // 3
        ahead = (quarter + 1 < now) - (quarter > now + 2)  # "expects a loss for the third quarter", in the fourth
        year += ahead if c.tense == "future" else -(quarter > now)
    return quarter_of(year, quarter) if year is not None else UNKNOWN


def _a_year(day: date, g: Codes) -> date:
    """The first of the same month a year away."""
    return day.replace(year=day.year + int(g.get("relation") or g["direction"]), day=1)


def _quarter_of_year(g: Codes, c: Context) -> Value:
    """ "The 1988 quarter": of the quarter that was spoken of before, in that year; the year where none was."""
    year, spoken_of = _of_which_year(g, c), re.search(r"-Q(\d)$", (c.anchor.value or "") if c.anchor is not None else "")
    if year is None:
        return UNKNOWN
    return quarter_of(year, int(spoken_of[1])) if spoken_of else year_of(year)


def _half_year(g: Codes, c: Context) -> Value | None:
    half, year = 2 if "lastOne" in g else int(g["ordinal"]), _of_which_year(g, c)
    if half > 2:
        return None
    return half_of(year, half) if year is not None else UNKNOWN


def _season(g: Codes, c: Context) -> Value:
    """A bare season is the nearest that the tense allows; "last summer" is the last that has ended, "next" the next to begin."""
    code, year = g["season"], _year_digits(g)
    if year is not None:
        return season_of(year, code)
    if c.today is None:
        return UNKNOWN
    today = c.today.isoformat()
    seasons = [season_of(y, code) for y in range(c.today.year - 2, c.today.year + 3)]
    step = int(g.get("shift", "0")) or (1 if c.tense == "future" else -1 if c.tense == "past" and "shift" not in g else 0)
    if step < 0:
        bound = "end" if "shift" in g else "begin"
        return [s for s in seasons if (getattr(s, bound) or "") < today][-1]
    if step > 0:
        return next(s for s in seasons if (s.begin or "") > today)
    return seasons[2]


def _weekday(g: Codes, c: Context) -> Value:
    if c.today is None:
        return UNKNOWN
    shift = g.get("shift")
    if "period" in g:  # "Monday of last week"
        monday = unit_of(c.today, "W", int(shift or 0)).begin
        return day_of(date.fromisoformat(monday or "") + timedelta(days=int(g["weekday"]) - 1)) if g["period"] == "W" else UNKNOWN
    ahead = (int(g["weekday"]) - 1 - c.today.weekday()) % 7
    if shift == "1":
        return day_of(c.today + timedelta(days=ahead or 7))
    if shift == "-1":
        return day_of(c.today + timedelta(days=ahead - 7))
    forward = c.tense == "future" if shift is None else c.tense != "past"
    return day_of(c.today + timedelta(days=ahead if forward or not ahead else ahead - 7))


def _weekday_from(g: Codes, c: Context) -> Value:
    """ "The previous Friday", "the following Monday": from the day that the text spoke of last."""
    step, number = int(g["step"]), int(g["weekday"]) - 1
    start = c.anchor.day if c.anchor is not None else None
    if start is None or step == 0:
        return UNKNOWN if start is None else day_of(start + timedelta(days=number - start.weekday()))
    ahead = (number - start.weekday()) % 7
    return day_of(start + timedelta(days=(ahead or 7) if step > 0 else ahead - 7))


def _day_word(g: Codes, c: Context) -> Value:
    if c.today is None:
        return Value("DATE", "PRESENT_REF" if g["dayword"] == "0" and "daypart" not in g else None)
    return day_of(c.today + timedelta(days=int(g["dayword"])))


def _some_day(g: Codes, c: Context) -> Value:
    """ "6:40 p.m.", "in the morning": of the day that the sentence speaks of, or the text before it, else of the document's."""
    for spoken_of in (c.near, c.anchor):
        if spoken_of is not None and spoken_of.day is not None:
            return day_of(spoken_of.day)
    return day_of(c.today) if c.today is not None else UNKNOWN


def _part_of_day(g: Codes, c: Context) -> Value:
    return day_of(c.today + timedelta(days=int(g.get("shift", "0")))) if c.today is not None else UNKNOWN


def _period(g: Codes, c: Context) -> Value:
    if c.today is None:
        return UNKNOWN
    step, unit = int(g.get("shift", "0")), g.get("period") or g["weekend"]
    early = c.today.weekday() < 3 and c.tense != "future"
    over = c.today.weekday() < 5 and c.tense == "past" and "shift" not in g and not c.loose
    if unit == "WE" and step == 0 and (early or over):
        step = -1  # "over the weekend", told before the next one
    return unit_of(c.today, unit, step)


def _ago(g: Codes, c: Context) -> Value:
    """ "two weeks ago", "in three days": from the document's date, as fine as the unit."""
    if g.get("count", "X") == "X":
        return Value("DATE", "PAST_REF" if g["direction"] == "-1" else "FUTURE_REF")
    if c.anchor is not None and "-Q" in (c.anchor.value or "") and g["direction"] == "-1" and (g.get("unit"), g["count"]) == ("Y", "1"):
        return _anchored(g, c)  # "a year ago", said of a quarter
    if c.today is not None and lengths.unit_code(g) == "Y" and float(g["count"]) >= _AGES:
        return unit_of(date(c.today.year + int(g["direction"]) * round(float(g["count"])), 1, 1), "CE")  # "1,400 years ago" tells no year
    return unit_of(c.today, lengths.unit_code(g), int(g["direction"]) * round(float(g["count"]))) if c.today is not None else UNKNOWN


def _anchored(g: Codes, c: Context) -> Value:
    """ "the next day", "a year earlier", "that month": from the day or period that the text spoke of last."""
    unit, count = lengths.unit_code(g), g.get("count", "1")
    step = int(g.get("step") or g.get("relation") or g["direction"])
    if count == "X":
        return Value("DURATION", duration("X", unit))
    if c.anchor is None or c.anchor.begin is None or c.anchor.value is None:
        return unit_of(c.today, unit, step) if c.today is not None and "direction" in g else UNKNOWN
    if unit == "D" and c.anchor.day is None:
        return UNKNOWN
    if unit == "Y" and "-Q" in c.anchor.value and "step" not in g:
        unit, count = "Q", str(4 * int(count))  # "a year earlier", said of a quarter
    return unit_of(date.fromisoformat(c.anchor.begin), unit, step * round(float(count)))


def _day_of_month(g: Codes, c: Context) -> Value | None:
    """ "the 15th", of the month that the sentence speaks of."""
    return day_of(date.fromisoformat(c.near.begin).replace(day=int(g["day"]))) if c.near is not None and c.near.begin else None


def _reference(g: Codes, c: Context) -> Value:
    return Value("DATE", next(g[slot] for slot in _REFERENCES if slot in g))


def _feast(g: Codes, c: Context) -> Value:
    """A feast of the year, or a day of history that goes by the name of one ("9/11")."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", g["feast"]):
        return day_of(date.fromisoformat(g["feast"]))
    fixed = re.fullmatch(r"(\d\d)-(\d\d)", g["feast"])
    year = _year_digits(g)
    if year is None and c.today is not None:
        near = feast_day(g["feast"], c.today.year)
        year = _year_for(c, near.month, near.day)
        if "shift" in g:
            year = c.today.year + (near >= c.today and g["shift"] == "-1") * -1 + (near <= c.today and g["shift"] == "1")
    if year is None:
        return Value("DATE", f"XXXX-{fixed[1]}-{fixed[2]}" if fixed else None)
    return day_of(feast_day(g["feast"], year))


#: Computation, as patterns name it -> function.
COMPUTATIONS: dict[str, Callable[[Codes, Context], Value | None]] = {
    "date": _date, "month": _month, "year": _year, "fiscalYear": _fiscal, "years": _years, "decade": _decade, "century": _century,
    "quarter": _quarter, "quarterOfYear": _quarter_of_year, "halfYear": _half_year, "season": _season, "weekday": _weekday,
    "weekdayFrom": _weekday_from, "dayWord": _day_word, "someDay": _some_day,
    "partOfDay": _part_of_day, "period": _period, "ago": _ago, "anchored": _anchored, "window": lengths.window_of, "duration": lengths.plain_duration,
    "openDuration": lengths.open_duration, "dayOfMonth": _day_of_month, "weekOf": _week_of, "reported": _reported,
    "andAHalf": lengths.and_a_half, "half": lengths.half,
    "reference": _reference, "frequency": lengths.frequency, "feast": _feast,
}  # fmt: skip
_OF_A_DAY = frozenset({"date", "weekday", "weekdayFrom", "dayWord", "someDay", "partOfDay", "feast", "anchored"})


def compute(computation: str, codes: Codes, context: Context) -> Value | None:
    """The value of an expression; None where no calendar has such a day, or where the words lack what the computation needs."""
    try:
        value = COMPUTATIONS[computation](codes, context)
        if value is not None and computation in _OF_A_DAY and _CLOCK & codes.keys():
            return _at(value, codes)
        return None if value is None else _narrowed(value, codes)
    except (ValueError, OverflowError, LookupError, StopIteration):
        return None
