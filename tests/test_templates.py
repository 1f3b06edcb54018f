"""Templates of time expressions: what they match, by which words they are found, and how they can be wrong."""

from __future__ import annotations

import re

import pytest

from kg.templates import DIGITS, Slot, TemplateError, key, read_template, slot_of

SLOTS = {name: Slot(expression, frozenset("0")) for name, expression in DIGITS.items()} | {
    "season": slot_of({"spring": "SP", "fall": "FA"}, "season"),
    "seasons": slot_of({"springs": "SP"}, "seasons"),
    "count": slot_of({"two": "2", "hundred": "100"}, "count"),
}


@pytest.mark.parametrize(
    ("template", "text", "groups"),
    [
        ("{season} {year}", "Spring 2013", {"season": "Spring", "year": "2013"}),
        ("{season}[ of][ {year}]", "fall", {"season": "fall", "year": None}),
        ("{season}[ of][ {year}]", "fall of 1999", {"season": "fall", "year": "1999"}),
        ("(in|by) {season(s)}", "by springs", {"season": "springs"}),
        ("{year}-{year}", "1955–2011", {"year": "1955", "year_2": "2011"}),
        ("[the ]{season}", "the fall", {"season": "fall"}),
        ("{count} {seasons}", "two hundred springs", {"count": "two hundred", "season": "springs"}),
        ("{season}", "springboard", None),
        ("{season}", "spring-loaded", None),
        ("{year}", "2013.5", None),
        ("{year}", "2013%", None),
    ],
)
def test_match(template: str, text: str, groups: dict[str, str | None] | None) -> None:
    match = re.match(read_template(template, SLOTS).expression, text, re.IGNORECASE)
    assert (match and match.groupdict()) == groups


@pytest.mark.parametrize(
    ("template", "firsts", "article"),
    [
        ("{season} {year}", {"spring", "fall"}, ""),
        ("[the ]{season}", {"spring", "fall"}, "optional"),
        ("the year {year}", {"year"}, "required"),
        ("[(early|late) ]{year}", {"early", "late", "0"}, ""),
        ("'{yy}s", {"'"}, ""),
        ("{count} {seasons}", {"two", "hundred", "0"}, ""),
    ],
)
def test_first_words(template: str, firsts: set[str], article: str) -> None:
    read = read_template(template, SLOTS)
    assert read.firsts == firsts
    assert read.article == article


@pytest.mark.parametrize(("word", "expected"), [("Monday", "monday"), ("mid-2011", "mid"), ("1990s", "0"), ("’80s", "'"), ("(", "(")])
def test_key_of_a_word(word: str, expected: str) -> None:
    assert key(word) == expected


@pytest.mark.parametrize("template", ["", "[{season}]", "{season", "{saeson}", "({season}", "{season}]", "[{season})"])
def test_broken_templates(template: str) -> None:
    with pytest.raises(TemplateError):
        read_template(template, SLOTS)
