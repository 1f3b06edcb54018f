"""Quantities: the numbers of a document with their bounds, what they count, money and measures, parts and multiples.

Ordinals, ages, scores of games, and numbers that only name something ("Article 5", "Flight 370") are none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.measures import Measure, Measures
from kg.extract.multiples import Multiples
from kg.extract.numerals import Numeral, Numerals, product
from kg.lexicon import Lexicon
from kg.parse import Parse

_DASHES = frozenset({"-", "–", "—"})
_TIMES = frozenset({"DATE", "TIME"})
_NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_COUNTING = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "predet"})
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number over tokens ``first`` to ``last``, with the words of a bound beside it.

    ``counted`` is the head token of what it counts. ``at`` is the token through which it takes part in a happening: the noun that it counts, the
    number itself ("fined £500"), or the verb that it measures ("fell 5 per cent").
    """

    first: int
    last: int
    value: float
    bound: str | None
    unit: str | None
    min: float | None
    max: float | None
    counted: int | None
    at: int


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as read, or the two ends of a range. ``last`` is the token behind which its noun or unit stands."""

    low: Numeral
    high: Numeral
    last: int
    joint: str | None = None  # what joins the ends


@dataclass(frozen=True, slots=True)
class _Link:
    """What a number counts, in what unit, and through which token."""

    counted: int | None
    unit: str | None
    at: int


def find_quantities(parse: Parse, lexicon: Lexicon, barred: frozenset[int]) -> list[Amount]:
    """The quantities of a document in order; ``barred`` are tokens of times, whose numbers are none (but "a quarter of the seats")."""
    return _Finder(parse, lexicon, barred).find()


class _Finder:
    def __init__(self, parse: Parse, lexicon: Lexicon, barred: frozenset[int]) -> None:
        self._parse, self._barred = parse, barred
        self._periods, self._ages = lexicon.words("time"), lexicon.words("age")
        self._numbering = lexicon.words("numbering")
        self._numerals = Numerals(parse, lexicon.quantities, barred)
        self._measures = Measures(parse, lexicon.quantities, self._numerals)
        self._multiples = Multiples(parse, lexicon.quantities, self._numerals)
        self._found: list[Amount] = []
        self._ended = -1  # the last token of the noun or the unit of the amount before

    def find(self) -> list[Amount]:
        i, end = 0, len(self._parse)
        while i < end:
            numeral = self._numerals.at(i)
            multiple = self._multiples.at(i, numeral) if i not in self._barred else None
            if multiple is not None:
                value = multiple.value
                self._found.append(Amount(i, multiple.last, value, None, multiple.unit, value, value, multiple.of, multiple.at))
                i = multiple.last + 1
            elif numeral is not None:
                i = self._take(numeral) + 1
            else:
                i += 1
        return self._found

    def _take(self, numeral: Numeral) -> int:
        """Adds the amount of a number, if it is one; gives the last token that is done with."""
        number = self._share(numeral) or self._range(numeral)
        if number is None:
            return self._skipped(numeral)
        amount = self._amount(number)
        if amount is None:
            return number.high.last
        self._found.append(amount)
        return max(amount.last, number.high.last)

    def _skipped(self, numeral: Numeral) -> int:
        """The last number of a row joined by dashes: "3-1", "555-1234"."""
        last = numeral.last
        while self._numerals.word(last + 1) in _DASHES and self._numerals.digits(last + 2):
            last += 2
        return last

    def _share(self, part: Numeral) -> _Number | None:
        """ "one in five voters"."""
        word = self._numerals.word(part.last + 1)
        whole = self._numerals.at(part.last + 2) if word == "in" and part.kind == "exact" else None
        if whole is None or whole.kind != "exact" or not 0 < part.value < whole.value or not self._plural(whole.first, whole.last):
            return None
        if part.value != 1 and self._parse.deps[part.first] not in ("nsubj", "nsubjpass"):
            return None  # "two in twelve matches"
        share = Numeral(part.first, whole.last, part.value / whole.value, "share")
        return _Number(share, share, whole.last)

    def _range(self, low: Numeral) -> _Number | None:
        """ "30 to 40", "20-30", "between 30 and 40"; "from 30 to 40" are two numbers; None for "3-1"."""
        word, joint = self._numerals.word, low.last + 1
        alone = _Number(low, low, low.last)
        dashed = word(joint) in _DASHES and not self._parse.spaced[low.last] and self._numerals.digits(joint + 1 + self._measures.signed(joint + 1))
        before = word(self._measures.start(low.first) - 1)
        if not dashed and word(joint) not in (("and",) if before == "between" else ("to", "or")):
            return alone
        high = self._numerals.at(joint + 1 + self._measures.signed(joint + 1))
        if high is None or high.kind != "exact" or low.kind != "exact":
            return None if dashed else alone
        if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
            low = replace(low, value=product(low.value, high.scale), scale=high.scale)
        if before == "from":
            return _Number(low, low, high.last)
        told = before == "between" or word(joint) == "or" or self._plural(low.first, high.last) or self._measures.of(low.first, high.last) is not None
        if low.value < high.value and told:
            return _Number(low, high, high.last, "between" if before == "between" else word(joint))
        return None if dashed else alone

    def _plural(self, first: int, last: int) -> bool:
        head = self._noun(first, last)
        return head is not None and self._parse.tags[head] in _PLURAL

    def _amount(self, number: _Number) -> Amount | None:
        low, high = number.low, number.high
        whole = self._numerals.word(number.last + 1) == "of" and low.kind in ("least", "near")  # "millions of dollars"
        measure = self._measures.of(low.first, number.last + whole)
        noun = None if measure else self._noun(low.first, number.last)
        end = max(measure.last if measure else 0, number.last)
        if self._is_age(high) or (measure is None and (self._is_name(low, noun) or self._is_time(low, noun) or self._is_pronoun(low, noun))):
            return None
        link = self._money(low, end, measure) if measure else self._things(low, high, noun)
        start = self._measures.start(low.first)
        first, before = self._measures.bound_before(start)
        last, after = self._measures.bound_after(high, end if measure else noun)
        unit = link.unit or self._elliptical(start)
        self._ended = end if measure else -1 if noun is None else noun
        bound, least, most = self._bound(number, before, after)
        if number.joint == "between":
            first = start - 1
        counted = link.counted if link.counted not in self._barred else None
        at = low.first if noun is not None and self._is_total(first) else link.at
        return Amount(first, last, low.value, bound, unit, least, most, counted, at)

    def _is_total(self, first: int) -> bool:
        """Whether the amount before is a part of this one: of "a dozen of the 80 passengers" the twelve are hurt, not the eighty."""
        of = self._found[-1].last + 1 if self._found else -2
        return self._numerals.word(of) == "of" and 0 <= first - (of + 1) <= 1

    def _bound(self, number: _Number, before: str, after: str) -> tuple[str | None, float | None, float | None]:
        """The words of the bound, the least and the greatest value."""
        low, high = number.low, number.high
        if number.joint:
            return before or number.joint, low.value, high.value
        kind, words = self._measures.kind(before, after), before or after or None
        if kind is None and low.kind in ("least", "near"):
            kind, words = {"least": "min"}.get(low.kind, low.kind), self._parse.text(low.first, low.last).lower()
        return words, low.value if kind in ("min", None) else None, low.value if kind in ("max", None) else None

    # What is counted

    def _noun(self, first: int, last: int) -> int | None:
        """The noun behind a number that it modifies; "12 dead" counts the dead."""
        parse = self._parse
        for token in range(first, last + 1):
            head = parse.heads[token]
            while first <= head <= last and parse.heads[head] != head and not first <= parse.heads[head] <= last:
                token, head = head, parse.heads[head]
            noun = parse.pos[head] in ("NOUN", "PROPN") or (parse.pos[head] == "ADJ" and parse.deps[token] == "nummod")
            if head > last and noun and parse.deps[token] in _COUNTING:
                return head
        return None

    def _top(self, first: int, last: int) -> int:
        """The token by which a number hangs on the rest of its sentence."""
        return next((i for i in range(last, first - 1, -1) if not first <= self._parse.heads[i] <= last), last)

    def _object(self, last: int, preposition: str) -> int | None:
        """The noun behind a number through a preposition: "of the workers"."""
        if self._numerals.word(last + 1) != preposition:
            return None
        return self._parse.child(last + 1, "pobj")

    def _things(self, low: Numeral, high: Numeral, noun: int | None) -> _Link:
        """Of a number without a unit; "five of the hostages" counts the five, "dozens of strikes" strikes, "half of the seats" seats."""
        parse, share = self._parse, low.kind == "share"
        if noun is not None:
            hyphened = parse.words[noun - 1] == "-" and noun == high.last + 2  # "a 12-member panel"
            at = parse.heads[noun] if hyphened else self._carrier(noun) if parse.deps[noun] == "npadvmod" else noun  # "rose two points"
            return _Link(None if hyphened else noun, "share" if share else parse.lemmas[noun], at)
        top, of = self._top(low.first, high.last), self._object(high.last, "of")
        if of is None and (whole := self._whole(high.last)) is not None:
            return _Link(whole, parse.lemmas[whole], whole)
        if of is None:
            return _Link(self._subject(top), "share" if share else None, self._carrier(top))
        unit = "share" if share else None if parse.pos[of] == "PRON" else parse.lemmas[of]
        return _Link(top if low.kind == "exact" else of, unit, self._carrier(top))

    def _whole(self, last: int) -> int | None:
        """ "14 of 20 samples" where the parser takes the noun for the head of both."""
        total = self._numerals.at(last + 2) if self._numerals.word(last + 1) == "of" else None
        return self._noun(total.first, total.last) if total is not None else None

    def _money(self, low: Numeral, last: int, measure: Measure) -> _Link:
        """Of an amount in a unit or a currency: "$3 million in damages", "losses of $3 million", "a $3 million fine"."""
        parse, top = self._parse, self._top(low.first, last)
        within = self._object(last, "in") if measure.money else None
        plural = within is not None and parse.tags[within] == "NNS" and parse.child(within, "det", "poss") is None
        behind = self._object(last + (self._numerals.word(last + 1) == "worth"), "of")
        if behind is None and plural:
            behind = within
        if behind is not None:
            return _Link(behind, measure.name, self._carrier(top))
        owner = self._priced(top) if measure.money or parse.deps[top] == "pobj" else None
        if owner is None:
            return _Link(self._subject(top), measure.name, self._carrier(top))
        return _Link(owner if parse.lemmas[owner] != measure.name else None, measure.name, owner)  # "a magnitude of 6.4" counts no magnitude

    def _priced(self, top: int) -> int | None:
        """The noun that a price modifies ("a $3 million fine") or that it is of ("losses of $3 million")."""
        parse, head = self._parse, self._parse.heads[top]
        if head > top and parse.pos[head] in ("NOUN", "PROPN") and parse.deps[top] in _COUNTING:
            return head
        noun = parse.heads[head]
        return noun if parse.deps[top] == "pobj" and parse.lemmas[head] == "of" and parse.pos[noun] == "NOUN" else None

    def _subject(self, top: int) -> int | None:
        """ "the toll was 35" counts the toll."""
        return self._parse.child(self._parse.heads[top], "nsubj") if self._parse.deps[top] == "attr" else None

    def _carrier(self, top: int) -> int:
        """The verb that an adverbial measures ("fell 5 per cent", "fell by 5 per cent"), or the number itself."""
        parse, head = self._parse, self._parse.heads[top]
        if parse.deps[top] == "pobj" and parse.lemmas[head] == "by":
            head = parse.heads[head]
            return head if parse.pos[head] == "VERB" else top
        return head if parse.deps[top] == "npadvmod" and parse.pos[head] == "VERB" else top

    def _elliptical(self, start: int) -> str | None:
        """ "from 12 per cent to 15", "216 votes to 214": the unit is that of the number before."""
        follows = self._found and self._ended == start - 2 and self._numerals.word(start - 1) in ("to", "against", "from")
        return self._found[-1].unit if follows else None

    # What is no quantity

    def _is_name(self, numeral: Numeral, noun: int | None) -> bool:
        """ "Article 5", "No. 2", "World War 2", "Channel 4", "10 Downing Street", "the Group of 20"."""
        parse, first = self._parse, numeral.first
        head, before = parse.heads[first], first - 1
        if numeral.kind != "exact" or before < parse.sentences[parse.sentence_of[first]][0]:
            return self._addressed(numeral, noun)
        word = self._numerals.word(before)
        hyphened = word == "-" and not parse.spaced[before] and not parse.spaced[before - 1] and parse.words[before - 1].isalpha()  # "top-five"
        numbered = hyphened or (word if word != "." else self._numerals.word(before - 1) + word) in self._numbering
        behind = head == before and parse.deps[first] == "nummod" and parse.pos[head] in ("NOUN", "PROPN")
        inside = parse.entity_types[first] in _NAMES and not parse.entity_starts[first]
        loose = noun is None and parse.pos[before] == "PROPN" and parse.deps[first] in _COUNTING | {"appos", "npadvmod"}
        group = noun is None and parse.deps[first] == "pobj" and parse.lemmas[head] == "of" and parse.pos[parse.heads[head]] == "PROPN"
        return numbered or behind or inside or loose or group or self._addressed(numeral, noun)

    def _addressed(self, numeral: Numeral, noun: int | None) -> bool:
        singular = noun is not None and self._parse.tags[noun] == "NNP" and not self._parse.words[noun].endswith("s")
        return singular and numeral.kind == "exact" and numeral.value != 1

    def _is_time(self, numeral: Numeral, noun: int | None) -> bool:
        if noun is not None:
            return self._parse.lemmas[noun] in self._periods or noun in self._barred
        return numeral.kind == "exact" and self._parse.entity_types[numeral.first] in _TIMES

    def _is_pronoun(self, numeral: Numeral, noun: int | None) -> bool:
        """ "the first one", "this one", "one by one"; but "only one survived" counts."""
        parse, one = self._parse, numeral.first
        if noun is not None or self._numerals.lower[one : numeral.last + 1] != ["one"] or self._numerals.word(one + 1) == "of":
            return False
        return parse.deps[one] not in ("nsubj", "nsubjpass", "dobj") or parse.child(one, "det", "amod", "relcl", "acl", "poss") is not None

    def _is_age(self, numeral: Numeral) -> bool:
        """ "aged 45", "at the age of 45", "a 45-year-old", "Anna Reyes, 45, …"."""
        parse, word = self._parse, self._numerals.word
        before = numeral.first - 1
        if word(before) in self._ages or (word(before) == "of" and word(before - 1) in self._ages):
            return True
        unit = numeral.last + 1 + (word(numeral.last + 1) == "-")
        if word(unit + 1 + (word(unit + 1) == "-")) in self._ages:
            return True
        apart = word(before) == "," and word(numeral.last + 1) in (",", ".")
        return apart and parse.deps[numeral.first] in ("appos", "nummod") and parse.pos[parse.heads[numeral.first]] == "PROPN"
