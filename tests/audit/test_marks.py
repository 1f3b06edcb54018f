"""Citations by the name of an article or of its file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.audit.citations import supplied
from kg.audit.marks import numbered
from kg.read import document_from_text

ARTICLES = [replace(document_from_text(name, "x"), source=f"news/{name}.txt") for name in ("flood-lima", "wire-7", "zinc")]


@pytest.mark.parametrize(
    ("marks", "meant"),
    [
        ("[flood-lima]", ["flood-lima"]),
        ("[wire-7.txt]", ["wire-7"]),
        ("[flood-lima; zinc]", ["flood-lima", "zinc"]),
        ("[flood-lima] [zinc]", ["flood-lima", "zinc"]),
        ("[drought-lima]", []),
        ("[zinc](https://example.org)", []),
    ],
)
def test_a_mark_means(marks: str, meant: list[str]) -> None:
    text = f"The river rose {marks}. Rain fell."
    digest = numbered(document_from_text("digest", text), ARTICLES)
    assert [citation.label for citation in digest.citations] == meant
    assert len(digest.text) == len(text)
    assert digest.text.endswith(". Rain fell.")
    assert {supplied(digest, ARTICLES)[citation.number] for citation in digest.citations} == set(meant)


def test_a_number_of_the_text_is_not_taken() -> None:
    digest = numbered(document_from_text("digest", "One [1] and another [zinc]."), ARTICLES)
    assert [citation.number for citation in digest.citations] == [2]
    assert supplied(digest, ARTICLES)[2] == "zinc"


def test_numbers_without_a_source_list_are_those_of_the_articles() -> None:
    assert supplied(document_from_text("digest", "The river rose [1]."), ARTICLES) == {1: "flood-lima", 2: "wire-7", 3: "zinc"}
