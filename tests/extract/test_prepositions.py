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
    "for: why": [
        ("The baker closed the shop for family reasons.", "close", {"agent": ["baker"], "patient": ["shop"], "cause": ["family reasons"]}),
        ("The keeper was dropped for losing the seals.", "drop", {"patient": ["keeper"], "cause": ["<lose>"]}),
        ("The league punished two clubs for fielding ringers.", "punish", {"agent": ["league"], "patient": ["two clubs"], "cause": ["<field>"]}),
    ],
    "for: what for": [
        ("The cellar was used for storing grain.", "use", {"instrument": ["cellar"], "purpose": ["<store>"]}),
        ("The survey was useful for finding water.", "useful", {"agent": ["survey"], "purpose": ["<find>"]}),
        ("The choir is ready for talks.", "ready", {"agent": ["choir"], "purpose": ["<talks>"]}),
    ],
    "for: about what": [
        ("The senator argued for a ban on nets.", "argue", {"agent": ["senator"], "topic": ["<ban>"]}),
        ("The board is responsible for the roof.", "responsible", {"agent": ["board"], "topic": ["roof"]}),
        ("The pianist was known for her long solos.", "know", {"patient": ["pianist"], "topic": ["long solos"]}),
    ],
    "for: for one's part": [
        ("The mayor, for her part, rejected the plan.", "reject", {"agent": ["mayor"], "patient": ["plan"]}),
        ("The miners said for their part that the pit was safe.", "say", {"agent": ["miners"], "topic": ["<safe>"]}),
    ],
    "a verb and a preposition that are one relation": [
        ("The islanders coped with the flood.", "cope with", {"agent": ["islanders"], "patient": ["<flood>"]}),
        ("Wheat accounts for a third of the harvest.", "account for", {"agent": ["Wheat"], "patient": ["third of the harvest"]}),
        ("The festival coincides with the strike.", "coincide with", {"agent": ["<festival>"], "patient": ["<strike>"]}),
    ],
    "with: who is there as well": [
        ("The drummer toured Peru with the band.", "tour", {"agent": ["drummer"], "patient": ["Peru"]}),
        ("The square was packed with fishermen.", "pack", {"patient": ["square"]}),
        ("The potter shared the kiln with two students.", "share", {"agent": ["potter"], "patient": ["kiln"], "recipient": ["two students"]}),
    ],
    "against, behind, over: what is compared": [
        ("The krone slipped against the euro.", "slip", {"agent": ["krone"]}),
        ("The farm earned 20 million euros, against 15 million euros before.", "earn", {"agent": ["farm"], "topic": ["20 million euros"]}),
        ("The mayor finished two points behind the Danes.", "finish", {"agent": ["mayor"]}),
    ],
    "behind: who is backed, and where": [
        ("The rebels are behind the raid.", "be", {"agent": ["rebels"], "topic": ["<raid>"]}),
        ("The witness sat behind a curtain.", "sit", {"agent": ["witness"]}),
        ("The liberals finished behind the miners' party.", "finish", {"agent": ["liberals"]}),
        ("The league banned the goalkeeper for three games.", "ban", {"agent": ["league"], "patient": ["goalkeeper"]}),
    ],
    "in, over: at what stage": [
        ("The teenager lost in the third round.", "lose", {"agent": ["teenager"]}),
        ("The governor resigned in her second term.", "resign", {"agent": ["governor"]}),
        ("The glacier melted over a long period.", "melt", {"agent": ["glacier"]}),
    ],
    "on: by what channel": [
        ("The editor said on Twitter that the paper would close.", "say", {"agent": ["editor"], "topic": ["<close>"]}),
        ("The coach was asked on the radio about the injury.", "ask", {"patient": ["coach"], "topic": ["injury"]}),
        ("The party favours child care on demand.", "favour", {"agent": ["party"], "patient": ["child care"]}),
    ],
    "with: how, and how many": [
        ("Mr. Hale spoke with difficulty.", "speak", {"agent": ["Hale"]}),
        ("The nurses treated the captive with respect.", "treat", {"agent": ["nurses"], "patient": ["captive"]}),
        ("Ana Ruiz leads with 221 delegates.", "lead", {"agent": ["Ana Ruiz"]}),
    ],
    "what others mean it for": [
        ("The rules are intended to protect farmers.", "intended", {"patient": ["rules"], "topic": ["<protect>"]}),
        ("The levy is intended for clinics.", "intended", {"patient": ["levy"], "purpose": ["clinics"]}),
    ],
    "to, into, from: of the noun before": [
        ("The army fights the influx of weapons, particularly rifles, into Chile.", "fight", {"agent": ["army"], "patient": ["influx of weapons"]}),
        ("The generals orchestrated his removal from power.", "orchestrate", {"agent": ["generals"], "patient": ["<remove>"]}),
        ("The singer was offered a scholarship to Juilliard.", "offer", {"recipient": ["singer"], "patient": ["scholarship to Juilliard"]}),
    ],
    "whose matter a claim is": [
        ("The mayor reiterated his denials of any bribe.", "reiterate", {"agent": ["mayor"], "topic": ["<deny>"]}),
        ("The priest dodged questions about the fire.", "dodge", {"agent": ["priest"], "patient": ["questions about the fire"], "topic": ["<fire>"]}),
        ("The report raised fears of a strike.", "raise", {"agent": ["report"], "patient": ["fears of a strike"]}),
    ],
    "to: where, how far, and what is only less liked": [
        ("The pianist went to Paris.", "go", {"agent": ["pianist"], "goal": ["Paris"]}),
        (
            "The bank's shares gained 4 percent to 25.24 euros.",
            "gain",
            {"agent": ["bank's shares"], "patient": ["4 percent"], "result": ["25.24 euros"]},
        ),
        ("Many prefer the clinic to the hospital.", "prefer", {"agent": ["Many"], "patient": ["clinic"]}),
        ("The clinic reported the cases to the authorities.", "report", {"agent": ["clinic"], "topic": ["cases"], "recipient": ["authorities"]}),
    ],
    "on: on what programme": [
        ("The doctor said on Morning Desk that the ward would close.", "say", {"agent": ["doctor"], "topic": ["<close>"]}),
        ("The coach said on state television that he would leave.", "say", {"agent": ["coach"], "topic": ["<leave>"]}),
        ("On a sadder note, the choir lost its hall.", "lose", {"agent": ["choir"], "topic": ["hall"]}),
    ],
    "through: by what means, and what is passed": [
        ("The pilot spoke through an interpreter.", "speak", {"agent": ["pilot"], "instrument": ["interpreter"]}),
        ("The hikers made it through the winter.", "make", {"agent": ["hikers"]}),
        ("The bill went through the senate.", "go through", {"agent": ["bill"], "patient": ["senate"]}),
    ],
    "from, for: when, despite what, why": [
        ("The nurses complained from the outset.", "complain", {"agent": ["nurses"]}),
        ("For all the hype, the band sold few records.", "sell", {"agent": ["band"], "patient": ["few records"]}),
        ("The general was hanged for crimes against nuns.", "hang", {"patient": ["general"], "cause": ["<crime>"]}),
        ("Villagers have come to know the wolf.", "come", {"agent": ["Villagers"]}),
    ],
    "to: up to what number": [
        ("The index slipped 0.4 percent to 17,707.61.", "slip", {"agent": ["index"], "result": ["17,707.61"]}),
        ("The ministers put pressure on the farmers.", "put", {"agent": ["ministers"], "patient": ["pressure on the farmers"]}),
    ],
    "infinitives: what for": [
        ("The machine was designed to sort eggs.", "design", {"patient": ["machine"], "purpose": ["<sort>"]}),
        ("Tourists stopped to feed the seals.", "stop", {"agent": ["Tourists"], "purpose": ["<feed>"]}),
        ("The two coaches met to discuss the draw.", "meet", {"agent": ["two coaches"], "purpose": ["<discuss>"]}),
    ],
    "that: who receives the promise": [
        ("The firm promised the widow that it would pay.", "promise", {"agent": ["firm"], "recipient": ["widow"], "topic": ["<pay>"]}),
        ("The bank promised farmers that it would lend.", "promise", {"agent": ["bank"], "recipient": ["farmers"], "topic": ["<lend>"]}),
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
