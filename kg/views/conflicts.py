"""Where sources disagree: each conflict with its sides, and the words behind each side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.store import Graph
from kg.views.agreement import Disagreement, Told, read_conflicts
from kg.views.dates import period
from kg.views.evidence import Evidence, Number
from kg.views.layout import count, csv_of, text_of, wrapped
from kg.views.wording import best_first, quotes, standings, told_by, triple_words
from kg.vocab import KG

KINDS = ("number", "date", "place", "actor", "polarity", "status")
_QUOTES = 2  # a side
ASKED = {"number": "How many", "date": "When", "place": "Where", "actor": "Who", "polarity": "Whether", "status": "How sure"}
_ATTRIBUTES = frozenset({KG.time, KG.place, KG.agent, KG.patient, KG.quantity, KG.status})


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Conflicts, the most important first."""

    conflicts: tuple[Disagreement, ...]


def conflicts(store: Graph, kind: str = "") -> Conflicts:
    """All conflicts, or those of one kind, by how many independent origins their sides have, then by how many claims tell of it."""
    found = [conflict for conflict in read_conflicts(store) if kind in ("", conflict.kind)]
    return Conflicts(tuple(sorted(found, key=_order)))


def _order(conflict: Disagreement) -> tuple[int, int, int, str]:
    origins = [side.independent for side in conflict.sides]
    return -min(origins, default=0), -sum(origins), -sum(len(side.evidence) for side in conflict.sides), conflict.iri


def as_text(found: Conflicts, width: int) -> str:
    """A paragraph a conflict."""
    lines = [f"{count(len(found.conflicts), 'conflict')}{'.' if not found.conflicts else ', the best supported first.'}"]
    for conflict in found.conflicts:
        lines += ["", *conflict_lines(conflict, width)]
    return text_of(lines)


def as_csv(found: Conflicts) -> str:
    """A line a sentence of each side."""
    head = ("conflict", "kind", "question", "answer", "standing", "independent", "sentence", "document", "published")
    rows = (
        (conflict.iri, conflict.kind, question(conflict.sides), answer(side, conflict), standing(side, conflict), side.independent,
         one.sentence, one.article.id, one.article.date)
        for conflict in found.conflicts for side in conflict.sides for one in best_first(side.evidence)
    )  # fmt: skip
    return csv_of(head, rows)


def conflict_lines(conflict: Disagreement, width: int) -> list[str]:
    """The question and the rule, then each side with its support and its words."""
    asked = ASKED.get(conflict.kind, conflict.kind)
    lines = wrapped(f"{asked}: {question(conflict.sides)} ({conflict.rule.replace('-', ' ')})", width, "• ")
    for side in conflict.sides:
        lines += wrapped(f"{answer(side, conflict)} [{standing(side, conflict)}; {count(side.independent, 'independent origin')}]", width, "  – ")
        said = quotes(side.evidence)
        for sentence, place in said[:_QUOTES]:
            lines += wrapped(f"“{sentence}” — {place}", width, "      ")
        if len(said) > _QUOTES:
            lines.append(f"      … and {count(len(said) - _QUOTES, 'more sentence')}")
    return lines


def question(sides: Iterable[Told]) -> str:
    """What the sides speak of: the happening whose attribute they give, or the triple that one affirms and another denies."""
    return " / ".join(dict.fromkeys(side.subject.label if side.relation.iri in _ATTRIBUTES else _triple(side) for side in sides))


def answer(side: Told, conflict: Disagreement) -> str:
    """What a side says of it."""
    if conflict.rule == "opposites":
        return told_by(side.evidence[0]) if side.evidence else _triple(side)
    if conflict.kind == "polarity":
        return "no" if side.polarity == "negative" else "yes"
    unverified = [_unverified(one, conflict) for one in side.evidence]
    if any(unverified):
        return "not verified" if all(unverified) else f"{side.object.label}, or not verified"
    given = (when for one in side.evidence for when in one.times if when.iri == side.object.iri)
    known = (period(when.value) for when in given)
    sums = (f"{n.label} {n.unit}" for one in side.evidence for n in one.quantities if n.iri == side.object.iri and _lacks_unit(n))
    return next((one.words for one in known if one), next(sums, side.object.label))


def standing(side: Told, conflict: Disagreement) -> str:
    """How its claims stand; that somebody "has not verified the strike" is told as that, for it says of no strike that it was not."""
    others = [one for one in side.evidence if not _unverified(one, conflict)]
    verifiers = dict.fromkeys(_verifier(one) for one in side.evidence if _unverified(one, conflict))
    return "; ".join([*filter(None, [standings(others)]), *(f"not verified{by}" for by in verifiers)])


def _unverified(one: Evidence, conflict: Disagreement) -> bool:
    """Whether a claim doubts a happening only by saying that nobody verified it: no other negative claim takes a side there."""
    return conflict.kind == "status" and one.polarity == "negative"


def _verifier(one: Evidence) -> str:
    agents = ", ".join(thing.label for thing in one.roles.get("agent", ()))
    return f" by {agents}" if agents else ""


def _lacks_unit(number: Number) -> bool:
    """Whether a sum does not say of what currency: "3 billion" of "3 billion euros"."""
    figure, *scale = number.label.split()
    return number.unit.isupper() and figure[0].isdigit() and all(word.endswith(("hundred", "thousand", "illion")) for word in scale)


def _triple(side: Told) -> str:
    return triple_words(side.subject, side.relation, side.object)
