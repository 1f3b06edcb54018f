"""Is the graph well formed? The SHACL shapes of ``ontology/shapes.ttl``, run by pySHACL, or as SPARQL queries where the graph is large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store
from pyshacl import validate as run_shacl
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from kg.check import fast as sparql
from kg.check import places
from kg.check.fast import Fault
from kg.errors import OutputError
from kg.resources import read_text
from kg.vocab import KG

_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node.

    ``document`` and ``sentence`` (its words) tell where a reader finds it: the claim, mention or span that it is, or the first one that leads to it.
    They are empty where there is none.
    """

    document: str
    node: str
    message: str
    path: str = ""  # the property
    value: str = ""
    sentence: str = ""


def validate(ttl_path: Path, fast: bool = False) -> list[Violation]:
    """Check a Turtle file against the shapes: its violations, sorted by document and node; none means that it conforms.

    ``fast`` asks SPARQL queries made from the shapes instead of pySHACL, which finds the same. Nothing is fetched and nothing inferred.
    Raises :class:`OutputError` when the file cannot be read.
    """
    store = Store()
    try:
        store.bulk_load(path=ttl_path, format=RdfFormat.TURTLE)
    except OSError as error:
        raise OutputError(f"The graph {ttl_path} cannot be read ({error.strerror or error}); name the folder of a build.") from error
    except SyntaxError as error:
        raise OutputError(f"The graph {ttl_path} is no Turtle ({str(error).splitlines()[0]}); build again.") from error
    shapes = Graph().parse(data=read_text("shapes.ttl"), format="turtle")
    found = sparql.faults(store, shapes) if fast else _by_pyshacl(ttl_path, shapes)
    return sorted({_placed(store, _of_class(fault)) for fault in found})


def _by_pyshacl(ttl_path: Path, shapes: Graph) -> Iterator[Fault]:
    graph = Graph().parse(ttl_path, format="turtle")
    _, report, _ = run_shacl(graph, shacl_graph=shapes, inference="none", advanced=False, do_owl_imports=False, inplace=True)
    if not isinstance(report, Graph):
        raise OutputError(f"The shapes cannot be run on {ttl_path} ({report}); install newskg again.")
    for result in report.subjects(RDF.type, URIRef(_SH + "ValidationResult")):
        node, path, value, message = (report.value(result, URIRef(_SH + name)) for name in ("focusNode", "resultPath", "value", "resultMessage"))
        yield Fault(
            node=str(node),
            message=str(message or ""),
            path=str(path) if isinstance(path, URIRef) else "",
            value=value.n3() if isinstance(value, URIRef | Literal) else "",
        )


def _of_class(fault: Fault) -> Fault:
    """A constraint on all nodes of a class at once has the class as its focus, and the node as its value."""
    if fault.node in (KG.Claim, KG.Proposition) and fault.value:
        return Fault(fault.value.strip("<>"), fault.message, fault.path, "")
    return fault


def _placed(store: Store, fault: Fault) -> Violation:
    place = places.find(store, fault.node)
    return Violation(place.document, fault.node, fault.message, fault.path, fault.value, place.sentence)
