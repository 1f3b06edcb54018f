"""The triples of a finished graph as a table, and its names in words that are safe to show.

Text from articles is hostile: :func:`visible` makes every string of the graph safe to show in a line. Escaping it for HTML is the page's task.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from functools import lru_cache
from urllib.parse import unquote

from kg.rdf.terms import Statement
from kg.vocab import KG, KG_IRI, PROV, RDF, RDFS, SEM

#: Predicate → sorted objects of one subject, all as plain strings (an IRI, or a literal's text).
Row = dict[str, list[str]]
Table = dict[str, Row]  # by subject, in order
#: C0 and C1 controls, and the bidi controls that could reorder a line (the marks LRM and RLM cannot).
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: Reading order of the roles, the doer first and the scene last.
ROLES = ("agent", "patient", "recipient", "topic", "instrument", "source", "goal", "purpose", "beneficiary", "cause", "result", "attribute", "place")
#: What the page tells nothing of.
_UNREAD = frozenset({KG.rule, KG.originReason, PROV.wasGeneratedBy, SEM.hasActor})
_DAY = re.compile(r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?(?!\d)")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def visible(text: str) -> str:
    """The text with each control character shown as U+FFFD and each line break or tab as a space. Its length does not change."""
    return _CONTROLS.sub(lambda match: " " if match[0] in "\t\n\r" else "\ufffd", text)


class Graph:
    """All triples by subject; :meth:`end` is called when there are no more."""

    def __init__(self, statements: Iterable[Statement] = ()) -> None:
        self.rows: Table = {}
        self._several: list[list[str]] = []
        self._kinds: dict[str, list[str]] = defaultdict(list)
        self.add(statements)

    def add(self, statements: Iterable[Statement]) -> None:
        row: Row = {}
        last = None
        for subject, predicate, value in statements:  # millions: each call in here would take a tenth of the whole time
            if predicate in _UNREAD:
                continue
            if subject is not last:
                last, row = subject, self.rows.get(subject) or self.rows.setdefault(subject, {})
            text = value if value.__class__ is str else value.value  # type: ignore[union-attr]
            values = row.get(predicate)
            if values is None:
                row[predicate] = [text]
            else:
                values.append(text)
                if len(values) == 2:
                    self._several.append(values)

    def end(self) -> None:
        for values in self._several:
            values[:] = sorted(set(values))
        self._several.clear()
        for subject, row in self.rows.items():
            for kind in row.get(RDF.type, ()):
                self._kinds[kind].append(subject)

    def all(self, kind: str) -> Table:
        """Whatever is a ``kind``."""
        return {subject: self.rows[subject] for subject in sorted(self._kinds[kind])}

    def label(self, iri: str) -> str:
        """Empty where the graph gives none."""
        return visible(one(self.rows[iri], RDFS.label)) if iri in self.rows else ""


def one(row: Row, predicate: str, default: str = "") -> str:
    return row.get(predicate, [default])[0]


@lru_cache(maxsize=1 << 12)
def local(iri: str) -> str:
    """The last part of an IRI, in words: ``…#presidentOf`` → ``president of``."""
    name = unquote(re.split(r"[#/:]", iri)[-1])
    return visible(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").replace("-", " ").lower())


def day(date: str) -> str:
    """``2026-03-02`` → ``2 March 2026``, ``2026-03`` → ``March 2026``; anything else as it is."""
    return days(date) if re.fullmatch(_DAY, date) else visible(date)


def days(words: str) -> str:
    """Words with the dates in them written out: ``since 2026-03`` → ``since March 2026``."""
    return visible(_DAY.sub(_spelt, words))


def _spelt(found: re.Match[str]) -> str:
    month = f"{_MONTHS[int(found[2]) - 1]} {found[1]}"
    return f"{int(found[3])} {month}" if found[3] else month


def web(link: str) -> str:
    """The link when a browser may follow it, else nothing: only http and https can."""
    return link if re.match(r"https?://[^\s\\]+$", link, re.IGNORECASE) and not _CONTROLS.search(link) else ""


def roles(row: Row, known: Container[str]) -> tuple[tuple[str, str], ...]:
    """``(role, IRI)`` of all participants; ``sem:hasPlace`` is the role "place"."""
    roles = {(name[len(KG_IRI) :], value) for name, values in row.items() if name.startswith(KG_IRI) for value in values if value in known}
    roles |= {("place", value) for value in row.get(SEM.hasPlace, []) if value in known}
    return tuple(sorted(roles, key=lambda role: (ROLES.index(role[0]) if role[0] in ROLES else len(ROLES), role)))
