"""Pronouns and definite descriptions: precision first."""

from __future__ import annotations

import pytest

from tests.parses import read


def agent(text: str, lemma: str) -> str | None:
    """The label of whoever does it, None where the text leaves it open."""
    extraction = read(text)
    labels = {e.id: e.label for e in extraction.entities}
    event = next(e for e in extraction.events if e.lemma.split()[0] == lemma)
    return next((labels.get(r.entity) for r in event.roles if r.role == "agent"), None)


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Anna Berg won the race. She thanked her coach.", "thank", "Anna Berg"),
        ("Judge Peter Novak freed the driver. He criticized the police.", "criticize", "Peter Novak"),
        ("Kenyan President William Ruto flew to Paris. The Kenyan president met investors.", "meet", "William Ruto"),
        ("Toyota recalled cars in Japan. The company apologized to drivers.", "apologize", "Toyota"),
        ("Chile closed its border. The country blamed a virus.", "blame", "Chile"),
        ('Colombian President Gustavo Petro said: "I will sign the treaty."', "sign", "Gustavo Petro"),
        ("Its neighbor, Colombia, closed the border.", "close", "Colombia"),
    ],
)
def test_antecedent(text: str, lemma: str, expected: str) -> None:
    assert agent(text, lemma) == expected


def test_an_object_is_not_its_own_subject() -> None:
    text = "Ivan Petrov met the trainer. Pavel Orlov attacked him."
    extraction = read(text)
    labels = {e.id: e.label for e in extraction.entities}
    attack = next(e for e in extraction.events if e.lemma == "attack")
    assert {r.role: labels[r.entity] for r in attack.roles} == {"agent": "Pavel Orlov", "patient": "Ivan Petrov"}


@pytest.mark.parametrize("text", ["It is clear that the dam will break.", "It rained in Lima on Monday."])
def test_nobody_is_meant(text: str) -> None:
    assert not [m for m in read(text).mentions if m.kind == "pronoun"]
