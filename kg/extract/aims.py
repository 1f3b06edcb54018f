"""What is meant, wanted, enabled or only thought of: "a plan for selling it", "the power to sell it", "talked about selling it"."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.foretold import FUTURE
from kg.extract.phrases import determiner
from kg.extract.polarity import infinitive

_ABOUT = frozenset({"about", "regarding", "concerning", "on", "over"})
_PROSPECTIVE = frozenset({"of", "for", "in", "to", "on", "at", "toward", "towards"})
_FORWARD = frozenset({"on", "toward", "towards", "for"})
_NEAR = frozenset({"close", "closer", "near", "nearer"})


def considered(clauses: Clauses, prep: int) -> bool:
    """ "doubts about selling the mine", "talked about leaving", "warned them against attacking": a gerund that is only spoken or thought of."""
    parse = clauses.parse
    word, governor = parse.words[prep].lower(), parse.heads[prep]
    if clauses.fronted_matter(prep) or _listed_thought(clauses, prep):
        return True
    if word == "about" and parse.pos[governor] == "AUX" and parse.lemmas[governor] == "be":
        return True  # "the vote is not only about choosing a mayor"
    if word == "against" or (word == "to" and parse.words[governor].lower() in _NEAR):
        return True  # "edged closer to calling a strike"
    if parse.pos[governor] == "VERB" and parse.deps[prep - 1] == "dobj" and parse.heads[prep - 1] == governor and word in ("to", "for"):
        if word == "for" and parse.lemmas[governor] in clauses.lexicon.words("judging"):
            return False  # "praised the forum for airing it"
        governor = prep - 1  # "removed an obstacle to mending it"
    elif parse.pos[governor] == "VERB" and word == "on":
        governor = next(
            (o for o in parse.all(governor, "dobj") if o < prep and clauses.control.confers(o)), governor
        )  # "held talks with Chad on ending it"
    if parse.pos[governor] == "NOUN" and word in _PROSPECTIVE and parse.lemmas[governor] in clauses.lexicon.words("prospect"):
        return True  # "ways of saving water", "the challenge of rebuilding", "talks on ending the strike"
    if f"{parse.lemmas[governor]} {word}" in clauses.lexicon.words("contemplation"):
        return True  # "is looking into closing it", "a platform for airing views"
    thought = parse.pos[governor] in ("NOUN", "ADJ") or parse.lemmas[governor] in clauses.lexicon.words("contemplation")
    return word in ("about", "of") and thought and (word == "about" or parse.pos[governor] == "VERB")


def _listed_thought(clauses: Clauses, prep: int) -> bool:
    """ "believed many things, from Ruiz being a spy to …", "the things she thought - from …": what somebody thinks or says, told as a list."""
    parse, verb = clauses.parse, clauses.parse.heads[prep]
    gerund = parse.child(prep, "pcomp")
    if gerund is None or parse.words[prep].lower() not in ("from", "to") or parse.child(gerund, "nsubj", "nsubjpass") is None:
        return False
    verb = parse.heads[verb] if parse.deps[verb] == "dobj" else verb
    return parse.lemmas[verb] in clauses.lexicon.reporting_verbs


def aimed(clauses: Clauses, prep: int) -> bool:
    """ "a commitment to enforcing it", "staked his campaign on cracking down", "the focus is on hiring": a gerund that tells what is meant."""
    parse = clauses.parse
    if clauses.fronted_matter(prep):
        return False  # "On cutting fares, the mayor insisted on waiting"
    word, governor = parse.words[prep].lower(), parse.heads[prep]
    beside = [prep - 1] if parse.heads[prep - 1] == governor and parse.deps[prep - 1] == "dobj" else []
    if parse.lemmas[governor] == "be":
        beside += parse.all(governor, "nsubj")
    return any(f"{parse.lemmas[g]} {word}" in clauses.lexicon.words("aiming") for g in (governor, *beside))


def names_aim(clauses: Clauses, copula: int) -> bool:
    """ "Their goal is to win", "the first task would be to mend it": whether a copula tells what an aim or a duty is."""
    parse = clauses.parse
    return parse.lemmas[copula] == "be" and any(parse.lemmas[s] in clauses.lexicon.words("aim") for s in parse.all(copula, "nsubj"))


def enabled(clauses: Clauses, verb: int) -> bool:
    """ "the right to vote", "a chance to win": an infinitive that tells what somebody can do, not in "took the opportunity to thank them"."""
    parse, noun = clauses.parse, clauses.parse.heads[verb]
    if parse.deps[verb] not in ("acl", "relcl") or not infinitive(clauses, verb) or parse.lemmas[noun] not in clauses.lexicon.words("enabling"):
        return False
    return not _used_as(clauses, noun) and not (
        parse.deps[noun] == "dobj" and f"{parse.lemmas[parse.heads[noun]]} {parse.lemmas[noun]}" in clauses.lexicon.words("seizing")
    )


def _used_as(clauses: Clauses, noun: int) -> bool:
    """ "used the debate as an opportunity to attack the banks"."""
    parse = clauses.parse
    prep = parse.heads[noun]
    chance = parse.lemmas[noun] in ("opportunity", "chance", "occasion")
    return chance and parse.deps[noun] == "pobj" and parse.words[prep].lower() == "as" and parse.lemmas[parse.heads[prep]] == "use"


def seized(clauses: Clauses, verb: int) -> bool:
    """ "took the opportunity to thank them", "had the courage to resign": who did so did what the infinitive says."""
    parse, noun = clauses.parse, clauses.parse.heads[verb]
    taken, by = (
        parse.deps[noun] == "dobj" and f"{parse.lemmas[parse.heads[noun]]} {parse.lemmas[noun]}" in clauses.lexicon.words("seizing"),
        parse.heads[noun],
    )
    if _used_as(clauses, noun):
        taken, by = True, parse.heads[by]
    did = parse.tags[by] in ("VBD", "VBG") or any(parse.lemmas[c] == "have" for c in parse.all(by, "aux"))
    return parse.deps[verb] == "acl" and infinitive(clauses, verb) and taken and did


def of_plan(clauses: Clauses, verb: int) -> bool:
    """ "vote on a plan to sell", "agree on a resolve to fight": an infinitive that tells what somebody means, of which only is spoken."""
    parse, noun = clauses.parse, clauses.parse.heads[verb]
    planned = clauses.lexicon.modal_nouns.get(parse.lemmas[noun]) == "planned"
    return parse.deps[verb] == "acl" and parse.deps[noun] == "pobj" and planned and infinitive(clauses, verb)


def for_reason(clauses: Clauses, head: int) -> bool:
    """Whether "for" and a gerund tell why, not what for: after what one does to somebody, not in "should meet for settling it"."""
    parse = clauses.parse
    aims = parse.pos[head] == "VERB" and parse.child(head, "dobj") is None and not clauses.passive(head)
    return not aims or parse.lemmas[head] in clauses.lexicon.words("judging")


def only_asked(clauses: Clauses, noun: int) -> bool:
    """ "questions about a raid", "speculation over a merger", "progress on reform": what is asked about or worked on need not have come about."""
    parse = clauses.parse
    prep = parse.heads[noun]
    worked = [parse.heads[prep], *([prep - 1] if parse.deps[prep - 1] == "dobj" and parse.heads[prep - 1] == parse.heads[prep] else [])]
    forward = parse.deps[noun] == "pobj" and parse.words[prep].lower() in _FORWARD and determiner(parse, noun) in ("indefinite", "bare")
    if forward and any(f"{parse.lemmas[w]} {parse.words[prep].lower()}" in clauses.lexicon.words("workingOn") for w in worked):
        return True
    about = parse.deps[noun] == "pobj" and parse.words[prep].lower() in _ABOUT
    return about and parse.lemmas[parse.heads[prep]] in clauses.lexicon.words("asking") and determiner(parse, noun) == "indefinite"


def asked_for(clauses: Clauses, noun: int) -> bool:
    """ "faced calls for an inquiry", "appeals for help": what is only asked for has not come about."""
    parse = clauses.parse
    prep = parse.heads[noun]
    wanted = parse.deps[noun] == "pobj" and parse.words[prep].lower() == "for" and parse.pos[parse.heads[prep]] == "NOUN"
    return wanted and parse.lemmas[parse.heads[prep]] in clauses.lexicon.words("demanding") and determiner(parse, noun) in ("indefinite", "bare")


def no_charge(clauses: Clauses, verb: int) -> bool:
    """ "argued that it should be cut", "charged with bribing referees who sought to fix matches": what is only meant is no matter of the charge."""
    parse, necessary = clauses.parse, clauses.lexicon.words("necessity")
    above = (verb, *parse.ancestors(verb))
    clause = next((i for i in above if parse.deps[i] in ("ccomp", "pcomp", "relcl", "ROOT")), verb)
    needed = parse.lemmas[parse.heads[verb]] in necessary or parse.lemmas[parse.heads[verb]] == "need"
    aim = parse.deps[verb] == "acl" and infinitive(clauses, verb)  # "accused of using it as a means to win"
    due = aim or any(parse.words[c].lower() in FUTURE | {"should", "must", "ought"} for c in parse.all(verb, "aux"))
    return needed or due or parse.deps[clause] == "relcl"


def called_for(clauses: Clauses, verb: int) -> bool:
    """ "thinks that the mayor should resign": who thinks so wants it."""
    parse = clauses.parse
    clause = next((i for i in (verb, *parse.ancestors(verb)) if parse.deps[i] in ("ccomp", "ROOT", "relcl", "advcl")), verb)
    if parse.deps[clause] == "relcl":
        return clause == verb and infinitive(clauses, verb) and parse.words[parse.left(verb) - 1] == ","  # "the book, to be published in May, …"
    thinks = parse.deps[clause] == "ccomp" and parse.lemmas[parse.heads[clause]] in ("think", "believe", "feel", "reckon", "suppose", "guess")
    return thinks and any(parse.words[c].lower() in ("should", "must", "ought") for c in parse.all(clause, "aux"))


def hoped(clauses: Clauses, verb: int) -> bool:
    """ "hopes that the towns can rebuild": what somebody wants to be possible he wants."""
    parse = clauses.parse
    wanted = clauses.lexicon.reporting_verbs.get(f"{parse.lemmas[parse.heads[verb]]} that") or clauses.lexicon.reporting_verbs.get(
        parse.lemmas[parse.heads[verb]]
    )
    can = any(parse.words[c].lower() in ("can", "could", "may") for c in parse.all(verb, "aux"))
    return parse.deps[verb] == "ccomp" and wanted == "planned" and can
