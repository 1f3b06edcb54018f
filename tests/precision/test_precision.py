"""Confidence is what was measured: the ontology's figures are those of the labelled sample, and what was read right is still read so."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from kg import pipeline, sample, store
from tests.precision.measure import CONFIDENCE, DATES, FAMILIES, TEXTS, judged, turtle, verdicts

#: What makes a claim the one that was judged, and what may be told in more words or in fewer.
_SAME = ("relation", "polarity", "modality")
_WORDED = ("sentence", "subject", "object")
_TOLD_BY = "attributed_to"


def test_the_ontology_has_the_figures_of_the_sample() -> None:
    assert CONFIDENCE.read_text(encoding="utf-8") == turtle(judged(verdicts()))


def test_every_family_was_judged_on_three_topics() -> None:
    for family in set(FAMILIES.values()):
        own = [v for v in verdicts() if FAMILIES[v["rule"]] == family]
        assert len(own) >= 30, family
        assert len({v["document"] for v in own}) >= 9, family  # three texts a topic


def test_every_judged_sentence_stands_in_its_text() -> None:
    for verdict in verdicts():
        assert verdict["sentence"] in (TEXTS / f"{verdict['document']}.txt").read_text(encoding="utf-8")


def test_what_was_wrong_says_of_what_kind() -> None:
    for verdict in verdicts():
        assert bool(verdict["error"]) != verdict["right"], verdict


@pytest.mark.slow
def test_claims_that_were_judged_right_are_still_made(tmp_path: Path) -> None:
    """In the same words or in more of them, and of the same sentence however it is cut: labels get better, and a dateline is none of a sentence."""
    pipeline.build([str(TEXTS)], tmp_path / "output", metadata=DATES)
    made: dict[object, list[dict[str, object]]] = defaultdict(list)
    for claim in sample.sample(store.open_store(tmp_path / "output"), 10_000, seed=1):
        made[claim.document].append({name: getattr(claim, name) for name in (*_SAME, *_WORDED, _TOLD_BY)})
    right = [v for v in verdicts() if v["right"]]
    lost = [v for v in right if not any(_alike(v, claim) for claim in made[v["document"]])]
    assert len(lost) <= 0.05 * len(right), [[v[name] for name in (*_SAME, *_WORDED, _TOLD_BY)] for v in lost]


def _alike(verdict: dict[str, Any], claim: dict[str, Any]) -> bool:
    speakers, others = verdict[_TOLD_BY], claim[_TOLD_BY]
    if len(speakers) != len(others) or not all(map(_worded, speakers, others)):
        return False
    return all(verdict[name] == claim[name] for name in _SAME) and all(_worded(verdict[name], claim[name]) for name in _WORDED)


def _worded(one: str, other: str) -> bool:
    """Whether most words of the shorter are in the longer: a clause may be told with its complement and without a subject that it has not."""
    words = sorted((set(re.findall(r"\w+", text.lower())) for text in (one, other)), key=len)
    return 2 * len(words[0] & words[1]) >= len(words[0])
