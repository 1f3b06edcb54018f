"""What is counted: nouns that mean the same of a number, and numbers that leave others out."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Quantity

PEOPLE = " people"  # the key of whoever is counted as people
_ANYBODY = frozenset({"people", "person", "individual", "victim", "other"})
_NEAR = 20  # characters around a number in which the next word stands
_ONLY_OTHERS = re.compile(r"\s*(?:[\w-]+\s)?others?\b", re.IGNORECASE)


class Counted:
    """Compares what numbers count."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._additional = lexicon.words("additional")
        self._synonyms = {word: f" {min(words)}" for words in reversed(lexicon.synonyms) for word in words}

    def noun(self, head: str) -> str:
        """A key that nouns share where one may be told for the other: "rebels", "insurgents"."""
        return PEOPLE if head in _ANYBODY else self._synonyms.get(head, head)

    def of_others(self, text: str, quantity: Quantity) -> bool:
        """ "another 10 people", "eight other students", "two more boats": those that another number has not counted."""
        begin, end = quantity.span
        around = [*text[max(0, begin - _NEAR) : begin].split()[-1:], *text[begin:end].split(), *text[end : end + _NEAR].split()[:1]]
        return not self._additional.isdisjoint(word.lower() for word in around)

    def beside(self, text: str, quantity: Quantity) -> bool:
        """ "killed nine and injured 30 others": others than those told of, as another article counts them too."""
        return _ONLY_OTHERS.match(text, quantity.span[1]) is not None
