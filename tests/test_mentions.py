"""What a sentence itself calls somebody or something."""

from __future__ import annotations

import pytest

from kg.mentions import mentioned, without_doer

DOCUMENT = "urn:newskg:document/d"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([("3-9", "the ship")], "ship"),
        ([("3-9", "ships"), ("20-40", "two ships under sail")], "two ships under sail"),
        ([("3-5", "it")], ""),
        ([("3-10", "a third")], ""),  # "bought two mines and sold a third"
        ([("3-20", "the third contract")], "third contract"),
        ([("3-15", "most of them")], ""),  # the node's label says of whom
        ([("3-20", "Not all farmers")], "all farmers"),  # the claim is negative
        ([("60-70", "the ferry")], ""),  # of another sentence
    ],
)
def test_it_is_called_as_the_sentence_calls_it(found: list[tuple[str, str]], words: str) -> None:
    mentions = [(f"{DOCUMENT}/mention/{span}-e1", text) for span, text in found]
    assert mentioned(mentions, f"{DOCUMENT}#char=0,50", happening=False) == words


def test_a_happening_that_a_verb_only_supports_is_called_by_its_noun() -> None:
    mentions = [(f"{DOCUMENT}/mention/{span}-e1", text) for span, text in [("3-13", "delivering"), ("14-22", "speeches")]]
    assert mentioned(mentions, f"{DOCUMENT}#char=0,50", happening=True) == ""
    assert mentioned(mentions, f"{DOCUMENT}#char=0,50", happening=True, besides="deliver") == "speeches"


@pytest.mark.parametrize(
    ("happening", "doer", "words"),
    [
        ("Ines Prado to hand over the files", "Ines Prado", "to hand over the files"),
        ("government to enter talks", "his government", "to enter talks"),
        ("banker forging letters to shareholders", "banker", "forging letters to shareholders"),
        ("Ines Prado won the race", "Ines Prado", "Ines Prado won the race"),
        ("mayor's aide to resign", "mayor", "mayor's aide to resign"),
        ("ship kings", "ship", "ship kings"),
    ],
)
def test_beside_its_doer_an_infinitive_goes_without_him(happening: str, doer: str, words: str) -> None:
    assert without_doer(happening, doer) == words


def test_a_noun_that_a_claim_tells_of_keeps_its_first_word() -> None:
    assert without_doer("oil trading in Lima", "oil", told_of=True) == "oil trading in Lima"
    assert without_doer("council to resign", "council", told_of=True) == "to resign"
