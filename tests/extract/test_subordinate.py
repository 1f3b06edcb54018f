"""Clauses and lists that the parser takes for phrases: "as" before a finite verb, questions, a second adjective, reports beside deeds."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, roles, table
from tests.parses import read

CASES: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "as and a finite verb": [
        ("The keeper fouled a striker as a free-kick came into the area.", "foul", {"patient": ["striker"], "attribute": None}),
        ("Shares fell as the storm took hold of the coast.", "fall", {"attribute": None}),
        ("Soldiers left the town as rebels drew near.", "leave", {"attribute": None}),
        ("The barn was used as a school named after her.", "use", {"attribute": ["school named after her"]}),
        ("Anna Keller served as mayor of Lyon.", "serve as", {"attribute": ["mayor of Lyon"]}),
    ],
    "a second adjective": [
        ("The lawyer works for controversial, polarizing clients.", "work", {"purpose": ["controversial, polarizing clients"]}),
        ("The fund pays for cheap, lasting repairs.", "pay", {"purpose": ["<repair>"]}),
    ],
    "a report beside a deed": [
        ("The file lists strikes on boats and allegations that guards burned a school.", "strike", {"patient": ["boats"]}),
        ("The report includes raids on villages and claims that guards burned a school.", "raid", {"patient": ["villages"]}),
        ("The report lists attacks on towns and villages.", "attack", {"patient": ["towns", "villages"]}),
    ],
    "a question with an infinitive": [
        ("The coach must decide whom to invite.", "invite", {"patient": None}),
        ("Clerks rank schools to decide who to sue.", "sue", {"patient": None}),
    ],
    "a list of what several are": [
        ("Most of the guests were nurses, pilots and bakers.", "be", {"attribute": None}),
        ("Anna Keller is a nurse and a pilot.", "be", {"attribute": ["nurse", "pilot"]}),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_participants(text: str, lemma: str, expected: dict[str, Any]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected


def test_no_second_adjective_acts() -> None:
    assert "polarize" not in {e.lemma for e in read("The lawyer works for controversial, polarizing clients.").events}


def test_who_comes_in_is_the_subject() -> None:
    assert roles("Soldiers left the town as rebels took the bridge.", "take")["agent"] == ["rebels"]


def test_in_vain_after_be_is_told() -> None:
    text = "The coach wants to ensure the effort was not in vain."
    wanted = event(read(text), "ensure")
    assert text[wanted.words[0][0] : wanted.words[-1][1]].endswith("in vain")
