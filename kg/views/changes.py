"""A diff of two graphs as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kg.views.diff import Diff, Documents, Regrouped, Restanding, Restated, Side
from kg.views.layout import heading, text_of, wrapped

NOTHING = "Nothing changed: both graphs have the same documents and tell the same.\n"
_T = TypeVar("_T")


def as_text(found: Diff, width: int, limit: int = 0) -> str:
    """A section for each kind of change, what weighs most first; ``limit`` entries of each, all with 0."""
    if found.empty:
        return NOTHING
    lines = _document_lines(found.documents, width)
    lines += _section("Happenings that stand firmer", found.firmer, _restanding, width, limit)
    lines += _section("Happenings that stand weaker", found.weaker, _restanding, width, limit)
    lines += _section("Claims that are put forward more firmly", found.upgraded, _restated, width, limit)
    lines += _section("Claims that are put forward less firmly", found.downgraded, _restated, width, limit)
    lines += _section("New claims", found.new, _told, width, limit)
    lines += _section("Withdrawn claims", found.withdrawn, _told, width, limit)
    lines += _section("Several that are one now", found.merged, _regrouped, width, limit)
    lines += _section("One that is several now", found.split, _regrouped, width, limit)
    lines += _section("Under another key now", found.renamed, _regrouped, width, limit)
    return text_of(lines)


def _section(title: str, items: Sequence[_T], show: Callable[[_T, int], Iterable[str]], width: int, limit: int) -> list[str]:
    if not items:
        return []
    shown = items[:limit] if limit else items
    more = [f"… {len(items) - len(shown)} more; --limit 0 shows all."] if len(shown) < len(items) else []
    return [*heading(f"{title} ({len(items)})"), *(line for item in shown for line in show(item, width)), *more]


def _document_lines(documents: Documents, width: int) -> list[str]:
    told = (
        ("Added", documents.added),
        ("Removed", documents.removed),
        ("Revised", documents.revised),
        ("Other title or date", documents.redescribed),
    )
    lines = [line for title, ids in told if ids for line in wrapped(", ".join(ids), width, f"{title}: ")]
    return [*heading("Documents"), *lines] if lines else []


def _restanding(one: Restanding, width: int) -> list[str]:
    return wrapped(f"{one.before} → {one.after}: {one.what}", width, "• ")


def _restated(one: Restated, width: int) -> list[str]:
    lines = wrapped(f"{one.before.standing} → {one.after.standing}: {one.after.what}", width, "• ")
    sentences = [one.before, one.after] if one.before.sentence != one.after.sentence else [one.after]
    return [*lines, *(line for side in sentences for line in _quoted(side, width))]


def _told(one: Side, width: int) -> list[str]:
    return [*wrapped(f"{one.standing}: {one.what}", width, "• "), *_quoted(one, width)]


def _quoted(one: Side, width: int) -> list[str]:
    return [*wrapped(f"“{one.sentence}”", width, "    "), *wrapped(one.place, width, "    — ")]


def _regrouped(one: Regrouped, width: int) -> list[str]:
    return wrapped(f"{one.what}: {', '.join(one.before)} → {', '.join(one.after)}", width, "• ")
