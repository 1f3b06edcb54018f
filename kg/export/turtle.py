"""The canonical file: RDF 1.1 Turtle, sorted, so that the same graph is the same bytes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, RdfFormat, Triple, serialize

from kg.errors import OutputError
from kg.vocab import PREFIXES, RDF, RDFS

_FIRST = {RDF.type: 0, RDFS.label: 1}


def write(quads: Iterable[Triple], path: Path) -> list[Triple]:
    """Write the triples to ``path``, whole or not at all, and return them as :func:`ordered`.

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
    return triples


def ordered(triples: Iterable[Triple]) -> list[Triple]:
    """Each triple once, by subject; within one its types, then its labels, then the other predicates. No subject or object is a triple."""
    groups: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        groups[triple.subject.value].append(triple)  # type: ignore[union-attr]
    return [triple for subject in sorted(groups) for triple in sorted(set(groups[subject]), key=_key)]


def _key(triple: Triple) -> tuple[int, str, str, str]:
    """The order of the triples of one subject."""
    predicate, value = triple.predicate.value, triple.object
    kind = f"{value.datatype.value}@{value.language or ''}" if isinstance(value, Literal) else ""
    return _FIRST.get(predicate, 2), predicate, value.value, kind  # type: ignore[union-attr]
