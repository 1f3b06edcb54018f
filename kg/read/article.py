"""What a reader of one format hands on: an article's text with what is known about it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from kg.model import Issue
from kg.read.decode import clean
from kg.read.limits import Limits

#: The fields of :class:`Details` and the names that front matter, records and tables have for them.
_NAMES = {
    "id": ("id",),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "sitename"),
    "date": ("date", "published", "datepublished"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]{1,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ID_LENGTH = 200
_SHOWN = 60  # characters of a bad value that an issue shows


@dataclass(frozen=True, slots=True)
class Details:
    """What is known about an article beside its text; each value is checked."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Details) -> Details:
        """These details, completed by the other ones."""
        return Details(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True)
class Article:
    """An article before its blocks are told. ``exact``: the text is the file read as UTF-8; ``begin`` is where the body begins."""

    source: str
    id: str
    text: str
    sha256: str
    exact: bool = False
    details: Details = Details()
    begin: int = 0
    place: str = ""  # of its record in a table


#: Readers yield articles and tell what is wrong with the rest.
Found = Iterator[Article | Issue]


def details_of(values: Mapping[str, object], limits: Limits) -> tuple[Details, list[str]]:
    """Details from values by name (in any case; see ``_NAMES``), and one sentence about each value that had to be dropped or cut."""
    lower = {str(name).strip().lower(): value for name, value in values.items()}
    given = {name: text for name, names in _NAMES.items() if (text := next((t for n in names if (t := _scalar(lower.get(n)))), None))}
    wrong: list[str] = []
    if day := given.pop("date", None):
        if good := iso_day(day):
            given["date"] = good
        else:
            wrong.append(f"the date {_shown(day)} is no ISO day such as 2026-01-31 and was dropped")
    for name, pattern in (("url", _URL), ("language", _LANGUAGE)):
        if name in given and not pattern.fullmatch(given[name]):
            wrong.append(f"the {name} {_shown(given.pop(name))} is not valid and was dropped")
    for name in ("title", "publisher"):
        if len(given.get(name, "")) > limits.max_title:
            given[name] = given[name][: limits.max_title].rstrip()
            wrong.append(f"the {name} was cut to {limits.max_title} characters (--limit title=N)")
    if len(given.get("id", "")) > _ID_LENGTH:
        given["id"] = given["id"][:_ID_LENGTH].rstrip()
        wrong.append(f"the id was cut to {_ID_LENGTH} characters")
    return Details(**given), wrong


def misnamed(columns: Iterable[str], known: Iterable[str] = ()) -> list[str]:
    """A sentence for every column that is not read, with the nearest that is."""
    names = [*known, *(name for several in _NAMES.values() for name in several)]
    told = []
    for column in columns:
        if column.strip() and column.strip().lower() not in names:
            near = difflib.get_close_matches(column.strip().lower(), names, n=1)
            told.append(f"the column {_shown(column)} is not read{f'; did you mean {near[0]}?' if near else ''}")
    return told


def iso_day(value: str) -> str | None:
    """The day of an ISO 8601 day or date-time, or None when it is none. The day is taken as written, in its own time zone."""
    match = _DAY.fullmatch(value.strip())
    try:
        return date.fromisoformat(match[1]).isoformat() if match else None
    except ValueError:
        return None


def _scalar(value: object) -> str:
    """Text of a value, in one line; nothing for what is no text or number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(clean(str(value))[0].split())


def _shown(value: str) -> str:
    return f'"{value[:_SHOWN]}…"' if len(value) > _SHOWN else f'"{value}"'
