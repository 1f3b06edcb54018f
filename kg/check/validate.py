"""Is the graph well formed? The SHACL shapes of ``ontology/shapes.ttl``, run by pySHACL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyshacl import validate as run_shacl
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from kg.errors import OutputError
from kg.resources import read_text
from kg.vocab import DCTERMS, KG, NIF, PROV, SCHEMA

_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node. ``document`` and ``sentence`` (its words) are empty where the node has none."""

    document: str
    node: str
    message: str
    path: str = ""  # the property
    value: str = ""
    sentence: str = ""


def validate(ttl_path: Path) -> list[Violation]:
    """Check a Turtle file against the shapes: its violations, sorted by document and node; none means that it conforms.

    Nothing is fetched and nothing inferred. Raises :class:`OutputError` when the file cannot be read.
    """
    graph = Graph()
    try:
        graph.parse(ttl_path, format="turtle")
    except OSError as error:
        raise OutputError(f"The graph {ttl_path} cannot be read ({error.strerror}); name the folder of a build.") from error
    except SyntaxError as error:
        raise OutputError(f"The graph {ttl_path} is no Turtle ({str(error).splitlines()[0]}); build again.") from error
    shapes = Graph().parse(data=read_text("shapes.ttl"), format="turtle")
    _, report, _ = run_shacl(graph, shacl_graph=shapes, inference="none", advanced=False, do_owl_imports=False, inplace=True)
    if not isinstance(report, Graph):
        raise OutputError(f"The shapes cannot be run on {ttl_path} ({report}); install newskg again.")
    results = report.subjects(RDF.type, URIRef(_SH + "ValidationResult"))
    return sorted(_violation(graph, report, result) for result in results)


def _violation(graph: Graph, report: Graph, result: Node) -> Violation:
    def said(name: str) -> Node | None:
        return report.value(result, URIRef(_SH + name))

    value = said("value")
    focus = said("focusNode") or result
    if focus == URIRef(KG.Claim) and value is not None:  # a constraint on all claims at once
        focus = value
    span = graph.value(focus, URIRef(PROV.wasQuotedFrom)) or focus
    context = graph.value(focus, URIRef(SCHEMA.appearance)) or graph.value(span, URIRef(NIF.referenceContext)) or focus
    return Violation(
        document=str(graph.value(context, URIRef(DCTERMS.identifier)) or ""),
        node=str(focus),
        message=str(said("resultMessage") or ""),
        path=str(said("resultPath") or ""),
        value=value.n3() if isinstance(value, URIRef | Literal) else "",
        sentence=str(graph.value(span, URIRef(NIF.anchorOf)) or ""),
    )
