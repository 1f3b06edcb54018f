"""The claims behind what the page shows: each with its sentence, the words to mark in it, and who says so."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from kg.export.view_graph import Graph, Row, Table, local, one, roles, visible
from kg.vocab import ITSRDF, KG, NIF, PROV, RDF, SCHEMA

#: ``(begin, end, what)`` in UTF-16 code units of the sentence; ``what`` is "event", "part" or "cue".
Mark = tuple[int, int, str]


class Source(NamedTuple):
    """Whoever says something; ``iri`` is empty where the graph names nobody."""

    iri: str
    label: str


_NOBODY = (Source("", "a source that is not named"),)


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim: ``marks`` show its words in ``sentence``, ``sources`` say who says so, innermost first (empty: the article itself).

    ``origins`` are the independent sources that it counts for, ``span`` is the sentence's IRI.
    """

    iri: str
    article: str
    sentence: str
    marks: tuple[Mark, ...]
    subject: str
    predicate: str
    object: str
    event: str | None
    sources: tuple[Source, ...]
    primary: tuple[str, ...]
    polarity: str
    modality: str
    confidence: float | None
    propositions: tuple[str, ...]
    origins: tuple[str, ...]
    span: str


def tellings(graph: Graph, things: Container[str], happenings: Container[str]) -> list[Telling]:
    """All claims in reading order. ``things`` and ``happenings`` are the IRIs of what the page knows."""
    sentences = graph.all(NIF.Sentence)
    mentions = _mentions(graph)
    attributions = graph.all(KG.Attribution)
    told = []
    for iri, row in sorted(graph.all(KG.Claim).items(), key=lambda claim: _place(claim[0], claim[1], sentences)):
        quoted = sentences.get(one(row, PROV.wasQuotedFrom))
        if quoted is None:
            continue  # a claim without its words has no place on a page of evidence
        chain = _chain(row, attributions)
        event = one(row, KG.about) or next((end for end in (one(row, RDF.subject), one(row, RDF.object)) if end in happenings), None)
        parts = {one(row, RDF.subject), one(row, RDF.object)} | {part for role, part in roles(row, things) if role != "origin"}
        words = dict.fromkeys(parts, "part") | ({event: "event"} if event else {})
        cues = {cue for link in chain for cue in attributions.get(link, {}).get(KG.cue, [])}
        sources = [source for link in chain for source in attributions.get(link, {}).get(KG.source, [])] or row.get(PROV.wasAttributedTo, [])
        confidence = one(row, KG.confidence)
        told.append(
            Telling(
                iri,
                one(row, SCHEMA.appearance) or one(quoted, NIF.referenceContext),
                visible(one(quoted, NIF.anchorOf)),
                _marks(quoted, mentions, words, cues),
                one(row, RDF.subject),
                one(row, RDF.predicate),
                one(row, RDF.object),
                event,
                tuple(Source(source, graph.label(source) or local(source)) for source in sources) or _NOBODY[: len(chain)],
                tuple(graph.label(source) or local(source) for source in row.get(PROV.hadPrimarySource, [])),
                local(one(row, KG.polarity, KG.positive)),
                local(one(row, KG.modality, KG.actual)),
                float(confidence) if confidence else None,
                tuple(row.get(KG.states, [])),
                tuple(row.get(KG.origin, [])),
                one(row, PROV.wasQuotedFrom),
            )
        )
    return told


def _place(iri: str, row: Row, sentences: Table) -> tuple[str, int, str]:
    """Where a claim stands in the reading order: article, offset."""
    begin = one(sentences.get(one(row, PROV.wasQuotedFrom), {}), NIF.beginIndex, "0")
    return one(row, SCHEMA.appearance), int(begin), iri


def _chain(row: Row, attributions: Table) -> list[str]:
    """The claim's attributions, innermost first."""
    chain: list[str] = []
    link = one(row, KG.attribution)
    while link and link not in chain:
        chain.append(link)
        link = one(attributions.get(link, {}), KG.within)
    return chain


#: Document → ``(begin, end, mention, referents)`` in order.
Mentions = dict[str, list[tuple[int, int, str, list[str]]]]


def _mentions(graph: Graph) -> Mentions:
    found: Mentions = defaultdict(list)
    for iri, row in graph.all(NIF.Phrase).items():
        span = int(one(row, NIF.beginIndex)), int(one(row, NIF.endIndex))
        found[one(row, NIF.referenceContext)].append((*span, iri, row.get(ITSRDF.taIdentRef, [])))
    return {document: sorted(rows) for document, rows in found.items()}


def _marks(sentence: Row, mentions: Mentions, words: dict[str, str], cues: set[str]) -> tuple[Mark, ...]:
    """Which words of the sentence to mark, without overlaps; where two compete the event's words win, then the longer."""
    begin, end, text = int(one(sentence, NIF.beginIndex)), int(one(sentence, NIF.endIndex)), one(sentence, NIF.anchorOf)
    wanted = []
    nearby = mentions.get(one(sentence, NIF.referenceContext), [])
    for first, last, iri, referents in nearby[bisect_left(nearby, (begin,)) : bisect_left(nearby, (end,))]:
        kinds = {"cue"} if iri in cues else {words[referent] for referent in referents if referent in words}
        if first < last <= end and kinds:
            wanted.append((first - begin, last - begin, min(kinds, key=["event", "cue", "part"].index)))
    chosen: list[Mark] = []
    for first, last, kind in sorted(wanted, key=lambda mark: (mark[2] != "event", mark[0] - mark[1], mark)):
        if all(last <= other[0] or other[1] <= first for other in chosen):
            chosen.append((first, last, kind))
    return tuple((_units(text[:first]), _units(text[:last]), kind) for first, last, kind in sorted(chosen))


def _units(text: str) -> int:
    """Length in UTF-16 code units, as a browser counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
