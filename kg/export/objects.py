"""The graph as objects of other libraries, and answers as Python values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import rdflib
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, serialize
from pyoxigraph import RdfFormat as Form

from kg.errors import OutputError, QueryError
from kg.export import network as networks
from kg.export.tables import Table
from kg.rdf.terms import Statement
from kg.vocab import PREFIXES, XSD

if TYPE_CHECKING:
    import pandas

_PYTHON: dict[str, Any] = {
    XSD.integer: int, XSD.nonNegativeInteger: int, XSD.decimal: Decimal, XSD.double: float, XSD.boolean: lambda text: text in ("true", "1"),
    XSD.date: date.fromisoformat,
}  # fmt: skip
_PANDAS = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def answer(result: QuerySolutions | QueryBoolean | QueryTriples) -> Any:
    """Rows as dictionaries, a truth value, or an rdflib graph. Raises :class:`QueryError` where it breaks off."""
    try:
        if isinstance(result, QueryBoolean):
            return bool(result)
        if isinstance(result, QueryTriples):
            return rdflib.Graph().parse(data=serialize(result, format=Form.N_TRIPLES) or b"", format="nt")
        names = [variable.value for variable in result.variables]
        return [{name: value(row[name]) for name in names} for row in result]
    except (RuntimeError, OSError) as error:
        raise QueryError(f"The query broke off ({error}).") from error


def value(term: object) -> Any:
    """An IRI as a string; a literal as Python's int, Decimal, float, bool or date where it is one and well formed, else as its text."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal):
        try:
            return _PYTHON.get(term.datatype.value, str)(term.value)
        except (ValueError, ArithmeticError):
            return term.value
    return None if term is None else str(term)


def rdflib_graph(statements: Iterable[Statement]) -> rdflib.Graph:
    """Literals keep their spelling."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, start in PREFIXES.items():
        graph.bind(prefix, start)
    graph.addN((rdflib.URIRef(s), rdflib.URIRef(p), rdflib.URIRef(o) if isinstance(o, str) else _literal(o), graph) for s, p, o in statements)
    return graph


def _literal(term: Literal) -> rdflib.Literal:
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return rdflib.Literal(term.value, datatype=None if datatype == XSD.string else rdflib.URIRef(datatype), normalize=False)


def network(statements: Iterable[Statement]) -> networks.Network:
    return networks.read(statements)


def frame(table: Table) -> pandas.DataFrame:
    """A data frame with pandas' types that know missing values. Raises :class:`OutputError` where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise OutputError("to_pandas needs pandas; install it with: pip install 'newskg[frames]'.") from error
    columns = {name: pandas.array([row[n] for row in table.rows], dtype=_PANDAS[kind]) for n, (name, kind) in enumerate(table.columns.items())}
    return pandas.DataFrame(columns)
