"""Transcripts: labels become blocks of their own, and every turn is its speaker's. Real parses of whole texts."""

from __future__ import annotations

import functools

import pytest

from kg import nlp
from kg.extract import extract
from kg.model import Block, Extraction
from kg.nlp.transcripts import in_title_case, labels, with_speakers
from kg.read.documents import document_from_text
from tests.parses import lexicon

HEARING = """The minister faced the committee on Sunday about the dam.

{ask}: Did the city close the road in time?

{answer}: The city sent warnings on Monday. The operator lied to the council.

{ask}: The operator says that you met its chairman twice.

{answer}: We met once, in Lagos. He offered me a job and I refused it.

The hearing ended at noon.
"""


@functools.cache
def parser() -> nlp.Parser:
    return nlp.load()


def read(text: str) -> Extraction:
    document, parse = next(iter(parser().parse([document_from_text("hearing", text)])))
    return extract(document, parse, lexicon())


def speakers(said: Extraction) -> dict[str, str | None]:
    """By the lemma of an event, who says so: an entity's label, "?" for somebody without a name, None for the article itself."""
    labelled = {entity.id: entity.label for entity in said.entities}
    told = {attribution.id: labelled.get(attribution.entity or "", "?") for attribution in said.attributions}
    return {event.lemma: told.get(event.attribution or "") for event in said.events}


@pytest.mark.parametrize(
    ("ask", "answer", "asks", "answers"),
    [
        ("OKORO", "RUIZ", "Okoro", "Ruiz"),
        ("Okoro", "Ruiz", "Okoro", "Ruiz"),
        ("OKORO", "SEN. ANA RUIZ (D-Ohio)", "Okoro", "Ana Ruiz"),
        ("Q", "A", "?", "?"),
        ("QUESTION", "MINISTER LIND", "?", "Lind"),
    ],
)
def test_a_turn_is_its_speakers(ask: str, answer: str, asks: str, answers: str) -> None:
    told = speakers(read(HEARING.format(ask=ask, answer=answer)))
    assert (told["face"], told["end"]) == (None, None)
    assert (told["send"], told["lie"], told["offer"]) == (answers, answers, answers)
    assert (told["close"], told["say"]) == (asks, asks)


@pytest.mark.parametrize(("ask", "answer"), [("Q. ", "A. "), ("Q", "A: "), ("Q. ", "A: ")])
def test_questions_and_answers_may_be_led_by_a_letter(ask: str, answer: str) -> None:
    told = speakers(read(HEARING.replace("{ask}: ", ask).replace("{answer}: ", answer)))
    assert (told["face"], told["end"]) == (None, None)
    assert (told["send"], told["lie"], told["offer"], told["close"]) == ("?", "?", "?", "?")


@pytest.mark.parametrize(
    "text",
    [
        "A. Ruiz won the race.\n\nA. Chen came second.\n\nA. Lind fell.",
        "QMetal sold nine mines.\n\nQBank bought two.\n\nQMetal is rich.",
        "UPDATE: The dam broke.\n\nThe flood came at night.\n\nPHOTO: A street in the town.",
        "The price: five dollars.\n\nThe place: Lagos.\n\nThe date: Monday.",
        "Grain: Prices fell.\n\nCopper: Prices rose.\n\nOil: Nothing changed.",
    ],
)
def test_a_list_with_headings_is_no_transcript(text: str) -> None:
    blocks = document_from_text("list", text).blocks
    assert with_speakers(blocks, labels(text, blocks), {"Lagos"}) == list(blocks)


def test_labels_and_turns_make_up_the_blocks() -> None:
    text = HEARING.format(ask="OKORO", answer="RUIZ")
    blocks = document_from_text("hearing", text).blocks
    divided = with_speakers(blocks, labels(text, blocks), set())
    assert [text[b.begin : b.end] for b in divided if b.kind == "speaker"] == ["OKORO:", "RUIZ:"] * 2
    assert [(b.begin, b.end) for b in blocks] == [(b.begin, b.end) for b in _joined(divided)]


def _joined(blocks: list[Block]) -> list[Block]:
    """Labels put back before their turns."""
    found: list[Block] = []
    for block in blocks:
        if found and found[-1].kind == "speaker":
            found[-1] = Block(found[-1].begin, block.end)
        else:
            found.append(block)
    return found


@pytest.mark.parametrize(
    ("label", "names", "expected"),
    [
        ("RUIZ:", set(), "Ruiz:"),
        ("MCCAIN:", {"McCain", "NATO"}, "McCain:"),
        ("ANA O'NEILL (D-OHIO):", set(), "Ana O'Neill (D-Ohio):"),
        ("Ruiz:", {"RUIZ"}, "Ruiz:"),
        ("Q:", set(), "Q:"),
    ],
)
def test_a_label_in_capitals_is_written_as_the_name(label: str, names: set[str], expected: str) -> None:
    assert in_title_case(label, names) == expected
    assert len(expected) == len(label)
