"""Verbal events: who does what to whom, from the parse. Dependency labels are those of ClearNLP, which spaCy's English pipelines use.

Subjects are shared by coordination, control and raising; passives, relative and reduced relative clauses give their participants the role
that the active would; a verb's frame (``ontology/events.ttl``) names the roles, the grammar's defaults fill in where it is silent.
"""

from __future__ import annotations

from kg.extract.clauses import PASSIVE_SUBJECTS, SUBJECTS, Clauses
from kg.extract.copulas import being, is_formula, predicative
from kg.extract.drafts import ACTORS, Draft
from kg.extract.gaps import gap_filler, noun_of_stranded, stranded
from kg.extract.kinds import kind_of, with_object
from kg.extract.phrasal import hyphenated, infinitive_below, made_to_act, relation_of
from kg.extract.phrases import verb_phrase
from kg.extract.prepositions import assign, fill, role_of
from kg.extract.reasons import aims, meant
from kg.extract.relations import only_sites
from kg.lexicon import EventType
from kg.parse import Parse

_SKIPPED_DEPS = frozenset(
    {"aux", "auxpass", "amod", "compound", "prep", "case", "det", "advmod", "punct", "cc", "mark", "nmod", "npadvmod", "quantmod"}
)
_COPULAS = frozenset({"be", "remain", "become", "seem", "appear", "stay"})
_CIRCUMSTANCE = frozenset({"after", "before", "while", "because", "although", "though", "once", "since", "until", "unless", "when", "as"})
_MORE = ("prep", "xcomp", "ccomp", "conj", "advcl")  # what an adjective has beside itself
_CONSTRUCTIONS = {
    "relcl": "relative", "acl": "participle", "xcomp": "control", "advcl": "adverbial", "conj": "coordination", "pcomp": "gerund",
    "ccomp": "complement",
}  # fmt: skip
_ABOUT = frozenset({"about", "regarding", "concerning", "on", "over"})


def verbal_events(clauses: Clauses) -> list[Draft]:
    """Events told by verbs and by predicative adjectives with a complement ("is ready for talks"), in the order of their triggers."""
    parse = clauses.parse
    drafts = []
    for i in range(len(parse)):
        if parse.pos[i] in ("VERB", "AUX") and parse.deps[i] not in _SKIPPED_DEPS and not _mislabelled(clauses, i):
            draft = being(clauses, i) if parse.lemmas[i] in _COPULAS else _verb(clauses, i)
            if parse.tags[i] == "VBN" and parse.child(i, "auxpass") is not None and _intent(clauses, i):
                draft = predicative(clauses, i, i)  # "is prepared for talks"
            if draft is not None:
                drafts.append(draft)
        elif parse.pos[i] == "ADJ" and parse.heads[i] == i and parse.child(i, "nsubj") is not None:
            drafts += filter(None, [predicative(clauses, i, i)])  # a headline's "Chile open to talks"
    return drafts


def _intent(clauses: Clauses, participle: int) -> bool:
    """ "is prepared for talks", "is determined to win" tell what somebody means to do; "was prepared by a firm", "was resolved" what was done."""
    parse = clauses.parse
    if clauses.lexicon.modal_words.get(parse.words[participle].lower()) != "planned" or parse.child(participle, "agent") is not None:
        return False
    aimed = any(parse.words[p].lower() in ("for", "to") for p in parse.all(participle, "prep"))
    return (
        aimed
        or parse.child(participle, "xcomp", "ccomp") is not None
        or any(clauses.control.acts(clauses.antecedent(s)) for s in clauses.subjects(participle))
    )


