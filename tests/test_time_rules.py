"""The shipped rules of times: numbers in words, capitals, and that code and data name the same computations, slots and readings."""

from __future__ import annotations

import pytest

from kg import lexicon_files as files
from kg.extract.chronology import COMPUTATIONS
from kg.extract.times import READINGS
from kg.resources import ontology_dir
from kg.time_rules import NEEDS
from kg.vocab import KG_IRI
from tests.parses import lexicon


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a", "1"),
        ("twelve", "12"),
        ("twenty-five", "25"),
        ("ninety nine", "99"),
        ("two hundred", "200"),
        ("two hundred and ten", "210"),
        ("a hundred", "100"),
        ("a three", "3"),
        ("1,500", "1500"),
        ("2.5", "2.5"),
        ("a couple of", "2"),
        ("several", "X"),
        ("several hundred", "X"),
    ],
)
def test_count(words: str, count: str) -> None:
    assert lexicon().times.count(words) == count


def test_code_and_shapes_name_the_same_computations_and_readings() -> None:
    shape = files.read_shapes((ontology_dir() / "lexicon-shapes.ttl").read_bytes())[KG_IRI + "TimePattern"]
    assert set(shape.rules[KG_IRI + "computation"].values) == set(COMPUTATIONS) == set(NEEDS)
    assert set(shape.rules[KG_IRI + "reading"].values) == set(READINGS)


def test_words_that_need_a_capital() -> None:
    rules = lexicon().times
    assert ("month", "may") in rules.capitalised
    assert ("month", "june") not in rules.capitalised
