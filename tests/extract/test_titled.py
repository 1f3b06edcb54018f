"""Who bears a title, and what the title is of."""

from __future__ import annotations

import pytest

from tests.extract.telling import roles
from tests.parses import read


@pytest.mark.parametrize(
    ("text", "lemma", "agents"),
    [
        ("Secretary of State Ana Ruiz and Defense Secretary Paul Meier left for Oslo.", "leave for", ["Ana Ruiz", "Paul Meier"]),
        ("President Luis Vega and Prime Minister Ana Ruiz signed the pact.", "sign", ["Luis Vega", "Ana Ruiz"]),
        ("The chief executive of Norda, Lena Holm, and its chairman, Jan Bo, resigned.", "resign", ["Lena Holm", "Jan Bo"]),
        ("The head of the port authority, Ana Ruiz, and her deputy, Paul Meier, left for Oslo.", "leave for", ["Ana Ruiz", "Paul Meier"]),
        ("The director of the museum, Rosa Diaz, sued the city.", "sue", ["Rosa Diaz"]),
        ("The president of Norda, Velta and Ostra resigned.", "resign", ["president of Norda, Velta and Ostra"]),
    ],
)
def test_bearers(text: str, lemma: str, agents: list[str]) -> None:
    assert roles(text, lemma)["agent"] == agents


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Defense Minister Ana Ruiz, Interior Minister Paul Meier and Governor Luis Vega signed the pact.", {"Ana Ruiz", "Paul Meier", "Luis Vega"}),
        ("The mayor met First Lady Rosa Diaz in Oslo.", {"Rosa Diaz", "Oslo"}),
        ("Critics blamed Secretary of State Ana Ruiz for the leak.", {"Ana Ruiz"}),
        ("Finance Minister Rosa Diaz praised the court.", {"Rosa Diaz"}),
    ],
)
def test_what_a_title_is_of_is_no_name(text: str, names: set[str]) -> None:
    extraction = read(text)
    assert {e.label for e in extraction.entities if e.named} == names
    assert not [c for c in extraction.claims if c.predicate in ("ministerOf", "secretaryOf")]


@pytest.mark.parametrize(
    ("text", "lemma", "patients"),
    [
        ("The union once backed Ohio Senator Lena Ford.", "back", ["Lena Ford"]),
        ("The bank sued Utah Governor Rosa Diaz.", "sue", ["Rosa Diaz"]),
        ("The club left Ohio, Senator Lena Ford said.", "leave", ["Ohio"]),
        ("The firm sued Norda, a bank in Oslo.", "sue", ["Norda"]),
    ],
)
def test_the_place_before_a_title(text: str, lemma: str, patients: list[str]) -> None:
    assert roles(text, lemma)["patient"] == patients
