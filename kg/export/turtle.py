"""The canonical file: RDF 1.1 Turtle, sorted, so that the same graph is the same bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import OutputError
from kg.vocab import PREFIXES, RDF, RDFS

_FIRST = {RDF.type: 0, RDFS.label: 1}


def write(quads: Iterable[Triple], path: Path) -> int:
    """Write the triples to ``path``, whole or not at all, and return how many there are.

    Never written from a store, which would rewrite literals (``0.50`` to ``0.5``). Raises :class:`OutputError`.
    """
    triples = ordered(quads)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            with temporary.open("wb") as file:
                serialize(triples, file, format=RdfFormat.TURTLE, prefixes=PREFIXES)
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"The file {path} cannot be written ({error.strerror}); choose another place with -o.") from error
    return len(triples)


def ordered(triples: Iterable[Triple]) -> list[Triple]:
    """Each triple once, by subject; within one its types, then its labels, then the other predicates."""
    return sorted(set(triples), key=_key)


def _key(triple: Triple) -> tuple[str, int, str, str, str]:
    predicate = triple.predicate.value
    value, datatype = _term(triple.object)
    return _term(triple.subject)[0], _FIRST.get(predicate, 2), predicate, value, datatype


def _term(term: NamedNode | BlankNode | Literal | Triple) -> tuple[str, str]:
    if isinstance(term, Literal):
        return term.value, f"{term.datatype.value}@{term.language or ''}"
    return (str(term), "") if isinstance(term, Triple) else (term.value, "")
