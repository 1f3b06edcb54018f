"""A briefing of a large graph reads the claims that weigh most, and no more."""

from __future__ import annotations

import pytest

from kg.views import digest as briefing
from kg.views import weighty
from kg.views.evidence import all_claims, read_evidence
from kg.views.names import the_one
from tests.parses import lexicon
from tests.telling import graph, told

HARBOUR = [
    told("coast", "A tanker hit the pier in Tarsk on Monday. Ana Ruiz visited Lyon. A shop sold four chairs.", "2025-03-04"),
    told("ledger", "A tanker hit the pier in Tarsk on Monday. Ana Ruiz praised the crew. A club bought a house.", "2025-03-05"),
    told("survivor", "The captain Ivo Maric survived the fire on the ferry Marigold off Split.", "2025-03-04"),
    told("mourner", "The captain Ivo Maric died in the fire on the ferry Marigold off Split.", "2025-03-04"),
]


def sentences(most: int, monkeypatch: pytest.MonkeyPatch, about: str = "") -> set[str]:
    monkeypatch.setattr(weighty, "_PROPOSITIONS", most)
    store = graph(HARBOUR)
    return {one.sentence for one in read_evidence(store, weighty.weightiest(store, all_claims(store), about))}


def test_what_several_origins_tell_goes_first_then_who_is_mentioned_most(monkeypatch: pytest.MonkeyPatch) -> None:
    first, more = (sentences(most, monkeypatch) for most in (1, 8))
    assert any("tanker hit" in one for one in first)
    assert not any("Ana Ruiz" in one or "chairs" in one for one in first)
    assert any("Ana Ruiz" in one for one in more)


def test_conflicts_are_read_whatever_tells_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"survived", "died"} <= {word for one in sentences(1, monkeypatch) for word in one.split()}


def test_of_somebody_only_what_he_has_a_part_in_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    told_of = sentences(5, monkeypatch, the_one(graph(HARBOUR), "Ana Ruiz").iri)
    assert any("Ana Ruiz visited" in one for one in told_of)
    assert not any("tanker" in one or "chairs" in one for one in told_of)


def test_a_briefing_of_many_claims_tells_the_same_first(monkeypatch: pytest.MonkeyPatch) -> None:
    store = graph(HARBOUR)
    whole = briefing.digest(store, lexicon())
    monkeypatch.setattr(briefing, "_MANY", 3)
    monkeypatch.setattr(weighty, "_PROPOSITIONS", 4)
    part = briefing.digest(store, lexicon())
    assert part.happenings[0].text == whole.happenings[0].text
    assert [dispute.kind for dispute in part.disputes] == [dispute.kind for dispute in whole.disputes]
