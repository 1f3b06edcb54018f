"""How well a happening stands, and what it is called, by the tellings that claims tell (promises 1 and 2 of the design)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import extract
from kg.model import Cluster, Extraction
from kg.resolve import resolve
from tests.parses import document, lexicon, parsed


def told(text: str) -> Extraction:
    return extract(replace(document(text), id="d"), parsed(text), lexicon())


def happening(said: Extraction, *lemmas: str) -> Cluster:
    """The one that has tellings with these words."""
    events = {event.id: event.lemma for event in said.events}
    found = [c for c in resolve([said], lexicon()).events if set(lemmas) <= {events[local] for _, local in c.members}]
    assert len(found) == 1
    return found[0]


def without(said: Extraction, event: str) -> Extraction:
    """A document in which no claim tells the first event of this word."""
    first = next(e.id for e in said.events if e.lemma == event)
    return replace(said, claims=tuple(claim for claim in said.claims if claim.event != first))


@pytest.mark.parametrize(
    ("text", "lemmas", "status"),
    [  # told anew
        (
            "The mayor said that rebels attacked the port of Varna. An attack on the port of Varna by rebels killed nine people on Monday.",
            ["attack"],
            "asserted",
        ),
        ("Kim alleged that Lee attacked him in Oslo. An attack on Kim by Lee in Oslo was filmed in May.", ["attack"], "asserted"),
        ("Growers did not pay the harbour tariff. They paid the harbour tariff on Monday, and the payment was late.", ["pay"], "asserted"),
        ("The state had not violated the ceasefire. These violations of the ceasefire by the state were condemned by Peru.", ["violate"], "asserted"),
        # taken up
        ("The mayor said that rebels attacked the port of Varna. The attack on the port of Varna killed nine people.", ["attack"], "reported"),
        ("Police alleged that rebels bombed the mill in Lodwar. The bombing of the mill in Lodwar was condemned by Peru.", ["bomb"], "alleged"),
        ("The port plans to buy two tugs. The purchase of two tugs will be paid by the city.", ["buy", "purchase"], "planned"),
        ("The court denied that police arrested Ruiz. The arrest of Ruiz was condemned by Peru.", ["arrest"], "denied"),
    ],
)
def test_a_noun_that_takes_up_what_was_not_stated_makes_no_fact_of_it(text: str, lemmas: list[str], status: str) -> None:
    assert happening(told(text), *lemmas).status == status


@pytest.mark.parametrize(
    ("text", "word", "standing"),
    [
        ("Rebels attacked the port of Varna. The mayor said that rebels attacked the port of Varna.", "attack", ("asserted", "reported")),
        ("Auralis Bank bought Lumen Capital. Auralis Bank plans to buy Lumen Capital.", "buy", ("asserted", "planned")),
        ("Police arrested Ana Ruiz. Lee alleged that police arrested Ana Ruiz.", "arrest", ("asserted", "alleged")),
    ],
)
def test_what_no_claim_tells_gives_no_standing(text: str, word: str, standing: tuple[str, str]) -> None:
    said = told(text)
    assert (happening(said, word).status, happening(without(said, word), word).status) == standing


def test_its_word_and_its_name_are_those_of_its_claims() -> None:
    said = told("Auralis Bank bought Lumen Capital in May. The purchase of Lumen Capital pleased Peru.")
    whole, half = (happening(one, "purchase", "buy") for one in (said, without(said, "buy")))
    assert (whole.lemma, whole.label) == ("buy", "Auralis Bank bought Lumen Capital")
    assert (half.lemma, half.label) == ("purchase", "The purchase of Lumen Capital")


def test_of_words_that_are_as_common_a_known_one_goes_first() -> None:
    assert happening(told("A blast occurred near Lodwar on Sunday."), "blast", "occur").lemma == "blast"
