"""Happenings of the graph: their names, labels and how well they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.ids import slug
from kg.model import Cluster, Event, Extraction, Ref
from kg.resolve.happenings import Happenings

_LABEL = 160  # characters
_ENOUGH = 90  # of a label that says most
_OBJECTS = ("patient", "recipient", "topic", "goal", "result", "beneficiary", "attribute", "source", "purpose")


def cluster_events(
    extractions: Sequence[Extraction], happenings: Happenings, names: Mapping[Ref, str], labels: Mapping[str, str]
) -> tuple[tuple[Cluster, ...], dict[Ref, str], dict[Ref, str]]:
    """Clusters of events sorted by key; the key of each document's events; and each in the words of its own telling."""
    records = {(x.document.id, event.id): event for x in extractions for event in x.events}
    labellers = {x.document.id: _Labeller(x, names, labels) for x in extractions}
    wordings = {ref: labellers[ref[0]].label(event) for ref, event in records.items()}
    clusters = [_cluster(group, records, wordings) for group in happenings.groups]
    keys = {ref: cluster.key for cluster in clusters for ref in cluster.members}
    parts = {keys[one]: keys[several] for one, several in happenings.series.items()}
    return tuple(replace(c, part_of=parts.get(c.key)) for c in sorted(clusters, key=lambda c: c.key)), keys, wordings


def _cluster(group: Sequence[Ref], records: Mapping[Ref, Event], wordings: Mapping[Ref, str]) -> Cluster:
    """The happening with the word and type of most of its tellings that have a known one, named after the first of them."""
    known = [ref for ref in group if records[ref].type != "Event"] or list(group)
    lemmas, types = Counter(records[ref].lemma for ref in known), Counter(records[ref].type for ref in known)
    lemma = min(lemmas, key=lambda word: (-lemmas[word], word))
    kind = min(types, key=lambda word: (-types[word], word))
    first = known[0]
    key = f"{slug(records[first].lemma)}-{slug(first[0])}-{records[first].trigger[0]}"
    return Cluster(key, _label(group, records, wordings), tuple(group), (kind,), status=status(_introducing(group, records)), lemma=lemma)


def _label(group: Sequence[Ref], records: Mapping[Ref, Event], wordings: Mapping[Ref, str]) -> str:
    """In the words of the telling that says most: who did it, at some length; one that states it before one that doubts it."""
    def rank(ref: Ref) -> tuple[bool, bool, int, Ref]:
        event = records[ref]
        acted = not event.nominal and any(role.role == "agent" for role in event.roles)
        return event.modality != "actual" or event.polarity == "negative", not acted, -min(len(wordings[ref]), _ENOUGH), ref

    return wordings[min(group, key=rank)]


def _introducing(group: Sequence[Ref], records: Mapping[Ref, Event]) -> list[Event]:
    """The tellings by which a happening stands. "The strike" takes up what was told before, and makes no fact of what was only alleged."""
    told: dict[str, list[Event]] = defaultdict(list)
    for doc, local in group:
        told[doc].append(records[doc, local])
    kept = []
    for events in told.values():
        first = min(events, key=lambda e: e.trigger)
        kept += [e for e in events if e is first or not e.nominal or e.modality != "actual" or e.polarity == "negative"]
    return kept


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


class _Labeller:
    """Names the events of one document in its own words, as far as they go."""

    def __init__(self, extraction: Extraction, names: Mapping[Ref, str], labels: Mapping[str, str]) -> None:
        self._doc, self._text = extraction.document.id, extraction.document.text
        self._events = {event.id: event for event in extraction.events}
        self._names, self._labels = names, labels

    def label(self, event: Event) -> str:
        """A short sentence, "U.S. forces seized an oil tanker"; of a nominal event its phrase."""
        told = self._words(event.phrase[0], self._end(event))
        agent = self._called(event, "agent")
        if event.nominal or told.startswith("to "):
            text = told
        elif "passive" in event.rule:
            undergone = self._subject(event) or next((called for role in _OBJECTS if (called := self._called(event, role))), "")
            text = " ".join(filter(None, [undergone, self._words(*event.phrase), f"by {agent}" if agent else ""]))
        else:
            subject = agent or self._subject(event)
            text = subject if told in subject else f"{subject} {told}".strip()  # "strikes targeting tankers" are called so already
        return text if len(text) <= _LABEL else text[: _LABEL - 1].rsplit(" ", 1)[0] + "…"

    def _subject(self, event: Event) -> str:
        """What stands before a verb without a doer: "the captain" of "the captain died"."""
        before = next((role.role for role in event.roles if role.role != "agent" and role.span[1] <= event.phrase[0]), "")
        return self._called(event, before) if before else ""

    def _words(self, begin: int, end: int) -> str:
        return " ".join(self._text[begin:end].split())

    def _end(self, event: Event, depth: int = 2) -> int:
        """Where the words of an event end: with its first object, or with that object's own where it is an event."""
        if event.nominal:
            return event.phrase[1]
        for name in _OBJECTS:
            for role in event.roles:
                if role.role == name and role.span[0] >= event.phrase[1]:
                    inner = self._events.get(role.entity) if depth else None
                    ahead = inner is not None and inner.phrase[0] >= event.phrase[1]  # not one told before, which "it" or "the issue" takes up
                    return self._end(inner, depth - 1) if inner is not None and ahead else role.span[1]
        return event.phrase[1]

    def _called(self, event: Event, name: str) -> str:
        """What the first filler of a role is called: an entity's label, another event's words."""
        for role in event.roles:
            if role.role == name:
                inner = self._events.get(role.entity)
                return self._words(inner.phrase[0], self._end(inner)) if inner else self._labels[self._names[(self._doc, role.entity)]]
        return ""
