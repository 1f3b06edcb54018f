"""Relative clauses without a pronoun: "the tools they found", "the seat he hoped to stand for". Their noun fills the gap that their verb leaves."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS
from kg.extract.tough import undergoer

_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_WHOLE = ("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "nsubjpass", "auxpass", "mark")


def gap_filler(clauses: Clauses, verb: int) -> int | None:
    """The noun that a verb of such a clause, or of its infinitive, has for an object; of "hard to beat" what is so."""
    undergone = undergoer(clauses.parse, clauses.lexicon, verb)
    if undergone is not None:
        return undergone if clauses.parse.words[undergone].lower() not in ("it", "there") else None
    noun = _noun_of_gap(clauses, verb)
    transitive = clauses.parse.lemmas[verb] not in clauses.lexicon.words("intransitive")
    return noun if noun is not None and transitive and stranded(clauses, verb) is None else None


def stranded(clauses: Clauses, verb: int) -> int | None:
    """A preposition of a verb that has lost its object: "the policies he stands for"."""
    parse = clauses.parse
    if _noun_of_gap(clauses, verb) is None:
        return None
    lone = (p for p in parse.all(verb, "prep") if p > verb and parse.pos[p] == "ADP" and parse.child(p, "pobj", "pcomp", "prep") is None)
    return next(lone, None)


def noun_of_stranded(clauses: Clauses, verb: int) -> int | None:
    """The noun that stands for the object of a stranded preposition."""
    return _noun_of_gap(clauses, verb)


def _noun_of_gap(clauses: Clauses, verb: int) -> int | None:
    parse = clauses.parse
    top = verb
    while parse.deps[top] == "xcomp" and parse.pos[parse.heads[top]] in ("VERB", "AUX"):
        if not any(parse.tags[c] == "TO" for c in parse.children[top]):
            return None
        top = parse.heads[top]
    if parse.deps[top] != "relcl" or parse.child(verb, *_WHOLE) is not None or parse.child(top, "mark", "dobj") is not None:
        return None
    subject, noun = parse.child(top, "nsubj"), parse.heads[top]
    finite = parse.tags[top] in ("VBD", "VBZ", "VBP") or parse.child(top, "aux") is not None
    if subject is None or not noun < subject < top or not finite or any(parse.tags[c] == "TO" for c in parse.children[top]):
        return None
    if any(parse.tags[c] in _RELATIVES for v in (top, verb) for c in parse.subtree(v) if c < v):
        return None
    first = parse.left(subject)
    beside = all(parse.pos[i] not in ("PUNCT", "SCONJ", "CCONJ", "ADV") and top not in (parse.heads[i], i) for i in range(noun + 1, first))
    named = parse.pos[subject] == "PROPN" and clauses.type_of(noun) in ACTORS  # "the company Norda is building ships"
    gapless = noun in clauses.dated or parse.lemmas[noun] in clauses.lexicon.words("gapless")
    return noun if beside and not named and not gapless and parse.pos[noun] in ("NOUN", "PROPN", "PRON") else None
