"""Asking a finished graph: ``kg query``, ``kg queries``, ``kg sample``, ``kg view``, and the two checks."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg import query
from kg.cli import ask
from tests.conftest import ROOT, Kg

PEOPLE = "SELECT ?name { ?who a schema:Person ; rdfs:label ?name } ORDER BY ?name"


def test_the_formats_are_those_of_the_library() -> None:
    assert ask.FORMATS == query.FORMATS


def test_every_saved_query_is_listed_on_one_line(kg: Kg) -> None:
    listed = kg("queries").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [saved.name for saved in query.saved_queries()]
    assert all(len(line.split()) > 3 for line in listed)


@pytest.mark.slow
@pytest.mark.parametrize("name", [saved.name for saved in query.saved_queries()])
def test_every_saved_query_runs(kg: Kg, seeds_build: Path, name: str) -> None:
    done = kg("query", seeds_build, "-f", name)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.slow
def test_a_pipe_gets_csv(kg: Kg, seeds_build: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(kg("query", seeds_build, PEOPLE).stdout)))
    assert {"name": "Nicolás Maduro"} in rows
    assert rows == sorted(rows, key=lambda row: row["name"])


@pytest.mark.slow
def test_formats_on_request(kg: Kg, seeds_build: Path) -> None:
    bindings = json.loads(kg("query", seeds_build, PEOPLE, "--format", "json").stdout)["results"]["bindings"]
    assert "Nicolás Maduro" in {binding["name"]["value"] for binding in bindings}
    assert kg("query", seeds_build, PEOPLE, "--format", "tsv").stdout.startswith("?name\n")
    assert "Nicolás Maduro\n" in kg("query", seeds_build, PEOPLE, "--format", "table").stdout
    graph = kg("query", seeds_build, "CONSTRUCT { ?who a schema:Person } { ?who a schema:Person }")
    assert "a schema:Person" in graph.stdout


@pytest.mark.slow
def test_a_table_in_a_pipe_is_cut_only_where_its_width_is_told(kg: Kg, seeds_build: Path) -> None:
    arguments = ("query", seeds_build, "-f", "who-said-what", "--format", "table")
    assert "…" not in kg(*arguments, COLUMNS="").stdout.splitlines()[2]
    assert max(map(len, kg(*arguments, COLUMNS="80").stdout.splitlines())) <= 80


@pytest.mark.slow
def test_a_terminal_gets_a_table(seeds_build: Path) -> None:
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    subprocess.run([sys.executable, "-m", "kg", "query", seeds_build, PEOPLE], env=environment, stdout=theirs, timeout=60, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode().splitlines()
    os.close(ours)
    assert shown[0].strip() == "name"
    assert set(shown[1].strip()) == {"-"}


@pytest.mark.slow
def test_a_sample_is_the_same_for_the_same_seed(kg: Kg, seeds_build: Path) -> None:
    first, again, other = (kg("sample", seeds_build, "-n", 5, "--seed", seed, "--format", "json").stdout for seed in (1, 1, 2))
    assert len(json.loads(first)) == 5
    assert first == again != other
    read = kg("sample", seeds_build, "-n", 5, "--seed", 1).stdout
    sentences = [claim["sentence"] for claim in json.loads(first)]
    assert all(query.plain(sentence) in read for sentence in sentences)


@pytest.mark.slow
def test_the_page_is_written_anew(kg: Kg, seeds_build: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_build, tmp_path / "copy")
    page = tmp_path / "copy" / "graph.html"
    page.unlink()
    done = kg("view", "copy", "--no-open")
    assert done.returncode == 0, done.stderr
    assert page.read_bytes() == (seeds_build / "graph.html").read_bytes()


@pytest.mark.slow
def test_the_sample_articles_pass_both_checks(kg: Kg, tmp_path: Path, seeds_build: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for command in ("verify", "validate"):
        done = kg(command, seeds_build)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.count("\n") == 1


@pytest.mark.slow
def test_a_changed_source_is_found(kg: Kg, tmp_path: Path, seeds_build: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    changed = tmp_path / "seeds" / "tankers.txt"
    changed.write_text(changed.read_text().replace("piracy", "robbery"))
    done = kg("verify", seeds_build)
    assert done.returncode == 1
    assert "tankers" in done.stdout