def _mislabelled(clauses: Clauses, token: int) -> bool:
    """A noun's participle that was taken for a verb ("despite deepening tensions"), or a heading's noun.

    Headings are labels; only a headline with a finite verb tells something.
    """
    parse = clauses.parse
    if parse.deps[token] == "pcomp" and parse.words[parse.heads[token]].lower() in ("despite", "amid", "amidst") and parse.heads[token] == token - 1:
        return True
    if parse.deps[token] == "pcomp" and parse.tags[token] == "VBN" and parse.heads[token] == token - 1 and parse.child(token, "dobj") is not None:
        return True  # "after leaked documents": only a gerund follows a preposition
    if parse.lemmas[token] == "let" and parse.words[token + 1 : token + 2] == ["alone"]:
        return True  # "no water, let alone food"
    if parse.words[token].lower() == "owing" and parse.child(token, "dobj", "aux", "nsubj") is None:
        return True  # "fell, owing in part to the drought"
    leading = parse.deps[token] == "acl" and parse.tags[token] == "VBG" and parse.lemmas[token] == "lead"
    if leading and parse.lemmas[parse.heads[token]] in clauses.lexicon.words("clue"):
        return True  # "a reward for information leading to an arrest": nothing has led to one
    if leading and any(parse.entity_types[o] in ("GPE", "LOC", "FAC") for p in parse.all(token, "prep") for o in parse.all(p, "pobj")):
        return True  # "a railway leading to Peru"
    thing = parse.child(token, "dobj")
    passive_by = parse.deps[token] == "pcomp" and parse.words[parse.heads[token]].lower() == "by" and parse.deps[parse.heads[token]] == "agent"
    if passive_by and thing == token + 1 and parse.tags[thing] == "NNS" and parse.lemmas[token] in clauses.lexicon.words("becoming"):
        return True  # "publishing was shaken by changing habits"
    if _adjectival(parse, token):
        return True
    kind = parse.kinds[parse.sentence_of[token]]
    if kind not in ("headline", "heading"):
        return False
    if parse.tags[token] == "VB" and parse.child(token, "nsubj") is not None:
        return False  # "Chile to close border"
    return parse.tags[token] not in ("VBZ", "VBP", "VBD", "VBN") or parse.lemmas[token].endswith(("ness", "tion", "ment"))


def _adjectival(parse: Parse, participle: int) -> bool:
    """ "was mind-boggling", "star-struck", "self-contained": an adjective of two words, and nothing that is done; not "self-funded the campaign"."""
    first, whole = participle - 2, parse.tags[participle] in ("VBN", "VBG") and parse.child(participle, "dobj", "agent") is None
    if not whole or first < 0 or parse.words[first + 1] != "-" or parse.spaced[first] or parse.spaced[first + 1]:
        return False
    return (parse.tags[first] == "NN" and parse.heads[first] == participle) or parse.words[first].lower() == "self"


