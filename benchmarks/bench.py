"""What a build costs, as one table: ratios first, the figures of this machine beside them.

    python -m benchmarks.bench [--words 20000] [--repeat 2] [--documents 100 1000 10000] [--most 60] [--workers 2]

The first part takes turns, in one process: bare ``nlp.pipe`` of the model, the same with textacy's subject-verb-object triples (where textacy is
installed), and a build without a cache; the best time of each counts. The second part builds so many articles each in a process of its own, then adds
one article to the largest graph. Seconds are of the clock, in brackets those of the processor, of all processes and threads together: on a machine
that does other work, believe the brackets. The articles are the samples with other names (:mod:`benchmarks.articles`). 10,000 of them are 3.3 million
words.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
from pyoxigraph import Store

from benchmarks import articles
from benchmarks.add import keep
from kg import nlp, pipeline, query, store
from kg.report import peak_memory

READING = ("load", "parse", "extract")  # stages of a build in one process that workers share


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds by the clock and by the processor."""

    clock: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.cpu:.2f})"

    def __add__(self, other: Time) -> Time:
        return Time(self.clock + other.clock, self.cpu + other.cpu)

    def beside(self, other: Time) -> str:
        """How many times as fast as the other this is."""
        return f"{other.clock / self.clock:.2f} × ({other.cpu / self.cpu:.2f})"


@dataclass(frozen=True, slots=True)
class Row:
    ratio: str
    bound: str
    what: str
    figures: str


def spent(work: Callable[[], object]) -> Time:
    clock, cpu = time.perf_counter(), time.process_time()
    work()
    return Time(time.perf_counter() - clock, time.process_time() - cpu)


def best(times: list[Time]) -> Time:
    return Time(min(one.clock for one in times), min(one.cpu for one in times))


def triples_of_textacy() -> Callable[[Any], object] | None:
    """What textacy finds in a document, or None where it is not installed."""
    try:
        from textacy.extract import subject_verb_object_triples
    except ImportError:
        return None
    return lambda doc: list(subject_verb_object_triples(doc))


