"""The shipped knowledge, the user's own files, and every way in which a knowledge file can be wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg import lexicon_files as files
from kg.errors import OntologyError
from kg.lexicon import Lexicon, load_lexicon
from kg.model import MODALITIES
from kg.resources import ontology_dir
from kg.vocab import ENTITY_TYPES, KG_IRI

PREFIXES = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix name: <https://w3id.org/newskg/name/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
TYPE = 'kg:Foo a kg:EventType ; rdfs:label "foo"@en ; rdfs:comment "Foo."@en ; rdfs:subClassOf kg:Event'
FROSTING = TYPE.replace("kg:Foo", "kg:Frosting") + ' ; kg:verb "frost" .'


def _delay(template: str) -> str:
    return f'kg:Delay a kg:TimePattern ; kg:computation "ago" ; kg:template "{template}" .'


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def own(folder: Path, text: str, name: str = "mine.ttl") -> Path:
    path = folder / name
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("table", "floor"),
    [
        ("event_types", 120),
        ("verbs", 900),
        ("nouns", 500),
        ("light_verbs", 30),
        ("reporting_verbs", 120),
        ("reporting_nouns", 40),
        ("modal_verbs", 30),
        ("modal_nouns", 25),
        ("modal_words", 80),
        ("negators", 25),
        ("gazetteer", 1200),
        ("names", 2000),
        ("demonyms", 400),
        ("titles", 200),
        ("noun_types", 900),
        ("first_names", 800),
        ("weapons", 50),
    ],
)
def test_the_shipped_tables_cover_the_news(lexicon: Lexicon, table: str, floor: int) -> None:
    assert len(getattr(lexicon, table)) >= floor


@pytest.mark.parametrize(
    ("table", "floor"), [("numbers", 70), ("fractions", 10), ("bounds", 50), ("bounds_after", 12), ("symbols", 75), ("currencies", 60), ("units", 90)]
)
def test_the_shipped_words_of_quantities(lexicon: Lexicon, table: str, floor: int) -> None:
    assert len(getattr(lexicon.quantities, table)) >= floor
    assert lexicon.quantities.numbers.keys() == lexicon.quantities.kinds.keys()


def test_every_event_type_leads_to_event(lexicon: Lexicon) -> None:
    assert lexicon.event_types["Event"].parents == ()
    for type_ in lexicon.event_types.values():
        assert type_.label
        assert type_.id == "Event" or type_.parents[-1] == "Event"
        assert all(parent in lexicon.event_types for parent in type_.parents)
        assert type_.id == "Event" or type_.verbs or type_.nouns or any(type_.id in other.parents for other in lexicon.event_types.values())


def test_a_word_of_a_type_looks_up_that_type(lexicon: Lexicon) -> None:
    for type_ in lexicon.event_types.values():
        assert all(lexicon.verbs[verb] == type_.id for verb in type_.verbs)
        assert all(lexicon.nouns[noun] == type_.id for noun in type_.nouns)


def test_sovereign_states_have_code_seat_and_demonym(lexicon: Lexicon) -> None:
    states = [entry for entry in lexicon.gazetteer.values() if entry.type == "Country"]
    assert len(states) >= 195
    assert all(entry.iso and entry.links for entry in states)
    without_seat = {entry.key for entry in states if not entry.seat}
    assert without_seat <= {"vatican-city", "singapore", "monaco", "nauru"}
    cities = {name for entry in lexicon.gazetteer.values() if entry.type == "City" for name in entry.names}
    assert sum(entry.seat in cities for entry in states) >= 0.9 * len(states)


def test_countries_of_entries_are_entries_and_types_are_known(lexicon: Lexicon) -> None:
    for entry in lexicon.gazetteer.values():
        assert entry.type in ENTITY_TYPES
        assert entry.country is None or entry.country in lexicon.gazetteer
    assert set(lexicon.noun_types.values()) <= set(ENTITY_TYPES)
    assert all(key in lexicon.gazetteer for key in (*lexicon.names.values(), *lexicon.demonyms.values()))


def test_cues_have_known_modalities_and_one_reading_each(lexicon: Lexicon) -> None:
    cues = (lexicon.reporting_verbs, lexicon.reporting_nouns, lexicon.modal_verbs, lexicon.modal_nouns, lexicon.modal_words)
    assert {modality for table in cues for modality in table.values()} <= set(MODALITIES)
    assert not lexicon.reporting_verbs.keys() & lexicon.modal_verbs.keys()
    assert not lexicon.reporting_nouns.keys() & lexicon.modal_nouns.keys()


@pytest.mark.parametrize(
    ("word", "type_", "plover"),
    [
        ("bomb", "Strike", "ASSAULT"),
        ("seize", "Seizure", "COERCE"),
        ("deploy", "Deployment", "MOBILIZE"),
        ("sue", "Lawsuit", "ACCUSE"),
        ("acquire", "Acquisition", None),
        ("lay off", "Layoff", None),
        ("resign", "Resignation", "RETREAT"),
        ("refuse to", "Refusal", "REJECT"),
        ("investigate", "Investigation", "ACCUSE"),
        ("lift sanction", "Lifting", "CONCEDE"),
        ("recall ambassador", "RelationsReduction", "SANCTION"),
        ("say", "Statement", None),
        ("vaccinate", "Treatment", None),
        ("score", "Scoring", None),
        ("elect", "Election", None),
        ("protest", "Protest", "PROTEST"),
        ("call for", "Demand", "REQUEST"),
        ("donate", "Aid", "AID"),
    ],
)
def test_verbs_of_many_topics(lexicon: Lexicon, word: str, type_: str, plover: str | None) -> None:
    found = lexicon.event_types[lexicon.verbs[word]]
    assert type_ in (found.id, *found.parents)
    assert found.plover == plover


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("airstrike", "Strike"),
        ("air strike", "Strike"),
        ("seizure", "Seizure"),
        ("election", "Election"),
        ("merger", "Merger"),
        ("earthquake", "Earthquake"),
        ("lawsuit", "Lawsuit"),
        ("trial", "Trial"),
        ("talks", "Negotiation"),
        ("outbreak", "Disease"),
        ("hurricane", "Storm"),
        ("championship", "SportEvent"),
    ],
)
def test_nouns_of_many_topics(lexicon: Lexicon, word: str, type_: str) -> None:
    found = lexicon.event_types[lexicon.nouns[word]]
    assert type_ in (found.id, *found.parents)


@pytest.mark.parametrize("word", ["get", "make", "take", "have", "do", "go", "come", "put", "give"])
def test_verbs_of_no_one_sense_have_no_frame(lexicon: Lexicon, word: str) -> None:
    assert word not in lexicon.verbs


@pytest.mark.parametrize(
    ("cue", "modality"),
    [
        *((cue, "actual") for cue in ("say", "announce", "confirm", "indicate", "reveal", "tell", "warn")),
        *((cue, "alleged") for cue in ("claim", "allege", "accuse", "assert")),
        *((cue, "denied") for cue in ("deny", "refute", "reject", "dispute")),
        *((cue, "possible") for cue in ("believe", "fear", "expect")),
        *((cue, "planned") for cue in ("vow", "pledge")),
    ],
)
def test_reporting_cues_follow_the_contract(lexicon: Lexicon, cue: str, modality: str) -> None:
    assert lexicon.reporting_verbs[cue] == modality


@pytest.mark.parametrize(
    ("name", "key", "type_"),
    [
        ("U.S.", "united-states", "Country"),
        ("Britain", "united-kingdom", "Country"),
        ("the Caribbean", "caribbean", "Place"),
        ("eastern Pacific", "pacific-ocean", "BodyOfWater"),
        ("Kyiv", "kyiv", "City"),
        ("the Kremlin", "kremlin", "GovernmentOrganization"),
        ("AP", "associated-press", "NewsMediaOrganization"),
        ("WHO", "world-health-organization", "Organization"),
        ("Ark.", "arkansas", "State"),
    ],
)
def test_names_and_aliases(lexicon: Lexicon, name: str, key: str, type_: str) -> None:
    assert lexicon.names[name] == key
    assert lexicon.gazetteer[key].type == type_


def test_a_shared_name_lists_its_bearers_the_usual_one_first(lexicon: Lexicon) -> None:
    assert lexicon.candidates["Washington"] == ("washington-dc", "washington-state")
    assert lexicon.candidates["Georgia"] == ("georgia", "georgia-us")
    assert lexicon.gazetteer["georgia"].ambiguous
    assert all(lexicon.names[name] == keys[0] for name, keys in lexicon.candidates.items())


@pytest.mark.parametrize(
    ("demonym", "key"), [("Venezuelan", "venezuela"), ("Venezuelans", "venezuela"), ("Dutch", "netherlands"), ("Texan", "texas")]
)
def test_demonyms(lexicon: Lexicon, demonym: str, key: str) -> None:
    assert lexicon.demonyms[demonym] == key


def test_every_relation_in_use_is_declared_with_a_label(lexicon: Lexicon) -> None:
    shipped = [(path.name, path.read_bytes()) for path in sorted(ontology_dir().glob("*.ttl")) if path.name in ("events.ttl", "nouns.ttl")]
    terms = files.read_layer(shipped, 0)
    relations = {KG_IRI + name for name in lexicon.titles.values()}
    relations |= {KG_IRI + type_.predicate for type_ in lexicon.event_types.values() if type_.predicate}
    for relation in relations:
        assert [value.text for value in terms[relation]["http://www.w3.org/2000/01/rdf-schema#label"]], relation


def test_the_shapes_allow_what_the_program_knows() -> None:
    shapes = files.read_shapes((ontology_dir() / "lexicon-shapes.ttl").read_bytes())
    for name in ("GazetteerEntry", "NounClass"):
        assert set(shapes[KG_IRI + name].rules[KG_IRI + "entityType"].values) == set(ENTITY_TYPES)
    for name, key in (("ReportingCue", "contentModality"), ("ModalCue", "modality")):
        assert set(shapes[KG_IRI + name].rules[KG_IRI + key].values) == {KG_IRI + modality for modality in MODALITIES}


def test_a_user_file_adds_to_a_shipped_type_and_takes_words_over(tmp_path: Path, lexicon: Lexicon) -> None:
    assert lexicon.verbs["arrest"] == "Arrest"
    extra = own(tmp_path, TYPE + ' ; kg:verb "arrest", "foozle" . kg:Strike kg:verb "plaster" ; rdfs:label "blow"@en .')
    mine = load_lexicon([extra])
    assert mine.verbs["arrest"] == mine.verbs["foozle"] == "Foo"
    assert "arrest" not in mine.event_types["Arrest"].verbs
    assert mine.verbs["plaster"] == mine.verbs["bomb"] == "Strike"
    assert mine.event_types["Strike"].label == "blow"
    assert mine.sha256 != lexicon.sha256


def test_a_user_entry_overrides_and_a_later_file_wins(tmp_path: Path) -> None:
    entry = 'name:{} a kg:GazetteerEntry ; kg:entityType "City" ; rdfs:label "{}"@en ; kg:country name:{} .'
    first = own(tmp_path, entry.format("foobury", "Foobury", "france"), "1.ttl")
    second = own(tmp_path, entry.format("foobury", "Foobury", "spain") + entry.format("paris", "Paris", "united-states"), "2.ttl")
    mine = load_lexicon([first, second])
    assert mine.gazetteer["foobury"].country == "spain"
    assert mine.gazetteer["paris"].country == "united-states"
    assert load_lexicon([second, first]).gazetteer["foobury"].country == "france"


def test_a_role_of_a_user_replaces_the_shipped_one(tmp_path: Path, lexicon: Lexicon) -> None:
    assert lexicon.event_types["Strike"].roles["with"] == "instrument"
    assert load_lexicon([own(tmp_path, 'kg:Strike kg:role "with: topic" .')]).event_types["Strike"].roles["with"] == "topic"


def test_a_user_adds_a_currency_a_unit_and_a_bound(tmp_path: Path, lexicon: Lexicon) -> None:
    text = (
        'kg:Foo a kg:Currency ; kg:symbol "F$" ; kg:noun "foo" ; kg:currencyCode "FOO" . '
        'kg:Bar a kg:MeasureUnit ; kg:unitName "bar" ; kg:noun "bar", "bars" . kg:LowerBound kg:word "no whit under" .'
    )
    mine = load_lexicon([own(tmp_path, text)]).quantities
    assert (mine.symbols["F$"], mine.currencies["foo"], mine.units["bars"], mine.bounds["no whit under"]) == ("FOO", "FOO", "bar", "min")
    assert mine.bounds["more than"] == "min"
    assert "foo" not in lexicon.quantities.currencies


def test_a_folder_of_user_files_is_read_by_name(tmp_path: Path) -> None:
    own(tmp_path, FROSTING, "a.ttl")
    own(tmp_path, TYPE + ' ; kg:verb "foozle" .', "b.ttl")
    mine = load_lexicon([tmp_path])
    assert (mine.verbs["frost"], mine.verbs["foozle"]) == ("Frosting", "Foo")


#: What a user's file says -> what the one sentence must name. These the shapes find, so pySHACL must find them too.
SHAPE_FAULTS = {
    "misspelt property": (TYPE + ' ; kg:verbb "foozle" .', ["kg:Foo", "kg:verbb", "kg:verb?"]),
    "unknown property": (TYPE + ' ; kg:colour "red" .', ["kg:Foo", "kg:colour"]),
    "misspelt class": ("kg:Foo a kg:EventTyp .", ["kg:Foo", "kg:EventTyp", "kg:EventType?"]),
    "no class": ('kg:Foo kg:verb "foozle" .', ["kg:Foo", "rdf:type"]),
    "no label": ('kg:Foo a kg:EventType ; rdfs:comment "Foo."@en ; rdfs:subClassOf kg:Event .', ["kg:Foo", "rdfs:label"]),
    "two labels": (TYPE + ' ; rdfs:label "bar"@en .', ["kg:Foo", "2 values of rdfs:label"]),
    "unknown parent": (TYPE.replace("subClassOf kg:Event", "subClassOf kg:Strik") + " .", ["kg:Foo", "kg:Strik", "kg:Strike?"]),
    "unknown role": (TYPE + ' ; kg:role "on: victim" .', ["kg:Foo", "on: victim", "patient"]),
    "role without slot": (TYPE + ' ; kg:role "patient" .', ["kg:Foo", '"patient"', "slot: role"]),
    "capital in a verb": (TYPE + ' ; kg:verb "Foozle" .', ["kg:Foo", "Foozle", "lower case"]),
    "unknown PLOVER type": (TYPE + ' ; kg:plover "ASSALT" .', ["kg:Foo", "ASSALT", "ASSAULT?"]),
    "CAMEO code as a number": (TYPE + " ; kg:cameo 190 .", ["kg:Foo", "190", "string"]),
    "undeclared relation": (TYPE + " ; kg:relation kg:foozled .", ["kg:Foo", "kg:foozled"]),
    "unknown modality": ("kg:cueFoo a kg:ReportingCue ; kg:contentModality kg:aleged .", ["kg:cueFoo", "kg:aleged", "kg:alleged?"]),
    "no modality": ('kg:cueFoo a kg:ReportingCue ; kg:verb "foozle" .', ["kg:cueFoo", "kg:contentModality", "kg:alleged"]),
    "unknown slot": ('kg:Foo a kg:TimeWord ; kg:slot "mnth" ; kg:code "01" ; kg:word "Foo" .', ["kg:Foo", "mnth", "month?"]),
    "time word without a code": ('kg:Foo a kg:TimeWord ; kg:slot "feast" ; kg:word "Foo" .', ["kg:Foo", "kg:code"]),
    "unknown computation": ('kg:Foo a kg:TimePattern ; kg:computation "dat" ; kg:template "{month} {day}" .', ["kg:Foo", '"dat"', "date?"]),
    "unknown reading": (_delay("{units} {direction}").replace(" ;", ' ; kg:reading "nown" ;', 1), ["kg:Delay", "nown", "noun?"]),
    "unknown entity type": ('name:foo a kg:GazetteerEntry ; kg:entityType "Cty" ; rdfs:label "Foo"@en .', ["name:foo", "Cty", "City?"]),
    "unknown country": (
        'name:foo a kg:GazetteerEntry ; kg:entityType "City" ; rdfs:label "Foo"@en ; kg:country name:venezula .',
        ["name:foo", "name:venezula", "name:venezuela?"],
    ),
}

#: Numbers, bounds, money and units.
SHAPE_FAULTS |= {
    "number with a comma": ('kg:Foo a kg:NumberWord ; kg:word "foo" ; kg:numberKind "scale" ; kg:numericValue "1,000" .', ["kg:Foo", "1,000"]),
    "number word without number": ('kg:Foo a kg:NumberWord ; kg:word "foo" ; kg:numberKind "scale" .', ["kg:Foo", "kg:numericValue"]),
    "unknown kind of number": ('kg:Foo a kg:NumberWord ; kg:word "foo" ; kg:numberKind "scal" ; kg:numericValue 3 .', ["kg:Foo", "scal", "scale?"]),
    "fraction of nothing": ('kg:Foo a kg:FractionWord ; kg:word "foo" ; kg:denominator 0 .', ["kg:Foo", "above zero"]),
    "unknown kind of bound": ('kg:Foo a kg:BoundPhrase ; kg:word "foo" ; kg:boundKind "least" .', ["kg:Foo", "least", "min, max, near"]),
    "currency code in lower case": ('kg:Foo a kg:Currency ; kg:noun "foo" ; kg:currencyCode "eur" .', ["kg:Foo", "eur", "ISO 4217"]),
    "unit without a name": ('kg:Foo a kg:MeasureUnit ; kg:noun "foo" .', ["kg:Foo", "kg:unitName"]),
    "unit with a slash": ('kg:Foo a kg:MeasureUnit ; kg:noun "foo" ; kg:unitName "foo/h" .', ["kg:Foo", "foo/h", "slash"]),
}

#: What only the loader can see.
LOADER_FAULTS = {
    "template with an unknown slot": (_delay("{count} {sprnt} hence"), ["kg:Delay", "sprnt", "no slot"]),
    "template with an open bracket": (_delay("[in {count} {units}"), ["kg:Delay", "other half"]),
    "template with a stray bracket": (_delay("{count} {units}) {direction}"), ["kg:Delay", "other half"]),
    "template with an open brace": (_delay("{count {units} {direction}"), ["kg:Delay", "braces"]),
    "template that can be empty": (_delay("[{count} {units} {direction}]"), ["kg:Delay", "empty"]),
    "template without what is computed": (_delay("{count} {units}"), ["kg:Delay", "ago", "{direction}"]),
    "syntax": ("kg:Foo a kg:EventType ;\n  kg:verb foozle .", ["line 5"]),
    "unknown prefix": ("kg:Foo a kgg:EventType .", ["line 4", "kgg"]),
    "no IRI": ('[] a kg:EventType ; kg:verb "foozle" .', ["no IRI"]),
    "verb of two types": (TYPE + ' ; kg:verb "frost" . ' + FROSTING, ["kg:Foo", "kg:Frosting", '"frost"']),
    "cue of two groups": (
        'kg:a a kg:ReportingCue ; kg:verb "foozle" ; kg:contentModality kg:actual . '
        'kg:b a kg:ReportingCue ; kg:verb "foozle" ; kg:contentModality kg:alleged .',
        ["kg:a", "kg:b", '"foozle"'],
    ),
    "sign of two currencies": (
        'kg:Foo a kg:Currency ; kg:symbol "F$" ; kg:currencyCode "FOO" . kg:Bar a kg:Currency ; kg:symbol "F$" ; kg:currencyCode "BAR" .',
        ["kg:Foo", "kg:Bar", "F$"],
    ),
    "one slot twice": (TYPE + ' ; kg:role "on: patient", "on: topic" .', ["on: patient", "on: topic"]),
    "own ancestor": (TYPE.replace("subClassOf kg:Event", "subClassOf kg:Foo") + " .", ["kg:Foo", "ancestor"]),
    "event type of another namespace": (TYPE.replace("kg:Foo", "name:Foo") + " .", ["name:Foo", "prefix kg:"]),
    "one name for two": (
        'name:a a kg:GazetteerEntry ; kg:entityType "City" ; rdfs:label "Foobury"@en . '
        'name:b a kg:GazetteerEntry ; kg:entityType "City" ; rdfs:label "Foobury"@en .',
        ["Foobury", "kg:ambiguous"],
    ),
    "one key for two": ('kg:france a kg:GazetteerEntry ; kg:entityType "City" ; rdfs:label "Foobury"@en .', ["kg:france", "name:france"]),
}


@pytest.mark.parametrize(("text", "named"), [*SHAPE_FAULTS.values(), *LOADER_FAULTS.values()], ids=[*SHAPE_FAULTS, *LOADER_FAULTS])
def test_a_fault_is_one_sentence_with_file_term_and_mend(tmp_path: Path, text: str, named: list[str]) -> None:
    path = own(tmp_path, text)
    with pytest.raises(OntologyError) as caught:
        load_lexicon([path])
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert "\n" not in sentence
    assert sentence.endswith((".", "?"))
    for part in named:
        assert part in sentence


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"absent\.ttl cannot be read"):
        load_lexicon([tmp_path / "absent.ttl"])
    with pytest.raises(OntologyError, match=r"holds no \.ttl file"):
        load_lexicon([tmp_path])
    (tmp_path / "latin.ttl").write_bytes(PREFIXES.encode() + 'kg:Foo rdfs:label "é" .'.encode("latin-1"))
    with pytest.raises(OntologyError, match=r"latin\.ttl, line 4: not valid Turtle \(Invalid UTF-8"):
        load_lexicon([tmp_path / "latin.ttl"])


def test_the_tables_do_not_depend_on_the_hash_seed() -> None:
    code = "from kg.lexicon import load_lexicon as l; x = l(); print(list(x.verbs), list(x.names), list(x.event_types.values()), x.sha256)"
    runs = {
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("0", "1")
    }
    assert len(runs) == 1


def test_a_cold_load_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    code = "import time; from kg.lexicon import load_lexicon; t = time.process_time(); load_lexicon(); print(time.process_time() - t)"
    seconds = min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(3))
    with capsys.disabled():
        print(f" [the lexicon loads in {seconds:.3f} s]", end="")
    assert seconds < 1.5  # a third of a second on an idle machine


@pytest.mark.slow
def test_every_list_that_the_grammar_knows_has_words() -> None:
    shapes = (ontology_dir() / "lexicon-shapes.ttl").read_text(encoding="utf-8")
    known = re.search(r"kg:listName ;.*?sh:in \((.*?)\)", shapes, re.DOTALL)
    assert known is not None
    names = re.findall(r'"(\w+)"', known[1])
    assert len(names) > 30
    assert {name for name in names if not load_lexicon().words(name)} == set()


class TestShapesInPyshacl:
    """pySHACL and the loader read the same shapes and must come to the same verdict."""

    @staticmethod
    def conforms(*data: str) -> bool:
        from pyshacl import validate
        from rdflib import Graph

        graph = Graph()
        for text in data:
            graph.parse(data=text, format="turtle")
        shapes = (ontology_dir() / "lexicon-shapes.ttl").read_text(encoding="utf-8")
        return bool(validate(graph, shacl_graph=shapes, shacl_graph_format="turtle", inference="none", abort_on_first=True)[0])

    def test_the_shipped_files_conform(self) -> None:
        names = ("events", "reporting", "places", "organizations", "nouns", "grammar", "quantities", "times")
        assert self.conforms(*((ontology_dir() / f"{name}.ttl").read_text(encoding="utf-8") for name in names))

    def test_a_sound_file_conforms(self) -> None:
        assert self.conforms(PREFIXES + FROSTING)

    @pytest.mark.parametrize("text", [text for text, _ in SHAPE_FAULTS.values()], ids=list(SHAPE_FAULTS))
    def test_what_the_loader_refuses_is_refused(self, text: str) -> None:
        assert not self.conforms(PREFIXES + text)
