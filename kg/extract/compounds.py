"""Prepositions of several words that a small parser took for a noun or a verb, and what brackets hold: mended on the parse."""

from __future__ import annotations

from kg.parse import Parse, move

COMPOUNDS = frozenset({"thanks", "opposed", ")"})
#: Their object is the thanks that somebody gives.
_THANKING = frozenset({"give", "owe", "offer", "say", "express", "send", "extend", "convey", "be"})


def mend_compound(parse: Parse, token: int) -> None:
    """Mend heads and dependencies in place."""
    word = parse.words[token].lower()
    if word == "thanks":
        _thanks_to(parse, token)
    elif word == "opposed":
        _as_opposed_to(parse, token)
    elif word == ")":
        _behind_bracket(parse, token)


def _to(parse: Parse, word: int) -> int | None:
    """The "to" right behind a word, where that is its own."""
    to = word + 1
    return to if to < len(parse) and parse.words[to].lower() == "to" and parse.heads[to] == word and parse.deps[to] == "prep" else None


def _thanks_to(parse: Parse, thanks: int) -> None:
    """ "will grow thanks to new jobs": what they bring about, and nothing that grows or is given."""
    to, verb = _to(parse, thanks), next((i for i in parse.ancestors(thanks) if parse.pos[i] in ("VERB", "AUX")), None)
    if to is None or verb is None or parse.left(thanks) != thanks or parse.lemmas[verb] in _THANKING:
        return
    move(parse, thanks, verb, "prep")
    if parse.deps[thanks] == "prep":
        parse.pos[thanks], parse.tags[thanks] = "ADP", "IN"


def _as_opposed_to(parse: Parse, opposed: int) -> None:
    """ "a truce as opposed to a peace": nobody opposes anything."""
    to = _to(parse, opposed)
    if (
        to is None
        or not opposed
        or parse.words[opposed - 1].lower() != "as"
        or parse.child(opposed, "nsubj", "nsubjpass", "aux", "auxpass") is not None
    ):
        return
    parse.pos[opposed], parse.tags[opposed], parse.deps[opposed] = "ADP", "IN", "prep"
    if parse.heads[opposed - 1] == opposed:
        parse.deps[opposed - 1] = "advmod"


def _behind_bracket(parse: Parse, bracket: int) -> None:
    """ "swapped the tax (favoured by the unions) for a levy": what stands behind a bracket is of a word before it, and not of one inside."""
    first, after = parse.sentences[parse.sentence_of[bracket]][0], bracket + 1
    opened = next((i for i in range(bracket - 1, first, -1) if parse.words[i] in ("(", ")")), first)
    if parse.words[opened] != "(" or opened == first or after >= len(parse) or parse.sentence_of[after] != parse.sentence_of[bracket]:
        return
    head = parse.heads[after]
    if not opened < head < bracket or parse.deps[after] != "prep":
        return
    noun = opened - 1
    verb = parse.heads[noun]
    outer = verb if parse.deps[noun] == "dobj" and parse.pos[verb] == "VERB" and parse.words[after].lower() != "of" else noun
    move(parse, after, outer, "prep")
