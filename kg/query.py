"""SPARQL over a finished graph: saved queries with parameters, and results to read or to hand on."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from kg.errors import QueryError
from kg.export.turtle import ordered, spelling
from kg.rdf.terms import statement
from kg.resources import ontology_dir
from kg.store import Graph
from kg.vocab import PREFIXES

FORMATS = ("table", "csv", "tsv", "json", "turtle", "ntriples")
_RESULTS = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV, "json": QueryResultsFormat.JSON}
_GRAPHS = {"table": RdfFormat.TURTLE, "turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}
_COMMENT = re.compile(r"#\s*(title|purpose|param):\s*(.*\S)\s*")
_NARROWEST = 6  # columns of a table's cell
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
_WIDTHLESS = frozenset("\u200b\u200c\u200d\ufe0f")

#: What a query text is made of, as far as it takes to tell a keyword from a string, an IRI, a comment or a name.
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''(?:[^\\]|\\.)*?'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|\#[^\n\r]*"
    r"|[?$]\w+|@[\w-]+|[\w.-]*:[\w.:%-]*"
    r"|(?P<word>\w+)",
    re.DOTALL,
)

_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

_GAP = r"(?:\s|\#[^\r\n]*)*+"
#: What Oxigraph may take for a call of a service, whatever stands before it: its parser needs no space between words ("SERVICESILENT<…>{",
#: "1SERVICE<…>{", "SERVICE:x {"), so no word list finds them all. Refused in vain is only a name that ends so and stands
#: before another name and a brace.
_SERVICE = re.compile(
    rf"(?<![?$])SERVICE{_GAP}(?:SILENT{_GAP})?(?:<[^>]*+>|[?$][^\s{{}}\#]*+|[^\s{{}}<>\#:]*+:(?:[^\s{{}}\#\\]|\\.)*+){_GAP}\{{", re.IGNORECASE
)

Result: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query of ``ontology/queries``: its name is the file's, the rest stands in the comments at its top.

    ``params`` maps each parameter's name to what it means; ``text`` holds ``VALUES ?name { UNDEF }`` for each, so that it runs without.
    """

    name: str
    title: str
    purpose: str
    params: Mapping[str, str]
    text: str


def saved_queries() -> list[SavedQuery]:
    """All saved queries, by name. Raises :class:`kg.errors.OntologyError` where the ontology folder is missing."""
    return [_read(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ontology_dir() / "queries").glob("*.rq"))]


def saved_query(name: str) -> SavedQuery:
    """The saved query of that name, or the query in the file of that path. Raises :class:`QueryError` that lists the nearest names."""
    if name.endswith(".rq") or "/" in name:
        return _from_file(name)
    known = {query.name: query for query in saved_queries()}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.3) or sorted(known)
        raise QueryError(f"There is no saved query {name!r}; the nearest are {', '.join(near)}.")
    return known[name]


def _from_file(name: str) -> SavedQuery:
    try:
        return _read(name, Path(name).read_text("utf-8"))
    except OSError as error:
        raise QueryError(
            f"The query file {name} cannot be read ({error.strerror or error}); give the path of a .rq file, or a name of 'kg queries'."
        ) from error
    except UnicodeDecodeError as error:
        raise QueryError(f"The query file {name} is no UTF-8 text; save it as UTF-8.") from error


def _read(name: str, text: str) -> SavedQuery:
    said: dict[str, list[str]] = {"title": [], "purpose": [], "param": []}
    for line in text.splitlines():
        match = _COMMENT.fullmatch(line)
        if match:
            said[match[1]].append(match[2])
    params = {param: meaning.strip() for param, _, meaning in (line.partition(" ") for line in said["param"])}
    return SavedQuery(name, " ".join(said["title"]), " ".join(said["purpose"]), params, text)


