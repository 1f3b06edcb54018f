"""When a happening is: by its own adverbial, by the happening that it is counted from, or by the clause that it goes with.

"Since that seizure", "two days after the verdict" name a happening of the document that has a day, and so give one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extract.clauses import PASSIVE_SUBJECTS, SUBJECTS, Clauses
from kg.extract.drafts import Draft
from kg.extract.participants import Participants
from kg.extract.periods import unit_of
from kg.extract.phrases import determiner
from kg.extract.scheduled import Ahead
from kg.extract.times import Time

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_DIRECTIONS = {"after": 1, "following": 1, "before": -1}
_UNTIL = frozenset({"until", "till"})
_UP_TO = frozenset({"to", "until", "till", "through"})
_BACK = 8  # sentences that a happening is looked back for

Found = tuple[int, str]  # number of a time, and "since" or "until" where the happening only begins or ends then


class Occasions:
    """Finds the times of drafts. ``times`` are those of the document, with lengths that are counted from a happening as the days they lead to."""

    def __init__(self, clauses: Clauses, participants: Participants, drafts: Sequence[Draft], times: Sequence[Time], today: str | None) -> None:
        self.times = list(times)
        self._clauses, self._parse, self._participants = clauses, clauses.parse, participants
        self._drafts = {draft.trigger: draft for draft in drafts}
        self._at = {i: n for n, t in enumerate(times, 1) for i in range(t.first, t.last + 1)}
        self._today, self.ahead = today, Ahead(clauses, self._drafts)
        self._disowned: set[tuple[int, int]] = set()  # trigger and adjunct whose time lies ahead and is another's
        self._handed: dict[int, int] = {}  # the happening whose time it is instead -> number of the time
        self._known: dict[int, Found | None] = {}
        for draft in sorted(drafts, key=lambda d: d.trigger):
            self._hand_on(draft)
            self._count(draft)

    def of(self, draft: Draft) -> Found | None:
        """The number of a happening's time, from one, and "since" or "until" where it only begins or ends then."""
        if draft.trigger not in self._known:
            self._known[draft.trigger] = None  # ends circles
            self._known[draft.trigger] = self._own(draft) or self._since(draft) or self._given(draft) or self._shared(draft)
        return self._known[draft.trigger]

    def to_come(self, draft: Draft) -> bool:
        """Whether a happening lies ahead of the document's day."""
        when = self.of(draft)
        return when is not None and when[1] != "until" and self._is_ahead(when[0])

    def _is_ahead(self, number: int) -> bool:
        begin = self.times[number - 1].begin
        return begin is not None and self._today is not None and begin > self._today[:10]

    def _hand_on(self, draft: Draft) -> None:
        """A time ahead goes from what has been to what is to come: "called for talks in 2031"."""
        for adjunct in draft.adjuncts:
            ahead = next((n for n in sorted({self._at[i] for i in self._dated(adjunct)}) if self._is_ahead(n)), None)
            if ahead is None or self._parse.words[adjunct].lower() in _UNTIL:
                continue
            disowned = self.ahead.disowns(draft, adjunct)
            if disowned:
                self._disowned.add((draft.trigger, adjunct))
            heir = self.ahead.heir(draft, adjunct) if disowned or self.ahead.shares(draft) else None
            if heir is not None:
                self._handed.setdefault(heir, ahead)

    def _given(self, draft: Draft) -> Found | None:
        return (self._handed[draft.trigger], "") if draft.trigger in self._handed else None

    def _own(self, draft: Draft, adjuncts: Sequence[int] | None = None) -> Found | None:
        """The event's own adverbial: dates before durations, what has a value before what has none."""
        own = (a for a in (draft.adjuncts if adjuncts is None else adjuncts) if (draft.trigger, a) not in self._disowned)
        telling = (a for a in own if not self._puts_off(draft, a))
        found = {self._at[i]: adjunct for adjunct in telling for i in self._dated(adjunct)}
        when = [n for n in found if self.times[n - 1].type != "DURATION" or self.times[n - 1].begin]  # "for nine years" is no when
        ranked = sorted(when, key=lambda n: (self.times[n - 1].type == "DURATION", self.times[n - 1].value is None, n))
        return (ranked[0], self._bound(found[ranked[0]], draft)) if ranked else None

    def through(self, draft: Draft) -> int | None:
        """The number of the time until which a happening lasts whose own time is the first: "from 1945 to 1956", "between May and July"."""
        when, lexicon = self.of(draft), self._clauses.lexicon
        moved = draft.lemma in lexicon.words("scheduling") or draft.type in ("Postponement", "Scheduling")  # a vote moved from May to July
        for adjunct in draft.adjuncts if when is not None and not when[1] and not moved else ():
            if self._parse.words[adjunct].lower() in ("from", "between"):
                first, second = self._ends(adjunct)
                if first is not None and second is not None and self._at[first] == (when or (0,))[0] and self._ordered(first, second):
                    return self._at[second]
        return None

    def _ends(self, adjunct: int) -> tuple[int | None, int | None]:
        """The two times that "from … to", "between … and" join, by their tokens."""
        parse = self._parse
        first = next((o for o in parse.all(adjunct, "pobj") if o in self._at), None)
        if first is None:
            return None, None
        if parse.words[adjunct].lower() == "between":
            return first, next((c for c in parse.all(first, "conj") if c in self._at), None)
        beside = sorted({*parse.all(adjunct, "prep"), *parse.all(first, "prep"), *parse.all(parse.heads[adjunct], "prep")})
        behind = (p for p in beside if p == self.times[self._at[first] - 1].last + 1 and parse.words[p].lower() in _UP_TO)
        return first, next((o for p in behind for o in parse.all(p, "pobj") if o in self._at), None)

    def _ordered(self, one: int, other: int) -> bool:
        """Whether of two times both are dates as precise as one another, the one before the other."""
        first, last = self.times[self._at[one] - 1], self.times[self._at[other] - 1]
        alike = first.type == last.type == "DATE" and len(first.value or "") == len(last.value or "") > 0
        return alike and first.begin is not None and last.begin is not None and first.begin < last.begin

    def _bound(self, adjunct: int, draft: Draft) -> str:
        """ "since May", "until May"; "since independence in 1957", where the parser may hang the year on the verb."""
        if self._parse.words[adjunct].lower() in _UNTIL:
            return "" if draft.nominal and self._parse.heads[adjunct] != draft.trigger else "until"  # "put the trial off until May"
        since = [a for a in draft.adjuncts if self._parse.words[a].lower() == "since"]
        begins = adjunct in since or any(self._parse.right(a) + 1 == self._parse.left(adjunct) and self._parse.child(a, "pobj") for a in since)
        return "since" if begins else ""

    def _puts_off(self, draft: Draft, adjunct: int) -> bool:
        """ "set the trial for April 22": that is when the trial is to be, not when it was set."""
        sets = not draft.nominal and self._parse.lemmas[draft.trigger] in self._clauses.lexicon.words("scheduling")
        return sets and self._parse.words[adjunct].lower() in _UNTIL | {"for"}

    def _dated(self, adjunct: int) -> Iterator[int]:
        """Time tokens that an adverbial is made of; "after the vote in May" is made of a vote, "the first win since May" of a win."""
        parse = self._parse
        if parse.words[adjunct].lower() == "since" and self._compares(adjunct):
            return
        stack = [adjunct]
        while stack:
            i = stack.pop()
            if i in self._at:
                yield i
            stack += [c for c in parse.children[i] if c in self._at or self._goes_on(i, c)]

    def _goes_on(self, head: int, child: int) -> bool:
        parse = self._parse
        if parse.deps[child] == "prep":
            return parse.words[child].lower() != "since" or parse.pos[head] == "ADP"
        of = any(parse.words[c].lower() == "of" for c in parse.all(child, "prep"))
        return parse.deps[child] == "pobj" and of  # "the morning of May 5"

    def _compares(self, since: int) -> bool:
        """ "the first win since May", "the worst flood since 1998": no beginning, but the last one that was like it."""
        parse, nearest = self._parse, since - 1
        while nearest > 0 and parse.pos[nearest] not in ("NOUN", "PROPN", "VERB", "AUX"):
            nearest -= 1
        head = parse.heads[since]
        whole = parse.heads[parse.heads[nearest]] if parse.deps[nearest] == "pobj" else nearest
        ranked = (nearest, whole, head, *([parse.heads[head]] if parse.deps[head] in ("relcl", "acl") else []))
        ranks = (c for noun in ranked for c in (noun, *parse.children[noun]))
        distinct = self._clauses.lexicon.words("distinction")
        return any(parse.tags[c] in ("JJS", "RBS") or (parse.lemmas[c] in distinct and parse.pos[c] not in ("VERB", "AUX")) for c in ranks)

    def _since(self, draft: Draft, adjuncts: Sequence[int] | None = None) -> Found | None:
        """ "since the verdict", "since the April merger", "has grown since it opened in May": from the happening that is named there."""
        parse = self._parse
        leading = (a for a in (draft.adjuncts if adjuncts is None else adjuncts) if parse.words[a].lower() == "since" and not self._compares(a))
        for noun in (n for prep in leading for n in parse.all(prep, "pobj")):
            told = self._day_of(noun) or next((n for n in self._modifying(noun) if self._exact(n)), None)
            if told is not None:
                return told, "since"
        perfect = any(parse.lemmas[a] == "have" for a in parse.all(draft.trigger, "aux"))
        for clause in parse.all(draft.trigger, "advcl") if perfect else ():
            inner = self._drafts.get(clause)
            if inner is not None and any(parse.words[m].lower() == "since" and not self._compares(m) for m in parse.all(clause, "mark")):
                begun = self.of(inner)
                return (begun[0], "since") if begun is not None and self._exact(begun[0]) else None
        return None

    def _modifying(self, noun: int) -> Iterator[int]:
        """Times in a noun's phrase: "his arrest in May", "the 1991 ouster"."""
        for child in self._parse.children[noun]:
            yield from (self._at[i] for i in self._dated(child) if self._parse.deps[child] in ("prep", "compound", "nmod", "nummod", "poss"))

    def _day_of(self, noun: int) -> int | None:
        """The time of the happening that a noun tells, or takes up by "that", "this" or "the"."""
        draft = self._drafts.get(noun)
        if draft is None:
            return None
        told = self.of(draft)
        if told is not None:
            return told[0] if self._exact(told[0]) else None
        known = determiner(self._parse, noun)
        days = [told[0] for one in self._earlier(draft) if (told := self.of(one)) is not None and self._exact(told[0])]
        if not days or known not in ("definite", "demonstrative"):
            return None
        return days[0] if known == "demonstrative" or len({self.times[n - 1].value for n in days}) == 1 else None

    def _earlier(self, draft: Draft) -> Iterator[Draft]:
        """Happenings told before by the same word, the nearest first, of nobody else than it names."""
        sentence, who = self._parse.sentence_of, self._who(draft)
        for trigger in sorted((t for t in self._drafts if t < draft.trigger), reverse=True):
            other = self._drafts[trigger]
            if sentence[draft.trigger] - sentence[trigger] > _BACK:
                return
            if other.lemma == draft.lemma and other.modality == "actual" and other.polarity == "positive" and who <= self._who(other):
                yield other

    def _who(self, draft: Draft) -> set[str | None]:
        return {self._participants.of(token) for _, token in draft.slots}

    def _exact(self, number: int) -> bool:
        time = self.times[number - 1]
        return bool(time.begin and time.value) and time.type != "DURATION"

    def _shared(self, draft: Draft) -> Found | None:
        """ "gave no answer when asked on Friday"; "On Friday they sold the mill and left": one day for both clauses."""
        parse, verb = self._parse, draft.trigger
        if draft.nominal:
            return None
        for clause in parse.all(verb, "advcl"):
            inner = self._drafts.get(clause)
            if inner is not None and clause > verb and any(parse.words[c].lower() == "when" for c in parse.children[clause]):
                return self._own(inner)
        first = self._drafts.get(parse.heads[verb])
        if parse.deps[verb] != "conj" or first is None or parse.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS) is not None:
            return None
        subject = parse.child(first.trigger, *SUBJECTS, *PASSIVE_SUBJECTS)
        fronted = [a for a in first.adjuncts if subject is not None and parse.right(a) < parse.left(subject)]
        return self._own(first, fronted) or self._since(first, fronted)

    def _count(self, draft: Draft) -> None:
        """Make a day of a length that is counted from a happening with a day: "two days after the verdict"."""
        parse = self._parse
        for number, prep in self._counted(draft):
            length = _LENGTH.fullmatch(self.times[number - 1].value or "")
            told = next((n for noun in parse.all(prep, "pobj") if (n := self._day_of(noun)) is not None), None) if length else None
            if length is None or told is None:
                continue
            first, last = self.times[told - 1].begin, self.times[told - 1].end
            if first == last or (length[2] == "M" and first and last and first[:7] == last[:7]):
                steps = _DIRECTIONS[parse.words[prep].lower()] * int(length[1])
                value = unit_of(date.fromisoformat(first or ""), length[2], steps)
                self.times[number - 1] = replace(self.times[number - 1], type="DATE", value=value.value, begin=value.begin, end=value.end)

    def _counted(self, draft: Draft) -> Iterator[tuple[int, int]]:
        """Times with the "after" or "before" that they measure, whichever of the two the parser hangs on the other."""
        parse = self._parse
        for adjunct in draft.adjuncts:
            before = ((adjunct, c) for c in parse.all(adjunct, "prep"))
            pairs = before if adjunct in self._at else ((c, adjunct) for c in parse.all(adjunct, "npadvmod"))
            yield from ((self._at[length], prep) for length, prep in pairs if length in self._at and parse.words[prep].lower() in _DIRECTIONS)
