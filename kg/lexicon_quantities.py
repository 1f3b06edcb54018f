"""Words of numbers and measures, as ``ontology/quantities.ttl`` gives them, in the shape that extraction looks them up in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Keys are in lower case, but for ``symbols``, which are as written. Phrases have single spaces."""

    numbers: dict[str, float] = field(default_factory=dict)  # "forty", "million", "dozens", "twice" -> the number it stands for
    kinds: dict[str, str] = field(default_factory=dict)  # the same words -> "cardinal", "scale", "abbreviation", "least", "near" or "multiple"
    multiplying: dict[str, float] = field(default_factory=dict)  # verbs: "double", "halve"
    fractions: dict[str, float] = field(default_factory=dict)  # "third" -> denominator
    bounds: dict[str, str] = field(default_factory=dict)  # before a number: "more than" -> "min", "max" or "near"
    bounds_after: dict[str, str] = field(default_factory=dict)  # behind it: "or more"
    symbols: dict[str, str] = field(default_factory=dict)  # "US$", "Rs" -> ISO 4217 code
    currencies: dict[str, str] = field(default_factory=dict)  # nouns: "euro", "australian dollar" -> ISO 4217 code
    units: dict[str, str] = field(default_factory=dict)  # "km", "per cent" -> the unit's one name

    def of_kind(self, word: str, *kinds: str) -> bool:
        """Whether a word stands for a number in one of these ways."""
        return self.kinds.get(word) in kinds


def quantity_words(table: Callable[[str, str, str], dict[str, str]]) -> QuantityWords:
    """The tables; ``table(class, key, meaning)`` gives word -> value of ``meaning`` for the terms of a class."""

    def numbers(class_name: str, key: str, meaning: str) -> dict[str, float]:
        return {word: float(value) for word, value in table(class_name, key, meaning).items()}

    return QuantityWords(
        numbers=numbers("NumberWord", "word", "numericValue"),
        kinds=table("NumberWord", "word", "numberKind"),
        multiplying=numbers("NumberWord", "verb", "numericValue"),
        fractions=numbers("FractionWord", "word", "denominator"),
        bounds=table("BoundPhrase", "word", "boundKind"),
        bounds_after=table("BoundPhrase", "wordAfter", "boundKind"),
        symbols=table("Currency", "symbol", "currencyCode"),
        currencies=table("Currency", "noun", "currencyCode"),
        units=table("MeasureUnit", "noun", "unitName"),
    )
