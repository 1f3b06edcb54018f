"""Subjects that a small parser lost, or took for those of another verb or voice: mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.extract.phrases import finite
from kg.lexicon import Lexicon
from kg.parse import Parse, move

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NOUNS = ("NOUN", "PROPN")
_WHOLE = ("dobj", "ccomp", "xcomp", "attr", "acomp", "aux", "auxpass", "prt")
#: What is told by a number and a participle alone: "and 18 others wounded".
_HARM = frozenset({"Injury", "Killing", "Displacement", "Arrest", "Abduction"})


def mend_subject(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """Mend one verb in place."""
    if parse.child(verb, *_SUBJECTS) is None:
        _behind_opening(parse, lexicon, verb)
        _behind_participle(parse, lexicon, verb)
        _of_what_is_said(parse, lexicon, verb)
    _clause_for_subject(parse, lexicon, verb)
    _number_harmed(parse, lexicon, verb)
    _some_of_them(parse, verb)
    _of_which(parse, verb)


def _some_of_them(parse: Parse, verb: int) -> None:
    """ "Workers at the plant, most of them women, walked out": what commas set off tells who they are, and is not who did it."""
    subjects = [c for c in parse.all(verb, "nsubj", "nsubjpass") if c < verb]
    if len(subjects) != 2:
        return
    first, second = subjects
    whole = next((o for p in parse.all(second, "prep") if parse.words[p].lower() == "of" for o in parse.all(p, "pobj")), None)
    fenced = parse.words[parse.left(second) - 1] == "," and "," in parse.words[parse.right(second) + 1 : verb][:1]
    if whole is not None and fenced and parse.words[whole].lower() in ("them", "whom") and parse.child(second, "appos", "acl", "amod") is not None:
        move(parse, second, first, "parataxis")


def _of_what_is_said(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Voters said life in towns would be worse": a noun between a verb of saying and a finite one without a subject is not what is said."""
    saying, first = parse.heads[verb], min([verb, *parse.all(verb, "aux", "auxpass")])
    thing = parse.child(saying, "dobj")
    if parse.deps[verb] != "ccomp" or thing is None or not saying < thing < first or parse.lemmas[saying] not in lexicon.reporting_verbs:
        return
    if parse.tags[first] not in ("MD", "VBZ", "VBP", "VBD") or parse.left(thing) != saying + 1 or parse.pos[thing] not in (*_NOUNS, "PRON"):
        return
    between = [p for p in parse.all(saying, "prep") if thing < p < first]
    last = parse.right(between[-1]) if between else parse.right(thing)
    if last == first - 1 and not any(parse.pos[i] == "PUNCT" for i in range(thing, first)):
        move(parse, thing, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
        for prep in between:
            move(parse, prep, thing, "prep")


def _of_which(parse: Parse, verb: int) -> None:
    """ "The virus, strains of which can spread, has killed nine": the first noun is the subject of the verb around the clause."""
    subjects = [c for c in parse.all(verb, "nsubj", "nsubjpass") if c < verb]
    main = parse.heads[verb]
    if len(subjects) != 2 or parse.deps[verb] not in ("advcl", "ccomp") or main <= verb or parse.child(main, *_SUBJECTS) is not None:
        return
    first, second = subjects
    of = parse.child(second, "prep")
    which = parse.child(of, "pobj") if of is not None else None
    if which is not None and parse.words[which].lower() in ("which", "whom") and parse.words[parse.left(second) - 1] == ",":
        move(parse, first, main, "nsubjpass" if parse.child(main, "auxpass") is not None else "nsubj")
        move(parse, verb, first, "relcl")


def _behind_opening(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Following unrest in the north, Oxfam, through partners, has sent tents": a name behind the opening phrase, taken for an apposition in it, is
    the subject of the verb that has none."""
    if parse.deps[verb] not in ("ROOT", "ccomp") or not finite(parse, verb):
        return
    opening = next((p for p in parse.all(verb, "prep") if p < verb), None)
    if opening is None:
        return
    names = [i for i in range(verb - 1, opening, -1) if _apposed_in(parse, i, opening)]
    name = next((i for i in names if parse.pos[i] == "PROPN"), names[0] if names else None)
    if name is None or parse.pos[name] not in _NOUNS or parse.words[parse.left(name) - 1] != "," or parse.entity_types[name] in ("DATE", "TIME"):
        return
    glossed = parse.pos[parse.heads[name]] == "PROPN" and parse.entity_types[parse.heads[name]] not in ("GPE", "LOC", "DATE")  # "Ruiz, the mayor,"
    known = parse.pos[name] == "PROPN" or (parse.child(name, "det", "poss") is not None and not glossed)
    if lexicon.noun_types.get(parse.lemmas[parse.heads[name]]) == "Person" and parse.entity_types[name] == "PERSON":
        return  # "Besides its president, Ana Ruiz, …"
    after = parse.right(name) + 1
    if known and (parse.words[after] == "," or parse.heads[after] == verb or after == verb):
        move(parse, name, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")


def _apposed_in(parse: Parse, noun: int, opening: int) -> bool:
    """Whether a noun is an apposition within the phrase of a preposition, and in no other apposition."""
    above = list(parse.ancestors(noun)) if parse.deps[noun] == "appos" else []
    return opening in above and not any(parse.deps[i] == "appos" for i in above[: above.index(opening)])


def _behind_participle(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Most goods traded by boat are sold there": nothing joins a finite verb without a subject to the past form before it; so that is a
    participle."""
    past = parse.heads[verb]
    subject = parse.child(past, "nsubj")
    if parse.deps[verb] != "conj" or parse.tags[past] not in ("VBD", "VBN") or subject is None or not subject == past - 1 < verb:
        return
    first = min([verb, *parse.all(verb, "aux", "auxpass")])
    joined = any(past < c < verb for c in parse.all(past, "cc")) or "," in parse.words[past:first]
    be = parse.lemmas[first] in ("be", "have") or parse.tags[first] == "MD"
    if (
        joined
        or not be
        or parse.tags[first] not in ("VBZ", "VBP", "VBD", "MD")
        or parse.pos[subject] != "NOUN"
        or not _may_be_passive(parse, lexicon, past)
    ):
        return
    head, dep = parse.heads[past], parse.deps[past]
    parse.children[past].remove(verb)
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    move(parse, subject, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
    parse.tags[past] = "VBN"
    move(parse, past, subject, "acl")
    if head != past:
        move(parse, verb, head, dep)


def _clause_for_subject(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Many parcels posted by air are lost", where the first verb was taken for the head of the subject: it is a participle of the noun."""
    past = parse.child(verb, "csubj", "csubjpass")
    subject = parse.child(past, "nsubj") if past is not None else None
    if past is None or subject is None or subject != past - 1 or parse.pos[subject] != "NOUN" or parse.tags[past] not in ("VBD", "VBN"):
        return
    if parse.child(past, "mark", "ccomp", "xcomp", "neg") is None and parse.right(past) < verb and _may_be_passive(parse, lexicon, past):
        move(parse, subject, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
        parse.tags[past] = "VBN"
        move(parse, past, subject, "acl")


def _may_be_passive(parse: Parse, lexicon: Lexicon, verb: int) -> bool:
    """Whether a past form may be the participle of a verb that takes an object, and has none."""
    word = parse.words[verb].lower()
    return (
        word.endswith(("ed", "t", "n", "d")) and parse.lemmas[verb] not in lexicon.words("intransitive") and parse.child(verb, "dobj", "aux") is None
    )


def _number_harmed(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "left four dead and 18 others wounded", "one shot and two injured": a number of people right before a verb of harm that harms nobody."""
    if parse.tags[verb] not in ("VBD", "VBN") or lexicon.verbs.get(parse.lemmas[verb]) not in _HARM or parse.child(verb, *_WHOLE) is not None:
        return
    harmed = verb - 1
    if harmed < 0 or parse.sentence_of[harmed] != parse.sentence_of[verb]:
        return
    number = parse.tags[harmed] == "CD" or parse.child(harmed, "nummod") is not None
    own = parse.deps[harmed] == "nsubj" and parse.heads[harmed] == verb and parse.deps[verb] in ("conj", "ccomp")
    beside = parse.deps[harmed] == "conj" and parse.deps[parse.heads[harmed]] == "oprd" and parse.heads[parse.heads[harmed]] == parse.heads[verb]
    if not number or not (own or beside):
        return
    shared = (i for i in range(harmed, parse.sentences[parse.sentence_of[verb]][0], -1) if parse.deps[i] == "oprd")
    left = next((parse.heads[i] for i in shared), verb)
    if parse.deps[verb] == "ccomp" and left < verb:
        move(parse, verb, left, "conj")  # "a war that has left many dead and 90 wounded"
    if beside:
        parse.deps[verb] = "conj"
        move(parse, harmed, verb, "nsubjpass")
    parse.tags[verb], parse.deps[harmed] = "VBN", "nsubjpass"


def name_as_subject(parse: Parse, token: int) -> None:
    """ "Petro, however, has denied it": a name before a finite verb that has no subject is its subject, not an adverbial."""
    verb = parse.heads[token]
    told = parse.tags[verb] in ("VBD", "VBZ", "VBP") or parse.child(verb, "aux") is not None
    if token < verb and told and parse.pos[verb] in ("VERB", "AUX") and parse.child(verb, *_SUBJECTS) is None:
        parse.deps[token] = "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj"
