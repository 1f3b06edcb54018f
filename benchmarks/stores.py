"""Writing, loading and asking a graph of a million triples, beside what the libraries do by themselves.

    python -m benchmarks.stores [--documents 3000] [--rounds 3] [--rdflib 100000]

The graph is that of invented articles (:mod:`benchmarks.synthetic`), made by the real resolution and the real RDF stage. Ratios are told, with what
they have to be: the time of the sorted Turtle file beside that of pyoxigraph's serializer for triples that are ready and in order, and beside that
of rdflib's for as many triples as ``--rdflib`` says; the time of loading the store beside that of a bare ``bulk_load``; the median of the saved
queries. Of writing, seconds of processor time are compared; of loading, which takes several cores, those of the clock. The best round counts.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import RdfFormat, Store, serialize

from benchmarks import synthetic
from kg import query, store
from kg.export import objects, turtle
from kg.lexicon import load_lexicon
from kg.model import Run
from kg.rdf import quads
from kg.rdf.terms import Statement, triple
from kg.resolve import resolve
from kg.vocab import PREFIXES

#: What is asked of each ratio.
MOST_OF_PYOXIGRAPH, LEAST_OF_RDFLIB, LEAST_OF_LOAD, MOST_OF_MEDIAN = 6.0, 10.0, 0.8, 100.0


def statements(documents: int) -> list[Statement]:
    """The graph of so many invented articles, some statements more than once, in the order in which a build makes them."""
    lexicon = load_lexicon()
    world = resolve(synthetic.extractions(documents, lexicon), lexicon)
    return list(quads(world, lexicon, Run("0", "synthetic", "benchmark")))


def best(work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the quickest round, without the garbage collector, which rests in a build too."""
    found = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        start = clock()
        work()
        found.append(clock() - start)
        gc.enable()
    return min(found)


def writing(given: list[Statement], folder: Path, rounds: int, few: int) -> Path:
    """Tell the ratios of writing; the file."""
    path = folder / "graph.ttl"
    distinct = turtle.write(given, path)
    ours = best(lambda: turtle.write(given, path), rounds)
    ready = [triple(one) for one in turtle.ordered(distinct, turtle.spelling)]
    bare = best(lambda: serialize(ready, str(folder / "bare.ttl"), format=RdfFormat.TURTLE, prefixes=PREFIXES), rounds)
    print(f"{len(ready)} triples, {path.stat().st_size / 1e6:.0f} MB of Turtle")
    tell("pyoxigraph's serializer", bare, "s, triples ready and in order")
    tell("sorted Turtle", ours, f"s, {ours / bare:.1f} × that; {wanted(ours / bare <= MOST_OF_PYOXIGRAPH, f'at most {MOST_OF_PYOXIGRAPH:g} ×')}")
    part = distinct[:few]
    small = best(lambda: turtle.write(part, folder / "part.ttl"), rounds)
    graph = objects.rdflib_graph(part)
    theirs = best(lambda: graph.serialize(folder / "rdflib.ttl", format="turtle"), 1)
    told = f"s for {len(part)} triples, ours is {theirs / small:.0f} × as fast"
    tell("rdflib's serializer", theirs, f"{told}; {wanted(theirs / small >= LEAST_OF_RDFLIB, f'at least {LEAST_OF_RDFLIB:g} ×')}")
    return path


def loading(path: Path, folder: Path, rounds: int) -> Path:
    """Tell the ratio of loading; the output folder with its store."""
    count = iter(range(2 * rounds))

    def bulk_load() -> None:
        Store(str(folder / f"bare-{next(count)}")).bulk_load(path=path, format=RdfFormat.TURTLE)

    bare = best(bulk_load, rounds, time.perf_counter)
    ours = best(lambda: store.build(path, folder / "store"), rounds, time.perf_counter)
    tell("pyoxigraph's bulk_load", bare, "s by the clock")
    tell("store.build", ours, f"s, {bare / ours:.0%} of its speed; {wanted(bare / ours >= LEAST_OF_LOAD, f'at least {LEAST_OF_LOAD:.0%}')}")
    return folder


def asking(folder: Path, rounds: int) -> None:
    """Tell the median of the saved queries, and the slowest ones."""
    opened = store.open_store(folder)
    found: dict[str, float] = {}
    for saved in query.saved_queries():
        found[saved.name] = 1000 * best(lambda text=saved.text: query.render(query.run(opened, text), "tsv"), rounds)  # type: ignore[misc]
    median = statistics.median(found.values())
    slowest = ", ".join(f"{name} {found[name]:.0f}" for name in sorted(found, key=lambda name: -found[name])[:5])
    target = wanted(median <= MOST_OF_MEDIAN, f"at most {MOST_OF_MEDIAN:g} ms")
    tell(f"{len(found)} saved queries", median, f"ms, the median; {target}; the slowest: {slowest}")


def tell(what: str, number: float, words: str) -> None:
    print(f"{what:24} {number:8.2f} {words}", flush=True)


def wanted(met: bool, what: str) -> str:
    return f"{'met' if met else 'NOT MET'}: {what}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Ratios of writing, loading and asking a large graph.")
    parser.add_argument("--documents", type=int, default=3000, help="3,000 articles make a million triples.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rdflib", type=int, default=100_000, metavar="N", help="So many triples are given to rdflib, which is slow.")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        path = writing(statements(arguments.documents), folder, arguments.rounds, arguments.rdflib)
        gc.collect()
        asking(loading(path, folder, arguments.rounds), arguments.rounds)


if __name__ == "__main__":
    main()
