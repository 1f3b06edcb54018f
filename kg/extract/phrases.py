"""Noun phrases: how far a participant's words reach, and what it is called."""

from __future__ import annotations

from kg.parse import Parse

NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_AFTERTHOUGHT = frozenset({"relcl", "appos", "conj", "cc", "punct", "parataxis", "advcl", "mark", "preconj", "ccomp"})
_ADDED = _AFTERTHOUGHT - {"conj", "cc"}  # "ministers of Egypt and Jordan"
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_LABEL_WORDS = 12


def base(parse: Parse, head: int) -> tuple[int, int]:
    """First and last token of the phrase up to its head: "two alleged drug boats" of "two alleged drug boats off the coast"."""
    first = head
    for child in parse.children[head]:
        if child < first and parse.deps[child] not in _AFTERTHOUGHT:
            first = min(first, parse.left(child))
    return first, head


def full(parse: Parse, head: int) -> tuple[int, int]:
    """First and last token of the phrase with what restricts it (prepositions, participles), without what is merely added.

    The range is contiguous and ends before a comma, a relative clause, an apposition or a coordinated phrase.
    """
    first, last = base(parse, head)
    keep = {head}
    for child in parse.children[head]:
        if parse.deps[child] not in _AFTERTHOUGHT:
            keep.update(parse.subtree(child, _ADDED))
    while last + 1 in keep or (last + 1 < len(parse) and last + 2 in keep and parse.words[last + 1] in ("-", "'", "/", '"')):
        last += 1
    while last > head and (
        parse.pos[last] in ("PUNCT", "ADP", "CCONJ", "SCONJ", "DET", "PART") or parse.tags[last] == "VBG" or parse.words[last] == "'s"
    ):
        last -= 1
    return first, last


def label(parse: Parse, head: int) -> str:
    """The phrase without its determiner, cut to a dozen words at a preposition."""
    first, last = full(parse, head)
    while first < head and (parse.tags[first] in _DETERMINERS or parse.pos[first] in ("PUNCT", "CCONJ")):
        first += 1
    if parse.words[first] in ("'s", "’s") and first < head:
        first += 1
    if last - first >= _LABEL_WORDS:
        cut = first + _LABEL_WORDS
        stops = [i for i in range(head + 1, cut) if parse.pos[i] in ("ADP", "SCONJ", "VERB", "PART")]
        last = max(head, (stops[-1] - 1) if stops else cut - 1)
    return parse.text(first, last).replace('"', "").strip(" -–—")


def determiner(parse: Parse, head: int) -> str:
    """``definite``, ``indefinite``, ``possessive``, ``demonstrative``, ``negative`` or ``bare``."""
    for child in parse.children[head]:
        word = parse.words[child].lower()
        if parse.deps[child] == "poss":
            return "possessive"
        if parse.deps[child] == "det":
            if word == "the":
                return "definite"
            if word in ("this", "that", "these", "those", "such"):
                return "demonstrative"
            if word in ("no", "neither"):
                return "negative"
            return "indefinite"
        if parse.deps[child] == "nummod":
            return "indefinite"
    return "bare"


def plural(parse: Parse, head: int) -> bool:
    """Whether the phrase speaks of several: a plural noun, or a coordinated head."""
    return parse.tags[head] in ("NNS", "NNPS") or any(parse.deps[c] == "conj" for c in parse.children[head])
