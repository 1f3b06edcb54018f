"""Whose a preposition or a time is: the verb's, its object's, or that of a participle between them."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, roles, table
from tests.parses import read

CASES = {
    "movement of the object": [
        ("The navy fights the influx of weapons into Colombia.", "fight", {"agent": ["navy"], "patient": ["influx of weapons into Colombia"]}),
        ("The union opposes the transfer of miners to Oslo.", "oppose", {"agent": ["union"], "patient": ["transfer of miners to Oslo"]}),
        ("The judge halted the export of statues from Peru.", "halt", {"agent": ["judge"], "patient": ["<export>"]}),
        ("Engineers diverted the flow of water into a canal.", "divert", {"agent": ["Engineers"], "patient": ["flow of water"], "goal": ["canal"]}),
    ],
    "what the object is to": [
        (
            "She discussed Peru's 20 million dollar debt to Chile with the envoys.",
            "discuss",
            {"patient": ["Peru's 20 million dollar debt to Chile"], "recipient": ["envoys"]},
        ),
        ("The storm cut the islanders' access to water.", "cut", {"agent": ["<storm>"], "patient": ["islanders' access to water"]}),
        (
            "The firm gave access to its vaults to the police.",
            "give",
            {"agent": ["firm"], "patient": ["access to its vaults"], "recipient": ["police"]},
        ),
        ("The coach showed the cup to the fans.", "show", {"agent": ["coach"], "topic": ["cup"], "recipient": ["fans"]}),
    ],
    "what a feeling is for": [
        (
            "The mayor expressed his sorrow to the families for their loss.",
            "express",
            {"agent": ["mayor"], "patient": ["sorrow"], "recipient": ["families"]},
        ),
        ("The striker voiced admiration for his coach.", "voice", {"agent": ["striker"], "patient": ["admiration for his coach"]}),
        ("The bank expressed regret for its losses.", "express", {"agent": ["bank"], "patient": ["<regret>"]}),
        ("The firm hired lawyers for the trial.", "hire", {"agent": ["firm"], "patient": ["lawyers for the trial"]}),
    ],
    "where to": [
        ("We will take that message to Lima.", "take", {"patient": ["message"], "goal": ["Lima"]}),
        ("The tour brought the orchestra to Norway.", "bring", {"agent": ["<tour>"], "patient": ["orchestra"], "goal": ["Norway"]}),
        ("The firm took the complaint to the regulator.", "take", {"agent": ["firm"], "patient": ["<complain>"], "recipient": ["regulator"]}),
        ("Chile sold two frigates to Peru.", "sell", {"agent": ["Chile"], "patient": ["two frigates"], "recipient": ["Peru"]}),
    ],
    "a verb and a noun that are one relation": [
        ("The general had a hand in the second coup.", "have a hand in", {"agent": ["general"], "patient": ["<coup>"]}),
        ("The bank played a leading role in the collapse of Norda.", "play a role in", {"agent": ["bank"], "patient": ["<collapse>"]}),
        ("The regulator keeps a close eye on lenders.", "keep an eye on", {"agent": ["regulator"], "patient": ["lenders"]}),
        ("The truce paved the way for an election.", "pave the way for", {"agent": ["<truce>"], "patient": ["<elect>"]}),
        ("The keeper broke a hand in the first half.", "break", {"agent": ["keeper"], "patient": ["hand"]}),
        ("Miners left Lodwar for Lima.", "leave for", {"agent": ["Miners"], "source": ["Lodwar"], "goal": ["Lima"]}),
    ],
    "what is scheduled": [
        ("The envoy is scheduled to address the parliament.", "scheduled", {"patient": ["envoy"], "topic": ["<address>"]}),
        ("The mayor is expected to sell the port.", "sell", {"agent": ["mayor"], "patient": ["port"]}),
        ("The firm is prepared for a strike.", "prepared", {"agent": ["firm"], "purpose": ["<strike>"]}),
    ],
    "background": [
        ("The truce comes against a grim backdrop of hunger.", "come", {"agent": ["<truce>"]}),
        ("The bank cut its dividend against the background of a slump.", "cut", {"agent": ["bank"], "patient": ["dividend"]}),
        ("Farmers marched against a background check on buyers.", "march against", {"agent": ["Farmers"], "patient": ["background check on buyers"]}),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_participants(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    assert roles(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "timed"),
    [
        ("Police have seized nine boats carrying cocaine since last May.", "seize", True),
        ("Police have seized nine boats carrying cocaine since last May.", "carry", False),
        ("The court has heard forty claims naming the bank since March 2019.", "hear", True),
        ("The paper quoted miners working there since March 2019.", "work", True),
        ("Holm is defending the captain of a raid on Lodwar in 1962.", "defend", False),
        ("Holm defended the captain at his home on Monday.", "defend", True),
    ],
)
def test_whose_time(text: str, lemma: str, timed: bool) -> None:
    assert (event(read(text, "2025-05-07"), lemma).time is not None) is timed


@pytest.mark.parametrize(
    ("text", "happens"),
    [
        ("He said the club is at the end of the road.", False),
        ("She lives at the end of a narrow street.", False),
        ("They cheered the end of the war.", True),
        ("The end of the strike pleased the mayor.", True),
    ],
)
def test_what_ends(text: str, happens: bool) -> None:
    assert any(e.lemma == "end" for e in read(text).events) is happens
