"""A finished graph in Python: queries, tables, and the objects of rdflib, networkx and pandas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kg import query, store
from kg.errors import OutputError, QueryError
from kg.export import formats, objects, source
from kg.export.tables import TABLES, Table, tables

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib
    from pyoxigraph import Store

    from kg.rdf.terms import Statement

_NAME = re.compile(r"[\w-]+(?:\.rq)?|.*\.rq")


class Graph:
    """The graph of a build's folder, or of a Turtle file that one wrote. Only read, never changed.

    ``path`` is the folder or the file. ``len(graph)`` is the number of triples, iterating gives them as (subject, predicate, object): IRIs are
    strings, literals :class:`pyoxigraph.Literal`. Methods raise a :class:`kg.errors.KgError`.
    """

    def __init__(self, path: str | Path, folder: TemporaryDirectory[str] | None = None) -> None:
        """``folder`` is a temporary one that goes with the graph. Raises OutputError where there is no graph."""
        self.path = Path(path)
        self._folder = folder
        if not (self.path / "graph.ttl").is_file() and not self.path.is_file():
            raise OutputError(f"{self.path} holds no graph; make one with kg.build(articles, {str(self.path)!r}).")

    def __repr__(self) -> str:
        return f"<kg.Graph of {len(self)} triples in {self.path}>"

    def __len__(self) -> int:
        return len(self._store)

    def __iter__(self) -> Iterator[Statement]:
        return source.statements(self.path)

    @cached_property
    def _store(self) -> Store:
        return store.open_graph(self.path)

    @property
    def report(self) -> dict[str, Any]:
        """What ``report.json`` tells of the build: documents, counts, issues, versions, options, timings. Empty for a Turtle file."""
        file = self.path / "report.json"
        return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}

    def query(self, sparql: str, **params: str) -> Any:
        """Ask in SPARQL, or by the name of a saved query (``"who-said-what"``), with its parameters (``who="Maduro"``).

        SELECT gives a list of dictionaries, one a row, with a key for each variable: IRIs and texts are strings, numbers, days and truth values
        are Python's, what is not bound is None. ASK gives a bool, CONSTRUCT and DESCRIBE an :class:`rdflib.Graph`.
        """
        text = query.saved_query(sparql).text if _NAME.fullmatch(sparql) else sparql
        return objects.answer(query.run(self._store, text, params))

    def table(self, name: str = "claims") -> list[dict[str, Any]]:
        """ "claims", "events", "entities", "conflicts" or "documents": a dictionary a row, as in ``kg export --to csv``.

        Raises :class:`kg.errors.QueryError` for another name.
        """
        return self._table(name).records()

    def _table(self, name: str) -> Table:
        if name not in TABLES:
            raise QueryError(f"There is no table {name!r}; there are {', '.join(TABLES)}.")
        return tables(self, (name,))[name]

    def to_pandas(self, table: str = "claims") -> pandas.DataFrame:
        """The same as a data frame. Needs pandas."""
        return objects.frame(self._table(table))

    def to_rdflib(self) -> rdflib.Graph:
        """All triples, with the usual prefixes bound. About 10 µs and 1 kB a triple."""
        return objects.rdflib_graph(self)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Entities and events as nodes; claims, and roles in events, as edges. See docs/export.md for their attributes."""
        return objects.network(self)

    def export(self, target: str | Path, to: str = "") -> Path:
        """Write a file or folder in another form (see ``kg export --help``); ``to`` may be left out where the file's name tells it."""
        path, compress = Path(target), str(target).endswith(".gz") or to.endswith(".gz")
        form = formats.named(to.removesuffix(".gz")) if to else formats.of_file(path)
        if form is None:
            raise OutputError(f"The name {path} tells no form; give one of to={', '.join(formats.FORMATS)}.")
        formats.export(self.path, form, path, compress)
        return path
