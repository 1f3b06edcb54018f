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
from kg.model import Cluster, Conflict, Extraction, Proposition, Ref
from kg.resolve.contested import Attributes, Told, Value, other_days, other_numbers, tellings
from kg.resolve.independence import Origins
from kg.resolve.opposites import Opposed
from kg.resolve.propositions import asserts, denies
from kg.resolve.stories import Stories

Apart = Callable[[Value, Value], bool]
_SURE = ("actual", "denied", "planned")  # modalities of what is said not to be, or not to come


@dataclass(frozen=True, slots=True)
class _Side:
    """Claims that give one value."""

    value: str  # as Proposition.object
    claims: tuple[Ref, ...]


class Conflicts:
    """Finds conflicts; ``propositions`` are those about single attributes that the conflicts are between."""

    def __init__(
        self,
        extractions: Sequence[Extraction],
        clusters: Sequence[Cluster],
        names: Mapping[Ref, str],
        origins: Origins,
        lexicon: Lexicon,
        stories: Stories,
    ) -> None:
        self._attributes = Attributes(extractions, clusters, names, lexicon)
        self._names, self._origins, self._lexicon = names, origins, lexicon
        self._tellings = tellings(extractions, names)
        self._opposed = Opposed(names, lexicon, stories)
        self._claims = {(x.document.id, c.id): c for x in extractions for c in x.claims}
        self._events = {(x.document.id, e.id): e for x in extractions for e in x.events}
        self._heads = {(x.document.id, e.id): e.head for x in extractions for e in x.entities}
        self._speakers = {(x.document.id, a.id): a.entity for x in extractions for a in x.attributions}
        self.propositions: dict[str, Proposition] = {}

    def find(self, stated: Sequence[Proposition]) -> tuple[Conflict, ...]:
        """All conflicts, sorted by key."""
        found = [*self._polarity(stated), *self._opposites(stated)]
        unverified = self._unverified()
        for event, told in sorted(self._tellings.items()):
            if len(told) > 1 or event in unverified:
                put_forward = [t for t in told if not denies(t.claim)]
                found += self._about(event, [t for t in put_forward if t.claim.modality in ("actual", "alleged")], unverified.get(event, []))
                found += self._about(event, [t for t in put_forward if t.claim.modality == "planned"], [])
        return tuple(sorted(found, key=lambda c: c.key))

    def _about(self, event: str, told: Sequence[Told], unverified: Sequence[Ref]) -> Iterator[Conflict]:
        a = self._attributes
        yield from self._between(event, "date", "time", "days-apart", _sides(a.dates(told), other_days))
        yield from self._between(event, "place", "place", "other-place", _sides(a.places(told), lambda x, y: a.apart_as_places(x.name, y.name)))
        for _, sites in sorted(a.sites(told).items()):
            sides = _sides(sites, lambda x, y: a.apart_as_places(x.name, y.name))
            yield from self._between(event, "place", "place", "participant-of-another-place", sides)
        if not self._says(told):
            actors = _sides(a.actors(told), lambda x, y: a.apart_as_actors(x.name, y.name), once=True)
            yield from self._between(event, "actor", "agent", "other-actor", actors)
        dates = {t.ref: t.date for t in told}
        for _, values in sorted(a.numbers(told).items()):
            sides = _sides(values, lambda x, y: other_numbers(x, y) and not _grew(x, y, dates), once=True)
            yield from self._between(event, "number", "quantity", "numbers-apart", sides)
        specific = [t for t in told if a.specific(t)]
        yield from self._between(event, "status", "status", "asserted-and-doubted", _standings(specific, unverified))

    def _says(self, told: Sequence[Told]) -> bool:
        """Whether the happening is a saying, which several may do."""
        kinds = (self._lexicon.event_types.get(t.event.type) for t in told)
        return any("Statement" in (kind.id, *kind.parents) for kind in kinds if kind)

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
        against: dict[object, list[Proposition]] = defaultdict(list)
        for proposition in stated:
            if proposition.polarity == "negative" and any(self._claims[ref].modality in _SURE for ref in proposition.claims):
                against[_matter(proposition)].append(proposition)
        for proposition in stated:
            if proposition.polarity == "positive":
                for other in against[_matter(proposition)]:
                    rule = self._contradiction(proposition, other) if self._same_matter(proposition, other) else None
                    if rule:
                        yield Conflict(digest(f"polarity {proposition.key} {other.key}", 16), "polarity", rule, (proposition.key, other.key))

    def _opposites(self, stated: Sequence[Proposition]) -> Iterator[Conflict]:
        """One is told to have survived here and to have died there."""
        of = {ref: proposition.key for proposition in stated for ref in proposition.claims}
        for keys in sorted({tuple(sorted((of[one.ref], of[other.ref]))) for one, other in self._opposed.find(self._tellings)}):
            yield Conflict(digest("\0".join(("opposites", *keys)), 16), "polarity", "opposites", keys)

    def _same_matter(self, positive: Proposition, negative: Proposition) -> bool:
        """Whether both say it of the same thing: who "offered no details" has not offered no talks. A denial is of what it takes up."""
        if positive.event is None or any(self._claims[ref].modality == "denied" for ref in negative.claims):
            return True
        some, others = ({who for ref in proposition.claims for who in self._involved(ref)} for proposition in (positive, negative))
        return bool(some & others) or not (some or others)

    def _involved(self, ref: Ref) -> set[str]:
        """Whom and what a claim's happening befell or concerned: names, head nouns, happenings."""
        event = self._events[ref[0], self._claims[ref].event or ""]
        roles = [role.entity for role in event.roles if role.role != "agent"]
        return {self._heads.get((ref[0], local)) or self._names[ref[0], local] for local in roles}

    def _contradiction(self, positive: Proposition, negative: Proposition) -> str | None:
        """How firmly the one side says so; None where nobody says that it was, or only who denies it elsewhere."""
        deniers = {self._speaker(ref) for ref in negative.claims}
        if all(self._claims[ref].modality == "planned" for ref in negative.claims):
            planned = [ref for ref in positive.claims if self._claims[ref].modality == "planned"]
            elsewhere = any(ref[0] not in {doc for doc, _ in negative.claims} or self._speaker(ref) not in deniers for ref in planned)
            return "planned-and-ruled-out" if elsewhere else None
        best = None
        for ref in positive.claims:
            claim = self._claims[ref]
            if asserts(claim):
                return "asserted-and-denied"
            if claim.modality == "actual" and self._speaker(ref) not in deniers:
                best = "said-and-denied"
            elif claim.modality == "alleged" and self._speaker(ref) not in deniers:
                best = best or "alleged-and-denied"
        return best

    def _speaker(self, ref: Ref) -> str:
        """Whoever makes a claim: the speaker, else the document."""
        claim = self._claims[ref]
        source = self._speakers.get((ref[0], claim.attribution)) if claim.attribution else None
        return self._names[ref[0], source] if source else f" {ref[0]}"

    def _unverified(self) -> dict[str, list[Ref]]:
        """Happenings that somebody could not or would not verify, with the claims that say so."""
        found: dict[str, list[Ref]] = defaultdict(list)
        verbs = self._lexicon.words("verification")
        for told in (one for several in self._tellings.values() for one in several):
            if told.event.lemma in verbs and told.claim.polarity == "negative" and told.claim.modality == "actual":
                for role in told.event.roles:
                    if role.entity.startswith("v") and role.role != "agent":
                        found[self._names[told.ref[0], role.entity]].append(told.ref)
        return found


