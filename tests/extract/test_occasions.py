"""When a happening is, where the words around it tell: the happening that it is counted from, the clause that it goes with."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, table
from tests.parses import read

TODAY = "2026-03-10"
CASES: dict[str, list[Any]] = {
    "since a happening of before": [
        ("The army seized a truck on March 2. Since that seizure, it has stopped two trains.", "stop", "2026-03-02/.."),
        ("The jury reached its verdict on February 3. Since the verdict, three jurors have quit.", "quit", "2026-02-03/.."),
        ("The merger took place in May 2025. Nordbank shares have fallen since the merger.", "fall", "2025-05/.."),
    ],
    "since a happening with a date": [
        ("The club has lost four games since the April merger.", "lose", "2025-04/.."),
        ("Malaria has spread since the flood of 2022.", "spread", "2022/.."),
        ("Chad has had six leaders since independence from France in 1960.", "have", "1960/.."),
    ],
    "since a clause with a date": [
        ("Exports have grown since the firm opened a plant in May 2019.", "grow", "2019-05/.."),
        ("Rebels have burned nine villages since the truce collapsed on January 5.", "burn", "2026-01-05/.."),
        ("Ana Ruiz has won every race since she joined the team in 2024.", "win", "2024/.."),
    ],
    "since, of what lasts": [
        ("The strike has lasted since Monday.", "last", "2026-03-09/.."),
        ("The club has not lasted a season since 2019.", "last", "2019/.."),
        ("Talks with the bank have lasted since May 2025.", "last", "2025-05/.."),
    ],
    "until": [
        ("He served in the navy until 1959.", "serve in", "../1959"),
        ("The school is closed until Friday.", "close", "../2026-03-13"),
        ("The bridge did not open until 1934.", "open", "../1934"),
        ("Until last week the rebels held the town.", "hold", "../2026-W10"),
        ("Ana Ruiz was the mayor of Lima until 2014.", "be", "../2014"),
    ],
    "until, of what is put off": [
        ("The court postponed the trial until June.", "postpone", None),
        ("The court postponed the trial until June.", "trial", "2026-06"),
        ("The union delayed the election until May 20.", "elect", "2026-05-20"),
    ],
    "since of a reason": [
        ("The firm closed the plant since it made losses in 2019.", "close", None),
        ("The coach rested him since he played on Sunday.", "rest", None),
        ("The judge freed him since the police lost the files in May.", "free", None),
    ],
    "since the last one like it": [
        ("Profits fell 3 percent, the steepest drop since 1991.", "fall", None),
        ("The win marked the first title since May 2024.", "mark", None),
        ("The storm was the worst to hit the coast since 1998.", "hit", None),
        ("Chad has seen the worst wave of violence since rebels took the capital in 2008.", "see", None),
    ],
    "so long after a happening": [
        ("The court reached a verdict on May 4, 2025. Two days after the verdict, he fled to Chile.", "flee", "2025-05-06"),
        ("The merger was signed on June 30, 2025. The chairman resigned two weeks before the merger.", "resign", "2025-W25"),
        ("A summit was held in Quito on June 2, 2025. A day after the summit, the rebels attacked a barracks.", "attack", "2025-06-03"),
    ],
    "when": [
        ("The spokesman gave no answer when asked on Friday.", "give", "2026-03-06"),
        ("Two people were killed when a bomb exploded on Saturday.", "kill", "2026-03-07"),
        ("The bank lost millions when the fund collapsed in January.", "lose", "2026-01"),
    ],
    "a day before two clauses": [
        ("On Friday, the club sold its keeper and hired a coach.", "hire", "2026-03-06"),
        ("In January, the rebels took the town and burned its mill.", "burn", "2026-01"),
        ("On Monday the court heard the banker and jailed his brother.", "jail", "2026-03-09"),
    ],
    "a day of the first clause": [
        ("The club sold its keeper on Friday and hired a coach.", "hire", None),
        ("The rebels took the town in January and burned its mill.", "burn", None),
        ("The court heard the banker on Monday and jailed his brother.", "jail", None),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "value"), table(CASES))
def test_when_it_is(text: str, lemma: str, value: str | None) -> None:
    extraction = read(text, TODAY)
    told = event(extraction, lemma)
    found = next((time.value for time in extraction.times if time.id == told.time), None)
    assert (f"{found}/.." if told.since else f"../{found}" if told.until else found) == value


@pytest.mark.parametrize("text", ["The school is closed until Friday.", "The road stays shut until April.", "The museum is open until June 1."])
def test_what_lasts_until_some_day_is_now(text: str) -> None:
    assert {e.modality for e in read(text, TODAY).events} == {"actual"}


def test_a_time_is_no_happening_of_itself() -> None:
    """The "end" of a year and "March" are words for other things too."""
    for text in ("Prices doubled by the end of 2019.", "Profits fell in the year to last March.", "They met at the start of May."):
        assert not [c for c in read(text, TODAY).claims if c.predicate == "time"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Fans remember the 2019 election.", "2019"),
        ("The mayor spoke of the 2022 flood.", "2022"),
        ("Investors have forgotten the 2008 crash.", "2008"),
    ],
)
def test_a_happening_of_which_only_the_year_is_told_has_a_claim(text: str, year: str) -> None:
    extraction = read(text, TODAY)
    values = {time.id: time.value for time in extraction.times}
    assert [values[c.object] for c in extraction.claims if c.predicate == "time"] == [year]
