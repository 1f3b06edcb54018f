"""Nothing that is alleged, planned, attributed or denied is worded as a fact."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Store

from kg.views import conflicts
from kg.views.agreement import Disagreement, Told
from kg.views.evidence import Evidence, Speaker, Thing, all_claims, read_evidence
from kg.views.wording import standing, status_word, voice, worded

RUIZ, AP = Speaker("urn:r", "Ana Ruiz", "said"), Speaker("urn:a", "AP", "reported")


@pytest.fixture
def plain(store: Store) -> Evidence:
    """A claim that its document states."""
    return next(one for one in read_evidence(store, all_claims(store)) if one.asserts)


@pytest.mark.parametrize(
    ("polarity", "modality", "speakers", "words"),
    [
        ("positive", "actual", (), "stated"),
        ("positive", "actual", (RUIZ,), "according to Ana Ruiz"),
        ("positive", "alleged", (), "alleged"),
        ("positive", "alleged", (RUIZ, AP), "alleged by Ana Ruiz, as told by AP"),
        ("positive", "planned", (RUIZ,), "planned, according to Ana Ruiz"),
        ("positive", "possible", (RUIZ,), "called possible by Ana Ruiz"),
        ("positive", "hypothetical", (), "only supposed"),
        ("positive", "denied", (RUIZ, RUIZ), "denied by Ana Ruiz"),
        ("negative", "actual", (), "stated, in the negative"),
        ("negative", "actual", (RUIZ,), "according to Ana Ruiz, in the negative"),
    ],
)
def test_how_a_claim_stands(plain: Evidence, polarity: str, modality: str, speakers: tuple[Speaker, ...], words: str) -> None:
    assert standing(replace(plain, polarity=polarity, modality=modality, speakers=speakers)) == words


def test_whose_voice(plain: Evidence) -> None:
    assert voice(plain) == ""
    assert voice(replace(plain, speakers=(RUIZ, AP))) == "Ana Ruiz, as told by AP"


def test_how_a_happening_is_worded(plain: Evidence) -> None:
    alleged = replace(plain, modality="alleged", speakers=(RUIZ,))
    denied = replace(plain, modality="denied", speakers=(RUIZ,))
    other = replace(plain, article=replace(plain.article, id="other"))
    assert worded("the dam broke", [plain, other]) == "the dam broke"
    assert worded("the dam broke", [alleged]) == "alleged by Ana Ruiz: the dam broke"
    assert worded("the dam broke", [alleged, plain]) == "the dam broke (stated in 1 document; alleged by Ana Ruiz)"
    assert worded("the dam broke", [plain, denied]) == "stated in 1 document; denied by Ana Ruiz: the dam broke"


def test_what_did_not_happen_is_told_in_its_own_words(plain: Evidence) -> None:
    negated = replace(plain, polarity="negative")
    assert worded("the dam did not break", [negated]) == "the dam did not break"
    assert worded("the dam broke", [negated]) == "stated, in the negative: the dam broke"
    assert worded("the dam did not break", [negated, plain]) == "stated in 1 document; stated, in the negative in 1 document: the dam did not break"
    assert worded("the dam didn’t break", [replace(negated, speakers=(RUIZ,))]) == "according to Ana Ruiz, in the negative: the dam didn’t break"


def test_only_what_somebody_denies_is_called_denied(plain: Evidence) -> None:
    negated, denied = replace(plain, polarity="negative"), replace(plain, modality="denied", speakers=(RUIZ,))
    assert status_word("denied", [negated]) == "negated"
    assert status_word("denied", [negated, denied]) == "denied"
    assert status_word("asserted", [plain]) == "asserted"


def test_what_somebody_has_not_verified_is_not_told_as_denied(plain: Evidence) -> None:
    doubt = replace(plain, polarity="negative", roles={"agent": (Thing("urn:g", "The Gazette"),)})
    side = Told("urn:p", Thing("urn:e", "the dam broke"), Thing("urn:s", "status"), Thing("urn:a", "alleged"), "positive", 1, 1, (), (doubt,))
    conflict = Disagreement("urn:c", "status", "asserted-and-doubted", (side,))
    assert (conflicts.answer(side, conflict), conflicts.standing(side, conflict)) == ("not verified", "not verified by The Gazette")
    both = replace(side, evidence=(replace(plain, modality="alleged", speakers=(RUIZ,)), doubt))
    assert conflicts.answer(both, conflict) == "alleged, or not verified"
    assert conflicts.standing(both, conflict) == "alleged by Ana Ruiz; not verified by The Gazette"