def _verb(clauses: Clauses, verb: int) -> Draft | None:
    parse, lexicon = clauses.parse, clauses.lexicon
    lemma, last, taken = relation_of(parse, lexicon, verb)
    if not any(c.isalpha() for c in lemma) or (lemma == "go" and _is_future(parse, verb)):
        return None
    if lemma in ("have", "do") and parse.child(verb, "dobj") is None:
        return None
    if _hedges(clauses, verb, lemma) or _only_dates(clauses, verb) or only_sites(clauses, verb) or _accustomed(parse, verb):
        return None
    copula = parse.heads[parse.heads[verb]] if parse.pos[parse.heads[verb]] == "ADJ" else parse.heads[verb]
    if parse.tags[verb] == "VBG" and any(is_formula(parse, copula, a) for a in parse.all(copula, "acomp")):
        return None
    subjects = _tellers(clauses, verb, lemma, clauses.subjects(verb))
    own = [
        o
        for o in parse.all(verb, "dobj")
        if o != last and not (o + 1 == taken and lemma in lexicon.words("nounPhrase")) and not _comments(parse, verb, o)
    ]
    gap = gap_filler(clauses, verb)
    own = own or _shared_objects(clauses, verb, lemma) or ([gap] if gap is not None else [])
    objects = [f for o in own for f in clauses.fillers(o)]
    passive = clauses.passive(verb)
    if passive and parse.deps[verb] in ("acl", "relcl") and not parse.all(verb, *PASSIVE_SUBJECTS, *SUBJECTS):
        above = parse.heads[verb]
        left_out = any(parse.tags[c] == "TO" for c in parse.children[verb]) and parse.lemmas[above] in lexicon.words("occasion")
        told = clauses.fillers(above) if _of_all(parse, verb) else [clauses.transparent(above)]
        subjects = clauses.control.owners(above) if left_out else told  # "the right to be heard", "cars to be sold"
    done_to = subjects if passive else objects
    kind = kind_of(clauses, lemma, done_to, made_to_act(parse, verb) or (passive and infinitive_below(parse, verb)))
    draft = Draft(verb, lemma, kind.id if kind else "Event", _rule(parse.deps[verb], passive), phrase=verb_phrase(parse, verb, last))
    roles = kind.roles if kind else {}
    object_role = roles.get("object", "patient")
    if roles.get("object") == roles.get("on") == "patient" and any(parse.words[p].lower() == "on" for p in parse.all(verb, "prep")):
        object_role = "topic"  # "blamed the delay on a supplier": he is accused
    acting = made_to_act(parse, verb) and all(parse.pos[o] == "PRON" or clauses.type_of(o) in ACTORS for o in objects)
    if lemma == "leave for":
        object_role = "source"  # "left Peru for Chile"
    if object_role == "result" and acting:
        object_role = "patient"  # "prompted farmers to leave": not they came of it, but that they left
    if passive:
        given = bool(objects) and ("dative" in roles or lemma in lexicon.words("giving"))
        if not _as_told(clauses, verb):
            fill(draft, "recipient" if given else object_role, subjects)
        else:
            fill(draft, object_role, [parse.heads[verb]])
        object_role = object_role if given else "attribute"  # "was given a prize", "a boat named Aurora"
    else:
        subject_role = roles.get("subject", "agent")
        fill(draft, "agent" if objects and subject_role == object_role else subject_role, subjects)  # "the cuts sank the plan": not both sank
    fill(draft, object_role, objects)
    fill(draft, roles.get("dative", "recipient"), [f for d in parse.all(verb, "dative") for f in _dative(clauses, d)])
    for clause in parse.all(verb, "ccomp", "xcomp"):
        if parse.pos[clause] in ("VERB", "AUX", "ADJ", "NOUN") and _is_complement(clauses, verb, clause, lemma):
            fill(draft, "purpose" if meant(clauses, verb, clause, lemma, kind) else roles.get("clause", "topic"), [clause])
    called = ("NOUN", "PROPN", "ADJ") if parse.lemmas[verb] in lexicon.words("rendering") else ("NOUN", "PROPN")
    fill(draft, "purpose", aims(clauses, verb, lemma))
    so = [o for o in parse.all(verb, "oprd", "attr") if parse.pos[o] in called]
    so = [o for o in so if parse.all(o, *_MORE) or not lemma.endswith(f" {hyphenated(parse, o)}")]
    fill(draft, "attribute", [f for o in so for f in clauses.fillers(o)])
    fill(draft, "attribute", [a for a in parse.all(verb, "acomp") if parse.pos[a] == "ADJ" and lemma != "make"])  # "went bankrupt"
    _prepositions(clauses, draft, verb, kind, {taken, parse.heads[last] if parse.deps[last] == "pobj" else None})
    lone, noun = stranded(clauses, verb), noun_of_stranded(clauses, verb)
    if lone is not None and noun is not None:
        word = parse.words[lone].lower()
        fill(draft, roles.get(word, object_role) if lone == taken else role_of(clauses, lone, word, noun, roles, bool(objects), False), [noun])
    for prep in parse.all(last, "prep") if parse.deps[last] in ("dobj", "pobj") else ():
        assign(clauses, draft, prep, parse.words[prep].lower(), roles, False)  # "took part in the talks", "came under fire for it"
    for thing in done_to:
        if any(key in lexicon.verbs for key in with_object(parse, lemma, thing)):  # "broke off relations with Peru": with whom
            for prep in [p for p in parse.all(thing, "prep") if roles.get(parse.words[p].lower()) in ("patient", "recipient")]:
                assign(clauses, draft, prep, parse.words[prep].lower(), roles, True)
    if taken is not None:
        word = parse.words[taken].lower()
        fill(draft, roles.get(word, object_role), [f for o in parse.all(taken, "pobj", "pcomp") for f in clauses.fillers(o)])
        for inner in parse.all(taken, "prep"):  # "pulled out of Chad"
            assign(clauses, draft, inner, "from" if word == "out" else parse.words[inner].lower(), roles, bool(draft.fillers("patient")))
    turns = lemma in lexicon.reporting_verbs or any(lemma in lexicon.words(name) for name in ("discussion", "rejecting", "evading"))
    turns = turns and lemma not in lexicon.words("voicing")
    fill(draft, "topic", [about for _, token in tuple(draft.slots) for about in _matters(clauses, token)] if turns else [])
    draft.adjuncts += parse.all(verb, "npadvmod", "advmod", "tmod")
    draft.adjuncts += _medium_times(clauses, verb, lemma)
    if (
        parse.deps[verb] == "advcl"
        and parse.tags[verb] == "VBG"
        and any(parse.pos[s] in ("VERB", "AUX") or clauses.is_happening(s) for s in subjects)
    ):
        before = parse.all(parse.heads[verb], "prep", "npadvmod")
        draft.adjuncts += [p for p in before if p < verb]  # "On Monday the dam broke, killing nine": what follows from it is then
        draft.adjuncts += [day for day in [parse.heads[parse.heads[verb]]] if parse.deps[parse.heads[verb]] == "relcl" and day in clauses.dated]
    if parse.deps[verb] == "relcl" and parse.heads[verb] in clauses.dated:
        draft.adjuncts.append(parse.heads[verb])  # "on Monday, when the dam broke"
    if parse.deps[verb] == "advcl" and any(parse.words[c].lower() == "when" and c > parse.heads[verb] for c in parse.children[verb]):
        draft.adjuncts += [p for p in parse.all(parse.heads[verb], "prep", "npadvmod") if parse.heads[verb] < p < verb]
    return draft


