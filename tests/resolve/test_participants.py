"""Described participants that several articles give one happening are one; in one article, in another number or in another happening they are not."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from tests.parses import lexicon
from tests.resolve.test_happenings import told


def described(*texts: str) -> list[tuple[str, set[str]]]:
    """Label and documents of each participant without a name."""
    found = resolve([told(f"d{n}", text) for n, text in enumerate(texts)], lexicon())
    return [(c.label, {ref[0] for ref in c.members}) for c in found.entities if not c.named]


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (
            "Kenyan troops attacked a rebel camp near Lodwar on Sunday, General Amina Noor said in Lodwar.",
            "The attack by Kenyan troops on the camp near Lodwar was over on Sunday, General Amina Noor said in Lodwar.",
            "camp near Lodwar",
        ),
        (
            "Auralis Bank sold a shipyard in Gdansk to Lumen Capital on Friday, Anna Berg said.",
            "Auralis Bank sold the Polish shipyard to Lumen Capital on Friday, Anna Berg said.",
            "shipyard",
        ),
        (
            "A court in Valletta fined an oil trader from Gozo on Thursday, Judge Rita Zammit said.",
            "The court in Valletta fined the trader on Thursday, Judge Rita Zammit said.",
            "trader",
        ),
    ],
)
def test_one_participant_of_one_happening(one: str, other: str, label: str) -> None:
    assert (label, {"d0", "d1"}) in described(one, other)


@pytest.mark.parametrize(
    ("one", "other", "noun"),
    [
        (
            "Auralis Bank sold two shipyards in Gdansk to Lumen Capital on Friday, Anna Berg said.",
            "Auralis Bank sold three shipyards in Gdansk to Lumen Capital on Friday, Anna Berg said.",
            "shipyards",
        ),
        ("Troops attacked a camp near Lodwar on Sunday.", "Fans attacked a camp near Porto in March.", "camp"),
        ("A court in Milan sentenced the banker Carlo Ruggeri on Friday.", "A Turin court sentenced the banker Carlo Ruggeri on Friday.", "court"),
        (
            "Auralis Bank bought Lumen Capital for 3 billion euros on Friday, Anna Berg said.",
            "Auralis Bank bought Lumen Capital for 2 billion euros on Friday, Anna Berg said.",
            "euros",
        ),
        (
            "Auralis Bank stepped up its efforts against fraud on Friday, Anna Berg said.",
            "Auralis Bank stepped up its efforts to cut costs on Friday, Anna Berg said.",
            "efforts",
        ),
    ],
)
def test_others_stay_apart(one: str, other: str, noun: str) -> None:
    found = [documents for label, documents in described(one, other) if noun in label]
    assert found
    assert {"d0", "d1"} not in found
