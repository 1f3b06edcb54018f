"""How does the time to resolve grow with the number of documents?

    python -m benchmarks.resolve [--documents 1000 10000]

The documents are invented (:mod:`benchmarks.synthetic`). Of each stage the seconds of processor time and the milliseconds a document are told,
and how many times those of the first number of documents the time a document is at the last: 1.0 is linear growth.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import defaultdict
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from benchmarks import synthetic
from kg import resolve as stages
from kg.lexicon import Lexicon, load_lexicon

#: The functions that the stages of a resolution are made of.
STAGES = {
    "entities": ("group_entities", "mend", "name_groups", "described"),
    "events": ("unite", "cluster_events"),
    "origins": ("find_copies", "origins_of"),
    "propositions": ("find_propositions", "asserted_claims"),
    "conflicts": ("Conflicts.__init__", "Conflicts.find"),
}


def seconds_of(documents: int, lexicon: Lexicon) -> dict[str, float]:
    """Seconds of each stage, and of the whole."""
    spent: dict[str, float] = defaultdict(float)
    originals = {name: attrgetter(name)(stages) for names in STAGES.values() for name in names}
    articles = synthetic.extractions(documents, lexicon)
    try:
        for stage, names in STAGES.items():
            for name in names:
                _replace(name, _timed(originals[name], stage, spent))
        gc.disable()  # as a build does
        start = time.process_time()
        stages.resolve(articles, lexicon)
        spent["all"] = time.process_time() - start
    finally:
        gc.enable()
        for name, original in originals.items():
            _replace(name, original)
    return spent


def _replace(name: str, function: Callable[..., Any]) -> None:
    owner, _, own = name.rpartition(".")
    setattr(attrgetter(owner)(stages) if owner else stages, own, function)


def _timed(work: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return work(*arguments, **named)
        finally:
            spent[stage] += time.process_time() - start

    return timed


def main() -> None:
    parser = argparse.ArgumentParser(description="Time of kg.resolve by the number of documents.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    sizes = parser.parse_args().documents
    lexicon = load_lexicon()
    found = {size: seconds_of(size, lexicon) for size in sizes}
    print("resolve      " + "".join(f"{size:>10} documents   " for size in sizes) + "  growth a document")
    for stage in [*STAGES, "all"]:
        told = "".join(f"{found[size][stage]:10.2f} s {1000 * found[size][stage] / size:6.2f} ms" for size in sizes)
        growth = (found[sizes[-1]][stage] / sizes[-1]) / max(found[sizes[0]][stage] / sizes[0], 1e-9)
        print(f"{stage:13}{told}{growth:10.2f} ×")


if __name__ == "__main__":
    main()
