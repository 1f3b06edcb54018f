"""Noun phrases that a pronoun or a description may take up again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import Clauses
from kg.extract.descriptions import SUBJECT_DEPS
from kg.extract.phrases import plural

_NO_OTHER = ("compound", "nmod", "npadvmod", "attr")  # dependencies of nouns that name nobody besides ("Lee is no banker")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that may be taken up again. ``at`` is where it stands: the head itself, or a pronoun that took it up."""

    head: int
    at: int
    sentence: int
    type: str
    named: bool
    subject: bool
    plural: bool


def candidates(clauses: Clauses) -> Iterator[Candidate]:
    """Names, and nouns of a known type, of a document in order."""
    parse = clauses.parse
    for i in range(len(parse)):
        if i in clauses.named or (parse.pos[i] == "NOUN" and parse.deps[i] not in _NO_OTHER and i not in clauses.dated):
            kind = clauses.type_of(i)
            if kind and not (kind == "Person" and _told_besides(clauses, i)):
                yield Candidate(i, i, parse.sentence_of[i], kind, i in clauses.named, parse.deps[i] in SUBJECT_DEPS, several(clauses, i))


def _told_besides(clauses: Clauses, noun: int) -> bool:
    """ "Lee, a banker", "a Kim-style deal": nobody else."""
    dep, head = clauses.parse.deps[noun], clauses.parse.heads[noun]
    return dep == "amod" or (dep == "appos" and noun not in clauses.named and head in clauses.named)


def several(clauses: Clauses, noun: int) -> bool:
    """Several; "Sanders" is one, though it looks like a plural."""
    name = noun in clauses.named and clauses.type_of(noun) == "Person"
    return clauses.parse.child(noun, "conj") is not None if name else plural(clauses.parse, noun)
