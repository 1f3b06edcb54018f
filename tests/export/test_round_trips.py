"""Any graph that the data model allows comes back from every RDF form as it was, by pyoxigraph and by rdflib."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import rdflib
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.export import formats, turtle
from kg.export.formats import FORMATS
from kg.export.rdfxml import writable
from kg.ids import Iris
from kg.rdf.terms import Statement, clean, triple
from kg.vocab import KG, NIF, RDF, RDFS, SCHEMA, XSD
from tests.export.test_formats import RDFLIB, READERS

IRIS = Iris("https://example.org/a b/".replace(" ", "%20"))
TEXTS = st.text(max_size=12).map(clean) | st.sampled_from(["\r\n", "a\tb", "]]>", '"""', "\\", "=1+1", "0.50", "<&>", "\u200f\u202e", "\x01\x1f"])
NODES = st.builds(IRIS.entity, TEXTS) | st.builds(IRIS.claim, TEXTS, TEXTS) | st.builds(IRIS.document, TEXTS) | st.sampled_from([KG.Event, RDF.type])
#: Predicates end in an XML name, as RDF/XML asks.
PREDICATES = st.sampled_from([RDF.type, RDFS.label, KG.time, KG.confidence, SCHEMA.url, KG.agent, RDF.subject]) | st.builds(
    lambda text: IRIS.relation(text) + "x", TEXTS
)
LITERALS = (
    st.builds(Literal, TEXTS)
    | st.builds(lambda text, tag: Literal(text, language=tag), TEXTS, st.sampled_from(["en", "de-ch"]))
    | st.builds(
        lambda text, kind: Literal(text, datatype=NamedNode(kind)),
        st.sampled_from(["0.50", "7", "007", "-3", "true", "2025-12-03", "x", "", "1e3", "+1.", ".5"]),
        st.sampled_from([XSD.decimal, XSD.integer, XSD.boolean, XSD.date, XSD.string, KG.unit]),
    )
)
STATEMENTS: st.SearchStrategy[Statement] = st.tuples(NODES, PREDICATES, NODES | LITERALS)
GRAPHS = st.lists(STATEMENTS, min_size=1, max_size=8).map(lambda found: [*found, (IRIS.document("d"), RDF.type, NIF.Context)])


def written(graph: list[Statement], name: str, folder: Path) -> bytes:
    turtle.write(graph, folder / "graph.ttl")
    buffer = io.BytesIO()
    formats.stream(folder, FORMATS[name], buffer)
    return buffer.getvalue()


def expected(graph: list[Statement], name: str) -> set[Triple]:
    def carried(one: Triple) -> Triple:
        value = one.object
        if isinstance(value, Literal) and name == "rdfxml":  # XML 1.0 has no control characters
            text = writable(value.value)
            value = Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)
        return Triple(one.subject, one.predicate, value)

    return {carried(triple(one)) for one in graph}


@pytest.mark.parametrize("name", READERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GRAPHS)
def test_pyoxigraph(name: str, tmp_path: Path, graph: list[Statement]) -> None:
    read = {quad.triple for quad in parse(written(graph, name, tmp_path), format=READERS[name])}
    assert read == expected(graph, name)


@pytest.mark.filterwarnings("ignore:Parsing weird boolean")
@pytest.mark.parametrize("name", RDFLIB)
@example([(KG.Event, IRIS.relation("\U00010000") + "x", KG.Event), (IRIS.document("d"), RDF.type, NIF.Context)])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GRAPHS)
def test_rdflib(name: str, tmp_path: Path, graph: list[Statement]) -> None:
    """rdflib spells numbers and days anew, so that of these the datatype is compared; it warns of ill-formed ones."""

    def plain(term: object) -> object:
        return str(term.datatype) if isinstance(term, rdflib.Literal) and term.datatype else term

    read = rdflib.Dataset(default_union=True).parse(data=written(graph, name, tmp_path), format=RDFLIB[name])
    found = {(str(s), str(p), plain(o)) for s, p, o in read.triples((None, None, None))}
    lines = "\n".join(f"{one} ." for one in expected(graph, name))
    assert found == {(str(s), str(p), plain(o)) for s, p, o in rdflib.Graph().parse(data=lines, format="nt")}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GRAPHS)
def test_rdf_12(tmp_path: Path, graph: list[Statement]) -> None:
    read = [quad.triple for quad in parse(written(graph, "ttl12", tmp_path), format=RdfFormat.TURTLE)]
    again: set[Triple] = set()
    for one in read:
        if isinstance(one.object, Triple):
            parts = zip((RDF.subject, RDF.predicate, RDF.object), one.object, strict=True)
            again |= {Triple(one.subject, NamedNode(part), value) for part, value in parts}
        else:
            again.add(one)
    assert again == expected(graph, "ttl12")
