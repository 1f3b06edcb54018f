"""Two graphs compared: claims by what they say, happenings by how they stand, entities by their mentions."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.views.changes import NOTHING, as_text
from kg.views.diff import Diff, diff
from tests.telling import graph, stored, told
from tests.worlds import Draft, world

MINE = told("mine", "Prosecutors alleged that Ana Ruiz bribed a minister. Miners in Porto went on strike on Monday.")
SHIP = told("ship", "Norland plans to sell the frigate Orca. Reuters said the frigate had left Tarsk.")


def between(old: list[str], new: list[str], name: str = "a") -> Diff:
    """What changes when an article says something else."""
    return diff(graph(told(name, text) for text in old), graph(told(name, text) for text in new))


def test_a_graph_has_no_diff_with_itself() -> None:
    found = diff(graph([MINE, SHIP]), graph([SHIP, MINE]))
    assert found.empty
    assert as_text(found, 80) == NOTHING


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("Prosecutors alleged that Ana Ruiz bribed a minister.", "Ana Ruiz bribed a minister.", "alleged", "asserted"),
        ("The navy plans to sell the frigate Orca.", "The navy sold the frigate Orca.", "planned", "asserted"),
        ("Doctors said that a virus killed nine patients.", "A virus killed nine patients.", "reported", "asserted"),
        ("Acme may buy Brightwater.", "Acme bought Brightwater.", "possible", "asserted"),
    ],
)
def test_what_is_said_more_firmly_is_upgraded_and_back(old: str, new: str, before: str, after: str) -> None:
    up, down = between([old], [new]), between([new], [old])
    assert (before, after) in {(one.before.rank, one.after.rank) for one in up.upgraded}
    assert (after, before) in {(one.before.rank, one.after.rank) for one in down.downgraded}
    assert not up.downgraded
    assert up.documents.revised == ("a",)
    assert {(one.before, one.after) for one in up.firmer} >= {(before, after)}


def test_a_new_document_brings_claims_and_takes_them_with_it() -> None:
    added, removed = diff(graph([MINE]), graph([MINE, SHIP])), diff(graph([MINE, SHIP]), graph([MINE]))
    assert (added.documents.added, removed.documents.removed) == (("ship",), ("ship",))
    assert added.new == removed.withdrawn
    assert {one.place for one in added.new} == {"ship, 2025-03-07"}
    assert (added.withdrawn, added.upgraded, added.renamed) == ((), (), ())


def test_claims_are_paired_though_the_text_before_them_moved_them() -> None:
    found = between(["Miners in Porto went on strike on Monday."], ["It rained. Miners in Porto went on strike on Monday."])
    assert (found.new, found.withdrawn, found.renamed) == ((), (), ())


def people(*keys: str) -> Store:
    """A graph in which two names mean these entities."""
    draft = Draft("a", "Ana Ruiz met Judge Ruiz in Tarsk.")
    for name, key in zip(("Ana Ruiz", "Judge Ruiz"), keys, strict=True):
        draft.entity(name, "Person", key=key)
    return stored(world(draft))


def test_who_becomes_one_with_another_is_merged_and_the_other_way_split() -> None:
    two, one, other = people("ana-ruiz", "ruiz"), people("ana-ruiz", "ana-ruiz"), people("ana-ruiz", "judge-ruiz")
    merged, split, renamed = diff(two, one), diff(one, two), diff(two, other)
    assert [(x.what, x.before, x.after) for x in merged.merged] == [("Ana Ruiz", ("ana-ruiz", "ruiz"), ("ana-ruiz",))]
    assert [(x.what, x.before, x.after) for x in split.split] == [("Ana Ruiz", ("ana-ruiz",), ("ana-ruiz", "ruiz"))]
    assert [(x.what, x.before, x.after) for x in renamed.renamed] == [("Judge Ruiz", ("ruiz",), ("judge-ruiz",))]
    assert (merged.split, merged.renamed, split.merged, renamed.merged) == ((), (), (), ())


def test_text_shows_both_sides_and_where_they_stand() -> None:
    text = as_text(between(["Prosecutors alleged that Ana Ruiz bribed a minister."], ["Ana Ruiz bribed a minister."]), 100)
    assert "alleged by Prosecutors → stated" in text
    assert "“Prosecutors alleged that Ana Ruiz bribed a minister.”\n    — a, 2025-03-07" in text
