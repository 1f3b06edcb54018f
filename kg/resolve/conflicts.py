"""Where sources contradict one another: so far, what one asserts and another denies."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ids import digest
from kg.model import Conflict, Extraction, Proposition
from kg.resolve.propositions import asserts, triple


def find_conflicts(propositions: Sequence[Proposition], extractions: Sequence[Extraction]) -> tuple[Conflict, ...]:
    """Conflicts of polarity, sorted by key: a triple that some document asserts in its own voice and somebody denies."""
    claims = {(x.document.id, c.id): c for x in extractions for c in x.claims}
    denied = {triple(p): p for p in propositions if p.polarity == "negative"}
    found = []
    for proposition in propositions:
        other = denied.get(triple(proposition))
        if proposition.polarity == "positive" and other is not None and any(asserts(claims[ref]) for ref in proposition.claims):
            found.append(Conflict(digest(f"polarity {proposition.key}", 16), "polarity", "asserted-and-denied", (proposition.key, other.key)))
    return tuple(sorted(found, key=lambda c: c.key))
