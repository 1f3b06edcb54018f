"""The canonical file: RDF 1.1 Turtle, sorted, so that the same graph is the same bytes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias, TypeVar

from pyoxigraph import RdfFormat, serialize

from kg.errors import OutputError
from kg.rdf.terms import Statement, triple
from kg.vocab import PREFIXES, RDF, RDFS

T = TypeVar("T")
#: Subject, predicate, object, and what else tells two objects apart, as plain strings.
Spelling: TypeAlias = tuple[str, str, str, str]
_FIRST = {RDF.type: 0, RDFS.label: 1}


def write(statements: Iterable[Statement], path: Path) -> list[Statement]:
    """Write the statements to ``path``, whole or not at all, and return them as :func:`ordered`.

    Never written from a store, which would rewrite literals (``0.50`` to ``0.5``). Raises :class:`OutputError`.
    """
    whole = ordered(statements, spelling)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            with temporary.open("wb") as file:
                serialize(map(triple, whole), file, format=RdfFormat.TURTLE, prefixes=PREFIXES)
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"The file {path} cannot be written ({error.strerror}); choose another place with -o.") from error
    return whole


def ordered(triples: Iterable[T], spell: Callable[[T], Spelling]) -> list[T]:
    """Each triple once, by subject; within one its types, then its labels, then the other predicates."""
    groups: dict[str, dict[tuple[int, str, str, str], T]] = defaultdict(dict)
    for one in triples:
        subject, predicate, value, kind = spell(one)
        groups[subject][_FIRST.get(predicate, 2), predicate, value, kind] = one
    return [group[key] for _, group in sorted(groups.items()) for key in sorted(group)]


def spelling(statement: Statement) -> Spelling:
    """By which :func:`ordered` sorts; a literal's datatype and language come last."""
    subject, predicate, value = statement
    if isinstance(value, str):
        return subject, predicate, value, ""
    return subject, predicate, value.value, f"{value.datatype.value}@{value.language or ''}"
