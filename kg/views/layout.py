"""Lines for a terminal: harmless, wrapped by the columns that letters take, with hanging indents."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from kg.query import columns, plain

_WIDEST = 110  # columns of a line that the eye still follows
_NARROWEST = 24  # columns for the text itself, however deep the indent


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most ``width`` columns. ``first`` stands before the first, ``rest`` (spaces as wide by default) before the others.

    A word that is longer than a line is not broken, so that names and IRIs can be copied.
    """
    rest = " " * columns(first) if rest is None else rest
    room = max(min(width, _WIDEST), columns(rest) + _NARROWEST)
    lines, line = [], first
    for word in plain(text).split():
        empty = line in (first, rest)
        if not empty and columns(line) + 1 + columns(word) > room:
            lines.append(line)
            line, empty = rest, True
        line += word if empty else f" {word}"
    return [*lines, line.rstrip()] if line.strip() else lines


def padded(text: str, size: int) -> str:
    """The text with spaces up to ``size`` columns."""
    return text + " " * (size - columns(text))


def heading(text: str) -> list[str]:
    """A title with a blank line before it and a rule below."""
    return ["", plain(text), "─" * min(columns(plain(text)), _WIDEST)]


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 document", "2 documents"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def text_of(lines: Iterable[str]) -> str:
    """One string, without blank lines at its beginning."""
    return "\n".join(lines).strip("\n") + "\n"


def csv_of(head: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV under the names of their columns."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *rows])
    return out.getvalue()


def json_of(record: Any) -> str:
    """A record (a dataclass) as indented JSON; its fields are the keys."""
    return json.dumps(asdict(record), ensure_ascii=False, indent=2) + "\n"
