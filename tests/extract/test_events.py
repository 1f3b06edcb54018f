"""Who does what to whom: a table of sentences for each construction, from war, courts, companies, disasters, sport and politics."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import Event, Extraction
from tests.parses import read


def name_of(extraction: Extraction, local: str) -> str:
    """A participant as a reader would call it: an entity's label, the lemma of an event in angle brackets."""
    for entity in extraction.entities:
        if entity.id == local:
            return entity.label
    return "<" + next(e.lemma for e in extraction.events if e.id == local) + ">"


def event(extraction: Extraction, lemma: str) -> Event:
    found = [e for e in extraction.events if e.lemma == lemma]
    assert found, f"no event {lemma!r} among {[e.lemma for e in extraction.events]}"
    return found[0]


def roles(text: str, lemma: str) -> dict[str, list[str]]:
    extraction = read(text)
    found: dict[str, list[str]] = {}
    for role in event(extraction, lemma).roles:
        found.setdefault(role.role, []).append(name_of(extraction, role.entity))
    return found


CASES: dict[str, list[tuple[str, str, Any]]] = {
    "active": [
        ("Rebels attacked the town of Merowe on Sunday.", "attack", {"agent": ["Rebels"], "patient": ["town of Merowe"]}),
        ("The court convicted the former minister.", "convict", {"agent": ["court"], "patient": ["former minister"]}),
        ("Siemens acquired the software maker in June.", "acquire", {"agent": ["Siemens"], "patient": ["software maker"]}),
    ],
    "passive with agent": [
        ("The bridge was destroyed by Ukrainian troops.", "destroy", {"agent": ["Ukrainian troops"], "patient": ["bridge"]}),
        ("The mayor was sued by two tenants.", "sue", {"agent": ["two tenants"], "patient": ["mayor"]}),
        ("Two firms were bought by a rival.", "buy", {"agent": ["rival"], "patient": ["Two firms"]}),
    ],
    "passive without agent": [
        ("Three villages were flooded.", "flood", {"patient": ["Three villages"]}),
        ("The striker was injured in the first half.", "injure", {"patient": ["striker"]}),
        ("The suspect was arrested in Lyon.", "arrest", {"patient": ["suspect"]}),
    ],
    "relative clause": [
        ("The soldiers who captured the airport withdrew.", "capture", {"agent": ["soldiers"], "patient": ["airport"]}),
        ("The judge who sentenced the trader retired.", "sentence", {"agent": ["judge"], "patient": ["trader"]}),
    ],
    "participle": [
        ("Police searched a truck carrying explosives.", "carry", {"agent": ["truck carrying explosives"], "patient": ["explosives"]}),
        ("The mayor visited families displaced by the flood.", "displace", {"patient": ["families displaced by the flood"]}),
    ],
    "coordination": [
        ("Troops stormed the prison and freed the hostages.", "free", {"agent": ["Troops"], "patient": ["hostages"]}),
        ("The board fired the director and hired a lawyer.", "hire", {"agent": ["board"], "patient": ["lawyer"]}),
        ("France and Germany signed the documents.", "sign", {"agent": ["France", "Germany"], "patient": ["documents"]}),
    ],
    "control": [
        ("The president ordered the army to leave the valley.", "leave", {"agent": ["army"]}),
        ("The union wants to strike the deal down.", "want", {"agent": ["union"]}),
        ("Prosecutors accused the banker of bribing two ministers.", "bribe", {"agent": ["banker"], "patient": ["two ministers"]}),
    ],
}


PARAMETERS = [pytest.param(*case, id=f"{kind}: {case[0][:40]}") for kind, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("text", "lemma", "expected"), PARAMETERS)
def test_participants(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected
