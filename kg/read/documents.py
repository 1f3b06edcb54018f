"""The reading stage as a whole: paths → documents, sorted by id, and what was wrong on the way."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Document, Issue
from kg.read import files
from kg.read.article import Article, Details, Found, details_of
from kg.read.blocks import find_blocks
from kg.read.decode import clean
from kg.read.docx import read_docx
from kg.read.feeds import read_feed
from kg.read.language import looks_english
from kg.read.limits import DEFAULT_LIMITS, Limits
from kg.read.metadata import Metadata, load_metadata
from kg.read.pdf import read_pdf
from kg.read.tables import numbered_lines, read_jsonl, read_table
from kg.read.text import read_html, read_text, sha256
from kg.read.warc import read_warc

#: Readers of whole files, by extension.
_READERS: dict[str, Callable[[bytes, str, Limits], Found]] = {
    **dict.fromkeys(files.TABLE, read_table),
    **dict.fromkeys(files.HTML, read_html),
    **dict.fromkeys(files.PDF, read_pdf),
    **dict.fromkeys(files.DOCX, read_docx),
    **dict.fromkeys(files.FEED, read_feed),
}


def read_documents(
    paths: Iterable[str | Path],
    metadata: Path | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[list[Document], list[Issue]]:
    """Reads files, folders and, for "-", standard input (JSON lines or one plain text).

    ``metadata`` is a CSV file with a column ``file``; what it says about a file wins over what the file says. Documents are
    sorted by id and do not depend on the order of ``paths``. An article that cannot be read is an issue.

    Raises InputError for a missing path, a folder without any article, and a metadata file that cannot be used.
    """
    articles, issues = gather(paths, metadata, stdin, limits)
    documents, told = named_apart(articles)
    return documents, issues + told


def gather(
    paths: Iterable[str | Path],
    metadata: Path | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits = DEFAULT_LIMITS,
    whole: bool = True,
) -> tuple[list[Document], list[Issue]]:
    """:func:`read_documents` before ids are made unique: each article has the id that it gives itself or that its file gives it.

    ``whole`` says that the files which ``metadata`` tells of should all be there; else they may have been read before.
    """
    table, issues = load_metadata(metadata, limits) if metadata else (Metadata(), [])
    found, told = files.find_files(paths, metadata)
    issues += told
    documents: list[Document] = []
    for item in chain.from_iterable(_told(path, _read(path, stdin, limits)) for path in found):
        if isinstance(item, Issue):
            issues.append(item)
        elif len(documents) >= limits.max_documents:
            issues.append(Issue(item.source, f"only the first {limits.max_documents} articles were read (--max-documents)", item.place))
            break
        else:
            documents.append(_document(item, table.of(item.source), limits))
            if len(item.text) > limits.max_text:
                issues.append(Issue(item.source, f"only its first {limits.max_text} characters were read (--limit text=N)", item.place))
            if not looks_english(_body(documents[-1])):
                issues.append(Issue(item.source, "does not look like English; it was read all the same", item.place))
    else:
        issues += table.unused() if whole else []
    return documents, issues


def _body(document: Document) -> str:
    """What is read of a document but its source list, which is names."""
    return "\n".join(document.text[block.begin : block.end] for block in document.blocks if block.kind != "source")


def document_from_text(
    doc_id: str,
    text: str,
    date: str | None = None,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """A document of text in hand. ``date`` is an ISO day, ``language`` a BCP 47 tag.

    Control characters and lone surrogates become spaces, so that offsets speak of the text given.
    Raises InputError for a date, URL or language that is not valid.
    """
    given = {"title": title, "publisher": publisher, "date": date, "url": url, "language": language}
    details, wrong = details_of(given, limits)
    if wrong and any("dropped" in reason for reason in wrong):
        raise InputError(f"document {doc_id}: {wrong[0].replace(' and was dropped', '')}")
    cleaned, _ = clean(text)
    return _document(Article("-", doc_id, cleaned, sha256(cleaned.encode()), False, details), Details(), limits)


def _told(path: Path, items: Found) -> Found:
    """What a file holds; that it holds nothing, where its reader has nothing to say."""
    empty = True
    for item in items:
        empty = False
        yield item
    if empty:
        yield Issue("-" if str(path) == "-" else files.shown(path), "holds no article")


def _read(path: Path, stdin: BinaryIO | None, limits: Limits) -> Found:
    """What one file holds."""
    if str(path) == "-":
        yield from _read_stdin(stdin or sys.stdin.buffer, limits)
        return
    source, kind = files.shown(path), files.kind(path)
    try:
        with path.open("rb") as file:
            if kind in files.JSONL:
                yield from read_jsonl(numbered_lines(file, limits), source, limits)
            elif kind in files.WARC:
                yield from read_warc(file, source, limits)
            elif len(data := file.read(limits.max_file_size + 1)) > limits.max_file_size:
                yield Issue(source, f"is larger than {limits.max_file_size} bytes (--max-file-size)")
            else:
                yield from _READERS.get(kind, read_text)(data, source, limits)
    except OSError as error:
        yield Issue(source, f"cannot be read: {error.strerror or error}")
    except ImportError as error:
        yield Issue(source, f'needs {error.name}, which comes with: pip install "newskg[readers]"')


def _read_stdin(stream: BinaryIO, limits: Limits) -> Found:
    """JSON lines when the first line that holds anything begins an object, else one plain text."""
    most = limits.max_file_size
    head = b""
    number = 1
    while (row := stream.readline(most + 1)) and not row.strip() and len(head) <= most:
        head += row
        number += 1
    if row.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and len(row) <= most:
        yield from read_jsonl(chain([(number, row)], numbered_lines(stream, limits, number + 1)), "-", limits)
        return
    data = head + row + stream.read(max(0, most + 1 - len(head) - len(row)))
    if len(data) > most:
        yield Issue("-", f"is larger than {most} bytes (--max-file-size)")
        return
    for item in read_text(data, "-", limits):
        yield item if isinstance(item, Issue) else replace(item, exact=False)


def _document(article: Article, given: Details, limits: Limits) -> Document:
    details = given.over(article.details)
    blocks, citations = find_blocks(article.text, article.begin, details.title, limits.max_block)
    blocks = tuple(block for block in blocks if block.end <= limits.max_text)
    headline = next((article.text[block.begin : block.end] for block in blocks if block.kind == "headline"), "")
    return Document(
        id=_id(details.id or article.id),
        text=article.text,
        blocks=blocks,
        sha256=article.sha256,
        text_sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        source=article.source,
        keep_text=not article.exact,
        title=details.title or " ".join(headline.split())[: limits.max_title] or None,
        date=details.date,
        publisher=details.publisher,
        url=details.url,
        language=details.language or "en",
        citations=citations,
    )


def _id(given: str) -> str:
    """An id in one line and one Unicode form: a file's name differs between systems."""
    printable = clean(given.encode("utf-8", "replace").decode())[0]
    name = unicodedata.normalize("NFC", " ".join(printable.split()))
    return name if name.strip(".") else "document"  # an IRI's segment of dots alone would lead elsewhere