def _matter(proposition: Proposition) -> object:
    """What a proposition affirms or denies."""
    return proposition.event or (proposition.subject, proposition.predicate, proposition.object, proposition.known)


def _sides(values: Sequence[Value], apart: Apart, once: bool = False) -> list[_Side]:
    """The values that another one excludes, each with its claims. With ``once`` a claim that gives several values excludes none of them."""
    given: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        given[value.name].append(value)
    together = {(a.name, b.name) for a in values for b in values if once and a.claim == b.claim}
    excluded = {a for a in given for b in given if a != b and (a, b) not in together and apart(given[a][0], given[b][0])}
    return [_Side(given[name][0].quantity or name, tuple(dict.fromkeys(v.claim for v in given[name]))) for name in sorted(excluded)]


def _grew(one: Value, other: Value, dates: Mapping[Ref, str | None]) -> bool:
    """Whether the larger number is from a later article: a toll that rose."""
    smaller, larger = sorted((one, other), key=lambda v: v.low)
    before, after = dates[smaller.claim], dates[larger.claim]
    return before is not None and after is not None and before < after


def _standings(told: Sequence[Told], unverified: Sequence[Ref]) -> list[_Side]:
    """A happening that one article states as a fact and that another only has as alleged, or unverified."""
    stated = [t for t in told if asserts(t.claim)]
    doubted = [t.ref for t in told if t.claim.modality == "alleged"] + list(unverified)
    elsewhere = {ref[0] for ref in doubted}
    if not stated or not any(t.ref[0] not in elsewhere for t in stated) or not doubted:
        return []
    return [_Side("asserted", tuple(t.ref for t in stated)), _Side("alleged", tuple(sorted(doubted)))]
