"""What the writer says is not so or may be so: "it is not true that …", "it is possible that …", "the myth that …", "almost sold it"."""

from __future__ import annotations

from kg.extract.clauses import Clauses

_COPULAS = frozenset({"be", "seem", "appear", "become", "remain", "look", "sound"})
_IMPERSONAL = frozenset({"it", "this", "that", "what"})
_EVIDENT = frozenset({"apparent", "expected"})  # of a clause they do not leave it open
_NEAR = frozenset({"almost", "nearly"})


def untrue(clauses: Clauses, clause: int) -> bool:
    """ "It is not true that the bank failed", "it is false that …", "a lie that …", "the myth that …": whether the writer says that it is not so."""
    parse, words = clauses.parse, clauses.lexicon.words
    head = parse.heads[clause]
    if parse.deps[clause] in ("acl", "relcl", "ccomp") and parse.lemmas[head] in words("falsehood") and _that(clauses, clause):
        return not (parse.deps[head] == "attr" and _not(clauses, parse.heads[head]))
    if not _verdict(clauses, clause):
        return False
    negated = _not(clauses, head)
    terms = {parse.lemmas[c] for c in parse.all(head, "acomp", "attr", "oprd")}
    return bool(terms & (words("truth") if negated else words("falsehood")))


def doubtful(clauses: Clauses, clause: int) -> str | None:
    """ "It is possible that they left", "it is not clear that they left": what the writer leaves open."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if not _verdict(clauses, clause):
        return None
    head = parse.heads[clause]
    terms = {parse.lemmas[c] for c in parse.all(head, "acomp", "oprd")}
    unsure = _not(clauses, head) and bool(terms & lexicon.words("certainty"))
    open_yet = any(lexicon.modal_words.get(term) in ("possible", "alleged") for term in terms - _EVIDENT)
    return "possible" if unsure or open_yet else None


def almost(clauses: Clauses, verb: int) -> bool:
    """ "almost sold its mine", "was nearly killed": it did not happen; what "nearly doubled" did grow."""
    parse = clauses.parse
    near = [c for c in parse.all(verb, "advmod") if c < verb and parse.words[c].lower() in _NEAR]
    if parse.pos[verb] != "VERB" or not near or clauses.with_particle(verb) in clauses.lexicon.words("gradual"):
        return False
    return all(parse.pos[i] in ("AUX", "ADV") for i in range(near[0], verb))


def _verdict(clauses: Clauses, clause: int) -> bool:
    """Whether a clause with "that" is what a copula with "it" tells of."""
    parse, head = clauses.parse, clauses.parse.heads[clause]
    subjects = [parse.words[s].lower() for s in parse.all(head, "nsubj", "expl")]
    impersonal = parse.lemmas[head] in _COPULAS and any(s in _IMPERSONAL for s in subjects)
    return impersonal and parse.deps[clause] == "ccomp" and clause > head and _that(clauses, clause)


def _not(clauses: Clauses, copula: int) -> bool:
    """Whether a copula is denied, not in "is not only true", "isn't it true?"."""
    negation, subject = clauses.parse.child(copula, "neg"), clauses.parse.child(copula, "nsubj", "expl")
    return (
        negation is not None
        and (subject is None or subject < negation)
        and clauses.parse.words[negation + 1].lower() not in ("only", "just", "merely", "simply", "always")
    )


def _that(clauses: Clauses, clause: int) -> bool:
    """Whether a clause begins with "that", and has a subject of its own."""
    parse = clauses.parse
    begins = parse.words[parse.left(clause)].lower() == "that" and parse.tags[parse.left(clause)] in ("IN", "WDT")
    return begins and any(parse.words[s].lower() != "that" for s in parse.all(clause, "nsubj", "nsubjpass", "expl"))
