"""Every shape lets good graphs pass and finds the fault that it is there for."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store, serialize

from kg.check import fast, places
from kg.check.validate import validate
from kg.errors import OntologyError, OutputError
from kg.export import turtle
from kg.ids import digest
from kg.rdf import quads
from kg.store import open_graph
from kg.vocab import PREFIXES
from tests.conftest import Kg
from tests.worlds import HOSTILE, LEXICON, RUN, harbour, hostile, many

SHAPES = Path(__file__).resolve().parents[2] / "ontology" / "shapes.ttl"

#: Prefix of the names below: <urn:newskg:document/wire-1…>.
CLAIM, EVENT, MENTION = "document/wire-1/claim/c1", "event/strike-tarsk", "document/wire-1/mention/22-28"
TIME, QUANTITY, SIDE = "time/2025-12-03", "document/wire-1/quantity/q1", "proposition/navy-struck-dock"
CONFLICT, SAID, COPY = "conflict/navy-struck-dock-polarity", "document/wire-1/attribution/a2", "document/digest-1/derivation/1"
MATCH = "match/" + digest("\0".join(("wire-1", "e1", "digest-1", "e1", "True")), 16)

#: node, property, its new values (none: taken away), and what is told of it.
FAULTS = [
    ("document/wire-1", "rdf:type", ["nif:Context"], "a document is a schema:NewsArticle"),
    ("document/wire-1", "dcterms:identifier", [], "a document has one identifier"),
    ("document/wire-1", "kg:sha256", ['"abc"'], "a document has one SHA-256 of its file"),
    ("document/wire-1", "kg:textSha256", [], "a document has one SHA-256 of its text"),
    ("document/wire-1", "schema:datePublished", ['"yesterday"'], "a document has at most one day of publication"),
    ("document/wire-1", "schema:publisher", ["<entity/tarsk>"], "a publisher is an agent"),
    (MENTION, "nif:beginIndex", ["22", "23"], "a span has one begin, an integer"),
    (MENTION, "nif:beginIndex", ["28"], "a span begins before it ends"),
    (MENTION, "nif:endIndex", ['"28"'], "a span has one end, an integer"),
    (MENTION, "nif:anchorOf", [], "a span has its words"),
    (MENTION, "nif:referenceContext", [], "a span lies in one document"),
    (MENTION, "itsrdf:taIdentRef", ["<entity/tarsk>", "<entity/norland>"], "a mention names one thing"),
    ("document/wire-1#char=0,58", "nif:anchorOf", [], "a span has its words"),
    ("entity/tarsk", "rdfs:label", [], "an entity has one label"),
    ("entity/tarsk", "rdfs:label", ['"Tarsk"', '"Tarks"'], "an entity has one label"),
    ("entity/tarsk", "rdf:type", ["kg:Entity"], "an entity has a type beside kg:Entity"),
    ("entity/tarsk", "kg:named", ['"yes"'], "an entity is named or it is not"),
    (EVENT, "rdf:type", ["kg:Event"], "an event is a sem:Event"),
    (EVENT, "rdfs:label", [], "an event has one label"),
    (EVENT, "kg:lemma", ['"strike"', '"hit"'], "an event has one lemma"),
    (EVENT, "kg:status", ["kg:rumoured"], "an event has one status"),
    (EVENT, "kg:status", [], "an event has one status"),
    (EVENT, "sem:hasTime", ["<entity/tarsk>"], "the time of an event is a sem:Time"),
    (EVENT, "sem:hasPlace", ['"Tarsk"'], "the place of an event is an entity"),
    (EVENT, "kg:quantity", ["110"], "the quantity of an event is a kg:Quantity"),
    (TIME, "kg:timex", [], "a time has one TIMEX3 value"),
    (TIME, "sem:hasEarliestBeginTimeStamp", ['"2025-12"^^xsd:gYearMonth'], "a time begins at most once, on a day"),
    (TIME, "sem:hasEarliestBeginTimeStamp", ['"2025-12-04"^^xsd:date'], "a time does not end before it begins"),
    (TIME, "sem:hasLatestEndTimeStamp", ['"2025-12-03"^^xsd:date', '"2025-12-04"^^xsd:date'], "a time ends at most once, on a day"),
    (QUANTITY, "kg:value", [], "a quantity has one value, a number"),
    (QUANTITY, "kg:value", ['"many"'], "a quantity has one value, a number"),
    (QUANTITY, "kg:max", ["5"], "the least value of a quantity is no more than the greatest"),
    (QUANTITY, "kg:max", ["500", "600"], "a quantity has at most one greatest value"),
    (CLAIM, "rdf:type", ["kg:Claim"], "a claim is an rdf:Statement"),
    (CLAIM, "rdf:subject", [], "a claim has one subject"),
    (CLAIM, "rdf:subject", ["<entity/a-dock-in-tarsk>"], "a claim is of two things"),
    (CLAIM, "rdf:predicate", ["kg:struck", "kg:seized"], "a claim has one predicate"),
    (CLAIM, "rdf:object", ['"a dock"'], "a claim has one object, and no literal"),
    (CLAIM, "prov:wasQuotedFrom", [], "a claim quotes one sentence"),
    (CLAIM, "prov:wasQuotedFrom", [f"<{MENTION}>"], "a claim quotes one sentence"),
    (CLAIM, "schema:appearance", [], "a claim appears in one document"),
    (CLAIM, "prov:wasGeneratedBy", [], "a claim comes from one run"),
    (CLAIM, "kg:polarity", ["kg:positive", "kg:negative"], "a claim has one polarity"),
    (CLAIM, "kg:polarity", ["kg:denied"], "a claim has one polarity"),
    (CLAIM, "kg:modality", [], "a claim has one modality"),
    (CLAIM, "kg:modality", ["kg:disputed"], "a claim has one modality"),
    (CLAIM, "kg:confidence", ["1.01"], "a claim has one confidence from 0 to 1"),
    (CLAIM, "kg:confidence", ["-0.01"], "a claim has one confidence from 0 to 1"),
    (CLAIM, "kg:rule", [], "a claim names its rule"),
    (CLAIM, "kg:about", ["<entity/tarsk>"], "a claim is about one event at most"),
    (CLAIM, "kg:lemma", ['"strike"', '"hit"'], "a claim has one lemma at most"),
    (CLAIM, "kg:attribution", ["<entity/tarsk>"], "a claim has one innermost attribution at most"),
    (CLAIM, "prov:wasAttributedTo", ["<entity/tarsk>"], "whoever a claim is attributed to is an agent"),
    (CLAIM, "prov:hadPrimarySource", ["<entity/tarsk>"], "what a digest cites for a claim is an article"),
    (CLAIM, "kg:states", ["<entity/tarsk>"], "a claim states propositions"),
    (SAID, "kg:source", ["<entity/tarsk>"], "the source of an attribution is an agent"),
    (SAID, "kg:cue", ['"said"'], "the cue of an attribution is a mention"),
    (SAID, "kg:within", ["<entity/tarsk>"], "an attribution lies within one other at most"),
    (SIDE, "rdf:subject", [], "a proposition has one subject"),
    (SIDE, "rdf:subject", ["<entity/a-dock-in-tarsk>"], "a proposition is of two things"),
    (SIDE, "rdf:predicate", [], "a proposition has one predicate"),
    (SIDE, "rdf:object", ['"a dock"'], "a proposition has one object, and no literal"),
    (SIDE, "kg:polarity", ["kg:denied"], "a proposition has one polarity"),
    ("document/wire-1/claim/c2", "kg:states", [], "some claim states the proposition"),
    (SIDE, "kg:sourceCount", ["0"], "a proposition has one count of sources"),
    (SIDE, "kg:independentSourceCount", ["3"], "a proposition has no more independent sources than sources"),
    (CONFLICT, "kg:between", [f"<{SIDE}>"], "a conflict is between two or more propositions"),
    (CONFLICT, "kg:conflictKind", ["kg:polarity"], "a conflict has one kind"),
    (CONFLICT, "kg:rule", [], "a conflict names its rule"),
    (CLAIM, "kg:origin", [], "a claim comes from somewhere"),
    (CLAIM, "kg:originReason", [], "a claim says why it has its origin"),
    (SIDE, "kg:origin", [], "a proposition has an origin for each independent source"),
    (SIDE, "kg:origin", ["<document/wire-1>"], "a proposition has an origin for each independent source"),
    (COPY, "prov:entity", [], "a derivation is from one document or agency"),
    (COPY, "kg:originReason", [], "a derivation has one reason"),
    (COPY, "kg:share", ["97.0"], "a share is from 0 to 1"),
    (MATCH, "kg:left", [], "a match has one left mention"),
    (MATCH, "kg:right", ["<entity/tarsk>"], "a match has one right mention"),
    (MATCH, "kg:same", ['"yes"'], "a match is of the same or of different things"),
    (MATCH, "kg:score", ["1.5"], "a match has one score from 0 to 1"),
    (MATCH, "kg:reason", [], "a match has a reason"),
    ("run/RUN", "prov:used", [], "a run used documents"),
    ("run/RUN", "prov:wasAssociatedWith", ["<entity/tarsk>"], "a run names its program"),
    ("entity/navy-of-norland", "kg:struck", ["<entity/a-dock-in-tarsk>"], "a claim that is attributed, hedged or negative stands as a direct triple"),
]


def spoilt(node: str, term: str, values: list[str], path: Path) -> Path:
    """The harbour's graph with one property of one node replaced."""
    store = Store()
    turtle.write(quads(harbour(), LEXICON, RUN), path)
    store.load(path=path, format=RdfFormat.TURTLE)
    run = next(str(row["run"].value) for row in store.query("SELECT ?run { ?run a prov:Activity }", prefixes=PREFIXES))  # type: ignore[union-attr]
    iri = f"<urn:newskg:{node}>".replace("urn:newskg:run/RUN", run)
    new = " , ".join(value.replace("<", "<urn:newskg:") for value in values)
    store.update(f"DELETE WHERE {{ {iri} {term} ?old }}", prefixes=PREFIXES)
    if new:
        store.update(f"INSERT DATA {{ {iri} {term} {new} }}", prefixes=PREFIXES)
    if term == "kg:struck":  # no document says in its own voice that the navy did it
        store.update("DELETE DATA { <urn:newskg:document/digest-1/claim/c1> kg:modality kg:actual }", prefixes=PREFIXES)
        store.update("INSERT DATA { <urn:newskg:document/digest-1/claim/c1> kg:modality kg:alleged }", prefixes=PREFIXES)
        store.update("DELETE DATA { <urn:newskg:document/wire-1/claim/c1> kg:modality kg:actual }", prefixes=PREFIXES)
        store.update("INSERT DATA { <urn:newskg:document/wire-1/claim/c1> kg:modality kg:planned }", prefixes=PREFIXES)
    data = serialize((quad.triple for quad in store), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    assert data is not None
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("node", "term", "values", "message"), FAULTS, ids=[f"{f[0].split('/')[0]} {f[1]} {f[3]}" for f in FAULTS])
def test_a_fault_is_found(node: str, term: str, values: list[str], message: str, tmp_path: Path) -> None:
    path = spoilt(node, term, values, tmp_path / "graph.ttl")
    found = validate(path)
    assert message in "\n".join(violation.message for violation in found)
    assert validate(path, fast=True) == found


