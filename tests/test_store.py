"""The embedded store: made from the file, swapped in whole, opened by many."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg import store
from kg.errors import OutputError
from kg.export import turtle
from kg.rdf import quads
from kg.vocab import KG, RDF
from tests.worlds import LEXICON, RUN, harbour, many


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The folder of a build, as far as the store goes."""
    turtle.write(quads(harbour(), LEXICON, RUN), tmp_path / "graph.ttl")
    store.build(tmp_path / "graph.ttl", tmp_path / "store")
    return tmp_path


def claims(folder: Path) -> int:
    return len(list(store.open_store(folder).quads_for_pattern(None, NamedNode(RDF.type), NamedNode(KG.Claim), None)))


def test_holds_the_file(output: Path) -> None:
    assert len(store.open_store(output)) == len(set(quads(harbour(), LEXICON, RUN)))


def test_a_new_build_replaces_the_old_and_leaves_nothing_behind(output: Path) -> None:
    assert claims(output) == 7
    turtle.write(quads(many(2), LEXICON, RUN), output / "graph.ttl")
    store.build(output / "graph.ttl", output / "store")
    assert claims(output) == 4
    assert sorted(entry.name for entry in output.iterdir()) == ["graph.ttl", "store"]


def test_a_broken_file_leaves_the_old_store(output: Path) -> None:
    (output / "graph.ttl").write_text("<urn:a> <urn:b> .")
    with pytest.raises(OutputError, match=r"graph\.ttl"):
        store.build(output / "graph.ttl", output / "store")
    assert claims(output) == 7
    assert sorted(entry.name for entry in output.iterdir()) == ["graph.ttl", "store"]


def test_two_can_read_at_once(output: Path) -> None:
    first, second = store.open_store(output), store.open_store(output)
    assert len(first) == len(second) > 0


def test_one_can_write(output: Path) -> None:
    held = store.open_store(output, read_only=False)
    with pytest.raises(OutputError, match="open in another process"):
        store.open_store(output, read_only=False)
    assert len(held) > 0


def test_a_folder_without_a_build(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"holds no graph.*kg build"):
        store.open_store(tmp_path)


def test_a_store_that_is_damaged(output: Path) -> None:
    for entry in (output / "store").iterdir():
        entry.write_bytes(b"rubbish")
    with pytest.raises(OutputError, match="build again"):
        store.open_store(output)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        store.build(tmp_path / "graph.ttl", tmp_path / "nowhere" / "store")
