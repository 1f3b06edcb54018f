"""The saved queries on the sample articles: what they answer, and the same from rdflib, within a time."""

from __future__ import annotations

import re
import time
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store

from kg.query import SavedQuery, saved_queries
from kg.store import open_store
from tests import saved
from tests.conftest import ROOT

SAVED = {one.name: one for one in saved_queries()}
#: Seconds of processor time that rdflib may take; the slowest takes 1.4.
PATIENCE = 5.0


@pytest.fixture(scope="module")
def store(seeds_build: Path) -> Store:
    return open_store(seeds_build)


@pytest.fixture(scope="module")
def rdflib_graph(seeds_build: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(seeds_build / "graph.ttl")


def test_there_are_more_than_twenty() -> None:
    assert len(SAVED) >= 20


@pytest.mark.parametrize("name", SAVED)
def test_what_it_answers_is_what_was_read(store: Store, name: str) -> None:
    """After a change of extraction: look at the difference, and if it is meant, ``python -m tests.saved OUTPUT`` writes it."""
    kept = (saved.FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    assert saved.as_csv(saved.answer(store, SAVED[name])[: saved.KEPT + 1]) == kept


@pytest.mark.parametrize("name", SAVED)
def test_it_finds_something(name: str) -> None:
    assert len((saved.FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()) > 1


def test_no_answer_is_kept_of_a_query_that_is_gone() -> None:
    assert {path.stem for path in saved.FOLDER.glob("*.csv")} == set(SAVED)


@pytest.mark.parametrize("name", SAVED)
def test_its_parameters_are_asked_for(name: str) -> None:
    assert set(saved.PARAMS.get(name, {})) == set(SAVED[name].params)


@pytest.mark.parametrize("name", SAVED)
def test_rdflib_gives_the_same_rows_in_time(store: Store, rdflib_graph: rdflib.Graph, name: str) -> None:
    begun = time.process_time()
    found = [[saved.plain(value) for value in row] for row in rdflib_graph.query(saved.text(SAVED[name]))]  # type: ignore[union-attr]
    assert time.process_time() - begun < PATIENCE
    expected = saved.answer(store, SAVED[name])[1:]
    assert sorted([list(map(canonical, row)) for row in found]) == sorted([list(map(canonical, row)) for row in expected])


@pytest.mark.parametrize("name", SAVED)
def test_it_stands_by_itself(store: Store, name: str) -> None:
    """Every prefix is declared in the file, so that it can be pasted anywhere; and nothing is in it that stores compare each in their own way."""
    store.query(SAVED[name].text)
    assert not re.search(r"gYear|NOW\(|RAND\(|\bSERVICE\b", SAVED[name].text)


def canonical(cell: str) -> str:
    """A store may write 0.50 as 0.5."""
    try:
        return str(Decimal(cell).normalize()) if re.fullmatch(r"-?\d+\.\d+", cell) else cell
    except InvalidOperation:
        return cell


def test_saved_queries_differ() -> None:
    """No two have one title or one purpose: a list of forty is read by its words."""
    for words in ([one.title for one in SAVED.values()], [one.purpose for one in SAVED.values()]):
        assert len(set(words)) == len(words)


def test_a_saved_query_is_told_what_its_parameters_mean() -> None:
    assert all(isinstance(one, SavedQuery) and all(meaning for meaning in one.params.values()) for one in SAVED.values())


def test_the_document_names_every_query() -> None:
    told = (ROOT / "docs/queries.md").read_text(encoding="utf-8")
    table = "\n".join(line for line in told.splitlines() if line.startswith("| "))
    assert sorted(re.findall(r"`([a-z-]+)`", table)) == sorted(SAVED)
