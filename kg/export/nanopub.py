"""Nanopublications: each claim with its four graphs (head, assertion, provenance, publication info), by https://nanopub.net/guidelines.

Who publishes a nanopublication vouches for its assertion. So an assertion holds the claim as it is told, reified with its polarity and modality, and
the triple itself only where the graph lets it stand. Who says so, in which words and where, is its provenance. The guidelines ask for no time of
creation, and none is given: it would be a clock in the output. Nor are they signed or given trusty URIs: that is for who publishes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from kg.rdf.terms import Statement, statement, triple
from kg.vocab import DCTERMS, KG, NIF, PROV, RDF, RDFS, SCHEMA, SKOS, Namespace

NP = Namespace("http://www.nanopub.org/nschema#", "Nanopublication hasAssertion hasProvenance hasPublicationInfo")
NPX = Namespace("http://purl.org/nanopub/x/", "hasNanopubType introduces")
PREFIX = {"np": str(NP), "npx": str(NPX)}

#: What of a claim is told about it rather than by it; the rest is its assertion.
_BEHIND = frozenset({
    PROV.wasQuotedFrom, PROV.wasGeneratedBy, PROV.wasAttributedTo, PROV.hadPrimarySource, SCHEMA.appearance, KG.confidence, KG.rule, KG.attribution,
    KG.origin, KG.originReason, KG.states,
})  # fmt: skip
#: What of a claim is said of the assertion too, in PROV's terms.
_SAID_OF_ASSERTION = (PROV.wasQuotedFrom, PROV.wasGeneratedBy, PROV.wasAttributedTo, PROV.hadPrimarySource)
#: What a reader of one nanopublication needs to know of the nodes that it names.
_NAMING = frozenset({RDFS.label, SKOS.exactMatch, KG.timex, KG.value, KG.unit})
_OF_DOCUMENT = frozenset({RDF.type, DCTERMS.identifier, SCHEMA.headline, SCHEMA.datePublished, SCHEMA.publisher, SCHEMA.url, KG.textSha256})


def quads(triples: Iterable[Triple]) -> Iterator[Quad]:
    """The nanopublications of all claims, by the claims' IRIs."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for one in map(statement, triples):
        said[one[0]].append(one)
    standing = {(s, p, o) for s, group in said.items() for _, p, o in group if isinstance(o, str)}
    for claim in sorted(said):
        if (claim, RDF.type, KG.Claim) in standing:
            yield from _nanopublication(claim, said, standing)


def _nanopublication(claim: str, said: dict[str, list[Statement]], standing: set[tuple[str, str, str]]) -> Iterator[Quad]:
    me = f"{claim}/nanopub"
    head, assertion, provenance, publication = (f"{me}/{name}" for name in ("head", "assertion", "provenance", "pubinfo"))
    graphs: dict[str, list[Statement]] = {
        head: [
            (me, RDF.type, NP.Nanopublication),
            (me, NP.hasAssertion, assertion),
            (me, NP.hasProvenance, provenance),
            (me, NP.hasPublicationInfo, publication),
        ],
        assertion: _assertion(said[claim], said, standing),
        provenance: _provenance(claim, assertion, said),
        publication: _publication(claim, me, said),
    }
    for graph, statements in graphs.items():
        name = NamedNode(graph)
        for one in map(triple, dict.fromkeys(statements)):
            yield Quad(one.subject, one.predicate, one.object, name)


def _assertion(own: list[Statement], said: dict[str, list[Statement]], standing: set[tuple[str, str, str]]) -> list[Statement]:
    told = [one for one in own if one[1] not in _BEHIND]
    parts = {predicate: value for _, predicate, value in told if isinstance(value, str)}
    direct = (parts[RDF.subject], parts[RDF.predicate], parts[RDF.object])
    return [*([direct] if direct in standing else []), *told, *_named(told, said)]


def _named(told: Iterable[Statement], said: dict[str, list[Statement]]) -> list[Statement]:
    """The names of what a statement points to."""
    objects: list[str] = [value for _, predicate, value in told if isinstance(value, str) and predicate != RDF.type]
    return [one for node in dict.fromkeys(objects) for one in said.get(node, ()) if one[1] in _NAMING]


def _provenance(claim: str, assertion: str, said: dict[str, list[Statement]]) -> list[Statement]:
    behind = [one for one in said[claim] if one[1] in _BEHIND and one[1] != KG.states]
    found: list[Statement] = [(assertion, predicate, value) for _, predicate, value in behind if predicate in _SAID_OF_ASSERTION]
    for _, predicate, value in behind:
        if predicate == SCHEMA.appearance and isinstance(value, str):
            found.append((assertion, PROV.wasDerivedFrom, value))
            about = [one for one in said[value] if one[1] in _OF_DOCUMENT]
            found += [*about, *_named(about, said)]
        elif predicate == PROV.wasQuotedFrom and isinstance(value, str):
            found += said[value]
        elif predicate == KG.attribution and isinstance(value, str):
            found += _attributions(value, said)
    return [*found, *behind, *_named(behind, said)]


def _attributions(outer: str, said: dict[str, list[Statement]]) -> Iterator[Statement]:
    """The innermost attribution and those that it lies within; the words of its cue."""
    seen: set[str] = set()
    while outer and outer not in seen:
        seen.add(outer)
        yield from said[outer]
        yield from _named(said[outer], said)
        for _, predicate, value in said[outer]:
            if predicate == KG.cue and isinstance(value, str):
                yield from (one for one in said[value] if one[1] == NIF.anchorOf)
        outer = next((value for _, predicate, value in said[outer] if predicate == KG.within and isinstance(value, str)), "")


def _publication(claim: str, me: str, said: dict[str, list[Statement]]) -> list[Statement]:
    """Which program made it, as it was set up, and what it is about."""
    runs = [value for _, predicate, value in said[claim] if predicate == PROV.wasGeneratedBy and isinstance(value, str)]
    agents = [value for run in runs for _, predicate, value in said[run] if predicate == PROV.wasAssociatedWith and isinstance(value, str)]
    found: list[Statement] = [(me, NPX.introduces, claim), (me, NPX.hasNanopubType, KG.Claim)]
    found += [(me, RDFS.label, value) for _, predicate, value in said[claim] if predicate == RDFS.label]
    for agent in agents:
        found += [(me, PROV.wasAttributedTo, agent), *said[agent]]
    return found
