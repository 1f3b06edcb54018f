"""What lies ahead of the document's day is no fact, over war, business, courts, elections and sport. 2026-03-18 is a Wednesday."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, table
from tests.parses import read

TODAY = "2026-03-18"
#: Text, lemma, how it stands, its time.
STANDING: dict[str, list[Any]] = {
    "a noun of what is to come": [
        ("The envoys argued before next month's summit in Quito.", "summit", "planned", "2026-04"),
        ("Shares rose ahead of the bank's merger with Nordbank next year.", "merge", "planned", "2027"),
        ("The judge spoke of next month's trial of the general.", "trial", "planned", "2026-04"),
        ("The club sold its keeper before next Saturday's match against Leeds.", "match", "planned", "2026-03-21"),
    ],
    "a noun of what befalls": [
        ("Shops closed ahead of next year's decline in sales.", "decline", "possible", "2027"),
        ("The premier spoke of next year's fall in exports.", "fall", "possible", "2027"),
        ("Miners spoke of next month's rise in fares.", "rise", "possible", "2026-04"),
    ],
    "a noun of what has been": [
        ("The envoys argued after last month's summit in Quito.", "summit", "actual", "2026-02"),
        ("Shares rose after last year's merger with Nordbank.", "merge", "actual", "2025"),
        ("The club sold its keeper after Saturday's match against Leeds.", "match", "actual", "2026-03-14"),
    ],
    "what is left undone by a verb without a tense": [
        ("The premier met miners before leaving for Chile on April 24.", "leave for", "planned", "2026-04-24"),
        ("The firm is known for opening a plant in Lima next year.", "open", "planned", "2027"),
        ("He was glad of Peru joining the pact next year.", "join", "planned", "2027"),
    ],
    "what is thought of has no day": [
        ("The city won praise for its preparations for 2031.", "prepare", "actual", None),
        ("The bank published its forecast for 2031.", "forecast", "actual", None),
        ("The court read out its recommendation for next year.", "recommend", "actual", None),
    ],
    "a verb of what has been, and its object's day": [
        ("The ministers called for talks on tariffs in 2031.", "call for", "actual", None),
        ("The ministers called for talks on tariffs in 2031.", "talks", "planned", "2031"),
        ("The club pledged to pay the striker ten million euros in 2031.", "pay", "planned", "2031"),
        ("The fund raised its forecast for growth next year.", "raise", "actual", None),
        ("The case was adjourned to April.", "adjourn", "actual", None),
        ("The army has set aside two ships for 2031.", "set aside", "actual", None),
    ],
    "a verb of what has been, and its own day": [
        ("The ministers called for talks on tariffs in 2019.", "call for", "actual", "2019"),
        ("The case was adjourned on Tuesday.", "adjourn", "actual", "2026-03-17"),
        ("The club pledged on Monday to pay the striker.", "pledge", "actual", "2026-03-16"),
    ],
    "a day that was counted from another": [
        ("The envoy is leaving on Wednesday. The plane returned to Libya the next morning.", "return", "actual", None),
        ("The envoy left on Monday. The plane returned to Libya the next morning.", "return", "actual", "2026-03-17TMO"),
    ],
    "what is set has the day": [
        ("The premier spoke of the election scheduled on May 6.", "elect", "planned", "2026-05-06"),
        ("The trial of the banker is scheduled for May 6.", "trial", "planned", "2026-05-06"),
        ("The minister spoke of a visit to Chad slated for April 3.", "visit", "planned", "2026-04-03"),
    ],
    "what is looked forward to has the day": [
        ("Tomorrow I look forward to telling the miners of our plan.", "look forward to", "actual", None),
        ("Tomorrow I look forward to telling the miners of our plan.", "tell", "planned", "2026-03-19"),
        ("On Saturday they hope to win the cup.", "hope", "actual", None),
        ("On Saturday they hope to win the cup.", "win", "planned", "2026-03-21"),
        ("Next year the bank intends to close the branch.", "close", "planned", "2027"),
    ],
    "another word's day behind a participle": [
        ("The panel led by Ruiz, which would report on the mine, probably in May next year, met in Lima.", "lead", "actual", None),
        ("Shares fell because of doubts surrounding an election on May 6.", "surround", "actual", None),
        ("The coach praised a striker hurt in a match that was played in May.", "hurt", "actual", None),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "modality", "value"), table(STANDING))
def test_what_lies_ahead_is_no_fact(text: str, lemma: str, modality: str, value: str | None) -> None:
    extraction = read(text, TODAY)
    told = event(extraction, lemma)
    found = next((time.value for time in extraction.times if time.id == told.time), None)
    assert (told.modality, found) == (modality, value)


def test_without_a_day_of_the_document_nothing_lies_ahead() -> None:
    assert event(read("The club spoke of the match against Leeds in May 2091."), "match").modality == "actual"
