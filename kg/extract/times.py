"""Time expressions, as TIMEX3: where they are, by the patterns of ``ontology/times.ttl``; :mod:`kg.extract.chronology` gives them their values.

Nothing is invented: without a document date, a weekday or "last week" keeps its words and has no value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from kg.extract.chronology import compute
from kg.extract.periods import Codes, Context, Value
from kg.extract.phrases import periodical
from kg.extract.tenses import Foresight, is_timetable, tense_at, tense_by_noun, tense_of
from kg.parse import Parse
from kg.templates import key
from kg.time_rules import Matcher, TimeRules

_BEFORE_YEAR = frozenset("in since by until till from of to the before after during for through between and year through around about".split())
_OCCASIONS = frozenset({"at", "during"})
_UP_TO = frozenset({"until", "till", "through", "by", "to"})
_BEHIND = frozenset({"since", "after", "following"})
_DAYS = frozenset({"weekday", "date"})  # by computation
_RELATIVE = frozenset({"anchored", "weekdayFrom"})
_NO_FORESIGHT = Foresight()
_HYPHENS = ("-", "–")
_DAY = re.compile(r"\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression over tokens ``first`` to ``last``; ``begin`` and ``end`` are ISO days where they are known."""

    first: int
    last: int
    type: str
    value: str | None
    begin: str | None = None
    end: str | None = None


def find_times(parse: Parse, document_date: str | None, rules: TimeRules, foresight: Foresight = _NO_FORESIGHT) -> list[Time]:
    """The time expressions of a document, in order, none overlapping.

    By ``foresight`` a day is to come after some verbs and "for"; that of some happenings is over.
    """
    finder = _Finder(parse, rules, _day_of(document_date), foresight)
    return [time for n in range(len(parse.sentences)) for time in finder.of_sentence(n)]


def dateline_day(parse: Parse, rules: TimeRules) -> str | None:
    """The day that an article's dateline gives ("ZURICH, March 4, 2024 -"), by which its other days can be told."""
    finder = _Finder(parse, rules, None, Foresight())
    days = (time.value for n, kind in enumerate(parse.kinds) if kind == "dateline" for time in finder.of_sentence(n))
    return next((day for day in days if day and _day_of(day)), None)


def _day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


class _Finder:
    """Reads a document from its first sentence to its last, and remembers what day or period it spoke of."""

    def __init__(self, parse: Parse, rules: TimeRules, today: date | None, foresight: Foresight) -> None:
        self._parse, self._rules, self._foresight = parse, rules, foresight
        self._context = Context(today)

    def of_sentence(self, number: int) -> Iterator[Time]:
        first, after = self._parse.sentences[number]
        self._context = replace(self._context, near=None)
        sentence: _Sentence | None = None
        i = first
        while i < after:
            matchers = self._rules.starting.get(key(self._parse.words[i]))
            if matchers is not None:
                sentence = sentence or _Sentence(self._parse, first, after)
                time = self._at(sentence, i, matchers)
                if time is not None:
                    yield time
                    i = sentence.free = time.last + 1
                    continue
            i += 1

    def _at(self, sentence: _Sentence, token: int, matchers: tuple[Matcher, ...]) -> Time | None:
        """The longest expression that begins at a token, or at the article before it, and has a reading."""
        if sentence.in_compound(token) or periodical(self._parse, token):
            return None
        found = []
        article = token > sentence.free and self._parse.words[token - 1].lower() == "the"
        for rank, matcher in enumerate(matchers):
            if matcher.template.article == "required" and not article:
                continue
            start = token - 1 if article and matcher.template.article else token
            match = matcher.compiled.match(sentence.text, sentence.starts[start - sentence.first])
            if match:
                found.append((-match.end(), rank, start, matcher, match))
        for _, _, start, matcher, match in sorted(found, key=lambda f: f[:2]):
            last = sentence.token_at(match.end() - 1)
            codes = self._rules.read(match)
            if codes is not None and not self._titled(sentence, start, last, codes) and self._fits(sentence, matcher, start, last, match):
                head = self._head(start, last)
                tense, loose = self._tense(head, matcher.pattern.computation)
                if tense == "past" and "FUTURE_REF" in codes.values():
                    continue  # "we soon calmed down": that was no future
                value = compute(matcher.pattern.computation, codes, replace(self._context, tense=tense, loose=loose))
                if value is not None and (tense, loose) == ("past", False) and matcher.pattern.computation in _RELATIVE and self._after_today(value):
                    value = Value(value.type, None)  # "returned the next morning": counted from another day than was spoken of last
                if value is not None:
                    if not _compares(codes):
                        self._remember(value)
                    return Time(start, last, *value)
        return None

    def _tense(self, head: int, computation: str) -> tuple[str, bool]:
        """Whether the time is past, future or open, and whether it is loose from the verb that says so."""
        told = tense_by_noun(self._parse, head, self._foresight)
        if told is not None:
            return told, False
        tense = tense_of(self._parse, head, self._foresight)
        if tense == "open" and computation in _DAYS and is_timetable(self._parse, head):
            tense = "future"
        return tense, _loose(self._parse, head, self._foresight.scheduling)

    def _head(self, first: int, last: int) -> int:
        """The word of an expression that the others hang on: "March" of "early March"."""
        token = first
        while first <= self._parse.heads[token] <= last and self._parse.heads[token] != token:
            token = self._parse.heads[token]
        return token

    def _titled(self, sentence: _Sentence, first: int, last: int, codes: Codes) -> bool:
        """Whether it is a name that words of time make: "60 Minutes", "USA Today". A sentence that writes most words so has no such names."""
        words = self._parse.words
        before = first - 1 if first > sentence.first else None
        named = before is not None and (self._parse.pos[before] == "PROPN" or (words[before][0].isupper() and not words[before].isupper()))
        capitals = [i for i in range(first, last + 1) if words[i].istitle() and words[i].lower() in self._rules.measures and (i > first or named)]
        return bool(capitals) and "feast" not in codes and sentence.in_small

    def _fits(self, sentence: _Sentence, matcher: Matcher, start: int, last: int, match: re.Match[str]) -> bool:
        pattern = matcher.pattern
        if pattern.after and not sentence.follows(start, pattern.after):
            return False
        if pattern.before and not sentence.precedes(match.end(), pattern.before):
            return False
        if pattern.not_before and sentence.precedes(match.end(), pattern.not_before):
            return False
        return pattern.reading is None or READINGS[pattern.reading](self._parse, start, last)

    def _after_today(self, value: Value) -> bool:
        today = self._context.today
        return today is not None and value.begin is not None and value.begin > today.isoformat()

    def _remember(self, value: Value) -> None:
        if value.begin is not None and value.type in ("DATE", "TIME"):
            dated = value._replace(type="DATE")
            self._context = replace(self._context, anchor=dated, near=dated)


