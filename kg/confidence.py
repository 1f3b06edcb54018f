"""How sure the reading of a sentence is: the share of a rule's claims that second readers judged right, at the lower end of its interval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

_Z = 1.96  # of a 95 % interval
_ENOUGH = 30  # judged claims; a rule with fewer is as sure as its family


@dataclass(frozen=True, slots=True)
class Judged:
    """Of ``judged`` claims of a rule, ``right`` say what their sentences say."""

    rule: str
    family: str
    judged: int
    right: int


def wilson(right: int, judged: int) -> float:
    """The lower end of the 95 % score interval of a share (Wilson 1927), 0 where nothing was judged."""
    if not judged:
        return 0.0
    share, spread = right / judged, _Z**2 / judged
    return max(0.0, (share + spread / 2 - _Z * sqrt(share * (1 - share) / judged + spread / (4 * judged))) / (1 + spread))


def confidences(rules: Iterable[Judged]) -> dict[str, float]:
    """Rule → confidence with two digits; under ``""`` that of a rule that was never judged: the least of all families."""
    rules = list(rules)
    totals: dict[str, tuple[int, int]] = {}
    for rule in rules:
        right, judged = totals.get(rule.family, (0, 0))
        totals[rule.family] = right + rule.right, judged + rule.judged
    families = {family: round(wilson(*total), 2) for family, total in totals.items()}
    own = {r.rule: round(wilson(r.right, r.judged), 2) if r.judged >= _ENOUGH else families[r.family] for r in rules}
    return own | {"": min(families.values(), default=0.0)}


def of_rule(rule: str, table: Mapping[str, float]) -> float:
    return table.get(rule, table.get("", 0.0))
