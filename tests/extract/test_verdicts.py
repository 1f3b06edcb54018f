"""What the writer says is not so or may be so, over banks, wars, health, sport and schools."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import table
from tests.extract.test_factuality import stance

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "said not to be so": [
        ("It is not true that the bank sold the mine.", "sell", ("negative", "actual", None)),
        ("It was simply not true that the army shelled the town.", "shell", ("negative", "actual", None)),
        ("It is false that the vaccine harmed children.", "harm", ("negative", "actual", None)),
        ("It is not true that the bank did not pay its clerks.", "pay", ("positive", "actual", None)),
        ('"It is not true that we sold the mine," the mayor said.', "sell", ("negative", "actual", "mayor")),
        ("It is true that the bank sold the mine.", "sell", ("positive", "actual", None)),
        ("It is not only true that the bank sold the mine.", "sell", ("positive", "actual", None)),
        ("It is a shame that the club sold its captain.", "sell", ("positive", "actual", None)),
    ],
    "a falsehood": [
        ("He repeated the myth that the vaccine harmed children.", "harm", ("negative", "actual", None)),
        ("The myth that the mayor sold the port lives on.", "sell", ("negative", "actual", None)),
        ("It is a lie that the army shelled the town.", "shell", ("negative", "actual", None)),
        ("The report that the army shelled the town was late.", "shell", ("positive", "alleged", None)),
    ],
    "left open": [
        ("It is possible that the bank sold the mine.", "sell", ("positive", "possible", None)),
        ("It is unlikely that the army shelled the town.", "shell", ("positive", "possible", None)),
        ("It is not clear that the vaccine harmed children.", "harm", ("positive", "possible", None)),
        ("It is clear that the vaccine harmed children.", "harm", ("positive", "actual", None)),
        ("It is apparent that the club sold its captain.", "sell", ("positive", "actual", None)),
    ],
    "almost": [
        ("The firm almost sold its mine.", "sell", ("negative", "actual", None)),
        ("She almost won the cup.", "win", ("negative", "actual", None)),
        ("He was nearly killed by a falling tree.", "kill", ("negative", "actual", None)),
        ("The club nearly doubled its profit.", "double", ("positive", "actual", None)),
        ("The mayor almost certainly sold the port.", "sell", ("positive", "actual", None)),
        ("The storm killed nearly 200 people.", "kill", ("positive", "actual", None)),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_verdicts(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected
