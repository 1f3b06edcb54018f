"""Two objects of one verb, of which one may be none: over sport, courts, disasters, companies and films."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import roles, table

CASES: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "another name for the first": [
        ("The storm flooded the Hotel Lux, a landmark of the town.", "flood", {"agent": ["<storm>"], "patient": ["Hotel Lux"]}),
        ("The bank bought a mine, a quarry and a port.", "buy", {"agent": ["bank"], "patient": ["mine", "quarry", "port"]}),
        ("The mayor survived an attack, a vote and a flood.", "survive", {"agent": ["mayor"], "patient": ["<attack>", "<vote>", "<flood>"]}),
        ("The judges praised two winners, a rower and a skier.", "praise", {"agent": ["judges"], "patient": ["two winners"]}),
    ],
    "what is not right behind it": [
        ("The ministry kept the dam closed, a step that farmers had sought.", "keep", {"agent": ["ministry"], "patient": ["dam"]}),
        ("The army took control of Pune, about 40 kilometres north of Lima.", "take", {"agent": ["army"], "patient": ["control of Pune"]}),
    ],
    "who gets it": [
        ("The goal earned the club a draw with Norda.", "earn", {"recipient": ["club"], "topic": ["draw with Norda"]}),
        ("The scandal has cost the minister her seat.", "cost", {"recipient": ["minister"]}),
    ],
    "what it becomes, and how": [
        ("Critics voted it the best film.", "vote", {"agent": ["Critics"], "attribute": ["best film"]}),
        ("The judge likes the captain best.", "like", {"agent": ["judge"], "patient": ["captain"]}),
    ],
    "a pronoun that is no object": [
        ("The fee, which the court told the firm to argue about, was dropped.", "tell", {"agent": ["court"], "recipient": ["firm"]}),
        ("The song that the choir sang the next day was banned.", "sing", {"agent": ["choir"], "patient": ["song"]}),
        ("The letter that the nurse wrote was burned.", "write", {"agent": ["nurse"], "patient": ["letter"]}),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_objects(text: str, lemma: str, expected: dict[str, Any]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected
    assert "patient" in expected or "patient" not in found or lemma in ("vote", "cost")
