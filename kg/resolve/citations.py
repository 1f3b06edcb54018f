"""What the entries of a digest's source list stand for: a supplied document, a news agency, or an article that is not at hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.citations import Shelf, words
from kg.model import Citation, Document, Extraction, Origin
from kg.resolve.media import Media

_ALIKE = 0.8  # share of a title's words that a shorter form of it has
_TITLE_WORDS = 4  # fewer are no title to know an article by
_COMMON = 200  # titles; a word that more of them have is not looked for
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_PUBLISHER = re.compile(r"([^:\n]{2,60}):\s+(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """What one entry stands for. ``document`` is the supplied one, ``publisher`` the entity of its medium where the articles know it."""

    origin: Origin
    reason: str
    document: str = ""
    publisher: str | None = None


def cited_sources(extractions: Sequence[Extraction], media: Media) -> dict[Origin, Source]:
    """Each entry of each source list -> what it stands for."""
    shelf = _Shelf(Shelf([x.document for x in extractions if not x.document.citations]))
    for extraction in extractions:
        if not extraction.document.citations:
            shelf.add_document(extraction.document)
    sources: dict[Origin, Source] = {}
    for extraction in extractions:
        for citation in extraction.document.citations:
            sources.setdefault(Origin("citation", extraction.document.id, citation.number), _source(extraction.document, citation, media, shelf))
    return sources


def _source(digest: Document, citation: Citation, media: Media, shelf: _Shelf) -> Source:
    me = Origin("citation", digest.id, citation.number)
    publisher, title = _publisher_and_title(citation.label)
    medium = media.medium(publisher) if publisher else media.medium(title)
    url = _URL.search(digest.text[slice(*citation.span)])
    found, how = shelf.find([citation.label, title], url[0] if url else "", digest.text[slice(*citation.span)])
    if found and found.kind == "document":
        return Source(found, f"is {found.key} by its {how}", document=found.key, publisher=medium)
    agency = media.agency(publisher or title)
    if agency:
        return Source(Origin("entity", agency), f"is by {media.label(agency)}", publisher=agency)
    if found:
        return Source(found, f"is [{found.number}] of {found.key} by its {how}", publisher=medium)
    shelf.add(me, [citation.label, title], url[0] if url else "")
    return Source(me, "is not among the documents", publisher=medium)


def _publisher_and_title(label: str) -> tuple[str, str]:
    """``"Example Post: Title"`` → ``("Example Post", "Title")``."""
    match = _PUBLISHER.fullmatch(label)
    return (match[1].strip(), match[2].strip()) if match else ("", label)


@dataclass(slots=True)
class _Shelf:
    """Articles and entries by title, address and publisher; of two that are alike, the first has the place."""

    _articles: Shelf
    _titles: dict[frozenset[str], Origin] = field(default_factory=dict)
    _by_word: dict[str, list[frozenset[str]]] = field(default_factory=lambda: defaultdict(list))
    _by_url: dict[str, Origin] = field(default_factory=dict)

    def add_document(self, document: Document) -> None:
        headlines = [document.text[block.begin : block.end] for block in document.blocks if block.kind == "headline"]
        me = Origin("document", document.id)
        self.add(me, headlines, document.url or "")

    def add(self, me: Origin, titles: Iterable[str], url: str) -> None:
        for told in dict.fromkeys(frozenset(words(title)) for title in titles):
            if len(told) >= _TITLE_WORDS and told not in self._titles:
                self._titles[told] = me
                for word in told:
                    self._by_word[word].append(told)
        if url:
            self._by_url.setdefault(_address(url), me)

    def find(self, titles: Sequence[str], url: str, entry: str) -> tuple[Origin | None, str]:
        """What has the address, else the title or a form of it with words more or less; a publisher's name alone finds its one article."""
        if url and _address(url) in self._by_url:
            return self._by_url[_address(url)], "address"
        if article := self._articles.titled(entry):
            return Origin("document", article), "title"
        for title in titles:
            told = frozenset(words(title))
            near = {other for word in told if len(others := self._by_word.get(word, [])) <= _COMMON for other in others}
            alike = [other for other in near if _alike(told, other)] if len(told) >= _TITLE_WORDS else []
            if told in self._titles or alike:
                return self._titles.get(told) or min(self._titles[other] for other in alike), "title"
        article = next((found for title in titles if (found := self._articles.published(title))), None)
        return (Origin("document", article), "publisher") if article else (None, "")


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one title is the other with some words more, such as the name of the site. A word that is another one tells another story."""
    shorter, longer = sorted((one, other), key=len)
    return shorter <= longer and len(shorter) >= _ALIKE * len(longer)


def _address(url: str) -> str:
    """A URL as far as two addresses of one article agree."""
    return re.sub(r"^https?://(?:www\.)?|#.*$|[/.,;)]+$", "", url.casefold())
