"""Which stretches of an article are read, and as what."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.blocks import find_blocks

FLOOD = "The river rose by two metres overnight, and the fire brigade brought forty people to a school on the hill, the mayor said."
COURT = "A court in Ghent sentenced the former director to four years in prison for fraud, and it ordered him to repay the money."
PORT = "Dockers at the port went back to work on Monday after the union had accepted an offer of three per cent from the company."


def read(text: str, begin: int = 0, title: str | None = None) -> list[tuple[str, str]]:
    blocks, _ = find_blocks(text, begin, title)
    return [(block.kind, text[block.begin : block.end]) for block in blocks]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_a_title_and_section_headings(gap: str) -> None:
    text = gap.join(["Forty People Brought to Safety", FLOOD, "Why It Matters", COURT, "What we know", PORT]) + gap * 20
    assert read(text) == [
        ("headline", "Forty People Brought to Safety"),
        ("text", FLOOD),
        ("heading", "Why It Matters"),
        ("text", COURT),
        ("heading", "What we know"),
        ("text", PORT),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{FLOOD}\n{COURT}", ["text", "text"]),
        (FLOOD, ["text"]),
        ("Police arrested two men", ["text"]),
        (f"Is the dam safe?\n{FLOOD}", ["headline", "text"]),
        (f"{FLOOD}\nThe Last Line", ["text", "text"]),
        ("", []),
        ("\n \n---\n", []),
    ],
)
def test_a_title_needs_something_below_it(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in read(text)] == kinds


def test_the_metadata_title_is_found_though_typed_otherwise() -> None:
    text = f"Flood: “Forty” brought to safety.\n{FLOOD}"
    assert read(text, title='Flood: "forty" brought to safety.')[0] == ("headline", "Flood: “Forty” brought to safety.")


def test_a_title_of_the_front_matter_is_read_where_it_stands() -> None:
    front = "---\ntitle: Forty people safe\n---\n"
    assert read(front + FLOOD, len(front), "Forty people safe") == [("headline", "Forty people safe"), ("text", FLOOD)]
    twice = read(f"{front}# Forty people safe\n\n{FLOOD}", len(front), "Forty people safe")
    assert [kind for kind, _ in twice] == ["headline", "text"]


def test_bullets_are_read_without_their_sign() -> None:
    text = f"Key Points\n- Forty people are safe.\n* Two bridges are closed.\n• The school is open.\n1. Rain is forecast.\n-\n{FLOOD}"
    assert read(text) == [
        ("heading", "Key Points"),
        ("item", "Forty people are safe."),
        ("item", "Two bridges are closed."),
        ("item", "The school is open."),
        ("item", "Rain is forecast."),
        ("text", FLOOD),
    ]


@pytest.mark.parametrize(
    "entries", ["", "The Rescue\nThe Damage\n", "1. The Rescue\n2. The Damage\n", "- [The Rescue](#rescue)\n- [The Damage](#damage)\n"]
)
def test_a_table_of_contents_is_not_read(entries: str) -> None:
    text = f"Forty People Safe\nTable of Contents\n{entries}{FLOOD}\nThe Rescue\n{COURT}\nThe Damage\n{PORT}"
    assert [kind for kind, _ in read(text)] == ["headline", "text", "heading", "text", "heading", "text"]


def test_words_of_the_page_are_not_read() -> None:
    text = f"Forty People Safe\nBy Ana Horvat\nPublished: Jan 2, 2026\n{FLOOD}\nAdvertisement\nRead more: Bridge closed\n{COURT}\n© 2026 Sample Wire"
    assert [words for _, words in read(text)] == ["Forty People Safe", FLOOD, COURT]


def test_a_dateline_is_a_block_of_its_own() -> None:
    text = f"Forty People Safe\n\nGHENT, Belgium (AP) — {FLOOD}\n\nLIEGE — {COURT}"
    assert read(text)[1:] == [("dateline", "GHENT, Belgium (AP) —"), ("text", FLOOD), ("text", f"LIEGE — {COURT}")]


def test_a_heading_that_ran_into_its_paragraph_is_parted() -> None:
    assert read(f"Brigade Saves Forty From Flood In a long night, the river rose. {FLOOD}") == [
        ("heading", "Brigade Saves Forty From Flood"),
        ("text", f"In a long night, the river rose. {FLOOD}"),
    ]


@pytest.mark.parametrize(
    "entries",
    [
        "-\n[1]\nSample Wire: Forty Safe in Flood – Tells of the night.\n-\n[2]\nHarbor Post: Dam “Was Old” – Quotes an engineer.\n",
        "[1] Sample Wire: Forty Safe in Flood – Tells of the night.\n[2] Harbor Post: Dam “Was Old” – Quotes an engineer.\n",
        "1. Sample Wire: Forty Safe in Flood – Tells of the night.\n2. Harbor Post: Dam “Was Old” – Quotes an engineer.\n",
        "- Sample Wire: Forty Safe in Flood – Tells of the night.\n- Harbor Post: Dam “Was Old” – Quotes an engineer.\n",
        "Sample Wire: Forty Safe in Flood\nHarbor Post: Dam “Was Old”\n",
        "[1] Sample Wire: Forty Safe in Flood, 2 January 2026\n[2] Harbor Post: Dam “Was Old” (Jan 3, 2026)\n",
    ],
)
def test_a_source_list_becomes_citations(entries: str) -> None:
    text = f"Forty People Safe in Ghent\n{FLOOD} [1][2]\nSources (2 articles)\n{entries}Timeline\nDec 30, 2025 – The rain begins. [1]\n{COURT}"
    blocks, citations = find_blocks(text)
    assert [block.kind for block in blocks] == ["headline", "text", "heading", "source", "source", "heading", "timeline", "text"]
    assert [(citation.number, citation.label) for citation in citations] == [
        (1, "Sample Wire: Forty Safe in Flood"),
        (2, "Harbor Post: Dam “Was Old”"),
    ]
    assert all(text[slice(*citation.span)].startswith(citation.label.split(",")[0]) for citation in citations)


def test_timeline_entries_keep_their_date() -> None:
    text = "Timeline\nLate Dec 2025 – The rain begins.\n* **Jan 2, 2026**: The river rises. [2]"
    assert read(text) == [
        ("heading", "Timeline"),
        ("timeline", "Late Dec 2025 – The rain begins."),
        ("timeline", "**Jan 2, 2026**: The river rises. [2]"),
    ]


def test_markdown() -> None:
    text = f"# Forty **safe**\n\n{FLOOD}\n\n## The rescue ##\n\n> {COURT}\n\n```\ncode = 1\n```\n\n| a | b |\n\n{PORT}\n"
    assert read(text) == [("headline", "Forty **safe"), ("text", FLOOD), ("heading", "The rescue"), ("text", COURT), ("text", PORT)]


def test_a_hard_wrapped_article() -> None:
    text = "\n\n".join(["Forty people brought to safety", *(textwrap.fill(part, 72) for part in (FLOOD, COURT))])
    assert [(kind, " ".join(words.split())) for kind, words in read(text)] == [
        ("headline", "Forty people brought to safety"),
        ("text", FLOOD),
        ("text", COURT),
    ]


@pytest.mark.parametrize("piece", [FLOOD + " ", "word ", "x"])
def test_long_blocks_are_split(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    blocks, _ = find_blocks(text)
    assert max(block.end - block.begin for block in blocks) <= 20_000
    assert "".join("".join(text[b.begin : b.end].split()) for b in blocks) == "".join(text.split())
    if len(piece) > 10:
        assert all(text[b.begin : b.end].endswith(".") for b in blocks)


def test_a_gap_longer_than_a_block() -> None:
    text = f"The dam{' ' * 100_000}broke."
    assert read(text) == [("text", "The dam"), ("text", "broke.")]


PIECES = [
    *("\n", "\n\n", "\r", " ", "Sources\n", "Table of Contents\n", "[1] ", "- ", "# ", "```", "**", ">", "PARIS (AP) — ", "Dec 30 – "),
    *("Paris Falls Again ", "In a ", "dark night it rained. ", "a", "é", "😀", "שלום", "x" * 30),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.integers(0, 20), st.sampled_from([None, "Paris Falls Again", "a"]))
def test_blocks_are_tight_and_in_order(text: str, begin: int, title: str | None) -> None:
    blocks, citations = find_blocks(text, min(begin, len(text)), title, max_block=50)
    last = 0
    for block in blocks:
        assert last <= block.begin < block.end <= len(text)
        words = text[block.begin : block.end]
        assert words == words.strip()
        assert len(words) <= 50
        last = block.end
    assert all(0 <= begin < end <= len(text) for begin, end in (citation.span for citation in citations))


def test_an_entry_of_a_source_list_with_a_mass_of_white_space_takes_no_long_time() -> None:
    text = f"Forty People Safe\n{FLOOD}\nSources\n[1] Sample Wire: a flood{' ' * 150_000}x - a report{' ' * 40_000}y\n"
    begin = time.process_time()
    _, citations = find_blocks(text, 0, None)
    assert time.process_time() - begin < 2
    assert [citation.label for citation in citations] == ["Sample Wire: a flood"]
