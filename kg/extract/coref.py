"""Coreference inside a document: pronouns and definite descriptions, precision first (passes after Lee et al. 2013).

Every function gives the head token of an antecedent, or None where nothing is certain enough; ``rule`` names go onto the mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.attribution import Sayings
from kg.extract.clauses import Clauses
from kg.extract.phrases import determiner, plural

_HE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_MALE = _HE - _SHE
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_ORGANIZED = frozenset({"Organization", "GovernmentOrganization", "NewsMediaOrganization", "Country", "Vessel", "City", "State"})
_LOCATED = frozenset({"Country", "City", "State"})  # of the sentence before "it" takes one up only where that is about it
_ACTED_ON = _ORGANIZED | {"Vehicle", "Facility", "Product"}
_SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})
_LOOK_BACK = 12  # sentences that a title looks back over
_REACH = 3  # sentences
_NEARBY = 2  # sentences
#: Types that a bare description takes up where they are not its noun's own: a broadcaster is a company, and "the city" a City among places.
_TAKEN_UP = {"Organization": ("Organization", "NewsMediaOrganization"), "Place": ("City",)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that may be taken up again. ``at`` is where it stands: the head itself, or a pronoun that took it up."""

    head: int
    at: int
    sentence: int
    type: str
    named: bool
    subject: bool
    plural: bool


