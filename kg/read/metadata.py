"""A table that tells title, publisher, date, language and URL of articles by file name."""

from __future__ import annotations

import csv
from pathlib import Path, PurePath

from kg.errors import InputError
from kg.model import Issue
from kg.read.article import Details, details_of, misnamed
from kg.read.decode import BinaryError, decode
from kg.read.limits import Limits
from kg.read.tables import table_rows

_SHOWN = 5  # files that an issue lists


class Metadata:
    """Details by file name; a name may have folders before it, to tell files of one name apart."""

    def __init__(self, path: str = "", rows: dict[str, Details] | None = None) -> None:
        self._path = path
        self._rows = rows or {}
        self._used: set[str] = set()

    def of(self, source: str) -> Details:
        """What the table says about a file: the row that shares most of its path."""
        parts = PurePath(source).parts
        for first in range(len(parts)):
            name = "/".join(parts[first:])
            if name in self._rows:
                self._used.add(name)
                return self._rows[name]
        return Details()

    def unused(self) -> list[Issue]:
        """An issue when rows are about files that were not read."""
        names = sorted(self._rows.keys() - self._used)
        if not names:
            return []
        more = " …" if len(names) > _SHOWN else ""
        return [Issue(self._path, f"{len(names)} of its files were not read: {', '.join(names[:_SHOWN])}{more}")]


def load_metadata(path: Path, limits: Limits) -> tuple[Metadata, list[Issue]]:
    """Reads the table. Its columns are file, title, publisher, date, url, language in any order; all but file may be missing.

    Raises InputError when the file cannot be read, is no table, or has no column ``file``.
    """
    shown = path.as_posix()
    text = _text(path, limits)
    rows: dict[str, Details] = {}
    issues: list[Issue] = []
    try:
        records, columns = table_rows(text, "\t" if path.suffix.lower() == ".tsv" else None)
        if "file" not in (name.strip().lower() for name in columns):
            raise InputError(f"{shown} has no column named file: its first line must name the columns file,title,publisher,date,url,language")
        issues += [Issue(shown, reason) for reason in misnamed(columns, ("file",))]
        for number, record in enumerate(records, 1):
            values = {name: value for name, value in record.items() if name is not None}
            name = next((str(value or "").strip() for column, value in values.items() if column.strip().lower() == "file"), "")
            name = "/".join(PurePath(name).parts)
            details, wrong = details_of({column: value for column, value in values.items() if column.strip().lower() != "id"}, limits)
            if None in record:
                wrong.append("has more fields than the header line; is a title with a comma not quoted?")
            if not name:
                wrong.append("names no file and was left out")
            elif name in rows:
                wrong.append(f"{name} was given before; this record was left out")
            else:
                rows[name] = details
            issues += [Issue(shown, reason, f"record {number}") for reason in wrong]
    except csv.Error as error:
        raise InputError(f"{shown} is no valid CSV file ({error}): mend or export it again") from None
    return Metadata(shown, rows), issues


def _text(path: Path, limits: Limits) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(limits.max_file_size + 1)
    except OSError as error:
        raise InputError(f"the metadata file {path.as_posix()} cannot be read: {error.strerror or error}") from None
    if len(data) > limits.max_file_size:
        raise InputError(f"the metadata file {path.as_posix()} is larger than {limits.max_file_size} bytes; raise --max-file-size to read it")
    try:
        return decode(data).text
    except BinaryError:
        raise InputError(f"the metadata file {path.as_posix()} is not text: give a CSV file") from None
