"""The articles that an audit compares with: those given, or those of a built graph."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.audit.marks import numbered
from kg.errors import InputError, OutputError
from kg.ids import text_file
from kg.model import Document, Issue
from kg.read import Limits, document_from_text, read_documents
from kg.read.files import shown

_REPORT = "report.json"


def read_digest(digest: Path, paths: Sequence[str], metadata: Path | None, limits: Limits) -> tuple[Document, list[Document], list[Issue]]:
    """The digest under an id of its own, and the articles under ``paths`` without it, sorted by id.

    The output folder of a build stands for what it was built from. Raises a KgError.
    """
    built = [path for path in paths if (Path(path) / _REPORT).is_file()]
    documents, issues = read_documents([digest, *(path for path in paths if path not in built)], metadata, limits=limits)
    own = [doc for doc in documents if doc.source == shown(digest)]
    if len(own) != 1:
        raise InputError(f"{digest} holds {len(own) or 'no'} articles that can be read; a digest is one article in a file of its own.")
    found = [doc for doc in documents if doc not in own]
    for folder in built:
        more, told = _built(Path(folder), limits)
        found, issues = [*found, *more], [*issues, *told]
    articles = {doc.id: doc for doc in found if doc.text_sha256 != own[0].text_sha256}
    if not articles:
        why = f"{issues[0].file}: {issues[0].reason}" if issues else "name files, folders with articles or the output folder of a build"
        raise InputError(f"No article beside the digest could be read from {', '.join(paths)} ({why.rstrip('.')}).")
    name = own[0].id
    while name in articles:
        name += "-digest"
    supplied = [articles[key] for key in sorted(articles)]
    return numbered(replace(own[0], id=name), supplied), supplied, issues


def _built(folder: Path, limits: Limits) -> tuple[list[Document], list[Issue]]:
    try:
        records = json.loads((folder / _REPORT).read_text("utf-8"))["documents"]
        found = [_document(record, folder, limits) for record in records]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{folder / _REPORT} is no report of a build ({error}); build again.") from error
    return [doc for doc in found if isinstance(doc, Document)], [doc for doc in found if isinstance(doc, Issue)]


def _document(record: dict[str, Any], folder: Path, limits: Limits) -> Document | Issue:
    """The document as it was built: its kept text, else its file."""
    kept = folder / "texts" / text_file(record["id"])
    if record["keepText"]:
        text = kept.read_bytes().decode("utf-8", "surrogatepass")
        return document_from_text(record["id"], text, record["date"], title=record["title"], limits=limits)
    try:
        documents, issues = read_documents([record["source"]], limits=limits)
    except InputError as error:
        return Issue(record["source"], str(error))
    if not documents:
        return issues[0]
    return replace(documents[0], id=record["id"], title=record["title"], date=record["date"])
