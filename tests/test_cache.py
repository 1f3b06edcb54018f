"""What was read is found again, byte for byte; what is damaged, or was read otherwise, is not."""

from __future__ import annotations

import dataclasses
import hashlib
import math
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import cache
from kg.cache import MAP_STAGE, Cache
from kg.model import Block, Citation, Document, Entity, Extraction, Quantity
from tests.parses import document, read
from tests.test_layers import MODULES, imports

SAID = read("The navy seized two tankers off Oman on Monday, the ministry said.", "2026-01-07")


def kept(folder: Path, said: Extraction = SAID) -> tuple[Cache, Path]:
    """A cache that holds what one document says, and the file that holds it."""
    store = Cache(folder, "salt")
    store.put(said.document, cache.pack(said))
    (path,) = (path for path in folder.rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG")
    return store, path


def test_an_extraction_is_found_again(tmp_path: Path) -> None:
    store, path = kept(tmp_path / "cache")
    assert repr(store.get(SAID.document)) == repr(SAID)
    assert path.parent.name == path.name[:2]
    assert len(SAID.claims) > 0


def test_an_article_that_was_moved_is_known_again(tmp_path: Path) -> None:
    store, _ = kept(tmp_path)
    moved = dataclasses.replace(SAID.document, source="elsewhere.txt", sha256="1" * 64, keep_text=True)
    found = store.get(moved)
    assert found == dataclasses.replace(SAID, document=moved)


OTHERWISE: dict[str, Any] = {
    "id": "other",
    "text": "The navy freed two tankers off Oman on Monday, the ministry said.",
    "blocks": (Block(0, 20),),
    "text_sha256": "2" * 64,
    "title": "Navy seizes tankers",
    "date": "2026-01-08",
    "publisher": "Gulf Wire",
    "url": "https://example.org/1",
    "language": "en-GB",
    "citations": (Citation(1, "Gulf Wire", (0, 3)),),
}


@pytest.mark.parametrize("name", list(OTHERWISE))
def test_another_document_is_not_found(tmp_path: Path, name: str) -> None:
    store, _ = kept(tmp_path)
    assert store.get(dataclasses.replace(SAID.document, **{name: OTHERWISE[name]})) is None


def test_every_field_that_extraction_sees_is_in_the_key() -> None:
    assert {f.name for f in dataclasses.fields(Document)} - set(OTHERWISE) == {"source", "sha256", "keep_text"}


def test_another_model_or_lexicon_finds_nothing(tmp_path: Path) -> None:
    kept(tmp_path)
    assert Cache(tmp_path, cache.salt("model", "lexicon")).get(SAID.document) is None
    salts = {cache.salt(*given) for given in [("a", "b"), ("b", "a"), ("a", "c"), ("c", "b")]}
    assert len(salts) == 4


def test_the_program_is_all_that_the_map_stage_imports() -> None:
    """So that no edit of a rule leaves old extractions in use."""
    reached, found = {"extract", "nlp", "cache"}, set[str]()
    while reached - found:
        module = sorted(reached - found)[0]
        found.add(module)
        inside = {name for name in MODULES if name == module or name.startswith(f"{module}.")}
        reached |= {name.split(".")[1] for one in inside for name in imports(MODULES[one]) if name.startswith("kg.") and name != "kg.__init__"}
    assert {name.removesuffix(".py") for name in MAP_STAGE} == found


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def fake(path: Path) -> None:
    """A right checksum over something else."""
    path.write_bytes(hashlib.sha256(b"x").digest() + b"x")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [truncate, flip, fake, folder, Path.unlink, lambda path: path.write_bytes(b"")])
def test_what_is_damaged_counts_as_absent(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    store, path = kept(tmp_path)
    damage(path)
    assert store.get(SAID.document) is None
    store.put(SAID.document, cache.pack(SAID))
    assert store.get(SAID.document) == (None if path.is_dir() else SAID)


def test_a_folder_that_cannot_be_written_loses_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Cache(tmp_path / "file" / "cache", "salt")
    store.put(SAID.document, cache.pack(SAID))
    assert store.get(SAID.document) is None


def test_without_a_folder_nothing_is_kept() -> None:
    store = Cache(None, "salt")
    store.put(SAID.document, cache.pack(SAID))
    store.prune([])
    assert store.get(SAID.document) is None


def test_pruning_leaves_what_was_used_and_what_is_not_the_cache_s(tmp_path: Path) -> None:
    store, path = kept(tmp_path)
    other = read("Voters in Lagos chose a new governor.")
    other = dataclasses.replace(other, document=dataclasses.replace(other.document, id="lagos"))
    store.put(other.document, cache.pack(other))
    half = path.with_name(f"{path.name}.4711")
    (tmp_path / "ab").mkdir(exist_ok=True)
    mine = [tmp_path / "notes.txt", tmp_path / "ab" / "notes.txt"]
    for file in (half, *mine):
        file.write_text("x")
    store.prune([SAID.document])
    assert store.get(SAID.document) == SAID
    assert store.get(other.document) is None
    assert not half.exists()
    assert all(file.exists() for file in mine)


def put_often(folder: Path) -> int:
    store = Cache(folder, "salt")
    for _ in range(50):
        store.put(SAID.document, cache.pack(SAID))
        if store.get(SAID.document) != SAID:
            return 1
    return 0


def test_several_processes_use_one_folder(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(put_often, [tmp_path] * 2)) == [0, 0]


UNUSUAL = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("🚢👩‍🚀\u202e\x00\ufffe"))


@given(UNUSUAL, st.floats(allow_nan=False), st.sampled_from([0.1 + 0.2, 1e308, -0.0, math.inf, 5e-324]))
def test_unusual_text_and_numbers_come_back_as_they_were(text: str, value: float, least: float) -> None:
    said = Extraction(document(text), entities=(Entity("e1", text, "Person", (text,)),), quantities=(Quantity("q1", (0, 1), value, text, min=least),))
    assert repr(cache.unpack(said.document, cache.pack(said))) == repr(said)
    assert Cache(None, "salt").key(said.document)
