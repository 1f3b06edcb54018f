"""What a relative clause or a participle tells of a thing: a fact, though the thing stands in what somebody wants, fears or claims."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import Saying
from kg.extract.phrases import determiner
from kg.extract.polarity import infinitive
from kg.parse import Parse

_ANYBODY = frozenset({"any", "every", "no", "each", "whichever", "whatever"})
_KNOWN = frozenset({"definite", "demonstrative", "possessive"})
_WITH_SUBJECT = frozenset({"on", "of", "for", "about", "against", "from", "to", "with", "without", "by"})
_CASES = frozenset({"event", "case"})  # "in the event that it fails"


def of_thing(clauses: Clauses, token: int, saying: Saying) -> bool:
    """Whether a token stands in a clause that only says which thing is wanted, feared or accused: it is so, whatever comes of the rest.

    "Demanded an end to rules that hurt farmers", "feared the gang which had robbed them", "urged help for families driven out by the flood". Not so
    what a thing shall be that is yet to be made ("demanded a law that protects farmers"), and what somebody takes a thing for.
    """
    parse = clauses.parse
    if saying.modality == "actual" or saying.rule not in ("reporting-verb", "reporting-noun", "reporting-adjective"):
        return False
    for i in (token, *parse.ancestors(token)):
        if i == saying.cue or infinitive(clauses, i):
            return False  # "those who use it to win": what it is used for is no fact
        noun = parse.heads[i]
        if noun < saying.cue or not any(first <= noun <= last for first, last in saying.content):
            continue
        if parse.deps[i] == "relcl" and i > noun:
            return _tells(clauses, i) and _there(clauses, noun, saying, finite_verb(clauses, i))
        if parse.deps[i] == "acl" and i > noun and parse.tags[i] in ("VBN", "VBG"):
            return _reduced(clauses, i, saying) and _there(clauses, noun, saying, i)
    return False


def relative(parse: Parse, verb: int) -> bool:
    """Whether a clause hangs on its noun by a relative pronoun."""
    first = parse.left(verb)
    named = parse.words[first].lower() == "that" and parse.pos[parse.heads[verb]] == "PROPN"  # "criticism by Ruiz that it failed"
    return parse.deps[verb] == "relcl" and parse.tags[first] in ("WDT", "WP", "WP$") and parse.deps[first] != "mark" and not named


def finite_verb(clauses: Clauses, verb: int) -> int:
    """The finite one of a clause's verbs."""
    return next(iter(clauses.parse.all(verb, "aux", "auxpass")), verb)


def _tells(clauses: Clauses, verb: int) -> bool:
    """Whether a relative clause has the form of a fact."""
    return clauses.parse.tags[finite_verb(clauses, verb)] in ("VBD", "VBZ", "VBP")


def _reduced(clauses: Clauses, participle: int, saying: Saying) -> bool:
    """Whether a participle describes its noun, and is no gerund that has the noun for its subject ("a ban on ships leaving the port")."""
    parse, noun = clauses.parse, clauses.parse.heads[participle]
    finished = all(parse.deps[c] != "aux" for c in parse.children[participle])
    if parse.tags[participle] == "VBN":
        return finished
    subject = parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() in _WITH_SUBJECT
    hindered = parse.lemmas[parse.heads[noun]] in clauses.lexicon.words("hindrance")
    return finished and determiner(parse, noun) in _KNOWN and not subject and not hindered and parse.heads[noun] != saying.cue


def _there(clauses: Clauses, noun: int, saying: Saying, verb: int) -> bool:
    """Whether a noun names what is there, apart from what is said of it."""
    parse, kind = clauses.parse, determiner(clauses.parse, noun)
    if any(parse.words[c].lower() in _ANYBODY for c in parse.children[noun]) or parse.words[noun].lower().startswith("any"):
        return False
    if parse.lemmas[noun] in _CASES:
        return False
    if _taken_for(clauses, noun):
        return kind in _KNOWN and saying.modality == "planned"
    if saying.modality == "planned":
        return parse.tags[verb] == "VBD" or not to_be_made(clauses, noun, saying.cue)
    if parse.lemmas[saying.cue] in clauses.lexicon.words("characterization") and parse.child(verb, "agent") is not None:
        return True  # "sees it as a copy of a plan drawn by Ruiz": who drew that is no view
    past = parse.tags[verb] in ("VBD", "VBN") or parse.lemmas[verb] == "have"
    return kind in _KNOWN or parse.words[noun].lower() == "those" or (saying.modality == "possible" and past and parse.tags[noun] == "NNS")


def _taken_for(clauses: Clauses, noun: int) -> bool:
    """ "is a fighter who delivers", "sees it as a firm that pays": what somebody says a thing is."""
    parse = clauses.parse
    while parse.deps[noun] in ("appos", "conj"):
        noun = parse.heads[noun]
    return parse.deps[noun] in ("attr", "oprd") or (parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() == "as")


def to_be_made(clauses: Clauses, noun: int, cue: int | None = None) -> bool:
    """ "wants to build a road that bypasses the town", "called for rules that protect farmers": whether a thing is not there yet."""
    parse, making = clauses.parse, clauses.lexicon.words("making")
    if determiner(parse, noun) in _KNOWN or clauses.is_named(noun):
        return False
    while parse.deps[noun] == "conj" and parse.pos[parse.heads[noun]] in ("NOUN", "PROPN"):
        noun = parse.heads[noun]
    head = parse.heads[noun]
    if parse.deps[noun] in ("dobj", "nsubjpass"):
        return head == cue or any(verb in making for verb in (parse.lemmas[head], clauses.with_particle(head)))
    if parse.deps[noun] == "pobj":
        return f"{parse.lemmas[parse.heads[head]]} {parse.words[head].lower()}" in making
    return parse.deps[noun] in ("attr", "nsubj") and parse.child(head, "expl") is not None


def for_what_is_made(clauses: Clauses, verb: int) -> bool:
    """ "wants a road that bypasses the town": whether a relative clause in the present says what a thing to be made is to do."""
    parse = clauses.parse
    present = parse.tags[finite_verb(clauses, verb)] in ("VBZ", "VBP")
    that = any(parse.words[c].lower() in ("that", "which", "who") and parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[verb])
    return present and that and parse.pos[parse.left(verb) - 1] != "PUNCT" and to_be_made(clauses, parse.heads[verb])
