"""What the documents' extractions hold, by document and local id: indexed once, for all steps that go from a claim to what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Entity, Event, Extraction, Ref, Span


class Lookup:
    """Records of all documents by their references; ``of`` has the extractions themselves by their documents' ids."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self.of = {x.document.id: x for x in extractions}
        self.claims = {(x.document.id, c.id): c for x in extractions for c in x.claims}
        self.events = {(x.document.id, e.id): e for x in extractions for e in x.events}
        self.told = {(x.document.id, c.event) for x in extractions for c in x.claims if c.event}  # events that a claim tells
        self.entities: dict[Ref, Entity] = {(x.document.id, e.id): e for x in extractions for e in x.entities}
        self.times = {(x.document.id, t.id): t for x in extractions for t in x.times}
        self.quantities = {(x.document.id, q.id): q for x in extractions for q in x.quantities}

    def event(self, claim: Ref) -> Event:
        """The event that a claim tells; raises KeyError of one that tells none."""
        return self.events[claim[0], self.claims[claim].event or ""]

    def day(self, document: str) -> str | None:
        """The date of a document."""
        return self.of[document].document.date

    def words(self, document: str, span: Span) -> str:
        """What stands at these characters of a document."""
        return self.of[document].document.text[slice(*span)]

    def head(self, ref: Ref) -> str | None:
        """The head noun of a participant without a name; None of one with a name, and of a happening."""
        entity = self.entities.get(ref)
        return entity.head if entity else None
