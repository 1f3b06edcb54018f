"""Every form of export: read back it is the same graph, twice written it is the same bytes, and it appears whole or not at all."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter, defaultdict
from pathlib import Path

import networkx
import pytest
import rdflib
from pyoxigraph import Dataset, Literal, Quad, RdfFormat, Triple, parse

from kg.cli.export import NAMES
from kg.errors import OutputError
from kg.export import formats, turtle
from kg.export.formats import FORMATS
from kg.export.rdfxml import writable
from kg.export.source import triples
from kg.export.tables import TABLES
from kg.rdf import quads
from kg.vocab import KG, NIF, PROV, RDF
from tests.conftest import Kg
from tests.worlds import HOSTILE, LEXICON, RUN, harbour, hostile, many

READERS = {
    "ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nt": RdfFormat.N_TRIPLES, "nq": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}  # fmt: skip
RDFLIB = {"ttl": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
WORLDS = {"harbour": harbour(), "courts": many(3)} | {ascii(label): hostile(label) for label in HOSTILE}


@pytest.fixture(scope="module", params=WORLDS)
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    turtle.write(quads(WORLDS[request.param], LEXICON, RUN), folder / "graph.ttl")
    return folder


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("port")
    turtle.write(quads(harbour(), LEXICON, RUN), folder / "graph.ttl")
    return folder


def exported(graph: Path, name: str) -> bytes:
    buffer = io.BytesIO()
    formats.stream(graph, FORMATS[name], buffer)
    return buffer.getvalue()


def nameless(graph: Path) -> bool:
    """Whether a predicate ends in nothing that could be the name of an XML element."""
    return any(one.predicate.value.endswith(("%22", "%27", "%80")) for one in triples(graph))


def as_xml_has_it(triple: Triple) -> Triple:
    """XML 1.0 has no control characters."""
    value = triple.object
    if isinstance(value, Literal):
        value = Literal(writable(value.value), datatype=value.datatype)
    return Triple(triple.subject, triple.predicate, value)


@pytest.mark.parametrize("name", READERS)
def test_pyoxigraph_reads_the_same_graph(name: str, graph: Path) -> None:
    if name == "rdfxml" and nameless(graph):
        pytest.skip("RDF/XML cannot hold this graph")
    given = set(triples(graph))
    expected = {as_xml_has_it(one) for one in given} if name == "rdfxml" else given
    assert {quad.triple for quad in parse(exported(graph, name), format=READERS[name])} == expected


@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib_reads_the_same_graph(name: str, graph: Path) -> None:
    if name == "rdfxml" and nameless(graph):
        pytest.skip("RDF/XML cannot hold this graph")
    read = rdflib.Dataset(default_union=True)
    read.parse(data=exported(graph, name), format=RDFLIB[name])
    found = {(str(s), str(p), o.n3()) for s, p, o in read.triples((None, None, None))}
    expected = rdflib.Graph().parse(graph / "graph.ttl", format="turtle")
    if name == "rdfxml":
        expected = rdflib.Graph().parse(data="\n".join(f"{as_xml_has_it(one)} ." for one in triples(graph)), format="nt")
    assert found == {(str(s), str(p), o.n3()) for s, p, o in expected}


def test_turtle_is_the_canonical_file(graph: Path) -> None:
    assert exported(graph, "ttl") == (graph / "graph.ttl").read_bytes()


def test_rdf_12_says_the_same_with_reifiers(graph: Path) -> None:
    read = [quad.triple for quad in parse(exported(graph, "ttl12"), format=RdfFormat.TURTLE)]
    assert not {RDF.subject, RDF.predicate, RDF.object} & {one.predicate.value for one in read}
    again: set[Triple] = set()
    for one in read:
        if isinstance(one.object, Triple):
            terms = dict(zip((RDF.subject, RDF.predicate, RDF.object), one.object, strict=True))
            again |= {Triple(one.subject, type(one.predicate)(term), value) for term, value in terms.items()}
        else:
            again.add(one)
    assert again == set(triples(graph))


def test_each_document_has_its_graph(port: Path) -> None:
    read = list(parse(exported(port, "trig"), format=RdfFormat.TRIG))
    names = {quad.graph_name.value for quad in read}
    documents = {one.subject.value for one in triples(port) if str(one.object) == f"<{NIF.Context}>"}  # type: ignore[union-attr]
    assert documents < names
    assert names - documents == {"urn:newskg:resolution"}
    assert len(read) == len({quad.triple for quad in read})
    where = defaultdict(set)
    for quad in read:
        where[quad.predicate.value].add(quad.graph_name.value)
    assert where[KG.polarity] == documents | {"urn:newskg:resolution"}  # of claims, and of propositions
    assert where[PROV.wasQuotedFrom] == documents
    for comparing in (KG.states, KG.origin, KG.between, KG.score, PROV.wasDerivedFrom):
        assert where[comparing] == {"urn:newskg:resolution"}, comparing


def test_a_document_whose_name_begins_like_another_keeps_its_own(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(
        f"""@prefix nif: <{NIF}> .
        <urn:x:document/a> a nif:Context . <urn:x:document/a-b> a nif:Context . <urn:x:document/a/claim/c1> a <urn:x:claim> .
        <urn:x:document/a-b#char=0,1> a nif:Sentence . <urn:x:document/c/claim/c1> a <urn:x:claim> ."""
    )
    read = Counter(quad.graph_name.value for quad in parse(exported(tmp_path, "nq"), format=RdfFormat.N_QUADS))
    assert read == {"urn:x:document/a": 2, "urn:x:document/a-b": 2, "urn:x:resolution": 1}


