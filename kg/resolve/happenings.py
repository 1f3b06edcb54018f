"""Which tellings are of one happening, in one document and across documents; what is alike but distinct stays apart.

Within a document a light verb is its object, "the strike" and "this attack" take up what was told before, and the same word with the same
participants is told again. Across documents pairs are compared by :mod:`kg.resolve.alike`, best first, and two groups are united only
where no member forbids it and their members are alike on average, so that one doubtful link cannot chain two happenings together.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from kg.lexicon import Lexicon
from kg.model import Cluster, Event, Extraction, Match, Ref
from kg.resolve.alike import SHARED, WEIGHTS, Alike, Likeness
from kg.resolve.apart import Apart
from kg.resolve.copies import Copies, repeated_events
from kg.resolve.counted import Counted
from kg.resolve.stories import Stories, Vectors
from kg.resolve.tellings import Reader, Telling


@dataclass(frozen=True, slots=True)
class Happenings:
    """What events are one: groups, each sorted, in the order of their first; ``series`` maps the first of a group to the first of the series that
    it is one of; ``matches`` say why events of different documents are one; ``stories`` which documents tell one story."""

    groups: list[list[Ref]]
    series: dict[Ref, Ref]
    matches: list[Match]
    stories: Stories


_LEAST = 0.4  # log-odds from which two tellings of different documents are one happening
_LINK, _LINK_APART = 0.0, 1.0  # the same, of two groups on average; and of two that name other doers, or others to whom it was done
_ONE_STORY = 0.3  # similarity of a document to itself, as far as a story goes
_TOLD_APART = 1.0  # what it takes off that a document itself tells two happenings apart
_SAMPLE = 6  # members of a group that another group's are compared with


def unite(
    extractions: Sequence[Extraction],
    entities: Sequence[Cluster],
    names: Mapping[Ref, str],
    lexicon: Lexicon,
    copies: Copies,
    spoken: Vectors,
) -> Happenings:
    """Groups of events that tell the same happening.

    Copies of documents join when all else is united, so that nothing is one for being printed often.
    """
    stories = Stories(extractions, names, spoken, copies.roots)
    alike = Alike(entities, lexicon)
    counted = Counted(lexicon)
    apart = {x.document.id: Apart(x, names, Reader(x, names, stories, lexicon), lexicon, counted) for x in extractions}
    told = {x.document.id: _within(apart[x.document.id], x.events, lexicon, alike) for x in extractions}
    rank = _ranks(extractions)
    candidates, parts = _candidates(told, stories, alike)
    groups = _Groups([t for tellings in told.values() for t in tellings], candidates, alike, stories, apart, copies.roots, rank)
    candidates.sort(key=lambda c: (-c[0].score, sorted((rank[c[1].members[0]], rank[c[2].members[0]]))))
    matches = []
    for copied in (False, True):
        if copied:
            _join_copies(groups, told, repeated_events(extractions, copies))
        for likeness, one, other in candidates:
            if copied == (one.doc in copies.roots or other.doc in copies.roots) and groups.unite(one, other):
                matches.append(Match(one.members[0], other.members[0], True, round(probability(likeness.score), 2), likeness.reasons))
    return Happenings(groups.refs(), groups.series(parts), sorted(matches, key=lambda m: (m.left, m.right)), stories)


def _join_copies(groups: _Groups, told: Mapping[str, list[Telling]], repeated: Mapping[Ref, Ref]) -> None:
    """What a copy tells in words of its original is what they tell there."""
    of = {ref: telling for tellings in told.values() for telling in tellings for ref in telling.members}
    for ref, original in repeated.items():
        groups.join(of[original], of[ref])


def _ranks(extractions: Sequence[Extraction]) -> dict[Ref, int]:
    """An order of events by what is written, not by what files are called: of two pairs as good the same goes first, whatever copies there are."""
    written = {
        (x.document.id, e.id): (x.document.text[begin : x.sentences[e.sentence][1]], e.trigger[0] - begin, x.document.id)
        for x in extractions
        for e in x.events
        for begin in (x.sentences[e.sentence][0],)
    }
    places = {told: place for place, told in enumerate(sorted(set(written.values())))}
    return {ref: places[told] for ref, told in written.items()}


def probability(score: float) -> float:
    """Of log-odds."""

    return 1 / (1 + exp(-score))


def _within(apart: Apart, events: Sequence[Event], lexicon: Lexicon, alike: Alike) -> list[Telling]:
    """The happenings of one document, in the order in which they are first told."""
    reader = apart.reader
    light, aiming = (lexicon.light_verbs | lexicon.words("occurrence")) - lexicon.words("phase"), lexicon.words("targeting")
    found: list[Telling] = []
    places: dict[str, set[int]] = defaultdict(set)  # a word or type -> places of the happenings that it tells
    of: dict[str, Telling] = {}
    ordered = sorted(events, key=lambda e: (e.trigger, e.id))
    carriers: dict[str, list[Event]] = defaultdict(list)
    for event in ordered:
        carriers[_carried(event, reader, light, aiming) or ""].append(event)
    for event in carriers.pop("", ()):
        telling = reader.telling(event)
        for carrier in carriers.get(event.id, ()):  # "will be held in Oslo in May" tells where and when the meeting is, before it is compared
            telling.add(_carrying(reader.telling(carrier), carrier.lemma in light))
        kinds = _kinds(telling)
        met = sorted({n for kind in kinds for n in places.get(kind, ())}) if not telling.distinct else ()
        same = _told_before([(found[n], n) for n in met], telling, alike, apart)
        if same is None:
            same = len(found)
            found.append(telling)
        else:
            found[same].add(telling)
        of[event.id] = found[same]
        for kind in kinds:
            places[kind].add(same)
    for one, other in _identified(events, of):
        if one is not other:
            one.add(other)
            found = [telling for telling in found if telling is not other]
            of.update({local: one for local, telling in of.items() if telling is other})
    return found


def _carrying(telling: Telling, light: bool) -> Telling:
    """What a verb tells of the happening that it carries."""
    telling.topics, telling.causes = set(), set()
    if light:
        telling.lemmas, telling.types = set(), set()
    return telling


def _identified(events: Sequence[Event], of: Mapping[str, Telling]) -> Iterator[tuple[Telling, Telling]]:
    """ "The blast was the third attack this year": two nouns for one happening."""
    for event in events:
        if event.rule == "copula" and event.polarity == "positive" and event.modality == "actual":
            what = [[r.entity for r in event.roles if r.role == role and r.entity in of] for role in ("agent", "attribute")]
            if len(what[0]) == len(what[1]) == 1:
                yield of[what[0][0]], of[what[1][0]]


def _carried(event: Event, reader: Reader, light: frozenset[str], aiming: frozenset[str]) -> str | None:
    """The happening that a verb only carries: "conducted a strike", "the strike occurred", "strikes targeting vessels".

    A light verb with another object tells what the happening did, and is none of its tellings: "the sanctions gave the rebels a lever".
    """
    if event.nominal or event.lemma not in light | aiming:
        return None
    sides: tuple[str, ...] = ("agent",) if event.lemma in aiming else ("patient", "topic", "agent")
    others = {r.role for r in event.roles if r.entity not in reader.events}
    if event.lemma not in aiming and event.lemma != "strike" and others & {"patient", "recipient", "topic"}:
        sides = ("patient", "topic")  # but "the quake struck the coast"
    inner = [r.entity for r in event.roles if r.role in sides and r.entity in reader.events]
    return inner[0] if len(inner) == 1 and reader.events[inner[0]].nominal else None


def _kinds(telling: Telling) -> list[str]:
    """The words and types of which two tellings of one happening share one."""
    return [*telling.lemmas, *(f" {name}" for name in telling.types)]


def _told_before(met: Sequence[tuple[Telling, int]], now: Telling, alike: Alike, apart: Apart) -> int | None:
    """The place of the happening that a telling takes up, of those before it in its document that it meets: who shares most, else the nearest."""
    scored = [(score, n, before) for before, n in met if (score := _taken_up(before, now, alike)) is not None]
    return next((n for _, n, before in sorted(scored, key=lambda s: s[:2], reverse=True) if not apart.tell_apart(before.members, now.members)), None)


def _taken_up(before: Telling, now: Telling, alike: Alike) -> float | None:
    """How much of a telling stands in an earlier one of the same document; None where they are not of one happening."""
    likeness = alike.compare(before, now, 0.0)
    if likeness is None or alike.other_days(before, now):
        return None
    held = set(likeness.features)
    shared = held.intersection(SHARED)
    if held & {"other-participant", "other-agent", "other-place"}:
        return None
    if now.definite or (shared and "same-word" in held):
        return sum(WEIGHTS[name] for name in shared)
    return None


_Pair = tuple[Likeness, Telling, Telling]


def _candidates(told: Mapping[str, list[Telling]], stories: Stories, alike: Alike) -> tuple[list[_Pair], list[_Pair]]:
    """Pairs of tellings that are alike enough to be one happening, and pairs of one and a series that it may be of.

    Compared are those of one word or type in documents that are near each other.
    """
    index: dict[str, dict[str, list[Telling]]] = {}
    for doc, tellings in told.items():
        index[doc] = defaultdict(list)
        for telling in tellings:
            for kind in _kinds(telling):
                index[doc][kind].append(telling)
    same, parts = list[_Pair](), list[_Pair]()
    for one, other, story in stories.neighbours():
        here, there = index[one], index[other]
        pairs = {(id(a), id(b)): (a, b) for kind in here.keys() & there.keys() for a in here[kind] for b in there[kind]}
        for a, b in pairs.values():
            likeness = alike.compare(a, b, story, _LEAST)
            if likeness is not None:
                same.append((likeness, a, b))
            for single, series in ((a, b), (b, a)) if a.several != b.several else ():
                fit = alike.part(single, series, story, _LEAST)
                if fit is not None:
                    parts.append((fit, single, series))
    return same, parts


class _Groups:
    """Happenings as they grow."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        candidates: Sequence[_Pair],
        alike: Alike,
        stories: Stories,
        apart: Mapping[str, Apart],
        copies: Mapping[str, str],
        rank: Mapping[Ref, int],
    ) -> None:
        self._of = {id(t): [t] for t in tellings}
        self._scores = {_pair(one, other): likeness.score for likeness, one, other in candidates}
        self._alike, self._stories, self._apart, self._copies, self._rank = alike, stories, apart, copies, rank

    def refs(self) -> list[list[Ref]]:
        """The events of each group."""
        groups = {id(group): group for group in self._of.values()}.values()
        return sorted(sorted(ref for telling in group for ref in telling.members) for group in groups)

    def series(self, parts: Sequence[_Pair]) -> dict[Ref, Ref]:
        """The series that fits each single happening best, both by their first events."""
        found: dict[Ref, tuple[float, Ref]] = {}
        for fit, single, series in parts:
            one, several = (min(ref for t in self._of[id(telling)] for ref in t.members) for telling in (single, series))
            if one != several and (one not in found or (fit.score, several) > found[one]):
                found[one] = fit.score, several
        return {one: several for one, (_, several) in sorted(found.items()) if several not in found}

    def unite(self, one: Telling, other: Telling) -> bool:
        """Whether the groups of two tellings became one just now."""
        a, b = self._of[id(one)], self._of[id(other)]
        if a is b or (self._copying(one, other) and self._originals(a) and self._originals(b)) or not self._agree(a, b):
            return False
        self._merge(a, b)
        return True

    def join(self, original: Telling, copy: Telling) -> None:
        """A copy's telling with the one that it repeats, unless it has joined one already."""
        a, b = self._of[id(original)], self._of[id(copy)]
        if a is not b and not self._originals(b):
            self._merge(a, b)

    def _merge(self, a: list[Telling], b: list[Telling]) -> None:
        for telling in b:
            insort(a, telling, key=self._place)  # a thousand copies of one article join one by one: sorting at each would be quadratic
            self._of[id(telling)] = a

    def _place(self, telling: Telling) -> int:
        return self._rank[telling.members[0]]

    def _copying(self, one: Telling, other: Telling) -> bool:
        return one.doc in self._copies or other.doc in self._copies

    def _originals(self, group: list[Telling]) -> list[Telling]:
        """The tellings of documents that are no copies: two happenings that have some are not united by a copy."""
        return [telling for telling in group if telling.doc not in self._copies]

    def _agree(self, some: list[Telling], others: list[Telling]) -> bool:
        """Whether no pair forbids it and the pairs are alike on average (average linkage), copies aside where there are originals."""
        if self._alike.excluded(_dated(some), _dated(others)):
            return False
        scores = []
        some, others = (_spread(self._originals(group) or group) for group in (some, others))
        for one in some:
            for other in others:
                score = self._score(one, other)
                if score is None:
                    return False
                scores.append(score)
        return sum(scores) / len(scores) >= (_LINK_APART if self._alike.apart(some, others) else _LINK)

    def _score(self, one: Telling, other: Telling) -> float | None:
        """How alike two tellings are; None where they cannot be one."""
        score = self._scores.get(_pair(one, other))
        if score is not None:
            return score
        together = one.doc == other.doc
        if together and (one.distinct or other.distinct or self._alike.other_days(one, other)):
            return None
        if together and self._apart[one.doc].tell_apart(one.members, other.members):
            return None
        likeness = self._alike.compare(one, other, _ONE_STORY if together else self._stories.similarity(one.doc, other.doc))
        return None if likeness is None else likeness.score - _TOLD_APART * together


def _pair(one: Telling, other: Telling) -> tuple[int, int]:
    return (id(one), id(other)) if id(one) < id(other) else (id(other), id(one))


def _dated(group: list[Telling]) -> list[Telling]:
    """Members that give a day, a bounded number of them."""
    return [telling for telling in group if telling.when][: 2 * _SAMPLE]


def _spread(group: list[Telling]) -> list[Telling]:
    """Some members of a group, evenly."""
    return group if len(group) <= _SAMPLE else [group[n * len(group) // _SAMPLE] for n in range(_SAMPLE)]
