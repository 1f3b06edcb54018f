"""Words that an editor may put for one another, and those that he may not."""

from __future__ import annotations

import pytest

from kg.audit.likeness import Likeness
from kg.model import Extraction
from tests.extract.telling import table
from tests.parses import lexicon
from tests.telling import judged, told

ARTICLES = {
    "war": "Rebels taped the general's surrender on Monday. Peru will not negotiate with the United States, Colonel Haddad said.",
    "court": "The judge did not publish the letter. Prosecutors questioned a second witness. The driver allegedly kept cash in his garage.",
    "company": "Vela Motors produced 300 buses in May. Investors did not respond to Blum's offer. Analysts expect that the price will fall.",
}
CASES = {
    "synonyms": [
        ("Rebels recorded the general's surrender on Monday.", "war", "supported"),
        ("The judge did not release the letter.", "court", "supported"),
        ("Investors did not answer Blum's offer.", "company", "supported"),
    ],
    "a capital for its government": [
        ("Peru will not negotiate with Washington, Colonel Haddad said.", "war", "supported"),
        ("Peru will not negotiate with Moscow, Colonel Haddad said.", "war", "not found"),
    ],
    "a synonym with another polarity": [
        ("The judge released the letter.", "court", "altered polarity"),
        ("Investors answered Blum's offer.", "company", "altered polarity"),
    ],
    "another doer without a name": [
        ("Engineers expect that the price will fall.", "company", "altered actor"),
        ("Nurses questioned a second witness.", "court", "altered actor"),
    ],
    "another one's thing": [
        ("Investors did not respond to Vela's offer.", "company", "altered actor"),
    ],
    "another ordinal": [
        ("Prosecutors questioned a fourth witness.", "court", "altered number"),
    ],
    "a word of doubt left out": [
        ("The driver kept cash in his garage.", "court", "altered certainty"),
    ],
}


def articles() -> list[Extraction]:
    return [told(name, text, "2025-05-07") for name, text in ARTICLES.items()]


@pytest.mark.parametrize(("sentence", "cited", "verdict"), table(CASES))
def test_the_verdict(sentence: str, cited: str, verdict: str) -> None:
    assert judged(sentence, cited, articles()).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tape", "record", True),
        ("taped", "recording", True),
        ("proof", "evidence", True),
        ("boat", "vessel", True),
        ("boat", "ship", False),
        ("win", "lose", False),
        ("buy", "sell", False),
    ],
)
def test_synonyms(one: str, other: str, same: bool) -> None:
    assert Likeness(lexicon()).same(one, other) is same
