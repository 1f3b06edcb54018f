"""Audits of invented digests, by kept parses."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kg.audit.verdicts import Finding, audit
from kg.extract import extract
from kg.model import Block, Citation, Document, Extraction
from kg.resolve import resolve
from tests.parses import lexicon, parsed


def told(doc_id: str, text: str, date: str | None = "2025-03-07", sources: Sequence[str] = ()) -> Extraction:
    """What a text of one paragraph says; ``sources`` are the titles of a digest's source list."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    listed = "".join(f"\n[{n}] {title}" for n, title in enumerate(sources, 1))
    citations, begin = [], len(text) + 1
    for n, title in enumerate(sources, 1):
        begin += len(f"[{n}] ")
        citations.append(Citation(n, title, (begin, begin + len(title))))
        begin += len(title) + 1
    document = Document(
        doc_id, text + listed, (Block(0, len(text)),), sha256, sha256, title=f"Title of {doc_id}", date=date, citations=tuple(citations)
    )
    return extract(document, parsed(text), lexicon())


def findings(digest: Extraction, articles: Sequence[Extraction]) -> list[Finding]:
    names = resolve([digest, *articles], lexicon()).names
    return audit(digest, articles, names, lexicon())
