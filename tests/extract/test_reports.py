"""What is told by a noun of telling, in a letter, or in a clause further in, is no fact of the writer: over wars, courts, companies and clubs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import roles, source, table
from tests.extract.test_factuality import stance
from tests.parses import read

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "a report without that": [
        ("The club suspended the keeper over reports he had sold a game.", "sell", ("positive", "alleged", None)),
        ("The claims she hid a loan hurt the mayor.", "hide", ("positive", "alleged", None)),
        ("The island was emptied amid fears the volcano had killed the fish.", "kill", ("positive", "possible", None)),
        ("The general lost the report he had signed.", "sign", ("positive", "actual", None)),
        ("The judge read the statement the firm gave the court.", "give", ("positive", "actual", None)),
    ],
    "a clause that nobody vouches for": [
        ("The hearing follows a complaint that the firm had dumped waste.", "dump", ("positive", "alleged", None)),
        ("The talks began after a statement that the clinic had fired nurses.", "fire", ("positive", "alleged", None)),
        ("The announcement that the bank had sold its mine surprised Lima.", "sell", ("positive", "actual", None)),
        ("The letter that closed the school came from the bishop.", "close", ("positive", "actual", None)),
    ],
    "telling by doing": [
        ("The coach ended the meeting with a remark that the keeper had sold a game.", "sell", ("positive", "actual", "coach")),
        ("The envoy opened the talks with a warning that rebels had mined the port.", "mine", ("positive", "actual", "envoy")),
    ],
    "no proof": [
        ("The police have no evidence that robbers burned the bank.", "burn", ("positive", "possible", None)),
        ("There is no proof that the club bribed a referee.", "bribe", ("positive", "possible", None)),
        ("The audit did not offer any evidence that the minister took bribes.", "take", ("positive", "possible", None)),
        ("The court lacked proof that the captain sank the boat.", "sink", ("positive", "possible", None)),
        ("The police found evidence that robbers burned the bank.", "burn", ("positive", "actual", None)),
    ],
    "in a letter to somebody": [
        ("The firm said in a statement that it had sold the mine.", "sell", ("positive", "actual", "firm")),
        ("The minister wrote last May in a letter to the council that the bank was run by rebels.", "run", ("positive", "actual", "minister")),
        ("The union told the court in a letter that the firm had closed the ward.", "close", ("positive", "actual", "union")),
        ("The coach complained in a note to the owner that players had left the camp.", "leave", ("positive", "actual", "coach")),
        ("The mayor said so in a speech that shocked voters.", "shock", ("positive", "actual", None)),
        ("The mayor was asked about reports that the bridge had killed a driver.", "kill", ("positive", "alleged", None)),
    ],
    "a time before what is said": [
        ("Prosecutors said three years ago, the banker sold licences to a firm in Kenya.", "sell", ("positive", "actual", "Prosecutors")),
        ("Doctors said two weeks ago, the clinic closed a ward and fired nurses.", "fire", ("positive", "actual", "Doctors")),
        ("The river rose, the mayor said on Friday, and rebels burned the mill.", "burn", ("positive", "actual", None)),
    ],
    "both clauses before the teller": [
        ("Nine miners were killed, and two bridges were destroyed by the flood, it added.", "kill", ("positive", "actual", None)),
        ("Some 40 monks have been jailed, and two priests were expelled by the army, a nurse told Reuters.", "jail", ("positive", "actual", "nurse")),
        ("The army jailed a priest, but the firm said it had paid him.", "jail", ("positive", "actual", None)),
    ],
    "a second that": [
        (
            "The mayor announced that two guards had been charged with fraud, and that a third one faces a fine.",
            "face",
            ("positive", "actual", "mayor"),
        ),
        (
            "The firm said sales were only 9 million euros in Peru -- a tenth of the total -- and that thieves emptied the mine.",
            "empty",
            ("positive", "actual", "firm"),
        ),
    ],
    "an accusation with an occasion": [
        ("The union accused the firm at a rally of hiding losses.", "hide", ("positive", "alleged", "union")),
        ("The club accused its rival in a letter to the league of bribing referees.", "bribe", ("positive", "alleged", "club")),
        ("The general had accused Kenya during his campaign of arming rebels.", "arm", ("positive", "alleged", "general")),
    ],
    "all of a quotation": [
        ('"The mine pollutes nine rivers. Farmers sell the water," according to the plan.', "pollute", ("positive", "actual", "plan")),
        ('"We won the war. The rebels burned nine mills," according to the general.', "burn", ("positive", "actual", "general")),
        ('The coach said that "the club sold nine players, giving a bank the stadium."', "give", ("positive", "actual", "coach")),
        ('The coach signed "Nine Lives of a Very Old Keeper" and sold a boat.', "sell", ("positive", "actual", None)),
    ],
    "as reported by": [
        ("As reported by the Daily Mail, the club sold its keeper.", "sell", ("positive", "actual", "Daily Mail")),
        ("As announced by the ministry, the firm closed the mine.", "close", ("positive", "actual", "ministry")),
        ("As driven by his son, the truck hit a bridge.", "hit", ("positive", "actual", None)),
    ],
    "the clause of a noun within": [
        (
            "The Daily Mail reported last year that the club had set up shops in Chile and Peru, through which it sold the players to Iran.",
            "sell",
            ("positive", "actual", "Daily Mail"),
        ),
        ("The firm had opened mines in Kenya and Mali, in which it hired children, the union said.", "hire", ("positive", "actual", "union")),
    ],
}


def test_words_quoted_are_somebodys_though_nobody_is_known_for_them() -> None:
    extraction = read('"I thought of our coach and I knew with his help we would win the cup," said the 20-year-old who scored twice.')
    known = next(e for e in extraction.events if e.lemma == "know")
    assert known.attribution is not None
    assert source(extraction, known.attribution) is None


def test_who_is_accused_at_a_rally_did_it() -> None:
    assert roles("The union accused the firm at a rally of hiding losses.", "hide")["agent"] == ["firm"]


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_stance(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected
