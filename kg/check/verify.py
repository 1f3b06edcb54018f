"""Does the graph keep to its sources? Every quote is read again from the files, and everything told has to be carried by a claim."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, RdfFormat, parse

from kg.errors import OutputError
from kg.ids import text_file
from kg.rdf.terms import clean
from kg.vocab import DCTERMS, KG, KG_IRI, NIF, PROV, RDF, SCHEMA, SEM

#: What the standard property on an event is called on a claim.
_ON_CLAIM = {SEM.hasPlace: KG.place, SEM.hasTime: KG.time}
_NO_ROLES = frozenset({KG.status, KG.subEventOf})

#: Subject → predicate → objects; IRIs and literals' texts alike.
Table = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True, order=True)
class Mismatch:
    """One thing that does not hold: what was expected of ``node`` (an IRI, or a file) and what was found."""

    document: str
    node: str
    what: str
    expected: str
    found: str


def verify(output_dir: Path) -> list[Mismatch]:
    """Re-read every source of a build and compare: hashes, offsets, exact words, and what claims carry. An empty list is the proof.

    Characters that no RDF file can carry (NUL among them) count as the U+FFFD that stands for them. Sources are looked for at their paths
    as given to the build. Raises :class:`OutputError` when the folder holds no build.
    """
    records, iris = _report(output_dir / "report.json"), _table(output_dir / "graph.ttl")
    found: list[Mismatch] = []
    texts: dict[str, str] = {}
    for record in records:
        found += _source(record)
        text = _text(record, output_dir)
        if text is None:
            found.append(Mismatch(record["id"], _place(record, output_dir), "the text that offsets speak of", "a readable file", "none"))
        else:
            texts[clean(record["id"])] = text
            digest = _sha256(text.encode("utf-8", "surrogatepass"))
            found += _same(record["id"], _place(record, output_dir), "SHA-256 of the text", record["textSha256"], digest)
    graph = _Graph(iris)
    found += _documents(graph, records)
    found += _spans(graph, texts)
    found += _claims(graph)
    found += _events(graph)
    found += _direct(graph)
    return sorted(set(found))


class _Graph:
    """The triples with what the checks look up."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.by_type: dict[str, list[str]] = defaultdict(list)
        for subject, said in table.items():
            for kind in said.get(RDF.type, ()):
                self.by_type[kind].append(subject)
        self.told: dict[str, set[tuple[str, str]]] = defaultdict(set)  # event → (role on a claim, filler)
        self.own_voice: set[tuple[str, str, str]] = set()  # what positive, actual, unattributed claims carry
        for claim in self.by_type[KG.Claim]:
            self._index(claim)

    def all(self, node: str, predicate: str) -> list[str]:
        return self.table.get(node, {}).get(predicate, [])

    def one(self, node: str, predicate: str) -> str:
        """The object; empty where there is none, or not one alone."""
        values = self.all(node, predicate)
        return values[0] if len(values) == 1 else ""

    def document(self, context: str) -> str:
        return self.one(context, DCTERMS.identifier)

    def _index(self, claim: str) -> None:
        said = self.table[claim]
        subject, predicate, object_ = self.one(claim, RDF.subject), self.one(claim, RDF.predicate), self.one(claim, RDF.object)
        self.told[self.one(claim, KG.about)] |= {(term, value) for term, values in said.items() for value in values}
        self.told[subject].add((predicate, object_))
        if (self.one(claim, KG.polarity), self.one(claim, KG.modality)) == (KG.positive, KG.actual) and not self.all(claim, KG.attribution):
            self.own_voice.add((subject, predicate, object_))
            self.own_voice |= {(agent, predicate, patient) for agent in self.all(claim, KG.agent) for patient in self.all(claim, KG.patient)}


def _report(path: Path) -> list[dict[str, Any]]:
    try:
        records = json.loads(path.read_text("utf-8"))["documents"]
        return [{key: record[key] for key in ("id", "source", "sha256", "textSha256", "keepText")} for record in records]
    except OSError as error:
        raise OutputError(f"The folder {path.parent} holds no build ({path.name}: {error.strerror}); name the -o folder of one.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{path} is no report of a build ({error}); build again.") from error


def _table(path: Path) -> Table:
    table: Table = defaultdict(lambda: defaultdict(list))
    try:
        with path.open("rb") as file:
            for quad in parse(file, format=RdfFormat.TURTLE):
                term = quad.object
                value = term.value if isinstance(term, Literal) else str(term)[1:-1]
                table[str(quad.subject)[1:-1]][quad.predicate.value].append(value)
    except OSError as error:
        raise OutputError(f"The folder {path.parent} holds no build ({path.name}: {error.strerror}); name the -o folder of one.") from error
    except SyntaxError as error:
        raise OutputError(f"{path} is no Turtle ({error}); build again.") from error
    return {subject: dict(said) for subject, said in table.items()}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _same(document: str, node: str, what: str, expected: str, found: str) -> list[Mismatch]:
    return [] if expected == found else [Mismatch(document, node, what, expected, found)]


def _kept(record: dict[str, Any], output_dir: Path) -> Path:
    return output_dir / "texts" / text_file(record["id"])


def _place(record: dict[str, Any], output_dir: Path) -> str:
    return str(_kept(record, output_dir)) if record["keepText"] else record["source"]


def _source(record: dict[str, Any]) -> list[Mismatch]:
    """The file's bytes are what they were. Standard input and one of many records in a file (its hash is that of its text) cannot be read again."""
    source = record["source"]
    if source == "-" or (record["keepText"] and record["sha256"] == record["textSha256"]):
        return []
    try:
        found = _sha256(Path(source).read_bytes())
    except OSError as error:
        found = f"cannot be read ({error.strerror})"
    return _same(record["id"], source, "SHA-256 of the file", record["sha256"], found)


def _text(record: dict[str, Any], output_dir: Path) -> str | None:
    """The document's text: what the build kept of it, else the file, which then is UTF-8."""
    try:
        if record["keepText"]:
            return _kept(record, output_dir).read_bytes().decode("utf-8", "surrogatepass")
        return Path(record["source"]).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _documents(graph: _Graph, records: list[dict[str, Any]]) -> Iterator[Mismatch]:
    nodes = {graph.document(node): node for node in graph.by_type[NIF.Context]}
    for record in records:
        node = nodes.pop(clean(record["id"]), None)
        if node is None:
            yield Mismatch(record["id"], record["id"], "a document of the report", "a node in the graph", "none")
            continue
        yield from _same(record["id"], node, "SHA-256 of the file", record["sha256"], graph.one(node, KG.sha256))
        yield from _same(record["id"], node, "SHA-256 of the text", record["textSha256"], graph.one(node, KG.textSha256))
    for document, node in sorted(nodes.items()):
        yield Mismatch(document, node, "a document of the graph", "an entry in the report", "none")


def _spans(graph: _Graph, texts: dict[str, str]) -> Iterator[Mismatch]:
    """Every sentence, mention and cue equals its document's text at its offsets, and its IRI says the same offsets."""
    cues = [cue for attribution in graph.by_type[KG.Attribution] for cue in graph.all(attribution, KG.cue)]
    for node in dict.fromkeys([*graph.by_type[NIF.Sentence], *graph.by_type[NIF.Phrase], *cues]):
        context = graph.one(node, NIF.referenceContext)
        document = graph.document(context)
        if not document:
            yield Mismatch("", node, "its document", "one document of the graph", context or "none")
            continue
        begin, end, quote = (graph.one(node, term) for term in (NIF.beginIndex, NIF.endIndex, NIF.anchorOf))
        if not (begin.isdecimal() and end.isdecimal() and int(begin) < int(end)):
            yield Mismatch(document, node, "its offsets", "begin < end, whole numbers", f"{begin or 'none'}, {end or 'none'}")
            continue
        names = (f"{context}#char={begin},{end}", f"{context}/mention/{begin}-{end}")
        if not (node == names[0] or node == names[1] or node.startswith(names[1] + "-")):
            yield Mismatch(document, node, "its IRI", " or ".join(names), node)
        if document in texts:
            yield from _same(document, node, "its words", clean(texts[document][int(begin) : int(end)]), quote)


def _claims(graph: _Graph) -> Iterator[Mismatch]:
    """Every claim quotes one sentence, of the document in which it appears."""
    for claim in graph.by_type[KG.Claim]:
        document = graph.one(claim, SCHEMA.appearance)
        sentence = graph.one(claim, PROV.wasQuotedFrom)
        if NIF.Sentence not in graph.all(sentence, RDF.type):
            yield Mismatch(graph.document(document), claim, "its sentence", "one sentence of the graph", sentence or "none, or several")
        else:
            yield from _same(graph.document(document), claim, "the document of its sentence", document, graph.one(sentence, NIF.referenceContext))


def _events(graph: _Graph) -> Iterator[Mismatch]:
    """What takes part in an event, its place, time and quantities are each carried by one of its claims."""
    for event in graph.by_type[KG.Event]:
        told = graph.told[event]
        fillers = {value for term, value in told if term.startswith(KG_IRI)}
        for term, values in graph.table[event].items():
            for value in values:
                if term == SEM.hasActor:
                    carried = value in fillers
                elif term in _NO_ROLES or value not in graph.table or not (term in _ON_CLAIM or _is_relation(graph, term)):
                    continue
                else:
                    carried = (_ON_CLAIM.get(term, term), value) in told or (event, term, value) in graph.own_voice
                if not carried:
                    yield Mismatch("", event, f"<{term}>", "a claim about the event that carries it", value)


def _direct(graph: _Graph) -> Iterator[Mismatch]:
    """What stands by itself between an entity and something else is said so in some document's own voice."""
    for entity in graph.by_type[KG.Entity]:
        for term, values in graph.table[entity].items():
            if _is_relation(graph, term):
                for value in values:
                    if value in graph.table and (entity, term, value) not in graph.own_voice:
                        yield Mismatch("", entity, f"<{term}>", "a positive, actual, unattributed claim that carries it", value)


def _is_relation(graph: _Graph, term: str) -> bool:
    return term.startswith(KG_IRI) or RDF.Property in graph.all(term, RDF.type)
