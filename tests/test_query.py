"""Saved queries, parameters, refusals and renderings, over a small graph."""

from __future__ import annotations

import json
import re
import socket

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, serialize
from rdflib.query import ResultRow

from kg import query, sample
from kg.errors import QueryError
from kg.rdf import quads
from kg.rdf.terms import triple
from kg.resolve import resolve
from kg.vocab import PREFIXES, RDFS
from tests.parses import lexicon
from tests.resolve.test_happenings import told
from tests.worlds import LEXICON, RUN, harbour, many

SAVED = query.saved_queries()


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.extend(Quad(*triple(one)) for one in quads(harbour(), LEXICON, RUN))
    return store


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    data = serialize(map(triple, quads(harbour(), LEXICON, RUN)), format=RdfFormat.N_TRIPLES)
    assert data is not None
    return rdflib.Graph().parse(data=data, format="nt")


def rows(store: Store, name: str, **params: str) -> list[list[str]]:
    """A saved query's table, as cells, without its head."""
    text = query.render(query.run(store, query.saved_query(name).text, params), "tsv").decode()
    return [re.sub(r'"([^"]*)"\S*', r"\1", line).split("\t") for line in text.splitlines()[1:]]


ANSWERS = {
    "who-struck-whom": ["Navy of Norland", "a dock", "strike (strike-tarsk)", "Tarsk", "2025-12-03", "disputed"],
    "who-said-what": ["officials", "strike (strike-tarsk)", "kill", "more than 110 people", "positive", "actual"],
    "claims-about": ["Ana Ruiz", "president of", "Norland", "positive", "actual"],
    "timeline": ["2025-12-03", "2025-12-03", "strike (strike-tarsk)", "Tarsk", "disputed"],
    "disputed": ["<urn:newskg:conflict/navy-struck-dock-polarity>", "polarity", "Navy of Norland", "struck", "a dock", "positive", "denied"],
    "alleged-only": ["kill (kill-tarsk)", "reported", "officials"],
    "denials": ["denial", "Norland", "Navy of Norland", "struck", "a dock", "positive", "denied"],
    "offices-held": ["Ana Ruiz", "president of", "Norland", "wire-1"],
    "sources-per-event": ["strike (strike-tarsk)", "disputed", "2", "3", "1"],
    "independent-sources": [
        "Navy of Norland | struck | a dock",
        "actual",
        "positive",
        "2",
        "2",
        "digest-1",
        "digest-1",
        "told in the document's own voice",
    ],
    "entities-most-mentioned": ["Navy of Norland", "2", "2"],
    "open-relations": ["avoid", "1", "President Ana Ruiz of Norland avoided questions about the strike."],
}


@pytest.mark.parametrize(("name", "answer"), ANSWERS.items(), ids=ANSWERS)
def test_saved_queries_answer(store: Store, name: str, answer: list[str]) -> None:
    assert answer in [row[: len(answer)] for row in rows(store, name)]


@pytest.mark.parametrize("saved", [one for one in SAVED if "kg:modality" in one.text and "(COUNT" not in one.text], ids=lambda saved: saved.name)
def test_whoever_reads_a_claim_sees_whether_it_is_negated(saved: query.SavedQuery) -> None:
    """ "Ruiz – sold – weapons", of a denial, is the opposite of what was said."""
    shown = saved.text.partition("WHERE")[0]
    positive = "kg:polarity kg:positive" in saved.text
    assert "?polarity" in shown or positive or not any(column in shown for column in ("?modality", "?relation"))


@pytest.mark.parametrize(("value", "day"), [("2025-12-03", "2025-12-03"), ("../2025-12", "../2025-12"), ("PAST_REF", ""), ("P1DE", "")])
def test_a_column_for_days_has_times_of_the_calendar(value: str, day: str) -> None:
    store = Store()
    store.load(
        f"""@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
        <urn:e> a kg:Assault ; rdfs:label "raid" ; kg:status kg:asserted ; sem:hasTime <urn:t> .
        <urn:c> kg:about <urn:e> ; kg:patient <urn:p> ; kg:polarity kg:positive ; kg:modality kg:actual .
        <urn:p> rdfs:label "port" . <urn:t> kg:timex "{value}" .""".encode(),
        format=RdfFormat.TURTLE,
    )
    assert rows(store, "who-struck-whom") == [["", "port", "raid", "", day, "asserted"]]


