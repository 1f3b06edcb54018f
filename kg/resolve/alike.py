"""How alike two tellings are: named features, each with its weight. Weights were fitted by logistic regression on the training and
development topics of ECB+ (Cybulska and Vossen 2014) where that corpus has the feature, and are judged where it has not (dates, counts)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.lexicon import Lexicon
from kg.model import Cluster
from kg.resolve.stories import cosine
from kg.resolve.tellings import Described, Telling

_BIAS = -4.1
_STORY, _ONE_STORY, _ENOUGH = 3.0, 6.5, 0.3  # weights of the similarity of the two documents, and of as much of it as makes them one story
_SENTENCE, _SENTENCE_MOST = 2.4, 0.5
#: Weights of features that hold or do not.
WEIGHTS = {
    "same-word": 0.7,
    "same-type": 0.9,
    "same-agent": 0.3,
    "other-agent": -1.5,
    "same-participant": 2.2,
    "other-participant": -0.6,
    "same-noun": 0.7,
    "same-kind": 0.6,
    "same-topic": 0.5,
    "other-things": -1.2,
    "same-day": 0.8,
    "other-day": -1.2,
    "vague": -2.0,
    "set-apart": -1.0,
    "saying": -1.0,
}
#: Features that say the same was concerned, not only the same done.
SHARED = ("same-participant", "same-noun", "same-topic")
#: Kinds of described participants: what is of one kind is not of another.
_KINDS = {
    "Person": "people", "Group": "people", "Vessel": "vessel", "Vehicle": "vehicle", "Facility": "place", "Place": "place", "City": "place",
    "Organization": "body", "GovernmentOrganization": "body", "Product": "product",
}  # fmt: skip
_SLACK = 1  # days by which two reports of one happening may differ without saying another day: time zones
_REVISED = 10  # days by which they may differ and still be about one


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score (log-odds that both tell the same happening) and the features that made it, strongest first."""

    score: float
    reasons: tuple[str, ...]


class Alike:
    """Compares tellings of happenings in which ``clusters`` take part."""

    def __init__(self, clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
        self._nation = _nations(clusters, lexicon)
        self._people = {cluster.key for cluster in clusters if cluster.named and "Person" in cluster.types}
        self._sayings = {name for name, kind in lexicon.event_types.items() if "Statement" in (name, *kind.parents)}

    def compare(self, one: Telling, other: Telling, story: float) -> Likeness | None:
        """None where the two cannot be the same happening; ``story`` is the similarity of their documents."""
        if _one_and_several(one, other) or _one_and_several(other, one):
            return None
        if one.when and other.when and _days_apart(one, other) > _REVISED:
            return None
        if self._different_things(one, other) or self._different_people(one, other) or _different_counts(one, other):
            return None
        held = set(self.features(one, other))
        scores = {name: WEIGHTS[name] for name in held}
        scores["story"] = _STORY * story + _ONE_STORY * min(_ENOUGH, story)
        scores["sentence"] = _SENTENCE * min(_SENTENCE_MOST, cosine(one.words, other.words))
        reasons = tuple(sorted((name for name in scores if scores[name] > 0), key=lambda name: (-scores[name], name)))
        return Likeness(_BIAS + sum(scores.values()), reasons)

    def features(self, one: Telling, other: Telling) -> list[str]:
        held = []
        if one.lemmas & other.lemmas:
            held.append("same-word")
        if one.types & other.types:
            held.append("same-type")
        if one.agents and other.agents:
            held.append("same-agent" if self._shared(one.agents, other.agents) else "other-agent")
        if one.others and other.others:
            held.append("same-participant" if self._shared(one.others, other.others) else "other-participant")
        if {d.head for d in _undergoing(one)} & {d.head for d in _undergoing(other)}:
            held.append("same-noun")
        elif (_kinds(_undergoing(one)) & _kinds(_undergoing(other))) - {"people"}:
            held.append("same-kind")
        if one.topics & other.topics:
            held.append("same-topic")
        if _involves(one) and _involves(other) and not set(held) & {*SHARED, "same-kind"}:
            held.append("other-things")
        if one.when and other.when:
            if _days_apart(one, other) > _SLACK:
                held.append("other-day")
            elif any(_short(a) and _short(b) for a in one.when for b in other.when):
                held.append("same-day")
        if not {"same-type", *SHARED} & set(held):
            held.append("vague")
        if one.distinct != other.distinct:
            held.append("set-apart")
        if (one.types | other.types) & self._sayings:
            held.append("saying")
        return held

    def _shared(self, some: set[str], others: set[str]) -> bool:
        """Whether two sets name somebody in common, or a country and what acts for it."""
        return bool(some & others) or bool({self._nation(k) for k in some} & {self._nation(k) for k in others} - {None})

    def _different_people(self, one: Telling, other: Telling) -> bool:
        """Whether it befell other people, each known by name."""
        some, others = (told.others & self._people for told in (one, other))
        return bool(some and others and not some & others)

    def _different_things(self, one: Telling, other: Telling) -> bool:
        """Whether what was struck, seized or killed is of different kinds: a dock is no boat."""
        for role, fillers in one.described.items():
            against = other.described.get(role)
            if role != "agent" and against and _kinds(fillers) and _kinds(against) and not _kinds(fillers) & _kinds(against):
                return not {d.head for d in fillers} & {d.head for d in against}
        return False


def _one_and_several(one: Telling, other: Telling) -> bool:
    """Whether the first is a single happening, by its noun or by its day, and the second a series."""
    return other.several and not one.several and (one.nominal or any(map(_short, one.when)))


def _involves(told: Telling) -> bool:
    """Whether it is said what or whom it befell or concerned."""
    return bool(told.others or told.topics or _undergoing(told))


def _different_counts(one: Telling, other: Telling) -> bool:
    """Whether the same is counted and the numbers are too far apart to be two reports of one: five dead are not the hundred."""
    for what in one.counts.keys() & other.counts.keys():
        low, high = sorted((one.counts[what], other.counts[what]))
        if high > 2 * low + 3:
            return True
    return False


def _undergoing(told: Telling) -> list[Described]:
    return [d for role, fillers in told.described.items() if role != "agent" for d in fillers]


def _kinds(fillers: Iterable[Described]) -> set[str]:
    return {_KINDS[d.type] for d in fillers if d.type in _KINDS}


def _days_apart(one: Telling, other: Telling) -> int:
    """Days between the stretches that two tellings give, 0 where they overlap."""
    return min(max(_days(a[1], b[0]), _days(b[1], a[0]), 0) for a in one.when for b in other.when)


def _days(last: str, first: str) -> int:
    """From a day to a later one."""
    return (date.fromisoformat(first) - date.fromisoformat(last)).days


def _short(days: tuple[str, str]) -> bool:
    """Whether a stretch says which day or so: two in the same month may be the same by chance."""
    return days[0][:7] == days[1][:7] and int(days[1][8:10] or 0) - int(days[0][8:10] or 0) <= 7


def _nations(clusters: Sequence[Cluster], lexicon: Lexicon) -> Callable[[str], str | None]:
    """The country that a cluster acts for: itself, or the one that its gazetteer entry belongs to ("united-states:military")."""
    found = {}
    for cluster in clusters:
        if cluster.link is not None:
            entry = lexicon.gazetteer.get(cluster.link)
            country = cluster.link if entry is not None and entry.type == "Country" else entry.country if entry is not None else None
            found[cluster.key] = country or (cluster.link.partition(":")[0] if ":" in cluster.link else None)
    return found.get
