"""Being something: copulas and predicative adjectives as relations."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import PLACES, Draft
from kg.extract.phrases import determiner, plural, verb_phrase
from kg.extract.prepositions import assign, fill, places_of
from kg.extract.relations import is_past_term, office_of, term
from kg.parse import Parse

_NO_STATE = frozenset({"like", "as", "for", "with", "without", "of", "to"})  # prepositions that say little of where or about what something is

_GRADES = frozenset({"up", "down", "off", "out", "over", "back"})  # "was up by two percent", "was out for five at the start": they are what it was


def being(clauses: Clauses, copula: int) -> Draft | None:
    """Being something: an adjective is the relation itself; a noun is what the subject is ("the fire was a consequence of the raid")."""
    parse = clauses.parse
    attribute = parse.child(copula, "attr")
    if attribute is None:
        return predicative(clauses, copula, parse.child(copula, "acomp", "oprd")) or placed(clauses, copula)
    subjects = [s for s in clauses.subjects(copula) if parse.words[s].lower() not in ("there", "what", "who") and s != attribute]
    thing = parse.pos[attribute] in ("NOUN", "PROPN") and attribute not in clauses.dated and parse.lemmas[attribute] != "part"
    if parse.child(copula, "expl") is not None:
        return _existing(clauses, copula, attribute) if thing else None
    if not subjects or not thing or (office_of(clauses, attribute)[0] and not _of_itself(clauses, copula, subjects)):
        return None
    if _cleft(clauses, subjects, attribute):
        return None
    if parse.tags[copula] == "VBG" and parse.lemmas[copula - 1] == "business":
        return None  # "has no business being mayor"
    several = any(plural(parse, s) or parse.lemmas[s] in ("most", "many", "some", "all") for s in parse.all(copula, "nsubj"))
    listed = [c for c in parse.conjuncts(attribute) if parse.tags[c] == "NNS"]
    if several and parse.tags[attribute] == "NNP" and clauses.is_named(attribute) and parse.child(attribute, "conj") is None:
        return None  # "The winners are Ana Ruiz, 32, Paul Lind, 24, and …": the list was not read as one
    if _of_nation(clauses, attribute):
        return None
    draft = Draft(copula, parse.lemmas[copula], "Event", "copula", phrase=verb_phrase(parse, copula, copula))
    fill(draft, "agent", subjects)
    if not (several and len(listed) > 1 and parse.tags[attribute] == "NNS"):  # "most of the exports were roses and lilies": neither is most of them
        fill(draft, "attribute", clauses.fillers(attribute))
    draft.adjuncts += [*parse.all(copula, "npadvmod", "advmod", "prep"), *term(clauses, attribute)]
    if any(clauses.is_happening(s) for s in subjects):
        fill(draft, "place", places_of(clauses, attribute))  # "the raid was the first operation on Chilean soil"
    return draft


def _of_nation(clauses: Clauses, attribute: int) -> bool:
    """ "is an American", "is pro-Israel": who is so is no nation."""
    parse = clauses.parse
    person = parse.entity_types[attribute] == "NORP" and clauses.type_of(attribute) in PLACES and parse.child(attribute, "det") is not None
    side = parse.words[attribute - 1] == "-" and parse.words[attribute - 2].lower() in ("pro", "anti") and clauses.is_named(attribute)
    return person or side


def _cleft(clauses: Clauses, subjects: list[int], attribute: int) -> bool:
    """ "it is the rain that worries fans": nothing is the rain."""
    parse = clauses.parse
    it = all(parse.words[s].lower() == "it" for s in subjects)
    known = clauses.is_named(attribute) or determiner(parse, attribute) in ("definite", "possessive", "demonstrative")
    that = any(parse.words[c].lower() == "that" for r in parse.all(attribute, "relcl") for c in parse.children[r])
    return it and known and that


def _of_itself(clauses: Clauses, copula: int, subjects: list[int]) -> bool:
    """Whether an office is a happening, too: one that is over, or that of a pronoun, which may stand for nobody that is known."""
    return is_past_term(clauses, copula) or all(clauses.parse.tags[s] == "PRP" for s in subjects)


def _existing(clauses: Clauses, copula: int, noun: int) -> Draft | None:
    """Being there: "there were no survivors in the village"."""
    parse = clauses.parse
    if parse.lemmas[copula] != "be" or clauses.is_happening(noun):
        return None  # of "there was an explosion" the noun tells
    draft = Draft(copula, "be", "Event", "existential", phrase=verb_phrase(parse, copula, copula))
    fill(draft, "agent", clauses.fillers(noun))
    for prep in parse.all(copula, "prep"):
        assign(clauses, draft, prep, parse.words[prep].lower(), {}, False)
    fill(draft, "place", places_of(clauses, noun))
    draft.adjuncts += parse.all(copula, "npadvmod", "advmod", "prep")
    return draft


def predicative(clauses: Clauses, copula: int, adjective: int | None) -> Draft | None:
    """A copula with an adjective: the adjective is the relation. A participle used as one is its own copula."""
    parse = clauses.parse
    if adjective is None or parse.pos[adjective] not in ("ADJ", "VERB") or is_formula(parse, copula, adjective):
        return None
    complements = parse.all(adjective, "prep", "xcomp", "ccomp") or parse.all(copula, "prep", "xcomp")
    subjects = clauses.subjects(copula)
    asked = parse.words[parse.sentences[parse.sentence_of[copula]][1] - 1] == "?" and parse.heads[copula] == copula
    if not subjects or (asked and all(parse.words[s].lower() in ("what", "who") for s in subjects)):
        return None
    degree = {parse.words[a].lower() for a in parse.all(adjective, "advmod")}
    first, _ = verb_phrase(parse, copula, copula)
    itself = adjective == copula or parse.tags[adjective] == "JJR"  # what is "better" need not be good
    lemma = _compound(parse, adjective) or (parse.words[adjective].lower() if itself else parse.lemmas[adjective])
    draft = Draft(adjective, lemma, "Event", "adjective", phrase=(first if adjective - first < 5 else adjective, adjective))
    own = parse.child(adjective, "nsubj", "nsubjpass") is not None
    listed = parse.lemmas[adjective] in clauses.lexicon.words("scheduling") or parse.lemmas[adjective] in clauses.lexicon.words("destining")
    scheduled = own and adjective == copula and listed
    fill(draft, "patient" if scheduled else "agent", subjects)  # who "is scheduled to speak" has scheduled nothing
    fill(draft, "attribute", [m for m in parse.all(adjective, "npadvmod") if parse.child(m, "nummod") is not None])  # "20 years old"
    for part in complements:
        if parse.deps[part] == "prep":
            assign(clauses, draft, part, parse.words[part].lower(), {}, False)
        elif "too" not in degree:  # who is "too ill to play" does not play
            that = any(parse.words[m].lower() == "that" for m in parse.all(part, "mark"))
            fill(draft, "result" if "so" in degree and that else "topic", [part])
    draft.adjuncts += parse.all(copula, "npadvmod", "advmod", "prep")
    return draft


def _compound(parse: Parse, adjective: int) -> str:
    """ "state-owned", "error-strewn", "well-received": without its first word the second one is another relation."""
    first = adjective - 2
    if first < 0 or parse.words[first + 1] != "-" or parse.spaced[first] or parse.spaced[first + 1] or parse.heads[first] != adjective:
        return ""
    return parse.text(first, adjective).lower()


def placed(clauses: Clauses, copula: int) -> Draft | None:
    """Being somewhere or in some state: "the ship is in port", "the book is about salt"; whatever a frame's verb would have by the preposition."""
    parse = clauses.parse
    subjects = [s for s in clauses.subjects(copula) if parse.words[s].lower() not in ("there", "what", "who")]
    phrases = [p for p in parse.all(copula, "prep") if p > copula and parse.words[p].lower() not in _NO_STATE]
    graded = any(parse.words[a].lower() in _GRADES for a in parse.all(copula, "advmod", "prt", "acomp"))
    other = parse.child(copula, "xcomp", "ccomp") is not None  # "The aim is, at this point, to win"
    if parse.deps[copula] in ("aux", "auxpass") or not subjects or not phrases or other or _compares(parse, copula):
        return None
    draft = Draft(copula, parse.lemmas[copula], "Event", "copula-phrase", phrase=verb_phrase(parse, copula, copula))
    fill(draft, "agent", subjects)
    for prep in phrases:
        assign(clauses, draft, prep, parse.words[prep].lower(), {}, False)
    fill(draft, "attribute", draft.obliques)  # "the fire is under control": without its state it would only be
    draft.obliques.clear()
    draft.adjuncts += parse.all(copula, "npadvmod", "advmod", "prep")
    return draft if draft.places or (not graded and len(draft.slots) > len(subjects)) else None


def _compares(parse: Parse, copula: int) -> bool:
    """ "is warmer than it was in March", "as busy as they were on the coast": what it was is told by what it is compared with."""
    head, marks = parse.heads[copula], parse.all(copula, "mark", "advmod")
    than = any(parse.words[m].lower() == "than" for m in marks)
    as_ = any(parse.words[m].lower() == "as" and "as" in parse.words[parse.left(head) : m] for m in marks)
    return head < copula and (than or as_)


def is_formula(parse: Parse, copula: int, adjective: int) -> bool:
    """ "It's worth noting that …": how the writer leads up to something, and nothing that is told."""
    it = parse.child(copula, "nsubj", "expl")
    gerund = parse.child(adjective, "xcomp", "ccomp") or parse.child(copula, "xcomp", "ccomp")
    worth = parse.lemmas[adjective] == "worth" and gerund is not None and parse.tags[gerund] == "VBG"
    return worth and it is not None and parse.words[it].lower() == "it"
