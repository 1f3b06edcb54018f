"""Claims: each telling of an event or of a lasting relation, as one reified triple with who says it and how sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from kg.confidence import of_rule
from kg.model import Claim, Event, Role

#: Which role a claim's triple ends in, the first that an event has; without an agent its event is the subject.
_OBJECTS = ("patient", "recipient", "topic", "goal", "result", "beneficiary", "attribute", "source", "purpose", "instrument", "cause")
_PREPOSITION = re.compile("(In|To|From|For|Of|With|At|On|By|Into)$")  # of a relation's name
_WHERE = frozenset({"in", "at", "to", "on", "into", "near"})
#: Roles that make a noun's happening worth a claim of its own; "talks about oil" alone say nothing of anybody.
_TELLING = frozenset({"patient", "recipient", "result", "goal", "beneficiary"})


@dataclass(frozen=True, slots=True)
class Holding:
    """A lasting relation, or what an event is told to be, on its way to a claim."""

    subject: str
    predicate: str
    object: str
    sentence: int
    rule: str
    attribution: str | None
    polarity: str
    modality: str
    known: bool = True
    event: str | None = None


def make_claims(
    events: Sequence[Event],
    holdings: Sequence[Holding],
    citations: Sequence[tuple[int, ...]],
    confidence: Mapping[str, float],
    prepositions: Mapping[tuple[str, str], str] = MappingProxyType({}),
    dated: Mapping[str, int] = MappingProxyType({}),
) -> list[Claim]:
    """One claim for each event with a participant or a day and for each relation, in the order of their sentences.

    ``citations`` gives for each sentence the numbers of the sources that it cites, ``confidence`` how sure each rule is (:mod:`kg.confidence`),
    ``prepositions`` those by which verbs have participants: who runs for office does not run it; ``dated`` where months and years end.
    """
    told = sorted([*_of_events(events, prepositions, dated), *holdings], key=attrgetter("sentence"))
    return [
        Claim(
            f"c{n}",
            h.subject,
            h.predicate,
            h.object,
            h.sentence,
            h.rule,
            of_rule(h.rule, confidence),
            h.known,
            h.event,
            h.attribution,
            h.polarity,
            h.modality,
            citations[h.sentence],
        )
        for n, h in enumerate(told, 1)
    ]


def _of_events(events: Sequence[Event], prepositions: Mapping[tuple[str, str], str], dated: Mapping[str, int]) -> Iterator[Holding]:
    for event in events:
        triple = _triple(event, prepositions) or _dated(event, dated)
        if triple is not None:
            subject, predicate, target, known = triple
            told = (event.sentence, event.rule, event.attribution, event.polarity, event.modality)
            yield Holding(subject, predicate, target, *told, known, event.id)


def _triple(event: Event, prepositions: Mapping[tuple[str, str], str]) -> tuple[str, str, str, bool] | None:
    """Agent, relation, patient where the event has both, else the event and its one role."""
    roles = {role.role: role for role in reversed(event.roles)}  # of several that have a role the first
    agent = roles.get("agent")
    target = roles.get("instrument") if agent is not None and not event.nominal else None
    if target is None or prepositions.get((event.id, target.entity)):  # else it is the object of its own verb: "used the stamp to help them"
        target = next((roles[name] for name in _OBJECTS if name in roles), None)
    predicate, known = (event.predicate, True) if event.predicate else (event.lemma, False)
    by = prepositions.get((event.id, target.entity), "") if target is not None else ""
    if target is not None and target.role == "instrument" and (by or event.nominal):
        predicate, known = f"{event.lemma} {by or 'with'}", False  # who strikes with a drone does not strike the drone
    elif by and target is not None and (not known or _other(event, target, by)):
        predicate, known = event.lemma if event.lemma.endswith(f" {by}") else f"{event.lemma} {by}", False
    if agent is not None and (agent.entity.startswith("e") or event.predicate == "isA"):
        if target is not None:
            return agent.entity, predicate, target.entity, known
        if event.place is not None:
            return agent.entity, f"{event.lemma} {event.where}", event.place, False  # who meets in Lima does not meet Lima
    if target is not None and _told_without_doer(event, target):
        return event.id, target.role, target.entity, True
    if agent is not None and _says_enough(event):
        return event.id, "agent", agent.entity, True
    return (event.id, "place", event.place, True) if event.place else None


def _other(event: Event, target: Role, by: str) -> bool:
    """Whether a frame's relation holds for another participant: who meets on a plan does not meet the plan, who leaves for a town does not
    leave the town; "arrived in" has its preposition, which is no "arrived for"."""
    own = _PREPOSITION.search(event.predicate or "")
    same = own is not None and (own[1].lower() == by or by in _WHERE)
    return event.nominal or (target.role not in ("patient", "recipient") and not same)


def _dated(event: Event, dated: Mapping[str, int]) -> tuple[str, str, str, bool] | None:
    """ "the 2019 flood": the year may be all that is told of it; what stands behind the noun may be of the verb ("recalled the flood in May")."""
    before = event.time is not None and dated.get(event.time, event.trigger[1]) <= event.trigger[0]
    return (event.id, "time", event.time or "", True) if event.nominal and before and not event.roles else None


def _told_without_doer(event: Event, target: Role) -> bool:
    """Whether a happening is worth a claim though nobody is said to do it: it befell somebody or something, was somewhere, or some day.

    A reduced participle ("routes linked to crime") has to say more than that its own noun is concerned.
    """
    if event.rule == "verb-passive-participle":
        return bool(event.time or event.place or len(event.roles) > 1)
    return target.role in _TELLING or bool(event.time or event.place) or target.entity.startswith("v")


def _says_enough(event: Event) -> bool:
    """A happening with nothing but a doer is told when a frame knows it ("resigned"), or a date or a number goes with it."""
    return bool(event.time or event.quantities or event.place) or (event.type != "Event" and not event.nominal)
