"""Reads knowledge files (Turtle) and checks them against the closed shapes of ``ontology/lexicon-shapes.ttl``.

The checks are read from the shapes, so that the shapes are their one source. pySHACL gives the same verdicts, but takes seconds where a start of the
program has milliseconds. What is read of SHACL: targetClass, closed, path, minCount, maxCount, nodeKind, datatype, pattern, in, class, message, and
``or`` of nothing but ``in`` and ``class``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.vocab import PREFIXES

_SH = "http://www.w3.org/ns/shacl#"
_TYPE = PREFIXES["rdf"] + "type"
_PREFIXES = PREFIXES | {"name": "https://w3id.org/newskg/name/"}  # of the gazetteer's entries
_LABELS = {"rdfs:label": "a label", "rdfs:comment": "a comment", "rdfs:subClassOf": "a parent"}

Node: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal
Graph: TypeAlias = dict[str, dict[str, list[Node]]]  # subject -> property -> values


class Value(NamedTuple):
    """An object of a triple, and where it is said. A named tuple: there are tens of thousands, made at every start."""

    text: str
    kind: str  # "IRI", "" for a blank node, or the literal's datatype
    file: str
    rank: int  # 0 for the shipped files, then the user's in the order given


#: What the files say of one term: property IRI -> values, in the order of the files.
Description: TypeAlias = dict[str, list[Value]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A property shape."""

    least: int = 0
    most: int | None = None
    kind: str | None = None  # "IRI" or "Literal"
    datatype: str | None = None
    pattern: re.Pattern[str] | None = None
    values: tuple[str, ...] = ()  # sh:in
    classes: tuple[str, ...] = ()  # sh:class
    message: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape: what a term of one class may and must say."""

    rules: dict[str, Rule] = field(default_factory=dict)
    closed: bool = False


def short(iri: str) -> str:
    """``kg:Strike`` for an IRI under a known prefix, else the IRI in angle brackets."""
    for prefix, start in _PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return f"<{iri}>"


def nearest(word: str, known: Iterable[str]) -> str:
    """``"; did you mean X?"``, or nothing where nothing is near."""
    import difflib  # only on the way to an error

    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def files_of(path: Path) -> list[Path]:
    """The Turtle files that a path names: itself, or those of a folder by name.

    Raises :class:`OntologyError` where there are none.
    """
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.ttl"))
    if not files:
        raise OntologyError(f"{path} holds no .ttl file; name a Turtle file or a folder with some.")
    return files


def read_layer(files: Sequence[tuple[str, bytes]], rank: int) -> dict[str, Description]:
    """The descriptions in files that rank alike, given as (name, content).

    Raises :class:`OntologyError` with file and line where a file is no Turtle or describes something without an IRI.
    """
    layer: dict[str, Description] = {}
    for name, data in files:
        try:
            for subject, predicate, node, _ in ox.parse(data, format=ox.RdfFormat.TURTLE):
                if not isinstance(subject, ox.NamedNode):
                    raise OntologyError(f"{name}: a term has no IRI; write kg:Name before its description instead of square brackets or a list.")
                value = Value(node.value, _kind(node), name, rank)
                layer.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value)
        except SyntaxError as error:
            reason = re.sub(r"^Parser error .*?: ", "", str(error.msg))
            raise OntologyError(f"{name}, line {error.lineno}: not valid Turtle ({reason}); mend that line.") from error
    return layer


def _kind(node: Node) -> str:
    if isinstance(node, ox.Literal):
        return node.datatype.value
    return "IRI" if isinstance(node, ox.NamedNode) else ""


def read_shapes(data: bytes) -> dict[str, Shape]:
    """Class IRI -> its shape; under ``""`` the shape of every term."""
    graph: Graph = {}
    for triple in ox.parse(data, format=ox.RdfFormat.TURTLE):
        graph.setdefault(str(triple.subject), {}).setdefault(triple.predicate.value, []).append(triple.object)
    shapes: dict[str, Shape] = {}
    for properties in graph.values():
        if _SH + "property" not in properties:
            continue
        rules = dict(_rule(graph, node) for node in properties[_SH + "property"])
        closed = _text(properties, "closed") == "true"
        shapes[_text(properties, "targetClass")] = Shape(rules, closed)
    return shapes


def _rule(graph: Graph, node: Node) -> tuple[str, Rule]:
    own = graph[str(node)]
    alternatives = [own, *(graph[str(member)] for member in _list(graph, own.get(_SH + "or")))]
    most, pattern = _text(own, "maxCount"), _text(own, "pattern")
    return _text(own, "path"), Rule(
        least=int(_text(own, "minCount") or 0),
        most=int(most) if most else None,
        kind=_text(own, "nodeKind").removeprefix(_SH) or None,
        datatype=_text(own, "datatype") or None,
        pattern=re.compile(pattern) if pattern else None,
        values=tuple(member.value for shape in alternatives for member in _list(graph, shape.get(_SH + "in"))),
        classes=tuple(node.value for shape in alternatives for node in shape.get(_SH + "class", ())),
        message=_text(own, "message"),
    )


def _text(properties: dict[str, list[Node]], name: str) -> str:
    values = properties.get(_SH + name)
    return str(values[0].value) if values else ""


def _list(graph: Graph, head: list[Node] | None) -> Iterator[Node]:
    """The members of an RDF list."""
    rdf = PREFIXES["rdf"]
    while head and str(head[0]) in graph:
        cell = graph[str(head[0])]
        yield cell[rdf + "first"][0]
        head = cell[rdf + "rest"]


def merge(terms: dict[str, Description], layer: dict[str, Description], shapes: dict[str, Shape]) -> None:
    """Adds a later layer's descriptions: a property of which there may be one is replaced, the others gain values."""
    single = {iri for shape in shapes.values() for iri, rule in shape.rules.items() if rule.most == 1}
    for term, description in layer.items():
        known = terms.setdefault(term, {})
        for iri, values in description.items():
            known[iri] = values if iri in single else known.get(iri, []) + values


