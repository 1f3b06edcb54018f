"""What articles tell of their named entities: the titles that they give a person, and what happens between two. Read where two are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import Extraction, Ref
from kg.resolve.wording import plain

_TITLE_WORDS = 3
_BEFORE = 60  # characters before a name in which its title stands


@dataclass(slots=True)
class Portrait:
    """``titles`` are those of the ontology ("finance minister"), ``deeds`` relations to other named entities."""

    titles: set[str] = field(default_factory=set)
    deeds: set[tuple[str, ...]] = field(default_factory=set)


class Portraits:
    """What each article tells of each of its entities."""

    def __init__(self, extractions: Sequence[Extraction], lexicon: Lexicon) -> None:
        self._extractions = {x.document.id: x for x in extractions}
        self._lexicon = lexicon
        self._endings = {title.rpartition(" ")[2] for title in lexicon.titles}
        self._known: dict[str, dict[str, Portrait]] = {}

    def of(self, ref: Ref) -> Portrait:
        """What the record's own article tells of it."""
        doc, local = ref
        if doc not in self._known:
            self._known[doc] = self._read(self._extractions[doc])
        return self._known[doc].get(local) or Portrait()

    def _read(self, extraction: Extraction) -> dict[str, Portrait]:
        found: dict[str, Portrait] = defaultdict(Portrait)
        text = extraction.document.text
        named = {e.id: e.link or plain(e.label) for e in extraction.entities if e.named}
        labels = {e.id: e.label for e in extraction.entities}
        for mention in extraction.mentions:
            begin, end = mention.span
            words = text[max(0, begin - _BEFORE) : begin] if mention.kind == "name" else text[begin:end]
            found[mention.entity].titles.update(self._title(words.split()))
        for claim in extraction.claims:
            if claim.predicate == "isA" and claim.object in labels:
                found[claim.subject].titles.update(self._title(labels[claim.object].split(" of ")[0].split(" for ")[0].split()))
            if claim.object in named and claim.subject in named:
                found[claim.subject].deeds.add((claim.predicate, named[claim.object]))
                found[claim.object].deeds.add((named[claim.subject], claim.predicate))
        return found

    def _title(self, words: Sequence[str]) -> Iterator[str]:
        """The longest title that the words end in."""
        if not words or words[-1].lower() not in self._endings:
            return
        for length in range(min(_TITLE_WORDS, len(words)), 0, -1):
            title = " ".join(words[-length:]).lower()
            if title in self._lexicon.titles:
                yield title
                return
