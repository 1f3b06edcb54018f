"""Who tells what a sentence says, where the parser hung him elsewhere: mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.extract.phrases import finite
from kg.lexicon import Lexicon
from kg.parse import Parse, move

_OCCASIONS = frozenset({"in", "during", "at", "on", "to", "with", "before", "by", "through", "via"})
#: Verbs that stand before who speaks.
_INVERTED = frozenset("say report add note explain argue write claim announce conclude continue recall declare state insist reply".split())
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TOWNS = frozenset({"Country", "State", "City", "Place", "BodyOfWater"})
_PEOPLE = frozenset({"Person", "Group", "Organization", "GovernmentOrganization", "NewsMediaOrganization"})


def mend_tellers(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """Who speaks by a finite verb of saying."""
    teller_inside(parse, lexicon, verb)
    list_before_teller(parse, verb)
    teller_before(parse, lexicon, verb)
    teller_behind(parse, lexicon, verb)
    second_subject(parse, verb)
    including(parse, lexicon, verb)
    told_after_time(parse, lexicon, verb)


def told_after_time(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Prosecutors said two years ago, the banker sold his shares": what follows the time or the occasion is what is said."""
    told, after = parse.heads[verb], parse.right(verb) + 1
    begins = parse.left(verb) == parse.sentences[parse.sentence_of[verb]][0] and verb < after - 1
    complete = parse.child(verb, "ccomp", "xcomp", "dobj", "mark", "aux", "auxpass", "advcl") is not None
    if not begins or complete or parse.deps[verb] != "ccomp" or parse.deps[told] != "ROOT" or parse.lemmas[verb] not in lexicon.reporting_verbs:
        return
    subject, own = parse.child(told, "nsubj", "nsubjpass", "expl"), parse.child(verb, "nsubj")
    if own is None or own > verb or subject is None or parse.words[after] != "," or parse.left(subject) != after + 1:
        return
    top(parse, verb, told)


