"""How alike two tellings are: named features, each with its weight. Weights were fitted by logistic regression on the training and
development topics of ECB+ (Cybulska and Vossen 2014) where that corpus has the feature, and are judged where it has not (dates, counts)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.lexicon import Lexicon
from kg.model import Cluster
from kg.resolve.stories import cosine
from kg.resolve.tellings import Telling

_BIAS = -4.1
_STORY, _ONE_STORY, _ENOUGH = 3.0, 6.5, 0.3  # weights of the similarity of the two documents, and of as much of it as makes them one story
_SENTENCE, _SENTENCE_MOST = 2.4, 0.5
#: Weights of features that hold or do not.
WEIGHTS = {
    "same-word": 0.7,
    "same-type": 0.9,
    "same-agent": 0.3,
    "other-agent": -2.2,
    "same-doer": 0.3,
    "other-doer": -0.3,
    "same-participant": 2.2,
    "other-participant": -0.6,
    "same-noun": 0.7,
    "same-kind": 0.6,
    "same-topic": 0.5,
    "other-things": -1.2,
    "same-day": 0.8,
    "other-day": -1.2,
    "other-place": -2.2,
    "vague": -2.0,
    "set-apart": -1.0,
    "saying": -1.5,
}
#: Features that say the same was concerned, not only the same done.
SHARED = ("same-participant", "same-noun", "same-topic")
_ALL_SHARED = frozenset({*SHARED, "same-kind"})
_TELLING = frozenset({*SHARED, "same-type"})
_SAME_THING = frozenset({"same-participant", "same-noun", "same-kind"})
_SLACK = 1  # days by which two reports of one happening may differ without saying another day: time zones
REVISED = 10  # days by which they may differ and still be about one


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score: log-odds that both tell the same happening; and the features that hold."""

    score: float
    features: tuple[str, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The features that speak for it, strongest first."""
        return tuple(sorted((name for name in self.features if WEIGHTS[name] > 0), key=lambda name: (-WEIGHTS[name], name)))


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
        return self._weigh(one, other, story)

    def part(self, one: Telling, several: Telling, story: float) -> Likeness | None:
        """How well a single happening fits into a series ("the 35 strikes"); None where it is no part of it."""
        likeness = self._weigh(one, several, story) if _one_and_several(one, several) else None
        return likeness if likeness is not None and not _SAME_THING.isdisjoint(likeness.features) else None

    def excluded(self, one: Telling, other: Telling) -> bool:
        """Whether two tellings are of days too far apart to be of one happening."""
        return bool(one.when and other.when) and _days_apart(one, other) > REVISED

    def _weigh(self, one: Telling, other: Telling, story: float) -> Likeness | None:
        if self.excluded(one, other):
            return None
        if self._different_things(one, other) or self._different_people(one, other) or _different_counts(one, other):
            return None
        features = self.features(one, other)
        shown = _STORY * story + _ONE_STORY * min(_ENOUGH, story)
        spoken = _SENTENCE * min(_SENTENCE_MOST, cosine(one.words, other.words))
        return Likeness(_BIAS + shown + spoken + sum([WEIGHTS[name] for name in features]), tuple(features))

    def features(self, one: Telling, other: Telling) -> list[str]:
        """Names of the features that hold, without the similarity of documents and sentences."""
        held = []
        if one.lemmas & other.lemmas:
            held.append("same-word")
        if one.types & other.types:
            held.append("same-type")
        if one.agents and other.agents:
            held.append("same-agent" if self._shared(one.agents, other.agents) else "other-agent")
        elif one.doers & other.doers or one.causes & other.causes:
            held.append("same-doer")
        elif (one.agents and other.causes) or (other.agents and one.causes):
            held.append("other-agent")
        elif (one.agents or one.doers or one.causes) and (other.agents or other.doers or other.causes):
            held.append("other-doer")
        if one.others and other.others:
            held.append("same-participant" if self._shared(one.others, other.others) else "other-participant")
        if one.nouns & other.nouns:
            held.append("same-noun")
        elif (one.sorts & other.sorts) - {"people"}:
            held.append("same-kind")
        if one.topics & other.topics:
            held.append("same-topic")
        if _involves(one) and _involves(other) and _ALL_SHARED.isdisjoint(held):
            held.append("other-things")
        if one.when and other.when:
            if _days_apart(one, other) > _SLACK:
                held.append("other-day")
            elif any(_short(a) and _short(b) for a in one.when for b in other.when):
                held.append("same-day")
        if any(one.places[kind].isdisjoint(other.places[kind]) for kind in one.places.keys() & other.places.keys()):
            held.append("other-place")
        if _TELLING.isdisjoint(held):
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
        """Whether it befell other people: each known by name, or one by name and several who are not named."""
        some, others = (told.others & self._people for told in (one, other))
        if some and others:
            return not some & others
        return bool(some and not one.crowd and other.crowd) or bool(others and not other.crowd and one.crowd)

    def _different_things(self, one: Telling, other: Telling) -> bool:
        """Whether what was struck, seized or killed is of different kinds: a dock is no boat."""
        for role, kinds in one.kinds.items():
            against = other.kinds.get(role)
            if against and kinds.isdisjoint(against):
                return one.heads[role].isdisjoint(other.heads[role])
        return False


def _one_and_several(one: Telling, other: Telling) -> bool:
    """Whether the first is a single happening, by its noun or by its day, and the second a series."""
    return other.several and not one.several and (one.nominal or any(map(_short, one.when)))


def _involves(told: Telling) -> bool:
    """Whether it is said what or whom it befell or concerned."""
    return bool(told.others or told.topics or told.nouns)


def _different_counts(one: Telling, other: Telling) -> bool:
    """Whether the same is counted and the numbers are too far apart to be two reports of one: five dead are not the hundred."""
    return any(far_apart(one.counts[what], other.counts[what]) for what in one.counts.keys() & other.counts.keys())


def far_apart(one: float, other: float) -> bool:
    """Whether two numbers are too different to be two counts of one thing."""
    low, high = sorted((one, other))
    return high > 4 * low + 3


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
