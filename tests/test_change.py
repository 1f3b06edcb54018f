"""A graph that articles are added to and taken from is, byte for byte, the one that a build of the same articles gives."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import __version__, change, pipeline
from kg.change import Change, Revision
from kg.errors import InputError, OutputError
from kg.manifest import DEFAULT_OPTIONS, FILE, read_manifest
from kg.model import Issue
from kg.pipeline import Options, Running
from tests.conftest import run_kg

pytestmark = pytest.mark.slow
FLOOD = "The river Sava flooded the town of Brod on Monday. Two people died, the mayor said."
FLOOD_LATER = "The river Sava flooded the town of Brod on Monday. Three people died, the mayor said. The army sent boats."
COURT = "A court in Nairobi fined the airline Jambojet on Tuesday. The airline denied the charge."
VOTE = "Voters in Peru elected Ana Quispe president on Sunday, officials said."


def write(path: Path, text: str, **details: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    front = "".join(f"{name}: {value}\n" for name, value in details.items())
    path.write_text(f"---\n{front}---\n{text}\n" if front else f"{text}\n", encoding="utf-8")
    return str(path)


def graph(output: Path) -> tuple[bytes, ...]:
    report = json.loads((output / "report.json").read_text("utf-8"))
    del report["timings"]
    report["issues"] = sorted(map(str, report["issues"]))
    return (output / "graph.ttl").read_bytes(), (output / "graph.html").read_bytes(), json.dumps(report).encode()


def ids(changed: Change) -> list[str]:
    return [document["id"] for document in changed.report.documents]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Running:
    """A cache for all tests here, so that each text is parsed once."""
    return Running(cache=str(tmp_path_factory.mktemp("cache")))


def assert_as_built(output: Path, paths: Iterable[str], running: Running, options: Options = DEFAULT_OPTIONS) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        pipeline.build(sorted(paths), Path(scratch) / "full", options, running=running)
        assert graph(output) == graph(Path(scratch) / "full")


PATHS = ("a/port.txt", "b/port.txt", "a/court.txt", "vote.txt")
TEXTS = (FLOOD, COURT, FLOOD_LATER)
ADDED = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(TEXTS), min_size=1, max_size=3)
STEPS = st.lists(ADDED | st.integers(0, 3), min_size=3, max_size=5)


@settings(max_examples=4)
@given(ADDED, STEPS)
def test_any_sequence_gives_what_a_build_gives(shared: Running, first: dict[str, str], steps: list[dict[str, str] | int]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder, output = Path(scratch), Path(scratch) / "output"
        there = {write(folder / name, text) for name, text in first.items()}
        report = pipeline.build(sorted(there), output, running=shared)
        for step in steps:
            if isinstance(step, int) and len(there) == 1:
                continue
            if isinstance(step, int):
                document = report.documents[step % len(there)]
                report = change.remove(output, [document["id"]]).report
                there.remove(document["source"])
            else:
                came = {write(folder / name, text) for name, text in step.items()}
                report = change.add(output, sorted(came)).report
                there = {path for path in there if not any(replaces(new, path, there) for new in came)} | came
            assert {document["source"] for document in report.documents} == there
        assert_as_built(output, there, shared)


def replaces(new: str, old: str, there: set[str]) -> bool:
    """By the words of the documentation, for articles without a URL."""
    same = [path for path in there if Path(path).stem == Path(new).stem]
    return old in same and (len(same) == 1 or old == new)


def test_the_options_of_the_build_are_those_of_what_follows(tmp_path: Path, shared: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    names = tmp_path / "names.ttl"
    names.write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://w3id.org/newskg/name/jambo> a kg:GazetteerEntry ; kg:entityType "Organization" ; rdfs:label "Jambojet"@en .\n'
    )
    monkeypatch.chdir(tmp_path)
    options = Options((Path("names.ttl"),), base_iri="https://example.org/", min_confidence=0.4, embed_text=True)
    first, second = write(tmp_path / "vote.txt", VOTE), write(tmp_path / "court.txt", COURT)
    pipeline.build([first], Path("output"), options, running=shared)
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    change.add(tmp_path / "output", [second])
    assert_as_built(tmp_path / "output", [first, second], shared, Options((names,), options.model, options.base_iri, 0.4, True))


def record(**values: str) -> str:
    return json.dumps(values)


def revision(changed: Change) -> list[tuple[tuple[str, ...], str]]:
    return [(one.old, one.new) for one in changed.revised]


HERE, NEW = "https://example.org/1", "https://example.org/2"


@pytest.mark.parametrize(
    ("there", "came", "replaced", "left"),
    [
        ({"id": "x", "url": HERE}, {"id": "y", "url": HERE}, [(("x",), "y")], {"y"}),
        ({"id": "x"}, {"id": "x", "url": HERE}, [(("x",), "x")], {"x"}),
        ({"id": "x", "url": HERE}, {"id": "x"}, [(("x",), "x")], {"x"}),
        ({"id": "x"}, {"id": "y"}, [], {"x", "y"}),
        ({"id": "x", "url": HERE}, {"id": "x", "url": NEW}, [], {"x", "x-"}),
    ],
)
def test_what_is_a_newer_version(
    tmp_path: Path, shared: Running, there: dict[str, str], came: dict[str, str], replaced: object, left: set[str]
) -> None:
    for name, article, text in (("old", there, FLOOD), ("new", came, FLOOD_LATER)):
        (tmp_path / f"{name}.jsonl").write_text(record(**article, text=text))
    pipeline.build([str(tmp_path / "old.jsonl")], tmp_path / "output", running=shared)
    changed = change.add(tmp_path / "output", [str(tmp_path / "new.jsonl")])
    assert revision(changed) == replaced
    assert {name[:2] for name in ids(changed)} == left
    assert len(changed.added) == (not replaced)


def test_a_newer_version_tells_its_claims(tmp_path: Path, shared: Running) -> None:
    flood = write(tmp_path / "flood.txt", FLOOD)
    pipeline.build([flood], tmp_path / "output", running=shared)
    assert change.add(tmp_path / "output", [flood]).revised == (Revision(("flood",), "flood", 0, 0),)
    write(tmp_path / "flood.txt", FLOOD_LATER)
    (revised,) = change.add(tmp_path / "output", [flood]).revised
    assert revised.claimed > revised.withdrawn > 0
    assert_as_built(tmp_path / "output", [flood], shared)


def test_what_a_table_gave_and_a_newer_version_has_not_is_told(tmp_path: Path, shared: Running) -> None:
    flood = write(tmp_path / "flood.txt", FLOOD)
    table = tmp_path / "table.csv"
    table.write_text("file,title,date\nflood.txt,The flood,2026-01-02\nother.txt,Another,2026-01-03\n", encoding="utf-8")
    pipeline.build([flood], tmp_path / "output", metadata=table, running=shared)
    changed = change.add(tmp_path / "output", [flood], table)
    assert (changed.revised[0].lost, changed.report.issues) == ((), (Issue(str(table), "1 of its files were not read: other.txt"),))
    (revised,) = change.add(tmp_path / "output", [flood]).revised
    assert revised.lost == ("title", "date")


def test_who_is_left_may_get_the_plain_id(tmp_path: Path, shared: Running) -> None:
    paths = [write(tmp_path / name / "story.txt", text) for name, text in (("a", FLOOD), ("b", COURT))]
    report = pipeline.build(paths, tmp_path / "output", running=shared)
    plain, hashed = (document["id"] for document in report.documents)
    assert plain == "story"
    changed = change.remove(tmp_path / "output", [plain])
    assert (changed.removed, changed.renamed, ids(changed)) == (("story",), ((hashed, "story"),), ["story"])
    assert not changed.report.issues


def test_issues_follow_their_articles(tmp_path: Path, shared: Running) -> None:
    flood, foreign = write(tmp_path / "flood.txt", FLOOD), write(tmp_path / "foreign.txt", "Der Fluss trat über die Ufer. " * 9)
    empty = tmp_path / "empty.txt"
    empty.touch()
    paths = [flood, foreign, str(empty)]
    pipeline.build(paths, tmp_path / "output", running=shared)
    assert {Path(issue.file).name for issue in change.remove(tmp_path / "output", ["foreign"]).report.issues} == {"empty.txt"}
    write(empty, COURT)
    assert change.add(tmp_path / "output", [str(empty)]).report.issues == ()
    assert_as_built(tmp_path / "output", [flood, str(empty)], shared)


@pytest.fixture
def built(tmp_path: Path, shared: Running) -> Path:
    pipeline.build([write(tmp_path / "flood.txt", FLOOD), write(tmp_path / "court.txt", COURT)], tmp_path / "output", running=shared)
    return tmp_path / "output"


def older_version(output: Path) -> None:
    data = (output / FILE).read_bytes()
    (output / FILE).write_bytes(data.replace(__version__.encode(), b"0.0.1"))


def half_written(output: Path) -> None:
    (output / FILE).write_bytes((output / FILE).read_bytes()[:-9])


def of_before(output: Path) -> None:
    (output / FILE).unlink()


@pytest.mark.parametrize(("spoil", "word"), [(older_version, "0.0.1"), (half_written, "damaged"), (of_before, "kg build")])
def test_a_build_that_cannot_be_gone_on_from(built: Path, spoil: Callable[[Path], None], word: str) -> None:
    spoil(built)
    with pytest.raises(OutputError, match=word):
        change.remove(built, ["flood"])


def test_mistakes_change_nothing(built: Path, tmp_path: Path) -> None:
    before = graph(built)
    with pytest.raises(InputError, match=r'no document "flod"; did you mean flood\?'):
        change.remove(built, ["court", "flod"])
    with pytest.raises(InputError, match=r"no document \"xyzzy\"; it has court, flood\."):
        change.remove(built, ["xyzzy"])
    with pytest.raises(InputError, match="would leave no document"):
        change.remove(built, ["court", "flood"])
    (tmp_path / "empty.txt").touch()
    with pytest.raises(InputError, match=r"empty\.txt"):
        change.add(built, [str(tmp_path / "empty.txt")])
    assert graph(built) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["court.txt", "empty.txt", "flood.txt", "output"]


def test_two_commands_at_once_lose_nothing(built: Path, tmp_path: Path) -> None:
    vote = write(tmp_path / "vote.txt", VOTE)

    def meanwhile(done: int, total: int) -> None:
        if done == total == 3:
            assert run_kg("remove", "output", "court", cwd=tmp_path).returncode == 0

    with pytest.raises(OutputError, match="try again"):
        change.add(built, [vote], running=Running(progress=meanwhile))
    assert {article.id for article in read_manifest(built).articles} == {"flood"}
