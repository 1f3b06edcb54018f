"""In whose own words a token stands: by the quotation marks around it, over sentences, and by what leads what is said."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.attribution import Sayings
from kg.extract.clauses import Clauses
from kg.extract.quotations import find_quotations

_NESTED = 3  # sayings around a token that are looked at
_SINGLE = frozenset({"'", "`", "\u2018", "\u2019"})
_FAR = 12  # sentences that are looked back over, quotations in between and all
_AROUND = 40  # tokens on either side of a pronoun in which its speaker may say "I"
_I = frozenset({"i", "me", "my", "mine", "myself"})


class Voices:
    """Looks up quotations and those who speak them."""

    def __init__(self, clauses: Clauses, sayings: Sayings) -> None:
        self._clauses, self._sayings = clauses, sayings
        self._quotes = find_quotations(clauses.parse)
        self._quote_at = [-1] * len(clauses.parse)
        for n, (first, last) in enumerate(self._quotes):
            self._quote_at[first : last + 1] = [n] * (last + 1 - first)
        self._told_in: dict[int, list[int]] = {}  # sentence -> numbers of the sayings whose cues stand there
        for n, saying in enumerate(sayings):
            self._told_in.setdefault(clauses.parse.sentence_of[saying.cue], []).append(n)

    def quoted(self, token: int) -> bool:
        """Whether a token stands between quotation marks, be they in its sentence or around several."""
        return self._quote_at[token] >= 0

    def own_words(self, token: int) -> bool:
        """Whether what a token stands in is told in the very words of who says it."""
        return self.quoted(token) or self._clauses.parse.quoted(token) or self._beside_i(token)

    def speaking(self, token: int) -> Iterator[int]:
        """The numbers of the sayings in whose speakers' own words a token stands, the innermost first: those of a quotation have their cue outside
        it, and whoever is told in it to say or think something ("My brother thinks he moved") does not speak it."""
        if not self.own_words(token):
            return
        quote, n = self._quote_at[token], self._sayings.innermost(token)
        for _ in range(_NESTED):
            if n is None:
                return
            saying = self._sayings[n]
            told = self._quote_at[saying.cue] == quote if quote >= 0 else self._beside_i(saying.cue)
            if saying.rule == "quotation" or not told:
                yield n
            n = saying.parent

    def before(self, token: int) -> list[int]:
        """Who speaks in the sentence before the quotation around a token: where nothing tells whose words these are, likely his or hers."""
        quote = self._quote_at[token]
        first = self._quotes[quote][0] if quote >= 0 else token
        told = self._told_in.get(self._clauses.parse.sentence_of[first] - 1, ())
        return [s for n in told if (s := self._sayings[n].source) is not None]

    def speaker(self, token: int) -> int | None:
        """Whoever an "I" at a token is. Without marks it is whose text it is, were it in what somebody else is told to say ("He said I lied")."""
        if self._quoted_within(token):
            return None  # "The coach told me, 'I am ill'": in the words of somebody in the quotation
        n = next(self.speaking(token), None) if self.quoted(token) else self._sayings.innermost(token)
        if n is None or not (self.quoted(token) or self._sayings[n].rule == "quotation"):
            return None
        return self._sayings[n].source

    def _quoted_within(self, token: int) -> bool:
        """Whether a single mark is open before a token of a quotation."""
        parse, quote, opened = self._clauses.parse, self._quote_at[token], False
        for i in range(self._quotes[quote][0] + 1, token) if quote >= 0 else ():
            if parse.words[i] in _SINGLE:
                opened = parse.ends[i] == parse.begins[i + 1] and parse.ends[i - 1] < parse.begins[i]
        return opened

    def apart(self, token: int, other: int) -> bool:
        """Whether a token outside quotation marks looks back at what is told within some, or one inside them at who told something else."""
        if self.quoted(token):
            return not self.quoted(other) and self._sayings.of_source(other) is not None
        return self.quoted(other)

    def spoke_last(self, token: int) -> list[int]:
        """Who tells the sentence before a token's, past those that stand in quotation marks as a whole: nobody who is told in it to have spoken."""
        number = self._clauses.parse.sentence_of[token] - 1
        while number >= 0 and not self._told_in.get(number) and self._quoted_wholly(number):
            number -= 1
        outer = [self._sayings[n] for n in self._told_in.get(number, ()) if not self.quoted(self._sayings[n].cue)]
        return [s.source for s in outer if s.source is not None and (s.parent is None or self._sayings[s.parent].source is None)]

    def looking_back(self, token: int, reach: int) -> Iterator[tuple[int, int]]:
        """Numbers of the sentences up to a token's, the nearest first, each with how far away it is; what others say in between is no distance."""
        number, distance, skips = self._clauses.parse.sentence_of[token], 0, not self.quoted(token)
        for n in range(number, max(-1, number - _FAR), -1):
            aside = n < number and skips and self._quoted_wholly(n)
            if distance + aside > reach:
                return
            yield distance + aside, n
            distance += not aside

    def _quoted_wholly(self, sentence: int) -> bool:
        first, after = self._clauses.parse.sentences[sentence]
        return self.quoted(first) and self.quoted(after - 1)

    def _beside_i(self, token: int) -> bool:
        """Whether somebody says "I" around a token, whose own words they are, then, though marks are lost ("I doubt she can win.")."""
        parse, at = self._clauses.parse, self._sayings.innermost
        n, around_it = at(token), set[int]()
        while n is not None and n not in around_it:
            around_it.add(n)
            n = self._sayings[n].parent
        tellers = {n for n in around_it if self._sayings[n].source is not None}
        first, after = parse.sentences[parse.sentence_of[token]]
        around = range(max(first, token - _AROUND), min(after, token + _AROUND))
        return bool(tellers) and any(parse.pos[i] == "PRON" and parse.words[i].lower() in _I and at(i) in tellers for i in around)
