"""Parses of test sentences, kept in ``tests/parses.jsonl`` so that rule tests run without loading spaCy.

A sentence that is not kept yet is parsed once and added. A slow test compares every kept parse with what the model says today.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from pathlib import Path
from typing import Any

from kg import nlp
from kg.extract import extract
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Block, Document, Extraction
from kg.parse import Parse

STORE = Path(__file__).with_name("parses.jsonl")


def document(text: str, date: str | None = None, kind: str = "text") -> Document:
    """A document of one block."""
    return Document("test", text, (Block(0, len(text), kind),), "0" * 64, "0" * 64, date=date)


@functools.cache
def _kept() -> dict[str, dict[str, Any]]:
    lines = STORE.read_text("utf-8").splitlines() if STORE.exists() else []
    return {record["text"]: record for record in map(json.loads, lines)}


@functools.cache
def lexicon() -> Lexicon:
    return load_lexicon()


def parsed(text: str) -> Parse:
    """The kept parse of a text. A text that is not kept yet is parsed and kept, so that the next run needs no model."""
    record = _kept().get(text)
    if record is None:
        record = {"text": text, **to_record(fresh(text))}
        with STORE.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
        _kept()[text] = record
    return from_record(record)


def read(text: str, date: str | None = None) -> Extraction:
    """What a text says, by its kept parse and the shipped ontology."""
    return extract(document(text, date), parsed(text), lexicon())


def fresh(text: str) -> Parse:
    """The model's parse."""
    return next(iter(_parser().parse([document(text)])))[1]


@functools.cache
def _parser() -> nlp.Parser:
    return nlp.load()


def to_record(parse: Parse) -> dict[str, Any]:
    """The columns of a parse; a token's children follow from the heads."""
    return {f.name: getattr(parse, f.name) for f in dataclasses.fields(parse) if f.name != "children"}


def from_record(record: dict[str, Any]) -> Parse:
    columns = {name: list(value) for name, value in record.items() if name != "text"}  # what reading mends is mended in a copy
    columns["sentences"] = [tuple(pair) for pair in columns["sentences"]]
    columns["citations"] = [tuple(numbers) for numbers in columns["citations"]]
    parse = Parse(**columns)
    parse.children = [[] for _ in parse.words]
    for i, head in enumerate(parse.heads):
        if head != i:
            parse.children[head].append(i)
    return parse
