"""The triples of a finished graph as a table, and its names in words that are safe to show.

Text from articles is hostile: :func:`visible` makes every string of the graph safe to show in a line. Escaping it for HTML is the page's task.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from kg.rdf.terms import Statement
from kg.vocab import ITSRDF, KG, KG_IRI, NIF, PROV, RDF, RDFS, SEM

Texts = tuple[str, ...]
Said = dict[str, str | list[str]]  # of one subject, by predicate
#: C0 and C1 controls, and the bidi controls that could reorder a line (the marks LRM and RLM cannot).
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: Reading order of the roles, the doer first and the scene last.
ROLES = ("agent", "patient", "recipient", "topic", "instrument", "source", "goal", "purpose", "beneficiary", "cause", "result", "attribute", "place")
#: What the page tells nothing of.
_UNREAD = frozenset({KG.rule, KG.originReason, PROV.wasGeneratedBy, SEM.hasActor})
_UNTOLD = (KG.Proposition, KG.Match)
_DAY = re.compile(r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?(?!\d)")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def visible(text: str) -> str:
    """The text with each control character shown as U+FFFD and each line break or tab as a space. Its length does not change."""
    return _CONTROLS.sub(lambda match: " " if match[0] in "\t\n\r" else "\ufffd", text)


class Row:
    """Predicate → sorted objects of one subject, all as plain strings (an IRI, or a literal's text).

    ``places`` tells where the objects of a predicate stand, for all rows that have the same predicates; one object stands by itself. So a graph has a
    third of the size that dictionaries of lists would have.
    """

    __slots__ = ("_objects", "_places")

    def __init__(self, places: Mapping[str, int], objects: Sequence[str | Texts]) -> None:
        self._places, self._objects = places, objects

    def __contains__(self, predicate: str) -> bool:
        return predicate in self._places

    def get(self, predicate: str) -> Texts:
        """Empty where the subject has none."""
        place = self._places.get(predicate)
        if place is None:
            return ()
        objects = self._objects[place]
        return objects if isinstance(objects, tuple) else (objects,)

    def one(self, predicate: str, default: str = "") -> str:
        """The first of them."""
        place = self._places.get(predicate)
        if place is None:
            return default
        objects = self._objects[place]
        return objects[0] if isinstance(objects, tuple) else objects

    def items(self) -> Iterator[tuple[str, Texts]]:
        return ((predicate, self.get(predicate)) for predicate in self._places)


EMPTY = Row({}, ())
Table = dict[str, Row]  # by subject, in order


class Mention(NamedTuple):
    """Words of an article, by characters, and what they name; ``iri`` is the mention's own."""

    begin: int
    end: int
    iri: str
    referents: Texts


class Graph:
    """What the page may tell of a graph, by subject; :meth:`end` is called when there are no more statements.

    Mentions are nearly half of all subjects, and are kept apart, by article.
    """

    def __init__(self, statements: Iterable[Statement] = ()) -> None:
        self.rows: Table = {}
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        self._kinds: dict[str, list[str]] = defaultdict(list)
        self._places: dict[Texts, dict[str, int]] = {}
        self.add(statements)

    def add(self, statements: Iterable[Statement]) -> None:
        """All that is said of a mention comes at once; of other subjects there may be more later."""
        fresh: dict[str, Said] = {}
        said: Said = {}
        last = None
        for subject, predicate, value in statements:  # millions: each call in here would take a tenth of the whole time
            if predicate in _UNREAD:
                continue
            if subject is not last:
                last = subject
                before = fresh.get(subject)
                said = fresh.setdefault(subject, self._open(subject)) if before is None else before
            text = value if value.__class__ is str else value.value  # type: ignore[union-attr]
            texts = said.get(predicate)
            if texts is None:
                said[predicate] = text
            elif isinstance(texts, list):
                texts.append(text)
            else:
                said[predicate] = [texts, text]
        for subject, said in fresh.items():
            types = said.get(RDF.type, ())
            kinds = (types,) if isinstance(types, str) else types
            if NIF.Phrase in kinds:
                self._mention(subject, self._row(said))
            elif not any(kind in kinds for kind in _UNTOLD):
                self.rows[subject] = self._row(said)

    def _mention(self, subject: str, row: Row) -> None:
        span = int(row.one(NIF.beginIndex)), int(row.one(NIF.endIndex))
        self.mentions[row.one(NIF.referenceContext)].append(Mention(*span, subject, row.get(ITSRDF.taIdentRef)))

    def _open(self, subject: str) -> Said:
        """What is known of a subject, to be added to."""
        row = self.rows.get(subject)
        return {predicate: list(texts) for predicate, texts in row.items()} if row else {}

    def _row(self, said: Said) -> Row:
        order = tuple(said)
        places = self._places.get(order) or self._places.setdefault(order, {predicate: n for n, predicate in enumerate(order)})
        return Row(places, tuple([texts if isinstance(texts, str) else _distinct(texts) for texts in said.values()]))

    def end(self) -> None:
        for mentions in self.mentions.values():
            mentions.sort()
        for subject, row in self.rows.items():
            for kind in row.get(RDF.type):
                self._kinds[kind].append(subject)

    def all(self, kind: str) -> Table:
        """Whatever is a ``kind``."""
        return {subject: self.rows[subject] for subject in sorted(self._kinds[kind])}

    def label(self, iri: str) -> str:
        """Empty where the graph gives none."""
        return visible(self.rows[iri].one(RDFS.label)) if iri in self.rows else ""


def _distinct(texts: list[str]) -> str | Texts:
    found = tuple(sorted(set(texts)))
    return found if len(found) > 1 else found[0]


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
    roles |= {("place", value) for value in row.get(SEM.hasPlace) if value in known}
    return tuple(sorted(roles, key=lambda role: (ROLES.index(role[0]) if role[0] in ROLES else len(ROLES), role)))