def beside_the_parser(words: int, repeat: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "articles"
        folder.mkdir()
        texts = articles.write(folder, words=words)
        words = sum(len(text.split()) for text in texts)
        running = pipeline.Running(workers=1, cache="")
        bare, textacy = spacy.load(nlp.DEFAULT_MODEL), triples_of_textacy()
        times: dict[str, list[Time]] = {"load": [], "pipe": [], "textacy": [], "build": []}
        for _ in range(repeat):
            times["load"].append(spent(lambda: spacy.load(nlp.DEFAULT_MODEL)))
            times["pipe"].append(spent(lambda: sum(map(len, bare.pipe(texts)))))
            if textacy:
                times["textacy"].append(spent(lambda: [textacy(doc) for doc in bare.pipe(texts)]))
            peak = peak_memory()
            times["build"].append(spent(lambda: pipeline.build([str(folder)], Path(scratch) / "output", running=running)))
        load, pipe, build = (best(times[name]) for name in ("load", "pipe", "build"))
        report = json.loads((Path(scratch) / "output" / "report.json").read_text(encoding="utf-8"))
    rate = f"{words / build.clock:.0f} : {words / pipe.clock:.0f}, {words} words"
    yield Row(build.beside(pipe), "≥ 0.80", "kg build : nlp.pipe, words a second", rate)
    yield Row(build.beside(load + pipe), "", "kg build : loading and nlp.pipe", f"{build} : {load + pipe}, peak {peak_memory()} : {peak} MiB")
    if textacy:
        both = best(times["textacy"])
        yield Row(build.beside(both), "", "kg build : nlp.pipe and textacy's triples", f"{build} : {both}")
    else:
        yield Row("", "", "kg build : nlp.pipe and textacy's triples", "textacy is not installed (pip install textacy)")
    seconds = report["timings"]["seconds"]
    shares = ", ".join(f"{stage} {one / sum(seconds.values()):.0%}" for stage, one in seconds.items())
    yield Row("", "", "stages of the last build, by the clock", shares)


def kg(*arguments: object) -> Time:
    """``kg`` as a user runs it."""
    clock = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "kg", *map(str, arguments), "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"kg {arguments[0]} failed.")
    return Time(time.perf_counter() - clock, usage.ru_utime + usage.ru_stime)


def timings(output: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((output / "report.json").read_text(encoding="utf-8"))["timings"]
    return told


def by_size(sizes: list[int], workers: int, most: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as scratch:
        folder, built = Path(scratch), dict[int, Time]()
        for size in sizes:
            (folder / str(size)).mkdir()
            articles.write(folder / str(size), documents=size, most=most)
            built[size] = kg("build", folder / str(size), "-o", folder / f"{size}-graph", "--workers", 1)
        few, many = min(sizes), max(sizes)
        for size in sizes:
            dear = Time(built[few].clock / few, built[few].cpu / few).beside(Time(built[size].clock / size, built[size].cpu / size))
            yield Row(dear, "≤ 1.15", f"a document at {size:,} : at {few:,}", f"{1000 * built[size].clock / size:.0f} ms")
        peaks = {size: timings(folder / f"{size}-graph")["peakMiB"] for size in (few, many)}
        for stage, bound, name in (("extract", "≤ 1.50", "reading"), ("page", "", "the build")):
            yield Row(
                f"{peaks[many][stage] / peaks[few][stage]:.2f} ×", bound, f"peak of memory of {name}, {many:,} : {few:,}",
                f"{peaks[many][stage]} : {peaks[few][stage]} MiB",
            )  # fmt: skip
        output, beside = folder / f"{many}-graph", folder / "beside"
        spread = kg("build", folder / str(many), "-o", beside, "--workers", workers)
        alone, shared = timings(output)["seconds"], timings(beside)["seconds"]["workers"]
        reading = sum(alone[stage] for stage in READING)
        yield Row(f"{reading / shared:.2f} ×", "≥ 1.75", f"{workers} workers : 1, reading {many:,} documents", f"{shared:.1f} s : {reading:.1f} s")
        yield Row(spread.beside(built[many]), "≥ 1.75", f"{workers} workers : 1, the whole build", f"{spread} : {built[many]}")
        yield from afterwards(output, folder, many)


def afterwards(output: Path, folder: Path, size: int) -> Iterator[Row]:
    """One article more, and what is done with a finished graph."""
    new = folder / "new.txt"
    new.write_text("A ferry sank off Lagos on Monday, the coast guard said. Twelve people were rescued by a tug, and the captain was arrested.")
    keep(output, folder / "before")
    (folder / "changed").mkdir()
    added = kg("add", output, new, "--workers", 1)
    seconds = timings(output)["seconds"]
    changing = spent(lambda: store.renew(output / "graph.ttl", folder / "changed" / "store", folder / "before"))
    loading = spent(lambda: store.build(output / "graph.ttl", folder / "store"))
    triples = len(store.open_store(output))
    until = sum(seconds[stage] for stage in ("read", "cache", *READING, "resolve")) + changing.clock
    apart = f"{added} in all, Turtle {seconds['graph']:.1f} s and page {seconds['page']:.1f} s among them"
    yield Row("", "≤ 5 s", f"one article added to {size:,}: extract, resolve, store", f"{until:.1f} s; {apart}")
    for stage, name in (("graph", "Turtle"), ("page", "HTML")):
        yield Row("", "", f"{name} of {triples:,} triples", f"{seconds[stage]:.2f} s, {triples / seconds[stage]:,.0f} triples a second")
    yield Row("", "", "the store, loaded", f"{loading}, {triples / loading.clock:,.0f} triples a second")
    graph = store.open_store(output)
    asked = [(spent(partial(answer, graph, saved.text)).clock, saved.name) for saved in query.saved_queries()]
    slowest, name = max(asked)
    yield Row("", "", f"the {len(asked)} saved queries", f"{sum(clock for clock, _ in asked):.2f} s; the slowest, {name}, {slowest:.2f} s")


def answer(graph: Store, text: str) -> bytes:
    return query.render(query.run(graph, text), "csv")


def machine() -> str:
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = (line.partition(":")[2].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name"))
        name = next(names, name)
    versions = f"Python {platform.python_version()}, spaCy {version('spacy')}, {nlp.find().identity}"
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, {versions}"


def show(row: Row) -> None:
    print(f"{row.ratio:>15}  {row.bound:6}  {row.what:54}  {row.figures}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="What kg build costs, beside bare nlp.pipe, by workers and by the number of documents.")
    parser.add_argument("--words", type=int, default=20_000, help="of the part in one process; 0 leaves it out")
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--documents", type=int, nargs="*", default=[100, 1_000], help="numbers of articles; none leaves that part out")
    parser.add_argument("--most", type=int, default=10_000, metavar="WORDS", help="cut each article of the second part after so many words")
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    print(machine())
    show(Row("ratio (by CPU)", "bound", "what", "figures: seconds (of the processor)"))
    if arguments.words:
        for row in beside_the_parser(arguments.words, arguments.repeat):
            show(row)
    if arguments.documents:
        for row in by_size(sorted(arguments.documents), arguments.workers, arguments.most):
            show(row)


if __name__ == "__main__":
    main()
