"""Which type a verb tells, by what it is done to: who strikes a deal strikes nobody."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, PLACES
from kg.lexicon import EventType
from kg.parse import Parse


def kind_of(clauses: Clauses, lemma: str, things: list[int], acting: bool) -> EventType | None:
    """The type that a verb tells, by what it is done to where the ontology parts the two: "lift sanctions", "release somebody", "beat a record".

    "asked miners to leave" tells another one than "asked miners", and "fired tear gas" another one than "fired gas".
    """
    parse, verbs, types = clauses.parse, clauses.lexicon.verbs, clauses.lexicon.event_types
    other = clauses.lexicon.words("otherSense")
    for thing in things:
        kind = clauses.type_of(thing)
        person = (
            kind == "Person"
            or (kind in ACTORS and (clauses.is_named(thing) or parse.tags[thing] == "NNS"))
            or parse.child(parse.heads[thing], "dative") is not None
        )
        if (
            (person and f"{lemma} somebody" in other)
            or f"{lemma} something" in other
            or (f"{lemma} {parse.lemmas[thing]}" in other and not clauses.is_named(thing))
            or _is_part(clauses, lemma, thing)
        ):
            return None
        keys = [
            *([f"{lemma} somebody to"] if acting else []),
            *with_object(parse, lemma, thing),
            f"{lemma} {kind.lower()}",
            *([f"{lemma} somewhere"] if kind in PLACES else []),
            *([f"{lemma} somebody"] if kind in ACTORS else []),
            f"{lemma} something",
        ]
        for key in keys:
            if key in verbs:
                return types[verbs[key]]
    return types.get(verbs.get(lemma, ""))


def _is_part(clauses: Clauses, lemma: str, thing: int) -> bool:
    """ "Women comprise a third of the jury": they are the part, and have none."""
    return lemma == "comprise" and clauses.parse.lemmas[clauses.counting(thing)] in clauses.lexicon.words("share")


def with_object(parse: Parse, lemma: str, thing: int) -> list[str]:
    """How the lexicon lists a verb with its object: with the word before that noun, or with the noun alone."""
    before = [f"{lemma} {parse.lemmas[thing - 1]} {parse.lemmas[thing]}"] if thing and parse.heads[thing - 1] == thing else []
    return [*before, f"{lemma} {parse.lemmas[thing]}"]
