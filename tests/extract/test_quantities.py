"""Numbers: value, bound, what they count."""

from __future__ import annotations

import pytest

from tests.parses import read


@pytest.mark.parametrize(
    ("text", "value", "bound", "low", "high", "unit"),
    [
        ("The flood killed 12 people.", 12, None, 12, 12, "people"),
        ("The quake injured more than 110 villagers.", 110, "more than", 110, None, "villager"),
        ("At least 115 people died.", 115, "at least", 115, None, "people"),
        ("Up to 40 flights were cancelled.", 40, "up to", None, 40, "flight"),
        ("About 2.5 million voters stayed home.", 2_500_000, "about", None, None, "voter"),
        ("The firm cut 1,200 jobs.", 1200, None, 1200, 1200, "job"),
        ("Twenty-five sailors drowned.", 25, None, 25, 25, "sailor"),
        ("The fine was $3 million.", 3_000_000, None, 3_000_000, 3_000_000, "USD"),
    ],
)
def test_amount(text: str, value: float, bound: str | None, low: float | None, high: float | None, unit: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.value, quantity.bound, quantity.min, quantity.max, quantity.unit) == (value, bound, low, high, unit)


def test_it_counts_the_participant_of_the_event() -> None:
    extraction = read("The flood killed 12 people.")
    (quantity,) = extraction.quantities
    (kill,) = [e for e in extraction.events if e.lemma == "kill"]
    assert kill.quantities == (quantity.id,)
    assert quantity.of in {r.entity for r in kill.roles if r.role == "patient"}


@pytest.mark.parametrize("text", ["She was jailed in 2013.", "The first goal fell early."])
def test_what_is_no_amount(text: str) -> None:
    assert read(text).quantities == ()
