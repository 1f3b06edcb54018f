"""How the server stands a crowd: 64 clients at once for a minute, and a query that explodes.

    python -m benchmarks.serve [--documents 100] [--clients 64] [--seconds 60] [--timeout 30]

A real server (``kg serve``, four workers) over a graph of invented articles; clients and server share the machine. Clients ask saved queries, small
queries and pages in turn, each on one connection. Memory is that of the server with its workers, read once a second.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote, urlencode, urlsplit

from benchmarks.synthetic import extractions
from kg import store
from kg.export import turtle
from kg.lexicon import load_lexicon
from kg.model import Run
from kg.query import saved_queries
from kg.rdf import quads
from kg.resolve import resolve
from kg.views.nodes import select

EXPLODING = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?x ?y ?z }"
SMALL = "SELECT ?event ?label { ?event a kg:Event ; rdfs:label ?label } LIMIT 20"
ENTITIES = 200  # whose pages are asked for


def main() -> None:
    parser = argparse.ArgumentParser(description="64 clients at once.")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--timeout", type=float, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        triples = write_graph(output, options.documents)
        print(f"{options.documents} documents, {triples} triples")
        process = subprocess.Popen(
            [sys.executable, "-m", "kg", "serve", folder, "--port", "0", "--timeout", str(options.timeout)],
            stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        try:
            assert process.stdout is not None
            host = urlsplit(process.stdout.readline().split(" is served at ")[1].split()[0]).netloc
            crowd(host, process.pid, paths(output), options.clients, options.seconds)
            explosion(host)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def write_graph(output: Path, documents: int) -> int:
    """A graph of invented articles in the folder; its number of triples."""
    lexicon = load_lexicon()
    turtle.write(quads(resolve(extractions(documents, lexicon), lexicon), lexicon, Run("0", "none", "none")), output / "graph.ttl")
    store.build(output / "graph.ttl", output / "store")
    return len(store.open_store(output))


def paths(output: Path) -> list[str]:
    """What clients ask for: saved queries, pages of entities, small queries."""
    entities = select(store.open_store(output), "?node a kg:Entity ; kg:named true")[:ENTITIES]
    saved = [f"/sparql?{urlencode({'query': query.text})}" for query in saved_queries()]
    pages = [f"/{quote(iri.removeprefix('urn:newskg:'))}" for iri in entities]
    return saved + pages + [f"/sparql?{urlencode({'query': SMALL})}"] * len(saved)


def crowd(host: str, pid: int, asked: Sequence[str], clients: int, seconds: float) -> None:
    """All clients at once; prints what they were answered, how soon, and the memory that it took."""
    over = Event()
    peaks: list[int] = []
    watching = Thread(target=watch, args=(pid, over, peaks))
    watching.start()
    with ThreadPoolExecutor(clients) as pool:
        found = list(pool.map(lambda number: client(host, asked, number, time.monotonic() + seconds), range(clients)))
    over.set()
    watching.join()
    statuses = Counter(status for one in found for status, _ in one)
    times = sorted(took for one in found for _, took in one)
    print(f"{clients} clients, {seconds:g} s: {sum(statuses.values())} answers, by status {dict(statuses)}")
    print(f"answered after {statistics.median(times):.2f} s (median), {times[int(len(times) * 0.95)]:.2f} s (95 %), {times[-1]:.2f} s (longest)")
    before, half, after, most = (f"{memory / 2**20:.0f} MB" for memory in (peaks[0], peaks[len(peaks) // 2], peaks[-1], max(peaks)))
    print(f"memory of the server and its workers: {before} before, {half} half-way, {after} after, {most} at most")


def client(host: str, asked: Sequence[str], number: int, until: float) -> list[tuple[int, float]]:
    """Status and seconds of each answer; status 0 where the connection broke."""
    chance = random.Random(number)
    connection = http.client.HTTPConnection(host, timeout=120)
    found = []
    while time.monotonic() < until:
        path = chance.choice(asked)
        accept = "text/csv" if path.startswith("/sparql") else "text/html"
        began = time.monotonic()
        try:
            connection.request("GET", path, headers={"Accept": accept})
            response = connection.getresponse()
            response.read()
            status = response.status
        except (OSError, http.client.HTTPException):
            status = 0
            connection.close()
        found.append((status, time.monotonic() - began))
    connection.close()
    return found


def watch(pid: int, over: Event, peaks: list[int]) -> None:
    while True:
        peaks.append(sum(map(resident, [pid, *children(pid)])))
        if over.wait(1):
            peaks.append(sum(map(resident, [pid, *children(pid)])))
            return


def children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def resident(pid: int) -> int:
    """Bytes of memory that are the process's own: pages shared with others (program text, the store's files) are left out."""
    try:
        total, shared = map(int, Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1:3])
    except (OSError, ValueError):
        return 0
    return (total - shared) * os.sysconf("SC_PAGE_SIZE")


def explosion(host: str) -> None:
    """A query that explodes, then a small one."""
    for name, query in (("the exploding query", EXPLODING), ("the next one", SMALL)):
        connection = http.client.HTTPConnection(host, timeout=120)
        began = time.monotonic()
        connection.request("GET", f"/sparql?{urlencode({'query': query})}", headers={"Accept": "text/csv"})
        response = connection.getresponse()
        response.read()
        print(f"{name}: status {response.status} after {time.monotonic() - began:.3f} s")
        connection.close()


if __name__ == "__main__":
    main()
