"""Citations of a digest that name an article: "[dock-strike]", "[dock-strike.txt; tankers]"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import PurePath

from kg.model import Citation, Document

_MARK = re.compile(r"\[([^\[\]\n]{1,300})\](?!\()")
_BETWEEN = re.compile(r"\s*[,;]\s*")
_HIGHEST = 999  # that a citation mark can hold


def numbered(digest: Document, articles: Sequence[Document]) -> Document:
    """The digest with numbers for the names in its marks, so that they are read as marks are; every offset stays.

    Each number becomes a citation whose label is the article's id.
    """
    names = _names(articles)
    numbers: dict[str, int] = {}
    taken = {citation.number for citation in digest.citations} | {int(number) for number in re.findall(r"\d{1,3}", digest.text)}
    free = (number for number in count(1) if number not in taken)
    cited: list[Citation] = []

    def mark(match: re.Match[str]) -> str:
        meant = [names.get(part) for part in _BETWEEN.split(match[1].strip())]
        ids = [name for name in meant if name is not None]
        if len(ids) < len(meant):
            return match[0]
        for name in ids:
            if name not in numbers:
                numbers[name] = next(free)
                cited.append(Citation(numbers[name], name, match.span()))
        words = "[" + ",".join(str(numbers[name]) for name in ids) + "]"
        fits = len(words) <= len(match[0]) and max(numbers.values()) <= _HIGHEST
        return words.ljust(len(match[0])) if fits else match[0]

    text = _MARK.sub(mark, digest.text)
    return replace(digest, text=text, citations=(*digest.citations, *cited)) if cited else digest


def _names(articles: Sequence[Document]) -> Mapping[str, str]:
    """What an article may be called, and its id: this, and its file's name with and without the ending. Of two that share a name neither is meant."""
    found: dict[str, str | None] = {}
    for doc in articles:
        path = PurePath(doc.source)
        for name in {path.name, path.stem} - {""}:
            found[name] = None if name in found else doc.id
    found.update({doc.id: doc.id for doc in articles})
    return {name: key for name, key in found.items() if key is not None and not re.fullmatch(r"\d{1,3}", name)}
