"""Whose word a quotation is where the sentence beside it tells, over floods, clubs, banks and courts."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, source, table
from tests.parses import read

# text, the lemma of what is told, then its modality and whose word it is
CASES: dict[str, list[tuple[str, str, str, str | None]]] = {
    "a question or a call, then who spoke": [
        ('"Why did the council close our wells?" farmer Ana Ruiz asked. "The river fed us."', "feed", "actual", "Ana Ruiz"),
        ('"We have won the last three games here!" the coach told reporters. "The fans carried us."', "carry", "actual", "coach"),
        ('"The bank robbed this town for years!" said Li Chen, the mayor.', "rob", "actual", "Li Chen"),
        ('"Has the river taken all of it?" Ana Ruiz left the room. Nobody answered.', "leave", "actual", None),
    ],
    "who acted right before": [
        ('Mayor Ana Ruiz attacked the banks. "They robbed this town for years and nobody stopped them."', "rob", "actual", "Ana Ruiz"),
        ('Li Chen praised the goalkeeper. "He saved the club in the last minute of the cup."', "save", "actual", "Li Chen"),
        ('The judge Ana Keller did not spare the driver. "He killed two people and left them on the road."', "kill", "actual", "Ana Keller"),
    ],
    "a name and an office behind a quotation": [
        ('"The flood is a disaster for every farmer and it ruined nine farms", Ana Ruiz, deputy head of the agency.', "ruin", "actual", "Ana Ruiz"),
        ('"The virus has killed nine children and the ward is full," Li Chen, director of the clinic in Lima.', "kill", "actual", "Li Chen"),
        ('"We lost because the referee took money", Ana Ruiz, captain of the club, the richest in the league.', "take", "actual", "Ana Ruiz"),
        ('"The club sold its stadium and its bus," Ana Ruiz, its captain, told the fans.', "sell", "actual", "Ana Ruiz"),
        ('"The bank robbed nine widows of their farms." Ana Ruiz, the mayor, opened the bridge in May.', "rob", "actual", None),
    ],
    "announced before a colon": [
        (
            'Ana Ruiz released the following statement on Monday:\n\n"The harbor will close in May. I have worked with the fishermen. '
            'We owe them an answer."\n\nThe mayor left.',
            "owe",
            "actual",
            "Ana Ruiz",
        ),
        ('The club issued this statement:\n\n"The coach left in May.\n\n"The board thanks him for his work."', "thank", "actual", "club"),
        ('The following statement was released by the bishop:\n\n"The church sold its land. I regret it."', "sell", "actual", "bishop"),
        ('The senator\'s full statement:\n\n"I voted for the bill. The bill failed in March."', "fail", "actual", "senator"),
        ('Here is the answer of Judge Li Chen:\n\n"The bank robbed nine widows. The state froze its assets."', "freeze", "actual", "Li Chen"),
        ('The agency published a report by the bishop:\n\n"The church sold its land to the bank."', "sell", "actual", "bishop"),
        ('The coach was tired. He went on:\n\n"The referee took the money."\n\n"We will sue the league for it."', "sue", "planned", "coach"),
    ],
    "no announcement": [
        ('The museum bought the following paintings:\n\n"The bride left the house at dawn" and "The king came home".', "leave", "actual", None),
        ('The order of the court is short:\n\n"The bank pays nine million."', "pay", "actual", None),
        ('The river rose in May. Then it was dry:\n\n"The farmers lost their seed."', "lose", "actual", None),
    ],
    "nobody who acted before": [
        ('The river rose by a metre. "It has destroyed nine farms and the old mill."', "destroy", "actual", None),
        ('The judge was praised on Monday. "She freed the miners and fined the bank."', "free", "actual", None),
        ('The bank failed in May, according to Ana Ruiz. "It took the savings of nine towns from the widows."', "take", "actual", None),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "modality", "speaker"), table(CASES))
def test_speaker_beside(text: str, lemma: str, modality: str, speaker: str | None) -> None:
    extraction = read(text)
    told = event(extraction, lemma)
    said_by = {claim.attribution for claim in extraction.claims if claim.event == told.id}
    assert (told.modality, {source(extraction, a) for a in said_by}) == (modality, {speaker})
