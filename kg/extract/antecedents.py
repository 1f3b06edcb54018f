"""Which noun a relative pronoun stands for: "who" for people, "which" for a deed rather than for its partner, place or day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.drafts import PLACES

if TYPE_CHECKING:
    from kg.extract.clauses import Clauses

RELATIVES = frozenset({"WDT", "WP", "WP$"})
_PEOPLE = ("Person", "Group")


class Antecedents:
    """Looks up antecedents for :class:`kg.extract.clauses.Clauses`, which asks it and is asked in turn; answers are remembered."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.parse, self.lexicon = clauses, clauses.parse, clauses.lexicon
        self._known: dict[int, int] = {}

    def of(self, pronoun: int) -> int:
        """The noun of the relative clause that a pronoun leads, else the pronoun itself."""
        if pronoun not in self._known and pronoun + 1 < len(self.parse) and self.parse.tags[pronoun + 1] == "TO":
            self._known[pronoun] = pronoun  # "to decide whom to invite": a question
        if pronoun not in self._known:
            clause = next((i for i in self.parse.ancestors(pronoun) if self.parse.deps[i] == "relcl"), None)
            found = pronoun
            if clause is not None:
                noun, word = self.parse.heads[clause], self.parse.words[pronoun].lower()
                found = self._person(noun, clause) if word in ("who", "whom") else self._thing(noun, clause) if word in ("which", "that") else noun
                found = self._deed(found, clause) if word == "which" else found
            self._known[pronoun] = found
        return self._known[pronoun]

    def _person(self, noun: int, clause: int) -> int:
        """ "who": a name right before it, people right before "from" or "of", else the noun, unless that is a day, a deed or a town."""
        parse, kind = self.parse, self.clauses.type_of
        near = parse.left(clause) - 1
        near -= parse.words[near] == ","
        if near > noun and parse.pos[near] == "PROPN" and kind(near) == "Person" and kind(noun) not in _PEOPLE:
            return near  # "in a report on Peru, Ms. Berg, who …"
        if parse.deps[noun] == "pobj" and self._members(parse.heads[noun], noun):
            return parse.heads[noun] - 1
        town = self.clauses.is_named(noun) and kind(noun) in PLACES - {"Country"}
        if noun in self.clauses.dated or self.clauses.is_happening(noun) or town:
            return self._person_before(noun) or noun
        return noun

    def _members(self, prep: int, noun: int) -> bool:
        """ "three smugglers from the Basque Country, who …", "members of the band who …": whether people stand before a preposition."""
        parse, people = self.parse, self.parse.heads[noun] - 1
        if parse.pos[people] != "NOUN" or (parse.tags[people] != "NNS" and self.clauses.type_of(people) not in _PEOPLE):
            return False
        one = parse.words[prep].lower() == "of" and parse.tags[noun] in ("NN", "NNP") and self.clauses.type_of(noun) != "Person"
        if parse.words[prep].lower() in ("for", "at", "with", "in"):  # "a lawyer for the campaign who won it"
            employed = parse.tags[people] == "NN" and self.clauses.type_of(people) == "Person" and parse.words[parse.right(prep)] != ","
            return employed and parse.tags[noun] in ("NN", "NNP") and self.clauses.type_of(noun) not in (*_PEOPLE, "Country")
        return one or parse.entity_types[noun] in ("GPE", "LOC", "FAC")

    def _person_before(self, token: int) -> int | None:
        """ "disclosed by Mr Lee on Monday, who …", "Ana Ruiz, 59, of Lima, who …": no day and no town is a "who"."""
        start = self.parse.sentences[self.parse.sentence_of[token]][0]
        people = _PEOPLE if self.clauses.is_happening(token) else ("Person",)
        nouns = (i for i in range(token - 1, start - 1, -1) if self.parse.pos[i] != "PRON")
        return next((i for i in nouns if self.clauses.type_of(i) in people), None)

    def _thing(self, noun: int, clause: int) -> int:
        """ "an interview with Ann Lee that was taped", "unrest in Chad, which prompted thousands to flee": no person is a "that" or "which",
        what has consequences, begins or includes is a happening or a deed; so it is what the phrase of the person or place belongs to."""
        parse = self.parse
        noun = self._dated_by(noun) if noun in self.clauses.dated else noun
        lemma = parse.lemmas[clause]
        causal = self.lexicon.verbs.get(lemma) == "Causation" or any(lemma in self.lexicon.words(w) for w in ("inclusion", "occurrence", "phase"))
        if self._deed_to(noun, lemma):
            return parse.heads[parse.heads[noun]]
        while self.clauses.is_named(noun) and parse.deps[noun] == "pobj" and (causal or self.clauses.type_of(noun) == "Person"):
            outer = parse.heads[parse.heads[noun]]
            if parse.pos[outer] == "VERB":
                outer = parse.heads[noun] - 1  # "signed a deal with Nordal, which …": right before the preposition
            if parse.pos[outer] != "NOUN":
                break
            noun = outer
        return noun

    def _deed_to(self, noun: int, lemma: str) -> bool:
        """ "the killing of a guard that was claimed by rebels": what is claimed or condemned is the deed, and not whom it befell."""
        parse, prep = self.parse, self.parse.heads[noun]
        told = self.lexicon.reporting_verbs.get(lemma) == "alleged" or self.lexicon.verbs.get(lemma) in ("Criticism", "Investigation")
        of = parse.deps[noun] == "pobj" and parse.words[prep].lower() == "of" and self.clauses.type_of(noun) in _PEOPLE
        return told and of and parse.pos[parse.heads[prep]] == "NOUN" and self.clauses.is_happening(parse.heads[prep])

    def _deed(self, noun: int, clause: int) -> int:
        """ "sold its captain, which was a mistake", "split the seats, which is a first": what is one is that it was done."""
        parse = self.parse
        if self._told_by_all(noun, clause):
            return self._verb_around(noun, clause)
        judged = parse.child(clause, "attr") if parse.lemmas[clause] == "be" else None
        if judged is None or parse.lemmas[judged] not in self.lexicon.words("judgment") or parse.words[parse.left(clause) - 1] != ",":
            return noun
        singular = parse.tags[clause] == "VBZ" or parse.words[clause].lower() == "was"
        other = parse.tags[noun] == "NNS" if singular else False
        if not (other or self.clauses.is_named(noun) or self.clauses.type_of(noun) in _PEOPLE) or self.clauses.is_happening(noun):
            return noun
        return self._verb_around(noun, clause)

    def _verb_around(self, noun: int, clause: int) -> int:
        parse = self.parse
        verb = next((i for i in parse.ancestors(noun) if parse.pos[i] in ("VERB", "AUX")), noun)
        return verb if parse.pos[verb] == "VERB" and verb < clause else noun

    def _told_by_all(self, noun: int, clause: int) -> bool:
        """ "rose by three points, which shows that …", "are workers, which means paying them": after a comma no plural shows or means it."""
        parse = self.parse
        finite = min([clause, *parse.all(clause, "aux")])
        apart = parse.words[parse.left(clause) - 1] == "," and parse.tags[finite] == "VBZ" and parse.child(noun, "conj") is None
        return apart and parse.lemmas[clause] in self.lexicon.words("showing") and parse.tags[noun] == "NNS" and not self.clauses.is_named(noun)

    def _dated_by(self, day: int) -> int:
        """ "the blasts on May 3, which left a town in ruins": no day does that, but what the day is of."""
        parse = self.parse
        outer = parse.heads[parse.heads[day]] if parse.deps[day] == "pobj" else parse.heads[day]
        return outer if parse.pos[outer] == "NOUN" else day
