"""Titles and slogans in quotation marks, which are names of something; over music, broadcasting, films and marches."""

from __future__ import annotations

import pytest

from tests.extract.telling import roles, table
from tests.parses import read

#: text, lemma, role, the labels that fill it
TOLD: dict[str, list[tuple[str, str, str, list[str]]]] = {
    "what is played or titled": [
        ('The band played "We Are the Champions" and left.', "play", "patient", ["We Are the Champions"]),
        ('Lind released a memo titled "The Facts on Where the Race Stands."', "title", "attribute", ["The Facts on Where the Race Stands"]),
        ('She sang "Hope Is a River" at the fair.', "sing", "patient", ["Hope Is a River"]),
    ],
    "what is said": [
        ('He said "the bridge is closed" and left.', "say", "topic", ["<closed>"]),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "role", "expected"), table(TOLD))
def test_told(text: str, lemma: str, role: str, expected: list[str]) -> None:
    assert roles(text, lemma).get(role, []) == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ('Lind said on CBS\'s "Face the Nation" that taxes would fall.', "face"),
        ('Fans joined in a chant of "Feel the Bern!"', "feel"),
        ('The film, titled "Time Is Money", opened in Lima.', "be"),
    ],
)
def test_nothing_is_told_in_a_title(text: str, lemma: str) -> None:
    assert lemma not in [event.lemma for event in read(text).events]
