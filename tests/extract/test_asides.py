"""Where what somebody says ends and the writer goes on, and whose words stand alone, over war, banks, courts, health, sport and towns."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, roles, source, table
from tests.extract.test_factuality import stance
from tests.parses import read

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "behind the closing mark": [
        ('The army claimed that "spies had seen the boats on the coast," thereby justifying its raid.', "justify", ("positive", "actual", None)),
        ('The club says its keeper "broke no rule," thereby backing his claim for damages.', "back", ("positive", "actual", None)),
        ('The ministry claimed that "rebels had sunk the ferry", justifying a raid on the port.', "justify", ("positive", "actual", None)),
        ('The club says its keeper "broke no rule," thereby backing his claim for damages.', "break", ("negative", "actual", "club")),
        ("The ministry claimed that rebels had sunk the ferry, killing nine.", "kill", ("positive", "alleged", "ministry")),
    ],
    "the occasion of speaking": [
        ("The union said it was worried about wages, after publishing a survey of miners.", "publish", ("positive", "actual", None)),
        ("The mayor said the bridge would be closed, after meeting engineers in Lima.", "meet", ("positive", "actual", None)),
        ("The senator said she was tired, after voting in Lima.", "vote", ("positive", "actual", None)),
        ("The minister said the banker had fled, after meeting his lawyer.", "meet", ("positive", "actual", "minister")),
        ("Police said the man had left the hall after visiting his mother.", "visit", ("positive", "actual", "Police")),
        ("The coach said he would resign, after meeting the owner.", "meet", ("positive", "planned", "coach")),
    ],
    "a second participle": [
        ("The army announced raids on two camps, raising the number of raids to nine, marking a new stage of the war.", "mark", None),
        ("The hospital reported two deaths, bringing the toll to nine, including four nurses, signalling a new wave.", "signal", None),
        ("The army announced raids on two camps, raising the number of raids to nine, marking a new stage of the war.", "raise", "army"),
    ],
    "was quoted as saying": [
        ("The fire began in a shed, a fire chief was quoted as saying.", "begin", ("positive", "actual", "fire chief")),
        ("The bank lost its best customers, the newspaper was quoted as saying.", "lose", ("positive", "actual", "newspaper")),
        ("Most of the nurses left the hospital, a doctor was quoted as saying.", "leave", ("positive", "actual", "doctor")),
        ("The police freed the banker and a judge was quoted as saying that he had paid.", "free", ("positive", "actual", None)),
    ],
    "inserted": [
        ("The rebels lost two towns, the general added, but the army left.", "lose", ("positive", "actual", "general")),
        ("The nurses, the minister added, have signed the contract.", "sign", ("positive", "actual", "minister")),
        ("The club sold its keeper and the coach added a defender.", "sell", ("positive", "actual", None)),
    ],
    "to say that": [
        ("The judge cited an earlier case to say that courts must weigh the cost.", "weigh", ("positive", "planned", "judge")),
        ("The captain took to the radio to say that the ship had lost its rudder.", "lose", ("positive", "actual", "captain")),
        ("The captain took to the radio to say that the ship had lost its rudder.", "say", ("positive", "actual", None)),
        ("The widow wrote to the bank to complain that it had lost her savings.", "complain", ("positive", "actual", None)),
        ("The senator pointed to a survey to argue that farmers reject the pact.", "reject", ("positive", "alleged", "senator")),
        ("The captain met the owner to say that the club must buy a keeper.", "say", ("positive", "planned", None)),
        ("The king has found a reason to say that the war is lost.", "say", ("positive", "possible", None)),
    ],
    "said in a document": [
        ("The senator alleged in the letter that the bank earned nine million dollars from the fund.", "earn", ("positive", "alleged", "senator")),
        ("The senator alleged in the suit that farmers paid the bank for seeds.", "pay", ("positive", "alleged", "senator")),
        ("The lawyer said in a letter that the judge had taken money from the firm.", "take", ("positive", "actual", "lawyer")),
        ("The union complained in a letter that the court has published.", "publish", ("positive", "actual", None)),
    ],
    "a name in the middle": [
        ("After the flood in March, said Li, nine percent of local farms closed their gates.", "close", ("positive", "actual", "Li")),
        ("Since the closure of the mine, wrote Ruiz, most families have left the valley.", "leave", ("positive", "actual", "Ruiz")),
        ("Before the vote on Monday, said Mwangi, two clubs sold their shares.", "sell", ("positive", "actual", "Mwangi")),
    ],
    "a list before who speaks": [
        (
            "The summit will deal with a list of worries including debt, Kenya's exports to the north, cheap steel and raids along the old border,"
            " said the ministry.",
            "raid",
            ("positive", "possible", "ministry"),
        ),
        (
            "The visit will deal with many topics such as grain, Peru's entry into the pact, cheap loans and exchanges between the two schools,"
            " said the ministry.",
            "deal with",
            ("positive", "possible", "ministry"),
        ),
    ],
    "in the eyes of many": [
        ("To many of her neighbours, Ruiz, who has never left the village, is a hero.", "be", ("positive", "actual", "many of her neighbours")),
        ("To many of his rivals, the mayor has ruined the town.", "ruin", ("positive", "actual", "many of his rivals")),
        ("To his surprise, Ruiz, who lives in Lima, won the race.", "win", ("positive", "actual", None)),
    ],
    "taken for": [
        ("The motion was defeated by the ministry, which presents the vote as a clash between town and country.", "clash", "ministry"),
        ("The senator sees the deal as theft.", "theft", "senator"),
        ("The widow presented the sale as a theft of her land.", "theft", "widow"),
        ("The deal is seen as theft.", "theft", None),
        ("As backing the strike was risky, the union presented proof of the fraud.", "back", None),
    ],
    "how something is": [
        ("The envoy has expressed how his country is determined to help Peru.", "determined", ("positive", "actual", "envoy")),
        ("The widow expressed how the hospital lost her records.", "lose", ("positive", "actual", "widow")),
        ("The coach came to the conclusion that the keeper had lied.", "lie", ("positive", "actual", "coach")),
        ("The judges arrived at the conclusion that the firm broke the law.", "break", ("positive", "actual", "judges")),
    ],
    "a hope": [
        ("The commission hoped the summit defined a common goal.", "define", ("positive", "planned", "commission")),
        ("Fans hope that the club will buy a keeper.", "buy", ("positive", "planned", "Fans")),
        ('"I hope that the court frees him," the lawyer said.', "free", ("positive", "planned", "lawyer")),
        ("The nurse hoped to leave the ward.", "leave", ("positive", "planned", None)),
    ],
    "what is no part of the hope": [
        ("The union hopes the firms that had closed the mine will reopen it.", "close", ("positive", "actual", "union")),
        ("The mayor vowed to rebuild the bridge that rebels burned.", "burn", ("positive", "actual", "mayor")),
        ("The coach hopes that anybody who cheated the club is punished.", "cheat", ("positive", "planned", "coach")),
        ("The widow sees the sale as a copy of a plan drawn by the bank.", "draw", ("positive", "actual", "widow")),
    ],
    "hearsay": [
        ("The raid, which is said to be the first of the war, failed, according to the army.", "fail", ("positive", "actual", "army")),
        ("The bridge, which is said to have killed nine, was closed, according to the mayor.", "kill", ("positive", "alleged", None)),
        ("The king is said to be ill.", "ill", ("positive", "alleged", None)),
        ("The rebels were reported to have burned the bridge, according to the army.", "burn", ("positive", "alleged", "army")),
        ("The guards were told to leave the port.", "leave", ("positive", "planned", None)),
    ],
    "another tense than what was said": [
        ("The senator said he would march to the hall, which will be guarded by soldiers.", "guard", ("positive", "planned", None)),
        ("The bank said the fund, which holds nine million dollars, would be closed by the state.", "hold", ("positive", "actual", None)),
        ("The bank said the fund, which lost nine million dollars, would be closed by the state.", "lose", ("positive", "actual", "bank")),
        ("The bank says the firm, which is run by two brothers, loses money.", "run", ("positive", "actual", "bank")),
    ],
    "of himself": [
        ('The coach said that he was at peace with his choice. "I have slept well every night since May."', "sleep", "coach"),
        ('The widow told the court that her son was shy. "I never saw him drink."', "see", "widow"),
        ('The court said that the bank had lied. "I never saw him drink."', "see", None),
        ('Ruiz lost the race. "I have slept badly."', "sleep", None),
    ],
    "turns of talk": [
        ("Ana Ruiz: The market has failed most farmers. The bank lost nine million dollars. Li Chen: The bank was robbed.", "lose", "Ana Ruiz"),
        ("Ana Ruiz: The market has failed most farmers. The bank lost nine million dollars. Li Chen: The bank was robbed.", "rob", "Li Chen"),
        ("Ana Ruiz: Rebels burned the bridge.", "burn", "Ana Ruiz"),
        ("Iran: Nine killed in a blast.", "kill", None),
    ],
    "a name and a colon": [
        ('The price of grain - Ana Ruiz: "The market has failed most farmers this year."', "fail", "Ana Ruiz"),
        ('Ana Ruiz: "The ward has lost nine nurses this year."', "lose", "Ana Ruiz"),
        ('POLLS NOT ALWAYS WRONG - Ana Ruiz and Li Chen: "Although the polls failed to predict the vote, they were not bad."', "fail", None),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_whose_words(text: str, lemma: str, expected: Any) -> None:
    found = stance(text, lemma)
    assert (found if isinstance(expected, tuple) else found[2]) == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ('Fans left early. "I think the referee cheated the whole team." The match ended in May.', "cheat"),
        ('The trial ended in May. "We believe that the judge mocked us." The lawyers left.', "mock"),
        ('The ward was closed. "I doubt that the virus killed them." The nurses left.', "kill"),
    ],
)
def test_who_thinks_so_in_a_quotation_is_somebody_else_than_the_writer(text: str, lemma: str) -> None:
    extraction = read(text)
    attributions = {a.id: a for a in extraction.attributions}
    told = event(extraction, lemma).attribution
    assert told is not None
    assert any(text[b:e] == '"' for a in attributions.values() for b, e in a.cue)


@pytest.mark.parametrize(
    ("text", "lemma", "speaker"),
    [
        ("The minister said on Friday that he had told Ruiz that the port was closed.", "close", "minister"),
        ("The general repeated his claim that rebels burned the bridge.", "burn", "general"),
        ("The bank said that it had promised that the fund would pay.", "pay", "bank"),
    ],
)
def test_nobody_is_named_twice_for_his_own_words(text: str, lemma: str, speaker: str) -> None:
    extraction = read(text)
    told = event(extraction, lemma).attribution
    assert source(extraction, told) == speaker
    assert next(a for a in extraction.attributions if a.id == told).parent is None


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ('But what we want, is put pressure on the firm to leave the valley," she told the radio station.', "put"),
        ('"The port is closed and, is put under guard by the army," he told the sailors.', "put"),
        ('"The vote, they say, is put at risk by the flood," she told the court.', "put at risk"),
    ],
)
def test_who_is_told_is_no_subject_of_what_he_is_told(text: str, lemma: str) -> None:
    told = roles(text, lemma)
    assert not {"radio station", "sailors", "court"} & set(told.get("patient", []) + told.get("agent", []))
