"""Who says so where no verb tells it, and how far what is said reaches, over rivers, courts, banks, health and talks."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import table
from tests.extract.test_factuality import stance
from tests.parses import read

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "according to, at the end": [
        ("The firm sold the mine after the bank collapsed, according to reports by local media.", "sell", ("positive", "actual", "local media")),
        ("Nurses left the ward when the virus spread, according to the hospital.", "leave", ("positive", "actual", "hospital")),
        ("The club fired the coach after the team lost, according to the captain.", "lose", ("positive", "actual", "captain")),
    ],
    "in line with something": [
        ("Prices vary according to the size of the town.", "vary", ("positive", "actual", None)),
        ("The wards were sorted according to size.", "sort", ("positive", "actual", None)),
        ("The mine was sold, according to the demand for damages.", "sell", ("positive", "actual", "demand for damages")),
        ("The river rose by a metre according to data from the port.", "rise", ("positive", "actual", "data from the port")),
    ],
    "what the writer adds up": [
        ("The army reported a raid on the camp, bringing the total to nine.", "bring", ("positive", "actual", None)),
        ("The army reported a raid on the camp, killing nine.", "kill", ("positive", "actual", "army")),
    ],
    "by some day": [
        ("By the end of May, the mine will close, officials were quoted as saying.", "close", ("positive", "planned", "officials")),
    ],
    "in somebody's view": [
        ("In the union's view, the firm broke the law.", "break", ("positive", "actual", "union")),
        ("In the opinion of doctors, the vaccine saved thousands.", "save", ("positive", "actual", "doctors")),
        ("To farmers, the law destroys the market.", "destroy", ("positive", "actual", "farmers")),
        ("To them, it signals the end of the war.", "end", ("positive", "actual", None)),
        ("To the widow, the bank paid a pension.", "pay", ("positive", "actual", None)),
    ],
    "a condition after what is said": [
        ("The premier said he would sign the pact, but only if the bank provides documents.", "provide", ("positive", "hypothetical", "premier")),
        ("The mayor said the bridge would open, but only if the firm repairs it.", "repair", ("positive", "hypothetical", "mayor")),
        ("The coach said the team could win, unless the keeper leaves.", "leave", ("positive", "hypothetical", "coach")),
    ],
    "a reason after the cue": [
        ("The bank was fined, the paper reported, because it hid losses.", "hide", ("positive", "actual", "paper")),
        ("The ward was closed, doctors said, because a nurse caught the virus.", "catch", ("positive", "actual", "doctors")),
    ],
    "a comment after the quotation": [
        ('"We will fight," the general said, a vow that frightened investors.', "frighten", ("positive", "actual", None)),
        ('The premier said he would talk "anywhere and anytime," a broad offer that leaves the details open.', "leave", ("positive", "actual", None)),
        ('"The ward is full," the doctor said, a remark that frightened nurses.', "frighten", ("positive", "actual", None)),
    ],
    "a wish that is uttered": [
        ("The minister expressed willingness to meet the rebels.", "meet", ("positive", "planned", "minister")),
        ("The king voiced a desire for peace talks with the rebels.", "talks", ("positive", "planned", "king")),
        ("The club voiced interest in a merger with its rival.", "merge", ("positive", "planned", "club")),
    ],
    "a happening shows it": [
        ("The trip suggests that the senator is courting farmers.", "court", ("positive", "possible", None)),
        ("The attack suggests that the rebels bought drones.", "buy", ("positive", "possible", None)),
        ("The minister hinted that the bank sold the mine.", "sell", ("positive", "possible", "minister")),
    ],
    "a document shows it": [
        ("Bank records show that the senator sold his shares.", "sell", ("positive", "actual", "Bank records")),
        ("The survey found that farmers sold their land.", "sell", ("positive", "actual", "survey")),
        ("The judge found the driver guilty of the death of a nurse.", "death", ("positive", "actual", None)),
        ("The result shows that voters trust the party.", "trust", ("positive", "actual", None)),
    ],
    "one's own thought": [
        ('"I think the captain left the club," the coach said.', "leave", ("positive", "possible", "coach")),
        ('"We believe that the captain hid the money," the banker said.', "hide", ("positive", "possible", "banker")),
        ('"I believe nurses saved the ward," the doctor said.', "save", ("positive", "possible", "doctor")),
    ],
    "discredited": [
        ("The senator repeated the debunked claim that the vaccine killed children.", "kill", ("positive", "denied", None)),
        ("Fans believed the false rumour that the club sold its stadium.", "sell", ("positive", "denied", None)),
        ("The banker made the claim that the firm hid losses.", "hide", ("positive", "alleged", "banker")),
    ],
    "according to, of a saying": [
        ("The envoy said the rebels had burned the mill, according to a local newspaper.", "say", ("positive", "actual", "local newspaper")),
        ("The envoy said the rebels had burned the mill, according to a local newspaper.", "burn", ("positive", "actual", "envoy")),
        ("The coach told the players that the club had sold the stadium, according to the captain.", "sell", ("positive", "actual", "coach")),
        ("The mayor announced that the council had closed the wells, according to Ana Ruiz.", "announce", ("positive", "actual", "Ana Ruiz")),
    ],
    "as somebody noted": [
        ("But as the mayor noted, the river destroyed nine farms.", "destroy", ("positive", "actual", "mayor")),
        ("As the coach told reporters, the club fired the striker.", "fire", ("positive", "actual", "coach")),
        ("And as the judge pointed out, the firm hid its losses.", "hide", ("positive", "actual", "judge")),
        ("As the mayor left the room, the miners attacked the guards.", "attack", ("positive", "actual", None)),
    ],
    "to that": [
        ('To that, the mayor added: "The bank robbed the town."', "rob", ("positive", "actual", "mayor")),
        ('To this, the coach replied: "The striker left the club."', "leave", ("positive", "actual", "coach")),
    ],
    "a gloss behind a dash": [
        ("The mayor said the dam would cost a million euros - a sum that the council had refused.", "refuse", ("positive", "actual", None)),
        ("The coach vowed to win the cup — a prize that the club lost in May.", "lose", ("positive", "actual", None)),
        ("Officials said the firm had bought a plant -- a mill which the bank had sold.", "sell", ("positive", "actual", None)),
    ],
    "what shows something": [
        ("The popularity of the law shows how deeply the party misjudged the farmers.", "misjudge", ("positive", "actual", None)),
        ("The outcome showed that the club had lost its fans.", "lose", ("positive", "actual", None)),
        ("The silence of the mayor suggests that the bank paid her.", "pay", ("positive", "possible", None)),
    ],
    "before a colon and a quotation": [
        ('The club had lost the cup: "We gave the game away," the captain said.', "lose", ("positive", "actual", None)),
        ('The club had lost the cup: "We gave the game away," the captain said.', "give away", ("positive", "actual", "captain")),
        ('The mayor claimed that the bank robbed the town: "It is a ruin," she said.', "rob", ("positive", "alleged", "mayor")),
    ],
    "swearing": [
        ("The envoy swore that the army had burned the mill.", "burn", ("positive", "actual", "envoy")),
        ("The players swore that they would leave the club.", "leave", ("positive", "planned", "players")),
        ("The mayor was sworn in by the judge.", "swear in", ("positive", "actual", None)),
    ],
    "who has to show it": [
        ("The onus is on the coach to show that the club can beat its rivals.", "beat", ("positive", "possible", None)),
    ],
    "called on somebody, on some day": [
        ("The bishops called on the rebels over the weekend to free the miners.", "free", ("positive", "planned", "bishops")),
        ("The mayor called on the council on Monday to close the wells.", "close", ("positive", "planned", "mayor")),
        ("The coach called his players on Monday to praise them.", "praise", ("positive", "planned", None)),
    ],
    "coming": [
        ("The army sent guards to the valley before the coming vote on the dam.", "vote", ("positive", "planned", None)),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_stance(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The virus will spread, said senior doctors from the national hospital here on Tuesday.", "senior doctors from the national hospital"),
        ("The bank failed, said two officials from the finance ministry here.", "two officials from the finance ministry"),
        ("The coach has left, said players from the club here on Sunday.", "players from the club"),
    ],
)
def test_where_and_when_it_was_said_is_no_part_of_the_source(text: str, source: str) -> None:
    extraction = read(text)
    begin, end = extraction.attributions[0].source[0]
    assert text[begin:end] == source


@pytest.mark.parametrize(
    "text",
    [
        "The paper reported that Peruvian President Ana Ruiz left Lima.",
        "Doctors said that Chilean Health Minister Juan Soto caught the virus.",
        "The union said that Kenyan Prime Minister Joy Mwangi closed the mine.",
    ],
)
def test_what_office_somebody_holds_the_writer_tells(text: str) -> None:
    extraction = read(text)
    assert next(c for c in extraction.claims if c.rule == "title").attribution is None
    assert any(c.attribution for c in extraction.claims)


@pytest.mark.parametrize(
    ("text", "lemma", "source"),
    [
        ("Nine people died when two boats sank during the morning rush, army officers and medics at the clinic said.", "sink", "army officers"),
        ("The miners left while rescuers reopened the gate, Li Chen, deputy mayor of the town, said at the site.", "reopen", "Li Chen"),
        ("The strike closed two mines and a port, union leaders said.", "close", "union leaders"),
        ("The firm closed the plant, calling it a sewer where thousands of fish die, said the papers.", "close", "papers"),
        ("Voters left the hall after the mayor spoke, said the police.", "speak", "police"),
        ("The nurse left the ward, where a virus spread, said the doctors.", "leave", "doctors"),
    ],
)
def test_who_tells_it_at_the_end_tells_all_of_it(text: str, lemma: str, source: str) -> None:
    assert stance(text, lemma)[2] == source


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("A case that threatened to bankrupt the bank ended in May.", "bankrupt"),
        ("The flood threatens to destroy the harbour.", "destroy"),
        ("A virus that threatens to close the school spread in Lima.", "close"),
    ],
)
def test_things_threaten_nobody(text: str, lemma: str) -> None:
    assert stance(text, lemma)[1:] == ("planned", None)
