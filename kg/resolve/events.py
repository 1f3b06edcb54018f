"""Happenings of the graph: their names, labels and how well they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from kg.ids import slug
from kg.model import Cluster, Event, Extraction, Ref, Role
from kg.resolve.happenings import Happenings
from kg.resolve.lookup import Lookup

_LABEL = 140  # characters
_ENOUGH = 90  # of a label that says most
_ANEW = re.compile(r"(?:an?|another|one|two|three|several|some|many|more|\d+)\b", re.IGNORECASE)  # how a phrase begins that takes up nothing
_QUOTES = re.compile("[\"“”]|''|``")


def cluster_events(
    lookup: Lookup, happenings: Happenings, names: Mapping[Ref, str], labels: Mapping[str, str]
) -> tuple[tuple[Cluster, ...], dict[Ref, str], dict[Ref, str]]:
    """Clusters of events sorted by key; the key of each document's events; and each in the words of its own telling."""
    wordings, half = dict[Ref, str](), set[Ref]()
    for x in lookup.of.values():
        labeller = _Labeller(x, names, labels)
        for event in x.events:
            wordings[x.document.id, event.id] = labeller.label(event)
            if labeller.by_half(event):
                half.add((x.document.id, event.id))
    clusters = [_cluster(group, lookup, wordings, half) for group in happenings.groups]
    keys = {ref: cluster.key for cluster in clusters for ref in cluster.members}
    parts = {keys[one]: keys[several] for one, several in happenings.series.items()}
    clusters = [replace(c, part_of=parts[c.key]) if c.key in parts else c for c in clusters]
    return tuple(sorted(clusters, key=lambda c: c.key)), keys, wordings


def _cluster(group: Sequence[Ref], lookup: Lookup, wordings: Mapping[Ref, str], half: Set[Ref]) -> Cluster:
    """The happening with the word and type that most of its claims tell it by, named after the first telling with a known type."""
    records, told = lookup.events, _told_of(group, lookup)
    known = [ref for ref in told if records[ref].type != "Event"] or [ref for ref in group if records[ref].type != "Event"] or list(group)
    kind = _commonest([records[ref].type for ref in known])
    lemma = _commonest([records[ref].lemma for ref in told], {records[ref].lemma for ref in known})
    first = next((ref for ref in group if records[ref].type != "Event"), group[0])
    key = f"{slug(records[first].lemma)}-{slug(first[0])}-{records[first].trigger[0]}"
    standing = status(_introducing(told, lookup))
    return Cluster(key, _label(group, told, records, wordings, half), tuple(group), (kind,), status=standing, lemma=lemma)


def _told_of(group: Sequence[Ref], lookup: Lookup) -> list[Ref]:
    """The tellings of a happening that claims tell; all where none does, for then it is only mentioned."""
    return [ref for ref in group if ref in lookup.told] or list(group)


def _commonest(words: Sequence[str], better: Set[str] = frozenset()) -> str:
    """Of several that are as common one of the ``better``, then the first."""
    if len(words) == 1:
        return words[0]
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word not in better, word))


def _label(group: Sequence[Ref], told: Sequence[Ref], records: Mapping[Ref, Event], wordings: Mapping[Ref, str], half: Set[Ref]) -> str:
    """In the words of the telling that says most: who did it, at some length; one that states it before one that doubts it, or only mentions it.

    What no claim tells is not put in a sentence; a noun for it says nothing.
    """
    claimed = set(told)
    some = [ref for ref in group if ref in claimed or records[ref].nominal]

    def rank(ref: Ref) -> tuple[bool, bool, bool, int, Ref]:
        event = records[ref]
        acted = not event.nominal and ref not in half and any(role.role == "agent" and _told(event, role) for role in event.roles)
        return event.modality != "actual" or event.polarity == "negative", not acted, ref not in claimed, -min(len(wordings[ref]), _ENOUGH), ref

    return wordings[min(some, key=rank) if len(some) > 1 else some[0]]


def _told(event: Event, role: Role) -> bool:
    """Whether an event's own words name a participant; "bribing ministers" does not say who does so."""
    return event.called == role.entity or any(begin <= role.span[0] < end for begin, end in event.words)


