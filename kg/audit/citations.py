"""Which of the supplied articles an entry of a digest's source list means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Document

_TITLE = 0.75  # of a title's words that the entry has to have


def supplied(digest: Document, articles: Sequence[Document]) -> dict[int, str]:
    """Number of the source list → id of the article, for those that were supplied.

    An entry means the article whose id it names, else the one whose title it has, else the only one of the publisher that it consists of.
    """
    found = {}
    for citation in digest.citations:
        entry = digest.text[citation.span[0] : citation.span[1]]
        doc = _by_id(entry, articles) or _by_title(entry, articles) or _by_publisher(citation.label, articles)
        if doc is not None:
            found[citation.number] = doc.id
    return found


def _by_id(entry: str, articles: Sequence[Document]) -> Document | None:
    tokens = set(re.findall(r"[^\s,;()\[\]\"“”]+", entry))
    return next((doc for doc in articles if doc.id in tokens and re.search(r"[\W_\d]", doc.id)), None)


def _by_title(entry: str, articles: Sequence[Document]) -> Document | None:
    there = set(_words(entry))
    scores = [(len(there & set(words)) / len(set(words)), doc.id, doc) for doc in articles if (words := _words(doc.title or ""))]
    best = max(scores, key=lambda s: (s[0], s[1]), default=None)
    return best[2] if best and best[0] >= _TITLE else None


def _by_publisher(label: str, articles: Sequence[Document]) -> Document | None:
    own = [doc for doc in articles if doc.publisher and _words(doc.publisher) == _words(label)]
    return own[0] if len(own) == 1 else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