#: Two claims of one raid, by one doer each: what they have beside the doer, and how the happening stands.
PAIRS = [
    ("kg:modality kg:actual", "kg:modality kg:alleged ; kg:attribution <urn:a>", "asserted", ["asserted", "alleged"]),
    ("kg:modality kg:actual", "kg:modality kg:actual ; kg:attribution <urn:a>", "asserted", ["asserted", "reported"]),
    ("kg:modality kg:actual", "kg:modality kg:planned", "planned", ["planned", "planned"]),  # "the raid" made no fact of it
    ("kg:modality kg:actual", "kg:modality kg:denied ; kg:attribution <urn:a>", "disputed", ["disputed", "denied"]),
]


@pytest.mark.parametrize(("one", "other", "status", "standing"), PAIRS)
@pytest.mark.parametrize(("name", "kind"), [("who-struck-whom", "Assault"), ("seizures", "Seizure")])
def test_a_pair_stands_as_its_claims_put_it(name: str, kind: str, one: str, other: str, status: str, standing: list[str]) -> None:
    store = Store()
    store.load(
        f"""@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <urn:e> a kg:{kind} ; rdfs:label "raid" ; kg:status kg:{status} ; kg:agent <urn:x> , <urn:y> ; kg:patient <urn:p> , <urn:q> .
        <urn:x> rdfs:label "army" . <urn:y> rdfs:label "navy" . <urn:p> rdfs:label "port" . <urn:q> rdfs:label "quay" .
        <urn:c> kg:about <urn:e> ; kg:agent <urn:x> ; kg:patient <urn:p> ; kg:polarity kg:positive ; {one} .
        <urn:d> kg:about <urn:e> ; kg:agent <urn:y> ; kg:patient <urn:q> ; kg:polarity kg:positive ; {other} .""".encode(),
        format=RdfFormat.TURTLE,
    )
    assert [[row[0], row[1], row[-1]] for row in rows(store, name)] == [["army", "port", standing[0]], ["navy", "quay", standing[1]]]


def test_weapons_are_told_with_whom_their_sentence_names() -> None:
    store = Store()
    store.load(
        b"""@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
        <urn:e> a kg:Violence ; rdfs:label "raid" ; kg:status kg:asserted ; kg:agent <urn:x> , <urn:y> ; kg:patient <urn:p> , <urn:q> .
        <urn:x> rdfs:label "army" . <urn:y> rdfs:label "navy" . <urn:p> rdfs:label "port" . <urn:q> rdfs:label "quay" . <urn:i> rdfs:label "drone" .
        <urn:c> kg:about <urn:e> ; kg:agent <urn:x> ; kg:patient <urn:p> ; kg:instrument <urn:i> .
        <urn:c> prov:wasQuotedFrom <urn:s> ; schema:appearance <urn:d> .
        <urn:s> nif:anchorOf "The army struck the port with a drone." . <urn:d> dcterms:identifier "d" .""",
        format=RdfFormat.TURTLE,
    )
    assert [row[:3] for row in rows(store, "weapons")] == [["drone", "army", "port"]]


def test_seizures() -> None:
    store = Store()
    store.extend(Quad(*triple(one)) for one in quads(many(1), LEXICON, RUN))
    assert [row[:2] + row[3:4] for row in rows(store, "seizures")] == [["police", "2 boats", "Porto"]]


def test_casualty_numbers() -> None:
    store = Store()
    store.load(
        b"""@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
        <urn:e> a kg:Injury ; rdfs:label "collapse" .
        <urn:c> kg:about <urn:e> ; kg:quantity <urn:q> ; prov:wasQuotedFrom <urn:s> ; schema:appearance <urn:d> .
        <urn:q> kg:value 12 ; rdfs:label "a dozen" . <urn:s> nif:anchorOf "A dozen were hurt." . <urn:d> dcterms:identifier "wire" .""",
        format=RdfFormat.TURTLE,
    )
    assert rows(store, "casualty-numbers") == [["collapse", "a dozen", "12", "", "", "", "", "", "A dozen were hurt.", "wire"]]


def test_casualties_are_counted_by_whatever_noun() -> None:
    """A toll of deaths counts as people who die do; what killed them is no casualty."""
    store = Store()
    store.load(
        b"""@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
        <urn:flood> a kg:Event ; rdfs:label "flood" . <urn:kill> a kg:Killing, kg:Event ; rdfs:label "three floods killed people" .
        <urn:c> kg:about <urn:flood> ; kg:quantity <urn:q> ; prov:wasQuotedFrom <urn:s> ; schema:appearance <urn:d> .
        <urn:k> kg:about <urn:kill> ; kg:quantity <urn:r> ; prov:wasQuotedFrom <urn:s> ; schema:appearance <urn:d> .
        <urn:q> kg:value 40 ; kg:unit "death" ; rdfs:label "40" . <urn:r> kg:value 3 ; kg:unit "flood" ; kg:of <urn:flood> ; rdfs:label "three" .
        <urn:s> nif:anchorOf "The flood led to 40 deaths." . <urn:d> dcterms:identifier "wire" .""",
        format=RdfFormat.TURTLE,
    )
    assert [row[:4] for row in rows(store, "casualty-numbers")] == [["flood", "40", "40", "death"]]