def _of_all(parse: Parse, participle: int) -> bool:
    """ "fear and anger, driven by the cuts": behind a comma it is of all that is listed before it, and not of the first alone."""
    noun, comma = parse.heads[participle], parse.left(participle) - 1
    last = max(parse.conjuncts(noun))
    listed = all(parse.pos[i] == "NOUN" for i in (noun, last))  # of two names it may be of the second
    return parse.deps[participle] == "acl" and noun < last < comma and listed and parse.words[comma] == "," and parse.right(last) == comma - 1


def _as_told(clauses: Clauses, verb: int) -> bool:
    """ "As reported by the Times, the bank sold its mines": what is told is all of the clause beside it."""
    parse = clauses.parse
    bare = parse.deps[verb] == "advcl" and parse.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS) is None
    marked = any(parse.words[m].lower() == "as" for m in parse.all(verb, "mark", "advmod"))
    return bare and marked and parse.lemmas[verb] in clauses.lexicon.reporting_verbs and parse.pos[parse.heads[verb]] in ("VERB", "AUX")


def _only_dates(clauses: Clauses, verb: int) -> bool:
    """ "flights starting in April", "the week ended March 8": a preposition of time in the shape of a participle."""
    parse = clauses.parse
    if parse.lemmas[verb] not in ("start", "begin", "end"):
        return False
    participle = parse.tags[verb] == "VBG" and parse.deps[verb] in ("acl", "advcl", "prep") and parse.lemmas[verb] != "end"
    told = parse.child(verb, "nsubj", "dobj", "xcomp", "aux", "mark") is not None
    dated = any(o in clauses.dated for p in parse.all(verb, "prep") for o in parse.all(p, "pobj")) or any(
        c in clauses.dated for c in parse.children[verb]
    )
    time = parse.heads[verb] in clauses.dated or parse.lemmas[parse.heads[verb]] in clauses.lexicon.words("time")
    period = parse.deps[verb] == "acl" and time
    return (participle or period) and dated and not told


def _accustomed(parse: Parse, verb: int) -> bool:
    """ "a team used to winning": nothing is used."""
    to = verb + 1
    after = parse.words[verb] == "used" and to < len(parse) and parse.words[to] == "to" and parse.heads[to] == verb
    return after and parse.child(to, "pcomp") is not None and parse.child(verb, "dobj") is None