NP = "http://www.nanopub.org/nschema#"


def test_nanopublications_keep_the_rules(graph: Path) -> None:
    """The rules of https://nanopub.net/guidelines: four graphs, each said to be what it is, none empty, and nothing outside."""
    read = list(parse(exported(graph, "nanopub"), format=RdfFormat.TRIG))
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in read:
        graphs[quad.graph_name.value].append(quad)
    heads = [name for name, group in graphs.items() if any(str(quad.object) == f"<{NP}Nanopublication>" for quad in group)]
    claims = {str(one.subject) for one in triples(graph) if str(one.object) == f"<{KG.Claim}>"}
    assert len(heads) == len(claims)
    used: set[str] = set()
    for head in heads:
        assert len(graphs[head]) == 4
        me = graphs[head][0].subject.value  # type: ignore[union-attr]
        parts = {quad.predicate.value.removeprefix(NP): quad.object.value for quad in graphs[head] if quad.subject.value == me}  # type: ignore[union-attr]
        names = {head, parts["hasAssertion"], parts["hasProvenance"], parts["hasPublicationInfo"]}
        assert len(names | {me}) == 5
        assert all(graphs[name] for name in names)
        assert any(quad.subject.value == parts["hasAssertion"] for quad in graphs[parts["hasProvenance"]])  # type: ignore[union-attr]
        assert any(quad.subject.value == me for quad in graphs[parts["hasPublicationInfo"]])  # type: ignore[union-attr]
        used |= names
    assert used == set(graphs)


def test_a_nanopublication_asserts_no_more_than_the_graph(port: Path) -> None:
    """The triple itself is in the assertion only where it stands in the graph, and the words and the source are in the provenance."""
    stands = set(triples(port))
    read = Dataset(parse(exported(port, "nanopub"), format=RdfFormat.TRIG))
    direct = bare = 0
    for quad in read:
        if quad.predicate.value == RDF.subject:
            parts = {one.predicate.value: one.object for one in read.quads_for_graph_name(quad.graph_name) if one.subject == quad.subject}
            triple = Triple(parts[RDF.subject], type(quad.predicate)(parts[RDF.predicate].value), parts[RDF.object])  # type: ignore[arg-type, union-attr]
            assert (Quad(triple.subject, triple.predicate, triple.object, quad.graph_name) in read) == (triple in stands)
            direct += triple in stands
            bare += triple not in stands
    assert direct
    assert bare
    text = exported(port, "nanopub").decode()
    assert text.count("Norland denied that the navy struck the dock.") == 2  # of the denying and of what is denied


