"""Lists whose second item a parser took for another name of the first: mended on the parse."""

from __future__ import annotations

from kg.parse import DASHES, Parse, move

_SINGLED_OUT = frozenset({"both", "notably", "including", "especially", "namely", "particularly", "mainly", "mostly", "such", "like", "either"})


def join_list(parse: Parse, noun: int) -> None:
    """ "a mine, a quarry and a port", "an attack, a vote and a flood": what is joined by "and" to another after a comma stands beside the first.

    Two that tell who several are ("two winners, a rower and a skier") explain it.
    """
    head, first = parse.heads[noun], parse.left(noun)
    last = parse.child(noun, "conj")
    if parse.deps[noun] != "appos" or last is None or not head < first or parse.pos[noun] != "NOUN" or parse.pos[head] != "NOUN":
        return
    joined = [c for c in parse.all(noun, "cc") if parse.words[c].lower() in ("and", "or") and c < last]
    plain = parse.pos[last] in ("NOUN", "PROPN") and joined and parse.words[joined[0] - 1] != ","
    if not plain or parse.words[first - 1] != "," or parse.words[first].lower() in _SINGLED_OUT or parse.child(head, "conj") is not None:
        return
    explains = parse.tags[head] == "NNS" and parse.tags[noun] == "NN" and parse.tags[last] in ("NN", "NNP")
    dashed = any(parse.words[i] in DASHES and parse.spaced[i] for i in range(head, first))
    closed = parse.right(noun) + 1 < len(parse) and parse.words[parse.right(noun) + 1] == "," and parse.child(noun, "det") is None
    if not explains and not closed and not dashed:
        move(parse, noun, head, "conj")
