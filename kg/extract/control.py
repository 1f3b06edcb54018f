"""Who controls what has no subject of its own: infinitives, gerunds and participles beside a verb, an adjective, a noun or a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.drafts import ACTORS, PLACES

if TYPE_CHECKING:
    from kg.extract.clauses import Clauses

_OBJECT_CONTROL_PREPS = frozenset({"of", "from", "for", "into", "against"})
#: Before a gerund they tell what else the subject of their clause does: "left without paying".
_ATTENDANT_PREPS = frozenset("by without after before while when since upon despite through with in as besides".split())
_TEMPORAL_PREPS = frozenset({"after", "before", "when", "while", "since", "upon"})
#: Before a noun they keep apart whose it is from who does what is told: "a march over plans to move the port".
_OTHERS_PREPS = frozenset({"against", "about", "over", "amid", "despite", "after", "following", "because"})
#: What they have for an object may be no more than a means: "sent a letter to demand repairs", "asked a question to gain time".
_OF_ACTORS = frozenset({"need", "send", "ask", "tell"})
_SHARES = frozenset({"%", "percent", "half", "third", "quarter", "tenth", "fraction", "share", "majority", "most", "part"})
_STANDING = frozenset({"charge", "danger", "risk", "process", "midst", "favor", "favour", "habit"})  # "in charge of", "at risk of"
_WISHING = frozenset({"like", "prefer", "expect"})
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})


class Control:
    """Looks up controllers for :class:`kg.extract.clauses.Clauses`, which asks it and is asked in turn."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.parse, self.lexicon = clauses, clauses.parse, clauses.lexicon

    def of_complement(self, head: int) -> list[int]:
        """Who is to do the complement of ``head``: its object ("forced inmates to leave"), else its subject ("wants to leave")."""
        parse = self.parse
        if parse.pos[head] == "ADJ":
            copula = parse.heads[head]
            if parse.deps[head] == "oprd" and parse.child(copula, "dobj") is not None:
                return [f for o in parse.all(copula, "dobj") for f in self.clauses.fillers(o)]  # "called it necessary to …"
            return self.clauses.subjects(copula) if parse.deps[head] in ("acomp", "conj", "oprd", "ccomp") else []
        if parse.lemmas[head] == "use" and self.clauses.passive(head):
            return []  # "the loan would be used to buy ships": by whoever uses it
        if parse.lemmas[head] == "be":
            return [a for s in self.clauses.subjects(head) for a in ([s] if self.acts(s) else self.own_owners(s))]  # "our aim is to win": we
        if parse.lemmas[head] == "take" and self.clauses.lasts(head):
            return [f for o in parse.all(head, "dobj", "dative") if self.acts(o) for f in self.clauses.fillers(o)] or self._not_it(head)
        if parse.lemmas[head] in self.lexicon.words("inclusion") and parse.child(head, "dobj") is None:
            return []  # "the tasks include mending roads": by whoever has them
        if parse.lemmas[head] == "make" and parse.child(head, "expl") is not None:
            return []  # "the law made it easier to sue": for whoever sues
        called = self._called(head)
        if self.shared_need(head):
            return []
        objects = parse.all(head, "dobj", "dative") or called
        measured = parse.lemmas[head] == "have" and self.clauses.lasts(head)  # "has two weeks to pay"
        if objects and (measured or parse.words[objects[0]].lower() in self.lexicon.words("effort")):
            return self.clauses.subjects(head)  # "tries its best to win", "asked for anonymity to speak"
        if objects and (parse.lemmas[objects[0]] in self.lexicon.words("occasion") or (parse.lemmas[head] == "need" and not self.acts(objects[0]))):
            return self._possessors(objects[0]) or self.clauses.subjects(head)  # "has the power to sell it", "limits her power to sell it"
        if objects and not self.clauses.passive(head) and (called or self._controls_object(head)):
            return self.clauses.fillers(objects[0])
        return self.clauses.subjects(head)

    def across_clause(self, participle: int, head: int) -> bool:
        """ "He joined the firm, which then lost its chief, leaving it without a plan": after a relative clause whose subject may do it the
        grammar does not tell whether a participle goes on from that clause or from the one around it."""
        parse, lexicon, comma = self.parse, self.lexicon, self.parse.left(participle) - 1
        if parse.tags[participle] != "VBG" or not head < comma or parse.words[comma] != "," or parse.lemmas[head] in lexicon.reporting_verbs:
            return False
        lemma = self.clauses.with_particle(participle)
        if lemma not in lexicon.words("consequence") and any(lemma in lexicon.words(w) for w in ("comment", "addressing")):
            return False
        around = (i for i in (comma - 1, *parse.ancestors(comma - 1)) if head < i < comma and parse.deps[i] == "relcl")
        return any(self._may_go_on(i, head) for i in around)

    def _may_go_on(self, clause: int, head: int) -> bool:
        """Whether the subject of a relative clause may do what comes after it: it acts, or the subject of the clause around it does not."""
        parse = self.parse
        subject, main = parse.child(clause, "nsubj", "nsubjpass"), self.clauses.subjects(head)
        first = parse.left(clause)
        placed = parse.words[first].lower() == "where" and parse.words[first - 1] != ","  # "met at the inn where he lived, singing"
        if subject is None or placed:
            return False
        return self._actor(subject) or not any(self._actor(s) for s in main)

    def _actor(self, token: int) -> bool:
        token = self.clauses.antecedent(token)
        return self.parse.pos[token] == "PRON" or self.clauses.type_of(token) in ACTORS

    def shared_need(self, verb: int) -> bool:
        """ "a tenth of the seats needed to win": no tenth of them would do it."""
        parse = self.parse
        if parse.lemmas[verb] not in ("need", "require"):
            return False
        needed = parse.heads[verb] if parse.deps[verb] == "acl" else parse.child(verb, "nsubj", "nsubjpass")
        return needed is not None and self._share(needed)

    def _share(self, noun: int) -> bool:
        """ "4% of the votes", "half of the trucks": a part of several, told by what it is a part of or by itself."""
        parse, prep = self.parse, self.parse.heads[noun]
        inner = parse.deps[noun] == "pobj" and parse.words[prep].lower() == "of"
        part, whole = (parse.heads[prep], noun) if inner else (noun, self.clauses.of_what(noun))
        return whole is not None and parse.tags[whole] == "NNS" and (parse.pos[part] == "NUM" or parse.lemmas[part] in _SHARES)

    def _possessors(self, noun: int) -> list[int]:
        return [f for p in self.parse.all(noun, "poss") for f in self.clauses.fillers(p)]

    def by_whom(self, participle: int, head: int) -> list[int]:
        """ "Each claim was checked by the clerks, working in pairs": who does the first does the second, where the subject does nothing."""
        parse, comma = self.parse, self.parse.left(participle) - 1
        after = parse.tags[participle] == "VBG" and participle > head and parse.words[comma] == "," and self.clauses.passive(head)
        if not after or any(self.acts(self.clauses.antecedent(s)) for s in self.clauses.subjects(head)):
            return []
        doers = [o for a in parse.all(head, "agent") if parse.right(a) == comma - 1 for o in parse.all(a, "pobj") if self.acts(o)]
        return [f for o in doers for f in self.clauses.fillers(o)]

    def costs(self, verb: int) -> bool:
        """ "it costs a fortune to run it", "it takes years of work to run it": whether "it" stands for what takes so much."""
        parse, thing = self.parse, self.parse.child(verb, "dobj")
        if parse.lemmas[verb] == "cost" or thing is None:
            return parse.lemmas[verb] == "cost"
        much = parse.child(thing, "nummod") is not None or parse.child(thing, "det", "poss") is None or parse.lemmas[thing] in ("deal", "lot")
        return parse.lemmas[verb] == "take" and much

    def _not_it(self, verb: int) -> list[int]:
        """ "The crew took an hour to land" tells who lands, "it took an hour to land" does not."""
        return [s for s in self.clauses.subjects(verb) if self.parse.words[s].lower() != "it"]

    def _called(self, verb: int) -> list[int]:
        """ "called on voters to stay": whom a verb with a preposition wants to do something."""
        parse, listed = self.parse, self.lexicon.words("objectControl")
        calls = [p for p in parse.all(verb, "prep", "prt") if f"{parse.lemmas[verb]} {parse.words[p].lower()}" in listed]
        return [o for p in calls for o in parse.all(p, "pobj") if parse.lemmas[o] not in self.lexicon.words("duration")]  # "waited for weeks to …"

    def commanded(self, verb: int, clause: int) -> list[int]:
        """ "called on voters to stay", "help towns in the valley to save water": whom a verb wants to do what a clause after it says."""
        parse, listed = self.parse, self.lexicon.words("objectControl")
        if parse.lemmas[verb] == "pay" or (
            parse.lemmas[verb] in self.lexicon.words("giving") and not any(map(self.acts, self.clauses.subjects(verb)))
        ):
            return self._paid(verb, clause)
        apart = any(parse.words[i] == "," for i in range(verb, clause))
        helped = parse.all(verb, "dobj") if parse.lemmas[verb] in listed and not apart and not self.clauses.passive(verb) else []
        if parse.lemmas[verb] in self.lexicon.words("journey"):
            helped = [o for o in helped if self.clauses.type_of(o) not in PLACES]  # "left Lima to join them"
        anything = parse.lemmas[verb] not in _OF_ACTORS and parse.child(clause, "dobj") is not None
        return self._called(verb) or [o for o in helped if anything or self.acts(self.clauses.transparent(o))]

    def _paid(self, verb: int, clause: int) -> list[int]:
        """ "paid nurses to stay", "paid a fee to a firm to sue them", "the law gives a say to towns to …": who gets it does it; no money does."""
        parse = self.parse
        if self.clauses.passive(verb):
            return []
        last = next((c for c in parse.children[clause] if parse.tags[c] == "TO"), clause) - 1
        if parse.deps[last] == "pobj" and parse.words[parse.heads[last]].lower() == "to" and verb < parse.heads[last] and self.acts(last):
            return self.clauses.fillers(last)
        paid = [o for o in parse.all(verb, "dobj", "dative") if parse.lemmas[verb] == "pay" and parse.pos[o] != "ADP"]
        sums = self.lexicon.words("payment") | self.lexicon.words("occasion")
        return [o for o in paid if parse.entity_types[o] not in ("MONEY", "CARDINAL", "PERCENT") and parse.lemmas[o] not in sums]

    def demands(self, verb: int, clause: int) -> bool:
        """ "called for closer ties to find sailors", "demanded a law to save jobs": what is asked for would serve to do it, and not who asks."""
        parse, verbs = self.parse, self.lexicon.verbs
        preps = [p for p in parse.all(verb, "prep", "prt") if verb < p < clause and parse.words[p].lower() == "for"]
        if any(parse.words[o].lower() in self.lexicon.words("effort") for p in preps for o in parse.all(p, "pobj")):
            return False  # "asked for anonymity to speak"
        asked = verbs.get(f"{parse.lemmas[verb]} for") if preps else verbs.get(parse.lemmas[verb]) if parse.child(verb, "dobj") is not None else None
        return asked == "Demand" and parse.words[parse.left(clause) - 1] != ","

    def demands_thing(self, verb: int, clause: int) -> bool:
        """The same, unless somebody is asked to do it: "demanded the ministry to act"."""
        return self.demands(verb, clause) and not any(self.acts(o) for o in self.parse.all(verb, "dobj", "dative"))

    def leaves_open(self, gerund: int, verb: int) -> bool:
        """ "recommended closing the mine", not "recommended selling its mines": whether whoever says so may mean that others do it."""
        parse, thing = self.parse, self.parse.child(gerund, "dobj")
        own = thing is not None and any(parse.tags[c] == "PRP$" for c in parse.all(thing, "poss"))
        return parse.tags[gerund] == "VBG" and parse.lemmas[verb] in self.lexicon.words("counsel") and not own

    def wanted(self, verb: int, clause: int) -> list[int]:
        """ "called for the union in Lima to pay", "pushed for talks to resume": what is asked for, where it can do what the infinitive says."""
        parse = self.parse
        asked = [o for p in parse.all(verb, "prep", "prt") if verb < p < clause and parse.words[p].lower() == "for" for o in parse.all(p, "pobj")]
        befalls = parse.child(clause, "dobj") is None or self.clauses.passive(clause)
        return [o for o in asked if self.acts(o) or befalls][:1]

    def _demanded_thing(self, noun: int) -> bool:
        """ "called for a tax to fund schools", "demanded a law to protect nurses": whether a noun is what a verb demands."""
        parse, verb = self.parse, self.parse.heads[noun]
        if parse.deps[noun] == "pobj":
            return parse.words[verb].lower() == "for" and self.lexicon.verbs.get(f"{parse.lemmas[parse.heads[verb]]} for") == "Demand"
        return parse.deps[noun] == "dobj" and self.lexicon.verbs.get(parse.lemmas[verb]) == "Demand"

    def _doers(self, verb: int) -> list[int]:
        """Those subjects of a verb that may do what a gerund beside it says: no money "saved from cutting costs" cuts them."""
        if self.parse.lemmas[verb] in self.lexicon.words("targeting"):
            return self.clauses.subjects(verb)  # "a blockade aimed at stopping tankers"
        return [s for s in self.clauses.subjects(verb) if self.acts(self.clauses.antecedent(s))]

    def acts(self, token: int) -> bool:
        """Whether a subject may be somebody or something that does things, and is no aim or task."""
        if self.parse.pos[token] == "PRON" or self.clauses.is_named(token):
            return True
        return self.clauses.type_of(token) not in ("", "Thing") and not self.clauses.is_happening(token)

    def _controls_object(self, verb: int) -> bool:
        """ "asked him to leave", not "telephoned him to thank him"."""
        lexicon, lemma = self.lexicon, self.parse.lemmas[verb]
        if lemma in lexicon.words("subjectControl"):
            return False
        controlling = (lexicon.words("objectControl"), lexicon.words("implicative"), lexicon.words("resultative"))
        particle = self.parse.child(verb, "prep", "prt")
        whole = f"{lemma} {self.parse.words[particle].lower()}" if particle is not None else lemma
        return any(lemma in words or whole in words for words in (*controlling, lexicon.reporting_verbs, lexicon.modal_verbs))

    def of_noun(self, verb: int, noun: int) -> list[int]:
        """ "boats carrying drugs", "interview broadcast by": the noun; "plans to leave": whose plans they are."""
        parse = self.parse
        awaited = next((o for p in parse.all(noun, "prep") if parse.words[p].lower() == "for" for o in parse.all(p, "pobj")), None)
        infinitive = any(parse.tags[c] == "TO" for c in parse.children[verb])
        if not infinitive:
            saying = parse.tags[verb] == "VBG" and parse.lemmas[verb] in self.lexicon.reporting_verbs and self.clauses.type_of(noun) not in ACTORS
            aside = any(parse.words[i] == "," for i in range(noun + 1, verb))
            if saying and aside and parse.deps[noun] in ("dobj", "pobj"):  # "stressed his wish for peace, saying …": who stressed it says so
                return self.clauses.subjects(self.clauses._clause(noun))
            if parse.tags[verb] == "VBG" and parse.lemmas[noun] in self.lexicon.words("pastime"):
                return [s for s in self.owners(noun) if self.acts(self.clauses.antecedent(s))]  # "has experience running a bank"
            spent = self._spent(noun)
            if parse.tags[verb] == "VBG" and spent is not None:
                return self.clauses.subjects(spent)  # "spent four million euros building a road"
            nearer = self._person_shown(noun, verb) if parse.lemmas[noun] in self.lexicon.words("depiction") else self._person_between(noun, verb)
            if nearer is not None:
                return self.clauses.fillers(nearer)
            if parse.deps[noun] == "attr":  # "remains the only firm exporting oil": who remains it exports
                return self.clauses.subjects(parse.heads[noun]) or [self.clauses.transparent(noun)]
            return [self.clauses.transparent(noun)]
        if parse.lemmas[noun] in self.lexicon.words("means"):
            return self.own_owners(noun)  # "bans the use of loans to buy flats"
        if parse.deps[noun] == "dobj" and parse.lemmas[parse.heads[noun]] in _WISHING and parse.lemmas[noun] not in self.lexicon.words("occasion"):
            return self.clauses.fillers(noun)  # "would like the visit to mend ties"
        if held := self._holders(verb, noun):
            return held
        if parse.lemmas[noun] in self.lexicon.words("demanding"):
            return self._demanded(verb, noun)
        if self._demanded_thing(noun):
            return self.own_owners(noun)
        if awaited is not None and awaited < verb and self.clauses.type_of(awaited) in ACTORS:
            return self.clauses.fillers(awaited)  # "an invitation for firms to invest"
        return self.owners(noun)

    def _holders(self, verb: int, noun: int) -> list[int]:
        """ "the right of tenants to sue", "pressure on the bank to lend": who has what the noun names, or is under it."""
        parse, lexicon = self.parse, self.lexicon
        of = parse.lemmas[noun] in lexicon.words("occasion") or parse.lemmas[noun] in lexicon.modal_nouns
        lifted = parse.lemmas[parse.heads[noun]] in lexicon.words("easing")
        words = ("on", "upon") if parse.lemmas[noun] in lexicon.words("burden") and not lifted else ("of",) if of else ()
        preps = [p for p in parse.all(noun, "prep") if p < verb and parse.words[p].lower() in words]
        return [f for p in preps[:1] for o in parse.all(p, "pobj") if self.acts(o) and o not in self.clauses.dated for f in self.clauses.fillers(o)]

    def _spent(self, noun: int) -> int | None:
        """The verb of "spent much of her speech praising him": what is spent, or a part of it, does nothing."""
        parse = self.parse
        if parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() == "of":
            noun = parse.heads[parse.heads[noun]]
        spends = parse.deps[noun] in ("dobj", "npadvmod") and parse.lemmas[parse.heads[noun]] in ("spend", "waste")
        return parse.heads[noun] if spends else None

    def _demanded(self, verb: int, noun: int) -> list[int]:
        """ "a call on voters to stay", "rejected demands to resign", "an order to leave": who is to do it, and not who demands it."""
        parse = self.parse
        preps = [p for p in parse.all(noun, "prep") if p < verb and parse.words[p].lower() in ("to", "on", "for", "upon")]
        asked = [o for p in preps for o in parse.all(p, "pobj") if self.acts(o)]
        if asked:
            return self.clauses.fillers(asked[0])
        heeds = parse.deps[noun] == "dobj" and parse.lemmas[parse.heads[noun]] in self.lexicon.words("heeding")
        return self.clauses.subjects(parse.heads[noun]) if heeds else []

    def _person_shown(self, noun: int, verb: int) -> int | None:
        """ "a video of the mayor singing": who is to be seen does it, unless it tells what the picture itself does ("… showing the fire")."""
        if self.parse.tags[verb] != "VBG" or self.parse.lemmas[verb] in self.lexicon.words("showing"):
            return None
        shown = self.clauses.of_what(noun)
        return shown if shown is not None and shown < verb and self.acts(shown) else None

    def _person_between(self, noun: int, verb: int) -> int | None:
        """ "clues for investigators trying to find it": who stands right before the participle, where the noun itself can do nothing."""
        parse, before = self.parse, verb - 1
        if parse.tags[verb] != "VBG" or parse.deps[before] != "pobj" or parse.heads[parse.heads[before]] != noun:
            return None
        acts = self.clauses.type_of(noun) in ACTORS or self.clauses.is_happening(noun)
        return before if not acts and self.clauses.type_of(before) in ("Person", "Group") and parse.pos[before] == "NOUN" else None

    def own_owners(self, noun: int) -> list[int]:
        """Who a noun's own phrase says has or makes what it names: a possessor, an actor before it, "by" or "from" somebody."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.deps[child] == "poss" or (parse.deps[child] in ("compound", "amod", "nmod") and self.clauses.type_of(child) in ACTORS):
                return self.clauses.fillers(child)
        for prep in parse.all(noun, "prep"):
            if parse.words[prep].lower() in ("by", "from"):
                for inner in parse.all(prep, "pobj"):
                    return self.clauses.fillers(inner)
        return []

    def owners(self, noun: int) -> list[int]:
        """Who has or makes what a noun names: as its phrase says, else the subject of the verb that takes it."""
        parse = self.parse
        own = self.own_owners(noun)
        if own:
            return own
        head = parse.heads[noun]
        given = [o for d in parse.all(head, "dative", "dobj") for o in (parse.all(d, "pobj") if parse.pos[d] == "ADP" else [d])]
        receivers = [o for o in given if o != noun and parse.pos[o] in ("NOUN", "PROPN", "PRON")]
        if parse.deps[noun] == "dobj" and receivers and self.clauses.type_of(receivers[0]) in ACTORS:
            return self.clauses.fillers(receivers[0])  # "gave the firm a chance to bid"
        if parse.deps[noun] == "attr" and parse.child(head, "expl") is not None:
            return []  # "there is interest in talks": nobody's
        if parse.deps[noun] in ("dobj", "attr") and parse.pos[head] in ("VERB", "AUX"):
            if parse.lemmas[head] in self.lexicon.words("othersDeeds") or (
                parse.lemmas[noun] in self.lexicon.words("need") and parse.lemmas[head] in self.lexicon.reporting_verbs
            ):
                return []  # "foiled an attempt to …", "stressed the need to …": somebody else's, or whose it may be
            subjects = self.clauses.subjects(head) if not self.clauses.passive(head) else []
            told = parse.lemmas[head] in ("have", "be") or parse.lemmas[head] in self.lexicon.reporting_verbs
            return subjects if told else [s for s in subjects if self.acts(self.clauses.antecedent(s))]
        if parse.deps[noun] == "pobj":
            governor = parse.heads[head]
            of_others = f"{parse.lemmas[governor]} {parse.words[head].lower()}" in self.lexicon.words("othersDeeds")
            if parse.deps[head] == "agent" or parse.words[head].lower() in _OTHERS_PREPS or of_others:
                return []  # "angered by plans to move it", "a protest against plans to move it": somebody else's
            if parse.pos[governor] in ("VERB", "AUX"):
                characterizes = parse.lemmas[governor] in self.lexicon.words("characterization")
                if parse.words[head].lower() == "as" and characterizes:  # "described it as a means to …": it is the means
                    return [f for o in parse.all(governor, "dobj", "nsubjpass") for f in self.clauses.fillers(o)]
                return self.clauses.subjects(governor)
            if parse.pos[governor] == "NOUN" and governor != noun:
                return self.owners(governor)
        return []

    def confers(self, noun: int) -> bool:
        """Whether a noun tells of talks."""
        kind = self.lexicon.event_types.get(
            self.lexicon.nouns.get(self.parse.lemmas[noun]) or self.lexicon.nouns.get(self.parse.words[noun].lower(), "")
        )
        return kind is not None and kind.plover == "CONSULT"

    def of_preposition(self, prep: int) -> list[int]:
        """ "accused him of leaving": the object; "left without paying": the subject; "reports of fighting": nobody."""
        parse = self.parse
        governor = parse.heads[prep]
        if self.clauses.fronted_matter(prep):
            return []  # "On cutting fares, the mayor agreed": whoever would cut them
        if parse.pos[governor] in ("VERB", "AUX"):
            objects = parse.all(governor, "dobj")
            if parse.words[prep].lower() == "as" and objects and objects[0] < prep and parse.lemmas[governor] in ("quote", "cite"):
                return self.clauses.fillers(objects[0])  # "quoted the premier as saying"
            if parse.words[prep].lower() in _ABOUT and any(o < prep and self.confers(o) for o in objects):
                return []  # "held talks on combating piracy": who is to do it, the talks will show
            appraised = self.lexicon.appraises(parse.lemmas[governor])
            praised = appraised and parse.words[prep].lower() in ("on", "with")  # "credited them with saving it"
            if praised or parse.words[prep].lower() in _OBJECT_CONTROL_PREPS:
                against = self._against(governor, prep)
                if parse.words[prep].lower() == "for" and against:
                    return self.clauses.fillers(against[0])
                hindered = parse.words[prep].lower() == "from" and parse.lemmas[governor] in self.lexicon.words("hindrance")
                blamed = parse.words[prep].lower() == "of" or hindered or appraised or self._blames(governor)
                somebody = blamed or parse.pos[objects[0]] == "PRON" if objects else False
                retained = self.clauses.passive(governor)  # "was fined a day's pay for spitting"
                if objects and not retained and objects[0] < prep and (somebody or self.clauses.type_of(objects[0]) in ACTORS):
                    return self.clauses.fillers(objects[0])  # "fined the firm for dumping", not "spent the money on" or "put savings into hiring"
                if self.clauses.passive(governor):
                    return self.clauses.subjects(governor) if appraised else self._doers(governor)
            if parse.words[prep].lower() == "like" and parse.lemmas[governor] == "be":
                return []  # "it is like fighting a giant": for whoever does
            if parse.words[prep].lower() == "by" and self.clauses.passive(governor):
                return []  # "goals reached by signing a pact": not the goals sign it
            above = parse.heads[governor]
            if parse.words[prep].lower() in ("after", "before", "since") and parse.deps[governor] == "advcl" and self.demands(above, governor):
                return self.clauses.subjects(above)  # "called for a vote to oust him after blaming him"
            undergone = self.clauses.passive(governor) and parse.words[prep].lower() in _TEMPORAL_PREPS and parse.child(prep, "pcomp") is not None
            attendant = parse.words[prep].lower() in _ATTENDANT_PREPS and not undergone  # not "after counting the votes, the results were released"
            return self.clauses.subjects(governor) if attendant else self._doers(governor)
        if parse.pos[governor] == "ADJ":
            return self.of_complement(governor)
        if parse.lemmas[governor] in _STANDING and parse.words[parse.heads[governor]].lower() in ("in", "at"):
            above = parse.heads[parse.heads[governor]]  # "officers in charge of guarding it", "is at risk of losing it"
            return self.clauses.subjects(above) if parse.pos[above] in ("VERB", "AUX") else self.clauses.fillers(above)
        if parse.pos[governor] != "NOUN" or self.clauses.type_of(governor) in ACTORS:
            return []  # "accused by a Danish woman of forging": her country forged nothing
        return self.owners(governor) if parse.lemmas[governor] in self.lexicon.modal_nouns else self.own_owners(governor)

    def _against(self, verb: int, prep: int) -> list[int]:
        """ "opened an inquiry against Koch for bringing waste": against whom it is did it."""
        parse = self.parse
        preps = [p for v in (verb, *parse.all(verb, "dobj")) for p in parse.all(v, "prep") if p < prep and parse.words[p].lower() == "against"]
        return [o for p in preps for o in parse.all(p, "pobj") if self.acts(o)]

    def _blames(self, verb: int) -> bool:
        """ "fined the farm for dumping waste": what is accused or punished did it, whatever it is."""
        kind = self.lexicon.event_types.get(self.lexicon.verbs.get(self.parse.lemmas[verb], ""))
        return kind is not None and kind.plover in ("ACCUSE", "SANCTION", "COERCE")
