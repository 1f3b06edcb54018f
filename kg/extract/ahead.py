"""Pronouns that look ahead: whom a phrase or a clause in front of the main clause speaks of is who that clause is about."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.descriptions import SUBJECT_DEPS

_FRONTED = ("advcl", "prep")


def subject_ahead(clauses: Clauses, token: int) -> int | None:
    """ "If he is convicted, Reyes faces …", "Asked whether she would stay, Ruiz smiled", "After his arrest, Reyes …": the named subject behind it."""
    parse = clauses.parse
    for part in (token, *parse.ancestors(token)):
        verb = parse.heads[part]
        if parse.deps[part] not in _FRONTED or verb <= part or parse.pos[verb] not in ("VERB", "AUX"):
            continue
        subject = parse.child(verb, *SUBJECT_DEPS)
        after = parse.right(part) + 1
        ends = parse.words[after] == "," or parse.words[after - 1] == ","
        if subject is not None and subject > after - 1 and ends and subject in clauses.named and clauses.type_of(subject) == "Person":
            return subject
    return None
