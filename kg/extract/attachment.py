"""Prepositions and adverbs that a small parser hung on the noun before them, or on the verb, and that are the other's: mended on the parse."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_CENTURY = re.compile(r"1[0-8]\d\ds?|19\d\ds?|20\d0s")
_FOLLOWERS = ("Person", "Group", "Organization", "Vehicle", "Vessel", "PERSON", "NORP", "ORG")
_FROM_THERE = frozenset({"after", "following", "before", "since", "until"})


def _happens(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """Whether a noun tells of a happening, alone or with the noun before it: "the vote", "the tax cut"."""
    lemma = parse.lemmas[noun]
    return lemma in lexicon.nouns or parse.words[noun].lower() in lexicon.nouns or f"{parse.lemmas[noun - 1]} {lemma}" in lexicon.nouns


def _bygone(parse: Parse, prep: int, verb: int) -> bool:
    """ "is defending the commander of a raid in the 1980s": the present does not go with years of another century, or with a decade."""
    finite = next(iter(parse.all(verb, "aux", "auxpass")), verb)
    if parse.tags[finite] not in ("VBZ", "VBP") or parse.lemmas[finite] == "have":
        return False
    return any(_CENTURY.fullmatch(parse.words[i]) for o in parse.all(prep, "pobj") for i in parse.subtree(o))


def bygone_to_noun(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "is defending the commander of a raid in 1962": the year is of the raid, or else of the noun that it stands behind."""
    verb, before = parse.heads[prep], prep - 1
    if parse.pos[verb] not in ("VERB", "AUX") or not verb < before or not _bygone(parse, prep, verb):
        return
    nouns = [i for i in (before, *parse.ancestors(before)) if verb < i and parse.pos[i] in ("NOUN", "PROPN") and parse.right(i) == before]
    noun = next((i for i in nouns if _happens(parse, lexicon, i)), nouns[0] if nouns else None)
    if noun is not None:
        move(parse, prep, noun, "prep")


