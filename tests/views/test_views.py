"""The texts of the views, read by eye, and what must hold of them whatever the articles say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import QueryError
from kg.views import conflicts, identity, names, show, sources, standing, timeline
from kg.views.dates import period
from kg.vocab import KG, RDF, RDFS
from tests import graphs
from tests.telling import graph, told

TIMELINE = """\
since 2013   asserted  Peru has bought wheat from Canada [3]
2025-05      asserted  Ana Ruiz visited Lima [2]
2025-05-20   asserted  A court in Paris fined Ardent Group [1]
2025-06-01 ≠ asserted  A fire destroyed a hospital in Lima [2]
2025-06-02 ≠ asserted  A fire destroyed a hospital in Lima [3]
2025-06-02   disputed  stated in 2 documents; stated, in the negative in 1 document: Ardent Group
                       acquired Nestle [1,3] 2 origins
"""
CONFLICT = """\
1 conflict, the best supported first.

• Whether: Ardent Group – acquired – Nestlé (asserted and denied)
  – yes [stated in 2 documents; 2 independent origins]
      “Ardent Group acquired Nestle on Monday.” — courier, 2025-06-03
      “Ardent Group acquired Nestle in June.” — herald, 2025-06-05
  – no [stated, in the negative; 1 independent origin]
      “Ardent Group did not acquire Nestle.” — gazette, 2025-06-04
"""
SAID_AND_SAID_OF = """\
What it said (2)
────────────────
• Ana Ruiz praised the deal
    “Ana Ruiz, the president of Peru, praised the deal.”
    — courier, 2025-06-03
• according to Ana Ruiz: rebels attacked Lima
    “Ruiz said that rebels attacked Lima.”
    — gazette, 2025-06-04

What others say of it (1)
─────────────────────────
• denied by mayor: police arrested Ruiz
    “The mayor denied that police arrested Ruiz.”
    — gazette, 2025-06-04