@pytest.mark.parametrize(("name", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_networkx_reads_the_network(name: str, read: object, graph: Path) -> None:
    network = read(io.BytesIO(exported(graph, name)))  # type: ignore[operator]
    kinds = defaultdict(set)
    for one in triples(graph):
        if one.predicate.value == RDF.type:
            kinds[one.object.value].add(one.subject.value)  # type: ignore[union-attr]
    assert set(network) == kinds[KG.Entity] | kinds[KG.Event]
    edges = [data for _, _, data in network.edges(data=True) if data["kind"] == "claim"]
    assert len(edges) == len(kinds[KG.Claim])
    assert {data["modality"] for data in edges} <= {"actual", "alleged", "denied", "planned", "possible", "hypothetical"}
    assert all(data["quote"] for data in edges)


def test_no_day_of_writing_in_gexf(port: Path) -> None:
    assert b"lastmodifieddate" not in exported(port, "gexf")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_each_time(name: str, port: Path, tmp_path: Path) -> None:
    for target in ("a", "b"):
        formats.export(port, FORMATS[name], tmp_path / target, compress=True)
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file()) or [Path()]
    for file in files:
        content = (tmp_path / "a" / file).read_bytes()
        assert content == (tmp_path / "b" / file).read_bytes()
        if content[:2] == b"\x1f\x8b":
            assert content[4:8] == bytes(4)  # no time
            assert not content[3] & 8  # no name
        else:
            assert name == "parquet"


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.folder])
def test_compressed_is_the_same(name: str, port: Path, tmp_path: Path) -> None:
    formats.export(port, FORMATS[name], tmp_path / "x.gz", compress=True)
    assert gzip.decompress((tmp_path / "x.gz").read_bytes()) == exported(port, name)


