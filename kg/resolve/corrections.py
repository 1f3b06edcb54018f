"""Corrections of a person who knows better: a plain file, one instruction a line, applied at every build.

    same "Lin Wei" = "Wei Lin"                      two names, one thing
    same entity/smith-2 = "Laura Smith"             a key, as `kg show` tells it
    different "Smith" in d1 | "Smith" in d7         one name, two things; "in" names the article
    drop "Click Here"                               no thing at all
    retype Minerva as Vessel
    rename Maduro to "Nicolás Maduro"               what it is called; its IRI stays
    link Ruva to https://www.wikidata.org/entity/Q1

Lines are applied in their order, each to what those before it left. What follows "#" at the beginning of a line is a comment.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.vocab import ENTITY_TYPES

_NAME = r'(?:"([^"]+)"(?:\s+in\s+(?:"([^"]+)"|(\S+)))?|([^"=|]+?))'
_FORMS = {
    "same": (re.compile(rf"{_NAME}\s*=\s*{_NAME}"), 'same "Lin Wei" = "Wei Lin"'),
    "different": (re.compile(rf"{_NAME}\s*\|\s*{_NAME}"), 'different "Ana Smith" | "Smith"'),
    "drop": (re.compile(_NAME), 'drop "Click Here"'),
    "retype": (re.compile(rf"{_NAME}\s+as\s+()()()(\w+)"), 'retype "Minerva" as Vessel'),
    "rename": (re.compile(rf"{_NAME}\s+to\s+{_NAME}"), 'rename "Maduro" to "Nicolás Maduro"'),
    "link": (re.compile(rf"{_NAME}\s+to\s+()()()<?(https?://[^\s<>\"{{}}|\\^`]+)>?"), 'link "Ruva" to https://www.wikidata.org/entity/Q1'),
}
_STRAIGHT = str.maketrans("“”„", '"""')


@dataclass(frozen=True, slots=True)
class Name:
    """A name as an article writes it, of one article where ``doc`` is given."""

    text: str
    doc: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One instruction. ``other`` is the second name, or the type, label or IRI that ``name`` gets."""

    line: int
    verb: str
    name: Name
    other: Name
    text: str  # the line as it stands

    @property
    def reason(self) -> str:
        return f"correction-line-{self.line}"


@dataclass(frozen=True, slots=True)
class Corrections:
    """A file of them; ``sha256`` is of its bytes, empty where there is none."""

    file: str = ""
    sha256: str = ""
    lines: tuple[Correction, ...] = ()


NONE = Corrections()


def load_corrections(path: Path | None) -> Corrections:
    """The corrections in a file; none where there is no path.

    Raises :class:`InputError` naming the file, the line and the mend.
    """
    if path is None:
        return NONE
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); name a text file with corrections.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}); save the corrections as UTF-8 text.") from error
    return Corrections(str(path), hashlib.sha256(data).hexdigest(), tuple(_parse(text, path)))


def _parse(text: str, path: Path) -> Iterator[Correction]:
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            yield _correction(line, number, f"{path}, line {number}")


def _correction(line: str, number: int, where: str) -> Correction:
    verb, _, rest = line.partition(" ")
    if verb.lower() not in _FORMS:
        raise InputError(f'{where}: "{verb}" is no correction; begin the line with {", ".join(list(_FORMS)[:-1])} or {list(_FORMS)[-1]}.')
    pattern, example = _FORMS[verb.lower()]
    found = pattern.fullmatch(rest.strip().translate(_STRAIGHT))
    if found is None:
        raise InputError(f"{where}: {verb} cannot be read; write it like this: {example}.")
    parts = found.groups()
    correction = Correction(number, verb.lower(), _name(parts[:4]), _name(parts[4:8]), line)
    if correction.verb == "retype" and correction.other.text not in ENTITY_TYPES:
        raise InputError(f'{where}: "{correction.other.text}" is no type; use one of {", ".join(sorted(ENTITY_TYPES))}.')
    return correction


def _name(parts: tuple[str | None, ...]) -> Name:
    quoted, quoted_doc, doc, bare = parts or (None,) * 4
    return Name((quoted or bare or "").strip(), quoted_doc or doc or None)
