"""Who copies whom: near-duplicates, articles that hold another one, and sentences that stand word for word elsewhere."""

from __future__ import annotations

import hashlib
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.model import Citation, Document, Extraction
from kg.read.blocks import find_blocks
from kg.resolve.copies import Copies, find_copies
from tests.conftest import ROOT

COURT = (
    "A court in Porto fined Northgate Bank 12 million euros on Tuesday for hiding losses from its shareholders over four years.\n\n"
    "Judge Mary Okoro said the bank's former directors had signed accounts that they knew to be false. "
    "Two of them were present in the courtroom and left without speaking to reporters.\n\n"
    "Lawyers for Northgate said the bank would appeal to a higher court before the end of the month. "
    "Its shares fell by a tenth in the first hour of trading.\n\n"
    "The regulator opened its inquiry after an employee handed over letters in which losses were discussed."
)
FLOOD = (
    "Heavy rain swept away a bridge in the valley of the Mira on Sunday night and cut off three villages.\n\n"
    "Rescue workers brought 140 people to a school on higher ground. Nobody was hurt, the mayor of Alden said.\n\n"
    "Engineers will examine a second bridge today, and trains between Alden and the coast have been cancelled until Friday. "
    "The weather service expects more rain in the second half of the week."
)
MATCH = (
    "Zambia beat Ghana 2-1 in Lusaka on Saturday and reached the final of the regional cup for the first time since 2012.\n\n"
    "Captain Joseph Banda scored both goals, the second of them four minutes before the end of the match. "
    "Ghana had taken the lead through a penalty early in the first half.\n\n"
    "Coach Helen Phiri praised her players for their patience and said that they had deserved to win."
)
STORIES = {"court": COURT, "flood": FLOOD, "match": MATCH}
NOTICE = "This newspaper is owned by its readers and takes no money from any party, company or government, here or abroad.\n\n"
#: One sentence of a press release in articles that are otherwise their writers' own.
RELEASE = "The company regrets the release of waste water into the river and will pay for the cleaning of both of its banks."
BOATS = f"Dead fish floated past the harbour on Monday. {RELEASE} Fishermen stayed at home and asked who would pay for their nets."
PAPER = f"Minister Ana Ruiz visited the paper mill that lost its licence. {RELEASE} She did not say when the mill may open again."


def article(doc_id: str, text: str, date: str | None = "2026-03-01", citations: tuple[Citation, ...] = ()) -> Extraction:
    """An article whose sentences are told by their full stops."""
    blocks, found = find_blocks(text)
    sentences = [(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*?(?:[.!?](?=\s|$)|(?=\n|$))", text)]
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Extraction(Document(doc_id, text, blocks, sha256, sha256, date=date, citations=citations or found), tuple(sentences))


def copies(*extractions: Extraction) -> Copies:
    return find_copies(extractions)


def found(result: Copies) -> set[tuple[str, str, bool]]:
    return {(c.document, c.original, c.whole) for c in (*result.wholes.values(), *result.parts)}


EDITS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "another headline": lambda text: "What We Learned Over the Weekend\n\n" + text,
    "without the last paragraph": lambda text: text.rpartition("\n\n")[0],
    "without the first paragraph": lambda text: text.partition("\n\n")[2],
    "with a notice of the page": lambda text: NOTICE + text,
    "typeset otherwise": lambda text: text.replace("'", "’").replace("\n\n", "\n\n\n").replace(". ", ".  "),
    "two words replaced": lambda text: text.replace(" said", " told reporters", 1).replace(" first", " opening", 1),
    "a paragraph more": lambda text: text + "\n\nOur own correspondent saw a long queue in front of the town hall and heard angry words there.",
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("text", STORIES.values(), ids=STORIES)
def test_an_edited_copy_is_one(text: str, edit: Callable[[str], str]) -> None:
    result = copies(article("original", text), article("paper", edit(text), "2026-03-02"))
    assert {(document, original) for document, original, _ in found(result)} == {("paper", "original")}


def test_the_share_is_counted_exactly() -> None:
    text = " ".join(f"w{n}" for n in range(103)) + "."
    other = " ".join(f"w{n}" for n in range(93)) + " and ten words that are not in the other one."
    assert copies(article("a", text), article("b", other)).wholes["b"].share == pytest.approx(90 / 100)


def test_the_original_is_the_earliest_and_of_one_day_the_first_by_id() -> None:
    dated = copies(article("a", COURT, "2026-03-02"), article("b", COURT, "2026-03-01"), article("c", COURT, None))
    assert {c.original for c in dated.wholes.values()} == {"b"}
    assert {c.original for c in copies(article("b", COURT), article("a", COURT)).wholes.values()} == {"a"}


def test_a_digest_is_never_the_original() -> None:
    cites = (Citation(1, "Example Post", (0, 3)),)
    assert set(copies(article("digest", COURT, "2026-01-01", cites), article("paper", COURT)).wholes) == {"digest"}


def test_a_short_report_within_a_long_article_is_a_part_of_it() -> None:
    long = COURT + "\n\n" + MATCH + "\n\n" + FLOOD
    later = copies(article("brief", MATCH), article("long", long, "2026-03-02"))
    assert found(later) == {("long", "brief", False)}
    earlier = copies(article("brief", MATCH, "2026-03-02"), article("long", long))
    assert found(earlier) == {("brief", "long", True)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COURT, FLOOD),
        (BOATS, PAPER),
        (NOTICE + BOATS, NOTICE + "Voters in Alden choose a new mayor on Sunday. Three women and a man stand for the office."),
        ("Police arrested two men.", "Police arrested two men."),
        (
            "An earthquake of magnitude 5.1 shook Alden at 4:12 on Monday, 30 kilometres off the coast, and no damage was reported by the mayor.",
            "An earthquake of magnitude 4.7 shook Lusaka at 9:55 on Friday, 12 kilometres from the town, and no damage was reported by the mayor.",
        ),
    ],
    ids=["unrelated", "one sentence of a press release", "the notice of one newspaper", "too short to tell", "one form, other numbers"],
)
def test_what_is_no_copy(one: str, other: str) -> None:
    assert found(copies(article("a", one), article("b", other))) == set()


