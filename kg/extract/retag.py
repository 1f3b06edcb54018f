"""Verbs that a small English parser took for nouns, or for the wrong verb of two, mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.extract.attachment import charging
from kg.lexicon import Lexicon
from kg.parse import Parse, move

_OWN = ("nsubj", "nsubjpass", "csubj", "expl", "aux", "mark")
_COMPARING = frozenset({"below", "above", "than", "beyond", "like", "unlike"})
_CLAUSAL = ("relcl", "advcl", "ccomp", "acl")


def retag(parse: Parse, lexicon: Lexicon) -> None:
    """Mend tags, dependencies and heads in place."""
    for i in range(len(parse)):
        if parse.pos[i] == "VERB" and "'" in parse.words[i][1:-1]:
            parse.pos[i], parse.tags[i] = "X", "FW"  # "int'l" is short for something, and no verb
        if parse.words[i].lower() == "come":
            _come(parse, i)
        if parse.tags[i] in ("VBN", "VBD") and i > 1:
            _compared(parse, i)
        if parse.tags[i] == "VBN":
            _has(parse, lexicon, i)
        if parse.pos[i] == "PROPN":
            _kind_in_capitals(parse, i)
        if parse.tags[i] == "NN" and i and parse.lemmas[i] in lexicon.words("participleNouns"):
            _participle(parse, i)
        elif parse.tags[i] == "NN" and parse.deps[i] == "compound" and parse.words[i].endswith("ing"):
            _gerund(parse, lexicon, i)
        elif parse.tags[i] == "WDT" and i and parse.pos[i - 1] == "NOUN":
            _relative(parse, i)
        elif parse.tags[i] == "VBG" and parse.deps[i] in _CLAUSAL:
            _interrupted(parse, i)
            _listed(parse, lexicon, i)
        elif parse.tags[i] == "VBD" and parse.deps[i] in ("acl", "advcl") and parse.child(i, *_OWN) is None:
            parse.tags[i] = "VBN"  # no past tense is without a subject: "a law passed in May", "opened a shop, intended for tourists"


def _compared(parse: Parse, participle: int) -> None:
    """ "far below that paid to the miners": after a word of comparison "that" stands for a thing, and what follows tells what was done to it."""
    that, word = participle - 1, participle - 2
    if word < 0 or parse.words[that].lower() != "that" or parse.words[word].lower() not in _COMPARING:
        return
    if parse.tags[participle] not in ("VBD", "VBN") or parse.child(participle, "dobj", "aux", "auxpass", "ccomp", "attr", "acomp") is not None:
        return
    if parse.child(participle, "nsubj", "nsubjpass") in (None, that) and parse.child(participle, "prep", "agent") is not None:
        move(parse, that, word, "pobj")
        move(parse, participle, that, "acl")
        parse.pos[that], parse.tags[that], parse.tags[participle] = "PRON", "DT", "VBN"


def _has(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "she's visited the camp": before a participle with an object, or one of a verb without any, "'s" is *has*."""
    be = parse.child(verb, "auxpass")
    if be is None or parse.words[be] not in ("'s", "’s") or parse.child(verb, "agent", "oprd") is not None:
        return
    given = parse.lemmas[verb] in lexicon.words("giving") or parse.lemmas[verb] in lexicon.words("naming")
    told = (parse.child(verb, "dobj") is not None and not given) or parse.lemmas[verb] in lexicon.words("intransitive")
    subject = parse.child(verb, "nsubjpass")
    person = subject is not None and parse.words[subject].lower() in ("he", "she", "who")
    told = told or (person and parse.lemmas[verb] in lexicon.words("perfect"))
    if told and subject is not None and parse.all(verb, "auxpass") == [be]:
        parse.deps[be], parse.deps[subject], parse.lemmas[be] = "aux", "nsubj", "have"


def _come(parse: Parse, come: int) -> None:
    """ "will win come April", "Come Tuesday, it closes": with nothing but a day or month after it, *come* is a preposition of time."""
    day, head = come + 1, parse.heads[come]
    if day >= len(parse) or parse.heads[day] != come or parse.entity_types[day] not in ("DATE", "TIME") or parse.pos[day] != "PROPN":
        return
    main = head
    if head == come or parse.child(come, "nsubj", "aux", "mark") is not None:
        if not come or parse.deps[come - 1] in ("nsubj", "aux", "advmod", "neg", "punct") or parse.child(come, "aux", "mark", "dobj") is not None:
            return
        clauses = [
            c for c in parse.all(come, "advcl", "ccomp", "conj", "dep") if c > day and parse.child(c, "nsubj", "nsubjpass", "cc", "mark") is None
        ]
        if not clauses or head != come:
            return
        main = clauses[0]
        parse.children[come].remove(main)
        parse.heads[main], parse.deps[main] = main, "ROOT"
    for child in [c for c in parse.children[come] if c != day]:
        move(parse, child, main, parse.deps[child])
    parse.pos[come], parse.tags[come] = "ADP", "IN"
    move(parse, come, main, "prep")
    parse.deps[day] = "pobj"


