"""A graph into a store elsewhere, by the SPARQL 1.1 Graph Store Protocol.

The triples go out in the order of the file, in parts of bounded size. The first part of a graph replaces what the store had under that name
(PUT), the others are added (POST); both do no harm when they are sent twice, so whatever breaks on the way is repeated. What arrived is noted beside
the file until all is there, so that an interrupted push goes on; and in the end the store is asked how many triples it holds.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.endpoint import Credentials, Endpoint, checked, shown
from kg.errors import EndpointError, InputError, OutputError

#: Where triples go that are in no named graph.
GRAPH = "urn:newskg:graph"
#: Bytes of a part: below the 1 MiB that nginx lets through unless it is told otherwise.
PART = 1_000_000
_TRIES = 8  # so that a store may be away for a minute
_FORMATS = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS}
_NOTE = "push.json"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where to: the address that answers queries, the one that takes graphs, and the graph of triples that are in none (None: the default graph)."""

    query: str
    store: str
    graph: str | None = GRAPH

    @classmethod
    def at(cls, query: str, store: str | None = None, graph: str | None = GRAPH) -> Target:
        """``store`` is guessed from ``query`` where it is not given. Raises :class:`EndpointError` where one of the three cannot be."""
        for url in (query, store or query):
            checked(url)
        try:
            NamedNode(graph or GRAPH)
        except ValueError as error:
            raise EndpointError(f"{graph!r} is no IRI of a graph; it looks like {GRAPH}.") from error
        return cls(query, store or graph_store(query), graph)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was done: graphs, triples, how many of these were there from an interrupted push, and what the store counts in the graphs now."""

    graphs: int
    triples: int
    resumed: int
    counted: int


@dataclass(slots=True)
class _Note:
    """How far a push of this file to this place has come."""

    file: str
    store: str
    graph: str | None
    adds: bool
    part: int
    triples: int = 0


def graph_store(query: str) -> str:
    """The address of the Graph Store Protocol beside a query address, by the layouts of common stores; the same address where none fits."""
    parts = urlsplit(query)
    host, path = parts.hostname or "", parts.path.rstrip("/")
    folder, _, last = path.rpartition("/")
    if "/repositories/" in path:  # GraphDB, RDF4J
        path += "/rdf-graphs/service"
    elif path == "/query":  # Oxigraph
        path = "/store"
    elif last in ("query", "sparql") and folder:  # Fuseki, Stardog
        path = folder
    elif path == "/sparql" and host.endswith(".amazonaws.com"):  # Neptune
        path = "/sparql/gsp/"
    elif path in ("/sparql", "/sparql-auth"):  # Virtuoso
        path = "/sparql-graph-crud-auth" if Credentials.from_environment() else "/sparql-graph-crud"
    else:
        path = parts.path
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def push(path: Path, target: Target, *, adds: bool = False, part: int = PART, progress: Progress = lambda _done, _all: None) -> Pushed:
    """Send the graph of a build's folder, or of a Turtle, N-Triples, TriG or N-Quads file.

    ``adds`` leaves what the store has in the graphs. ``part`` bounds the bytes of a request, one triple at least; ``progress`` gets the number of
    triples that are there, and of all. Raises :class:`EndpointError` where the store cannot be reached, refuses, or counts otherwise;
    :class:`InputError` for a file that is none.
    """
    file = source(path)
    note = _Note(_sha256(file), target.store, target.graph, adds, part)
    sizes = Counter(_graph(quad, target) for quad in _quads(file))
    whole = sum(sizes.values())
    with Endpoint(target.query, tries=2) as asked:
        had = {graph: _count(asked, graph) for graph in sizes}
        begun = _resumed(file, note, had, sizes)
        _send(file, target, note, begun, lambda done: progress(done, whole))
        counted = {graph: _count(asked, graph) for graph in sizes}
    for left in (_note(file), _unfinished(_note(file))):
        left.unlink(missing_ok=True)
    for graph, size in sizes.items():
        _verify(graph, size, counted[graph], adds, asked.name)
    return Pushed(len(sizes), whole, begun, sum(counted.values()))


def source(path: Path) -> Path:
    """The file to send. Raises :class:`InputError` where there is none, or of no known kind."""
    file = path / "graph.ttl" if path.is_dir() else path
    if not file.is_file():
        hint = f"make one with: kg build ARTICLES -o {path}" if path.is_dir() else "name the output folder of a build, or a file"
        raise InputError(f"There is no {file}; {hint}.")
    if file.suffix not in _FORMATS:
        raise InputError(f"The file {file} is none of {', '.join(_FORMATS)}; export the graph as one of these first.")
    return file


def _quads(file: Path) -> Iterator[Quad]:
    try:
        yield from parse(path=str(file), format=_FORMATS[file.suffix])
    except (OSError, SyntaxError) as error:
        raise InputError(f"The file {file} cannot be read ({error}); nothing more is sent.") from error


def _graph(quad: Quad, target: Target) -> str | None:
    return target.graph if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name.value)


def _send(file: Path, target: Target, note: _Note, begun: int, progress: Callable[[int], None]) -> None:
    stores: dict[str | None, Endpoint] = {}
    try:
        for graph, first, done, body in _parts(_quads(file), target, note.part):
            if done > begun:
                there = stores.setdefault(graph, _store(target, graph))
                try:
                    _put(there, graph, body, replaces=first and not note.adds)
                except EndpointError as error:
                    hint = f"{note.triples:,} triples are there; the same command goes on from them."
                    if not note.triples and error.status in (404, 405, 501):
                        hint = "It seems not to take graphs; name the address that does with --graph-store."
                    raise EndpointError(f"{str(error).rstrip('.')}. {hint}", error.status) from None
                note.triples = done
                _write(_note(file), note)
            progress(done)
    finally:
        for there in stores.values():
            there.close()


def _parts(quads: Iterable[Quad], target: Target, size: int) -> Iterator[tuple[str | None, bool, int, bytes]]:
    """Graph, whether this is its first part, the number of triples up to here, and the triples as N-Triples, which any Turtle reader takes."""
    seen: set[str | None] = set()
    graph: str | None = None
    lines: list[bytes] = []
    length = done = 0
    for quad in quads:
        of, line = _graph(quad, target), f"{quad.triple} .\n".encode()
        if lines and (of != graph or length + len(line) > size):
            yield graph, graph not in seen, done, b"".join(lines)
            seen.add(graph)
            lines, length = [], 0
        graph, length, done = of, length + len(line), done + 1
        lines.append(line)
    if lines:
        yield graph, graph not in seen, done, b"".join(lines)


def _store(target: Target, graph: str | None) -> Endpoint:
    """The default graph is named by a parameter without a value, so it is part of the address."""
    end = "" if graph is not None else "&default" if "?" in target.store else "?default"
    return Endpoint(target.store + end, tries=_TRIES, repeatable=True)


def _put(there: Endpoint, graph: str | None, body: bytes, replaces: bool) -> None:
    params = None if graph is None else {"graph": graph}
    there.request("PUT" if replaces else "POST", params=params, data=body, media_type="text/turtle")


def _count(there: Endpoint, graph: str | None) -> int:
    pattern = "?s ?p ?o" if graph is None else f"GRAPH {NamedNode(graph)} {{ ?s ?p ?o }}"
    answer = there.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
    try:
        return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise EndpointError(f"{there.name} gives no SPARQL results; check that this is the address of its queries.") from error


def _verify(graph: str | None, size: int, counted: int, adds: bool, name: str) -> None:
    """A default graph may be the union of all graphs, so there more is no mistake."""
    if counted == size or (counted > size and (adds or graph is None)):
        return
    place = "its default graph" if graph is None else f"the graph {graph}"
    raise EndpointError(f"{name} counts {counted:,} triples in {place}, and {size:,} were sent; look into the store's log, and push again.")


def _resumed(file: Path, note: _Note, had: dict[str | None, int], sizes: Counter[str | None]) -> int:
    """The triples that an interrupted push of the same has brought there, if the store still holds them; ``note`` goes on from them."""
    try:
        old = _Note(**json.loads(_note(file).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return 0
    sent = old.triples
    old.triples = 0
    holds = sum(min(had[graph], sizes[graph]) for graph in sizes)
    if old != note or holds < sent:
        return 0
    note.triples = sent
    return sent


def _note(file: Path) -> Path:
    return file.with_name(_NOTE if file.name == "graph.ttl" else f"{file.name}.{_NOTE}")


def _unfinished(note: Path) -> Path:
    """Of one name, so that a push that was killed leaves no more than one, and the next one takes it."""
    return note.with_name(f".{note.name}")


def _write(path: Path, note: _Note) -> None:
    temporary = _unfinished(path)
    try:
        temporary.write_text(json.dumps(asdict(note)) + "\n", encoding="utf-8")
        os.replace(temporary, path)
    except OSError as error:
        raise OutputError(
            f"How far the push has come cannot be noted in {path} ({error.strerror}); push from a folder that can be written."
        ) from error


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def told(target: Target) -> str:
    """The address that is written to, as messages tell it."""
    return shown(urlsplit(target.store))
