"""Lines for a terminal."""

from __future__ import annotations

import pytest

from kg.query import columns
from kg.views.layout import padded, wrapped


def test_lines_hang_below_the_first() -> None:
    assert wrapped("one two three four five six seven", 30, "• ") == ["• one two three four five six", "  seven"]


@pytest.mark.parametrize("text", ["word " * 40, "名前 " * 40, "a" * 300, "", "x\u202ey \x1b[31m red"])
@pytest.mark.parametrize("width", [1, 40, 80, 400])
def test_no_line_is_wider_than_the_terminal_but_for_a_long_word(text: str, width: int) -> None:
    for line in wrapped(text, width, "  – "):
        assert columns(line) <= max(min(width, 110), 28) or " " not in line.removeprefix("  – ").strip()
        assert "\x1b" not in line
        assert "\u202e" not in line


def test_nothing_is_lost() -> None:
    text = "Prosecutors accused the company of bribing ministers in three countries"
    assert " ".join(line.strip() for line in wrapped(text, 30, "    ")) == text


def test_padding_counts_columns() -> None:
    assert columns(padded("名前", 6)) == 6
