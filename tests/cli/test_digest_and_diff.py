"""``kg diff`` and ``kg digest`` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Kg


@pytest.mark.slow
def test_a_graph_and_its_turtle_file_tell_the_same(kg: Kg, seeds_build: Path) -> None:
    done = kg("diff", seeds_build / "graph.ttl", seeds_build)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing changed")


@pytest.mark.slow
def test_an_article_more_is_new(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text("Police arrested four men in Lyon.\n")
    (tmp_path / "b.txt").write_text("Norland sold the frigate Orca.\n")
    assert kg("build", "old", "-o", "one").returncode == 0
    assert kg("build", "old", "b.txt", "-o", "two").returncode == 0
    data = json.loads(kg("diff", "one", "two", "--format", "json").stdout)
    assert data["documents"] == {"added": ["b"], "removed": [], "revised": [], "redescribed": []}
    assert {one["place"] for one in data["new"]} == {"b"}
    assert "Norland sold the frigate Orca" in kg("diff", "one", "two").stdout


@pytest.mark.slow
@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_a_digest_in_every_format(kg: Kg, seeds_build: Path, form: str) -> None:
    done = kg("digest", seeds_build, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ignacio Ramonet" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["diff", "none", "none"], "holds no graph"),
        (["diff", "broken.ttl", "broken.ttl"], "is no Turtle file"),
        (["digest", "none"], "holds no graph"),
    ],
)
def test_a_mistake_is_one_sentence(kg: Kg, tmp_path: Path, arguments: list[str], told: str) -> None:
    (tmp_path / "broken.ttl").write_text("<a> <b> .")
    done = kg(*arguments)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
