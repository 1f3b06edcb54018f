"""Verbs taken for nouns: what the mended sentences tell, and what is left as it is."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, label_of, roles
from tests.parses import read


@pytest.mark.parametrize(
    ("text", "patient"),
    [
        ("She said so in an interview broadcast on Monday.", "<interview>"),
        ("The rebels made the threat in a video broadcast by a local station.", "video broadcast by a local station"),
        ("The coach resigned in a message broadcast on state television.", "message broadcast on state television"),
    ],
)
def test_what_was_broadcast(text: str, patient: str) -> None:
    found = read(text)
    told = event(found, "broadcast")
    assert [label_of(found, r.entity) for r in told.roles if r.role == "patient"] == [patient]


def test_a_broadcast_without_more_is_a_noun() -> None:
    assert not [e for e in read("The firm owns the radio broadcast.").events if e.lemma == "broadcast" and not e.nominal]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("It happened on Monday, when two men carrying knives were arrested.", "arrest", "two men carrying knives"),
        ("The crisis began in May, when three banks holding loans were closed.", "close", "three banks holding loans"),
        ("The match ended early when a fan carrying flares was injured.", "injure", "fan carrying flares"),
    ],
)
def test_a_participle_between_subject_and_verb(text: str, verb: str, subject: str) -> None:
    found = read(text)
    assert [label_of(found, r.entity) for r in event(found, verb).roles] == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object"),
    [
        (
            "In a move that worries traders, the army's raid earlier this month was the first in Lima.",
            "worry",
            "move that worries traders",
            "traders",
        ),
        ("In a blow that deepens doubts, the bank's chairman resigned on Monday.", "deepen", "blow that deepens doubts", "doubts"),
    ],
)
def test_the_verb_of_a_relative_clause_before_the_subject(text: str, verb: str, subject: str, object: str) -> None:
    found = read(text)
    assert [label_of(found, r.entity) for r in event(found, verb).roles] == [subject, object]


@pytest.mark.parametrize(
    ("text", "lemma", "role", "expected"),
    [
        ("The senator says she's signed the bill.", "sign", "agent", ["senator"]),
        ("The coach says he's repeatedly visited the hospital.", "visit", "agent", ["coach"]),
        ("The banker says he's regularly donated to both parties.", "donate", "agent", ["banker"]),
        ("The singer says she's given a prize.", "give", "recipient", ["singer"]),
    ],
)
def test_has_or_is(text: str, lemma: str, role: str, expected: list[str]) -> None:
    assert roles(text, lemma).get(role) == expected
