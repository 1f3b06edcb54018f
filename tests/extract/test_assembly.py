"""The records of one document fit together: every reference resolves, every span lies in the text, and the same document reads the same twice."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import Extraction, Span
from kg.parse import Parse
from tests.extract.telling import event
from tests.parses import document, lexicon, parsed, read

#: Sentences that are put together into documents; each means something by itself.
SENTENCES = (
    "Rebels attacked the town of Merowe on Sunday.",
    "The court fined the airline two million euros.",
    "Police arrested the banker at his home on Monday.",
    "Kenyan troops carried out a strike on a camp.",
    "The army said rebels had burned the bridge.",
    "The merger, the chairman said, will create jobs.",
    "According to the police, the driver fled the scene.",
    'The captain said: "We lost the ball. The defence slept. They scored twice." The match ended in May.',
    "Reuters reported that the minister denied that the army shelled the town.",
    "The army's claim that rebels burned the port was false.",
    "Anna Berg won the race. She thanked her coach.",
    "Kenyan President William Ruto flew to Paris. The Kenyan president met investors.",
    "A bomb exploded in the market, killing nine people.",
    "The quake injured more than 110 villagers.",
    "Dozens of strikes hit the port.",
    "Its neighbour, Colombia, closed the border.",
    "Police arrested the trader on French territory.",
    "The bank is prepared to sell the unit.",
    "The club announced a plan, comprising two stadiums and a school.",
    "The vaccination of children by nurses resumed.",
    "The candidate is expected to win the election.",
    "It rained in Lima on Monday.",
    "Toyota recalled cars in Japan. The company apologized to drivers.",
    "The court presented no evidence.",
    "If rebels attack the airport, flights will stop.",
)


def joined(texts: Sequence[str]) -> tuple[str, Parse]:
    """Texts one after another, and their kept parses as one."""
    whole, begin = Parse(), 0
    for text in texts:
        part, tokens, sentences = parsed(text), len(whole), len(whole.sentences)
        for name in ("words", "lemmas", "tags", "pos", "deps", "entity_types", "entity_starts", "kinds", "citations"):
            getattr(whole, name).extend(getattr(part, name))
        whole.spaced += [*part.spaced[:-1], True]
        whole.heads += [tokens + head for head in part.heads]
        whole.begins += [begin + offset for offset in part.begins]
        whole.ends += [begin + offset for offset in part.ends]
        whole.sentence_of += [sentences + n for n in part.sentence_of]
        whole.sentences += [(tokens + first, tokens + after) for first, after in part.sentences]
        whole.children += [[tokens + child for child in children] for children in part.children]
        begin += len(text) + 1
    return " ".join(texts), whole


def read_joined(texts: Sequence[str]) -> Extraction:
    text, parse = joined(texts)
    return extract(document(text, "2026-01-02"), parse, lexicon())


DOCUMENTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)


@given(DOCUMENTS)
def test_identifiers_are_unique(texts: list[str]) -> None:
    extraction = read_joined(texts)
    for name in ("entities", "mentions", "times", "quantities", "events", "attributions", "claims"):
        ids = [record.id for record in getattr(extraction, name)]
        assert len(set(ids)) == len(ids), name


@given(DOCUMENTS)
def test_references_resolve(texts: list[str]) -> None:
    extraction = read_joined(texts)
    entities, events = {e.id for e in extraction.entities}, {e.id for e in extraction.events}
    times, quantities = {t.id for t in extraction.times}, {q.id for q in extraction.quantities}
    attributions = {a.id for a in extraction.attributions}
    anybody, sentences = entities | events, range(len(extraction.sentences))
    assert {m.entity for m in extraction.mentions} <= anybody
    assert {q.of for q in extraction.quantities} <= anybody | {None}
    assert {a.entity for a in extraction.attributions} <= entities | {None}
    assert {a.parent for a in extraction.attributions} <= attributions | {None}
    for told in extraction.events:
        assert {r.entity for r in told.roles} <= anybody - {told.id}
        assert told.time in times | {None}
        assert told.place in entities | {None}
        assert set(told.quantities) <= quantities
        assert told.attribution in attributions | {None}
        assert told.sentence in sentences
    for claim in extraction.claims:
        assert {claim.subject, claim.object} <= anybody | ({event.time for event in extraction.events} if claim.predicate == "time" else set())
        assert claim.event in events | {None}
        assert claim.attribution in attributions | {None}
        assert claim.sentence in sentences


@given(DOCUMENTS)
def test_spans_are_words_of_the_text(texts: list[str]) -> None:
    extraction = read_joined(texts)
    text = extraction.document.text
    spans: list[Span] = [*extraction.sentences]
    for records in (extraction.mentions, extraction.times, extraction.quantities):
        spans += [record.span for record in records]
    for told in extraction.events:
        spans += [told.trigger, told.phrase, *(r.span for r in told.roles)]
        begin, end = extraction.sentences[told.sentence]
        assert begin <= told.phrase[0] <= told.trigger[0] < told.trigger[1] <= end
    for attribution in extraction.attributions:
        spans += [*attribution.source, *attribution.cue, *attribution.content]
    for begin, end in spans:
        assert 0 <= begin < end <= len(text)
        assert text[begin:end] == text[begin:end].strip()


@given(DOCUMENTS)
def test_attributions_lead_outwards(texts: list[str]) -> None:
    parents = {a.id: a.parent for a in read_joined(texts).attributions}
    for attribution in parents:
        seen: list[str] = []
        at: str | None = attribution
        while at is not None:
            assert at not in seen
            seen.append(at)
            at = parents[at]


@given(DOCUMENTS)
def test_the_same_document_reads_the_same_twice(texts: list[str]) -> None:
    assert read_joined(texts) == read_joined(texts)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_what_a_text_tells_does_not_hang_on_what_follows(first: str, second: str) -> None:
    alone, followed = read_joined([first]), read_joined([first, second])
    assert [e.lemma for e in alone.events] == [e.lemma for e in followed.events][: len(alone.events)]
    assert [a.cue for a in alone.attributions] == [a.cue for a in followed.attributions][: len(alone.attributions)]


@pytest.mark.parametrize("text", SENTENCES)
def test_joining_one_text_changes_nothing(text: str) -> None:
    """The joined parses of this module are worth as much as kept ones."""
    whole, kept = joined([text])[1], parsed(text)
    for field in dataclasses.fields(Parse):
        if field.name != "spaced":
            assert getattr(whole, field.name) == getattr(kept, field.name)


@pytest.mark.parametrize("text", ["During the trial it rained.", "After the election, shares fell.", "Doctors slept during the match."])
def test_a_noun_that_only_dates_another_happening_makes_no_claim(text: str) -> None:
    extraction = read(text)
    (dating,) = [e for e in extraction.events if e.nominal]
    assert dating.id not in {claim.event for claim in extraction.claims}


@pytest.mark.parametrize("text", ["It rained in Lima on Monday.", "The general hesitated.", "The firm grew."])
def test_a_verb_needs_a_participant_or_a_place(text: str) -> None:
    assert all(e.roles or e.place for e in read(text).events if not e.nominal)


@pytest.mark.parametrize(
    ("text", "lemma", "value"),
    [
        ("The trial of the mayor opened in May 2024.", "open", "2024-05"),
        ("The striker was banned for two years in 2019.", "ban", "2019"),
        ("Rebels held the town for nine years.", "hold", None),
        ("The dam broke on the morning of 5 May 2024.", "break", "2024-05-05"),
        ("The protest happened on Friday in Lima.", "protest", "2026-01-02"),
    ],
)
def test_time_of_an_event(text: str, lemma: str, value: str | None) -> None:
    extraction = read(text, "2026-01-02")
    values = {t.id: t.value for t in extraction.times}
    assert values.get(event(extraction, lemma).time or "") == value


@pytest.mark.parametrize(
    ("text", "lemma", "amounts"),
    [
        ("A bomb exploded in the market, killing nine people.", "kill", [9.0]),
        ("The company laid off 300 workers.", "lay off", [300.0]),
        ("The army carried out twelve strikes on the port.", "strike", [12.0]),
        ("Three villages were flooded and nine farmers drowned.", "flood", [3.0]),
        ("The judge freed the banker.", "free", []),
    ],
)
def test_quantities_of_an_event(text: str, lemma: str, amounts: list[float]) -> None:
    extraction = read(text)
    values = {q.id: q.value for q in extraction.quantities}
    assert [values[q] for q in event(extraction, lemma).quantities] == amounts


def test_codes_come_from_the_event_type() -> None:
    attack = event(read("Rebels attacked the town of Merowe on Sunday."), "attack")
    kind = lexicon().event_types[attack.type]
    assert (attack.plover, attack.cameo, attack.predicate) == (kind.plover, kind.cameo, kind.predicate) == ("ASSAULT", "180", "attacked")


@pytest.mark.parametrize(
    "text",
    [
        "The suspect 'had begged to stay locked up in hospital'.",
        "The miners asked to remain shut in the pit overnight.",
        "Voters said the clerk had pleaded to stay signed up for the runoff.",
    ],
)
def test_every_participant_is_a_record_of_the_document(text: str) -> None:
    found = read(text)
    records = [event.id for event in found.events] + [entity.id for entity in found.entities]
    assert len(records) == len(set(records))
    assert {role.entity for event in found.events for role in event.roles} <= set(records)


@pytest.mark.parametrize(
    ("text", "lemma", "modality"),
    [
        ("The firm takes over the port on June 1.", "take over", "planned"),
        ("The firm took over the port on May 1.", "take over", "actual"),
        ("The festival opens in Lima on June 7.", "open", "planned"),
        ("The museum shows her early works.", "show", "actual"),
        ("Chile welcomed a summit on May 20 in Lima.", "summit", "planned"),
        ("The coach will miss next Sunday's match.", "match", "planned"),
        ("The bank opposed next year's merger with a rival.", "merge", "planned"),
        ("The crew blamed the crash on May 2 on ice.", "crash", "actual"),
        ("The union joined last week's strike.", "strike", "actual"),
    ],
)
def test_a_day_to_come_makes_a_plan_of_the_present_and_of_a_noun(text: str, lemma: str, modality: str) -> None:
    assert event(read(text, date="2024-05-15"), lemma).modality == modality
