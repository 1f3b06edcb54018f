"""A briefing made from the graph alone: its sentences are the articles' own, chosen, ordered and cited.

The rule: nothing is written but sentences quoted whole from the articles (white space aside), the dates that the graph gives them, and the fixed
words of the headings. So whoever alleges or denies something does so in the article's words, and not one word is there that no claim's sentence
carries. Sentences are chosen greedily for the happenings that they tell and no chosen one has told (maximum coverage after Gillick & Favre 2009),
each happening weighing more the more independent origins tell it, the firmer it stands and the more is told of who takes part.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import Lexicon
from kg.store import Graph
from kg.views.accounts import Account, accounts_of
from kg.views.agreement import Disagreement, Told
from kg.views.conflicts import conflicts
from kg.views.evidence import Article, Evidence, Thing, When, all_claims, claims_where, read_evidence
from kg.views.names import Candidate
from kg.views.nodes import select
from kg.views.readable import Reader, one_line
from kg.views.timeline import Entry, timeline
from kg.views.weighty import weightiest
from kg.views.wording import best_first

_STANDING = {"asserted": 1.0, "reported": 0.8, "disputed": 0.8, "alleged": 0.5, "denied": 0.4, "planned": 0.4, "possible": 0.3}
_LEAST = 0.1  # weight of what is only supposed
_TELLING = ("main", "complement", "coordination")  # constructions that tell something new; others, and nouns, may only take it up
_SAYING = "Statement"
_SAYING_WEIGHT = 0.3  # that somebody says something tells less than what is said
_ALIKE = 0.6  # share of the shorter sentence's words that another one has when it tells the same
_FADED = 0.15  # a sentence that adds less than this part of what the first added ends the choice
_A_DAY = 3  # sentences of one day in the timeline
_MANY = 20_000  # claims that are weighed, all of them
_DATED = 5  # sentences of the timeline for each key sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article; ``source`` is its number in the source list, ``also`` are those of other articles that tell what it tells."""

    text: str
    source: int
    also: tuple[int, ...]
    independent: int  # origins of the best supported happening that it tells
    events: tuple[str, ...]  # IRIs


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence on the day, or in the period, that its article gives."""

    date: str
    line: Line


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict: of what kind, and a sentence for each side."""

    kind: str
    sides: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article that is quoted."""

    number: int
    id: str
    title: str
    publisher: str
    date: str


@dataclass(frozen=True, slots=True)
class Digest:
    """``about`` is the label of whom or what it is about, empty for all; ``first`` and ``last`` are the days of the articles quoted."""

    about: str
    first: str
    last: str
    happenings: tuple[Line, ...]
    disputes: tuple[Dispute, ...]
    timeline: tuple[Dated, ...]
    sources: tuple[Source, ...]
    undrawn: int = 0  # dated sentences that weigh less than those of the timeline, and were left out
    unquoted: int = 0  # articles that cite others, where others are quoted


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: Article
    text: str
    evidence: tuple[Evidence, ...]
    events: tuple[str, ...]
    side: frozenset[str] | None = None  # of a side of a dispute: ids of the articles that take it


def digest(store: Graph, lexicon: Lexicon, about: Candidate | None = None, limit: int = 12) -> Digest:
    """The briefing: at most ``limit`` key sentences (0 for all that add something), as many disputes, and the weightiest dated sentences.

    Of more claims than can be weighed, those of the happenings that most origins tell are read.
    """
    claims = _claims_about(store, about.iri) if about else all_claims(store)
    many = len(claims) > _MANY
    if many:
        claims = weightiest(store, claims, about.iri if about else "")
    digests = set(select(store, "?node a kg:Digest"))
    everything = read_evidence(store, claims)
    evidence = [one for one in everything if one.article.iri not in digests] or everything  # what cites others is quoted where nothing else is
    unquoted = len({one.article.iri for one in everything}) - len({one.article.iri for one in evidence})
    chooser = _Chooser(lexicon, evidence, accounts_of(store, evidence))
    happenings = chooser.key_sentences(limit)
    shown = {one.claim for one in evidence}
    disputes = [found for conflict in conflicts(store).conflicts if (found := chooser.dispute(conflict, shown))]
    known = chooser.accounts if many or not (about or len(evidence) < len(everything)) else None  # read already, where nothing more is wanted
    dated = chooser.dated(timeline(store, about.iri if about else "", known=known).entries)
    shown_days = chooser.weightiest(dated, _DATED * limit)
    made = _numbered(about.label if about else "", happenings, disputes[: limit or None], shown_days, len(dated) - len(shown_days), chooser)
    return replace(made, unquoted=unquoted)


def _claims_about(store: Graph, iri: str) -> list[str]:
    """Claims that an entity has a part in, or tells."""
    return [*claims_where(store, "?role", [iri]), *claims_where(store, "kg:attribution/kg:within*/kg:source", [iri])]


class _Chooser:
    def __init__(self, lexicon: Lexicon, evidence: Sequence[Evidence], accounts: Sequence[Account]) -> None:
        self._reader = Reader(lexicon)
        self.articles = {one.article.id: one.article for one in evidence}
        self.accounts = {account.happening.iri: account for account in accounts}
        told = Counter(thing.iri for one in evidence for thing in _participants(one))
        most = max(told.values(), default=1)
        self._weights = {iri: self._weight(account, told, most) for iri, account in self.accounts.items()}
        self._sentences = self._quotable(evidence)

    def _weight(self, account: Account, told: Counter[str], most: int) -> float:
        """What a happening is worth: by its origins, its standing, and how much is told of the best known who takes part."""
        known = max((told[thing.iri] for one in account.evidence for thing in _participants(one)), default=0)
        central = math.log1p(known) / math.log1p(most)
        kind = _SAYING_WEIGHT if _SAYING in account.happening.types else 1.0
        return (len(account.origins) + central) * _STANDING.get(account.happening.status, _LEAST) * kind

    def _quotable(self, evidence: Iterable[Evidence]) -> dict[tuple[str, int], _Sentence]:
        """The sentences that can stand alone, by document and place."""
        groups: dict[tuple[str, int], list[Evidence]] = defaultdict(list)
        for one in evidence:
            groups[one.article.id, one.begin].append(one)
        found = {}
        for place, claims in groups.items():
            if self._reader.stands_alone(claims[0].sentence, claims):
                events = tuple(dict.fromkeys(one.happening.iri for one in claims if one.happening))
                found[place] = _Sentence(claims[0].article, one_line(claims[0].sentence), tuple(claims), events)
        return found

    def key_sentences(self, limit: int) -> list[_Sentence]:
        """The sentences that together tell most, the one that adds most first; none tells what one before it told."""
        left = dict(self._sentences)
        chosen: list[_Sentence] = []
        covered: set[str] = set()
        first = 0.0
        while left and (not limit or len(chosen) < limit):
            place = min(left, key=lambda p: (-round(self._gain(left[p], covered), 9), left[p].article.date, p))
            gain, best = self._gain(left[place], covered), left.pop(place)
            first = first or gain
            if gain <= _FADED * first:
                break
            if not any(self._alike(best, other) for other in chosen):
                chosen.append(best)
            covered.update(best.events)
        return self._by_story(chosen)

    def _by_story(self, chosen: list[_Sentence]) -> list[_Sentence]:
        """What is told by the same articles stands together, the story of the sentence that adds most first."""
        stories: list[tuple[set[str], list[_Sentence]]] = []
        for sentence in chosen:
            articles = {sentence.article.id} | self.others(sentence)
            near = [story for story in stories if story[0] & articles]
            joined = sorted((one for _, several in near for one in several), key=chosen.index)
            merged = (articles.union(*(found for found, _ in near)), [*joined, sentence])
            at = min((stories.index(story) for story in near), default=len(stories))
            stories = [story for story in stories if story not in near]
            stories.insert(at, merged)
        return [sentence for _, several in stories for sentence in several]

    def _gain(self, sentence: _Sentence, covered: set[str]) -> float:
        """The weight of what it tells anew, a long sentence's less."""
        return sum(self._weights[event] for event in sentence.events if event not in covered) / math.sqrt(len(sentence.text.split()))

    def _alike(self, one: _Sentence, other: _Sentence) -> bool:
        a, b = self._reader.content(one.text), self._reader.content(other.text)
        return len(a & b) >= _ALIKE * min(len(a), len(b))

    def others(self, sentence: _Sentence) -> set[str]:
        """Ids of the other articles that tell at least half of what the sentence tells, by its weight, and tell it alike.

        What the sentence only takes up by the way ("when pressed about the strike, …") is nothing that it tells, where a clause of it tells anything.
        """
        if sentence.side is not None:
            return set(sentence.side & self.articles.keys()) - {sentence.article.id}
        here: dict[str, list[Evidence]] = defaultdict(list)
        clauses = [one for one in sentence.evidence if one.rule.endswith(_TELLING)]
        for one in clauses or sentence.evidence:
            if one.happening and one.happening.iri in self.accounts:
                here[one.happening.iri].append(one)
        told: dict[str, float] = defaultdict(float)
        for event, mine in here.items():
            for doc in {one.article.id for one in self.accounts[event].evidence if any(_bears_out(one, other) for other in mine)}:
                told[doc] += self._weights[event]
        own = sum(self._weights[event] for event in here)
        return {doc for doc, weight in told.items() if doc != sentence.article.id and weight >= own / 2}

    def dispute(self, conflict: Disagreement, shown: set[str]) -> tuple[str, list[_Sentence]] | None:
        """A sentence for each side that has one of its own to quote, where two have and the conflict is about a claim that is shown."""
        if not any(one.claim in shown for side in conflict.sides for one in side.evidence):
            return None
        quoted = {side.text: side for side in (self._quoted(one, conflict.kind) for one in conflict.sides) if side is not None}
        return (conflict.kind, list(quoted.values())) if len(quoted) > 1 else None

    def _quoted(self, side: Told, kind: str) -> _Sentence | None:
        """Beside it stand those who tell the same; of what is contested as a whole also those who have the same from somebody."""
        as_much = _as_strong if kind == "polarity" else _bears_out
        for one in best_first(side.evidence):
            if one.article.id in self.articles and self._reader.stands_alone(one.sentence, [one]):
                events = (one.happening.iri,) if one.happening else ()
                alike = frozenset(other.article.id for other in side.evidence if as_much(other, one))
                return _Sentence(one.article, one_line(one.sentence), (one,), events, alike)
        return None

    def dated(self, entries: Iterable[Entry]) -> list[tuple[str, _Sentence]]:
        """The first sentences of each day that can be quoted, each once a day."""
        found: dict[str, list[_Sentence]] = {}
        for entry in entries:
            exact = sorted(entry.evidence, key=lambda one, entry=entry: not _gives(one, entry))  # type: ignore[misc]
            places = ((one.article.id, one.begin) for one in exact)
            sentence = next((self._sentences[place] for place in places if place in self._sentences), None)
            day = found.setdefault(entry.date, [])
            if sentence and len(day) < _A_DAY and not any(self._alike(sentence, other) for other in day):
                day.append(sentence)
        return [(date, sentence) for date, day in found.items() for sentence in day]

    def weightiest(self, dated: list[tuple[str, _Sentence]], most: int) -> list[tuple[str, _Sentence]]:
        """So many dated sentences at most (0 for all), those that tell most, in their order."""
        ranked = sorted(range(len(dated)), key=lambda n: (-round(self._gain(dated[n][1], set()), 9), n))
        return [dated[n] for n in sorted(ranked[: most or None])]


