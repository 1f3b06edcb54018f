"""Whatever a user gets wrong is told in one sentence, loses nothing, and is never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kg

Command = list[object]
GOOD = "Police arrested two men in Lyon on Monday. A court in Paris fined the company Danone.\n"


def missing_path(folder: Path) -> Command:
    return ["build", "nowhere.txt"]


def folder_without_articles(folder: Path) -> Command:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return ["build", "pictures"]


def only_an_empty_file(folder: Path) -> Command:
    (folder / "empty.txt").touch()
    return ["build", "empty.txt"]


def only_a_binary_file(folder: Path) -> Command:
    (folder / "program.txt").write_bytes(bytes(range(256)) * 20)
    return ["build", "program.txt"]


def broken_ontology(folder: Path) -> Command:
    (folder / "mine.ttl").write_text("@prefix kg: <https://w3id.org/newskg/ontology#> .\nkg:Raid a kg:EventType ; ]\n")
    return ["build", article(folder), "--ontology", "mine.ttl"]


def missing_ontology(folder: Path) -> Command:
    return ["build", article(folder), "--ontology", "nowhere.ttl"]


def broken_corrections(folder: Path) -> Command:
    (folder / "who.txt").write_text("# who is who\nsame Lyon Paris\n")
    return ["build", article(folder), "--corrections", "who.txt"]


def missing_metadata(folder: Path) -> Command:
    return ["build", article(folder), "--metadata", "nowhere.csv"]


def unknown_model(folder: Path) -> Command:
    return ["build", article(folder), "--model", "xx_no_such_model"]


def file_in_the_way(folder: Path) -> Command:
    (folder / "output").write_text("a file")
    return ["build", article(folder)]


def folder_of_something_else(folder: Path) -> Command:
    (folder / "output").mkdir()
    (folder / "output" / "thesis.docx").write_text("years of work")
    return ["build", article(folder)]


def bad_base_iri(folder: Path) -> Command:
    return ["build", article(folder), "--base-iri", "example.org"]


def bad_confidence(folder: Path) -> Command:
    return ["build", article(folder), "--min-confidence", "2"]


def nothing_to_build(folder: Path) -> Command:
    return ["build"]


def unknown_option(folder: Path) -> Command:
    return ["build", "--fast"]


def unknown_command(folder: Path) -> Command:
    return ["bulid", "seeds/"]


def query_where_nothing_was_built(folder: Path) -> Command:
    return ["query", folder, "SELECT * { ?s ?p ?o }"]


def verify_where_nothing_was_built(folder: Path) -> Command:
    return ["verify", "nowhere"]


def validate_where_nothing_was_built(folder: Path) -> Command:
    return ["validate", "nowhere"]


def view_where_nothing_was_built(folder: Path) -> Command:
    return ["view", "nowhere", "--no-open"]


def sample_where_nothing_was_built(folder: Path) -> Command:
    return ["sample", "nowhere"]


def add_where_nothing_was_built(folder: Path) -> Command:
    return ["add", "nowhere", article(folder)]


def remove_where_nothing_was_built(folder: Path) -> Command:
    return ["remove", "nowhere", "lyon"]


def no_workers(folder: Path) -> Command:
    return ["build", article(folder), "--workers", "0"]


def article(folder: Path) -> str:
    (folder / "lyon.txt").write_text(GOOD)
    return "lyon.txt"


MISTAKES: list[tuple[Callable[[Path], Command], str]] = [
    (missing_path, "nowhere.txt"),
    (folder_without_articles, "pictures"),
    (only_an_empty_file, "empty.txt"),
    (only_a_binary_file, "program.txt"),
    (broken_ontology, "mine.ttl"),
    (missing_ontology, "nowhere.ttl"),
    (broken_corrections, 'who.txt, line 2: same cannot be read; write it like this: same "Lin Wei" = "Wei Lin".'),
    (missing_metadata, "nowhere.csv"),
    (unknown_model, "xx_no_such_model"),
    (file_in_the_way, "output"),
    (folder_of_something_else, "thesis.docx"),
    (bad_base_iri, "example.org"),
    (bad_confidence, "--min-confidence"),
    (nothing_to_build, "PATH"),
    (unknown_option, "--fast"),
    (unknown_command, "bulid"),
    (query_where_nothing_was_built, "holds no graph"),
    (verify_where_nothing_was_built, "nowhere"),
    (validate_where_nothing_was_built, "nowhere"),
    (view_where_nothing_was_built, "nowhere"),
    (sample_where_nothing_was_built, "nowhere"),
    (add_where_nothing_was_built, "nowhere"),
    (remove_where_nothing_was_built, "nowhere"),
    (no_workers, "--workers"),
]


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("mistake", "named"), MISTAKES, ids=[mistake.__name__ for mistake, _ in MISTAKES])
def test_a_mistake_is_one_sentence(kg: Kg, tmp_path: Path, mistake: Callable[[Path], Command], named: str) -> None:
    command = mistake(tmp_path)
    before = content(tmp_path)
    done = kg(*command)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1
    assert named in done.stderr
    assert content(tmp_path) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (["SELECT ?s WHERE { ?s ?p"], "1"),
        (["INSERT DATA { <urn:a> <urn:b> <urn:c> }"], ""),
        (["-f", "no-such-query"], "no-such-query"),
        ([], "SPARQL"),
        (["ASK { ?s ?p ?o }", "--param", "nameless"], "nameless"),
    ],
)
def test_a_query_that_cannot_be_run_is_one_sentence(kg: Kg, seeds_build: Path, asked: list[str], named: str) -> None:
    done = kg("query", seeds_build, *asked)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1
    assert named in done.stderr


@pytest.mark.slow
def test_bad_articles_are_issues_and_the_good_one_is_built(kg: Kg, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    article(articles)
    (articles / "empty.txt").touch()
    (articles / "program.txt").write_bytes(bytes(range(256)) * 20)
    accents = "The bank Société Générale bought a rival in Orléans. Its chairman, Frédéric Béranger, announced the purchase in a café. " * 3
    (articles / "latin1.txt").write_bytes(accents.encode("latin-1"))
    done = kg("build", "articles", "--strict")
    assert done.returncode == 1, done.stderr
    assert {name for name in ("lyon", "empty", "program", "latin1") if f"{name}.txt" in done.stderr} == {"empty", "program", "latin1"}
    assert all(line.startswith("issue: ") for line in done.stderr.splitlines())
    assert "2 documents" in done.stdout
    assert "3 issues" in done.stdout
    assert kg("build", "articles").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 130)])
def test_an_interrupted_build_leaves_the_old_output_whole(tmp_path: Path, seeds_build: Path, sent: signal.Signals, code: int) -> None:
    output = tmp_path / "output"
    output.mkdir()
    for name in ("graph.ttl", "report.json"):
        (output / name).write_bytes((seeds_build / name).read_bytes())
    before = content(tmp_path)
    (tmp_path / "long.txt").write_text(GOOD * 20_000)
    build = subprocess.Popen(
        [sys.executable, "-m", "kg", "build", "long.txt", "-o", "output"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob(".output.*")):
        assert build.poll() is None, build.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.05)
    time.sleep(0.5)
    build.send_signal(sent)
    printed, told = build.communicate(timeout=60)
    assert build.returncode == code, told
    assert printed == ""
    assert told.strip() == "kg: Interrupted; nothing was changed."
    (tmp_path / "long.txt").unlink()
    assert content(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    command = f"{sys.executable} -m kg queries | head -n 1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_a_bug_is_one_line_and_shows_its_place_on_request(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import kg.resources\nkg.resources.ontology_dir = None\n")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    short = kg("queries", PYTHONPATH=path)
    assert short.returncode == 70
    assert "bug in newskg" in short.stderr
    assert short.stderr.count("\n") == 1
    assert "Traceback" in kg("queries", PYTHONPATH=path, KG_DEBUG="1").stderr