class Coreference:
    """Finds antecedents; answers do not depend on the order in which they are asked."""

    def __init__(self, clauses: Clauses, offices: dict[int, dict[str, set[str]]], sayings: Sayings) -> None:
        self.clauses = clauses
        self.named = clauses.named  # head token of a name -> number of its individual
        self.offices = offices  # individual -> title that it bears in this document -> keys of countries that it is borne for
        self.sayings = sayings
        self.candidates = list(self._candidates())
        self.by_sentence: dict[int, list[Candidate]] = {}
        for candidate in self.candidates:
            self.by_sentence.setdefault(candidate.sentence, []).append(candidate)
        self.counts: dict[int, int] = {}
        self._heads_of: dict[int, set[int]] = {}
        for head, individual in self.named.items():
            self._heads_of.setdefault(individual, set()).add(head)
        for individual in self.named.values():
            self.counts[individual] = self.counts.get(individual, 0) + 1
        self._tellers = {self.named[s.source] for s in sayings if s.source in self.named}
        self._genders: dict[int, frozenset[str]] = {}  # individual -> the pronouns that took it up
        self._chain()

    def _candidates(self) -> Iterator[Candidate]:
        parse = self.clauses.parse
        for i in range(len(parse)):
            if i in self.named or (parse.pos[i] == "NOUN" and parse.deps[i] not in ("compound", "nmod", "npadvmod") and i not in self.clauses.dated):
                kind = self.clauses.type_of(i)
                if kind:
                    yield Candidate(i, i, parse.sentence_of[i], kind, i in self.named, parse.deps[i] in _SUBJECT_DEPS, plural(parse, i))

    def _chain(self) -> None:
        """A person who is the subject as "he" or "she" is as present as one who is named there."""
        parse = self.clauses.parse
        for i in range(len(parse)):
            if parse.pos[i] == "PRON" and parse.deps[i] in _SUBJECT_DEPS and parse.words[i].lower() in _HE:
                link = self.pronoun(i)
                if link is not None:
                    word = parse.words[i].lower()
                    self._genders.setdefault(self.named.get(link[0], -2), _SHE if word in _SHE else _MALE)
                    again = Candidate(link[0], i, parse.sentence_of[i], "Person", link[0] in self.named, True, False)
                    self.by_sentence.setdefault(again.sentence, []).append(again)

    def pronoun(self, token: int) -> tuple[int, str] | None:
        """The antecedent of a personal or possessive pronoun, with the rule that found it."""
        parse = self.clauses.parse
        word = parse.words[token].lower()
        if word in _SPEAKER:
            return self._speaker(token)
        if word in _HE:
            ahead = self._ahead(token)
            gender = _SHE if word in _SHE else _MALE
            return ahead or self._best(
                token, lambda c: c.type == "Person" and not c.plural and self._fits_gender(c, gender), "pronoun-person", _REACH
            )
        if word in _IT and parse.deps[token] in ("nsubj", "nsubjpass", "poss") and not self._expletive(token):
            fits = self._thing_for(token)
            return self._best(token, fits, "pronoun-thing", 0) or self._teller(token) or self._best(token, fits, "pronoun-thing", 1)
        if word in ("it", "this", "that") and parse.deps[token] in ("dobj", "pobj"):
            return self._spoken_of(token) or (self._object_before(token) if word == "it" else None)
        if word in _THEY and not self.clauses.parse.quoted(token):
            return self._best(token, lambda c: c.subject and (c.plural or c.type == "Group") and c.type not in ("Country", ""), "pronoun-group", 1)
        return None

    def _fits_gender(self, candidate: Candidate, gender: frozenset[str]) -> bool:
        """Nobody who was "she" is "he" later on."""
        return self._genders.get(self.named.get(candidate.head, -1), gender) == gender

    def _ahead(self, token: int) -> tuple[int, str] | None:
        """ "If he is convicted, Reyes faces …": the named subject of the main clause after a fronted one."""
        parse = self.clauses.parse
        clause = next((i for i in parse.ancestors(token) if parse.deps[i] == "advcl"), None)
        if clause is None or parse.heads[clause] < token or parse.child(clause, "mark") is None:
            return None
        subject = parse.child(parse.heads[clause], "nsubj", "nsubjpass")
        before = any(c.type == "Person" and c.at < token for c in self.by_sentence.get(parse.sentence_of[token], ()))
        if subject is None or subject < token or before or subject not in self.named or self.clauses.type_of(subject) != "Person":
            return None
        return subject, "pronoun-ahead"

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
        if source is None or source not in self.named or self.clauses.parse.quoted(token):
            return None
        individual = self.clauses.individuals[self.named[source]]
        person = individual.type == "Person" and (len(individual.label.split()) > 1 or self.named[source] in self._genders)
        return None if person or individual.type == "Group" else (source, "pronoun-teller")

    def _spoken_of(self, token: int) -> tuple[int, str] | None:
        """ "asked about the raid, she refused to discuss it", "… to address the issue": what can be discussed is the last happening named there."""
        parse = self.clauses.parse
        verb = next((i for i in parse.ancestors(token) if parse.pos[i] == "VERB"), None)
        if verb is None or parse.lemmas[verb] not in self.clauses.lexicon.words("discussion"):
            return None
        start = parse.sentences[parse.sentence_of[token]][0]
        barred = set(parse.subtree(verb))
        before = (i for i in range(token - 1, start - 1, -1) if i not in barred and self._discussable(i))
        found = next(before, None)
        return (found, "happening-discussed") if found is not None else None

    def _discussable(self, noun: int) -> bool:
        """A happening, not what is said of one ("offered no response")."""
        parse, lexicon = self.clauses.parse, self.clauses.lexicon
        said = parse.lemmas[noun] in lexicon.words("inquiry") or parse.lemmas[noun] in lexicon.reporting_nouns
        return self.clauses.is_happening(noun) and not said and parse.deps[noun] not in ("compound", "amod", "nmod", "poss")

    def _object_before(self, token: int) -> tuple[int, str] | None:
        """ "seized the ship and sank it": the thing that the verb before acted on."""
        parse = self.clauses.parse
        verb = parse.heads[token]
        if parse.deps[token] != "dobj" or parse.deps[verb] not in ("conj", "xcomp", "advcl"):
            return None
        before = parse.child(parse.heads[verb], "dobj")
        if before is None or before > token or plural(parse, before):
            return None
        return (before, "pronoun-object") if self.clauses.type_of(before) in _ACTED_ON else None

    def _expletive(self, token: int) -> bool:
        """ "it is clear that": nothing is meant."""
        parse = self.clauses.parse
        head = parse.heads[token]
        if parse.deps[token] not in _SUBJECT_DEPS:
            return False
        predicates = [head, *parse.all(head, "acomp", "oprd")]
        follows = any(parse.child(p, "ccomp", "xcomp", "advcl") is not None for p in predicates)
        reported = parse.lemmas[head] in ("seem", "appear", "turn", "happen") or parse.child(head, "auxpass") is not None
        return follows and (parse.lemmas[head] == "be" or (reported and parse.child(head, "ccomp") is not None))

    def _speaker(self, token: int) -> tuple[int, str] | None:
        n = self.sayings.innermost(token)
        source = self.sayings[n].source if n is not None else None
        if source is None or source == token or self.clauses.parse.words[source].lower() in _SPEAKER:
            return None
        return source, "pronoun-speaker"

    def _best(self, token: int, fits: Callable[[Candidate], bool], rule: str, reach: int) -> tuple[int, str] | None:
        parse = self.clauses.parse
        sentence = parse.sentence_of[token]
        barred = self._barred(token)
        near = 5.0 if parse.words[token].lower() in _IT else 0.0  # "it" seldom looks beyond its sentence
        best: tuple[float, int, int] | None = None
        for back in range(reach + 1):
            for c in self.by_sentence.get(sentence - back, ()):
                if c.at >= token or not fits(c) or c.at in barred or c.head in barred:
                    continue
                score = -5.0 * back + 5 * c.subject + 2 * c.named + min(self.counts.get(self.named.get(c.head, -1), 0), 4) * 0.5
                if parse.deps[c.at] in ("compound", "amod", "nmod", "poss"):
                    score -= 3
                rank = (score + (near if back == 0 else 0.0), -back, c.head)
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
                barred |= {c for c in parse.children[verb] if parse.deps[c] in _SUBJECT_DEPS}
        own = self.sayings.of_source(token)
        if own is not None:
            said = {i for first, last in own.content for i in range(first, last + 1)}
            barred |= said  # "he" of "he said" is nobody in his own words; but "Lee would go, he said" is of Lee
            clause = parse.child(own.cue, "ccomp")
            subject = parse.child(clause, *_SUBJECT_DEPS) if clause is not None and clause < token else None
            barred -= {subject} if subject is not None and not parse.quoted(subject) else set()
        n = self.sayings.innermost(token)
        if n is not None and self.sayings[n].source is not None and self.clauses.parse.quoted(token):
            source = self.sayings[n].source or 0
            if self.clauses.parse.pos[source] == "PRON" and source != token and self.clauses.parse.words[source].lower() in _HE:
                source = (self.pronoun(source) or (source, ""))[0]
            barred |= self._heads_of.get(self.named.get(source, -1), set())
        return barred

    def description(self, token: int) -> tuple[int, str] | None:
        """The individual that "the president", "the Venezuelan leader", "the company" takes up."""
        parse, lexicon = self.clauses.parse, self.clauses.lexicon
        lemma, kind = parse.lemmas[token], determiner(parse, token)
        if kind not in ("definite", "demonstrative", "possessive") or plural(parse, token):
            return None
        here = parse.sentence_of[token]
        before = [c for n in range(max(0, here - _LOOK_BACK), here + 1) for c in self.by_sentence.get(n, ()) if c.named and c.at < token]
        modifiers = [c for c in parse.children[token] if parse.deps[c] in ("amod", "compound", "nmod", "poss") and c in self.named]
        if lemma in lexicon.titles or lemma in lexicon.words("leader"):
            nations = {self.clauses.nation_of(m) for m in modifiers} - {None}
            fitting = [c for c in before if c.type == "Person" and self._bears(self.named[c.head], lemma, {n for n in nations if n}, kind)]
            if len({self.named[c.head] for c in fitting}) == 1:
                return fitting[-1].head, "description-title"
            return None
        bare = all(parse.deps[c] in ("det", "punct", "relcl", "appos", "prep") for c in parse.children[token])
        if lemma in lexicon.words("matter") and bare and kind != "possessive":
            return self._spoken_of(token)
        if lemma in lexicon.words("generic") and bare and kind != "possessive" and not parse.all(token, "prep", "relcl"):
            described = lexicon.noun_types.get(lemma, "")
            if parse.deps[token] in _SUBJECT_DEPS:
                return self._best(token, lambda c: c.named and self._generic(c, described), "description-generic", 2)
            return self._most_spoken_of([c for c in before if self._generic(c, described)], here)
        return None

    def _most_spoken_of(self, named: list[Candidate], here: int) -> tuple[int, str] | None:
        """ "left the country": of those named in the nearest sentence, the one named most in the sentences looked back over, the last of equals."""
        times = Counter(self.named[c.head] for c in named)
        close = [c for c in named if here - c.sentence <= _NEARBY]
        others = [c for c in close if not (c.subject and c.sentence == here)]  # who acts on "the country" is seldom itself that country
        close = others if any(c.sentence == here for c in others) else close
        best = max(close, key=lambda c: (c.sentence, times[self.named[c.head]], c.at), default=None)
        return (best.head, "description-generic") if best is not None else None

    def _generic(self, candidate: Candidate, kind: str) -> bool:
        """A paper that reports on a company is not "the company"."""
        reports = candidate.type == "NewsMediaOrganization" and self.named[candidate.head] in self._tellers
        return candidate.type in _TAKEN_UP.get(kind, (kind,)) and not reports

    def _bears(self, individual: int, lemma: str, nations: set[str], kind: str) -> bool:
        """Whether an individual bears a title here, of these nations where some are named."""
        borne = self.offices.get(individual, {})
        if nations:
            leader = lemma in self.clauses.lexicon.words("leader")
            return any(nations & countries for title, countries in borne.items() if leader or title == lemma)
        return lemma in borne and kind != "possessive"
