"""Output is whole or absent."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.staging import MARKER, recover, staged
from tests.conftest import ROOT

OWNED = frozenset({MARKER, "graph.ttl", "texts"})


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)


def content(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_folder_appears_with_its_parents(tmp_path: Path) -> None:
    with staged(tmp_path / "a" / "out", OWNED) as folder:
        assert not (tmp_path / "a" / "out").exists()
        write(folder, graph_ttl="new", report_json="{}")
    assert content(tmp_path) == {"a/out/graph.ttl": "new", "a/out/report.json": "{}"}


def test_an_old_build_is_replaced_and_what_the_user_put_there_stays(tmp_path: Path) -> None:
    output = tmp_path / "out"
    (output / "texts").mkdir(parents=True)
    write(output, graph_ttl="old", report_json="{}", notes_txt="mine", **{"texts/a_txt": "stale"})
    with staged(output, OWNED) as folder:
        write(folder, graph_ttl="new", report_json="{}")
    assert content(tmp_path) == {"out/graph.ttl": "new", "out/report.json": "{}", "out/notes.txt": "mine"}


def test_what_an_unfinished_build_left_is_no_obstacle_and_stays(tmp_path: Path) -> None:
    output = tmp_path / "out"
    (output / "cache").mkdir(parents=True)
    write(output, **{"cache/entry": "kept"})
    for text in ("first", "second"):
        with staged(output, OWNED, frozenset({"cache"})) as folder:
            write(folder, graph_ttl=text, report_json="{}")
        assert content(output) == {"cache/entry": "kept", "graph.ttl": text, "report.json": "{}"}


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_after_a_failure_the_old_build_is_whole(tmp_path: Path, failure: type[BaseException]) -> None:
    output = tmp_path / "out"
    output.mkdir()
    write(output, graph_ttl="old", report_json="{}")

    def fail() -> None:
        with staged(output, OWNED) as folder:
            write(folder, graph_ttl="half")
            raise failure

    with pytest.raises(failure):
        fail()
    assert content(tmp_path) == {"out/graph.ttl": "old", "out/report.json": "{}"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with staged(tmp_path / "link", OWNED) as folder:
        write(folder, graph_ttl="new")
    assert (tmp_path / "link").is_symlink()
    assert content(tmp_path / "real") == {"graph.ttl": "new"}


def test_an_empty_folder_and_one_with_hidden_files_are_taken(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    with staged(tmp_path, OWNED) as folder:
        write(folder, graph_ttl="new")
    assert content(tmp_path) == {".gitkeep": "", "graph.ttl": "new"}


#: Writes a build over an old one, and is killed before its n-th step on the file system.
KILLED = """
import os, signal, sys
from pathlib import Path
import kg.staging
left = int(sys.argv[2])

def step(event, arguments):
    global left
    if event.startswith(("os.", "shutil.", "ctypes.", "open")):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[3] == "renames":
    kg.staging._exchanged = lambda one, other: False
with kg.staging.staged(Path(sys.argv[1]), frozenset({"graph.ttl", "report.json", "texts"}), frozenset({"cache"})) as folder:
    sys.addaudithook(step)
    for name in ("graph.ttl", "report.json"):
        (folder / name).write_text("new")
"""
OLD = {"out/cache/entry": "kept", "out/graph.ttl": "old", "out/notes.txt": "mine", "out/report.json": "old", "out/texts/a.txt": "old"}
NEW = {"out/cache/entry": "kept", "out/graph.ttl": "new", "out/notes.txt": "mine", "out/report.json": "new"}


@pytest.mark.skipif(sys.platform != "linux", reason="kills processes at each step of the file system of Linux")
@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_whenever_it_is_killed_the_old_or_the_new_is_whole(tmp_path: Path, way: str) -> None:
    seen = set()
    for step in count(1):
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        for name, text in OLD.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text)
        (tmp_path / "out" / ".graph.ttl.7").write_text("half written")
        done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "out"), str(step), way], cwd=ROOT, timeout=60, check=False)
        graph = [content(tmp_path).get(f"out/{name}") for name in ("graph.ttl", "report.json", "texts/a.txt")]
        seen.add(tuple(graph))
        assert graph in [["old"] * 3, ["new", "new", None]] or (way == "renames" and graph == [None] * 3)
        recover(tmp_path / "out", OWNED, frozenset({"cache"}))
        assert {**content(tmp_path), "out/.graph.ttl.7": ""} in [{**OLD, "out/.graph.ttl.7": ""}, {**NEW, "out/.graph.ttl.7": ""}]
        if not done.returncode:
            break
        assert done.returncode == -signal.SIGKILL
    assert step > 10
    assert {("old", "old", "old"), ("new", "new", None)} <= seen


def test_what_a_living_process_writes_is_left_alone(tmp_path: Path) -> None:
    with staged(tmp_path / "out", OWNED) as folder:
        write(folder, graph_ttl="new")
        recover(tmp_path / "out", OWNED)
        assert content(folder) == {"graph.ttl": "new"}
    assert content(tmp_path) == {"out/graph.ttl": "new"}


def test_what_a_dead_process_left_overwrites_nothing_of_the_user(tmp_path: Path) -> None:
    for name, text in {".out.1.new/notes.txt": "older", ".out.1.new/graph.ttl": "", "out/notes.txt": "mine", ".out.x/notes.txt": ""}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    recover(tmp_path / "out", OWNED)
    assert set(content(tmp_path)) == {".out.1.new/notes.txt", ".out.1.new/graph.ttl", "out/notes.txt", ".out.x/notes.txt"}


def _file(path: Path) -> Path:
    path.write_text("a file")
    return path


def _foreign_folder(path: Path) -> Path:
    path.mkdir()
    write(path, thesis_docx="years of work")
    return path


def _below_a_file(path: Path) -> Path:
    return _file(path) / "out"


@pytest.mark.parametrize(("make", "word"), [(_file, "is a file"), (_foreign_folder, "thesis.docx"), (_below_a_file, "cannot be written")])
def test_what_is_no_build_is_not_replaced(tmp_path: Path, make: object, word: str) -> None:
    assert callable(make)
    output = make(tmp_path / "taken")
    before = content(tmp_path)
    with pytest.raises(OutputError, match=word), staged(output, OWNED):
        pytest.fail("nothing may be computed for a place that cannot be written")
    assert content(tmp_path) == before
