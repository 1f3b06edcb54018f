"""Many articles in one file: JSON lines, and tables (CSV, TSV) with a text column."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.model import Issue
from kg.read.article import Article, Found, details_of
from kg.read.decode import clean
from kg.read.limits import Limits
from kg.read.text import decoded_file, sha256, stem

_TEXT_NAMES = ("text", "content", "body", "article")
_DELIMITERS = ",;\t|"

#: Number of a line and its bytes; None for a line over the limit.
NumberedLine = tuple[int, bytes | None]


def read_jsonl(rows: Iterable[NumberedLine], source: str, limits: Limits) -> Found:
    """One JSON object a line: text, and optionally id, title, date, publisher or source, url, language."""
    for number, row in rows:
        place = f"line {number}"
        if row is None:
            yield Issue(source, f"is longer than {limits.max_file_size} bytes (--max-file-size)", place)
        elif row.strip():
            record = _json_object(row)
            if isinstance(record, str):
                yield Issue(source, record, place)
            else:
                yield from _article(record, source, number, place, limits)


def numbered_lines(stream: BinaryIO, limits: Limits, first: int = 1) -> Iterator[NumberedLine]:
    """Lines of a stream, never more than one of them in memory."""
    number, most = first, limits.max_file_size
    while row := stream.readline(most + 1):
        if len(row) <= most:
            yield number, row
        else:
            yield number, None
            while row and not row.endswith(b"\n"):
                row = stream.readline(most + 1)
        number += 1


def read_table(data: bytes, source: str, limits: Limits) -> Found:
    """A table with a header line: a column text (or content, body, article), the others as in JSON lines."""
    decoded = yield from decoded_file(data, source)
    if decoded is None:
        return
    try:
        rows, columns = table_rows(decoded.text, "\t" if source.lower().endswith(".tsv") else None)
        names = {name.strip().lower() for name in columns}
        if not names.intersection(_TEXT_NAMES):
            hint = "; a table about other files is given with --metadata" if "file" in names else ""
            yield Issue(source, f"has no column named {', '.join(_TEXT_NAMES[:-1])} or {_TEXT_NAMES[-1]}{hint}")
            return
        for number, row in enumerate(rows, 1):
            place = f"record {number}"
            if None in row:
                yield Issue(source, "has more fields than the header line; is a text with a comma not quoted?", place)
            yield from _article({name: value for name, value in row.items() if name is not None}, source, number, place, limits)
    except csv.Error as error:
        yield Issue(source, f"is no valid table ({error}); what follows was not read")
    if decoded.text.count('"') % 2:
        yield Issue(source, "has a quotation mark that is not closed; records may have run into one another")


def table_rows(text: str, delimiter: str | None = None) -> tuple[Iterator[dict[str | None, str | list[str] | None]], list[str]]:
    """The rows of a table by column, and its columns. The delimiter is the commonest one in the header line. May raise csv.Error.

    Fields beyond the header's are under the key None.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # of the whole process; an article outgrows the default
    header = text.lstrip().splitlines()[0] if text.strip() else ""
    best = delimiter or max(_DELIMITERS, key=header.count)
    reader: csv.DictReader[str] = csv.DictReader(io.StringIO(text, newline=""), delimiter=best)
    return iter(reader), list(reader.fieldnames or [])


def _json_object(row: bytes) -> dict[str, object] | str:
    """The object of a line, or a sentence about what is wrong with it."""
    try:
        record = json.loads(row.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "is not UTF-8"
    except (ValueError, RecursionError):
        return "is no valid JSON"
    return record if isinstance(record, dict) else "is no JSON object"


def _article(record: Mapping[str, object], source: str, number: int, place: str, limits: Limits) -> Found:
    lower = {name.strip().lower(): value for name, value in record.items()}
    found = next((value for name in _TEXT_NAMES if isinstance(value := lower.get(name), str) and value.strip()), None)
    if found is None:
        yield Issue(source, "has no text", place)
        return
    text, controls = clean(found)
    if controls:
        yield Issue(source, f"{controls} control characters were replaced by spaces", place)
    details, wrong = details_of(record, limits)
    yield from (Issue(source, reason, place) for reason in wrong)
    yield Article(source, f"{stem(source)}-{number}", text, sha256(text.encode()), False, details, place=place)
