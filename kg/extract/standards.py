"""Phrases that look like participants and are none: what something is measured against, the stage or the channel that it happens on."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_CHANGES = frozenset({"Rise", "Fall", "Increase", "Decrease", "Change"})
_MEASURED = frozenset({"over", "behind", "above", "below", "under", "ahead", "beyond"})


def standard(clauses: Clauses, prep: int, word: str, target: int) -> bool:
    """ "fell against the euro", "20 euros against 15 before", "two points behind the Danes": what the number is set against."""
    parse, head = clauses.parse, clauses.parse.heads[prep]
    if word == "to" and parse.lemmas[head] == "prefer":
        return True
    if word == "against":
        return level(clauses, target) or (clauses.type_of(target) not in ACTORS and _changes(clauses, head))
    return word in _MEASURED and _measured(clauses, prep - 1)


def level(clauses: Clauses, noun: int) -> bool:
    """A number, or an amount in a unit or a currency: "4408.8", "20 euros"."""
    parse, words = clauses.parse, clauses.lexicon.quantities
    unit = parse.child(noun, "nummod") is not None and (parse.lemmas[noun] in words.units or parse.lemmas[noun] in words.currencies)
    return unit or parse.entity_types[noun] in _AMOUNTS or parse.pos[noun] == "NUM" or parse.words[noun][:1].isdecimal()


def _changes(clauses: Clauses, head: int) -> bool:
    """Whether a word tells of a rise or a fall."""
    lexicon, lemma = clauses.lexicon, clauses.parse.lemmas[head]
    known = lexicon.verbs if clauses.parse.pos[head] == "VERB" else lexicon.nouns
    return known.get(lemma) in _CHANGES or lemma in lexicon.words("fluctuation")


def _measured(clauses: Clauses, last: int) -> bool:
    """ "three points behind": an amount right before the preposition."""
    parse = clauses.parse
    return last > 0 and parse.lemmas[last] in clauses.lexicon.words("margin") and parse.child(last, "nummod") is not None


def stage(clauses: Clauses, word: str, noun: int) -> bool:
    """ "lost in the third round", "in his second term", "over a long period": when it was."""
    parse = clauses.parse
    if word not in ("in", "over", "for", "at", "from", "throughout", "during", "within") or parse.lemmas[noun] not in clauses.lexicon.words("stage"):
        return False
    return not any(parse.words[p].lower() == "of" and clauses.is_happening(o) for p in parse.all(noun, "prep") for o in parse.all(p, "pobj"))


def channel(clauses: Clauses, word: str, noun: int) -> bool:
    """ "said on Twitter", "asked on the state radio": by what it was said, and nothing that it was about."""
    return word in ("on", "over", "via") and clauses.parse.words[noun].lower() in clauses.lexicon.words("channel")


def beside(clauses: Clauses, prep: int) -> bool:
    """ "toured Peru with the band", "the hall filled with dancers", "built it with her sons": somebody who is there as well, and who gets nothing.
    "With" right behind a noun that is no person and no place goes on from that: "made a bargain with the union"."""
    parse, lexicon, verb = clauses.parse, clauses.lexicon, clauses.parse.heads[prep]
    if parse.lemmas[verb] in lexicon.words("joining"):
        return False
    counted = any(parse.child(o, "nummod") is not None for o in parse.all(prep, "pobj"))
    if counted and parse.lemmas[verb] in lexicon.words("scoring"):
        return True  # "leads with 221 delegates"
    if clauses.passive(verb):
        return True
    thing = parse.child(verb, "dobj")
    if thing is None or parse.words[thing].lower().endswith(("self", "selves")):
        return False
    abstract = parse.pos[thing] == "NOUN" and not clauses.type_of(thing)
    return not (abstract and parse.right(thing) == prep - 1)
