"""What newskg offers to Python programs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg import jsonl, nlp
from kg.extract import extract as read
from kg.lexicon import Lexicon, load_lexicon
from kg.read import document_from_text


def extract(
    text: str, date: str | None = None, *, id: str = "text", model: str = nlp.DEFAULT_MODEL, ontology: Sequence[str | Path] | str | Path = ()
) -> dict[str, Any]:
    """What one text says, before anything is resolved: the object that ``kg extract`` prints, as a dictionary.

    ``date`` is the ISO day of publication, against which "on Monday" is told; ``ontology`` names knowledge files of your own. Spans are
    ``[begin, end)`` in code points of ``text``. Model and ontology are loaded once. Raises a :class:`kg.errors.KgError`.
    """
    own = [ontology] if isinstance(ontology, str | Path) else ontology
    document = document_from_text(id, text, date)
    _, parse = next(iter(_parser(model).parse([document])))
    return jsonl.to_json(read(document, parse, _lexicon(tuple(map(Path, own)))))


@lru_cache(maxsize=2)
def _parser(model: str) -> nlp.Parser:
    return nlp.load(model)


@lru_cache(maxsize=4)
def _lexicon(ontology: tuple[Path, ...]) -> Lexicon:
    return load_lexicon(ontology)
