"""What several claims say alike, and which claims may stand as plain triples (promise 2 of the design)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.ids import digest
from kg.model import Claim, Event, Extraction, Proposition, Ref
from kg.resolve.independence import Origins

Triple = tuple[str, str, str, bool]  # subject, predicate, object, whether the predicate is of the ontology


def find_propositions(extractions: Sequence[Extraction], names: Mapping[Ref, str], origins: Origins) -> tuple[Proposition, ...]:
    """Claims of one happening, or of one lasting relation, those that deny it and those of other numbers apart; sorted by key.

    Its triple is the one that most of its claims have; a claim with that triple stands first.
    """
    groups: dict[tuple[str | Triple, str, tuple[float, ...]], list[Ref]] = defaultdict(list)
    triples: dict[Ref, Triple] = {}
    for extraction in extractions:
        doc, counted = extraction.document.id, _counted(extraction)
        for claim in extraction.claims:
            ref = (doc, claim.id)
            triples[ref] = triple(doc, claim, names)
            happening = names[doc, claim.event] if claim.event else triples[ref]
            groups[happening, "negative" if denies(claim) else "positive", counted.get(claim.event or "", ())].append(ref)
    found = []
    for (happening, polarity, counts), refs in groups.items():
        common = triples[refs[0]]
        if len(refs) > 1:
            common = _commonest([triples[ref] for ref in refs])
            refs.sort(key=lambda ref: (triples[ref] != common, ref))
        event = happening if isinstance(happening, str) else None
        sources, independent = origins.count(refs)
        key = digest("\0".join((event or "\0".join(map(str, common)), polarity, *map(str, counts))), 16)
        found.append(Proposition(key, *common, tuple(refs), sources, independent, polarity, event))
    return tuple(sorted(found, key=lambda p: p.key))


def _counted(extraction: Extraction) -> dict[str, tuple[float, ...]]:
    """The numbers that each event is told with: "rescued 62" and "rescued 58" say different things of one rescue."""
    values = {quantity.id: quantity.value for quantity in extraction.quantities}
    return {event.id: tuple(sorted({values[q] for q in event.quantities})) for event in extraction.events if event.quantities}


def triple(doc: str, claim: Claim, names: Mapping[Ref, str]) -> Triple:
    """What a claim affirms or denies, in names that hold for the graph."""
    return names[doc, claim.subject], claim.predicate, names[doc, claim.object], claim.known


def _commonest(triples: Sequence[Triple]) -> Triple:
    """The triple of most claims; of several, one that has two participants before one of the event and a participant, then the first."""
    counts = Counter(triples)
    return min(counts, key=lambda t: (-counts[t], not t[3], t))


def denies(claim: Claim) -> bool:
    """Whether a claim speaks against its triple."""
    return claim.polarity == "negative" or claim.modality == "denied"


def asserts(claim: Claim) -> bool:
    """Whether a claim states its triple as a positive, actual fact in the document's own voice."""
    return claim.polarity == "positive" and claim.modality == "actual" and claim.attribution is None


def asserted_claims(extractions: Sequence[Extraction], names: Mapping[Ref, str], min_confidence: float) -> tuple[Ref, ...]:
    """The claims whose triple stands in the graph by itself: asserted about entities, sure enough, neither it nor its happening denied by anybody."""
    told = [(x.document.id, claim) for x in extractions for claim in x.claims]
    presupposed = {(x.document.id, event) for x in extractions for event in _presupposed(x, names)}
    denied: set[str | Triple] = set()
    for doc, claim in told:
        if denies(claim):
            denied.add(triple(doc, claim, names))
            if claim.event:
                denied.add(names[doc, claim.event])
    return tuple(
        sorted(
            (doc, claim.id)
            for doc, claim in told
            if asserts(claim)
            and (doc, claim.event) not in presupposed
            and claim.confidence >= min_confidence
            and claim.subject.startswith("e")
            and triple(doc, claim, names) not in denied
            and (claim.event is None or names[doc, claim.event] not in denied)
        )
    )


def _presupposed(extraction: Extraction, names: Mapping[Ref, str]) -> Iterator[str]:
    """Events that a noun takes up after the document has told them as alleged, reported or denied: "the strike" makes no fact of it."""
    doc = extraction.document.id
    first: dict[str, Event] = {}
    for event in sorted(extraction.events, key=lambda e: e.trigger):
        introduced = first.setdefault(names[doc, event.id], event)
        if event.nominal and event is not introduced and (introduced.modality != "actual" or introduced.attribution is not None):
            yield event.id