def _participle(parse: Parse, noun: int) -> None:
    """ "an interview broadcast on Monday", "a video broadcast by the rebels": the participle of what stands before it."""
    before = noun - 1
    followed = parse.child(noun, "prep", "npadvmod", "agent")
    if parse.deps[before] != "compound" or parse.heads[before] != noun or parse.pos[before] != "NOUN" or followed is None or followed < noun:
        return
    if parse.deps[noun] not in ("pobj", "dobj", "nsubj", "nsubjpass", "attr"):
        return
    move(parse, before, parse.heads[noun], parse.deps[noun])
    for child in [c for c in parse.children[noun] if c < before]:
        move(parse, child, before, parse.deps[child])
    parse.pos[noun], parse.tags[noun] = "VERB", "VBN"
    move(parse, noun, before, "acl")


def _kind_in_capitals(parse: Parse, word: int) -> None:
    """ "a super PAC", "another local MP": in capitals, but one of a kind, and the name of nobody."""
    if not parse.words[word].isupper() or len(parse.words[word]) < 2:
        return
    one = any(parse.words[c].lower() in ("a", "an", "another") for c in parse.all(word, "det"))
    described = [c for c in parse.all(word, "amod", "compound") if parse.words[c].islower() and parse.entity_types[c] not in ("GPE", "NORP")]
    if one and described and parse.child(word, "appos") is None:
        parse.pos[word], parse.tags[word], parse.entity_types[word] = "NOUN", "NN", ""
        for c in described:
            parse.entity_types[c] = ""


def _gerund(parse: Parse, lexicon: Lexicon, noun: int) -> None:
    """ "accused of hiding losses": after a verb of accusing the "-ing" right after the preposition is what was done."""
    thing = parse.heads[noun]
    prep = parse.heads[thing]
    accuses = parse.lemmas[parse.heads[prep]] in lexicon.words("accusing") or charging(parse, lexicon, prep) is not None
    if prep != noun - 1 or parse.deps[thing] != "pobj" or not accuses or parse.tags[thing] not in ("NNS", "NNP", "NNPS"):
        return
    stem = parse.words[noun].lower().removesuffix("ing")
    parse.lemmas[noun] = next((v for v in (f"{stem}e", stem[:-1]) if v in lexicon.verbs), stem) if stem not in lexicon.verbs else stem
    parse.pos[noun], parse.tags[noun] = "VERB", "VBG"
    move(parse, noun, prep, "pcomp")
    move(parse, thing, noun, "dobj")


def _relative(parse: Parse, that: int) -> None:
    """ "In a blow that deepens doubts, the bank's chairman resigned": a verb after a relative pronoun, taken for part of a noun."""
    verb, noun = that + 1, parse.heads[min(that + 1, len(parse) - 1)]
    named = verb < len(parse) and parse.deps[verb] == "compound" and parse.words[verb].islower() and parse.words[verb].endswith("s")
    subject = parse.child(noun, "appos") if named and parse.deps[noun] == "nsubj" else None
    if subject is None or subject < noun:
        return
    main = parse.heads[noun]
    parse.pos[verb], parse.tags[verb], parse.lemmas[verb] = "VERB", "VBZ", parse.words[verb].removesuffix("s")
    for child in [c for c in parse.children[noun] if c > noun and c != subject]:
        move(parse, child, main, parse.deps[child])
    move(parse, subject, main, "nsubj")
    move(parse, verb, that - 1, "relcl")
    move(parse, that, verb, "nsubj")
    move(parse, noun, verb, "dobj")


def _listed(parse: Parse, lexicon: Lexicon, gerund: int) -> None:
    """ "discussed closing the mine, selling the land and moving": the second of three gerunds is no participle of the verb's."""
    verb = parse.heads[gerund]
    first = parse.child(verb, "xcomp", "dobj")
    third = parse.child(gerund, "conj")
    spoken_of = parse.lemmas[verb] in lexicon.words("attitude") | lexicon.words("backing")
    if parse.deps[gerund] != "advcl" or not spoken_of or first is None or third is None:
        return
    alike = parse.tags[first] == parse.tags[third] == "VBG" and verb < first < gerund and parse.words[gerund - 1] == ","
    if alike and parse.child(gerund, "cc") is not None and parse.child(gerund, "nsubj", "mark") is None:
        move(parse, gerund, first, "conj")


def _interrupted(parse: Parse, participle: int) -> None:
    """ "when two men carrying knives were arrested": the finite verb after the participle's phrase has the participle's subject."""
    subject = parse.child(participle, "nsubj")
    if subject is None or subject > participle or parse.child(participle, "aux") is not None:
        return
    auxiliary = parse.right(participle) + 1
    if auxiliary >= len(parse) or parse.sentence_of[auxiliary] != parse.sentence_of[participle] or parse.deps[auxiliary] not in ("aux", "auxpass"):
        return
    verb = parse.heads[auxiliary]
    below = parse.heads[participle] == verb
    if verb < auxiliary or parse.child(verb, "nsubj", "nsubjpass") is not None or (verb in parse.ancestors(participle) and not below):
        return
    head, dep = parse.heads[participle], parse.deps[participle]
    passive = parse.child(verb, "auxpass") is not None
    for child in [c for c in parse.children[participle] if c < subject]:
        move(parse, child, verb, parse.deps[child])
    move(parse, subject, verb, "nsubjpass" if passive else "nsubj")
    move(parse, participle, subject, "acl")
    if not below:
        move(parse, verb, head, dep)
