"""Types of names by the words around them, over farming, sport, science, courts and shipping."""

from __future__ import annotations

import pytest

from tests.parses import read


def types(text: str) -> dict[str, str]:
    return {e.label: e.type for e in read(text).entities if e.named}


@pytest.mark.parametrize(
    ("text", "label", "type_"),
    [
        # a noun beside the name
        ("Farmers in Marundo province lost their rice.", "Marundo", "Place"),
        ("The river flooded the village of Okoroba on Sunday.", "Okoroba", "City"),
        ("The mine lies in the district of Zawira, far from the coast.", "Zawira", "Place"),
        ("The Vorsten newspaper printed the letter on Monday.", "Vorsten", "NewsMediaOrganization"),
        ("The Jansen airline cancelled ten flights.", "Jansen", "Organization"),
        ("Workers of the Farrow company repaired the turbine.", "Farrow", "Organization"),
        ("The team trained in Torvik County before the race.", "Torvik County", "Place"),
        ("Orkin striker Paul Lind scored twice.", "Orkin", "Organization"),
        ("Lin midfielder Ana Ruiz broke her leg.", "Lin", "Organization"),
        ("He met his counterpart Tomas Vrabec in Lima.", "Tomas Vrabec", "Person"),
        # "who" of many, adjectives that are titles elsewhere, a war called after a water
        ("The Falcons, who have lost five games, fired their coach.", "Falcons", "Group"),
        ("The National Assembly passed the tax on sugar.", "National Assembly", "GovernmentOrganization"),
        ("The Gulf War lasted seven months.", "Gulf War", "Thing"),
    ],
)
def test_what_stands_beside_a_name(text: str, label: str, type_: str) -> None:
    found = types(text)
    assert label in found, found
    assert found[label] == type_


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Peru-Chile talks on fishing began in Lima.", {"Peru", "Chile", "Lima"}),
        ("A Japan-Australia treaty on whaling was signed in Tokyo.", {"Japan", "Australia", "Tokyo"}),
        ("The Kenya-Uganda railway carries coffee to Mombasa.", {"Kenya", "Uganda", "Mombasa"}),
        ("Ana Ruiz-Soler won the chess prize.", {"Ana Ruiz-Soler"}),
    ],
)
def test_two_countries_with_a_hyphen_are_two(text: str, labels: set[str]) -> None:
    assert set(types(text)) == labels


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Prof. Ana Ruiz opened the museum.", "Prof."),
        ("Deputy Rural Affairs Minister Paul Lind visited the farm.", "Deputy Rural Affairs Minister"),
        ("The Head of Delegation, Julian Carter, signed the treaty.", "Head of Delegation"),
    ],
)
def test_a_title_names_nobody(text: str, nobody: str) -> None:
    assert nobody not in types(text)
