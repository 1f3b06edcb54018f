"""What a statement has otherwise than its evidence: numbers, dates, names, who did it, polarity, certainty, quoted words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.audit.align import Evidence
from kg.audit.dates import other_dates
from kg.audit.doers import Doers
from kg.audit.likeness import Likeness
from kg.audit.matter import Matter
from kg.audit.numbers import numbers_by_home, other_numbers
from kg.audit.people import People, names
from kg.audit.statements import Source, Statement, Word
from kg.audit.stems import stem, stems_of
from kg.audit.voices import Voices, without_verb
from kg.audit.whole import PLACES, lacking, meant_otherwise, scattered
from kg.lexicon import Lexicon
from kg.model import Entity, Event, Role, Span

#: Stems and keys of the doer, of whom or what it is done to, and of what it is about.
Sides = tuple[frozenset[str], ...]
_SIDES = {"recipient": "patient", "beneficiary": "patient"}
_APPOSED = 2  # characters between a noun and the name in apposition to it


@dataclass(frozen=True, slots=True)
class Difference:
    """``here`` are the digest's words, ``there`` the article's."""

    kind: str  # "number", "date", "actor", "place", "happening", "polarity", "certainty", "quotation"
    here: str
    there: str


class Comparer:
    def __init__(self, sources: Mapping[str, Source], people: People, lexicon: Lexicon, likeness: Likeness) -> None:
        self._sources, self._people, self._lexicon, self._likeness = sources, people, lexicon, likeness
        self._doers = Doers(sources, people, lexicon, likeness)
        self._matter = Matter(sources, lexicon, likeness)
        self._voices = Voices(sources, self._doers, lexicon)

    def differences(self, told: Statement, evidence: Evidence) -> list[Difference]:
        """Differences that change what is told, the plainest first."""
        if self._verbatim(told, evidence.parts):
            return list(self._dates(told, evidence.parts))  # the day that a timeline gives it may still be another one
        found: list[Difference] = []
        for check in (
            self._quotations,
            self._numbers,
            self._dates,
            self._actors,
            self._polarity,
            self._wholes,
            self._certainty,
            self._doing,
            self._voiced,
            self._scattered,
        ):
            found += check(told, evidence.parts)
        first: dict[tuple[str, str], Difference] = {}
        for difference in found:
            first.setdefault(_topic(difference), difference)
        return list(first.values())

    # Words

    def _verbatim(self, told: Statement, parts: Sequence[Statement]) -> bool:
        """Whether the statement is a whole sentence of the article, but for the date that heads a line of a timeline."""
        mine = words_of(told.text)
        return any(mine == theirs or (told.block.kind == "timeline" and mine.endswith(theirs)) for theirs in (words_of(part.text) for part in parts))

    def _quotations(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        text = self._sources[parts[0].doc].text
        for quote in told.quotes:
            if words_of(quote) not in text:
                yield Difference("quotation", quote, "")

    # Numbers and days

    def _numbers(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        counted, meanings = self._sources[parts[0].doc].counted, self._lexicon.times.meanings
        yield from (Difference("number", here, there) for here, there in other_numbers(told, parts, counted, meanings, self.words))
        for own, homes in numbers_by_home(told, parts, self._likeness):
            yield from (Difference("number", here, there) for here, there in other_numbers(own, homes, counted, meanings, self.words) if there)

    def _dates(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        for here, there, part in other_dates(told, parts, self._sources[told.doc].raw, self._sources[parts[0].doc]):
            yield Difference("date", self.words(told.doc, here.span), self.words(part.doc, there.span) if there else "")

    # Who

    def _wholes(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        """A happening, or somebody who is named for it, that no one sentence of the evidence has together."""
        named, theirs = self._sources[told.doc].named, self._sources[parts[0].doc].named
        tellers = [span for one in self._sources[told.doc].said.values() for span in one.source]
        about = (e for e in told.events if not any(begin <= e.trigger[0] < end for begin, end in tellers))  # "people who know of it" are only tellers
        described = self._sources[parts[0].doc].described
        for lack in lacking(told, list(about), parts, named, theirs, self._people, self._lexicon, self._matter, described, tellers):
            if lack.entity is None or lack.nearest is None:
                yield Difference("happening", self._clause(told, lack.event), "")
                continue
            does = any(role.role == "agent" and named.get(role.entity, ("", None))[1] == lack.entity for role in lack.event.roles)
            place, there = lack.entity.type in PLACES and not does, self._stand_in(told, lack.event, lack.entity, lack.nearest)
            yield Difference("place" if place else "actor", lack.entity.label if there else self._clause(told, lack.event), there)

    def _stand_in(self, told: Statement, event: Event, entity: Entity, part: Statement) -> str:
        """Whom a sentence has instead: one of its surname, one of its type that the statement does not name, or who has its part in the happening."""
        here, source = self._sources[told.doc], self._sources[part.doc]
        doers = [role for e in part.events if stem(e.lemma) == stem(event.lemma) for role in e.roles if role.role == "agent"]
        if doers and any(role.role == "agent" and here.named.get(role.entity, ("", None))[1] == entity for role in event.roles):
            return "" if self._unknown(entity, part, doers[0]) else self.words(part.doc, doers[0].span)
        types = {key: e.type for key, e in source.named.values()}
        alike = [name for name in names(part) if types.get(name[0].key or "") == entity.type]
        surname = [name for name in alike if name[-1].stem == stems_of(entity.label)[-1]]
        found = surname or [name for name in alike if name[0].key not in told.keys]
        return self.words(part.doc, (found[0][0].span[0], found[0][-1].span[1])) if found else ""

    def _unknown(self, person: Entity, part: Statement, role: Role) -> bool:
        """Whether the article only describes somebody ("the 27-year-old rider"), who may be the person that the digest names."""
        described = self._sources[part.doc].unnamed.get(role.entity)
        return described is not None and person.type == described.type == "Person" and not described.plural

    def _clause(self, told: Statement, event: Event) -> str:
        """A happening with those who take part in it, in the digest's words."""
        return self.words(told.doc, _extent(event))

    def _actors(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        for mine, theirs, part in self._pairs(told, parts):
            if mine.nominal or theirs.nominal:
                continue
            if self._replaced(told, mine, part, theirs):
                yield Difference("actor", self.words(told.doc, _extent(mine)), self.words(part.doc, _extent(theirs)))
                return
        yield from self._owned(told, parts)
        yield from self._renamed(told, parts)

    def _doing(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        """Whoever does it here has to do it in one of the sentences that tell of it, and to the same."""
        for mine in (e for e in told.events if not e.nominal):
            pairs = [(theirs, part) for m, theirs, part in self._pairs(told, parts) if m is mine]
            pairs = [(theirs, part) for theirs, part in pairs if theirs.roles or not theirs.nominal] or pairs  # a bare noun says nothing of who
            done = [(theirs, part) for theirs, part in pairs if self._doers.does(told, mine, part, theirs)]
            if done and all(self._matter.agrees(told, mine, part, theirs, parts) is False for theirs, part in done):
                yield Difference("happening", self._clause(told, mine), "")
            elsewhere = self._matter.elsewhere(told, mine, done)
            if elsewhere:
                yield Difference("place", *elsewhere)
            if pairs and not done:
                here, there = (next(role for role in event.roles if role.role == "agent") for event in (mine, pairs[0][0]))
                told_of = self._sources[told.doc].named.get(here.entity)
                if told_of and self._unknown(told_of[1], pairs[0][1], there):
                    yield Difference("actor", self._clause(told, mine), "")
                else:
                    yield Difference("actor", self.words(told.doc, here.span), self.words(pairs[0][1].doc, there.span))
                return

    def _owned(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        """ "Weber's offer" of "Lind's offer": another one's thing."""
        theirs = [pair for part in parts for pair in self._possessions(part)]
        for owner, thing in self._possessions(told):
            others = [one for one, what in theirs if what.stem == thing.stem]
            if others and all(one.key != owner.key and one.stem != owner.stem for one in others):
                yield Difference("actor", owner.text, others[0].text)
                return

    def _possessions(self, statement: Statement) -> Iterator[tuple[Word, Word]]:
        """Names in the possessive, each with the words right after that may be the thing."""
        raw = self._sources[statement.doc].raw
        for n, word in enumerate(statement.words):
            if word.key and (re.match(r"['’]s?\s", raw[word.span[1] :][:3]) or re.search(r"['’]s?$", word.text)):
                yield from ((word, thing) for thing in statement.words[n + 1 : n + 3] if thing.key is None)

    def _replaced(self, told: Statement, mine: Event, part: Statement, theirs: Event) -> bool:
        """Whether another one of the same type does it, or undergoes it."""
        if not self._likeness.same(mine.lemma, theirs.lemma):
            return False
        here = self._named(told)
        people = self._sources[part.doc].named.values()  # whom a pronoun may stand for
        there = {key: (e.type, e.label) for key, e in people if e.type == "Person"} | self._named(part)
        heads = [self._heads(told, mine), self._heads(part, theirs)]
        for a, b in list(zip(self._fillers(told, mine), self._fillers(part, theirs), strict=True))[:2]:
            ours = {k for k in here if f"={k}" in a and not _spelled(here[k][1], b)}
            others = {k for k in there if f"={k}" in b and not _spelled(there[k][1], a)}
            alike = {here[k][0] for k in ours} & {there[k][0] for k in others} or (ours & heads[0] and others & heads[1])
            if alike and not any(k[0] in "=@" for k in a & b):
                return True
        return False

    def _heads(self, statement: Statement, event: Event) -> set[str]:
        """Keys of those with a name who take part themselves, and are not only named in the phrase of somebody who does."""
        named = self._sources[statement.doc].named
        return {named[r.entity][0] for r in event.roles if r.entity in named and named[r.entity][1].type not in PLACES}

    def _renamed(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        """A name of the statement that its evidence has not, where the evidence has another of the same type."""
        mine = self._named(told)
        theirs = {key: value for part in parts[:1] for key, value in self._named(part).items()}
        known = frozenset().union(*(part.keys for part in parts))
        for key, (kind, words) in mine.items():
            if key in known or any(_spelled(words, part.stems) for part in parts):
                continue
            others = [w for other, (k, w) in theirs.items() if k == kind and other not in told.keys]
            if others:
                yield Difference("place" if kind in PLACES else "actor", words, others[0])

    def _named(self, statement: Statement) -> dict[str, tuple[str, str]]:
        """Named entities that the statement spells out: key → type and words."""
        found: dict[str, tuple[str, str]] = {}
        types = {key: entity.type for key, entity in self._sources[statement.doc].named.values()}
        for word in statement.words:
            if word.key in types:
                kind, words = found.get(word.key, (types[word.key], ""))
                found[word.key] = (kind, f"{words} {word.text}".strip())
        return found

    def _fillers(self, statement: Statement, event: Event) -> Sides:
        """Stems and keys of who does it, of whom or what it is done to, and of what it is about."""
        sides: dict[str, set[str]] = {"agent": set(), "patient": set(), "topic": set()}
        for role in event.roles:
            side = sides.get(_SIDES.get(role.role, role.role))
            if side is not None:
                for word in _within(statement, role.span):
                    side.update([word.stem, *word.kinds, *([f"={word.key}"] if word.key else [])])
                key, entity = self._sources[statement.doc].named.get(role.entity, (None, None))
                if entity is not None:
                    side.update([f"={key}", *map(stem, entity.label.split()), *self._likeness.seats(entity.link or "")])
        return tuple(frozenset(side) for side in sides.values())

    def _pairs(self, told: Statement, parts: Sequence[Statement]) -> Iterator[tuple[Event, Event, Statement]]:
        """Happenings of the statement and of its evidence that go by one word, or are of one kind."""
        for mine in told.events:
            for part in parts:
                for theirs in part.events:
                    if self._likeness.alike(mine, theirs):
                        yield mine, theirs, part

    # Whether

    def _polarity(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        agreeing = [_extent(m) for m, t, part in self._pairs(told, parts) if _against(m) and _against(t) and self._share(told, m, part, t)]
        for word in told.words:
            if any(begin <= word.span[0] < end for begin, end in agreeing):
                continue  # "no damage was confirmed", "has not confirmed any damage"
            having = [part for part in parts if word.stem in part.stems and not word.cue]
            if having and all((word.stem in part.negated) != (word.stem in told.negated) for part in having):
                yield Difference("polarity", *(f"not {word.text}" if word.stem in x.negated else word.text for x in (told, having[0])))
                return
        groups: dict[str, list[tuple[Event, Statement]]] = {}
        mine_of = {}
        for mine, theirs, part in self._pairs(told, parts):
            if self._likeness.same(mine.lemma, theirs.lemma) and not mine.nominal and self._share(told, mine, part, theirs):
                groups.setdefault(mine.id, []).append((theirs, part))
                mine_of[mine.id] = mine
        for local, pairs in groups.items():
            mine = mine_of[local]
            pairs = self._nearest(told, mine, pairs)
            if all(_against(mine) != _against(theirs) for theirs, _ in pairs):
                theirs, part = pairs[0]
                yield Difference("polarity", self.words(told.doc, mine.phrase), self.words(part.doc, theirs.phrase))
                return
        yield from self._stance(told, parts)

    def _stance(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        """One confirms, accepts or does what the other denies, rejects or refuses, or has not done by another word for it."""
        for mine in told.events:
            for part in parts:
                for theirs in part.events:
                    otherwise = self._opposes(mine) != self._opposes(theirs), _against(mine) != _against(theirs)
                    if mine.nominal or theirs.nominal or "existential" in (mine.rule, theirs.rule) or sum(otherwise) != 1:
                        continue
                    if any(self._likeness.alike(mine, other) for p in parts for other in p.events) or stem(theirs.lemma) in told.stems:
                        continue
                    if self._share(told, mine, part, theirs, roles=2):
                        yield Difference("polarity", self.words(told.doc, mine.phrase), self.words(part.doc, theirs.phrase))
                        return

    def _opposes(self, event: Event) -> bool:
        return self._lexicon.reporting_verbs.get(event.lemma) == "denied" or f"verb:{event.lemma}" in self._lexicon.negators

    def _nearest(self, told: Statement, mine: Event, pairs: list[tuple[Event, Statement]]) -> list[tuple[Event, Statement]]:
        """Of happenings in the evidence those that are done to the same, or are about the same, where there are any."""
        matter = _matters(self._fillers(told, mine))[1]
        return [(theirs, part) for theirs, part in pairs if matter & _matters(self._fillers(part, theirs))[1]] or pairs

    def _share(self, told: Statement, mine: Event, part: Statement, theirs: Event, roles: int = 1) -> bool:
        """Whether two happenings share so many of their sides (doer, and whom or what it is done to or about)."""
        pairs = list(zip(*(_matters(self._fillers(*one)) for one in ((told, mine), (part, theirs))), strict=True))
        shared = sum(bool(x & y) for x, y in pairs)
        return shared >= min(roles, sum(bool(x and y) for x, y in pairs))

    def _voiced(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        """Somebody's word, told as so or as somebody else's."""
        light = [e for e in told.events if e.lemma in self._lexicon.light_verbs]
        done = {noun.id: verb.id for noun in told.events if noun.nominal for verb in light if any(role.entity == noun.id for role in verb.roles)}
        there_is = without_verb(told, self._sources[told.doc].said)
        for mine in (e for e in told.events if (e.id in done or e.id in there_is if e.nominal else e.id not in done.values())):
            pairs = [(theirs, part) for m, theirs, part in self._pairs(told, parts) if m is mine]
            near = [(theirs, part) for theirs, part in pairs if self._share(told, mine, part, theirs)]
            if pairs and not near and mine.attribution is not None:
                continue
            tellings = [(part, theirs, theirs.phrase) for theirs, part in near or pairs]
            spelled = [(part, None, w.span) for part in parts for w in part.words if w.stem == stem(mine.lemma.split()[0])]
            found = self._voices.misplaced(told, mine, tellings or spelled)
            if found is not None:
                here, (part, _, place), voice = found
                span = (min(voice.words[0], place[0]), max(voice.words[1], place[1]))
                words = self._clause(told, mine) if here == mine.phrase else self.words(told.doc, here)
                yield Difference("attribution", words, self.words(part.doc, span))
                return

    def _scattered(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        """Who takes part, or what is meant to come of it, stands in another sentence than what happens: they are not added up."""
        for event in meant_otherwise(told, parts, self._likeness):
            yield Difference("happening", self._clause(told, event), "")
        for event, _ in scattered(told, parts, self._sources[told.doc].unnamed, self._lexicon, self._likeness):
            yield Difference("happening", self._clause(told, event), "")

    def _certainty(self, told: Statement, parts: Sequence[Statement]) -> Iterator[Difference]:
        for mine in told.events:
            words = self.words(told.doc, mine.phrase)
            if mine.nominal or mine.attribution is not None or told.doubted or words.startswith("to ") or words.endswith("ing"):
                continue
            pairs = [
                (t, part) for m, t, part in self._pairs(told, parts) if m is mine and stem(m.lemma) == stem(t.lemma) and self._share(told, m, part, t)
            ]
            pairs = self._nearest(told, mine, pairs)
            if pairs and all(_firmness(mine) > _firmness(t) and not (_against(mine) and _against(t)) for t, _ in pairs):
                theirs, part = pairs[0]
                yield Difference("certainty", self.words(told.doc, mine.phrase), self._hedge(theirs, part, self.words(told.doc, mine.phrase)))
                return
        for word in () if told.hedges else told.words:
            doubt = parts[0].hedged.get(word.stem)
            if doubt and told.negated.isdisjoint(parts[0].negated) and all(word.stem in part.hedged for part in parts if word.stem in part.stems):
                yield Difference("certainty", word.text, f"{doubt} {word.text}")
                return

    def _hedge(self, event: Event, part: Statement, here: str) -> str:
        """What is told with the words that make it less than sure: those of whose voice it is, or the word of doubt before it."""
        words = self.words(part.doc, event.phrase)
        said = self._sources[part.doc].said.get(event.attribution or "")
        spans = (event.phrase, *said.source, *said.cue) if said else ()
        if spans and part.span[0] <= min(spans)[0]:
            return self.words(part.doc, (min(spans)[0], max(end for _, end in spans)))
        doubt = part.hedged.get(stem(event.lemma))
        if doubt and doubt not in words.lower():
            return f"{doubt} {words}"
        return words if words != here else self.words(part.doc, (part.span[0], event.phrase[1]))

    def words(self, doc: str, span: Span) -> str:
        """A document's words at a span, in one line."""
        return " ".join(self._sources[doc].raw[span[0] : span[1]].split())


def words_of(text: str) -> str:
    """Words alone, in lower case with single spaces: what two quotations must share to be one."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _within(statement: Statement, span: Span) -> Iterable[Word]:
    """A phrase's words, and the name that follows it in apposition: "the pilot, Ana Ruiz"."""
    inside = [w for w in statement.words if span[0] <= w.span[0] < span[1]]
    after = next((w.key for w in statement.words if 0 <= w.span[0] - span[1] <= _APPOSED), None)
    return [*inside, *(w for w in statement.words if after and w.key == after)]


def _matters(sides: Sides) -> Sides:
    """A verb may have as its object what another has behind a preposition: "answered the offer", "replied to the offer"."""
    return sides[0], frozenset().union(*sides[1:])


def _against(event: Event) -> bool:
    return (event.polarity == "negative") is not (event.modality == "denied")


def _topic(difference: Difference) -> tuple[str, str]:
    """What a difference speaks of: that another one does it is told once."""
    return (difference.kind, "" if difference.kind == "actor" and difference.there else difference.here)


def _extent(event: Event) -> Span:
    spans = [event.phrase, *(role.span for role in event.roles)]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def _spelled(name: str, stems: Collection[str]) -> bool:
    """Whether a part of a name is among the stems."""
    return any(stem(word) in stems for word in name.split())


def _firmness(event: Event) -> int:
    """What is so comes before what somebody means to do, and that before what may be."""
    return {"actual": 2, "denied": 2, "planned": 1}.get(event.modality, 0)
