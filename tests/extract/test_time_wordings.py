"""Times in other words than figures and plain adverbials, over war, business, courts, disasters, elections and sport. 2026-03-18 is a Wednesday."""

from __future__ import annotations

import pytest

from kg.years import YearWords
from tests.parses import lexicon, read

WEDNESDAY = "2026-03-18"
SPANS = [
    # years and decades in words
    ("The bank was robbed in nineteen eighty-four.", "nineteen eighty-four = DATE 1984"),
    ("The stadium burned down in May nineteen seventy-one.", "May nineteen seventy-one = DATE 1971-05"),
    ("The dam should be finished by the year two thousand.", "the year two thousand = DATE 2000"),
    ("The mine was sold in two thousand and four.", "two thousand and four = DATE 2004"),
    ("The drought began in the winter of nineteen sixty-two.", "the winter of nineteen sixty-two = DATE 1962-WI"),
    ("The union lost members through the eighties.", "the eighties = DATE 198"),
    ("The rebels fled in the late seventies.", "the late seventies = DATE 197"),
    # months and days of another year
    ("The minister was jailed in June last year.", "June last year = DATE 2025-06"),
    ("The club was sold on February 3 last year.", "February 3 last year = DATE 2025-02-03"),
    ("Elections will be held in January next year.", "January next year = DATE 2027-01"),
    ("The court sits again on the second of June.", "the second of June = DATE 2026-06-02"),
    ("The cup final was played on Sunday, March eighth.", "Sunday, March eighth = DATE 2026-03-08"),
    # quarters
    ("The airline lost money in last year's fourth quarter.", "last year's fourth quarter = DATE 2025-Q4"),
    ("The airline will hire pilots in next year's first half.", "next year's first half = DATE 2027-H1"),
    ("The brewer's profit fell in the third quarter this year.", "the third quarter this year = DATE 2026-Q3"),
    (
        "Sales grew in the third quarter. In the 2024 quarter they had fallen.",
        "the third quarter = DATE 2025-Q3",
        "the 2024 quarter = DATE 2024-Q3",
    ),
    ("The steelmaker beat the year-ago second quarter.", "the year-ago second quarter = DATE 2024-Q2"),
    # years that are not the calendar's, and their edges
    ("The retailer lost money in the year ended January 31.", "the year = DURATION P1Y", "January 31 = DATE 2026-01-31"),
    ("The judge retires at year's end.", "year's end = DATE 2026"),
    ("The peacekeepers will leave by year end.", "year end = DATE 2026"),
    ("The team led for the first months of the year.", "the year = DATE 2026"),
    ("Exports should double in the current year.", "the current year = DATE 2026"),
    # parts of a day
    ("Troops took the bridge by mid afternoon.", "mid afternoon = TIME 2026-03-18TAF"),
    ("The fire broke out at 4 in the morning.", "4 in the morning = TIME 2026-03-18T04:00"),
    ("Shares rose at mid-morning yesterday.", "mid-morning yesterday = TIME 2026-03-17TMO"),
    ("The ferries sail on Tuesday nights.", "Tuesday nights = SET XXXX-WXX-2TNI"),
    # from another day
    (
        "The governor resigned on March 12. The previous Friday he had denied it.",
        "March 12 = DATE 2026-03-12",
        "The previous Friday = DATE 2026-03-06",
    ),
    ("The envoy left a month or so ago.", "a month or so ago = DATE 2026-02"),
    # lengths
    ("The siege went on for two more weeks.", "two more weeks = DURATION P2W"),
    ("The court gave the firm an additional month.", "an additional month = DURATION P1M"),
    ("Troops will stay for another three years.", "another three years = DURATION P3Y"),
    ("He has coached the side for two decades.", "two decades = DURATION P20Y"),
    # vague references
    ("The party will one day win the city.", "one day = DATE FUTURE_REF"),
    ("The company's current chairman is Danish.", "current = DATE PRESENT_REF"),
    ("The army expects losses in the short term.", "the short term = DATE FUTURE_REF"),
    ("Now officials are asking where the money went.", "Now = DATE PRESENT_REF"),
]


def told(text: str, day: str | None = WEDNESDAY) -> list[str]:
    return [f"{text[t.span[0] : t.span[1]]} = {t.type} {t.value}" for t in read(text, day).times]


@pytest.mark.parametrize(("text", "expected"), [(text, list(expected)) for text, *expected in SPANS], ids=[text for text, *_ in SPANS])
def test_words_type_and_value(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bank lost two thousand customers.",
        "The army trained nineteen ninety-kilo recruits.",
        "Now, nobody says that the mayor lied.",
        "Now for the football.",
        "The striker will be nervous soon after the whistle.",
        "Voters fear for the future of their town.",
        "The court said the future chancellor had lied.",
        "The bank sold its winter palace.",
        "The electric current killed a worker.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert told(text) == []


def test_an_ordinal_of_something_behind_it_is_no_day() -> None:
    assert told("In February first reports of the flood came in.") == ["February = DATE 2026-02"]


def test_a_day_lasts_where_it_measures() -> None:
    assert told("The referee was suspended for one day.") == ["one day = DURATION P1D"]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-six", "1996"),
        ("nineteen oh five", "1905"),
        ("eighteen twelve", "1812"),
        ("twenty twenty-six", "2026"),
        ("twenty ten", "2010"),
        ("two thousand", "2000"),
        ("two thousand and four", "2004"),
        ("two thousand twelve", "2012"),
    ],
)
def test_year_in_words(words: str, year: str) -> None:
    assert lexicon().times.years.read(words) == year


def test_without_words_of_numbers_there_are_no_years_in_words() -> None:
    years = YearWords({})
    assert (years.expression, years.firsts) == ("", frozenset())
