"""What nouns of telling leave what they tell: "a complaint that …", "reports he had left", "no evidence that …"."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS
from kg.extract.phrases import finite
from kg.extract.polarity import empty, negated
from kg.lexicon import Lexicon
from kg.parse import Parse

_COMPLEMENTS = ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "auxpass")
_LACK = frozenset({"lack", "absence", "without"})


def without_that(parse: Parse, lexicon: Lexicon, clause: int) -> bool:
    """ "reports he had fled the town", not "the report he had read": a clause without "that" that lacks nothing is what its noun tells."""
    noun, subject = parse.heads[clause], parse.child(clause, "nsubj", "nsubjpass")
    if parse.deps[clause] not in ("acl", "relcl", "ccomp") or parse.lemmas[noun] not in lexicon.reporting_nouns or not finite(parse, clause):
        return False
    if subject is None or not noun < subject < clause or parse.left(clause) != noun + 1 or parse.left(subject) != noun + 1:
        return False
    if parse.tags[subject] in ("WDT", "WP") or parse.words[noun + 1].lower() == "that" or parse.lemmas[clause] in lexicon.words("giving"):
        return False
    return parse.lemmas[clause] in lexicon.words("intransitive") or any(c > subject for c in parse.all(clause, *_COMPLEMENTS))


def missing(clauses: Clauses, noun: int) -> bool:
    """ "There is no evidence that …", "offered no proof", "a lack of evidence", "without proof": what is not borne out is left open."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if parse.lemmas[noun] not in lexicon.words("proof"):
        return False
    verb = parse.heads[noun]
    if parse.deps[noun] == "pobj":
        prep = verb
        return parse.words[prep].lower() in _LACK or parse.lemmas[parse.heads[prep]] in _LACK
    lacks = parse.deps[noun] == "dobj" and parse.lemmas[verb] in ("lack", "await", "seek", "want", "need", "demand")
    return lacks or empty(clauses, noun) or (parse.deps[noun] in ("dobj", "attr", "nsubjpass") and negated(clauses, verb))


def unvouched(clauses: Clauses, noun: int) -> bool:
    """ "followed a complaint that the firm had dumped waste": what a clause tells that nobody is named for."""
    parse = clauses.parse
    told = parse.lemmas[noun] in clauses.lexicon.words("unvouched")
    told_by_it = [c for c in parse.all(noun, "acl", "ccomp", "relcl") if finite(parse, c)]
    return told and any(parse.deps[parse.left(c)] == "mark" or parse.tags[parse.left(c)] != "WDT" for c in told_by_it)


def told_with(clauses: Clauses, noun: int) -> list[int]:
    """ "ended the hearing with a remark that …", "replied in a letter that …": who does something with words of his own says them."""
    parse = clauses.parse
    prep = parse.heads[noun]
    verb = parse.heads[prep]
    held = parse.deps[noun] == "pobj" and parse.words[prep].lower() == "with" and parse.pos[verb] == "VERB"
    if not held or clauses.passive(verb) or not any(parse.words[c].lower() in ("a", "an") for c in parse.all(noun, "det")):
        return []
    return [s for s in clauses.subjects(verb) if clauses.type_of(s) in ACTORS or parse.pos[s] == "PRON"]
