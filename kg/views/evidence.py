"""Claims as records: each with its document, its words, who says so, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from kg.mentions import without_doer
from kg.store import Graph
from kg.views.nodes import Nodes, refs, select
from kg.views.spoken import Spoken
from kg.vocab import DCTERMS, KG, KG_IRI, NIF, PROV, RDF, RDFS, SCHEMA, SEM

#: What a claim's node leads to, and what that leads to in turn.
_FOLLOW = (KG.source, KG.cue, KG.within, KG.of, SCHEMA.publisher)
#: Properties of a claim in the kg namespace that are no roles.
_NO_ROLES = frozenset({KG.about, KG.polarity, KG.modality, KG.attribution, KG.states, KG.place, KG.time, KG.quantity, KG.origin})
#: Properties of a claim whose values need no reading of their own.
_SKIPPED = frozenset({RDF.type, PROV.wasGeneratedBy, KG.states, KG.polarity, KG.modality})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Article:
    """A document: its IRI, its id, and what it says of itself; empty where it says nothing."""

    iri: str
    id: str
    title: str
    date: str  # ISO 8601 day
    publisher: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity, an event or a relation by its IRI and what it is called."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class When:
    """A time: its TIMEX3 or EDTF value with its first and last day, as far as they are known."""

    iri: str
    value: str
    begin: str  # ISO 8601 day or empty
    end: str


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in the words of its document, with the numbers that they mean."""

    iri: str
    label: str
    value: str
    min: str  # empty where nothing bounds it
    max: str
    unit: str
    of: str  # label of what is counted, or empty


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in a chain of attribution. ``iri`` is empty for a source without a name; ``cue`` is the word that puts it in their mouth."""

    iri: str
    label: str
    cue: str


@dataclass(frozen=True, slots=True)
class Happening:
    """The event that a claim tells, as the whole graph knows it."""

    iri: str
    label: str
    status: str  # local name: "asserted", "reported", "alleged" …
    types: tuple[str, ...]  # local names of its classes, sorted


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with everything that it takes to show and to judge it.

    ``begin`` and ``end`` are the sentence's offsets in the document's text, in code points. ``speakers`` goes from the innermost outward and is
    empty for the document's own voice. ``propositions`` are IRIs of what the claim states; ``cited`` names the sources that a digest gives for it.
    ``origins`` are where the words come from in the end (a speaker, an agency, the document that they copy), with the reason for that.
    """

    claim: str
    article: Article
    sentence: str
    begin: int
    end: int
    subject: Thing
    relation: Thing
    object: Thing
    happening: Happening | None  # None for a lasting relation
    telling: str  # the happening in the words of this sentence; empty for a lasting relation
    lemma: str
    roles: dict[str, tuple[Thing, ...]]  # by local name, sorted
    times: tuple[When, ...]
    places: tuple[Thing, ...]
    quantities: tuple[Number, ...]
    speakers: tuple[Speaker, ...]
    polarity: str
    modality: str
    confidence: float
    rule: str
    propositions: tuple[str, ...]
    cited: tuple[str, ...]
    origins: tuple[Thing, ...]
    origin_reason: str

    @property
    def denies(self) -> bool:
        """Whether it speaks against what it is about."""
        return self.polarity == "negative" or self.modality == "denied"

    @property
    def asserts(self) -> bool:
        """Whether the document says it in its own voice, as a fact."""
        return not self.denies and self.modality == "actual" and not self.speakers


def all_claims(store: Graph) -> list[str]:
    """IRIs of every claim, sorted."""
    return select(store, "?node a kg:Claim")


def claims_where(store: Graph, predicates: str, iris: Iterable[str]) -> list[str]:
    """IRIs of the claims that have one of ``iris`` as the value of a SPARQL property path ("kg:about", "kg:agent|kg:patient")."""
    # Asked of each answer, not joined: joined, Oxigraph goes through all claims for each value.
    return select(store, f"VALUES ?value {{ {refs(iris)} }} ?node {predicates} ?value FILTER EXISTS {{ ?node a kg:Claim }}")


def read_evidence(store: Graph, claims: Iterable[str]) -> list[Evidence]:
    """The claims of these IRIs in the order of their words: by the document's date and id, then by their place in it."""
    wanted = sorted(set(claims))
    nodes = Nodes(store)
    nodes.load(wanted)
    nodes.load((value for claim in wanted for value in _reached(nodes, claim)), _FOLLOW)
    reader = _Reader(nodes, Spoken(store, nodes, (value for claim in wanted for value in _reached(nodes, claim))))
    found = [reader.evidence(claim) for claim in wanted]
    return sorted(found, key=lambda e: (e.article.date, e.article.id, e.begin, e.claim))


def _reached(nodes: Nodes, claim: str) -> list[str]:
    """The nodes that a claim speaks of: all but its classes and what its reading gives as a word."""
    return [value for predicate, values in nodes.links(claim) if predicate not in _SKIPPED for value in values]


