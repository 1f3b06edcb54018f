"""The shapes of ``ontology/shapes.ttl`` as SPARQL queries over a store: one query for each constraint, whatever the number of nodes.

SHACL's own constraints are turned into SPARQL by the definitions of https://www.w3.org/TR/shacl/, as far as the shapes use them. A constraint
that has no translation here is refused, so that no shape is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Store
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF
from rdflib.term import Node

from kg.errors import OntologyError
from kg.vocab import PREFIXES

_SH = "http://www.w3.org/ns/shacl#"
#: What of a property shape is no constraint.
_ABOUT = frozenset({"path", "message"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What a shape found: ``path`` and ``value`` (in N-Triples' spelling) are empty where the constraint names none."""

    node: str
    message: str
    path: str
    value: str


def faults(store: Store, shapes: Graph) -> Iterator[Fault]:
    """Every node that breaks a constraint. Raises :class:`OntologyError` where a shape has a constraint that is not known here."""
    for query, message, path in queries(shapes):
        for solution in store.query(query, prefixes=PREFIXES):  # type: ignore[union-attr]
            node, value = solution["this"], solution["value"]
            yield Fault(node.value, message, path, str(value) if value is not None else "")


def queries(shapes: Graph) -> Iterator[tuple[str, str, str]]:
    """Of each constraint the query that selects ``?this`` and ``?value``, its message, and the property."""
    for shape in _sorted(shapes.subjects(RDF.type, URIRef(_SH + "NodeShape"))):
        for rule in _sorted(shapes.objects(shape, URIRef(_SH + "sparql"))):
            for target in shapes.objects(shape, URIRef(_SH + "targetNode")):
                select = str(shapes.value(rule, URIRef(_SH + "select"))).replace("WHERE {", f"WHERE {{ VALUES $this {{ {target.n3()} }}", 1)
                yield select, str(shapes.value(rule, URIRef(_SH + "message"))), ""
        for target in _sorted(shapes.objects(shape, URIRef(_SH + "targetClass"))):
            for rule in _sorted(shapes.objects(shape, URIRef(_SH + "property"))):
                path = shapes.value(rule, URIRef(_SH + "path"))
                message = str(shapes.value(rule, URIRef(_SH + "message")))
                for pattern in _patterns(shapes, rule):
                    step = _step(shapes, path)
                    text = pattern.replace("{path}", step).replace("{target}", target.n3())
                    yield text, message, str(path) if isinstance(path, URIRef) else ""


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=str)


def _step(shapes: Graph, path: Node | None) -> str:
    inverse = shapes.value(path, URIRef(_SH + "inversePath")) if path is not None else None
    return f"^{inverse.n3()}" if inverse is not None else path.n3() if isinstance(path, URIRef) else ""


_ONE = "SELECT DISTINCT ?this ?value { ?this a {target} . %s }"
_EACH = _ONE % "?this {path} ?value . FILTER (%s)"


def _patterns(shapes: Graph, rule: Node) -> Iterator[str]:
    for predicate, value in shapes.predicate_objects(rule):
        name = str(predicate).removeprefix(_SH)
        if name not in _ABOUT:
            yield _pattern(shapes, name, value)


def _pattern(shapes: Graph, name: str, value: Node) -> str:
    """The query of one constraint."""
    term = value.n3() if isinstance(value, URIRef | Literal) else ""
    counting = "{ SELECT ?this { ?this a {target} . OPTIONAL { ?this {path} ?each } } GROUP BY ?this HAVING (COUNT(DISTINCT ?each) %s %s) }"
    match name:
        case "minCount" if int(str(value)) == 1:
            return _ONE % "FILTER NOT EXISTS { ?this {path} ?each }"
        case "minCount":
            return _ONE % (counting % ("<", term))
        case "maxCount" if int(str(value)) == 1:
            return _ONE % "?this {path} ?one , ?other . FILTER (!sameTerm(?one, ?other))"
        case "maxCount":
            return _ONE % (counting % (">", term))
        case "hasValue":
            return _ONE % f"FILTER NOT EXISTS {{ ?this {{path}} {term} }}"
        case "class":
            return _EACH % f"NOT EXISTS {{ ?value a {term} }}"
        case "datatype":
            return _EACH % f"!({_is_of(term)})"
        case "or":
            kinds = [shapes.value(one, URIRef(_SH + "datatype")) for one in Collection(shapes, value)]
            if all(isinstance(kind, URIRef) for kind in kinds):
                return _EACH % f"!({' || '.join(_is_of(kind.n3()) for kind in kinds if isinstance(kind, URIRef))})"
        case "nodeKind" if value == URIRef(_SH + "IRI"):
            return _EACH % "!isIRI(?value)"
        case "in":
            return _EACH % f"?value NOT IN ({', '.join(one.n3() for one in Collection(shapes, value))})"
        case "minLength":
            return _EACH % f"STRLEN(STR(?value)) < {term}"
        case "pattern":
            return _EACH % f"!REGEX(STR(?value), {term})"
        case "minInclusive" | "maxInclusive":
            return _EACH % f"!COALESCE(?value {'>=' if name == 'minInclusive' else '<='} {term}, false)"
        case "disjoint":
            return _ONE % f"?this {{path}} ?value ; {term} ?value"
        case "lessThan" | "lessThanOrEquals":
            sign = "<" if name == "lessThan" else "<="
            return _ONE % f"?this {{path}} ?value ; {term} ?other . FILTER (!COALESCE(?value {sign} ?other, false))"
    raise OntologyError(f"shapes.ttl has the constraint sh:{name}, which cannot be checked fast; run kg validate without --fast.")


def _is_of(datatype: str) -> str:
    """Whether a value is a literal of the datatype, and well formed."""
    return f"COALESCE(isLiteral(?value) && DATATYPE(?value) = {datatype} && STR({datatype}(STR(?value))) != '\\u0000', false)"
