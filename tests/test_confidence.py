"""Confidence from counts: Wilson's interval, small rules by their family, unknown rules by the least family."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.confidence import Judged, confidences, of_rule, wilson


@pytest.mark.parametrize(("right", "judged", "bound"), [(0, 0, 0.0), (0, 10, 0.0), (10, 10, 0.722), (45, 50, 0.786), (81, 263, 0.255)])
def test_the_lower_end_of_the_interval(right: int, judged: int, bound: float) -> None:
    assert wilson(right, judged) == pytest.approx(bound, abs=0.001)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_it_is_below_the_share_and_nears_it(counts: tuple[int, int]) -> None:
    right, judged = counts
    assert 0 <= wilson(right, judged) <= right / judged
    assert wilson(right, judged) <= wilson(right * 10, judged * 10) + 1e-9


def test_a_rule_with_few_claims_is_as_sure_as_its_family() -> None:
    table = confidences([Judged("a", "one", 40, 40), Judged("b", "one", 2, 0), Judged("c", "two", 50, 10)])
    assert table["a"] == round(wilson(40, 40), 2)
    assert table["b"] == round(wilson(40, 42), 2)
    assert of_rule("never judged", table) == table["c"] == round(wilson(10, 50), 2)


def test_without_any_figures_nothing_is_sure() -> None:
    assert of_rule("a", confidences([])) == 0.0
