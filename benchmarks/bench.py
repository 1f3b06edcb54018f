"""How fast is a build, beside a bare parse of the same text by the same model in the same process?

    python benchmarks/bench.py [--words 20000] [--repeat 2] [--workers 1]

The text is the sample articles over and over, each round with other names of people, places and ships. Parsing and building take turns, and
the best time of each counts. A build loads the model itself, so that it is compared with parsing alone and with loading and parsing. It keeps no
cache. Peak memory is the process's, after the first parsing and after the first building; that of a worker is the largest one's.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import spacy

from kg import nlp, pipeline

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
#: What a round renames, and to what in turn.
NAMES = {
    "Maduro": ("Oliveira", "Petrenko", "Okafor", "Haddad", "Lindqvist", "Tanaka", "Moretti"),
    "Ramonet": ("Castillo", "Novak", "Mensah", "Darwish", "Bergman", "Suzuki", "Conti", "Dubois"),
    "Trump": ("Barrett", "Kovacs", "Adeyemi", "Nasser", "Holm", "Mori", "Greco", "Laurent", "Weiss"),
    "Venezuela": ("Guyana", "Moldova", "Ghana", "Jordan", "Estonia"),
    "Caracas": ("Georgetown", "Chisinau", "Accra", "Amman", "Tallinn"),
    "Gerald R. Ford": ("Nimitz", "Carl Vinson", "John C. Stennis"),
}


def write_articles(folder: Path, words: int) -> tuple[list[str], int]:
    """Articles of about so many words in all, as files; their texts and the exact number."""
    texts: list[str] = []
    written = 0
    for turn in count():
        for seed in sorted(SEEDS.iterdir()):
            if written >= words:
                return texts, written
            text = seed.read_text(encoding="utf-8")
            for name, others in NAMES.items():
                text = text.replace(name, ([name, *others])[turn % (len(others) + 1)])
            (folder / f"{seed.stem}-{turn}{seed.suffix}").write_text(text, encoding="utf-8")
            texts.append(text)
            written += len(text.split())
    raise AssertionError("count() has no end")


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak_memory() -> float:
    """Of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description="Words a second of kg build beside bare nlp.pipe.")
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch) / "articles"
        articles.mkdir()
        texts, words = write_articles(articles, arguments.words)
        running = pipeline.Running(workers=arguments.workers, cache="")
        bare = spacy.load(nlp.DEFAULT_MODEL)  # once before the clock runs, which imports what a model needs
        rounds = [
            Round(
                loading=seconds(lambda: spacy.load(nlp.DEFAULT_MODEL)),
                parsing=seconds(lambda: sum(map(len, bare.pipe(texts)))),
                parse_peak=peak_memory(),
                building=seconds(lambda: pipeline.build([str(articles)], Path(scratch) / "output", running=running)),
                build_peak=peak_memory(),
            )
            for _ in range(arguments.repeat)
        ]
        show(words, len(texts), rounds, json.loads((Path(scratch) / "output" / "report.json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds, and peaks of memory in MiB."""

    loading: float
    parsing: float
    parse_peak: float
    building: float
    build_peak: float


def show(words: int, articles: int, rounds: list[Round], report: dict[str, Any]) -> None:
    loading, parsing, building = (min(getattr(one, name) for one in rounds) for name in ("loading", "parsing", "building"))
    print(f"{words} words in {articles} articles, {nlp.DEFAULT_MODEL}, {report['counts']['claims']} claims; best of {len(rounds)} rounds")
    for name, spent, note in (
        ("nlp.pipe", parsing, f"   peak {rounds[0].parse_peak:5.0f} MiB"),
        ("load, pipe", loading + parsing, ""),
        ("kg build", building, f"   peak {rounds[0].build_peak:5.0f} MiB"),
    ):
        print(f"{name:10} {words / spent:8.0f} words/s   {spent:6.2f} s{note}")
    print(f"kg build keeps {parsing / building:.0%} of the words a second of nlp.pipe, {(loading + parsing) / building:.0%} of those of load, pipe.")
    if report["timings"]["workers"] > 1:
        print(f"{report['timings']['workers']} workers, each up to {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")
    print("Its stages (last round):")
    stages = report["timings"]["seconds"]
    for stage, spent in stages.items():
        print(f"  {stage:8} {spent:7.2f} s  {spent / sum(stages.values()):6.1%}")


if __name__ == "__main__":
    main()
