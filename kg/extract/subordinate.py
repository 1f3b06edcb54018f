"""Clauses that the parser took for phrases: "as a kick came in", "strikes on boats and claims that …", mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

#: Past forms that are no participles, so that they head a finite clause.
_PAST = frozenset(
    "came became went took began rose fell grew broke gave drove flew saw knew spoke threw wore was were had did rang sang sank swam "
    "shook froze stole swore tore bore wrote rode hid bit chose forgot woke blew drew ate overtook withdrew underwent".split()
)


def finite_as(parse: Parse, as_: int) -> None:
    """ "pushed her as the bus came round the bend": what is before a finite verb is its subject, and no role of anybody."""
    verb, noun = parse.heads[as_], parse.child(as_, "pobj")
    if noun is None or parse.pos[verb] not in ("VERB", "AUX") or verb > as_:
        return
    inner = [c for c in parse.children[noun] if c > noun and parse.deps[c] in ("acl", "relcl")]
    finite = inner[-1] if inner else parse.right(noun) + 1
    if finite >= len(parse) or parse.sentence_of[finite] != parse.sentence_of[as_]:
        return
    if parse.words[finite].lower() not in _PAST or parse.child(finite, "nsubj", "nsubjpass", "aux") is not None:
        return
    if parse.pos[finite] != "VERB" or parse.deps[finite] not in ("advcl", "acl", "relcl", "ccomp", "conj"):
        return
    move(parse, finite, verb, "advcl")
    move(parse, noun, finite, "nsubj")
    move(parse, as_, finite, "mark")
    parse.pos[as_], parse.tags[as_] = "SCONJ", "IN"
    parse.tags[finite] = "VBD"


def beside_happening(parse: Parse, lexicon: Lexicon, noun: int) -> None:
    """ "strikes on boats and allegations that …": a report with its content stands beside the happening, not among what it is done to."""
    inner = parse.heads[noun]
    outer = parse.heads[parse.heads[inner]]
    content = noun + 1 < len(parse) and parse.words[noun + 1].lower() == "that"
    if parse.deps[noun] != "conj" or parse.deps[inner] != "pobj" or not content or parse.lemmas[noun] not in lexicon.reporting_nouns:
        return
    if parse.pos[outer] != "NOUN" or parse.lemmas[outer] not in lexicon.nouns or parse.lemmas[inner] in (*lexicon.nouns, *lexicon.reporting_nouns):
        return
    for cc in [c for c in parse.all(inner, "cc") if inner < c < noun]:
        move(parse, cc, outer, "cc")
    move(parse, noun, outer, "conj")


def second_adjective(parse: Parse, participle: int) -> None:
    """ "for controversial, polarizing clients": after a preposition and an adjective a participle describes the noun too."""
    adjective, thing = participle - 2, parse.child(participle, "dobj")
    if adjective < 1 or parse.words[participle - 1] != "," or parse.pos[adjective] != "ADJ" or thing is None or thing < participle:
        return
    prep = adjective - 1
    bare = parse.pos[prep] == "ADP" and parse.child(prep, "pobj") is None and parse.heads[adjective] in (prep, participle, thing)
    if not bare or parse.left(thing) != participle + 1 or parse.child(thing, "det", "poss") is not None:
        return
    if parse.deps[participle] not in ("advcl", "pcomp") or any(parse.deps[c] in ("aux", "mark", "advmod") for c in parse.children[participle]):
        return
    for child in [c for c in parse.children[participle] if c > thing]:
        move(parse, child, thing, parse.deps[child])
    move(parse, thing, prep, "pobj")
    move(parse, adjective, thing, "amod")
    move(parse, participle, thing, "amod")
    parse.pos[participle] = "ADJ"