def named_apart(articles: Iterable[Document]) -> tuple[list[Document], list[Issue]]:
    """The documents by ids of their own, sorted, and what had to be renamed."""
    named = by_name(articles)
    renamed = [(name, article) for name, article in named.items() if article.id != name]
    issues = [Issue(article.source, f'another article has the id "{article.id}"; this one is "{name}"') for name, article in renamed]
    return [replace(named[name], id=name) for name in sorted(named)], issues


def by_name(articles: Iterable[Document]) -> dict[str, Document]:
    """The articles by ids of their own. Of several with one id the one with the smallest hash keeps it, others get theirs appended."""
    same: defaultdict[str, list[Document]] = defaultdict(list)
    for article in articles:
        same[article.id].append(article)
    named = {doc_id: min(group, key=_order) for doc_id, group in same.items()}
    for doc_id, group in sorted(same.items()):
        for article in sorted(group, key=_order)[1:]:
            named[next(name for name in _names(doc_id, article.sha256) if name not in named)] = article
    return named


def _order(document: Document) -> tuple[str, ...]:
    return document.sha256, document.source, document.title or "", document.date or "", document.publisher or "", document.url or ""


def _names(doc_id: str, digest: str) -> Iterator[str]:
    base = f"{doc_id}-{digest[:6]}"
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1