def _introducing(told: Sequence[Ref], lookup: Lookup) -> list[Event]:
    """The tellings by which a happening stands. "The strike" takes up what was told before, and makes no fact of what was alleged, reported,
    planned or denied; "a strike" tells it anew."""
    if len(told) == 1:
        return [lookup.events[told[0]]]
    first: dict[str, Event] = {}
    for doc, local in told:
        event = lookup.events[doc, local]
        if doc not in first or event.trigger < first[doc].trigger:
            first[doc] = event
    return [event for ref in told if not _takes_up(event := lookup.events[ref], first[ref[0]], ref[0], lookup)]


def _takes_up(event: Event, first: Event, doc: str, lookup: Lookup) -> bool:
    """Whether a noun only takes up what its document told before and has not stated as a fact."""
    if event is first or not event.nominal or event.modality != "actual" or event.polarity == "negative":
        return False
    stated = first.modality == "actual" and (first.polarity == "negative" or first.attribution is None)
    return not stated and not _ANEW.match(lookup.words(doc, event.phrase))


def settle(clusters: Sequence[Cluster], contradicted: Set[str], lookup: Lookup) -> tuple[Cluster, ...]:
    """Disputed is what somebody denies, or what a claim contradicts that is surely of the same happening; not what another "did not" by the way.

    ``contradicted`` are keys of happenings.
    """

    def settled(cluster: Cluster) -> Cluster:
        if cluster.status != "disputed" or cluster.key in contradicted:
            return cluster
        told = _told_of(cluster.members, lookup)
        if any(lookup.events[ref].modality == "denied" for ref in told):
            return cluster
        return replace(cluster, status=status([event for event in _introducing(told, lookup) if event.polarity == "positive"]))

    return tuple(map(settled, clusters))


def status(events: Sequence[Event]) -> str:
    """How well a happening stands by tellings of it: the firmest of them, disputed where one asserts and another denies."""
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
    """Names the events of one document in its own words."""

    def __init__(self, extraction: Extraction, names: Mapping[Ref, str], labels: Mapping[str, str]) -> None:
        self._doc, self._text = extraction.document.id, extraction.document.text
        self._events = {event.id: event for event in extraction.events}
        self._names, self._labels = names, labels

    def label(self, event: Event) -> str:
        """A short sentence, "U.S. forces seized an oil tanker"; of a nominal event its phrase."""
        called = self._called(event.called) if event.called else ""
        spans = event.words or (event.phrase,)
        words = _joined([self._moved(*span) if n and span < spans[n - 1] else self._words(*span) for n, span in enumerate(spans)])
        return _bounded(called if words in called else _joined([called, words]))  # "strikes targeting tankers" are called so already

    def by_half(self, event: Event) -> bool:
        """Whether an infinitive or a participle tells it, "Smugglers to load boats", which any finite clause tells better."""
        first = self._words(*event.words[0]).partition(" ")[0].lower() if event.words else ""
        return first == "to" or (first.endswith("ing") and event.words[0][0] == event.trigger[0])

    def _called(self, local: str) -> str:
        """What a participant is called: an entity's label, the phrase of another happening."""
        inner = self._events.get(local)
        return self._words(*inner.phrase) if inner else self._labels[self._names[(self._doc, local)]]

    def _moved(self, begin: int, end: int) -> str:
        """What stood before the clause and is read after it: a condition, or what is said."""
        words = self._words(begin, end)
        condition = words.partition(" ")[0].lower() in ("if", "unless", "provided", "until")
        if condition or " " not in words:  # "Later they left" is told as "they left later"
            return words[:1].lower() + words[1:]
        return f": {words}" if words[:1].isupper() else words

    def _words(self, begin: int, end: int) -> str:
        return " ".join(self._text[begin:end].split())


def _joined(pieces: Sequence[str]) -> str:
    """Pieces of a sentence as one, without quotation marks, which may be open in them."""
    text = " ".join(filter(None, pieces))
    return _QUOTES.sub("", re.sub(r" (?=['’]\w|: |, )", "", text)).strip(" ,;:–—-")


def _bounded(text: str) -> str:
    """At most so many characters, cut after a word."""
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
