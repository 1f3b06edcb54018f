"""Readable, safe identifiers: slugs, IRIs and the names of things inside a graph."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from urllib.parse import quote

#: Letters that do not decompose into a base letter and marks.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)
_SILENT = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b|\s|$)|['’]s\b|['’`]")  # stops of abbreviations, the genitive
_OTHERS = re.compile(r"[^a-z0-9]+")
_SLUG_LIMIT = 80
_FILE_NAME = 200  # bytes
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]+").fullmatch


@functools.lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """``"Nicolás Maduro"`` → ``"nicolas-maduro"``; text without a Latin letter or digit gets a hash of itself.

    >>> slug("U.S. Southern Command")
    'us-southern-command'
    """
    plain = text.lower() if text.isascii() else _base_letters(text)
    words = _OTHERS.sub("-", _SILENT.sub("", plain)).strip("-")
    return words[:_SLUG_LIMIT].strip("-") or "x" + digest(text, 10)


def _base_letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def digest(text: str, length: int = 12) -> str:
    """The first ``length`` hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def segment(text: str) -> str:
    """Text as one segment of an IRI path: all but unreserved ASCII and letters is percent-encoded."""
    return text if _UNRESERVED(text) else _encoded(text)


@functools.lru_cache(maxsize=65536)
def _encoded(text: str) -> str:
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isalnum() or c in "-_.~" else quote(c, safe="") for c in text) or "-"


def text_file(doc_id: str) -> str:
    """The name of the file that keeps a document's text; of a long id the beginning and a hash, since file systems bound names at 255 bytes."""
    name = segment(doc_id)
    if len(name.encode()) > _FILE_NAME:
        name = f"{name.encode()[: _FILE_NAME - 17].decode(errors='ignore')}-{digest(doc_id, length=16)}"
    return f"{name}.txt"


class _Kept(dict[str, str]):
    """The IRIs of one kind by name, each made once: a graph says the same ones over and over, and should hold them once."""

    def __init__(self, start: str) -> None:
        super().__init__()
        self._start = start

    def __missing__(self, name: str) -> str:
        iri = self[name] = self._start + segment(name)
        return iri


class Iris:
    """Makes the IRIs of data under one base (``urn:newskg:`` unless told otherwise)."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._documents, self._entities, self._events, self._times = (_Kept(f"{base}{kind}/") for kind in ("document", "entity", "event", "time"))

    def document(self, doc_id: str) -> str:
        return self._documents[doc_id]

    def span(self, doc_id: str, begin: int, end: int) -> str:
        """A stretch of a document by RFC 5147 (``#char=b,e``)."""
        return f"{self.document(doc_id)}#char={begin},{end}"

    def mention(self, doc_id: str, begin: int, end: int, nth: int = 1) -> str:
        return f"{self.document(doc_id)}/mention/{begin}-{end}" + (f"-{nth}" if nth > 1 else "")

    def claim(self, doc_id: str, claim_id: str) -> str:
        return f"{self.document(doc_id)}/claim/{segment(claim_id)}"

    def attribution(self, doc_id: str, attribution_id: str) -> str:
        return f"{self.document(doc_id)}/attribution/{segment(attribution_id)}"

    def quantity(self, doc_id: str, quantity_id: str) -> str:
        return f"{self.document(doc_id)}/quantity/{segment(quantity_id)}"

    def cited_source(self, doc_id: str, number: int) -> str:
        """Entry ``[number]`` of a digest's source list."""
        return f"{self.document(doc_id)}/source/{number}"

    def derivation(self, derived: str, nth: int) -> str:
        """Why the document or cited source of that IRI has its text from somewhere else."""
        return f"{derived}/derivation/{nth}"

    def entity(self, key: str) -> str:
        return self._entities[key]

    def event(self, key: str) -> str:
        return self._events[key]

    def time(self, value: str) -> str:
        return self._times[value]

    def relation(self, lemma: str) -> str:
        return f"{self.base}relation/{segment(lemma.replace(' ', '_'))}"

    def proposition(self, key: str) -> str:
        return f"{self.base}proposition/{segment(key)}"

    def conflict(self, key: str) -> str:
        return f"{self.base}conflict/{segment(key)}"

    def match(self, key: str) -> str:
        return f"{self.base}match/{segment(key)}"

    def corrections(self, sha256: str) -> str:
        """A file of corrections."""
        return f"{self.base}corrections/{sha256}"

    def run(self, key: str) -> str:
        return f"{self.base}run/{segment(key)}"

    def software(self, run_key: str) -> str:
        """The program as it was set up for a run."""
        return f"{self.run(run_key)}/software"
