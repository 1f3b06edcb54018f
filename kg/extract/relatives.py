"""Relative clauses on the noun that their verb agrees with, and tellers after their verb that were taken for objects: mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_RELATIVES = ("WDT", "WP")
_PRONOUNS = frozenset({"that", "which", "who"})
_REACH = 6  # tokens
_UNITS = frozenset({"one", "percent", "cent", "%", "media", "data"})
_TAGS = {"one": "NN", "several": "NNS"}
#: Nobody does it without somebody to do it to: they "urged her to run", and did not urge to run.
_ADDRESSING = frozenset(
    {"urge", "persuade", "convince", "force", "compel", "order", "tell", "invite", "encourage", "hire", "allow", "permit", "enable"}
)
#: No person is run, spoken or played.
_ALONE = frozenset({"run", "speak", "testify", "play", "stand", "compete"})
_PEOPLE = ("Person", "Group", "PERSON", "NORP")


def mend_relative(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """Mend a relative clause, or one that is told within it, in place."""
    _said_of_it(parse, lexicon, verb)
    _asked_of_it(parse, lexicon, verb)
    _to_do_with_it(parse, lexicon, verb)
    _attach(parse, lexicon, verb)


def _attach(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "a campaign to win voters that has failed": a verb in the singular is not of "voters", but of the nearest noun around it that agrees.

    Else it is of one that is listed beside that ("losses and inflation, which hurts …"), or of a noun further in, right before the pronoun.
    """
    if parse.deps[verb] != "relcl":
        return
    noun, pronoun = parse.heads[verb], parse.child(verb, "nsubj", "nsubjpass")
    if pronoun is not None and parse.tags[pronoun] not in _RELATIVES:
        _object_relative(parse, lexicon, verb)
    if pronoun is None or parse.tags[pronoun] not in _RELATIVES or parse.pos[noun] != "NOUN" or noun > pronoun:
        return
    number = _number(parse, verb)
    somebody = parse.words[pronoun].lower() == "who"
    beside = _listed(parse, lexicon, noun, pronoun, number)
    if beside is not None:
        move(parse, verb, beside, "relcl")
    if not number or parse.child(noun, "conj") is not None or not _disagrees(parse, lexicon, noun, number):
        return
    one = _one_of(parse, noun) if number == "one" else None
    if one is not None:
        move(parse, verb, one, "relcl")
        return
    for outer in parse.ancestors(noun):
        if not _within(parse, outer, pronoun) and not (somebody and parse.deps[outer] == "advcl"):
            break
        between = parse.child(outer, "agent", "dobj") if somebody and parse.pos[outer] == "VERB" else None
        people = [o for o in parse.all(between, "pobj") if parse.tags[o] == "NN"] if between is not None and parse.deps[between] == "agent" else []
        if people and number == "one" and people[0] < noun and lexicon.noun_types.get(parse.lemmas[people[0]]) == "Person":
            move(parse, verb, people[0], "relcl")
            return
        fitting = [i for i in parse.conjuncts(outer) if i < noun and not _disagrees(parse, lexicon, i, number)] if outer < pronoun else []
        if parse.pos[outer] == "NOUN" and fitting:
            if parse.tags[fitting[-1]] == _TAGS[number] and not any(parse.deps[c] == "relcl" for c in parse.children[outer]):
                move(parse, verb, fitting[-1], "relcl")
            return
    inner = _right_before(parse, noun, pronoun)
    if inner is not None and not somebody and not _disagrees(parse, lexicon, inner, number):
        move(parse, verb, inner, "relcl")


