"""A briefing from the graph: which sentences it quotes, in what order, how they are cited, and that they are harmless."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import Extraction
from kg.views.accounts import accounts_of
from kg.views.digest import Digest, digest
from kg.views.digest_pages import as_html, as_markdown, marked_down, title
from kg.views.evidence import all_claims, read_evidence
from kg.views.layout import json_of
from kg.views.names import the_one
from kg.views.readable import Reader
from kg.views.timeline import timeline
from tests.conftest import ROOT, run_kg
from tests.parses import lexicon
from tests.telling import graph, told

QUAKE = [
    told(
        "herald",
        "An earthquake killed 12 people in Tarsk on Monday. The mayor of Tarsk, Ana Ruiz, closed two bridges. They had cracked.",
        "2025-03-04",
    ),
    told("post", "On Monday an earthquake killed 12 people in Tarsk. Engineers told Ana Ruiz that a dam might fail.", "2025-03-05"),
    told("wire", "Police allegedly beat a baker in Lyon on Tuesday. He denied it.", "2025-03-06"),
]


def of(articles: list[Extraction], limit: int = 12, about: str = "") -> Digest:
    store = graph(articles)
    return digest(store, lexicon(), the_one(store, about) if about else None, limit)


def test_sentences_are_the_articles_and_cited() -> None:
    found = of(QUAKE)
    texts = {source.number: next(x.document.text for x in QUAKE if x.document.id == source.id) for source in found.sources}
    lines = [*found.happenings, *(entry.line for entry in found.timeline)]
    assert lines
    assert all(line.text in texts[line.source] for line in lines)


def test_what_several_tell_comes_first_and_once() -> None:
    first, *rest = of(QUAKE).happenings
    assert "killed 12 people" in first.text
    assert (len(first.also), first.independent) == (1, 2)
    assert not any("killed 12 people" in line.text for line in rest)


FIRE = [
    told("coast", "The captain Ivo Maric survived the fire on the ferry Marigold off Split. A tug towed the Marigold to Trogir.", "2025-03-04"),
    told("ledger", "The captain Ivo Maric died in the fire on the ferry Marigold off Split. Prosecutors questioned the crew.", "2025-03-04"),
    told("sea", "The captain Ivo Maric survived the fire on the ferry Marigold off Split, his sister Ana Maric said.", "2025-03-04"),
]


def test_beside_a_side_of_a_dispute_stand_only_those_who_take_it() -> None:
    found = of(FIRE)
    sources = {source.number: source.id for source in found.sources}
    sides = [[{sources[n] for n in (side.source, *side.also)} for side in dispute.sides] for dispute in found.disputes]
    assert sorted(sides[0], key=len) == [{"ledger"}, {"coast", "sea"}]


def test_what_is_of_one_story_stands_together() -> None:
    quake = {article.document.id for article in QUAKE[:2]}
    found = of([*QUAKE[:2], *FIRE])
    stories = [next(source.id for source in found.sources if source.number == line.source) in quake for line in found.happenings]
    assert len(stories) > 2
    assert sum(one != other for one, other in itertools.pairwise(stories)) == 1


def test_the_limit_and_the_subject_narrow_it() -> None:
    assert len(of(QUAKE, limit=1).happenings) == 1
    about = of(QUAKE, about="Ana Ruiz")
    assert about.about == "Ana Ruiz"
    assert {source.id for source in about.sources} == {"herald", "post"}


def test_the_timeline_is_the_same_from_accounts_at_hand() -> None:
    store = graph(QUAKE)
    known = {account.happening.iri: account for account in accounts_of(store, read_evidence(store, all_claims(store)))}
    assert timeline(store).entries
    assert timeline(store, known=known) == timeline(store)


def test_a_long_timeline_tells_how_much_it_leaves_out() -> None:
    whole = of(QUAKE)
    drawn = replace(whole, timeline=whole.timeline[:1], undrawn=1)
    assert "\n## Timeline\n" in as_markdown(whole)
    assert "\n## Timeline: the 1 weightiest of 2 dated sentences\n" in as_markdown(drawn)
    assert "<h2>Timeline: the 1 weightiest of 2 dated sentences</h2>" in as_html(drawn)


def test_the_timeline_is_dated_by_the_articles() -> None:
    assert [(entry.date, entry.line.source) for entry in of(QUAKE).timeline] == [("2025-03-03", 1), ("2025-03-04", 3)]


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("An earthquake killed 12 people in Tarsk on Monday.", True),
        ("Ana Ruiz said she would resign if the dam failed.", True),
        ("This week the court in Leeds heard two witnesses.", False),  # leans on no other, but begins as if it did
        ("The court in Leeds heard two witnesses this week.", True),
        ("They had cracked when the earthquake hit Tarsk.", False),
        ("When he asked about the dam, Ana Ruiz left the room.", False),
        ("Ruiz, however, refused to close the bridges in Tarsk.", False),
        ("The mayor of Tarsk defended these measures on Monday.", False),
        ("Since that day the dam in Tarsk has been empty.", False),
        ("Earthquake kills 12 in Tarsk, mayor closes bridges", False),  # a heading
        ("Ruiz resigned.", False),
        ("The remarks were made in an interview on Thursday.", False),  # whose?
        ("“We will rebuild every house in Tarsk,” she told the council.", False),
        ("Navy ships sank in Tarsk [1][2], a digest says.", False),
        ("In Tarsk, " + "and ".join(["a bridge fell "] * 20) + ".", False),
    ],
)
def test_what_stands_alone(sentence: str, alone: bool) -> None:
    assert Reader(lexicon()).stands_alone(sentence, []) is alone


def test_markdown_has_headings_citations_and_sources() -> None:
    text = as_markdown(of(QUAKE))
    assert text.startswith("# Digest of 3 articles, 2025-03-04 to 2025-03-06\n")
    assert title(replace(of(QUAKE), unquoted=1)).startswith("Digest of 3 articles (1 more that cites others not quoted), 2025")
    assert "### Told by several independent sources\n\n- An earthquake killed 12 people in Tarsk on Monday. [1] (also [2])\n" in text
    assert "- **2025-03-04**: Police allegedly beat a baker in Lyon on Tuesday. [3]\n" in text
    assert text.endswith("[3] “Title of wire”, 2025-03-06 (wire)  \n")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("5 * 3 [1] <b> `x` a|b", r"5 \* 3 \[1\] \<b\> \`x\` a\|b"),
        ("snake_case and _emphasis_", r"snake_case and \_emphasis\_"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("AT&amp;T costs $5", r"AT\&amp;T costs \$5"),
        ("1. May it be", r"1\. May it be"),
    ],
)
def test_markdown_sees_no_markup_in_what_articles_say(text: str, escaped: str) -> None:
    assert marked_down(text) == escaped


def test_html_is_one_harmless_page() -> None:
    page = as_html(of([told("<i>x", "Acme bought <script>alert(1)</script> of Tarsk & Sons on Monday for 3 million euros.")]))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "&lt;i&gt;x" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert set(re.findall(r'href="#([\w-]+)"', page)) <= set(re.findall(r'id="([\w-]+)"', page))


def test_json_has_every_part() -> None:
    data = json.loads(json_of(of(QUAKE)))
    assert list(data) == ["about", "first", "last", "happenings", "disputes", "timeline", "sources", "undrawn", "unquoted"]
    assert data["sources"][0] == {"number": 1, "id": "herald", "title": "Title of herald", "publisher": "", "date": "2025-03-04"}


def test_the_same_whatever_the_order() -> None:
    assert of(QUAKE) == of(QUAKE[::-1])


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--about", "Nicolás Maduro"), ("--limit", "0")])
def test_an_audit_finds_every_sentence_supported(seeds_build: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    made = run_kg("digest", seeds_build, *options, cwd=ROOT)
    assert made.returncode == 0, made.stderr
    (tmp_path / "digest.md").write_text(made.stdout, encoding="utf-8")
    done = run_kg("audit", tmp_path / "digest.md", seeds_build, "--strict", "--format", "json", cwd=ROOT)
    verdicts = json.loads(done.stdout)["verdicts"]
    assert done.returncode == 0, verdicts
    assert verdicts["supported"] >= 5


@pytest.mark.parametrize(
    "other",
    [
        "The council in Leeds allegedly closed the Marlow bridge.",
        "The council in Leeds will close the Marlow bridge.",
        "The council in Leeds closed the Marlow bridge, the driver Ana Ruiz said.",
        "The council in Leeds was asked about the Marlow bridge, which police closed.",
    ],
)
def test_beside_a_flat_sentence_stands_no_article_that_tells_less(other: str) -> None:
    flat = "The council in Leeds closed the Marlow bridge on Monday."
    found = of([told("flat", flat, "2025-03-04"), told("other", other, "2025-03-04")])
    assert [line.also for line in found.happenings if line.text == flat] in ([], [()])


def test_beside_a_sentence_stands_who_tells_the_same() -> None:
    flat = "The council in Leeds closed the Marlow bridge on Monday."
    found = of([told("flat", flat, "2025-03-04"), told("other", "The council in Leeds closed the Marlow bridge on 3 March 2025.", "2025-03-05")])
    assert [len(line.also) for line in found.happenings] == [1]
