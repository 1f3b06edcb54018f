"""newskg as a Python library."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.errors import InputError

ROOT = Path(__file__).resolve().parents[1]
extract: Any = kg.extract  # a package that can be called, which type checkers do not believe
TEXT = "Police in Lyon arrested two bankers on Thursday, the mayor said."


@pytest.mark.slow
def test_extract_gives_what_the_command_prints() -> None:
    given = json.dumps({"id": "a", "text": TEXT, "date": "2026-01-02"})
    printed = subprocess.run([sys.executable, "-m", "kg", "extract", "-"], input=given, capture_output=True, text=True, cwd=ROOT, check=True)
    assert extract(TEXT, date="2026-01-02", id="a") == json.loads(printed.stdout)


@pytest.mark.slow
def test_it_reads_with_a_users_ontology(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'kg:Poaching a kg:EventType ; rdfs:subClassOf kg:Crime ; rdfs:label "poaching"@en ; rdfs:comment "Illegal hunting."@en ; kg:verb "poach" .\n'
    )
    found = extract("Two gangs poached elephants.", ontology=[own])
    assert [event["type"] for event in found["events"]] == ["Poaching"]


def test_a_bad_date_is_told() -> None:
    with pytest.raises(InputError, match="date"):
        extract(TEXT, date="Thursday")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, kg; assert not {'spacy', 'numpy', 'pyoxigraph'} & sys.modules.keys(); kg.extract; print(callable(kg.extract))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "True\n"


def test_no_other_attribute_is_made_up() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = kg.extrakt
