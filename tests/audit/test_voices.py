"""Whose word it is, who does it, and what no one sentence tells: small cases, without a model."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.extract.telling import table
from tests.telling import judged, told

ARTICLES = {
    "war": "General Haddad said that rebels had mined the bridge. Peru denied that its troops had crossed the river. Officers questioned a farmer. "
    "Two villages were shelled, officials said. The army admitted that it had hit a school.",
    "court": "A court in Bern charged the banker Anton Weber with fraud. The banker rejected the charge. A newspaper reported that Weber had hidden "
    "gold in a farm. Judge Clara Frey released the driver. Police suspect that the driver burned the files.",
    "company": "Vela Motors sued Alden Lines over a patent. Analysts wrote in a report that Vela had hidden losses. "
    "Police said they had searched an office.",
    "sport": "Nora Blum beat Ida Moen in the final. Moen accused the referee of cheating.",
}
CASES = {
    "somebody's word": [
        ("Rebels mined the bridge.", "war", "altered attribution"),
        ("Weber hid gold in a farm.", "court", "altered attribution"),
        ("Vela had hidden losses.", "company", "altered certainty"),
        ("The driver burned the files.", "court", "altered certainty"),
    ],
    "somebody else's word": [
        ("Peru said that rebels had mined the bridge.", "war", "altered actor"),
        ("According to Peru, rebels had mined the bridge.", "war", "altered attribution"),
    ],
    "the same speaker": [
        ("General Haddad said that rebels had mined the bridge.", "war", "supported"),
        ("According to General Haddad, rebels had mined the bridge.", "war", "supported"),
        ("Peru denied that troops had crossed the river.", "war", "supported"),
        ("A newspaper reported that Weber had hidden gold.", "court", "supported"),
        ("Moen accused the referee of cheating.", "sport", "supported"),
    ],
    "what the article takes over": [
        ("Two villages were shelled.", "war", "supported"),
        ("The army hit a school.", "war", "supported"),
        ("Police searched an office.", "company", "supported"),
    ],
    "who does it": [
        ("Officers released the driver.", "court", "altered actor"),
        ("Alden Lines sued Vela Motors over a patent.", "company", "altered actor"),
        ("Ida Moen beat Nora Blum in the final.", "sport", "altered actor"),
        ("The referee accused Moen of cheating.", "sport", "altered actor"),
    ],
    "a description of the only one": [
        ("Anton Weber rejected the charge.", "court", "supported"),
        ("Clara Frey rejected the charge.", "court", "altered actor"),
    ],
}


def articles() -> list[Extraction]:
    return [told(name, text, "2025-05-07") for name, text in ARTICLES.items()]


@pytest.mark.parametrize(("sentence", "cited", "verdict"), table(CASES))
def test_the_verdict(sentence: str, cited: str, verdict: str) -> None:
    assert judged(sentence, cited, articles()).verdict == verdict


def test_whose_word_it_is_is_shown() -> None:
    found = judged("Rebels mined the bridge.", "war", articles())
    assert [(d.kind, d.here, d.there) for d in found.differences] == [
        ("attribution", "Rebels mined the bridge", "General Haddad said that rebels had mined")
    ]
