"""How fast is a build, beside a bare parse of the same text by the same model in the same process?

    python benchmarks/bench.py [--words 20000] [--repeat 2]

The text is the sample articles over and over, each round with other names of people, places and ships. Parsing and building take turns, and
the best time of each counts. Peak memory is the process's, after all parsing and after all building.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import spacy

from kg import nlp, pipeline
from kg.report import Report

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
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch) / "articles"
        articles.mkdir()
        texts, words = write_articles(articles, arguments.words)
        bare = spacy.load(nlp.DEFAULT_MODEL)
        parsing = min(seconds(lambda: sum(map(len, bare.pipe(texts)))) for _ in range(arguments.repeat))
        parse_peak = peak_memory()
        reports: list[Report] = []
        building = min(
            seconds(lambda: reports.append(pipeline.build([str(articles)], Path(scratch) / "output"))) for _ in range(arguments.repeat)
        )
        show(words, len(texts), parsing, building, reports[-1], parse_peak)


def show(words: int, articles: int, parsing: float, building: float, report: Report, parse_peak: float) -> None:
    print(f"{words} words in {articles} articles, {nlp.DEFAULT_MODEL}, {report.counts['claims']} claims")
    print(f"nlp.pipe   {words / parsing:8.0f} words/s   {parsing:6.2f} s   peak {parse_peak:5.0f} MiB")
    print(f"kg build   {words / building:8.0f} words/s   {building:6.2f} s   peak {peak_memory():5.0f} MiB")
    print(f"kg build takes {building / parsing:.2f} times as long; its stages (last round):")
    stages = report.timings["seconds"]
    for stage, spent in stages.items():
        print(f"  {stage:8} {spent:7.2f} s  {spent / sum(stages.values()):6.1%}")


if __name__ == "__main__":
    main()
