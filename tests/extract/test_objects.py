"""Objects and what stands beside them: compounds, receivers, connectives, small clauses, the reason for a judgement."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, roles, table
from tests.parses import read

CASES: dict[str, list[Any]] = {
    "compound": [
        ("Doctors fear that tourists could spark a measles outbreak in Kenya.", "spark", {"result": ["<outbreak>"]}),
        ("The army used remote-control bomb attacks in Chad.", "attack", {"instrument": ["remote-control bomb"]}),
        ("The firm sold gas turbine parts.", "sell", {"patient": ["gas turbine parts"]}),
    ],
    "receiver": [
        ("The law gives nurses and teachers a say in the budget.", "give", {"recipient": ["nurses", "teachers"], "patient": ["say in the budget"]}),
        ("The club offered the striker a new contract.", "offer", {"recipient": ["striker"], "patient": ["new contract"]}),
        ("The bank sent its clients a letter about fees.", "send", {"recipient": ["clients"], "patient": ["letter about fees"]}),
    ],
    "gaining": [
        ("The delay cost the farmers a harvest.", "cost", {"recipient": ["farmers"], "patient": ["<harvest>"]}),
        ("The goal earned Norda a place in the cup.", "earn", {"recipient": ["Norda"], "topic": ["place in the cup"]}),
        ("The clerk refused the nurses a visa.", "refuse", {"agent": ["clerk"], "recipient": ["nurses"], "patient": ["visa"]}),
    ],
    "day before the object": [
        ("Lawmakers debated late Tuesday plans for a new railway.", "debate", {"patient": ["plans for a new railway"]}),
        ("The ministry announced Friday measures against the flu.", "announce", {"topic": ["measures against the flu"]}),
        ("The museum showed late Sunday photographs of the fire.", "show", {"topic": ["photographs of the fire"]}),
    ],
    "day before the verb": [
        ("Erling Haaland Monday signed a new contract.", "sign", {"agent": ["Haaland"], "patient": ["new contract"]}),
        ("Siemens Friday bought a bank.", "buy", {"agent": ["Siemens"], "patient": ["bank"]}),
        ("Renault Tuesday recalled 300 vans.", "recall", {"agent": ["Renault"], "patient": ["300 vans"]}),
    ],
    "occurrence": [
        ("The new law takes effect in May.", "take effect", {"agent": ["new law"]}),
        ("The campaign took root in Chile.", "take root", {"agent": ["campaign"]}),
        ("A new team is taking shape in Porto.", "take shape", {"agent": ["new team"]}),
    ],
    "connective": [
        ("As a result, prices have been raised by shops.", "raise", {"patient": ["prices"], "agent": ["shops"]}),
        ("Nurses in Lima, for example, sued their hospital.", "sue", {"agent": ["Nurses in Lima"], "patient": ["hospital"]}),
        ("The coach, of course, praised his captain.", "praise", {"agent": ["coach"], "patient": ["captain"]}),
    ],
    "of a noun that counts": [
        ("The school offers a wide range of courses.", "offer", {"patient": ["wide range of courses"]}),
        ("Hundreds of thousands of farmers blocked the roads.", "block", {"agent": ["hundreds of thousands of farmers"], "patient": ["roads"]}),
        ("The museum bought a number of paintings.", "buy", {"patient": ["number of paintings"]}),
    ],
    "depriving": [
        ("The coach wants to rid the team of cheats.", "rid", {"patient": ["team"], "topic": ["cheats"]}),
        ("The storm deprived the island of power.", "deprive", {"patient": ["island"], "topic": ["power"]}),
        ("The court stripped the banker of his title.", "strip", {"patient": ["banker"], "topic": ["title"]}),
    ],
    "small clause": [
        ("The vote leaves the terms of any later deals unclear.", "leave unclear", {"patient": ["terms of any later deals"]}),
        ("The nurses keep the children safe.", "keep safe", {"patient": ["children"]}),
        ("Critics called the referee blind.", "call", {"patient": ["referee"], "attribute": ["blind"]}),
    ],
    "made so": [
        ("The grant made the trip possible.", "make possible", {"agent": ["grant"], "patient": ["<trip>"]}),
        ("The mayor left the terms of the deal open-ended.", "leave open-ended", {"agent": ["mayor"], "patient": ["terms of the deal"]}),
        ("The tax made bread more expensive.", "make more expensive", {"agent": ["tax"], "patient": ["bread"]}),
        ("The results were made public in May.", "make public", {"patient": ["results"]}),
        ("The judge made the club liable for the fire.", "make liable", {"patient": ["club"], "attribute": ["liable for the fire"]}),
    ],
    "made clear": [
        ("The union made it clear that workers will strike.", "make clear", {"agent": ["union"], "topic": ["<strike>"]}),
        ("The minister made clear that the tax would rise.", "make clear", {"agent": ["minister"], "topic": ["<rise>"]}),
        ("The doctor made it plain that the boy must rest.", "make plain", {"agent": ["doctor"], "topic": ["<rest>"]}),
    ],
    "made possible": [
        ("The new dam makes it possible to water the fields.", "make", {"attribute": ["possible"], "topic": ["<water>"]}),
        ("The ruling made it harder to sue banks.", "make", {"attribute": ["harder"], "topic": ["<sue>"]}),
        ("Fans found it easy to buy tickets.", "find", {"agent": ["Fans"], "attribute": ["easy"], "topic": ["<buy>"]}),
    ],
    "list that is counted": [
        ("The school offers a number of courses, books and games.", "offer", {"patient": ["number of courses", "books", "games"]}),
        ("The army bought dozens of tanks and trucks.", "buy", {"patient": ["dozens of tanks", "trucks"]}),
        ("Doctors saw a series of burns and bruises.", "see", {"patient": ["series of burns", "bruises"]}),
    ],
    "those who": [
        ("The law helps those who lost their farms.", "help", {"patient": ["those who lost their farms"]}),
        ("Anyone who missed the match can watch it here.", "miss", {"agent": ["Anyone who missed the match"], "patient": ["<match>"]}),
        ("The bank repaid everyone who had lost money.", "repay", {"patient": ["everyone who had lost money"]}),
    ],
    "shared auxiliary": [
        ("Two miners were killed and four men injured in a blast.", "injure", {"patient": ["four men injured in a blast"]}),
        ("Nine bridges were damaged and two schools destroyed.", "destroy", {"patient": ["two schools"]}),
        ("One player was sent off and two others booked.", "book", {"patient": ["two others"]}),
    ],
    "second place": [
        ("Officials from Chile and two other countries met in Lima.", "meet", {"agent": ["Officials from Chile and two other countries"]}),
        ("Doctors from Kenya and nearby towns signed it.", "sign", {"agent": ["Doctors from Kenya and nearby towns"]}),
        ("Players from Brazil and other countries train in Porto.", "train", {"agent": ["Players from Brazil and other countries"]}),
    ],
    "joint": [
        (
            "The combination of Rosa Lind's pace and Ana Berg's passing beat the champions.",
            "beat",
            {"agent": ["combination of Rosa Lind's pace and Ana Berg's passing"], "patient": ["champions"]},
        ),
        ("A blend of cheap wine and good food drew tourists.", "draw", {"agent": ["blend of cheap wine and good food"], "patient": ["tourists"]}),
        ("Doctors studied the link between salt and strokes.", "study", {"agent": ["Doctors"], "topic": ["link between salt and strokes"]}),
    ],
    "as after a doer": [
        (
            "Lena Holm, tipped by many as the next mayor, sued the club.",
            "tip",
            {"agent": ["many"], "patient": ["Lena Holm"], "attribute": ["next mayor"]},
        ),
        ("The plan was hailed by unions as a victory.", "hail", {"agent": ["unions"], "patient": ["plan"], "attribute": ["<victory>"]}),
        ("The judge was seen by nurses as a hero.", "see", {"agent": ["nurses"], "patient": ["judge"], "attribute": ["hero"]}),
    ],
    "to a number": [
        ("The raids bring the total known arrests to 35.", "bring", {"agent": ["<raid>"], "patient": ["<arrest>"]}),
        ("The club cut the number of seats to 900.", "cut", {"agent": ["club"], "patient": ["number of seats"]}),
    ],
    "talks with somebody about something": [
        ("He will hold talks with the mayor about the port.", "talks", {"recipient": ["mayor"], "topic": ["port"]}),
        ("The clubs began negotiations with the league about fees.", "negotiate", {"recipient": ["league"], "topic": ["fees"]}),
        ("The coach had talks with the owner about a loan.", "talks", {"agent": ["coach"], "recipient": ["owner"], "topic": ["loan"]}),
    ],
    "one or more": [
        ("The vineyard may be sold by one or more of his cousins.", "sell", {"patient": ["vineyard"], "agent": ["one or more of his cousins"]}),
        ("The vaccine was refused by one or more of the nurses.", "refuse", {"patient": ["vaccine"], "agent": ["one or more of the nurses"]}),
        ("The mine was visited by one or more of the owners.", "visit", {"agent": ["one or more of the owners"], "goal": ["mine"]}),
    ],
    "judged for": [
        ("The airline was fined for dumping fuel.", "fine", {"patient": ["airline"], "cause": ["<dump>"]}),
        ("Fans praised the coach for fielding young players.", "praise", {"agent": ["Fans"], "patient": ["coach"], "cause": ["<field>"]}),
        ("The state will compensate farmers for the losses.", "compensate", {"patient": ["farmers"], "cause": ["losses"]}),
    ],
    "envoy": [
        ("Peru summoned the ambassador to Chile on Monday.", "summon", {"patient": ["ambassador to Chile"]}),
        ("The court freed an aide to the mayor.", "free", {"patient": ["aide to the mayor"]}),
        ("The firm hired an adviser to the bank.", "hire", {"patient": ["adviser to the bank"]}),
    ],
    "dateline": [
        ("LIMA - Ana Ruiz met the mayor of Cusco.", "meet", {"agent": ["Ana Ruiz"], "patient": ["mayor of Cusco"]}),
        ("PARIS (AP) - Renault cut 500 jobs.", "cut", {"agent": ["Renault"], "patient": ["500 jobs"]}),
        ("OSLO, Norway - Erling Haaland scored twice.", "score", {"agent": ["Erling Haaland"]}),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_participants(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    found = roles(text, lemma)
    assert {role: labels for role, labels in found.items() if role in expected or role not in ("agent", "place")} == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("She named a top-five player.", "name"),
        ("He praised one of the rules meant to help farmers.", "mean"),
        ("The bank sold a big-four audit firm.", "sell"),
    ],
)
def test_a_number_inside_a_word_or_of_others_counts_nothing(text: str, lemma: str) -> None:
    assert event(read(text), lemma).quantities == ()
