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
