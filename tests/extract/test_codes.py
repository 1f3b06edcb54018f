"""Which tellings have the codes of their event type."""

from __future__ import annotations

import pytest

from tests.parses import read

CODED = [
    # harm by a deed, and by a mishap
    ("Rebels killed four miners in the north.", "kill", True),
    ("Four miners were killed in a bomb attack.", "kill", True),
    ("The mayor was killed on Monday.", "kill", True),
    ("Four welders were killed in a gas explosion.", "kill", False),
    ("The floods killed ten villagers.", "kill", False),
    ("Six pupils were injured in a bus crash.", "injure", False),
    ("The quake hurt two monks.", "hurt", False),
    ("Two pupils were killed when guards opened fire.", "kill", True),
    ("Two pupils were killed when a fire broke out.", "kill", False),
    # what the type is not about
    ("France withdrew its troops from Chad.", "withdraw", True),
    ("The bank withdrew its offer for the mill.", "withdraw", False),
    ("Police monitored the protesters.", "monitor", True),
    ("The city monitors traffic with cameras.", "monitor", False),
    ("Norway provided Mali with medicine.", "provide", True),
    ("The striker provided the decisive pass.", "provide", False),
    ("The army destroyed a bridge.", "destroy", True),
    ("Greed destroyed their friendship.", "destroy", False),
    ("Peru eased sanctions against Chile.", "ease", True),
    ("Inflation eased in March.", "ease", False),
    ("A coal mine blast killed 16 miners.", "kill", False),
    ("The swimmer withdrew from the race.", "withdraw", False),
    ("Peru signed a treaty with Chile.", "sign", True),
    ("Leeds signed Tom Hart on Monday.", "sign", False),
    ("The president spoke with the king on Monday.", "speak with", True),
]


@pytest.mark.parametrize(("text", "lemma", "coded"), CODED, ids=[text for text, _, _ in CODED])
def test_codes(text: str, lemma: str, coded: bool) -> None:
    (event,) = (event for event in read(text, "2026-03-18").events if event.lemma == lemma)
    assert (event.plover is not None, event.cameo is not None) == (coded, coded)


def test_a_blast_is_a_mishap_in_an_article_of_one() -> None:
    events = read("Gas leaked from a boiler in Leeds. The blast hurt nobody. It was heard in the port.", "2026-03-18").events
    assert not [event for event in events if event.plover == "ASSAULT"]
