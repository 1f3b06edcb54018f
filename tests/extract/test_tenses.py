"""Whether a day lies behind or ahead, by the verb that it goes with, over war, business, courts, disasters, elections and sport.

2026-03-18 is a Wednesday.
"""

from __future__ import annotations

import pytest

from tests.parses import read

WEDNESDAY = "2026-03-18"
BEHIND_OR_AHEAD = [
    # what is set is ahead, whenever it was set
    ("The judge has set March 30 as the day of the verdict.", "2026-03-30"),
    ("The board set Friday as the deadline for offers.", "2026-03-20"),
    ("The referee has scheduled a replay Saturday.", "2026-03-21"),
    ("The kidnappers gave the family until Friday to pay.", "2026-03-20"),
    ("The parade was postponed until Sunday.", "2026-03-22"),
    # but not what only goes before such a verb, or was as good as over
    ("Until Monday, they had not called him a spy.", "2026-03-16"),
    ("The export figures for January extended a run of losses.", "2026-01"),
    ("The ceasefire had been due to end Tuesday night.", "2026-03-17TNI"),
    ("The offer had been scheduled to lapse on Friday.", "2026-03-13"),
    ("The permit had been due to expire April 2.", "2026-04-02"),
    # the present tells of a timetable, except where it tells what was said, hurt or cut
    ("The ministers meet Monday in Oslo.", "2026-03-23"),
    ("The champions play Cardiff on Saturday.", "2026-03-21"),
    ("The mayor says on Monday that the bridge was safe.", "2026-03-16"),
    ("Storms hit the island on Monday.", "2026-03-16"),
    # nobody could
    ("Neither the owner nor his lawyers could be reached Thursday.", "2026-03-12"),
    ("Nobody could enter the mine on Friday.", "2026-03-13"),
    ("The team could win the cup on Friday.", "2026-03-20"),
    # what goes on beside the verb has its time
    ("Shares slumped, closing at six dollars on Friday.", "2026-03-13"),
    # a month or a day of the year
    ("Crude for delivery in April fell by a dollar.", "2026-04"),
    ("The preparations for the April elections went well.", "2026-04"),
    ("Inflation fell in April.", "2025-04"),
    ("Prices have trebled since the April flood.", "2025-04"),
    ("The court ordered the ministry to free the journalist by March 16.", "2026-03-16"),
    # what nobody foresees is over, whatever the verb says; what is expected is to come
    ("The report names two officers over the killing of the mayor in an April bomb blast.", "2025-04"),
    ("The decree followed the seizure of power by the general in May.", "2025-05"),
    ("The bank will repay the victims of the April flood.", "2025-04"),
    ("Rebels will launch an April assault.", "2026-04"),
    ("The miners were freed following a rescue in May.", "2025-05"),
    ("The premier was cautious after an expected May election.", "2026-05"),
    ("The minority that boycotted the April 30 election wants another one.", "2025-04-30"),
    # said or done beside what is told in the past
    ("The owner was quoted as saying in September that the mine was safe.", "2025-09"),
    ("The coach resigned after losing the final in September.", "2025-09"),
    ("The report was kept secret until Monday, when a clerk published it.", "2026-03-16"),
    ("The judge was named president at a summit of lawyers in June.", "2025-06"),
    ("The firms signed the pact during a visit by the minister in May.", "2025-05"),
    ("The striker was injured at a tournament in May.", "2025-05"),
    # what was brought about is over, what was agreed on is to come
    ("The scandal forced the coach to quit in June.", "2025-06"),
    ("The rebels managed to take the town in June.", "2025-06"),
    ("The bank helped the firm to open the plant in June.", "2025-06"),
    ("The union agreed to strike in June.", "2026-06"),
    # the weekend that a past verb has
    ("The banker was left alone over the weekend.", "2026-W11-WE"),
    ("The match will be played over the weekend.", "2026-W12-WE"),
    # what comes after it is to come; a participle in between may have the time
    ("The senator will take office after her overwhelming reelection on January 9.", "2026-01-09"),
    ("The court will hear the appeal after the verdict in February.", "2026-02"),
    ("The ministers will discuss pledges made by Peru at a summit in November.", "2025-11"),
    ("The ministers will discuss the pledges at a summit in November.", "2026-11"),
    ("The bishop was shot on Christmas Eve in 2019.", "2019-12-24"),
    # the present of a timetable, with a day of the year
    ("The champions play Cardiff at Leeds on October 18.", "2026-10-18"),
]
COMPARED = [
    (
        "In the third quarter of 2024 profit doubled from a year earlier. The year-earlier quarter was poor.",
        ["2024-Q3", "2023-Q3", "2023-Q3"],
    ),
    ("In 2024 the brewer earned less than a year earlier. The year-ago results have been corrected.", ["2024", "2023", "2023"]),
]
NAMES_AND_RATES = [
    'The minister told "60 Minutes" that he would stay.',
    "The editor of Kenya Today was jailed.",
    "Thousands joined the annual March for Jobs in Leeds.",
    "The airline has four flights a week.",
    "The mine loses three million dollars a year.",
]
LENGTHS = [
    ("The envoy stayed a week.", "a week = P1W"),
    ("The judge gave the firm a month.", "a month = P1M"),
    ("Profit fell in the last quarter of 2024.", "the last quarter of 2024 = 2024-Q4"),
    ("Sales rose in the final half of 2023.", "the final half of 2023 = 2023-H2"),
    ("MAYOR SAYS BRIDGE REOPENS THIS WEEK", "THIS WEEK = 2026-W12"),
    ("Storm Kills Nine Miners In Last Week Of Strike", "Last Week = 2026-W11"),
]


@pytest.mark.parametrize(("text", "value"), BEHIND_OR_AHEAD, ids=[text for text, _ in BEHIND_OR_AHEAD])
def test_behind_or_ahead(text: str, value: str) -> None:
    assert [t.value for t in read(text, WEDNESDAY).times] == [value]


@pytest.mark.parametrize(("text", "values"), COMPARED, ids=[text for text, _ in COMPARED])
def test_what_is_compared_with_stays_a_year_before(text: str, values: list[str]) -> None:
    assert [t.value for t in read(text, WEDNESDAY).times] == values


@pytest.mark.parametrize("text", NAMES_AND_RATES)
def test_names_and_rates_are_no_times(text: str) -> None:
    assert read(text, WEDNESDAY).times == ()


@pytest.mark.parametrize(("text", "told"), LENGTHS, ids=[text for text, _ in LENGTHS])
def test_lengths_and_ends(text: str, told: str) -> None:
    assert [f"{text[t.span[0] : t.span[1]]} = {t.value}" for t in read(text, WEDNESDAY).times] == [told]
