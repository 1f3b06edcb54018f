"""Verbs coordinated with the wrong one, and subjects that a list or another noun took: mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import TITLED, Parse, move

_INSERTS = (",", "-", "–", "—")
_EITHER = frozenset("percent % cent half third thirds quarter quarters rest majority number most all some none couple pair data media news".split())
_LOOSE = ("advcl", "ccomp", "conj", "dep", "relcl")


def mend_conjunct(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """Mend what a coordinated verb, of whatever form, goes on from."""
    _raise_agreeing(parse, lexicon, verb)
    _join_gerund(parse, verb)


def raise_past(parse: Parse, verb: int) -> None:
    """ "forced the guards to run and seized the gate": a plain past goes on from a past, not from an infinitive."""
    head = parse.heads[verb]
    wished = parse.child(head, "auxpass")  # "proposed that roads be closed and called for a vote"
    based = parse.tags[head] == "VB" and parse.child(head, "aux") is not None
    based = based or (wished is not None and parse.tags[wished] == "VB" and parse.child(head, "aux") is None)
    past_form = parse.tags[verb] == "VBD" or (parse.tags[verb] == "VBN" and parse.child(verb, "dobj") is not None)
    plain = past_form and parse.words[verb].lower() != parse.lemmas[verb] and parse.child(verb, "nsubj", "nsubjpass", "aux") is None
    past = next((i for i in parse.ancestors(head) if parse.tags[i] == "VBD" and i < head), None) if based and plain else None
    if past is not None and parse.quoted(past) == parse.quoted(verb):
        parse.tags[verb] = "VBD"
        move(parse, verb, past, "conj")


def _raise_agreeing(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "The polls dash hopes that the lead shrank and are a shock", "saw Ruiz join Norda and have lost": a verb whose form cannot go with the subject
    before it goes on from a clause further out, where one has a subject that it can go with."""
    head = parse.heads[verb]
    if parse.deps[verb] != "conj" or parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl", "mark") is not None:
        return
    number, subject = _number(parse, verb), _subject(parse, head)
    if not number or subject is None or not _clashes(parse, lexicon, subject, number):
        return
    for outer in parse.ancestors(head):
        if parse.pos[outer] not in ("VERB", "AUX") or parse.deps[outer] == "conj" or outer > head:
            continue
        other = parse.child(outer, "nsubj", "nsubjpass")
        if other is not None and parse.quoted(outer) == parse.quoted(verb):
            if _number_of(parse, _meant(parse, outer, other)) == number:
                for cc in [c for c in parse.all(head, "cc") if head < c < verb]:
                    move(parse, cc, outer, "cc")
                move(parse, verb, outer, "conj")
            return


def _subject(parse: Parse, verb: int) -> int | None:
    """The noun or pronoun that is a verb's own subject, or that of the verb it is coordinated with."""
    while parse.deps[verb] == "conj" and parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl") is None:
        verb = parse.heads[verb]
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return _meant(parse, verb, subject) if subject is not None else None


def _meant(parse: Parse, verb: int, subject: int) -> int:
    """What a relative pronoun that is a verb's subject stands for; any other subject itself."""
    return parse.heads[verb] if parse.tags[subject] in ("WDT", "WP") and parse.deps[verb] == "relcl" else subject


