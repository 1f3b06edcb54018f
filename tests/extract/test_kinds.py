"""The type of a happening and its PLOVER class: what is done to whom or what decides where the verb alone does not."""

from __future__ import annotations

import pytest

from tests.extract.telling import event
from tests.parses import lexicon, read

KINDS = [
    ("Turkey lifted sanctions on Armenia.", "lift", "Lifting", "CONCEDE"),
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
    ("The union attacked the ruling.", "attack", "Criticism", "ACCUSE"),
    ("Raiders attacked the convoy.", "attack", "Assault", "ASSAULT"),
    ("The judges quashed the conviction.", "quash", "Overturning", None),
    ("Soldiers quashed the revolt.", "quash", "Repression", "COERCE"),
    ("Eleven senators co-sponsored the bill.", "co-sponsor", "Event", None),
    ("The two chemists co-founded a club.", "co-found", "Opening", None),
]

#: A verb with an object that gives it another sense, and the same verb as its type has it.
SENSES = [
    ("strike", "The two banks struck a deal.", "Jets struck a depot."),
    ("beat", "Profits beat expectations.", "Norway beat Sweden."),
    ("kill", "The senate killed the bill.", "The blast killed a guard."),
    ("execute", "Officers executed a search warrant.", "The army executed a deserter."),
    ("meet", "The builders met the deadline.", "The king met the president."),
    ("abuse", "The governor abused his power.", "Guards abused the prisoner."),
    ("sponsor", "A senator sponsored the amendment.", "A brewery sponsored the club."),
    ("observe", "The players observed a minute of silence.", None),
    ("weigh", "The cargo weighed 300 pounds.", "The board weighed its options."),
    ("torpedo", "Farmers torpedoed the merger.", "A submarine torpedoed the freighter."),
    ("land", "The actor landed a role.", None),
]


@pytest.mark.parametrize(("text", "lemma", "kind", "plover"), KINDS, ids=[row[0] for row in KINDS])
def test_type_and_plover_class(text: str, lemma: str, kind: str, plover: str | None) -> None:
    found = event(read(text), lemma)
    assert (found.type, found.plover) == (kind, plover)


@pytest.mark.parametrize(("lemma", "other", "usual"), SENSES, ids=[row[0] for row in SENSES])
def test_an_object_may_give_a_verb_another_sense(lemma: str, other: str, usual: str | None) -> None:
    assert event(read(other), lemma).type == "Event"
    assert usual is None or event(read(usual), lemma).type == lexicon().verbs[lemma]


def test_every_plover_category_has_types_with_words() -> None:
    told = {kind.plover for kind in lexicon().event_types.values() if kind.verbs or kind.nouns}
    assert told >= {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
        "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


def test_gas_talks_are_held_without_gas() -> None:
    assert not [r for r in event(read("Russia suspended gas talks with Ukraine."), "talks").roles if r.role == "instrument"]
