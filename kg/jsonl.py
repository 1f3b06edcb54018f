"""Extractions as data: one JSON object a document, without loss (design, "Extractions as data").

Beside the keys that the format shows, a record carries a further key only where its value is not the usual one:
an entity's ``named``, ``link``, ``head`` and ``plural``; a time's ``begin`` and ``end``; a quantity's ``min``, ``max`` and ``of``; an
event's ``nominal``, ``attribution``, ``predicate``, ``since``, ``until``, ``through``, ``where``, ``words`` and
``called``; a claim's ``known`` and ``citations``.
A pronoun that nothing in the document explains, and a phrase that is beside a verb in no role of the graph (an ``oblique``), are participants by
entities of their own, with ``beside``; no graph has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from itertools import count
from typing import Any

from kg.model import Attribution, Claim, Document, Entity, Event, Extraction, Mention, Quantity, Role, TimeExpression

#: Fields that are left out while they hold their default.
_OPTIONAL: dict[type, frozenset[str]] = {
    Entity: frozenset({"named", "link", "head", "plural"}),
    TimeExpression: frozenset({"begin", "end"}),
    Quantity: frozenset({"min", "max", "of"}),
    Event: frozenset({"nominal", "attribution", "predicate", "since", "until", "through", "where", "words", "called", "beside"}),
    Claim: frozenset({"known", "citations"}),
}
_PERSONAL = frozenset({"he", "she", "him", "her", "himself", "herself", "i", "me", "myself"})
_RECORDS: dict[str, type] = {
    "entities": Entity,
    "mentions": Mention,
    "times": TimeExpression,
    "quantities": Quantity,
    "events": Event,
    "attributions": Attribution,
    "claims": Claim,
}


def to_json(extraction: Extraction) -> dict[str, Any]:
    """The extraction as JSON-ready data; spans are ``[begin, end]`` in code points of the document's text."""
    document = extraction.document
    head = {
        "doc": document.id,
        "sha256": document.sha256,
        "language": document.language,
        "date": document.date,
        "sentences": [list(span) for span in extraction.sentences],
    }
    data = head | {key: [_plain(record) for record in getattr(extraction, key)] for key in _RECORDS}
    _add_beside(data, document.text)
    return data


def _add_beside(data: dict[str, Any], text: str) -> None:
    """Participants that the graph leaves out: whoever reads the events as they are told wants "they" beside "moved to the coast"."""
    taken = {entity["id"] for entity in data["entities"]}
    names = (name for name in (f"p{n}" for n in count(1)) if name not in taken)
    found: dict[tuple[int, ...], str] = {}
    for event in data["events"]:
        for role, span in event.pop("beside", ()):
            if tuple(span) not in found:
                found[tuple(span)] = name = next(names)
                label = text[span[0] : span[1]]
                kind = "Person" if label.lower() in _PERSONAL else "Thing"
                data["entities"].append({"id": name, "label": label, "type": kind, "aliases": [], "named": False, "beside": True})
            event["roles"].append({"role": role, "span": list(span), "entity": found[tuple(span)]})


def _without_beside(data: dict[str, Any]) -> dict[str, Any]:
    """The same data with those participants as events have them (undoes :func:`_add_beside`)."""
    own = {entity["id"] for entity in data["entities"] if entity.get("beside")}
    events = []
    for event in data["events"]:
        beside = [[role["role"], role["span"]] for role in event["roles"] if role["entity"] in own]
        roles = [role for role in event["roles"] if role["entity"] not in own]
        events.append(event | {"roles": roles} | ({"beside": beside} if beside else {}))
    return data | {"entities": [entity for entity in data["entities"] if entity["id"] not in own], "events": events}


def from_json(data: dict[str, Any], document: Document) -> Extraction:
    """What :func:`to_json` was given; ``document`` is the article that ``data`` speaks of.

    Raises ValueError when ``data`` was made from another document or another content of it.
    """
    if (data["doc"], data["sha256"]) != (document.id, document.sha256):
        raise ValueError(f"extraction of {data['doc']} does not belong to document {document.id}")
    data = _without_beside(data)
    parts: dict[str, Any] = {key: tuple(_record(cls, record) for record in data[key]) for key, cls in _RECORDS.items()}
    return Extraction(document=document, sentences=_tuples(data["sentences"]), **parts)


def _plain(record: Any) -> dict[str, Any]:
    optional = _OPTIONAL.get(type(record), frozenset())
    shown = ((field.name, getattr(record, field.name), field.default) for field in fields(record))
    return {name: _value(value) for name, value, default in shown if name not in optional or value != default}


def _value(value: Any) -> Any:
    if isinstance(value, Role):
        return _plain(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 110, not 110.0
    return value


def _record(cls: Any, data: dict[str, Any]) -> Any:
    numbers = {field.name for field in fields(cls) if str(field.type).startswith("float")}
    return cls(**{key: float(value) if key in numbers and value is not None else _tuples(value) for key, value in data.items()})


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return _record(Role, value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return tuple(_tuples(item) for item in value)
    return value
