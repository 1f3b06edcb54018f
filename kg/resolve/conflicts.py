"""Where sources contradict one another about a happening: whether it was, how well it stands, when, where, who, how many.

Claims are in conflict only where they cannot all hold: a day inside a month, "at least 115" beside "more than 110", a number that grew from one
article to a later one, and an agency beside the state that it serves are compatible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.ids import digest
from kg.lexicon import Lexicon
from kg.model import Cluster, Conflict, Proposition, Ref
from kg.resolve.contested import Attributes, Told, Value, other_days, other_numbers, tellings
from kg.resolve.counted import Counted
from kg.resolve.denials import Denials
from kg.resolve.independence import Origins
from kg.resolve.kinds import is_a
from kg.resolve.lookup import Lookup
from kg.resolve.oneness import Oneness
from kg.resolve.opposites import Opposed
from kg.resolve.propositions import asserts, denies
from kg.resolve.stories import Stories
from kg.resolve.tolls import Tolls
from kg.resolve.voices import Voices, cued

Apart = Callable[[Value, Value], bool]
_CONFIRMING = frozenset({"Confirmation", "Verification"})  # types of event by which a source vouches for what another only tells
_MOST = 20  # claims of one value that are compared with those of another


@dataclass(frozen=True, slots=True)
class _Side:
    """Claims that give one value."""

    value: str  # as Proposition.object
    claims: tuple[Ref, ...]


class Conflicts:
    """Finds conflicts; ``propositions`` are those about single attributes that the conflicts are between."""

    def __init__(
        self,
        lookup: Lookup,
        clusters: Sequence[Cluster],
        names: Mapping[Ref, str],
        origins: Origins,
        lexicon: Lexicon,
        stories: Stories,
    ) -> None:
        extractions = tuple(lookup.of.values())
        counted = Counted(lexicon)
        self._attributes = Attributes(lookup, clusters, names, lexicon, counted)
        self._lookup, self._names, self._origins, self._lexicon = lookup, names, origins, lexicon
        self._tellings = tellings(extractions, names)
        self._voices = Voices(extractions, names)
        self._oneness = Oneness(lookup, names, lexicon, counted)
        self._tolls = Tolls(lookup, names, lexicon, counted, self._oneness)
        self._denials = Denials(lookup, clusters, names, lexicon, self._voices, self._oneness)
        self._opposed = Opposed(names, lexicon, stories)
        self._confirmed = {  # "two people in the ministry confirmed that …"
            ref for ref in cued(extractions, _CONFIRMING) if lookup.claims[ref].polarity == "positive" and lookup.claims[ref].modality == "actual"
        }
        self.propositions: dict[str, Proposition] = {}

    def find(self, stated: Sequence[Proposition]) -> tuple[Conflict, ...]:
        """All conflicts, sorted by key."""
        found = [*self._polarity(stated), *self._opposites(stated), *self._deaths()]
        unverified = self._unverified()
        for event, told in sorted(self._tellings.items()):
            if len(told) > 1 or event in unverified:
                put_forward = [t for t in told if not denies(t.claim)]
                found += self._about(event, [t for t in put_forward if t.claim.modality in ("actual", "alleged")], unverified.get(event, []))
                found += self._about(event, [t for t in put_forward if t.claim.modality == "planned"], [])
        return tuple(sorted(found, key=lambda c: c.key))

    def _about(self, event: str, told: Sequence[Told], unverified: Sequence[Ref]) -> Iterator[Conflict]:
        a = self._attributes
        yield from self._between(event, "date", "time", "days-apart", self._sides(a.dates(told), other_days, "date"))
        sides = self._sides(a.places(told), lambda x, y: a.apart_as_places(x.name, y.name), "place")
        yield from self._between(event, "place", "place", "other-place", sides)
        for _, sites in sorted(a.sites(told).items()):
            sides = self._sides(sites, lambda x, y: a.apart_as_places(x.name, y.name), "place")
            yield from self._between(event, "place", "place", "participant-of-another-place", sides)
        if not self._says(told):
            actors = self._actors(a.actors(told))
            yield from self._between(event, "actor", "agent", "other-actor", actors)
        dates = {t.ref: t.date for t in told}
        for _, values in sorted(a.numbers(told).items()):
            sides = self._sides(values, lambda x, y: other_numbers(x, y) and not _grew(x, y, dates), "number")
            yield from self._between(event, "number", "quantity", "numbers-apart", sides)
        specific = [t for t in told if a.specific(t)]
        yield from self._between(event, "status", "status", "asserted-and-doubted", self._standings(specific, unverified))

    def _deaths(self) -> Iterator[Conflict]:
        """Two numbers of dead of one happening, whatever words tell them."""
        dates = {ref: self._lookup.day(ref[0]) for ref in self._lookup.claims}
        for cause, values in sorted(self._tolls.by_cause().items()):

            def apart(one: Value, other: Value) -> bool:
                return other_numbers(one, other) and self._tolls.apart(one, other) and not _grew(one, other, dates)

            yield from self._between(cause, "number", "quantity", "tolls-apart", self._sides(values, apart, "toll"))

    def _sides(self, values: Sequence[Value], apart: Apart, kind: str) -> list[_Side]:
        """The values that another voice's exclude, each with its claims."""
        given: dict[str, list[Value]] = defaultdict(list)
        for value in values:
            given[value.name].append(value)
        together = self._together(values)
        pairs = ((a, b) for a in given for b in given if a != b and (a, b) not in together and apart(given[a][0], given[b][0]))
        excluded = {a for a, b in pairs if self._apart(given[a], given[b], kind)}
        return [_Side(given[n][0].quantity or n, tuple(dict.fromkeys(value.claim for value in given[n]))) for n in sorted(excluded)]

    def _together(self, values: Sequence[Value]) -> set[tuple[str, str]]:
        """Pairs of values that one voice gives: it tells of two things, or corrects itself, and so does what another has of either."""
        told: dict[str, dict[str, Ref]] = defaultdict(dict)
        for value in values:
            told[value.claim[0]].setdefault(value.name, value.claim)
        of = ((a, b, claims[a], claims[b]) for claims in told.values() if len(claims) <= _MOST for a in claims for b in claims if a != b)
        return {(a, b) for a, b, one, other in of if not self._voices.apart(one, other) or self._one_sentence(one, other)}

    def _one_sentence(self, one: Ref, other: Ref) -> bool:
        return one[0] == other[0] and self._lookup.claims[one].sentence == self._lookup.claims[other].sentence

    def _apart(self, some: Sequence[Value], others: Sequence[Value], kind: str) -> bool:
        """Whether two voices give these values of what is surely one: one that gives both tells of two things, or corrects itself."""
        pairs = ((a.claim, b.claim) for a in some[:_MOST] for b in others[:_MOST] if self._voices.apart(a.claim, b.claim))
        return any(self._voices.cite_others(a, b) or self._one(a, b, kind) for a, b in pairs)

    def _one(self, one: Ref, other: Ref, kind: str) -> bool:
        if kind == "toll":
            return self._tolls.one(one, other)
        return (kind == "actor" or self._denials.same_doers(one, other)) and self._oneness.sure(one, other, kind)

    def _actors(self, values: Sequence[Value]) -> list[_Side]:
        """Bodies that another document has not: who names several has them act together."""
        named: dict[str, set[str]] = defaultdict(set)
        for value in values:
            named[value.claim[0]].add(value.name)
        together = {(a, b) for names in named.values() for a in names for b in names}
        apart = self._attributes.apart_as_actors
        return self._sides(values, lambda x, y: (x.name, y.name) not in together and apart(x.name, y.name), "actor")

    def _standings(self, told: Sequence[Told], unverified: Sequence[Ref]) -> list[_Side]:
        """A happening that one article states as a fact, or has confirmed by a source, and that another only has as alleged, or unverified."""
        stated = [t.ref for t in told if asserts(t.claim) or t.ref in self._confirmed]
        sure = {ref[0] for ref in stated}
        alleged = [
            t.ref for t in told if t.claim.modality == "alleged" and not t.taken_up and t.ref[0] not in sure and self._oneness.put_forward(t.ref)
        ]
        doubted = [ref for ref in alleged if any(self._one(ref, one, "status") for one in stated[:_MOST])] + list(unverified)
        elsewhere = {ref[0] for ref in doubted}
        if not doubted or not sure - elsewhere:
            return []
        return [_Side("asserted", tuple(stated)), _Side("alleged", tuple(sorted(doubted)))]

    def _says(self, told: Sequence[Told]) -> bool:
        """Whether the happening is a saying, which several may do."""
        return any(is_a(self._lexicon, t.event.type, "Statement") for t in told)

    def _between(self, event: str, kind: str, attribute: str, rule: str, sides: Sequence[_Side]) -> Iterator[Conflict]:
        if len(sides) < 2:
            return
        keys = tuple(sorted(self._proposition(event, attribute, side) for side in sides))
        yield Conflict(digest("\0".join((kind, *keys)), 16), kind, rule, keys)

    def _proposition(self, event: str, attribute: str, side: _Side) -> str:
        sources, independent = self._origins.count(side.claims)
        key = digest("\0".join((event, attribute, side.value, *(side.claims[0] if attribute == "quantity" else ()))), 16)
        self.propositions[key] = Proposition(key, event, attribute, side.value, True, side.claims, sources, independent, "positive", event, attribute)
        return key

    def _polarity(self, stated: Sequence[Proposition]) -> Iterator[Conflict]:
        """What one says was, or will be, and another says was not or will not: of one happening, or of one triple."""
        for positive, negative, rule in self._denials.find(stated):
            yield Conflict(digest(f"polarity {positive.key} {negative.key}", 16), "polarity", rule, (positive.key, negative.key))

    def _opposites(self, stated: Sequence[Proposition]) -> Iterator[Conflict]:
        """One is told to have survived here and to have died there."""
        of = {ref: proposition.key for proposition in stated for ref in proposition.claims}
        for keys in sorted({tuple(sorted((of[one.ref], of[other.ref]))) for one, other in self._opposed.find(self._tellings)}):
            yield Conflict(digest("\0".join(("opposites", *keys)), 16), "polarity", "opposites", keys)

    def _unverified(self) -> dict[str, list[Ref]]:
        """Happenings that somebody could not or would not verify, with the claims that say so."""
        found: dict[str, list[Ref]] = defaultdict(list)
        verbs = self._lexicon.words("verification")
        for told in (one for several in self._tellings.values() for one in several):
            if told.event.lemma in verbs and told.claim.polarity == "negative" and told.claim.modality in ("actual", "possible"):
                concerned = [role.entity for role in told.event.roles if role.role != "agent"]
                if len(concerned) == 1 and concerned[0].startswith("v"):  # not "showed no evidence that": what is missing is the evidence
                    found[self._names[told.ref[0], concerned[0]]].append(told.ref)
        return found


def _grew(one: Value, other: Value, dates: Mapping[Ref, str | None]) -> bool:
    """Whether the larger number is from a later article: a toll that rose."""
    smaller, larger = sorted((one, other), key=lambda v: v.low)
    before, after = dates[smaller.claim], dates[larger.claim]
    return before is not None and after is not None and before < after
