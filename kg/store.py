"""Where a graph is read from: the embedded triple store (Oxigraph on disk) beside the Turtle file, or a SPARQL endpoint elsewhere.

Only this module knows where the store lies. What reads a graph asks it in SPARQL alone (:class:`Graph`), so that either will do.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Store, Triple, parse, parse_query_results

from kg.errors import EndpointError, OutputError

if TYPE_CHECKING:
    from kg.endpoint import Endpoint

_FOLDER = "store"
_STAMP = "graph.sha256"  # in the store's folder, beside the files of RocksDB, which leaves it alone
_END = b" .\n"  # of what one subject says; within a literal a line break is escaped
_CHUNK = 1 << 24
_WORTH = 0.2  # share of the file up to which changing a store takes less time than loading one
_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"


class Graph(Protocol):
    """What answers SPARQL 1.1 queries, the prefixes given beside them; :class:`pyoxigraph.Store` does."""

    def query(self, query: str, *, prefixes: dict[str, str] | None = ...) -> QuerySolutions | QueryBoolean | QueryTriples: ...


class Remote:
    """A graph at a SPARQL 1.1 endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def query(self, query: str, *, prefixes: dict[str, str] | None = None) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Raises :class:`EndpointError` where it cannot be reached, refuses, or gives something else than results."""
        head = "".join(f"PREFIX {name}: <{iri}> " for name, iri in (prefixes or {}).items() if f"{name}:" in query and not _declares(query, name))
        answer = self._endpoint.query(head + query, _ACCEPT)
        try:
            if "json" in answer.media_type:
                return parse_query_results(answer.body, QueryResultsFormat.JSON)
            store = Store()
            store.load(answer.body, format=RdfFormat.from_media_type(answer.media_type) or RdfFormat.N_TRIPLES)
        except (SyntaxError, ValueError) as error:
            given = answer.media_type or "no media type"
            raise EndpointError(f"{self._endpoint.name} gives no SPARQL results ({given}); check the address.") from error
        return store.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")


def _declares(query: str, name: str) -> bool:
    return re.search(rf"\bPREFIX\s+{re.escape(name)}:", query, re.IGNORECASE) is not None


def build(ttl_path: Path, store_dir: Path) -> None:
    """Load a Turtle file into a new store and put it in the place of ``store_dir``.

    Raises :class:`OutputError` when the file cannot be loaded or the folder cannot be written.
    """
    load([ttl_path], store_dir)
    sign(ttl_path, store_dir)


def load(turtle: Iterable[Path | bytes], store_dir: Path, threads: int = 1) -> None:
    """:func:`build` of one or several files, or their texts, without the signature by which :func:`renew` knows the store.

    Each of several ``threads`` loads one of them at a time, outside the interpreter's lock.
    """
    try:
        fresh = Path(tempfile.mkdtemp(dir=store_dir.parent, prefix=f".{store_dir.name}."))
    except OSError as error:
        raise OutputError(f"The store {store_dir} cannot be written ({error.strerror}); choose another folder with -o.") from error
    try:
        _load(turtle, fresh / "new", threads)
        if store_dir.exists():
            os.rename(store_dir, fresh / "old")
        os.rename(fresh / "new", store_dir)
    except (OSError, RuntimeError, SyntaxError) as error:
        raise OutputError(f"The store {store_dir} cannot be made ({error}); build again.") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _load(turtle: Iterable[Path | bytes], folder: Path, threads: int) -> None:
    store, waiting, turn = Store(folder), iter(turtle), Lock()

    def take() -> Path | bytes | None:
        with turn:
            return next(waiting, None)

    def work(_: int) -> None:
        while (one := take()) is not None:
            if isinstance(one, bytes):
                store.bulk_load(input=one, format=RdfFormat.TURTLE)
            else:
                store.bulk_load(path=one, format=RdfFormat.TURTLE)

    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(work, range(threads)):
            pass
    store.flush()


def sign(ttl_path: Path, store_dir: Path) -> None:
    """Note in a store which Turtle file it holds. Raises :class:`OutputError`."""
    try:
        (store_dir / _STAMP).write_text(_stamp(ttl_path, store_dir), "ascii")
    except OSError as error:
        raise OutputError(f"The store {store_dir} cannot be written ({error.strerror}); choose another folder with -o.") from error


def is_renewable(folder: Path) -> bool:
    """Whether :func:`renew` may have use for this store."""
    return (folder / _STAMP).is_file()


def renew(ttl_path: Path, store_dir: Path, before: Path) -> None:
    """Make the store of a Turtle file of our own where there is none yet, from the one that an older build may have left in the folder ``before``.

    Both files have each subject once, and the same triples in the same words, so that they differ in the subjects that changed. The old store's
    files are linked and never written to. Where it is none, damaged, not of its Turtle file, changed by others, or has little in common with the
    new one, the new file is loaded, which takes some 20 times as long. Raises :class:`OutputError`.
    """
    graph, folder = before / ttl_path.name, before / store_dir.name
    with contextlib.suppress(OSError, RuntimeError, SyntaxError, ValueError):  # the old store is of no use, whatever is wrong with it
        if (folder / _STAMP).read_text("ascii") == _stamp(graph, folder):
            gone, came, prefixes = _differing(graph, ttl_path)
            if _are_few(gone + came, ttl_path):
                _change(folder, store_dir, _triples(prefixes, gone), _triples(prefixes, came))
                (store_dir / _STAMP).write_text(_stamp(ttl_path, store_dir), "ascii")
                return
    build(ttl_path, store_dir)


def _stamp(ttl_path: Path, folder: Path) -> str:
    """Of a graph and the state of its store: RocksDB begins a new manifest whenever one opens it to write."""
    with ttl_path.open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()}\n{(folder / 'CURRENT').read_text('ascii')}"


def _differing(old: Path, new: Path) -> tuple[list[bytes], list[bytes], bytes]:
    """What subjects say in one file alone, and in the other alone, prefixes as well; and the prefixes of the other."""
    gone = set(_subjects(old))
    came, prefixes = [], b""
    for said in _subjects(new):
        if said.startswith(b"@prefix"):
            prefixes += said
        if said in gone:
            gone.remove(said)
        else:
            came.append(said)
    return list(gone), came, prefixes


def _are_few(differing: Sequence[bytes], graph: Path) -> bool:
    alike = not any(said.startswith(b"@prefix") for said in differing)
    return alike and sum(map(len, differing)) <= _WORTH * graph.stat().st_size


def _subjects(path: Path) -> Iterator[bytes]:
    """The file in pieces, one for each prefix and each subject."""
    rest = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            *whole, rest = (rest + chunk).split(_END)
            yield from (said + _END for said in whole)


def _triples(prefixes: bytes, said: Iterable[bytes]) -> set[Triple]:
    return {quad.triple for quad in parse(prefixes + b"".join(said), RdfFormat.TURTLE)}


def _change(old: Path, new: Path, gone: set[Triple], came: set[Triple]) -> None:
    """Copy a store and change it. What stays of a subject is added again, since a store takes two spellings of a number for one."""
    Store.read_only(str(old)).backup(new)
    store = Store(new)
    for triple in gone - came:
        store.remove(Quad(*triple))
    store.extend(Quad(*triple) for triple in came)
    store.flush()


def open_store(output_dir: Path, read_only: bool = True) -> Store:
    """The store of a build. A read-only one can be open in many processes, a writable one in one.

    Raises :class:`OutputError` when there is none, or another process holds it.
    """
    folder = output_dir / _FOLDER
    if not (folder / "CURRENT").is_file():
        raise OutputError(f"The folder {output_dir} holds no graph (no {_FOLDER}/ in it); make one with: kg build ARTICLES -o {output_dir}")
    try:
        return Store.read_only(str(folder)) if read_only else Store(folder)
    except (OSError, RuntimeError) as error:  # RuntimeError: its files are damaged
        if "lock" in str(error).lower():
            raise OutputError(f"The store {folder} is open in another process; end that one first.") from error
        raise OutputError(f"The store {folder} cannot be opened ({error}); build again.") from error


def open_source(place: Path | str) -> Graph:
    """The graph of a build's folder, or at a SPARQL endpoint where an address is given (credentials: :mod:`kg.endpoint`).

    Raises :class:`OutputError` or :class:`EndpointError`.
    """
    if isinstance(place, Path):
        return open_store(place)
    from kg.endpoint import Endpoint  # loads requests

    return Remote(Endpoint(place, repeatable=True))


def open_graph(path: Path) -> Store:
    """The graph of a build's folder, or of a Turtle file, which is read into memory. Raises :class:`OutputError`."""
    if path.is_dir() or not path.exists():
        return open_store(path)
    store = Store()
    try:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise OutputError(f"{path} is no Turtle file that can be read ({error}); name graph.ttl or the output folder of a build.") from error
    return store
