"""Who is announced to speak before a colon: "She went on:", "issued the following statement:", "His answer:"."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS


def announced(clauses: Clauses, quote: int) -> tuple[int | None, int | None]:
    """The verb of saying, if there is one, and who speaks, where a sentence ends in a colon before a quotation."""
    parse = clauses.parse
    if quote == 0 or parse.words[quote - 1] != ":":
        return None, None  # a sentence, or the part of one before the quotation
    begin = parse.sentences[parse.sentence_of[quote - 1]][0]
    verbs = (i for i in range(quote - 1, begin - 1, -1) if parse.pos[i] == "VERB" and parse.deps[i] != "amod")  # not "the following statement"
    verb = next(verbs, None)
    if verb is None:
        return None, next((s for i in range(quote - 2, begin - 1, -1) if (s := _owner(clauses, i)) is not None), None)
    if any(_other_things(clauses, i) for i in range(verb + 1, quote)):
        return None, None
    source = _by_whom(clauses, verb) if clauses.passive(verb) else _who(clauses, verb)
    return (verb, source) if source is not None and _somebody(clauses, source) else (None, None)


def _other_things(clauses: Clauses, token: int) -> bool:
    """ "The board bought the following paintings:": what follows is a list of things, and nobody's words."""
    parse, noun = clauses.parse, clauses.parse.heads[token]
    return parse.deps[token] == "amod" and parse.words[token].lower() == "following" and parse.lemmas[noun] not in clauses.lexicon.reporting_nouns


def _who(clauses: Clauses, verb: int) -> int | None:
    """ "She went on:"; "The agency published a report by the bishop:" is in his words."""
    voices = clauses.parse.lemmas[verb] in clauses.lexicon.words("voicing")
    owners = (_owner(clauses, o) for o in clauses.parse.all(verb, "dobj")) if voices else ()
    return next((o for o in owners if o is not None), next(iter(clauses.subjects(verb)), None))


def _by_whom(clauses: Clauses, verb: int) -> int | None:
    """ "A statement was released by the bishop:", "The driver was told by the judge:", but "Ruiz was asked by reporters:" whose answer follows."""
    parse = clauses.parse
    subject = next(iter(clauses.subjects(verb)), None)
    doer = next((f for by in parse.all(verb, "agent") for o in parse.all(by, "pobj") for f in clauses.fillers(o)), None)
    if subject is None or not _somebody(clauses, subject):
        owner = _owner(clauses, subject) if subject is not None else None
        return owner if owner is not None else doer
    return doer if doer is not None and parse.lemmas[verb] in clauses.lexicon.words("informing") else subject


def _owner(clauses: Clauses, noun: int) -> int | None:
    """ "The senator's statement:", "the words of the coach:": whose words a noun of telling names."""
    parse = clauses.parse
    if parse.pos[noun] != "NOUN" or parse.lemmas[noun] not in clauses.lexicon.reporting_nouns:
        return None
    of = [f for p in parse.all(noun, "prep") if parse.words[p].lower() == "of" for o in parse.all(p, "pobj") for f in clauses.fillers(o)]
    return next((o for o in [*clauses.control.own_owners(noun), *of] if _somebody(clauses, o)), None)


def _somebody(clauses: Clauses, token: int) -> bool:
    return clauses.type_of(token) in ACTORS or clauses.parse.pos[token] == "PRON"
