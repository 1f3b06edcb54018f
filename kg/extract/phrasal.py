"""The relation that a verb tells with the words beside it: a particle, a preposition, a noun that says nothing by itself."""

from __future__ import annotations

from kg.extract.kinds import with_object
from kg.lexicon import Lexicon
from kg.parse import Parse


def relation_of(parse: Parse, lexicon: Lexicon, verb: int) -> tuple[str, int, int | None]:
    """The lemma with its particle, or with a preposition that the lexicon lists with it; the relation's last token; that preposition."""
    lemma = parse.lemmas[verb]
    if f"{lemma} that" in lexicon.verbs and parse.child(verb, "ccomp") is not None:
        return f"{lemma} that", verb, None  # who maintains that it is so claims it; who maintains a road does not
    if f"{lemma} to" in lexicon.verbs and infinitive_below(parse, verb) and not made_to_act(parse, verb):
        return f"{lemma} to", verb, None  # "declined to comment" is no decline
    support = parse.child(verb, "dobj")
    whole = f"{lemma} {parse.lemmas[support]}" if support is not None else ""
    listed = whole in lexicon.words("occurrence") or whole in lexicon.words("fixed")
    if support is not None and listed and all(parse.tags[c] == "PRP$" for c in parse.all(support, "det", "amod", "poss", "compound", "nummod")):
        return whole, support, None  # "took place", "took effect"
    if support is not None and (phrase := _with_noun(parse, lexicon, verb, support)) is not None:
        return phrase
    if (idiom := _idiom(parse, lexicon, verb)) is not None:
        return idiom
    made = _made_what(parse, verb)
    if made and f"{lemma} {made}" not in lexicon.reporting_verbs:
        return f"{lemma} {made}", verb, None
    particle = parse.child(verb, "prt")
    if particle is None and (adverb := _adverb(parse, lexicon, verb, support)) is not None:
        return _with_adverb(parse, lexicon, verb, adverb)
    if particle is not None:
        return f"{lemma} {parse.lemmas[particle]}", particle, None
    for prep in [p for p in parse.all(verb, "prep") if p > verb]:
        whole = f"{lemma} {parse.words[prep].lower()}"
        if parse.words[prep].lower() in ("on", "in", "at", "by") and any(parse.entity_types[o] in ("DATE", "TIME") for o in parse.all(prep, "pobj")):
            continue  # "will rule on Friday" tells when
        if parse.words[prep].lower() == "with" and any(in_manner(parse, lexicon, o) for o in parse.all(prep, "pobj")):
            continue  # "speaks with difficulty"
        if lexicon.verbs.get(whole) == "Causation" and support is not None and support < prep:
            continue  # "led the guests to the hall" caused nothing
        if whole == "leave for" and support is not None and not any(parse.entity_types[o] in ("GPE", "LOC") for o in parse.all(prep, "pobj")):
            continue  # "left the hospital for a protest"
        if support is not None and support < prep and any(key in lexicon.verbs for key in with_object(parse, lemma, support)):
            continue  # "fired tear gas at a crowd": the object decides
        alone = support is None and parse.child(verb, "auxpass") is None
        if whole in lexicon.verbs or whole in lexicon.reporting_verbs or (alone and whole in lexicon.words("prepositional")):
            return whole, prep, prep
    return lemma, verb, None


