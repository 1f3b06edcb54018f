"""TIMEX3 values by document date, over war, business, courts and sport. 2026-01-02 is a Friday."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times import Time, find_times
from kg.lexicon import load_lexicon
from kg.parse import Parse
from tests.parses import lexicon, read

FRIDAY = "2026-01-02"
WEDNESDAY = "2026-03-18"
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
    ("The ferry left at 0430 local time.", "2026-01-02T04:30"),
    ("The pact was signed at 1657 GMT on Thursday.", "2026-01-01T16:57Z"),
    ("The match lasted two and a half hours.", "PT2H30M"),
    ("The siege went on for 3 1/2 years.", "P3Y6M"),
    ("The referee stopped play for a minute and a half.", "PT1M30S"),
    ("The court sat for 1.5 days.", "P1DT12H"),
    ("Talks went on for thirty minutes.", "PT30M"),
    ("The trial took several months.", "PXM"),
    ("Its earnings rise yearly.", "P1Y"),
    ("The board declared a dividend of ten cents, payable Dec. 1.", "2025-12-01"),
    ("The temple was built more than 1,200 years ago.", "08"),
    ("The bank was founded 300 years ago.", "17"),
    ("The final is pencilled in for May 23.", "2026-05-23"),
    ("The club never explained the Jan. 14 cutoff.", "2026-01-14"),
    ("The judge extended the ban to March 17.", "2026-03-17"),
    ("The minister resigned on April 17.", "2025-04-17"),
    ("The court has scheduled a hearing Monday.", "2026-01-05"),
    ("Veterans march through the city each July.", "XXXX-07"),
    ("The plant pays a bonus every quarter.", "P1Q"),
    ("The tribunal meets again in the week of March 9.", "2026-W11"),
    ("Profit fell by a third in the latest quarter.", "2025-Q4"),
    ("The airline lost money in the quarter.", "2025-Q4"),
    ("The economy should grow in coming months.", "FUTURE_REF"),
    ("The plant will open at the end of the year.", "2026"),
    ("The firm planned to open the plant on Monday.", "2026-01-05"),
    ("The union intended to strike on Tuesday.", "2026-01-06"),
    ("The club hoped to sell the striker on Sunday.", "2026-01-04"),
    ("Police have given him until Monday to leave.", "2026-01-05"),
    ("The minister could not be reached on Wednesday.", "2025-12-31"),
    ("The match was played on Friday, October 24.", "2025-10-24"),
    ("The bishop speaks on Monday, March 2.", "2026-03-02"),
    ("The bridge fell last October 3.", "2025-10-03"),
    ("The pact signed on May 6 failed.", "2025-05-06"),
    ("The bank expects to report a loss for the fourth quarter.", "2025-Q4"),
    ("The court will rule soon.", "FUTURE_REF"),
    ("The judge is expected to rule on Monday.", "2026-01-05"),
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
        ("The trial ran from Nov. 17 to 19.", "2025-11-17", "2025-11-19"),
        ("The envoys met in Lima from November 9 through 11.", "2025-11-09", "2025-11-11"),
        ("The strike lasted from 3 to 5 November.", "2025-11-03", "2025-11-05"),
        ("The festival was held December 15 to 19.", "2025-12-15", "2025-12-19"),
        ("The bank will publish its results between March 3 and 5.", "2026-03-03", "2026-03-05"),
        ("The army shelled the port between 3 and 5 December.", "2025-12-03", "2025-12-05"),
        ("The club lost both matches on December 3 and 4.", "2025-12-03", "2025-12-04"),
        ("The trial ran from Nov. 17 to 19, 2019.", "2019-11-17", "2019-11-19"),
        ("The envoys met in Lima on Nov. 18-19.", "2025-11-18", "2025-11-19"),
        # no range
        ("The bodies were found on December 2 and 9.", "2025-12-02", "2025-12-02"),
        ("On December 3 and 4 firms closed.", "2025-12-03", "2025-12-03"),
        ("The shares fell on December 15 to 9 dollars.", "2025-12-15", "2025-12-15"),
        ("The toll rose on December 15 to 19 people.", "2025-12-15", "2025-12-15"),
    ],
)
def test_first_and_last_day(text: str, begin: str, end: str) -> None:
    (time,) = read(text, FRIDAY).times
    assert (time.begin, time.end) == (begin, end)


@pytest.mark.parametrize(
    "text",
    [
        "The firm may sell 2000 seats.",
        "Troops march on the capital.",
        "He scored 21 points.",
        "The miners soon calmed down.",
        "The bank soon sold the mine.",
        "The striker soon left the club.",
    ],
)
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
        ("The judge set the trial for April 22.", "trial", "2026-04-22"),
        ("The judge set the trial for April 22.", "set", None),
        ("The launch was postponed until March 3.", "launch", "2026-03-03"),
        ("The final was scheduled for May 3.", "scheduled", None),
        ("The ferry sank on Monday evening. It left the port at 18:30.", "leave", "2025-12-29T18:30"),
        ("The army's raid earlier this week was its first.", "raid", "2026-W01"),
        ("The judge is expected to rule on Monday.", "rule", "2026-01-05"),
        ("The ministers agreed on Thursday.", "agree", "2026-01-01"),
        ("The club decided on Monday.", "decide", "2025-12-29"),
    ],
)
def test_the_time_is_the_events_own_adverbial(text: str, lemma: str, value: str | None) -> None:
    extraction = read(text, FRIDAY)
    values = {t.id: t.value for t in extraction.times}
    found = [values.get(e.time or "") for e in extraction.events if e.lemma.split()[0] == lemma]
    assert found == [value]


#: Text, and of each time in it "words = type value"; told on Wednesday, 18 March 2026.
SPANS = [
    # days
    ("The treaty was signed on Sept. 30, 2012.", "Sept. 30, 2012 = DATE 2012-09-30"),
    ("The treaty was signed on 30 September 2012.", "30 September 2012 = DATE 2012-09-30"),
    ("The treaty was signed on the 30th of September, 2012.", "the 30th of September, 2012 = DATE 2012-09-30"),
    ("The log is dated 2012/10/01.", "2012/10/01 = DATE 2012-10-01"),
    ("The log is dated 10/31/2012.", "10/31/2012 = DATE 2012-10-31"),
    ("The vaccine was approved on Oct. 1.", "Oct. 1 = DATE 2025-10-01"),
    ("The vaccine was approved on Oct 1.", "Oct 1 = DATE 2025-10-01"),
    ("The vaccine was approved on 1 Oct.", "1 Oct. = DATE 2025-10-01"),
    ("The senators will vote on January 6.", "January 6 = DATE 2027-01-06"),
    ("The striker signed on Tuesday, March 10.", "Tuesday, March 10 = DATE 2026-03-10"),
    ("The festival ran from June 3 to June 9, 2024.", "June 3 = DATE 2025-06-03", "June 9, 2024 = DATE 2024-06-09"),
    ("The festival was held on June 3-9, 2024.", "June 3-9, 2024 = DATE 2024-06-03"),
    ("The bridge opens on 31 February 2027.", "February 2027 = DATE 2027-02"),
    # days of the week
    ("The bank closed two branches on Tuesday.", "Tuesday = DATE 2026-03-17"),
    ("The bank closed two branches on Wednesday.", "Wednesday = DATE 2026-03-18"),
    ("The bank will close two branches on Tuesday.", "Tuesday = DATE 2026-03-24"),
    ("The minister plans to resign on Thursday.", "Thursday = DATE 2026-03-19"),
    ("The witness failed to appear on Thursday.", "Thursday = DATE 2026-03-12"),
    ("The general was killed early Tuesday.", "early Tuesday = DATE 2026-03-17"),
    ("The general was killed late on Monday.", "Monday = DATE 2026-03-16"),
    ("The champions lost on Monday night.", "Monday night = TIME 2026-03-16TNI"),
    ("The champions lost early Sunday morning.", "early Sunday morning = TIME 2026-03-15TMO"),
    ("Voters go to the polls next Sunday.", "next Sunday = DATE 2026-03-22"),
    ("The board met last Wednesday.", "last Wednesday = DATE 2026-03-11"),
    ("The board met on Monday of last week.", "Monday of last week = DATE 2026-03-09"),
    ("The court sits every Tuesday.", "every Tuesday = SET XXXX-WXX-2"),
    ("The clinic is closed on Mondays.", "Mondays = SET XXXX-WXX-1"),
    # the clock
    ("The quake struck at 6:40 p.m. on Tuesday.", "6:40 p.m. on Tuesday = TIME 2026-03-17T18:40"),
    ("The trial resumed on Tuesday at 8 a.m.", "Tuesday at 8 a.m. = TIME 2026-03-17T08:00"),
    ("The rocket lifted off at 18:00 UTC.", "18:00 UTC = TIME 2026-03-18T18:00Z"),
    ("The rocket lifted off at 18:05.", "18:05 = TIME 2026-03-18T18:05"),
    ("The strike began at midnight.", "midnight = TIME 2026-03-18T24:00"),
    ("The strike began at noon on Monday.", "noon on Monday = TIME 2026-03-16T12:00"),
    ("The image of 2024-05-06T07:08:09Z shows the crater.", "2024-05-06T07:08:09Z = TIME 2024-05-06T07:08:09Z"),
    ("The fire started at 12 a.m. on July 4, 2025.", "12 a.m. on July 4, 2025 = TIME 2025-07-04T00:00"),
    # parts of the day
    ("The rebels shelled the port overnight.", "overnight = TIME 2026-03-18TNI"),
    ("The rebels shelled the port this morning.", "this morning = TIME 2026-03-18TMO"),
    ("The rebels shelled the port yesterday evening.", "yesterday evening = TIME 2026-03-17TEV"),
    ("The final is played tonight.", "tonight = TIME 2026-03-18TNI"),
    ("The prime minister resigned earlier in the day.", "earlier in the day = DATE 2026-03-18"),
    # months
    ("Inflation fell in February.", "February = DATE 2026-02"),
    ("Inflation fell in April.", "April = DATE 2025-04"),
    ("The plant will close in April.", "April = DATE 2026-04"),
    ("The ceasefire has held since May.", "May = DATE 2025-05"),
    ("The ceasefire should hold until mid-April.", "mid-April = DATE 2026-04"),
    ("The data cover 2012-10.", "2012-10 = DATE 2012-10"),
    ("The refinery opened in late August 2019.", "late August 2019 = DATE 2019-08"),
    ("The refinery will open at the end of June.", "the end of June = DATE 2026-06"),
    ("The striker was hurt last October.", "last October = DATE 2025-10"),
    ("The union will vote next January.", "next January = DATE 2027-01"),
    # quarters, halves, seasons
    ("Profit rose in the first quarter of 2013.", "the first quarter of 2013 = DATE 2013-Q1"),
    ("Profit rose in the third quarter.", "the third quarter = DATE 2025-Q3"),
    ("The firm will report a loss for the second quarter.", "the second quarter = DATE 2026-Q2"),
    ("Sales doubled in the first half of 2012.", "the first half of 2012 = DATE 2012-H1"),
    ("Sales doubled in Q4 2024.", "Q4 2024 = DATE 2024-Q4"),
    ("The drought began in spring 2013.", "spring 2013 = DATE 2013-SP"),
    ("The drought began in the summer of 2010.", "the summer of 2010 = DATE 2010-SU"),
    ("The drought began last summer.", "last summer = DATE 2025-SU"),
    # years and longer
    ("The charity was founded in mid-2011.", "mid-2011 = DATE 2011"),
    ("The charity was founded at the end of 2012.", "the end of 2012 = DATE 2012"),
    ("The pension scheme starts beginning in 2027.", "2027 = DATE 2027"),
    ("Earnings fell in fiscal 2013.", "fiscal 2013 = DATE FY2013"),
    ("The dictator ruled from 1969 to 2011.", "1969 = DATE 1969", "2011 = DATE 2011"),
    ("The treaty shaped the early 1990s.", "the early 1990s = DATE 199"),
    ("The singer was famous in the '80s.", "the '80s = DATE 198"),
    ("The castle dates from the 19th century.", "the 19th century = DATE 18"),
    ("Cities will grow in the twenty-first century.", "the twenty-first century = DATE 20"),
    ("He led the club in 2009-11.", "2009-11 = DURATION P2Y"),
    ("He led the club in 1955-2011.", "1955-2011 = DURATION P56Y"),
    ("He led the club in 1998-99.", "1998-99 = DURATION P1Y"),
    # by the document's day
    ("The envoy arrives tomorrow.", "tomorrow = DATE 2026-03-19"),
    ("The envoy arrived the day before yesterday.", "the day before yesterday = DATE 2026-03-16"),
    ("The court will rule later this year.", "later this year = DATE 2026"),
    ("The court ruled late last year.", "late last year = DATE 2025"),
    ("The court will rule next week.", "next week = DATE 2026-W13"),
    ("Thousands marched over the weekend.", "the weekend = DATE 2026-W11-WE"),
    ("Thousands will march this weekend.", "this weekend = DATE 2026-W12-WE"),
    ("The tanker ran aground a decade ago.", "a decade ago = DATE 201"),
    ("The tanker ran aground two weeks ago.", "two weeks ago = DATE 2026-W10"),
    ("The tanker ran aground twenty-five years ago.", "twenty-five years ago = DATE 2001"),
    ("The tanker ran aground three months ago.", "three months ago = DATE 2025-12"),
    ("The tanker ran aground years ago.", "years ago = DATE PAST_REF"),
    ("The tanker ran aground several years ago.", "several years ago = DATE PAST_REF"),
    # by the day that the text spoke of
    ("The mine was shut on March 2, and the owner fled the next day.", "March 2 = DATE 2026-03-02", "the next day = DATE 2026-03-03"),
    ("The mine was shut on March 2. Police raided the office a day earlier.", "March 2 = DATE 2026-03-02", "a day earlier = DATE 2026-03-01"),
    ("The club was sold in 2014. It went bankrupt the following year.", "2014 = DATE 2014", "the following year = DATE 2015"),
    ("The virus spread in June 2020. Schools closed that month.", "June 2020 = DATE 2020-06", "that month = DATE 2020-06"),
    ("Profit fell in the third quarter of 2013 from a year earlier.", "the third quarter of 2013 = DATE 2013-Q3", "a year earlier = DATE 2012-Q3"),
    ("Two miners died the next day.", "the next day = DATE None"),
    # lengths
    ("Exports have grown for the past decade.", "the past decade = DURATION P10Y"),
    ("Doctors saw forty patients in the last 24 hours.", "the last 24 hours = DURATION PT24H"),
    ("The siege lasted a decade.", "a decade = DURATION P10Y"),
    ("The player signed a two-year contract.", "a two-year = DURATION P2Y"),
    ("The leaders met for a five-day summit.", "a five-day = DURATION P5D"),
    ("The pilot waited half an hour.", "half an hour = DURATION PT30M"),
    ("The pilot waited two and a half hours.", "two and a half hours = DURATION PT2H30M"),
    ("The merger took several years.", "several years = DURATION PXY"),
    ("The decades-long feud ended.", "decades-long = DURATION PXDE"),
    ("The judge sentenced him to twenty-five years in prison.", "twenty-five years = DURATION P25Y"),
    ("The temple stood for two hundred years.", "two hundred years = DURATION P200Y"),
    ("The temple stood for 100 years.", "100 years = DURATION P100Y"),
    ("The blockade has gone on for months.", "months = DURATION PXM"),
    ("The weeklong strike hurt airlines.", "weeklong = DURATION P1W"),
    # what returns
    ("The hospital treats sixty people every day.", "every day = SET P1D"),
    ("The committee meets once a week.", "once a week = SET P1W"),
    ("The committee meets twice a year.", "twice a year = SET P1Y"),
    ("The paper is published daily.", "daily = SET P1D"),
    # vague references
    ("The army now controls the town.", "now = DATE PRESENT_REF"),
    ("The airline recently cut its fares.", "recently = DATE PAST_REF"),
    ("Rents have soared in recent years.", "recent years = DATE PAST_REF"),
    ("The drug may soon be approved.", "soon = DATE FUTURE_REF"),
    ("The party has lied in the past.", "the past = DATE PAST_REF"),
    ("The company will invest more in the future.", "the future = DATE FUTURE_REF"),
    ("Nobody was hurt at the time.", "the time = DATE PAST_REF"),
    ("Turnout will rise in the coming weeks.", "the coming weeks = DATE FUTURE_REF"),
    # feasts
    ("Airports were crowded on Thanksgiving.", "Thanksgiving = DATE 2025-11-27"),
    ("Airports were crowded on Labor Day.", "Labor Day = DATE 2025-09-01"),
    ("Airports were crowded on Memorial Day 2024.", "Memorial Day 2024 = DATE 2024-05-27"),
    ("The pope will speak on Good Friday.", "Good Friday = DATE 2026-04-03"),
    ("The law was passed after 9/11.", "9/11 = DATE 2001-09-11"),
]


def told(text: str, day: str | None) -> list[str]:
    return [f"{text[t.span[0] : t.span[1]]} = {t.type} {t.value}" for t in read(text, day).times]


@pytest.mark.parametrize(("text", "expected"), [(text, list(expected)) for text, *expected in SPANS], ids=[text for text, *_ in SPANS])
def test_words_type_and_value(text: str, expected: list[str]) -> None:
    assert told(text, WEDNESDAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The suspect, aged 45, was arrested.",
        "A 45-year-old nurse was arrested.",
        "The nurse is 45 years old.",
        "The board said this may hurt sales.",
        "The now-cancelled concert cost millions.",
        "The soon-to-open museum is in Lima.",
        "The court heard from a recently-announced witness.",
        "A quarter of voters stayed at home.",
        "The Daily Mail reported the theft.",
        "Rebels march 3 miles to the border.",
        "The price rose by 20.15 dollars.",
        "The team won 3-2 on penalties.",
        "The factory made 1,950 cars.",
        "He was not the man that she had met.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert told(text, WEDNESDAY) == []


@pytest.mark.parametrize(
    "text", ["The mine closed two weeks ago.", "The mine closed at 6 p.m.", "The mine closed over the weekend.", "The mine closed on Easter."]
)
def test_nothing_is_invented_without_a_day(text: str) -> None:
    (time,) = read(text).times
    assert (time.value, time.begin, time.end) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Profit rose in the first quarter of 2013.", "2013-01-01", "2013-03-31"),
        ("Sales doubled in the second half of 2012.", "2012-07-01", "2012-12-31"),
        ("The treaty shaped the 1990s.", "1990-01-01", "1999-12-31"),
        ("The treaty shaped the 19th century.", "1800-01-01", "1899-12-31"),
        ("The drought began in winter 2013.", "2013-12-01", "2014-02-28"),
        ("The plant closed in early 2011.", "2011-01-01", "2011-05-01"),
        ("The festival was held on June 3-9, 2024.", "2024-06-03", "2024-06-09"),
        ("Exports have grown for the past three weeks.", "2026-02-25", "2026-03-18"),
    ],
)
def test_first_and_last_day_of_longer_periods(text: str, begin: str, end: str) -> None:
    (time,) = read(text, WEDNESDAY).times
    assert (time.begin, time.end) == (begin, end)


FEAST = """@prefix kg: <https://w3id.org/newskg/ontology#> .
kg:FoundersDay a kg:TimeWord ; kg:slot "feast" ; kg:code "08 1MO" ; kg:ambiguous true ; kg:word "Founders' Day" .
kg:TimeAndCounting a kg:TimePattern ; kg:computation "ago" ; kg:template "{count} {units} and counting {direction}" .
"""


def test_a_user_adds_a_feast_and_a_pattern(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(FEAST, "utf-8")
    rules = load_lexicon([path]).times
    first, second = plain("The port closed on Founders' Day ."), plain("The port closed three weeks and counting ago .")
    assert [t.value for t in find_times(first, WEDNESDAY, rules)] == ["2026-08-03"]
    assert [t.value for t in find_times(second, WEDNESDAY, rules)] == ["2026-W09"]
    assert find_times(first, WEDNESDAY, lexicon().times) == []


def plain(text: str) -> Parse:
    """Tokens without a reading: what needs no verb and no tag is found in them too."""
    tokens = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[\w./:'-]+|[^\w\s]", text)]
    count = len(tokens)
    parse = Parse(
        words=[word for word, _, _ in tokens],
        begins=[begin for _, begin, _ in tokens],
        ends=[end for _, _, end in tokens],
        spaced=[text[end : end + 1] == " " for _, _, end in tokens],
        sentences=[(0, count)],
        kinds=["text"],
        heads=list(range(count)),
    )
    parse.lemmas = parse.tags = parse.pos = parse.deps = parse.entity_types = [""] * count
    parse.children = [[] for _ in tokens]
    return parse


MONTHS = "January February March April May June July August September October November December".split()
FORMATS = [
    lambda d: d.isoformat(),
    lambda d: d.isoformat().replace("-", "/"),
    lambda d: f"{d.month}/{d.day}/{d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {d.day}th of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
]


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMATS))
def test_a_full_date_comes_back_whatever_its_form(day: date, form: object) -> None:
    text = f"The bank failed on {form(day)} ."  # type: ignore[operator]
    (time,) = find_times(plain(text), None, lexicon().times)
    assert (time.value, time.begin, time.end) == (day.isoformat(),) * 3


VOCABULARY = """Monday May march the a an last next past early late of in 2013 2009-11 12:30 p.m. three two-year years year week ago earlier later day
before quarter first half 19th century every daily now - , ( ) 's end '80s 100 Christmas Eve morning to and from 3 31 Feb. UTC
weekend this that""".split()


@given(st.lists(st.sampled_from(VOCABULARY), max_size=30), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_jumble_of_words_gives_times_that_do_not_overlap(words: list[str], today: date) -> None:
    parse = plain(" ".join(words))
    times: list[Time] = find_times(parse, today.isoformat(), lexicon().times)
    for time in times:
        assert 0 <= time.first <= time.last < len(parse)
        assert (time.begin is None) == (time.end is None)
        assert (time.begin or "") <= (time.end or "")
    assert all(one.last < other.first for one, other in pairwise(times))


@pytest.mark.parametrize("word", ["the", "a", "Monday", "2013", "three", "early", "next"])
def test_a_long_sentence_takes_time_in_proportion(word: str) -> None:
    def seconds(count: int) -> float:
        parse = plain(" ".join([word] * count))
        start = process_time()
        find_times(parse, WEDNESDAY, lexicon().times)
        return process_time() - start

    seconds(500)  # compiles the patterns
    short, long = min(seconds(2_000) for _ in range(3)), min(seconds(16_000) for _ in range(2))
    assert long < 16 * short + 0.05
