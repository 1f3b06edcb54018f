"""Lengths of time and how often something returns: computations of :mod:`kg.extract.chronology` that need no calendar, or only today."""

from __future__ import annotations

from datetime import timedelta

from kg.extract.periods import Codes, Context, Value, duration, unit_of

_DAYS = {"D": 1, "W": 7, "M": 30, "Q": 91, "Y": 365, "DE": 3652, "CE": 36524}  # of an open window, roughly
_HALVES = {"TH": "PT30M", "TM": "PT30S", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


def unit_code(g: Codes) -> str:
    return next((g[slot] for slot in ("unit", "quarter", "dayUnit", "long", "fullYear") if slot in g), "D")


def window_of(g: Codes, c: Context) -> Value:
    """ "the past three months": a length that ends, or begins, today."""
    count, unit = g.get("count", "1"), unit_code(g)
    if g["shift"] == "0" and "count" not in g and c.today is not None and unit in _DAYS:
        return unit_of(c.today, unit)  # "the current year"
    value = Value("DURATION", duration(count, unit))
    if c.today is None or unit not in _DAYS or not count.isdigit():
        return value
    edge = c.today + timedelta(days=(-1 if g["shift"] == "-1" else 1) * int(count) * _DAYS[unit])
    begin, end = sorted((edge.isoformat(), c.today.isoformat()))
    return value._replace(begin=begin, end=end)


def plain_duration(g: Codes, c: Context) -> Value:
    count, unit = g.get("count", "1"), unit_code(g)
    return _and_a_half(count.removesuffix(".5"), unit) if count.endswith(".5") and unit in _HALVES else Value("DURATION", duration(count, unit))


def open_duration(g: Codes, c: Context) -> Value:
    return Value("DURATION", duration("X", g["unit"]))


def and_a_half(g: Codes, c: Context) -> Value:
    return _and_a_half(g.get("count", "1"), g["unit"])


def _and_a_half(count: str, unit: str) -> Value:
    """ "two and a half years": P2Y6M, "1.5 hours": PT1H30M; of a unit without an exact half a decimal."""
    if unit not in _HALVES:
        return Value("DURATION", duration(f"{float(count) + 0.5:g}", unit))
    whole, rest = duration(count, unit) if float(count) else "P", _HALVES[unit].removeprefix("P")
    return Value("DURATION", whole + (rest.removeprefix("T") if "T" in whole else rest))


def half(g: Codes, c: Context) -> Value | None:
    return Value("DURATION", _HALVES[g["unit"]]) if g["unit"] in _HALVES else None


def frequency(g: Codes, c: Context) -> Value:
    if "frequency" in g:
        return Value("SET", g["frequency"])
    if "weekday" in g and "daypart" in g:
        return Value("SET", f"XXXX-WXX-{g['weekday']}T{g['daypart']}")
    if "weekday" in g:
        return Value("SET", f"XXXX-WXX-{g['weekday']}")
    if "daypart" in g:
        return Value("SET", f"XXXX-XX-XXT{g['daypart']}")
    if "month" in g or "season" in g:
        return Value("SET", f"XXXX-{g.get('month') or g['season']}")
    return Value("SET", duration(g.get("count", "1"), unit_code(g)))
