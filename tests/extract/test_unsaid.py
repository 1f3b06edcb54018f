"""Who is left with what nobody said, with what is taken back, and with an accusation that is denied."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, source, table
from tests.parses import read

# text, the lemma of what is told, then its modality and whose word it is
CASES: dict[str, list[tuple[str, str, str, str | None]]] = {
    "not said": [
        ("The judge did not rule that the driver had killed the guard.", "kill", "possible", None),
        ("The company did not say that it had paid bribes.", "pay", "possible", None),
        ("Ana Keller never claimed that the striker hit the referee.", "hit", "possible", None),
        ("Officials declined to say whether the port was attacked.", "attack", "possible", None),
    ],
    "kept to himself": [
        ("The firm did not disclose that it had sold the plant.", "sell", "actual", None),
        ("Officials did not say why the army attacked the port.", "attack", "actual", None),
        ("The club did not mention that the coach had left.", "leave", "actual", None),
    ],
    "said after all": [
        ("The ministry did not name the firm or give a reason, but said it had broken the law.", "break", "actual", "ministry"),
        ("The club did not thank him or wish him well but said he had won the cup.", "win", "actual", "club"),
        ("The bank did not only say that it had sold the plant.", "sell", "actual", "bank"),
    ],
    "taken back": [
        ("The paper retracted its report that the mayor took money.", "take", "possible", None),
        ("The ministry withdrew allegations that the firm dumped waste.", "dump", "possible", None),
        ("The union repeated allegations that the firm dumped waste.", "dump", "alleged", "union"),
    ],
    "denied accusations": [
        ("The rebels have denied the government's accusations that they sold diamonds.", "sell", "denied", "rebels"),
        ("The firm denied the regulator's allegations that it hid losses.", "hide", "denied", "firm"),
        ("The coach denied a teammate's claim that he hit the striker.", "hit", "denied", "coach"),
    ],
    "denied sayings": [
        ("Paris has denied that it suggested that the president should resign.", "resign", "possible", None),
        ("The firm has denied saying that the regulator closed the mine.", "close", "possible", None),
        ("The minister denied that he met the rebels.", "meet", "denied", "minister"),
    ],
    "accusations nobody made": [
        ("The council has never publicly blamed the bank for stealing the grain.", "steal", "possible", None),
        ("The striker did not accuse the referee of beating the fan.", "beat", "possible", None),
        ("The envoy has not accused the army of burning the mill.", "burn", "possible", None),
        ("You cannot blame the farmers for leaving the valley.", "leave", "actual", None),
    ],
    "refused, not denied": [
        ("The court denied the miners the right to appeal the ruling.", "appeal", "possible", None),
        ("The club denied the coach a chance to sell the striker.", "sell", "possible", None),
        ("The army denied the nurses the means to feed the town.", "feed", "planned", None),
    ],
    "which thing is rejected": [
        ("The port rejected an offer from Nordbank which undervalued the docks.", "undervalue", "actual", None),
        ("The board rejected the advice of a panel which reviewed the vaccine.", "review", "actual", None),
        ("The mayor rejected criticism by Ana Ruiz that closing the wells ruined the farmers.", "ruin", "denied", "mayor"),
    ],
    "what others will say": [
        ("Critics will say that the mayor robbed the town.", "rob", "possible", "Critics"),
        ("If we closed the mine, the union would say that the firm broke the law.", "break", "possible", "union"),
        ("The survey may show that the bank raised its fees.", "raise", "possible", "survey"),
        ("The captain said that the storm sank the ferry.", "sink", "actual", "captain"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "modality", "who"), table(CASES))
def test_who_is_left_with_it(text: str, lemma: str, modality: str, who: str | None) -> None:
    extraction = read(text)
    told = event(extraction, lemma)
    assert (told.modality, source(extraction, told.attribution)) == (modality, who)


def test_the_words_of_a_denied_accusation_are_still_an_attribution() -> None:
    extraction = read("The rebels have denied the government's accusations that they sold diamonds.")
    sources = [extraction.document.text[slice(*a.source[0])] for a in extraction.attributions]
    assert sources == ["The rebels", "the government"]