def told_before_and(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Two dams broke, and nine people died, it added": who tells the second at the end tells the first, too."""
    first, told = parse.heads[verb], parse.child(verb, "ccomp")
    subject = parse.child(verb, "nsubj")
    if (
        not {parse.lemmas[verb], f"{parse.lemmas[verb]} that"} & lexicon.reporting_verbs.keys()
        or parse.deps[first] != "ROOT"
        or told is None
        or subject is None
        or not first < told < subject < verb
    ):
        return
    joined = [c for c in parse.all(first, "cc") if parse.words[c].lower() == "and" and c < parse.left(told)]
    last = parse.sentences[parse.sentence_of[verb]][1] - 1
    ends = all(parse.deps[i] == "punct" or parse.heads[i] == verb for i in range(verb + 1, last + 1))
    if joined and ends and parse.tags[verb] in ("VBD", "VBZ") and parse.child(first, "nsubj", "nsubjpass", "expl") is not None:
        top(parse, verb, first)
        move(parse, told, first, "conj")


def told_too(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "said the toll was low - nine of a hundred - and that it had fallen": a second "that" goes on from what is said, wherever it was hung."""
    that = parse.child(verb, "mark")
    if that is None or parse.words[that].lower() != "that" or parse.words[that - 1].lower() not in ("and", "but", "or"):
        return
    saying = next((i for i in parse.ancestors(verb) if parse.lemmas[i] in lexicon.reporting_verbs and parse.pos[i] == "VERB"), None)
    told = parse.child(saying, "ccomp") if saying is not None else None
    inside = {parse.heads[verb], *parse.ancestors(parse.heads[verb])}
    if saying is None or told is None or not saying < told < verb or told in inside:
        return
    if parse.pos[parse.heads[verb]] not in ("VERB", "AUX") or parse.heads[verb] == saying:
        move(parse, verb, told, "conj")


def top(parse: Parse, verb: int, below: int) -> None:
    """Make a verb the head of its sentence, and the former head what it tells."""
    parse.children[parse.heads[verb]].remove(verb)
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    move(parse, below, verb, "ccomp")


def name_the_teller(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Rebels burned the bridge, Ana Ruiz, head of the relief agency, told reporters": who tells it was taken for an apposition."""
    told = parse.heads[verb]
    complete = parse.child(verb, "nsubj", "nsubjpass", "ccomp") is not None
    if complete or parse.lemmas[verb] not in lexicon.reporting_verbs or parse.words[verb - 1] != ",":
        return
    if parse.deps[told] != "ROOT" or told > verb or any(told < c < verb for c in parse.all(told, "cc")):
        return
    names = [i for i in range(told + 1, verb - 1) if parse.deps[i] == "appos" and parse.pos[i] == "PROPN" and parse.right(i) == verb - 2]
    name = next((i for i in names if parse.words[parse.left(i) - 1] == ","), None)
    if name is None:
        return
    parse.children[told].remove(verb)
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    move(parse, told, verb, "ccomp")
    move(parse, name, verb, "nsubj")
    for child in [c for c in parse.children[told] if c > name]:
        move(parse, child, verb, parse.deps[child])


def speaker(parse: Parse, lexicon: Lexicon, name: int) -> None:
    """ ""… Total ruin," Ana Ruiz said": who stands behind the closing mark speaks, and is no apposition to the words quoted."""
    words = parse.heads[name]
    verb = parse.heads[words]
    closed = any(parse.words[i] == '"' for i in range(words + 1, parse.left(name)))
    if closed and words < name < verb and parse.lemmas[verb] in lexicon.reporting_verbs:
        move(parse, name, verb, "nsubj")
        parse.deps[words] = "dep"


def teller_before(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Nine people died during the rush, officers and medics at the clinic said": who stands before the verb was taken into the clause before."""
    if parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl", "auxpass", "aux", "cc") is not None or parse.deps[verb] not in ("ROOT", "ccomp"):
        return
    last = verb - 2 if parse.words[verb - 1] == "," else verb - 1
    if last < parse.sentences[parse.sentence_of[verb]][0] + 2:
        return
    for head in (last, *parse.ancestors(last)):
        if head >= verb or parse.right(head) != last:
            return
        apposed = parse.deps[head] == "appos" and parse.pos[parse.heads[head]] == "PROPN" and parse.right(parse.heads[head]) == last
        somebody = parse.pos[head] == "PROPN" or lexicon.noun_types.get(parse.lemmas[head]) in _PEOPLE
        if parse.words[parse.left(head) - 1] == "," and parse.deps[head] in ("conj", "appos", "dobj", "npadvmod", "dep") and somebody and not apposed:
            move(parse, head, verb, "nsubj")
            return
        if apposed and _of_place(parse, lexicon, head):
            move(parse, head, verb, "nsubj")
            return


def _of_place(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """ "They were held in Lima, the Lima branch of the bank said": no place is a branch, though it stands before the comma."""
    place = parse.heads[noun]
    apart = parse.words[parse.left(noun) - 1] == "," and parse.child(noun, "det") == parse.left(noun) and parse.pos[noun] == "NOUN"
    return apart and parse.entity_types[place] in _PLACES and lexicon.noun_types.get(parse.lemmas[noun]) not in _TOWNS


def second_subject(parse: Parse, verb: int) -> None:
    """ "The miners left while rescuers came, Li Chen, the mayor, said": the subject behind the comma tells, the other one is of what he tells."""
    subjects = [c for c in parse.all(verb, "nsubj", "nsubjpass") if c < verb]
    if len(subjects) > 1 and parse.words[parse.left(subjects[-1]) - 1] == "," and parse.tags[subjects[0]] not in ("WDT", "WP"):
        for subject in subjects[:-1]:
            parse.deps[subject] = "ccomp"


def teller_between(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Part of the trouble, say miners like Ruiz, is the ground": who speaks stands between the subject and its verb."""
    told, theme = parse.child(verb, "ccomp"), parse.child(verb, "nsubj")
    if parse.lemmas[verb] != "say" or told is None or theme is None or not theme < verb < told or parse.words[verb - 1] != ",":
        return
    somebody = parse.pos[theme] in ("PROPN", "PRON") or lexicon.noun_types.get(parse.lemmas[theme]) in _PEOPLE
    subjects = parse.all(told, "nsubj", "nsubjpass")
    if somebody or len(subjects) != 1 or parse.left(subjects[0]) != verb + 1 or parse.child(told, "mark") is not None:
        return
    passive, after = parse.deps[subjects[0]], parse.right(subjects[0])
    if "," in (parse.words[after], parse.words[after + 1]) and parse.right(theme) in (verb - 1, verb - 2):
        move(parse, subjects[0], verb, "nsubj")
        move(parse, theme, told, passive)


def including(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "They will build schools, says the report, including training nurses": what is included is no part of the report that tells it."""
    told, teller = parse.child(verb, "ccomp"), parse.child(verb, "nsubj")
    if told is None or teller is None or not told < verb < teller or parse.lemmas[verb] not in lexicon.reporting_verbs:
        return
    for prep in parse.all(teller, "prep", "acl"):
        if parse.words[prep].lower() == "including" and parse.words[prep - 1] == "," and parse.child(prep, "pcomp") is not None:
            move(parse, prep, told, "prep")


def teller_behind(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "…, calling it a sewer where thousands of fish died, said the papers": the verb and who says so close the sentence and belong to all of it."""
    first, after = parse.sentences[parse.sentence_of[verb]]
    teller = parse.child(verb, "dobj", "attr")
    if parse.lemmas[verb] not in _INVERTED or verb == first or parse.words[verb - 1] not in (",", '"') or teller is None:
        return
    somebody = parse.pos[teller] == "PROPN" or lexicon.noun_types.get(parse.lemmas[teller]) in _PEOPLE
    if parse.lemmas[verb] != "say" and (not somebody or parse.tags[verb] not in ("VBD", "VBZ") or parse.child(verb, "nsubj", "cc") is not None):
        return  # "the guard, alarmed, reported the man"
    if parse.left(teller) != verb + 1 or any(parse.pos[i] != "PUNCT" for i in range(parse.right(teller) + 1, after)):
        return
    above = parse.heads[verb]
    parse.deps[teller] = "nsubj"
    if above == verb:
        for subject in [c for c in parse.all(verb, "nsubj") if c < verb]:
            parse.deps[subject] = "ccomp"  # the clause before, taken for a phrase
        return
    root = next(i for i in range(first, after) if parse.heads[i] == i)
    for child in [c for c in parse.children[verb] if c < verb]:
        move(parse, child, above, "dep")
    move(parse, verb, root, "parataxis")


def quoted_as_saying(parse: Parse, lexicon: Lexicon, quote: int) -> None:
    """ ""The port is open," the captain was quoted as saying": what was taken for the quoting's clause is what is said."""
    above = parse.heads[quote]
    if parse.deps[quote] == "ccomp" and parse.deps[above] == "ROOT" and above < quote and parse.quoted(above) and not parse.quoted(quote):
        top(parse, quote, above)  # a saying within what is quoted is told by it, too
    prep = next((p for p in parse.all(quote, "prep") if parse.words[p].lower() == "as"), None)
    saying = parse.child(prep, "pcomp") if prep is not None else None
    if saying is None or parse.lemmas[saying] not in lexicon.reporting_verbs or parse.child(saying, "ccomp", "dobj") is not None:
        return
    for clause in parse.all(quote, "ccomp"):
        move(parse, clause, saying, "ccomp")


def adding(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "Medics said the girl was shot, adding that …", "Video shows that she slept, refuting …": who adds or refutes it is who said it."""
    told = parse.heads[participle]
    while parse.deps[told] in ("conj", "xcomp", "advcl") and parse.heads[told] < told:
        told = parse.heads[told]
    saying = parse.heads[told]
    said = {parse.lemmas[saying], f"{parse.lemmas[saying]} that"} & lexicon.reporting_verbs.keys()
    reports = parse.deps[told] == "ccomp" and saying < told and bool(said)
    if reports and parse.words[participle - 1] == "," and parse.quoted(saying) == parse.quoted(participle):
        move(parse, participle, saying, "advcl")


def after_adding(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "…," she said, adding that "the port is shut, and nobody works": what goes on within the marks after "adding" is what she adds."""
    told, head = parse.child(participle, "ccomp"), parse.heads[participle]
    if told is None:
        return
    if head > participle and parse.heads[head] < participle and parse.lemmas[parse.heads[head]] in lexicon.reporting_verbs:
        move(parse, participle, parse.heads[head], "advcl")
    saying = parse.heads[participle]
    if saying > participle or parse.lemmas[saying] not in lexicon.reporting_verbs:
        return
    for clause in [c for c in parse.all(saying, "ccomp", "advcl", "conj") if c > told and parse.child(c, "mark") is None]:
        if finite(parse, clause) and parse.quoted(parse.left(clause), participle) and parse.quoted(clause, participle):
            move(parse, clause, told, "conj")


def occasion_of_told(parse: Parse, prep: int) -> None:
    """ "The clerk said upon receiving the letter, the court freed him": what stands between a saying and a comma is of what is said."""
    saying = parse.heads[prep]
    told, after = parse.child(saying, "ccomp"), parse.right(prep) + 1
    if prep == saying + 1 and told is not None and parse.child(prep, "pcomp") is not None and told > after and parse.words[after] == ",":
        move(parse, prep, told, "prep")


def teller_inside(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "After the flood, said Li, nine farms closed": the name between the verb and a comma tells it, and is not what the clause is about."""
    told = parse.child(verb, "ccomp")
    if told is None or told < verb or parse.child(verb, "nsubj", "nsubjpass") is not None or parse.lemmas[verb] not in lexicon.reporting_verbs:
        return
    subjects = parse.all(told, "nsubj", "nsubjpass")
    if len(subjects) < 2 or parse.left(subjects[0]) != verb + 1 or parse.pos[subjects[0]] != "PROPN":
        return
    after = parse.right(subjects[0])
    if "," in (parse.words[after], parse.words[after + 1]) and after < subjects[1]:
        move(parse, subjects[0], verb, "nsubj")


def list_before_teller(parse: Parse, verb: int) -> None:
    """ "They would discuss trade, prices and visas, said the statement": the end of a list was taken for who speaks."""
    subjects = parse.all(verb, "nsubj")
    told = parse.child(verb, "ccomp")
    if len(subjects) < 2 or told is None or told > subjects[0] or not subjects[0] < verb < subjects[-1]:
        return
    first, last = parse.left(subjects[0]), parse.right(subjects[-1])
    after = parse.sentences[parse.sentence_of[verb]][1]
    ends = parse.left(subjects[-1]) == verb + 1 and all(parse.pos[i] == "PUNCT" for i in range(last + 1, after))
    if ends and parse.words[first - 1] == "," and parse.words[verb - 1] == ",":
        noun = first - 2
        listed = parse.pos[noun] in ("NOUN", "PROPN") and told in parse.ancestors(noun)
        for subject in subjects[:-1]:
            move(parse, subject, noun if listed else told, "conj" if listed else "dep")


def told_in(parse: Parse, lexicon: Lexicon, clause: int) -> None:
    """ "alleged in the suit that it earned millions", "wrote in a letter to the court that …": a clause that lacks nothing is what is said."""
    noun = parse.heads[clause]
    that, verb = parse.left(clause), _verb_of_letter(parse, noun)
    if verb is None or parse.words[that].lower() != "that" or not noun < that < clause:
        return
    heard = parse.lemmas[verb] in lexicon.words("informing")
    if parse.lemmas[verb] not in lexicon.reporting_verbs or parse.child(verb, "ccomp", "auxpass", *(() if heard else ("dobj",))) is not None:
        return
    if parse.child(clause, "nsubj", "nsubjpass") in (None, that) or not _complete(parse, lexicon, clause, that):
        return
    holder = parse.heads[that]
    parse.deps[that], parse.tags[that], parse.pos[that] = "mark", "IN", "SCONJ"
    if holder != clause:
        move(parse, that, clause, "mark")
    move(parse, clause, verb, "ccomp")


def _verb_of_letter(parse: Parse, noun: int) -> int | None:
    """The verb that "in a letter" or "in a letter to the court" belongs to."""
    while parse.deps[noun] == "pobj" and parse.deps[parse.heads[noun]] in ("prep", "dative"):
        prep = parse.heads[noun]
        noun = parse.heads[prep]
        if parse.pos[noun] == "VERB":
            return noun if parse.words[prep].lower() in _OCCASIONS else None
    return None


def _complete(parse: Parse, lexicon: Lexicon, clause: int, that: int) -> bool:
    """Whether a clause has what its verb asks for beside the "that" before it."""
    if parse.deps[that] == "pobj":
        return any(o != that for o in parse.all(parse.heads[that], "pobj"))
    others = [o for o in parse.all(clause, "dobj", "attr", "acomp", "ccomp", "xcomp") if o > clause]
    return bool(others) or parse.child(clause, "auxpass") is not None or parse.lemmas[clause] in lexicon.words("intransitive")
