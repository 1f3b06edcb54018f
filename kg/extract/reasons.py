"""What "for" tells: for whom, what for, why or about what. The frame of the verb or noun decides, else the construction."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS
from kg.lexicon import EventType

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
#: Roles that a frame gives to things and people, and that no deed fills.
_NO_DEEDS = frozenset({"", "beneficiary", "attribute", "goal", "patient"})


def judged(clauses: Clauses, prep: int) -> bool:
    """ "praised for", "fined for": what somebody is judged or paid back for."""
    return clauses.parse.lemmas[clauses.parse.heads[prep]] in clauses.lexicon.words("judging")


def role_for(clauses: Clauses, prep: int, target: int, listed: str) -> str:
    """The role of a noun after "for"; ``listed`` is what the frame says."""
    parse, lexicon = clauses.parse, clauses.lexicon
    head, actor = parse.heads[prep], clauses.type_of(target) in ACTORS
    if parse.lemmas[target] in lexicon.words("motive"):
        return "cause"  # "for religious reasons"
    if parse.child(target, "nummod") is not None and parse.lemmas[target] in lexicon.words("margin"):
        return ""  # "banned for three games"
    if judged(clauses, prep) and not actor and listed in ("", "purpose"):
        return "cause"
    if listed:
        return listed
    if parse.words[target].lower() in ("that", "this") and target < head:
        return "cause"  # "For that she drew fire"
    if actor:
        return "beneficiary"
    if parse.lemmas[head] in lexicon.words("favouring") or (parse.pos[head] == "ADJ" and parse.lemmas[head] not in lexicon.words("serving")):
        return "topic"  # "argued for a ban", "responsible for the fire"; but "ready for talks"
    return "attribute" if parse.entity_types[target] in _AMOUNTS else "purpose"  # "sells for 20 euros"


def role_for_deed(clauses: Clauses, prep: int, gerund: int, listed: str) -> str:
    """The role of a gerund after "for": as a rule it tells why ("was jailed for hiding them"), after words of use what for ("used for digging")."""
    parse, lexicon = clauses.parse, clauses.lexicon
    head = parse.heads[prep]
    if parse.words[gerund].lower() in lexicon.words("handling") and parse.child(gerund, "dobj", "ccomp") is None:
        return "purpose"  # "was detained for questioning"
    if judged(clauses, prep):
        return "cause"
    if parse.lemmas[head] in lexicon.words("serving"):
        return "purpose"
    if listed not in _NO_DEEDS:
        return listed
    return "topic" if parse.lemmas[head] in lexicon.words("favouring") else "cause"


def meant(clauses: Clauses, verb: int, clause: int, lemma: str, kind: EventType | None) -> bool:
    """ "used the stamp to help them", "met to talk", "formed a panel to judge them": an infinitive that tells what it was done for.

    Of a verb that no frame knows, an object that cannot act does not do what the infinitive says either."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if not any(parse.tags[c] == "TO" for c in parse.children[clause]):
        return False
    if lemma in lexicon.words("means") or lemma in lexicon.words("purposive"):
        return lemma != "come" or parse.left(clause) > verb + 1  # "came to know"
    thing = parse.child(verb, "dobj")
    lists = ("implicative", "objectControl", "subjectControl", "rendering", "resultative", "obtaining")
    controls = any(lemma in lexicon.words(name) for name in lists)
    if thing is None or kind is not None or controls or lemma in lexicon.modal_verbs or lemma == "have":
        return False
    return verb < thing < clause and parse.pos[thing] in ("NOUN", "PROPN") and clauses.type_of(thing) not in ACTORS


def aims(clauses: Clauses, verb: int, lemma: str) -> list[int]:
    """The infinitives right behind a verb like "meet" that the parser takes for clauses of circumstance."""
    parse = clauses.parse
    if lemma not in clauses.lexicon.words("purposive") or parse.child(verb, "xcomp") is not None:
        return []
    nearest = verb + 1 + (lemma == "come")  # "came to know" tells what came about
    behind = (c for c in parse.all(verb, "advcl") if parse.left(c) >= nearest and parse.words[parse.left(c) - 1] not in (",", "-", ";"))
    return [c for c in behind if parse.pos[c] == "VERB" and any(parse.tags[t] == "TO" for t in parse.children[c])][:1]