def test_every_message_of_the_shapes_has_a_failing_case() -> None:
    shapes = rdflib.Graph().parse(SHAPES)
    messages = {str(message) for message in shapes.objects(None, rdflib.SH.message)}
    assert {m for m in messages if not any(m.startswith(message) for *_, message in FAULTS)} == set()


@pytest.mark.parametrize("world", [harbour(), many(3), *map(hostile, HOSTILE)], ids=["harbour", "courts", *map(ascii, HOSTILE)])
def test_good_graphs_conform(world: object, tmp_path: Path) -> None:
    turtle.write(quads(world, LEXICON, RUN), tmp_path / "graph.ttl")  # type: ignore[arg-type]
    assert validate(tmp_path / "graph.ttl") == []
    assert validate(tmp_path / "graph.ttl", fast=True) == []


def test_a_violation_names_article_and_sentence(tmp_path: Path) -> None:
    (found,) = validate(spoilt(CLAIM, "kg:rule", [], tmp_path / "graph.ttl"))
    assert (found.document, found.node) == ("wire-1", f"urn:newskg:{CLAIM}")
    assert found.sentence == "Norland’s navy struck a dock in Tarsk on December 3, 2025."
    assert found.path == "https://w3id.org/newskg/ontology#rule"


STRUCK = "Norland’s navy struck a dock in Tarsk on December 3, 2025."
REPORTED = "Reuters reported that officials said the strike killed more than 110 people."


