"""Gerunds that tell what a verb or a preposition is about, and who would do it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, roles_of, source, table
from tests.parses import read

CASES: dict[str, list[Any]] = {
    "ruled out": [
        ("The government has ruled out changing the law.", "change", ("negative", "actual", "government", ["government"])),
        ("The premier ruled out working with the rebels.", "work with", ("negative", "actual", "premier", ["premier"])),
        ("The coach has ruled out signing a striker.", "sign", ("negative", "actual", "coach", ["coach"])),
        ("The firm has not ruled out suing the state.", "sue", ("positive", "possible", "firm", ["firm"])),
        ("The mayor resigned citing his health.", "cite", ("positive", "actual", None, ["mayor"])),
    ],
    "ruled out, other ways": [
        ("Changing the law was ruled out by the government.", "change", ("negative", "actual", None, None)),
        ("The mayor refused to rule out closing the school.", "close", ("positive", "possible", "mayor", ["mayor"])),
        ("The club ruled out its captain leaving in May.", "leave", ("negative", "actual", "club", ["captain"])),
    ],
    "going on from what is alleged or meant": [
        ("He was accused of entering the house, killing a man.", "kill", ("positive", "alleged", None, ["<enter>"])),
        ("The bank is likely to be sold, leaving nine clerks without work.", "leave", ("positive", "possible", None, ["<sell>"])),
        ("The rebels threatened to attack the town, killing its mayor.", "kill", ("positive", "planned", "rebels", ["<attack>"])),
        ("The army tried to storm the port, killing nine sailors.", "kill", ("positive", "actual", None, ["<try>"])),
    ],
    "what may be": [
        ("Peru was hopeful of Chile joining the pact next year.", "join", ("positive", "possible", None, ["Chile"])),
        ("Doctors are hopeful of the vaccine ending the outbreak.", "end", ("positive", "possible", None, ["vaccine"])),
        ("There is a risk of the dam flooding the valley.", "flood", ("positive", "possible", None, ["dam"])),
        ("The coach was confident of his team winning the cup.", "win", ("positive", "possible", None, ["team"])),
    ],
    "what others do": [
        ("Residents were proud of their team winning the cup.", "win", ("positive", "actual", None, ["team"])),
        ("Critics warned of the bank losing its licence.", "lose", ("positive", "actual", "Critics", ["bank"])),
        ("Lawyers complained about the judge delaying the trial.", "delay", ("positive", "actual", "Lawyers", ["judge"])),
        ("The court heard of a boat carrying drugs.", "carry", ("positive", "actual", None, ["boat carrying drugs"])),
    ],
    "hindered without from": [
        ("Only some fine saves stopped the Rovers adding more goals.", "add", ("negative", "actual", None, ["Rovers"])),
        ("Only heavy rain stopped the fire spreading to the village.", "spread", ("negative", "actual", None, ["<fire>"])),
        ("The goalkeeper prevented Leeds winning the match.", "win", ("negative", "actual", None, ["Leeds"])),
        ("The law stops banks charging high fees.", "charge", ("negative", "actual", None, ["banks"])),
        ("Police stopped a man driving a stolen car.", "drive", ("positive", "actual", None, ["man driving a stolen car"])),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_gerunds(text: str, lemma: str, expected: tuple[str, str, str | None, list[str]]) -> None:
    extraction = read(text)
    told = event(extraction, lemma)
    assert (told.polarity, told.modality, source(extraction, told.attribution), roles_of(extraction, told).get("agent")) == expected
