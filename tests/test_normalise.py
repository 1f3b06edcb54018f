"""Normalising: what changes, what stays, and that every offset finds its way back."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise import REPLACED, normalise

CHANGED = {
    # typography
    "The mayor said, “We won’t leave.”": 'The mayor said, "We won\'t leave."',
    "«Non», said the coach": '"Non", said the coach',
    "a drug\u2011smuggling boat": "a drug-smuggling boat",
    "co\u00adopera\u00adtion": "cooperation",
    "10\u00a0million\u2009euros": "10 million euros",
    "zero\u200bwidth and \u202aleft\u202c": "zerowidth and left",
    "the court ― twice ― met": "the court — twice — met",
    "a nul\x00l and a bell\x07": "a null and a bell",
    "lone \ud83d surrogate": "lone \ufffd surrogate",
    "Jose\u0301 Mu\u0308ller": "José Müller",
    "  two\r\nlines \t and  more ": "two lines and more",
    # the case of a first letter that was changed in a quotation
    "“(T)hose who left will return": '"Those who left will return',
    "The rule says “[t]he harbour shall close”": 'The rule says "the harbour shall close"',
    "[N]urses were paid": "Nurses were paid",
    # numbers into which a wire put a space
    "about 2, 875 boats and 18, 000 nets": "about 2,875 boats and 18,000 nets",
    "fell to 5, 322.4 points": "fell to 5,322.4 points",
    "slipped 2. 4 percent to 59. 2 million": "slipped 2.4 percent to 59.2 million",
    # words that lost their space
    "the U.S.military base": "the U.S. military base",
    "accusing the U.S.of lying": "accusing the U.S. of lying",
    "the U.S.Navy ship": "the U.S. Navy ship",
    "the judges,who disagreed": "the judges, who disagreed",
    "the EU,Norway and the U.S.,who agreed": "the EU, Norway and the U.S., who agreed",
    "sank in the North Sea.The crew swam": "sank in the North Sea. The crew swam",
    "He won.A rematch follows": "He won. A rematch follows",
    "in 2024.Sales fell": "in 2024. Sales fell",
    "by Reuters (AP).Shares fell": "by Reuters (AP). Shares fell",
    "broadcast by teleSUR.The talks": "broadcast by teleSUR. The talks",
    "the verdict;he appealed": "the verdict; he appealed",
    "she said:We won": "she said: We won",
    "Who won?Nobody": "Who won? Nobody",
    "J.K.Rowling wrote": "J.K. Rowling wrote",
    # quotation marks that lost their space, or point the wrong way
    "he told them,stating,”The dam broke.”": 'he told them, stating, "The dam broke."',
    "“Yes,”he said": '"Yes," he said',
    'she said,"Go home," and left': 'she said, "Go home," and left',
    "“It burned.”The fire brigade came": '"It burned." The fire brigade came',
    "the“dock area”was closed": 'the "dock area" was closed',
    # markup
    "**Ana Horvat** resigned": "Ana Horvat resigned",
    "it [fell by half](https://example.org/a) on Friday": "it fell by half on Friday",
}

KEPT = [
    "On May 2, 120 people died, on Sept. 30, 124. Of the 18, 120 were women",
    "groups of 100, 200 and 300; Ana Ruiz, 45, 300 others; in 2005, 300 left; It was 5. 2 men came",
    "U.S. and U.N. officials, e.g. at 9 a.m., met Dr. Wu Jr. of A.B.C. Ltd.",
    "It cost 1,000,000 euros, or 3.5 per cent, at 10:30 on 3.4.2025.",
    "See https://example.org/a,b.The?x=y:Z and www.example.org,The end",
    "Write to first.Last@example.org,who answers",
    "Yahoo.com, Booking.Com and un.org; teleSUR, iPhone and eBay",
    "the U.N.org site",
    "the files report_final.The and C:\\Temp\\a,b",
    "the library System.Text.Json failed",
    "5* hotels [sic] and [a note] in array[i]",
    "(s)he, item(s) and array[i]th of f(X)dx, (a)b",
    "Smith & Sons; AT&amp;T,who",
    "U.S.A. and Ph.D. students",
    "It's O'Brien's 6' ladder",
]


@pytest.mark.parametrize(("text", "expected"), CHANGED.items())
def test_what_is_repaired(text: str, expected: str) -> None:
    assert normalise(text).text == expected


@pytest.mark.parametrize("text", KEPT)
def test_what_is_left_alone(text: str) -> None:
    result = normalise(text)
    assert result.text == text
    assert list(result.origin) == list(range(len(text) + 1))


@pytest.mark.parametrize(
    ("text", "expected", "citations"),
    [
        ("Prices rose [1][2]. Wages fell [3].", "Prices rose. Wages fell.", ((11, 1), (11, 2), (23, 3))),
        ("Prices rose.[1] Wages fell. [12]", "Prices rose. Wages fell.", ((12, 1), (24, 12))),
        ("Prices rose.[1]Wages fell.", "Prices rose. Wages fell.", ((12, 1),)),
        ("Prices [1, 2] rose", "Prices rose", ((6, 1), (6, 2))),
        ("Prices rose.[1](https://example.org) Wages", "Prices rose. Wages", ((12, 1),)),
        ("[4] Prices rose", "Prices rose", ((0, 4),)),
        ("“Prices rose [1],” she said", '"Prices rose," she said', ((12, 1),)),
    ],
)
def test_citation_marks_are_taken_out_and_told(text: str, expected: str, citations: tuple[tuple[int, int], ...]) -> None:
    result = normalise(text)
    assert (result.text, result.citations) == (expected, citations)


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("the U.S.military base", "military", "military"),
        ("the U.S.military base", "U.S. ", "U.S."),
        ("a drug\u2011smuggling boat", "drug-smuggling", "drug\u2011smuggling"),
        ("co\u00adope\u00adration ended", "cooperation", "co\u00adope\u00adration"),
        ("by Jose\u0301, who", "José", "Jose\u0301"),
        ("by Ren\u00ade\u0301, who", "René", "Ren\u00ade\u0301"),
        ("rose [1][2]. Then", "rose.", "rose [1][2]."),
        ("in  New\r\n York.", "New York", "New\r\n York"),
        ("**Ana** Horvat", "Ana Horvat", "Ana** Horvat"),
    ],
)
def test_spans_go_back_to_the_original(text: str, word: str, original: str) -> None:
    padded = f"Front. {text}"
    result = normalise(padded, 7)
    place = result.text.index(word)
    begin, end = result.span(place, place + len(word))
    assert padded[begin:end] == original


def test_a_stretch_keeps_the_offsets_of_its_text() -> None:
    result = normalise("Title\n\nA flood,who knew.\nEnd", 7, 24)
    assert result.text == "A flood, who knew."
    assert (result.origin[0], result.origin[len(result.text)]) == (7, 24)


def test_an_empty_span_and_an_empty_text() -> None:
    assert normalise("").text == ""
    assert list(normalise("abc", 1, 1).origin) == [1]
    assert normalise("a,b c").span(2, 3) == (2, 2)


# Pieces that matter to the rules, so that random texts meet them often.
PROSE = [*"aZ9.,;:!?\"'“”’()@/\n ", "U.S.", "The", "com", " [1]", "\u00ad", "\u0301", "\u00a0", "é"]
PIECES = [*PROSE, *"[]*\r\t", "A", "[2,3]", "](http://a)", "\u200b", "\u2011", "\x00", "\ud800", "😀", "ש"]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(TEXTS, st.integers(0, 10))
def test_the_map_is_sound(text: str, begin: int) -> None:
    begin = min(begin, len(text))
    result = normalise(text, begin)
    origin = list(result.origin)
    assert len(origin) == len(result.text) + 1
    assert origin == sorted(origin)
    assert all(begin <= place <= len(text) for place in origin)
    assert origin[-1] == len(text)
    assert len(result.text) <= 2 * max(1, len(text) - begin)
    assert all(0 <= offset <= len(result.text) for offset, _ in result.citations)
    result.text.encode()  # can be written


@given(TEXTS)
def test_every_character_is_the_one_it_came_from(text: str) -> None:
    result = normalise(text)
    for character, place in zip(result.text, result.origin, strict=False):
        source = text[place]
        composed = unicodedata.normalize("NFD", character)[0] == source or unicodedata.combining(character)
        assert REPLACED.get(source, source) == character or character == " " or composed


@given(TEXTS)
def test_normal_text_has_single_spaces_only(text: str) -> None:
    result = normalise(text).text
    assert "  " not in result
    assert result == result.strip(" ")
    assert not any(character.isspace() and character != " " for character in result)


@given(st.lists(st.sampled_from(PROSE), max_size=30).map("".join))
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(TEXTS, st.data())
def test_spans_lie_inside_and_are_tight(text: str, data: st.DataObject) -> None:
    result = normalise(text)
    begin = data.draw(st.integers(0, len(result.text)))
    end = data.draw(st.integers(begin, len(result.text)))
    first, last = result.span(begin, end)
    assert 0 <= first <= last <= len(text)
    if first < last:
        assert not text[first].isspace()
        assert not text[last - 1].isspace()


@pytest.mark.parametrize("piece", ["a.Ba", ",a", " ", "[1]", "[1 ", '"a', "e\u0301", "U.", "](/", "[a", "\u00ad", "The court, he said, was “open”. "])
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()
        normalise(piece * times)
        return time.process_time() - begin

    small = min(seconds(4_000) for _ in range(3))
    assert seconds(40_000) < 60 * small + 0.05  # ten times the text: quadratic would take a hundred times as long


def test_what_no_word_is_as_long_as_is_broken_and_every_span_leads_back() -> None:
    text = "See " + "(" * 450 + "dock[1] end."
    normal = normalise(text)
    assert max(map(len, normal.text.split())) == 200
    assert normal.text.replace(" ", "") == text.replace(" ", "").replace("[1]", "")
    assert len(normal.origin) == len(normal.text) + 1
    place = normal.text.index("dock")
    assert text[slice(*normal.span(place, place + 4))] == "dock"
    assert normal.citations == ((place + 4, 1),)
    assert [text[normal.origin[i]] for i, c in enumerate(normal.text) if c != " "] == [c for c in normal.text if c != " "]
    again = normalise(normal.text)
    assert again.text == normal.text
