"""Where claims come from, so that only independent sources count.

A claim has the origin of the words it is told in. Copied words have the origin of those they repeat; what is attributed to somebody with a name
comes from whoever that is; what a digest tells comes from the sources that it cites; an agency's report comes from the agency; anything else comes
from its document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Claim, Cluster, Derivation, Extraction, Origin, Ref, Trace
from kg.resolve.citations import Source, cited_sources
from kg.resolve.copies import Copies, Copy
from kg.resolve.media import Media, credit_at

_OWN_VOICE = "told in the document's own voice"
_REPEATED = "word for word in "


@dataclass(frozen=True, slots=True)
class Origins:
    """The origin of every claim. ``agencies`` are entities that no article speaks of, but that some are credited to."""

    traces: dict[Ref, Trace]
    derivations: tuple[Derivation, ...]
    agencies: tuple[Cluster, ...]
    speakers: Mapping[Ref, str | None]  # of a claim: the local id of whoever it is attributed to
    copies: Mapping[str, str]  # of a copy: the document that it copies
    publishers: Mapping[Origin, str]  # of a document or a cited source: the entity of its medium
    homes: Mapping[str, frozenset[Origin]]  # of a document: what its own words come from

    def count(self, claims: Iterable[Ref]) -> tuple[int, tuple[Origin, ...]]:
        """How many sources state what these claims say alike, and the independent origins among them."""
        refs = list(claims)
        if len(refs) == 1 and self.traces[refs[0]].through == ("",):
            return 1, self.traces[refs[0]].origins
        at_hand = {name for document, _ in refs for name in (document, self.copies.get(document, document))}
        sources: dict[tuple[str, str | None], dict[Origin, str]] = defaultdict(dict)
        for ref in refs:
            trace = self.traces[ref]
            sources[ref[0], self.speakers[ref]].update(zip(trace.origins, trace.through, strict=True))
        for (document, _), origins in sources.items():
            if len(origins) > 1:  # what a document tells in its own words and also repeats or cites, it knows from there
                origins.pop(Origin("document", self.copies.get(document, document)), None)
        told: dict[str, dict[Origin, str]] = defaultdict(dict)
        for (document, _), origins in sources.items():
            told[document].update(origins)
        for document, origins in told.items():  # what an article also has from somebody with a name, its own words and "officials" do not add to
            others = origins.keys() - self.homes.get(document, frozenset())
            told[document] = {origin: origins[origin] for origin in others} or origins
        # A cited document that is at hand tells by its own claims whom it has it from.
        found = {origin for origins in told.values() for origin, through in origins.items() if through not in at_hand}
        found -= {origin for origin in found if Origin("entity", self.publishers.get(origin, "")) in found}
        return sum(map(len, sources.values())), tuple(sorted(found))


def origins_of(extractions: Sequence[Extraction], entities: Sequence[Cluster], names: Mapping[Ref, str], lexicon: Lexicon, copies: Copies) -> Origins:
    """Trace every claim. ``entities`` are the clusters, ``names`` the keys of each document's entities, ``copies`` what documents repeat."""
    extractions = sorted(extractions, key=lambda x: x.document.id)
    media = Media(entities, lexicon)
    tracer = _Tracer(extractions, {c.key: c.label for c in entities}, names, media, copies)
    traces = {ref: trace for document in copies.order for ref, trace in tracer.trace(document)}
    publishers = {Origin("document", x.document.id): key for x in extractions if (key := media.medium(x.document.publisher or ""))}
    publishers |= {entry: source.publisher for entry, source in tracer.sources.items() if source.publisher}
    derivations = tuple(sorted(tracer.derivations(), key=lambda d: (d.derived, d.source, d.kind)))
    homes = {x.document.id: tracer.homes(x.document.id) for x in extractions}
    return Origins(traces, derivations, tuple(media.added), tracer.speakers, copies.roots, publishers, homes)


