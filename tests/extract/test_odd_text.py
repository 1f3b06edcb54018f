"""Long, odd and broken text: the real parser and every stage, without an exception and in time that grows with the text and no faster."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg import nlp
from kg.extract import extract
from kg.model import Extraction
from kg.read import document_from_text
from tests.parses import lexicon

pytestmark = pytest.mark.slow
SEEDS = Path(__file__).resolve().parents[2] / "seeds"

ODD = {
    "one sentence of 5,000 words": "The army said " + " and ".join(["rebels attacked the town of Merowe"] * 714) + ".",
    "a list without an end": "The firm sold " + ", ".join(["cars in Lagos"] * 1000) + ".",
    "capitals": "THE COURT IN LYON CONVICTED THE FORMER MINISTER. POLICE SAID HE FLED ON MONDAY. " * 20,
    "a table": "\n".join("|".join(str(row * column) for column in range(8)) for row in range(200)),
    "names": "\n".join(["John Smith, Ana Ruiz, Peter Novak"] * 200),
    "emoji": "🚢👩‍🚀 Two ships 🔥 sank off Peru 🇵🇪 on Monday. " * 50,
    "right to left": "هذا نص عربي عن الحرب. " * 200 + "The army struck a dock in \u202eLyon\u202c.",
    "quotation marks": '"We said ' * 300,
    "nested sayings": " that he said" * 300,
    "brackets": "(" * 2000 + "The bank failed" + ")" * 2000,
    "no sentence": "- " * 2000,
    "one word": "a" * 100_000,
    "nothing but blanks": " \n\t" * 5000,
}


@pytest.fixture(scope="module")
def parser() -> nlp.Parser:
    return nlp.load()


def read(parser: nlp.Parser, text: str) -> tuple[Extraction, float]:
    """What a text says, and the processor time that extraction took, in seconds."""
    _, parse = next(iter(parser.parse([document_from_text("odd", text, "2026-01-02")])))
    start = time.process_time()
    extraction = extract(document_from_text("odd", text, "2026-01-02"), parse, lexicon())
    return extraction, time.process_time() - start


@pytest.mark.parametrize("name", ODD)
def test_every_span_lies_in_the_text(parser: nlp.Parser, name: str) -> None:
    text = ODD[name]
    extraction, _ = read(parser, text)
    mentioned = [*(m.span for m in extraction.mentions), *(e.trigger for e in extraction.events), *(t.span for t in extraction.times)]
    spans = [*extraction.sentences, *mentioned]
    assert all(0 <= begin < end <= len(text) for begin, end in spans)


def test_a_sentence_of_5000_words_tells_what_a_short_one_does(parser: nlp.Parser) -> None:
    extraction, _ = read(parser, ODD["one sentence of 5,000 words"])
    assert len([e for e in extraction.events if e.lemma == "attack"]) > 600


def test_a_long_article_costs_what_its_parts_cost(parser: nlp.Parser) -> None:
    article = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    read(parser, article)
    short = min(read(parser, article * 4)[1] for _ in range(3))
    long = read(parser, (article + "\n\n") * 16)[1]
    assert long < 2.5 * 4 * short
