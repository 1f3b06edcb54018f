"""Why a triple stands by itself, or stands only as a claim, or does not stand at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import QueryError
from kg.store import Graph
from kg.views.evidence import Evidence, claims_where, read_evidence
from kg.views.layout import count, text_of, wrapped
from kg.views.names import Candidate, base_form, find, folded, perhaps
from kg.views.nodes import refs
from kg.views.wording import best_first, place_in, standing
from kg.vocab import PREFIXES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a triple. ``stands`` says whether the graph has it as a plain triple."""

    triple: tuple[str, str, str]  # as asked, the names in full
    stands: bool
    reason: str
    evidence: tuple[Evidence, ...]  # claims that tell or deny it, the best first
    others: tuple[str, ...]  # relations that claims tell of the two instead, where none tells this one
    subjects: int = 1  # how many things the names may mean; all of them were asked about
    objects: int = 1


def ask(store: Graph, subject: str, relation: str, target: str) -> Verdict:
    """Why a triple stands whose ends are given by name.

    Where nothing that bears the names is told of so, all things with these words are asked about: "dock" may mean the "docking area" of a claim.
    Raises :class:`QueryError` where the graph knows nothing by a name.
    """
    narrow, wide = [], []
    for name in (subject, target):
        more = [] if "/" in name else perhaps(store, name)
        try:
            narrow.append(find(store, name))
        except QueryError:
            if not more:
                raise
            narrow.append(more)
        wide.append(_together(narrow[-1], more))
    tries = ((narrow[0], narrow[1]), (narrow[0], wide[1]), (wide[0], narrow[1]), (wide[0], wide[1]))
    found = first = verdict(store, narrow[0], relation, narrow[1])
    for ours, theirs in tries[1:]:
        if found.evidence:
            return found
        found = verdict(store, ours, relation, theirs)
    return found if found.evidence or found.others else first


def _together(some: list[Candidate], more: list[Candidate]) -> list[Candidate]:
    return [*some, *(one for one in more if one not in some)]


def verdict(store: Graph, subjects: list[Candidate], relation: str, objects: list[Candidate]) -> Verdict:
    """Why ``subject relation object`` stands, for any of the candidates; the relation is given by its label, its verb in any form, or its key."""
    ours, theirs = {one.iri for one in subjects}, {one.iri for one in objects}
    between = [one for one in _of_both(store, ours, theirs) if _from_to(one, ours, theirs)]
    told = best_first(one for one in between if _is_called(one, relation))
    stands = any(_stands(store, one, ours, theirs) for one in told)
    others = () if told else tuple(sorted({one.lemma or one.relation.label for one in between}))
    triple = (_meant(subjects, told), relation, _meant(objects, told))
    named = any(one.subject.iri in ours and one.object.iri in theirs for one in told if one.asserts)
    return Verdict(triple, stands, _reason(told, stands, named), tuple(told), others, len(subjects), len(objects))


def _meant(candidates: list[Candidate], told: list[Evidence]) -> str:
    """What to call the one of the candidates that the best claim tells of; where none does, the first."""
    parts = {iri for one in told[:1] for iri in _parts(one)}
    return next((one.label for one in candidates if one.iri in parts), candidates[0].label)


def _parts(one: Evidence) -> set[str]:
    things = [thing.iri for found in one.roles.values() for thing in found]
    return {one.subject.iri, one.object.iri, *things, *(place.iri for place in one.places)}


def _of_both(store: Graph, ours: Iterable[str], theirs: Iterable[str]) -> list[Evidence]:
    claims = [set(claims_where(store, "?role", sorted(ends))) for ends in (ours, theirs)]
    return read_evidence(store, claims[0] & claims[1])


def _from_to(one: Evidence, ours: set[str], theirs: set[str]) -> bool:
    """Whether the claim leads from one to the other: as its triple, or from its agent to whoever else takes part, or where."""
    agents = {thing.iri for thing in one.roles.get("agent", ())}
    rest = {thing.iri for role, things in one.roles.items() if role != "agent" for thing in things} | {thing.iri for thing in one.places}
    return (one.subject.iri in ours and one.object.iri in theirs) or bool(agents & ours and rest & theirs)


def _is_called(one: Evidence, relation: str) -> bool:
    key = one.relation.iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1].replace("_", " ")
    called = {folded(name) for name in (one.relation.label, one.lemma, key)}
    return folded(relation) in called or _forms(folded(relation)) in {_forms(name) for name in called}


def _forms(phrase: str) -> str:
    """A phrase with its verb in no form: "sells", "selling" and "sell", "carries out" and "carry out" are one."""
    return " ".join(base_form(word) for word in phrase.split())


def _stands(store: Graph, one: Evidence, ours: set[str], theirs: set[str]) -> bool:
    question = f"ASK {{ VALUES ?s {{ {refs(sorted(ours))} }} VALUES ?o {{ {refs(sorted(theirs))} }} ?s <{one.relation.iri}> ?o }}"
    return bool(store.query(question, prefixes=PREFIXES))


def _reason(told: list[Evidence], stands: bool, named: bool) -> str:
    """``named`` says whether a claim that asserts it has this very triple, not another of several that take part."""
    if not told:
        return "no claim tells it"
    own, denials = [one for one in told if one.asserts], [one for one in told if one.denies]
    if stands:
        documents = count(len({one.article.id for one in own}), "document states", "documents state")
        return f"{documents} it as a fact in the document's own voice, and nobody denies it"
    if own and denials:
        return "it is stated and denied"
    if own and not named:
        return "it is stated of several together, and the claim has the triple of others of them"
    if own:
        return "it is stated, but its reading is less sure than the graph was built to trust, or somebody denies it elsewhere"
    return "no document states it in its own voice as a fact, only thus: " + "; ".join(dict.fromkeys(standing(one) for one in best_first(told)))


def as_text(found: Verdict, width: int) -> str:
    """The verdict, then each claim with its words."""
    triple = " – ".join(found.triple)
    if not found.evidence:
        lines = wrapped(f"{triple} does not stand: {found.reason}.{_instead(found)}", width)
        return text_of([*lines, *_several(found, width)])
    how = "stands as a plain triple" if found.stands else "stands only as a claim"
    lines = wrapped(f"{triple} {how}: {found.reason}.", width)
    for one in found.evidence:
        lines += ["", *wrapped(f"{standing(one)} [{one.rule}, confidence {one.confidence:.2f}]", width, "• ")]
        lines += [*wrapped(f"“{one.sentence}”", width, "    "), *wrapped(place_in(one), width, "    — ")]
    return text_of(lines)


def _instead(found: Verdict) -> str:
    return f" Claims tell of the two instead: {', '.join(found.others)}." if found.others else ""


def _several(found: Verdict, width: int) -> list[str]:
    """What is said of names that may mean several things, for a reader who had one in mind."""
    numbers = ((found.triple[0], found.subjects), (found.triple[2], found.objects))
    told = [f"{label} may mean {number} things" for label, number in numbers if number > 1]
    return wrapped(f"{' and '.join(told)}; all were asked about.", width) if told else []
