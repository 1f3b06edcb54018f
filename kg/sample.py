"""Claims drawn at random, each with all that it says and the sentence that says it: for reading, and for judging precision."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg.mentions import mentioned, without_doer
from kg.query import plain
from kg.vocab import DCTERMS, ITSRDF, KG, KG_IRI, NIF, PROV, RDF, RDFS, SCHEMA

_LABELS = (RDFS.label, KG.timex, KG.value)
_NO_ROLES = frozenset({KG.about, KG.polarity, KG.modality, KG.attribution, KG.states, KG.origin, KG.place, KG.time, KG.quantity})


@dataclass(frozen=True, slots=True)
class SampledClaim:
    """A claim in words. ``roles`` maps a role to the labels of its fillers; ``attributed_to`` goes from the innermost source to the outermost."""

    claim: str  # IRI
    lemma: str  # of the event, empty for a lasting relation
    by_role: bool  # the event itself is the subject, and ``relation`` one of its roles
    subject: str
    relation: str
    object: str
    roles: dict[str, list[str]]
    polarity: str
    modality: str
    attributed_to: list[str]
    time: list[str]
    place: list[str]
    quantities: list[str]
    confidence: float
    rule: str
    sentence: str
    document: str
    wording: str = ""  # the happening as the sentence tells it


def sample(store: Store, n: int, seed: int) -> list[SampledClaim]:
    """``n`` claims (all, where there are fewer) drawn without replacement from the claims sorted by IRI; the same seed draws the same."""
    kind = store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(KG.Claim), None)
    claims = sorted(quad.subject.value for quad in kind if isinstance(quad.subject, NamedNode))
    reader = _Reader(store)
    return [reader.claim(claim) for claim in random.Random(seed).sample(claims, min(n, len(claims)))]


class _Reader:
    """Reads single nodes of the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, node: str, predicate: str) -> list[str]:
        quads = self._store.quads_for_pattern(NamedNode(node), NamedNode(predicate), None, None)
        return sorted(quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal))

    def one(self, node: str, predicate: str) -> str:
        return next(iter(self.all(node, predicate)), "")

    def label(self, node: str) -> str:
        """What to call a node: its label, a time's value, a local name."""
        return next((value for term in _LABELS if (value := self.one(node, term))), node.rsplit("#", 1)[-1] if node.startswith(KG_IRI) else node)

    def labels(self, node: str, predicate: str) -> list[str]:
        return [self.label(value) for value in self.all(node, predicate)]

    def claim(self, claim: str) -> SampledClaim:
        sentence, event = self.one(claim, PROV.wasQuotedFrom), self.one(claim, KG.about)
        subject, target = self.told(self.one(claim, RDF.subject), sentence, claim), self._object(claim, sentence, event)
        return SampledClaim(
            claim=claim,
            lemma=self.one(claim, KG.lemma),
            by_role=bool(event) and event == self.one(claim, RDF.subject),
            subject=without_doer(subject, target, told_of=True),
            relation=self.label(self.one(claim, RDF.predicate)),
            object=without_doer(target, subject),
            roles=self._roles(claim, sentence),
            polarity=self.label(self.one(claim, KG.polarity)),
            modality=self.label(self.one(claim, KG.modality)),
            attributed_to=self._sources(claim),
            time=self.labels(claim, KG.time),
            place=sorted(self.told(place, sentence, claim) for place in self.all(claim, KG.place)),
            quantities=self.labels(claim, KG.quantity),
            confidence=float(self.one(claim, KG.confidence) or 0),
            rule=self.one(claim, KG.rule),
            sentence=self.one(sentence, NIF.anchorOf),
            document=self.one(self.one(claim, SCHEMA.appearance), DCTERMS.identifier),
            wording=self.one(claim, RDFS.label),
        )

    def _object(self, claim: str, sentence: str, event: str) -> str:
        """What to call a claim's object; a happening that its verb only supports ("gave a speech") by its noun."""
        node = self.one(claim, RDF.object)
        noun = self._mentioned(node, sentence, self.one(claim, KG.lemma)) if node == event else ""
        return noun or self.told(node, sentence, claim)

    def told(self, node: str, sentence: str, claim: str) -> str:
        """What to call a node that a claim speaks of; what has no name in the words of the sentence, another claim's where there is one."""
        quads = self._store.quads_for_pattern(None, NamedNode(KG.about), NamedNode(node), None)
        claims = sorted((q.subject.value == claim, q.subject.value) for q in quads if isinstance(q.subject, NamedNode))
        here = (other for _, other in claims if self.one(other, PROV.wasQuotedFrom) == sentence)
        return next((words for other in here if (words := self.one(other, RDFS.label))), "") or self._mentioned(node, sentence) or self.label(node)

    def _mentioned(self, node: str, sentence: str, besides: str = "") -> str:
        """The fullest words by which the sentence itself mentions what has no name."""
        if self.one(node, KG.named) == "true":
            return ""
        quads = self._store.quads_for_pattern(None, NamedNode(ITSRDF.taIdentRef), NamedNode(node), None)
        mentions = ((q.subject.value, self.one(q.subject.value, NIF.anchorOf)) for q in quads if isinstance(q.subject, NamedNode))
        return mentioned(mentions, sentence, KG.Event in self.all(node, RDF.type), besides)

    def _roles(self, claim: str, sentence: str) -> dict[str, list[str]]:
        roles: dict[str, list[str]] = {}
        for quad in self._store.quads_for_pattern(NamedNode(claim), None, None, None):
            term = quad.predicate.value
            if isinstance(quad.object, NamedNode) and term.startswith(KG_IRI) and term not in _NO_ROLES:
                roles.setdefault(term[len(KG_IRI) :], []).append(self.told(quad.object.value, sentence, claim))
        return {role: sorted(roles[role]) for role in sorted(roles)}

    def _sources(self, claim: str) -> list[str]:
        found: list[str] = []
        attribution, seen = self.one(claim, KG.attribution), set[str]()
        while attribution and attribution not in seen:
            seen.add(attribution)
            found += self.labels(attribution, KG.source) or ["somebody"]
            attribution = self.one(attribution, KG.within)
        return found


def as_text(claims: Iterable[SampledClaim]) -> str:
    """A numbered block a claim: the triple, how it is put forward, the rest, the sentence."""
    return "\n".join(_block(number, claim) for number, claim in enumerate(claims, start=1))


def _block(number: int, claim: SampledClaim) -> str:
    voice = "according to " + ", in turn ".join(claim.attributed_to) if claim.attributed_to else "in the article's own voice"
    how = [*(["negative"] if claim.polarity == "negative" else []), claim.modality, voice]
    head = f"happening: {claim.wording or claim.lemma}" if claim.by_role else f"{claim.subject} | {_relation(claim)} | {claim.object}"
    more = {**claim.roles, "place": claim.place, "time": claim.time, "quantity": claim.quantities}
    lines = [
        f"{number}. {head}  [{'; '.join(how)}]",
        *(f"   {role}: {', '.join(values)}" for role, values in more.items() if values),
        f"   “{claim.sentence}”",
        f"   {claim.document}, {claim.rule}, {claim.confidence:.2f}",
    ]
    return "\n".join(plain(line) for line in lines) + "\n"


def _relation(claim: SampledClaim) -> str:
    """The relation's name, with the word that tells it where that is another one."""
    return f"{claim.relation} ({claim.lemma})" if claim.lemma and claim.lemma != claim.relation else claim.relation


def as_json(claims: Iterable[SampledClaim]) -> str:
    """A JSON array, indented."""
    return json.dumps([asdict(claim) for claim in claims], ensure_ascii=False, indent=2) + "\n"
