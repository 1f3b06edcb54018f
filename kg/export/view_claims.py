"""The claims behind what the page shows: each with its sentence, the words to mark in it, and who says so."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from kg.export.view_graph import EMPTY, Graph, Mention, Row, Table, local, roles, visible
from kg.vocab import KG, NIF, PROV, RDF, RDFS, SCHEMA

#: ``(begin, end, what)`` in UTF-16 code units of the sentence; ``what`` is "event", "part" or "cue".
Mark = tuple[int, int, str]


class Source(NamedTuple):
    """Whoever says something; ``iri`` is empty where the graph names nobody."""

    iri: str
    label: str


_MOST_MARKS = 40  # of one referent in one sentence
_DEEPEST = 12  # speakers of one claim: "A said that B said that …"
_NOBODY = (Source("", "a source that is not named"),)


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim: ``marks`` show its words in ``sentence``, ``sources`` say who says so, innermost first (empty: the article itself).

    ``origins`` are the independent sources that it counts for, ``span`` is the sentence's IRI, ``words`` are those that
    it calls its happening by, ``numbers`` the values of what it counts.
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
    words: str = ""
    numbers: frozenset[str] = frozenset()


def tellings(graph: Graph, things: Container[str], happenings: Container[str]) -> list[Telling]:
    """All claims in reading order. ``things`` and ``happenings`` are the IRIs of what the page knows."""
    sentences = graph.all(NIF.Sentence)
    read: dict[str, _Sentence] = {}
    attributions, quantities = graph.all(KG.Attribution), graph.all(KG.Quantity)
    told = []
    for iri, row in sorted(graph.all(KG.Claim).items(), key=lambda claim: _place(claim[0], claim[1], sentences)):
        span = row.one(PROV.wasQuotedFrom)
        if span not in sentences:
            continue  # a claim without its words has no place on a page of evidence
        quoted = read.get(span) or read.setdefault(span, _Sentence(sentences[span], graph.mentions))
        chain = _chain(row, attributions)
        event = row.one(KG.about) or next((end for end in (row.one(RDF.subject), row.one(RDF.object)) if end in happenings), None)
        parts = {row.one(RDF.subject), row.one(RDF.object)} | {part for role, part in roles(row, things) if role != "origin"}
        words = dict.fromkeys(parts, "part") | ({event: "event"} if event else {})
        cues = {cue for link in chain for cue in attributions.get(link, EMPTY).get(KG.cue)}
        sources = [source for link in chain for source in attributions.get(link, EMPTY).get(KG.source)] or row.get(PROV.wasAttributedTo)
        confidence = row.one(KG.confidence)
        told.append(
            Telling(
                iri,
                row.one(SCHEMA.appearance) or quoted.article,
                quoted.text,
                quoted.marks(words, cues),
                row.one(RDF.subject),
                row.one(RDF.predicate),
                row.one(RDF.object),
                event,
                tuple(Source(source, graph.label(source) or local(source)) for source in sources) or _NOBODY[: len(chain)],
                tuple(graph.label(source) or local(source) for source in row.get(PROV.hadPrimarySource)),
                local(row.one(KG.polarity, KG.positive)),
                local(row.one(KG.modality, KG.actual)),
                float(confidence) if confidence else None,
                row.get(KG.states),
                row.get(KG.origin),
                span,
                visible(row.one(RDFS.label)),
                frozenset(number for key in row.get(KG.quantity) for number in quantities.get(key, EMPTY).get(KG.value)),
            )
        )
    return told


def _place(iri: str, row: Row, sentences: Table) -> tuple[str, int, str]:
    """Where a claim stands in the reading order: article, offset."""
    begin = sentences.get(row.one(PROV.wasQuotedFrom), EMPTY).one(NIF.beginIndex, "0")
    return row.one(SCHEMA.appearance), int(begin), iri


def _chain(row: Row, attributions: Table) -> list[str]:
    """The claim's attributions, innermost first; no more than a reader takes in."""
    chain: list[str] = []
    link = row.one(KG.attribution)
    while link and link not in chain and len(chain) < _DEEPEST:
        chain.append(link)
        link = attributions.get(link, EMPTY).one(KG.within)
    return chain


class _Sentence:
    """A sentence with its mentions, looked up once for all claims that it makes."""

    def __init__(self, row: Row, mentions: Mapping[str, Sequence[Mention]]) -> None:
        self.article = row.one(NIF.referenceContext)
        self.text = visible(row.one(NIF.anchorOf))
        begin, end = int(row.one(NIF.beginIndex)), int(row.one(NIF.endIndex))
        self._spans: dict[str, tuple[int, int]] = {}  # of mentions
        self._of: dict[str, list[str]] = defaultdict(list)  # referent → mentions
        nearby = mentions.get(self.article, ())
        for first, last, iri, referents in nearby[bisect_left(nearby, (begin,)) : bisect_left(nearby, (end,))]:
            if first < last <= end:
                self._spans[iri] = first - begin, last - begin
                for referent in referents:
                    if len(self._of[referent]) < _MOST_MARKS:
                        self._of[referent].append(iri)
        self._units = _units(self.text)

    def marks(self, words: dict[str, str], cues: set[str]) -> tuple[Mark, ...]:
        """Which words to mark, without overlaps; where two compete the event's words win, then the longer. ``words`` tells what a referent is."""
        wanted: list[Mark] = [(*self._spans[cue], "cue") for cue in cues if cue in self._spans]
        for referent, kind in words.items():
            wanted += [(*self._spans[iri], kind) for iri in self._of.get(referent, ()) if iri not in cues]
        chosen: list[Mark] = []
        for first, last, kind in sorted(wanted, key=lambda mark: (mark[2] != "event", mark[0] - mark[1], mark)):
            if all(last <= other[0] or other[1] <= first for other in chosen):
                chosen.append((first, last, kind))
        units = self._units
        return tuple((units[first], units[last], kind) for first, last, kind in sorted(chosen))


def _units(text: str) -> Sequence[int]:
    """How many UTF-16 code units, in which a browser counts, stand before each character and before the end."""
    if text.isascii() or max(text) < "\U00010000":
        return range(len(text) + 1)
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))
