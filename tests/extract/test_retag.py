"""Verbs taken for nouns: what the mended sentences tell, and what is left as it is."""

from __future__ import annotations

from typing import Any

import pytest

from kg.extract import extract
from kg.model import Extraction
from tests.extract.telling import event, label_of, roles_of
from tests.parses import document, lexicon, parsed, read


def headline(text: str) -> Extraction:
    parse = parsed(text)
    parse.kinds[:] = ["headline"] * len(parse.sentences)
    return extract(document(text, kind="headline"), parse, lexicon())


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("Maduro signals opening to Guyana talks", "signal", {"agent": ["Maduro"], "topic": ["opening to Guyana talks"]}),
        ("Toyota recalls in Japan and Chile", "recall", {"agent": ["Toyota"], "place": ["Japan", "Chile"]}),
        ("Berlin attacks on Monday", "attack", {"agent": ["Berlin"]}),
    ],
)
def test_a_headlines_plural_noun_may_be_its_verb(text: str, lemma: str, roles: dict[str, Any]) -> None:
    found = headline(text)
    assert roles_of(found, event(found, lemma)) == roles


@pytest.mark.parametrize("text", ["Trump attacks anger Canada", "Boeing orders", "Deadly London attacks, raids and arrests"])
def test_a_headline_that_is_a_label_or_has_a_verb_stays(text: str) -> None:
    assert not [e for e in headline(text).events if not e.nominal and e.lemma in ("attack", "order")]


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
