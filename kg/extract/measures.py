"""The words around a number: bounds, signs of currencies, units."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.numerals import Numeral, Numerals
from kg.lexicon_quantities import QuantityWords
from kg.parse import Parse

_LONGEST = 4  # words of a bound or a unit


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit or a currency; ``last`` is the last token of the number and its unit."""

    name: str
    last: int
    money: bool


class Measures:
    """Looks up the words around the numbers of a document."""

    def __init__(self, parse: Parse, words: QuantityWords, numerals: Numerals) -> None:
        self._parse, self._words, self._numerals = parse, words, numerals

    def signed(self, i: int) -> int:
        """How many tokens the sign of a currency has that begins at a token: "$", "US$" in one piece or two, or none."""
        words = self._parse.words
        if i + 1 < len(words) and words[i] + words[i + 1] in self._words.symbols:
            return 2
        return int(0 <= i < len(words) and words[i] in self._words.symbols)

    def start(self, first: int) -> int:
        """The first token of a number with the sign before it."""
        if first > 1 and self.signed(first - 2) == 2:
            return first - 2
        return first - 1 if self.signed(first - 1) == 1 else first

    def of(self, first: int, last: int) -> Measure | None:
        """The measure of a number over tokens ``first`` to ``last``: a sign before it, or else a sign or nouns behind, or else "magnitude 6.4"."""
        start = self.start(first)
        if start < first:
            return Measure(self._words.symbols["".join(self._parse.words[start:first])], last, True)
        if signs := self.signed(last + 1):
            return Measure(self._words.symbols["".join(self._parse.words[last + 1 : last + 1 + signs])], last + signs, True)
        return self._behind(last) or self._ahead(first, last)

    def _behind(self, last: int) -> Measure | None:
        after = last + 2 if self._numerals.word(last + 1) == "-" else last + 1
        for length in range(_LONGEST, 0, -1):
            end = after + length
            if end > len(self._parse):
                continue
            for words in (self._parse.lemmas, self._numerals.lower):
                noun = " ".join(words[after:end]).lower()
                unit, currency = self._words.units.get(noun), self._words.currencies.get(noun)
                if unit and (not currency or self._numerals.word(end) == "of"):
                    return Measure(unit, end - 1, False)
                if currency and not self._parse.tags[end - 1].startswith("VB"):  # not "the two won"
                    return Measure(currency, end - 1, True)
        return None

    def _ahead(self, first: int, last: int) -> Measure | None:
        """ "magnitude 6.4", "a magnitude of 6.4"."""
        noun = first - 2 if self._numerals.word(first - 1) == "of" else first - 1
        counts = noun < first - 1 and last + 1 < len(self._parse) and self._parse.pos[last + 1] in ("NOUN", "PROPN", "ADJ")
        unit = self._words.units.get(self._numerals.word(noun))
        return Measure(unit, last, False) if unit and not counts and self._parse.pos[noun] == "NOUN" else None

    def bound_before(self, start: int) -> tuple[int, str]:
        """The first token of the bound that ends before ``start``, and its words; ``start`` and "" where there is none."""
        sentence = self._parse.sentences[self._parse.sentence_of[start]][0]
        for length in range(_LONGEST, 0, -1):
            words = self._numerals.phrase(start - length, length)
            if start - length >= sentence and words in self._words.bounds and not (length == 1 and self._governs(start - 1, start)):
                return start - length, words
        return start, ""

    def _governs(self, preposition: int, number: int) -> bool:
        """ "rose above 40", "talks under way over 12 days": a preposition in its own right."""
        parse = self._parse
        if parse.deps[preposition] != "prep" or parse.heads[preposition] == number:
            return False
        return parse.child(preposition, "pobj") != parse.heads[number]

    def bound_after(self, numeral: Numeral, noun: int | None) -> tuple[int, str]:
        """The last token and the words of a bound behind the number ("100 or more ships") or behind its noun ("100 ships or more").

        Behind the noun it does not stretch the number's words.
        """
        for last in (numeral.last, noun):
            if last is None:
                continue
            after = last + 2 if self._numerals.word(last + 1) == "-" else last + 1
            for length in range(_LONGEST, 0, -1):
                words = self._numerals.phrase(after, length)
                if words in self._words.bounds_after and self._numerals.word(after + length) != "than" and self._numerals.at(after + length) is None:
                    return after + length - 1 if last == numeral.last else numeral.last, words
        return numeral.last, ""

    def kind(self, before: str, after: str) -> str | None:
        """What a bound before or behind makes the number: "min", "max", "near", or nothing."""
        return self._words.bounds.get(before) or self._words.bounds_after.get(after)
