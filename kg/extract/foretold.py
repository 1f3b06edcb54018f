"""What is only foretold, wished or asked, though its words are those of a plan or a condition: "she will surely win", "not sure if they left"."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, PLACES
from kg.extract.phrases import determiner

BACKSHIFTED = frozenset({"would", "'d", "’d"})  # "he said he would" reports "I will"
FUTURE = frozenset({"will", "shall", "'ll", "wo", "’ll"})
_INEVITABLE = frozenset({"undoubtedly", "inevitably", "doubtless", "invariably", "surely", "unquestionably"})


def befalls(clauses: Clauses, verb: int, agents: list[int]) -> bool:
    """ "They will suffer", "she will surely win", "the club will face a fine": what somebody will do or be without meaning to."""
    parse, words = clauses.parse, clauses.lexicon.words
    if parse.deps[verb] in ("xcomp", "ccomp") and not any(parse.words[c].lower() in FUTURE | BACKSHIFTED for c in parse.all(verb, "aux")):
        return False  # "will help clerks understand": meant by who helps
    whole, subjects = clauses.with_particle(verb), [clauses.antecedent(a) for a in agents]
    hoped = parse.deps[verb] == "ccomp" and clauses.lexicon.modal_verbs.get(parse.lemmas[parse.heads[verb]]) == "planned"
    agreed = parse.lemmas[verb] in ("reach", "see") and any(clauses.is_happening(o) for o in parse.all(verb, "dobj"))
    if hoped or agreed or _stays(clauses, verb, subjects):
        return False  # "hope that they will win", "will reach a deal", "will see a concert"
    itself = parse.lemmas[verb] == "find" and any(parse.words[o].lower().endswith(("self", "selves")) for o in parse.all(verb, "dobj", "nsubj"))
    itself = itself or any(parse.words[s].lower().endswith(("self", "selves")) for c in parse.all(verb, "ccomp") for s in parse.all(c, "nsubj"))
    if whole in words("undergoing") or (itself and parse.lemmas[verb] == "find"):
        return True
    if parse.pos[verb] == "ADJ" and parse.lemmas[parse.heads[verb]] in ("become", "feel", "get", "grow"):
        return True
    things = [parse.lemmas[verb] == "face" and clauses.type_of(o) not in ACTORS and not clauses.is_named(o) for o in parse.all(verb, "dobj")]
    into = [o for o in parse.all(verb, "attr") if clauses.type_of(o) != "Person" and (parse.tags[o] != "NN" or determiner(parse, o) != "bare")]
    first = any(parse.words[s].lower() in ("i", "we") for s in subjects)
    sure = any(parse.words[c].lower() in _INEVITABLE for c in parse.all(verb, "advmod"))
    return any(things) or (parse.lemmas[verb] == "become" and bool(into)) or (not first and (sure or whole in words("achieving")))


def _stays(clauses: Clauses, verb: int, subjects: list[int]) -> bool:
    """ "Officials will remain in Cairo": who stays somewhere means to; not "the club will remain in trouble"."""
    parse = clauses.parse
    somebody = any(parse.pos[s] == "PRON" or clauses.type_of(s) in ("Person", "Group") for s in subjects)
    where = [o for p in parse.all(verb, "prep") if parse.words[p].lower() in ("in", "at", "on") for o in parse.all(p, "pobj")]
    return parse.lemmas[verb] == "remain" and somebody and any(clauses.type_of(o) in PLACES for o in where)


def whether(clauses: Clauses, verb: int) -> bool:
    """ "is not sure if they left", "asked if they left", "waited to see if they left": an "if" that asks, and tells no condition."""
    parse, main = clauses.parse, clauses.parse.heads[verb]
    if not any(parse.words[m].lower() == "if" for m in parse.all(verb, "mark")) or parse.deps[verb] not in ("ccomp", "advcl") or verb < main:
        return False
    asks = clauses.lexicon.words("wondering") | clauses.lexicon.words("findingOut")
    states = [main, *parse.all(main, "acomp")] if parse.pos[main] == "AUX" else [main]
    asked_of = parse.lemmas[main] in clauses.lexicon.words("wondering")
    between = range(states[-1] + 1, parse.left(verb))
    if parse.deps[verb] == "advcl" and any(parse.pos[i] in ("VERB", "AUX", "PUNCT") or not asked_of for i in between):
        return False  # "will know more if they talk"
    return any(parse.lemmas[state] in asks for state in states)


def wish(clauses: Clauses, verb: int, auxiliary: int) -> bool:
    """ "May the better club win": a wish, and no chance."""
    parse = clauses.parse
    first, after = parse.sentences[parse.sentence_of[verb]]
    subject = parse.child(verb, "nsubj", "nsubjpass", "expl")
    leads = subject is not None and auxiliary < subject and all(parse.pos[i] in ("PUNCT", "CCONJ", "INTJ") for i in range(first, auxiliary))
    return leads and parse.deps[verb] in ("ROOT", "ccomp") and "?" not in parse.words[verb:after]


def says_it_now(clauses: Clauses, have: int, verb: int) -> bool:
    """ "I have to say", "we have to admit": who says so does it by saying so."""
    parse = clauses.parse
    speaker = any(parse.words[s].lower() in ("i", "we") for s in parse.all(have, "nsubj"))
    plain = parse.child(have, "aux", "neg") is None and parse.tags[have] in ("VBP", "VB")
    return speaker and plain and parse.lemmas[verb] in clauses.lexicon.words("avowing") and parse.child(verb, "dobj", "dative", "prep") is None


def had(clauses: Clauses, verb: int, auxiliary: int) -> bool:
    """ "he'd been named", "they'd left": a short "had"; with an infinitive it would be "would"."""
    parse = clauses.parse
    first = next((c for c in [*parse.all(verb, "aux", "auxpass"), verb] if c > auxiliary), verb)
    return parse.words[auxiliary].lower() in ("'d", "’d") and parse.tags[first] == "VBN"


def would_like(clauses: Clauses, verb: int) -> bool:
    """ "would like to leave", "I would argue that …": a polite way to say that one does."""
    parse, words = clauses.parse, clauses.lexicon.words
    first = any(parse.words[s].lower() in ("i", "we") for s in parse.all(verb, "nsubj"))
    polite = parse.lemmas[verb] in words("liking") or (first and parse.lemmas[verb] in words("hedgedSaying"))
    return polite and not any(parse.lemmas[c] in ("have", "never") for c in parse.all(verb, "aux", "neg")) and not parse.all(verb, "advcl")


def in_own_words(clauses: Clauses, verb: int, auxiliary: int) -> bool:
    """ ""That would hurt us," she said": in somebody's own words "would" supposes, unless a past verb there reports it ("I thought it would")."""
    parse = clauses.parse
    subject = parse.child(verb, "nsubj", "nsubjpass", "expl", "csubj")
    if subject is None or not (parse.quoted(subject) and parse.quoted(auxiliary)):
        return False
    for i in parse.ancestors(verb):
        if parse.deps[i] == "relcl":
            return False
        past = any(parse.tags[c] in ("VBD", "VBN") for c in (i, *parse.all(i, "aux")))
        if parse.pos[i] in ("VERB", "AUX") and parse.quoted(i) and (past or parse.lemmas[i] in clauses.lexicon.modal_verbs):
            return False
    return True
