"""Verbs that mean something else with the words beside them, or nothing that is told: "used to drive", "to be sure"; mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_LONGEST = 5  # words of a formula with an infinitive


def habit(parse: Parse, used: int) -> None:
    """ "The bus he used to drive": nothing is used, it is what he did once; so "used" is no more than the auxiliary of the infinitive."""
    verb = parse.child(used, "xcomp", "ccomp")
    to = used + 1
    if parse.words[used].lower() != "used" or verb is None or to >= len(parse) or parse.tags[to] != "TO" or parse.heads[to] != verb:
        return
    own = parse.child(used, "nsubj", "expl") is not None and parse.child(used, "nsubjpass", "auxpass", "aux", "dobj") is None
    if not own or parse.tags[used] not in ("VBD", "VBN"):
        return
    head, dep, root = parse.heads[used], parse.deps[used], parse.heads[used] == used
    if root:
        parse.children[used].remove(verb)
        parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    else:
        move(parse, verb, head, dep)
    for child in list(parse.children[used]):
        move(parse, child, verb, parse.deps[child])
    move(parse, used, verb, "aux")
    parse.pos[used], parse.tags[used] = "AUX", "VBD"
    parse.tags[to], parse.tags[verb] = "RP", "VB"


def formula(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "To be sure, …", "…, not to mention the rest", "to put it mildly": how something is said; nobody does it."""
    to = next((c for c in parse.children[verb] if parse.tags[c] == "TO"), None)
    if to is None or parse.heads[verb] == verb or parse.deps[verb] == "xcomp":
        return
    first = to - 1 if to and parse.words[to - 1].lower() in ("not", "so") else to
    ends = range(verb, min(first + _LONGEST, len(parse)))
    for last in ends:
        closed = last + 1 == len(parse) or parse.pos[last + 1] == "PUNCT" or last == verb
        if closed and parse.text(first, last).lower() in lexicon.words("connective"):
            for i in range(first, last + 1):
                parse.pos[i] = "X"
            parse.deps[verb] = "intj"
            return
