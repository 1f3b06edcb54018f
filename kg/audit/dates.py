"""Days of a statement that its evidence has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.audit.statements import Source, Statement
from kg.audit.stems import stem
from kg.model import TimeExpression

_NO_YEAR = re.compile(r"XXXX-(\d\d(?:-\d\d)?)")  # of a digest without a date: "March 9", "in March"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_POINTS = ("DATE", "TIME")
_MONTH = len("12")
_WIDE = 8  # days of a stretch that does not tell which day

#: The statement's time, the other time of the evidence or None where it has no time at all, and the sentence of that.
Other = tuple[TimeExpression, TimeExpression | None, Statement]


def other_dates(told: Statement, parts: Sequence[Statement], raw: str, source: Source) -> Iterator[Other]:
    """``raw`` is the digest's text, ``source`` the article of the parts."""
    for mine in (t for t in told.times if _dated(t) or _day(t) or _weekday(raw, t) is not None):
        near, weekday = _happening(told, mine, parts), _weekday(raw, mine)
        own = _of_happening(told, mine, near) or [(t, part) for part in near for t in part.times if t.type in _POINTS]
        theirs = own or [(t, part) for part in parts for t in part.times if t.type in _POINTS]
        if any(_same(mine, raw, t, source.raw) or (_dated(t) and _overlap(mine, t, weekday)) for t, _ in theirs):
            continue
        before = any(_overlap(mine, t, weekday) for part in near or parts for t in part.before if _dated(t))
        dated = [(t, part) for t, part in theirs if _dated(t) or (_day(t) and weekday is None) or (weekday is not None and _weekday(source.raw, t))]
        vague = all(_dated(t) and _wide(t) and _within(mine, t, weekday) for t, _ in dated)  # "earlier this month" may be that day
        if vague and (before or (not (own and dated) and _on(mine, source.date, weekday))):
            continue
        if dated:
            yield (mine, *dated[0])
        elif _dated(mine) or source.date:
            yield mine, None, parts[0]


def _same(mine: TimeExpression, raw: str, theirs: TimeExpression, source: str) -> bool:
    """Whether two times go by the same words, or the same value, as far as it is known."""
    if _dated(mine) and _day(theirs):
        return (mine.begin or "")[len("2026-") :].startswith(_day(theirs) or "~")
    return _plain(raw, mine) == _plain(source, theirs) or (mine.value is not None and mine.value == theirs.value)


def _happening(told: Statement, time: TimeExpression, parts: Sequence[Statement]) -> list[Statement]:
    """The parts that tell of what the time belongs to."""
    lemmas = {stem(event.lemma) for event in told.events if event.time == time.id and not event.nominal}
    return [part for part in parts if lemmas & part.stems]


def _of_happening(told: Statement, time: TimeExpression, parts: Sequence[Statement]) -> list[tuple[TimeExpression, Statement]]:
    """Times that the parts give the very happening: of "fell ill on May 1, and died on May 9" only one is that of the death."""
    lemmas = {event.lemma for event in told.events if event.time == time.id and not event.nominal}
    given = {(part.doc, event.time) for part in parts for event in part.events if event.lemma in lemmas}
    return [(t, part) for part in parts for t in part.times if (part.doc, t.id) in given and t.type in _POINTS]


def _dated(time: TimeExpression) -> bool:
    return time.type in _POINTS and time.begin is not None and time.end is not None


def _weekday(raw: str, time: TimeExpression) -> int | None:
    """The number of a weekday of which it is not known which one it is; None of anything else."""
    word = raw[slice(*time.span)].lower()
    return _WEEKDAYS.index(word) if time.value is None and word in _WEEKDAYS else None


def _day(time: TimeExpression) -> str | None:
    """Month, and day where it is given, of a date whose year is not known."""
    match = _NO_YEAR.match(time.value or "")
    return match[1] if match else None


def _on(time: TimeExpression, day: str | None, weekday: int | None) -> bool:
    """Whether a time is, or holds, the day on which the article appeared."""
    if day is None:
        return False
    return date.fromisoformat(day).weekday() == weekday or day[5:].startswith(_day(time) or "~") or (time.begin or "~") <= day <= (time.end or "")


def _overlap(mine: TimeExpression, theirs: TimeExpression, weekday: int | None) -> bool:
    """Whether both may be one time, of which the other one does not tell less."""
    exact = weekday is not None or len(_day(mine) or "") > _MONTH or (_dated(mine) and not _wide(mine))
    return _within(mine, theirs, weekday) and not (exact and _wide(theirs))


def _within(mine: TimeExpression, theirs: TimeExpression, weekday: int | None) -> bool:
    begin, end = theirs.begin or "", theirs.end or ""
    day = _day(mine)
    if weekday is not None:
        return _wide(theirs) or weekday in (date.fromisoformat(begin).weekday(), date.fromisoformat(end).weekday())
    if day is not None:
        length = len("2026-") + len(day)
        return any(begin[:length] <= f"{year}-{day}" <= end[:length] for year in range(int(begin[:4]), int(end[:4]) + 1))
    return (mine.begin or "") <= end and begin <= (mine.end or "")


def _wide(time: TimeExpression) -> bool:
    return (date.fromisoformat(time.end or "") - date.fromisoformat(time.begin or "")).days >= _WIDE


def _plain(text: str, time: TimeExpression) -> str:
    return " ".join(text[slice(*time.span)].split())
