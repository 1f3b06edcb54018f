"""Properties that hold for every number: it reads back as itself, and its amount is sound on any parse."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.extract.numerals import Numerals
from kg.extract.quantities import find_quantities
from kg.parse import Parse
from tests.parses import lexicon

BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def spelt(number: int, joint: list[str]) -> list[str]:
    """A number in words; ``joint`` stands after a hundred: "and" or nothing."""
    if number < 20:
        return [BELOW_TWENTY[number]]
    if number < 100:
        return [TENS[number // 10 - 2], *(["-", BELOW_TWENTY[number % 10]] if number % 10 else [])]
    size, scale = next((size, scale) for size, scale in SCALES if number >= size)
    rest = number % size
    return [*spelt(number // size, joint), scale, *(joint if rest and size == 100 else []), *(spelt(rest, joint) if rest else [])]


def row(words: list[str], tags: list[str], heads: list[int], deps: list[str]) -> Parse:
    """A parse of one sentence whose words stand one space apart."""
    ends = [sum(len(word) + 1 for word in words[: i + 1]) - 1 for i in range(len(words))]
    parse = Parse(words, [word.lower() for word in words], tags, ["NUM" if tag == "CD" else "NOUN" for tag in tags], deps, heads)
    parse.entity_types, parse.entity_starts = [""] * len(words), [False] * len(words)
    parse.begins, parse.ends, parse.spaced = [end - len(word) for end, word in zip(ends, words, strict=True)], ends, [True] * len(words)
    parse.sentence_of, parse.sentences, parse.kinds, parse.citations = [0] * len(words), [(0, len(words))], ["text"], [()]
    parse.children = [[c for c, head in enumerate(heads) if head == i != c] for i in range(len(words))]
    return parse


def value(words: list[str]) -> float | None:
    """What a row of words reads as, from its first to its last."""
    count = len(words)
    numeral = Numerals(row(words, ["CD"] * count, [0] * count, ["dep"] * count), lexicon().quantities, frozenset()).at(0)
    return numeral.value if numeral is not None and numeral.last == count - 1 else None


@given(st.integers(0, 10**12), st.sampled_from([["and"], []]))
@example(0, [])
@example(10**12, [])
@example(1_001_000_100_001, ["and"])
@example(21_000_021, [])
def test_a_number_in_words_is_itself(number: int, joint: list[str]) -> None:
    assert value(spelt(number, joint)) == number


@given(st.integers(0, 10**12))
def test_a_number_in_digits_is_itself(number: int) -> None:
    assert value([f"{number:,}"]) == number
    assert value([str(number)]) == number


VOCABULARY = (
    "one two twenty hundred thousand million dozen dozens hundreds of half third quarter a and to or - between from more than at least up about "
    "$ US$ euros percent miles people votes men in by 3 12 1,200 2.5 1.2bn 7m 0800 2013 times twice doubled fold old aged , as the"
).split()
TAGS = ["CD", "NN", "NNS", "NNP", "JJ", "IN", "DT", "VBD", "RB"]
DEPS = ["nummod", "compound", "quantmod", "nsubj", "dobj", "pobj", "prep", "attr", "npadvmod", "appos", "amod", "conj"]


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Any words in any tree: a parser may be wrong in every way."""
    words = draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14))
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    for n, token in enumerate(order):
        heads[token] = order[draw(st.integers(0, n - 1))] if n else token
    pick = [draw(st.sampled_from(TAGS)) for _ in words]
    return row(words, pick, heads, [draw(st.sampled_from(DEPS)) for _ in words])


@settings(max_examples=400)
@given(parses())
def test_every_amount_is_sound(parse: Parse) -> None:
    amounts = find_quantities(parse, lexicon(), frozenset())
    for amount in amounts:
        assert 0 <= amount.first <= amount.last < len(parse)
        assert math.isfinite(amount.value)
        assert amount.min is None or amount.min <= amount.value
        assert amount.max is None or amount.value <= amount.max
        assert amount.counted is None or 0 <= amount.counted < len(parse)
        assert 0 <= amount.at < len(parse)
    assert [a.first for a in amounts] == sorted({a.first for a in amounts})
    assert all(one.last < two.first for one, two in pairwise(amounts))
