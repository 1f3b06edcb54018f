"""Years as they are said and broadcasts write them: "nineteen ninety-six", "two thousand and four"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CENTURIES = range(15, 21)
_SPLIT = re.compile(r"[-\s]+")


class YearWords:
    """The expression of years in words, made of the words of numbers, and what they come to."""

    def __init__(self, counts: Mapping[str, str]) -> None:
        self._numbers = {word: int(code) for word, code in counts.items() if word.isalpha() and code.isdigit() and len(word) > 2}
        units, teens, tens = self._of(range(1, 10)), self._of(range(10, 20)), self._of(range(20, 100, 10))
        centuries, thousand = self._of(_CENTURIES), self._of(range(1000, 1001))
        self.firsts = frozenset([*centuries, *self._of(range(2, 3))]) if thousand else frozenset[str]()
        rest = rf"(?:{'|'.join(tens)})(?:[-\s](?:{'|'.join(units)}))?|{'|'.join(teens)}"
        said = rf"(?:{'|'.join(centuries)})[-\s](?:{rest}|oh[-\s](?:{'|'.join(units)}))"
        counted = rf"(?:{'|'.join(self._of(range(2, 3)))})\s(?:{'|'.join(thousand)})(?:\s(?:and\s)?(?:{rest}|{'|'.join(units)}))?"
        self.expression = f"|{said}|{counted}" if thousand else ""

    def _of(self, numbers: range) -> list[str]:
        return [word for word, number in self._numbers.items() if number in numbers]

    def read(self, text: str) -> str:
        """Four digits of a year in words (lower case)."""
        first, *rest = (self._numbers.get(word, 0) for word in _SPLIT.split(text))
        return f"{first * 100 + sum(rest) if first in _CENTURIES else first * 1000 + sum(rest[1:]):04}"
