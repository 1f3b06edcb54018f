"""How long something is to last, as a number of it: "sentenced to nine years", "a truce of 30 days", "a 16-day strike"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.quantities import Amount
from kg.extract.times import Time
from kg.lexicon import Lexicon
from kg.parse import Parse

_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}
_LEADING = frozenset({"to", "of"})


def find_durations(parse: Parse, times: Sequence[Time], lexicon: Lexicon) -> list[Amount]:
    """Durations that a verb or a noun takes as its measure; those that only say for how long or since when are times alone."""
    return [amount for time in times if time.type == "DURATION" and not time.begin for amount in _measure(parse, time, lexicon)]


def _measure(parse: Parse, time: Time, lexicon: Lexicon) -> Iterator[Amount]:
    length = _LENGTH.fullmatch(time.value or "")
    head = next((i for i in range(time.first, time.last + 1) if not time.first <= parse.heads[i] <= time.last), None)
    unit = _UNITS.get(f"{length[1]}{length[3]}") if length else None
    if length is None or head is None or unit is None:
        return
    governor, dep = parse.heads[head], parse.deps[head]
    if dep == "pobj" and parse.words[governor].lower() in _LEADING:
        at = parse.heads[governor]
    elif dep in ("compound", "nmod", "amod") and governor > time.last:
        at = governor  # "a 16-day strike"
    elif dep in ("dobj", "npadvmod") and parse.lemmas[governor] in lexicon.words("lasting"):
        at = governor
    else:
        return
    if parse.pos[at] in ("VERB", "NOUN"):
        yield Amount(time.first, time.last, float(length[2]), None, unit, float(length[2]), float(length[2]), None, at)