class _Reader:
    """Makes records of loaded nodes, each once."""

    def __init__(self, nodes: Nodes, spoken: Spoken) -> None:
        self._nodes, self._spoken = nodes, spoken
        self._articles: dict[str, Article] = {}
        self._happenings: dict[str, Happening] = {}

    def evidence(self, claim: str) -> Evidence:
        one, every = self._nodes.one, self._nodes.all
        sentence, event, document = one(claim, PROV.wasQuotedFrom), one(claim, KG.about), one(claim, SCHEMA.appearance)
        subject, target = self._told(one(claim, RDF.subject), sentence, claim), self._object(claim, sentence, event)
        return Evidence(
            claim=claim,
            article=self._once(self._articles, document, self._article),
            sentence=one(sentence, NIF.anchorOf),
            begin=int(one(sentence, NIF.beginIndex)),
            end=int(one(sentence, NIF.endIndex)),
            subject=Thing(subject.iri, without_doer(subject.label, target.label, told_of=True)),
            relation=self._thing(one(claim, RDF.predicate)),
            object=Thing(target.iri, without_doer(target.label, subject.label)),
            happening=self._once(self._happenings, event, self._happening) if event else None,
            telling=one(claim, RDFS.label),
            lemma=one(claim, KG.lemma),
            roles=self._roles(claim, sentence),
            times=tuple(self._when(time) for time in every(claim, KG.time)),
            places=self._all_told(every(claim, KG.place), sentence, claim),
            quantities=tuple(self._number(quantity) for quantity in every(claim, KG.quantity)),
            speakers=self._speakers(claim),
            polarity=_local(one(claim, KG.polarity)),
            modality=_local(one(claim, KG.modality)),
            confidence=float(one(claim, KG.confidence) or 0),
            rule=one(claim, KG.rule),
            propositions=tuple(every(claim, KG.states)),
            cited=tuple(self._nodes.label(source) for source in every(claim, PROV.hadPrimarySource)),
            origins=self._things(every(claim, KG.origin)),
            origin_reason=one(claim, KG.originReason),
        )

    def _once(self, known: dict[str, _T], iri: str, make: Callable[[str], _T]) -> _T:
        if iri not in known:
            known[iri] = make(iri)
        return known[iri]

    def _article(self, iri: str) -> Article:
        one = self._nodes.one
        publisher = one(iri, SCHEMA.publisher)
        return Article(iri, one(iri, DCTERMS.identifier), one(iri, SCHEMA.headline), one(iri, SCHEMA.datePublished), one(publisher, RDFS.label))

    def _happening(self, iri: str) -> Happening:
        types = tuple(_local(kind) for kind in self._nodes.all(iri, RDF.type) if kind.startswith(KG_IRI))
        return Happening(iri, self._nodes.label(iri), _local(self._nodes.one(iri, KG.status)), types)

    def _thing(self, iri: str) -> Thing:
        return Thing(iri, self._nodes.label(iri))

    def _things(self, iris: Iterable[str]) -> tuple[Thing, ...]:
        return tuple(sorted(map(self._thing, iris), key=attrgetter("label", "iri")))

    def _told(self, iri: str, sentence: str, claim: str) -> Thing:
        return Thing(iri, self._spoken.told(iri, sentence, claim))

    def _object(self, claim: str, sentence: str, event: str) -> Thing:
        iri = self._nodes.one(claim, RDF.object)
        noun = self._spoken.supported(iri, sentence, self._nodes.one(claim, KG.lemma)) if iri == event else ""
        return Thing(iri, noun) if noun else self._told(iri, sentence, claim)

    def _all_told(self, iris: Iterable[str], sentence: str, claim: str) -> tuple[Thing, ...]:
        return tuple(sorted((self._told(iri, sentence, claim) for iri in iris), key=attrgetter("label", "iri")))

    def _roles(self, claim: str, sentence: str) -> dict[str, tuple[Thing, ...]]:
        return {
            _local(predicate): self._all_told(values, sentence, claim)
            for predicate, values in self._nodes.links(claim)
            if predicate.startswith(KG_IRI) and predicate not in _NO_ROLES
        }

    def _when(self, iri: str) -> When:
        one = self._nodes.one
        return When(iri, one(iri, KG.timex), one(iri, SEM.hasEarliestBeginTimeStamp), one(iri, SEM.hasLatestEndTimeStamp))

    def _number(self, iri: str) -> Number:
        one = self._nodes.one
        of = one(iri, KG.of)
        return Number(
            iri, one(iri, RDFS.label), one(iri, KG.value), one(iri, KG.min), one(iri, KG.max), one(iri, KG.unit), self._nodes.label(of) if of else ""
        )

    def _speakers(self, claim: str) -> tuple[Speaker, ...]:
        chain: list[Speaker] = []
        attribution, seen = self._nodes.one(claim, KG.attribution), set[str]()
        while attribution and attribution not in seen:
            seen.add(attribution)
            source, cue = self._nodes.one(attribution, KG.source), self._nodes.one(attribution, KG.cue)
            chain.append(Speaker(source, self._nodes.label(source) if source else "an unnamed source", self._nodes.one(cue, NIF.anchorOf)))
            attribution = self._nodes.one(attribution, KG.within)
        return tuple(chain)


def _local(iri: str) -> str:
    return iri.removeprefix(KG_IRI)
