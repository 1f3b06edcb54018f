"""WARC files, the archives that crawlers write: each page is an article, by warcio."""

from __future__ import annotations

import contextlib
import gzip
import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from kg.model import Issue
from kg.read.article import Article, Details, Found, details_of
from kg.read.limits import Limits
from kg.read.pdf import read_pdf
from kg.read.text import read_html, read_text, sha256, stem

_READERS: dict[str, Callable[[bytes, str, Limits], Found]] = {
    "text/html": read_html,
    "application/xhtml+xml": read_html,
    "text/plain": read_text,
    "application/pdf": read_pdf,
}
_PAGES = frozenset({"response", "resource", "conversion"})  # record types that hold what was fetched
_HEADERS = 1_000_000  # bytes of the headers of one record
_SHOWN = 3  # kinds that an issue lists


def read_warc(stream: BinaryIO, source: str, limits: Limits) -> Found:
    """The pages of a WARC file, compressed or not, one record in memory at a time; a page's URL is the record's, its date the page's own.

    The day on which a page was fetched is no publishing date and is not used as one.
    """
    from warcio.archiveiterator import ArchiveIterator

    others: Counter[str] = Counter()
    number = pages = 0
    try:
        bounded = _Unpacked(stream)
        records = ArchiveIterator(bounded)
        while record := _silent(lambda: next(records, None)):
            number += 1
            bounded.left = None
            if record.rec_type in _PAGES:
                pages += 1
                yield from _page(record, source, number, limits, others)
            _silent(records.read_to_end)
            if record.raw_stream.limit:
                raise EOFError
            if records.err_count:
                yield Issue(source, "does not end where its length says; it may be cut or hold too much", f"record {number}")
                records.err_count = 0
            bounded.left = _HEADERS
    except Exception:  # of many kinds, from the parser and from decompression
        yield Issue(source, f"is damaged after record {number}; what follows was not read" if number else "is no WARC file that can be read")
        return
    if not pages:
        yield Issue(source, f"holds no page in its {number} records")
    if others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in others.most_common(_SHOWN))
        yield Issue(source, f"passed over {others.total()} records that are no article: {kinds}{' …' if len(others) > _SHOWN else ''}")


def _silent(step: Callable[[], Any]) -> Any:
    """The library writes to the terminal what it finds amiss."""
    with contextlib.redirect_stderr(io.StringIO()):
        return step()


class _Unpacked:
    """The unpacked bytes of a file. ``left`` bounds what may be read before the next record begins, since the library bounds no line."""

    def __init__(self, stream: BinaryIO) -> None:
        magic = stream.read(2)
        stream.seek(0)
        self._stream: Any = gzip.GzipFile(fileobj=stream) if magic == b"\x1f\x8b" else stream
        self._offset = 0
        self.left: int | None = _HEADERS

    def read(self, size: int) -> bytes:
        try:
            data: bytes = self._stream.read1(size)
        except EOFError:
            raise OSError from None  # the library takes an EOFError for the end of a file that is whole
        self._offset += len(data)
        if self.left is not None:
            self.left -= len(data)
            if self.left < 0:
                raise OSError
        return data

    def tell(self) -> int:
        return self._offset


def _page(record: Any, source: str, number: int, limits: Limits, others: Counter[str]) -> Iterator[Article | Issue]:
    place = f"record {number}"
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if status != "200" or kind not in _READERS:
        others[kind if status == "200" else f"with status {status}"] += 1
        return
    data = record.content_stream().read(limits.max_file_size + 1)
    if len(data) > limits.max_file_size:
        yield Issue(source, f"is larger than {limits.max_file_size} bytes (--max-file-size)", place)
        return
    known = details_of({"url": record.rec_headers.get_header("WARC-Target-URI")}, limits)[0]
    for item in _READERS[kind](data, source, limits):
        yield _issue(item, place) if isinstance(item, Issue) else _article(item, place, number, known)


def _issue(issue: Issue, place: str) -> Issue:
    return replace(issue, place=f"{place}, {issue.place}" if issue.place else place)


def _article(article: Article, place: str, number: int, known: Details) -> Article:
    identity = f"{stem(article.source)}-{number}"
    return replace(article, id=identity, place=place, exact=False, sha256=sha256(article.text.encode()), details=known.over(article.details))
