"""Every command is explained where a user looks: in --help, and in the README."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields

import pytest

from kg import __version__
from kg.cli import cli
from kg.cli.options import LIMITS
from kg.read import Limits
from tests.conftest import ROOT, Kg

COMMANDS = list(cli.commands)
HEAVY = ("spacy", "rdflib", "pyoxigraph", "pyvis", "networkx", "trafilatura", "pyshacl", "charset_normalizer", "yaml", "numpy", "msgspec", "rensa")
EXTRAS = ("requests", "pypdf", "docx", "feedparser", "warcio", "distributed", "starlette", "uvicorn", "arro3", "pandas")


def test_the_commands() -> None:
    readers = ["show", "timeline", "conflicts", "sources", "explain", "digest", "diff"]
    others = ["query", "queries", "sample", "view", "export", "push", "serve", "extract", "audit", "validate", "verify"]
    assert ["build", "add", "remove", *readers, *others] == COMMANDS


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_everywhere(kg: Kg, command: str | None, flag: str) -> None:
    done = kg(*([command] if command else []), flag)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: kg")
    assert done.stderr == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(kg: Kg, command: str) -> None:
    examples = kg(command, "--help").stdout.partition("Examples:")[2]
    assert re.search(rf"\bkg {command}\b", examples)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert re.search(rf"`kg {command}[ `]", (ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    for parameter in cli.commands[command].params:
        assert parameter.param_type_name == "argument" or getattr(parameter, "help", None), f"{command} {parameter.name}"


def test_the_version(kg: Kg) -> None:
    assert kg("--version").stdout == f"kg, version {__version__}\n"


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_imports_nothing_heavy(command: str | None) -> None:
    arguments = [*([command] if command else []), "--help"]
    code = f"import sys, json; from kg.cli import run; run({arguments!r}); print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert {*HEAVY, *EXTRAS}.isdisjoint(json.loads(done.stdout.splitlines()[-1]))


def test_the_bounds_are_those_of_reading() -> None:
    defaults = {field.name: field.default for field in fields(Limits)}
    named = {f"max_{name.replace('-', '_')}": number for name, number in LIMITS.items()}
    assert named | {"max_file_size": 20_000_000, "max_documents": 100_000} == defaults
    told = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")
    for name, number in LIMITS.items():
        assert f"| `--limit {name}=N` | {number:,} " in told


@pytest.mark.parametrize("given", ["titel=5", "title", "title=-1", "title=0", "title=²"])
def test_a_bound_that_is_none_is_refused(kg: Kg, given: str) -> None:
    done = kg("build", "x.txt", "--limit", given)
    assert done.returncode == 2
    assert "is no bound such as title=500; there are text, title, front-matter, block, unpacked, pages." in done.stderr
