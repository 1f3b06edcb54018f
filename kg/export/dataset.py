"""The graph as a dataset: one graph for what each document says, one for what comparing them gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import NamedNode, Quad, Triple

from kg.vocab import KG, NIF, PROV, RDF

_DOCUMENTS = "document/"
#: What a document's own nodes owe to the other documents.
_COMPARED = frozenset({
    KG.states, KG.origin, KG.originReason, PROV.wasDerivedFrom, PROV.alternateOf, PROV.qualifiedDerivation, PROV.qualifiedPrimarySource,
})  # fmt: skip
_CLAIM, _DERIVATION = "/claim/", "/derivation/"


def quads(triples: Iterable[Triple]) -> Iterator[Quad]:
    """Each triple once, graph by graph: the documents by their IRIs, which name their graphs, and last ``<base>resolution``.

    ``triples`` stand subject by subject, a document before its parts, as in the canonical order.
    """
    graphs: dict[str, list[Triple]] = defaultdict(list)
    rest: list[Triple] = []
    known: set[str] = set()
    start = ""
    for subject, group in groupby(triples, key=lambda triple: triple.subject.value):  # type: ignore[union-attr]
        said = list(group)
        if any(one.object.value == NIF.Context and one.predicate.value == RDF.type for one in said):  # type: ignore[union-attr]
            known.add(subject)
            start = start or subject[: subject.rindex(_DOCUMENTS) + len(_DOCUMENTS)]
        document = _document(subject, start)
        if document not in known or _DERIVATION in subject:
            rest += said
            continue
        for one in said:
            (rest if _compared(subject, one.predicate.value) else graphs[document]).append(one)
    for document in sorted(graphs):
        name = NamedNode(document)
        yield from (Quad(one.subject, one.predicate, one.object, name) for one in graphs[document])
    name = NamedNode(f"{start.removesuffix(_DOCUMENTS) or 'urn:newskg:'}resolution")
    yield from (Quad(one.subject, one.predicate, one.object, name) for one in rest)


def _document(subject: str, start: str) -> str:
    """The document that a node belongs to by its IRI; its id holds neither slash nor number sign."""
    if not start or not subject.startswith(start):
        return ""
    return start + subject[len(start) :].split("#", 1)[0].split("/", 1)[0]


def _compared(subject: str, predicate: str) -> bool:
    """What is found by comparing documents; the source that a digest cites for a claim stands in the digest."""
    return predicate in _COMPARED or (predicate == PROV.hadPrimarySource and _CLAIM not in subject)
