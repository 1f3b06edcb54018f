"""Classes in words, and which of a thing's classes is the most specific."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from pyoxigraph import RdfFormat, parse

from kg.resources import ontology_dir
from kg.vocab import ENTITY_TYPES, KG_IRI, RDFS


def entity_kind(classes: Iterable[str]) -> str:
    """What sort of entity has these classes (IRIs), in words: "government organization"; "thing" where none is known."""
    given = set(classes)
    known = [chain for chain in ENTITY_TYPES.values() if given.issuperset(chain)]
    return _words(re.split(r"[/#]", max(known, key=len, default=("Thing",))[0])[-1])


def event_kind(types: Iterable[str]) -> str:
    """What sort of happening has these classes (local names): that which is no superclass of another of them, in words."""
    given = sorted(set(types) - {"Event"})
    above = {parent for kind in given for parent in _ancestors(kind)}
    return next((_labels().get(kind) or _words(kind) for kind in given if kind not in above), "happening")


def _words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _ancestors(kind: str) -> set[str]:
    found: set[str] = set()
    ahead = [kind]
    while ahead:
        new = [parent for parent in _parents().get(ahead.pop(), []) if parent not in found]
        found.update(new)
        ahead += new
    return found


@functools.cache
def _shipped() -> list[tuple[str, str, str]]:
    """Subject, predicate and value of what the ontology says of event types, local names for IRIs."""
    quads = parse(path=str(ontology_dir() / "events.ttl"), format=RdfFormat.TURTLE)
    return [(q.subject.value.removeprefix(KG_IRI), q.predicate.value, q.object.value.removeprefix(KG_IRI)) for q in quads]


@functools.cache
def _labels() -> dict[str, str]:
    return {kind: value for kind, predicate, value in _shipped() if predicate == RDFS.label}


@functools.cache
def _parents() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, predicate, parent in _shipped():
        if predicate == RDFS.subClassOf:
            found.setdefault(kind, []).append(parent)
    return found
