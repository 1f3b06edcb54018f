"""The roles of prepositions' objects: by the frame of the verb or noun, else by what the grammar has for the preposition."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, PLACES, Draft
from kg.extract.phrasal import in_manner
from kg.extract.reasons import role_for, role_for_deed
from kg.extract.standards import beside, channel, level, stage, standard

_LOCATIVE = frozenset("in at on near off within outside inside across along around over throughout above beneath under aboard".split())
_TEMPORAL = frozenset({"after", "before", "during", "since", "until", "till", "amid", "following", "by", "amidst"})
#: Prepositions that set a phrase beside the clause; nobody takes part in it by them.
_CONNECTIVES = frozenset(
    {"according", "due", "depending", "apart", "aside", "except", "besides", "instead", "regardless", "unlike", "rather", "thanks", "opposed"}
)
_COMPOUND = frozenset({"thanks", "opposed"})  # "thanks to", "as opposed to"
_DEFAULT_ROLES = {
    "from": "source", "into": "goal", "onto": "goal", "toward": "goal", "towards": "goal", "about": "topic", "regarding": "topic",
    "concerning": "topic", "over": "topic", "on": "topic", "upon": "topic", "of": "topic", "as": "attribute", "via": "instrument",
    "through": "instrument", "in": "topic", "at": "goal",
}  # fmt: skip
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
#: Before "fields" they speak of subjects, and of no land.
_SUNDRY = frozenset({"all", "various", "many", "certain", "other", "several", "different", "such", "those", "these", "key"})


def fill(draft: Draft, role: str, tokens: list[int]) -> None:
    for token in tokens if role else ():
        if role == "place":
            if token not in draft.places:
                draft.places.append(token)
        else:
            draft.add(role, token)


def assign(clauses: Clauses, draft: Draft, prep: int, word: str, roles: dict[str, str], has_patient: bool, noun: bool = False) -> None:
    """Give the objects of a preposition the role that the frame, or else the grammar, has for it."""
    parse = clauses.parse
    if word in _CONNECTIVES | _COMPOUND or (prep and parse.words[prep - 1].lower() in _CONNECTIVES) or _parenthetical(clauses, prep):
        return
    if clauses.fronted(prep) or (word == "as" and _of_companion(clauses, prep)) or _adverbial(clauses, prep, word):
        return
    inner = prep
    while (deeper := parse.child(inner, "prep")) is not None and parse.child(inner, "pobj") is None:
        inner = deeper  # "out of", "from within", "along with"
    objects = [f for o in parse.all(inner, "pobj") for f in clauses.fillers(o)]
    clauses_below = parse.all(inner, "pcomp")
    if any(_manner(clauses, word, o) or (roles.get(word) != "instrument" and channel(clauses, word, o)) for o in objects):
        return
    if any(stage(clauses, word, o) for o in objects):
        draft.adjuncts.append(prep)
        return
    if any(o in clauses.dated or parse.lemmas[o] in clauses.lexicon.words("time") for o in objects) or parse.words[inner].lower() in _TEMPORAL - {
        "by"
    }:
        draft.adjuncts.append(prep)
        return
    if word == "with" and (as_ := parse.right(prep) + 1) in parse.all(parse.heads[prep], "prep") and parse.words[as_].lower() == "as":
        objects = objects if roles.get("with") in ("recipient", "patient") else []  # "collapsed with Ruiz as chairman"
    for target in objects:
        role = role_of(clauses, prep, word, target, roles, has_patient, noun)
        fill(draft, role, [target])
        if not role and not noun and clauses.parse.pos[target] in ("NOUN", "PROPN"):
            draft.obliques.append(target)
    for clause in clauses_below:
        absolute = word == "with" and parse.tags[clause] != "VBD" and parse.child(clause, "nsubj", "nsubjpass") is not None
        if parse.pos[clause] == "VERB" and not absolute:  # "closed with the index rising" tells what else was so
            listed = roles.get(word, "")
            role = role_for_deed(clauses, prep, clause, listed) if word == "for" else listed or "topic"
            fill(draft, role, [clause] if word in ("of", "for", "about", "from", "to", "in", "on", "with", "at") else [])


def places_of(clauses: Clauses, noun: int) -> list[int]:
    """Places that a noun's own phrase names: "the worst accident in Peru"."""
    parse = clauses.parse
    where = [o for p in parse.all(noun, "prep") if parse.words[p].lower() in _LOCATIVE for o in parse.all(p, "pobj")]
    return [f for o in where for f in clauses.fillers(o) if clauses.type_of(f) in PLACES]


def _manner(clauses: Clauses, word: str, noun: int) -> bool:
    """ "on condition of anonymity", "on the left", "in the first place", "for a loop": how, whence or in what order, and no participant."""
    parse = clauses.parse
    if f"{parse.words[parse.heads[noun]].lower()} {parse.text(parse.left(noun), noun).lower()}" in clauses.lexicon.words("adverbial"):
        return True
    if word == "on":
        reason = parse.lemmas[noun] == "ground"  # "on the grounds that …"
        stance = parse.lemmas[noun] in clauses.lexicon.words("stance") and (reason or parse.child(noun, "acl", "relcl") is None)
        return stance and not clauses.is_named(noun) and noun not in clauses.dated
    if word == "against" and parse.lemmas[noun] in clauses.lexicon.words("setting"):
        return True  # "against a backdrop of rising prices"
    if word == "with" and in_manner(parse, clauses.lexicon, noun):
        return True  # "spoke with difficulty"
    if word == "to" and parse.lemmas[noun] in clauses.lexicon.words("reception"):
        return True  # "said so to loud applause"
    ordinal = any(parse.words[c].lower() in ("first", "second", "third") for c in parse.children[noun])
    return word == "in" and parse.lemmas[noun] == "place" and ordinal


def _no_place(clauses: Clauses, noun: int) -> bool:
    """ "in connection with the raids", "in the field of energy", "in all fields": no place, whatever else the noun may name."""
    parse, after = clauses.parse, noun + 1
    if clauses.is_named(noun):
        return False
    goes_on = after < len(parse) and parse.heads[after] == noun and parse.words[after].lower()
    if parse.lemmas[noun] in clauses.lexicon.words("bound") and goes_on in ("of", "to", "with", "for"):
        return True
    some = any(parse.words[c].lower() in _SUNDRY for c in parse.children[noun])
    of = goes_on == "of" and not any(clauses.type_of(o) in PLACES for o in parse.all(after, "pobj"))  # "in areas of mutual interest"
    return parse.lemmas[noun] in ("field", "area") and (some or of)


def _parenthetical(clauses: Clauses, prep: int) -> bool:
    """ ", with thousands heading north", "particularly with Chevron": a clause of its own, or an afterthought."""
    parse = clauses.parse
    if parse.words[prep].lower() != "with" or prep == 0:
        return False
    return parse.words[prep - 1].lower() in (",", "-", "particularly", "especially", "notably", "mainly", "including")


def _adverbial(clauses: Clauses, prep: int, word: str) -> bool:
    """ "For all the hype, few came": what did not hinder it; "spoke face to face": how."""
    parse, after = clauses.parse, prep + 1
    if word == "for" and prep < parse.heads[prep] and parse.words[after].lower() == "all":
        return True
    return word in ("to", "by", "after", "for") and parse.lemmas[after] == parse.lemmas[prep - 1] and parse.pos[after] == "NOUN"


def _of_companion(clauses: Clauses, prep: int) -> bool:
    """ "would collapse with Weber as chairman": he is it, and not who collapses."""
    parse = clauses.parse
    beside = [p for p in parse.all(parse.heads[prep], "prep") if p < prep and parse.words[p].lower() == "with"]
    return any(parse.right(p) == prep - 1 and any(clauses.control.acts(o) for o in parse.all(p, "pobj")) for p in beside)


def role_of(clauses: Clauses, prep: int, word: str, target: int, roles: dict[str, str], has_patient: bool, noun: bool) -> str:
    """The role of one object of a preposition."""
    unplaced = word == "in" and _no_place(clauses, target)
    kind = "" if unplaced else clauses.type_of(target)
    stating = not noun and word == "on" and clauses.parse.lemmas[clauses.parse.heads[prep]] in clauses.lexicon.words("stating")
    if standard(clauses, prep, word, target) or (stating and clauses.is_named(target) and kind not in PLACES):
        return ""  # "said on Morning Desk"
    listed = roles.get(f"noun:{word}") if noun else None
    if noun and kind in ACTORS:
        listed = roles.get(f"noun:{word} somebody", listed)
    if noun and kind in PLACES:
        listed = roles.get(f"noun:{word} somewhere", listed)
    if noun and word == "in" and kind in PLACES and roles.get("noun:of") != "topic":
        return "place"  # "troop reductions in Chile" reduce the troops, but "investment in Chile" is put into it
    if noun and listed == "patient" and word == "of" and clauses.parse.entity_types[target] in _AMOUNTS:
        return "attribute"  # "a fine of 200 euros"
    if noun and listed == "attribute" and word == "of" and roles.get("noun:in") == "patient" and not _amount(clauses, target):
        return "patient"  # "an increase of prices"
    listed = listed or roles.get(word)
    if (unplaced and not noun and listed == "place") or (word == "to" and clauses.parse.lemmas[target] == "death" and listed != "result"):
        return ""  # "beat him to death"; but "sentenced him to death"
    about = noun and word in ("on", "over") and listed == "topic"  # "talks on Darfur" are about it
    if word in _LOCATIVE and kind in PLACES and listed not in ("patient", "goal") and not about:
        return "place"
    if not noun and word == "in" and any(clauses.parse.pos[o] == "NUM" for o in clauses.parse.all(clauses.parse.heads[prep], "dobj")):
        return ""  # "lost nine in their last 12 matches": nine of them
    if word == "from" and not noun and clauses.parse.lemmas[clauses.parse.heads[prep]] in clauses.lexicon.reporting_verbs:
        return "place" if kind in PLACES else ""  # "said from her home in Lima"
    actor = kind in ACTORS
    if word == "for":
        return role_for(clauses, prep, target, listed or "")
    if noun and word == "from" and listed == "cause" and actor:
        return ""  # "the death of a senator from the party"
    if listed:
        return listed
    head = clauses.parse.heads[prep]
    if word == "to":
        taken = kind in PLACES and not noun and has_patient and clauses.parse.lemmas[head] in clauses.lexicon.words("conveying")
        moves = any(clauses.parse.lemmas[head] in clauses.lexicon.words(name) for name in ("coming", "journey"))
        if not noun and not has_patient and kind in PLACES and moves:
            return "goal"  # "went to Lima"
        if level(clauses, target) and not noun and not actor and clauses.parse.child(target, "poss") is None:
            return "result"  # "slipped two points to 3,420"
        return "recipient" if actor and not taken else "goal"  # "took the message to Lima"
    if word == "with":
        served = kind in ("Product", "Vehicle") or clauses.parse.lemmas[target] in clauses.lexicon.weapons
        return ("recipient" if noun or not beside(clauses, prep) else "") if actor else "instrument" if served else ""
    if word == "behind":
        lemma = clauses.parse.lemmas[clauses.parse.heads[prep]]
        backed = (actor and lemma not in clauses.lexicon.words("scoring")) or lemma in ("be", "throw", "put")
        return "topic" if backed else ""  # "is behind the raids"; "sat behind a curtain"
    if word == "on" and clauses.parse.lemmas[target] == "part":
        return "agent" if noun else ""
    if word == "against":
        return "topic" if has_patient else "patient"
    if noun and word == "from":
        return "agent" if actor else "source"
    if noun and word in ("by", "between", "among"):
        return "agent"
    if noun and word in ("at", "in"):
        return ""  # "a speech at the dinner", "attacks in his name": the occasion or the manner
    if noun and word == "of":
        return "attribute" if clauses.parse.entity_types[target] in _AMOUNTS else "patient"
    engaged = clauses.is_happening(target) and clauses.parse.lemmas[clauses.parse.heads[prep]] in clauses.lexicon.words("engagement")
    if word in _LOCATIVE - {"on", "over"} and not noun and not engaged:
        return ""  # "in more detail", "in an interview": manner or occasion, not a participant
    if word == "in" and noun:
        return ""  # "a start in thin trading"; what it is in, the frame says
    if word == "through" and not noun and clauses.parse.lemmas[clauses.parse.heads[prep]] in clauses.lexicon.words("passing"):
        return ""  # "made it through the winter"
    if word in ("on", "upon") and not noun and not _concerns(clauses, clauses.parse.heads[prep], target):
        return ""  # "closed higher on the sale": the occasion
    return _DEFAULT_ROLES.get(word, "")


def _amount(clauses: Clauses, noun: int) -> bool:
    return clauses.parse.entity_types[noun] in _AMOUNTS or clauses.parse.child(noun, "nummod") is not None


def _concerns(clauses: Clauses, head: int, target: int) -> bool:
    """Whether "on" after a word tells what it is about: "voted on the budget", "hard on crime", "spent millions on a house", "a tax on sugar"."""
    parse, lexicon = clauses.parse, clauses.lexicon
    lemma = parse.lemmas[head]
    speaks = lemma in lexicon.words("concern") or lemma in lexicon.reporting_verbs
    acted_on = any(clauses.is_happening(o) for o in parse.all(head, "dobj"))
    return speaks or acted_on or parse.pos[head] != "VERB" or clauses.is_named(target)
