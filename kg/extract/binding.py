"""Whom the grammar makes a pronoun likeliest to mean: subjects of the clauses around it, the nearest first, what was acted on, what happened."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.attribution import Sayings
from kg.extract.clauses import Clauses
from kg.extract.phrases import plural

_CLAUSES = 6  # that a pronoun looks out of
#: Types of things that one acts on.
_ACTED_ON = frozenset("Organization GovernmentOrganization NewsMediaOrganization Country Vessel City State Vehicle Facility Product".split())
_KINDLESS = ("", "Thing", "City", "State", "Place", "Facility", "Product")  # types that a name has where nothing tells of what kind it is
_NOMINAL = ("NOUN", "PROPN", "PRON")


def governing_subjects(clauses: Clauses, token: int) -> Iterator[tuple[int, ...]]:
    """Subjects before a pronoun, those of one clause at a time: of a clause in front of its own, of the clauses around it, outwards.

    Its own clause's only for a possessor: nobody "met him" himself. Who asks whether "she would go" does not ask that of herself; in "her speech,
    which she gave" it is whose speech it is.
    """
    parse = clauses.parse
    within = {token, *parse.ancestors(token)}
    verbs = [v for v in parse.ancestors(token) if parse.pos[v] in ("VERB", "AUX") and parse.deps[v] not in ("aux", "auxpass")]
    for n, verb in enumerate(verbs[:_CLAUSES]):
        asked = (
            n
            and parse.lemmas[verb] in clauses.lexicon.words("wondering")
            and any(parse.words[m].lower() in ("if", "whether") for m in parse.all(verbs[n - 1], "mark"))
        )
        if not asked and (n or parse.deps[token] == "poss"):
            found = tuple(s for s in clauses.subjects(verb) if s < token and s not in within and parse.pos[s] in _NOMINAL)
            if found:
                yield found
        if parse.deps[verb] == "relcl":
            owners = tuple(o for o in parse.all(parse.heads[verb], "poss") if o < token)
            if owners:
                yield owners
        for clause in reversed(parse.all(verb, "advcl")):
            found = tuple(s for s in parse.all(clause, "nsubj", "nsubjpass") if s < token and s not in within)
            if found and clause < token and clause not in within:
                yield found


def somebody_who_says(clauses: Clauses, sayings: Sayings, name: int) -> bool:
    """ "Quill said he was alarmed": a lone name of no known kind that says something is somebody's."""
    return _lone_name(clauses, sayings, name) and clauses.type_of(name) in _KINDLESS


def _lone_name(clauses: Clauses, sayings: Sayings, name: int) -> bool:
    """A name of one word, unlisted, that says something and is no paper's that reports."""
    parse, saying = clauses.parse, sayings.of_source(name)
    if saying is None or parse.tags[name] != "NNP" or parse.children[name] or parse.words[name].isupper():
        return False
    listed = name in clauses.named and clauses.individuals[clauses.named[name]].key is not None
    return parse.lemmas[saying.cue] != "report" and not listed


def somebody_else(clauses: Clauses, sayings: Sayings, token: int) -> bool:
    """ "One of the pilots said he was lost", "Quill said he was lost", be it a firm or a man: it is nobody whom a sentence before names."""
    parse = clauses.parse
    nearest = next(governing_subjects(clauses, token), ())
    one = any(parse.words[clauses.counting(s)].lower() in ("one", "another", "each") for s in nearest)
    return one or any(_lone_name(clauses, sayings, s) and clauses.type_of(s) == "Organization" for s in nearest)


def object_beside(clauses: Clauses, token: int) -> int | None:
    """The object of a possessor's own verb that stands before it: "supplied the firm with parts for its plant"."""
    parse = clauses.parse
    within = set(parse.ancestors(token))
    verb = next((i for i in parse.ancestors(token) if parse.pos[i] in ("VERB", "AUX")), None)
    if verb is None or parse.deps[token] != "poss":
        return None
    return next((o for o in parse.all(verb, "dobj", "dative") if o < token and o not in within), None)


