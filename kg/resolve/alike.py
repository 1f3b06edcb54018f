"""How alike two tellings are: named features, each with its weight. Weights were fitted by logistic regression on the training and
development topics of ECB+ (Cybulska and Vossen 2014) where that corpus has the feature, and are judged where it has not (dates, counts)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import inf
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Cluster
from kg.resolve.stories import cosine
from kg.resolve.tellings import Known, Stretches, Telling

_BIAS = -4.1
_STORY, _ONE_STORY, _ENOUGH = 3.0, 6.5, 0.3  # weights of the similarity of the two documents, and of as much of it as makes them one story
_SENTENCE, _SENTENCE_MOST = 2.4, 0.5
_SPOKEN_MOST = 1.201  # what sentences add at most, and a little for rounding
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
    "other-day": -2.0,
    "same-number": 0.8,
    "same-sentence": 2.5,
    "other-number": -0.8,
    "later-number": -2.0,
    "other-undergoer": -1.5,
    "nothing-shared": -1.5,
    "other-place": -2.2,
    "vague": -2.0,
    "set-apart": -1.0,
    "saying": -1.5,
}
#: Features that say the same was concerned, not only the same done.
SHARED = ("same-participant", "same-noun", "same-topic")
_ALL_SHARED = frozenset({*SHARED, "same-kind"})
_TELLING = frozenset({*SHARED, "same-type"})
#: Something in common beyond word and story; "the attack" takes up what is known, and sentences of the same words need none of it.
_COMMON = frozenset({*_ALL_SHARED, "same-agent", "same-doer", "same-day", "same-number"})
_SAME_WORDS, _WORDS = 0.4, 5  # likeness of sentences that are the same words, and words that it takes to tell
_SAME_SENTENCE = 0.75  # likeness of two sentences of which one is the other, edited
_SAME_THING = frozenset({"same-participant", "same-noun", "same-kind"})
_EVIDENCE = frozenset({*SHARED, "same-day", "same-number"})  # what makes one happening of two that name other doers
_SLACK = 1  # days by which two reports of one happening may differ without saying another day: time zones
_COUNTED = 3  # days within which another number is another count of the same, not another match or another day's prices
_FAR = date.max.toordinal()
_PASSED = 30  # days between documents after which what is told with no day is another rocket fired, another session of another trial
_YEAR = 300  # days of a stretch that is a year or nearly so
_ONCE = frozenset({"Killing", "Death", "Birth"})  # types of what befalls a person once
REVISED = 10  # days by which they may differ and still be about one


class Likeness(NamedTuple):
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

    def compare(self, one: Telling, other: Telling, story: float, least: float = -inf) -> Likeness | None:
        """None where the two cannot be the same happening, or come to less than ``least``; ``story`` is the similarity of their documents."""
        if (other.several or one.several) and (self._one_and_several(one, other) or self._one_and_several(other, one)):
            return None
        return self._weigh(one, other, story, least)

    def other_days(self, one: Telling, other: Telling) -> bool:
        """Whether they are of days, no mere months, that have nothing in common: two happenings, where it is one document that tells them."""
        some, others = self._known(one), self._known(other)
        return bool(one.when and other.when) and some.brief and others.brief and _days_apart(some.days, others.days) > 0

    def part(self, one: Telling, several: Telling, story: float, least: float) -> Likeness | None:
        """How well a single happening fits into a series ("the 35 strikes"); None where it is no part of it, or by less than ``least``."""
        likeness = self._weigh(one, several, story, least) if self._one_and_several(one, several) else None
        return likeness if likeness is not None and not _SAME_THING.isdisjoint(likeness.features) else None

    def excluded(self, some: Sequence[Telling], others: Sequence[Telling]) -> bool:
        """Whether one of some tellings and one of the others are of days too far apart to be of one happening; each gives a day."""
        one, other = ([self._known(told).days for told in group] for group in (some, others))
        if not one or not other or (_span(one, other) <= REVISED and _span(other, one) <= REVISED):
            return False
        return any(_days_apart(a, b) > REVISED for a in one for b in other)

    def apart(self, some: Sequence[Telling], others: Sequence[Telling]) -> bool:
        """Whether two groups name other doers, or others to whom it was done, throughout."""
        one, other = ([self._known(told) for told in group] for group in (some, others))
        doing = [set().union(*(known.doing for known in group)) for group in (one, other)]
        undergone = [set().union(*(known.undergone for known in group)) for group in (one, other)]
        return any(a and b and a.isdisjoint(b) for a, b in (doing, undergone))

    def _one_and_several(self, one: Telling, other: Telling) -> bool:
        """Whether the first is a single happening and the second a series."""
        return other.several and self._known(one).single

    def _known(self, told: Telling) -> Known:
        if told.known is None:
            brief = any(map(_short, told.when))
            nations = self._nations(told.agents)
            told.known = Known(
                tuple((_number(first), _number(last)) for first, last in told.when),
                brief,
                not told.several and (told.nominal or brief),
                told.others & self._people,
                nations,
                self._nations(told.others),
                told.agents | nations,
                told.undergoers | self._nations(told.undergoers),
                bool(told.others or told.topics or told.nouns),
                _number(told.told) if told.told else None,
            )
        return told.known

    def _nations(self, keys: set[str]) -> set[str]:
        """What clusters are or act for."""
        return {nation for key in keys if (nation := self._nation(key))}

    def _weigh(self, one: Telling, other: Telling, story: float, least: float) -> Likeness | None:
        some, others = one.known or self._known(one), other.known or self._known(other)
        apart = _days_apart(some.days, others.days) if one.when and other.when else None
        if apart is not None and apart > REVISED:
            return None
        if (one.counts and other.counts and _different_counts(one, other)) or _different_things(one, other):
            return None
        if _different_people(one, some.people, other, others.people) or (apart and (_long(some.days) or _long(others.days))):
            return None
        features = _features(one, some, other, others, apart)
        if _repeated(one, some, other, others, apart) or (some.told != others.told and _of_another_day(one, other, features)):
            return None
        shown = _STORY * story + _ONE_STORY * min(_ENOUGH, story)
        passed = some.told is not None and others.told is not None and abs(some.told - others.told) > _PASSED
        if passed and (apart is None or apart > 0) and not _lasting(one, some, other, others, features):
            return None
        edited = some.told is not None and some.told == others.told and "same-word" in features  # of one day: markets have a sentence for all days
        most = _SPOKEN_MOST + WEIGHTS["same-sentence"] * edited
        if _BIAS + shown + most + sum([WEIGHTS[name] for name in features]) < least:
            return None
        words = _in_words(one, other)
        if (words < _SAME_WORDS and _told_apart(one, other, features)) or _other_contents(one, other, features, words):
            return None
        if edited and words >= _SAME_SENTENCE:
            features.append("same-sentence")
        if _COMMON.isdisjoint(features) and not (one.definite or other.definite) and words < _SAME_WORDS:
            features.append("nothing-shared")
        spoken = _SENTENCE * min(_SENTENCE_MOST, words)
        score = _BIAS + shown + spoken + sum([WEIGHTS[name] for name in features])
        return Likeness(score, tuple(features)) if score >= least else None


def _lasting(one: Telling, some: Known, other: Telling, others: Known, features: Sequence[str]) -> bool:
    """Whether it can be told of with no day long after: what befell somebody once, or what articles repeat in the same words and numbers."""
    if some.people & others.people and not _ONCE.isdisjoint(one.types & other.types):
        return True
    return _in_words(one, other) >= _SAME_WORDS and not {"later-number", "other-number"} & set(features)


def _told_apart(one: Telling, other: Telling, features: Sequence[str]) -> bool:
    """Whether others did it, and nothing speaks for one happening; or one has it that it happened, and the other that others did, or will, not."""
    if "other-agent" not in features:
        return False
    return one.standing.isdisjoint(other.standing) or _EVIDENCE.isdisjoint(features)


def _repeated(one: Telling, some: Known, other: Telling, others: Known, apart: int | None) -> bool:
    """Whether one is still to come in an article of long after the other: "urged Iran to suspend it", which it did the year before."""
    if apart == 0 or some.told is None or others.told is None:
        return False
    pairs = ((one, some, other, others), (other, others, one, some))
    return any(
        past.standing == {"fact"}
        and coming.standing == {"planned"}
        and past.when
        and max(last for _, last in known.days) < (there.told or 0) - REVISED
        for past, known, coming, there in pairs
    )


def _of_another_day(one: Telling, other: Telling, features: Sequence[str]) -> bool:
    """Whether two days' articles give no number in common of what goes up and down each day: "closed at 2,254 points", "closed at 2,306 points"."""
    return bool(one.figures and other.figures) and one.figures.isdisjoint(other.figures) and "same-day" not in features


