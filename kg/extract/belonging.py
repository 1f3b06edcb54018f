"""Prepositions that a small parser hung on the verb and that are the object's own: "fight the flow of guns into Chile". Mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_WHERE_TO = ("into", "to", "onto", "from", "toward", "towards", "across")


def belongs(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """Hang a preposition below the object before it where that asks for it and the verb does not."""
    verb = parse.heads[prep]
    if parse.deps[verb] == "pobj":
        _thanked(parse, lexicon, prep)
        return
    thing = next(iter((*parse.all(verb, "dobj"), *parse.all(verb, "nsubjpass"))), None)
    if parse.pos[verb] != "VERB" or thing is None or not verb < thing < prep or _asks(parse, lexicon, verb, prep):
        return
    word = parse.words[prep].lower()
    last = parse.right(thing)
    after = last == prep - 1 or _parenthesis(parse, last + (parse.words[last] != ","), prep - 1)
    moved = after and word in _WHERE_TO and _moves(parse, lexicon, thing)
    related = after and word == "to" and parse.lemmas[thing] in lexicon.words("relative")
    pressed = after and word in ("on", "upon") and parse.lemmas[thing] in lexicon.words("burden")  # "put pressure on the parties"
    felt = word == "for" and parse.child(prep, "pcomp") is None and parse.lemmas[thing] in lexicon.words("sentiment")
    if moved or related or pressed or felt:
        move(parse, prep, thing, "prep")


def _asks(parse: Parse, lexicon: Lexicon, verb: int, prep: int) -> bool:
    """Whether the verb asks for the preposition itself: "gave a boost to the party", "moved the flow of traffic into the tunnel"."""
    lemma, word = parse.lemmas[verb], parse.words[prep].lower()
    kind = lexicon.event_types.get(lexicon.verbs.get(lemma, ""))
    listed = kind is not None and word in kind.roles
    if word == "to" and parse.child(verb, "nsubjpass") is not None and parse.child(verb, "dobj") is not None:
        return False  # "was offered a scholarship to the academy"
    return listed or (word != "for" and any(lemma in lexicon.words(name) for name in ("giving", "linking", "conveying", "voicing")))


def _moves(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """ "the flow of guns", "his removal": a noun that tells of moving, with what is moved."""
    moved = parse.child(noun, "poss") is not None or any(parse.words[p].lower() == "of" for p in parse.all(noun, "prep"))
    return moved and parse.lemmas[noun] in lexicon.words("movement")


def _parenthesis(parse: Parse, first: int, last: int) -> bool:
    """ "the flow of arms, above all rifles, into Chile": words between two commas that have no verb."""
    set_off = last - first > 1 and parse.words[first] == "," == parse.words[last]
    return set_off and not any(parse.pos[i] in ("VERB", "AUX") or parse.words[i] == "," for i in range(first + 1, last))


def _thanked(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "expressed sorrow to the families for their loss": what he is sorry for, and not what the families are for."""
    to = parse.heads[parse.heads[prep]]
    verb = parse.heads[to]
    thing = verb if parse.deps[verb] == "dobj" else parse.child(verb, "dobj")
    addressed = parse.words[to].lower() == "to" and thing is not None and thing < to and parse.lemmas[thing] in lexicon.words("sentiment")
    if thing is not None and addressed and parse.words[prep].lower() == "for":
        move(parse, prep, thing, "prep")
