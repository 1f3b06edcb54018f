"""Days of a statement that its evidence has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.audit.statements import Source, Statement
from kg.audit.stems import stem
from kg.model import TimeExpression

_NO_YEAR = re.compile(r"XXXX-(\d\d-\d\d)")  # of a digest without a date: "March 9"

#: The statement's time, the other time of the evidence or None where it has no time at all, and the sentence of that.
Other = tuple[TimeExpression, TimeExpression | None, Statement]


def other_dates(told: Statement, parts: Sequence[Statement], raw: str, source: Source) -> Iterator[Other]:
    """``raw`` is the digest's text, ``source`` the article of the parts."""
    for mine in (t for t in told.times if _dated(t) or _day(t)):
        near = _happening(told, mine, parts)
        theirs = [(t, part) for part in near for t in part.times if _dated(t)] or [(t, part) for part in parts for t in part.times if _dated(t)]
        words = _plain(raw, mine)
        if any(_overlap(mine, t) or _plain(source.raw, t) == words for t, _ in theirs):
            continue
        if theirs:
            yield mine, theirs[0][0], theirs[0][1]
        elif not _on(mine, source.date) and not any(_overlap(mine, t) for part in near or parts for t in part.before if _dated(t)):
            yield mine, None, parts[0]


def _happening(told: Statement, time: TimeExpression, parts: Sequence[Statement]) -> list[Statement]:
    """The parts that tell of what the time belongs to."""
    lemmas = {stem(event.lemma) for event in told.events if event.time == time.id and not event.nominal}
    return [part for part in parts if lemmas & part.stems]


def _dated(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and time.begin is not None and time.end is not None


def _day(time: TimeExpression) -> str | None:
    """Month and day of a date whose year is not known."""
    match = _NO_YEAR.match(time.value or "")
    return match[1] if match else None


def _on(time: TimeExpression, day: str | None) -> bool:
    """Whether a time is the day on which the article appeared."""
    return day is not None and (_day(time) == day[5:] or (time.begin or "~") <= day <= (time.end or ""))


def _overlap(mine: TimeExpression, theirs: TimeExpression) -> bool:
    begin, end = theirs.begin or "", theirs.end or ""
    day = _day(mine)
    if day is not None:
        return any(begin <= f"{year}-{day}" <= end for year in range(int(begin[:4]), int(end[:4]) + 1))
    return (mine.begin or "") <= end and begin <= (mine.end or "")


def _plain(text: str, time: TimeExpression) -> str:
    return " ".join(text[slice(*time.span)].split())
