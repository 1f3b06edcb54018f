""" "The plan is hard to beat": the subject of a word of ease or difficulty is what is, or would be, done something to, and nobody does it."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse

_WHOLE = ("dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "nsubj", "nsubjpass", "auxpass")
_LINKING = frozenset({"be", "remain", "become", "seem", "appear", "prove", "look", "sound", "get"})


def undergoer(parse: Parse, lexicon: Lexicon, verb: int) -> int | None:
    """What an infinitive after such an adjective lacks for an object: the adjective's subject, or the object of who finds it so."""
    adjective = parse.heads[verb]
    infinitive = parse.deps[verb] == "xcomp" and any(parse.tags[c] == "TO" for c in parse.children[verb])
    if not infinitive or parse.pos[adjective] not in ("ADJ", "ADV") or parse.lemmas[adjective] not in lexicon.words("ease"):
        return None
    if parse.child(verb, *_WHOLE) is not None or parse.lemmas[verb] in lexicon.words("intransitive"):
        return None
    called = parse.child(adjective, "nsubj")  # "considers the plan hard to beat"
    copula = adjective
    while parse.pos[copula] == "ADJ" and parse.heads[copula] != copula:
        copula = parse.heads[copula]
    if parse.pos[copula] == "VERB" and parse.pos[parse.heads[copula]] == "ADJ" and parse.deps[copula] == "xcomp":
        copula = parse.heads[parse.heads[copula]]  # "easy to learn and hard to forget"
    linked = parse.child(copula, "nsubj") if parse.lemmas[copula] in _LINKING else parse.child(copula, "dobj")
    found = linked if called is None else called
    return found if found is not None and found < verb else None
