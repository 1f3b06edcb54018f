"""Who may be "he" and who may be "she": by a title before a name, by the given name, by the noun, by the pronoun that took somebody up before."""

from __future__ import annotations

from kg.extract.clauses import Clauses

SHE = frozenset({"she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})


class Genders:
    """Looks up the pronouns that may take somebody up; where nothing tells, both."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._known: dict[int, frozenset[str]] = {}  # individual -> the pronouns of his or hers
        for n, individual in enumerate(clauses.individuals):
            told = {self._of_name(name.first, name.text) for name in individual.names if individual.type == "Person"} - {None}
            if len(told) == 1:
                self._known[n] = next(gender for gender in told if gender is not None)

    def _of_name(self, first: int, text: str) -> frozenset[str] | None:
        """ "Ms. Ruiz" by the title before it, "Ana Ruiz" by the given name; a surname alone tells nothing."""
        parse, lexicon = self._clauses.parse, self._clauses.lexicon
        words = text.lower().split()
        before = parse.words[first - 1].lower().rstrip(".") if first and parse.sentence_of[first - 1] == parse.sentence_of[first] else ""
        for word in (before, words[0].rstrip(".")):
            if word in lexicon.words("womanNoun") or word in lexicon.words("manNoun"):
                return SHE if word in lexicon.words("womanNoun") else HE
        if len(words) == 1 and words[0] in lexicon.words("womanName"):
            return SHE  # "Hillary"; lone given names of men are surnames too
        if len(words) > 1 and (words[0] in lexicon.words("womanName") or words[0] in lexicon.words("manName")):
            return SHE if words[0] in lexicon.words("womanName") else HE
        return None

    def learn(self, individual: int, pronoun: str) -> None:
        """Nobody who was "she" is "he" later on."""
        self._known.setdefault(individual, SHE if pronoun in SHE else HE)

    def known(self, individual: int) -> bool:
        return individual in self._known

    def allow(self, token: int, pronoun: str) -> bool:
        """Whether a pronoun may take up the person whose phrase a token heads."""
        clauses = self._clauses
        own = SHE if pronoun in SHE else HE
        if token in clauses.named:
            return self._known.get(clauses.named[token], own) == own
        lemma = clauses.parse.lemmas[token]
        return lemma not in clauses.lexicon.words("manNoun" if own is SHE else "womanNoun")
