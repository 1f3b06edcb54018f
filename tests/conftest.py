"""What many tests need: the real command in a process of its own, and one build of the sample articles."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

#: The same examples each time, and no failure because a machine is busy.
settings.register_profile("newskg", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("newskg")

ROOT = Path(__file__).resolve().parent.parent
Kg = Callable[..., subprocess.CompletedProcess[str]]


def run_kg(*arguments: object, cwd: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """``kg`` with these arguments as a user runs it, its output captured."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture
def kg(tmp_path: Path) -> Kg:
    """Runs ``kg`` in the test's own folder."""
    return lambda *arguments, **options: run_kg(*arguments, cwd=tmp_path, **options)


@pytest.fixture(scope="session")
def seeds_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of ``kg build seeds/``, made once; tests only read it."""
    output = tmp_path_factory.mktemp("seeds") / "output"
    done = run_kg("build", "seeds", "-o", output, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return output
