"""Subjects that a parser lost or took for those of another verb, pronouns of those who are asked to do something, and participles that were read as
moods; over fairs, courts, floods, sport and trade."""

from __future__ import annotations

import pytest

from tests.extract.telling import roles, table

#: text, lemma, role, the labels that fill it
TOLD: dict[str, list[tuple[str, str, str, list[str]]]] = {
    "behind an opening phrase": [
        ("Following the growing unrest in the north, Oxfam, through local partners, has sent tents.", "send", "agent", ["Oxfam"]),
        ("At the opening of the fair, Ana Ruiz, the head of the union, said it was late.", "say", "agent", []),
        ("In Lima, the capital, the mayor has closed two bridges.", "close", "agent", ["mayor"]),
    ],
    "behind a participle": [
        ("Most commodities traded on-line in Peru are shipped by sea.", "trade", "agent", []),
        ("Many parcels posted on-line in Chile are stolen.", "post", "agent", []),
        ("Many parcels posted on-line in Chile are stolen.", "steal", "patient", ["Many parcels posted on-line"]),
        ("The clerks waited in the rain and were sent home.", "wait", "agent", ["clerks"]),
    ],
    "a number of people who were harmed": [
        ("The blast left four people dead and 18 others wounded.", "wound", "patient", ["18 others"]),
        ("The attack left 14 people dead and more than 20 wounded.", "wound", "patient", ["more than 20"]),
        ("The talks would end a war that has left thousands dead and over 1.4 million displaced.", "displace", "patient", ["over 1.4 million"]),
        ("Two soldiers wounded a guard.", "wound", "agent", ["Two soldiers"]),
    ],
    "who is asked to do it": [
        ("Ana Ruiz, who rebels have called on to resign, refused to leave.", "resign", "agent", ["Ana Ruiz"]),
        ("The judge, whom lawyers asked to step aside, stayed.", "ask", "patient", ["judge"]),
        ("Bo Lind, who the union wants to run, has declined.", "run", "agent", ["Bo Lind"]),
        ("The players who Norda wants to sign are young.", "sign", "agent", ["Norda"]),
    ],
    "what the infinitive lacks": [
        ("The first rally, which Ruiz was set to headline Tuesday in Lima, costs nine dollars.", "headline", "patient", ["first rally"]),
        ("The talks that Ruiz was due to lead were put off.", "lead", "patient", ["<talks>"]),
        ("He is a painter whom critics are eager to praise.", "praise", "agent", ["critics"]),
    ],
    "who is told to have done it": [
        ("A man who police say shot two guards was arrested.", "shoot", "patient", ["two guards"]),
        ("The firm, which critics say dumped waste, denied it.", "dump", "agent", ["firm"]),
    ],
    "what is said of it": [
        (
            "About four out of 10 voters said life for the next generation would be worse than life today.",
            "worse",
            "agent",
            ["life for the next generation"],
        ),
        ("The paper claims Norda runs two mines.", "run", "agent", ["Norda"]),
        ("The mayor said a prayer and left.", "say", "topic", ["prayer"]),
    ],
    "who is to do what is opposed": [
        ("Ruiz opposes the union's council making any changes this week.", "make", "agent", ["union's council"]),
        ("The league backed Norda selling the stadium.", "sell", "agent", ["Norda"]),
    ],
    "what tells of a part or of some": [
        ("Workers at the plant, most of them women, walked out.", "walk", "agent", ["Workers at the plant"]),
        ("Nine people, some of them children, died in the fire.", "die", "patient", ["Nine people"]),
        ("The bird flu virus, strains of which can spread to goats, has claimed nine lives.", "claim", "agent", ["bird flu virus"]),
        ("The bird flu virus, strains of which can spread to goats, has claimed nine lives.", "spread", "agent", ["strains of the bird flu virus"]),
    ],
    "which deed it is": [
        ("The report lists the killing of a guard that was claimed by the rebels.", "claim", "topic", ["<kill>"]),
        ("The report lists the mother of a guard that was praised by the mayor.", "praise", "patient", ["guard that was praised by the mayor"]),
    ],
    "whose child it is": [
        ("Lind was born to Danish farmers in Lima.", "bear", "agent", ["Danish farmers in Lima"]),
        ("The firm was born of a merger.", "bear", "agent", []),
    ],
    "what was done and what is meant": [
        ("The issue was resolved on Friday.", "resolve", "patient", ["issue"]),
        ("The statue was prepared by a sculptor.", "prepare", "agent", ["sculptor"]),
        ("The price of salt is determined by the market.", "determine", "agent", ["market"]),
        ("She is determined to win.", "determined", "topic", ["<win>"]),
        ("Ruiz is committed to peace.", "committed", "goal", ["peace"]),
    ],
    "of all that is listed": [
        ("Fear and anger, driven by the cuts, may not help the union.", "drive", "patient", ["Fear", "anger"]),
        ("Gas and oil, sold by Norda, are cheap.", "sell", "patient", ["Gas", "oil"]),
        ("She met Ana Ruiz and Bo Lind, elected in May.", "elect", "patient", ["Ana Ruiz"]),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "role", "expected"), table(TOLD))
def test_told(text: str, lemma: str, role: str, expected: list[str]) -> None:
    assert roles(text, lemma).get(role, []) == expected
