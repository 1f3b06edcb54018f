"""Kill -9 at any moment, and a full disk: the output is the old or the new one, whole, and the next command gives what an undisturbed one gives."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_kg
from tests.crashing import state
from tests.servers import oxigraph_command

pytestmark = pytest.mark.slow
needs_oxigraph = pytest.mark.skipif(oxigraph_command() is None, reason="not installed: oxigraph (PyPI)")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="forks processes and kills their groups")


def crash(folder: Path, kills: int, *more: str) -> None:
    command = [sys.executable, "-m", "tests.crashing", str(folder), str(kills), "1", *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=7200, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    print(done.stdout)


@LINUX
def test_commands_killed_at_random_moments(tmp_path: Path) -> None:
    crash(tmp_path, 5)


@LINUX
@needs_oxigraph
def test_pushes_killed_at_random_moments(tmp_path: Path) -> None:
    crash(tmp_path, 5, "push")


@LINUX
@needs_oxigraph
@pytest.mark.ondemand
def test_pushes_killed_fifty_times(tmp_path: Path) -> None:
    crash(tmp_path, 50, "push")


@LINUX
@pytest.mark.ondemand
def test_commands_killed_fifty_times_each(tmp_path: Path) -> None:
    crash(tmp_path, 50)


@LINUX
@pytest.mark.ondemand
def test_commands_killed_while_workers_parse(tmp_path: Path) -> None:
    crash(tmp_path, 10, "cold")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system in memory that can be made as full as one likes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)], capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"a small file system cannot be mounted: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.ondemand
@pytest.mark.skipif(sys.platform != "linux", reason="mounts a file system of Linux")
def test_a_full_disk_leaves_the_old_graph(small_disk: Path, tmp_path: Path) -> None:
    (small_disk / "a.txt").write_text("The river Sava flooded the town of Brod on Monday. Two people died, the mayor said.\n")
    arguments = ["--cache", str(tmp_path / "cache"), "-o", str(small_disk / "out")]
    assert run_kg("build", small_disk / "a.txt", *arguments, cwd=tmp_path).returncode == 0
    old = state_without_notes(small_disk / "out")
    failed = 0
    for room in (50, 100, 400, 700, 1000, 1600, 2500, 4000, 8000):  # kB
        (small_disk / "ballast").unlink(missing_ok=True)
        with (small_disk / "ballast").open("wb") as ballast:
            free = int(subprocess.run(["df", "--output=avail", "-k", str(small_disk)], capture_output=True, text=True, check=True).stdout.split()[-1])
            ballast.write(b"x" * 1024 * (free - room))
        done = run_kg("build", ROOT / "seeds", *arguments, cwd=tmp_path)
        assert done.returncode in (0, 2), done.stderr
        if done.returncode:
            failed += 1
            assert "No space left on device" in done.stderr
            assert done.stderr.count("\n") == 1
            assert state_without_notes(small_disk / "out") == old
        assert [path.name for path in small_disk.iterdir() if path.name.startswith(".")] == []
    assert 0 < failed < 9


def state_without_notes(output: Path) -> dict[str, str]:
    (output / "notes.txt").touch()
    found = state(output)
    assert found
    return found
