"""Happenings with all that is told of each: the evidence, the documents, the days that they give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.store import Graph
from kg.views.agreement import independent_origins
from kg.views.dates import Period, period
from kg.views.evidence import Evidence, Happening, claims_where, read_evidence


@dataclass(frozen=True, slots=True)
class Account:
    """One happening as all documents tell it."""

    happening: Happening
    evidence: tuple[Evidence, ...]  # by document and place
    documents: tuple[str, ...]  # ids of those that tell or deny it
    origins: tuple[str, ...]  # the independent ones that bear out what it is called; of the denials, where all deny it
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by proposition, the independent origins that tell it

    def origins_of(self, words: str) -> tuple[str, ...]:
        """The independent origins that bear out a telling in these words: "killed 12" is not borne out by whoever tells that it killed 19."""
        claims, _ = borne_out(_affirming(self.evidence), words)
        return tuple(sorted({origin for one in claims for proposition in one.propositions for origin in self.told[proposition]}))

    def other_numbers(self, words: str) -> tuple[str, ...]:
        """Numbers that are told otherwise than in these words."""
        _, others = borne_out(_affirming(self.evidence), words)
        units = {number.unit for one in self.evidence if one.telling == words for number in one.quantities}
        return tuple(dict.fromkeys(number.label for one in others for number in one.quantities if number.unit in units))


def accounts(store: Graph, events: Iterable[str]) -> list[Account]:
    """What is told of the events of these IRIs, sorted by IRI."""
    return accounts_of(store, read_evidence(store, claims_where(store, "kg:about", events)))


def accounts_of(store: Graph, evidence: Iterable[Evidence]) -> list[Account]:
    """The same of claims at hand, those of lasting relations left out."""
    told: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        if one.happening is not None:
            told[one.happening.iri].append(one)
    origins = independent_origins(store, (one for found in told.values() for one in found))
    return [_account(told[event], origins) for event in sorted(told)]


def _account(evidence: list[Evidence], origins: Mapping[str, frozenset[str]]) -> Account:
    happening = evidence[0].happening
    assert happening is not None  # grouped by it
    told = {proposition: origins[proposition] for one in evidence for proposition in one.propositions}
    account = Account(happening, tuple(evidence), tuple(sorted({one.article.id for one in evidence})), (), told)
    return replace(account, origins=account.origins_of(happening.label))


def _affirming(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The claims that do not deny it; all where all do."""
    return [one for one in evidence if not one.denies] or list(evidence)


def borne_out(evidence: Sequence[Evidence], words: str) -> tuple[list[Evidence], list[Evidence]]:
    """The claims that tell no less than a telling in these words does, and those that tell other numbers or none where it has some."""
    telling = [one for one in evidence if one.telling == words]
    counts = {number.value for one in telling for number in one.quantities}
    bearing = [one for one in evidence if one in telling or counts <= {number.value for number in one.quantities}]
    return bearing, [one for one in evidence if one not in bearing]


def dated(account: Account) -> dict[Period, list[Evidence]]:
    """The periods that the documents give a happening, each with its evidence, in order.

    A period that holds another one ("December", "29 December") is only vaguer, and its evidence is told there; what is left disagrees.
    """
    found: dict[Period, list[Evidence]] = defaultdict(list)
    for one in account.evidence:
        for when in one.times:
            known = period(when.value)
            if known is not None:
                found[known].append(one)
    precise = [one for one in found if not any(_holds(one, other) for other in found)]
    merged = {one: list(found[one]) for one in sorted(precise, key=lambda p: p.order)}
    for vague, evidence in found.items():
        within = [one for one in merged if _holds(vague, one)]
        if len(within) == 1:
            merged[within[0]] += evidence
    return merged


def _holds(vague: Period, other: Period) -> bool:
    """Whether a period is wider than another one and has it inside; an open one is compared with its like only."""
    if (vague.last is None) != (other.last is None) or vague.ends != other.ends or vague == other:
        return False
    first, last = vague.first, vague.last
    if last is None or other.last is None:
        return first < other.first
    return first <= other.first and last >= other.last and (first, last) != (other.first, other.last)