def test_a_long_sentence_is_matched_wherever_it_stands_and_a_short_one_only_in_copies() -> None:
    short = "Nobody was hurt."
    result = copies(article("a", f"{BOATS} {short}"), article("b", f"{PAPER} {short}", "2026-03-02"))
    assert result.sentences == {("b", 1): ("a", 1)}
    whole = copies(article("a", FLOOD), article("b", FLOOD, "2026-03-02"))
    assert whole.sentences == {("b", n): ("a", n) for n in range(5)}


def test_copies_of_copies_and_their_order() -> None:
    edits = list(enumerate(EDITS.values(), start=1))
    extractions = [article(f"{name}-{n}", edit(text), f"2026-03-{n:02}") for name, text in STORIES.items() for n, edit in edits]
    expected = find_copies(extractions)
    assert all({name.partition("-")[0] for name in (copy.document, copy.original)} <= set(STORIES) for copy in expected.wholes.values())
    assert all(copy.document.partition("-")[0] == copy.original.partition("-")[0] for copy in (*expected.wholes.values(), *expected.parts))
    for seed in range(5):
        random.Random(seed).shuffle(extractions)
        assert find_copies(extractions) == expected


def test_headlines_datelines_and_source_lists_make_no_copy() -> None:
    title = "Court in Porto Fines Northgate Bank Twelve Million Euros for Hiding Losses From Its Own Shareholders Over Four Years\n\n"
    one, other = article("a", f"{title}{BOATS}"), article("b", f"{title}{PAPER}")
    assert found(copies(one, other)) == set()


def test_text_that_cannot_be_encoded_is_compared() -> None:
    broken = COURT.replace("Porto", "Por\ud800to")
    assert set(copies(article("a", broken), article("b", broken)).wholes) == {"b"}


def test_a_document_without_a_body_copies_nothing() -> None:
    empty = replace(article("a", "A Title"), sentences=())
    assert found(copies(empty, replace(empty, document=replace(empty.document, id="b")))) == set()


@pytest.mark.slow
@pytest.mark.parametrize("form", ["the same text again and again", "one form with other words in it", "stories of their own"])
def test_the_time_grows_with_the_documents_only(form: str) -> None:
    """Eight times the documents take less than twenty times the processor's time (quadratic: sixty-four)."""
    rng = random.Random(7)
    seconds = []
    for count in (250, 2000):
        extractions = []
        for n in range(count):
            own = " ".join(f"w{rng.randrange(20_000)}" for _ in range({"s": 250, "o": 60, "t": 0}[form[0]]))
            text = f"{COURT} {own}." if form[0] != "s" else f"{own}."
            extractions.append(article(f"d{n}", text))
        spent = []
        for _ in range(3):  # the least of them: other work on the machine only adds to it
            start = time.process_time()
            found = find_copies(extractions)
            spent.append(time.process_time() - start)
        seconds.append(min(spent))
        assert len(found.wholes) == (count - 1 if form[0] == "t" else 0)
    assert seconds[1] < 20 * seconds[0]


def test_signatures_are_the_same_in_every_process_and_version() -> None:
    """They decide who is compared with whom; another release of rensa that made others would change graphs."""
    code = "from kg.resolve.copies import _bands; print(next(_bands(frozenset(f'word {n} of a text' for n in range(50)))).hex())"
    made = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        made.add(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout.strip())
    assert made == {"3db7822557ab541d080b111ce1c74528"}
