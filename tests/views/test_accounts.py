"""Happenings that several documents tell, and the dates that those give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Store

from kg.views.accounts import Account, accounts, dated
from kg.views.evidence import Number, When, all_claims, read_evidence


def dates(store: Store, *told: tuple[str, ...]) -> list[str]:
    """The dates of a happening of which each document gives these."""
    one = next(one for one in read_evidence(store, all_claims(store)) if one.happening)
    evidence = tuple(replace(one, times=tuple(When(f"urn:{value}", value, "", "") for value in values)) for values in told)
    assert one.happening is not None
    return [found.words for found in dated(Account(one.happening, evidence, (), ()))]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([("2025-06-01",), ("2025-06-01",)], ["2025-06-01"]),
        ([("2025-06-01",), ("2025-06-02",)], ["2025-06-01", "2025-06-02"]),
        ([("2025-06",), ("2025-06-02",)], ["2025-06-02"]),  # only vaguer
        ([("2025",), ("2025-06-01",), ("2025-06-02",)], ["2025-06-01", "2025-06-02"]),  # fits both, and so tells neither
        ([("2025-05",), ("2025-06-02",)], ["2025-05", "2025-06-02"]),
        ([("2013/..",), ("2013",)], ["since 2013", "2013"]),
        ([("../2013",), ("2013-05",)], ["until 2013", "2013-05"]),
        ([("../2013",), ("../2013-05",)], ["until 2013-05"]),
        ([("PRESENT_REF",), ("P3M",), ()], []),
    ],
)
def test_dates_of_a_happening(store: Store, told: list[tuple[str, ...]], found: list[str]) -> None:
    assert dates(store, *told) == found


def test_a_vaguer_date_is_evidence_for_the_precise_one(store: Store) -> None:
    one = next(one for one in read_evidence(store, all_claims(store)) if one.happening)
    vague, precise = (replace(one, claim=value, times=(When("urn:t", value, "", ""),)) for value in ("2025-06", "2025-06-02"))
    assert one.happening is not None
    ((_, evidence),) = dated(Account(one.happening, (vague, precise), (), ())).items()
    assert [told.claim for told in evidence] == ["2025-06-02", "2025-06"]


def test_an_account_has_all_claims_of_its_happening(store: Store) -> None:
    events = sorted({one.happening.iri for one in read_evidence(store, all_claims(store)) if one.happening})
    found = accounts(store, events)
    assert [account.happening.iri for account in found] == events
    assert all(account.origins for account in found)
    assert sum(len(account.evidence) for account in found) == sum(1 for one in read_evidence(store, all_claims(store)) if one.happening)


@pytest.mark.parametrize(
    ("words", "numbers", "bearing", "others"),
    [
        ("A blast killed 12", ("12", "19"), 1, ["19 dead"]),
        ("A blast killed 12", ("12", "12"), 2, []),
        ("A mine closed", ("12", "19"), 2, []),  # its words have no number
        ("A blast killed 12", ("12", ""), 1, []),
    ],
)
def test_origins_are_of_those_who_tell_the_same_number(store: Store, words: str, numbers: tuple[str, ...], bearing: int, others: list[str]) -> None:
    one = next(one for one in read_evidence(store, all_claims(store)) if one.happening)
    assert one.happening is not None
    evidence = tuple(
        replace(one, claim=str(n), telling=words if not n and "12" in words else "", polarity="positive", modality="actual",
                propositions=(f"p{n}",), quantities=(Number("", f"{value} dead", value, "", "", "dead", ""),) if value else ())
        for n, value in enumerate(numbers)
    )  # fmt: skip
    account = Account(one.happening, evidence, (), (), {f"p{n}": frozenset({f"origin {n}"}) for n in range(len(numbers))})
    assert (len(account.origins_of(words)), list(account.other_numbers(words))) == (bearing, others)
