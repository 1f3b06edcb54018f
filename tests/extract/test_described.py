"""What is told of a thing that somebody wants, fears or claims something of, over mines, courts, floods, clubs and elections."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import table
from tests.extract.test_factuality import stance

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "which thing is meant": [
        ("The premier proposed scrapping the rules that hurt miners.", "hurt", ("positive", "actual", "premier")),
        ("The mayor urged help for the families driven out by the flood.", "drive out", ("positive", "actual", "mayor")),
        ("The union demanded the release of the sailors whom the navy arrested.", "arrest", ("positive", "actual", "union")),
        ("Doctors fear that the gangs which robbed two pharmacies will return.", "rob", ("positive", "actual", "Doctors")),
        ("The coach believes the referee who stopped the final was wrong.", "stop", ("positive", "actual", "coach")),
        ("The judge accused the bank of hiding the losses which ruined its clients.", "ruin", ("positive", "actual", "judge")),
        ("The senator vowed to sue traders who are still selling the drug.", "sell", ("positive", "actual", "senator")),
        ("The candidate called for removal of the cameras installed during the games.", "instal", ("positive", "actual", "candidate")),
    ],
    "what is yet to be made": [
        ("The council wants to build a road that bypasses the village.", "bypass", ("positive", "planned", None)),
        ("The club will open a school that trains referees.", "train", ("positive", "planned", None)),
        ("The nurses demanded a law that protects patients.", "protect", ("positive", "planned", "nurses")),
        ("The envoys hope to reach an agreement that ends the siege.", "end", ("positive", "planned", None)),
        ("The firm built a road that bypasses the village.", "bypass", ("positive", "actual", None)),
        ("The council wants to close the road that bypasses the village.", "bypass", ("positive", "actual", None)),
        ("The council wants to build a depot -- which worries farmers -- in May.", "worry", ("positive", "actual", None)),
    ],
    "what somebody takes it for": [
        ("The paper described him as a banker who cheats widows.", "cheat", ("positive", "alleged", "paper")),
        ("The lawyer claimed that Ruiz is a trader who bribes judges.", "bribe", ("positive", "alleged", "lawyer")),
    ],
    "only supposed": [
        ("The minister vowed to punish anyone who burns the flag.", "burn", ("positive", "planned", "minister")),
        ("The coach demanded a fine for any player who insults a referee.", "insult", ("positive", "planned", "coach")),
        ("The union called for a ban on ships leaving the harbour.", "leave", ("positive", "planned", "union")),
        ("The dealer was accused of buying paintings from a thief who broke into the museum.", "break", ("positive", "alleged", None)),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_what_is_told_of_a_thing(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected
