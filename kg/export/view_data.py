"""What the page shows, read from the triples of a finished graph: participants, happenings, lasting relations, and the claims behind them.

Text from articles is hostile: :func:`visible` makes every string of the graph safe to show in a line. Escaping it for HTML is the page's task.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from kg.rdf.terms import Statement
from kg.vocab import DCTERMS, ENTITY_TYPES, ITSRDF, KG, KG_IRI, NIF, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS

#: Predicate → sorted objects of one subject, all as plain strings (an IRI, or a literal's text).
Row = dict[str, list[str]]
Table = dict[str, Row]  # by subject, in order
#: ``(begin, end, what)`` in UTF-16 code units of the sentence; ``what`` is "event", "part" or "cue".
Mark = tuple[int, int, str]

#: C0 and C1 controls, and the bidi controls that could reorder a line (the marks LRM and RLM cannot).
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: Reading order of the roles, the doer first and the scene last.
ROLES = ("agent", "patient", "recipient", "topic", "instrument", "source", "goal", "purpose", "beneficiary", "cause", "result", "attribute", "place")
#: Classes that tell a reader nothing.
_PLAIN = frozenset({KG.Entity, KG.Event, SEM.Event, SEM.Actor, SEM.Place, PROV.Agent, PROV.Entity, SCHEMA.Thing})
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def visible(text: str) -> str:
    """The text with each control character shown as U+FFFD and each line break or tab as a space. Its length does not change."""
    return _CONTROLS.sub(lambda match: " " if match[0] in "\t\n\r" else "\ufffd", text)


@dataclass(frozen=True, slots=True)
class Article:
    """A source document. ``url`` is empty unless it is http(s)."""

    iri: str
    title: str
    publisher: str
    date: str
    url: str
    language: str


class Source(NamedTuple):
    """Whoever says something; ``iri`` is empty where the graph names nobody."""

    iri: str
    label: str


_NOBODY = (Source("", "a source that is not named"),)


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim: ``marks`` show its words in ``sentence``, ``sources`` say who says so, innermost first (empty: the article itself)."""

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


@dataclass(slots=True)
class Thing:
    """A participant: ``types`` are local names of its narrowest classes; ``links`` are IRIs elsewhere."""

    iri: str
    label: str
    types: tuple[str, ...]
    names: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    named: bool = True
    mentions: int = 0


@dataclass(slots=True)
class Happening:
    """An event, or a lasting relation (``lasting``), with its participants as ``(role, IRI)`` and the claims that tell it."""

    iri: str
    label: str
    verb: str
    status: str
    roles: tuple[tuple[str, str], ...]
    types: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    lasting: bool = False
    tellings: list[Telling] = field(default_factory=list)
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict: what it is about ("number", "polarity" …), and for each side the claims that take it."""

    iri: str
    kind: str
    sides: tuple[tuple[Telling, ...], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The whole graph, as the page tells it. Keys are IRIs; every container is in a fixed order."""

    articles: dict[str, Article]
    things: dict[str, Thing]
    happenings: dict[str, Happening]
    disagreements: tuple[Disagreement, ...]


class Graph:
    """All triples by subject, read in one pass."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.rows: dict[str, Row] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in statements:
            self.rows[subject][predicate].append(value if isinstance(value, str) else value.value)
        self._kinds: dict[str, list[str]] = defaultdict(list)
        for subject, row in self.rows.items():
            for values in row.values():
                values.sort()
            for kind in row.get(RDF.type, []):
                self._kinds[kind].append(subject)

    def all(self, kind: str) -> Table:
        """Whatever is a ``kind``."""
        return {subject: self.rows[subject] for subject in sorted(self._kinds[kind])}

    def label(self, iri: str) -> str:
        """Empty where the graph gives none."""
        return visible(_one(self.rows[iri], RDFS.label)) if iri in self.rows else ""


def read(statements: Iterable[Statement]) -> Story:
    """Read the story of a finished graph, each statement given once. The result does not depend on their order."""
    graph = Graph(statements)
    articles = _articles(graph)
    things = _things(graph)
    happenings = _happenings(graph, things)
    tellings = _tellings(graph, things, happenings)
    for telling in tellings:
        _hold(happenings, things, telling)
    _finish(graph, happenings.values())
    disagreements = _disagreements(graph, tellings)
    contested = {telling.iri for one in disagreements for side in one.sides for telling in side}
    for happening in happenings.values():
        happening.disputed = happening.status == "disputed" or any(telling.iri in contested for telling in happening.tellings)
    return Story(articles, things, dict(sorted(happenings.items())), disagreements)


def _one(row: Row, predicate: str, default: str = "") -> str:
    return row.get(predicate, [default])[0]


@lru_cache(maxsize=1 << 12)
def local(iri: str) -> str:
    """The last part of an IRI, in words: ``…#presidentOf`` → ``president of``."""
    name = unquote(re.split(r"[#/:]", iri)[-1])
    return visible(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").replace("-", " ").lower())


def _day(date: str) -> str:
    """``2026-03-02`` → ``2 March 2026``; anything else as it is."""
    if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)", date):
        return f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"
    return visible(date)