@pytest.mark.parametrize("unit", ["boat", "Boats", "boats"])
def test_units_are_found_in_the_singular_and_plural(unit: str) -> None:
    store = Store()
    store.extend(Quad(*triple(one)) for one in quads(many(1), LEXICON, RUN))
    assert {row[0] for row in rows(store, "amounts", unit=unit)} == {"boats"}


def test_there_are_a_dozen_saved_queries_or_more() -> None:
    assert len(SAVED) >= 12
    assert all(saved.title and saved.purpose for saved in SAVED)


@pytest.mark.parametrize("saved", SAVED, ids=lambda saved: saved.name)
def test_saved_queries_travel(saved: query.SavedQuery, store: Store, graph: rdflib.Graph) -> None:
    """Another engine, without our prefixes, gives the same rows; and the order is settled by what is shown or by a claim's IRI."""
    ours = query.run(store, saved.text)
    assert isinstance(ours, QuerySolutions)
    theirs = graph.query(saved.text)
    names = [variable.value for variable in ours.variables]
    mine = [tuple(None if cell is None else str(cell.value) for cell in row) for row in ours]
    other = [tuple(None if row[name] is None else str(row[name]) for name in names) for row in theirs if isinstance(row, ResultRow)]
    assert mine == other
    assert "ORDER BY" in saved.text
    assert "gYearMonth" not in saved.text


def test_parameters_narrow(store: Store) -> None:
    assert {row[0] for row in rows(store, "who-said-what", who="NORL")} == {"Norland"}
    assert len(rows(store, "who-said-what")) == 2


@pytest.mark.parametrize("value", ['x" } UNION { ?claim ?p ?o } #', "x'", "x\\", "x\n", "?claim", "}", "\x00"])
def test_parameters_are_values(store: Store, value: str) -> None:
    assert rows(store, "who-said-what", who=value) == []


def test_a_parameter_that_is_no_text(store: Store) -> None:
    with pytest.raises(QueryError, match="no Unicode text"):
        rows(store, "who-said-what", who="\ud800")


def test_a_parameter_that_the_query_lacks(store: Store) -> None:
    with pytest.raises(QueryError, match="no parameter 'whom'"):
        rows(store, "who-said-what", whom="Norland")


def test_saved_parameters_are_in_the_text() -> None:
    for saved in SAVED:
        for name in saved.params:
            assert f"VALUES ?{name} {{ UNDEF }}" in saved.text, saved.name


@pytest.mark.parametrize("name", ["/nowhere/nope.rq", "nope.rq", "queries/nope"])
def test_a_path_is_no_name_of_a_saved_query(name: str) -> None:
    with pytest.raises(QueryError, match=f"The query file {name} cannot be read .No such file"):
        query.saved_query(name)