def run(store: Graph, text: str, params: Mapping[str, str] | None = None) -> Result:
    """Run a SPARQL 1.1 query; the prefixes of :data:`kg.vocab.PREFIXES` are declared already.

    Each of ``params`` becomes a string literal in the query's own ``VALUES ?name { UNDEF }``. Nothing outside the store is ever read: SERVICE
    and FROM are refused. Raises :class:`QueryError` with line and column where the query is broken.
    """
    _refuse_updates(text)
    _refuse_outside(text)
    try:
        return store.query(bind(text, params or {}), prefixes=PREFIXES)
    except (SyntaxError, RuntimeError, OSError) as error:
        raise QueryError(_sentence(str(error), text)) from error


def _refuse_updates(text: str) -> None:
    """A query's first word beside the prefixes tells what it does."""
    words = (token["word"].upper() for token in _TOKEN.finditer(text) if token["word"])
    first = next((word for word in words if word not in ("PREFIX", "BASE")), "")
    if first in _UPDATES:
        what = "ask with SELECT, ASK, CONSTRUCT or DESCRIBE, and change its articles with kg add and kg remove"
        raise QueryError(f"{first} would change the graph, which is only read here; {what}.")


def _refuse_outside(text: str) -> None:
    for token in _TOKEN.finditer(text):
        word = (token["word"] or "").upper()
        if word in ("SERVICE", "FROM"):
            raise _outside(word, text, token.start())
    hidden = _SERVICE.search(text)
    if hidden:
        raise _outside("SERVICE", text, hidden.start())


def _outside(word: str, text: str, place: int) -> QueryError:
    line = text.count("\n", 0, place) + 1
    return QueryError(f"{word} on line {line} would read from outside the graph; take it out, the query then runs on this graph alone.")


def bind(text: str, params: Mapping[str, str]) -> str:
    """The query with each parameter as a string literal in its ``VALUES ?name { UNDEF }``, for any engine. Raises :class:`QueryError`."""
    for name, value in params.items():
        slot = re.compile(rf"\bVALUES\s+\?{re.escape(name)}\s*\{{\s*UNDEF\s*\}}", re.IGNORECASE)
        if not slot.search(text):
            raise QueryError(f"The query has no parameter {name!r}; it would need the line VALUES ?{name} {{ UNDEF }}.")
        try:
            literal = str(Literal(value))  # escaped as in N-Triples, so that no value can end its string
        except ValueError as error:
            raise QueryError(f"The value of the parameter {name!r} is no Unicode text; give another one.") from error
        text = slot.sub(lambda _, literal=literal, name=name: f"VALUES ?{name} {{ {literal} }}", text)  # type: ignore[misc]
    return text


def _sentence(error: str, text: str = "") -> str:
    """``error at 2:28: expected one of …`` as one short sentence with the position."""
    match = re.match(r"error at (\d+):(\d+): expected (?:one of )?(.*)", error, re.DOTALL)
    if not match:
        return f"The query cannot be run ({' '.join(error.split())})."
    if "Prefix not found" in match[3]:
        return f"The query is broken at line {match[1]}, column {match[2]}: {_unknown_prefix(text)}."
    for told in ("The SELECT contains a variable that is unbound", "Duplicated variable name in SELECT", "IRI parsing failed"):
        if told in match[3]:
            return f"The query is broken at line {match[1]}, column {match[2]}: {told[0].lower() + told[1:]}."
    wanted = [word for word in re.split(r",\s*", match[3]) if re.fullmatch(r'"[^"]{1,12}"|[A-Za-z]{2,20}', word)]
    if wanted:
        hint = f"; expected {', '.join(wanted[:6])}{' or other things' if len(wanted) > 6 else ''}"
    else:
        hint = _what_stands(text, int(match[1]), int(match[2]))
    return f"The query is broken at line {match[1]}, column {match[2]}{hint}."


def _what_stands(text: str, line: int, column: int) -> str:
    """The words at the place up to which a query can be read, for where nothing tells what should stand there."""
    lines = text.splitlines()
    here = lines[line - 1][column - 1 :].split() if line <= len(lines) else []
    return f": no query goes on with {' '.join(here[:2])[:40]!r} there" if here else ": it ends before it is complete"


