"""What objects are called where a clause or an ordinal tells which, and what is told beside a clause."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import roles, table
from tests.parses import read

CASES: dict[str, list[Any]] = {
    "content of a noun": [
        ("Police pursued the theory that the driver fell asleep.", "pursue", "patient", ["theory that the driver fell asleep"]),
        ("The deal raised the prospect that the strike will end.", "raise", "patient", ["prospect that the strike will end"]),
        ("Nurses voiced the fear that the ward would close.", "voice", "patient", ["fear that the ward would close"]),
    ],
    "list of infinitives": [
        ("He expressed a desire to buy, repair and sell old boats.", "express", "patient", ["desire to buy, repair and sell old boats"]),
        ("The union lost its power to call, extend and end strikes.", "lose", "topic", ["power to call, extend and end strikes"]),
        ("The club seeks money to train, feed and pay young players.", "seek", "topic", ["money to train, feed and pay young players"]),
    ],
    "ordinal": [
        ("The navy stopped one trawler and chased a third.", "chase", "patient", ["third trawler"]),
        ("The museum sold one oil painting and kept a third.", "keep", "patient", ["third oil painting"]),
        ("The judge freed one banker and jailed a second.", "jail", "patient", ["second banker"]),
    ],
    "brought to act": [
        ("The drought has prompted thousands of farmers to leave the valley.", "prompt", "patient", ["thousands of farmers"]),
        ("The crash led the airline to ground its jets.", "lead", "patient", ["airline"]),
        ("The leak prompted the bank to call the police.", "prompt", "topic", ["<call>"]),
    ],
    "as told by somebody": [
        ("As reported by the Times, the bank sold its mines in Peru.", "report", "topic", ["<sell>"]),
        ("As first reported by Reuters, the airline cut nine routes.", "report", "topic", ["<cut>"]),
        ("As noted by the coach, the team lost twice.", "note", "topic", ["<lose>"]),
    ],
    "question quoted at the end": [
        ('The minister called for calm, stating, "What do they want?"', "state", "topic", ["<want>"]),
        ('The coach shook his head, saying, "Who needs money?"', "say", "topic", ["<need>"]),
        ('The club refused to pay, insisting, "Where would the money come from?"', "insist", "topic", ["<come>"]),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "role", "expected"), table(CASES))
def test_role_of_event(text: str, lemma: str, role: str, expected: list[str]) -> None:
    assert roles(text, lemma).get(role) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's worth noting the bank lost money last year.",
        "It is worth remembering that the dam failed once.",
        "It's worth pointing out that teachers earn less.",
    ],
)
def test_formulas_tell_nothing(text: str) -> None:
    assert len(read(text).events) == 1


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Ana Ruiz, legal director of the Red Cross, praised the ruling.", False),
        ("Ana Ruiz, marketing director of Siemens, resigned.", False),
        ("Ana Ruiz, research director of Oxfam, met donors.", False),
        ("Ana Ruiz, director of Oxfam, met donors.", True),
    ],
)
def test_director_of_a_field(text: str, heads: bool) -> None:
    assert any(claim.predicate == "headOf" for claim in read(text).claims) == heads
