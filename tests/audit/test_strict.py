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
    "club": (
        None,
        "In March, the striker Hugo Brandt joined Rovers from Lenz. Brandt fell ill on April 1, and died on April 23. The club offered to meet the "
        "fans, although it rejected a demand to sell the ground. Reporters came to the ground on Friday, but they were not allowed to film "
        "the pitch.",
    ),
    "ministry": (
        "2025-05-08",
        "Earlier this month, gunmen stormed the Education Ministry in Marwan and took nine clerks.",
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
    "a day for a vague time": [
        ("Gunmen stormed the Education Ministry on May 3.", "ministry", "altered date"),
        ("Gunmen stormed the Education Ministry in April.", "ministry", "altered date"),
        ("Hugo Brandt joined Rovers in April.", "club", "altered date"),
    ],
    "the day of what else happened": [
        ("Hugo Brandt died on April 1.", "club", "altered date"),
        ("Hugo Brandt fell ill on April 23.", "club", "altered date"),
    ],
    "what was not allowed": [("Reporters filmed the pitch on Friday.", "club", "altered polarity")],
    "what was demanded, not offered": [("The club offered to sell the ground.", "club", "not found")],
    "a number that another article has": [("Shells killed 12 soldiers in Tarsk.", "war", "wrong citation")],
    "true": [
        ("Rebels captured Omar Haddad on May 5.", "war", "supported"),
        ("Anton Weber was arrested in Basel on May 2.", "court", "supported"),
        ("Gunmen stormed the Education Ministry in May.", "ministry", "supported"),
        ("Hugo Brandt joined Rovers in March and died on April 23.", "club", "supported"),
        ("The club offered to meet the fans.", "club", "supported"),
        ("Reporters came to the ground on Friday.", "club", "supported"),
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
