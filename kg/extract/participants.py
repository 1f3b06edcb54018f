"""Who and what takes part: every phrase that fills a role becomes an entity of the document, and every phrase that names one a mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract import phrases
from kg.extract.clauses import Clauses, noun_type
from kg.extract.coref import Coreference
from kg.extract.descriptions import OF_TWO
from kg.extract.individuals import Individual
from kg.extract.relations import same_kind
from kg.model import Entity, Mention, Span

_DESCRIBABLE = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"})
_REACH = {"definite": 8, "demonstrative": 1}  # sentences that a description looks back over for one with the same noun
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_PLURALS = ("sh", "ch", "ese", "ss")  # "the French" are several
_DEPTH = 4  # pronouns that lead to pronouns


class Participants:
    """Gives identifiers to phrases by their head tokens: named individuals first, described ones as they are asked for.

    ``events`` maps trigger tokens to the identifiers of events, which take part in other events; ``dated`` are tokens of times, which do not.
    """

    def __init__(
        self, clauses: Clauses, individuals: Sequence[Individual], coreference: Coreference, events: Mapping[int, str], dated: frozenset[int]
    ) -> None:
        self.entities: list[Entity] = []
        self._clauses, self._parse, self._coreference = clauses, clauses.parse, coreference
        self._events, self._dated = events, dated
        self._mentions: dict[tuple[Span, str], tuple[str, str]] = {}  # words and whom they name -> kind and rule
        self._named: dict[int, str] = {}
        self._found: dict[int, str | None] = {}
        self._described: dict[int, str] = {}
        self._last_of: dict[str, tuple[str, frozenset[str], int]] = {}  # head noun -> the last described participant, its modifiers, its sentence
        self._by_words: dict[str, str] = {}
        self._all: dict[str, str] = {}  # "some of the nurses" -> "nurses"
        self._companies: dict[str, str] = {}  # speaker -> those for whom he says "we"
        for individual in individuals:
            self._add(individual)

    @property
    def mentions(self) -> list[Mention]:
        """All mentions in the order of the text, numbered."""
        return [Mention(f"m{n}", *named, *how) for n, (named, how) in enumerate(sorted(self._mentions.items()), 1)]

    def mention(self, span: Span, target: str, kind: str, rule: str) -> None:
        """Record that the words at ``span`` name ``target``, once."""
        self._mentions.setdefault((span, target), (kind, rule))

    def of(self, token: int) -> str | None:
        """The identifier of the entity or event that the phrase headed by ``token`` speaks of, None where that is nobody; found once."""
        if token not in self._found:
            self._found[token] = self._of(token, 0)
        return self._found[token]

    def _of(self, token: int, depth: int) -> str | None:
        counted = self._clauses.transparent(token)
        token = self._clauses.transparent(self._clauses.antecedent(counted))
        if token in self._events:
            return self._events[token]
        if token in self._dated or depth > _DEPTH:
            return None
        counting = self._counting(counted, token)
        if counting is not None:
            return self._part(counted, counting, depth)
        if token in self._named and not self._some(token):
            return self._named[token]
        pos = self._parse.pos[token]
        if pos == "NUM" and (of := self._clauses.of_what(token)) is not None:
            return self._part(of, token, depth)  # "three of the suspects"
        if pos == "PRON":
            found = self._taken_up(token, self._coreference.pronoun(token), "pronoun", depth)
            return found or self._company(token, depth) or (self._describe(token) if self._defined(token) else None)
        if self._parse.words[token].lower() in OF_TWO:
            return self._taken_up(token, self._coreference.description(token), "nominal", depth)  # else nobody knows who "the latter" is
        if pos in ("NOUN", "PROPN") and token not in self._named:
            found = self._territory(token) or self._apposed(token) or self._taken_up(token, self._coreference.description(token), "nominal", depth)
            if found is not None:
                return found
        return self._describe(token) if pos in _DESCRIBABLE else None

    def itself(self, noun: int) -> str | None:
        """ "part of a mission called Hope": what a participle right after a noun says, it says of the whole, and of no part."""
        bare = self._parse.pos[noun] == "NOUN" and noun not in self._named and noun not in self._events
        apart = bare and self._parse.lemmas[self._clauses.counting(noun)] == "part"
        return self._describe(noun) if apart and phrases.determiner(self._parse, noun) == "indefinite" else self.of(noun)

    def is_named(self, token: int) -> bool:
        """Whether the phrase headed by ``token`` speaks of somebody or something that the document names."""
        found = self.of(token)
        return found is not None and found.startswith("e") and self.entities[int(found[1:]) - 1].named

    def source(self, token: int) -> str | None:
        """Whoever says something. A report that nobody is said to have made speaks for itself, though making it is a happening."""
        found = self.of(token)
        return found if found is None or found.startswith("e") else self._describe(self._clauses.transparent(self._clauses.antecedent(token)))

    def _add(self, individual: Individual) -> None:
        entity = Entity(f"e{len(self.entities) + 1}", individual.label, individual.type, individual.aliases, True, individual.key)
        self.entities.append(entity)
        for name in individual.names:
            self._named[name.head] = entity.id
            for i in range(name.first, name.last + 1):
                if self._parse.deps[i] == "conj":
                    self._named.setdefault(i, entity.id)  # "Reed & Holt" is one
            self.mention(self._parse.span(name.first, name.last), entity.id, "name", name.rule)

    def _taken_up(self, token: int, link: tuple[int, str] | None, kind: str, depth: int) -> str | None:
        """The participant that a pronoun or a description takes up."""
        if link is None:
            return None
        antecedent, rule = link
        target = self._of(antecedent, depth + 1)
        if target is not None and target.startswith("e"):
            first, last = phrases.base(self._parse, token) if kind == "nominal" else (token, token)
            self.mention(self._parse.span(first, last), target, kind, rule)
        return target

    def _company(self, token: int, depth: int) -> str | None:
        """Whom a "we" means that one person says: that person and others, one company for each speaker."""
        speaker = self._coreference.company(token)
        told = self._of(speaker, depth + 1) if speaker is not None else None
        if told is None or not told.startswith("e"):
            return None
        if told not in self._companies:
            identifier = self._companies[told] = f"e{len(self.entities) + 1}"
            label = f"{self.entities[int(told[1:]) - 1].label} and others"
            self.entities.append(Entity(identifier, label, "Group", (), named=False, head="we", plural=True))
        self.mention(self._parse.span(token, token), self._companies[told], "pronoun", "pronoun-company")
        return self._companies[told]

    def _defined(self, token: int) -> bool:
        """ "those who stayed", "anyone who voted", "those hurt in the fire": a pronoun that what follows makes a description."""
        parse, word = self._parse, self._parse.words[token].lower()
        standing = word in self._clauses.lexicon.words("empty") and word not in ("that", "one", "nobody", "nothing", "all", "any")
        those = word == "those" and parse.deps[token] not in ("det", "amod")
        return standing and any(c > token for c in parse.all(token, "relcl", *(("acl",) if those else ())))

    def _territory(self, token: int) -> str | None:
        """ "Venezuelan soil" is Venezuela."""
        parse = self._parse
        if parse.lemmas[token] not in self._clauses.lexicon.words("territory"):
            return None
        for child in parse.children[token]:
            if child in self._named and parse.deps[child] in ("amod", "compound", "poss") and self._clauses.type_of(child) in ("Country", "State"):
                self.mention(parse.span(child, token), self._named[child], "nominal", "territory")
                return self._named[child]
        return None

    def _apposed(self, token: int) -> str | None:
        """ "its neighbour, Colombia": the description is of whom the apposition names."""
        parse, clauses = self._parse, self._clauses
        for child in parse.all(token, "appos"):
            if child in self._named and self._closely(token, child):
                self.mention(parse.span(*phrases.base(parse, token)), self._named[child], "nominal", "close-apposition")
                return self._named[child]
            owned = phrases.determiner(parse, token) == "possessive" and not phrases.plural(parse, token)
            titled = parse.lemmas[token] in clauses.lexicon.titles and clauses.type_of(child) == "Person"
            if child in self._named and (owned or titled or same_kind(clauses.type_of(token), clauses.type_of(child))):
                self.mention(parse.span(*phrases.base(parse, token)), self._named[child], "nominal", "apposition")
                return self._named[child]
        return None

    def _closely(self, noun: int, name: int) -> bool:
        """ "the energy giant Norda", "rivals Norda": whether a name right after a noun tells who that is; a word, a sign or a book is called so."""
        parse, clauses = self._parse, self._clauses
        if (
            parse.left(name) != noun + 1
            or parse.pos[noun + 1] == "PUNCT"
            or parse.child(name, "conj") is not None
            or parse.child(noun, "conj") is not None
        ):
            return False
        described, kind = noun_type(parse, clauses.lexicon, noun), clauses.type_of(name)
        team = (
            phrases.plural(parse, noun)
            and described in ("", "Person", "Group", "Organization")
            and kind in ("Organization", "Country", "City", "State", "Place")
        )
        if parse.lemmas[noun] in clauses.lexicon.words("appellation") or (phrases.plural(parse, noun) and not team):
            return False
        one = not described and phrases.determiner(parse, noun) in ("definite", "possessive", "demonstrative")
        return team or one or not kind or same_kind(described, kind)

    def as_described(self, noun: int) -> str | None:
        """What a noun right before a name calls its bearer: "the energy giant Norda" is an energy giant; "his wife" tells too little by itself."""
        owner = self._parse.child(noun, "poss")
        told = owner is None or self._parse.pos[owner] != "PRON"
        return self._describe(noun) if told and any(self._closely(noun, name) for name in self._parse.all(noun, "appos")) else None

    def _some(self, token: int) -> bool:
        """ "two Danes", "many Chileans", "the 27-year-old Thai" are not the people."""
        parse = self._parse
        if parse.tags[token] in ("NN", "NNP", "JJ") and self._clauses.people_of(token):
            return parse.child(token, "det") is not None and not parse.words[token].endswith(_PLURALS)
        if parse.tags[token] not in ("NNPS", "NNS") or self._clauses.type_of(token) != "Group":
            return False
        numbered = parse.child(token, "nummod") is not None
        return numbered or any(parse.words[c].lower() in phrases.AMOUNT | {"many", "most", "several", "few"} for c in parse.all(token, "det", "amod"))

    def _counting(self, counted: int, noun: int) -> int | None:
        """The word of "dozens of farmers", "one of the sailors", "many of whom" that says how many or how much; what "one of the sailors
        who fled" says in its clause it says of all of them, and "none of them" speaks of all."""
        clauses = self._clauses
        relative = clauses.counting(counted) == counted != noun
        counting = clauses.counting(noun if relative else counted)
        if counting in (counted, noun) or self._parse.words[counting].lower() in ("none", "neither"):
            return None
        return None if relative and phrases.determiner(self._parse, noun) != "bare" else counting

    def _part(self, token: int, counting: int, depth: int) -> str | None:
        """Those of whom a counting word speaks, and not all of whom it counts; "them" is told by who they are."""
        parse = self._parse
        if parse.pos[token] != "PRON" or self._defined(token):
            noun = self._clauses.antecedent(token)
            return self._describe(noun, counting) if parse.pos[noun] in _DESCRIBABLE or self._defined(noun) else None
        found = self._of(self._clauses.antecedent(token), depth + 1) if parse.tags[token][0] == "W" else None
        found = found or self._taken_up(token, self._coreference.pronoun(token), "pronoun", depth)
        whole = self.entities[int(found[1:]) - 1] if found is not None and found.startswith("e") else None
        if whole is None or (whole.named and whole.type == "Person"):
            return self._describe(token, counting)  # "many of us"
        words, they = parse.text(parse.left(counting), token - 1), self._all.get(whole.id, whole.label)
        if they.split()[0].lower() in phrases.AMOUNT:
            they = they.partition(" ")[2]  # "most of them" of "some nurses"
        return self._describe(token, counting, f"{words} {'' if whole.named else 'the '}{they}")

    def _describe(self, token: int, counting: int | None = None, label: str | None = None) -> str | None:
        """A described participant. A definite phrase is the one before with its head noun, a bare phrase the one with the same words."""
        whole = token if counting is None else counting
        if whole in self._described:
            return self._described[whole]
        parse = self._parse
        if parse.words[token].lower() in ("one", "ones"):
            return None
        if parse.pos[token] == "NUM" and (not parse.children[token] or parse.deps[token] == "pobj"):
            return None  # "rose to 35", "one that lasts"
        first, last = self._clauses.phrase(whole)[0], self._clauses.phrase(token)[1]  # "dozens of tanks" of "dozens of tanks and trucks"
        label = label or self._next_of_kind(token) or self._of_whom(token, last) or phrases.label(parse, token, (first, last), counting is not None)
        if not any(c.isalnum() for c in label):
            return None
        kind = phrases.determiner(parse, token)
        if whole != token and (kind != "bare" or token in self._named or parse.pos[token] == "PRON"):
            kind = "part"  # "one of the sailors" is no other one of them
        noun = f"{parse.lemmas[token]} {parse.tags[token]}"
        of = [o for prep in parse.all(token, "prep") if parse.words[prep].lower() == "of" for o in parse.all(prep, "pobj")]
        modifying = [c for c in parse.children[token] if parse.deps[c] in ("amod", "compound", "nummod", "poss", "nmod")]
        modifiers = frozenset(parse.lemmas[c] for c in (*modifying, *of))
        earlier, sentence = None, parse.sentence_of[token]
        reach = _REACH.get(kind, 0)
        if reach and noun in self._last_of and modifiers <= self._last_of[noun][1] and sentence - self._last_of[noun][2] <= reach:
            earlier = self._last_of[noun][0]
        elif kind == "bare" and token not in self._clauses.shortened:
            earlier = self._by_words.get(label.lower())
        identifier = earlier or self._new(token, whole, label)
        self._described[whole] = identifier
        if whole != token and parse.pos[token] != "PRON":
            self._all[identifier] = phrases.label(parse, token)
        if earlier is None and kind != "part":
            self._last_of[noun] = identifier, modifiers, sentence
            if token not in self._clauses.shortened:
                self._by_words.setdefault(label.lower(), identifier)
        self.mention(parse.span(first, last), identifier, "nominal", f"phrase-{kind}")
        return identifier

    def _of_whom(self, token: int, last: int) -> str | None:
        """ "A driver whose home burned": his home by whose it is; "a virus, strains of which spread": strains of the virus."""
        parse = self._parse
        if parse.words[last].lower() in ("which", "whom") and parse.words[last - 1].lower() == "of" and token < last - 1:
            whole = self._clauses.antecedent(last)
            the = "" if whole in self._named else "the "
            part = phrases.label(parse, token, (phrases.base(parse, token)[0], last - 1))
            return f"{part} {the}{phrases.label(parse, whole, phrases.base(parse, whole))}" if whole != last else None
        whose = next((c for c in parse.children[token] if parse.tags[c] == "WP$"), None)
        owner = self._clauses.antecedent(whose) if whose is not None else None
        if whose is None or owner is None or owner == whose:
            return None
        return f"{phrases.label(parse, owner, phrases.base(parse, owner))}'s {parse.text(whose + 1, last)}"

    def _next_of_kind(self, token: int) -> str | None:
        """ "stopped one oil tanker and chased a third": the third oil tanker, by the object of the verb before."""
        parse, verb = self._parse, self._parse.heads[token]
        word = parse.words[token].lower()
        bare = word in _ORDINALS and parse.child(token, "prep", "amod", "compound") is None
        if not bare or parse.deps[token] != "dobj" or parse.deps[verb] != "conj":
            return None
        noun = parse.child(parse.heads[verb], "dobj")
        if noun is None or parse.tags[noun] in ("NNS", "NNP", "NNPS", "PRP") or phrases.determiner(parse, token) != "indefinite":
            return None
        first = next((i for i in range(phrases.base(parse, noun)[0], noun) if parse.deps[i] == "compound" and parse.heads[i] == noun), noun)
        return f"{word} {parse.text(first, noun)}"

    def _new(self, token: int, whole: int, label: str) -> str:
        identifier = f"e{len(self.entities) + 1}"
        short = self._parse.text(*phrases.base(self._parse, token)) if whole == token else label
        aliases = (short,) if short.lower() != label.lower() else ()
        kind, head, plural = self._clauses.type_of(token) or "Thing", self._parse.lemmas[token].lower(), phrases.plural(self._parse, token)
        self.entities.append(Entity(identifier, label, kind, aliases, named=False, head=head, plural=plural))
        return identifier
