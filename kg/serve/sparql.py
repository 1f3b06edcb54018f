"""Answers in the SPARQL 1.1 Protocol: results and graphs in the format that the client wants, and the service description."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store, Triple, serialize

from kg import __version__
from kg.errors import QueryError
from kg.query import run
from kg.serve.negotiate import GRAPHS, RESULTS, format_for
from kg.serve.protocol import READ_ONLY
from kg.serve.sink import Sink, TooLong
from kg.serve.tasks import Answer, Ask, Describe, sentence
from kg.vocab import PREFIXES, RDF, XSD, Namespace

RESULT_FORMATS = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML, "csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV}
GRAPH_FORMATS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD, "rdfxml": RdfFormat.RDF_XML}
VARY = {"Vary": "Accept"}
_PROLOGUE = re.compile(r"(?:\s|#[^\n]*|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*+(\w+)", re.IGNORECASE)
_UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH".split())
_FORMATS_NS = "http://www.w3.org/ns/formats/"
_SD = Namespace(
    "http://www.w3.org/ns/sparql-service-description#",
    "Service endpoint supportedLanguage SPARQL11Query resultFormat defaultDataset Dataset defaultGraph Graph",
)
_VOID = Namespace("http://rdfs.org/ns/void#", "triples")
#: The formats as the W3C names them (https://www.w3.org/ns/formats/).
_NAMED = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def ask(store: Store, asked: Ask, sink: Sink) -> Answer:
    """Run a query and write what it gives, in the order in which it comes. Raises :class:`QueryError` and :class:`TooLong`."""
    first = _PROLOGUE.match(asked.query)
    if first and first[1].upper() in _UPDATES:
        return sentence(400, READ_ONLY)
    result = run(store, asked.query)
    formats = GRAPHS if isinstance(result, QueryTriples) else RESULTS
    chosen = format_for(asked.accept, asked.format, formats)
    if chosen is None:
        kind = "CONSTRUCT and DESCRIBE give a graph" if formats is GRAPHS else "SELECT and ASK give a table"
        return sentence(406, f"{kind}, to be had as {', '.join(list(formats)[:4])}; accept one of these.", **VARY)
    media_type, name = chosen
    try:
        if isinstance(result, QueryTriples):
            serialize(result, sink, format=GRAPH_FORMATS[name], prefixes=PREFIXES)  # type: ignore[arg-type]
        else:
            result.serialize(sink, format=RESULT_FORMATS[name])  # type: ignore[arg-type]
    except TooLong:
        raise
    except (RuntimeError, OSError, ValueError) as error:
        sink.discard()
        raise QueryError(f"The query cannot be run ({' '.join(str(error).split())}).") from error
    answer = sink.answer(media_type if name == "xml" or "json" in media_type else f"{media_type}; charset=utf-8")
    return Answer(answer.status, answer.media_type, answer.body, answer.path, VARY)


def describe(store: Store, asked: Describe) -> Answer:
    """The SPARQL 1.1 Service Description, in RDF."""
    chosen = format_for(asked.accept, "", GRAPHS)
    if chosen is None:
        return sentence(406, f"The description of this endpoint is to be had as {', '.join(list(GRAPHS)[:4])}; accept one of these.", **VARY)
    me, dataset, graph = (NamedNode(asked.url + end) for end in ("", "#dataset", "#graph"))
    links: list[tuple[NamedNode, str, NamedNode | Literal]] = [
        (me, RDF.type, NamedNode(_SD.Service)),
        (me, _SD.endpoint, me),
        (me, _SD.supportedLanguage, NamedNode(_SD.SPARQL11Query)),
        *((me, _SD.resultFormat, NamedNode(_FORMATS_NS + name)) for name in _NAMED),
        (me, _SD.defaultDataset, dataset),
        (dataset, RDF.type, NamedNode(_SD.Dataset)),
        (dataset, _SD.defaultGraph, graph),
        (graph, RDF.type, NamedNode(_SD.Graph)),
        (graph, _VOID.triples, Literal(str(len(store)), datatype=NamedNode(XSD.integer))),
    ]
    triples = [Triple(subject, NamedNode(predicate), value) for subject, predicate, value in links]
    body = serialize(triples, format=GRAPH_FORMATS[chosen[1]], prefixes={"sd": str(_SD), "void": str(_VOID), "formats": _FORMATS_NS}) or b""
    return Answer(200, f"{chosen[0]}; charset=utf-8", body, headers=VARY | {"Server": f"newskg/{__version__}"})
