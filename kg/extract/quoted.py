"""Whose of two verbs a quotation is."""

from __future__ import annotations

from kg.extract.clauses import Clauses


def of_another(clauses: Clauses, verb: int, quote: tuple[int, int]) -> bool:
    """ "said there was "a small fire", but denied a loss": a quotation in the clause of the verb before is not the second verb's."""
    parse, other = clauses.parse, clauses.parse.heads[verb]
    if parse.deps[verb] != "conj" or verb < quote[1] or parse.lemmas[other] not in clauses.lexicon.reporting_verbs:
        return False
    return any(parse.left(c) <= quote[0] and quote[1] <= parse.right(c) for c in parse.all(other, "ccomp", "xcomp") if c > other)
