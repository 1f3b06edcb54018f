"""TIMEX3 values by document date, over war, business, courts and sport. 2026-01-02 is a Friday."""

from __future__ import annotations

import pytest

from tests.parses import read

FRIDAY = "2026-01-02"
CASES = [
    ("The dam broke on 2025-03-09.", "2025-03-09"),
    ("The trial opened on March 9, 2025.", "2025-03-09"),
    ("The trial opened on 9 March 2025.", "2025-03-09"),
    ("Shares fell on December 10th.", "2025-12-10"),
    ("The club was sold in November.", "2025-11"),
    ("The club was sold in November 2019.", "2019-11"),
    ("The strike ended in late December 2025.", "2025-12"),
    ("The minister resigned on Thursday.", "2026-01-01"),
    ("The minister resigned on Friday.", "2026-01-02"),
    ("The court will rule on Monday.", "2026-01-05"),
    ("The court ruled last Monday.", "2025-12-29"),
    ("Rebels took the town last week.", "2025-W52"),
    ("Exports rose last month.", "2025-12"),
    ("Exports rose earlier this month.", "2026-01"),
    ("Prices doubled last year.", "2025"),
    ("The ship sank on New Year's Eve.", "2025-12-31"),
    ("The ship sank yesterday.", "2026-01-01"),
    ("The bank failed three years ago.", "2023"),
    ("She was jailed in 2013.", "2013"),
    ("The airline grew in the 1990s.", "199"),
    ("Fighting has gone on for the past three months.", "P3M"),
    ("The minister resigned on Friday morning.", "2026-01-02TMO"),
    ("The factory burned down last night.", "2026-01-01TNI"),
    ("The bank was founded on 7/8/99.", "1999-07-08"),
    ("The match lasted two and a half hours.", "PT2.5H"),
    ("Talks went on for thirty minutes.", "PT30M"),
    ("The trial took several months.", "PXM"),
    ("Its annual report is late.", "P1Y"),
    ("The plant will open at the end of the year.", "2026"),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_value(text: str, value: str) -> None:
    assert [t.value for t in read(text, FRIDAY).times] == [value]


@pytest.mark.parametrize("text", ["The minister resigned on Thursday.", "Rebels took the town last week.", "The ship sank yesterday."])
def test_without_a_document_date_words_stay_words(text: str) -> None:
    (time,) = read(text).times
    assert (time.value, time.begin, time.end) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("The club was sold in November 2019.", "2019-11-01", "2019-11-30"),
        ("The strike ended in late December 2025.", "2025-12-21", "2025-12-31"),
        ("She was jailed in 2013.", "2013-01-01", "2013-12-31"),
        ("Rebels took the town last week.", "2025-12-22", "2025-12-28"),
    ],
)
def test_first_and_last_day(text: str, begin: str, end: str) -> None:
    (time,) = read(text, FRIDAY).times
    assert (time.begin, time.end) == (begin, end)


@pytest.mark.parametrize("text", ["The firm may sell 2000 seats.", "Troops march on the capital.", "He scored 21 points."])
def test_what_is_no_time(text: str) -> None:
    assert read(text, FRIDAY).times == ()


@pytest.mark.parametrize(
    ("text", "lemma", "value"),
    [
        ("In November, the ship arrived in the port.", "arrive", "2025-11"),
        ("The crash occurred on December 10th when a bus hit a truck.", "hit", "2025-12-10"),
        ("On Thursday a dam broke, killing nine villagers.", "kill", "2026-01-01"),
        ("The minister resigned on Thursday after the court convicted him.", "resign", "2026-01-01"),
        ("The minister resigned on Thursday after the court convicted him.", "convict", None),
    ],
)
def test_the_time_is_the_events_own_adverbial(text: str, lemma: str, value: str | None) -> None:
    extraction = read(text, FRIDAY)
    values = {t.id: t.value for t in extraction.times}
    found = [values.get(e.time or "") for e in extraction.events if e.lemma.split()[0] == lemma]
    assert found == [value]
