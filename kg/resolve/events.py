"""Happenings of the graph: their names, labels and how well they stand. Each telling is a happening of its own at this depth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.ids import slug
from kg.model import Cluster, Event, Extraction, Ref

_LABEL = 110  # characters
_OBJECTS = ("patient", "recipient", "topic", "goal", "result", "beneficiary", "attribute", "source", "purpose")


def cluster_events(
    extractions: Sequence[Extraction], names: Mapping[Ref, str], labels: Mapping[str, str]
) -> tuple[tuple[Cluster, ...], dict[Ref, str]]:
    """Clusters of events sorted by key, and the key of each document's events."""
    clusters = []
    for extraction in extractions:
        doc = extraction.document.id
        for event in extraction.events:
            ref = (doc, event.id)
            key = f"{slug(event.lemma)}-{slug(doc)}-{event.trigger[0]}"
            label = _label(event, extraction, {role: _name(role, extraction, names, labels) for role in (r.entity for r in event.roles)})
            clusters.append(Cluster(key, label, (ref,), (event.type,), status=status([event]), lemma=event.lemma))
    clusters.sort(key=lambda c: c.key)
    return tuple(clusters), {ref: cluster.key for cluster in clusters for ref in cluster.members}


def status(events: Sequence[Event]) -> str:
    """How well a happening stands by all its tellings: the firmest of them, disputed where one asserts and another denies."""
    values = set()
    for event in events:
        if event.polarity == "negative" or event.modality == "denied":
            values.add("denied")
        elif event.modality == "actual":
            values.add("reported" if event.attribution else "asserted")
        else:
            values.add(event.modality)
    if values & {"asserted", "reported"} and "denied" in values:
        return "disputed"
    return next(v for v in ("asserted", "reported", "alleged", "planned", "possible", "hypothetical", "denied") if v in values)


def _name(local: str, extraction: Extraction, names: Mapping[Ref, str], labels: Mapping[str, str], depth: int = 2) -> str:
    """What a participant is called in a label: an entity's label, another event's own label."""
    if local.startswith("v"):
        event = next(e for e in extraction.events if e.id == local)
        if event.nominal or depth == 0:
            return _words(extraction, event.phrase)
        return _label(event, extraction, {r.entity: _name(r.entity, extraction, names, labels, depth - 1) for r in event.roles})
    return labels[names[(extraction.document.id, local)]]


def _words(extraction: Extraction, span: tuple[int, int]) -> str:
    return " ".join(extraction.document.text[span[0] : span[1]].split())


def _label(event: Event, extraction: Extraction, called: Mapping[str, str]) -> str:
    """A short sentence: "U.S. forces seized an oil tanker"; of a nominal event its own words."""
    phrase = _words(extraction, event.phrase)
    agent = next((called[r.entity] for r in event.roles if r.role == "agent"), "")
    target = next((called[r.entity] for name in _OBJECTS for r in event.roles if r.role == name), "")
    if event.nominal:
        parts = [phrase]
    elif "passive" in event.rule:
        parts = [target, phrase, f"by {agent}" if agent else ""]
    else:
        parts = [agent, phrase, target]
    text = " ".join(part for part in parts if part)
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rsplit(" ", 1)[0] + "…"
