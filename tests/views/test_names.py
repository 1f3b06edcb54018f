"""From what somebody types to whom the graph means by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.views.names import find, folded, the_one
from tests.graphs import NAMESAKES, graph, opened


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("ana ruiz", "Ana Ruiz"),
        ("Ruíz", "Ana Ruiz"),  # an accent too many
        ("nestle", "Nestlé"),
        ("ardent", "Ardent Group"),  # a part of the name
        ("entity/ardent-group", "Ardent Group"),
        ("urn:newskg:entity/ardent-group", "Ardent Group"),
        ("ministers", "ministers"),  # only described
        ("President Ruiz", "Ana Ruiz"),  # a title is no part of the name
        ("Mrs. Ruiz", "Ana Ruiz"),
        ("Foreign Minister Ana Ruiz", "Ana Ruiz"),
    ],
)
def test_who_is_meant(store: Store, name: str, label: str) -> None:
    assert the_one(store, name).label == label


def test_several_are_listed_with_the_most_mentioned_first(tmp_path: Path) -> None:
    store = opened(graph(tmp_path / "output", NAMESAKES))
    found = find(store, "bank")
    assert [one.label for one in found] == ["bank"] * 2
    with pytest.raises(QueryError, match="may mean 2 things; choose one of entity/bank-"):
        the_one(store, "bank")
    assert the_one(store, f"entity/{found[1].key}") == found[1]


@pytest.mark.parametrize(("name", "near"), [("Anna Ruis", "Ana Ruiz"), ("Ardant Grup", "Ardent Group")])
def test_nobody_is_told_with_the_nearest_names(store: Store, name: str, near: str) -> None:
    with pytest.raises(QueryError, match=f"nobody and nothing called '{name}'; the nearest names are {near}"):
        find(store, name)


@pytest.mark.parametrize("name", ["Mr. Ruiz", "President of Ardent", "Deputy President"])
def test_a_title_is_of_whom_it_can_be(store: Store, name: str) -> None:
    with pytest.raises(QueryError, match="nobody and nothing called"):
        find(store, name)


@pytest.mark.parametrize("name", ["", "…", "Zzyzx"])
def test_nothing_is_near(store: Store, name: str) -> None:
    with pytest.raises(QueryError, match=r"nobody and nothing called '.*'\.$"):
        find(store, name)


def test_what_a_candidate_tells(store: Store) -> None:
    one = the_one(store, "Ruiz")
    assert (one.kind, one.aliases, one.named, one.documents) == ("person", ("Ruiz",), True, 2)
    assert one.mentions == 5


@pytest.mark.parametrize(("text", "words"), [("U.S. forces", "us forces"), ("Peru's", "peru"), ("Côte d’Ivoire", "cote divoire"), (" A–B ", "a b")])
def test_folding(text: str, words: str) -> None:
    assert folded(text) == words
