"""Which supplied article an entry of a digest's source list means: by the words of title and publisher, and by the day."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from kg.model import Document

_TITLE = 0.75  # of a title's words that the entry has to have
_MARGIN = 0.05  # by which the best article has to be ahead of the second
_PUBLISHER, _DAY = 0.2, 0.1  # what a publisher and a day that agree add
_TITLE_WORDS = 4  # fewer are a title only with the publisher, or as the whole entry
_COMMON = 200  # articles; a word that more titles have is not looked for
_MONTHS = "january february march april may june july august september october november december".split()
_NUMBER = re.compile(r"\d+")


class Shelf:
    """The articles, found by entries of source lists."""

    def __init__(self, articles: Sequence[Document]) -> None:
        self._articles = {doc.id: doc for doc in articles}
        self._titles = {doc.id: set(words(doc.title or "")) for doc in articles}
        self._having: dict[str, list[str]] = defaultdict(list)
        for name, title in self._titles.items():
            for word in title:
                self._having[word].append(name)
        self._published: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for doc in articles:
            if doc.publisher:
                self._published[tuple(words(doc.publisher))].append(doc.id)

    def titled(self, entry: str) -> str | None:
        """The id of the one article whose title the entry has, or of none where two are as near."""
        there = words(entry)
        near = sorted({name for word in set(there) if len(self._having.get(word, ())) <= _COMMON for name in self._having.get(word, ())})
        scores = sorted(((self._score(there, name), name) for name in near), reverse=True)
        if not scores or scores[0][0] < _TITLE or (len(scores) > 1 and scores[0][0] - scores[1][0] < _MARGIN):
            return None
        return scores[0][1]

    def published(self, label: str) -> str | None:
        """The only article of the publisher that the label consists of."""
        own = self._published.get(tuple(words(label)), [])
        return own[0] if len(own) == 1 else None

    def _score(self, there: Sequence[str], name: str) -> float:
        """The share of the title, and more where publisher and day agree; a number that the entry has not tells of another title."""
        doc, title = self._articles[name], self._titles[name]
        publisher = words(doc.publisher or "")
        named = bool(publisher) and set(publisher) <= set(there)
        absent = title - set(there)
        if (len(title) < _TITLE_WORDS and not named and title != set(there)) or any(map(_NUMBER.fullmatch, absent)):
            return 0.0
        share = 1 - len(absent) / len(title)
        return share + _PUBLISHER * named + _DAY * _dated(there, doc.date) if share >= _TITLE else share


def words(text: str) -> list[str]:
    """What two texts share whatever their punctuation, quotation marks, spaces and case."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def _dated(there: Sequence[str], date: str | None) -> bool:
    """Whether an entry has a day, in digits or with the month's name."""
    if not date:
        return False
    year, month, day = date[:10].split("-")
    return {year, month, day} <= set(there) or {year, _MONTHS[int(month) - 1], str(int(day))} <= set(there)
