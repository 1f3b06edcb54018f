"""The query page and the list of saved queries. It works without any script: the form is answered with a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlencode

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryTriples, RdfFormat, Store, Triple, serialize

from kg.errors import QueryError
from kg.query import SavedQuery, bind, run, saved_queries, saved_query, shortened
from kg.serve.html import Page
from kg.serve.tasks import Answer
from kg.vocab import PREFIXES

SHOWN = 1000  # rows or triples on a page
_FIRST = "SELECT ?event ?label ?status {\n  ?event a kg:Event ; rdfs:label ?label ; kg:status ?status\n}\nORDER BY ?label\nLIMIT 50"
_TABLES, _GRAPHS = ("csv", "tsv", "json", "xml"), ("turtle", "nt", "jsonld", "rdf")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a table: its words, and the page of what it names, if it names anything."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave, as far as a page shows it; ``more`` where there is more of it. ``downloads`` are format and address."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    text: str = ""  # of a graph, or yes or no
    more: bool = False
    downloads: tuple[tuple[str, str], ...] = field(default=())


def saved(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """The saved queries with their purposes."""
    return html.answer("queries.html", queries=saved_queries())


def query(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """The query page: ``query`` is run as it is; ``saved`` names a saved query, whose parameters are further values of the address."""
    chosen: SavedQuery | None = None
    text, params, status, problem = values.get("query", ""), dict[str, str](), 200, ""
    result: Result | None = None
    try:
        if not text and values.get("saved"):
            chosen = _saved(values["saved"])
            params = {name: values[name] for name in chosen.params if values.get(name)}
            text = bind(chosen.text, params) if params else chosen.text
        if text:
            result = _result(store, html, text)
    except QueryError as error:
        status, problem = 400, str(error)
    return html.answer("query.html", status, text=text or _FIRST, chosen=chosen, params=params, result=result, problem=problem,
                       queries=saved_queries(), prefixes=PREFIXES, shown=SHOWN)  # fmt: skip


def _saved(name: str) -> SavedQuery:
    if name not in {known.name for known in saved_queries()}:  # a path is none of a stranger's business
        raise QueryError(f"There is no saved query {name!r}; choose one of the list.")
    return saved_query(name)


def _result(store: Store, html: Page, text: str) -> Result:
    found = run(store, text)
    downloads = tuple((form, f"{html.places.root}sparql?{urlencode({'query': text, 'format': form})}")
                      for form in (_GRAPHS if isinstance(found, QueryTriples) else _TABLES))  # fmt: skip
    if isinstance(found, QueryBoolean):
        return Result(text="yes" if found else "no", downloads=downloads)
    try:
        if isinstance(found, QueryTriples):
            triples = list(islice(found, SHOWN + 1))
            return Result(text=(serialize(triples[:SHOWN], format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode(), more=len(triples) > SHOWN,
                          downloads=downloads)  # fmt: skip
        rows = [tuple(_cell(html, value) for value in solution) for solution in islice(found, SHOWN + 1)]
    except (RuntimeError, OSError) as error:
        raise QueryError(f"The query cannot be run ({' '.join(str(error).split())}).") from error
    return Result(tuple(variable.value for variable in found.variables), tuple(rows[:SHOWN]), more=len(rows) > SHOWN, downloads=downloads)


def _cell(html: Page, value: NamedNode | BlankNode | Literal | Triple | None) -> Cell:
    if isinstance(value, NamedNode):
        text = value.value.removeprefix(html.places.base) if value.value.startswith(html.places.base) else shortened(value.value)
        return Cell(text, html.places.href(value.value))
    return Cell("" if value is None else value.value if isinstance(value, Literal) else str(value))
