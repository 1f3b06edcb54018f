"""Definite descriptions: whom "the president" or "the company" takes up (a pass of the sieve in :mod:`kg.extract.coref`)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.extract.binding import spoken_of
from kg.extract.phrases import determiner, plural

if TYPE_CHECKING:
    from kg.extract.candidates import Candidate
    from kg.extract.coref import Coreference

#: Individual -> title that it bears in this document -> keys of the countries that it is borne for.
Offices = dict[int, dict[str, set[str]]]
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})
OF_TWO = frozenset({"latter", "former"})
NEARBY = 2  # sentences
_LOOK_BACK = 12  # sentences that a title looks back over
#: Types that a bare description takes up where they are not its noun's own: a broadcaster is a company, and "the city" a City among places.
_TAKEN_UP = {"Organization": ("Organization", "NewsMediaOrganization"), "Place": ("City",)}


class Descriptions:
    """Finds who is described; ``tellers`` are the numbers of individuals that the document quotes."""

    def __init__(self, coreference: Coreference, offices: Offices, tellers: set[int]) -> None:
        self._coreference, self._clauses, self._offices, self._tellers = coreference, coreference.clauses, offices, tellers

    def antecedent(self, token: int) -> tuple[int, str] | None:
        """The individual that "the president", "the Venezuelan leader", "the company" takes up."""
        parse, lexicon = self._clauses.parse, self._clauses.lexicon
        lemma, kind = parse.lemmas[token], determiner(parse, token)
        if parse.words[token].lower() in OF_TWO and kind == "definite":
            return self._of_two(token, parse.words[token].lower())
        if kind not in ("definite", "demonstrative", "possessive") or plural(parse, token):
            return None
        if any(parse.words[c].lower() in lexicon.words("subordinate") for c in parse.children[token]):
            return None  # "the vice president" is not the president
        here = parse.sentence_of[token]
        before = [c for n in range(max(0, here - _LOOK_BACK), here + 1) for c in self._coreference.by_sentence.get(n, ()) if c.named and c.at < token]
        modifiers = [c for c in parse.children[token] if parse.deps[c] in ("amod", "compound", "nmod", "poss") and c in self._clauses.named]
        if lemma in lexicon.titles or lemma in lexicon.words("leader"):
            nations = {self._clauses.nation_of(m) for m in modifiers} - {None}
            fitting = [c for c in before if c.type == "Person" and self._bears(self._clauses.named[c.head], lemma, {n for n in nations if n}, kind)]
            if len({self._clauses.named[c.head] for c in fitting}) == 1:
                return fitting[-1].head, "description-title"
            return None
        bare = all(parse.deps[c] in ("det", "punct", "relcl", "appos", "prep") for c in parse.children[token])
        if lemma in lexicon.words("matter") and bare and kind != "possessive":
            return spoken_of(self._clauses, token)
        if lemma in lexicon.words("generic") and bare and kind != "possessive" and not parse.all(token, "prep", "relcl"):
            described = lexicon.noun_types.get(lemma, "")
            if parse.deps[token] in SUBJECT_DEPS:
                return self._coreference.best(token, lambda c: c.named and self._generic(c, described), "description-generic", 2)
            return self._most_spoken_of([c for c in before if self._generic(c, described)], here)
        return None

    def _of_two(self, token: int, word: str) -> tuple[int, str] | None:
        """ "the latter" of "banks and insurers", or whoever is named last before it; "the former" of the two."""
        parse = self._clauses.parse
        start = parse.sentences[max(0, parse.sentence_of[token] - 1)][0]
        nouns = ("NOUN", "PROPN")
        second = next((i for i in range(token - 1, start, -1) if parse.deps[i] == "conj" and parse.pos[i] in nouns), None)
        first = parse.heads[second] if second is not None and parse.pos[parse.heads[second]] in nouns else None
        if second is not None and first is not None and parse.deps[first] != "conj" and first < second:
            return (second if word == "latter" else first), "description-of-two"
        named = [c for c in self._coreference.by_sentence.get(parse.sentence_of[token], ()) if c.named and c.at < token and not c.subject]
        return (named[-1].head, "description-of-two") if named and word == "latter" else None

    def _most_spoken_of(self, named: list[Candidate], here: int) -> tuple[int, str] | None:
        """ "left the country": of those named in the nearest sentence, the one named most in the sentences looked back over, the last of equals."""
        times = Counter(self._clauses.named[c.head] for c in named)
        close = [c for c in named if here - c.sentence <= NEARBY]
        others = [c for c in close if not (c.subject and c.sentence == here)]  # who acts on "the country" is seldom itself that country
        close = others if any(c.sentence == here for c in others) else close
        best = max(close, key=lambda c: (c.sentence, times[self._clauses.named[c.head]], c.at), default=None)
        return (best.head, "description-generic") if best is not None else None

    def _generic(self, candidate: Candidate, kind: str) -> bool:
        """A paper that reports on a company is not "the company"."""
        reports = candidate.type == "NewsMediaOrganization" and self._clauses.named[candidate.head] in self._tellers
        return candidate.type in _TAKEN_UP.get(kind, (kind,)) and not reports

    def _bears(self, individual: int, lemma: str, nations: set[str], kind: str) -> bool:
        """Whether an individual bears a title here, of these nations where some are named."""
        borne = self._offices.get(individual, {})
        if nations:
            leader = lemma in self._clauses.lexicon.words("leader")
            return any(nations & countries for title, countries in borne.items() if leader or title == lemma)
        return lemma in borne and kind != "possessive"
