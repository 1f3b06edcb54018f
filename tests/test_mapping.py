"""Documents read in several processes, by the real parser: the same bytes, whoever is killed or interrupted."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import mapping, nlp, pipeline
from kg.cache import Cache
from kg.extract import extract
from kg.lexicon import Lexicon, load_lexicon
from kg.mapping import Reader, map_documents
from kg.model import Document, Extraction
from kg.parse import Parse
from kg.pipeline import Running
from kg.read import document_from_text
from kg.report import Stopwatch
from tests.conftest import ROOT

pytestmark = pytest.mark.slow
SENTENCE = "Police in Lyon arrested two men on Monday. The mayor, Claire Petit, said that the arrests were justified. "


def built(output: Path) -> list[bytes]:
    return [(output / name).read_bytes() for name in ("graph.ttl", "graph.html")]


def test_two_workers_write_the_same_bytes(tmp_path: Path, seeds_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done: list[tuple[int, int]] = []
    report = pipeline.build(["seeds"], tmp_path / "out", running=Running(2, progress=lambda *step: done.append(step)))
    assert report.timings["workers"] == 2
    assert done == [(number, 5) for number in range(1, 6)]
    assert built(tmp_path / "out") == built(seeds_build)
    again = pipeline.build(["seeds"], tmp_path / "out", running=Running(2))
    assert (again.timings["reused"], again.timings["workers"]) == (5, 1), "the workers filled the cache"


def _held() -> int:
    """How many extractions there are in memory."""
    gc.collect()
    return sum(isinstance(held, Extraction) for held in gc.get_objects())


def test_what_documents_say_stays_packed_until_all_are_read(tmp_path: Path) -> None:
    """And an entry of the cache that is damaged or gone by then is made again."""
    model, lexicon = nlp.find(), load_lexicon()
    documents = [document_from_text(f"d{number}", SENTENCE * (number + 1)) for number in range(3)]
    found: list[list[Extraction]] = []
    others = _held()  # kept by other tests of this process
    for folder in (tmp_path / "cache", None):
        mapped = map_documents(documents, Reader(model, lexicon, Cache(folder, "salt")), 1, lambda done, total: None, Stopwatch())
        assert set(mapped._packed) == (set() if folder else {"d0", "d1", "d2"})
        assert _held() - others == sum(len(one) for one in found)
        damaged, gone = [path for path in tmp_path.rglob("cache/*/*") if path.is_file()][:2]
        damaged.write_bytes(b"x")
        gone.unlink(missing_ok=True)
        found.append(list(mapped.extractions()))
        assert [said.document.id for said in found[-1]] == ["d0", "d1", "d2"]
    assert repr(found[0]) == repr(found[1])
    assert found[0][2].claims


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, seeds_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    killed: list[int] = []

    def kill(done: int, total: int) -> None:
        if not killed:
            killed.extend(child.pid or 0 for child in multiprocessing.active_children())
            for pid in killed:
                os.kill(pid, signal.SIGKILL)

    report = pipeline.build(["seeds"], tmp_path / "out", running=Running(2, cache="", progress=kill))
    assert len(killed) == 2
    assert not report.issues
    assert built(tmp_path / "out") == built(seeds_build)


def test_an_article_at_which_the_rules_fail_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("good", "bad"):
        (tmp_path / f"{name}.txt").write_text(f"{SENTENCE} The {name} end.")

    def failing(document: Document, parse: Parse, lexicon: Lexicon) -> Extraction:
        parse = parse if document.id == "good" else Parse(words=["lost"])
        said: Extraction = extract(document, parse, lexicon)
        return said

    monkeypatch.setattr(mapping, "extract", failing)
    report = pipeline.build([str(tmp_path)], tmp_path / "out")
    assert [document["id"] for document in report.documents] == ["good"]
    (issue,) = report.issues
    assert issue.file.endswith("bad.txt")
    assert issue.reason.startswith('"bad" was left out: this is a bug in newskg (')
    monkeypatch.undo()
    assert pipeline.build([str(tmp_path)], tmp_path / "out").timings["reused"] == 1, "the failure is not kept"


def test_few_articles_are_read_in_one_process(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(SENTENCE)
    report = pipeline.build([str(tmp_path)], tmp_path / "out", running=Running(workers=None))
    assert report.timings["workers"] == 1


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()] if found.exists() else []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the processes")
def test_an_interrupted_build_ends_its_workers_and_goes_on_later(tmp_path: Path) -> None:
    """The signal goes to the whole group of processes, as Ctrl-C at a terminal does."""
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(SENTENCE * 10)
    command = [sys.executable, "-m", "kg", "build", *(f"{number}.txt" for number in range(20)), "--workers", "2"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    build = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("output/cache/*/*")):
        assert build.poll() is None, build.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)
    deadline = time.monotonic() + 60
    workers = children(build.pid)
    assert len(workers) >= 2
    os.killpg(build.pid, signal.SIGINT)
    _, told = build.communicate(timeout=60)
    assert build.returncode == 130, told
    assert told.strip() == "kg: Interrupted; nothing was changed."
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert [path.name for path in (tmp_path / "output").iterdir()] == ["cache"]
    report = pipeline.build([str(tmp_path)], tmp_path / "output")
    assert 0 < report.timings["reused"] < 20 == report.counts["documents"]