def _other_contents(one: Telling, other: Telling, features: Sequence[str], words: float) -> bool:
    """Whether something else is said, thought, wished or demanded: a speaker has said many things on one matter. Nearly the same sentences say the
    same, however they were read.
    """
    if one.contents and other.contents:
        return words < _SAME_SENTENCE and one.contents.isdisjoint(other.contents)
    verbs = words < _SAME_WORDS and not (one.nominal or other.nominal) and one.saying and other.saying
    return verbs and one.matters.isdisjoint(other.matters) and "same-day" not in features


def _different_things(one: Telling, other: Telling) -> bool:
    """Whether what was struck, seized or killed is of different kinds: a dock is no boat."""
    both = one.kinds.keys() & other.kinds.keys() if one.kinds and other.kinds else ()
    return any(one.kinds[role].isdisjoint(other.kinds[role]) and one.heads[role].isdisjoint(other.heads[role]) for role in both)


def _features(one: Telling, some: Known, other: Telling, others: Known, apart: int | None) -> list[str]:
    """Names of the features that hold, without the similarity of documents and sentences."""
    held = []
    if not one.lemmas.isdisjoint(other.lemmas):
        held.append("same-word")
    if not one.types.isdisjoint(other.types):
        held.append("same-type")
    if one.agents and other.agents:
        same = not one.agents.isdisjoint(other.agents) or not some.nations.isdisjoint(others.nations)
        held.append("same-agent" if same else "other-agent")
    elif not one.doers.isdisjoint(other.doers) or not one.causes.isdisjoint(other.causes):
        held.append("same-doer")
    elif (one.agents and other.causes) or (other.agents and one.causes):
        held.append("other-agent")
    elif (one.agents or one.doers or one.causes) and (other.agents or other.doers or other.causes):
        held.append("other-doer")
    if one.others and other.others:
        same = not one.others.isdisjoint(other.others) or not some.other_nations.isdisjoint(others.other_nations)
        held.append("same-participant" if same else "other-participant")
    if not one.nouns.isdisjoint(other.nouns):
        held.append("same-noun")
    elif one.sorts and other.sorts and (one.sorts & other.sorts) - {"people"}:
        held.append("same-kind")
    if not one.topics.isdisjoint(other.topics):
        held.append("same-topic")
    if some.involves and others.involves and _ALL_SHARED.isdisjoint(held):
        held.append("other-things")
    if apart is not None:
        if apart > _SLACK:
            held.append("other-day")
        elif not apart and some.brief and others.brief:
            held.append("same-day")
    if one.places and other.places and any(one.places[kind].isdisjoint(other.places[kind]) for kind in one.places.keys() & other.places.keys()):
        held.append("other-place")
    if _TELLING.isdisjoint(held):
        held.append("vague")
    if one.distinct != other.distinct:
        held.append("set-apart")
    if one.saying or other.saying:
        held.append("saying")
    if one.counts and other.counts:
        held += _counted(one.counts, other.counts, bool(some.told and others.told and abs(some.told - others.told) > _COUNTED))
    if some.undergone and others.undergone and some.undergone.isdisjoint(others.undergone):
        held.append("other-undergoer")
    return held


