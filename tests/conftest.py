"""What many tests need: the real command in a process of its own, one build of the sample articles, and a headless Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: The same examples each time, and no failure because a machine is busy.
settings.register_profile("newskg", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("newskg")

ROOT = Path(__file__).resolve().parent.parent
Kg = Callable[..., subprocess.CompletedProcess[str]]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one a process of tests: Playwright runs once in a process."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="the test extra is not installed: no playwright")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()
