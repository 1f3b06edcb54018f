"""Whose word a headline is, by what stands before or behind its colon, over mines, raids, drugs, clubs and polls."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, source, table
from tests.extract.test_headlines import headline

# headline, the lemma of what is told, and whose word it is
CASES: dict[str, list[tuple[str, str, str | None]]] = {
    "behind the colon": [
        ("Norda Bank to close nine mines in Lima: report", "close", "report"),
        ("Rebels were killed in the raid: Chilean minister", "kill", "Chilean minister"),
        ("Coach did not take money: lawyer", "take", "lawyer"),
        ("Mine workers block port in Lima: Norda Union", "block", "Norda Union"),
    ],
    "before the colon": [
        ("Poll: Ruiz leads rival by nine points", "lead", "Poll"),
        ("Police: Man robbed nine banks", "rob", "Police"),
        ("Report: Drug killed nine nurses", "kill", "Report"),
    ],
    "nobody": [
        ("Peru: Rebels burn market", "burn", None),
        ("Roundup: Floods destroy nine farms", "destroy", None),
        ("Floods kill nine in Peru, burn farms: final toll", "kill", None),
        ("Miners strike: Owners close nine mines in the north of Chile", "close", None),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "speaker"), table(CASES))
def test_headline(text: str, lemma: str, speaker: str | None) -> None:
    extraction = headline(text)
    assert source(extraction, event(extraction, lemma).attribution) == speaker
