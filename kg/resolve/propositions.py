"""What several claims say alike, and which claims may stand as plain triples (promise 2 of the design)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.ids import digest
from kg.model import Claim, Extraction, Proposition, Ref
from kg.resolve.independence import Origins


def find_propositions(extractions: Sequence[Extraction], names: Mapping[Ref, str], origins: Origins) -> tuple[Proposition, ...]:
    """Claims with the same subject, relation and object, those that deny it apart, sorted by key."""
    groups: dict[tuple[str, str, str, bool, str], list[tuple[str, Claim]]] = defaultdict(list)
    for extraction in extractions:
        doc = extraction.document.id
        for claim in extraction.claims:
            subject, target = names.get((doc, claim.subject)), names.get((doc, claim.object))
            if subject is not None and target is not None:
                groups[(subject, claim.predicate, target, claim.known, "negative" if denies(claim) else "positive")].append((doc, claim))
    found = []
    for (subject, predicate, target, known, polarity), tellings in groups.items():
        refs = tuple((doc, claim.id) for doc, claim in tellings)
        sources, independent = origins.count(refs)
        key = digest("\0".join((subject, predicate, target, str(known), polarity)), 16)
        found.append(Proposition(key, subject, predicate, target, known, refs, sources, independent, polarity))
    return tuple(sorted(found, key=lambda p: p.key))


def denies(claim: Claim) -> bool:
    """Whether a claim speaks against its triple."""
    return claim.polarity == "negative" or claim.modality == "denied"


def asserts(claim: Claim) -> bool:
    """Whether a claim states its triple as a positive, actual fact in the document's own voice."""
    return claim.polarity == "positive" and claim.modality == "actual" and claim.attribution is None


def triple(proposition: Proposition) -> tuple[str, str, str, bool]:
    """What a proposition affirms or denies."""
    return proposition.subject, proposition.predicate, proposition.object, proposition.known


def asserted_claims(extractions: Sequence[Extraction], propositions: Sequence[Proposition], min_confidence: float) -> tuple[Ref, ...]:
    """The claims whose triple stands in the graph by itself: asserted about entities, sure enough, and denied by nobody."""
    claims = {(x.document.id, c.id): c for x in extractions for c in x.claims}
    denied = {triple(p) for p in propositions if p.polarity == "negative"}
    told = [ref for p in propositions if triple(p) not in denied for ref in p.claims]
    sure = [ref for ref in told if claims[ref].confidence >= min_confidence]
    return tuple(sorted(ref for ref in sure if asserts(claims[ref]) and claims[ref].subject.startswith("e")))