def test_an_unknown_saved_query_lists_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"'who-strock-whom'; the nearest are who-struck-whom"):
        query.saved_query("who-strock-whom")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?x WHERE { ?x", r"line 1, column 21"),
        ("SELECT ?x WHERE {\n  ?x a foo:Bar }", r"line 2, column \d+: the prefix foo: is not known"),
        ("SELECT ?x { ?x a shema:Person }", "the prefix shema: is not known; perhaps schema: is meant"),
        ("PREFIX ex: <urn:ex:> SELECT ?x { ?x a ex:A, zzzz:B }", "the prefix zzzz: is not known; declare it with PREFIX zzzz: <…>"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE would change the graph, which is only read here"),
        ("PREFIX ex: <urn:ex:> # SELECT\nINSERT DATA { ex:a ex:b ex:c }", "INSERT would change the graph"),
        ("SELECT ?a WHERE { ?a ?b ?c } GROUP BY ?b", "unbound"),
        ("SELECT ?x { ?x a <http://a b> }", "broken"),
        ("", "line 1, column 1"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT would change the graph"),
        ("SELECT * { ?a ?b ?c FILTER(FOO(?a)) }", "broken at line 1"),
    ],
)
def test_a_broken_query_is_one_sentence_with_its_place(store: Store, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        query.run(store, text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        'SELECT * { ?s rdfs:label "it\'s" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
        "SELECT * { ?s ?p ?o # don't\n SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://example.org/a> { ?s ?p ?o }",
        "ASK FROM NAMED <file:///etc/passwd> { ?s ?p ?o }",
        "DESCRIBE <urn:a>FROM<file:///etc/passwd>",
    ],
)
def test_nothing_outside_is_read(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match=r"(SERVICE|FROM) on line \d would read from outside"):
        query.run(store, text)


@pytest.mark.parametrize(
    "call",
    [
        "SERVICE <URL> { ?a ?b ?c }",
        "SERVICE:x { ?a ?b ?c }",
        "SERVICESILENT<URL>{ ?a ?b ?c }",
        "?s ?p 1SERVICE<URL>{ ?a ?b ?c }",
        "SERVICE#x{\n<URL>#y z\n{ ?a ?b ?c }",
        "?s ?p ?o FILTER (?o<1#x>'''\n) SERVICE <URL> { ?a ?b ?c } #'''\n",
        "?s ?p <urn:\\u0041#x> . SERVICE <URL> { ?a ?b ?c }",
        "BIND (<URL> AS ?at) SERVICE?at{ ?a ?b ?c }",
    ],
)
def test_no_spelling_of_a_service_call_reaches_the_network(store: Store, call: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with pytest.raises(QueryError, match="would read from outside"):
            query.run(store, f"PREFIX : <{url}> SELECT * {{ {call.replace('URL', url)} }}")
        listening.setblocking(False)
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s rdfs:label "FROM <http://a> SERVICE" }',
        "SELECT * { ?from rdfs:label ?service } # FROM here",
        "SELECT * { <urn:from> rdfs:label ?service }",
        'SELECT * { ?s rdfs:label """a " SERVICE""" , \'FROM\' }',
        "PREFIX from: <urn:x#> SELECT * { ?s a from:service }",
        'SELECT ?service ?x { ?service rdfs:label ?x FILTER (CONTAINS(?x, "Secret Service")) }',
    ],
)
def test_harmless_words_are_not_refused(store: Store, text: str) -> None:
    query.run(store, text)


def table(store: Store, text: str, width: int = 100) -> list[str]:
    return query.render(query.run(store, text), "table", width).decode().splitlines()


def test_a_table_is_aligned_and_short(store: Store) -> None:
    lines = table(store, "SELECT ?e ?label { ?e a kg:Event ; rdfs:label ?label } ORDER BY ?label", width=60)
    assert lines[0].split() == ["e", "label"]
    assert {len(line[: line.index("  ")]) <= 60 for line in lines[2:-1]} == {True}
    assert all(query.columns(line) <= 60 for line in lines)
    assert lines[-1] == "(4 rows)"
    starts = {line.index(cell) for line, cell in zip(lines[2:-1], ("avoid (", "deny (", "kill (", "strike ("), strict=True)}
    assert len(starts) == 1


def test_a_table_shortens_iris_and_marks_what_it_cuts(store: Store) -> None:
    lines = table(store, "SELECT DISTINCT ?t ?long { ?c a ?t . FILTER(?t = kg:Claim) BIND('a very long text indeed' AS ?long) }", width=20)
    assert lines[2].startswith("kg:Cl")
    assert lines[2].endswith("…")


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m", "a\nb", "a\u202eb", "bell\x07", "\x9b31m", "a\u2028b"])
def test_a_table_is_safe_for_a_terminal(text: str) -> None:
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode(RDFS.label), Literal(text)))
    lines = table(store, "SELECT ?l { ?a rdfs:label ?l }")
    assert len(lines) == 4
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", "".join(lines))


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("名前", 4), ("é", 1), ("e\u0301", 1), ("🚢", 2), ("", 0)])
def test_columns_of_a_terminal(text: str, width: int) -> None:
    assert query.columns(text) == width


SELECT = "SELECT ?l { <urn:newskg:entity/norland> rdfs:label ?l }"


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (SELECT, "csv", b"l\r\nNorland\r\n"),
        (SELECT, "tsv", b'?l\n"Norland"\n'),
        ("ASK { ?a a kg:Claim }", "table", b"yes\n"),
        ("ASK { ?a a kg:Nothing }", "table", b"no\n"),
        ("CONSTRUCT { <urn:b> <urn:p> ?l . <urn:a> <urn:p> ?l } WHERE { <urn:newskg:entity/norland> rdfs:label ?l }", "ntriples",
         b'<urn:a> <urn:p> "Norland" .\n<urn:b> <urn:p> "Norland" .\n'),
    ],
)  # fmt: skip
def test_renderings(store: Store, text: str, form: str, expected: bytes) -> None:
    assert query.render(query.run(store, text), form) == expected