def _bears_out(one: Evidence, mine: Evidence) -> bool:
    """Whether a claim tells what another one tells: its proposition, as news and as firmly, of the same doers, number and day."""
    doers, others = ({thing.iri for thing in claim.roles.get("agent", ())} for claim in (mine, one))
    return (
        (one.rule.endswith(_TELLING) or not mine.rule.endswith(_TELLING))
        and _as_firm(one, mine)
        and not set(mine.propositions).isdisjoint(one.propositions)
        and (not doers or not doers.isdisjoint(others))
        and all(_dated_alike(when, other) for when in one.times for other in mine.times)
    )


def _as_firm(one: Evidence, mine: Evidence) -> bool:
    """Whether a claim has the modality and polarity of another one, and is not merely somebody's word where the other is its article's own."""
    return _as_strong(one, mine) and (bool(mine.speakers) or not one.speakers)


def _as_strong(one: Evidence, mine: Evidence) -> bool:
    return (one.modality, one.polarity) == (mine.modality, mine.polarity)


def _dated_alike(one: When, other: When) -> bool:
    """Whether two times have a day in common, as far as their days are known; an open one goes on."""
    before, after = (bool(a.end and b.begin and a.end < b.begin) for a, b in ((one, other), (other, one)))
    return not (before or after)