class _Sentence:
    """A sentence as one text, with the offset of each token in it."""

    def __init__(self, parse: Parse, first: int, after: int) -> None:
        self.first = self.free = first  # ``free``: the first token behind the last expression found
        self._parse, self._after = parse, after
        pieces = [parse.words[i] + " " * parse.spaced[i] for i in range(first, after)]
        self.text = "".join(pieces)
        self.starts, length = [], 0
        for piece in pieces:
            self.starts.append(length)
            length += len(piece)

    @property
    def in_small(self) -> bool:
        """Whether it writes most words with small letters, as no headline in title case does."""
        long = [word for word in self._parse.words[self.first : self._after] if word.isalpha() and len(word) > 3]
        return 2 * sum(word.islower() for word in long) >= len(long)

    def token_at(self, offset: int) -> int:
        """The token that holds a character of the text."""
        return self.first + bisect_right(self.starts, offset) - 1

    def in_compound(self, token: int) -> bool:
        """Whether a hyphen ties the token to a word before it that is no time ("soon-to-open"): "open"."""
        words, spaced = self._parse.words, self._parse.spaced
        return token - 2 >= self.free and words[token - 1] in _HYPHENS and not spaced[token - 1] and not spaced[token - 2]

    def follows(self, token: int, words: frozenset[str]) -> bool:
        """Whether one of the words, or of pairs of words, stands right before a token."""
        before = [word.lower() for word in self._parse.words[max(self.first, token - 2) : token]]
        return bool(before) and (before[-1] in words or " ".join(before) in words)

    def precedes(self, offset: int, words: frozenset[str]) -> bool:
        """Whether one of the words, or of pairs of words, stands right behind an offset of the text."""
        behind = re.findall(r"\w+", self.text[offset : offset + 40].lower())[:2]
        return bool(behind) and (behind[0] in words or " ".join(behind) in words)


def _compares(codes: Codes) -> bool:
    """Whether it only compares: what follows "a year earlier" in an account of results is told of the quarter before it."""
    back = "-1" in (codes.get("relation"), codes.get("direction"))
    return back and codes.get("unit") == "Y" and codes.get("count", "1") == "1"


def _loose(parse: Parse, token: int, scheduling: Set[str]) -> bool:
    """Whether a time is no plain adverbial of a verb: "payable Dec. 1", "the Jan. 14 deadline", "set Nov. 10 as the deadline", "through Nov. 17"."""
    if any(parse.words[i].lower() in _BEHIND for i in takewhile(lambda i: parse.pos[i] != "VERB" or parse.deps[i] == "prep", parse.ancestors(token))):
        return False  # "since the May vote", "after the May vote"
    above = parse.heads[token]
    verb = parse.heads[above]
    if (
        parse.deps[above] == "dobj"
        and above > token
        and parse.tags[verb] == "VBD"
        and parse.lemmas[verb] not in scheduling
        and parse.deps[verb] == "relcl"
    ):
        return False  # "voters that boycotted the January 30 poll"
    if _at_occasion(parse, token):
        return False
    if parse.pos[above] in ("ADP", "SCONJ"):
        if parse.words[above].lower() in _UP_TO:
            return True
        token, above = above, parse.heads[above]
    return parse.pos[above] not in ("VERB", "AUX") or parse.deps[token] in ("dobj", "nsubj", "nsubjpass", "attr")


