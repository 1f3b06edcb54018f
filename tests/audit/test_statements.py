"""Sentences as what is compared: stems, negation, doubt, figures, quotations, citations, the date at the head of a timeline's line."""

from __future__ import annotations

import pytest

from kg.audit.likeness import Likeness
from kg.audit.statements import Statement, statements
from kg.audit.stems import stem
from kg.extract import extract
from kg.model import Extraction
from kg.read.documents import document_from_text
from tests.parses import _parser, lexicon
from tests.telling import told


def of(extraction: Extraction) -> list[Statement]:
    return statements(extraction, {}, lexicon(), Likeness(lexicon()))


@pytest.mark.parametrize(
    "forms",
    [
        ("strike", "strikes"),
        ("trafficking", "traffickers", "trafficked"),
        ("negotiate", "negotiation", "negotiations", "negotiating"),
        ("seized", "seizure"),
        ("stop", "stopped", "stopping", "stops"),
        ("company", "companies"),
        ("appointed", "appointment"),
        ("Harlow", "Harlow's"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len(set(map(stem, forms))) == 1


@pytest.mark.parametrize("pair", [("police", "policy"), ("president", "presence"), ("mine", "minister"), ("sanction", "sanctuary")])
def test_other_words_have_another(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


def test_what_negation_and_doubt_stand_before() -> None:
    statement = of(told("a", "The allegedly corrupt mayor did not openly resign and refused to pay, though a possible fine looms."))[0]
    assert {stem("resign"), stem("pay")} <= statement.negated
    assert stem("mayor") not in statement.negated
    assert statement.hedged[stem("corrupt")] == "allegedly"
    assert statement.hedged[stem("fine")] == "possible"
    assert statement.doubted


def test_numbers_times_and_function_words_are_no_words() -> None:
    statement = of(told("a", "Ana Ruiz, 45, sold 3,000 shares on May 5, 2024."))[0]
    assert [word.text for word in statement.words] == ["Ana", "Ruiz", "sold", "shares"]
    assert statement.figures == ("45",)


def test_quotations_of_some_length_are_kept_word_for_word() -> None:
    statement = of(told("a", 'The "deal" is dead, she said: “We will not sign this paper today.”'))[0]
    assert statement.quotes == ("We will not sign this paper today",)


def test_marks_are_the_sentence_s_before_and_behind_its_full_stop() -> None:
    first, second = of(told("a", "Police closed the bridge [1, 3]. The mayor resigned.[2]"))
    assert (first.cited, second.cited) == ((1, 3), (2,))
    assert first.text == "Police closed the bridge."


@pytest.mark.parametrize("label", ["2011", "since 2011", "week of 2011-05-02", "2011-05-02"])
def test_the_label_of_a_timelines_line_is_no_statement(label: str) -> None:
    document = document_from_text("a", f"# Digest\n\n## Timeline\n\n- **{label}**: Ana Ruiz, a former aide, sold the ferry to a bank. [1]\n")
    parse = next(iter(_parser().parse([document])))[1]
    told = of(extract(document, parse, lexicon()))
    assert [statement.text.endswith("sold the ferry to a bank.") for statement in told if statement.block.kind == "timeline"] == [True]
