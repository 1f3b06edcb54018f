"""Sentences that put a verb, an object, a name or a place together that the article has apart: of what it is done, by whom, and where."""

from __future__ import annotations

import pytest

from kg.audit.verdicts import SUPPORTED
from kg.model import Extraction
from tests.extract.telling import table
from tests.telling import judged, told

ARTICLES = {
    "mine": (
        "2025-05-07",
        "Rosa Vidal admitted that the mine was losing money, but denied the charges of fraud. The Colombian engineer resigned on Monday. "
        "The ministry closed every pit apart from those of the northern valley. Vidal opened a school in Cali, and later flew to Quito.",
    ),
    "ferry": (
        "2025-05-07",
        "The storm sank a ferry near Lisbon and killed 12 passengers, according to the harbour office. A study found that 30 sailors were killed "
        "by storms last year. Nora Lund praised the crew, but criticised the owners. The pilot Hans Berg met reporters in Oslo, and a memorial for "
        "the drowned will be built in Bergen.",
    ),
    "club": (
        "2025-05-07",
        "The coach Ivan Petrov confirmed a move to Rovers, but rejected an offer from Lenz. All players except the goalkeepers trained on Monday.",
    ),
}
CASES = {
    "the other verb's object": [
        ("Rosa Vidal admitted the charges of fraud.", "mine", False),
        ("Nora Lund praised the owners.", "ferry", False),
        ("Ivan Petrov confirmed an offer from Lenz.", "club", False),
    ],
    "another happening's place": [
        ("Rosa Vidal opened a school in Quito.", "mine", False),
        ("Hans Berg met reporters in Bergen.", "ferry", False),
    ],
    "what is left out": [
        ("The ministry closed the pits of the northern valley.", "mine", False),
        ("The goalkeepers trained on Monday.", "club", False),
    ],
    "a person is no country": [("Colombia resigned on Monday.", "mine", False)],
    "the others' number": [("The storm killed 30 passengers near Lisbon, according to the harbour office.", "ferry", False)],
    "true": [
        ("Rosa Vidal denied the charges of fraud.", "mine", True),
        ("Rosa Vidal opened a school in Cali.", "mine", True),
        ("Nora Lund criticised the owners.", "ferry", True),
        ("Hans Berg met reporters in Oslo.", "ferry", True),
        ("The storm killed 12 passengers, according to the harbour office.", "ferry", True),
        ("Ivan Petrov rejected an offer from Lenz.", "club", True),
    ],
}


def articles() -> list[Extraction]:
    return [told(name, text, day) for name, (day, text) in ARTICLES.items()]


@pytest.mark.parametrize(("sentence", "cited", "true"), table(CASES))
def test_a_sentence_is_not_put_together(sentence: str, cited: str, true: bool) -> None:
    assert (judged(sentence, cited, articles()).verdict == SUPPORTED) == true