class _Tracer:
    """Finds the origins of one document's claims after those of the documents that it may repeat."""

    def __init__(self, extractions: Sequence[Extraction], labels: Mapping[str, str], names: Mapping[Ref, str], media: Media, copies: Copies) -> None:
        self.copies = copies
        self.sources: dict[Origin, Source] = cited_sources(extractions, media)
        self.speakers: dict[Ref, str | None] = {}
        self._extractions = {x.document.id: x for x in extractions}
        self._labels, self._names = labels, names
        self._credits = {x.document.id: media.credits(x.document) for x in extractions}
        self._lent: dict[str, tuple[str, str]] = {}  # of a copied text: the agency that one of its copies is credited to, and why
        for document in self.copies.order:
            for _, agency, reason in self._credits[document][:1]:
                self._lent.setdefault(copies.roots.get(document, document), (agency, f"{reason} in {document}"))
        self._traces: dict[Ref, Trace] = {}
        self._alike: dict[tuple[str, int, str], list[Ref]] = defaultdict(list)  # claims of one sentence that one word or relation makes

    def trace(self, document: str) -> Iterator[tuple[Ref, Trace]]:
        extraction = self._extractions[document]
        attributions = {a.id: a for a in extraction.attributions}
        named = {e.id for e in extraction.entities if e.named}
        lemmas = {e.id: e.lemma for e in extraction.events}
        for claim in extraction.claims:
            ref = (document, claim.id)
            self.speakers[ref] = attributions[claim.attribution].entity if claim.attribution else None
            speaker, around = None, claim.attribution
            while around and speaker is None:
                source = attributions[around].entity
                speaker = self._names.get((document, source)) if source in named else None
                around = attributions[around].parent
            word = lemmas[claim.event] if claim.event else claim.predicate
            self._traces[ref] = self._trace(document, claim, word, speaker)
            self._alike[document, claim.sentence, word].append(ref)
            yield ref, self._traces[ref]

    def _trace(self, document: str, claim: Claim, word: str, speaker: str | None) -> Trace:
        repeated = self.copies.sentences.get((document, claim.sentence))
        counterpart = self._counterpart((document, claim.sentence), repeated, word) if repeated else None
        if repeated and counterpart:
            return _repeating(repeated[0], self._traces[counterpart])
        if speaker:
            return _single(Origin("entity", speaker), f"attributed to {self._labels[speaker]}")
        cited = self._cited(document, claim)
        if cited:
            return cited
        if repeated:
            return _repeating(repeated[0], self._home(repeated[0], repeated[1]))
        return self._home(document, claim.sentence)

    def _counterpart(self, sentence: tuple[str, int], repeated: tuple[str, int], word: str) -> Ref | None:
        """The claim that the same word makes in the sentence that is repeated; of several the one in the same place."""
        before = len(self._alike[(*sentence, word)])
        there = self._alike[(*repeated, word)]
        return there[before] if before < len(there) else None

    def _cited(self, document: str, claim: Claim) -> Trace | None:
        """The sources that a digest's claim cites, each once."""
        found: dict[Origin, str] = {}
        reasons = []
        for number in claim.citations:
            source = self.sources.get(Origin("citation", document, number))
            if source:
                home = self._home(source.document, 0) if source.document else _single(source.origin, "")
                found.setdefault(home.origins[0], self.copies.roots.get(source.document, source.document))
                reasons.append(f"cites [{number}], which {source.reason}")
        return Trace(tuple(found), "; ".join(reasons), tuple(found.values())) if found else None

    def _home(self, document: str, sentence: int) -> Trace:
        """Where a document has its own words from: an agency, the document that it copies, or nowhere else."""
        sentences = self._extractions[document].sentences
        credit = credit_at(self._credits[document], sentences[sentence][0] if sentences else 0)
        copy, lent = self.copies.wholes.get(document), self._lent.get(self.copies.roots.get(document, document))
        if credit:
            return _single(Origin("entity", credit[1]), credit[2])
        if lent:
            return _single(Origin("entity", lent[0]), f"{_shared(copy)}; {lent[1]}" if copy else lent[1])
        if copy:
            return _single(Origin("document", self.copies.roots[document]), _shared(copy))
        return _single(Origin("document", document), _OWN_VOICE)

    def homes(self, document: str) -> frozenset[Origin]:
        """What :meth:`_home` gives for the sentences of a document."""
        root = self.copies.roots.get(document, document)
        agencies = {agency for _, agency, _ in self._credits[document]}
        if root in self._lent:
            agencies.add(self._lent[root][0])
        return frozenset((Origin("document", root), *(Origin("entity", agency) for agency in agencies)))

    def derivations(self) -> Iterator[Derivation]:
        for document, credits in self._credits.items():
            for agency, reason in {agency: reason for _, agency, reason in reversed(credits)}.items():
                yield Derivation(Origin("document", document), Origin("entity", agency), "agency", reason)
        for copy in (*self.copies.wholes.values(), *self.copies.parts):
            yield Derivation(Origin("document", copy.document), Origin("document", copy.original), "copy", _shared(copy), copy.share)
        for entry, source in self.sources.items():
            if source.origin != entry:
                yield Derivation(entry, source.origin, "agency" if source.origin.kind == "entity" else "same", source.reason)


def _single(origin: Origin, reason: str) -> Trace:
    return Trace((origin,), reason, ("",))


def _repeating(document: str, trace: Trace) -> Trace:
    """The trace of words that stand first in ``document``, where they have the given one."""
    if trace.reason.startswith(_REPEATED):
        return trace
    reason = f"{_REPEATED}{document}" if trace.reason == _OWN_VOICE else f"{_REPEATED}{document}, there {trace.reason}"
    return Trace(trace.origins, reason, trace.through)


def _shared(copy: Copy) -> str:
    """Why a document is a copy: "0.97 of its word shingles are in wire-1"."""
    share = f"{int(copy.share * 100) / 100:.2f}"  # rounded down, so that 1.00 means all
    if copy.whole:
        return f"{share} of its word shingles are in {copy.original}"
    return f"{share} of the word shingles of {copy.original} are in it"
