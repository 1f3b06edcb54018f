"""Which format a client is given."""

from __future__ import annotations

import pytest

from kg.serve.negotiate import GRAPHS, RESULTS, format_for, preferred, wants_html


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "a/x"),
        ("*/*", "a/x"),
        ("a/y", "a/y"),
        ("A/Y ; Q=0.5", "a/y"),
        ("a/*;q=0.1, b/z", "b/z"),
        ("*/*;q=0.1, a/y;q=0", "a/x"),
        ("a/x;q=nonsense", None),
        ("a/x;q=0", None),
        ("c/c", None),
        (", ,", None),
        ("a/x;q=0.5, */*;q=0.9", "a/y"),
    ],
)
def test_preferred(accept: str, given: str | None) -> None:
    assert preferred(accept, ["a/x", "a/y", "b/z"]) == given


def test_a_short_name_goes_before_the_header_where_it_fits() -> None:
    assert format_for("text/csv", "json", RESULTS) == ("application/sparql-results+json", "json")
    assert format_for("text/csv", "turtle", RESULTS) == ("text/csv", "csv")
    assert format_for("", "json", GRAPHS) == ("application/ld+json", "jsonld")
    assert format_for("image/png", "", GRAPHS) is None


def test_browsers_are_told_from_programs() -> None:
    assert wants_html("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert not wants_html("*/*")
    assert not wants_html("")
    assert not wants_html("text/turtle, text/html;q=0.5")
