"""Labels of those who do only what their own participle says: of "laws governing mines" the laws govern mines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.clauses import Clauses
from kg.extract.drafts import Draft


def trim(clauses: Clauses, drafts: Sequence[Draft], others: Iterable[int]) -> None:
    """Shorten the phrases of nouns that take part in nothing but what a participle behind them tells ("rebels seeking to oust him" seek it and would
    do it); ``others`` head phrases told of elsewhere."""
    parse, told = clauses.parse, frozenset(others)
    uses: dict[int, set[int]] = {}
    for draft in drafts:
        for token in _participants(clauses, draft):
            uses.setdefault(token, set()).add(draft.trigger)
    for draft in drafts:
        noun, verb = parse.heads[draft.trigger], draft.trigger
        reduced = parse.deps[verb] == "acl" and parse.tags[verb] in ("VBG", "VBN") and noun < verb and parse.pos[noun] == "NOUN"
        alone = reduced and noun in [t for _, t in draft.slots] and noun not in told and uses[noun] <= set(parse.subtree(verb))
        if not alone or parse.lemmas[verb] in clauses.lexicon.words("naming") or clauses.is_named(noun):
            continue  # "a firm called Norda": that is who it is
        if parse.lemmas[noun] not in clauses.lexicon.words("empty"):
            clauses.end_before(noun, parse.left(verb))


def _participants(clauses: Clauses, draft: Draft) -> set[int]:
    """All that is in a draft, as its words tell or as what they stand for."""
    beside = [o for prep in draft.adjuncts for o in clauses.parse.all(prep, "pobj")]
    tokens = {*(t for _, t in draft.slots), *draft.places, *draft.obliques, *beside}
    return tokens | {clauses.antecedent(t) for t in tokens}
