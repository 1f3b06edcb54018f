"""Which of the supplied articles an entry of a digest's source list means."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.citations import Shelf
from kg.model import Document


def supplied(digest: Document, articles: Sequence[Document]) -> dict[int, str]:
    """Number of a citation → id of the article, for those that were supplied.

    An entry of the source list means the article whose id it names, else the one whose title it has, else the only one of the publisher that it
    consists of. Without a source list the numbers are those of the articles in the order of their ids.
    """
    shelf, known = Shelf(articles), {doc.id for doc in articles}
    found = {citation.number: citation.label for citation in digest.citations if citation.label in known}
    listed = [citation for citation in digest.citations if citation.label not in known]
    if not listed:
        return {n: doc.id for n, doc in enumerate(articles, 1)} | found
    for citation in listed:
        entry = digest.text[citation.span[0] : citation.span[1]]
        name = _by_id(entry, known) or shelf.titled(entry) or shelf.published(citation.label)
        if name is not None:
            found[citation.number] = name
    return found


def _by_id(entry: str, known: Collection[str]) -> str | None:
    return next((token for token in re.findall(r"[^\s,;()\[\]\"“”]+", entry) if token in known and re.search(r"[\W_\d]", token)), None)
