"""How far a participant's words reach, what it is called, and what its determiner says."""

from __future__ import annotations

import pytest

from kg.extract import phrases
from kg.parse import Parse
from tests.parses import parsed

# text, head noun, words up to the head, whole phrase, label
REACH = [
    ("Two old boats with red sails sank.", "boats", "Two old boats", "Two old boats with red sails"),
    ("The court freed the mayor, who had been jailed in May.", "mayor", "the mayor", "the mayor"),
    ("Doctors treated families displaced by the flood.", "families", "families", "families displaced by the flood"),
    ("Siemens, a maker of trains, cut jobs.", "Siemens", "Siemens", "Siemens"),
    ("Nurses and doctors met the minister of health.", "minister", "the minister", "the minister of health"),
    ("Nurses and doctors met the minister of health.", "Nurses", "Nurses", "Nurses"),
    ("The club's new captain scored.", "captain", "The club's new captain", "The club's new captain"),
]


def at(text: str, word: str) -> tuple[Parse, int]:
    parse = parsed(text)
    return parse, parse.words.index(word)


@pytest.mark.parametrize(("text", "head", "base", "full"), REACH)
def test_reach(text: str, head: str, base: str, full: str) -> None:
    parse, token = at(text, head)
    assert parse.text(*phrases.base(parse, token)) == base
    assert parse.text(*phrases.full(parse, token)) == full


@pytest.mark.parametrize(
    ("text", "head", "label"),
    [
        ("The two old boats with red sails sank.", "boats", "two old boats with red sails"),
        ("The court freed the mayor, who had been jailed in May.", "mayor", "mayor"),
        ("Its rival won.", "rival", "rival"),
        ("The club's new captain scored.", "captain", "club's new captain"),
        (
            "A group of former officers of the northern army of the old republic in the east of the country met.",
            "group",
            "group of former officers of the northern army",
        ),
    ],
)
def test_label_has_no_determiner_and_at_most_a_dozen_words(text: str, head: str, label: str) -> None:
    parse, token = at(text, head)
    assert phrases.label(parse, token) == label
    assert len(label.split()) <= 12


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("The bank failed.", "bank", "definite"),
        ("A bank failed.", "bank", "indefinite"),
        ("Two banks failed.", "banks", "indefinite"),
        ("This bank failed.", "bank", "demonstrative"),
        ("Those strikers scored.", "strikers", "demonstrative"),
        ("No doctor came.", "doctor", "negative"),
        ("Her lawyer resigned.", "lawyer", "possessive"),
        ("The firm's lawyer resigned.", "lawyer", "possessive"),
        ("Voters stayed home.", "Voters", "bare"),
    ],
)
def test_determiner(text: str, head: str, kind: str) -> None:
    assert phrases.determiner(*at(text, head)) == kind


@pytest.mark.parametrize(
    ("text", "head", "several"),
    [
        ("Two banks failed.", "banks", True),
        ("The bank failed.", "bank", False),
        ("A lawyer and a doctor met the mayor.", "lawyer", True),
        ("A lawyer and a doctor met the mayor.", "mayor", False),
    ],
)
def test_plural(text: str, head: str, several: bool) -> None:
    assert phrases.plural(*at(text, head)) is several
