"""Relative clauses on the noun that their verb agrees with, and subjects that were taken for the end of a list: mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_RELATIVES = ("WDT", "WP")
_UNITS = frozenset({"one", "percent", "cent", "%", "media", "data"})
_LOOSE = ("advcl", "ccomp", "conj", "dep", "relcl")


def attach_relative(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "a campaign to win voters that has failed": a verb in the singular is not of "voters", but of the nearest noun around it that agrees."""
    if parse.deps[verb] != "relcl":
        return
    noun, pronoun = parse.heads[verb], parse.child(verb, "nsubj", "nsubjpass")
    number = _number(parse, verb)
    if not number or pronoun is None or parse.tags[pronoun] not in _RELATIVES or parse.pos[noun] != "NOUN" or parse.child(noun, "conj") is not None:
        return
    somebody = parse.words[pronoun].lower() == "who"
    if not _disagrees(parse, lexicon, noun, number):
        return
    for outer in parse.ancestors(noun):
        if parse.pos[outer] in ("VERB", "AUX") and parse.deps[outer] not in ("acl", "pcomp") and not (somebody and parse.deps[outer] == "advcl"):
            return
        between = parse.child(outer, "agent", "dobj") if somebody and parse.pos[outer] == "VERB" else None
        people = [o for o in parse.all(between, "pobj") if parse.tags[o] == "NN"] if between is not None and parse.deps[between] == "agent" else []
        if people and number == "one" and people[0] < noun and lexicon.noun_types.get(parse.lemmas[people[0]]) == "Person":
            move(parse, verb, people[0], "relcl")
            return
        if parse.pos[outer] == "NOUN" and outer < pronoun and not _disagrees(parse, lexicon, outer, number):
            if parse.tags[outer] == {"one": "NN", "several": "NNS"}[number] and not any(parse.deps[c] == "relcl" for c in parse.children[outer]):
                move(parse, verb, outer, "relcl")
            return


def _number(parse: Parse, verb: int) -> str:
    """Whether a clause's finite verb is of one or of several, "" where its form does not tell."""
    finite = min([c for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass")], default=verb)
    if parse.tags[finite] == "VBZ" or parse.words[finite].lower() == "was":
        return "one"
    several = parse.tags[finite] == "VBP" and parse.words[finite].lower() not in ("am", "'m")
    return "several" if several or parse.words[finite].lower() == "were" else ""


def _disagrees(parse: Parse, lexicon: Lexicon, noun: int, number: str) -> bool:
    if parse.words[noun].lower() in _UNITS:
        return False
    if number == "one":
        return parse.tags[noun] == "NNS"
    return parse.tags[noun] == "NN" and lexicon.noun_types.get(parse.lemmas[noun]) not in ("Group", "Organization", "GovernmentOrganization")


def subject_before(parse: Parse, verb: int) -> None:
    """ "He argued with a fan and Okafor could not calm him": the end of a list right before a finite verb without a subject is its subject."""
    if parse.deps[verb] not in _LOOSE or parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl", "mark") is not None:
        return
    first = parse.left(verb)
    auxiliary = parse.deps[first] in ("aux", "auxpass") and parse.tags[first] in ("MD", "VBD", "VBZ", "VBP")
    finite = auxiliary or (first == verb and parse.tags[verb] in ("VBZ", "VBD") and parse.deps[verb] == "advcl")
    noun = first - 1
    if not finite or noun < 1 or parse.deps[noun] != "conj" or parse.pos[noun] not in ("NOUN", "PROPN") or parse.right(noun) != noun:
        return
    head, main = parse.heads[noun], parse.heads[verb]
    if parse.deps[verb] == "ccomp":  # "said police left the camp and checks had begun": the second thing that is said
        main = next((i for i in parse.ancestors(noun) if parse.heads[i] == main and parse.deps[i] == "ccomp"), main)
    joined = any(parse.deps[i] == "cc" and parse.heads[i] in (head, main) for i in range(head + 1, noun))
    if not joined or parse.deps[head] not in ("pobj", "dobj") or main in (noun, head) or parse.pos[main] not in ("VERB", "AUX") or main > verb:
        return
    move(parse, noun, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
    for comma in [c for c in parse.all(head, "cc") if head < c < noun]:
        move(parse, comma, main, "cc")
    move(parse, verb, main, "conj")


def join_base(parse: Parse, verb: int) -> None:
    """ "an attempt to duck issues that we raised and avoid questions": a base form goes on from the infinitive, not from a finite verb after it."""
    head = parse.heads[verb]
    if parse.tags[verb] != "VB" or parse.deps[verb] != "conj" or parse.child(verb, "aux", "nsubj", "nsubjpass") is not None:
        return
    finite = parse.tags[head] in ("VBN", "VBD", "VBZ") and parse.deps[head] in ("relcl", "ccomp", "advcl", "acl")
    if not finite or parse.child(head, "xcomp") is not None:
        return
    if any(parse.tags[c] == "MD" or parse.lemmas[c] == "do" for c in parse.children[head]):
        return
    for outer in parse.ancestors(head):
        if parse.tags[outer] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[outer]):
            move(parse, verb, outer, "conj")
            return
        if parse.sentence_of[outer] != parse.sentence_of[verb]:
            return


def inverted_teller(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Peace is near, stressed the envoy, adding that …": who speaks, after the verb, was taken for its object."""
    told, teller = parse.heads[verb], parse.child(verb, "dobj")
    if parse.deps[verb] != "conj" or parse.tags[verb] != "VBD" or parse.lemmas[verb] not in lexicon.reporting_verbs or parse.words[verb - 1] != ",":
        return
    complete = parse.child(verb, "nsubj", "nsubjpass", "ccomp", "xcomp", "aux") is not None or any(told < c < verb for c in parse.all(told, "cc"))
    if complete or teller is None or parse.left(teller) != verb + 1 or parse.deps[told] != "ROOT" or parse.heads[told] != told:
        return
    if parse.lemmas[verb] in lexicon.words("informing"):
        return  # "…, the mayor, told Reuters"
    if parse.pos[teller] != "PROPN" and lexicon.noun_types.get(parse.lemmas[teller]) not in ("Person", "Group"):
        return
    parse.children[told].remove(verb)
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    move(parse, told, verb, "ccomp")
    parse.deps[teller] = "nsubj"


def two_subjects(parse: Parse, verb: int) -> None:
    """ "A truce before the talks will hold": of two nouns before a verb the second belongs to the "before" between them."""
    subjects = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")]
    if len(subjects) != 2:
        return
    first, second = subjects
    mark = parse.left(second) - 1
    between = mark == parse.right(first) + 1 and parse.words[mark].lower() in ("before", "after", "since", "until", "till")
    if between and parse.deps[mark] == "mark" and parse.heads[mark] == verb and parse.pos[first] in ("NOUN", "PROPN") and parse.pos[second] != "PRON":
        move(parse, mark, first, "prep")
        parse.pos[mark] = "ADP"
        move(parse, second, mark, "pobj")