def _at_occasion(parse: Parse, token: int) -> bool:
    """ "was elected at a summit in January", "signed during their May visit": an occasion of the past is as long ago as what was done at it."""
    noun = parse.heads[token]
    if parse.pos[noun] == "ADP":
        noun = parse.heads[noun]
    prep = parse.heads[noun]
    return parse.deps[noun] == "pobj" and parse.words[prep].lower() in _OCCASIONS and parse.pos[parse.heads[prep]] == "VERB"


def _is_name(parse: Parse, first: int, last: int) -> bool:
    if any(parse.words[c].lower() in ("the", "a", "an") for c in parse.all(last, "det")):
        return False  # "the annual March for Peace"
    return parse.words[last][0].isupper() and parse.pos[last] == "PROPN" and parse.entity_types[last] in ("DATE", "")


def _is_noun(parse: Parse, first: int, last: int) -> bool:
    """Whether it stands alone: neither "the future leader" nor "At the time she fell"."""
    leads = first > 0 and parse.words[first - 1][0].isupper() and parse.child(last, "relcl", "acl") is not None
    return parse.pos[last] == "NOUN" and parse.deps[last] != "compound" and not leads


def _is_common(parse: Parse, first: int, last: int) -> bool:
    return parse.pos[last] != "PROPN"


def _is_adverb(parse: Parse, first: int, last: int) -> bool:
    """Whether "before" or "after" stands alone: neither "the day after the vote" nor "two years before he died"."""
    return parse.deps[last] != "mark" and parse.child(last, "pobj", "pcomp") is None


def _is_adverbial(parse: Parse, first: int, last: int) -> bool:
    """Whether "now" is a time and does not only lead on: "Now, that is not all", "Now for the weather"."""
    return not (parse.words[first][0].isupper() and parse.words[last + 1 : last + 2] in ([","], ["for"]))


def _is_adjective(parse: Parse, first: int, last: int) -> bool:
    return parse.pos[last] == "ADJ" and parse.deps[last] == "amod"


def _is_future(parse: Parse, first: int, last: int) -> bool:
    return tense_at(parse, last) == "future"


def _is_whole(parse: Parse, first: int, last: int) -> bool:
    """Whether its last word belongs to no noun behind it: not "in March first reports came"."""
    head = parse.heads[last]
    return head <= last or parse.pos[head] not in ("NOUN", "PROPN")


def _is_days(parse: Parse, first: int, last: int) -> bool:
    """Whether all days between are meant: "from June 3 to 5", "between June 3 and 5", "on June 3 and 4"; not "fell on June 3 to 5 dollars"."""
    if any(parse.heads[i] > last for i in range(first, last + 1)):
        return False  # "on June 3 and 4 firms closed"
    days = [int(found[0]) for i in range(first, last + 1) if (found := _DAY.match(parse.words[i]))]
    if "and" not in [word.lower() for word in parse.words[first : last + 1]] or parse.words[first - 1].lower() == "between":
        return True
    return days[1] == days[0] + 1


def _is_length(parse: Parse, first: int, last: int) -> bool:
    """Whether it is no rate: "four flights a week"."""
    head = parse.heads[last]
    rated = parse.words[first].lower() in ("a", "an") and last == first + 1 and head < first and parse.pos[head] in ("NOUN", "NUM", "SYM")
    return not (rated and parse.pos[first - 1] in ("NOUN", "NUM", "SYM"))


def _is_year(parse: Parse, first: int, last: int) -> bool:
    if not parse.words[first][0].isdigit():  # "nineteen ninety-six", not "in two thousand cases"
        said = parse.deps[last] == "pobj" and parse.words[first].lower() != "two"
        return said or parse.entity_types[first] == parse.entity_types[last] == "DATE"
    return parse.entity_types[first] in ("DATE", "TIME") or (first > 0 and parse.words[first - 1].lower() in _BEFORE_YEAR)


#: What the parse must say of an expression, by the name that patterns ask for it.
READINGS = {
    "name": _is_name, "noun": _is_noun, "common": _is_common, "adverb": _is_adverb, "adverbial": _is_adverbial, "adjective": _is_adjective,
    "future": _is_future, "whole": _is_whole, "length": _is_length, "days": _is_days, "year": _is_year,
}  # fmt: skip
