"""Clauses that the parser took for phrases: "as a kick came in", "strikes on boats and claims that …", mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

MARKS = frozenset({"as", "after", "before", "since", "until"})
#: Past forms that are no participles, so that they head a finite clause.
_PAST = frozenset(
    "came became went took began rose fell grew broke gave drove flew saw knew spoke threw wore was were had did rang sang sank swam "
    "shook froze stole swore tore bore wrote rode hid bit chose forgot woke blew drew ate overtook withdrew underwent".split()
)


def _finite_as(parse: Parse, as_: int) -> bool:
    """ "pushed her as the bus came round the bend": what is before a finite verb is its subject, and no role of anybody."""
    verb, noun = parse.heads[as_], parse.child(as_, "pobj")
    if noun is None or parse.pos[verb] not in ("VERB", "AUX") or verb > as_:
        return False
    inner = [c for c in parse.children[noun] if c > noun and parse.deps[c] in ("acl", "relcl")]
    finite = inner[-1] if inner else parse.right(noun) + 1
    if finite >= len(parse) or parse.sentence_of[finite] != parse.sentence_of[as_]:
        return False
    if parse.words[finite].lower() not in _PAST or parse.child(finite, "nsubj", "nsubjpass", "aux") is not None:
        return False
    if parse.pos[finite] != "VERB" or parse.deps[finite] not in ("advcl", "acl", "relcl", "ccomp", "conj"):
        return False
    move(parse, finite, verb, "advcl")
    move(parse, noun, finite, "nsubj")
    move(parse, as_, finite, "mark")
    parse.pos[as_], parse.tags[as_] = "SCONJ", "IN"
    parse.tags[finite] = "VBD"
    return True


def finite_after(parse: Parse, mark: int) -> None:
    """ "pushed her as the bus came round the bend", "left after a row in Lima split the party", "spoke as Peru, which lost, tries to forget": what is
    before a finite verb is its subject, and no role of anybody."""
    if parse.words[mark].lower() == "as" and _finite_as(parse, mark):
        return
    verb, noun = parse.heads[mark], parse.child(mark, "pobj")
    if noun is None or parse.pos[verb] not in ("VERB", "AUX") or verb > mark or parse.deps[verb] in ("acl", "amod"):
        return
    finite = _finite_behind(parse, verb, noun)
    if finite is None or parse.heads[finite] not in (verb, *parse.subtree(noun)):
        return
    for child in [c for c in parse.children[verb] if noun < c < finite and parse.deps[c] == "npadvmod"]:
        move(parse, child, finite, "npadvmod")
    move(parse, finite, verb, "advcl")
    move(parse, noun, finite, "nsubjpass" if parse.child(finite, "auxpass") is not None else "nsubj")
    move(parse, mark, finite, "mark")
    parse.pos[mark], parse.tags[mark] = "SCONJ", "IN"
    if parse.child(finite, "aux", "auxpass") is None and parse.tags[finite] == "VBN":
        parse.tags[finite] = "VBD"


def _finite_behind(parse: Parse, verb: int, noun: int) -> int | None:
    """The finite verb without a subject that stands right behind a noun's phrase; behind a comma only where one opens that phrase's last clause."""
    inside = [c for c in parse.children[noun] if c > noun and parse.deps[c] in ("acl", "relcl") and parse.words[parse.left(c) - 1] == ","]
    end = parse.sentences[parse.sentence_of[noun]][1]
    for i in range(noun + 1, end):
        finite = parse.heads[i] if parse.deps[i] in ("aux", "auxpass") else i
        if parse.pos[finite] not in ("VERB", "AUX") or parse.deps[finite] not in ("advcl", "acl", "relcl", "ccomp", "conj"):
            continue
        if finite in inside or any(finite in parse.subtree(c) for c in inside):
            continue
        if parse.deps[finite] in ("acl", "relcl") and any(parse.deps[a] == "relcl" for a in parse.ancestors(finite) if a > noun):
            continue
        several = parse.child(noun, "conj") is not None and (parse.tags[i] == "VBZ" or parse.words[i].lower() == "was")
        first = parse.left(finite)  # "as Norda then lost its case"
        beside = all(parse.deps[c] == "advmod" and parse.heads[c] == finite for c in range(first, i))
        fits = noun < first and beside and _is_finite(parse, finite, i) and _reaches(parse, noun, first, inside)
        return finite if fits and not several else None  # not "after the raid and the town was …"
    return None


def _is_finite(parse: Parse, verb: int, first: int) -> bool:
    if parse.child(verb, "nsubj", "nsubjpass", "expl", "mark", "agent") is not None:
        return False
    if first != verb:
        return parse.deps[first] in ("aux", "auxpass") and parse.tags[first] in ("MD", "VBZ", "VBD", "VBP")
    with_object = parse.tags[verb] in ("VBN", "VBD") and parse.child(verb, "dobj") is not None
    return parse.words[verb].lower() in _PAST or parse.tags[verb] == "VBZ" or with_object


def _reaches(parse: Parse, noun: int, first: int, inside: list[int]) -> bool:
    """Whether the words between a noun and a verb are all of the noun's phrase, or tell when."""
    comma = parse.words[first - 1] == ","
    if comma != bool(inside):
        return False
    phrase = set(parse.subtree(noun))
    times = {i for c in parse.all(parse.heads[parse.heads[noun]], "npadvmod") for i in parse.subtree(c)}
    return all(i in phrase or i in times or parse.pos[i] == "PUNCT" for i in range(noun + 1, first - comma))


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
