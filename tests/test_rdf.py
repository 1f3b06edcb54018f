"""The graph of small worlds, asked in SPARQL; and what has to hold of any graph."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.model import Citation, Role, Run, World
from kg.rdf import quads
from kg.rdf.terms import clean, day, link, number, triple
from kg.vocab import KG, KG_IRI, NIF, PREFIXES, RDF, RDFS
from tests.worlds import LEXICON, RUN, Draft, harbour, hostile, many, world

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology"


def store_of(given: World, run: Run = RUN, embed_text: bool = False) -> Store:
    store = Store()
    store.extend(Quad(*triple(one)) for one in quads(given, LEXICON, run, embed_text=embed_text))
    return store


def ask(store: Store, pattern: str) -> bool:
    """Whether the pattern matches; ``<entity/…>`` stands for ``<urn:newskg:entity/…>`` and so on."""
    pattern = re.sub(r"<(?=(document|entity|event|time|relation|proposition|conflict)/)", "<urn:newskg:", pattern)
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=PREFIXES))


@pytest.fixture(scope="module")
def strike() -> Store:
    return store_of(harbour())


HOLDS = {
    "document": '<document/wire-1> a schema:NewsArticle, nif:Context, prov:Entity ; dcterms:identifier "wire-1" ; schema:headline "Strike on Tarsk" ;'
    ' schema:inLanguage "en" ; schema:datePublished "2025-12-04"^^xsd:date ; kg:sha256 ?a ; kg:textSha256 ?b',
    "its address has no stray characters": "<document/wire-1> schema:url <https://example.org/strike?id=1&x=a%20b>",
    "a publisher that no article names is an agent": "<document/wire-1> schema:publisher <entity/sample-wire> ."
    " <entity/sample-wire> a kg:Entity, prov:Agent",
    "a publisher that an article names is that entity": "<document/digest-1> schema:publisher <entity/reuters> ."
    " <document/wire-1/mention/59-66> itsrdf:taIdentRef <entity/reuters>",
    "a digest and what it cites": "<document/digest-1> a kg:Digest ; schema:citation <document/digest-1/source/1> ."
    ' <document/digest-1/source/1> a schema:NewsArticle ; rdfs:label "Example Post"',
    "sentence": "<document/wire-1#char=0,58> a nif:Sentence, nif:RFC5147String, prov:Entity ; nif:beginIndex 0 ; nif:endIndex 58 ;"
    ' nif:anchorOf "Norland’s navy struck a dock in Tarsk on December 3, 2025." ; nif:referenceContext <document/wire-1>',
    "mention of an entity": '<document/wire-1/mention/22-28> a nif:Phrase ; nif:anchorOf "a dock" ; itsrdf:taIdentRef <entity/a-dock-in-tarsk>',
    "mention of an event": "<document/wire-1/mention/15-21> itsrdf:taIdentRef <event/strike-tarsk>",
    "mention of a time": '<document/wire-1/mention/41-57> nif:anchorOf "December 3, 2025" ; itsrdf:taIdentRef <time/2025-12-03>',
    "mention of a quantity": '<document/wire-1/mention/114-127> nif:anchorOf "more than 110" ; itsrdf:taIdentRef <document/wire-1/quantity/q1>',
    "named entity": '<entity/ana-ruiz> a kg:Entity, schema:Person ; rdfs:label "Ana Ruiz" ; skos:altLabel "President Ana Ruiz" ; kg:named true',
    "described participant": '<entity/a-dock-in-tarsk> a kg:Facility, schema:Place ; rdfs:label "a dock" ; kg:named false',
    "gazetteer entry": '<entity/norland> a schema:Country, schema:Place ; skos:exactMatch <https://www.wikidata.org/entity/Q1> ; kg:iso "NL1"',
    "event with its superclasses and codes": "<event/strike-tarsk> a kg:Strike, kg:Assault, kg:Event, sem:Event ;"
    ' kg:plover "ASSAULT" ; kg:cameo "195" ; kg:lemma "strike" ; kg:status kg:disputed',
    "roles over all tellings": "<event/strike-tarsk> kg:agent <entity/navy-of-norland> ; kg:patient <entity/a-dock-in-tarsk> ;"
    " sem:hasPlace <entity/tarsk> ; sem:hasTime <time/2025-12-03> ; kg:quantity <document/digest-1/quantity/q1>",
    "an actor is a sem:hasActor too": "<event/strike-tarsk> sem:hasActor <entity/navy-of-norland>",
    "an event takes part in another": "<event/wire-1-avoid> kg:topic <event/strike-tarsk>",
    "time": '<time/2025-12-03> a sem:Time, time:TemporalEntity ; kg:timex "2025-12-03" ; sem:hasEarliestBeginTimeStamp "2025-12-03"^^xsd:date ;'
    ' sem:hasLatestEndTimeStamp "2025-12-03"^^xsd:date',
    "quantity": '<document/wire-1/quantity/q1> a kg:Quantity ; kg:value 110 ; kg:min 111 ; kg:unit "people" ; kg:of <entity/more-than-110-people>',
    "claim": "<document/wire-1/claim/c1> a kg:Claim, rdf:Statement, prov:Entity ; rdf:subject <entity/navy-of-norland> ; rdf:predicate kg:struck ;"
    " rdf:object <entity/a-dock-in-tarsk> ; prov:wasQuotedFrom <document/wire-1#char=0,58> ; schema:appearance <document/wire-1> ;"
    ' kg:polarity kg:positive ; kg:modality kg:actual ; kg:rule "hand" ; prov:wasGeneratedBy ?run . ?run a prov:Activity',
    "a claim's own roles": '<document/wire-1/claim/c1> kg:about <event/strike-tarsk> ; kg:lemma "strike" ; kg:agent <entity/navy-of-norland> ;'
    " kg:patient <entity/a-dock-in-tarsk> ; kg:place <entity/tarsk> ; kg:time <time/2025-12-03>",
    "a claim whose subject is an event": "<document/wire-1/claim/c2> rdf:subject <event/strike-tarsk> ; rdf:predicate <relation/kill>",
    "attribution within attribution": "<document/wire-1/claim/c2> prov:wasAttributedTo <entity/officials-wire> ; kg:attribution ?inner ."
    " ?inner a kg:Attribution ; kg:source <entity/officials-wire> ; kg:cue ?cue ; kg:within ?outer ."
    ' ?outer kg:source <entity/reuters> . ?cue a nif:Phrase ; nif:anchorOf "said" .'
    " <entity/reuters> a prov:Agent . <entity/officials-wire> a prov:Agent",
    "an open relation is declared": '<relation/avoid> a rdf:Property ; rdfs:label "avoid" ; rdfs:subPropertyOf kg:relatedTo',
    "a known relation has a label": 'kg:presidentOf rdfs:label "president of"',
    "a known relation stands below the one above all": "kg:struck rdfs:subPropertyOf kg:relatedTo",
    "a digest's source of a claim": "<document/digest-1/claim/c1> prov:hadPrimarySource <document/digest-1/source/1>",
    "proposition": "<proposition/navy-struck-dock> a kg:Proposition, schema:Claim ; rdf:subject <entity/navy-of-norland> ; rdf:predicate kg:struck ;"
    " rdf:object <entity/a-dock-in-tarsk> ; kg:polarity kg:positive ; kg:sourceCount 2 ; kg:independentSourceCount 2 ;"
    " kg:origin <document/wire-1>, <entity/reuters> . <document/wire-1/claim/c1> kg:states <proposition/navy-struck-dock>",
    "origin of a claim": '<document/wire-1/claim/c1> kg:origin <document/wire-1> ; kg:originReason "told in the document\'s own voice"',
    "a copy": "<document/digest-1> prov:wasDerivedFrom <document/wire-1> ; prov:qualifiedDerivation ?why . ?why a prov:Derivation ;"
    ' prov:entity <document/wire-1> ; kg:share 0.97 ; kg:originReason "0.97 of its word shingles are in wire-1"',
    "an agency's report": "<document/wire-1> prov:hadPrimarySource <entity/reuters> ; prov:qualifiedPrimarySource ?why . ?why a prov:PrimarySource ;"
    ' prov:entity <entity/reuters> ; kg:originReason "dateline names Reuters" . <entity/reuters> a prov:Agent',
    "a cited source that is at hand": "<document/digest-1/source/1> prov:alternateOf <document/wire-1>",
    "conflict": "<conflict/navy-struck-dock-polarity> a kg:Conflict ; kg:conflictKind kg:polarityConflict ;"
    " kg:between <proposition/navy-struck-dock>, <proposition/navy-struck-dock-denied>",
    "match": "?match a kg:Match ; kg:left <document/wire-1/mention/10-14> ; kg:right <document/digest-1/mention/4-8> ; kg:same true ; kg:score 0.90 ;"
    ' kg:reason "same-name"',
    "run": "?run a prov:Activity ; prov:used <document/wire-1>, <document/digest-1> ; prov:wasAssociatedWith ?program ."
    ' ?program a prov:SoftwareAgent ; schema:softwareVersion "0.1.0" ; kg:model "en_hand_made 1.0" ; kg:configuration "c0ffee"',
    "what is asserted stands": "<entity/ana-ruiz> kg:presidentOf <entity/norland> ; <relation/avoid> <entity/questions-wire>",
}
FAILS = {
    "what is denied does not stand": "<entity/navy-of-norland> kg:struck ?anything",
    "what is attributed does not stand": "<event/strike-tarsk> <relation/kill> ?anything",
    "a place is no actor": "<event/strike-tarsk> sem:hasActor <entity/tarsk>",
    "a role is no relation of two who take part": "kg:agent rdfs:subPropertyOf ?anything",
    "a cue alone names nothing": "<document/wire-1/mention/91-95> itsrdf:taIdentRef ?anything",
    "no text unless asked for": "?document nif:isString ?text",
    "the document's own voice is attributed to nobody": "<document/wire-1/claim/c1> prov:wasAttributedTo ?anyone",
    "a match of what the graph does not mention": '?match kg:reason "gone"',
    "a label is no alias of itself": "?x rdfs:label ?label ; skos:altLabel ?label",
    "no property of the ontology but labels has a literal where it has a node elsewhere": "?claim a kg:Claim ; rdf:object ?o FILTER (isLITERAL(?o))",
}


@pytest.mark.parametrize("pattern", HOLDS.values(), ids=HOLDS)
def test_stands_in_the_graph(strike: Store, pattern: str) -> None:
    assert ask(strike, pattern)


@pytest.mark.parametrize("pattern", FAILS.values(), ids=FAILS)
def test_does_not_stand_in_the_graph(strike: Store, pattern: str) -> None:
    assert not ask(strike, pattern)


@pytest.mark.parametrize(("role", "speaks", "acts"), [("agent", True, True), ("agent", False, False), ("patient", True, False)])
def test_whoever_does_something_and_is_a_source_is_an_actor(role: str, speaks: bool, acts: bool) -> None:
    wire = Draft("wire-1", "Tarsk banned cars.", "Tarsk said the ban would end.")
    tarsk, cars = wire.entity("Tarsk", "City"), wire.entity("cars", "Product", named=False)
    banned = wire.event("ban", "Event", "banned", {role: ("Tarsk", tarsk), "topic": ("cars", cars)})
    ended = wire.event("end", "Event", "end", {"topic": ("cars", cars)})
    wire.claim(banned, role, tarsk, 0, banned)
    wire.claim(ended, "topic", cars, 1, ended, attribution=wire.attribution("Tarsk", "said", "the ban would end", tarsk) if speaks else None)
    assert ask(store_of(world(wire)), "<event/wire-1-ban> sem:hasActor <entity/tarsk>") == acts


def test_the_text_is_embedded_on_request() -> None:
    store = store_of(harbour(), embed_text=True)
    assert ask(store, '<document/digest-1> nif:isString ?text FILTER (STRENDS(?text, "The toll was 115."))')


def test_confidence_keeps_two_digits() -> None:
    confidences = {value.value for _, term, value in quads(harbour(), LEXICON, RUN) if term == KG.confidence and isinstance(value, Literal)}
    assert confidences == {"0.90", "0.50"}


@pytest.mark.parametrize("place", range(3))
def test_what_is_no_iri_is_refused(place: int) -> None:
    iris = ["urn:a", "urn:b", "urn:c"]
    iris[place] = "a b"
    with pytest.raises(ValueError, match="IRI"):
        triple((iris[0], iris[1], iris[2]))


def test_a_base_iri_names_all_data() -> None:
    run = replace(RUN, base_iri="https://example.org/kg/")
    subjects = {subject for subject, _, _ in quads(harbour(), LEXICON, run)}
    assert {s for s in subjects if not s.startswith(("https://example.org/kg/", KG_IRI))} == set()


def ambush(denied: bool) -> World:
    """Two bands attack two posts; the claim names one pair, and another article may deny the pair that it does not name."""
    wire = Draft("wire", "The Reds and the Blues struck Post One and Post Two.")
    names = {label: wire.entity(label, "Group") for label in ("Reds", "Blues", "Post One", "Post Two")}
    attack = wire.event("strike", "Strike", "struck", {"agent": ("Reds", names["Reds"]), "patient": ("Post One", names["Post One"])})
    event = wire.extraction.events[0]
    more = (Role("agent", wire.span("Blues"), names["Blues"]), Role("patient", wire.span("Post Two"), names["Post Two"]))
    wire.extraction = replace(wire.extraction, events=(replace(event, roles=event.roles + more),))
    wire.claim(names["Reds"], "struck", names["Post One"], 0, attack)
    rival = Draft("rival", "The Blues did not strike Post Two.")
    blues, post = rival.entity("Blues", "Group"), rival.entity("Post Two", "Group")
    spared = rival.event("strike", "Strike", "strike", {"agent": ("Blues", blues), "patient": ("Post Two", post)}, polarity="negative")
    rival.claim(blues, "struck", post, 0, spared, polarity="negative")
    return world(wire, rival) if denied else world(wire)


def test_a_plain_triple_is_the_one_that_an_asserted_claim_has() -> None:
    """Two who struck two posts are roles of the event; which of them struck which nobody says."""
    store = store_of(ambush(False))
    assert [str(quad.object) for quad in store.quads_for_pattern(None, NamedNode(KG["struck"]), None, None)] == ["<urn:newskg:entity/post-one>"]


@pytest.mark.parametrize("given", [harbour(), many(3), ambush(True)], ids=["harbour", "courts", "ambush"])
def test_asserted_claims_are_positive_actual_and_unattributed(given: World) -> None:
    """Who resolves decides what is asserted; this is the bar."""
    claims = {(x.document.id, c.id): c for x in given.extractions for c in x.claims}
    for ref in given.asserted:
        claim = claims[ref]
        assert (claim.polarity, claim.modality, claim.attribution) == ("positive", "actual", None)


def test_only_what_something_uses_is_written() -> None:
    draft = Draft("wire", "A storm hit Porto.", "A passer-by slept.", "Maria Silva left.")
    storm = draft.entity("A storm", "Thing", named=False)
    porto = draft.entity("Porto", "City")
    draft.entity("A passer-by", "Person", named=False, key="passer-by")
    draft.entity("Maria Silva", "Person")
    hit = draft.event("hit", "Event", "hit", {"agent": ("A storm", storm), "patient": ("Porto", porto)})
    draft.event("sleep", "Event", "slept", {})
    draft.claim(storm, "hit", porto, 0, hit, known=False)
    store = store_of(world(draft))
    assert not ask(store, "<entity/passer-by> ?p ?o")
    assert not ask(store, "<event/wire-sleep> ?p ?o")
    assert not ask(store, '?sentence nif:anchorOf "A passer-by slept."')
    assert ask(store, "<entity/maria-silva> kg:named true . ?mention itsrdf:taIdentRef <entity/maria-silva>")
    assert ask(store, '?sentence a nif:Sentence ; nif:anchorOf "Maria Silva left."')


def test_a_telling_without_a_claim_gives_its_event_nothing() -> None:
    draft = Draft("wire", "Rebels seized a bank in Porto.")
    rebels, bank, porto = (draft.entity(label, "Group") for label in ("Rebels", "a bank", "Porto"))
    seize = draft.event("seize", "Seizure", "seized", {"agent": ("Rebels", rebels), "patient": ("a bank", bank)}, "seizure")
    draft.event("seize", "Seizure", "seized", {"recipient": ("Porto", porto)}, "seizure")
    draft.claim(rebels, "seized", bank, 0, seize)
    store = store_of(world(draft))
    assert ask(store, "<event/seizure> kg:patient <entity/a-bank>")
    assert not ask(store, "<event/seizure> kg:recipient ?anyone")


def test_two_referents_of_one_span_have_their_own_mentions() -> None:
    draft = Draft("wire", "Their raid cost them dearly.")
    for label in ("Reds", "Blues"):
        draft.entity(label, "Group", "Their")
    store = store_of(world(draft))
    assert ask(store, "<document/wire/mention/0-5> itsrdf:taIdentRef <entity/blues> . <document/wire/mention/0-5-2> itsrdf:taIdentRef <entity/reds>")


def told_at(name: str, words: str, **time: str | None) -> Draft:
    """An article that tells of a strike at some time."""
    draft = Draft(name, f"Workers strike {words}.")
    workers = draft.entity("Workers", "Group")
    when = draft.add("times", span=draft.span(words), **time)
    event = draft.event("strike", "Event", "strike", {"agent": ("Workers", workers)}, time=when)
    draft.claim(event, "agent", workers, 0, event)
    return draft


def test_a_time_has_the_days_of_its_value_whatever_articles_read() -> None:
    store = store_of(
        world(
            told_at("one", "early in 2024", type="DATE", value="2024", begin="2024-01-01", end="2024-05-01"),
            told_at("two", "in 2024", type="DATE", value="2024", begin="2024-01-01", end="2024-12-31"),
            told_at("three", "now", type="DATE", value="PRESENT_REF", begin="2024-12-01", end="2024-12-01"),
            told_at("four", "these three months", type="DURATION", value="P3M", begin="2024-09-01", end="2024-12-01"),
            told_at("five", "May 10-11", type="DATE", value="2024-05-10", begin="2024-05-10", end="2024-05-11"),
            told_at("six", "1988-1991", type="DURATION", value="P3Y", begin="1988-01-01", end="1991-12-31"),
        )
    )
    for value, first, last in (
        ("2024", "2024-01-01", "2024-12-31"),
        ("1988%2F1991", "1988-01-01", "1991-12-31"),
        ("2024-05-10%2F2024-05-11", "2024-05-10", "2024-05-11"),
    ):
        days = f'sem:hasEarliestBeginTimeStamp "{first}"^^xsd:date ; sem:hasLatestEndTimeStamp "{last}"^^xsd:date'
        assert ask(store, f"<urn:newskg:time/{value}> {days}"), value
    for value in ("PRESENT_REF", "P3M"):
        assert ask(store, f'<time/{value}> kg:timex "{value}"')
        assert not ask(store, f"<time/{value}> sem:hasEarliestBeginTimeStamp ?day")


def test_an_event_has_no_codes_where_its_tellings_have_none() -> None:
    store = store_of(world(told_at("one", "in 2024", type="DATE", value="2024")))
    assert not ask(store, "?event kg:cameo ?code")
    drafts = []
    for name, codes in (("one", {"plover": None, "cameo": None}), ("two", {})):
        draft = Draft(name, "Rebels struck a port.")
        rebels = draft.entity("Rebels", "Group")
        draft.claim(draft.event("strike", "Strike", "struck", {"agent": ("Rebels", rebels)}, key=name, **codes), "agent", rebels, 0, "v1")
        drafts.append(draft)
    store = store_of(world(*drafts))
    assert ask(store, '<event/two> kg:plover "ASSAULT"')
    assert not ask(store, "<event/one> kg:plover ?code")


@pytest.mark.parametrize(
    ("value", "spelling", "kind"),
    [(110, "110", "integer"), (2.5, "2.5", "decimal"), (1e-7, "0.0000001", "decimal"), (3e9, "3000000000", "integer"), (-4.0, "-4", "integer")],
)
def test_numbers(value: float, spelling: str, kind: str) -> None:
    literal = number(value)
    assert (literal.value, literal.datatype.value.rsplit("#")[-1]) == (spelling, kind)


@pytest.mark.parametrize(("value", "is_day"), [("2025-12-03", True), ("2025-12", False), ("2025-13-40", False), ("", False), (None, False)])
def test_days(value: str | None, is_day: bool) -> None:
    assert (day(value) is not None) is is_day


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("http://example.org/<script>", "http://example.org/%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("https://[broken", None),
        ("example.org/a", None),
    ],
)
def test_addresses(url: str, iri: str | None) -> None:
    term = link(url)
    assert (term if isinstance(term, str) else None) == iri


@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 10))
def test_every_quote_is_the_text_at_its_offsets(text: str, begin: int, length: int) -> None:
    draft = Draft("doc", text + ".")
    begin = min(begin, len(text))
    end = min(begin + length, len(text) + 1)
    entity = draft.add("entities", label="x", type="Thing")
    draft.add("mentions", span=(begin, end), entity=entity, kind="name", rule="hand")
    draft.keys[entity] = "x"
    data = serialize(map(triple, quads(world(draft), LEXICON, RUN)), format=RdfFormat.TURTLE)
    assert data is not None
    said: dict[str, dict[str, str]] = {}
    for quad in parse(data, format=RdfFormat.TURTLE):
        if isinstance(quad.object, Literal):
            said.setdefault(str(quad.subject), {})[quad.predicate.value] = quad.object.value
    quotes = [one for one in said.values() if NIF.anchorOf in one]
    assert len(quotes) == 2
    for one in quotes:
        assert one[NIF.anchorOf] == clean((text + ".")[int(one[NIF.beginIndex]) : int(one[NIF.endIndex])])


@given(st.text())
def test_cleaning_keeps_offsets(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, cleaned, strict=True))


def test_the_order_of_articles_and_records_changes_nothing() -> None:
    given = harbour()
    turned = replace(
        given,
        extractions=tuple(reversed([replace(x, mentions=x.mentions[::-1], claims=x.claims[::-1], events=x.events[::-1]) for x in given.extractions])),
        entities=given.entities[::-1], events=given.events[::-1], propositions=given.propositions[::-1], asserted=given.asserted[::-1],
    )  # fmt: skip
    assert set(quads(given, LEXICON, RUN)) == set(quads(turned, LEXICON, RUN))


def test_hash_seeds_change_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kg.export import turtle; from kg.rdf import quads\n"
        "from tests.worlds import LEXICON, RUN, harbour\n"
        "turtle.write(quads(harbour(), LEXICON, RUN), Path(sys.argv[1]))"
    )
    files = [tmp_path / f"{seed}.ttl" for seed in ("0", "1", "4242")]
    for file in files:
        subprocess.run([sys.executable, "-c", script, file], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": file.stem}, check=True)
    assert len({file.read_bytes() for file in files}) == 1


def declared() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "kg.ttl")


def test_every_term_of_the_vocabulary_is_in_the_ontology() -> None:
    graph = declared()
    terms = {str(s).removeprefix(KG_IRI) for s in graph.subjects(rdflib.RDF.type) if str(s).startswith(KG_IRI)}
    assert vars(KG).keys() - {"_iri"} - terms == set()


def test_every_term_of_the_ontology_is_explained() -> None:
    graph = declared()
    terms = {s for s in graph.subjects(rdflib.RDF.type) if str(s).startswith(KG_IRI)}
    assert {t for t in terms for p in (rdflib.RDFS.label, rdflib.RDFS.comment) if len(list(graph.objects(t, p))) != 1} == set()


@pytest.mark.parametrize("given", [harbour(), many(2)], ids=["harbour", "courts"])
def test_every_kg_term_of_a_graph_is_declared(given: World) -> None:
    known = {str(s) for name in ("kg.ttl", "events.ttl", "nouns.ttl") for s in rdflib.Graph().parse(ONTOLOGY / name).subjects()}
    used = {term for statement in quads(given, LEXICON, RUN) for term in statement if isinstance(term, str)}
    assert {term for term in used if term.startswith(KG_IRI)} - known == set()


def test_knowledge_files_use_declared_terms_and_redefine_none() -> None:
    own = set(declared().subjects(rdflib.RDF.type))
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        if path.name != "kg.ttl":
            graph = rdflib.Graph().parse(path)
            defined = set(graph.subjects())
            used = {term for triple in graph for term in triple if isinstance(term, rdflib.URIRef) and term.startswith(KG_IRI)}
            assert own & defined == set(), path.name
            assert used - own - defined == set(), path.name


def test_the_json_ld_context_speaks_of_the_same_properties() -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))["@context"]
    graph = declared()
    for key, meaning in context.items():
        iri = meaning["@id"] if isinstance(meaning, dict) else meaning
        if iri.startswith("kg:"):
            term = rdflib.URIRef(KG_IRI + iri.removeprefix("kg:"))
            links = (term, rdflib.RDF.type, rdflib.OWL.ObjectProperty) in graph
            assert links is (isinstance(meaning, dict) and meaning["@type"] == "@id"), key
    named = {KG_IRI + str(m["@id"] if isinstance(m, dict) else m).removeprefix("kg:") for m in context.values()}
    properties = {str(s) for kind in (rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty) for s in graph.subjects(rdflib.RDF.type, kind)}
    used = {predicate for _, predicate, _ in quads(harbour(), LEXICON, RUN)}
    assert (properties & used) - named == set()


def test_a_claim_and_its_digest_cite_the_same_source() -> None:
    draft = Draft("digest", "Ships sank [7].", citations=(Citation(7, "Port News", (0, 5)),))
    ships = draft.entity("Ships", "Vessel")
    sink = draft.event("sink", "Event", "sank", {"patient": ("Ships", ships)})
    draft.claim(sink, "patient", ships, 0, sink, citations=(7,))
    store = store_of(world(draft))
    assert ask(store, '?claim prov:hadPrimarySource ?source . <document/digest> schema:citation ?source . ?source rdfs:label "Port News"')


@pytest.mark.parametrize("label", ["a>b", "\x00", "名前 🚢", "%41"])
def test_hostile_names_stay_apart(label: str) -> None:
    statements = list(quads(hostile(label), LEXICON, RUN))
    labels = {subject for subject, predicate, value in statements if predicate == RDFS.label and value == Literal(clean(label))}
    assert len([s for s in labels if ":entity/" in s]) == 1
    assert sum(predicate == RDF.type and value == KG.Claim for _, predicate, value in statements) == 1
