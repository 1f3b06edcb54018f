"""Gerunds taken for what is done meanwhile or describes a noun, which tell what a verb or a preposition is about: "ruled out closing it"."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_LOOSE = frozenset({"advcl", "acl", "xcomp"})
_INDEFINITE = frozenset({"a", "an", "some", "any", "several", "many", "most", "few", "all", "no"})
_MEANING = frozenset({"want", "plan", "intend", "hope", "wish", "aim", "mean", "threaten", "expect"})  # who tries to has done something
_BY_MEANS = frozenset({"use", "cite", "quote", "wear", "carry"})  # "stopped the car using the brake"


def mend_gerund(parse: Parse, lexicon: Lexicon, gerund: int) -> None:
    """Hang a gerund where it tells what something is about, with who would do it."""
    with_doer(parse, lexicon, gerund)
    _goes_on_from_inner(parse, lexicon, gerund)
    _ruled_out(parse, lexicon, gerund)
    doer = gerund - 1
    alone = parse.left(gerund) == gerund and doer > 0 and parse.child(doer, "relcl", "prep", "appos", "conj") is None
    if not alone or parse.deps[gerund] not in _LOOSE:
        return
    if parse.deps[doer] == "dobj":
        _hindered(parse, doer, gerund)
    elif parse.deps[doer] == "pobj":
        _of_doer(parse, lexicon, doer, gerund)
        _last_of_range(parse, doer, gerund)


def with_doer(parse: Parse, lexicon: Lexicon, gerund: int) -> None:
    """ "opposes the union's council making changes", "opposed Norda selling the mine": what is opposed is that they do so."""
    verb = parse.heads[gerund] if parse.deps[gerund] == "advcl" else parse.heads[parse.heads[gerund]]
    doer = parse.child(verb, "dobj")
    wanted = parse.lemmas[verb] in lexicon.words("attitude") or parse.lemmas[verb] in lexicon.words("backing")
    particle = parse.child(verb, "prt")
    out = particle is not None and f"{parse.lemmas[verb]} {parse.words[particle].lower()}" in lexicon.words("gerundObject")
    wanted = wanted or out
    beside = doer is not None and parse.right(doer) in (gerund - 1, parse.right(gerund)) and parse.heads[gerund] in (verb, doer)
    if doer is None or not wanted or not beside or not verb < doer < gerund or parse.left(gerund) != gerund or parse.words[gerund - 1] == ",":
        return
    owned = parse.pos[doer] == "PROPN" or parse.child(doer, "poss") is not None
    if owned and (out or parse.child(gerund, "dobj") is not None) and parse.child(doer, "relcl", "prep") is None:
        move(parse, gerund, verb, "ccomp")
        move(parse, doer, gerund, "nsubj")


def _goes_on_from_inner(parse: Parse, lexicon: Lexicon, gerund: int) -> None:
    """ "is accused of entering the house, killing a man", "wants to raid the camp, killing its chief": so goes on what is alleged or meant."""
    verb, comma = parse.heads[gerund], parse.left(gerund) - 1
    if parse.deps[gerund] != "advcl" or comma <= verb or parse.words[comma] != "," or parse.child(gerund, "aux") is not None:
        return
    charged = [c for p in parse.all(verb, "prep") for c in parse.all(p, "pcomp") if parse.lemmas[verb] in lexicon.words("accusing")]
    likely = [a for a in parse.all(verb, "acomp") if lexicon.modal_words.get(parse.lemmas[a])]
    holders = [verb, *likely] if likely or parse.lemmas[verb] in _MEANING else []
    meant = [c for v in holders for c in parse.all(v, "xcomp") if parse.lemmas[gerund] in lexicon.words("consequence")]
    inner = next((c for c in (*charged, *meant) if verb < c < comma and parse.right(c) == comma - 1), None)
    if inner is not None and parse.lemmas[gerund] not in lexicon.reporting_verbs:
        move(parse, gerund, inner, "advcl")


def _ruled_out(parse: Parse, lexicon: Lexicon, gerund: int) -> None:
    """ "has ruled out changing the law": right behind such a verb stands what it is about, and not what is done meanwhile."""
    verb = parse.heads[gerund]
    particle = parse.child(verb, "prt")
    whole = parse.lemmas[verb] + (f" {parse.words[particle].lower()}" if particle is not None else "")
    behind = (verb if particle is None else particle) + 1
    if parse.deps[gerund] == "advcl" and parse.left(gerund) == behind and whole in lexicon.words("gerundObject"):
        parse.deps[gerund] = "xcomp"


def _hindered(parse: Parse, doer: int, gerund: int) -> None:
    """ "Only rain stopped the fire reaching the farm", "prevented Leeds winning": what does not happen, though there is no "from".

    Behind "stop" a gerund may as well describe the object ("stopped a man driving a truck").
    """
    verb = parse.heads[doer]
    known = parse.pos[doer] in ("PROPN", "PRON") or (parse.heads[gerund] == verb and _definite(parse, doer))
    hinders = parse.lemmas[verb] == "prevent" or (parse.lemmas[verb] == "stop" and known and parse.lemmas[gerund] not in _BY_MEANS)
    if hinders and verb < doer and parse.heads[gerund] in (verb, doer):
        move(parse, gerund, verb, "ccomp")
        move(parse, doer, gerund, "nsubj")


def _of_doer(parse: Parse, lexicon: Lexicon, doer: int, gerund: int) -> None:
    """ "is hopeful of Peru joining the bank", "a risk of the dam flooding the town": what may be is that they do so."""
    prep = parse.heads[doer]
    governor = parse.heads[prep]
    asks = f"{parse.lemmas[governor]} {parse.words[prep].lower()}" in lexicon.words("clausalPreposition")
    known = parse.pos[doer] in ("PROPN", "PRON") or _definite(parse, doer)
    if asks and known and prep < doer and parse.heads[gerund] in (doer, governor, parse.heads[governor]):
        move(parse, gerund, prep, "pcomp")
        move(parse, doer, gerund, "nsubj")


def _last_of_range(parse: Parse, doer: int, gerund: int) -> None:
    """ "from Ruiz being a spy to Koch being a thief": the end of a list of what is said is told as its beginning is."""
    to = parse.heads[doer]
    first = next((p for p in range(to - 1, parse.sentences[parse.sentence_of[to]][0], -1) if parse.words[p].lower() == "from"), None)
    begin = parse.child(first, "pcomp") if first is not None else None
    if first is None or begin is None or parse.words[to].lower() != "to" or parse.child(begin, "nsubj", "nsubjpass") is None:
        return
    if parse.lemmas[gerund] == parse.lemmas[begin] == "be" and parse.right(begin) in (to - 1, doer, parse.right(gerund)):
        move(parse, to, parse.heads[first], "prep")
        move(parse, gerund, to, "pcomp")
        move(parse, doer, gerund, "nsubj")


def _definite(parse: Parse, noun: int) -> bool:
    before = {parse.words[c].lower() for c in parse.children[noun] if c < noun}
    return parse.child(noun, "det", "poss") is not None and not before & _INDEFINITE
