"""Numbers as they are written: "1,200", "2.5 million", "twenty-five", "half a dozen", "two-thirds", "hundreds of thousands"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.lexicon_quantities import QuantityWords
from kg.parse import Parse

_DIGITS = re.compile(r"(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{2,3})*,\d{3})(\.\d+)?([a-z]{1,3})?")
_ARTICLES = frozenset({"a", "an"})


def product(one: float, other: float) -> float:
    """As decimals: 1.055 times a billion is 1,055,000,000, where binary fractions make it 1,054,999,999.9999999."""
    return float(Decimal(repr(one)) * Decimal(repr(other)))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens ``first`` to ``last``."""

    first: int
    last: int
    value: float
    kind: str = "exact"  # or "least", "near", "share" (a part of a whole, its value between 0 and 1)
    scale: float = 1.0  # the last that multiplied it


class Numerals:
    """Reads the numbers of a document; ``barred`` are tokens that belong to something else, such as a date."""

    def __init__(self, parse: Parse, words: QuantityWords, barred: frozenset[int]) -> None:
        self.lower = [word.lower() for word in parse.words]
        self._parse, self._words, self._barred = parse, words, barred
        self._beginnings = {word.split()[0] for word in words.numbers} | words.fractions.keys() | _ARTICLES

    def at(self, i: int) -> Numeral | None:
        """The number that begins at a token."""
        if i >= len(self.lower) or not (self.lower[i] in self._beginnings or self.lower[i][:1].isdecimal()):
            return None
        if i in self._barred:
            part = self._fraction(i)  # "a quarter of the seats" looks like a quarter of a year
            return part if part and self.word(part.last + 1) == "of" and part.last + 2 not in self._barred else None
        return self._vague(i) or self._fraction(i) or self._cardinal(i)

    def word(self, i: int) -> str:
        """The word at a token in lower case; nothing beyond the document."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def phrase(self, i: int, length: int) -> str:
        """The words of so many tokens with single spaces; nothing where they reach beyond the document."""
        return " ".join(self.lower[i : i + length]) if 0 <= i <= len(self.lower) - length else ""

    def digits(self, i: int) -> bool:
        """Whether a token that is in no date begins with a digit."""
        return self.word(i)[:1].isdecimal() and i not in self._barred

    def _vague(self, i: int) -> Numeral | None:
        """ "dozens", "scores of", "several hundred", "tens of thousands"; the article of "a couple of" belongs to it."""
        for length in (2, 1):
            phrase = self.phrase(i, length)
            if self._words.of_kind(phrase, "least", "near") and not self._parse.tags[i].startswith("V"):
                value, last = self._words.numbers[phrase], i + length - 1 - phrase.endswith(" of")
                plural = self.word(last + 2)
                if self.word(last + 1) == "of" and self._words.of_kind(plural, "least") and self._words.of_kind(plural.removesuffix("s"), "scale"):
                    value, last = product(value, self._words.numbers[plural.removesuffix("s")]), last + 2
                first = i - 1 if self.word(i - 1) in _ARTICLES else i
                return Numeral(first, last, value, self._words.kinds[phrase])
        return None

    def _fraction(self, i: int) -> Numeral | None:
        """ "half of", "a third of", "two-thirds", and with a scale behind it a number: "half a million"."""
        found = self._bare_fraction(i) or self._counted_fraction(i)
        if found is None:
            return None
        value, last = found
        after = last + 1 + (self.word(last + 1) == "of")
        if self.word(after) in _ARTICLES and self._words.of_kind(self.word(after + 1), "scale"):
            scale = self._words.numbers[self.word(after + 1)]
            return Numeral(i, after + 1, value * scale, scale=scale)
        return Numeral(i, last, value, "share")

    def _bare_fraction(self, i: int) -> tuple[float, int] | None:
        """ "half of", "half the" and "more than half", but not "the second half" nor "a third person"."""
        start = i + (self.word(i) in _ARTICLES)
        word = self.word(start)
        if word not in self._words.fractions or (start == i) is not (self._words.fractions[word] == 2) or self._parse.tags[start].startswith("JJ"):
            return None
        if start == i and (self.word(i - 1) == "-" or any(self._parse.tags[c] in ("JJ", "DT", "PRP$") and c < i for c in self._parse.children[i])):
            return None
        after = self._parse.tags[start + 1] if start + 1 < len(self._parse) else ""
        whole = self.word(start + 1) == "of" or (start == i and after in ("DT", "PRP$"))
        measured = self.word(i - 1) == "by" or any(self.phrase(i - n, n) in self._words.bounds for n in (1, 2, 3))
        return (1 / self._words.fractions[word], start) if whole or measured else None

    def _counted_fraction(self, i: int) -> tuple[float, int] | None:
        """ "two-thirds", "three quarters", "one third"."""
        if not self._words.of_kind(self.word(i), "cardinal"):
            return None
        part = i + 1 + (self.word(i + 1) == "-")
        many = self._words.numbers[self.word(i)]
        denominator = self._words.fractions.get(self.word(part) if many == 1 else self.word(part).removesuffix("s"), 0.0)
        plural = self.word(part) not in self._words.fractions
        if not 0 < many < denominator or plural is not (many > 1):
            return None
        return many / denominator, part

    def _cardinal(self, i: int) -> Numeral | None:
        state = _Sum()
        j = i
        if self.word(i) in _ARTICLES and self._words.of_kind(self.word(i + 1), "scale"):
            state.add(1.0)
            j = i + 1
        else:
            digits = self._digits(i)
            if digits is not None:
                state.add(digits[0])
                state.scale = digits[1]
                j = i + 1
        written = j == i  # in words, so that more words may add to it
        end = self._parse.sentences[self._parse.sentence_of[i]][1]
        while j < end and j not in self._barred:
            taken = self._next(j, state, written, i)
            if not taken:
                break
            j += taken
        if j == i or (j == i + 1 and self.word(i) in _ARTICLES):
            return None
        return Numeral(i, j - 1, state.value(), scale=state.scale)

    def _digits(self, i: int) -> tuple[float, float] | None:
        """Value and scale of a token in digits; digits beside digits are a telephone number or a code."""
        match = _DIGITS.fullmatch(self.word(i))
        if match is None or self.digits(i - 1) or self.digits(i + 1):
            return None
        scale = 1.0
        if match[3]:
            if not self._words.of_kind(match[3], "abbreviation"):
                return None
            scale = self._words.numbers[match[3]]
        return product(float(match[1].replace(",", "") + (match[2] or "")), scale), scale

    def _next(self, j: int, state: _Sum, written: bool, first: int) -> int:
        """How many tokens the number goes on with at token ``j``: a word that adds, a scale, or what joins them."""
        word, numbers = self.word(j), self._words.numbers
        short = word.rstrip(".")  # "$5m." at the end of a sentence
        begun = state.current is not None or state.total > 0
        if self._words.of_kind(word, "scale"):
            return int(state.multiply(numbers[word]))
        if word == "-" and j > first and not self._parse.spaced[j - 1] and state.scale == 1 and self._words.of_kind(self.word(j + 1), "scale"):
            return 2 * state.multiply(numbers[self.word(j + 1)])  # "a 10-billion-euro loan"
        if self._words.of_kind(short, "abbreviation") and j > first and state.scale == 1:
            money = first > 0 and self._parse.words[first - 1] in self._words.symbols
            return int((money or not self._parse.spaced[j - 1]) and state.multiply(numbers[short]))
        if begun and self.lower[j : j + 3] == ["and", "a", "half"]:
            state.add(0.5)
            return 3
        if not written:
            return 0
        if self._words.of_kind(word, "cardinal") and self._parse.tags[j] in ("CD", "NNP", "NN", "JJ") and state.fits(numbers[word]):
            state.add(numbers[word])
            return 1
        joined = numbers.get(self.word(j + 1), 0.0) if self._words.of_kind(self.word(j + 1), "cardinal") else 0.0
        joins = (word == "-" and state.tens()) or (word == "and" and state.scale >= 100)
        if joins and joined and state.fits(joined):
            state.add(joined)
            return 2
        return 0


@dataclass(slots=True)
class _Sum:
    """A number being read: ``total`` of the thousands and above that are done, ``current`` below them."""

    total: float = 0.0
    current: float | None = None
    scale: float = 1.0  # the last
    thousands: float = 1.0  # the last from a thousand up

    def value(self) -> float:
        return self.total + (self.current or 0.0)

    def tens(self) -> bool:
        return self.current is not None and 20 <= self.current % 100 < 100 and self.current % 10 == 0

    def fits(self, number: float) -> bool:
        """ "five" goes on "twenty" and "four hundred", not on "six"."""
        if self.current is None:
            return True
        return self.current > 0 and (self.current % 100 == 0 or (self.tens() and 0 < number < 10))

    def add(self, number: float) -> None:
        self.current = (self.current or 0.0) + number

    def multiply(self, scale: float) -> bool:
        """Takes a scale: of what stands before it, or of all ("five lakh crore"); a bare one is one of itself."""
        if self.total and scale > self.thousands:
            self.current, self.total = self.value(), 0.0
        elif self.current is None and self.total:
            return False
        self.current = product(1.0 if self.current is None else self.current, scale)
        if scale >= 1000:
            self.total, self.current, self.thousands = self.total + self.current, None, scale
        self.scale = scale
        return True
