"""Tables as files: CSV that no spreadsheet takes for formulas, and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import OutputError
from kg.export.source import statements
from kg.export.tables import Table, Value, tables

#: How a cell begins that a spreadsheet would compute.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def files(source: Path, form: str) -> dict[str, Callable[[BinaryIO], object]]:
    """The files of a graph's tables by name, each with what writes it. ``form`` is "csv" or "parquet". Raises :class:`OutputError`."""
    write = _parquet_writer() if form == "parquet" else write_csv
    return {f"{name}.{form}": partial(write, table) for name, table in tables(statements(source)).items()}


def write_csv(table: Table, file: BinaryIO) -> None:
    """RFC 4180 in UTF-8 with a head line. Text that begins like a formula gets an apostrophe; what is not known is an empty cell."""
    write_rows((list(table.columns), *([_defused(value) for value in row] for row in table.rows)), file)


def write_rows(rows: Iterable[Sequence[Value]], file: BinaryIO) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="", write_through=False)
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    text.flush()
    text.detach()


def _defused(value: Value) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _parquet_writer() -> Callable[[Table, BinaryIO], object]:
    """Raises :class:`OutputError` where the library is not installed."""
    try:
        from arro3.core import Array, DataType
        from arro3.core import Table as Columns
        from arro3.io import write_parquet
    except ImportError as error:
        raise OutputError("Parquet needs the library arro3; install it with: pip install 'newskg[tables]', or use --to csv.") from error
    kinds = {str: DataType.utf8(), int: DataType.int64(), float: DataType.float64(), bool: DataType.bool()}

    def write(table: Table, file: BinaryIO) -> None:
        columns: dict[str, Any] = {name: Array([row[n] for row in table.rows], kinds[kind]) for n, (name, kind) in enumerate(table.columns.items())}
        buffer = io.BytesIO()  # the library closes what it writes to
        write_parquet(Columns.from_pydict(columns), buffer, compression="zstd(3)", created_by="newskg")
        file.write(buffer.getvalue())

    return write
