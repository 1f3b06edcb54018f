"""What is done to whom where no word of its own says so: after words of ease, participles that share a verb "be" or describe a noun, and the labels
of those who only do what their participle says; over courts, sport, disasters, wars and companies."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, roles, table
from tests.parses import read

#: text, lemma, role, the labels that fill it
UNDERGONE: dict[str, list[tuple[str, str, str, list[str]]]] = {
    "what is hard to do something with": [
        ("The rule is hard to enforce, the judge said.", "enforce", "patient", ["rule"]),
        ("The rule is hard to enforce, the judge said.", "enforce", "agent", []),
        ("The goalkeeper is difficult to beat.", "beat", "patient", ["goalkeeper"]),
        ("The flood proved impossible to contain.", "contain", "patient", ["<flood>"]),
        ("The treaty is easy to read and hard to apply.", "apply", "patient", ["treaty"]),
        ("The coach considers the defeat hard to accept.", "accept", "agent", []),
        ("The clerks are slow to answer letters.", "answer", "agent", ["clerks"]),
    ],
    "a verb be that is shared": [
        ("The plan is peaceful and aimed at saving water.", "aim", "patient", ["plan"]),
        ("The valley was at war and feared by all traders.", "fear", "agent", ["all traders"]),
        ("The driver was shocked but not injured.", "injure", "patient", ["driver"]),
        ("Two sailors were reported killed in the storm.", "kill", "patient", ["Two sailors"]),
        ("The envoy was in Lima and met the miners.", "meet", "agent", ["envoy"]),
    ],
    "before a noun": [
        ("The champions won against revamped Bremen on Sunday.", "win", "agent", ["champions"]),
        ("The bank paid dues to affiliated unions.", "pay", "recipient", ["affiliated unions"]),
    ],
    "following a happening": [
        ("The plant leaked salty water following a fire.", "leak", "patient", ["salty water"]),
        ("The captain was freed on Monday following a raid on the farm.", "free", "patient", ["captain"]),
    ],
    "who does only what the participle says": [
        ("Fans of a club owned by a bank marched.", "own", "patient", ["club"]),
        ("The minister met the families of sailors killed by a storm.", "kill", "patient", ["sailors"]),
        ("The judge questioned the owner of a firm selling faulty brakes.", "sell", "agent", ["firm"]),
        ("The talks were about loans for firms seeking to open a mine.", "open", "agent", ["firms"]),
        ("She represents firms owned by the state.", "own", "patient", ["firms owned by the state"]),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "role", "expected"), table(UNDERGONE))
def test_undergone(text: str, lemma: str, role: str, expected: list[str]) -> None:
    assert roles(text, lemma).get(role, []) == expected


def test_a_noun_that_says_less_is_no_other_one() -> None:
    extraction = read("Sailors struck in May. The minister met the families of sailors killed by a storm.")
    struck, killed = (next(r.entity for r in event(extraction, lemma).roles if r.role in ("agent", "patient")) for lemma in ("strike", "kill"))
    assert struck != killed
