"""What single documents say, kept between builds: one file an extraction, found by the hash of everything that it depends on.

A file is the SHA-256 of what follows, then a zlib stream of msgpack. A file that is absent, damaged, half written or unreadable counts as absent: the
document is read again. Several processes may use one folder, for a file appears whole, by renaming.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import GenericAlias
from typing import get_type_hints

import msgspec

from kg import __version__
from kg.model import Document, Extraction

#: What decides what a document says, in the folder of this file. A test holds the list to what these modules import.
MAP_STAGE = (
    *("extract", "nlp", "normalise.py", "parse.py", "claims.py", "confidence.py", "model.py", "cache.py"),
    *(
        "lexicon.py",
        "lexicon_files.py",
        "lexicon_quantities.py",
        "templates.py",
        "time_rules.py",
        "vocab.py",
        "resources.py",
        "errors.py",
        "years.py",
    ),
)
#: Where a text came from is nothing that it says: an article that was moved is known again.
_WHEREABOUTS = frozenset({"source", "sha256", "keep_text"})
_SEEN = tuple(f.name for f in fields(Document) if f.name not in _WHEREABOUTS)
_TYPES = get_type_hints(Extraction)
_RECORDS = tuple(f.name for f in fields(Extraction) if f.name != "document")
_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by newskg (kg build). What is in here can be made again, and may be deleted.\n"
_SUM = hashlib.sha256().digest_size
_ENTRY = re.compile(r"[0-9a-f]{64}(\.\d+)?")

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(GenericAlias(tuple, tuple(_TYPES[name] for name in _RECORDS)))


def pack(extraction: Extraction) -> bytes:
    """All that an extraction says but its document."""
    return zlib.compress(_encoder.encode([getattr(extraction, name) for name in _RECORDS]), 1)


def unpack(document: Document, packed: bytes) -> Extraction:
    """The extraction of a document from what :func:`pack` gave; raises ValueError or zlib.error when it is something else."""
    return Extraction(document, *_decoder.decode(zlib.decompress(packed)))


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of extractions; with ``folder`` None nothing is kept and nothing found. ``salt`` is what they depend on beside the document."""

    folder: Path | None
    salt: str

    def key(self, document: Document) -> str:
        """64 hexadecimal digits."""
        return hashlib.sha256(_encoder.encode([self.salt, *(getattr(document, name) for name in _SEEN)])).hexdigest()

    def anywhere(self) -> Cache:
        """The same cache for a process that runs in another folder; the cache's own is there from now on."""
        if not self.folder:
            return self
        with contextlib.suppress(OSError):
            _make(self.folder)
        return replace(self, folder=self.folder.absolute())

    def packed(self, document: Document) -> bytes | None:
        """What was kept of the document, as :meth:`put` got it."""
        with contextlib.suppress(OSError):
            data = self._path(document).read_bytes() if self.folder else b""
            if hashlib.sha256(data[_SUM:]).digest() == data[:_SUM]:
                return data[_SUM:]
        return None

    def get(self, document: Document) -> Extraction | None:
        """What was kept of the document."""
        with contextlib.suppress(ValueError, zlib.error):
            if packed := self.packed(document):
                return unpack(document, packed)
        return None

    def holds(self, document: Document) -> bool:
        """Whether something was kept of the document, be it whole or not."""
        return self.folder is not None and self._path(document).exists()

    def put(self, document: Document, packed: bytes) -> None:
        """Keep a packed extraction. Where the folder cannot be written, the next build reads the document again."""
        if not self.folder:
            return
        path = self._path(document)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            _make(self.folder)
            path.parent.mkdir(exist_ok=True)
            try:
                unfinished.write_bytes(hashlib.sha256(packed).digest() + packed)
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)

    def prune(self, used: Iterable[Document]) -> None:
        """Delete the entries of all other documents, and what was left half written."""
        if not self.folder:
            return
        keys = {self.key(document) for document in used}
        with contextlib.suppress(OSError):
            for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
                if _ENTRY.fullmatch(path.name) and path.name not in keys:
                    path.unlink(missing_ok=True)

    def _path(self, document: Document) -> Path:
        key = self.key(document)
        assert self.folder
        return self.folder / key[:2] / key


def _make(folder: Path) -> None:
    """Make the folder with the tag by which backup programs, and the search for articles, pass it over (https://bford.info/cachedir/)."""
    if not (folder / "CACHEDIR.TAG").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "CACHEDIR.TAG").write_bytes(_TAG)


def salt(model: str, lexicon: str) -> str:
    """One hash of the two given, the model's and the lexicon's, and of the program."""
    return hashlib.sha256("\0".join((__version__, _program(), model, lexicon)).encode()).hexdigest()


@functools.cache
def _program() -> str:
    """Hash of the source of the map stage, so that a developer's edit is a new program."""
    sha256 = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(path for name in MAP_STAGE for path in (package / name, *(package / name).rglob("*.py")) if path.is_file()):
        data = path.read_bytes()
        sha256.update(f"{path.relative_to(package).as_posix()}\0{len(data)}\0".encode() + data)
    return sha256.hexdigest()
