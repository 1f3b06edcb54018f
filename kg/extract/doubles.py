"""Two objects of one verb of which one is none: a name for the other, an afterthought, a relative pronoun; mended on the parse."""

from __future__ import annotations

from itertools import pairwise

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_RELATIVES = ("WDT", "WP")
_APART = frozenset({",", "-", "--", "–", "—"})
_MEASURES = ("QUANTITY", "PERCENT", "CARDINAL", "ORDINAL", "MONEY")
_HOW = frozenset({"best", "most", "least", "better", "more", "worst", "less"})
_SOMEBODY = ("Person", "Group", "Organization", "GovernmentOrganization")


def mend_doubles(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """Of several objects of a verb keep those that it has."""
    objects = parse.all(verb, "dobj")
    _stranded(parse, verb)
    if len(objects) < 2 or parse.lemmas[verb] in lexicon.words("giving"):
        return
    if objects[0] < verb < objects[1] and parse.tags[objects[0]] in _RELATIVES:
        if parse.deps[verb] == "conj":
            return
        _other_gap(parse, lexicon, objects[0], objects[1])
        objects = objects[1:]
    for before, after in pairwise(objects):
        if verb < before:
            _second(parse, lexicon, before, after)


def _stranded(parse: Parse, verb: int) -> None:
    """ "a fee which the court told the firm to argue about": the pronoun is what they are to argue about, and nobody who is told."""
    pronoun, inner = parse.child(verb, "dative"), parse.child(verb, "xcomp")
    if pronoun is None or inner is None or parse.tags[pronoun] not in _RELATIVES or not pronoun < verb < inner:
        return
    if any(parse.child(p, "pobj", "pcomp") is None for p in parse.all(inner, "prep")):
        parse.deps[pronoun] = "dep"


def _other_gap(parse: Parse, lexicon: Lexicon, pronoun: int, thing: int) -> None:
    """ "said that the firm had sold its mines", "a tax which she told them to fight": a verb that has its object lacks none."""
    verb = parse.heads[pronoun]
    if parse.entity_types[thing] in ("DATE", "TIME") or (parse.lemmas[thing] != "time" and parse.lemmas[thing] in lexicon.words("time")):
        parse.deps[thing] = "npadvmod"  # "a race that they ran the next day"
        return
    marks = parse.deps[verb] == "ccomp" and parse.words[pronoun].lower() == "that"
    parse.deps[pronoun] = "mark" if marks else "dep"


def _second(parse: Parse, lexicon: Lexicon, before: int, after: int) -> None:
    verb, first = parse.heads[after], parse.left(after)
    apart = parse.words[first - 1] in _APART and parse.spaced[first - 1]
    if parse.child(after, "cc", "conj") is not None or (parse.words[first - 1] in _APART and not apart):
        return
    beside = parse.right(before) + 1 == (first - 1 if apart else first)
    if apart and (not beside or parse.entity_types[after] in _MEASURES or parse.lemmas[after] in lexicon.words("duration")):
        parse.deps[after] = "dep"  # "won the cup at home, a first for them"
    elif apart and parse.tags[after] not in ("NNS", "NNPS"):
        move(parse, after, before, "appos")  # "flooded the Lux, a hotel by the sea"
    elif not apart and beside and parse.words[after].lower() in _HOW and first == after:
        parse.deps[after] = "advmod"  # "likes the captain best"
    elif not apart and beside and parse.lemmas[verb] in lexicon.words("dubbing"):
        parse.deps[after] = "oprd"  # "voted it the best film"
    elif not apart and beside and parse.pos[after] == "NOUN" and parse.child(after, "det", "poss", "amod", "nummod") is not None:
        acts = parse.pos[before] == "PRON" or lexicon.noun_types.get(parse.lemmas[before]) in _SOMEBODY or parse.entity_types[before] != ""
        if acts and parse.lemmas[verb] in lexicon.words("bringing"):
            parse.deps[before] = "dative"  # "earned the club a draw"
