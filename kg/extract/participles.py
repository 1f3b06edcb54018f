"""Participles that a small parser hung on the wrong word, or took for verbs where they describe a noun, mended on the parse."""

from __future__ import annotations

from kg.extract.attachment import following
from kg.extract.drafts import DOERS
from kg.extract.reduced import mend_reduced
from kg.lexicon import Lexicon
from kg.parse import DASHES, Parse, move

_NOUNS = ("NOUN", "PROPN")
_OWN = ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark", "cc", "neg")
_SAME_FORM = frozenset("put set hit cut sent held kept brought told found built made paid sold shot fed led caught".split())
_WHOLE = ("conj", "dobj", "ccomp", "xcomp", "prt", "acomp")
_VERBS = ("VB", "VBP", "VBZ", "VBD", "VBG")


def mend_participle(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """Mend one participle in place."""
    if parse.words[token].lower() == "following":
        following(parse, lexicon, token)
    dep, tag = parse.deps[token], parse.tags[token]
    if tag in ("VBN", "VBD") and dep in ("acl", "acomp", "ccomp", "xcomp", "advcl", "dep", "conj"):
        _second_passive(parse, lexicon, token)
        if not _of_noun_before(parse, lexicon, token) and not _describes_object(parse, token):
            _reduced(parse, lexicon, token) or _object_taken_for_subject(parse, lexicon, token)
        if tag == "VBN" and dep in ("acl", "acomp"):
            _part_owned(parse, token)
        if tag == "VBN" and dep == "advcl" and parse.lemmas[token] in lexicon.words("naming"):
            _renamed(parse, token)
        if tag == "VBN" and dep == "acl" and parse.lemmas[token] == "hold":
            _held(parse, lexicon, token)
        if tag == "VBN" and dep == "acl" and parse.lemmas[token] in lexicon.words("siting"):
            _sited(parse, token)
    elif tag == "VBD" and dep == "relcl":
        _describes_subject(parse, token)
    if tag == "VBG" and dep in ("pcomp", "xcomp") and parse.lemmas[token] in lexicon.words("becoming"):
        _describes_following(parse, token)
    if tag == "VBG" and parse.deps[token] == "advcl" and parse.heads[token] > token:
        _set_off(parse, token)
    elif tag == "VBG" and parse.deps[token] == "acl":
        _absolute(parse, token)
    elif tag == "VBG" and parse.deps[token] == "advcl":
        _of_people(parse, lexicon, token)
        _of_companion(parse, lexicon, token)
        _of_somebody(parse, lexicon, token)
    if tag == "VBN" and token and parse.deps[token] in ("advcl", "xcomp", "acl") and parse.tags[token - 1] == "TO":
        _after_to(parse, token)
    if parse.tags[token] == "VBN":
        mend_reduced(parse, lexicon, token)


def loose(parse: Parse, lexicon: Lexicon, verb: int) -> bool:
    """ "a loan to Peru, spread over nine years", taken for a second verb: nothing joins it to the first, and it has no object; nobody knows whom or
    what it describes."""
    head, first = parse.heads[verb], parse.left(verb)
    shaped = parse.tags[verb] == "VBN" or (parse.tags[verb] == "VBD" and parse.words[verb].lower().endswith(("ed", "spread", "set", "put")))
    apart = parse.words[first - 1] in (",", *DASHES) and parse.lemmas[verb] not in lexicon.words("intransitive")
    if parse.deps[verb] != "conj" or not shaped or not apart:
        return False
    joined = any(parse.deps[c] == "cc" and c > head for c in parse.children[head])
    named = parse.child(verb, "oprd") is not None
    goes_on = named or (parse.child(verb, "prep", "agent") is not None and parse.lemmas[verb] not in lexicon.reporting_verbs)
    return goes_on and not joined and parse.child(verb, *_OWN, *_WHOLE) is None


def _of_noun_before(parse: Parse, lexicon: Lexicon, participle: int) -> bool:
    """The same right after the comma behind a common noun: "a round of talks, launched in Lima", "a long fight, considered a draw"."""
    noun = parse.left(participle) - 2
    if noun < 0 or parse.words[noun + 1] != "," or parse.pos[noun] != "NOUN" or not loose(parse, lexicon, participle):
        return False
    parse.tags[participle] = "VBN"
    move(parse, participle, noun, "acl")
    return True


def _second_passive(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "was named by the king and confirmed by the council", "was praised abroad and scorned at home": a second participle shares the auxiliary of
    the first; a verb that takes no object, or speaks of something, does not."""
    head, lemma = parse.heads[verb], parse.lemmas[verb]
    passive = parse.deps[verb] == "conj" and parse.tags[verb] == "VBD" and parse.tags[head] == "VBN" and parse.child(head, "auxpass") is not None
    if not passive or not (parse.words[verb].lower().endswith("ed") or parse.words[verb].lower() in _SAME_FORM):
        return
    preps = parse.all(verb, "prep", "agent")
    listed = lemma in lexicon.words("intransitive") or lemma in lexicon.reporting_verbs
    listed = listed or any(f"{lemma} {parse.words[p].lower()}" in words for p in preps for words in (lexicon.verbs, lexicon.reporting_verbs))
    by = any(parse.words[p].lower() == "by" and parse.entity_types[o] not in ("DATE", "TIME") for p in preps for o in parse.all(p, "pobj"))
    if preps and preps[0] == verb + 1 and (by or not listed) and parse.child(verb, *_OWN, *_WHOLE, "advmod", "oprd") is None:
        parse.tags[verb] = "VBN"


def _bare(parse: Parse, token: int) -> bool:
    return parse.child(token, *_OWN) is None


def _describes_object(parse: Parse, participle: int) -> bool:
    """ "may breach established fishing rights": between a verb without an object and a noun without an article it describes the noun."""
    thing, verb = parse.child(participle, "dobj"), participle - 1
    if thing is None or thing < participle or verb < 0 or parse.tags[verb] not in _VERBS or not _bare(parse, participle):
        return False
    taken = parse.child(verb, "dobj", "xcomp") not in (None, participle) or len(parse.all(verb, "nsubj")) > 1  # "which critics say dumped waste"
    if taken or parse.left(thing) != participle + 1 or parse.child(thing, "det", "poss") is not None:
        return False
    for child in [c for c in parse.children[participle] if c != thing]:
        move(parse, child, verb, parse.deps[child])
    move(parse, thing, verb, "dobj")
    if parse.heads[thing] != verb:
        return False
    parse.pos[participle] = "ADJ"
    move(parse, participle, thing, "amod")
    return True


def _describes_subject(parse: Parse, participle: int) -> bool:
    """ "a sign that sustained pressure is having an effect": what stands before a finite verb without a subject is its subject."""
    that, thing = participle - 1, parse.child(participle, "dobj")
    if thing is None or that < 1 or parse.words[that].lower() != "that" or parse.heads[that] != participle or thing + 1 >= len(parse):
        return False
    auxiliary = thing + 1
    verb = parse.heads[auxiliary] if parse.deps[auxiliary] in ("aux", "auxpass") else auxiliary
    finite = parse.tags[auxiliary] in ("VBZ", "VBP", "MD", "VBD") and parse.pos[verb] in ("VERB", "AUX")
    if not finite or parse.right(thing) != thing or parse.child(verb, "nsubj", "nsubjpass") is not None or verb in parse.ancestors(participle):
        return False
    noun = parse.heads[participle]
    move(parse, verb, noun, "acl")
    move(parse, thing, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
    move(parse, that, verb, "mark")
    parse.pos[participle], parse.tags[participle] = "ADJ", "VBN"
    move(parse, participle, thing, "amod")
    return True


def _reduced(parse: Parse, lexicon: Lexicon, participle: int) -> bool:
    """ "enter talks with Chad focused on trade": a past form without a subject right after a noun says something of the noun, or of the happening
    whose phrase ends in it."""
    before = participle - 1
    if parse.deps[participle] not in ("ccomp", "dep") or before < 0 or parse.pos[before] not in _NOUNS or not _bare(parse, participle):
        return False
    goes_on = parse.child(participle, "prep", "agent") is not None and parse.deps[before] != "nsubj"
    if parse.sentence_of[before] != parse.sentence_of[participle] or not goes_on:
        return False
    noun = before
    outer = parse.heads[parse.heads[before]] if parse.deps[before] == "pobj" else before
    if parse.pos[outer] == "NOUN" and (parse.lemmas[outer] in lexicon.nouns or parse.words[outer].lower() in lexicon.nouns):
        noun = outer
    if noun in parse.subtree(participle):
        return False
    parse.tags[participle] = "VBN"
    move(parse, participle, noun, "acl")
    return True


def _object_taken_for_subject(parse: Parse, lexicon: Lexicon, participle: int) -> bool:
    """ "entered talks focused on trade": a verb that takes no clause has an object, and the past form after it is the object's participle."""
    verb, thing = parse.heads[participle], parse.child(participle, "nsubj")
    takes = (lexicon.reporting_verbs, lexicon.modal_verbs, lexicon.words("resultative"), lexicon.words("verification"), lexicon.words("suggesting"))
    if parse.deps[participle] != "ccomp" or parse.tags[participle] not in ("VBD", "VBN") or thing is None or parse.pos[thing] != "NOUN":
        return False
    if any(parse.lemmas[verb] in words for words in takes) or parse.left(thing) != verb + 1 or parse.pos[verb] != "VERB":
        return False
    whole = parse.child(participle, "dobj", "aux", "auxpass", "mark", "neg", "ccomp", "xcomp", "advmod") is not None
    if whole or parse.child(participle, "prep", "agent") is None:
        return False
    parse.tags[participle] = "VBN"
    move(parse, thing, verb, "dobj")
    move(parse, participle, thing, "acl")
    return True


def _set_off(parse: Parse, participle: int) -> None:
    """ "the contrast with Lee - still waiting for a verdict - could not be clearer": between dashes it says something of the noun before them."""
    first, last = parse.left(participle), parse.right(participle)
    if first < 2 or last + 1 >= len(parse) or parse.words[first - 1] not in DASHES or parse.words[last + 1] not in DASHES:
        return
    if parse.pos[first - 2] in _NOUNS and _bare(parse, participle):
        move(parse, participle, first - 2, "acl")


def _part_owned(parse: Parse, participle: int) -> None:
    """ "is 40 percent owned by the state", "Nordal, 45 percent owned by a fund": how much of it, and no thing that is owned."""
    share = participle - 1
    if share < 1 or parse.lemmas[share] not in ("percent", "%", "cent") or parse.child(participle, "agent") is None:
        return
    copula, thing = parse.heads[participle], parse.heads[share]
    if parse.deps[participle] == "acomp" and parse.lemmas[copula] == "be":
        _passive(parse, copula, participle)
    elif copula == share and parse.deps[share] == "appos":
        move(parse, participle, thing, "acl")
        move(parse, share, participle, "npadvmod")
    elif copula == share and parse.deps[share] == "conj" and parse.tags[thing] == "VBN":
        move(parse, participle, thing, "conj")
        move(parse, share, participle, "npadvmod")
    elif copula == share and parse.deps[share] == "attr" and parse.lemmas[thing] == "be":
        move(parse, participle, thing, "acomp")
        move(parse, share, participle, "npadvmod")
        _passive(parse, thing, participle)


def _passive(parse: Parse, copula: int, participle: int) -> None:
    """Makes a copula the auxiliary of the participle after it."""
    above, dep = parse.heads[copula], parse.deps[copula]
    parse.children[copula].remove(participle)
    parse.heads[participle], parse.deps[participle] = participle, "ROOT"
    if above != copula:
        move(parse, participle, above, dep)
    for child in list(parse.children[copula]):
        move(parse, child, participle, "nsubjpass" if parse.deps[child] == "nsubj" else parse.deps[child])
    move(parse, copula, participle, "auxpass")
    parse.pos[copula], parse.pos[participle] = "AUX", "VERB"


def _of_people(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "A shell landed among women queuing for bread": right after people, where nobody is the subject, it is they who do it."""
    people, subject = participle - 1, parse.child(parse.heads[participle], "nsubj", "nsubjpass")
    if parse.deps[people] != "pobj" or subject is None or not _bare(parse, participle) or parse.left(participle) != participle:
        return
    kinds = [lexicon.noun_types.get(parse.words[i].lower()) or lexicon.noun_types.get(parse.lemmas[i]) for i in (people, subject)]
    somebody = parse.pos[subject] in ("PRON", "PROPN") or kinds[1] in DOERS
    if parse.words[parse.heads[people]].lower() != "by" and kinds[0] in ("Person", "Group") and not somebody:
        move(parse, participle, people, "acl")


def _of_companion(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "won the race with Weber leading the team", "with Chad and Peru acting as hosts": right after "with" somebody it is he who does it."""
    last = participle - 1
    noun = parse.heads[last] if parse.deps[last] == "conj" else last
    prep = parse.heads[noun]
    beside = parse.deps[noun] == "pobj" and parse.words[prep].lower() == "with" and parse.heads[participle] in parse.ancestors(prep)
    somebody = parse.pos[noun] == "PROPN" or lexicon.noun_types.get(parse.lemmas[noun]) in DOERS
    if beside and somebody and _bare(parse, participle) and parse.left(participle) == participle:
        _clause_of_with(parse, prep, noun, participle)


def asked_for(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "called for the law to be scrapped", "left room for trucks to turn": the infinitive is what is asked or left, and no part of the phrase of
    whoever is to do it or of what it befalls."""
    noun = parse.heads[verb]
    prep = parse.heads[noun]
    above = parse.heads[prep]
    infinitive = any(parse.tags[c] == "TO" and c < verb for c in parse.children[verb])
    if not infinitive or parse.deps[noun] != "pobj" or parse.words[prep].lower() != "for" or not above < prep < noun < verb:
        return
    passive = parse.child(verb, "auxpass") is not None
    kind = lexicon.noun_types.get(parse.words[noun].lower()) or lexicon.noun_types.get(parse.lemmas[noun], "")
    somebody = parse.pos[noun] == "PRON" or (kind in ("Person", "Group", "Vehicle") and parse.pos[noun] == "NOUN")
    asks = lexicon.verbs.get(f"{parse.lemmas[above]} for") == "Demand" or parse.lemmas[above] in ("wait", "push", "ask")
    if parse.pos[above] == "VERB" and asks and (passive or somebody):
        move(parse, verb, above, "xcomp")
    elif parse.pos[above] == "NOUN" and prep == above + 1 and somebody and parse.deps[above] == "dobj":
        move(parse, verb, above, "acl")


def asked_that(parse: Parse, lexicon: Lexicon, clause: int) -> None:
    """ "called for the mine to be closed", where "for" leads the clause: it is what is called for, and no purpose of the calling."""
    verb = parse.heads[clause]
    word = next((m for m in parse.all(clause, "mark") if parse.words[m].lower() == "for" and verb < m < clause), None)
    asks = lexicon.verbs.get(f"{parse.lemmas[verb]} for") == "Demand" or parse.lemmas[verb] in ("wait", "push", "ask")
    if word is None or not asks or parse.child(verb, "dobj") is not None or not any(parse.tags[c] == "TO" for c in parse.children[clause]):
        return
    move(parse, word, verb, "prep")
    parse.deps[clause] = "xcomp"


def left_for(parse: Parse, verb: int) -> None:
    """ "left gaps for other players to run into": the infinitive is of the gaps."""
    above = parse.heads[verb]
    to = next((c for c in parse.children[verb] if parse.tags[c] == "TO"), None)
    thing = parse.child(above, "dobj")
    if to is None or thing is None or not above < thing < to or parse.pos[thing] != "NOUN":
        return
    if any(parse.words[p].lower() == "for" and p == thing + 1 and parse.right(p) == to - 1 for p in parse.all(thing, "prep")):
        move(parse, verb, thing, "acl")


def _absolute(parse: Parse, participle: int) -> None:
    """ "He left, with fans calling him a traitor": behind a comma or in front the noun and its participle are a clause, and no phrase; so are
    "with demand for coal rising", "without the council knowing"."""
    noun = parse.heads[participle]
    prep = parse.heads[noun]
    outer = parse.heads[prep]
    inner = parse.deps[noun] == parse.deps[outer] == "pobj" and parse.words[prep].lower() not in ("with", "of") and parse.deps[prep] == "prep"
    if inner and parse.words[parse.heads[outer]].lower() == "with":
        noun, prep = outer, parse.heads[outer]
    with_ = parse.words[prep].lower()
    if parse.deps[noun] != "pobj" or with_ not in ("with", "without") or parse.left(noun) != prep + 1 or not _bare(parse, participle):
        return
    first = with_ == "without" or prep == parse.sentences[parse.sentence_of[prep]][0] or parse.words[prep - 1] in (",", '"', *DASHES)
    between = [c for c in parse.children[noun] if noun < c < participle and parse.deps[c] not in ("prep", "advmod", "quantmod")]
    if first and not between and parse.words[participle - 1] != ",":
        _clause_of_with(parse, prep, noun, participle)


def _clause_of_with(parse: Parse, prep: int, noun: int, participle: int) -> None:
    """Makes a noun and its participle the clause of a "with", which is then beside the verb around it and no part of a noun's phrase."""
    move(parse, participle, prep, "pcomp")
    move(parse, noun, participle, "nsubj")
    verb = next((i for i in parse.ancestors(prep) if parse.pos[i] in ("VERB", "AUX") and parse.deps[i] != "amod"), None)
    if verb is not None:
        move(parse, prep, verb, "prep")


def _describes_following(parse: Parse, participle: int) -> None:
    """ "can guide arriving planes", "a victory over visiting Porto": right before a noun without an article it describes the noun."""
    thing, above = parse.child(participle, "dobj"), parse.heads[participle]
    if (
        thing is None
        or parse.left(thing) != participle + 1
        or parse.child(thing, "det", "poss", "nummod") is not None
        or not _bare(parse, participle)
    ):
        return
    if above != participle - 1 or parse.tags[thing] == "NN":
        return
    dep = "pobj" if parse.deps[participle] == "pcomp" else "dobj"
    for child in [c for c in parse.children[participle] if c != thing]:
        move(parse, child, thing, parse.deps[child])
    move(parse, thing, above, dep)
    parse.pos[participle] = "ADJ"
    move(parse, participle, thing, "amod")


def _renamed(parse: Parse, participle: int) -> None:
    """ "played for Norda, later renamed Sparta": what has another name is what stands right before the comma."""
    comma = parse.left(participle) - 1
    named = comma > parse.heads[participle] and parse.words[comma] == "," and parse.pos[comma - 1] in _NOUNS
    if named and parse.deps[comma - 1] in ("pobj", "dobj", "attr") and _bare(parse, participle):
        move(parse, participle, comma - 1, "acl")


def _held(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "a conference on the care of wells held in Lima": what is held is the conference."""
    noun, held = parse.heads[participle], lexicon.words("held")
    while parse.lemmas[noun] not in held and parse.deps[noun] == "pobj" and parse.pos[parse.heads[parse.heads[noun]]] == "NOUN":
        noun = parse.heads[parse.heads[noun]]
    if parse.lemmas[noun] in held:
        move(parse, participle, noun, "acl")


def _sited(parse: Parse, participle: int) -> None:
    """ "robbed a bank located in Lima two days ago": the day is of the robbery, for what is somewhere has no day."""
    noun = parse.heads[participle]
    verb = parse.heads[noun] if parse.deps[noun] == "dobj" else parse.heads[parse.heads[noun]]
    for child in parse.all(participle, "advmod", "npadvmod", "prep"):
        inner = [child, *parse.all(child, "npadvmod", "pobj")]
        if child > participle and parse.pos[verb] == "VERB" and any(parse.entity_types[i] in ("DATE", "TIME") for i in inner):
            move(parse, child, verb, parse.deps[child])


def _of_somebody(parse: Parse, lexicon: Lexicon, gerund: int) -> None:
    """ "the importance of Chile improving its schools": between "of" and a gerund stands who is to do it."""
    somebody, prep = gerund - 1, parse.heads[gerund - 1]
    prospect = parse.deps[somebody] == "pobj" and parse.lemmas[parse.heads[prep]] in lexicon.words("prospect")
    if prospect and parse.pos[somebody] in _NOUNS and parse.words[prep].lower() == "of" and _bare(parse, gerund) and parse.left(gerund) == gerund:
        move(parse, gerund, prep, "pcomp")
        move(parse, somebody, gerund, "nsubj")


def mend_record(parse: Parse, lexicon: Lexicon, record: int) -> None:
    """ "soared to record levels": after what rises or falls it tells how high, and nobody who notes it."""
    if record and parse.tags[record - 1] == "TO" and lexicon.verbs.get(parse.lemmas[parse.heads[record]]) in ("Rise", "Fall", "Increase", "Decrease"):
        _after_to(parse, record)


def _after_to(parse: Parse, participle: int) -> None:
    """ "an end to protected markets", "raised it to expected levels": no infinitive, but a noun after a preposition, which it describes."""
    to, thing, above = participle - 1, parse.child(participle, "dobj"), parse.heads[participle]
    if parse.heads[to] != participle or thing is None or parse.left(thing) != participle + 1 or parse.child(participle, "aux") != to:
        return
    move(parse, to, above, "prep")
    parse.pos[to], parse.pos[participle] = "ADP", "ADJ"
    move(parse, thing, to, "pobj")
    move(parse, participle, thing, "amod")
