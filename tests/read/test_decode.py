"""Bytes to text: encodings told apart, newlines kept, what is no text refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.decode import BinaryError, clean, decode

WESTERN = "The café’s owner, José Peña, said “no” to the mayor, and the señora from Málaga agreed."
RUSSIAN = "Президент заявил в среду, что переговоры о мире продолжатся на следующей неделе в столице."
POLISH = "Prezydent Łodzi powiedziała w środę, że święto żółtych róż odbędzie się później, niż chciałby rząd."


@pytest.mark.parametrize(
    ("text", "written", "encoding", "exact"),
    [
        (WESTERN, "utf-8", "utf-8", True),
        (WESTERN, "utf-8-sig", "utf-8", True),
        (WESTERN, "utf-16", "utf-16", False),
        (WESTERN, "utf-32", "utf-32", False),
        (WESTERN, "cp1252", "windows-1252", False),
        (RUSSIAN, "cp1251", "cp1251", False),
        (POLISH, "cp1250", "cp1250", False),
        ("one\r\ntwo\rthree\n\nfour", "utf-8", "utf-8", True),
    ],
)
def test_encodings(text: str, written: str, encoding: str, exact: bool) -> None:
    decoded = decode(text.encode(written))
    assert (decoded.text, decoded.encoding, decoded.exact) == (text, encoding, exact)


def test_utf_16_with_the_high_byte_first() -> None:
    assert decode(b"\xfe\xff" + WESTERN.encode("utf-16-be")).text == WESTERN


def test_a_declared_encoding_goes_before_a_guess() -> None:
    data = POLISH.encode("iso-8859-2")
    assert decode(data, "iso-8859-2").text == POLISH
    assert decode(data, "no-such-encoding").text != ""


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        b"%PDF-1.7\n1 0 obj",
        bytes(range(256)) * 8,
        b"\x00" * 100,
        b"\xff\xfe\x00\xd8a",  # UTF-16 by its mark, but a broken pair
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryError):
        decode(data)


def test_a_few_control_characters_become_spaces() -> None:
    text = "The vote\x00 was\x0c close. " + "It went on. " * 30
    decoded = decode(text.encode())
    assert decoded.text == text.replace("\x00", " ").replace("\x0c", " ")
    assert (decoded.controls, decoded.exact) == (2, False)


@given(st.text(st.characters()))
def test_cleaned_text_keeps_its_length_and_can_be_written(text: str) -> None:
    cleaned, count = clean(text)
    assert len(cleaned) == len(text)
    assert sum(a != b for a, b in zip(cleaned, text, strict=True)) == count
    cleaned.encode()


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except BinaryError:
        return
    text.encode()
