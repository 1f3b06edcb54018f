"""Who is of a mind says or believes what he is sure of: source and modality of what stands in the clause after the adjective."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, source, table
from tests.parses import read

# text, the lemma of what is told, then its modality and whose word it is
CASES: dict[str, list[tuple[str, str, str, str | None]]] = {
    "adamant": [
        ("The minister was adamant that engineers had checked the dam.", "check", "actual", "minister"),
        ("The keeper was adamant the referee had blown his whistle.", "blow", "actual", "keeper"),
        ("The governor was clear that the state had closed the camp.", "close", "actual", "governor"),
    ],
    "sure": [
        ("Officials are certain the bomber entered from Sudan.", "enter", "possible", "Officials"),
        ("Residents were sure soldiers had burned the market.", "burn", "possible", "Residents"),
        ("The lawyer is convinced that the court freed the wrong man.", "free", "possible", "lawyer"),
        ("Nordbank is optimistic that the regulator will approve the merger.", "approve", "possible", "Nordbank"),
        ("Ana Ruiz is afraid that the flood destroyed her house.", "destroy", "possible", "Ana Ruiz"),
        ("The company is confident it can repay the loan.", "repay", "possible", "company"),
    ],
    "not sure": [("The army is not sure that rebels crossed the river.", "cross", "possible", "army")],
    "hopeful": [("The coach is hopeful that the striker will play the final.", "play", "planned", "coach")],
    "made clear": [
        ("The chairman made it clear the bank had sold its shares.", "sell", "actual", "chairman"),
        ("The general made clear he had signed the order.", "sign", "actual", "general"),
    ],
    "nobody's mind": [
        ("It is certain that the firm sold the plant.", "sell", "actual", None),
        ("It was clear that the army had won the battle.", "win", "actual", None),
    ],
    "no clause of its own": [
        ("The striker was so sure of his place that he sold his house.", "sell", "actual", None),
        ("The bank was so confident that it sold its reserves.", "sell", "actual", None),
        ("Villagers were angry that the company closed the mine.", "close", "actual", None),
    ],
    "described in a belief": [
        ("The mayor believes that the firm that built the bridge will pay.", "build", "actual", "mayor"),
        ("Doctors are confident that the drug that cured the boy will be allowed.", "cure", "actual", "Doctors"),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "modality", "speaker"), table(CASES))
def test_mind(text: str, lemma: str, modality: str, speaker: str | None) -> None:
    extraction = read(text)
    told = event(extraction, lemma)
    assert (told.modality, source(extraction, told.attribution)) == (modality, speaker)
