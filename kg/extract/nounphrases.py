"""Where noun phrases end: what a small English parser took into a phrase, or cut off it, mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.extract.coordination import mend_joined_noun
from kg.lexicon import Lexicon
from kg.parse import Parse, move

_DIGITS = 3  # of a side's score, at most


def mend_extent(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """Mend heads and dependencies in place."""
    if parse.tags[token] == "CD":
        _score(parse, token)
    elif parse.pos[token] == "NOUN" and parse.deps[token] == "conj":
        _described_second(parse, token)
        if parse.deps[token] == "conj":
            mend_joined_noun(parse, token)
    elif parse.pos[token] == "PROPN" and parse.deps[token] in ("nmod", "compound") and parse.heads[token] > token:
        _two_people(parse, lexicon, token)
    elif parse.pos[token] == "PROPN" and parse.deps[token] in ("dobj", "npadvmod"):
        _rivals(parse, lexicon, token)


def _two_people(parse: Parse, lexicon: Lexicon, name: int) -> None:
    """ "Ana Ruiz and trade minister Bo Lind met": two who are joined, of whom the first was taken for part of the second one's name."""
    cc, top = name + 1, parse.heads[name]
    if cc >= len(parse) or parse.deps[cc] != "cc" or parse.heads[cc] != name:
        return
    while parse.deps[top] in ("compound", "nmod") and parse.heads[top] > top:
        top = parse.heads[top]
    titled = any(parse.lemmas[i] in lexicon.titles and parse.words[i].islower() for i in range(cc + 1, top))  # not "Transport and Trade Minister"
    kinds = {parse.entity_types[name], parse.entity_types[top]}
    people = kinds == {"PERSON"} or (titled and kinds <= {"PERSON", ""})
    if parse.pos[top] != "PROPN" or not people or parse.heads[top] == top or not cc < top:
        return
    above, dep = parse.heads[top], parse.deps[top]
    move(parse, name, above, dep)
    for i in range(parse.left(top), cc):
        if parse.heads[i] > cc:
            move(parse, i, name, parse.deps[i])
    move(parse, top, name, "conj")
    for i in [c for c in parse.all(name, "conj") if cc < c < top]:
        move(parse, i, top, "compound")


def _described_second(parse: Parse, noun: int) -> None:
    """ "Ana Ruiz and trade minister Bo Lind": the noun right before the second name says who that is, and is no third."""
    name = next(
        (c for c in (*parse.all(parse.heads[noun], "conj"), *parse.all(noun, "conj", "appos")) if c > noun and parse.left(c) == noun + 1), None
    )
    bare = parse.tags[noun] == "NN" and parse.words[noun].islower() and parse.child(noun, "det", "poss", "prep", "relcl", "acl", "cc") is None
    if name is not None and bare and parse.pos[name] == "PROPN" and parse.pos[noun + 1] == "PROPN" and parse.pos[parse.heads[noun]] == "PROPN":
        move(parse, name, parse.heads[noun], "conj")
        move(parse, noun, name, "compound")


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