def _number(parse: Parse, verb: int) -> str:
    """Whether a finite verb is of one or of several; "" where its form does not tell."""
    finite = min([c for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass")], default=verb)
    if parse.tags[finite] == "VBZ" or parse.words[finite].lower() == "was":
        return "one"
    several = parse.tags[finite] == "VBP" and (finite != verb or parse.lemmas[finite] in ("be", "have"))  # other base forms may be infinitives
    return "several" if several and parse.words[finite].lower() not in ("am", "'m") else ""


def _number_of(parse: Parse, noun: int) -> str:
    """Whether a subject is one or several; "" where the verb may be either: a list, a group, a share, "I" and "you"."""
    word = parse.words[noun].lower()
    if word in ("they", "we", "he", "she", "it"):
        return "several" if word in ("they", "we") else "one"
    if parse.child(noun, "cc", "conj", "nummod") is not None or parse.entity_types[noun] not in ("", "PERSON", "NORP") or word in _EITHER:
        return ""
    several = any(parse.words[p].lower() == "of" and parse.tags[o] in ("NNS", "NNPS") for p in parse.all(noun, "prep") for o in parse.all(p, "pobj"))
    if parse.tags[noun] in ("NN", "NNP"):
        return "" if several or (parse.tags[noun] == "NNP" and parse.entity_types[noun] != "PERSON") else "one"
    return "several" if parse.tags[noun] in ("NNS", "NNPS") else ""


def _clashes(parse: Parse, lexicon: Lexicon, noun: int, number: str) -> bool:
    group = lexicon.noun_types.get(parse.lemmas[noun]) in ("Group", "Organization", "GovernmentOrganization", "NewsMediaOrganization")
    return _number_of(parse, noun) not in ("", number) and not (group and number == "several")


def join_infinitives(parse: Parse, verb: int) -> None:
    """ "The law is designed to cut costs, help farmers and protect the coast": a base form after an infinitive goes on from it."""
    head = parse.heads[verb]
    first = parse.child(head, "xcomp")
    if first is None or not head < first < verb or parse.tags[first] != "VB" or parse.tags[head] in ("VB", "VBP"):
        return
    own = parse.child(verb, "nsubj", "nsubjpass", "aux", "expl") is not None or parse.words[verb].lower() != parse.lemmas[verb]
    told = any(parse.tags[c] == "MD" or parse.lemmas[c] == "do" for c in parse.all(head, "aux"))  # no base form goes on from "have refused"
    if not own and not told and any(parse.tags[c] == "TO" for c in parse.children[first]) and parse.child(head, "neg") is None:
        parse.tags[verb] = "VB"
        move(parse, verb, first, "conj")


def join_base(parse: Parse, verb: int) -> None:
    """ "an attempt to duck issues that we raised and avoid questions", "to say that he won and to thank them": a base form goes on from the
    infinitive, not from a finite verb after it."""
    head = parse.heads[verb]
    if parse.tags[verb] != "VB" or parse.deps[verb] != "conj" or parse.child(verb, "nsubj", "nsubjpass") is not None:
        return
    if any(parse.tags[c] != "TO" for c in parse.all(verb, "aux")):
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


def subject_before(parse: Parse, verb: int) -> None:
    """ "He argued with a fan and Okafor could not calm him", "The poll was held in May and Norda, led by Ruiz, won": the end of a list right before
    a finite verb without a subject is its subject."""
    if parse.deps[verb] not in _LOOSE or parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl", "mark") is not None:
        return
    first = parse.left(verb)
    _own_preposition(parse, first)
    noun = _end_of_list(parse, first)
    if noun is None or not (_finite(parse, first, verb) or _after_day(parse, noun, verb)):
        return
    head, main = parse.heads[noun], parse.heads[verb]
    if parse.deps[verb] == "ccomp":  # "said police left the camp and checks had begun": the second thing that is said
        main = next((i for i in parse.ancestors(noun) if parse.heads[i] == main and parse.deps[i] == "ccomp"), main)
    joined = any(parse.deps[i] == "cc" and parse.heads[i] in (head, main) for i in range(head + 1, noun))
    if not joined or parse.deps[head] not in ("pobj", "dobj", "npadvmod") or main in (noun, head) or main > verb:
        return
    if parse.pos[main] not in ("VERB", "AUX") or (parse.deps[verb] == "conj" and not _after_clause(parse, main, head)):
        return
    parse.tags[verb] = "VBD" if first == verb and parse.tags[verb] == "VBN" else parse.tags[verb]
    move(parse, noun, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
    for comma in [c for c in parse.all(head, "cc") if head < c < noun]:
        move(parse, comma, main, "cc")
    move(parse, verb, main, "conj")


def _own_preposition(parse: Parse, first: int) -> None:
    """ "rose by nine percent and fares for buses are to rise": what stands between the end of such a list and a finite verb is of that noun."""
    inside = [i for i in parse.ancestors(first - 1) if parse.deps[i] == "prep" and i < first] if first > 1 else []
    prep = next((i for i in inside if parse.pos[parse.heads[i]] == "VERB" and parse.heads[i] < i and parse.right(i) == first - 1), None)
    noun = prep - 1 if prep is not None else None
    if prep is None or noun is None or parse.deps[noun] != "conj" or parse.tags[noun] != "NNS" or parse.right(noun) != noun:
        return
    head, finite = parse.heads[noun], parse.tags[first]
    unlike = parse.entity_types[head] in ("PERCENT", "MONEY", "DATE", "TIME", "CARDINAL", "QUANTITY") and not parse.entity_types[noun]
    if unlike and parse.deps[head] == "pobj" and finite in ("VBP", "MD", "VBD"):
        move(parse, prep, noun, "prep")


def past_apposition(parse: Parse, name: int) -> None:
    """ "between Alba, the party with 40 seats, the Liberals and the Greens": a name goes on from the name before the apposition, not from its end."""
    inner = parse.heads[name]
    if parse.pos[name] != "PROPN" or parse.pos[inner] != "NOUN" or parse.words[parse.left(name) - 1] != "," or parse.deps[inner] != "pobj":
        return
    apposition = next((i for i in parse.ancestors(inner) if parse.deps[i] == "appos"), None)
    if apposition is None or parse.pos[parse.heads[apposition]] != "PROPN" or parse.entity_types[inner]:
        return
    outer, first = parse.heads[apposition], parse.left(apposition)
    joined = any(parse.deps[c] == "conj" and parse.pos[c] == "PROPN" for c in parse.children[name])
    if joined and parse.words[first - 1] == "," and parse.pos[apposition] == "NOUN" and not parse.words[apposition][0].isupper():
        move(parse, name, outer, "conj")


def _finite(parse: Parse, first: int, verb: int) -> bool:
    """Whether a verb without a subject, whose words begin with ``first``, is a finite one and can be no participle."""
    auxiliary = parse.deps[first] in ("aux", "auxpass") and parse.tags[first] in ("MD", "VBD", "VBZ", "VBP")
    if auxiliary or parse.deps[verb] == "advcl":
        return auxiliary or (first == verb and parse.tags[verb] in ("VBZ", "VBD"))
    beside = all(parse.deps[i] == "advmod" and parse.heads[i] == verb for i in range(first, verb))
    past = parse.tags[verb] == "VBD" and parse.child(verb, "agent") is None
    return parse.deps[verb] == "conj" and beside and (past or parse.tags[verb] == "VBZ" or _of_several(parse, first - 1, verb))


def _of_several(parse: Parse, last: int, verb: int) -> bool:
    """ "Trade grew by half and exchanges of students continue": a verb of several after a verb of one, or of what is past."""
    head = parse.heads[verb]
    ended = [i for i in (last, *parse.ancestors(last)) if parse.deps[i] == "conj" and parse.right(i) == last]
    plain = parse.tags[verb] == "VBP" and bool(ended) and parse.tags[ended[0]] in ("NNS", "NNPS")
    first = min([c for c in parse.children[head] if parse.deps[c] in ("aux", "auxpass")], default=head)
    return plain and parse.tags[first] in ("VBZ", "VBD")


def _after_day(parse: Parse, noun: int, verb: int) -> bool:
    """ "returned on Friday and Ruiz left at once": a day and a name are no list, whatever form the verb may have."""
    times = [parse.entity_types[i] in ("DATE", "TIME") for i in (parse.heads[noun], noun)]
    return times == [True, False] and parse.pos[noun] == "PROPN" and noun == verb - 1 and parse.tags[verb] in ("VBD", "VBN")


def _end_of_list(parse: Parse, first: int) -> int | None:
    """The last noun of a list that ends right before ``first``, with what belongs to it; commas may set that off."""
    last = first - 1
    fenced = last > 0 and parse.words[last] == ","
    last -= fenced
    if last < 1 or not parse.words[last][-1].isalnum():
        return None
    noun = last
    while parse.heads[noun] != noun and not (parse.deps[noun] == "conj" and parse.pos[noun] in ("NOUN", "PROPN")):
        if parse.pos[noun] in ("VERB", "AUX") and parse.deps[noun] not in ("acl", "relcl"):
            return None
        noun = parse.heads[noun]
    if parse.deps[noun] != "conj" or noun < 1 or parse.right(noun) not in (last, last + fenced):
        return None
    inserted = any(c > noun and parse.words[parse.left(c) - 1] == "," for c in parse.all(noun, "acl", "relcl", "appos", "prep"))
    return noun if inserted == fenced else None


def _after_clause(parse: Parse, main: int, head: int) -> bool:
    """Whether a list begins in the clause of a verb before it, and not in a phrase that takes several: "a clash between police and miners"."""
    above = parse.heads[head]
    paired = parse.deps[head] == "pobj" and (parse.deps[above] == "agent" or parse.words[above].lower() in ("between", "as", "both"))
    return main < head and main in parse.ancestors(head) and not paired


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


def interrupted_subject(parse: Parse, noun: int) -> None:
    """ "said that Ruiz, after the trial, will leave": a noun that was taken for the clause is the subject of the finite verb after the comma."""
    head, that = parse.heads[noun], parse.child(noun, "mark")
    if that is None or that > noun or parse.pos[noun] not in ("NOUN", "PROPN") or parse.child(noun, "cop", "nsubj", "expl") is not None:
        return
    after = (v for v in parse.all(head, "advcl", "conj", "ccomp") if v > parse.right(noun) and parse.pos[v] in ("VERB", "AUX"))
    verb = next((v for v in after if parse.child(v, "nsubj", "nsubjpass", "mark", "expl", "cc") is None), None)
    if verb is None or parse.words[noun + 1] not in _INSERTS:
        return
    first = min([verb, *parse.all(verb, "aux", "auxpass")])
    finite = parse.tags[first] in ("MD", "VBD", "VBZ", "VBP") and parse.words[first - 1] in _INSERTS
    if finite and not any(parse.deps[c] == "cc" for c in parse.children[head] if noun < c < verb):
        move(parse, verb, head, "ccomp")
        move(parse, noun, verb, "nsubjpass" if parse.child(verb, "auxpass") is not None else "nsubj")
        move(parse, that, verb, "mark")


def lost_past(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "The first question of the debate forced Ruiz to answer - his plan would fail": a past form with an object, after a noun that has no verb
    or shares one with another subject, is that noun's verb and no participle."""
    whole = parse.child(verb, "dobj") is not None
    tells = parse.child(verb, "ccomp") is not None and parse.lemmas[verb] in lexicon.reporting_verbs  # "Ruiz, the mayor, announced that …"
    acting = whole or tells or parse.lemmas[verb] in lexicon.words("intransitive")  # "A dispute ensued"
    own = not acting or parse.child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "agent", "mark") is not None
    if parse.deps[verb] != "acl" or parse.tags[verb] not in ("VBN", "VBD") or own or parse.words[verb].lower() == parse.lemmas[verb]:
        return
    if any(parse.lemmas[verb] in lexicon.words(w) for w in ("giving", "naming")):
        return  # "a widow given a pension"
    subject = parse.heads[verb]
    while parse.deps[subject] == "pobj" and parse.pos[parse.heads[parse.heads[subject]]] in ("NOUN", "PROPN"):
        subject = parse.heads[parse.heads[subject]]
    main = parse.heads[subject]
    rivals = [c for c in parse.all(main, "nsubj", "nsubjpass") if c > verb and parse.tags[c] not in ("WDT", "WP")]
    alone = main == subject and parse.kinds[parse.sentence_of[subject]] not in TITLED
    shares = parse.deps[subject] == "nsubj" and parse.deps[main] == "ROOT" and main > verb and bool(rivals)
    if not alone and not (shares and whole):
        return
    parse.children[parse.heads[verb]].remove(verb)
    parse.heads[verb], parse.deps[verb], parse.tags[verb] = verb, "ROOT", "VBD"
    if shares:
        for child in [c for c in parse.children[main] if c < subject and parse.deps[c] != "mark"]:
            move(parse, child, verb, parse.deps[child])
        move(parse, main, verb, "parataxis")
    move(parse, subject, verb, "nsubj")


def _join_gerund(parse: Parse, verb: int) -> None:
    """ "aims at ending the rule that hurts clerks and raising pay": a gerund goes on from the gerund before, not from a finite verb after it."""
    head = parse.heads[verb]
    if parse.tags[verb] != "VBG" or parse.tags[head] not in ("VBZ", "VBP", "VBD") or parse.child(verb, "aux", "nsubj", "nsubjpass") is not None:
        return
    outer = next((i for i in parse.ancestors(head) if parse.tags[i] == "VBG" and parse.deps[i] in ("pcomp", "xcomp", "csubj")), None)
    if parse.deps[head] in ("relcl", "ccomp", "advcl") and outer is not None and outer < head:
        move(parse, verb, outer, "conj")


def part_at_semicolon(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "He remembers the fire; he did not want to stay": what stands before a semicolon is no complement of the sentence behind it."""
    head = parse.heads[verb]
    told = parse.deps[head] == "ccomp" and parse.lemmas[parse.heads[head]] in lexicon.reporting_verbs  # "“It is over; we lost,” he said"
    if parse.deps[verb] != "ccomp" or verb > head or told or any(parse.lemmas[v] in lexicon.reporting_verbs for v in (verb, head)):
        return
    subject = parse.child(head, "nsubj", "nsubjpass", "expl")
    own = parse.child(verb, "nsubj", "nsubjpass", "expl")
    if own is not None and subject is not None and verb < subject and any(parse.words[i] == ";" for i in range(verb + 1, subject)):
        parse.deps[verb] = "parataxis"


def mend_joined_noun(parse: Parse, noun: int) -> None:
    """Mend what a coordinated noun goes on from."""
    if parse.pos[noun] in ("NOUN", "PROPN") and parse.heads[noun] < noun:
        _second_complement(parse, noun)
        _alike_owned(parse, noun)


def _second_complement(parse: Parse, noun: int) -> None:
    """ "described the mayor as a liar and the plan as a joke", "gave the club a fine and its captain a ban": the second object has a complement of
    its own, and is none of what the first one is or gets."""
    first, after = parse.heads[noun], parse.right(noun) + 1
    above = parse.heads[first]
    twice = parse.deps[first] == "pobj" and parse.words[above].lower() == "as" and parse.pos[parse.heads[above]] == "VERB"
    if twice:
        verb = parse.heads[above]
        second = next((p for v in (verb, first, noun) for p in parse.all(v, "prep") if p > noun and parse.words[p].lower() == "as"), None)
        if second is None or second not in (after, parse.left(second)) or second > after or parse.child(verb, "dobj", "nsubjpass") is None:
            return
        move(parse, second, noun, "prep")
        move(parse, noun, verb, "dep")
    elif parse.deps[first] == "dobj" and parse.pos[above] == "VERB" and parse.child(above, "dative") is not None:
        gift = parse.child(noun, "appos")
        if gift is not None and parse.left(gift) == noun + 1 and parse.child(gift, "det") is not None:
            move(parse, noun, above, "dep")


def _alike_owned(parse: Parse, noun: int) -> None:
    """ "his promise to build a bridge and his reform of the courts": what has the same owner's word before it goes on from the outer noun."""
    inner = parse.heads[noun]
    owner = next((c for c in parse.all(noun, "poss") if parse.tags[c] == "PRP$"), None)
    outer = parse.heads[parse.heads[inner]]
    within = parse.deps[inner] in ("dobj", "pobj") and parse.deps[parse.heads[inner]] in ("acl", "relcl") and outer < inner
    if owner is None or not within or parse.pos[outer] != "NOUN" or parse.child(inner, "poss") is not None:
        return
    if any(parse.words[c].lower() == parse.words[owner].lower() for c in parse.all(outer, "poss")):
        for cc in [c for c in parse.all(inner, "cc") if inner < c < noun]:
            move(parse, cc, outer, "cc")
        move(parse, noun, outer, "conj")