def _is_future(parse: Parse, verb: int) -> bool:
    """ "is going to sell": no going, only the future of the selling."""
    return parse.tags[verb] == "VBG" and any(parse.tags[c] == "TO" for x in parse.all(verb, "xcomp") for c in parse.children[x])


def _is_complement(clauses: Clauses, verb: int, clause: int, lemma: str) -> bool:
    """Not a clause of circumstance that was taken for one ("After the dam broke, the army …"), nor the words that tell who speaks."""
    parse = clauses.parse
    circumstance = any(parse.words[m].lower() in _CIRCUMSTANCE for m in parse.all(clause, "mark", "advmod"))
    before = clause < verb and lemma not in clauses.lexicon.reporting_verbs and lemma not in clauses.lexicon.words("quotative")
    return not circumstance and not before and not _teller_beside(parse, verb, clause)


def _teller_beside(parse: Parse, verb: int, clause: int) -> bool:
    """ "We will go," he said; She went on: "We will go": the clause that tells who speaks is not what the quoted verb is about."""
    if clause < verb:
        return ":" in parse.words[clause:verb]
    first = parse.left(clause)
    marks = [i for i in range(max(verb, first - 2), first) if parse.words[i] == '"']
    return any(parse.ends[i] != parse.begins[i + 1] for i in marks)  # a mark that closes; one that opens begins what is said


def _medium_times(clauses: Clauses, verb: int, lemma: str) -> list[int]:
    """ "said in a statement on Monday", "told them in an interview broadcast on Monday": the day of the words is that of the saying."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if lemma not in lexicon.reporting_verbs:
        return []
    media = [o for p in parse.all(verb, "prep") if parse.words[p].lower() in ("in", "during", "on", "at") for o in parse.all(p, "pobj")]
    told = [m for m in media if parse.lemmas[m] in lexicon.words("medium") or parse.lemmas[m] in lexicon.reporting_nouns]
    carriers = told + [c for m in told for c in parse.all(m, "acl") if parse.tags[c] == "VBN"]
    return [c for carrier in carriers for c in parse.all(carrier, "prep", "npadvmod") if carrier < c]


def _matters(clauses: Clauses, noun: int) -> list[int]:
    """ "avoided questions about the strike", "rejected reports of a strike": who does so has to do with the strike as well."""
    parse, lexicon = clauses.parse, clauses.lexicon
    lemma = parse.lemmas[noun]
    if parse.pos[noun] != "NOUN" or (lemma not in lexicon.words("inquiry") and lexicon.reporting_nouns.get(lemma, "denied") == "denied"):
        return []  # who repeats denials of a bribe repeats no bribe
    found: list[int] = []
    for prep in parse.all(noun, "prep"):
        if parse.words[prep].lower() in _ABOUT or (parse.words[prep].lower() == "of" and lemma in lexicon.reporting_nouns):
            for matter in [f for o in parse.all(prep, "pobj") for f in clauses.fillers(o)]:
                found += [matter] if clauses.is_happening(matter) else []
                found += _matters(clauses, matter)
    for clause in parse.all(noun, "acl", "ccomp") if lemma in lexicon.reporting_nouns else ():
        if any(parse.words[m].lower() == "that" for m in parse.all(clause, "mark")):
            light = relation_of(parse, lexicon, clause)[0] in lexicon.light_verbs
            found += [o for o in parse.all(clause, "dobj") if light and clauses.is_happening(o)] or [clause]
    return found


def _comments(parse: Parse, verb: int, noun: int) -> bool:
    """ "said that the port was open, a first since May": a noun after a clause and a comma is a comment on it, and no object."""
    told = parse.child(verb, "ccomp", "xcomp")
    return told is not None and verb < told < noun and parse.words[parse.left(noun) - 1] == ","


def _shared_objects(clauses: Clauses, verb: int, lemma: str) -> list[int]:
    """ "entering or leaving the country", "designed and built the bridge": verbs with nothing but a conjunction between them share an object."""
    parse = clauses.parse
    second = parse.child(verb, "conj")
    beside = second == verb + 2 and parse.deps[verb + 1] == "cc" and parse.heads[verb + 1] == verb
    if second is None or not beside or parse.pos[second] != "VERB" or lemma in clauses.lexicon.words("intransitive") or clauses.passive(verb):
        return []
    return parse.all(second, "dobj")


def _tellers(clauses: Clauses, verb: int, lemma: str, subjects: list[int]) -> list[int]:
    """ "Reports from CNN indicated", "his statement said": CNN and he indicate and say."""
    if lemma not in clauses.lexicon.reporting_verbs:
        return subjects
    if lemma in clauses.lexicon.words("suggesting") or _says_itself(clauses, verb):
        return subjects  # what a paper suggests its author need not
    reporting = [s for s in subjects if clauses.parse.lemmas[s] in clauses.lexicon.reporting_nouns]
    return list(dict.fromkeys(f for s in subjects for f in (clauses.control.owners(s) or [s]))) if reporting else subjects


def _says_itself(clauses: Clauses, verb: int) -> bool:
    """ "quoted a report as saying", "read a letter saying": what is quoted or read speaks, and not who quotes or reads it."""
    parse, above = clauses.parse, clauses.parse.heads[verb]
    quoted = parse.deps[verb] == "pcomp" and parse.words[above].lower() == "as" and parse.lemmas[parse.heads[above]] in ("quote", "cite")
    taken_up = parse.deps[verb] == "acl" and parse.deps[above] == "dobj" and parse.lemmas[parse.heads[above]] in clauses.lexicon.words("takingUp")
    return quoted or taken_up


def _hedges(clauses: Clauses, verb: int, lemma: str) -> bool:
    """ "vessels suspected of smuggling", "talks believed to be under way": nobody's opinion, only how sure the rest is."""
    parse, lexicon = clauses.parse, clauses.lexicon
    cue = lexicon.modal_verbs.get(lemma) or lexicon.reporting_verbs.get(lemma)
    bare = parse.tags[verb] == "VBN" and cue in ("alleged", "possible") and parse.child(verb, "agent") is None
    return bare and (parse.deps[verb] == "acl" or (clauses.passive(verb) and parse.child(verb, "xcomp") is not None))


