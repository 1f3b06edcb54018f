"""RDF/XML, subject by subject.

pyoxigraph's serializer loses carriage returns, writes control characters that no XML parser takes, and a predicate that ends in no XML name as one
that is none; rdflib's needs the whole graph in memory and 30 µs a triple. So the few rules are here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape

from pyoxigraph import Literal

from kg.errors import OutputError
from kg.export.source import by_subject
from kg.rdf.terms import Statement
from kg.vocab import PREFIXES, XSD

_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
#: The longest end of an IRI that is an XML name without a colon.
_NAME = re.compile(f"[{_START}][{_START}\\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*\\Z")
#: One that every parser takes: those of the fourth edition of XML know fewer letters.
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z_\-.0-9]*\Z")
#: What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_KEPT = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}  # which a parser would take for a space, or an end


def writable(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot carry."""
    return _UNWRITABLE.sub("\ufffd", text)


def write(statements: Iterable[Statement], file: BinaryIO) -> None:
    """Write statements whose subjects stand together.

    Control characters, which XML 1.0 cannot carry, become U+FFFD. Raises :class:`OutputError` where a predicate ends in nothing that is an XML name.
    """
    declared = "".join(f'\n\txmlns:{prefix}="{start}"' for prefix, start in PREFIXES.items())
    file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    tags: dict[str, tuple[str, str]] = {}
    for subject, said in by_subject(statements):
        lines = [f'<rdf:Description rdf:about="{_attribute(subject)}">']
        for _, predicate, value in said:
            begin, end = tags.get(predicate) or tags.setdefault(predicate, _tag(predicate))
            lines.append(f'\t<{begin} rdf:resource="{_attribute(value)}"/>' if isinstance(value, str) else _literal(begin, end, value))
        file.write("\n".join([*lines, "</rdf:Description>\n"]).encode())
    file.write(b"</rdf:RDF>\n")


def _attribute(text: str) -> str:
    return escape(text, _KEPT)


def _literal(begin: str, end: str, value: Literal) -> str:
    kind = f' rdf:datatype="{_attribute(value.datatype.value)}"' if value.datatype.value != XSD.string else ""
    kind = f' xml:lang="{value.language}"' if value.language else kind
    return f"\t<{begin}{kind}>{escape(writable(value.value), {chr(13): '&#13;'})}</{end}>"


def _tag(predicate: str) -> tuple[str, str]:
    """The element's name, in its first tag with the declaration of its namespace where the file has none."""
    match = _PLAIN_NAME.search(predicate) or _NAME.search(predicate)
    if not match:
        raise OutputError(f"RDF/XML has no way to write the relation <{predicate}>, which ends in no XML name; use ttl or jsonld.")
    namespace, name = predicate[: match.start()], match[0]
    for prefix, start in PREFIXES.items():
        if namespace == start:
            return f"{prefix}:{name}", f"{prefix}:{name}"
    return f'r:{name} xmlns:r="{_attribute(namespace)}"', f"r:{name}"
