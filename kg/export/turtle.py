"""The canonical file: RDF 1.1 Turtle, sorted, so that the same graph is the same bytes.

The text is made here and not by pyoxigraph's serializer, because making its terms costs six times as long as writing them: a triple with a literal
takes 7 µs to build and 0.5 µs to write. What is written is what that serializer would write; a test compares the bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TypeAlias, TypeVar

from kg.rdf.terms import Statement, node
from kg.staging import whole_file
from kg.vocab import PREFIXES, RDF, RDFS, XSD

T = TypeVar("T")
#: Subject, predicate, object, and what else tells two objects apart, as plain strings.
Spelling: TypeAlias = tuple[str, str, str, str]
#: What one subject says: predicate -> its one object as it is written, or a dictionary (for its order and uniqueness) of several.
Properties: TypeAlias = dict[str, str | dict[str, None]]
_FIRST = {RDF.type: 0, RDFS.label: 1}
#: Local names that every Turtle reader takes without escapes; any other IRI is written out.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*")
#: How IRIs of the known vocabularies begin; cheaper to ask than ``startswith``.
_HEAD = 12
_HEADS = frozenset(start[:_HEAD] for start in PREFIXES.values())
_IN_MEMORY = 1 << 26  # bytes of text
_IRIS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*\n)*")
#: Datatypes whose literals are written bare where their text has the form that means them.
_BARE = {XSD.integer: re.compile(r"[+-]?[0-9]+"), XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+"), XSD.boolean: re.compile("true|false")}


def write(statements: Iterable[Statement], path: Path) -> list[Statement]:
    """Write the statements to ``path``, whole or not at all, and return each distinct one, in no order.

    Never written from a store, which would rewrite literals (``0.50`` to ``0.5``). Raises :class:`kg.errors.OutputError`, and ValueError where an
    IRI is none or not absolute.
    """
    graph = Graph()
    graph.add(statements)
    graph.end()
    graph.write(path)
    return graph.taken()


def text(statements: Iterable[Statement]) -> Iterator[bytes]:
    """What :func:`write` writes, in pieces."""
    graph = Graph()
    graph.add(statements)
    graph.end()
    return graph.text()


class Graph:
    """A file in the making: the text of distinct statements, in pieces that are put in order at the end.

    The pieces wait in a file of their own, in ``folder`` or where temporary files are, when they are too large for memory.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.triples = 0
        self._text = SpooledTemporaryFile(_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115 (open until the text was read)
        self._taken: list[Statement] = []
        self._rest: dict[str, Properties] = {}
        self._pieces: list[tuple[str, int, int]] = []  # in the file they stand in the order of these strings; where each waits, and its length
        self._terms: dict[str, str] = {}  # of vocabularies, and typed literals: few, and used over and over
        self._orders: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    def add(self, statements: Iterable[Statement], owner: str = "") -> list[bytes]:
        """Take statements in; with an ``owner`` all that there are of this IRI, of ``owner#…`` and of ``owner/…``, of which the text is returned.

        Raises ValueError where an IRI is none or not absolute.
        """
        own: dict[str, Properties] = {}
        self._read(statements, owner, own)
        return [self._piece(start, run) for start, run in groupby(sorted(own.items()), lambda said: said[0][: len(owner) + 1])]

    def taken(self) -> list[Statement]:
        """The distinct statements that were taken in since this was last asked."""
        taken, self._taken = self._taken, []
        return taken

    def end(self) -> list[bytes]:
        """The text of what no owner had. Nothing is added after this."""
        rest, self._rest = self._rest, {}
        return [self._piece(one[0], (one,)) for one in sorted(rest.items())]

    def write(self, path: Path) -> None:
        """Whole or not at all. Raises :class:`kg.errors.OutputError`."""
        with whole_file(path) as file:
            file.writelines(self.text())

    def text(self) -> Iterator[bytes]:
        """The file, once, when :meth:`end` was called."""
        self._pieces.sort()
        yield header()
        with self._text as text:
            for _, begin, length in self._pieces:
                text.seek(begin)
                yield text.read(length)

    def _piece(self, start: str, said: Iterable[tuple[str, Properties]]) -> bytes:
        text = self._spelled(said)
        self._pieces.append((start, self._text.tell(), len(text)))
        self._text.write(text)
        return text

    def _read(self, statements: Iterable[Statement], owner: str, own: dict[str, Properties]) -> None:
        """One long loop, because it runs a million times: each call in it would cost a tenth of the whole."""
        rest, known, spell, keep, length = self._rest, self._terms.get, self._spell, self._taken.append, len(owner)
        said: Properties = {}
        last, links, subjects, new = None, set(), set(), 0
        for one in statements:
            subject, predicate, value = one
            if subject is not last:
                last = subject
                owned = owner and subject.startswith(owner) and subject[length : length + 1] in "#/"
                said = (own if owned else rest).setdefault(subject, {})
                subjects.add(subject)
            if value.__class__ is str:
                links.add(value)
                text = known(value) or spell(value) if value[:_HEAD] in _HEADS else f"<{value}>"
            else:
                text = str(value)
                if text[-1] == ">":  # has a datatype
                    text = known(text) or spell(text)
            before = said.get(predicate)
            if before is None:
                said[predicate] = text
            elif isinstance(before, dict):
                if text in before:
                    continue
                before[text] = None
            elif before == text:
                continue
            else:
                said[predicate] = {before: None, text: None}
            keep(one)
            new += 1
        self.triples += new
        _check(subjects | links)

    def _spell(self, term: str) -> str:
        """An IRI, or a literal with a datatype in the spelling of N-Triples."""
        if term[0] == '"':
            value, _, datatype = term[:-1].rpartition('"^^<')
            bare = datatype in _BARE and _BARE[datatype].fullmatch(value, 1)
            text = value[1:] if bare else f'{value}"^^{short(datatype)}'
        else:
            text = short(term)
        self._terms[term] = text
        return text

    def _spelled(self, said: Iterable[tuple[str, Properties]]) -> bytes:
        pieces: list[str] = []
        for subject, properties in said:
            kind = tuple(properties)  # of the many subjects with the same predicates in the same order, these are sorted once
            order = self._orders.get(kind) or self._orders.setdefault(kind, _order(kind))
            pieces.append(short(subject) if subject[:_HEAD] in _HEADS else f"<{subject}>")
            for predicate, lead in order:
                value = properties[predicate]
                pieces.append(lead + (value if isinstance(value, str) else " , ".join(sorted(value))))
            pieces.append(" .\n")
        return "".join(pieces).encode()


def _check(iris: Collection[str]) -> None:
    """All at once, which takes a fifth of the time that pyoxigraph's terms would; these tell what is wrong."""
    lines = "".join([f"{iri}\n" for iri in iris])
    if lines.count("\n") != len(iris) or not _IRIS.fullmatch(lines):
        for iri in iris:
            node(iri)


def header() -> bytes:
    return "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in PREFIXES.items()).encode()


def _order(predicates: Iterable[str]) -> list[tuple[str, str]]:
    """Each predicate with what stands before its objects: types first, then labels, then the others by their IRIs."""
    sort = sorted(predicates, key=lambda predicate: (_FIRST.get(predicate, 2), predicate))
    return [(one, (" ;\n\t" if n else " ") + ("a " if one == RDF.type else f"{short(one)} ")) for n, one in enumerate(sort)]


def short(iri: str) -> str:
    """The IRI as Turtle has it, prefixed where it can be. Raises ValueError where it is none or not absolute."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and _NAME.fullmatch(iri, len(start)):
            return f"{prefix}:{iri[len(start) :]}"
    return f"<{node(iri).value}>"


def ordered(triples: Iterable[T], spell: Callable[[T], Spelling]) -> list[T]:
    """Each triple once, by subject; within one its types, then its labels, then the other predicates."""
    groups: dict[str, dict[tuple[int, str, str, str], T]] = defaultdict(dict)
    for one in triples:
        subject, predicate, value, kind = spell(one)
        groups[subject][_FIRST.get(predicate, 2), predicate, value, kind] = one
    return [group[key] for _, group in sorted(groups.items()) for key in sorted(group)]


def spelling(statement: Statement) -> Spelling:
    """By which :func:`ordered` sorts; a literal's datatype and language come last."""
    subject, predicate, value = statement
    if isinstance(value, str):
        return subject, predicate, value, ""
    return subject, predicate, value.value, f"{value.datatype.value}@{value.language or ''}"
