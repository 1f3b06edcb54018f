"""Invented digests of three invented articles, with planted errors of every kind."""

from __future__ import annotations

import pytest

from kg.audit.verdicts import Finding
from kg.model import Extraction
from tests.extract.telling import table
from tests.telling import findings, told

WAR = (
    "Norwegian frigates seized two alleged smuggling boats off Somalia on Monday, March 3, 2025, and detained 14 men. "
    "The European Union said the frigates had fired no shots. "
    "Colonel Abdi Warsame accused the Norwegian navy of sinking a third boat. "
    "Norway denied that its ships had sunk a boat. "
    "At least 40 fishermen have been killed in the Gulf of Aden since January 2024, according to a union. "
    '"We came to protect the sea lanes and nothing else," Captain Ida Moen told reporters in Djibouti.'
)
COURT = (
    "A jury in Leeds found the surgeon Peter Harlow guilty of manslaughter on Tuesday, March 4, 2025. "
    "Judge Asha Patel sentenced him to seven years in prison and fined the clinic 250,000 pounds. "
    "Harlow's lawyer, Simon Crewe, said he might appeal. "
    "Prosecutors alleged that Harlow had falsified 12 medical records. "
    "The clinic did not apologise to the families. "
    "Detective Laura Finch plans to investigate two other deaths."
)
COMPANY = (
    "Brightwater, a maker of pumps, bought its rival Tandem Valves for 1.4 billion dollars on Wednesday, March 5, 2025. "
    "Shares in Tandem Valves rose 18 percent. "
    "Chief Executive Carla Mendes rejected an offer from Kestrel Partners in January. "
    "Brightwater expects to cut more than 900 jobs in Ohio. "
    "The union said it would not accept closures. "
    "Regulators have not approved the purchase."
)
DATES = {"war": "2025-03-05", "court": "2025-03-05", "company": "2025-03-06"}
SUPPORTED = "supported"
CASES = {
    "supported": [
        ("Two alleged smuggling boats were seized off Somalia by Norwegian frigates on March 3, 2025.", 1, SUPPORTED),
        ("The frigates fired no shots, the European Union said.", 1, SUPPORTED),
        ("According to a union, at least 40 fishermen have been killed in the Gulf of Aden since January 2024.", 1, SUPPORTED),
        ("Surgeon Peter Harlow was found guilty of manslaughter.", 2, SUPPORTED),
        ("Judge Asha Patel fined the clinic 250,000 pounds.", 2, SUPPORTED),
        ("The clinic has not apologised to families.", 2, SUPPORTED),
        ("Brightwater bought Tandem Valves for $1.4 billion.", 3, SUPPORTED),
        ("Regulators have not yet approved the purchase.", 3, SUPPORTED),
        ("Brightwater is a maker of pumps.", 3, SUPPORTED),
    ],
    "number": [
        ("Norwegian frigates seized five alleged smuggling boats off Somalia.", 1, "altered number"),
        ("More than 30 fishermen have been killed in the Gulf of Aden, according to a union.", 1, "altered number"),
        ("Judge Asha Patel sentenced Harlow to nine years in prison and fined the clinic 350,000 pounds.", 2, "altered number"),
        ("Prosecutors alleged that Harlow had falsified 21 medical records.", 2, "altered number"),
        ("Shares in Tandem Valves rose 81 percent.", 3, "altered number"),
        ("Brightwater expects to cut more than 400 jobs in Ohio.", 3, "altered number"),
    ],
    "date": [
        ("Norwegian frigates seized two alleged smuggling boats off Somalia on February 3, 2025.", 1, "altered date"),
        ("At least 40 fishermen have been killed in the Gulf of Aden since June 2022, according to a union.", 1, "altered date"),
        ("A jury in Leeds found Peter Harlow guilty of manslaughter on March 14, 2025.", 2, "altered date"),
        ("Brightwater bought its rival Tandem Valves on April 5, 2025.", 3, "altered date"),
    ],
    "actor": [
        ("The Norwegian navy accused Colonel Abdi Warsame of sinking a third boat.", 1, "altered actor"),
        ("Laura Finch sentenced him to seven years in prison.", 2, "altered actor"),
        ("Tandem Valves bought its rival Brightwater for 1.4 billion dollars.", 3, "altered actor"),
        ("Chief Executive Abdi Warsame rejected an offer from Kestrel Partners in January.", 3, "altered actor"),
    ],
    "polarity": [
        ("Norway confirmed that its ships had sunk a boat.", 1, "altered polarity"),
        ("The frigates had fired shots, the European Union said.", 1, "altered polarity"),
        ("The clinic apologised to the families.", 2, "altered polarity"),
        ("Chief Executive Carla Mendes accepted an offer from Kestrel Partners in January.", 3, "altered polarity"),
        ("Regulators have approved the purchase.", 3, "altered polarity"),
    ],
    "certainty": [
        ("Norwegian frigates seized two smuggling boats off Somalia.", 1, "altered certainty"),
        ("Peter Harlow falsified 12 medical records.", 2, "altered certainty"),
        ("Detective Laura Finch has investigated two other deaths.", 2, "altered certainty"),
        ("Simon Crewe, Harlow's lawyer, will appeal.", 2, "altered certainty"),
    ],
    "quotation": [
        ('"We came to protect the sea lanes and our friends," Captain Ida Moen told reporters in Djibouti.', 1, "altered quotation"),
        ('Captain Ida Moen told reporters in Djibouti: "We protect the sea lanes and nothing else."', 1, "altered quotation"),
        ('"We came to guard the sea lanes and nothing else," said Captain Ida Moen in Djibouti.', 1, "altered quotation"),
        ('Captain Ida Moen told reporters in Djibouti that they "came to protect the sea and nothing else".', 1, "altered quotation"),
    ],
    "not found": [
        ("The Kenyan coast guard sent three patrol planes to search for survivors.", 1, "not found"),
        ("The health ministry closed the hospital and moved its patients to York.", 2, "not found"),
        ("Brightwater will build a factory for electric motors in Poland.", 3, "not found"),
        ("Asha Patel is a surgeon.", 2, "not found"),
        ("Simon Crewe is a surgeon.", 2, "not found"),
        ("Peter Harlow was found guilty of manslaughter and had once studied music with a famous violinist in Vienna.", 2, "not found"),
    ],
    "wrong citation": [
        ("Judge Asha Patel fined the clinic 250,000 pounds.", 1, "wrong citation"),
        ("Shares in Tandem Valves rose 18 percent.", 2, "wrong citation"),
        ("Norwegian frigates seized two alleged smuggling boats off Somalia.", 3, "wrong citation"),
        ("Regulators have not approved the purchase.", 1, "wrong citation"),
    ],
}


