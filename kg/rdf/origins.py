"""Where claims and documents come from, with the reason: what makes sources independent, or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.model import Derivation
from kg.rdf.index import Article
from kg.rdf.terms import Statement, hundredths, text
from kg.vocab import KG, PROV, RDF


def origin_triples(article: Article) -> Iterator[Statement]:
    """The origins of each claim."""
    index = article.index
    for claim in article.extraction.claims:
        trace = index.world.origins[article.document.id, claim.id]
        for origin in trace.origins:
            yield article.claim(claim), KG.origin, index.origin(origin)
        yield article.claim(claim), KG.originReason, text(trace.reason)


def derivation_triples(article: Article) -> Iterator[Statement]:
    """What the document copies, which agency's report it prints, and what the entries of its source list are."""
    index = article.index
    counts: Counter[str] = Counter()
    for derivation in index.derivations.get(article.document.id, ()):
        derived, source = index.origin(derivation.derived), index.origin(derivation.source)
        if derivation.kind == "same":
            yield derived, PROV.alternateOf, source
        else:
            counts[derived] += 1
            yield from _qualified(derivation, derived, source, index.iris.derivation(derived, counts[derived]))


def _qualified(derivation: Derivation, derived: str, source: str, me: str) -> Iterator[Statement]:
    """PROV's plain property, and its qualified form that carries the reason."""
    if derivation.kind == "agency":
        plain, qualified, kind = PROV.hadPrimarySource, PROV.qualifiedPrimarySource, PROV.PrimarySource
        yield source, RDF.type, PROV.Agent
    else:
        plain, qualified, kind = PROV.wasDerivedFrom, PROV.qualifiedDerivation, PROV.Derivation
    yield derived, plain, source
    yield derived, qualified, me
    yield me, RDF.type, kind
    yield me, PROV.entity, source
    yield me, KG.originReason, text(derivation.reason)
    if derivation.share is not None:
        yield me, KG.share, hundredths(derivation.share)
