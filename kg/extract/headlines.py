"""The grammar of headlines, which leave out auxiliaries and copulas, and whose verbs look like plural nouns: made whole on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

_FINITE = ("VBZ", "VBP", "VBD", "MD")
_LABEL = 4  # words before a headline's colon
_OBJECTS = ("DT", "NN", "NNS", "NNP", "JJ", "CD", "PRP$", "VBG", "VBP")  # tags that an object begins with; openness was seen as a VBP


def complete_headline(parse: Parse, lexicon: Lexicon, first: int, after: int) -> None:
    """Mend the headline of tokens ``first`` to ``after`` - 1 in place, where its main clause has no finite verb."""
    _label(parse, first, after)
    for i in range(first, after):
        if parse.tags[i] in ("VBD", "VBN"):
            _bare_participle(parse, lexicon, i)
    root = next((i for i in range(first, after) if parse.heads[i] == i), first)
    if _plural_verb(parse, lexicon, first, root, after):
        return
    if parse.tags[root] in _FINITE or any(parse.deps[c] in ("aux", "auxpass", "cop") for c in parse.children[root]):
        return
    if parse.pos[root] in ("NOUN", "PROPN", "NUM"):
        _bare_passive(parse, root) or _bare_copula(parse, root)


def _label(parse: Parse, first: int, after: int) -> None:
    """The "Norda focus" of "Norda focus: mine to close" is what kind of article it is, and tells nothing."""
    colon = next((i for i in range(first, min(first + _LABEL, after)) if parse.words[i] == ":"), first)
    for i in range(first, colon):
        if parse.tags[i] in ("VB", "VBP", "VBG", "VBN"):
            parse.pos[i], parse.tags[i] = "NOUN", "NN"


def _plural_verb(parse: Parse, lexicon: Lexicon, first: int, root: int, after: int) -> bool:
    """ "Lula signals openness to talks": a plural noun right after a name, with an object after it, is the verb."""
    verb = next((i for i in (root, parse.child(root, "nsubj")) if i is not None and _may_be_verb(parse, lexicon, i)), None)
    if verb is None or verb + 1 >= after or parse.tags[verb + 1] not in _OBJECTS:
        return False
    subject = verb - 1
    if subject < first or parse.pos[subject] != "PROPN" or parse.heads[subject] != verb or parse.deps[subject] != "compound":
        return False
    if any(parse.tags[i] in _FINITE and i not in (root, verb + 1) and parse.deps[i] != "advcl" for i in range(first, after)):
        return False
    parse.pos[verb], parse.tags[verb] = "VERB", "VBZ"
    parse.deps[subject] = "nsubj"
    for child in [c for c in parse.children[verb] if c < subject]:
        move(parse, child, subject, parse.deps[child])
    _make_object(parse, verb, root)
    return True


def _may_be_verb(parse: Parse, lexicon: Lexicon, token: int) -> bool:
    return parse.tags[token] == "NNS" and parse.lemmas[token] in lexicon.verbs


def _make_object(parse: Parse, verb: int, root: int) -> None:
    """What was taken for the headline's verb, or for a participle ("signals opening"), is the true verb's object."""
    if root != verb:
        for child in [c for c in parse.children[root] if c != verb and parse.deps[c] == "advcl"]:
            move(parse, child, verb, "advcl")
        parse.children[root].remove(verb)
        parse.heads[verb], parse.deps[verb] = verb, "ROOT"
        move(parse, root, verb, "dobj")
        parse.pos[root], parse.tags[root] = "NOUN", "NN"
    for child in parse.all(verb, "acl"):
        if child == verb + 1 and parse.tags[child] == "VBG":
            parse.pos[child], parse.tags[child], parse.deps[child] = "NOUN", "NN", "dobj"


def _bare_passive(parse: Parse, noun: int) -> bool:
    """ "Three miners killed in blast", "Ex-mayor charged with fraud": the participle is the verb of a passive without its auxiliary."""
    verb = next((c for c in parse.all(noun, "acl") if c > noun and parse.tags[c] in ("VBN", "VBD")), None)
    if verb is None:
        return False
    parse.tags[verb] = "VBN"
    _make_subject(parse, noun, verb, "nsubjpass")
    return True


def _bare_participle(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Dam bursts, hundreds evacuated": a headline tells the past by the present, so that a past form without an object is a passive."""
    subject = parse.child(verb, "nsubj")
    object_or_more = parse.child(verb, "dobj", "ccomp", "xcomp", "aux", "auxpass", "attr", "acomp", "prt", "oprd")
    alone = subject is not None and subject < verb and object_or_more is None and parse.lemmas[verb] not in lexicon.words("intransitive")
    kind = lexicon.event_types.get(lexicon.verbs.get(parse.lemmas[verb], ""))
    if alone and kind is not None and "noun:of" in kind.roles and kind.roles.get("subject", "agent") == "agent":
        parse.tags[verb] = "VBN"
        parse.deps[subject or verb] = "nsubjpass"


def _bare_copula(parse: Parse, noun: int) -> bool:
    """ "Chile open to talks": an adjective with a complement after the subject is the predicate."""
    adjective = next((c for c in parse.all(noun, "amod", "oprd") if c > noun and parse.pos[c] == "ADJ" and parse.child(c, "prep", "xcomp")), None)
    if adjective is None:
        return False
    if parse.pos[noun] == "NUM" or not parse.words[noun][:1].isupper():
        return False
    _make_subject(parse, noun, adjective, "nsubj")
    return True


def _make_subject(parse: Parse, noun: int, predicate: int, dep: str) -> None:
    """Turn a noun and its modifier into a predicate and its subject."""
    parse.children[noun].remove(predicate)
    parse.heads[predicate], parse.deps[predicate] = predicate, "ROOT"
    for child in [c for c in parse.children[noun] if c > predicate]:
        move(parse, child, predicate, parse.deps[child])
    move(parse, noun, predicate, dep)
