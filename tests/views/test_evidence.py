"""Claims as records, compared with what the store says of them one by one."""

from __future__ import annotations

from pyoxigraph import Store

from kg.mentions import mentioned
from kg.sample import sample
from kg.views.evidence import all_claims, claims_where, read_evidence
from tests.graphs import ARTICLES


def test_every_claim_is_read_as_the_sample_reads_it(store: Store) -> None:
    read = {one.claim: one for one in read_evidence(store, all_claims(store))}
    drawn = sample(store, 1000, 1)
    assert len(drawn) == len(read) > 10
    for claim in drawn:
        one = read[claim.claim]
        assert (one.sentence, one.polarity, one.modality, one.confidence) == (claim.sentence, claim.polarity, claim.modality, claim.confidence)
        assert (one.subject.label, one.relation.label, one.object.label) == (claim.subject, claim.relation, claim.object)
        assert {role: sorted(thing.label for thing in things) for role, things in one.roles.items()} == claim.roles
        assert [speaker.label for speaker in one.speakers] == claim.attributed_to
        assert one.article.id == claim.document
        assert one.rule == claim.rule


def test_the_words_are_those_of_the_article(store: Store) -> None:
    for one in read_evidence(store, all_claims(store)):
        day, publisher, text = ARTICLES[one.article.id]
        assert text[one.begin : one.end] == one.sentence
        assert (one.article.date, one.article.publisher) == (day, publisher)


def test_times_numbers_and_cues(store: Store) -> None:
    read = read_evidence(store, all_claims(store))
    assert {when.value for one in read for when in one.times} >= {"2013/..", "2025-06-01", "2025-05-20"}
    assert {(n.label, n.value, n.min, n.of) for one in read for n in one.quantities} == {("at least 12", "12", "12", "at least 12 people")}
    assert {speaker.cue for one in read for speaker in one.speakers} >= {"said", "accused", "denied"}


def test_the_order_is_that_of_the_words(store: Store) -> None:
    read = read_evidence(store, reversed(all_claims(store)))
    assert [(one.article.date, one.begin) for one in read] == sorted((one.article.date, one.begin) for one in read)


def test_claims_by_a_path(store: Store) -> None:
    claims = claims_where(store, "kg:agent", ["urn:newskg:entity/ana-ruiz"])
    assert {one.lemma for one in read_evidence(store, claims)} == {"visit", "praise", "say"}


def test_what_has_no_name_is_called_by_the_words_of_the_sentence() -> None:
    sentence = "urn:newskg:document/a#char=10,60"
    mentions = [
        ("urn:newskg:document/a/mention/12-22", "the tanker"),
        ("urn:newskg:document/a/mention/30-58", "a rusty tanker off the coast"),
        ("urn:newskg:document/a/mention/70-99", "a tanker that sails for nobody"),
        ("urn:newskg:document/b/mention/12-40", "a tanker of another article!"),
        ("urn:newskg:document/a/mention/23-25", "it"),
    ]
    assert mentioned(mentions, sentence, happening=False) == "rusty tanker off the coast"
    assert mentioned(mentions[-1:], sentence, happening=False) == ""
    assert mentioned([("urn:newskg:document/a/mention/12-18", "struck")], sentence, happening=True) == ""
