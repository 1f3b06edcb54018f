"""The kept parses of test sentences are what the model says."""

from __future__ import annotations

import json

import pytest

from tests.parses import STORE, fresh, to_record


@pytest.mark.slow
def test_kept_parses_are_the_models() -> None:
    records = [json.loads(line) for line in STORE.read_text("utf-8").splitlines()]
    assert records
    texts = [record.pop("text") for record in records]
    assert len(set(texts)) == len(texts)
    for text, record in zip(texts, records, strict=True):
        assert record == json.loads(json.dumps(to_record(fresh(text)))), text