@pytest.mark.parametrize(
    ("node", "place"),
    [
        (CLAIM, ("wire-1", STRUCK)),
        ("document/wire-1", ("wire-1", "")),
        ("document/wire-1#char=0,58", ("wire-1", STRUCK)),
        (MENTION, ("wire-1", STRUCK)),
        (SAID, ("wire-1", REPORTED)),
        ("document/wire-1/quantity/q1", ("wire-1", REPORTED)),
        ("event/kill-tarsk", ("wire-1", REPORTED)),
        (EVENT, ("digest-1", "The navy struck the dock, a report says [1].")),
        ("entity/tarsk", ("wire-1", STRUCK)),
        (TIME, ("wire-1", STRUCK)),
        (SIDE, ("digest-1", "The navy struck the dock, a report says [1].")),
        (CONFLICT, ("digest-1", "The navy struck the dock, a report says [1].")),
        ("run/none", ("", "")),
    ],
)
def test_where_a_node_comes_from(node: str, place: tuple[str, str], tmp_path: Path) -> None:
    turtle.write(quads(harbour(), LEXICON, RUN), tmp_path / "graph.ttl")
    found = places.find(open_graph(tmp_path / "graph.ttl"), f"urn:newskg:{node}")
    assert (found.document, found.sentence) == place


