"""What a verb and its noun tell as one happening is claimed of that happening and of something else, never of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import extract
from kg.model import Extraction, World
from kg.rdf import quads
from kg.resolve import resolve
from kg.vocab import KG, RDF
from tests.parses import document, lexicon, parsed
from tests.worlds import RUN


def told(text: str) -> Extraction:
    return extract(replace(document(text, "2026-05-04"), id="d"), parsed(text), lexicon())


def carried(world: World) -> list[tuple[str, str]]:
    """Relation and object of the claims about happenings that have several tellings, or of whose verb they are an end."""
    found = []
    for extraction in world.extractions:
        doc, lemmas = extraction.document.id, {e.id: e.lemma for e in extraction.events}
        labels = {e.id: e.label for e in extraction.entities} | {t.id: t.value for t in extraction.times} | lemmas
        for claim in extraction.claims:
            assert claim.predicate == "type" or world.names[doc, claim.subject] != world.names[doc, claim.object]
            if claim.event and claim.subject.startswith("v"):
                found.append((f"{lemmas[claim.subject]} {claim.predicate}", labels[claim.object] or ""))
    return found


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("A blast occurred near Lodwar on Sunday, the mayor said.", ("occur place", "Lodwar")),
        ("Two exhibitions of looted bronzes will take place in Lima in May.", ("take place place", "Lima")),
        ("The trial is taking place in a disused palace.", ("take place place", "disused palace")),
        ("The summons was issued by mail on Tuesday.", ("issue instrument", "mail")),
        ("He heard of the vote that was held on April 7.", ("hold time", "2026-04-07")),
        ("To make a decision on the quota is harder.", ("make topic", "quota")),
        ("Reaching agreement on the harbour tariffs takes months.", ("reach topic", "tariff")),
        ("Growers said the ruling was a victory for the union.", ("be attribute", "victory")),
        ("The dam leaks, and committing crimes is easy there.", ("commit type", "commit")),
        ("The port has to be dredged before they hold the trial.", ("hold type", "hold")),
    ],
)
def test_what_a_verb_and_its_noun_tell_ends_in_something_else(text: str, end: tuple[str, str]) -> None:
    assert end in carried(resolve([told(text)], lexicon()))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The navy carried out an attack on the port of Varna.", "carry out"),
        ("The committee made a decision on the harbour tariffs.", "make"),
        ("Two banks held talks on a merger.", "hold"),
    ],
)
def test_who_does_it_is_claimed_as_before(text: str, relation: str) -> None:
    said = told(text)
    assert resolve([said], lexicon()).extractions == (said,)
    assert relation in {claim.predicate for claim in said.claims}


def test_of_what_nothing_takes_part_in_its_type_is_claimed() -> None:
    world = resolve([told("The dam leaks, and committing crimes is easy there.")], lexicon())
    triples = {triple for triple in quads(world, lexicon(), RUN) if isinstance(triple[2], str)}
    claims = {s for s, p, o in triples if p == RDF.type and o == KG.Claim}
    claim = next(s for s, p, o in triples if s in claims and p == RDF.predicate and o == RDF.type)
    happening = next(o for s, p, o in triples if s == claim and p == RDF.subject)
    assert {(claim, RDF.object, KG["Crime"]), (claim, KG.about, happening), (happening, RDF.type, KG["Crime"])} <= triples


def test_somebody_is_nothing_to_himself() -> None:
    """Two names of one, of which a lasting relation was read."""
    said = told("Ana Ruiz is the president of Peru.")
    relation = next(claim for claim in said.claims if claim.event is None)
    twice = replace(said, claims=(replace(relation, object=relation.subject),))
    assert resolve([twice], lexicon()).extractions[0].claims == ()
