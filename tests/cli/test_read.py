"""The commands that tell what a finished graph says, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.cli import read
from kg.views.conflicts import KINDS
from tests.conftest import Kg
from tests.graphs import NAMESAKES, OFTEN, graph


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return graph(tmp_path_factory.mktemp("read") / "output")


def test_the_kinds_are_those_of_the_view() -> None:
    assert read.KINDS == KINDS


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["show", "Ana Ruiz"], "• Ana Ruiz – president of – Peru"),
        (["timeline", "--from", "2025-06-02", "--to", "2025-06-02", "--quotes"], "“A fire destroyed a hospital in Lima on June 2, 2025,"),
        (["timeline", "--about", "ruiz"], "2025-05   asserted  Ana Ruiz visited Lima [1]"),
        (["conflicts"], "• Whether: Ardent Group – acquired – Nestlé"),
        (["sources", "--limit", "1"], "  A  D  A   2 : 1   Ardent Group – acquired – Nestlé"),
        (["explain", "Ruiz", "Peru"], "Ruiz and Peru are two:"),
        (["explain", "Ardent Group", "acquired", "Nestlé"], "stands only as a claim: it is stated and"),
    ],
)
def test_text_fits_the_terminal_and_json_has_the_same(kg: Kg, folder: Path, command: list[str], says: str) -> None:
    arguments = [command[0], folder, *command[1:]]
    done = kg(*arguments, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert says in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout == kg(*arguments, COLUMNS="80", PYTHONHASHSEED="7").stdout
    assert json.loads(kg(*(one for one in arguments if one != "--quotes"), "--format", "json").stdout)


def test_the_matrix_as_csv(kg: Kg, folder: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(kg("sources", folder, "--limit", "1", "--format", "csv").stdout))
    assert (row["courier"], row["gazette"], row["independent"]) == ("asserts", "denies", "2")


def test_the_timeline_and_the_conflicts_as_csv(kg: Kg, folder: Path) -> None:
    days = list(csv.DictReader(io.StringIO(kg("timeline", folder, "--format", "csv").stdout)))
    assert ("2025-05", "2025-05-01", "asserted", "no") in [(row["date"], row["first"], row["status"], row["differs"]) for row in days]
    sides = list(csv.DictReader(io.StringIO(kg("conflicts", folder, "--kind", "polarity", "--format", "csv").stdout)))
    assert [(row["answer"], row["document"]) for row in sides] == [("yes", "courier"), ("yes", "herald"), ("no", "gazette")]
    assert sides[0]["sentence"] == "Ardent Group acquired Nestle on Monday."


def test_the_one_in_all_the_news_is_shown_and_the_other_named(kg: Kg, tmp_path: Path) -> None:
    folder = graph(tmp_path / "output", OFTEN)
    done = kg("show", folder, "ruiz")
    assert done.returncode == 0
    assert done.stdout.startswith("Ana Ruiz\nperson, 4 mentions in 1 document")
    assert "The name may also mean: Carlos Ruiz (entity/carlos-ruiz); ask for one by what stands in brackets." in " ".join(done.stdout.split())
    assert [one["label"] for one in json.loads(kg("show", folder, "ruiz", "--format", "json").stdout)["namesakes"]] == ["Carlos Ruiz"]
    assert "may also mean" not in kg("show", folder, "entity/carlos-ruiz").stdout


def test_several_matches_are_listed(kg: Kg, tmp_path: Path) -> None:
    folder = graph(tmp_path / "output", NAMESAKES)
    done = kg("timeline", folder, "--about", "bank")
    assert done.returncode == 2
    assert "may mean 2 things; choose one of entity/bank-" in done.stderr
    done = kg("show", folder, "bank")
    assert done.returncode == 2
    assert done.stderr == "kg: 'bank' may mean 2 things; choose one of those listed.\n"
    assert "    “Thieves robbed a bank in Lima on Monday.” — courier\n" in done.stdout
    keys = [line for line in done.stdout.splitlines() if line.startswith("entity/")]
    assert len(keys) == 2
    assert kg("show", folder, keys[0]).returncode == 0
    assert len(json.loads(kg("show", folder, "bank", "--format", "json").stdout)["choices"]) == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "Anna Ruis"], "nobody and nothing called 'Anna Ruis'; the nearest names are Ana Ruiz, Paris."),
        (["timeline", "--from", "June"], "'June' is no day; write it as year, month and day, such as 2025-12-31."),
        (["timeline", "--from", "2025-02-30"], "'2025-02-30' is no day"),
        (["timeline", "--from", "2026-12-01", "--to", "2026-11-01"], "--from 2026-12-01 is after --to 2026-11-01; swap the two."),
        (["conflicts", "--kind", "colour"], "'colour' is not one of"),
        (["explain", "a", "b", "c", "d"], "Give one name, two names, or a name, a relation and a name."),
    ],
)
def test_a_mistake_is_told_in_one_sentence(kg: Kg, folder: Path, arguments: list[str], sentence: str) -> None:
    done = kg(arguments[0], folder, *arguments[1:])
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["show", "timeline", "conflicts", "sources", "explain"])
def test_a_folder_without_a_graph(kg: Kg, command: str) -> None:
    done = kg(command, "nowhere", *(["Ruiz"] if command in ("show", "explain") else []))
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds no graph" in done.stderr
