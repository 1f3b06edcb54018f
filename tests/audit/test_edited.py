"""A digest of the sample articles as an editor would write it, in his own words, and each of its sentences with something changed.

``edited.tsv`` has a sentence a line with the article that it cites and the verdict that it deserves. No changed sentence may pass; of the true ones
most are recognised, and what is not is told as something that a reader has to look at.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg import pipeline
from kg.audit.verdicts import SUPPORTED, WRONG_CITATION, audit
from kg.lexicon import load_lexicon
from kg.read import document_from_text, read_documents
from kg.resolve import resolve

EDITED = Path(__file__).with_name("edited.tsv")
SEEDS = Path(__file__).parents[2] / "seeds"
RECALL = 0.80  # of the true sentences


@pytest.mark.slow
def test_a_digest_in_other_words() -> None:
    with EDITED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    articles = [document for document in read_documents([SEEDS])[0] if not document.citations]
    sources = "\n\n## Sources\n\n" + "\n".join(f"[{n}] {article.title}" for n, article in enumerate(articles, 1))
    digests, expected = [], []
    for n, article in enumerate(articles, 1):
        own = [row for row in rows if row["article"] == article.id]
        text = "\n\n".join(f"{row['sentence'][:-1]} [{n}]." for row in own) + sources
        digests.append(document_from_text(f"digest-{n}", text, "2026-01-04"))
        expected.append([(row["verdict"], row["sentence"]) for row in own])
    extractions = list(pipeline.extractions([*articles, *digests], pipeline.Options()))
    supplied, lexicon = extractions[: len(articles)], load_lexicon()
    passed, recognised, misplaced = [], [], []
    for digest, verdicts in zip(extractions[len(articles) :], expected, strict=True):
        names = resolve([*supplied, digest], lexicon).names
        found = [one.verdict for one in audit(digest, supplied, names, lexicon) if one.statement.block.kind == "text"]
        for (verdict, sentence), given in zip(verdicts, found, strict=True):
            if verdict == SUPPORTED:
                recognised.append(given == SUPPORTED)
            elif given == SUPPORTED:
                passed.append(sentence)
            if verdict == WRONG_CITATION:
                misplaced.append(given)
    assert passed == []
    assert set(misplaced) == {WRONG_CITATION}
    assert sum(recognised) >= RECALL * len(recognised)
