"""Governments that are called after a person: "the Costa government" is of whoever Costa is, and the country's where nobody else led it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.lexicon import Lexicon
from kg.model import Extraction, Ref
from kg.resolve.clusters import Clusters, Key
from kg.resolve.compare import Verdict
from kg.resolve.records import Record
from kg.resolve.wording import plain

_OF_A_HEAD = Verdict(0.8, ("called-after-the-same-person",))
_OF_A_COUNTRY = Verdict(0.7, ("called-after-the-head-of-government",))


def join_governments(
    clusters: Clusters, everyone: Sequence[Record], key_of: Mapping[Ref, Key], extractions: Sequence[Extraction], lexicon: Lexicon
) -> None:
    """Join those called after one person, then with the country's own; ``everyone`` is in a lasting order."""
    persons: dict[str, list[Record]] = defaultdict(list)
    for record in everyone:
        if record.person is not None:
            persons[record.ref[0]].append(record)
    called_after: dict[tuple[Key, str], Record] = {}
    for record in everyone:
        head, _, noun = record.called_after.partition(":")
        namesakes = [p for p in persons[record.ref[0]] if head and plain(head) in (*p.aliases, p.person.surname if p.person else "")]
        if len({clusters.root(key_of[p.ref]) for p in namesakes}) == 1:
            first = called_after.setdefault((clusters.root(key_of[namesakes[0].ref]), noun), record)
            if first is not record:
                clusters.join(first, record, _OF_A_HEAD, (key_of[first.ref], key_of[record.ref]))
    countries = _led(clusters, key_of, extractions, lexicon)
    of_country: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for (person, noun), record in called_after.items():
        for country in countries[person] if len(countries[person]) == 1 else ():
            of_country[country, noun].append(record)
    for (country, noun), heads in of_country.items():
        own = ("listed", f"{country}:{noun}")
        if len(heads) == 1 and clusters.root(own) in clusters.members:
            clusters.join(clusters.members[clusters.root(own)][0], heads[0], _OF_A_COUNTRY, (own, key_of[heads[0].ref]))


def _led(clusters: Clusters, key_of: Mapping[Ref, Key], extractions: Sequence[Extraction], lexicon: Lexicon) -> dict[Key, set[str]]:
    """Person -> countries that somebody says he leads."""
    leading = {lexicon.titles[title] for title in lexicon.words("headOfGovernment") if title in lexicon.titles}
    found: dict[Key, set[str]] = defaultdict(set)
    for extraction in extractions:
        doc = extraction.document.id
        countries = {e.id: e.link for e in extraction.entities if e.type == "Country" and e.link}
        for claim in extraction.claims:
            sure = claim.polarity == "positive" and claim.modality == "actual"
            country, key = countries.get(claim.object), key_of.get((doc, claim.subject))
            if sure and claim.predicate in leading and country and key:
                found[clusters.root(key)].add(country)
    return found
