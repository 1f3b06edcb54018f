"""Whether a time lies behind or ahead, by the verb that it goes with: "past", "future" or "open"."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from kg.parse import Parse

_FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "may", "might", "could", "can", "must", "should"})
_PAST = frozenset({"had", "has", "have", "was", "were", "did"})
_ON = frozenset({"on", "in", "of"})
_DONE = frozenset({"as", "after"})
_AFTER = frozenset({"after", "following"})
_UNTIL = frozenset({"until", "till"})
_ALIKE = frozenset("beat bet cost cut hit hurt let put quit set shut split spread".split())  # now and then: "cut", "cut"
_AHEAD = frozenset({"upcoming", "forthcoming", "coming", "next", "looming", "impending", "future", "likely", "possible", "proposed"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})


@dataclass(frozen=True, slots=True)
class Foresight:
    """What words say of a day without a tense: verbs of ``scheduling``, nouns of what is ``unforeseen``, verbs of what is ``accomplished``."""

    scheduling: Set[str] = frozenset()
    unforeseen: Set[str] = frozenset()
    accomplished: Set[str] = frozenset()


def tense_by_noun(parse: Parse, token: int, foresight: Foresight) -> str | None:
    """That of a noun that has the time, whatever its verb ("the February bomb blast", "the seizure of power in May"); None if it tells nothing."""
    noun = parse.heads[token]
    if parse.pos[noun] == "ADP" and parse.words[noun].lower() in _ON:
        noun = parse.heads[noun]
    if parse.pos[noun] not in ("NOUN", "PROPN") or noun == token:
        return None
    before = [i for i in parse.children[noun] if i < noun]
    if any(parse.words[i].lower() in _AHEAD or (parse.lemmas[i] in foresight.scheduling and parse.tags[i] == "VBN") for i in before):
        return "future"  # "an expected vote in January"
    if parse.lemmas[noun] not in foresight.unforeseen:
        return None
    known = any(parse.words[i].lower() in _KNOWN or parse.deps[i] == "poss" for i in before)
    return "past" if known or tense_at(parse, token) != "future" else None  # "will follow the May quake", not "will begin a May assault"


def tense_of(parse: Parse, token: int, foresight: Foresight) -> str:
    """That of the verb; "set the trial for April 22", "planned to leave on Thursday" speak of what is to come, whenever it was set."""
    prep = parse.heads[token]
    verb = next((i for i in parse.ancestors(token) if parse.pos[i] in ("VERB", "AUX", "ADJ")), prep)
    tense, scheduling = tense_at(parse, token), foresight.scheduling
    if any(parse.tags[c] == "VBD" and c > token for c in parse.all(token, "relcl")):
        return "past"  # "kept it secret until Tuesday, when a clerk told"
    if parse.lemmas[verb] in scheduling and _sets(parse, verb, token):
        return "future"
    if parse.words[prep].lower() in _UNTIL and (_present(parse, verb) or _to_do(parse, verb, token)):
        return "future"  # "has given them until Tuesday to leave"
    if parse.tags[verb] == "VBN" and parse.deps[verb] == "acl" and parse.lemmas[verb] in scheduling:
        return "open"  # "a trial set on May 6", "a talk planned on May 6"
    if tense == "future" and (_after(parse, token) or _between(parse, token)):
        return "open"
    infinitive = parse.tags[verb] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[verb])
    if infinitive and parse.deps[token] == "poss" and tense == "future":
        return "open"  # "ways to get around Wednesday's ruling"
    if infinitive and tense == "open" and parse.lemmas[parse.heads[verb]] in foresight.accomplished and parse.deps[verb] in ("xcomp", "ccomp"):
        return tense_at(parse, verb)  # "forced him to quit in May"
    if infinitive and tense in ("open", "past") and parse.lemmas[parse.heads[verb]] in scheduling and parse.deps[verb] == "xcomp":
        return "open" if _had_been(parse, parse.heads[verb]) else "future"
    return tense


def tense_at(parse: Parse, token: int) -> str:
    """``past``, ``future`` or ``open``, by the forms of the verb alone."""
    verb = next((i for i in parse.ancestors(token) if parse.pos[i] in ("VERB", "AUX") and parse.deps[i] != "prep"), None)  # not "following"
    if verb is None:
        return "open"
    auxiliaries = {parse.words[c].lower() for c in parse.all(verb, "aux", "auxpass")}
    if auxiliaries & _FUTURE and "have" not in auxiliaries:
        return "past" if "could" in auxiliaries and _failed(parse, verb) else "future"  # "could not be reached on Wednesday"
    if parse.tags[verb] == "VB" and "to" in auxiliaries and parse.tags[parse.heads[verb]] in ("VBZ", "VBP", "VBN", "JJ", "VB"):
        return "past" if tense_at(parse, verb) == "past" else "future"  # "was forced to go", "plans to go"
    if parse.tags[verb] == "VBG" and parse.deps[verb] == "advcl" and not auxiliaries:
        return "past" if tense_at(parse, verb) == "past" else "open"  # "fell, closing on Friday at 12"
    if parse.tags[verb] == "VBG" and parse.deps[verb] == "pcomp" and not auxiliaries and parse.words[parse.heads[verb]].lower() in _DONE:
        return "past" if tense_at(parse, parse.heads[verb]) == "past" else "open"  # "was quoted as saying in April", "resigned after losing in April"
    told = parse.tags[verb] == "VBN" and parse.deps[verb] == "acl" and not auxiliaries
    if parse.tags[verb] == "VBD" or auxiliaries & _PAST or told:
        return "past"  # "the pact signed on May 6"
    return "open"


def is_timetable(parse: Parse, token: int) -> bool:
    """Whether a day is when something is to be by a verb of the present: "the leaders meet Monday"; not "says on Monday that …"."""
    above = parse.heads[token]
    verb = parse.heads[above] if parse.pos[above] == "ADP" else above
    told = parse.child(verb, "ccomp", "aux", "neg") is not None or parse.words[verb].lower() in _ALIKE
    return parse.tags[verb] in ("VBZ", "VBP") and parse.pos[verb] == "VERB" and parse.deps[verb] == "ROOT" and not told


def _sets(parse: Parse, verb: int, token: int) -> bool:
    """Whether a verb of planning has the time for what is planned: "set the trial for May", "has set Nov. 10 as the deadline"."""
    prep = parse.heads[token]
    word, behind = parse.words[prep].lower(), verb < token and parse.heads[prep] >= verb  # not "figures for May led to"
    if (word == "for" and behind) or (word in _UNTIL and verb < token):
        return True
    if _present(parse, verb) and any(verb < o < token for o in parse.all(verb, "dobj")):
        return True  # "has scheduled a hearing Thursday": the present perfect has no day of the past
    return prep == verb < token and any(parse.words[c].lower() == "as" and c > token for c in parse.all(verb, "prep"))


def _after(parse: Parse, token: int) -> bool:
    """ "She will take office after her election in May": whether that was or is to be, the verb does not tell."""
    noun = parse.heads[token]
    noun = parse.heads[noun] if parse.pos[noun] == "ADP" else noun
    return parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() in _AFTER


def _between(parse: Parse, token: int) -> bool:
    """ "They will discuss pledges made by Peru at a summit in May": a participle in between may have the time as well as the verb."""
    verb = next(i for i in parse.ancestors(token) if parse.pos[i] in ("VERB", "AUX"))
    outer = next(i for i in (token, *parse.ancestors(token)) if parse.heads[i] == verb)
    made = [i for i in range(verb + 1, outer) if parse.deps[i] == "acl" and parse.tags[i] == "VBN" and parse.child(i, "agent") is not None]
    return parse.pos[outer] == "ADP" and parse.heads[token] != outer and any(parse.right(i) == outer - 1 for i in made)


def _to_do(parse: Parse, verb: int, token: int) -> bool:
    """ "Gave him until Monday to leave"."""
    deeds = (c for c in parse.all(verb, "xcomp", "advcl", "ccomp") if c > token)
    return any(parse.tags[deed] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[deed]) for deed in deeds)


def _had_been(parse: Parse, verb: int) -> bool:
    """ "Had been due to expire Friday": by now it has, or has not."""
    chain = (verb, parse.heads[verb]) if parse.pos[verb] == "ADJ" else (verb,)
    return any(parse.words[c].lower() == "had" for i in chain for c in parse.all(i, "aux"))


def _failed(parse: Parse, verb: int) -> bool:
    if parse.child(verb, "neg") is not None:
        return True
    subjects = parse.all(verb, "nsubj", "nsubjpass")
    return any(parse.words[i].lower() in _NOBODY for subject in subjects for i in (subject, *parse.all(subject, "det", "preconj")))


def _present(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] in ("VBZ", "VBP") or any(parse.tags[c] in ("VBZ", "VBP") for c in parse.all(verb, "aux", "auxpass"))