def _unknown_prefix(text: str) -> str:
    """Which prefix is neither declared nor known, and what to do."""
    named = [token[0].partition(":")[0] for token in _TOKEN.finditer(text) if re.match(r"[\w.-]*:", token[0])]
    declared = {*PREFIXES, *re.findall(r"\bPREFIX\s+([\w.-]*):", text, re.IGNORECASE)}
    unknown = next((name for name in named if name not in declared), None)
    if unknown is None:
        return "prefix not found"
    near = difflib.get_close_matches(unknown, sorted(PREFIXES), n=1)
    return f"the prefix {unknown}: is not known; " + (f"perhaps {near[0]}: is meant" if near else f"declare it with PREFIX {unknown}: <…>")


def render(result: Result, fmt: str, width: int = 100) -> bytes:
    """A result as UTF-8: ``table`` (``width`` columns; Turtle for a graph), ``csv``, ``tsv``, ``json`` (SPARQL 1.1), ``turtle``, ``ntriples``.

    Raises :class:`QueryError` where the format does not fit the kind of query.
    """
    if isinstance(result, QueryTriples):
        if fmt not in _GRAPHS:
            raise QueryError(f"CONSTRUCT and DESCRIBE give a graph, which cannot be written as {fmt}; use turtle or ntriples.")
        return serialize(ordered(result, lambda one: spelling(statement(one))), format=_GRAPHS[fmt], prefixes=PREFIXES) or b""
    if isinstance(result, QueryBoolean) and fmt == "table":
        return b"yes\n" if result else b"no\n"
    if fmt in _RESULTS:
        return _checked(result, fmt)
    if isinstance(result, QueryBoolean) or fmt != "table":
        raise QueryError(f"SELECT and ASK give no graph, and cannot be written as {fmt}; use table, csv, tsv or json.")
    try:
        rows = [[_short(value) for value in solution] for solution in result]
    except (RuntimeError, OSError) as error:
        raise QueryError(_sentence(str(error))) from error
    return _table([variable.value for variable in result.variables], rows, width).encode("utf-8")


def _checked(result: QuerySolutions | QueryBoolean, fmt: str) -> bytes:
    try:
        return (result.serialize(format=_RESULTS[fmt]) or b"").rstrip(b"\n") + b"\n"
    except (RuntimeError, OSError) as error:
        raise QueryError(_sentence(str(error))) from error


def shortened(iri: str) -> str:
    """``kg:Strike`` for an IRI under a known prefix, else the IRI."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return iri


def _short(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shortened(term.value)
    return str(term) if isinstance(term, BlankNode | Triple) else term.value


def plain(text: str) -> str:
    """The text as one harmless line: no line breaks, no terminal escapes, no control that reorders letters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if c in "\t\n\r" else "\ufffd" if unicodedata.category(c) == "Cc" or c in _REORDERING else c for c in text)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(0 if unicodedata.combining(c) or c in _WIDTHLESS else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Aligned columns, two spaces apart; the widest give way until the line fits ``width``."""
    cells = [[plain(cell) for cell in row] for row in (head, *rows)]
    widths = [max(columns(row[n]) for row in cells) for n in range(len(head))]
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths, default=0) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lines = ["  ".join(_fitted(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in cells]
    lines.insert(1, "  ".join("-" * size for size in widths))
    return "\n".join([*lines, f"({len(rows)} row{'' if len(rows) == 1 else 's'})"]) + "\n"


def _fitted(text: str, size: int) -> str:
    """Exactly ``size`` columns: padded, or cut with an ellipsis."""
    if columns(text) > size:
        kept = ""
        for c in text:
            if columns(kept + c) > size - 1:
                break
            kept += c
        text = kept + "…"
    return text + " " * (size - columns(text))
