"""Coreference inside a document: pronouns and definite descriptions, precision first (passes after Lee et al. 2013).

Every function gives the head token of an antecedent, or None where nothing is certain enough; ``rule`` names go onto the mentions.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.ahead import subject_ahead
from kg.extract.attribution import Sayings
from kg.extract.binding import (
    discussable,
    expletive,
    governing_subjects,
    object_before,
    object_beside,
    objects_of,
    somebody_else,
    somebody_who_says,
    spoken_of,
)
from kg.extract.candidates import Candidate, candidates, several
from kg.extract.clauses import Clauses
from kg.extract.descriptions import NEARBY, SUBJECT_DEPS, Descriptions, Offices
from kg.extract.drafts import ACTORS
from kg.extract.genders import HE, SHE, Genders
from kg.extract.phrases import determiner, plural
from kg.extract.voices import Voices
from kg.parse import QUOTATION_MARKS

_PERSONAL = HE | SHE
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
_ORGANIZED = frozenset({"Organization", "GovernmentOrganization", "NewsMediaOrganization", "Country", "Vessel", "City", "State"})
_LOCATED = frozenset({"Country", "City", "State"})  # of the sentence before "it" takes one up only where that is about it
_REACH = 3  # sentences
_APART = 5  # how much less likely somebody is where others speak
_WINDOW = 60  # tokens before a pronoun in which others that it may mean are looked for


class Coreference:
    """Finds antecedents; answers do not depend on the order in which they are asked."""

    def __init__(self, clauses: Clauses, offices: Offices, sayings: Sayings) -> None:
        self.clauses = clauses
        self.named = clauses.named  # head token of a name -> number of its individual
        self.sayings = sayings
        self.by_sentence: dict[int, list[Candidate]] = {}
        for candidate in candidates(clauses):
            self.by_sentence.setdefault(candidate.sentence, []).append(candidate)
        self.counts: dict[int, int] = {}
        self._heads_of: dict[int, set[int]] = {}
        for head, individual in self.named.items():
            self._heads_of.setdefault(individual, set()).add(head)
        for individual in self.named.values():
            self.counts[individual] = self.counts.get(individual, 0) + 1
        self._voices = Voices(clauses, sayings)
        self._descriptions = Descriptions(self, offices, {self.named[s.source] for s in sayings if s.source in self.named})
        self._genders = Genders(clauses)
        self._links: dict[int, tuple[int, str] | None] = {}
        self._chain()
        self._links.clear()  # by now every person who is only "she" stands among the candidates

    def _chain(self) -> None:
        """A person who is the subject as "he" or "she" is as present as one who is named there."""
        parse = self.clauses.parse
        for i in range(len(parse)):
            if parse.pos[i] == "PRON" and parse.deps[i] in SUBJECT_DEPS and parse.words[i].lower() in _PERSONAL:
                link = self.pronoun(i)
                if link is not None:
                    if link[0] in self.named and link[1] == "pronoun-clause":
                        self._genders.learn(self.named[link[0]], parse.words[i].lower())
                    again = Candidate(link[0], i, parse.sentence_of[i], "Person", link[0] in self.named, True, False)
                    self.by_sentence.setdefault(again.sentence, []).append(again)

    def pronoun(self, token: int) -> tuple[int, str] | None:
        """The antecedent of a personal or possessive pronoun, with the rule that found it; remembered, since pronouns lead to pronouns."""
        if token not in self._links:
            self._links[token] = None  # ends circles: "himself" that was parsed as its own verb's subject
            self._links[token] = self._antecedent(token)
        return self._links[token]

    def _antecedent(self, token: int) -> tuple[int, str] | None:
        parse = self.clauses.parse
        word = parse.words[token].lower()
        if word in _SPEAKER:
            return self._speaker(token)
        if word.endswith(("self", "selves")):
            return self._oneself(token, word)
        if word in _PERSONAL:
            return self._ahead(token, word) or self._person(token, word)
        if word in _IT and parse.deps[token] in ("nsubj", "nsubjpass", "poss") and not expletive(self.clauses, token):
            return self._thing(token)
        if word in ("it", "this", "that") and parse.deps[token] in ("dobj", "pobj"):
            return spoken_of(self.clauses, token) or (object_before(self.clauses, token) if word == "it" else None)
        if word in _THEY and not self.clauses.parse.quoted(token):
            return self._group(token)
        return None

    def _person(self, token: int, word: str) -> tuple[int, str] | None:
        """Whoever is the subject of a clause around a "he" or "she", else the likeliest person of the sentences before."""

        def fits(c: Candidate) -> bool:
            return c.type == "Person" and not c.plural and self._allows(c.head, word)

        found = self._subject_around(token, lambda s: self._one_person(s, word), "pronoun-clause") or self._speaks_on(token, word)
        if found is None and not somebody_else(self.clauses, self.sayings, token):
            found = self.best(token, fits, "pronoun-person", _REACH)
            if found is not None and (self._rivalled(token, found[0], fits) or self._unlikely(token, found[0], fits)):
                return None
        return None if found is not None and self._better_known(token, found[0], fits) else found

    def _speaks_on(self, token: int, word: str) -> tuple[int, str] | None:
        """ "…," said Blake's lawyer. "The port is open," he added": who told the sentence before, not whom he told of."""
        if self.sayings.of_source(token) is None or self._voices.quoted(token):
            return None
        barred = self._barred(token)
        found = [self._one_person(s, word) for s in self._voices.spoke_last(token) if s not in barred]
        people = {self.named.get(p, -p): p for p in found if p is not None}
        return (next(iter(people.values())), "pronoun-going-on") if len(people) == 1 else None

    def _unlikely(self, token: int, person: int, fits: Callable[[Candidate], bool]) -> bool:
        """Whether somebody without a name in a sentence before would be meant rather than one with a name."""
        barred, here = self._barred(token), self.clauses.parse.sentence_of[token]
        if person in self.named or self.clauses.parse.sentence_of[person] == here or self.description(person) is not None:
            return False  # "the Kenyan president" is who bears the name
        if determiner(self.clauses.parse, person) == "negative":
            return True  # "No manager earns more. He …"
        near = (c for n in range(max(0, here - NEARBY), here + 1) for c in self.by_sentence.get(n, ()) if c.named and c.at < token)
        return any(fits(c) and not barred & {c.head, c.at} for c in near)

    def _better_known(self, token: int, person: int, fits: Callable[[Candidate], bool]) -> bool:
        """ "said Quill, who worked for Mary Reed when she ran": of two in a sentence whose name tells it is a woman is likelier "she"."""
        if person not in self.named or self._genders.known(self.named[person]):
            return False
        here = self.by_sentence.get(self.clauses.parse.sentence_of[token], ())
        others = [c for c in here if c.named and c.at < token and self.named[c.head] != self.named[person] and fits(c)]
        return any(self._genders.known(self.named[c.head]) for c in others)

    def _rivalled(self, token: int, person: int, fits: Callable[[Candidate], bool]) -> bool:
        """Whether somebody of a pronoun's sentence who is no subject has another one beside her or him there."""
        barred, sentence = self._barred(token), self.clauses.parse.sentence_of[token]
        here = [c for c in self.by_sentence.get(sentence, ()) if c.at < token and fits(c) and not barred & {c.head, c.at}]
        own = self.named.get(person, -person)
        chosen = [c for c in here if self.named.get(c.head, -c.head) == own]
        others = {self.named.get(c.head, -c.head) for c in here} - {own}
        return bool(chosen and others) and not any(c.subject for c in chosen)

    def _one_person(self, token: int, word: str) -> int | None:
        """The person whom a subject is, where a pronoun may take her or him up."""
        parse = self.clauses.parse
        if parse.words[token].lower() in _PERSONAL:
            same = (parse.words[token].lower() in SHE) == (word in SHE)
            link = self.pronoun(token) if same else None
            return link[0] if link is not None else None
        noun = self.clauses.antecedent(token)
        person = self.clauses.type_of(noun) == "Person" or somebody_who_says(self.clauses, self.sayings, noun)
        one = person and not several(self.clauses, noun) and parse.pos[noun] != "PRON"
        return noun if one and self._allows(noun, word) else None

    def _allows(self, person: int, word: str) -> bool:
        """Whether a "he" or "she" may take somebody up, by his or her name where "the director" has one in the text."""
        bearer = self.description(person) if person not in self.named else None
        return self._genders.allow(bearer[0] if bearer is not None else person, word)

    def _thing(self, token: int) -> tuple[int, str] | None:
        """What "it" takes up: the subject of a clause around it, the only thing of its sentence, who says so, the subject of the sentence before."""
        parse = self.clauses.parse
        found = self._subject_around(token, self._one_thing, "pronoun-thing")
        if found is not None:
            rivals = [object_beside(self.clauses, token)] + (parse.all(found[0], "poss") if parse.deps[token] == "poss" else [])
            doubtful = any(r is not None and r != found[0] and self.clauses.type_of(r) in _ORGANIZED and not plural(parse, r) for r in rivals)
            return None if doubtful else found
        fits = self._thing_for(token)
        here = self.best(token, fits, "pronoun-thing", 0)
        if here is not None:
            return here if self._alone(token, fits) else None
        return self._teller(token) or self._topic(token)

    def _one_thing(self, token: int) -> int | None:
        parse = self.clauses.parse
        if parse.words[token].lower() in _IT:
            link = self.pronoun(token)
            return link[0] if link is not None else None
        noun = self.clauses.antecedent(token)
        one = parse.pos[noun] in ("NOUN", "PROPN") and not plural(parse, noun) and noun not in self.clauses.dated
        return noun if one and self.clauses.type_of(noun) not in ("Person", "Group") and not parse.tags[token].startswith("W") else None

    def _group(self, token: int) -> tuple[int, str] | None:
        """ "They" take up several, of a sentence before only those that it is about."""
        parse, kind = self.clauses.parse, self.clauses.type_of
        found = self._subject_around(token, self._several, "pronoun-group")
        first = parse.sentences[parse.sentence_of[token]][0] if found is None else found[0] + 1
        nouns = [i for i in range(max(first, token - _WINDOW), token) if parse.pos[i] in ("NOUN", "PROPN")]
        between = [i for i in nouns if self._several(i) is not None and i not in parse.ancestors(token)]
        if found is None:
            return self._topic(token) if not between else None
        sure = kind(found[0]) in ACTORS and parse.deps[token] in (*SUBJECT_DEPS, "poss")
        return found if sure or not any(kind(i) in ("Person", "Group") for i in between) else None

    def _several(self, token: int) -> int | None:
        parse = self.clauses.parse
        if parse.words[token].lower() in _THEY:
            link = self.pronoun(token)
            return link[0] if link is not None else None
        noun = self.clauses.antecedent(token)
        kind = self.clauses.type_of(noun)
        tagged = parse.tags[noun] in ("NNS", "NNPS") and (kind != "Person" or noun not in self.named)
        several = tagged or (kind == "Group" and parse.pos[noun] in ("NOUN", "PROPN"))
        listed = parse.deps[noun] == "conj" or parse.child(noun, "conj") is not None  # one link takes up no "Lee and Kim"
        return noun if several and kind != "Country" and not listed else None

    def _oneself(self, token: int, word: str) -> tuple[int, str] | None:
        """ "He blamed himself", "the rebels who killed themselves": the subject of its own clause."""
        parse = self.clauses.parse
        verb = next((i for i in parse.ancestors(token) if parse.pos[i] in ("VERB", "AUX") and parse.child(i, "nsubj") != token), None)
        subjects = self.clauses.subjects(verb) if verb is not None else []
        if len(subjects) != 1:
            return None
        found = self._one_person(subjects[0], word) if word in _PERSONAL else (self._several if word in _THEY else self._one_thing)(subjects[0])
        return (found, "pronoun-reflexive") if found is not None and found < token else None

    def _subject_around(self, token: int, fits: Callable[[int], int | None], rule: str) -> tuple[int, str] | None:
        """The nearest subject of a clause around a pronoun that agrees with it. One beside another ("Lee and Kim said she …") is none."""
        barred = self._barred(token)
        for subjects in governing_subjects(self.clauses, token):
            found = [noun for s in subjects if s not in barred and (noun := fits(s)) is not None and noun not in barred and noun < token]
            if not found and rule == "pronoun-thing":  # "police seized the boat, saying it carried gold"
                found = [noun for o in objects_of(self.clauses, subjects, token) if (noun := fits(o)) is not None and noun not in barred]
            if found and (len(found) == 1 or rule == "pronoun-group"):
                rivals = self.clauses.parse.deps[token] in ("dobj", "pobj", "dative") and rule == "pronoun-clause" and not self._sole(token, found[0])
                return None if rivals else (found[0], rule)
        return None

    def _sole(self, token: int, person: int) -> bool:
        """Whether the sentence names nobody else before an object pronoun whom it may mean: "Lee asked Kim to free him"."""
        word, barred = self.clauses.parse.words[token].lower(), self._barred(token)
        others = {
            self.named.get(c.head, -c.head)
            for c in self.by_sentence.get(self.clauses.parse.sentence_of[token], ())
            if c.type == "Person" and not c.plural and c.at < token and not barred & {c.head, c.at} and self._genders.allow(c.head, word)
        }
        return others <= {self.named.get(person, -person)}

    def _alone(self, token: int, fits: Callable[[Candidate], bool]) -> bool:
        """Whether nothing else of the sentence before a pronoun fits it."""
        barred = self._barred(token)
        here = self.by_sentence.get(self.clauses.parse.sentence_of[token], ())
        found = {self.named.get(c.head, -c.head) for c in here if c.at < token and c.head not in barred and fits(c)}
        return len(found) == 1

    def _topic(self, token: int) -> tuple[int, str] | None:
        """ "Germany leads. It invests in wind": the subject of the sentence before, taken up by that of the next; not across quotation marks."""
        parse = self.clauses.parse
        number, verb = parse.sentence_of[token], parse.heads[token]
        main = parse.heads[verb] == verb or parse.deps[verb] == "conj"
        if not number or parse.deps[token] not in SUBJECT_DEPS or not main or parse.quoted(token):
            return None
        first, after = parse.sentences[number - 1]
        attribute = parse.child(verb, "attr")
        if attribute is not None and self.clauses.is_happening(attribute):  # "They raided the farm. It was the first raid there"
            told = [i for i in range(first, after) if discussable(self.clauses, i) and parse.deps[i] in ("dobj", *SUBJECT_DEPS)]
            return (told[0], "pronoun-happening") if len(told) == 1 and not parse.quoted(told[0]) else None
        root = next((i for i in range(first, after) if parse.heads[i] == i and parse.pos[i] in ("VERB", "AUX")), None)
        subject = parse.child(root, *SUBJECT_DEPS) if root is not None else None
        if subject is None or parse.quoted(subject) or any(parse.words[i] == '"' for i in range(parse.sentences[number][0], token)):
            return None
        several = parse.words[token].lower() in _THEY
        noun = self._several(subject) if several else self._one_thing(subject)
        kind = self.clauses.type_of(noun) if noun is not None else ""
        if noun is None or not (kind in ACTORS if several else kind in _ORGANIZED) or self._is_something(token):
            return None
        return noun, "pronoun-topic"

    def _is_something(self, token: int) -> bool:
        """ "It was a good day", "It is late": what is only described so may be anything, unless as somebody."""
        parse = self.clauses.parse
        verb = parse.heads[token]
        attribute = parse.child(verb, "attr", "acomp")
        described = attribute is None or self.clauses.type_of(attribute) not in ACTORS
        return parse.words[token].lower() in _IT and parse.lemmas[verb] == "be" and described

    def _ahead(self, token: int, word: str) -> tuple[int, str] | None:
        """Who is named behind a clause or a phrase in front, where nobody is before the pronoun in its sentence."""
        before = any(c.type == "Person" and c.at < token for c in self.by_sentence.get(self.clauses.parse.sentence_of[token], ()))
        subject = None if before else subject_ahead(self.clauses, token)
        return (subject, "pronoun-ahead") if subject is not None and self._allows(subject, word) and subject not in self._speaking(token) else None

    def _thing_for(self, token: int) -> Callable[[Candidate], bool]:
        """ "it" takes up a thing of its own sentence, of the sentence before only what that is about or names."""
        sentence = self.clauses.parse.sentence_of[token]
        deps = self.clauses.parse.deps
        return lambda c: (
            c.type in _ORGANIZED
            and not c.plural
            and (c.subject or (c.named and c.type not in _LOCATED) or c.sentence == sentence)
            and deps[c.head] not in ("compound", "amod", "nmod")
        )

    def _teller(self, token: int) -> tuple[int, str] | None:
        """ "Marlowe said it had ended its contract": who says so, where that is no person beyond doubt."""
        n = self.sayings.innermost(token)
        source = self.sayings[n].source if n is not None else None
        if source is None or source not in self.named or self._voices.quoted(token) or self.clauses.parse.quoted(token):
            return None
        individual = self.clauses.individuals[self.named[source]]
        person = individual.type == "Person" and (len(individual.label.split()) > 1 or self._genders.known(self.named[source]))
        return None if person or individual.type == "Group" else (source, "pronoun-teller")

    def _speaker(self, token: int) -> tuple[int, str] | None:
        source = self._voices.speaker(token)
        if source is None or source == token or self.clauses.parse.words[source].lower() in _SPEAKER:
            return None
        if self.clauses.parse.words[token].lower() in _SPEAKERS and self.clauses.type_of(source) == "Person" and not several(self.clauses, source):
            return None  # "we" are she and others: see :meth:`company`
        if self.clauses.type_of(source) not in ACTORS and self.clauses.parse.pos[source] == "NOUN":
            return None  # of a note or a report the words are somebody's
        return source, "pronoun-speaker"

    def company(self, token: int) -> int | None:
        """The one person who says "we" or "our" at a token, and means herself and others whom nothing names."""
        if self.clauses.parse.words[token].lower() not in _SPEAKERS:
            return None
        source = self._voices.speaker(token)
        alone = source is not None and source != token and self.clauses.type_of(source) == "Person" and not several(self.clauses, source)
        return source if alone and self.clauses.parse.words[source or 0].lower() not in _SPEAKER else None

    def best(self, token: int, fits: Callable[[Candidate], bool], rule: str, reach: int) -> tuple[int, str] | None:
        parse = self.clauses.parse
        sentence = parse.sentence_of[token]
        barred = self._barred(token)
        near = 5.0 if parse.words[token].lower() in _IT else 0.0  # "it" seldom looks beyond its sentence
        best: tuple[float, int, int] | None = None
        for distance, number in self._voices.looking_back(token, reach):
            for c in self.by_sentence.get(number, ()):
                if c.at >= token or not fits(c) or c.at in barred or c.head in barred:
                    continue
                score = -5.0 * distance + 5 * c.subject + 2 * c.named + min(self.counts.get(self.named.get(c.head, -1), 0), 4) * 0.5
                if parse.deps[c.at] in ("compound", "amod", "nmod", "poss"):
                    score -= 3
                if not c.subject and any(parse.words[w].lower() == "who" for r in parse.all(c.at, "relcl") for w in parse.all(r, *SUBJECT_DEPS)):
                    score += 2
                if self._voices.apart(token, c.at):
                    score -= _APART
                rank = (score + (near if number == sentence else 0.0), number - sentence, c.head)
                best = rank if best is None or rank > best else best
        return (best[2], rule) if best is not None else None

    def _barred(self, token: int) -> set[int]:
        """An object is not its own verb's subject; inside a quotation "he" is not who speaks."""
        parse = self.clauses.parse
        barred: set[int] = set()
        word = parse.words[token].lower()
        if parse.deps[token] in ("dobj", "dative", "pobj") and not word.endswith(("self", "selves")):
            verb = next((i for i in parse.ancestors(token) if parse.pos[i] in ("VERB", "AUX")), None)
            if verb is not None:
                barred |= {i for c in parse.all(verb, *SUBJECT_DEPS) for i in parse.conjuncts(c)}
        own = self.sayings.of_source(token)
        if own is not None:
            said = {i for first, last in own.content for i in range(first, last + 1)}
            barred |= said  # "he" of "he said" is nobody in his own words; but "Lee would go, he said" is of Lee
            clause = parse.child(own.cue, "ccomp")
            subject = parse.child(clause, *SUBJECT_DEPS) if clause is not None and clause < token else None
            open_said = subject is not None and not any(parse.words[i] in QUOTATION_MARKS for i in range(subject, token))
            barred -= {subject} if subject is not None and open_said else set()
        return barred | self._speaking(token)

    def _speaking(self, token: int) -> set[int]:
        """Those in whose own words a token stands, wherever they are named; where that is open, who spoke right before."""
        parse, speaking = self.clauses.parse, list(self._voices.speaking(token))
        open_whose = self._voices.quoted(token) and not any(self.sayings[n].source is not None for n in speaking)
        sources = [s for n in speaking if (s := self.sayings[n].source) is not None] + (self._voices.before(token) if open_whose else [])
        found: set[int] = set()
        for source in sources:
            if parse.pos[source] == "PRON" and source != token and parse.words[source].lower() in _PERSONAL:
                source = (self.pronoun(source) or (source, ""))[0]
            found |= {source} | self._heads_of.get(self.named.get(source, -1), set())
            found |= {parse.heads[source]} if parse.deps[source] == "appos" else set()  # "The lawyer Ana Ruiz said"
        return found

    def description(self, token: int) -> tuple[int, str] | None:
        """The individual that "the president", "the Venezuelan leader", "the company" takes up."""
        return self._descriptions.antecedent(token)
