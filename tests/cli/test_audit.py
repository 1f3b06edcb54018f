"""``kg audit`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kg, run_kg

ARTICLE = "---\ntitle: Four held in Lyon\npublisher: Sample Wire\n---\n\nPolice arrested four men in Lyon on Monday.\n"
DIGEST = "Police arrested nine men in Lyon on Monday [1].\n\n## Sources\n\n[1] Sample Wire: Four held in Lyon\n"


@pytest.mark.slow
def test_an_altered_number_fails_a_strict_audit(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(ARTICLE)
    (tmp_path / "digest.md").write_text(DIGEST)
    done = kg("audit", "digest.md", "article.md", "--strict")
    assert done.returncode == 1, done.stderr
    assert "ALTERED NUMBER" in done.stdout
    assert kg("audit", "digest.md", "article.md").returncode == 0


@pytest.mark.slow
def test_a_built_graph_stands_for_its_articles(seeds_build: Path) -> None:
    over_files = run_kg("audit", "seeds/weekly-digest.md", "seeds", "--format", "json", cwd=ROOT)
    done = run_kg("audit", "seeds/weekly-digest.md", seeds_build, "--format", "json", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    verdicts = json.loads(done.stdout)["verdicts"]
    assert verdicts == json.loads(over_files.stdout)["verdicts"]
    assert verdicts["supported"] >= 14  # of 23: what is put together from several sentences is left to the reader
    assert verdicts.get("not found", 0) <= 5


@pytest.mark.slow
@pytest.mark.parametrize("behind", ["[article]\n", "[1]\n\nSources\n[1] article\n"])
def test_a_sentence_is_enough(kg: Kg, tmp_path: Path, behind: str) -> None:
    (tmp_path / "article.md").write_text(ARTICLE)
    (tmp_path / "other.md").write_text("---\ntitle: Rain\n---\n\nRain fell in Bern on Monday.\n")
    (tmp_path / "digest.md").write_text(f"Police arrested four men in Lyon. {behind}")
    done = kg("audit", "digest.md", "article.md", "other.md", "--format", "json", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    first = json.loads(done.stdout)["sentences"][0]
    assert (first["sentence"], first["verdict"], first["citations"]) == ("Police arrested four men in Lyon.", "supported", [1])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["none.md", "article.md"], "none.md"), (["folder", "article.md"], "a digest is one article"), (["article.md", "article.md"], "No article")],
)
def test_a_mistake_is_one_sentence(kg: Kg, tmp_path: Path, arguments: list[str], told: str) -> None:
    (tmp_path / "article.md").write_text(ARTICLE)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.md").write_text(DIGEST)
    done = kg("audit", *arguments)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
