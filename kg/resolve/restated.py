"""Claims whose two ends came to be one: "the strike occurred near Oslo" is one happening, told by a verb and its noun, and says where it was.

Nothing is claimed of itself. Such a claim ends in what else its sentence tells of the happening, else it says what the happening is
(:data:`kg.model.TYPE`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kg.model import TYPE, Event, Extraction, Ref, Role


def restated(extraction: Extraction, names: Mapping[Ref, str]) -> Extraction:
    """A document without claims of one thing only; ``names`` are the keys of its entities and events."""
    doc = extraction.document.id
    selves = {claim.id: claim for claim in extraction.claims if names[doc, claim.subject] == names.get((doc, claim.object))}
    if not selves:
        return extraction
    events, dated = {event.id: event for event in extraction.events}, {time.id for time in extraction.times if time.value}
    told = {claim.event: _whole(events[claim.event], events, doc, names) for claim in selves.values() if claim.event}
    ends = {local: (event.id, *_end(event, doc, names, dated)) for local, event in told.items()}
    claims = []
    for claim in extraction.claims:
        if claim.id not in selves:
            claims.append(claim)
        elif claim.event:  # a lasting relation of somebody to himself says nothing
            subject, predicate, end = ends[claim.event]
            claims.append(replace(claim, subject=subject, predicate=predicate, object=end, known=True))
    return replace(extraction, claims=tuple(claims), events=tuple(told.get(event.id, event) for event in extraction.events))


def _whole(event: Event, events: Mapping[str, Event], doc: str, names: Mapping[Ref, str]) -> Event:
    """A telling that gives nothing but its noun, with what the noun has: who "made a decision on taxes" decided on them."""
    if _says(event, doc, names):
        return event
    nouns: Sequence[Event] = [events[role.entity] for role in event.roles if role.entity in events]
    noun = next((noun for noun in nouns if noun.sentence == event.sentence and _says(noun, doc, names)), None)
    if noun is None:
        return event
    roles = (*event.roles, *_others(noun, doc, names))
    return replace(event, roles=roles, place=noun.place, where=noun.where, time=noun.time, since=noun.since, until=noun.until, through=noun.through)


def _says(event: Event, doc: str, names: Mapping[Ref, str]) -> bool:
    return bool(_others(event, doc, names) or event.place or event.time)


def _others(event: Event, doc: str, names: Mapping[Ref, str]) -> list[Role]:
    """Roles of others than the happening itself, whoever does it last."""
    return sorted((role for role in event.roles if names[doc, role.entity] != names[doc, event.id]), key=lambda role: role.role == "agent")


def _end(event: Event, doc: str, names: Mapping[Ref, str], dated: Collection[str]) -> tuple[str, str]:
    """What a claim of an event ends in, after the role that this has."""
    for role in _others(event, doc, names):
        return role.role, role.entity
    if event.place:
        return "place", event.place
    return ("time", event.time) if event.time in dated and event.time else (TYPE, event.id)
