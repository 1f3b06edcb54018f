"""Why a triple stands by itself, or stands only as a claim, or does not stand at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.store import Graph
from kg.views.evidence import Evidence, claims_where, read_evidence
from kg.views.layout import count, text_of, wrapped
from kg.views.names import Candidate, folded
from kg.views.nodes import refs
from kg.views.wording import best_first, place_in, standing
from kg.vocab import PREFIXES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a triple. ``stands`` says whether the graph has it as a plain triple."""

    triple: tuple[str, str, str]  # as asked
    stands: bool
    reason: str
    evidence: tuple[Evidence, ...]  # claims that tell or deny it, the best first
    others: tuple[str, ...]  # relations that claims tell of the two instead, where none tells this one


def verdict(store: Graph, subjects: list[Candidate], relation: str, objects: list[Candidate]) -> Verdict:
    """Why ``subject relation object`` stands, for any of the candidates; the relation is given by its label, its verb or its key."""
    ours, theirs = {one.iri for one in subjects}, {one.iri for one in objects}
    between = [one for one in _of_both(store, ours, theirs) if _from_to(one, ours, theirs)]
    told = [one for one in between if _is_called(one, relation)]
    stands = any(_stands(store, one, ours, theirs) for one in told)
    others = () if told else tuple(sorted({one.lemma or one.relation.label for one in between}))
    asked = (subjects[0].label, relation, objects[0].label)
    return Verdict(asked, stands, _reason(told, stands), tuple(best_first(told)), others)


def _of_both(store: Graph, ours: Iterable[str], theirs: Iterable[str]) -> list[Evidence]:
    claims = [set(claims_where(store, "?role", sorted(ends))) for ends in (ours, theirs)]
    return read_evidence(store, claims[0] & claims[1])


def _from_to(one: Evidence, ours: set[str], theirs: set[str]) -> bool:
    """Whether the claim leads from one to the other: as its triple, or from its agent to whoever else takes part, or where."""
    agents = {thing.iri for thing in one.roles.get("agent", ())}
    rest = {thing.iri for role, things in one.roles.items() if role != "agent" for thing in things} | {thing.iri for thing in one.places}
    return (one.subject.iri in ours and one.object.iri in theirs) or bool(agents & ours and rest & theirs)


def _is_called(one: Evidence, relation: str) -> bool:
    wanted = folded(relation)
    return wanted in {folded(one.relation.label), folded(one.lemma), folded(one.relation.iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1].replace("_", " "))}


def _stands(store: Graph, one: Evidence, ours: set[str], theirs: set[str]) -> bool:
    question = f"ASK {{ VALUES ?s {{ {refs(sorted(ours))} }} VALUES ?o {{ {refs(sorted(theirs))} }} ?s <{one.relation.iri}> ?o }}"
    return bool(store.query(question, prefixes=PREFIXES))


def _reason(told: list[Evidence], stands: bool) -> str:
    if not told:
        return "no claim tells it"
    own, denials = [one for one in told if one.asserts], [one for one in told if one.denies]
    if stands:
        documents = count(len({one.article.id for one in own}), "document states", "documents state")
        return f"{documents} it as a fact in the document's own voice, and nobody denies it"
    if own and denials:
        return "it is stated and denied"
    if own:
        return "it is stated, but its reading is less sure than the graph was built to trust, or somebody denies it elsewhere"
    return "no document states it in its own voice as a fact, only thus: " + "; ".join(dict.fromkeys(standing(one) for one in best_first(told)))


def as_text(found: Verdict, width: int) -> str:
    """The verdict, then each claim with its words."""
    triple = " – ".join(found.triple)
    if not found.evidence:
        other = f" Claims tell of the two instead: {', '.join(found.others)}." if found.others else ""
        return text_of(wrapped(f"{triple} does not stand: {found.reason}.{other}", width))
    how = "stands as a plain triple" if found.stands else "stands only as a claim"
    lines = wrapped(f"{triple} {how}: {found.reason}.", width)
    for one in found.evidence:
        lines += ["", *wrapped(f"{standing(one)} [{one.rule}, confidence {one.confidence:.2f}]", width, "• ")]
        lines += [*wrapped(f"“{one.sentence}”", width, "    "), *wrapped(place_in(one), width, "    — ")]
    return text_of(lines)