def expletive(clauses: Clauses, token: int) -> bool:
    """ "it is clear that", "it was left to her to choose", "it was Lee who left", "when it comes to", "whether it is greed": nothing is meant."""
    parse = clauses.parse
    head = parse.heads[token]
    if parse.deps[token] not in ("nsubj", "nsubjpass"):
        return False
    lemma, predicates = "be" if parse.lemmas[head] in ("become", "remain", "get") else parse.lemmas[head], [head, *parse.all(head, "acomp", "oprd")]
    leading = {parse.words[c].lower() for c in parse.all(head, "advmod", "mark")}
    lasting = lemma == "take" and parse.words[token].lower() == "it" and clauses.lasts(head)
    lasting = lasting or (lemma == "cost" and parse.words[token].lower() == "it")
    if lasting and parse.child(head, "xcomp", "ccomp", "advcl") is not None:
        return True  # "it will take a month to rebuild", "it costs money to train them"
    if ("when" in leading and lemma == "come") or ("whether" in leading and lemma == "be"):
        return True
    attributes = parse.all(head, "attr")
    cleft = any(parse.tags[a] == "NNS" for a in attributes) or any(parse.child(a, "relcl") is not None for a in (head, *attributes))
    idea = any(parse.tags[c] == "TO" for a in attributes for clause in parse.all(a, "acl", "relcl", "xcomp") for c in parse.children[clause])
    if lemma == "be" and (cleft or idea) and parse.words[token].lower() == "it":
        return True
    follows = any(parse.child(p, "ccomp", "xcomp", "advcl") is not None for p in predicates)
    fallen = parse.child(head, "xcomp", "advcl") is not None and any(parse.words[p].lower() == "to" for p in parse.all(head, "prep"))
    happens = lemma in clauses.lexicon.words("seeming")
    reported = (happens or parse.child(head, "auxpass") is not None) and parse.child(head, "ccomp") is not None
    like = happens and any(parse.words[c].lower() in ("like", "as") for c in parse.all(head, "prep", "mark", "advcl"))
    return (follows and (lemma == "be" or reported)) or fallen or like


def objects_of(clauses: Clauses, subjects: tuple[int, ...], token: int) -> list[int]:
    """Objects before a pronoun of the verb that has these subjects."""
    parse = clauses.parse
    return [o for s in subjects for o in parse.all(parse.heads[s], "dobj") if o < token and o not in parse.ancestors(token)]


def spoken_of(clauses: Clauses, token: int) -> tuple[int, str] | None:
    """ "asked about the raid, she refused to discuss it", "… to address the issue": what can be discussed is the last happening named there."""
    parse = clauses.parse
    verb = next((i for i in parse.ancestors(token) if parse.pos[i] == "VERB"), None)
    if verb is None or parse.lemmas[verb] not in clauses.lexicon.words("discussion"):
        return None
    start = parse.sentences[parse.sentence_of[token]][0]
    barred = set(parse.subtree(verb))
    before = (i for i in range(token - 1, start - 1, -1) if i not in barred and discussable(clauses, i))
    found = next(before, None)
    return (found, "happening-discussed") if found is not None else None


def discussable(clauses: Clauses, noun: int) -> bool:
    """A happening, not what is said of one ("offered no response")."""
    parse, lexicon = clauses.parse, clauses.lexicon
    said = parse.lemmas[noun] in lexicon.words("inquiry") or parse.lemmas[noun] in lexicon.reporting_nouns
    return clauses.is_happening(noun) and not said and parse.deps[noun] not in ("compound", "amod", "nmod", "poss")


def object_before(clauses: Clauses, token: int) -> tuple[int, str] | None:
    """ "seized the ship and sank it": the thing that the verb before acted on."""
    parse = clauses.parse
    verb = parse.heads[token]
    if parse.deps[token] != "dobj" or parse.deps[verb] not in ("conj", "xcomp", "advcl"):
        return None
    before = parse.child(parse.heads[verb], "dobj")
    if before is None or before > token or plural(parse, before):
        return None
    return (before, "pronoun-object") if clauses.type_of(before) in _ACTED_ON else None
