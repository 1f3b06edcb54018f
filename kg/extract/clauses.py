"""Who shares a clause: subjects by coordination, control and raising, antecedents of relative pronouns, types of participants."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.antecedents import RELATIVES, Antecedents
from kg.extract.control import Control
from kg.extract.drafts import PLACES, Name
from kg.extract.individuals import Individual
from kg.extract.participles import loose
from kg.extract.phrases import counted_together, full
from kg.extract.reduced import shares_be
from kg.extract.tough import undergoer
from kg.lexicon import Lexicon
from kg.parse import Parse

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_PERSONAL = frozenset({"i", "me", "he", "him", "she", "her", "who", "whom", "himself", "herself"})


def noun_type(parse: Parse, lexicon: Lexicon, token: int) -> str:
    """The entity type that a common noun speaks for; "forces" may be listed where "force" is not."""
    return lexicon.noun_types.get(parse.words[token].lower()) or lexicon.noun_types.get(parse.lemmas[token], "")


class Clauses:
    """Looks up participants of verbs, following the sharing of subjects; answers are remembered."""

    def __init__(self, parse: Parse, lexicon: Lexicon, names: Sequence[Name], individuals: Sequence[Individual], dated: frozenset[int]) -> None:
        self.parse = parse
        self.lexicon = lexicon
        self.individuals = individuals
        self.dated = dated  # tokens of time expressions
        self.named: dict[int, int] = {name.head: n for n, individual in enumerate(individuals) for name in individual.names}
        self._subjects: dict[int, list[int]] = {}
        self._phrases: dict[int, tuple[int, int]] = {}
        self.shortened: set[int] = set()  # nouns whose words say less than what restricts them
        self._inner: dict[int, int] = {}
        self._empty, self._transparent = lexicon.words("empty"), lexicon.words("transparent")
        self.control, self._antecedents = Control(self), Antecedents(self)

    def type_of(self, token: int) -> str:
        """The type of the participant headed by a token: a key of ``kg.vocab.ENTITY_TYPES``, or "" where nothing is known."""
        token = self.antecedent(token)
        if token in self.named:
            return self.individuals[self.named[token]].type
        if self.parse.pos[token] == "PRON":
            return "Person" if self.parse.words[token].lower() in _PERSONAL else ""
        if self.parse.pos[token] not in ("NOUN", "PROPN"):
            return ""
        return noun_type(self.parse, self.lexicon, token)

    def is_named(self, token: int) -> bool:
        """Whether a token heads a proper name."""
        return token in self.named

    def is_listed(self, token: int) -> bool:
        """Whether a name, or the adjective of one ("Chilean", not "Congressional"), is the gazetteer's."""
        return token in self.named and self.individuals[self.named[token]].key is not None

    def people_of(self, token: int) -> bool:
        """Whether a token names a country's people, or one of them."""
        return token in self.named and (self.individuals[self.named[token]].key or "").endswith(":people")

    def nation_of(self, token: int) -> str | None:
        """The gazetteer's key of the country that a name is, or is the adjective of."""
        individual = self.individuals[self.named[token]] if token in self.named else None
        return individual.key if individual is not None and individual.type == "Country" else None

    def antecedent(self, token: int) -> int:
        """The noun that a relative pronoun stands for; any other token is its own."""
        return self._antecedents.of(token) if self.parse.tags[token] in RELATIVES else token

    def transparent(self, token: int) -> int:
        """ "dozens of strikes", "a series of talks" speak of the strikes and the talks."""
        found = self._inner.get(token)
        if found is None:
            found = token
            for _ in range(3):
                lemma = self.parse.lemmas[found]
                inner = self.of_what(found) if lemma in self._transparent or lemma.rstrip("s") in self._transparent else None
                if inner is None:
                    break
                found = inner
            self._inner[token] = found
        return found

    def phrase(self, head: int) -> tuple[int, int]:
        """How far a participant's words reach (:func:`kg.extract.phrases.full`), found once."""
        if head not in self._phrases:
            self._phrases[head] = full(self.parse, head, self._empty)
        return self._phrases[head]

    def end_before(self, head: int, after: int) -> None:
        """Shorten a participant's words to those before a token that is one of them."""
        first, last = self.phrase(head)
        if head < after <= last:
            self._phrases[head] = first, after - 1 - (self.parse.pos[after - 1] == "PUNCT")
            self.shortened.add(head)

    def of_what(self, token: int) -> int | None:
        """The noun or pronoun of the "of" after a word."""
        parse = self.parse
        return next((o for prep in parse.all(token, "prep") if parse.words[prep].lower() == "of" for o in parse.all(prep, "pobj")), None)

    def counting(self, noun: int) -> int:
        """The noun that counts or bounds another one ("dozens of strikes"), else the noun itself: the reverse of :meth:`transparent`."""
        parse = self.parse
        for _ in range(3):
            prep = parse.heads[noun]
            outer = parse.heads[prep]
            if parse.deps[noun] != "pobj" or parse.words[prep].lower() != "of" or self.transparent(outer) == outer:
                return noun
            noun = outer
        return noun

    def fillers(self, token: int) -> list[int]:
        """A participant's head tokens, coordinated ones apart. A relative pronoun stays one: :meth:`antecedent` tells what it stands for."""
        parse = self.parse
        heads = [i for i in parse.conjuncts(token) if parse.pos[i] not in ("ADP", "PART") and not (i != token and self._no_other(token, i))]
        return list(dict.fromkeys(t for i in heads for t in self._counted(i)))

    def _counted(self, noun: int) -> list[int]:
        """ "a number of days, hours and ways": all that a noun counts; any other noun is itself."""
        inner = self.transparent(noun)
        listed = [i for i in self.parse.conjuncts(inner) if self.parse.pos[i] in ("NOUN", "PROPN", "NUM")] if inner != noun else []
        return listed or [inner]

    def _no_other(self, token: int, conjunct: int) -> bool:
        """Whether what is coordinated is no further participant: a report with its content, the "more" of "one or more of them"."""
        more = self.parse.pos[conjunct] in ("ADJ", "ADV", "NUM") and self.parse.pos[token] == "NUM"
        more = more or (self.parse.heads[conjunct] == token and counted_together(self.parse, token))
        return more or self._says_what(conjunct)

    def _says_what(self, noun: int) -> bool:
        """ "strikes on boats and allegations that …": a report with its content stands beside the happening, not among its participants."""
        return self.parse.lemmas[noun] in self.lexicon.reporting_nouns and self.parse.child(noun, "acl", "ccomp") is not None

    def passive(self, verb: int) -> bool:
        """Whether the verb's grammatical subject undergoes what it says."""
        parse = self.parse
        if parse.child(verb, "nsubjpass", "csubjpass", "auxpass") is not None:
            return True
        if parse.tags[verb] != "VBN":
            return False
        leading = parse.deps[verb] == "advcl" and verb < parse.heads[verb] and parse.left(verb) == verb
        if leading and parse.lemmas[verb] not in self.lexicon.words("giving"):
            return True  # "Buried a foot beneath the ground, the rifle was found": a bare participle that leads a sentence
        leads = (parse.heads[verb], *parse.all(verb, "mark")) if parse.deps[verb] in ("pcomp", "advcl") else ()
        if any(parse.words[c].lower() == "with" for c in leads) and parse.child(verb, "aux", "dobj") is None:
            return True  # "with 155 planes ordered"
        if parse.deps[verb] in ("ccomp", "xcomp") and parse.lemmas[parse.heads[verb]] in self.lexicon.words("resultative"):
            return parse.child(verb, "aux", "dobj") is None  # "had three men arrested"
        if parse.child(verb, "aux", "nsubj") is not None:
            return False
        if shares_be(parse, self.lexicon, verb):
            return True
        if parse.deps[verb] in ("acl", "advcl"):
            named = parse.deps[verb] == "acl" and parse.lemmas[verb] in self.lexicon.words("naming")  # "a boat named Aurora"
            return named or parse.child(verb, "dobj") is None
        return parse.deps[verb] == "conj" and self.passive(parse.heads[verb])

    def subjects(self, verb: int) -> list[int]:
        """Head tokens of the grammatical subject, found by coordination, control or raising where the verb has none of its own."""
        if verb not in self._subjects:
            self._subjects[verb] = []  # ends circles
            self._subjects[verb] = self._find_subjects(verb)
        return self._subjects[verb]

    def _find_subjects(self, verb: int) -> list[int]:
        parse = self.parse
        carriers = [verb, *(a for a in parse.children[verb] if parse.deps[a] in ("aux", "auxpass"))]  # a parser may hang the subject on "has"
        own = [c for carrier in carriers for c in parse.children[carrier] if parse.deps[c] in (*SUBJECTS, *PASSIVE_SUBJECTS)]
        if len(own) > 1 and parse.tags[own[0]] in RELATIVES:
            own = own[1:]  # "the law, which she argued helps the poor": the relative pronoun is the subject of what she argued
        if own and self._bound_for(verb, own[0]):
            return self.subjects(parse.heads[verb])
        if own:
            nearer = max(own)  # of two ("before the shooting led to it") the one nearer the verb, unless the two are a list
            return self.fillers(own[0] if parse.tags[own[0]] in RELATIVES or parse.deps[parse.left(nearer) - 1] == "cc" else nearer)
        head, dep = parse.heads[verb], parse.deps[verb]
        if head == verb:
            return []
        if dep == "conj" and parse.pos[head] in ("VERB", "AUX"):
            return [] if loose(parse, self.lexicon, verb) else self.subjects(head)
        doer = self._for_somebody(verb)
        if doer is not None:
            return self.fillers(doer)
        if dep in ("xcomp", "ccomp") and self._commanding(verb, head):
            return [f for a in self._addressed(head) for f in self.fillers(a)]
        if (dep == "ccomp" and self._lost(verb, head)) or undergoer(parse, self.lexicon, verb) is not None:
            return []
        if dep == "xcomp" and self.control.leaves_open(verb, head):
            return []
        if dep == "xcomp" and any(parse.tags[c] == "TO" for c in parse.children[verb]) and self.control.demands_thing(head, verb):
            return [f for o in self.control.wanted(head, verb) for f in self.fillers(o)]  # "called for the law to be scrapped"
        if dep in ("xcomp", "ccomp"):
            relative = next((s for s in parse.all(head, *SUBJECTS) if parse.tags[s] in RELATIVES), None)
            if dep == "ccomp" and relative is not None and len(parse.all(head, *SUBJECTS)) > 1:
                return [relative]
            return self.control.of_complement(head) if not parse.all(verb, "mark") else []
        if dep == "advcl" and parse.lemmas[verb] in self.lexicon.words("means") and parse.tags[verb] == "VBG" and self.passive(head):
            return []  # "water was brought using old pipes": by whoever brought it
        aimed = parse.child(verb, "dobj", "ccomp") is not None and any(parse.tags[c] == "TO" for c in parse.children[verb])
        if dep == "advcl" and verb > head and any(parse.tags[c] == "TO" for c in parse.children[verb]):
            if told := self.control.commanded(head, verb):
                return self.fillers(told[0])
            if self.control.demands(head, verb):
                return [f for o in self.control.wanted(head, verb) for f in self.fillers(o)]
            if self.control.shared_need(head):
                return []
        if dep == "advcl" and aimed and verb > head and self._given_time(head):
            return self.fillers(self._given_time(head)[0])
        if dep == "advcl" and aimed and verb > head and self._after_participle(verb, head):
            return []
        if dep == "advcl" and aimed and self.passive(head):
            return [s for s in self.subjects(head) if self.control.acts(s)]  # "steps were taken to hold a vote": no step holds it
        if dep == "advcl" and (self._of_nobody(verb, head) or self.control.across_clause(verb, head)):
            return []
        if dep == "advcl" and self.control.costs(head) and any(parse.tags[c] == "TO" for c in parse.children[verb]):
            return [s for s in self.subjects(head) if parse.words[s].lower() != "it"]  # "it takes nerve to win"
        if dep in ("advcl", "acl") and parse.text(max(0, verb - 3), max(0, verb - 1)).lower() == "as well as":
            return [s for s in self.subjects(self._clause(head)) if self.control.acts(s)]  # "the tasks are repairs as well as feeding the poor"
        if dep == "advcl" and not self._has_own_mark(verb):
            return self._consequence(verb, head) or self.control.by_whom(verb, head) or self.subjects(self._clause(head))
        if dep in ("acl", "relcl") and parse.deps[head] == "attr" and parse.words[head].lower() in self.lexicon.words("singledOut"):
            return self.subjects(parse.heads[head])  # "the nurses were the first to arrive"
        if dep == "acl":
            return self.control.of_noun(verb, head)
        if dep == "relcl":
            return self.fillers_of_gap(verb, head)
        if dep == "pcomp":
            return self.control.of_preposition(head)
        return []

    def _for_somebody(self, verb: int) -> int | None:
        """ "grounds for tenants to sue", "time for them to go": the object of the "for" right before the infinitive does it."""
        parse = self.parse
        to = next((c for c in parse.children[verb] if parse.tags[c] == "TO"), None)
        if to is None or to == 0 or parse.deps[verb] not in ("acl", "advcl", "relcl", "xcomp"):
            return None
        before = to - 1
        if parse.words[before] == ",":  # "pleaded for Ruiz, a reformer, to return"
            preps = [p for p in parse.all(parse.heads[verb], "prep") if parse.words[p].lower() == "for" and parse.right(p) in (before, before - 1)]
            return next((o for p in preps for o in parse.all(p, "pobj") if self.control.acts(o)), None)
        prep = parse.heads[before]
        if self.type_of(before) in PLACES and parse.lemmas[parse.heads[prep]] in self.lexicon.words("journey"):
            return None  # "headed for Lima to join them"
        named = parse.deps[before] == "pobj" and parse.words[prep].lower() == "for" and parse.heads[prep] != verb
        ruled = parse.deps[verb] == "acl" and parse.heads[prep] == parse.heads[verb] and parse.tags[before] == "NNS" and not self.is_happening(before)
        return before if named and (ruled or self.control.acts(before)) else None  # "rules for mergers to …": whatever several are

    def _commanding(self, verb: int, head: int) -> bool:
        """ "The mayor told them: "Do not drink it"": a base form in a quotation, of which who speaks is not the subject."""
        parse = self.parse
        if parse.tags[verb] != "VB" or parse.lemmas[head] not in self.lexicon.reporting_verbs or parse.child(verb, "mark") is not None:
            return False
        plain = all(parse.lemmas[c] == "do" and parse.tags[c] in ("VB", "VBP") for c in parse.all(verb, "aux"))
        return plain and parse.quoted(max(verb, head), min(verb, head)) and parse.quoted(verb) != parse.quoted(head)

    def _lost(self, verb: int, head: int) -> bool:
        """ ""The bridge is safe and, rebuilt, will last," she said": a finite verb whose subject the parser lost is not of who speaks."""
        auxiliaries = {self.parse.tags[c] for c in self.parse.all(verb, "aux", "auxpass")}
        finite = self.parse.tags[verb] in ("VBZ", "VBD") or not auxiliaries.isdisjoint(("MD", "VBZ", "VBD", "VBP"))
        return finite and self.parse.lemmas[head] in self.lexicon.reporting_verbs

    def _addressed(self, saying: int) -> list[int]:
        """Those whom a verb of speech names as its hearers."""
        parse = self.parse
        heard = [o for p in parse.all(saying, "prep", "dative") if parse.words[p].lower() == "to" for o in parse.all(p, "pobj")]
        return [o for o in parse.all(saying, "dobj", "dative") if parse.pos[o] in ("NOUN", "PROPN", "PRON")] or heard

    def _bound_for(self, verb: int, place: int) -> bool:
        """ "left Peru for Chile to attend a summit": a place right after the "for" of a journey is where to, and does nothing."""
        parse = self.parse
        marked = parse.deps[verb] == "advcl" and any(parse.words[m].lower() == "for" and m == parse.left(place) - 1 for m in parse.all(verb, "mark"))
        return marked and self.type_of(place) in PLACES and parse.lemmas[parse.heads[verb]] in self.lexicon.words("journey")

    def _after_participle(self, verb: int, head: int) -> bool:
        """ "passed a law introducing a fee to replace the levy": the purpose may be that of the participle's object; so it is nobody's."""
        parse = self.parse
        between = (i for i in parse.ancestors(min(c for c in parse.children[verb] if parse.tags[c] == "TO") - 1) if head < i < verb)
        return any(parse.deps[i] == "acl" and parse.tags[i] == "VBG" and parse.child(i, "dobj") is not None for i in between)

    def _given_time(self, verb: int) -> list[int]:
        """ "gave the firm two weeks to pay": whoever is given the time is to do it."""
        given = self.parse.lemmas[verb] in self.lexicon.words("giving") and self.lasts(verb) and not self.passive(verb)
        return self.parse.all(verb, "dative") if given else []

    def lasts(self, verb: int) -> bool:
        """ "took two hours", "took the crew a month": whether a verb has a length of time beside it."""
        parse = self.parse
        units = self.lexicon.words("duration")
        return any(parse.lemmas[c] in units or c in self.dated for c in parse.all(verb, "dobj", "npadvmod", "dative", "tmod"))

    def _of_nobody(self, verb: int, head: int) -> bool:
        """An imperative in front ("Give him time, he will learn"), a finite verb that lost its subject, a participle between two clauses."""
        parse = self.parse
        if parse.tags[verb] in ("VBZ", "VBP"):
            return True
        if parse.tags[verb] == "VB" and verb < head:
            return parse.child(verb, "aux") is None
        if parse.tags[verb] != "VBG" or verb > head or parse.words[parse.left(verb) - 1] not in (",", '"'):
            return False
        first = parse.sentences[parse.sentence_of[verb]][0]
        before = range(first, parse.left(verb))
        joined = any(parse.heads[i] == head and parse.deps[i] == "cc" for i in before)
        return not joined and any(parse.deps[i] in ("nsubj", "nsubjpass") and parse.heads[i] < verb for i in before) and not parse.quoted(verb)

    def _consequence(self, verb: int, head: int) -> list[int]:
        """ "…, killing three": what did it is the happening that the clause before tells, or reports."""
        parse = self.parse
        if parse.tags[verb] == "VBG" and verb > head and parse.lemmas[verb] in self.lexicon.words("inclusion"):
            return [f for o in parse.all(head, "dobj") for f in self.fillers(o)]  # "runs a campaign, encompassing sanctions"
        if parse.tags[verb] != "VBG" or verb < head or self.with_particle(verb) not in self.lexicon.words("consequence"):
            return []
        if any(parse.deps[c] == "prep" or parse.deps[c] == "mark" for c in parse.children[verb] if c < verb):
            return []
        while parse.deps[head] == "advcl" and parse.tags[head] == "VBG" and parse.lemmas[head] in self.lexicon.words("consequence"):
            head = parse.heads[head]  # ", raising the toll to nine, marking a peak"
        told = head
        said = parse.child(head, "ccomp") if parse.lemmas[head] in self.lexicon.reporting_verbs else None
        if said is not None:
            told = said
        elif parse.lemmas[head] in self.lexicon.reporting_verbs or parse.lemmas[head] in self.lexicon.light_verbs:
            told = next((o for o in self._supported(head) if self.is_happening(o)), head)
        else:
            told = next((o for o in self._supported(head, "in") if self.is_happening(o)), head)  # "culminated in raids, killing nine"
        return [told] if parse.pos[told] in ("VERB", "NOUN") else []

    def with_particle(self, verb: int) -> str:
        """A verb's lemma with its particle: "set out" is no "set"."""
        particle = self.parse.child(verb, "prt")
        return self.parse.lemmas[verb] + (f" {self.parse.words[particle].lower()}" if particle is not None else "")

    def _supported(self, verb: int, by: str = "") -> list[int]:
        """The object of a verb, or of the preposition that a light verb goes with."""
        parse, light = self.parse, self.lexicon.light_verbs
        preps = [p for p in parse.all(verb, "prep") if f"{parse.lemmas[verb]} {parse.words[p].lower()}" in light]
        return ([] if by else parse.all(verb, "dobj")) + [o for p in preps for o in parse.all(p, "pobj")]

    def of_reported(self, verb: int) -> bool:
        """ "reported a strike, killing five": whether a participle tells the consequence of what is reported."""
        head = self.parse.heads[verb]
        return any(told != head for told in self._consequence(verb, head))

    def is_happening(self, noun: int) -> bool:
        """Whether a noun is one that the ontology lists as telling of a happening."""
        parse, nouns = self.parse, self.lexicon.nouns
        return parse.pos[noun] == "NOUN" and (parse.lemmas[noun] in nouns or parse.words[noun].lower() in nouns)

    def fillers_of_gap(self, verb: int, noun: int) -> list[int]:
        """A relative clause without a pronoun lacks its subject only where it has an object ("the boat hit …" is read as reduced)."""
        if any(self.parse.tags[o] in RELATIVES for p in self.parse.all(verb, "prep") for o in self.parse.all(p, "pobj")):
            return []  # "a place in which to hide"
        infinitive = any(self.parse.tags[c] == "TO" for c in self.parse.children[verb])
        given = self.parse.deps[noun] == "dobj" and self.parse.lemmas[noun] in self.lexicon.words("duration")  # "has two weeks to pay"
        if infinitive and (given or self.parse.lemmas[noun] in self.lexicon.words("occasion")):
            return self.control.owners(noun)  # "for the first time to meet", "a chance to leave"
        singled = any(self.parse.lemmas[c] in self.lexicon.words("distinction") for c in self.parse.children[noun])  # "the second model to use it"
        if infinitive and self.type_of(noun) in ("", "Thing") and not singled:
            return self.control.own_owners(noun)  # "ways to heal the rift"
        return [self.transparent(noun)] if self.parse.child(verb, "dobj") is not None else []

    def fronted(self, prep: int) -> bool:
        """ "On cutting fares, the mayor insisted on a vote": a gerund in front is no part of the clause after it."""
        parse, verb = self.parse, self.parse.heads[prep]
        front = prep < verb and parse.words[prep].lower() == "on" and parse.words[parse.right(prep) + 1] == ","
        return front and parse.child(prep, "pcomp") is not None

    def fronted_matter(self, prep: int) -> bool:
        """Whether a gerund in front tells what the sentence is about, and not when: "on arriving in Lima, she said"."""
        gerund = self.parse.child(prep, "pcomp")
        return self.fronted(prep) and gerund is not None and self.parse.lemmas[gerund] not in self.lexicon.words("instant")

    def _has_own_mark(self, verb: int) -> bool:
        parse = self.parse
        return any(parse.deps[c] == "mark" and parse.words[c].lower() in ("that", "because") for c in parse.children[verb])

    def _clause(self, token: int) -> int:
        """The verb whose clause a token belongs to."""
        if self.parse.pos[token] in ("VERB", "AUX"):
            return token
        return next((i for i in self.parse.ancestors(token) if self.parse.pos[i] in ("VERB", "AUX")), token)