def test_a_constraint_that_is_not_known_is_refused() -> None:
    shapes = rdflib.Graph().parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass <urn:c> ;"
        "sh:property [ sh:path <urn:p> ; sh:uniqueLang true ; sh:message 'm' ] ."
    )
    with pytest.raises(OntologyError, match="uniqueLang"):
        list(fast.queries(shapes))


def test_the_command_tells_article_and_sentence(kg: Kg, tmp_path: Path) -> None:
    spoilt(CLAIM, "kg:rule", [], tmp_path / "graph.ttl")
    for options in ([], ["--fast"]):
        done = kg("validate", ".", *options)
        assert done.returncode == 1
        assert done.stdout.startswith("wire-1: a claim names its rule urn:newskg:document/wire-1/claim/c1 ")
        assert f'in "{STRUCK}"' in done.stdout


def test_a_claim_that_must_not_stand_is_named(tmp_path: Path) -> None:
    found = validate(spoilt("entity/navy-of-norland", "kg:struck", ["<entity/a-dock-in-tarsk>"], tmp_path / "graph.ttl"))
    assert {(v.document, v.node.rsplit("/", 1)[-1]) for v in found} == {("wire-1", "c1"), ("digest-1", "c1"), ("digest-1", "c2")}


def test_a_claim_that_another_article_asserts_may_stand(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    turtle.write(quads(harbour(), LEXICON, RUN), path)
    with path.open("a") as file:  # wire-1 and digest-1 say so in their own voice, Norland denies it
        file.write("<urn:newskg:entity/navy-of-norland> kg:struck <urn:newskg:entity/a-dock-in-tarsk> .\n")
    assert validate(path) == []


@pytest.mark.parametrize(("content", "message"), [(None, "cannot be read"), ("<urn:a> <urn:b> ", "is no Turtle")])
def test_no_graph_is_told_in_one_sentence(content: str | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "graph.ttl").write_text(content)
    with pytest.raises(OutputError, match=message) as caught:
        validate(tmp_path / "graph.ttl")
    assert "\n" not in str(caught.value)


@pytest.mark.slow
def test_the_time_grows_with_the_graph_only(tmp_path: Path) -> None:
    """Four times the graph takes less than twelve times the processor's time (quadratic: sixteen); a query for each claim would show here."""
    seconds = []
    for articles in (25, 100):
        turtle.write(quads(many(articles), LEXICON, RUN), tmp_path / "graph.ttl")
        start = time.process_time()  # a busy machine does not change it much
        assert validate(tmp_path / "graph.ttl") == []
        seconds.append(time.process_time() - start)
    assert seconds[1] < 12 * seconds[0]
