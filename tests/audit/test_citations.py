"""Which article an entry of a source list means."""

from __future__ import annotations

import pytest

from kg.audit.citations import supplied
from kg.read import document_from_text

ARTICLES = [
    document_from_text("wire-7", "x", title="Court jails surgeon for seven years", publisher="North Wire"),
    document_from_text("b", "x", title="Clinic fined over patient's death", publisher="Daily Post"),
    document_from_text("c", "x", title="Pump maker buys rival", publisher="Daily Post"),
]


@pytest.mark.parametrize(
    ("entry", "meant"),
    [
        ('Daily Post, "Clinic fined over patient’s death", 5 March 2025', "b"),
        ("Daily Post: Pump Maker Buys Rival – What the deal means for Ohio", "c"),
        ("North Wire", "wire-7"),
        ("Some title that changed (wire-7)", "wire-7"),
        ("North Wire, Court jails surgeon for seven years, 2025-03-04", "wire-7"),
        ('Daily Post, "Pump maker buys rival"', "c"),
        ("Daily Post", None),  # which of two?
        ("Evening Star: Pumps and valves explained", None),
    ],
)
def test_an_entry_means(entry: str, meant: str | None) -> None:
    digest = document_from_text("digest", f"The surgeon was jailed [1].\n\n## Sources\n\n[1] {entry}\n")
    assert supplied(digest, ARTICLES) == ({1: meant} if meant else {})
