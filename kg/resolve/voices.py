"""Whose claim a claim is: a document's own, or a speaker's in it. Sources disagree only where two voices do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from kg.model import Extraction, Ref


class Voices:
    """Tells the voices of claims apart."""

    def __init__(self, extractions: Sequence[Extraction], names: Mapping[Ref, str]) -> None:
        speakers = {(x.document.id, a.id): a.entity for x in extractions for a in x.attributions}
        self._attributed = {(x.document.id, c.id) for x in extractions for c in x.claims if c.attribution}
        self._speakers = {
            (x.document.id, c.id): names[x.document.id, speaker]
            for x in extractions
            for c in x.claims
            if c.attribution and (speaker := speakers.get((x.document.id, c.attribution)))
        }
        self._cited = {(x.document.id, c.id): frozenset(c.citations) for x in extractions for c in x.claims if c.citations}

    def apart(self, one: Ref, other: Ref) -> bool:
        """Whether two claims are of two voices: of two documents, which may tell differently what one said, or of two speakers or sources in one."""
        here, there = self._speakers.get(one), self._speakers.get(other)
        return one[0] != other[0] or bool(here and there and here != there) or self.cite_others(one, other)

    def cite_others(self, one: Ref, other: Ref) -> bool:
        """Whether a digest has two claims from sources of which none is the other's."""
        cited, too = self._cited.get(one), self._cited.get(other)
        return one[0] == other[0] and bool(cited and too and cited.isdisjoint(too))

    def aside(self, one: Ref, other: Ref) -> bool:
        """Whether two claims are a document's own and a speaker's in it: it may tell what somebody denies."""
        return one[0] == other[0] and (one in self._attributed) != (other in self._attributed)


def cued(extractions: Iterable[Extraction], types: Set[str]) -> set[Ref]:
    """Claims that somebody tells in a way of these types of event, which he does do: "confirmed that …", "demanded that …"."""
    telling = {
        (x.document.id, a.id)
        for x in extractions
        for verbs_at in ({e.trigger[0] for e in x.events if e.type in types and e.polarity == "positive" and e.modality == "actual"},)
        for a in x.attributions
        if any(begin in verbs_at for begin, _ in a.cue)
    }
    return {(x.document.id, c.id) for x in extractions for c in x.claims if c.attribution and (x.document.id, c.attribution) in telling}
