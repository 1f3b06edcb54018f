"""The tutorials run as they are printed: each Python cell after the other, and what a box named ``text`` shows is what the cell before it prints."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from kg.export.formats import FORMATS
from tests import printed
from tests.conftest import ROOT, Kg

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w.-]+\.(?:ttl|txt))\n")


def run(document: str) -> int:
    """Run a document's cells in the current folder and compare what they print; blocks that begin with a file's name are written to it."""
    cells, printed = 0, ""
    names: dict[str, Any] = {"__name__": "notebook"}
    for language, content in _BLOCK.findall((ROOT / "docs" / document).read_text(encoding="utf-8")):
        named = _FILE.match(content)
        if language == "python":
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(content, f"{document}, cell {cells + 1}", "exec"), names)
            cells, printed = cells + 1, output.getvalue()
        elif language == "text":
            assert printed == content, f"{document}, after cell {cells}"
        elif named:
            Path(named[1]).write_text(content, encoding="utf-8")
    return cells


@pytest.mark.slow
@pytest.mark.parametrize(("document", "cells"), [("python.md", 11), ("ontology.md", 7)])
def test_a_tutorial_runs(document: str, cells: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if document == "python.md":
        pytest.importorskip("pandas", reason="pandas is not installed")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    assert run(document) == cells


@pytest.mark.slow
@pytest.mark.parametrize("document", printed.DOCUMENTS)
def test_a_document_shows_what_its_commands_print(document: str, seeds_build: Path) -> None:
    """After a change of extraction: look at the difference, and if it is meant, ``python -m tests.printed OUTPUT`` writes it."""
    text = (ROOT / document).read_text(encoding="utf-8")
    assert printed.renewed(text, seeds_build) == text


@pytest.mark.slow
def test_the_readme_tells_how_much_the_demo_finds(kg: Kg) -> None:
    found = kg("build", str(ROOT / "seeds"), "-o", "output")
    counts = re.search(r"^\d+ documents, .*issues$", found.stdout + found.stderr, re.MULTILINE)
    assert counts is not None
    assert counts[0] in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_of_the_exports_run(kg: Kg, seeds_build: Path, tmp_path: Path) -> None:
    (tmp_path / "output").symlink_to(seeds_build)
    text = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ kg (export [^|\n]+)", text, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        done = kg(*command.split())
        assert (done.returncode, "wrote" in done.stderr) == (0, "-o" in command), done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"output", "graph.trig", "graph.nq.gz", "tables", "import"}
    imported = set(re.findall(r"--(?:nodes|relationships)=(\S+)", text))
    assert imported == {path.name for path in (tmp_path / "import").iterdir()}


def test_the_manual_lists_every_form() -> None:
    text = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    for form in FORMATS.values():
        assert f"`{form.name}`" in text
        assert not form.extension or f"`.{form.extension}`" in text