"""


def shown(store: Store, name: str) -> str:
    return show.as_text(show.profile(store, names.the_one(store, name)), 100)


def test_the_timeline(store: Store) -> None:
    text = timeline.as_text(timeline.timeline(store), 100)
    assert text.startswith(TIMELINE)
    assert "[1] courier, 2025-06-03, Courier, Courier of 2025-06-03\n" in text
    assert "without a date left out." in text


def test_each_date_of_the_timeline_is_given_by_its_documents(store: Store) -> None:
    for entry in timeline.timeline(store).entries:
        given = {found.words for one in entry.evidence for when in one.times if (found := period(when.value))}
        assert entry.date in given
        assert entry.documents == tuple(sorted({one.article.id for one in entry.evidence}))


@pytest.mark.parametrize(
    ("about", "first", "last", "found"),
    [
        ("Ana Ruiz", None, None, ["Ana Ruiz visited Lima"]),
        ("Ardent Group", None, date(2025, 5, 31), ["A court in Paris fined Ardent Group"]),
        ("Peru", date(2030, 1, 1), None, ["Peru has bought wheat from Canada"]),
        ("Nestlé", date(2030, 1, 1), None, []),
    ],
)
def test_a_part_of_the_timeline(store: Store, about: str, first: date | None, last: date | None, found: list[str]) -> None:
    line = timeline.timeline(store, names.the_one(store, about).iri, first, last)
    assert [entry.happening for entry in line.entries] == found


def test_alleged_and_denied_is_never_worded_as_a_fact(store: Store) -> None:
    for name in ("Ana Ruiz", "Ardent Group", "Lima", "Nestlé", "Peru"):
        found = show.profile(store, names.the_one(store, name))
        for item in (*found.did, *found.undergone, *found.there, *found.said, *found.others):
            line = " ".join(show.items_lines([item], 100)).removeprefix("• ").removeprefix(f"{item.date}: ")
            assert line.startswith(item.what) is all(one.asserts for one in item.evidence)


def test_the_conflicts(store: Store) -> None:
    assert conflicts.as_text(conflicts.conflicts(store, "polarity"), 100) == CONFLICT
    assert [one.kind for one in conflicts.conflicts(store).conflicts] == ["polarity", "date"]
    text = conflicts.as_text(conflicts.conflicts(store, "date"), 100)
    assert "• When: A fire destroyed a hospital in Lima (" in text
    assert "  – 2025-06-01 [stated; 1 independent origin]\n      “A fire destroyed a hospital in Lima on June 1, 2025.” — gazette" in text
    assert conflicts.as_text(conflicts.conflicts(store, "number"), 100) == "0 conflicts.\n"


def test_what_somebody_says_and_what_others_say(store: Store) -> None:
    assert SAID_AND_SAID_OF in shown(store, "Ruiz")


def test_what_is_disputed_is_marked(store: Store) -> None:
    text = shown(store, "Ardent Group")
    assert "• 2025-06-02: disputed: stated in 2 documents; stated, in the negative in 1 document: Ardent Group" in text
    assert "alleged by Prosecutors: Ardent Group bribing ministers\n" in text
    assert "• planned: Ardent Group to build a factory in Lima\n" in text
    assert "What is disputed (1)\n" in text


def test_an_office_has_its_source(store: Store) -> None:
    assert "• Ana Ruiz – president of – Peru\n    “Ana Ruiz, the president of Peru, praised the deal.”\n    — courier" in shown(store, "Ruiz")


def test_the_limit_tells_what_is_left_out(store: Store) -> None:
    text = show.as_text(show.profile(store, names.the_one(store, "Ardent Group")), 100, 1)
    assert "more; --limit 0 shows all." in text
    assert text.count("“") < shown(store, "Ardent Group").count("“")


def test_the_matrix(store: Store) -> None:
    matrix = sources.sources(store, limit=1)
    assert sources.as_text(matrix, 100).startswith("  1  2  3   origins\n  A  D  A   2 : 1   Ardent Group – acquired – Nestlé\n")
    (row,) = matrix.rows
    assert {stance.document: stance.does for stance in row.stances} == {"courier": ("asserts",), "gazette": ("denies",), "herald": ("asserts",)}
    head, line = sources.as_csv(matrix).splitlines()
    assert head == "proposition,subject,relation,object,independent,denying,courier,gazette,herald"
    assert line.endswith(",2,1,asserts,denies,asserts")
    assert sources.sources(store, limit=0).left_out == 0


def test_the_columns_are_of_the_documents_that_tell_the_rows(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_MOST_COLUMNS", 1)
    text = sources.as_text(sources.sources(store, limit=1), 100)
    assert text.startswith("  1   origins\n  A   2 : 1   Ardent Group – acquired – Nestlé\n                and in 2 documents without a column\n")
    monkeypatch.setattr(sources, "_MOST_COLUMNS", 2)
    matrix = sources.sources(store, names.the_one(store, "Peru").iri, 0)
    told = [stance.document for row in matrix.rows for stance in row.stances]
    drawn = re.findall(r"^\[\d+\] (\w+)", sources.as_text(matrix, 100), re.MULTILINE)
    assert min(told.count(document) for document in drawn) >= max((told.count(one) for one in matrix.documents if one not in drawn), default=0)


def test_whom_a_document_attributes_it_to(store: Store) -> None:
    text = sources.as_text(sources.sources(store, names.the_one(store, "rebels").iri, 0), 100)
    assert "  a   1       rebels – attacked – Lima\n                told by Ana Ruiz [1]\n" in text


@pytest.mark.parametrize(
    ("subject", "relation", "target", "stands", "reason"),
    [
        ("court in Paris", "fined", "Ardent Group", True, "1 document states it as a fact"),
        ("Ardent Group", "acquired", "Nestlé", False, "it is stated and denied"),
        ("rebels", "attack", "Lima", False, "only thus: according to Ana Ruiz"),
        ("police", "arrested", "Ruiz", False, "only thus: denied by mayor"),
        ("Ardent Group", "build", "factory", False, "only thus: planned"),
        ("Peru", "acquired", "Nestlé", False, "no claim tells it"),
    ],
)
def test_why_a_triple_stands(store: Store, subject: str, relation: str, target: str, stands: bool, reason: str) -> None:
    verdict = standing.verdict(store, names.find(store, subject), relation, names.find(store, target))
    assert verdict.stands is stands
    text = " ".join(standing.as_text(verdict, 100).split())
    assert reason in text
    assert all(one.sentence in text for one in verdict.evidence)


@pytest.mark.parametrize(
    ("subject", "relation", "target", "told"),
    [
        ("Ardent", "acquires", "Nestlé", 3),  # a verb in another form than the claims'
        ("Ardent Group", "acquiring", "Nestlé", 3),
        ("rebels", "attacks", "Lima", 1),
        ("prosecutor", "accuses", "bribing", 1),  # a happening by a part of its words
        ("police", "arrests", "Lima", 0),
    ],
)
def test_names_and_verbs_as_somebody_types_them(store: Store, subject: str, relation: str, target: str, told: int) -> None:
    assert len(standing.ask(store, subject, relation, target).evidence) == told


def test_of_several_things_of_one_name_that_is_meant_which_a_claim_tells_of(tmp_path: Path) -> None:
    texts = ("The navy shelled a dock near Lima.", "A dock burned in Tarsk. Reporters saw the dock. Pilots bombed the docking area in Tarsk.")
    articles = {str(number): ("2025-06-03", "Courier", text) for number, text in enumerate(texts)}
    store = graphs.opened(graphs.graph(tmp_path / "output", articles))
    assert len(standing.ask(store, "navy", "shells", "dock").evidence) == 1
    assert standing.ask(store, "pilots", "bomb", "dock").triple[2].startswith("docking area")
    with pytest.raises(QueryError, match="nobody and nothing called 'canal'"):
        standing.ask(store, "pilots", "bomb", "canal")


FORMS = ("sells selling", "carries carried", "seizes seizing", "stopped stop", "passes passed", "kills killed", "docks docking")


def test_words_without_their_endings() -> None:
    for one, other in (pair.split() for pair in FORMS):
        assert names.base_form(one) == names.base_form(other)


def explained(store: Store, *asked: str) -> str:
    entities = {one.iri: one for one in (names.the_one(store, name) for name in asked)}
    return identity.as_text(identity.identity(store, asked, tuple(entities.values())), 100)


def test_why_names_are_one_or_two(store: Store) -> None:
    assert explained(store, "Ruiz", "Ana Ruiz").startswith("Ruiz and Ana Ruiz are one, Ana Ruiz:\n")
    assert "  Ruiz – 2 times in gazette\n" in explained(store, "Ruiz")
    assert explained(store, "Ruiz", "Peru").startswith("Ruiz and Peru are two:\n• they are of different types: person, country\n")


def loaded(folder: Path, *extra: tuple[str, str, str | Literal]) -> Store:
    """The graph in memory, with more triples."""
    copy = Store()
    copy.bulk_extend(Quad(q.subject, q.predicate, q.object) for q in parse(path=folder / "graph.ttl", format=RdfFormat.TURTLE))
    for subject, predicate, value in extra:
        copy.add(Quad(NamedNode(subject), NamedNode(predicate), NamedNode(value) if isinstance(value, str) else value))
    return copy


def test_a_decision_of_the_resolve_stage_is_told(folder: Path) -> None:
    ruiz = "urn:newskg:entity/ana-ruiz"
    match: list[tuple[str, str | Literal]] = [(RDF.type, KG["Match"]), (KG["left"], ruiz), (KG["right"], "urn:newskg:entity/peru")]
    match += [(KG["same"], Literal("false")), (KG["score"], Literal("0.12")), (KG["reason"], Literal("type differs"))]
    store = loaded(folder, *(("urn:match", predicate, value) for predicate, value in match))
    assert "• two, score 0.12: type differs (urn:newskg:entity/ana-ruiz | urn:newskg:entity/peru)\n" in explained(store, "Ruiz", "Peru")


@pytest.mark.parametrize(
    ("kind", "relation", "values"), [("date", KG.time, ["2025-06-01", "2025-06-02"]), ("number", KG.quantity, ["12", "at least 20"])]
)
def test_conflicts_about_an_attribute(folder: Path, kind: str, relation: str, values: list[str]) -> None:
    event = "urn:newskg:event/destroy-gazette"
    triples: list[tuple[str, str, str | Literal]] = [(event, RDFS.label, Literal("A fire destroyed a hospital"))]
    triples += [("urn:conflict", RDF.type, KG.Conflict), ("urn:conflict", KG.conflictKind, KG[f"{kind}Conflict"])]
    triples += [("urn:conflict", KG.rule, Literal("values-differ"))]
    for n, value in enumerate(values):
        side, claim = f"urn:side:{n}", f"urn:newskg:document/{'gazette' if n else 'herald'}/claim/c2"
        triples += [("urn:conflict", KG.between, side), (claim, KG.states, side), (side, RDF.subject, event), (side, RDF.predicate, relation)]
        triples += [(side, RDF.object, f"urn:value:{n}"), (f"urn:value:{n}", RDFS.label, Literal(value))]
    (conflict,) = (one for one in conflicts.conflicts(loaded(folder, *triples), kind).conflicts if one.iri == "urn:conflict")
    text = "\n".join(conflicts.conflict_lines(conflict, 100))
    question = {"date": "When", "number": "How many"}[kind]
    assert f"• {question}: A fire destroyed a hospital (values differ)" in text
    assert all(f"  – {value} [" in text for value in values)
    assert text.count("“") == 2


def test_a_sum_is_shown_with_its_currency() -> None:
    one = told("one", "Auralis Bank will buy Lumen Capital for 3 billion euros, the chairman Anna Berg said.")
    other = told("other", "Auralis Bank will buy Lumen Capital for 2 billion euros, the chairman Anna Berg said.")
    text = conflicts.as_text(conflicts.conflicts(graph([one, other])), 100)
    assert "– 2 billion EUR [" in text
    assert "– 3 billion EUR [" in text
