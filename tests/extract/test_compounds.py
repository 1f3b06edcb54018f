"""Prepositions of several words, and what stands behind a bracket; over towns, treaties, taxes and sport."""

from __future__ import annotations

import pytest

from kg.extract.compounds import mend_compound
from kg.parse import move
from tests.extract.telling import roles, table
from tests.parses import parsed, read

#: text, lemma, role, the labels that fill it
TOLD: dict[str, list[tuple[str, str, str, list[str]]]] = {
    "thanks to": [
        ("The town will win visitors thanks to new jobs.", "win", "topic", ["visitors"]),
        ("The lead of the club continues to grow thanks to a big win in Lima.", "grow", "patient", ["lead of the club"]),
        ("The mayor gave thanks to the nurses.", "give", "patient", ["thanks"]),
    ],
    "as opposed to": [
        ("The deal is seen as a truce as opposed to a lasting peace.", "see", "attribute", ["<truce>"]),
    ],
    "behind a bracket": [
        ("Lind swapped the old tax (favoured by the unions) for a levy on fuel.", "swap", "purpose", ["levy on fuel"]),
        ("Lind swapped the old tax (favoured by the unions) for a levy on fuel.", "favour", "purpose", []),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "role", "expected"), table(TOLD))
def test_told(text: str, lemma: str, role: str, expected: list[str]) -> None:
    assert roles(text, lemma).get(role, []) == expected


def test_nobody_opposes_what_something_is_told_from() -> None:
    told = read("The deal is seen as a truce as opposed to a lasting peace.")
    assert "oppose" not in [event.lemma for event in told.events]


def test_a_bracket_that_begins_a_sentence_stands_behind_nothing() -> None:
    """What is in it belongs to no word of the sentence before."""
    parse = parsed("Nine towns met. (Lind favoured it) for years.")
    bracket, after = parse.words.index(")"), parse.words.index("for")
    number = parse.sentence_of[after]
    parse.sentence_of[bracket] = number
    move(parse, after, parse.words.index("favoured"), "prep")
    mend_compound(parse, bracket)
    assert parse.sentence_of[parse.heads[after]] == number
