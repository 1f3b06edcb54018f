"""What ``kg build`` prints, on a terminal and in a pipe."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.build import Pace
from tests.conftest import ROOT, Kg

pytestmark = pytest.mark.slow
ARTICLE = "Police in Lyon arrested two men on Monday. The mayor, Claire Petit, said that the arrests were justified.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "lyon.txt").write_text(ARTICLE)
    (folder / "empty.txt").touch()
    return folder


def test_the_summary_in_a_pipe(kg: Kg, articles: Path) -> None:
    done = kg("build", articles, "-o", "my graph")
    counts, undated, written, *commands = done.stdout.splitlines()
    words = counts.replace(",", "").split()
    assert words[1::2] == ["document", "entities", "events", "claims", "conflicts", "issue"]
    assert words[0] == "1"
    assert words[-2] == "1"
    assert undated == 'the article has no publishing date, so that "on Monday" has no day there: give one with --metadata (docs/input.md)'
    assert "my graph/graph.ttl" in written
    assert commands == ["Next:", "  kg view 'my graph/'", "  kg query 'my graph/' -f who-said-what"]
    (issue,) = done.stderr.splitlines()
    assert issue.startswith("issue: ")
    assert "empty.txt" in issue


@pytest.mark.parametrize(
    ("dated", "told"), [([], "2 of 2 articles have no"), (["lyon"], "1 of 2 articles has no"), (["lyon", "nyt_2016-09-08_paris"], None)]
)
def test_articles_without_a_date_are_counted(kg: Kg, tmp_path: Path, dated: list[str], told: str | None) -> None:
    """The date in a file's name is no publishing date."""
    for name in ("lyon", "nyt_2016-09-08_paris"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE)
    (tmp_path / "dates.csv").write_text("file,date\n" + "".join(f"{name}.txt,2016-09-08\n" for name in dated))
    done = kg("build", "lyon.txt", "nyt_2016-09-08_paris.txt", "--metadata", "dates.csv")
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if "publishing date" in line]
    assert [line.partition(" publishing")[0] for line in lines] == ([told] if told else [])


def test_quiet_tells_issues_only(kg: Kg, articles: Path) -> None:
    done = kg("build", articles, "--quiet")
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


def test_standard_input_is_an_article(kg: Kg) -> None:
    done = kg("build", "-", stdin=ARTICLE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 document, ")
    assert done.stderr == ""


def test_the_commands_that_the_summary_names_work(kg: Kg, articles: Path) -> None:
    assert kg("build", articles).returncode == 0
    assert kg("view", "output/", "--no-open").returncode == 0
    assert kg("query", "output/", "-f", "who-struck-whom").returncode == 0


def test_a_progress_bar_on_a_terminal(articles: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kg", "build", str(articles)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, stderr=theirs, stdout=subprocess.PIPE, timeout=120, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "Reading" in shown
    assert "1/1" in shown
    assert b"Reading" not in done.stdout


def test_the_pace_leaves_out_what_was_known() -> None:
    times = iter([100.0, 100.0, 110.0, 120.0, 130.0])
    pace = Pace(lambda: next(times))
    told = [pace.told(done, 20_000) for done in (9_000, 9_000, 9_100, 9_300, 19_990)]
    assert told == ["", "", "10.0 documents a second, 18:10 left", "15.0 documents a second, 11:53 left", "366.3 documents a second, 00:00 left"]
    assert Pace(iter([0.0, 1.0]).__next__).told(0, 9) == ""


def test_the_event_type_of_the_readme_works(kg: Kg, tmp_path: Path) -> None:
    (block,) = re.findall(r"```turtle\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "poaching.ttl").write_text(block)
    (tmp_path / "kenya.txt").write_text("In 2025, two gangs poached elephants.\n")
    assert kg("build", "kenya.txt", "--ontology", "poaching.ttl").returncode == 0
    found = kg("query", "output", "SELECT ?who ?what { [] a kg:Poaching ; kg:agent/rdfs:label ?who ; kg:patient/rdfs:label ?what }")
    assert found.stdout.splitlines() == ["who,what", "two gangs,elephants"]


def test_corrections_are_applied_recorded_and_told(kg: Kg, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "who.txt").write_text("rename Claire Petit to Claire Petit-Blanc\ndrop Claire Pettit\n")
    assert kg("build", articles, "-o", "plain").returncode == 0
    done = kg("build", articles, "-o", "mended", "--corrections", "who.txt", "--strict")
    assert done.returncode == 1
    assert 'who.txt (line 2): no article names "Claire Pettit"; did you mean Claire Petit?' in done.stderr
    plain, mended = ((tmp_path / folder / "graph.ttl").read_text(encoding="utf-8") for folder in ("plain", "mended"))
    assert 'rdfs:label "Claire Petit-Blanc"' in mended
    assert "<urn:newskg:entity/claire-petit>" in mended
    assert 'kg:correction "1: rename Claire Petit to Claire Petit-Blanc"' in mended
    configurations = {line for text in (plain, mended) for line in text.splitlines() if "kg:configuration" in line}
    assert len(configurations) == 2
    assert kg("validate", "mended").returncode == 0