def _rule(dep: str, passive: bool) -> str:
    return f"verb-{'passive' if passive else 'active'}-{_CONSTRUCTIONS.get(dep, 'main')}"


def _dative(clauses: Clauses, token: int) -> list[int]:
    """The dative is a noun ("told reporters") or a preposition ("gave it to them")."""
    parse = clauses.parse
    if parse.pos[token] == "ADP":
        return [f for o in parse.all(token, "pobj") for f in clauses.fillers(o)]
    return clauses.fillers(token)


def _prepositions(clauses: Clauses, draft: Draft, verb: int, kind: EventType | None, told: set[int | None]) -> None:
    parse = clauses.parse
    for prep in parse.all(verb, "prep", "agent"):
        if prep in told:
            continue  # the relation holds it already: "came into force"
        word = parse.words[prep].lower()
        born = word == "to" and parse.words[verb].lower() == "born"  # "born to farmers": they bore her
        if (word == "by" or born) and clauses.passive(verb):
            people = [f for o in parse.all(prep, "pobj") for f in clauses.fillers(o)]
            timed = [f for f in people if f in clauses.dated]
            means = [f for f in people if _is_means(clauses, f)]
            fill(draft, "instrument", means)
            fill(draft, (kind.roles.get("subject", "agent") if kind else "agent"), [f for f in people if f not in timed and f not in means])
            draft.adjuncts += [prep] if timed else []
            continue
        assign(clauses, draft, prep, word, kind.roles if kind else {}, bool(draft.fillers("patient")))


def _is_means(clauses: Clauses, noun: int) -> bool:
    """ "reached by phone", "sent by post": a bare singular noun is how it was done; "by bird flu" and "by team doctors" are not."""
    parse = clauses.parse
    led = parse.child(noun, "prep") is not None and clauses.type_of(noun) not in ("Vehicle", "Vessel", "Facility")  # "by ferry across the lake"
    modified = led or parse.child(noun, "det", "poss", "amod", "compound") is not None
    bare = parse.tags[noun] == "NN" and not clauses.is_named(noun) and not modified
    return bare and clauses.type_of(noun) not in ACTORS and not clauses.is_happening(noun)
