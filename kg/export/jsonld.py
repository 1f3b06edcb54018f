"""JSON-LD 1.1 with the project's own context written out in the file, so that no reader fetches one. One node a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from pyoxigraph import Literal

from kg.errors import OutputError
from kg.export.source import by_subject
from kg.rdf.terms import Statement
from kg.resources import read_text
from kg.vocab import RDF, XSD

_ALIASES = ("id", "type")


def write(statements: Iterable[Statement], file: BinaryIO) -> None:
    """Write statements whose subjects stand together, as ``{"@context": …, "@graph": [node, …]}``.

    Raises :class:`OutputError` where an IRI would be read as a prefixed name of the context.
    """
    context = json.loads(read_text("context.jsonld"))["@context"]
    names = _Names(context)
    file.write(b'{"@context": ' + _line(context) + b',\n"@graph": [')
    comma = b"\n"
    for subject, said in by_subject(statements):
        file.write(comma + _line(names.node(subject, said)))
        comma = b",\n"
    file.write(b"\n]}\n")


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


class _Names:
    """The short names of a context, and what they make of a value."""

    def __init__(self, context: dict[str, Any]) -> None:
        self._reserved = frozenset(context)
        self._prefixes = {meaning: name for name, meaning in context.items() if isinstance(meaning, str) and meaning[-1:] in "#/"}
        self._long = {name: meaning for meaning, name in self._prefixes.items()}
        self._short: dict[str, str] = {}
        self._terms: dict[str, tuple[str, str]] = {}  # predicate -> its key and the type that its values have by the context
        for name, meaning in context.items():
            if name not in _ALIASES and name not in self._long:
                iri, kind = (meaning, "") if isinstance(meaning, str) else (meaning["@id"], meaning.get("@type", ""))
                self._terms[self._expanded(iri)] = name, kind if kind == "@id" else self._expanded(kind)

    def _expanded(self, name: str) -> str:
        prefix, _, rest = name.partition(":")
        return self._long[prefix] + rest if prefix in self._long else name

    def _shortened(self, iri: str) -> str:
        """The IRI, under a prefix of the context where it has one."""
        if iri not in self._short:
            cut = max(iri.rfind("#"), iri.rfind("/")) + 1
            prefix, rest = self._prefixes.get(iri[:cut]), iri[cut:]
            scheme, _, path = iri.partition(":")
            if not (prefix and rest) and scheme in self._reserved and not path.startswith("//"):
                raise OutputError(f"JSON-LD would read <{iri}> as a name under the prefix {scheme}:; build with another --base-iri.")
            self._short[iri] = f"{prefix}:{rest}" if prefix and rest else iri
        return self._short[iri]

    def node(self, subject: str, said: Iterable[Statement]) -> dict[str, Any]:
        """Values that are several become a list, in the order given."""
        found: dict[str, list[Any]] = {}
        for _, predicate, value in said:
            if predicate == RDF.type and isinstance(value, str):
                found.setdefault("type", []).append(self._shortened(value))
                continue
            if predicate not in self._terms:
                self._terms[predicate] = self._shortened(predicate), ""
            key, kind = self._terms[predicate]
            found.setdefault(key, []).append(self._value(value, kind))
        return {"id": self._shortened(subject)} | {key: values[0] if len(values) == 1 else values for key, values in found.items()}

    def _value(self, value: str | Literal, kind: str) -> Any:
        if isinstance(value, str):
            return self._shortened(value) if kind == "@id" else {"id": self._shortened(value)}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == (kind or XSD.string):
            return value.value
        return {"@value": value.value} | ({} if datatype == XSD.string else {"type": self._shortened(datatype)})
