"""Where noun phrases end: what a small English parser took into a phrase, or cut off it, mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_DIGITS = 3  # of a side's score, at most


def mend_extent(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """Mend heads and dependencies in place."""
    if parse.tags[token] == "CD":
        _score(parse, token)
    elif parse.pos[token] == "PROPN" and parse.deps[token] in ("dobj", "npadvmod"):
        _rivals(parse, lexicon, token)


def _score(parse: Parse, first: int) -> None:
    """ "beat Norda 3-1", "defeated Ruiz 6-3, 6-4": the score is no part of the name before it, and nobody is beaten by it."""
    dash, second, before = first + 1, first + 2, first - 1
    if before < 0 or second >= len(parse) or parse.words[dash] not in ("-", "–") or parse.tags[second] != "CD":
        return
    if parse.spaced[first] or parse.spaced[dash] or not all(parse.words[i].isdigit() and len(parse.words[i]) <= _DIGITS for i in (first, second)):
        return
    named = parse.pos[before] == "PROPN" and parse.entity_types[before] not in ("DATE", "TIME")
    goes_on = before > 2 and parse.words[before] == "," and parse.deps[before - 3] == "intj" and parse.tags[before - 3] == "CD"
    verb = next((i for i in parse.ancestors(first) if parse.pos[i] == "VERB" and parse.sentence_of[i] == parse.sentence_of[first]), None)
    if verb is None or not (named or goes_on) or verb > first:
        return
    move(parse, first, verb, "intj")
    move(parse, dash, first, "punct")
    move(parse, second, first, "nummod")
    for i in (first, dash, second):
        parse.entity_types[i] = ""


def _rivals(parse: Parse, lexicon: Lexicon, name: int) -> None:
    """ "beat local rivals Norda": a name right after a plural object says who they are."""
    verb, noun = parse.heads[name], parse.left(name) - 1
    beside = parse.deps[noun] == "dobj" and parse.heads[noun] == verb and parse.tags[noun] == "NNS" and verb < noun
    described = parse.child(noun, "amod", "poss", "nmod", "compound") is not None and parse.lemmas[verb] not in lexicon.words("giving")
    dated = parse.entity_types[name] in ("DATE", "TIME")
    if beside and described and not dated and lexicon.noun_types.get(parse.lemmas[noun]) in ("Person", "Group"):
        move(parse, name, noun, "appos")