def web(link: str) -> str:
    """The link when a browser may follow it, else nothing: only http and https can."""
    return link if re.match(r"https?://[^\s\\]+$", link, re.IGNORECASE) and not _CONTROLS.search(link) else ""


def _articles(graph: Graph) -> dict[str, Article]:
    articles = {}
    for iri, row in graph.all(SCHEMA.NewsArticle).items():
        if KG.sha256 not in row:
            continue  # only cited by an article, not read
        title = _one(row, SCHEMA.headline) or _one(row, DCTERMS.identifier) or iri
        publisher = ", ".join(graph.label(agent) or visible(agent) for agent in row.get(SCHEMA.publisher, []))
        url = web(_one(row, SCHEMA.url))
        articles[iri] = Article(iri, visible(title), publisher, _day(_one(row, SCHEMA.datePublished)), url, _one(row, SCHEMA.inLanguage))
    return articles


def _types(row: Row) -> tuple[str, ...]:
    """Local names of the classes that tell something: no superclass of another one."""
    kinds = row.get(RDF.type, [])
    wider = {parent for classes in ENTITY_TYPES.values() if classes[0] in kinds for parent in classes[1:]}
    return tuple(re.split(r"[#/:]", kind)[-1] for kind in kinds if kind not in _PLAIN and kind not in wider)


def _things(graph: Graph) -> dict[str, Thing]:
    counts = Counter(referent for row in graph.rows.values() for referent in row.get(ITSRDF.taIdentRef, []))
    things = {}
    for iri, row in graph.all(KG.Entity).items():
        label = _one(row, RDFS.label) or local(iri)
        names = tuple(visible(name) for name in row.get(SKOS.altLabel, []) if name != label)
        links = tuple(link for link in row.get(SKOS.exactMatch, []) + row.get(OWL.sameAs, []) if web(link))
        things[iri] = Thing(iri, visible(label), _types(row), names, links, _one(row, KG.named, "true") != "false", counts[iri])
    return things


def _happenings(graph: Graph, things: dict[str, Thing]) -> dict[str, Happening]:
    times = graph.all(SEM.Time)
    quantities = graph.all(KG.Quantity)
    events = graph.all(KG.Event)
    known = things.keys() | events.keys()
    happenings = {}
    for iri, row in events.items():
        lemma = visible(_one(row, KG.lemma)) or local(iri)
        happenings[iri] = Happening(
            iri,
            visible(_one(row, RDFS.label)) or lemma,
            lemma,
            local(_one(row, KG.status)),
            _roles(row, known),
            _types(row),
            tuple(_day(_one(times.get(time, {}), KG.timex) or local(time)) for time in row.get(SEM.hasTime, [])),
            tuple(_amount(quantities[key]) for key in row.get(KG.quantity, []) if key in quantities),
        )
    return happenings


def _roles(row: Row, known: Container[str]) -> tuple[tuple[str, str], ...]:
    """``(role, IRI)`` of all participants; ``sem:hasPlace`` is the role "place"."""
    roles = {(name[len(KG_IRI) :], value) for name, values in row.items() if name.startswith(KG_IRI) for value in values if value in known}
    roles |= {("place", value) for value in row.get(SEM.hasPlace, []) if value in known}
    return tuple(sorted(roles, key=lambda role: (ROLES.index(role[0]) if role[0] in ROLES else len(ROLES), role)))


def _amount(row: Row) -> str:
    """``at least 110 people``: a quantity in words."""
    value, low, high = (_one(row, term) for term in (KG.value, KG.min, KG.max))
    number = f"at least {low}" if low else f"at most {high}" if high else value
    if low and high:
        number = value if low == high else f"{low} to {high}"
    return visible(f"{number} {_one(row, KG.unit)}".strip())