def time_to_verb(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "arrested at his home on Monday": the day is of the arrest, not of the home; of an event's noun it may be."""
    noun = parse.heads[prep]
    timed = any(parse.entity_types[o] in ("DATE", "TIME") for o in parse.all(prep, "pobj"))
    timed = timed and parse.words[prep].lower() != "of"
    if not timed or _happens(parse, lexicon, noun) or noun > prep:
        return
    verb = next((i for i in parse.ancestors(noun) if parse.pos[i] in ("VERB", "AUX") or parse.lemmas[i] in lexicon.nouns), None)
    if verb is not None and verb < prep and parse.pos[verb] == "VERB" and not _bygone(parse, prep, verb):
        move(parse, prep, verb, "prep")


def since_of_perfect(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "has seized nine boats carrying drugs since May": "since" goes with the perfect, so with the verb that stands in it."""
    _since_of_told(parse, lexicon, prep)
    participle = parse.heads[prep]
    bare = parse.tags[participle] == "VBG" and parse.deps[participle] in ("acl", "advcl") and parse.child(participle, "aux") is None
    if not bare or parse.words[prep].lower() != "since" or prep < participle:
        return
    verb = next((i for i in parse.ancestors(participle) if parse.pos[i] == "VERB"), None)
    perfect = verb is not None and verb < participle and any(parse.lemmas[a] == "have" for a in parse.all(verb, "aux"))
    if verb is not None and perfect and parse.words[parse.left(participle) - 1] != ",":
        move(parse, prep, verb, "prep")


def _since_of_told(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "had reported forty raids on ships since May": who tells of them told it once, and they have been since then."""
    verb = parse.heads[prep]
    thing = parse.child(verb, "dobj")
    told = parse.words[prep].lower() == "since" and parse.lemmas[verb] in lexicon.reporting_verbs and thing is not None
    if thing is not None and told and verb < thing and parse.right(thing) == prep - 1 and _happens(parse, lexicon, thing):
        move(parse, prep, thing, "prep")


def time_of_happening(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "marks a start following the invasion in March 2003": the year right behind a happening that is counted from is that one's."""
    verb, last = parse.heads[prep], prep - 1
    years = (i for o in parse.all(prep, "pobj") for i in parse.subtree(o) if parse.entity_types[i] == "DATE" and _YEAR.fullmatch(parse.words[i]))
    if parse.pos[verb] != "VERB" or next(years, None) is None:
        return
    noun = next(
        (i for i in (last, *parse.ancestors(last)) if parse.deps[i] in ("pobj", "dobj") and parse.words[parse.heads[i]].lower() in _FROM_THERE), None
    )
    known = noun is not None and verb < noun <= last and parse.right(noun) == last and parse.pos[noun] == "NOUN" and _happens(parse, lexicon, noun)
    if noun is not None and known and parse.child(noun, "det", "poss") is not None:
        move(parse, prep, noun, "prep")


def here(parse: Parse, here: int) -> None:
    """ "said doctors from the hospital here on Tuesday": where and when they said so, and no part of the hospital."""
    noun = parse.heads[here]
    verb = next((i for i in parse.ancestors(noun) if parse.pos[i] == "VERB"), None)
    if parse.pos[noun] in ("NOUN", "PROPN") and verb is not None and verb < noun < here:
        for timed in parse.all(here, "prep"):
            move(parse, timed, verb, "prep")
        move(parse, here, verb, "advmod")


def second_preposition(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "an attack by rebels on a convoy": a preposition that the happening's frame asks for is not of the noun before it."""
    noun = parse.heads[prep]
    outer = parse.heads[noun]
    happening = parse.heads[outer]
    kind = lexicon.event_types.get(lexicon.nouns.get(parse.lemmas[happening]) or lexicon.nouns.get(parse.words[happening].lower(), ""))
    word = parse.words[prep].lower()
    if (
        kind is None
        or parse.deps[noun] != "pobj"
        or parse.deps[outer] not in ("prep", "agent")
        or word == "of"
        or parse.lemmas[noun] in lexicon.nouns
    ):
        return
    told = word in ("about", "over", "regarding") and parse.words[outer].lower() in ("with", "between")  # "talks with the mayor about the port"
    if f"noun:{word}" in kind.roles and (told or parse.words[outer].lower() in ("by", "of")):
        move(parse, prep, happening, "prep")


def to_intention(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "expressed openness to talks": the preposition right after a noun of intention is its own."""
    noun = prep - 1
    if parse.deps[noun] == "dobj" and parse.heads[noun] == parse.heads[prep] and lexicon.modal_nouns.get(parse.lemmas[noun]) == "planned":
        move(parse, prep, noun, "prep")


def to_burden(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "put pressure on the bank to lend": what somebody is pressed to do belongs to the pressure, with the words that say who is."""
    head, to = parse.heads[verb], next((c for c in parse.children[verb] if parse.tags[c] == "TO"), 0)
    prep = parse.heads[to - 1]
    noun = parse.child(head, "dobj")
    pressed = to > 1 and parse.deps[to - 1] == "pobj" and parse.words[prep].lower() in ("on", "upon")
    if not pressed or noun is None or parse.heads[prep] not in (head, noun) or prep != noun + 1:
        return
    if parse.lemmas[noun] in lexicon.words("burden") and parse.lemmas[head] not in lexicon.words("easing"):
        move(parse, prep, noun, "prep")
        move(parse, verb, noun, "acl")


def charging(parse: Parse, lexicon: Lexicon, prep: int) -> int | None:
    """ "accused the firm at a rally of hiding losses": the verb of accusing around what stands before "of"."""
    noun = parse.heads[prep]
    while parse.deps[noun] == "pobj" and parse.deps[parse.heads[noun]] == "prep" and parse.words[prep].lower() == "of":
        noun = parse.heads[parse.heads[noun]]
        charged = parse.child(noun, "dobj", "auxpass") is not None and not any(parse.words[p].lower() == "of" for p in parse.all(noun, "prep"))
        if parse.lemmas[noun] in lexicon.words("accusing") and parse.pos[noun] == "VERB" and charged:
            return noun
    return None


def charge(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """What somebody is accused of, at a rally or in a letter, belongs to the accusing."""
    first = parse.heads[prep]
    while parse.deps[first] == "conj":
        first = parse.heads[first]  # "accused the mayor and his aides of hiding losses"
    listed = first != parse.heads[prep] and parse.deps[first] == "dobj" and parse.words[prep].lower() == "of"
    above = parse.heads[first] if listed and parse.lemmas[parse.heads[first]] in lexicon.words("accusing") else None
    verb = (above if above is not None else charging(parse, lexicon, prep)) if parse.child(prep, "pcomp") is not None else None
    if verb is not None:
        move(parse, prep, verb, "prep")


def complement(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "accused the banker of fraud": a preposition that the verb's frame asks for belongs to the verb, where its object is somebody."""
    noun = parse.heads[prep]
    verb = parse.heads[noun]
    kind = lexicon.event_types.get(lexicon.verbs.get(parse.lemmas[verb], ""))
    if parse.words[prep].lower() == "as" and parse.lemmas[verb] in lexicon.words("characterization"):
        move(parse, prep, verb, "prep")
        return
    if parse.words[prep].lower() == "against" and parse.lemmas[verb] in lexicon.words("offsetting"):
        move(parse, prep, verb, "prep")  # "leverages trade against pressure"
        return
    if parse.words[prep].lower() == "for" and any(_why(parse, lexicon, o) for o in parse.all(prep, "pobj", "pcomp")):
        move(parse, prep, verb, "prep")  # "closed the shop for family reasons", "took the men for questioning"
        return
    if parse.words[prep].lower() == "to" and parse.lemmas[noun] in lexicon.words("envoy"):
        return  # "the ambassador to Chile"
    if parse.words[prep].lower() == "of" and parse.child(prep, "pcomp") is not None and parse.lemmas[verb] in lexicon.words("accusing"):
        move(parse, prep, verb, "prep")  # "accused the firm of exploiting the strike"
        return
    if kind is not None and parse.words[prep].lower() == "on" and kind.roles.get("on") == kind.roles.get("object") == "patient":
        move(parse, prep, verb, "prep")  # "blamed the delay on a supplier"
        return
    somebody = parse.pos[noun] == "PROPN" or lexicon.noun_types.get(parse.lemmas[noun]) in ("Person", "Group")
    if kind is not None and parse.words[prep].lower() in kind.roles and somebody and parse.lemmas[noun] not in lexicon.nouns:
        move(parse, prep, verb, "prep")


def _why(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """A reason, or a bare gerund of what somebody is taken somewhere for."""
    reason = parse.lemmas[noun] in lexicon.words("motive") and parse.tags[noun] == "NNS"
    return reason or (parse.words[noun].lower() in lexicon.words("handling") and parse.child(noun, "dobj", "det", "prep") is None)


def following(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "was freed on Monday following a raid", "leaked water following a fire": with a happening after it a preposition of time, of the clause."""
    thing, noun = parse.child(participle, "dobj", "pobj"), parse.heads[participle]
    bare = parse.child(participle, "nsubj", "aux", "auxpass", "mark", "cc", "neg", "prep") is None
    if parse.deps[participle] not in ("acl", "advcl") or thing is None or thing < participle or not bare:
        return
    kinds = [lexicon.noun_types.get(parse.lemmas[i], "") if parse.pos[i] == "NOUN" else parse.entity_types[i] for i in (noun, thing)]
    happens = parse.pos[thing] == "NOUN" and (parse.lemmas[thing] in lexicon.nouns or parse.words[thing].lower() in lexicon.nouns)
    led = parse.deps[participle] == "acl" and kinds[0] in _FOLLOWERS
    if led or (not happens and (parse.pos[thing] != "NOUN" or kinds[1])):
        return  # "reporters following the trial", ", following Norda and Chad"
    verb = next((i for i in parse.ancestors(participle) if parse.pos[i] in ("VERB", "AUX")), noun)
    move(parse, participle, verb, "prep")
    if parse.deps[participle] == "prep":
        parse.pos[participle], parse.deps[thing] = "ADP", "pobj"
