"""The JSON has the keys that docs/json.md lists, and the texts say nothing that has no source."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest
from pyoxigraph import Store

from kg.views import accounts, agreement, conflicts, diff, digest, evidence, identity, names, show, sources, standing, timeline
from kg.views.layout import json_of
from tests.conftest import ROOT

INTERNAL = {accounts.Account, digest._Sentence}  # no command prints them
MODULES = (accounts, agreement, conflicts, diff, digest, evidence, identity, names, show, sources, standing, timeline)
RECORDS = {
    kind.__name__: kind
    for module in MODULES
    for kind in vars(module).values()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__ and kind not in INTERNAL
}


def documented() -> dict[str, str]:
    """The paragraph of each record."""
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    return {match[1]: match[2] for match in re.finditer(r"\*\*(\w+)\*\*(.*?)(?:\n\n|\Z)", text, re.DOTALL)}


def test_every_record_is_documented() -> None:
    assert set(documented()) == set(RECORDS)


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_key_is_documented(name: str) -> None:
    listed = re.findall(r"`(\w+)`", documented()[name])
    assert [key for key in (field.name for field in dataclasses.fields(RECORDS[name])) if key not in listed] == []


def sentences(value: Any) -> set[str]:
    """Every quoted sentence of a JSON value."""
    if isinstance(value, dict):
        own = {value["sentence"]} if "sentence" in value else set()
        return own.union(*(sentences(part) for part in value.values()))
    return set().union(*(sentences(part) for part in value)) if isinstance(value, list) else set()


def test_json_carries_the_words(store: Store) -> None:
    for record in (timeline.timeline(store), conflicts.conflicts(store), sources.sources(store), show.profile(store, names.the_one(store, "ruiz"))):
        assert sentences(json.loads(json_of(record)))
