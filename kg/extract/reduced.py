"""Participles that have no verb "be" of their own: those that share one with what stands before them, and those that a small parser hung on a verb
though they tell what was done to the noun before or after them, mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_NOUNS = ("NOUN", "PROPN")
_OWN = ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark", "cc", "neg")
_WHOLE = ("dobj", "ccomp", "acomp", "attr", "oprd", "conj", "prt")
_LOOKING = frozenset({"appear", "look", "seem", "remain", "stay"})
#: In the shape of participles they introduce a condition or a ground.
_CONJUNCTIONS = frozenset({"provided", "given", "granted", "considering", "supposed"})
_BEFORE_NOUN = ("ADP", "SCONJ", "PART")


def shares_be(parse: Parse, lexicon: Lexicon, participle: int) -> bool:
    """ "The plan is peaceful and aimed at saving water", "was at war and feared by all", "was shocked but not hurt", "was reported killed"."""
    head, lemma = parse.heads[participle], parse.lemmas[participle]
    if lemma in lexicon.words("intransitive") or parse.child(participle, "dobj", "aux", "nsubj") is not None:
        return False
    if parse.deps[participle] == "xcomp":
        told = parse.child(head, "auxpass") is not None or parse.lemmas[head] in _LOOKING
        return told and parse.child(participle, "xcomp") is None and not any(parse.tags[c] == "TO" for c in parse.children[participle])
    if parse.deps[participle] != "conj":
        return False
    goes_on = parse.child(participle, "prep", "agent", "xcomp", "neg", "advmod") is not None
    predicate = parse.pos[head] == "ADJ" and parse.deps[head] in ("acomp", "conj", "ROOT", "amod")
    return goes_on and (parse.lemmas[head] == "be" or predicate or parse.child(participle, "neg") is not None)


def mend_reduced(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """Hang a past participle on the noun that it tells of."""
    if parse.child(participle, *_OWN) is not None:
        return
    _in_compound(parse, participle) or _before_noun(parse, participle) or _after_noun(parse, lexicon, participle)


def _in_compound(parse: Parse, participle: int) -> bool:
    """ "a visit to quake-hit Lima", "the army-backed rebels": joined to a noun by a hyphen it describes what follows."""
    hyphen, thing = participle - 1, parse.child(participle, "dobj")
    if hyphen < 1 or parse.words[hyphen] != "-" or thing is None or thing < participle or parse.left(thing) != participle + 1:
        return False
    joined = parse.ends[hyphen - 1] == parse.begins[hyphen] and parse.ends[hyphen] == parse.begins[participle]
    if not joined or parse.pos[hyphen - 1] not in (*_NOUNS, "ADJ", "ADV"):
        return False
    _describe(parse, participle, thing, parse.heads[participle], "pobj" if parse.pos[parse.heads[participle]] == "ADP" else "dobj")
    return True


def _before_noun(parse: Parse, participle: int) -> bool:
    """ "lives in occupied Peru", "paid dues to affiliated unions": between a preposition and a noun without an article it describes the noun."""
    prep, thing = participle - 1, parse.child(participle, "dobj")
    if prep < 1 or parse.pos[prep] not in _BEFORE_NOUN or thing is None or thing < participle or parse.left(thing) != participle + 1:
        return False
    lone = parse.child(prep, "pobj", "pcomp") in (None, participle) and parse.words[prep].lower() not in ("after", "as", "that", "when", "not")
    bare = parse.tags[thing] in ("NNS", "NNP", "NNPS") and parse.child(thing, "det", "poss", "nummod") is None
    if not lone or not bare or parse.deps[prep] == "mark":
        return False
    if parse.deps[prep] == "aux":
        move(parse, prep, parse.heads[participle], "prep")
        parse.pos[prep] = "ADP"
    _describe(parse, participle, thing, prep, "pobj")
    return True


def _describe(parse: Parse, participle: int, thing: int, head: int, dep: str) -> None:
    """Puts a noun in the place of the participle that was taken for a verb before it."""
    for child in [c for c in parse.children[participle] if c > thing]:
        move(parse, child, parse.heads[participle], parse.deps[child])
    move(parse, thing, head, dep)
    if parse.heads[thing] == head:
        move(parse, participle, thing, "amod")
        parse.pos[participle] = "ADJ"


def _after_noun(parse: Parse, lexicon: Lexicon, participle: int) -> bool:
    """ "a truce with Chad, signed last week", "told the forum held recently", "fled to Solo, located nine miles off", "the boats, expected to sail":
    what was done to the noun before it, be there a comma between them or not."""
    first = parse.left(participle)
    apart = first > 1 and parse.words[first - 1] == ","
    noun = first - 1 - apart
    sited = parse.lemmas[participle] in lexicon.words("siting")
    if noun < 0 or parse.pos[noun] not in _NOUNS or parse.words[participle].lower() in _CONJUNCTIONS or noun in parse.subtree(participle):
        return False
    if parse.sentence_of[noun] != parse.sentence_of[participle] or parse.deps[noun] not in ("pobj", "dobj", "attr", "conj", "appos"):
        return False
    whole = [c for c in parse.all(participle, *_WHOLE) if not (sited and parse.deps[c] == "dobj")]
    fits = parse.deps[participle] == "ccomp" or (sited and apart and parse.deps[participle] == "advcl") or _foretold(parse, lexicon, participle)
    if whole or not fits or (parse.deps[participle] == "ccomp" and parse.child(participle, "prep", "agent", "npadvmod", "advmod") is None):
        return False
    for child in parse.all(participle, "advcl") if sited else ():
        move(parse, child, parse.heads[participle], "advcl")
    move(parse, participle, noun, "acl")
    return True


def _foretold(parse: Parse, lexicon: Lexicon, participle: int) -> bool:
    """ "the refugees, estimated to be thousands", taken for a second verb: nothing joins it to the first."""
    told = parse.lemmas[participle] in lexicon.reporting_verbs or parse.lemmas[participle] in lexicon.modal_verbs
    clause = parse.child(participle, "xcomp")
    head = parse.heads[participle]
    joined = any(parse.deps[c] == "cc" and head < c < participle for c in parse.children[head])
    infinitive = clause is not None and any(parse.tags[c] == "TO" for c in parse.children[clause])
    return parse.deps[participle] == "conj" and told and infinitive and not joined