def test_a_predicate_that_xml_cannot_name(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:newskg:relation/%27> <urn:b> .")
    target = tmp_path / "graph.rdf"
    target.write_text("old")
    with pytest.raises(OutputError, match=r"relation/%27.*use ttl"):
        formats.export(tmp_path, FORMATS["rdfxml"], target)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.rdf", "graph.ttl"]


def test_an_iri_that_a_context_would_change(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<schema:a> <urn:p> <urn:b> .")
    with pytest.raises(OutputError, match="schema:"):
        exported(tmp_path, "jsonld")


@pytest.mark.parametrize(("content", "message"), [("<urn:a> <urn:b> ", "no Turtle"), ("_:a <urn:b> <urn:c> .", "blank nodes")])
def test_no_graph_to_export(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(content)
    with pytest.raises(OutputError, match=message):
        formats.export(tmp_path, FORMATS["nt"], tmp_path / "graph.nt")
    assert not (tmp_path / "graph.nt").exists()


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_have_a_row_for_each_thing_with_its_words(port: Path, tmp_path: Path) -> None:
    formats.export(port, FORMATS["csv"], tmp_path / "tables")
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(TABLES)
    claims = {row["claim"].removeprefix("urn:newskg:document/"): row for row in rows(tmp_path / "tables", "claims")}
    first = claims["wire-1/claim/c1"]
    assert (first["subject"], first["relation"], first["object"]) == ("Navy of Norland", "struck", "a dock")
    assert first["quote"] == "Norland’s navy struck a dock in Tarsk on December 3, 2025."
    assert (first["document"], first["publisher"], first["date"]) == ("wire-1", "Sample Wire", "2025-12-04")
    assert (first["place"], first["time"], first["speaker"], first["confidence"]) == ("Tarsk", "2025-12-03", "", "0.9")
    assert claims["wire-1/claim/c2"]["speaker"] == "officials | Reuters"
    assert claims["digest-1/claim/c2"]["modality"] == "denied"
    events = {row["event"]: row for row in rows(tmp_path / "tables", "events")}
    strike = events["urn:newskg:event/strike-tarsk"]
    assert (strike["status"], strike["first_day"], strike["patient"]) == ("disputed", "2025-12-03", "a dock")
    assert strike["documents"] == "digest-1 | wire-1"
    assert strike["quote"]
    (conflict,) = rows(tmp_path / "tables", "conflicts")
    assert conflict["kind"] == "polarity"
    assert conflict["quotes"].count("“") == 2
    tarsk = next(row for row in rows(tmp_path / "tables", "entities") if row["label"] == "Tarsk")
    assert (tarsk["types"], tarsk["named"], tarsk["documents"]) == ("AdministrativeArea, City, Place", "true", "wire-1")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    turtle.write(quads(hostile("=HYPERLINK(0)"), LEXICON, RUN), tmp_path / "graph.ttl")
    formats.export(tmp_path, FORMATS["csv"], tmp_path / "tables")
    cells = [cell for name in TABLES for row in rows(tmp_path / "tables", name) for cell in row.values()]
    assert "'=HYPERLINK(0)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_parquet_holds_the_same_tables(graph: Path, tmp_path: Path) -> None:
    reader = pytest.importorskip("arro3.io", reason="arro3 is not installed")
    formats.export(graph, FORMATS["parquet"], tmp_path / "tables")
    formats.export(graph, FORMATS["csv"], tmp_path / "csv")
    for name in TABLES:
        table = reader.read_parquet(tmp_path / "tables" / f"{name}.parquet").read_all()
        read = {column: table[column].to_pylist() for column in table.column_names}
        written = rows(tmp_path / "csv", name)
        assert {column: len(values) for column, values in read.items()} == dict.fromkeys(read, len(written))
        for number, row in enumerate(written):
            for column, values in read.items():
                value = values[number]
                text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
                assert row[column].removeprefix("'") == text.removeprefix("'").replace("\ud800", "?")


def test_neo4j_files_fit_together(port: Path, tmp_path: Path) -> None:
    """Ids are unique, every relationship has both ends, and labels of one kind are no other kind's."""
    formats.export(port, FORMATS["neo4j"], tmp_path / "import")
    kinds = {}
    for path in sorted((tmp_path / "import").glob("*.csv")):
        for row in rows(tmp_path / "import", path.stem):
            if path.stem != "relationships":
                assert row["iri:ID"] not in kinds
                kinds[row["iri:ID"]] = row[":LABEL"].split(";")
    relationships = rows(tmp_path / "import", "relationships")
    assert all(row[":START_ID"] in kinds and row[":END_ID"] in kinds for row in relationships)
    assert {"AGENT", "HAS_PLACE", "WAS_ATTRIBUTED_TO", "STATES", "ABOUT", "BETWEEN", "PRESIDENT_OF"} <= {row[":TYPE"] for row in relationships}
    assert Counter(labels[0] for labels in kinds.values()).keys() == {
        "Document", "Entity", "Event", "Claim", "Proposition", "Conflict", "Time", "Quantity",
    }  # fmt: skip
    assert not [labels for labels in kinds.values() if labels[0] != "Entity" and "Entity" in labels]
    claim = next(row for row in rows(tmp_path / "import", "claims") if row["iri:ID"].endswith("wire-1/claim/c1"))
    assert (claim["quote"], claim["begin:int"], claim["modality"]) == ("Norland’s navy struck a dock in Tarsk on December 3, 2025.", "0", "actual")


def test_a_folder_with_other_things_is_left_alone(port: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.csv").write_text("x")
    with pytest.raises(OutputError, match=r"notes\.csv"):
        formats.export(port, FORMATS["csv"], tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.csv"]
    formats.export(port, FORMATS["csv"], tmp_path / "new")
    (tmp_path / "new" / "claims.csv").write_text("old")
    formats.export(port, FORMATS["csv"], tmp_path / "new")
    assert len(rows(tmp_path / "new", "claims")) == 7
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "new"]


def test_the_command_knows_the_forms() -> None:
    assert tuple(FORMATS) == NAMES


def test_the_command(kg: Kg, port: Path, tmp_path: Path) -> None:
    assert kg("export", port, "-o", "graph.trig.gz").returncode == 0
    assert gzip.decompress((tmp_path / "graph.trig.gz").read_bytes()) == exported(port, "trig")
    assert kg("export", port, "--to", "jsonld").stdout.encode() == exported(port, "jsonld")
    assert kg("export", port / "graph.ttl", "-o", "out.nanopub.trig").returncode == 0
    assert (tmp_path / "out.nanopub.trig").read_bytes() == exported(port, "nanopub")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give one of --to ttl"),
        (["-o", "graph.xyz"], "tells no form"),
        (["--to", "turtel"], "'turtel' is no form of export"),
        (["--to", "csv"], "-o FOLDER"),
        (["--to", "ttl", "-o", "nowhere/graph.ttl"], "cannot be written"),
        (["--to", "csv", "-o", "file"], "is a file"),
    ],
)
def test_a_mistake_is_one_sentence(kg: Kg, port: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "file").write_text("")
    done = kg("export", port, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_there_to_export(kg: Kg) -> None:
    done = kg("export", "nowhere", "--to", "nt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "make one with: kg build" in done.stderr
