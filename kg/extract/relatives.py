"""Relative clauses on the noun that their verb agrees with, and tellers after their verb that were taken for objects: mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_RELATIVES = ("WDT", "WP")
_UNITS = frozenset({"one", "percent", "cent", "%", "media", "data"})


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


def content_clause(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "It is a problem that we have not scored", "the rumour that the bank was closed": a clause that lacks nothing is what its noun says."""
    if parse.deps[verb] != "relcl":
        return
    noun, that = parse.heads[verb], parse.child(verb, "dobj")
    if that is None or parse.words[that].lower() != "that" or parse.tags[that] not in _RELATIVES or that != noun + 1:
        return
    subject, it = parse.child(verb, "nsubj", "nsubjpass"), parse.child(parse.heads[noun], "nsubj")
    judged = parse.deps[noun] == "attr" and it is not None and parse.words[it].lower() == "it"
    indefinite = judged and any(parse.words[c].lower() in ("a", "an") for c in parse.all(noun, "det"))
    another = any(c > verb for c in parse.all(verb, "dobj"))
    complete = another or parse.child(verb, "auxpass") is not None or parse.lemmas[verb] in lexicon.words("intransitive")
    tells = parse.lemmas[noun] in lexicon.reporting_nouns or parse.lemmas[noun] in lexicon.modal_nouns
    tells = tells or parse.lemmas[noun] in lexicon.words("medium")
    if subject is not None and (indefinite or (tells and complete)):
        parse.deps[that], parse.tags[that], parse.pos[that] = "mark", "IN", "SCONJ"
        parse.deps[verb] = "acl"
