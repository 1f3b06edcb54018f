"""What one says was, or will be, and another says was not, or will not: which claims of a happening or of a triple contradict which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.lexicon import Lexicon
from kg.model import Claim, Cluster, Event, Proposition, Ref
from kg.resolve.lookup import Lookup
from kg.resolve.oneness import Oneness
from kg.resolve.propositions import asserts
from kg.resolve.voices import Voices, cued

_SURE = ("actual", "denied", "planned")  # modalities of what is said not to be, or not to come
_RULES = ("asserted-and-denied", "said-and-denied", "alleged-and-denied", "planned-and-ruled-out")  # the firmest first
_WISHES = frozenset({"Demand", "Urging", "Request", "RequestToAct", "Order", "Proposal", "Recommendation"})  # types of event
_YET = re.compile(r"\b(?:yet|so far|until now)\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat\s[^.;:]*$")
_CLAUSE = 60  # characters before an event's phrase in which its clause begins
_CLOSE = 12  # characters on either side of an event's phrase
_MOST = 40  # claims of one proposition that are compared
_KNOWN = ("relative", "adverbial", "participle")  # constructions in which a happening is taken as known: nobody denies it there
_OWN = ("main", "complement", "coordination")  # constructions whose "not" is the event's own, not that of a ban on it


class Denials:
    """Finds propositions that contradict one another, by the claims behind them."""

    def __init__(
        self,
        lookup: Lookup,
        clusters: Sequence[Cluster],
        names: Mapping[Ref, str],
        lexicon: Lexicon,
        voices: Voices,
        oneness: Oneness,
    ) -> None:
        self._lookup, self._names, self._voices, self._oneness = lookup, names, voices, oneness
        self._wished = cued(lookup.of.values(), _WISHES)  # "demanded that they recognise the union" is no plan of theirs
        self._people = {c.key for c in clusters if "Person" in c.types}
        self._nations = {c.key: _nation(c, lexicon) for c in clusters if c.link}

    def find(self, stated: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition, str]]:
        """What affirms, what denies, and the rule by which they contradict one another."""
        against: dict[object, list[Proposition]] = defaultdict(list)
        for proposition in stated:
            if proposition.polarity == "negative" and any(self._lookup.claims[ref].modality in _SURE for ref in proposition.claims):
                against[_matter(proposition)].append(proposition)
        for proposition in stated:
            if proposition.polarity == "positive":
                for other in against[_matter(proposition)][:_MOST]:
                    rules = {rule for one in proposition.claims[:_MOST] for two in other.claims[:_MOST] if (rule := self._contradict(one, two))}
                    if rules:
                        yield proposition, other, min(rules, key=_RULES.index)

    def _contradict(self, positive: Ref, negative: Ref) -> str | None:
        """The rule by which two claims exclude one another; None where they do not, or where one voice tells both."""
        some, others = self._lookup.claims[positive], self._lookup.claims[negative]
        rule = _rule(some, others)
        apart, aside = self._voices.apart(positive, negative), self._voices.aside(positive, negative)
        if rule is None or not (apart or aside):
            return None
        if some.event is None or others.event is None:
            return rule
        one, two = self._lookup.event(positive), self._lookup.event(negative)
        if one.nominal and not self._oneness.put_forward(positive):
            return None  # "called for the release", "discussed a reduction" say of no release and no reduction that it was
        if (two.rule.endswith(_KNOWN) and not self._denied_in_full(negative)) or self._changed(positive[0], negative):
            return None
        if rule == "planned-and-ruled-out" and (positive in self._wished or not (one.rule.endswith(_OWN) and two.rule.endswith(_OWN))):
            return None
        if not self.same_doers(positive, negative) or not (apart or self._names_shared(positive[0], one, negative[0], two)):
            return None
        if not self._oneness.compatible(positive, negative, "polarity"):
            return None
        return rule if others.modality == "denied" or self._same_matter(positive[0], one, negative[0], two) else None

    def _denied_in_full(self, negative: Ref) -> bool:
        """Whether a noun's clause is what is denied: "rejected claims that it had shelled the port", "his denial that he paid them"."""
        event, text = self._lookup.event(negative), self._lookup.of[negative[0]].document.text
        denied = event.modality == "denied" and event.rule.endswith("participle")
        return denied and _THAT.search(text, max(0, event.phrase[0] - _CLAUSE), event.phrase[0]) is not None

    def _changed(self, positive: str, negative: Ref) -> bool:
        """Whether what had not happened in an earlier article, or not yet in one of the day, may have happened since."""
        if self._lookup.claims[negative].modality == "denied":
            return False
        before, after = self._lookup.day(negative[0]), self._lookup.day(positive)
        event, text = self._lookup.event(negative), self._lookup.of[negative[0]].document.text
        yet = _YET.search(text, max(0, event.phrase[0] - _CLOSE), event.phrase[1] + _CLOSE) is not None
        return before is not None and after is not None and (before < after or (before == after and yet))

    def _same_matter(self, doc: str, one: Event, other: str, two: Event) -> bool:
        """Whether both say it of the same thing: who "offered no details" has not offered no talks. A denial is of what it takes up."""
        some, others = self._involved(doc, one), self._involved(other, two)
        return bool(some & others) or not (some or others)

    def _involved(self, doc: str, event: Event) -> set[str]:
        """Whom and what a happening befell or concerned: names, head nouns, happenings."""
        roles = [role.entity for role in event.roles if role.role != "agent"]
        return {self._lookup.head((doc, local)) or self._names[doc, local] for local in roles}

    def _names_shared(self, doc: str, one: Event, other: str, two: Event) -> bool:
        """Whether somebody or something with a name takes part in both."""
        some, others = ({self._names[d, r.entity] for r in e.roles if not self._lookup.head((d, r.entity))} for d, e in ((doc, one), (other, two)))
        return bool(some & others)

    def same_doers(self, one: Ref, other: Ref) -> bool:
        """Whether nothing tells that others did it: names that are not the same, nor one a nation's and one its own, or other head nouns."""
        (named, described), (others_named, others_described) = (self._doers(ref[0], self._lookup.event(ref)) for ref in (one, other))
        if named and others_named:
            return bool(named & others_named)
        if any(names and names <= self._people and self._several(ref) for names, ref in ((named, other), (others_named, one))):
            return False  # "Ruiz arrived", "15 ministers arrived"
        return not (described and others_described and not (named or others_named)) or bool(described & others_described)

    def _several(self, ref: Ref) -> bool:
        """Whether more than one do it, who have no name here."""
        agents = [self._lookup.entities.get((ref[0], role.entity)) for role in self._lookup.event(ref).roles if role.role == "agent"]
        return any(agent.plural and not agent.named for agent in agents if agent)

    def _doers(self, doc: str, event: Event) -> tuple[set[str], set[str]]:
        named, described = set(), set()
        for role in event.roles:
            if role.role == "agent":
                head = self._lookup.head((doc, role.entity))
                key = self._names[doc, role.entity]
                if head:
                    described.add(head)
                else:
                    named |= {key, self._nations.get(key) or key}
        return named, described


def _rule(positive: Claim, negative: Claim) -> str | None:
    """By how firmly the one side says so and the other says not."""
    if negative.modality == "planned":
        return "planned-and-ruled-out" if positive.modality == "planned" else None
    if negative.modality not in _SURE:
        return None
    if asserts(positive):
        return "asserted-and-denied"
    return {"actual": "said-and-denied", "alleged": "alleged-and-denied"}.get(positive.modality)


def _matter(proposition: Proposition) -> object:
    """What a proposition affirms or denies."""
    return proposition.event or (proposition.subject, proposition.predicate, proposition.object, proposition.known)


def _nation(cluster: Cluster, lexicon: Lexicon) -> str | None:
    """The country that a cluster is or acts for."""
    link = cluster.link or ""
    entry = lexicon.gazetteer.get(link)
    if entry is None:
        return link.partition(":")[0] if ":" in link else None
    return link if entry.type == "Country" else entry.country
