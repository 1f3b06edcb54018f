"""RDF 1.2: claims and propositions as reifiers of triple terms, instead of by ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import NamedNode, Triple

from kg.vocab import RDF

_PARTS = (RDF.subject, RDF.predicate, RDF.object)
REIFIES = NamedNode(f"{RDF}reifies")


def reify(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The same graph with ``me rdf:reifies <<( s p o )>>`` for each subject that has one of each of the three; subjects stand together."""
    for me, group in groupby(triples, key=lambda triple: triple.subject):
        said = list(group)
        parts = {one.predicate.value: one.object for one in said if one.predicate.value in _PARTS}
        if len(parts) == len(_PARTS) == sum(one.predicate.value in _PARTS for one in said) and isinstance(parts[RDF.predicate], NamedNode):
            yield Triple(me, REIFIES, Triple(*(parts[part] for part in _PARTS)))  # type: ignore[arg-type]
            said = [one for one in said if one.predicate.value not in _PARTS]
        yield from said