def articles() -> list[Extraction]:
    return [told(name, text, DATES[name]) for name, text in (("war", WAR), ("court", COURT), ("company", COMPANY))]


def judged(sentence: str, cited: int) -> Finding:
    mark = f" [{cited}]"
    text = sentence + mark if sentence.endswith('"') else sentence[:-1] + mark + "."
    return findings(told("digest", text, sources=[f"Title of {name}" for name in ("war", "court", "company")]), articles())[0]


@pytest.mark.parametrize(("sentence", "cited", "verdict"), table(CASES))
def test_the_verdict(sentence: str, cited: int, verdict: str) -> None:
    found = judged(sentence, cited)
    assert (found.verdict, found.statement.cited) == (verdict, (cited,))


def test_both_numbers_are_shown() -> None:
    found = judged("Norwegian frigates seized five alleged smuggling boats off Somalia.", 1)
    assert [(d.kind, d.here, d.there) for d in found.differences] == [("number", "five alleged smuggling boats", "two alleged smuggling boats")]
    assert found.evidence is not None
    assert found.evidence.parts[0].text.startswith("Norwegian frigates seized two alleged")


def test_what_stands_elsewhere_is_shown_where_it_stands() -> None:
    found = judged("Judge Asha Patel fined the clinic 250,000 pounds.", 1)
    assert found.evidence is not None
    assert found.evidence.doc == "court"


def test_a_source_that_was_not_supplied_is_told_and_all_articles_count() -> None:
    digest = told("digest", "Shares in Tandem Valves rose 18 percent [2].", sources=["Title of war", "An article that nobody has"])
    found = findings(digest, articles())[0]
    assert (found.verdict, found.notes) == (SUPPORTED, ("its source [2] was not supplied",))


@pytest.mark.parametrize("text", ["Summary and outlook", "What a week!", "Why now?"])
def test_what_states_nothing_is_not_checked(text: str) -> None:
    assert [f.verdict for f in findings(told("digest", text), articles())] == ["no claim to check"]


def test_words_that_stand_nowhere_are_shown() -> None:
    found = judged("Peter Harlow was found guilty of manslaughter and had once studied music with a famous violinist in Vienna.", 2)
    assert found.missing == ("once studied music with a famous violinist in Vienna",)
