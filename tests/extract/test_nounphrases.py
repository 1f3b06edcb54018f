"""Where noun phrases end: scores, rivals, two people of whom one has a title."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import roles, table

CASES: dict[str, list[Any]] = {
    "score": [
        ("Porto beat local rivals Boavista 3-1 on Sunday.", "beat", {"agent": ["Porto"], "patient": ["Boavista"]}),
        ("Ana Ruiz beat Eva Lind 6-3, 6-4 in Lyon.", "beat", {"agent": ["Ana Ruiz"], "patient": ["Eva Lind"]}),
        ("Ajax thrashed Utrecht 4-0 on Friday.", "thrash", {"agent": ["Ajax"], "patient": ["Utrecht"]}),
    ],
    "rivals": [
        ("Norda will face French visitors Perpignan.", "face", {"agent": ["Norda"], "patient": ["Perpignan"]}),
        ("The club drew Tuscan rivals Pisa.", "draw", {"agent": ["club"], "patient": ["Pisa"]}),
        ("The board met local farmers Friday.", "meet", {"agent": ["board"], "patient": ["local farmers"]}),
    ],
    "two people": [
        ("Ana Ruiz and trade minister Bo Lind signed the treaty.", "sign", {"agent": ["Ana Ruiz", "Bo Lind"], "patient": ["treaty"]}),
        ("Laura Perez and finance minister Carlos Gomez met nurses.", "meet", {"agent": ["Laura Perez", "Carlos Gomez"], "patient": ["nurses"]}),
        ("John Smith and coach David Brown praised the fans.", "praise", {"agent": ["John Smith", "David Brown"], "patient": ["fans"]}),
    ],
    "what a joined noun goes on from": [
        ("He won support with his promise to build a bridge and his reform of the courts.", "build", {"patient": ["bridge"]}),
        ("The critic described the film as a marvel and the book as a bore.", "describe", {"patient": ["film"], "attribute": ["marvel"]}),
        ("The league handed the club a fine and its captain a ban.", "hand", {"patient": ["<fine>"], "recipient": ["club"]}),
        ("The minister and the union that he leads disagree.", "lead", {"patient": ["union"]}),
    ],
    "a prefix of its own": [
        ("The law bans semi-automatics.", "ban", {"agent": ["law"], "patient": ["semi-automatics"]}),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_participants(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    found = roles(text, lemma)
    assert {role: labels for role, labels in found.items() if role in expected or role not in ("agent", "place")} == expected
