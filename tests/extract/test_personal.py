"""Where a person's name begins and ends: numbers, nicknames, and words of a headline around it; over politics, sport, courts and business."""

from __future__ import annotations

import pytest

from tests.parses import read

_BODY = (
    " The talks began at noon. They went on for hours. Nobody left the room. Rain fell on the square."
    " A crowd waited outside. The doors stayed shut. At midnight it was over."
)


def persons(text: str) -> set[str]:
    return {e.label for e in read(text).entities if e.named and e.type == "Person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The delegates voted twice. Laura Smith 384, Peter Novak 212.", {"Laura Smith", "Peter Novak"}),
        ("The poll ranks the players: Maria Keller 1, Anna Novak 2.", {"Maria Keller", "Anna Novak"}),
        ("The count in the village was close: Carlos Mendes 97, Peter Costa 95.", {"Carlos Mendes", "Peter Costa"}),
    ],
)
def test_a_number_behind_a_person_is_no_part_of_the_name(text: str, expected: set[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The minister opened Highway 12 on Monday.", "Highway 12"),
        ("Drivers love Route 66.", "Route 66"),
    ],
)
def test_a_number_is_part_of_what_is_no_person(text: str, label: str) -> None:
    assert any(label in (e.label, *e.aliases) for e in read(text).entities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Senator Robert "Bobby" Mills opened the fair. Bobby Mills shook hands. Mills left at noon.', {"Bobby Mills"}),
        ('The coach William J. "Bill" Harper resigned. Harper had lost five games.', {"William Harper"}),
        ('Police questioned Martha "Patty" Dean on Friday. Dean denied the theft.', {"Martha Dean"}),
    ],
)
def test_a_nickname_in_quotation_marks_stands_within_one_name(text: str, expected: set[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "label", "no_name"),
    [
        ("Top Novak aide leaves." + _BODY + " Novak thanked the aide. Then Novak went home.", "Novak", "Top Novak"),
        ("Team Keller Wins Second Relay In Oslo." + _BODY + " The team was cheered. Keller ran last.", "Keller", "Team Keller"),
        ("Peter Novak Stuns Rivals In Open Final." + _BODY + " Peter Novak won in four sets.", "Peter Novak", "Peter Novak Stuns"),
        ("Watch: Mayor Keller Speech At Town Hall Draws Crowd." + _BODY + " Keller gave the speech on Monday.", "Keller", "Keller Speech"),
    ],
)
def test_a_word_of_a_headline_is_no_name(text: str, label: str, no_name: str) -> None:
    names = {name for e in read(text).entities if e.named for name in (e.label, *e.aliases)}
    assert label in names
    assert no_name not in names


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Arvo Novak met investors." + _BODY + " Novak thanked the guests. Novak then left.", "Arvo Novak"),
        ("Zoltan Novak met investors." + _BODY + " The banker Zoltan Novak thanked the guests. Novak then left.", "Zoltan Novak"),
        ("Rich Keller won the cup. Keller beat Paul Lind in the final.", "Rich Keller"),
        ("Anna Price sued the bank. The price of the flat had doubled.", "Anna Price"),
    ],
)
def test_a_first_name_stays_one(text: str, label: str) -> None:
    assert label in persons(text)
