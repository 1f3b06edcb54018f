"""What is faster than ``Language.pipe`` gives what it gives: every annotation that extraction reads, of every word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp import DEFAULT_MODEL
from kg.nlp.annotate import Annotator

pytestmark = pytest.mark.slow
TEXTS = Path(__file__).resolve().parents[1] / "precision" / "texts"
READ: list[int | str] = ["ORTH", "LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START", "SPACY"]
ODD = ("", " ", "A\u00a0B", "a" * 2000, "I've got ta leave; you hadn't.", "Let's go. He's gonna say there were none, and they ain't got to.")


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["senter"])


@pytest.fixture(scope="module")
def texts() -> list[str]:
    found = [line for path in sorted(TEXTS.iterdir()) for line in path.read_text("utf-8").splitlines()]
    assert sum(len(text.split()) for text in found) > 5000
    return [*ODD, *found]


def columns(docs: Iterator[Doc]) -> list[list[list[int]]]:
    return [doc.to_array(READ).tolist() for doc in docs]


def annotated(model: Language, texts: list[str]) -> list[list[list[int]]]:
    return columns(doc for doc, _ in Annotator(model)((text, None) for text in texts))


def test_annotations_are_those_of_the_pipeline(model: Language, texts: list[str]) -> None:
    assert annotated(model, texts) == columns(model.pipe(texts))


def test_they_do_not_depend_on_what_else_is_in_a_batch(model: Language, texts: list[str]) -> None:
    some = texts[:40:3]
    assert annotated(model, some[::-1])[::-1] == [one for text in some for one in annotated(model, [text])] == columns(map(model, some))


def test_the_model_is_one_that_it_makes_faster(model: Language) -> None:
    assert len(list(model.pipe_names)) - len(Annotator(model)._steps) == 1, "the attribute ruler and the lemmatizer are no longer one step"
    assert [step.func.__name__ for step in Annotator(model)._steps if hasattr(step, "func")] == ["_run", "_run", "_search", "_search"]


def test_a_ruler_that_looks_at_more_than_a_word_is_run_as_it_is(texts: list[str]) -> None:
    model = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    ruler = model.get_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "said", "ENT_TYPE": ""}, {"OP": "+"}]], {"LEMMA": "utter"})  # type: ignore[attr-defined]
    assert len(Annotator(model)._steps) == len(model.pipe_names)
    assert annotated(model, texts) == columns(model.pipe(texts))
    assert "utter" in {token.lemma_ for doc in model.pipe(texts) for token in doc}
