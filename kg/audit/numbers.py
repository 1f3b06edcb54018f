"""Numbers of a statement that its evidence has otherwise: of how many, which one in a row, and those that count nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.audit.likeness import Likeness
from kg.audit.statements import Statement
from kg.audit.stems import stem
from kg.model import Quantity, Span

_NOUN_REACH = 40  # characters from a number to the noun that it counts

#: Of the slots of time expressions, the words.
Meanings = Mapping[str, Mapping[str, str]]
#: Unit and value of quantities.
Counted = Collection[tuple[str | None, float]]
#: The words of a document at a span.
Reader = Callable[[str, Span], str]


def other_numbers(told: Statement, parts: Sequence[Statement], counted: Counted, meanings: Meanings, words: Reader) -> Iterator[tuple[str, str]]:
    """The statement's words and the evidence's, which may be none.

    ``counted`` are unit and value of every quantity of the article, ``meanings`` the words of the slots of time expressions.
    """
    yield from _quantities(told, parts, counted, meanings, words)
    yield from _ordinals(told, parts, meanings)
    yield from _figures(told, parts)


def numbers_by_home(told: Statement, parts: Sequence[Statement], likeness: Likeness) -> Iterator[tuple[Statement, list[Statement]]]:
    """The statement with the numbers of one happening alone, and the sentences that tell of it and have most of its names, if others tell of it, too.

    A number that only a sentence about others has is no number of this happening.
    """
    for event in (e for e in told.events if not e.nominal):
        own = [q for q in told.quantities if any(begin <= q.span[0] < end for begin, end in (role.span for role in event.roles))]
        telling = [part for part in parts if any(likeness.alike(e, event) for e in part.events)]
        shared = [len(told.keys & part.keys) for part in telling]
        homes = [part for part, n in zip(telling, shared, strict=True) if n == max(shared)]
        if own and homes != telling:
            yield replace(told, quantities=tuple(own), figures=()), homes


def _quantities(told: Statement, parts: Sequence[Statement], counted: Counted, meanings: Meanings, words: Reader) -> Iterator[tuple[str, str]]:
    """Numbers of one unit are compared with one another; a number that is told in other words ("43 missing") has to be there all the same."""
    theirs = [(q, part) for part in parts for q in part.quantities]
    for mine in told.quantities:
        same = [(q, part) for q, part in theirs if q.unit == mine.unit is not None]
        if any(_agrees(mine, q) for q, _ in same or theirs):
            continue
        free = [(q, part) for q, part in theirs if not any(_agrees(other, q) for other in told.quantities)]
        alike = [(q, part) for q, part in free if q.unit == mine.unit] or [(q, part) for q, part in free if q.unit is None or mine.unit is None]
        here = words(told.doc, _counted(mine, told))
        if alike or same:
            q, part = min(alike or same, key=lambda pair: abs(pair[0].value - mine.value))
            yield here, words(part.doc, _counted(q, part))
        elif mine.unit not in meanings.get("unit", {}) or (mine.unit, mine.value) not in counted:
            yield here, ""  # how long it took may be told elsewhere in the article, or in its headline


def _ordinals(told: Statement, parts: Sequence[Statement], meanings: Meanings) -> Iterator[tuple[str, str]]:
    """ "a fifth tanker" of "a third tanker"."""
    listed = meanings.get("ordinal", {})
    mine, theirs = ([w for w in x.words if w.text.lower() in listed] for x in (told, parts[0]))
    known = {w.stem for part in parts for w in part.words}
    other = next((w for w in theirs if w.stem not in told.stems), None)
    yield from ((w.text, other.text) for w in mine if w.stem not in known and other is not None)


def _figures(told: Statement, parts: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """Numbers that count nothing: ages, scores, articles of a law."""
    theirs = [figure for part in parts for figure in part.figures]
    for mine in told.figures:
        if theirs and mine not in theirs:
            same = [figure for figure in theirs if ("-" in figure) == ("-" in mine)]
            if same:
                yield mine, same[0]


def _agrees(mine: Quantity, theirs: Quantity) -> bool:
    """Equal values; or the article's exact number lies within the bound that the digest gives ("more than 30" of 35)."""
    if _range(mine) and _range(theirs):
        return (mine.min, mine.max) == (theirs.min, theirs.max)
    if mine.value == theirs.value:
        return True
    exact = theirs.bound is None
    within = (mine.min is None or mine.min <= theirs.value) and (mine.max is None or theirs.value <= mine.max)
    return exact and mine.bound is not None and within and (mine.min is not None or mine.max is not None)


def _range(quantity: Quantity) -> bool:
    return quantity.min is not None and quantity.max is not None and quantity.min < quantity.max


def _counted(quantity: Quantity, statement: Statement) -> Span:
    """The number up to the noun that it counts, or the word after it."""
    begin, end = quantity.span
    unit, after = stem(quantity.unit or ""), [w for w in statement.words if end <= w.span[0] <= end + _NOUN_REACH]
    noun = next((w for w in after if w.stem == unit), after[0] if after and after[0].span[0] - end <= 1 else None)
    return begin, noun.span[1] if noun else end
