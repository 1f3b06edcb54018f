"""Relations of several words: a verb with its adverb, its phrase or its adjective; from sport, courts and companies."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, roles
from tests.parses import read


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        # a phrase without which the verb would mean something else
        ("The law came into force in June.", "come into force", {"agent": ["law"]}),
        ("The coach came under fire for his tactics.", "come under fire", {"agent": ["coach"], "purpose": ["tactics"]}),
        ("The banker went on trial on Tuesday.", "go on trial", {"patient": ["banker"]}),
        ("The report called the sale into question.", "call into question", {"agent": ["report"], "patient": ["<sale>"]}),
        ("The plan would put the coast on alert.", "put on alert", {"agent": ["plan"], "patient": ["coast"]}),
        ("Police brought the smugglers to justice.", "bring to justice", {"agent": ["Police"], "patient": ["smugglers"]}),
        ("However, the captain held his fire on the referee.", "hold fire", {"agent": ["captain"], "topic": ["referee"]}),
        # an adverb that stands behind the object
        ("The mayor pushed a budget through.", "push through", {"agent": ["mayor"], "patient": ["budget"]}),
        ("The firm put the house back on the market.", "put back", {"agent": ["firm"], "patient": ["house"]}),
        ("The rower moved the boat upstream.", "move", {"agent": ["rower"], "patient": ["boat"]}),
        # what becomes of somebody or something, or how it seems
        ("Norda went bankrupt in May.", "go", {"agent": ["Norda"], "attribute": ["bankrupt"]}),
        ("The trader pleaded guilty to a fraud.", "plead", {"agent": ["trader"], "attribute": ["guilty to a fraud"]}),
        ("The wound proved fatal.", "prove", {"agent": ["wound"], "attribute": ["fatal"]}),
        ("The striker felt angry.", "feel", {"agent": ["striker"], "attribute": ["angry"]}),
        (
            "The court held the firm responsible for the leak.",
            "hold",
            {"agent": ["court"], "patient": ["firm"], "attribute": ["responsible for the leak"]},
        ),
        # what is called for, with or without a verb of its own for it
        ("The union called for the mine to be closed.", "call for", {"agent": ["union"], "topic": ["<close>"]}),
        ("Fans pushed for the ban to be lifted.", "push for", {"agent": ["Fans"], "topic": ["<lift>"]}),
    ],
)
def test_relations(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    assert roles(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The law took effect in June.", "effect"),
        ("The coach came under fire.", "fire"),
        ("The banker went on trial.", "trial"),
        ("The court praised the principle of non-intervention.", "intervention"),
    ],
)
def test_a_noun_of_the_relation_is_no_happening(text: str, lemma: str) -> None:
    assert lemma not in [e.lemma for e in read(text).events if e.nominal]


def test_what_is_called_for_is_planned() -> None:
    extraction = read("The union called for the mine to be closed.")
    assert event(extraction, "close").modality == "planned"


@pytest.mark.parametrize(
    "text", ["Fans are introduced and often star-struck.", "The sum was mind-boggling.", "The guests are greeted and jet-lagged."]
)
def test_an_adjective_of_two_words_is_nothing_that_is_done(text: str) -> None:
    assert {"strike", "boggle", "lag", "end"}.isdisjoint(e.lemma for e in read(text).events)
