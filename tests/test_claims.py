"""Which tellings make a claim, and what its triple is, over war, courts, companies, disasters, elections, sport and health."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims import Holding, make_claims
from kg.model import Event, Role
from tests.extract.telling import failing, label_of, table
from tests.parses import read

Triple = tuple[str, str, str]


def triples(text: str) -> list[Triple]:
    """The claims of a text as labels; an open relation's lemma is in question marks."""
    extraction = read(text)
    return [
        (label_of(extraction, c.subject), c.predicate if c.known else f"?{c.predicate}?", label_of(extraction, c.object)) for c in extraction.claims
    ]


CASES: dict[str, list[tuple[str, list[Triple]]]] = {
    "agent, relation, patient": [
        ("Rebels attacked the town of Merowe on Sunday.", [("Rebels", "attacked", "town of Merowe")]),
        ("The court convicted the former minister.", [("court", "convicted", "former minister")]),
        ("Two firms were bought by a rival.", [("rival", "acquired", "Two firms")]),
        ("Nurses treated a boy.", [("Nurses", "treated", "boy")]),
    ],
    "a relation that no frame knows": [
        ("Rebels blew up a bridge.", [("Rebels", "?blow up?", "bridge")]),
        ("The club tore up the contract.", [("club", "?tear up?", "contract")]),
        ("The captain is able to play the final.", [("captain", "?able?", "<play>"), ("captain", "?play?", "<final>")]),
    ],
    "agent, relation, what else it concerns": [
        ("Troops crossed into Ukrainian territory.", [("Troops", "?cross into?", "Ukraine")]),
        ("The president announced a purge.", [("president", "announced", "purge")]),
        ("The ferry left for Oslo.", [("ferry", "?leave for?", "Oslo")]),
        ("The army retreated from the valley.", [("army", "?retreat from?", "valley")]),
        ("The minister had talks with the union.", [("minister", "?have?", "<talks>"), ("minister", "?talks with?", "union")]),
        ("Bakers held a meeting on the new rules.", [("Bakers", "?hold?", "<meet>"), ("Bakers", "?meet on?", "new rules")]),
        ("The firm signed a deal with Norway.", [("firm", "signed", "<deal>"), ("firm", "?deal with?", "Norway")]),
        ("The rebels' attack on the port failed.", [("rebels", "attacked", "port")]),
    ],
    "nobody is said to do it": [
        ("Three villages were flooded.", [("<flood>", "patient", "Three villages")]),
        ("The suspect was arrested in Lyon.", [("<arrest>", "patient", "suspect")]),
        ("The bank was fined.", [("<fine>", "patient", "bank")]),
        ("The player was told to wait.", [("<tell>", "recipient", "player")]),
    ],
    "a sense that the complement tells": [
        ("The ruling added a hurdle to the merger.", [("<add>", "patient", "hurdle")]),
    ],
    "a happening does it": [
        ("The flood destroyed a bridge.", [("<destroy>", "patient", "bridge")]),
        ("Dozens of strikes hit the port.", [("<hit>", "patient", "port")]),
    ],
    "only a doer": [
        ("The minister resigned.", [("<resign>", "agent", "minister")]),
        ("Rebels attacked on Monday.", [("<attack>", "agent", "Rebels")]),
        ("The general hesitated.", []),
    ],
    "another preposition than that of a relation": [
        ("The envoy arrived in Peru on Monday.", [("envoy", "arrivedIn", "Peru")]),
        ("The envoy arrived from Peru on Monday.", [("envoy", "?arrive from?", "Peru")]),
    ],
    "a noun's happening": [
        ("The arrest of the banker by police drew praise.", [("police", "arrested", "banker"), ("<draw>", "patient", "<praise>")]),
        ("Talks with Iran failed.", [("<talks>", "recipient", "Iran")]),
        ("Kenyan troops carried out a strike on a camp.", [("Kenyan troops", "?carry out?", "<strike>"), ("Kenyan troops", "struck", "camp")]),
        ("The strike group left the harbour.", [("strike group", "?leave?", "harbour")]),
    ],
    "a reduced participle": [
        ("Drugs linked to crime were seized.", [("<link>", "patient", "Drugs linked to crime"), ("<seize>", "patient", "Drugs linked to crime")]),
        (
            "The mayor visited families displaced by the flood.",
            [("mayor", "visited", "families displaced by the flood"), ("<displace>", "patient", "families displaced by the flood")],
        ),
    ],
    "a lasting relation": [
        (
            "Anna Berg, president of Chile, resigned on Monday.",
            [("<resign>", "agent", "Anna Berg"), ("Anna Berg", "isA", "president of Chile"), ("Anna Berg", "presidentOf", "Chile")],
        ),
        ("Chevron remains the only exporter of the oil.", [("Chevron", "isA", "only exporter of the oil")]),
    ],
}


@pytest.mark.parametrize(("text", "expected"), table(CASES))
def test_triples(text: str, expected: list[Triple]) -> None:
    assert triples(text) == expected


