"""Headlines, which leave words out: what they tell, and which are labels that tell nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kg.extract import extract
from kg.model import Extraction
from tests.extract.telling import event, roles_of
from tests.parses import document, lexicon, parsed


def headline(text: str) -> Extraction:
    parse = parsed(text)
    parse.kinds[:] = ["headline"] * len(parse.sentences)
    return extract(document(text, kind="headline"), parse, lexicon())


@pytest.mark.parametrize(
    ("text", "lemma", "roles", "modality"),
    [
        ("Maduro signals opening to Guyana talks", "signal", {"agent": ["Maduro"], "topic": ["opening to Guyana talks"]}, "actual"),
        ("Toyota recalls 20,000 trucks", "recall", {"agent": ["Toyota"], "patient": ["20,000 trucks"]}, "actual"),
        ("Three miners killed in Lyon train crash", "kill", {"patient": ["Three miners"]}, "actual"),
        ("Ex-mayor charged with bribery", "charge", {"patient": ["Ex-mayor"], "topic": ["bribery"]}, "actual"),
        ("Two nurses jailed for fraud", "jail", {"patient": ["Two nurses"], "cause": ["fraud"]}, "actual"),
        ("Dam bursts near Lima, hundreds evacuated", "evacuate", {"patient": ["hundreds"]}, "actual"),
        ("Gunmen storm bank, two guards wounded", "wound", {"patient": ["two guards"]}, "actual"),
        ("Minister warned of floods", "warn of", {"agent": ["Minister"], "topic": ["floods"]}, "actual"),
        ("Club wins cup, coach resigned", "resign", {"agent": ["coach"]}, "actual"),
        ("Venezuela open to oil talks", "open", {"agent": ["Venezuela"], "goal": ["oil talks"]}, "actual"),
        ("Chile to close border with Peru", "close", {"agent": ["Chile"], "patient": ["border with Peru"], "recipient": ["Peru"]}, "planned"),
        ("Kenya to drop fuel tax", "drop", {"agent": ["Kenya"], "patient": ["fuel tax"]}, "planned"),
    ],
)
def test_what_a_headline_tells(text: str, lemma: str, roles: dict[str, Any], modality: str) -> None:
    found = headline(text)
    told = event(found, lemma)
    assert (roles_of(found, told), told.modality) == (roles, modality)


@pytest.mark.parametrize("text", ["Trump attacks anger Canada", "Boeing orders", "Deadly London attacks, raids and arrests", "Women's final"])
def test_a_label_is_left_alone(text: str) -> None:
    assert not [e for e in headline(text).events if not e.nominal and e.lemma in ("attack", "order", "raid")]


@pytest.mark.parametrize("text", ["Norda focus: Peru to close nine mines", "Roundup: rivals praise Chile's vote"])
def test_what_stands_before_the_colon_tells_nothing(text: str) -> None:
    assert not [e for e in headline(text).events if e.lemma in ("focus", "roundup")]
