"""What each saved query answers on the sample articles: ``tests/saved/NAME.csv``, read by eye and held by a test.

``python -m tests.saved OUTPUT`` writes them anew from a build of the sample articles, when a change of extraction is meant to change them.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg import query
from kg.store import open_store

FOLDER = Path(__file__).resolve().parent / "saved"
#: Rows of an answer that are kept.
KEPT = 15
#: With which parameters each query that has some is asked; without an entry it has none.
PARAMS: dict[str, dict[str, str]] = {
    "actions-of": {"who": "maduro"},
    "amounts": {"unit": "boat"},
    "certainty-by-speaker": {"who": "Maduro"},
    "claims-about": {"who": "Chevron"},
    "corroborated": {"least": "4"},
    "done-to": {"who": "tanker"},
    "entities-by-type": {"type": "vessel"},
    "events-per-month": {"code": "assault"},
    "identifiers": {"who": "venezuela"},
    "least-sure": {"below": "0.5"},
    "legal-cases": {"who": "Maduro"},
    "quotations": {"who": "Maduro"},
    "said-of-a-place": {"place": "Caribbean"},
    "seen-together": {"who": "maduro"},
    "who-is-who-to-check": {"within": "0.25"},
    "who-met-whom": {"who": "ramonet"},
    "who-said-what": {"who": "cnn"},
}


def text(saved: query.SavedQuery) -> str:
    """The query as it is asked: with its parameters in it."""
    return query.bind(saved.text, PARAMS.get(saved.name, {}))


def answer(store: Store, saved: query.SavedQuery) -> list[list[str]]:
    """The names of the columns, then every row as plain strings."""
    result = query.run(store, text(saved))
    assert isinstance(result, QuerySolutions)
    return [[variable.value for variable in result.variables], *([plain(value) for value in row] for row in result)]


def plain(term: object) -> str:
    """A term's text, whichever library it comes from; nothing where there is none."""
    return "" if term is None else term.value if isinstance(term, NamedNode | Literal) else str(term)


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    opened = open_store(Path(sys.argv[1]))
    for one in query.saved_queries():
        (FOLDER / f"{one.name}.csv").write_text(as_csv(answer(opened, one)[: KEPT + 1]), encoding="utf-8")
