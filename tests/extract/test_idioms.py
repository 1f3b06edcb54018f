"""Words that tell something else together: what somebody used to do, and how something is said; from sport, towns, courts and companies."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, roles
from tests.parses import read


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The firm used to make ships.", "make", {"agent": ["firm"], "patient": ["ships"]}),
        ("This used to be a prison.", "be", {"attribute": ["prison"]}),
        ("The captain said his father used to coach Norda.", "coach", {"agent": ["father"], "patient": ["Norda"]}),
        ("The mayor, who used to drive a bus, resigned.", "drive", {"agent": ["mayor"], "patient": ["bus"]}),
    ],
)
def test_what_was_a_habit_is_no_use(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    extraction = read(text)
    assert "use" not in [e.lemma for e in extraction.events]
    assert event(extraction, lemma).modality == "actual"
    assert roles(text, lemma) == expected


@pytest.mark.parametrize("text", ["Rebels used a tractor to block the road.", "Drones were used to film the match.", "The coach used a whistle."])
def test_what_is_used(text: str) -> None:
    assert "use" in [e.lemma for e in read(text).events]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("To be sure, the club sold its captain.", ["sell"]),
        ("The strike hurt the port, not to mention the farmers.", ["strike", "hurt"]),
        ("To put it mildly, the judge misled the jury.", ["mislead"]),
        ("The firm wants to be clear.", ["want", "clear"]),
        ("The minister asked the envoy not to mention the blast.", ["ask", "mention", "blast"]),
    ],
)
def test_how_something_is_said_is_no_happening(text: str, lemmas: list[str]) -> None:
    assert [e.lemma for e in read(text).events] == lemmas
