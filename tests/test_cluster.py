"""Documents read on a real Dask cluster, its scheduler and workers processes of their own: the same bytes, whoever is killed."""

from __future__ import annotations

import functools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kg import nlp, pipeline
from kg.cache import Cache
from kg.cluster import spread
from kg.errors import InputError, WorkerError
from kg.lexicon import load_lexicon
from kg.mapping import Elsewhere, Reader
from kg.pipeline import Running
from kg.workers import Lost
from tests.conftest import ROOT, run_kg
from tests.dying import deadly, double, doubled, failing
from tests.test_mapping import SENTENCE, built

pytestmark = pytest.mark.slow


class Dask:
    """A scheduler on loopback, with workers of one thread each."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self.scheduler = self._started("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", "scheduler.json")
        self._wait_for(lambda: (folder / "scheduler.json").exists())
        self.address = json.loads((folder / "scheduler.json").read_text())["address"]

    def worker(self) -> subprocess.Popen[bytes]:
        return self._started("worker", self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny")

    def _started(self, *arguments: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_TEMPORARY_DIRECTORY": str(self._folder)}
        command = [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1"]
        with (self._folder / "log").open("ab") as log:
            process = subprocess.Popen(command, cwd=self._folder, env=environment, stdout=log, stderr=log)
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process

    def _wait_for(self, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 60
        while not done():
            assert self.scheduler.poll() is None, (self._folder / "log").read_text()
            assert time.monotonic() < deadline, (self._folder / "log").read_text()
            time.sleep(0.05)


@pytest.fixture
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    with ExitStack() as stack:
        yield Dask(tmp_path_factory.mktemp("dask"), stack)


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, dask: Dask, seeds_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    workers = [dask.worker(), dask.worker()]
    killed: list[int] = []

    def kill(done: int, total: int) -> None:
        if not killed:
            workers[0].send_signal(signal.SIGKILL)
            killed.append(workers[0].wait())

    report = pipeline.build(["seeds"], tmp_path / "out", running=Running(cache="", progress=kill, cluster=dask.address))
    assert killed == [-signal.SIGKILL]
    assert not report.issues
    assert built(tmp_path / "out") == built(seeds_build)


def test_after_the_death_of_the_scheduler_a_build_goes_on(tmp_path: Path, dask: Dask) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(SENTENCE * (number + 1))
    dask.worker()
    with pytest.raises(WorkerError, match="scheduler of the cluster is gone; start it and try again"):
        pipeline.build([str(tmp_path)], tmp_path / "out", running=Running(progress=lambda done, total: dask.scheduler.kill(), cluster=dask.address))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["cache"]
    report = pipeline.build([str(tmp_path)], tmp_path / "out")
    assert 0 < report.timings["reused"] < 6 == report.counts["documents"]


@pytest.mark.ondemand
def test_the_item_that_kills_is_given_up_and_no_other(tmp_path: Path) -> None:
    answers = dict(spread(range(10), [1] * 10, 3, functools.partial(deadly, tmp_path, 4, 99, 0.3), "local", 2))
    assert isinstance(answers.pop(4), Lost)
    assert answers == {item: answer for item, answer in doubled().items() if item != 4}
    assert len(list(tmp_path.iterdir())) == 4, "the batch twice, the item twice"


def test_a_failure_of_the_work_is_raised_here(dask: Dask) -> None:
    dask.worker()
    with pytest.raises(InputError, match="no such thing"):
        dict(spread(range(3), [1] * 3, 3, functools.partial(failing, InputError("no such thing")), dask.address, 1))
    assert dict(spread(range(10), [1] * 10, 3, double, dask.address, 1)) == doubled(), "the cluster is as good as before"


def test_a_worker_with_another_program_refuses_the_work() -> None:
    reader = Reader(nlp.find(), load_lexicon(()), Cache(None, "of another version"))
    with pytest.raises(WorkerError, match="another newskg, model or library"):
        Elsewhere(reader)()


def test_a_mistake_is_one_sentence(tmp_path: Path) -> None:
    done = run_kg("build", "seeds", "-o", tmp_path / "out", "--cluster", "nowhere", cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kg: The cluster nowhere cannot be used (")
    assert done.stderr.count("\n") == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["cache"]


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    program = "import sys; sys.modules['distributed'] = None; from kg.cli import main; main()"
    arguments = ["build", "seeds", "-o", str(tmp_path / "out"), "--cluster", "local"]
    done = subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 2
    assert done.stderr.endswith('install it with: pip install "newskg[cluster]"\n')
