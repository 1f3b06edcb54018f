"""Happenings told by nouns: who and whom by the words around the noun, what the verb beside it adds, and which nouns tell of nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, failing, label_of, roles, roles_of, table
from tests.parses import read

CASES: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "a nation or an owner before the noun": [
        ("A U.S. strike on a docking facility killed three sailors.", "strike", {"agent": ["United States"], "patient": ["docking facility"]}),
        ("The army's bombardment of the town lasted a week.", "bombard", {"agent": ["army"], "patient": ["town"]}),
        ("The company's acquisition of a rival was approved.", "acquire", {"agent": ["company"], "patient": ["rival"]}),
        ("The candidate's assassination delayed the election.", "assassinate", {"agent": None, "patient": ["candidate"]}),
        ("The doctor's arrest followed a raid.", "arrest", {"agent": None, "patient": ["doctor"]}),
    ],
    "what stands before the noun": [
        ("The tanker seizure angered Iran.", "seize", {"patient": ["tanker"]}),
        ("Grain exports fell.", "export", {"patient": ["Grain"]}),
        ("Cholera deaths rose.", "death", {"patient": None}),
        ("A bail hearing was held.", "hearing", {"patient": None}),
        ("The doping ban ended.", "ban", {"patient": None}),
        ("A guerrilla war divided the valley.", "war", {"patient": None}),
        ("Ghana lost the group match.", "match", {"patient": None}),
        ("The singer thanked her fans in a television broadcast.", "broadcast", {"patient": None}),
        ("The bank faces a 90-million-dollar lawsuit.", "lawsuit", {"patient": None}),
        ("Fuel demand fell.", "demand", {"patient": ["Fuel"]}),
        ("The bill ends taxpayer funding of stadiums.", "fund", {"agent": ["taxpayer"], "patient": ["stadiums"]}),
    ],
    "what others say, or would give": [
        ("The club denied the allegations.", "allegation", {"agent": None}),
        ("The bank refuted predictions about its debts.", "predict", {"agent": None}),
        ("Ghana is seeking admission to the league.", "admit", {"agent": None}),
        ("The police took a statement from the driver.", "state", {"agent": None}),
        ("The two firms seek a deal with the union.", "deal", {"agent": ["two firms"]}),
        ("The rebels held talks with Chad on an attack.", "attack", {"agent": None}),
        ("The museum built a wing in cooperation with a bank.", "cooperate", {"patient": ["bank"]}),
    ],
    "who is put into an office": [
        ("Ana Ruiz won the Liberal Party's nomination.", "nominate", {"agent": ["Liberal Party"], "patient": ["Ana Ruiz"]}),
        ("The judge is seeking reelection.", "reelect", {"agent": None, "patient": ["judge"]}),
        ("The rebels seek early elections.", "elect", {"patient": None}),
    ],
    "whose it is": [
        ("Chile's arrest of two bankers surprised Peru.", "arrest", {"agent": ["Chile"], "patient": ["two bankers"]}),
        ("The club's expulsion of a striker divided its fans.", "expulsion", {"agent": ["club"], "patient": ["striker"]}),
        ("The striker's expulsion divided the fans.", "expulsion", {"agent": None, "patient": ["striker"]}),
        ("The clinic performed Spain's first kidney transplant.", "transplant", {"patient": None, "place": ["Spain"]}),
        ("Kenya's election was delayed.", "elect", {"patient": None, "place": ["Kenya"]}),
        ("Her conviction of fraud was overturned.", "convict", {"agent": None}),
    ],
    "somebody before the noun": [
        ("Consumer spending slowed in March.", "spend", {"agent": ["Consumer"], "patient": None}),
        ("Student protests spread to the coast.", "protest", {"agent": ["Student"], "patient": None}),
        ("Rebel attacks closed the road.", "attack", {"agent": ["Rebel"], "instrument": None}),
        ("The embassy attack was condemned.", "attack", {"agent": None, "patient": ["embassy"], "instrument": None}),
        ("A bomb attack closed the road.", "attack", {"agent": None, "instrument": ["bomb"]}),
        ("Defence spending rose.", "spend", {"agent": None}),
    ],
    "where, and in what": [
        ("Voters want troop reductions in Iraq.", "reduce", {"patient": None, "place": ["Iraq"]}),
        ("Wage growth in Chile slowed.", "grow", {"patient": None, "place": ["Chile"]}),
        ("A reduction in emissions was promised.", "reduce", {"patient": ["emissions"], "place": None}),
        ("Chinese investment in Kenya grew.", "invest", {"agent": ["China"], "patient": ["Kenya"]}),
    ],
    "of whoever gives it": [
        ("The ban won the backing of the church.", "back", {"agent": ["church"], "patient": None}),
        ("The mine was sold with the approval of the court.", "approve", {"agent": ["court"], "patient": None}),
        ("The coach lost the support of his players.", "support", {"agent": ["players"], "patient": None}),
        ("The backing of the union surprised the mayor.", "back", {"agent": None, "patient": None}),
        ("Thousands marched in support of the nurses.", "support", {"patient": ["nurses"]}),
        ("The approval of the budget took weeks.", "approve", {"agent": None, "patient": ["budget"]}),
    ],
    "what is paid for": [
        ("The airline paid compensation for the delay.", "compensate", {"cause": ["<delay>"], "purpose": None}),
        ("The state paid compensation for the farmers.", "compensate", {"beneficiary": ["farmers"], "purpose": None}),
    ],
    "a place before or after it": [
        ("His first Chile visit ended on Monday.", "visit", {"agent": None, "goal": ["Chile"]}),
        ("The band's Peru tour was cancelled.", "tour", {"agent": ["band"], "goal": ["Peru"]}),
        ("The tour of Kenya by the king ended.", "tour", {"agent": ["king"], "goal": ["Kenya"]}),
        ("Farmers praised the Kenya deal.", "deal", {"agent": None, "topic": ["Kenya"]}),
        ("The U.S. visit pleased the mayor.", "visit", {"agent": ["United States"], "goal": None}),
    ],
    "an occasion is no participant": [
        ("The coach made the remarks at a dinner.", "remark", {"agent": ["coach"], "goal": None}),
        ("Rebels carried out attacks in the name of the prince.", "attack", {"agent": ["Rebels"], "topic": None}),
        ("The judge praised the decision at the hearing.", "decision", {"goal": None}),
    ],
    "an adjective of two words": [
        ("Small-scale attacks on the port continued.", "attack", {"patient": ["port"], "instrument": None}),
        ("A 14-nation summit opened.", "summit", {"patient": None, "agent": None}),
    ],
    "whose it is, and who gets it": [
        ("Chile's worst accident killed nine.", "accident", {"agent": None, "place": ["Chile"]}),
        ("The raid was made at the request of the mayor.", "request", {"agent": ["mayor"]}),
        ("The king sought treatment in Peru.", "treat", {"agent": None}),
    ],
    "with a phrase behind it": [
        ("The general was charged with crimes against humanity in Lima.", "crime against humanity", {"patient": None}),
        ("The two firms held talks on Peru.", "talks", {"topic": ["Peru"], "place": None}),
        ("Ministers praised cooperation in areas of mutual interest.", "cooperate", {"place": None}),
        ("Kenya will hold its general elections in May.", "general election", {"patient": None}),
    ],
    "what ends or rises": [
        ("The union demanded an end to the ban.", "end", {"patient": ["<ban>"], "goal": None}),
        ("Shops reported an increase of prices.", "increase", {"patient": ["prices"], "attribute": None}),
        ("An increase of five dollars angered drivers.", "increase", {"patient": None, "attribute": ["five dollars"]}),
    ],
    "what others give, and what somebody else tells": [
        ("The club does not have the support of the fans.", "support", {"agent": ["fans"]}),
        ("We have public support for the tax.", "support", {"agent": None, "patient": ["tax"]}),
        ('The mayor continued: "The worst raid of the year was in May."', "raid", {"agent": None}),
    ],
    "sums": [
        ("The court imposed a fine of 200 euros.", "fine", {"agent": ["court"], "patient": None, "attribute": ["200 euros"]}),
        ("The government announced compensation of $1,640 for each family.", "compensate", {"patient": None}),
    ],
    "of and by": [
        ("The arrest of the banker by police surprised investors.", "arrest", {"agent": ["police"], "patient": ["banker"]}),
        ("The acquisition of Halvorsen by Siemens failed.", "acquire", {"agent": ["Siemens"], "patient": ["Halvorsen"]}),
        ("The vaccination of children by nurses resumed.", "vaccinate", {"agent": ["nurses"], "patient": ["children"]}),
        ("The destruction of the bridge by the flood cut off the town.", "destroy", {"agent": ["<flood>"], "patient": ["bridge"]}),
        ("The assassination of the candidate by gunmen delayed the election.", "assassinate", {"agent": ["gunmen"], "patient": ["candidate"]}),
    ],
    "on, against, into, with": [
        ("A missile attack on Odesa destroyed a port.", "missile attack", {"agent": None, "patient": ["Odesa"]}),
        ("An offensive against militants began on Monday.", "offensive", {"agent": None, "patient": ["militants"]}),
        ("The protest against the law grew.", "protest", {"agent": None, "patient": ["law"]}),
        ("Talks with Iran failed.", "talks", {"agent": None, "recipient": ["Iran"]}),
        ("The ministry launched an investigation into the outbreak.", "investigate", {"agent": ["ministry"], "patient": ["<outbreak>"]}),
    ],
    "of alone": [
        ("The trial of the mayor opened in Lima.", "trial", {"agent": None, "patient": ["mayor"]}),
        ("The collapse of the stadium killed nine fans.", "collapse", {"patient": ["stadium"]}),
        ("The sale of the club was delayed.", "sale", {"patient": ["club"]}),
    ],
    "light verb": [
        ("Kenyan troops carried out a strike on a camp.", "strike", {"agent": ["Kenyan troops"], "patient": ["camp"]}),
        ("The navy launched an attack against pirates.", "attack", {"agent": ["navy"], "patient": ["pirates"]}),
        ("Police conducted a raid on the bank.", "raid", {"agent": ["Police"], "patient": ["bank"]}),
        ("The union held talks with the company.", "talks", {"agent": ["union"], "recipient": ["company"]}),
        ("The court held a hearing on the merger.", "hearing", {"agent": ["court"], "topic": ["<merge>"]}),
        ("A strike carried out by the army destroyed the bridge.", "strike", {"agent": ["army"], "patient": None}),
    ],
    "where the copula says that it was": [
        ("The blast was the third attack in Karachi this year.", "blast", {"place": ["Karachi"], "agent": None}),
        ("The merger was the first deal in Kenya under the new law.", "merge", {"place": ["Kenya"]}),
        ("The raid was the first known operation on Chilean soil.", "raid", {"place": ["Chile"]}),
        ("The collapse was the result of a leak in Lima.", "collapse", {"place": None}),
    ],
    "what an undertaking ends in is done by whoever undertakes it": [
        ("Police raided workshops in May. Those operations culminated in the arrest of two bankers.", "arrest", {"agent": ["Police"]}),
        ("The navy has escorted grain ships. These efforts culminated in the capture of nine pirates.", "capture", {"agent": ["navy"]}),
        ("The company's campaign culminated in the acquisition of a rival.", "acquire", {"agent": ["company"]}),
        ("The army said rebels raided the town. These raids culminated in the arrest of a mayor.", "arrest", {"agent": None}),
    ],
    "counted by a noun": [
        ("The army carried out dozens of strikes on the port.", "strike", {"patient": ["port"]}),
        ("A series of talks with the union ended the crisis.", "talks", {"recipient": ["union"]}),
    ],
    "occurrence": [
        ("The explosion occurred at a factory in Lyon.", "explode", {"agent": None, "place": ["factory in Lyon"]}),
        ("The protest happened on Friday in Lima.", "protest", {"agent": None, "place": ["Lima"]}),
    ],
    "intention": [
        ("Iran is ready for talks.", "talks", {"agent": ["Iran"]}),
        ("The union wants talks with the company.", "talks", {"agent": ["union"], "recipient": ["company"]}),
    ],
}


#: What the noun's phrase or its verb says and the extraction does not.
MENDED: list[tuple[str, str, dict[str, Any]]] = [
    ("The attack took place in Lagos on Monday.", "attack", {"place": ["Lagos"]}),
    ("The election took place in Ghana in May.", "elect", {"place": ["Ghana"]}),
    ("The seizure of the tanker by Iran angered insurers.", "seize", {"agent": ["Iran"], "patient": ["tanker"]}),
    ("The attack by rebels on the convoy shocked the capital.", "attack", {"agent": ["rebels"], "patient": ["convoy"]}),
    ("The Chile explosion killed nine.", "explode", {"place": ["Chile"]}),
    ("The Peru earthquake killed nine.", "earthquake", {"place": ["Peru"]}),
    ("The Congressional elections worry banks.", "elect", {"agent": None}),
    ("Guards heard machine-gun fire near the port.", "fire", {"agent": None}),
    ("Ministers praised the gas agreement.", "agree", {}),
    ("Lena Holm won the best singer award in Cannes.", "award", {"attribute": ["best singer"], "place": ["Cannes"]}),
    ("The drone strike on the airport wounded nine guards.", "drone strike", {"instrument": ["drone"]}),
]
KNOWN_FAILURES: list[tuple[str, str, dict[str, Any], str]] = [
    ("The army took part in an attack on the port.", "attack", {"agent": ["army"]}, '"take part in" is listed as one light verb and read as "take"'),
    (
        "The conviction of the trader for fraud was upheld.",
        "convict",
        {"patient": ["trader"], "cause": ["<fraud>"]},
        "the second preposition hangs on the first one's noun",
    ),
]


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_participants(text: str, lemma: str, expected: dict[str, Any]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(("text", "lemma", "expected"), [*MENDED, *failing(KNOWN_FAILURES)])
def test_hard_cases(text: str, lemma: str, expected: dict[str, Any]) -> None:
    extraction = read(text)
    assert lemma in [e.lemma for e in extraction.events]
    found = roles_of(extraction, event(extraction, lemma))
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The strike group left the harbour.",
        "The attack helicopter crashed near the airport.",
        "The rescue team reached the village.",
        "The trial lawyer left the court.",
        "The merger adviser resigned.",
        "The vaccination centre closed.",
        "The Attack Squadron won the cup.",
        "Operation Desert Storm freed Kuwait.",
        "Strike Energy Inc sold a mine.",
        "The weekly had the news in March, 2019 of Lee selling the port.",
        "March of this year was warm.",
        "The club played in Lima in March, without its captain.",
    ],
)
def test_what_is_no_happening(text: str) -> None:
    assert [e.lemma for e in read(text).events if e.nominal] == []


@pytest.mark.parametrize("text", ["The airport attack trial opened.", "The murder trial of the mayor opened in Lima."])
def test_a_modifier_is_part_of_its_nouns_happening(text: str) -> None:
    assert [e.lemma for e in read(text).events if e.nominal] == ["trial"]


@pytest.mark.parametrize(
    ("text", "lemma", "type_"),
    [
        ("The army's bombardment of the town lasted a week.", "bombard", "Strike"),
        ("The arrest of the banker by police surprised investors.", "arrest", "Arrest"),
        ("The acquisition of Halvorsen by Siemens failed.", "acquire", "Acquisition"),
        ("The vaccination of children by nurses resumed.", "vaccinate", "Vaccination"),
        ("Talks with Iran failed.", "talks", "Negotiation"),
    ],
)
def test_lemma_and_type(text: str, lemma: str, type_: str) -> None:
    told = event(read(text), lemma)
    assert (told.type, told.nominal, told.rule) == (type_, True, "noun")


@pytest.mark.parametrize(
    ("text", "lemma", "phrase"),
    [
        ("A U.S. strike on a docking facility killed three sailors.", "strike", "A U.S. strike on a docking facility"),
        ("The arrest of the banker by police surprised investors.", "arrest", "The arrest of the banker by police"),
        ("The union held talks with the company.", "talks", "talks with the company"),
    ],
)
def test_its_phrase_is_a_mention(text: str, lemma: str, phrase: str) -> None:
    extraction = read(text)
    told = event(extraction, lemma)
    assert text[slice(*told.phrase)] == phrase
    assert [m.kind for m in extraction.mentions if m.entity == told.id and m.span == told.phrase] == ["nominal"]


@pytest.mark.parametrize(
    ("text", "noun", "agent"),
    [
        ("Reports said the fire came from a CIA drone strike.", "drone strike", "Central Intelligence Agency"),
        ("Officers confirmed a NATO missile strike on a depot.", "missile strike", "NATO"),
        ("A Hamas rocket attack killed a farmer.", "rocket attack", "Hamas"),
    ],
)
def test_the_doer_before_a_compound(text: str, noun: str, agent: str) -> None:
    found = read(text)
    told = event(found, noun)
    assert [label_of(found, r.entity) for r in told.roles if r.role == "agent"] == [agent]