def check(terms: dict[str, Description], shapes: dict[str, Shape]) -> None:
    """Checks all terms against the shapes.

    Raises :class:`OntologyError` for the first fault, with the file, the term and the mend.
    """
    classes = {term: description[_TYPE][0].text for term, description in terms.items() if _TYPE in description}
    for term, description in terms.items():
        for shape in (shapes[""], shapes.get(classes.get(term, ""), Shape())):
            _check_shape(term, description, shape, classes)


def _check_shape(term: str, description: Description, shape: Shape, classes: dict[str, str]) -> None:
    home = next(iter(description.values()))[0].file
    for iri, values in description.items():
        if shape.closed and iri not in shape.rules and iri != _TYPE:
            hint = nearest(short(iri), map(short, shape.rules)) or f"; it may have {_names(shape)}."
            raise OntologyError(f"{values[0].file}: {short(term)} has the unknown property {short(iri)}{hint}")
    for iri, rule in shape.rules.items():
        values = description.get(iri, [])
        if len(values) < rule.least:
            raise OntologyError(f"{home}: {short(term)} has no {short(iri)}; add {_LABELS.get(short(iri), 'one')}{_allowed(rule)}.")
        if rule.most is not None and len({value.text for value in values}) > rule.most:
            raise OntologyError(f"{values[-1].file}: {short(term)} has {len(values)} values of {short(iri)}; keep {rule.most}.")
        for value in values:
            if not _conforms(value, rule, classes):
                raise OntologyError(_fault(term, iri, value, rule, classes))


def _conforms(value: Value, rule: Rule, classes: dict[str, str]) -> bool:
    if rule.kind == "IRI" or rule.classes:
        if value.kind != "IRI":
            return False
    elif (rule.kind == "Literal" and value.kind in ("IRI", "")) or (rule.datatype and value.kind != rule.datatype):
        return False
    if rule.pattern and not rule.pattern.search(value.text):
        return False
    return not (rule.values or rule.classes) or value.text in rule.values or classes.get(value.text) in rule.classes


def _fault(term: str, iri: str, value: Value, rule: Rule, classes: dict[str, str]) -> str:
    is_iri = value.kind == "IRI"
    shown = short(value.text) if is_iri else f'"{value.text}"'
    allowed = [*rule.values, *(known for known, name in classes.items() if name in rule.classes)]
    hint = nearest(shown, map(short, allowed)) if is_iri else nearest(value.text, allowed)
    mend = hint or f"; {rule.message or f'use{_allowed(rule)}'}."
    return f"{value.file}: {short(term)} has an unfit {short(iri)}, {shown}{mend}"


def _allowed(rule: Rule) -> str:
    names = [short(value) if ":" in value else value for value in rule.values]
    return f" of {', '.join(names)}" if names else ""


def _names(shape: Shape) -> str:
    return ", ".join(map(short, shape.rules))


def local(iri: str) -> str:
    """The last part of an IRI: ``Strike`` of ``kg:Strike``."""
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
