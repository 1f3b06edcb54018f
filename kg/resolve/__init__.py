"""Resolution: one world from many extractions. A pure function of them; their order changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.model import Extraction, Ref, World
from kg.resolve.conflicts import Conflicts
from kg.resolve.copies import find_copies
from kg.resolve.corrections import NONE, Corrections
from kg.resolve.entities import group_entities
from kg.resolve.events import cluster_events, settle
from kg.resolve.happenings import unite
from kg.resolve.independence import origins_of
from kg.resolve.lookup import Lookup
from kg.resolve.mend import mend, without
from kg.resolve.naming import Group, described, name_groups, names_of
from kg.resolve.participants import join_described
from kg.resolve.propositions import asserted_claims, find_propositions
from kg.resolve.restated import restated
from kg.resolve.stories import spoken_words


def resolve(extractions: Sequence[Extraction], lexicon: Lexicon, min_confidence: float = 0.0, corrections: Corrections = NONE) -> World:
    """Unite what the documents say: entities and happenings under names that hold for the whole graph, propositions, conflicts.

    Claims below ``min_confidence`` state no plain triple. ``corrections`` have the last word on who is who; those that find nobody are issues
    of the world.
    """
    ordered = tuple(sorted(extractions, key=lambda x: x.document.id))
    grouped = group_entities(ordered, lexicon)
    mended = mend([Group(records) for records in grouped.groups], grouped.matches, corrections, grouped.settings.shared, lexicon)
    ordered = tuple(without(x, mended.dropped.get(x.document.id, set())) for x in ordered)
    named = name_groups(mended.groups, lexicon)
    entities = tuple(sorted((*named, *described(ordered, {cluster.key for cluster in named})), key=lambda cluster: cluster.key))
    names = names_of(entities)
    copies = find_copies(ordered)
    spoken = spoken_words(ordered, lexicon.words("common"), copies.roots)
    happenings = unite(ordered, entities, names, lexicon, copies, spoken)
    lookup = Lookup(ordered)
    entities, names = join_described(lookup, entities, happenings.groups)
    labels = {cluster.key: cluster.label for cluster in entities}
    events, event_names, wordings = cluster_events(lookup, happenings, names, labels)
    names |= event_names
    ordered = tuple(restated(x, names) for x in ordered)
    lookup = Lookup(ordered)
    names |= dict(_dates(ordered))
    origins = origins_of(ordered, entities, names, lexicon, copies)
    stated = find_propositions(ordered, names, origins)
    search = Conflicts(lookup, entities, names, origins, lexicon, happenings.stories)
    conflicts = search.find(stated)
    contradicted = {key for conflict in conflicts if conflict.kind == "polarity" for key in conflict.between}
    events = settle(events, {p.event for p in stated if p.key in contradicted and p.event}, lookup)
    return World(
        extractions=ordered,
        entities=tuple(sorted((*entities, *origins.agencies), key=lambda cluster: cluster.key)),
        events=events,
        propositions=tuple(sorted((*stated, *search.propositions.values()), key=lambda p: p.key)),
        conflicts=conflicts,
        asserted=asserted_claims(ordered, names, min_confidence),
        names=names,
        wordings=wordings,
        origins=origins.traces,
        derivations=origins.derivations,
        matches=(*mended.matches, *happenings.matches),
        issues=tuple(mended.issues),
        corrections=tuple(f"{c.line}: {c.text}" for c in mended.applied),
    )


def _dates(extractions: Sequence[Extraction]) -> Iterator[tuple[Ref, str]]:
    """The times that claims end in: of "the 2019 flood" there may be no more told than its year."""
    for extraction in extractions:
        ends = {claim.object for claim in extraction.claims if claim.predicate == "time"}
        yield from (((extraction.document.id, time.id), time.value) for time in extraction.times if time.id in ends and time.value)