#: Claims that should not be made, or otherwise: (text, what should be claimed, why).
MENDED: list[tuple[str, list[Triple]]] = [
    ("Police stopped a truck.", [("Police", "?stop?", "truck")]),
    ("The judge threw out the case.", [("judge", "?throw out?", "case")]),
]
KNOWN_FAILURES: list[tuple[str, list[Triple], str]] = [
    ("Fans met in Lima.", [("<meet>", "agent", "Fans")], "a place is not whom somebody met"),
    ("The election took place in Ghana in May.", [("<elect>", "place", "Ghana")], '"take place" is read as taking a place'),
]


@pytest.mark.parametrize(("text", "expected"), [*MENDED, *failing(KNOWN_FAILURES)])
def test_hard_cases(text: str, expected: list[Triple]) -> None:
    assert triples(text) == expected


TEXTS = [text for rows in CASES.values() for text, _ in rows]


@pytest.mark.parametrize("text", TEXTS)
def test_a_claim_is_told_as_its_event_is(text: str) -> None:
    extraction = read(text)
    events = {e.id: e for e in extraction.events}
    for claim in extraction.claims:
        assert claim.rule
        assert 0 < claim.confidence <= 1
        if claim.event is not None:
            told = events[claim.event]
            begin, end = extraction.sentences[claim.sentence]
            assert begin <= told.trigger[0] < told.trigger[1] <= end
            assert (claim.rule, claim.polarity, claim.modality, claim.attribution) == (told.rule, told.polarity, told.modality, told.attribution)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The army did not attack the port.", "negative", "actual"),
        ("The coach will sell the striker.", "positive", "planned"),
        ("The storm could destroy the harbour.", "positive", "possible"),
    ],
)
def test_a_triple_that_does_not_stand_is_claimed_with_its_stance(text: str, polarity: str, modality: str) -> None:
    (claim,) = read(text).claims
    assert (claim.polarity, claim.modality) == (polarity, modality)


# By hand: every decision of the module, without a parse.

HAPPENING = Event("v1", (0, 1), "strike", "Strike", (0, 1), 0, "noun", predicate="struck", nominal=True)


def role(name: str, target: str) -> Role:
    return Role(name, (0, 1), target)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"roles": (role("agent", "e1"), role("patient", "e2"))}, ("e1", "struck", "e2", True)),
        ({"roles": (role("agent", "e1"), role("topic", "e3"), role("patient", "e2"))}, ("e1", "struck", "e2", True)),
        ({"roles": (role("agent", "e1"), role("instrument", "e2"))}, ("e1", "strike with", "e2", False)),
        ({"roles": (role("agent", "e1"), role("instrument", "e2")), "nominal": False}, ("e1", "struck", "e2", True)),  # "used the stamp"
        ({"roles": (role("agent", "e1"), role("purpose", "v2"), role("instrument", "e2")), "nominal": False}, ("e1", "struck", "e2", True)),
        ({"roles": (role("agent", "e1"), role("patient", "v2")), "predicate": None}, ("e1", "strike", "v2", False)),
        ({"roles": (role("agent", "v2"), role("patient", "e2"))}, ("v1", "patient", "e2", True)),
        ({"roles": (role("patient", "e2"),)}, ("v1", "patient", "e2", True)),
        ({"roles": (role("topic", "e2"),)}, None),
        ({"roles": (role("topic", "v2"),)}, ("v1", "topic", "v2", True)),
        ({"roles": (role("topic", "e2"),), "time": "t1"}, ("v1", "topic", "e2", True)),
        ({"roles": (role("agent", "e1"),)}, None),
        ({"roles": (role("agent", "e1"),), "time": "t1"}, ("v1", "agent", "e1", True)),
        ({"roles": (role("agent", "e1"),), "nominal": False}, ("v1", "agent", "e1", True)),
        ({"roles": (role("agent", "e1"),), "nominal": False, "type": "Event"}, None),
        ({"place": "e4"}, ("v1", "place", "e4", True)),
        ({}, None),
        ({"roles": (role("patient", "e2"),), "rule": "verb-passive-participle"}, None),
        ({"roles": (role("patient", "e2"),), "rule": "verb-passive-participle", "time": "t1"}, ("v1", "patient", "e2", True)),
        ({"roles": (role("patient", "e2"),), "rule": "verb-passive-participle", "time": "t1", "type": "Event"}, ("v1", "patient", "e2", True)),
    ],
)
def test_what_an_event_claims(change: dict[str, Any], expected: tuple[str, str, str, bool] | None) -> None:
    claims = make_claims([replace(HAPPENING, **change)], [], [()], {})
    assert [(c.subject, c.predicate, c.object, c.known) for c in claims] == ([] if expected is None else [expected])


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=12))
def test_claims_are_numbered_by_sentence_and_cite_its_sources(plan: list[tuple[int, bool]]) -> None:
    events = [
        replace(HAPPENING, id=f"v{n}", sentence=sentence, roles=(role("patient", "e1"),)) for n, (sentence, lasting) in enumerate(plan) if not lasting
    ]
    holdings = [Holding("e1", "isA", "e2", sentence, "copula", None, "positive", "actual") for sentence, lasting in plan if lasting]
    citations = [(n, n + 1) for n in range(5)]
    claims = make_claims(events, holdings, citations, {})
    assert [c.id for c in claims] == [f"c{n}" for n in range(1, len(plan) + 1)]
    assert [c.sentence for c in claims] == sorted(sentence for sentence, _ in plan)
    assert all(c.citations == citations[c.sentence] for c in claims)
