"""Numbers that the parser cuts apart: "between 12 and 18 guests", "12 trillion won (9 billion dollars)", mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_SCALES = frozenset({"thousand", "million", "billion", "trillion"})
_WON = "korean won"  # as the currency is listed


def mend_number(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """Mend heads, tags and lemmas around "between" and "won" in place."""
    word = parse.words[token].lower()
    if word == "between" and parse.deps[token] == "prep":
        _between(parse, token)
    elif word == "won" and token and parse.tags[token] in ("VBD", "VBN"):
        _won(parse, token)


def _between(parse: Parse, between: int) -> None:
    """ "said between 12 and 18 guests were there": the word belongs to the number after it, and the people to the verb behind them."""
    number, head = between + 1, parse.heads[between]
    if number + 2 >= len(parse) or parse.pos[number] != "NUM" or parse.words[number + 1].lower() != "and" or parse.pos[number + 2] != "NUM":
        return
    noun = parse.heads[number]
    if parse.deps[number] != "nummod" or noun <= number + 2 or parse.pos[noun] != "NOUN":
        return
    if parse.heads[noun] == between:
        verb = next((c for c in parse.all(head, "ccomp", "advcl", "conj") if parse.left(c) == parse.right(noun) + 1), None)
        if verb is None or parse.child(verb, "nsubj", "nsubjpass") is not None or parse.tags[verb] == "VBG":
            return
        move(parse, noun, verb, "nsubj" if parse.child(verb, "auxpass") is None else "nsubjpass")
    if parse.heads[noun] != between and not [c for c in parse.children[between] if c != number]:
        move(parse, between, number, "quantmod")


def _won(parse: Parse, won: int) -> None:
    """ "paid 3 billion won (2 million dollars) for the land": a currency after a number, and nothing that anybody has won."""
    number, verb = won - 1, parse.heads[won]
    money = parse.words[number].lower() in _SCALES and parse.entity_types[number] in ("MONEY", "QUANTITY", "CARDINAL")
    after = parse.words[won + 1] if won + 1 < len(parse) else ""
    inner = parse.heads[number] == won and parse.deps[number] in ("nummod", "compound")
    inner = inner and parse.deps[won] in ("dobj", "pobj", "attr", "nsubj", "nsubjpass")
    outer = parse.heads[number] == verb and parse.deps[number] in ("dobj", "pobj", "attr") and parse.deps[won] in ("advcl", "acl")
    bracketed = outer or (parse.heads[won] == number and parse.deps[won] in ("advcl", "acl"))
    bracketed = bracketed and after in ("(", ",", ".", "in", "and", "by")
    if not money or parse.child(won, "dobj", "aux", "auxpass") is not None or not (inner or bracketed):
        return
    parse.pos[won], parse.tags[won], parse.lemmas[won] = "NOUN", "NNS", _WON
    if not inner:
        move(parse, won, parse.heads[number], parse.deps[number])
        move(parse, number, won, "nummod")
    above = next((i for i in parse.ancestors(won) if parse.pos[i] == "VERB"), None)
    if above is not None and above < won:
        for prep in [p for p in parse.all(won, "prep") if parse.words[p - 1] == ")"]:
            move(parse, prep, above, "prep")