def _tellings(graph: Graph, things: dict[str, Thing], happenings: dict[str, Happening]) -> list[Telling]:
    sentences = graph.all(NIF.Sentence)
    mentions = _mentions(graph)
    attributions = graph.all(KG.Attribution)
    tellings = []
    for iri, row in sorted(graph.all(KG.Claim).items(), key=lambda claim: _place(claim[0], claim[1], sentences)):
        quoted = sentences.get(_one(row, PROV.wasQuotedFrom))
        if quoted is None:
            continue  # a claim without its words has no place on a page of evidence
        chain = _chain(row, attributions)
        event = _one(row, KG.about) or next((end for end in (_one(row, RDF.subject), _one(row, RDF.object)) if end in happenings), None)
        parts = {_one(row, RDF.subject), _one(row, RDF.object)} | {part for role, part in _roles(row, things) if role != "origin"}
        words = dict.fromkeys(parts, "part") | ({event: "event"} if event else {})
        cues = {cue for link in chain for cue in attributions.get(link, {}).get(KG.cue, [])}
        sources = [source for link in chain for source in attributions.get(link, {}).get(KG.source, [])] or row.get(PROV.wasAttributedTo, [])
        confidence = _one(row, KG.confidence)
        tellings.append(
            Telling(
                iri,
                _one(row, SCHEMA.appearance) or _one(quoted, NIF.referenceContext),
                visible(_one(quoted, NIF.anchorOf)),
                _marks(quoted, mentions, words, cues),
                _one(row, RDF.subject),
                _one(row, RDF.predicate),
                _one(row, RDF.object),
                event,
                tuple(Source(source, graph.label(source) or local(source)) for source in sources) or _NOBODY[: len(chain)],
                tuple(graph.label(source) or local(source) for source in row.get(PROV.hadPrimarySource, [])),
                local(_one(row, KG.polarity, KG.positive)),
                local(_one(row, KG.modality, KG.actual)),
                float(confidence) if confidence else None,
                tuple(row.get(KG.states, [])),
            )
        )
    return tellings


def _place(iri: str, row: Row, sentences: Table) -> tuple[str, int, str]:
    """Where a claim stands in the reading order: article, offset."""
    begin = _one(sentences.get(_one(row, PROV.wasQuotedFrom), {}), NIF.beginIndex, "0")
    return _one(row, SCHEMA.appearance), int(begin), iri


def _chain(row: Row, attributions: Table) -> list[str]:
    """The claim's attributions, innermost first."""
    chain: list[str] = []
    link = _one(row, KG.attribution)
    while link and link not in chain:
        chain.append(link)
        link = _one(attributions.get(link, {}), KG.within)
    return chain


#: Document → ``(begin, end, mention, referents)`` in order.
Mentions = dict[str, list[tuple[int, int, str, list[str]]]]


def _mentions(graph: Graph) -> Mentions:
    found: Mentions = defaultdict(list)
    for iri, row in graph.all(NIF.Phrase).items():
        span = int(_one(row, NIF.beginIndex)), int(_one(row, NIF.endIndex))
        found[_one(row, NIF.referenceContext)].append((*span, iri, row.get(ITSRDF.taIdentRef, [])))
    return {document: sorted(rows) for document, rows in found.items()}


def _marks(sentence: Row, mentions: Mentions, words: dict[str, str], cues: set[str]) -> tuple[Mark, ...]:
    """Which words of the sentence to mark, without overlaps; where two compete the event's words win, then the longer."""
    begin, end, text = int(_one(sentence, NIF.beginIndex)), int(_one(sentence, NIF.endIndex)), _one(sentence, NIF.anchorOf)
    wanted = []
    nearby = mentions.get(_one(sentence, NIF.referenceContext), [])
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


def _hold(happenings: dict[str, Happening], things: dict[str, Thing], telling: Telling) -> None:
    """Put the claim to its event; without one it tells a lasting relation, which all claims of the same triple share."""
    key = telling.event if telling.event in happenings else " ".join((telling.subject, telling.predicate, telling.object))
    if key not in happenings:
        if telling.subject not in things or telling.object not in things:
            return
        happenings[key] = Happening(key, "", "", "", (("agent", telling.subject), ("patient", telling.object)), lasting=True)
    happenings[key].tellings.append(telling)


def _finish(graph: Graph, happenings: Iterable[Happening]) -> None:
    """Verb and status as the claims give them: the relation that most claims name, unless all they name is a role."""
    for happening in happenings:
        named = Counter(one.predicate for one in happening.tellings if one.predicate.removeprefix(KG_IRI) not in ROLES)
        if named:
            predicate = min(named, key=lambda iri: (-named[iri], iri))
            happening.verb = graph.label(predicate) or local(predicate)
        happening.label = happening.label or happening.verb
        happening.status = happening.status or _status(happening.tellings)


def _status(tellings: list[Telling]) -> str:
    """How well a relation stands, from its claims: asserted before reported before the first modality in the alphabet."""
    actual = [telling for telling in tellings if telling.modality == "actual"]
    if not actual:
        return min((telling.modality for telling in tellings), default="")
    if {telling.polarity for telling in actual} == {"negative"}:
        return "denied"
    return "reported" if all(telling.sources for telling in actual) else "asserted"


def _disagreements(graph: Graph, tellings: list[Telling]) -> tuple[Disagreement, ...]:
    stated: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for proposition in telling.propositions:
            stated[proposition].append(telling)
    found = []
    for iri, row in graph.all(KG.Conflict).items():
        sides = tuple(tuple(stated[side]) for side in row.get(KG.between, []) if stated[side])
        if len(sides) > 1:
            found.append(Disagreement(iri, local(_one(row, KG.conflictKind)).removesuffix(" conflict"), sides))
    return tuple(found)
