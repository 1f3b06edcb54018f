"""The ten queries, what each engine makes of them, and the document that tells it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.query import saved_query
from tests import saved
from tests.interop.engines import Engine, Rows, Unable, canonical

#: Saved queries that between them use what stores differ in, and what that is.
TEN: dict[str, str] = {
    "who-said-what": "`VALUES` with `UNDEF`, `LCASE`, `CONTAINS`",
    "casualty-numbers": "`VALUES`, several `OPTIONAL`",
    "disputed": "`STRBEFORE`, `STRAFTER`",
    "timeline": "subqueries that are joined as wholes, dates, `ORDER BY` over several columns",
    "events-per-month": "`SUBSTR` of a date, grouping by what `BIND` made",
    "first-report": "a subquery with `HAVING` and the least of dates",
    "corroborated": "a cast to `xsd:integer`, `COALESCE`, `CONCAT`",
    "offices-held": "`MINUS` in a subquery",
    "entities-by-type": "`REPLACE` with a pattern, `NOT IN`",
    "seen-together": "a triangle of patterns, `COUNT(DISTINCT …)`, `STR` compared",
}


_HEAD = """\
# Which stores take the graph

Written by `make interop`, which installs these programs where it can, starts those that are servers on loopback, loads the graph of the sample
articles ({triples} triples) into each in its own way, and asks ten of the saved queries. Answers are compared row by row with those of the store of
a build, whatever their order. A store that is not in the table was not run. How to load others: [stores.md](stores.md).

| store | version | loaded by | triples | queries answered alike |
| --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an engine did: its version, its count of triples, and for each query the rows or why there are none."""

    version: str
    triples: int
    answers: Mapping[str, Rows | str]


def questions() -> dict[str, str]:
    """The text of each of the ten, with the parameters of its kept answer."""
    return {name: saved.text(saved_query(name)) for name in TEN}


def outcome(engine: Engine, turtle: Path) -> Outcome:
    """Load, count and ask. Raises :class:`Unable` where the file cannot be loaded."""
    with tempfile.TemporaryDirectory(prefix="interop-") as folder:
        try:
            engine.load(turtle, Path(folder))
            triples = engine.count()
            asked = {name: text for name, text in questions().items() if engine.asks and name not in engine.unasked}
            answers = {name: _answer(engine, text) for name, text in asked.items()}
            return Outcome(engine.version(), triples, answers)
        finally:
            engine.close()


def _answer(engine: Engine, text: str) -> Rows | str:
    try:
        return canonical(engine.ask(text))
    except Unable as error:
        return str(error)


def difference(found: Rows | str, expected: Rows | str) -> str | None:
    """In one phrase what is other than expected, or nothing."""
    assert not isinstance(expected, str), expected
    if isinstance(found, str):
        return f"fails: {found}"
    if found == expected:
        return None
    if found[0] != expected[0]:
        return f"columns {', '.join(found[0])}"
    if len(found) != len(expected):
        return f"{len(found) - 1} rows for {len(expected) - 1}"
    return "other values in as many rows"


def document(rows: Sequence[tuple[Engine, Outcome | str]]) -> str:
    """``docs/interop.md``: ``rows`` are the engines with what they did, or why they did nothing; the first is the measure of the others."""
    first = rows[0][1]
    assert isinstance(first, Outcome)
    lines = [*_HEAD.format(triples=f"{first.triples:,}").splitlines()]
    notes: list[str] = []
    for engine, done in rows:
        if isinstance(done, str):
            lines.append(f"| {engine.name} | – | {engine.way} | – | not run: {done} |")
            continue
        alike = {
            name: difference(done.answers[name], answer)
            for name, answer in first.answers.items()
            if name in done.answers and not isinstance(answer, str)
        }
        right = sum(what is None for what in alike.values())
        asked = f"{right} of {len(TEN)}" if engine.asks else "parses only"
        lines.append(f"| {engine.name} | {done.version} | {engine.way} | {done.triples:,} | {asked} |")
        notes += [
            f"| {engine.name} | `{name}` | {_cell(what)} | {engine.limits.get(name, '**not explained**')} |" for name, what in alike.items() if what
        ]
        notes += [f"| {engine.name} | `{name}` | not asked | {why} |" for name, why in engine.unasked.items()]
    if notes:
        lines += ["", "## What a store does otherwise", "", "| store | query | what | why |", "| --- | --- | --- | --- |", *notes]
    lines += ["", "## The ten", "", "| query | rows | what it tries |", "| --- | --- | --- |"]
    lines += [f"| `{name}` | {len(first.answers[name]) - 1} | {what} |" for name, what in TEN.items()]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())[:160]
