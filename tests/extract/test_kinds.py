"""The type of a happening and its PLOVER class: what is done to whom or what decides where the verb alone does not."""

from __future__ import annotations

import pytest

from tests.extract.telling import event
from tests.parses import lexicon, read

KINDS = [
    ("Turkey lifted sanctions on Armenia.", "lift", "Easing", "CONCEDE"),
    ("The crane lifted the wreck.", "lift", "Event", None),
    ("The rebels released 12 hostages.", "release", "Release", "RETREAT"),
    ("The hostages were released on Friday.", "release", "Release", "RETREAT"),
    ("The ministry released a statement.", "release", "Event", None),
    ("Government troops captured Mosul.", "capture", "Conquest", "ASSAULT"),
    ("The navy captured a trawler.", "capture", "Seizure", "COERCE"),
    ("The report captured the mood of the nation.", "capture", "Event", None),
    ("France recalled its ambassador to Rome.", "recall", "RelationsReduction", "SANCTION"),
    ("The carmaker recalled 3,000 vans.", "recall", "Event", None),
    ("The president ordered the army to leave the valley.", "order", "Command", "REQUEST"),
    ("The airline ordered 20 jets.", "order", "Order", None),
    ("Brazil recognised Palestine as a state.", "recognise", "RelationsOpening", "SUPPORT"),
    ("Germany and France signed the treaty.", "sign", "Signing", "SUPPORT"),
    ("Spain granted asylum to two Cubans.", "grant", "Asylum", "AID"),
    ("The minister resigned on Monday.", "resign", "Resignation", "RETREAT"),
    ("Israel refused to free the prisoners.", "refuse to", "Refusal", "REJECT"),
    ("Prosecutors are investigating the former minister.", "investigate", "Investigation", "ACCUSE"),
    ("Nurses at the clinic went on strike.", "on strike", "LabourStrike", "PROTEST"),
    ("The bank said it lost money.", "say", "Statement", None),
    ("The president received the king in Paris.", "receive", "Meeting", "CONSULT"),
    ("The club received a fine.", "receive", "Event", None),
]


@pytest.mark.parametrize(("text", "lemma", "kind", "plover"), KINDS, ids=[row[0] for row in KINDS])
def test_type_and_plover_class(text: str, lemma: str, kind: str, plover: str | None) -> None:
    found = event(read(text), lemma)
    assert (found.type, found.plover) == (kind, plover)


def test_every_plover_category_has_types_with_words() -> None:
    told = {kind.plover for kind in lexicon().event_types.values() if kind.verbs or kind.nouns}
    assert told >= {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
        "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


def test_gas_talks_are_held_without_gas() -> None:
    assert not [r for r in event(read("Russia suspended gas talks with Ukraine."), "talks").roles if r.role == "instrument"]