def in_manner(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """ "with difficulty", "with much respect": how; but "met with the authority"."""
    bare = parse.tags[noun] == "NN" and not any(parse.words[c].lower() in ("the", "this", "that") for c in parse.all(noun, "det"))
    return bare and parse.child(noun, "poss") is None and parse.lemmas[noun] in lexicon.words("manner")


def says_nothing(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """ "The law took effect", "came under fire": whether a noun is only a part of the relation that its verb tells."""
    verb = parse.heads[parse.heads[noun]] if parse.deps[noun] == "pobj" else parse.heads[noun]
    if parse.deps[noun] not in ("dobj", "pobj") or parse.pos[verb] != "VERB":
        return False
    lemma, last, _ = relation_of(parse, lexicon, verb)
    return last == noun and " " in lemma


def _with_noun(parse: Parse, lexicon: Lexicon, verb: int, noun: int) -> tuple[str, int, int] | None:
    """ "had a hand in the coup", "turned her back on the party": a verb, a noun and a preposition that are one relation."""
    prep = noun + 1
    if prep >= len(parse) or parse.deps[prep] != "prep" or parse.heads[prep] not in (verb, noun) or not verb < noun:
        return None
    if parse.child(noun, "relcl", "acl", "conj") is not None or parse.child(prep, "pobj", "pcomp") is None:
        return None
    listed = lexicon.words("nounPhrase")
    wholes = (f"{parse.lemmas[verb]} {article}{parse.lemmas[noun]} {parse.words[prep].lower()}" for article in ("", "a ", "an ", "the "))
    return next(((whole, prep, prep) for whole in wholes if whole in listed), None)


def _made_what(parse: Parse, verb: int) -> str:
    """ "made the trip possible", "kept the door open": the adjective without which the verb says something else of its object."""
    word = parse.child(verb, "oprd")
    if word is None or parse.pos[word] != "ADJ" or parse.child(verb, "dobj", "nsubjpass") is None:
        return ""
    if parse.lemmas[verb] not in ("make", "render", "leave", "keep"):
        return ""
    degree = next((f"{parse.words[c].lower()} " for c in parse.all(word, "advmod") if parse.words[c].lower() in ("more", "less")), "")
    return degree + hyphenated(parse, word)


def hyphenated(parse: Parse, word: int) -> str:
    """A word with what is joined to it by a hyphen, which the parser has as words of their own: "left the talks open-ended"."""
    first = word
    while (
        first > 1
        and parse.words[first - 1] == "-"
        and parse.ends[first - 2] == parse.begins[first - 1]
        and parse.ends[first - 1] == parse.begins[first]
    ):
        first -= 2
    return parse.text(first, word).lower()


def _idiom(parse: Parse, lexicon: Lexicon, verb: int) -> tuple[str, int, None] | None:
    """ "came into force", "called it into question", "went on trial": a verb and a phrase without which it would mean something else."""
    for prep in [p for p in parse.all(verb, "prep") if p > verb]:
        noun = parse.child(prep, "pobj")
        whole = f"{parse.lemmas[verb]} {parse.text(prep, noun).lower()}" if noun is not None else ""
        if noun is not None and (whole in lexicon.words("phraseIdiom") or whole in lexicon.verbs):
            return whole, noun, None
    return None


def _adverb(parse: Parse, lexicon: Lexicon, verb: int, thing: int | None) -> int | None:
    """The adverb that makes another relation of a verb, right after it or after its object: "hit back", "pushed the deal through"."""
    adverb = verb + 1
    if adverb < len(parse) and parse.heads[adverb] == verb and parse.deps[adverb] == "advmod":
        dated = parse.words[adverb : adverb + 2] == ["back", "in"]  # "a picture taken back in 1986"
        word = parse.words[adverb].lower()
        listed = word in lexicon.words("directional") or f"{parse.lemmas[verb]} {word}" in lexicon.verbs
        return adverb if listed and not dated else None
    adverb = parse.right(thing) + 1 if thing is not None else len(parse)
    if adverb >= len(parse) or parse.heads[adverb] != verb or parse.deps[adverb] != "advmod" or parse.words[adverb + 1 : adverb + 2] == ["in"]:
        return None
    word = parse.words[adverb].lower()
    known = parse.lemmas[verb] in lexicon.verbs and f"{parse.lemmas[verb]} {word}" not in lexicon.verbs
    parted = word == "through" or word in lexicon.words("directional") or f"{parse.lemmas[verb]} {word}" in lexicon.verbs
    return adverb if parted and not known and parse.child(adverb, "prep") is None else None


def _with_adverb(parse: Parse, lexicon: Lexicon, verb: int, adverb: int) -> tuple[str, int, int | None]:
    """ "hit back", "look forward to", "get away with": an adverb right after the verb, and a preposition right after that, make another relation."""
    whole = f"{parse.lemmas[verb]} {parse.words[adverb].lower()}"
    prep = next((p for p in (*parse.all(verb, "prep"), *parse.all(adverb, "prep")) if p == adverb + 1), None)
    if prep is not None and f"{whole} {parse.words[prep].lower()}" in lexicon.words("phrasal"):
        return f"{whole} {parse.words[prep].lower()}", prep, prep
    return whole, adverb, None


def infinitive_below(parse: Parse, verb: int) -> bool:
    return any(parse.tags[c] == "TO" for x in parse.all(verb, "xcomp") for c in parse.children[x])


def made_to_act(parse: Parse, verb: int) -> bool:
    """Whether an infinitive after the object tells what that is brought to do."""
    thing = parse.child(verb, "dobj")
    clause = parse.child(verb, "xcomp", "ccomp")
    return thing is not None and clause is not None and verb < thing < clause and any(parse.tags[c] == "TO" for c in parse.children[clause])
