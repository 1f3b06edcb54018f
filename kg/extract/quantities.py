"""Numbers of things: their value, the bound that words put on it, and what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.parse import Parse

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: float(n) for n, word in enumerate(_UP_TO_NINETEEN)} | {word: float(10 * n) for n, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "k": 1e3}
_DIGITS = re.compile(r"^[$€£¥]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|bn)?$", re.IGNORECASE)
#: Words before a number that leave it open below (min), above (max), or on both sides.
_BOUNDS = {
    **dict.fromkeys(("more than", "over", "at least", "no fewer than", "no less than", "upwards of", "exceeding", "above"), "min"),
    **dict.fromkeys(("less than", "fewer than", "under", "up to", "at most", "nearly", "almost", "no more than", "below", "as many as"), "max"),
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately", "an estimated", "estimated"), "near"),
}
_MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_SKIPPED = frozenset({"DATE", "TIME", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number over tokens ``first`` to ``last``; ``counted`` is the head token of what it counts."""

    first: int
    last: int
    value: float
    bound: str | None
    unit: str | None
    min: float | None
    max: float | None
    counted: int | None


def find_quantities(parse: Parse, dated: set[int]) -> list[Amount]:
    """The numbers of a document in order; ``dated`` are tokens of time expressions, which are none."""
    found = []
    i = 0
    while i < len(parse):
        if parse.pos[i] == "NUM" and parse.tags[i] == "CD" and i not in dated and parse.entity_types[i] not in _SKIPPED:
            last = _end(parse, i, dated)
            amount = _amount(parse, i, last)
            if amount is not None:
                found.append(amount)
            i = last + 1
        else:
            i += 1
    return found


def _end(parse: Parse, first: int, dated: set[int]) -> int:
    """The last token of a number written in several: "2.5 million", "twenty-five"."""
    end = parse.sentences[parse.sentence_of[first]][1]
    last = first
    while True:
        step = 2 if last + 2 < end and parse.words[last + 1] == "-" and parse.words[last].lower() in _WORDS else 1
        after = last + step
        if after >= end or after in dated or not (parse.tags[after] == "CD" or parse.words[after].lower() in _SCALES):
            return last
        last = after


def _value(words: list[str]) -> float | None:
    """ "1,200", "2.5 million", "eight million", "twenty-five"."""
    total, current = 0.0, None
    for word in (part for w in words for part in (w.lower().split("-") if not w[0].isdigit() else [w.lower()])):
        digits = _DIGITS.match(word)
        if digits:
            current = float(digits[1].replace(",", "") + (digits[2] or "")) * _SCALES.get((digits[3] or "").lower(), 1)
        elif word in _WORDS:
            current = (current or 0) + _WORDS[word]
        elif word in _SCALES and (current is not None or word in ("hundred", "thousand", "million", "billion")):
            current = (1 if current is None else current) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, None
        elif word not in ("and", "-", ""):
            return None
    return None if current is None and not total else total + (current or 0)


def _amount(parse: Parse, first: int, last: int) -> Amount | None:
    value = _value(parse.words[first : last + 1])
    if value is None:
        return None
    money = next((_MONEY[parse.words[k]] for k in (first - 1, last + 1) if 0 <= k < len(parse) and parse.words[k] in _MONEY), None)
    percent = last + 1 < len(parse) and parse.words[last + 1].lower() in ("%", "percent", "per")
    bound, begin = _bound(parse, first - 1 if money and first and parse.words[first - 1] in _MONEY else first)
    kind = _BOUNDS.get(bound or "")
    counted = _counted(parse, last)
    unit = money or ("%" if percent else parse.lemmas[counted] if counted is not None else None)
    low = value if kind in ("min", None) else None
    high = value if kind in ("max", None) else None
    return Amount(begin, last, value, bound, unit, low, high, _priced(parse, last) if money else None if percent else counted)


def _bound(parse: Parse, first: int) -> tuple[str | None, int]:
    start = parse.sentences[parse.sentence_of[first]][0]
    for length in (3, 2, 1):
        if first - length >= start:
            words = " ".join(parse.words[k].lower() for k in range(first - length, first))
            if words in _BOUNDS and not (
                words in ("over", "under", "above", "below", "about", "around")
                and parse.deps[first - 1] == "prep"
                and parse.child(first - 1, "pobj") != parse.heads[first]
                and parse.heads[first - 1] != first
            ):
                return words, first - length
    return None, first


def _priced(parse: Parse, token: int) -> int | None:
    """What an amount of money is of ("losses of $180m"), else the amount's own head ("paid $210 million")."""
    while parse.heads[token] != token and parse.pos[parse.heads[token]] in ("NUM", "SYM"):
        token = parse.heads[token]
    head = parse.heads[token]
    if parse.pos[head] == "NOUN" and parse.deps[token] in ("nummod", "nmod", "compound"):
        token, head = head, parse.heads[head]
    return parse.heads[head] if parse.deps[token] == "pobj" and parse.words[head].lower() == "of" else token


def _counted(parse: Parse, token: int) -> int | None:
    """The noun that the number modifies; for a bare number the noun after its "of"."""
    head = parse.heads[token]
    if parse.deps[token] in ("nummod", "compound", "quantmod", "amod") and parse.pos[head] in ("NOUN", "PROPN"):
        return head
    if parse.deps[token] in ("nummod", "compound", "quantmod") and head != token and parse.pos[head] == "NUM":
        return _counted(parse, head)
    return next((o for p in parse.all(token, "prep") if parse.words[p].lower() == "of" for o in parse.all(p, "pobj")), None)
