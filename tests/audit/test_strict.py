"""Sentences whose words all stand in the articles, and that the articles do not say: stitched, of another bearer of a surname, of another day."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.extract.telling import table
from tests.telling import judged, told

ARTICLES = {
    "war": (
        "2025-05-07",
        "Rebels captured Colonel Omar Haddad near Marwan on Monday. The army said that shells fell on Tarsk and killed nine soldiers. "
        "Colonel Samir Haddad, who is a cousin of the captive, defended Tarsk. General Leila Aziz survived and was flown to Amman.",
    ),
    "war2": ("2025-05-08", "General Leila Aziz was wounded by the shells. Shells killed 12 soldiers in Tarsk on May 6."),
    "court": (
        "2025-05-07",
        "Police arrested the banker Anton Weber in Basel on May 2. Judge Clara Weber released the chauffeur Paul Lind on bail. "
        "Prosecutors searched the offices of Alden Bank on May 5. Lind met a lawyer in Zurich.",
    ),
    "court2": ("2025-05-09", "The banker Anton Weber denied the charges in a letter. Judge Weber fined Alden Bank on Thursday."),
    "company": (
        "2025-05-07",
        "Vela Motors opened a plant in Ohio on Tuesday. Director Nora Blum praised the workers. The company reportedly hired 300 engineers. "
        "Alden Lines closed a yard in Texas.",
    ),
}
CASES = {
    "two of one surname": [
        ("Rebels captured Colonel Samir Haddad.", "war", "altered actor"),
        ("Police arrested Clara Weber.", "court", "altered actor"),
        ("Clara Weber was arrested.", "court", "altered actor"),
    ],
    "a lone surname with somebody else's title": [("Anton Weber fined Alden Bank on Thursday.", "court2", "altered actor")],
    "the other one's deed": [
        ("General Leila Aziz was killed.", "war", "not found"),
        ("Anton Weber met a lawyer in Zurich.", "court", "altered actor"),
        ("Nora Blum opened a plant in Ohio.", "company", "altered actor"),
    ],
    "the other one's place": [
        ("Police arrested Anton Weber in Zurich.", "court", "altered place"),
        ("Vela Motors opened a plant in Texas on Tuesday.", "company", "altered place"),
    ],
    "another day": [
        ("Rebels captured Colonel Omar Haddad on May 4.", "war", "altered date"),
        ("Prosecutors searched the offices of Alden Bank on May 7.", "court", "altered date"),
        ("Vela Motors opened a plant in Ohio on May 5.", "company", "altered date"),
    ],
    "a number that another article has": [("Shells killed 12 soldiers in Tarsk.", "war", "wrong citation")],
    "true": [
        ("Rebels captured Omar Haddad on May 5.", "war", "supported"),
        ("Anton Weber was arrested in Basel on May 2.", "court", "supported"),
        ("Clara Weber released Paul Lind on bail.", "court", "supported"),
        ("Vela Motors opened a plant in Ohio, and Nora Blum praised the workers.", "company", "supported"),
    ],
}


def articles() -> list[Extraction]:
    return [told(name, text, day) for name, (day, text) in ARTICLES.items()]


@pytest.mark.parametrize(("sentence", "cited", "verdict"), table(CASES))
@pytest.mark.parametrize("date", [None, "2025-05-10"])
def test_the_verdict(sentence: str, cited: str, verdict: str, date: str | None) -> None:
    assert judged(sentence, cited, articles(), date).verdict == verdict


def test_words_of_doubt_are_shown() -> None:
    found = judged("Vela Motors hired 300 engineers.", "company", articles(), None)
    assert [(d.kind, d.here, d.there) for d in found.differences] == [("certainty", "hired", "reportedly hired")]
