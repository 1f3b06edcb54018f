"""RDF terms from Python values: every literal loadable by any Turtle reader.

An IRI is a plain string until :func:`triple` makes a term of it: a graph says the same few over and over, and pyoxigraph's terms take
several times as long to make, compare and sort.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.vocab import XSD

#: Subject and predicate are IRIs; the object is an IRI or a literal.
Statement: TypeAlias = tuple[str, str, str | Literal]

#: raptor cuts a literal at NUL and refuses U+FFFE and U+FFFF; a lone surrogate has no UTF-8. Other control characters load everywhere.
_UNLOADABLE = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
_URL_SAFE = "!#$&'()*+,/:;=?@[]~%"


@lru_cache(maxsize=1 << 16)
def node(iri: str) -> NamedNode:
    """Raises ValueError for what is no absolute IRI."""
    return NamedNode(iri)


def triple(statement: Statement) -> Triple:
    """Raises ValueError where an IRI is none or not absolute."""
    subject, predicate, value = statement
    return Triple(node(subject), node(predicate), node(value) if isinstance(value, str) else value)


def statement(one: Triple | Quad) -> Statement:
    """The opposite: the statement of a triple that :func:`triple` made, or that a store gives back."""
    value = one.object
    return one.subject.value, one.predicate.value, value if isinstance(value, Literal) else value.value  # type: ignore[union-attr]


def clean(value: str) -> str:
    """The text with each character that RDF tools cannot carry replaced by U+FFFD, one for one, so that offsets hold."""
    return _UNLOADABLE.sub("\ufffd", value)


def text(value: str) -> Literal:
    return Literal(clean(value))


@lru_cache(maxsize=1 << 16)
def integer(value: int) -> Literal:
    return Literal(str(value), datatype=node(XSD.integer))


def boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=node(XSD.boolean))


def hundredths(value: float) -> Literal:
    """An ``xsd:decimal`` with two digits after the point."""
    return Literal(f"{value:.2f}", datatype=node(XSD.decimal))


def number(value: float) -> Literal:
    """An ``xsd:integer`` where the value is whole, else an ``xsd:decimal`` in its shortest exact spelling."""
    if float(value).is_integer():
        return integer(int(value))
    return Literal(format(Decimal(repr(float(value))), "f"), datatype=node(XSD.decimal))


def day(value: str | None) -> Literal | None:
    """An ``xsd:date`` from ``YYYY-MM-DD``; None for anything else."""
    try:
        return Literal(date.fromisoformat(value or "").isoformat(), datatype=node(XSD.date))
    except ValueError:
        return None


def link(url: str) -> str | Literal:
    """A web address as an IRI, its stray characters percent-encoded; a plain literal where it is none."""
    if url.startswith(("http://", "https://")):
        try:
            return node(quote(clean(url), safe=_URL_SAFE)).value
        except ValueError:
            pass
    return text(url)
