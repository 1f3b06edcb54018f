"""What a line is by its shape."""

from __future__ import annotations

import pytest

from kg.read import shapes

LONG = " over the coming weeks, as the ministry had announced in the spring of last year."


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Why It Matters", True),
        ("What we know so far", True),
        ("Context & Previous Events", True),
        ("What Happens Next?", True),
        ("Court Rejects Appeal by Former Minister in Bribery Case", True),
        ("**Key Points**", True),
        ("Key points:", True),
        ("He resigned.", False),
        ("Who is to blame?", False),
        ("and then it rained", False),
        ("“We Will Appeal”", False),
        ("The company said on Tuesday that it would close its plant in Ghent", False),
        ("", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    assert shapes.is_heading(line) is heading


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Updated (2 articles)",
        "Last updated on 3 January 2026",
        "Published: Jan 2, 2026",
        "Read more: Floods close schools in Galway",
        "Related stories:",
        "Sign up for our newsletter",
        "By Ana Horvat and Piet Jansen",
        "By ANA HORVAT, Staff Writer",
        "Reporting by Ana Horvat; Editing by Piet Jansen",
        "© 2026 Sample Wire. All rights reserved.",
        "https://example.org/story",
        "![The port](port.jpg)",
        "5 min read",
        "* * *",
        "-----",
    ],
)
def test_words_of_the_page(line: str) -> None:
    assert shapes.is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the water had reached the school.",
        "Updated figures show that 40 people died. The ministry gave no names.",
        "Related charges were dropped.",
        "Share prices fell by 3 per cent in early trading, and the bank lost a tenth of its value.",
        "Follow-up talks began on Monday.",
        "Copyright holders sued the company.",
        "Comments by the minister angered farmers.",
    ],
)
def test_sentences_are_no_words_of_the_page(line: str) -> None:
    assert not shapes.is_boilerplate(line)


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("CARACAS, Venezuela (AP) — The president", "CARACAS, Venezuela (AP) — "),
        ("PARIS (Reuters) - France won", "PARIS (Reuters) - "),
        ("LONDON, Jan 2 (Reuters) - Shares", "LONDON, Jan 2 (Reuters) - "),
        ("WASHINGTON — Congress", "WASHINGTON — "),
        ("WASHINGTON, D.C. – Congress", "WASHINGTON, D.C. – "),
        ("NEW DELHI -- “We", "NEW DELHI -- "),
        ("SÃO PAULO (AFP) — Brazil", "SÃO PAULO (AFP) — "),
        ("Lyon (AFP) – The court", "Lyon (AFP) – "),
        ("LISBON ― The airline", "LISBON ― "),
        ("OTTAWA (Lakes News, March 12, 2025) - The minister", "OTTAWA (Lakes News, March 12, 2025) - "),
        ("LISBON | Fri May 31, 2024 - The airline", "LISBON | Fri May 31, 2024 - "),
        ("Feb 19 (NPA) — Two drones", "Feb 19 (NPA) — "),
        ("KENDARI, Indonesia: Divers", "KENDARI, Indonesia: "),
        ("NATO: the alliance met", ""),
        ("FIFA, UEFA: Clubs sue", ""),
        ("Tel Aviv, Israel (dpa) - The", ""),
        ("NATO — the alliance of 32 states — met", ""),
        ("BREAKING — The dam broke", ""),
        ("COVID-19 cases rose", ""),
        ("Lyon – The court", ""),
        ("The court (AP) said", ""),
    ],
)
def test_datelines(line: str, cut: str) -> None:
    assert line[: shapes.dateline(line)] == cut


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Court Rejects Appeal in Bribery Case", "The judges said on Friday that the former minister had no grounds" + LONG),
        ("Rescue Teams Reach Village After Quake", "Two helicopters landed near the school" + LONG),
        ("Carmaker Recalls 40,000 Vans Over Brakes", "In a statement, the company told owners to stop driving" + LONG),
        ("Club Dismisses Its Coach, Names Deputy", "When asked about the decision, the chairman spoke of results" + LONG),
        ("U.S. Senate Confirms New Health Chief", "The White House and the party welcomed the vote" + LONG),
    ],
)
def test_headings_that_ran_into_their_paragraph(heading: str, sentence: str) -> None:
    words = f"{heading} {sentence}"
    split = shapes.run_in_heading(words)
    assert split is not None
    assert (words[: split[0]], words[split[1] :]) == (heading, sentence)


@pytest.mark.parametrize(
    "words",
    [
        "The court said on Friday that the former minister had no grounds for an appeal" + LONG,
        "International Criminal Court Judges in The Hague said on Monday that the trial would go on" + LONG,
        "Former United States Attorney General William Barr said that he had not been asked" + LONG,
        "Mr. Justice Owen Said No. The parties went home and they will meet again" + LONG,
        "New York Governor Kathy Hochul on Tuesday signed the bill" + LONG,
        "Court Rejects Appeal in Bribery Case The judges said no.",
        "Real Madrid Beat Liverpool",
    ],
)
def test_sentences_that_begin_with_names_are_not_split(words: str) -> None:
    assert shapes.run_in_heading(words) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Dec 30, 2025 – The port closes.", "Dec 30, 2025 – "),
        ("Dec 31, 2025 (New Year’s Eve) – The port opens.", "Dec 31, 2025 (New Year’s Eve) – "),
        ("Late Dec 2025 – Dockers strike.", "Late Dec 2025 – "),
        ("**3 March 2024**: The dam breaks.", "**3 March 2024**: "),
        ("2013 - The firm is founded.", "2013 - "),
        ("2026-01-02: The vote.", "2026-01-02: "),
        ("**week of 2026-01-02**: The vote.", "**week of 2026-01-02**: "),
        ("**since 2013**: The firm grows.", "**since 2013**: "),
        ("**first half of 2013**: The firm grows.", "**first half of 2013**: "),
        ("**Growth**: The firm grew in 2013.", ""),
        ("January 2026 was cold.", ""),
        ("2013-2015 the firm grew.", ""),
        ("May said – as ever – nothing.", ""),
    ],
)
def test_timeline_entries(line: str, date: str) -> None:
    match = shapes.TIMELINE.match(line)
    assert (match[0] if match else "") == date


def test_a_key_passes_over_typography() -> None:
    assert shapes.key("Drug\u2011Smuggling “Boats”  sunk") == shapes.key('drug-smuggling "boats" SUNK')
