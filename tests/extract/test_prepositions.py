"""Who and what prepositions bring into a happening, and which only tell where, how or on what occasion."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import roles, table
from tests.parses import read

CASES: dict[str, list[Any]] = {
    "on: about": [
        ("The senator voted on the budget.", "vote on", {"agent": ["senator"], "topic": ["budget"]}),
        ("The coach commented on the injury.", "comment", {"agent": ["coach"], "topic": ["injury"]}),
        ("Researchers focus on the oldest paintings.", "focus", {"agent": ["Researchers"], "topic": ["oldest paintings"]}),
    ],
    "on: occasion": [
        ("The firm closed higher on the sale of its mines.", "close", {"agent": ["firm"]}),
        ("The crowd cheered on the news of a rescue.", "cheer", {"agent": ["crowd"]}),
        ("Wheat fell on fears of a glut.", "fall", {"agent": ["Wheat"]}),
    ],
    "on: from which side, in what state": [
        ("The vote pleased some Liberals on the left.", "please", {"agent": ["<vote>"], "patient": ["some Liberals"]}),
        ("The scandal put the bank on the defensive.", "put", {"agent": ["scandal"], "patient": ["bank"]}),
        ("On the women's side, the champion beat a teenager.", "beat", {"agent": ["champion"], "patient": ["teenager"]}),
    ],
    "fixed adverbials": [
        ("The report threw the minister for a loop.", "throw", {"agent": ["report"], "patient": ["minister"]}),
        ("Fans took the striker for granted.", "take", {"agent": ["Fans"], "patient": ["striker"]}),
        ("The singer took the city by storm.", "take by storm", {"agent": ["singer"], "patient": ["city"]}),
        ("The two clans live in peace.", "live", {"agent": ["two clans"]}),
        ("Robbers beat the guard to death.", "beat", {"agent": ["Robbers"], "patient": ["guard"]}),
        ("The court sentenced the trader to death.", "sentence", {"agent": ["court"], "patient": ["trader"], "result": ["<death>"]}),
    ],
    "no place": [
        ("The driver was jailed in connection with the blast.", "jail", {"patient": ["driver"]}),
        ("Farmers sang in front of the court.", "sing", {"agent": ["Farmers"]}),
        ("The universities signed a treaty on cooperation in all fields.", "cooperate", {"topic": ["all fields"]}),
        ("Miners camped in the fields.", "camp", {"agent": ["Miners"], "place": ["fields"]}),
    ],
    "whence and where to": [
        ("The striker left Peru for Chile.", "leave for", {"agent": ["striker"], "source": ["Peru"], "goal": ["Chile"]}),
        ("The nurses left the clinic for a protest.", "leave", {"agent": ["nurses"], "patient": ["clinic"], "purpose": ["<protest>"]}),
        ("The envoy left for Chile.", "leave for", {"agent": ["envoy"], "goal": ["Chile"]}),
    ],
    "to: what something is linked to": [
        ("The coach credited the narrow victory to hard training.", "credit", {"agent": ["coach"], "patient": ["<victory>"], "goal": ["<train>"]}),
        ("The court tied the loan to new reforms.", "tie", {"agent": ["court"], "patient": ["loan"], "goal": ["<reform>"]}),
        ("Doctors attributed the deaths to bad water.", "attribute", {"agent": ["Doctors"], "patient": ["<death>"], "goal": ["bad water"]}),
    ],
    "direction adverbs": [
        ("The union keeps drifting rightward and out of the old alliance.", "drift", {"agent": ["union"]}),
        ("The herd moved upstream.", "move", {"agent": ["herd"]}),
        ("The bank sent the money abroad.", "send", {"agent": ["bank"], "patient": ["money"]}),
    ],
    "being somewhere, or about something": [
        ("The frigate is in Odesa.", "be", {"agent": ["frigate"], "place": ["Odesa"]}),
        ("The documentary is about a stolen painting.", "be", {"agent": ["documentary"], "topic": ["stolen painting"]}),
        ("The goalkeeper was from Ghana.", "be", {"agent": ["goalkeeper"], "source": ["Ghana"]}),
        ("The editor remained in Lagos.", "remain", {"agent": ["editor"], "place": ["Lagos"]}),
    ],
    "being there": [
        ("There are six prisons in Peru.", "be", {"agent": ["six prisons in Peru"], "place": ["Peru"]}),
        ("There is a shortage of nurses.", "be", {"agent": ["shortage of nurses"]}),
        ("There were two keepers for the final.", "be", {"agent": ["two keepers for the final"]}),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_roles_of_prepositions(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    assert roles(text, lemma) == expected


BESIDE = [
    ("The orchestra played under a new conductor.", [("oblique", "a new conductor")]),
    ("The fort stands between two rivers.", [("oblique", "two rivers")]),
    ("The law was passed in the presence of the king.", [("oblique", "the presence of the king")]),
    ("They moved to the coast.", [("agent", "They")]),
    ("This led to a shortage of grain.", [("agent", "This")]),
    ("The owners sold it to a rival.", [("patient", "it")]),
    ("It is clear that the dam will fail.", []),
    ("The bank sued the mayor, and he resigned.", []),
    ("The firm closed on Friday.", []),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE, ids=[text for text, _ in BESIDE])
def test_what_stands_beside_an_event(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, text[slice(*span)]) for event in read(text).events for role, span in event.beside] == expected


@pytest.mark.parametrize("text", ["There was a fire at the mill.", "There was a strike at the port.", "The mayor is to sell the tower."])
def test_what_is_no_state(text: str) -> None:
    assert "be" not in [event.lemma for event in read(text).events]
