"""One world from many documents: who is one, what may stand as a plain triple, and that the order of the documents changes nothing."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from benchmarks import synthetic
from kg.extract import extract
from kg.model import Extraction, Origin, World
from kg.resolve import resolve
from tests.parses import document, lexicon, parsed


def read(doc_id: str, text: str) -> Extraction:
    return extract(replace(document(text), id=doc_id), parsed(text), lexicon())


def world(*texts: str, min_confidence: float = 0.0) -> World:
    return resolve([read(f"d{n}", text) for n, text in enumerate(texts)], lexicon(), min_confidence)


def plain_triples(found: World) -> set[tuple[str, str, str]]:
    claims = {(x.document.id, c.id): c for x in found.extractions for c in x.claims}
    return {(found.names[(ref[0], claims[ref].subject)], claims[ref].predicate, found.names[(ref[0], claims[ref].object)]) for ref in found.asserted}


def labels(found: World) -> list[str]:
    return [cluster.label for cluster in found.entities if cluster.named]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("The United States sent aid.", "U.S. planes landed.", "American doctors left."), ["United States"]),
        (("Nicolás Maduro met Lula in Lima.", "Nicolas Maduro spoke."), ["Lima", "Lula", "Nicolás Maduro"]),
        (("Angela Merkel met Emmanuel Macron.", "Merkel said she met Emmanuel Macron."), ["Angela Merkel", "Emmanuel Macron"]),
        (("Maria Silva sued Pedro Silva.", "Silva spoke."), ["Maria Silva", "Pedro Silva", "Silva"]),
        (("Angela Merkel met Emmanuel Macron.", "Merkel runs a bakery in Ohio."), ["Angela Merkel", "Emmanuel Macron", "Merkel", "Ohio"]),
        (("The Kenyan government fell.", "Kenya's government fell."), ["Kenya", "Kenyan government"]),
    ],
)
def test_who_is_one(texts: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(labels(world(*texts))) == expected


def test_described_participants_of_two_documents_stay_apart() -> None:
    boats = [c for c in world("Troops seized a boat.", "Police in Lima sold a boat.").entities if c.label == "boat"]
    assert len(boats) == 2
    assert len({c.key for c in boats}) == 2


@pytest.mark.parametrize(
    ("texts", "stands"),
    [
        (("Iran seized the Minerva.",), True),
        (("Iran did not seize the Minerva.",), False),
        (("Britain said Iran seized the Minerva.",), False),
        (("Iran allegedly seized the Minerva.",), False),
        (("Iran plans to seize the Minerva.",), False),
        (("Iran may have seized the Minerva.",), False),
        (("Iran seized the Minerva.", "Iran denied that it seized the Minerva."), False),
        (("Iran seized the Minerva.", "Iran did not seize the Minerva."), False),
        (("Iran seized the Minerva.", "Britain said Iran seized the Minerva."), True),
    ],
)
def test_only_what_is_asserted_and_not_denied_stands_as_a_triple(texts: tuple[str, ...], stands: bool) -> None:
    assert (("iran", "seized", "minerva") in plain_triples(world(*texts))) == stands


def test_a_claim_below_the_least_confidence_states_no_triple_but_is_kept() -> None:
    sure, unsure = world("Iran seized the Minerva."), world("Iran seized the Minerva.", min_confidence=1.0)
    assert plain_triples(sure)
    assert not plain_triples(unsure)
    assert sure.extractions == unsure.extractions


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran seized the tanker.", "asserted"),
        ("Britain said Iran seized the tanker.", "reported"),
        ("Britain claimed that Iran seized the tanker.", "alleged"),
        ("Iran plans to seize the tanker.", "planned"),
        ("Iran could seize the tanker.", "possible"),
        ("Iran denied that it seized the tanker.", "denied"),
        ("Iran did not seize the tanker.", "denied"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert {c.status for c in world(text).events if c.lemma == "seize"} == {status}


@pytest.mark.parametrize(
    ("text", "lemma", "label"),
    [
        ("Asked about the raid, the general said he would discuss it.", "discuss", "general would discuss it"),
        ("The army struck a dock in Lima.", "strike", "The army struck a dock in Lima"),
        ("The ship was used to carry oil.", "use", "The ship was used to carry oil"),
    ],
)
def test_a_happening_is_called_by_its_own_words(text: str, lemma: str, label: str) -> None:
    assert [c.label for c in world(text).events if c.lemma == lemma] == [label]


def test_a_finite_clause_names_a_happening_before_an_infinitive_does() -> None:
    found = world("The general wanted his rebels to seize the old port of Lima.", "Rebels seized the port of Lima.")
    assert [c.label for c in found.events if c.lemma == "seize" and len(c.members) == 2] == ["Rebels seized the port of Lima"]


def test_what_one_asserts_and_another_denies_is_a_conflict() -> None:
    found = world("Iran seized the Minerva.", "Iran denied that it seized the Minerva.")
    (conflict,) = found.conflicts
    sides = {p.key: p.polarity for p in found.propositions}
    assert conflict.kind == "polarity"
    assert sorted(sides[key] for key in conflict.between) == ["negative", "positive"]
    assert world("Iran seized the Minerva.", "Britain said Iran seized the Minerva.").conflicts == ()


def test_a_proposition_counts_its_tellers_and_their_origins() -> None:
    found = world("Iran seized the Minerva.", "Britain said Iran seized the Minerva.", "Britain said Iran seized the Minerva.")
    (proposition,) = [p for p in found.propositions if p.predicate == "seized"]
    assert (proposition.sources, proposition.origins) == (3, (Origin("document", "d0"), Origin("entity", "united-kingdom")))


def test_the_order_of_documents_changes_nothing() -> None:
    texts = ["Iran seized the Minerva.", "Nicolás Maduro met Lula in Lima.", "Nicolas Maduro spoke.", "U.S. planes landed."]
    extractions = [read(f"d{n}", text) for n, text in enumerate(texts)]
    expected = resolve(extractions, lexicon())
    for seed in range(5):
        random.Random(seed).shuffle(extractions)
        assert resolve(extractions, lexicon()) == expected


def test_the_order_of_many_documents_of_few_names_changes_nothing() -> None:
    articles = synthetic.extractions(250, lexicon(), seed=4)
    expected = resolve(articles, lexicon())
    assert any(len(cluster.members) > 1 for cluster in expected.events)
    for seed in range(2):
        random.Random(seed).shuffle(articles)
        assert resolve(articles, lexicon()) == expected