def _object_relative(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "the minister and the union that he leads": what stands right before the pronoun, where both have an article of their own."""
    pronoun = parse.child(verb, "dobj", "pobj")
    if pronoun is None or pronoun > verb or parse.tags[pronoun] not in _RELATIVES or parse.pos[parse.heads[verb]] != "NOUN":
        return
    beside = _listed(parse, lexicon, parse.heads[verb], pronoun, "")
    if beside is not None:
        move(parse, verb, beside, "relcl")


def _said_of_it(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "a mine that officials say is unsafe", "which analysts say suggest …": the pronoun is the subject of what is said."""
    teller = parse.heads[verb]
    if parse.deps[verb] not in ("ccomp", "xcomp") or parse.deps[teller] not in ("relcl", "advcl", "ccomp", "pcomp") or verb < teller:
        return
    first = next(iter(parse.all(verb, "aux", "auxpass")), verb)
    own = parse.child(verb, "nsubj", "nsubjpass", "expl")
    told = parse.lemmas[teller] in lexicon.reporting_verbs or parse.lemmas[teller] in lexicon.modal_verbs
    subject = next((c for c in reversed(parse.all(teller, "nsubj")) if c < teller), None)
    pronoun = parse.left(subject) - 1 if subject is not None else -1
    lost = parse.tags[first] == "VBN" and first == verb and pronoun in parse.all(teller, "nsubj")  # "who police say shot two guards"
    if not told or not (lost or parse.tags[first] in ("VBZ", "VBP", "VBD", "MD")) or first != teller + 1:
        return
    if pronoun < 0 or own not in (None, pronoun) or parse.words[pronoun].lower() not in _PRONOUNS:
        return
    parse.tags[pronoun], parse.pos[pronoun] = ("WP" if parse.words[pronoun].lower() in ("who", "what") else "WDT"), "PRON"
    move(parse, pronoun, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
    parse.deps[verb] = "ccomp"
    if lost:
        parse.tags[verb] = "VBD"
        _object_back(parse, verb)


def _object_back(parse: Parse, verb: int) -> None:
    """ "A man who police say shot two guards was held": what stands between the verb and the finite one behind it, whose subject is known, is its
    object."""
    thing = next((i for i in range(verb + 1, min(verb + _REACH, len(parse))) if parse.deps[i] in ("nsubj", "nsubjpass")), None)
    main = parse.heads[thing] if thing is not None else verb
    other = parse.all(main, "nsubj", "nsubjpass")
    if thing is not None and parse.left(thing) == verb + 1 and other[0] < verb and parse.child(verb, "dobj") is None:
        move(parse, thing, verb, "dobj")


def _asked_of_it(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "the judge, whom lawyers asked to step aside", "a mayor who unions have called on to resign": the pronoun is of those who are asked, where
    the infinitive has no room for it or the verb cannot be without it."""
    clause, subject = parse.child(verb, "xcomp"), parse.child(verb, "nsubj")
    if parse.deps[verb] != "relcl" or clause is None or subject is None or not any(parse.tags[c] == "TO" for c in parse.children[clause]):
        return
    pronoun = parse.left(subject) - 1
    if parse.tags[pronoun] not in _RELATIVES or parse.heads[pronoun] not in (verb, clause) or parse.deps[pronoun] not in ("dobj", "pobj", "dative"):
        return
    particle = parse.child(verb, "prt", "prep")
    whole = f"{parse.lemmas[verb]} {parse.words[particle].lower()}" if particle is not None else parse.lemmas[verb]
    people = parse.words[pronoun].lower() in ("who", "whom")
    alone = parse.lemmas[clause] in lexicon.words("intransitive") or parse.lemmas[clause] in _ALONE
    full = (
        alone
        or any(parse.words[a].lower() in ("aside", "down") for a in parse.all(clause, "advmod"))
        or any(o != pronoun for o in parse.all(clause, "dobj", "prep", "acomp", "attr"))
    )
    asked = whole in lexicon.words("objectControl") or parse.lemmas[verb] in lexicon.words("implicative") or parse.lemmas[verb] == "want"
    needs = " " in whole or parse.lemmas[verb] in _ADDRESSING
    if people and asked and (full or needs):
        move(parse, pronoun, verb, "dobj")


def _to_do_with_it(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "a rally which Ruiz was set to open", "the talks that she is due to lead": the pronoun is what the infinitive lacks."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if parse.deps[verb] != "relcl" or subject is None or parse.tags[subject] in _RELATIVES:
        return
    pronoun, adjective = parse.left(subject) - 1, parse.child(verb, "acomp")
    holder = adjective if adjective is not None and parse.lemmas[verb] == "be" else verb if parse.child(verb, "auxpass") is not None else None
    clause = parse.child(holder, "xcomp") if holder is not None else None
    if clause is None or parse.heads[pronoun] != verb or parse.words[pronoun].lower() not in _PRONOUNS or parse.child(clause, "dobj") is not None:
        return
    if any(parse.child(p, "pobj", "pcomp") is None for p in parse.all(clause, "prep")):
        return  # "a town which she is eager to live in"
    led = parse.tags[pronoun] in _RELATIVES and parse.deps[pronoun] in ("dobj", "attr", "oprd", "mark", "nsubj", "nsubjpass", "dative")
    if led and any(parse.tags[c] == "TO" for c in parse.children[clause]) and parse.lemmas[clause] not in lexicon.words("intransitive"):
        move(parse, pronoun, clause, "dobj")


def _within(parse: Parse, outer: int, pronoun: int) -> bool:
    """Whether the noun that a clause is of may lie beyond this word: "rules meant to prevent fraud, which were …"."""
    if parse.pos[outer] not in ("VERB", "AUX") or parse.deps[outer] in ("acl", "pcomp"):
        return True
    infinitive = parse.deps[outer] == "xcomp" and any(parse.tags[c] == "TO" for c in parse.children[outer])
    return infinitive and parse.deps[parse.heads[outer]] == "acl" and parse.words[pronoun - 1] == ","


def _listed(parse: Parse, lexicon: Lexicon, noun: int, pronoun: int, number: str) -> int | None:
    """ "losses and inflation, which hurts …", "strikes and nurses who left": the last of several, where only that agrees, or is of people."""
    items = [i for i in parse.conjuncts(noun) if i < pronoun]
    last = items[-1]
    if last == noun or parse.pos[last] not in ("NOUN", "PROPN") or parse.right(last) >= pronoun:
        return None
    if parse.words[pronoun].lower() == "who":
        kinds = [lexicon.noun_types.get(parse.lemmas[i], "") if parse.pos[i] == "NOUN" else parse.entity_types[i] for i in items]
        return last if kinds[-1] in _PEOPLE and kinds[0] == "" and parse.tags[noun] in ("NN", "NNS") else None
    own = all(parse.child(i, "det", "poss") is not None and parse.tags[i] == "NN" for i in (noun, last)) and last == pronoun - 1
    if own and parse.words[pronoun].lower() == "that" and number != "several":
        return last  # "the minister and the union that he leads"
    agrees = number == "one" and parse.tags[last] in ("NN", "NNP") and parse.tags[noun] == "NNS"
    return last if agrees and parse.words[noun].lower() not in _UNITS else None


def _one_of(parse: Parse, noun: int) -> int | None:
    """ "one of the few towns that has a port": the one, of which the singular tells."""
    prep = parse.heads[noun]
    one = parse.heads[prep]
    found = parse.deps[noun] == "pobj" and parse.words[prep].lower() == "of" and parse.words[one].lower() == "one"
    return one if found and parse.child(one, "relcl") is None else None


def _right_before(parse: Parse, noun: int, pronoun: int) -> int | None:
    """The noun that ends right before a pronoun, in a phrase behind the noun of the clause: "the leaders of Peru, which has …"."""
    before = pronoun - 1 - (parse.words[pronoun - 1] == ",")
    prep = parse.heads[before]
    inside = before > noun and parse.deps[before] == "pobj" and parse.heads[prep] == noun and parse.right(before) < pronoun
    return before if inside and parse.tags[before] in ("NN", "NNP", "NNS", "NNPS") else None


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


def after_whose(parse: Parse, verb: int) -> None:
    """ "Ruiz, whose first goal was a header, ran up the pitch": taken for what the goal did, the second verb is of the name before "whose"."""
    first = parse.heads[verb]
    subjects = parse.all(first, "nsubj", "nsubjpass")
    if parse.deps[verb] != "conj" or len(subjects) != 2 or parse.deps[first] != "ROOT" or parse.words[parse.left(verb) - 1] != ",":
        return
    owner, owned = subjects
    whose = any(parse.tags[c] == "WP$" for c in parse.children[owned])
    joined = parse.child(verb, "nsubj", "nsubjpass", "mark", "expl") is not None or any(owned < c < verb for c in parse.all(first, "cc"))
    if not whose or joined or parse.pos[owner] not in ("NOUN", "PROPN") or parse.words[parse.left(owned) - 1] != ",":
        return
    parse.children[first].remove(verb)
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    parse.children[first].remove(owner)
    parse.heads[owner], parse.deps[owner] = verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj"
    parse.children[verb] = sorted([owner, *parse.children[verb]])
    move(parse, first, owner, "relcl")


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
