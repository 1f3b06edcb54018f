"""One article more in a large graph: what `kg add` takes, stage by stage.

    python -m benchmarks.add [--documents 1000 10000]

The documents that are there are invented (:mod:`benchmarks.synthetic`) and lie in the cache; the new one is real prose and is parsed. Seconds are of
the processor, of all processes together, and, in brackets, of the clock: there are as many processes as cores. Written anew whatever was added are
the Turtle file and the page, which are told apart.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import synthetic
from kg import cache, change, pipeline, store
from kg.lexicon import load_lexicon
from kg.manifest import DEFAULT_OPTIONS, Manifest
from kg.report import Stopwatch

NEW = "A ferry sank off Lagos on Monday, the coast guard said. Twelve people were rescued by a tug, and the captain was arrested.\n"
#: What the new article itself costs, and what it touches.
OWN = ("read", "cache", "load", "parse", "extract", "resolve", "store")
APART = ("graph", "page")


class Processor(Stopwatch):
    """Tells the processor's seconds beside those of the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.processor: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = _spent()
        with super().stage(name):
            yield
        self.processor[name] = self.processor.get(name, 0.0) + _spent() - start


def _spent() -> float:
    """Seconds of the processor, those of processes that have ended among them."""
    return sum(os.times()[:4])


def built(documents: int, folder: Path) -> Path:
    """The output folder of a build of so many invented documents."""
    output, lexicon, watch = folder / "output", load_lexicon(), Stopwatch()
    articles = synthetic.extractions(documents, lexicon)
    manifest = Manifest(DEFAULT_OPTIONS, tuple(one.document for one in articles), (), pipeline.CACHE)
    reading = pipeline.reader(output, manifest, lexicon)
    for one in articles:
        reading.cache.put(one.document, cache.pack(one))
    pipeline.make(output, output, manifest, reading, pipeline.DEFAULT_RUNNING, watch)
    return output


def keep(output: Path, before: Path) -> None:
    """A graph and its store as they are now, for :func:`kg.store.renew`."""
    shutil.copytree(output / "store", before / "store", copy_function=os.link)
    os.link(output / "graph.ttl", before / "graph.ttl")


def measure(documents: int) -> Processor:
    watch = Processor()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        output, before, new = built(documents, folder), folder / "before", folder / "new.txt"
        new.write_text(NEW, encoding="utf-8")
        keep(output, before)
        change.add(output, [str(new)], watch=watch, running=pipeline.Running(None))
        for times in (watch.seconds, watch.processor):
            times.pop("store")  # what is left of it after the page
        with watch.stage("store"):
            store.renew(output / "graph.ttl", folder / "store", before)
    return watch


def show(documents: int, watch: Processor) -> None:
    for title, stages in ((f"{documents:,} articles and one", OWN), ("written anew", APART)):
        times = [(stage, watch.processor[stage], watch.seconds[stage]) for stage in stages if stage in watch.seconds]
        print(f"{title:26}{sum(cpu for _, cpu, _ in times):7.1f} s ({sum(clock for _, _, clock in times):5.1f} s): ", end="")
        print(", ".join(f"{stage} {cpu:.1f}" for stage, cpu, _ in times), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="What one article more costs.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    for documents in parser.parse_args().documents:
        show(documents, measure(documents))


if __name__ == "__main__":
    main()