def _gives(one: Evidence, entry: Entry) -> bool:
    """Whether a claim's own words give the very date of an entry, not a vaguer one that holds it."""
    return any((when.begin, when.end) == (entry.first, entry.last) for when in one.times)


def _participants(one: Evidence) -> list[Thing]:
    return [thing for things in one.roles.values() for thing in things]


def _numbered(
    about: str,
    happenings: list[_Sentence],
    disputes: list[tuple[str, list[_Sentence]]],
    dated: list[tuple[str, _Sentence]],
    undrawn: int,
    chooser: _Chooser,
) -> Digest:
    """Sources numbered by date and id."""
    quoted = [*happenings, *(side for _, sides in disputes for side in sides), *(sentence for _, sentence in dated)]
    named = {sentence.article.id for sentence in quoted} | {doc for sentence in quoted for doc in chooser.others(sentence)}
    ordered = sorted((article for doc, article in chooser.articles.items() if doc in named), key=lambda article: (article.date, article.id))
    numbers = {article.id: number for number, article in enumerate(ordered, start=1)}

    def line(sentence: _Sentence) -> Line:
        also = chooser.others(sentence)
        origins = max((len(chooser.accounts[event].origins) for event in sentence.events if event in chooser.accounts), default=1)
        others = tuple(sorted(numbers[doc] for doc in also))
        return Line(sentence.text, numbers[sentence.article.id], others, min(origins, 1 + len(also)), sentence.events)

    days = [article.date for article in ordered if article.date]
    return Digest(
        about=about,
        first=min(days, default=""),
        last=max(days, default=""),
        happenings=tuple(map(line, happenings)),
        disputes=tuple(Dispute(kind, tuple(map(line, sides))) for kind, sides in disputes),
        timeline=tuple(Dated(date, line(sentence)) for date, sentence in dated),
        sources=tuple(Source(numbers[a.id], a.id, a.title, a.publisher, a.date) for a in ordered),
        undrawn=undrawn,
    )
