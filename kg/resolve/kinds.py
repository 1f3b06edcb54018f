"""Kinds of happenings."""

from __future__ import annotations

from kg.lexicon import Lexicon


def is_a(lexicon: Lexicon, name: str, *kinds: str) -> bool:
    """Whether a type of event is one of some kinds, or is of them."""
    found = lexicon.event_types.get(name)
    return found is not None and not {found.id, *found.parents}.isdisjoint(kinds)
