"""Lines and paragraphs, and whether a text is hard-wrapped."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.lines import bullet, ends_sentence, lines, paragraphs

STORY = (
    "The river rose by two metres overnight, and the fire brigade brought forty people from the lower streets of the town to a school on the hill. "
    "Nobody was hurt, the mayor said, although two bridges are closed until engineers have looked at their foundations next week."
)
OTHER = "Rain is forecast until Thursday. Farmers in the valley expect to lose most of their maize, and they have asked the government for help."


def read(text: str) -> list[str]:
    return [unit.text for unit in paragraphs(text, lines(text, 0, len(text)))]


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wrapped_paragraphs_run_to_a_blank_line(width: int, newline: str) -> None:
    text = (newline * 2).join(textwrap.fill(part, width).replace("\n", newline) for part in (STORY, OTHER))
    assert [" ".join(part.split()) for part in read(text)] == [STORY, OTHER]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\u2029"])
def test_one_line_a_paragraph(gap: str) -> None:
    assert read(gap.join([STORY, "The Cost of the Flood", OTHER])) == [STORY, "The Cost of the Flood", OTHER]


def test_short_lines_that_are_sentences_stay_apart() -> None:
    text = "The Bank Raised Its Rate for the Third Time This Year\nThe bank raised its rate.\nShares fell.\nThe euro rose."
    assert read(text) == text.split("\n")


def test_a_broken_line_goes_on_in_lower_case() -> None:
    text = f"{STORY}\nThe strike at the port of Antwerp that began\non Monday is over.\n{OTHER}"
    assert read(text)[1] == "The strike at the port of Antwerp that began\non Monday is over."


def test_bullets_and_headings_inside_a_wrapped_text_stay_apart() -> None:
    text = "\n".join(["What We Know", textwrap.fill(STORY, 70), "- " + textwrap.fill(OTHER, 70, subsequent_indent="  "), "- Two bridges are closed."])
    assert [part.split()[0] for part in read(text)] == ["What", "The", "-", "-"]


@pytest.mark.parametrize(
    ("line", "length"),
    [
        *[("- one", 2), ("* one", 2), ("•  one", 3), ("1. one", 3), ("12) one", 4), ("(3) one", 4), ("-", 1)],
        *[("-5 degrees", 0), ("2025. The year", 0), ("one - two", 0)],
    ],
)
def test_bullets(line: str, length: int) -> None:
    assert bullet(line) == length


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        *[("He won.", True), ("“He won.”", True), ("He won. [1][2]", True), ("Who won?", True)],
        *[("He Wins Again", False), ("in the U.S", False), ("as follows:", False)],
    ],
)
def test_ends_of_sentences(words: str, ends: bool) -> None:
    assert ends_sentence(words) is ends


@given(st.text(st.sampled_from("aB .-\n\r\t\u2028#1|"), max_size=80))
def test_lines_hold_all_that_is_not_white_space(text: str) -> None:
    units = paragraphs(text, lines(text, 0, len(text)))
    assert "".join("".join(unit.text.split()) for unit in units) == "".join(text.split())
    for unit in units:
        assert text[unit.begin : unit.end] == unit.text == unit.text.strip()
