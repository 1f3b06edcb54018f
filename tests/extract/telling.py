"""What rule tests ask of an extraction: events by their lemma, participants by the words a reader would use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from kg.model import Event, Extraction, Span
from tests.parses import read


def label_of(extraction: Extraction, local: str) -> str:
    """A participant as a reader would call it: an entity's label, the lemma of an event in angle brackets."""
    for entity in extraction.entities:
        if entity.id == local:
            return entity.label
    return "<" + next(e.lemma for e in extraction.events if e.id == local) + ">"


def event(extraction: Extraction, lemma: str) -> Event:
    """The first event of a lemma."""
    found = [e for e in extraction.events if e.lemma == lemma]
    assert found, f"no event {lemma!r} among {[e.lemma for e in extraction.events]}"
    return found[0]


def roles_of(extraction: Extraction, told: Event) -> dict[str, list[str]]:
    """Role → labels of who fills it, in the order of the event's roles; the place beside them."""
    found: dict[str, list[str]] = {}
    for role in told.roles:
        found.setdefault(role.role, []).append(label_of(extraction, role.entity))
    if told.place is not None:
        found["place"] = [label_of(extraction, told.place), *found.get("place", [])]
    return found


def roles(text: str, lemma: str) -> dict[str, list[str]]:
    """Who takes part in the first event of a lemma."""
    extraction = read(text)
    return roles_of(extraction, event(extraction, lemma))


def source(extraction: Extraction, attribution: str | None) -> str | None:
    """The label of whoever an attribution names, None in the document's own voice."""
    if attribution is None:
        return None
    entity = next(a.entity for a in extraction.attributions if a.id == attribution)
    return None if entity is None else label_of(extraction, entity)


def quoted(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The words at some spans, overlapping spans as one; punctuation at their edges is left out."""
    merged: list[list[int]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([begin, end])
    words = (text[begin:end].strip(' ,.:"') for begin, end in merged)
    return tuple(word for word in words if word)


def failing(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    """A table of known failures as parameters: the last column says why each fails, and one that passes breaks the test."""
    return [pytest.param(*row[:-1], marks=pytest.mark.xfail(strict=True, reason=row[-1])) for row in rows]


def table(cases: dict[str, list[Any]]) -> list[Any]:
    """Rows by construction as parameters, named by the construction and the sentence."""
    return [pytest.param(*row, id=f"{kind}: {row[0][:45]}") for kind, rows in cases.items() for row in rows]
