"""The embedded store: made from the file, swapped in whole, opened by many."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from benchmarks.synthetic import extractions
from kg import store
from kg.errors import OutputError
from kg.export import turtle
from kg.rdf import quads
from kg.resolve import resolve
from kg.vocab import KG, RDF
from tests.parses import lexicon
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


def written(folder: Path, subjects: dict[str, str]) -> Path:
    """A folder with a Turtle file such as a build writes."""
    folder.mkdir(parents=True)
    text = "".join(f"<urn:{subject}> {said} .\n" for subject, said in sorted(subjects.items()))
    (folder / "graph.ttl").write_text(f"@prefix x: <urn:x:> .\n{text}")
    return folder


def held(folder: Path) -> set[Quad]:
    return set(store.open_store(folder).quads_for_pattern(None, None, None, None))


def loaded(folder: Path) -> set[Quad]:
    """What a store that is loaded from the file holds."""
    fresh = Store()
    fresh.bulk_load(path=folder / "graph.ttl", format=RdfFormat.TURTLE)
    return set(fresh)


def renewed(folder: Path, before: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the store was made from the older one. It has to hold what its file holds."""
    calls: list[Path] = []
    build = store.build

    def counted(graph: Path, place: Path) -> None:
        calls.append(graph)
        build(graph, place)

    with monkeypatch.context() as patch:
        patch.setattr(store, "build", counted)
        store.renew(folder / "graph.ttl", folder / "store", before)
    assert held(folder) == loaded(folder)
    return not calls


#: Much that does not change, so that what does is little.
REST = {f"rest{n}": 'x:says "the same"' for n in range(99)}
SAYINGS = (
    'a x:Thing ;\n\tx:says "one" , "a line \\n .\\n"',
    "x:share 0.50 , 0.5",
    "x:share 0.50",
    "x:share 0.5 , 1.0 ;\n\tx:is <urn:b>",
)


def test_the_store_of_a_graph_that_follows_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(1)
    before = written(tmp_path / "0", REST)
    assert not renewed(before, tmp_path / "nowhere", monkeypatch)
    for turn in range(1, 40):
        there = {name: random.choice(SAYINGS) for name in "abcd" if random.random() < 0.6}
        after = written(tmp_path / str(turn), REST | there)
        assert renewed(after, before, monkeypatch)
        assert held(before) == loaded(before)
        shutil.rmtree(before)
        before = after


@pytest.mark.parametrize("seed", range(3))
def test_the_stores_of_articles_that_come_and_go(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of few names, so that one more changes what others tell of."""
    random = Random(seed)
    articles = extractions(90, lexicon(), seed)
    there, before, changed = set(range(60)), tmp_path / "none", 0
    for turn in range(5):
        folder = tmp_path / str(turn)
        folder.mkdir()
        turtle.write(quads(resolve([articles[n] for n in there], lexicon()), lexicon(), RUN), folder / "graph.ttl")
        changed += renewed(folder, before, monkeypatch)
        there ^= set(random.sample(range(90), random.choice((1, 1, 3))))
        before = folder
    assert changed > 1


def written_to(folder: Path) -> None:
    Store(folder / "store").update("DELETE WHERE { <urn:rest1> ?p ?o }")


def other_graph(folder: Path) -> None:
    with (folder / "graph.ttl").open("a") as file:
        file.write("<urn:z> x:says 1 .\n")


def other_prefixes(folder: Path) -> None:
    (folder / "graph.ttl").write_text((folder / "graph.ttl").read_text().replace("@prefix x: <urn:x:>", "@prefix x: <urn:y:>"))
    shutil.rmtree(folder / "store")
    store.build(folder / "graph.ttl", folder / "store")


def damaged(folder: Path) -> None:
    for entry in (folder / "store").glob("*.sst"):
        entry.write_bytes(b"rubbish")


def unsigned(folder: Path) -> None:
    (folder / "store" / "graph.sha256").unlink()


def without_a_graph(folder: Path) -> None:
    (folder / "graph.ttl").unlink()


def little_in_common(folder: Path) -> None:
    shutil.rmtree(folder)
    written(folder, {"rest1": "x:says 2"})
    store.build(folder / "graph.ttl", folder / "store")


@pytest.mark.parametrize("spoil", [written_to, other_graph, other_prefixes, damaged, unsigned, without_a_graph, little_in_common])
def test_an_older_store_that_is_of_no_use(tmp_path: Path, spoil: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = written(tmp_path / "before", REST), written(tmp_path / "after", REST | {"a": SAYINGS[0]})
    store.build(before / "graph.ttl", before / "store")
    spoil(before)
    assert not renewed(after, before, monkeypatch)
