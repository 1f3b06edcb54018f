"""The type of a happening and its PLOVER class: what is done to whom or what decides where the verb alone does not."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, roles
from tests.parses import lexicon, read

KINDS = [
    ("Turkey lifted sanctions on Armenia.", "lift", "Lifting", "CONCEDE"),
    ("The crane lifted the wreck.", "lift", "Event", None),
    ("The critic returned to Lima.", "return", "Return", None),
    ("The firm returned the money to the nurses.", "return", "Event", None),
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
    ("Norway shared intelligence with Poland.", "share", "IntelligenceSharing", "COOPERATE"),
    ("The sisters shared a flat with a nurse.", "share", "Event", None),
    ("Egypt held a joint naval drill with Greece.", "joint naval drill", "Cooperation", "COOPERATE"),
    ("Togo recognised the rebel government.", "recognise", "RelationsOpening", "SUPPORT"),
    ("The witness recognised the driver.", "recognise", "Event", None),
    ("The Red Cross delivered medicine to Gaza.", "deliver", "ReliefDelivery", "AID"),
    ("The courier delivered a parcel.", "deliver", "Delivery", None),
    ("Kenya sent peacekeepers to Haiti.", "send", "Peacekeeping", "AID"),
    ("The clinic sent a nurse to Lima.", "send", "Sending", None),
    ("Rwanda sent troops into Congo.", "send", "Deployment", "MOBILIZE"),
    ("Iran tested a missile.", "test", "WeaponTest", "MOBILIZE"),
    ("The lab tested a vaccine.", "test", "Testing", None),
    ("Police fired tear gas at protesters.", "fire", "CrowdControl", "COERCE"),
    ("Police fired at protesters.", "fire at", "Shooting", "ASSAULT"),
    ("The bank fired a clerk.", "fire", "Dismissal", None),
    ("Police used water cannon against the crowd.", "use", "CrowdControl", "COERCE"),
    ("The plumber used a water pump.", "use", "Use", None),
    ("Hackers attacked the website of the bank.", "attack", "Hacking", "COERCE"),
    ("Soldiers opened fire on a crowd.", "open fire", "Shooting", "ASSAULT"),
    ("The Houthis launched a missile at a tanker.", "launch", "WeaponLaunch", "ASSAULT"),
    ("The firm launched a phone.", "launch", "ProductLaunch", None),
    ("A bomber blew himself up in a mosque.", "blow up", "Explosion", "ASSAULT"),
    ("The army violated the truce.", "violate", "TruceViolation", "ASSAULT"),
    ("The driver violated the law.", "violate", "LawBreaking", None),
    ("The rebels declared a ceasefire on Friday.", "declare", "Truce", "RETREAT"),
    ("The militia laid down its weapons.", "lay down", "Disarmament", "RETREAT"),
    ("Youths threw stones at police.", "throw", "Riot", "PROTEST"),
    ("The pitcher threw a ball.", "throw", "Event", None),
    ("Protesters burned tyres in Lima.", "burn", "Riot", "PROTEST"),
    ("The plant burned coal.", "burn", "Burning", None),
    ("The president bowed to demands for a vote.", "bow to", "Concession", "CONCEDE"),
    ("The union called off the strike.", "call off", "ProtestEnd", "CONCEDE"),
    ("The judge asked miners to leave the hall.", "ask", "RequestToAct", "REQUEST"),
    ("The judge asked the witness about the car.", "ask", "Event", None),
    ("The administration slapped tariffs on steel.", "slap", "Imposition", None),
    ("A fan slapped the striker.", "slap", "Beating", "ASSAULT"),
    ("Japan summoned the Danish ambassador.", "summon", "DiplomaticProtest", "ACCUSE"),
    ("The court summoned the banker.", "summon", "Summons", None),
    ("Gunmen seized a police station.", "seize", "Seizure", "COERCE"),
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
    ("head", "Novak headed the opening goal.", "Novak heads the commission."),
    ("deny", "The keeper denied Erling Haaland twice.", "The minister denied the claim."),
    ("deny", "The league denied the club the title.", "The club denied any role in the riot."),
    ("deny", "The judge denied bail.", "The bank denied the report."),
    ("comprise", "Women comprise a third of the jury.", "The fleet comprises nine ships."),
    ("declare", "Norda declared their innings at tea.", "The governor declared an emergency."),
]

WHOM = [
    ("Peru broke off diplomatic relations with Chile.", "break off", {"agent": ["Peru"], "recipient": ["Chile"]}),
    ("Norway shared intelligence with Poland.", "share", {"agent": ["Norway"], "recipient": ["Poland"]}),
    ("Soldiers opened fire on a crowd.", "open fire", {"agent": ["Soldiers"], "patient": ["crowd"]}),
    ("Police fired tear gas at protesters.", "fire", {"agent": ["Police"], "instrument": ["tear gas"], "patient": ["protesters"]}),
    ("The union is in talks with the bank.", "talks", {"agent": ["union"], "recipient": ["bank"]}),
    ("The mine is in dispute with a builder.", "dispute", {"patient": ["builder"]}),
]


@pytest.mark.parametrize(("text", "lemma", "kind", "plover"), KINDS, ids=[row[0] for row in KINDS])
def test_type_and_plover_class(text: str, lemma: str, kind: str, plover: str | None) -> None:
    found = event(read(text), lemma)
    assert (found.type, found.plover) == (kind, plover)


@pytest.mark.parametrize(("lemma", "other", "usual"), SENSES, ids=[row[0] for row in SENSES])
def test_an_object_may_give_a_verb_another_sense(lemma: str, other: str, usual: str | None) -> None:
    assert event(read(other), lemma).type == "Event"
    assert usual is None or event(read(usual), lemma).type == lexicon().verbs[lemma]


@pytest.mark.parametrize(("text", "lemma", "expected"), WHOM, ids=[row[0] for row in WHOM])
def test_who_and_whom_of_a_verb_with_its_object(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected


def test_every_plover_category_has_types_with_words() -> None:
    told = {kind.plover for kind in lexicon().event_types.values() if kind.verbs or kind.nouns}
    assert told >= {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
        "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


def test_gas_talks_are_held_without_gas() -> None:
    assert not [r for r in event(read("Russia suspended gas talks with Ukraine."), "talks").roles if r.role == "instrument"]
