"""What comes after reading, at scale: invented documents through resolution, Turtle and the store, with time and memory.

    python -m benchmarks.scale [--documents 1000 10000 100000]

The documents are invented (:mod:`benchmarks.synthetic`); each number of them runs in a process of its own, so that the peak of memory is its own.
Seconds are of the processor, and of the clock in brackets. The last column is what a document costs beside the first number of documents: 1.0 is
linear growth.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import synthetic
from kg import store
from kg.export import turtle
from kg.lexicon import load_lexicon
from kg.model import Run
from kg.rdf import parts
from kg.report import peak_memory
from kg.resolve import resolve

#: Of one stage: seconds of the processor, seconds of the clock, and the peak of memory in MiB after it.
Spent = tuple[float, float, int]
STAGES = ("documents", "resolve", "turtle", "store")


def measure(documents: int) -> dict[str, Spent]:
    """What each stage takes, in this process; and under "triples" how many there are."""
    spent: dict[str, Spent] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        processor, clock = time.process_time(), time.perf_counter()
        yield
        spent[name] = (time.process_time() - processor, time.perf_counter() - clock, peak_memory())

    lexicon = load_lexicon()
    gc.disable()  # as a build does
    with tempfile.TemporaryDirectory() as scratch:
        graph = Path(scratch) / "graph.ttl"
        with stage("documents"):
            articles = synthetic.extractions(documents, lexicon)
        with stage("resolve"):
            world = resolve(articles, lexicon)
        with stage("turtle"):
            file = turtle.Graph()
            for owner, statements in parts(world, lexicon, Run("0", "none", "none")):
                file.add(statements, owner)
                file.taken()
            file.end()
            file.write(graph)
        with stage("store"):
            store.build(graph, Path(scratch) / "store")
        megabytes = graph.stat().st_size // 1_000_000
    return {**spent, "triples": (file.triples, megabytes, 0)}


def elsewhere(documents: int) -> dict[str, Spent]:
    command = [sys.executable, "-m", "benchmarks.scale", "--measure", str(documents)]
    found: dict[str, Spent] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]).stdout)
    return found


def show(found: dict[int, dict[str, Spent]]) -> None:
    first, last = min(found), max(found)
    print("stage       " + "".join(f"{size:>31} documents" for size in found) + "    a document")
    for stage in STAGES:
        cells = [found[size][stage] for size in found]
        growth = (cells[-1][0] / last) / max(cells[0][0] / first, 1e-9)
        print(f"{stage:12}" + "".join(f"{cpu:13.1f} s ({clock:6.1f} s) {peak:9} MiB" for cpu, clock, peak in cells) + f"{growth:12.2f} ×")
    print("triples     " + "".join(f"{found[size]['triples'][0]:23,.0f} in {found[size]['triples'][1]:9,.0f} MB" for size in found))


def main() -> None:
    parser = argparse.ArgumentParser(description="Time and memory of what comes after reading, by the number of documents.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
    else:
        show({size: elsewhere(size) for size in arguments.documents})


if __name__ == "__main__":
    main()