def _counted(some: Mapping[str, float], others: Mapping[str, float], later: bool) -> list[str]:
    """What two tellings' numbers of the same say."""
    pairs = [(some[what], others[what]) for what in some.keys() & others.keys()]
    if any(a == b and a > 1 for a, b in pairs):
        return ["same-number"]
    if pairs and all(a != b for a, b in pairs):
        return ["later-number" if later else "other-number"]
    return []


def _in_words(one: Telling, other: Telling) -> float:
    """How alike two sentences are; "we want no elections" and "we will win any elections" have too few words to tell."""
    enough = min(1.0, len(one.words) / _WORDS, len(other.words) / _WORDS)
    return cosine(one.words, other.words) * enough if enough else 0.0


def _different_people(one: Telling, some: set[str], other: Telling, others: set[str]) -> bool:
    """Whether it befell other people: each known by name, or one by name and several who are not named."""
    if some and others:
        return some.isdisjoint(others)
    return bool(some and not one.crowd and other.crowd) or bool(others and not other.crowd and one.crowd)


def _different_counts(one: Telling, other: Telling) -> bool:
    """Whether the same is counted and the numbers are too far apart to be two reports of one: five dead are not the hundred."""
    return any(far_apart(one.counts[what], other.counts[what]) for what in one.counts.keys() & other.counts.keys())


def far_apart(one: float, other: float) -> bool:
    """Whether two numbers are too different to be two counts of one thing."""
    low, high = sorted((one, other))
    return high > 4 * low + 3


def _days_apart(some: Stretches, others: Stretches) -> int:
    """Days between the stretches that two tellings give, 0 where they overlap."""
    least = _FAR
    for first, last in some:
        for other_first, other_last in others:
            between = max(other_first - last, first - other_last, 0)
            if between < least:
                least = between
    return least


def _long(days: Stretches) -> bool:
    """Whether every stretch is a year or so: one that touches another is no day off by the time zone."""
    return all(last - first >= _YEAR for first, last in days)


def _span(some: Sequence[Stretches], others: Sequence[Stretches]) -> int:
    """Days from the first end in some tellings to the last beginning in others: none of these is so much later than any of those, or just so much."""
    return max(first for days in others for first, _ in days) - min(last for days in some for _, last in days)


@lru_cache(maxsize=1 << 12)
def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


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
