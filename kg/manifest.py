"""What an output folder was built of: the options and the articles as they were read. From this ``kg add`` and ``kg remove`` go on."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from kg import __version__
from kg.errors import OutputError
from kg.model import Document, Issue
from kg.nlp import DEFAULT_MODEL
from kg.read import Limits

FILE = "articles.msgpack"


@dataclass(frozen=True, slots=True)
class Options:
    """What the graph depends on beside the documents."""

    ontology: tuple[Path, ...] = ()
    model: str = DEFAULT_MODEL
    base_iri: str = "urn:newskg:"
    min_confidence: float = 0.0
    embed_text: bool = False
    limits: Limits = field(default_factory=Limits)
    corrections: Path | None = None

    def anywhere(self) -> Options:
        """The same options for a command that runs in another folder: paths are absolute."""
        model = os.path.abspath(self.model) if os.path.isdir(self.model) else self.model
        corrections = Path(os.path.abspath(self.corrections)) if self.corrections else None
        return replace(self, ontology=tuple(Path(os.path.abspath(path)) for path in self.ontology), model=model, corrections=corrections)


DEFAULT_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Manifest:
    """``articles`` have the ids that they or their files give (several may have one), in no order; ``issues`` are those of reading them."""

    options: Options
    articles: tuple[Document, ...]
    issues: tuple[Issue, ...]
    cache: str = ""  # its folder, seen from the output folder; empty when the build was told to keep none
    version: str = __version__

    def write(self, folder: Path) -> None:
        """The same articles and options give the same bytes."""
        articles = tuple(sorted(self.articles, key=lambda d: (d.id, d.sha256, d.source, d.text_sha256)))
        data = msgspec.msgpack.encode(replace(self, articles=articles, options=self.options.anywhere()), enc_hook=os.fsencode)
        (folder / FILE).write_bytes(data)


def read_manifest(output: Path) -> Manifest:
    """What the folder was built of. Raises OutputError when it holds no build, or one of another version, which may have read articles otherwise."""
    again = f"build it with: kg build ARTICLES -o {output}"
    try:
        manifest: Manifest = msgspec.msgpack.decode((output / FILE).read_bytes(), type=Manifest, dec_hook=_path)
    except OSError as error:
        raise OutputError(f"The folder {output} holds no build to go on from ({FILE}: {error.strerror}); {again}") from error
    except ValueError as error:
        raise OutputError(f"The file {output / FILE} is damaged or of another version ({error}); {again}") from error
    if manifest.version != __version__:
        raise OutputError(f"The folder {output} was built by newskg {manifest.version} and this is {__version__}; {again}")
    return manifest


def stamp(output: Path) -> tuple[int, int]:
    """What differs when another command has written the folder meanwhile."""
    status = (output / FILE).stat()
    return status.st_ino, status.st_mtime_ns


def _path(kind: type, value: Any) -> Any:
    return Path(os.fsdecode(value)) if issubclass(kind, Path) else value
