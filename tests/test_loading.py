"""A store that is loaded while its Turtle is made: the same store, and no thread waits for another that failed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg import store
from kg.errors import OutputError
from kg.export import turtle
from kg.loading import loading
from kg.rdf import parts
from tests.worlds import LEXICON, RUN, many

LARGE = b"".join(b"<urn:s%d> <urn:p> <urn:o> .\n" % n for n in range(20_000))


def made(folder: Path, before: Path, articles: int = 3, threads: int = 2) -> None:
    """What a build does."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = turtle.Graph()
    with loading(folder / "store", before, threads) as stored:
        stored.feed([turtle.header()])
        for owner, statements in parts(many(articles), LEXICON, RUN):
            stored.feed(graph.add(statements, owner))
        stored.feed(graph.end())
        graph.write(folder / "graph.ttl")
        stored.written(folder / "graph.ttl")
        stored.wait()


def fed(target: Path, pieces: list[bytes], fails: bool = False) -> None:
    with loading(target, target / "nothing", 2) as stored:
        stored.feed(pieces)
        if fails:
            raise ZeroDivisionError
        stored.written(target.with_name("graph.ttl"))
        stored.wait()


def holds_its_file(folder: Path) -> bool:
    loaded = Store()
    loaded.bulk_load(path=folder / "graph.ttl", format=RdfFormat.TURTLE)
    return set(store.open_store(folder)) == set(loaded)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("part", [1, 10_000, 1 << 25])
def test_the_store_is_that_of_the_file(tmp_path: Path, part: int, threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loading._PART", part)
    made(tmp_path / "new", tmp_path / "nothing", threads=threads)
    assert holds_its_file(tmp_path / "new")
    assert store.is_renewable(tmp_path / "new" / "store")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["graph.ttl", "store"]


def test_a_store_of_a_build_before_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "old", tmp_path / "nothing", 40)

    def no(*_: object) -> None:
        raise AssertionError("the whole file was loaded")

    monkeypatch.setattr(store, "load", no)
    made(tmp_path / "new", tmp_path / "old", 41)
    monkeypatch.undo()
    assert holds_its_file(tmp_path / "new")


def test_a_loader_that_fails_is_told_at_the_end_and_waited_for_by_nobody(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be made"):
        fed(tmp_path / "store", [b"this is no Turtle .\n", *[LARGE] * 20])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        fed(tmp_path / "absent" / "store", [LARGE] * 20)


def test_a_build_that_fails_leaves_no_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    with pytest.raises(ZeroDivisionError):
        fed(tmp_path / "store", [LARGE] * 5, fails=True)
    assert threading.active_count() == before
