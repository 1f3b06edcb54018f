"""Multiples: "doubled", "twice as many", "three times the limit", "a five-fold increase"; and how often: "arrested three times"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.numerals import Numeral, Numerals
from kg.lexicon_quantities import QuantityWords
from kg.parse import Parse

_OF_WHAT = frozenset({"DT", "PRP$", "WP", "JJR", "RBR", "WDT"})


@dataclass(frozen=True, slots=True)
class Multiple:
    """``value`` times ``of``, or so often; ``at`` is the token through which it takes part in a happening."""

    last: int
    value: float
    unit: str  # "times", or "time" of how often something happens
    of: int | None
    at: int


class Multiples:
    """Finds the multiples of a document."""

    def __init__(self, parse: Parse, words: QuantityWords, numerals: Numerals) -> None:
        self._parse, self._words, self._numerals = parse, words, numerals

    def at(self, i: int, numeral: Numeral | None) -> Multiple | None:
        """The multiple that begins at a token, or at the number there."""
        parse, word = self._parse, self._numerals.lower[i]
        if parse.pos[i] == "VERB" and parse.lemmas[i] in self._words.multiplying:
            return self._verb(i)
        if self._words.kinds.get(word) == "multiple" and (word.endswith("fold") or self._compares(i + 1)):
            return self._compared(i, self._words.numbers[word])
        if numeral is None or numeral.kind != "exact":
            return None
        after = numeral.last + 1 + (self._numerals.word(numeral.last + 1) == "-")
        if self._numerals.word(after) == "fold" or (self._numerals.word(after) == "times" and self._compares(after + 1)):
            return self._compared(after, numeral.value)
        if self._numerals.word(after) == "times" and parse.deps[after] == "npadvmod":
            return Multiple(numeral.last, numeral.value, "time", parse.heads[after], parse.heads[after])
        return None

    def _compares(self, i: int) -> bool:
        """ "as many", "the limit", "higher"."""
        return self._numerals.word(i) in ("as", "more") or (i < len(self._parse) and self._parse.tags[i] in _OF_WHAT)

    def _verb(self, verb: int) -> Multiple | None:
        """ "doubled its output", "exports tripled", "the doubled output"; but not "doubled down" nor "doubles as"."""
        parse = self._parse
        if parse.child(verb, "prt") is not None or self._numerals.word(verb + 1) in ("as", "down", "up", "back"):
            return None
        changed = parse.heads[verb] if parse.deps[verb] == "amod" else self._object_or_subject(verb)
        return Multiple(verb, self._words.multiplying[parse.lemmas[verb]], "times", changed, verb)

    def _compared(self, last: int, value: float) -> Multiple:
        """Of a noun ("twice the budget", "a five-fold increase in cases" is one of cases), else of the subject ("rose tenfold")."""
        parse = self._parse
        head = next((a for a in parse.ancestors(last) if parse.pos[a] in ("NOUN", "PROPN", "VERB", "AUX") and parse.lemmas[a] != "time"), None)
        if head is None:
            return Multiple(last, value, "times", None, last)
        if parse.pos[head] in ("VERB", "AUX"):
            many = self._numerals.word(last + 2) in ("many", "much")  # "made ten cars, twice as many as before"
            return Multiple(last, value, "times", self._object_or_subject(head) if many else self._subject(head), head)
        changed = next((o for p in parse.all(head, "prep") if parse.lemmas[p] in ("in", "of") for o in parse.all(p, "pobj")), None)
        return Multiple(last, value, "times", changed if changed is not None else head, head)

    def _object_or_subject(self, verb: int) -> int | None:
        found = self._parse.child(verb, "dobj")
        return self._subject(verb) if found is None else found

    def _subject(self, verb: int) -> int | None:
        return self._parse.child(verb, "nsubj", "nsubjpass")