def test_json_is_sparql_results(store: Store) -> None:
    found = json.loads(query.render(query.run(store, SELECT), "json"))
    assert found["results"]["bindings"] == [{"l": {"type": "literal", "value": "Norland"}}]


@pytest.mark.parametrize("form", ["turtle", "table"])
def test_a_graph_is_turtle_with_prefixes(store: Store, form: str) -> None:
    text = query.render(query.run(store, "DESCRIBE <urn:newskg:entity/tarsk>"), form).decode()
    assert 'rdfs:label "Tarsk"' in text
    assert "@prefix kg:" in text


@pytest.mark.parametrize(
    ("text", "form"), [(SELECT, "turtle"), ("ASK { ?a ?b ?c }", "ntriples"), ("DESCRIBE <urn:a>", "csv"), ("DESCRIBE <urn:a>", "json")]
)
def test_a_format_that_does_not_fit(store: Store, text: str, form: str) -> None:
    with pytest.raises(QueryError, match=f"cannot be written as {form}; use "):
        query.render(query.run(store, text), form)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefixes_are_known(store: Store, prefix: str) -> None:
    query.run(store, f"SELECT * {{ ?s a {prefix}:x }}")


def test_a_sample_is_drawn_by_its_seed(store: Store) -> None:
    assert sample.sample(store, 3, seed=1) == sample.sample(store, 3, seed=1)
    assert [c.claim for c in sample.sample(store, 7, seed=1)] != [c.claim for c in sample.sample(store, 7, seed=2)]
    assert len({c.claim for c in sample.sample(store, 100, seed=0)}) == 7


def test_a_sampled_claim_says_all(store: Store) -> None:
    found = {c.claim.rsplit(":", 1)[-1]: c for c in sample.sample(store, 100, seed=0)}
    assert found["document/wire-1/claim/c2"] == sample.SampledClaim(
        claim="urn:newskg:document/wire-1/claim/c2", lemma="kill", by_role=False,
        subject="strike (strike-tarsk)", relation="kill", object="more than 110 people",
        roles={"agent": ["strike (strike-tarsk)"], "patient": ["more than 110 people"]}, polarity="positive", modality="actual",
        attributed_to=["officials", "Reuters"], time=[], place=[], quantities=["more than 110"], confidence=0.5, rule="hand",
        sentence="Reuters reported that officials said the strike killed more than 110 people.", document="wire-1",
    )  # fmt: skip
    assert (found["document/wire-1/claim/c1"].time, found["document/wire-1/claim/c1"].place) == (["2025-12-03"], ["Tarsk"])


def test_a_sampled_claim_speaks_in_the_words_of_its_sentence() -> None:
    texts = (
        "Kenyan troops attacked a rebel camp near Lodwar on Sunday, General Amina Noor said in Lodwar.",
        "The attack by Kenyan troops on the camp near Lodwar was over on Sunday, General Amina Noor said in Lodwar.",
    )
    store = Store()
    store.extend(Quad(*triple(one)) for one in quads(resolve([told(f"d{n}", text) for n, text in enumerate(texts)], lexicon()), lexicon(), RUN))
    objects = {(claim.document, claim.object) for claim in sample.sample(store, 100, seed=0) if claim.object.endswith("camp near Lodwar")}
    assert ("d1", "camp near Lodwar") in objects
    assert {("d0", "rebel camp near Lodwar")} <= objects
    assert ("d0", "camp near Lodwar") not in objects  # though it is one camp of the world, of that name


def test_a_sampled_happening_is_told_as_its_sentence_tells_it() -> None:
    store = Store()
    store.extend(Quad(*triple(one)) for one in quads(resolve([told("d", "A fire occurred in Lodwar on Sunday.")], lexicon()), lexicon(), RUN))
    assert sample.as_text(sample.sample(store, 1, seed=0)).startswith("1. happening: A fire occurred in Lodwar  [actual")


def test_a_sample_can_be_read_and_parsed(store: Store) -> None:
    drawn = sample.sample(store, 100, seed=0)
    text = sample.as_text(drawn)
    assert "Navy of Norland | struck (strike) | a dock  [denied; according to Norland]" in text
    assert "“Norland denied that the navy struck the dock.”" in text
    assert [claim["claim"] for claim in json.loads(sample.as_json(drawn))] == [claim.claim for claim in drawn]
