"""Quantities: value, bound, unit, what they count, and what is no quantity."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kg.model import Extraction, Quantity
from tests.extract.telling import event, label_of
from tests.parses import read


class Expected(NamedTuple):
    """A quantity as a reader would give it; ``counted`` is a word of what it counts, in angle brackets the lemma of an event."""

    words: str
    value: float
    bound: str | None
    min: float | None
    max: float | None
    unit: str | None
    counted: str | None


def exact(words: str, value: float, unit: str | None, counted: str | None) -> Expected:
    return Expected(words, value, None, value, value, unit, counted)


bounded = Expected

CASES: list[tuple[str, list[Expected]]] = [
    # war
    (
        "A roadside bomb killed at least 115 people and wounded about 300.",
        [
            bounded("at least 115", 115, "at least", 115, None, "people", "people"),
            bounded("about 300", 300, "about", None, None, None, None),
        ],
    ),
    ("The army carried out dozens of strikes.", [bounded("dozens", 24, "dozens", 24, None, "strike", "<strike>")]),
    (
        "Hundreds of thousands of people fled.",
        [
            bounded("Hundreds of thousands", 200_000, "hundreds of thousands", 200_000, None, "people", "people"),
        ],
    ),
    ("Some 2,500 soldiers deserted.", [bounded("Some 2,500", 2_500, "some", None, None, "soldier", "soldiers")]),
    ("The rebels freed a dozen hostages.", [exact("a dozen", 12, "hostage", "hostages")]),
    ("Five of the 12 hostages were freed.", [exact("Five", 5, "hostage", "Five"), exact("12", 12, "hostage", "hostages")]),
    ("At least three dozen ships were hit.", [bounded("At least three dozen", 36, "at least", 36, None, "ship", "ships")]),
    ("A couple of soldiers were hurt.", [bounded("A couple", 2, "a couple", None, None, "soldier", "soldiers")]),
    ("Scores of villagers fled.", [bounded("Scores", 40, "scores", 40, None, "villager", "villagers")]),
    ("Between 30 and 40 fighters surrendered.", [bounded("Between 30 and 40", 30, "between", 30, 40, "fighter", "fighters")]),
    (
        "The navy sent two destroyers, 12 jets and 3,000 troops.",
        [
            exact("two", 2, "destroyer", "destroyers"),
            exact("12", 12, "jet", "jets"),
            exact("3,000", 3_000, "troop", "troops"),
        ],
    ),
    ("About 2, 875 sailors mutinied.", [bounded("About 2, 875", 2_875, "about", None, None, "sailor", "sailors")]),
    ("Five or six were hurt.", [bounded("Five or six", 5, "or", 5, 6, None, None)]),
    ("The mill lost 1.055 billion won.", [exact("1.055 billion", 1_055_000_000, "KRW", None)]),
    ("The bank paid 3 million HK dollars for it.", [exact("3 million", 3_000_000, "HKD", None)]),
    ("Sales of coffee rose 2. 4 percent.", [exact("2. 4", 2.4, "%", None)]),
    ("The blast left 12 dead.", [exact("12", 12, "dead", "dead")]),
    ("One hundred and twenty-three miners were trapped.", [exact("One hundred and twenty-three", 123, "miner", "miners")]),
    # disaster
    (
        "More than 100 people, including 20 children, died in the fire.",
        [
            bounded("More than 100", 100, "more than", 100, None, "people", "people"),
            exact("20", 20, "child", "children"),
        ],
    ),
    ("The crash killed 12 people, three of them children.", [exact("12", 12, "people", "people"), exact("three", 3, None, "three")]),
    ("The quake had a magnitude of 6.4.", [exact("6.4", 6.4, "magnitude", None)]),
    ("The storm dumped 12 inches of rain.", [exact("12", 12, "inch", "rain")]),
    ("Winds of 215 km/h hit the islands.", [exact("215", 215, "kilometre per hour", "Winds")]),
    ("Winds reached 120 mph.", [exact("120", 120, "mile per hour", None)]),
    ("As many as 900 homes were destroyed.", [bounded("As many as 900", 900, "as many as", None, 900, "home", "homes")]),
    ("The hurricane killed no fewer than 1,040 people.", [bounded("no fewer than 1,040", 1_040, "no fewer than", 1_040, None, "people", "people")]),
    ("Two to three million people were displaced.", [bounded("Two to three million", 2_000_000, "to", 2_000_000, 3_000_000, "people", "people")]),
    ("Tens of thousands of homes lost power.", [bounded("Tens of thousands", 20_000, "tens of thousands", 20_000, None, "home", "homes")]),
    ("The death toll was 1,350.", [exact("1,350", 1_350, None, "toll")]),
    ("The outbreak killed 300.", [exact("300", 300, None, None)]),
    ("Half a million people left the coast.", [exact("Half a million", 500_000, "people", "people")]),
    ("It is 30 miles (48 km) from the coast.", [exact("30", 30, "mile", None), exact("48", 48, "kilometre", None)]),
    # companies
    ("Shares fell 5 percent in London.", [exact("5", 5, "%", None)]),
    ("Margins shrank by 2.5 percentage points.", [exact("2.5", 2.5, "percentage point", None)]),
    ("The group bought the rival for $1.2bn in May.", [exact("$1.2bn", 1_200_000_000, "USD", None)]),
    ("The ministry approved 1.2 trillion yen of spending.", [exact("1.2 trillion", 1_200_000_000_000, "JPY", "<spend>")]),
    ("The company doubled its profit to 40 million euros.", [exact("doubled", 2, "times", "profit"), exact("40 million", 40_000_000, "EUR", None)]),
    ("Losses of $180m were reported.", [exact("$180m", 180_000_000, "USD", "Losses")]),
    ("The firm paid A$3m to customers.", [exact("A$3m", 3_000_000, "AUD", None)]),
    ("The tanker carried 1.9 million barrels of oil.", [exact("1.9 million", 1_900_000, "barrel", "oil")]),
    ("The city spent Rs 500 crore on roads.", [exact("Rs 500 crore", 5_000_000_000, "INR", None)]),
    ("The airline cut 1,200 of its 9,000 jobs.", [exact("1,200", 1_200, "job", "1,200"), exact("9,000", 9_000, "job", "jobs")]),
    ("Sales fell by a third.", [exact("a third", 1 / 3, "share", None)]),
    ("The plant costs $2-3 million.", [bounded("$2-3 million", 2_000_000, "-", 2_000_000, 3_000_000, "USD", None)]),
    ("The club paid 60 million Australian dollars.", [exact("60 million", 60_000_000, "AUD", None)]),
    ("Profit rose from 12 percent to 15.", [exact("12", 12, "%", None), exact("15", 15, "%", None)]),
    ("The factory employed 300 people or more.", [bounded("300", 300, "or more", 300, None, "people", "people")]),
    ("Millions of dollars were stolen.", [bounded("Millions", 2_000_000, "millions", 2_000_000, None, "USD", None)]),
    ("Rents rose tenfold.", [exact("tenfold", 10, "times", "Rents")]),
    ("The budget is twice as big as that of the army.", [exact("twice", 2, "times", "budget")]),
    ("The ransom was €5m.", [exact("€5m.", 5_000_000, "EUR", "ransom")]),
    # elections
    ("Half of the members voted for the bill.", [exact("Half", 0.5, "share", "members")]),
    ("Two-thirds of the voters stayed home.", [exact("Two-thirds", 2 / 3, "share", "voters")]),
    ("One in five voters backed the party.", [exact("One in five", 0.2, "share", "voters")]),
    ("Nearly 40 per cent of the workers quit.", [bounded("Nearly 40", 40, "nearly", None, 40, "%", "workers")]),
    ("Parliament passed the law by 216 votes to 214.", [exact("216", 216, "vote", "<vote>"), exact("214", 214, "vote", None)]),
    ("Turnout was 61.5 percent.", [exact("61.5", 61.5, "%", "Turnout")]),
    ("Six of the seven judges agreed.", [exact("Six", 6, "judge", "Six"), exact("seven", 7, "judge", "judges")]),
    ("Up to 1.5 million voters stayed home.", [bounded("Up to 1.5 million", 1_500_000, "up to", None, 1_500_000, "voter", "voters")]),
    ("More than half voted yes.", [bounded("More than half", 0.5, "more than", 0.5, None, "share", None)]),
    ("Around two dozen countries signed.", [bounded("Around two dozen", 24, "around", None, None, "country", "countries")]),
    ("Three quarters of the seats are empty.", [exact("Three quarters", 0.75, "share", "seats")]),
    # courts
    ("He was fined £250,000.", [exact("£250,000", 250_000, "GBP", None)]),
    ("The bank will pay $3 million in damages.", [exact("$3 million", 3_000_000, "USD", "damages")]),
    ("Police seized 50 pounds of cocaine.", [exact("50", 50, "pound", "cocaine")]),
    ("The bank offered a $50 million reward.", [exact("$50 million", 50_000_000, "USD", "reward")]),
    ("The reward was doubled to $50 million.", [exact("doubled", 2, "times", "reward"), exact("$50 million", 50_000_000, "USD", None)]),
    ("The jury convicted him on 34 counts.", [exact("34", 34, "count", "counts")]),
    ("He was arrested three times.", [exact("three", 3, "time", "<arrest>")]),
    ("The fine was three times the limit.", [exact("three times", 3, "times", "limit")]),
    ("The 12-member panel met in Geneva.", [exact("12", 12, "member", None)]),
    # health/sport
    ("Police held 20-30 fans after the match.", [bounded("20-30", 20, "-", 20, 30, "fan", "fans")]),
    ("Deaths from cholera tripled in Kenya.", [exact("tripled", 3, "times", "<death>")]),
    ("A five-fold increase in cases was reported.", [exact("five-fold", 5, "times", "cases")]),
    ("Doctors treated 2,500 to 3,000 patients.", [bounded("2,500 to 3,000", 2_500, "to", 2_500, 3_000, "patient", "patients")]),
    ("The striker scored two goals.", [exact("two", 2, "goal", "goals")]),
    ("100 or more fans came.", [bounded("100 or more", 100, "or more", 100, None, "fan", "fans")]),
    ("The clinic treated at most 15 patients.", [bounded("at most 15", 15, "at most", None, 15, "patient", "patients")]),
    ("A handful of players left.", [bounded("A handful", 5, "a handful", None, None, "player", "players")]),
    ("Only one player scored.", [exact("one", 1, "player", "player")]),
    ("The 6.4-magnitude quake stopped the match.", [exact("6.4", 6.4, "magnitude", None)]),
]


def words_of(extraction: Extraction, quantity: Quantity) -> str:
    return extraction.document.text[slice(*quantity.span)]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_quantities(text: str, expected: list[Expected]) -> None:
    extraction = read(text)
    assert [words_of(extraction, q) for q in extraction.quantities] == [e.words for e in expected]
    for quantity, wanted in zip(extraction.quantities, expected, strict=True):
        assert quantity.value == pytest.approx(wanted.value, rel=1e-12)
        assert (quantity.bound, quantity.unit) == (wanted.bound, wanted.unit)
        assert [quantity.min, quantity.max] == [limit if limit is None else pytest.approx(limit, rel=1e-12) for limit in (wanted.min, wanted.max)]
        counted = label_of(extraction, quantity.of).split() if quantity.of else [None]
        assert wanted.counted in counted


@pytest.mark.parametrize(
    "text",
    [
        # times and ordinals
        "She was jailed in 2013.",
        "The first goal fell early.",
        "A third person died.",
        "It is the third strike this week.",
        "The second half of the match was dull.",
        "She worked in Lima for nine years.",
        "Sales fell for two quarters.",
        # ages
        "A 45-year-old man was arrested.",
        "The suspect, aged 45, was charged.",
        "Anna Reyes, 45, said the bank owed her money.",
        # scores
        "Spain won 3-1 in Porto.",
        "The court ruled 6-3 against him.",
        "A 5-4 ruling freed him.",
        "The 2-3 defeat hurt the club.",
        # names and numbers of things
        "A Boeing 787 landed in Oslo.",
        "The court cited Article 5 of the treaty.",
        "Flight 370 vanished.",
        "The COVID-19 outbreak hit the town.",
        "He told Channel 4 the talks failed.",
        "Call 0800 555 111 for help.",
        "Call 555-1234.",
        "The 9/11 attacks changed the law.",
        "She lives at 10 Downing Street.",
        "World War 2 ended.",
        "The Group of 20 met.",
        "The No. 2 official resigned.",
        "Interstate 95 was closed.",
        # words that count elsewhere
        "The first one failed.",
        "She has won the title twice.",
        "The firm doubled down on its plan.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert read(text).quantities == ()


def test_it_counts_the_participant_of_the_event() -> None:
    extraction = read("The flood killed 12 people.")
    (quantity,) = extraction.quantities
    killed = event(extraction, "kill")
    assert killed.quantities == (quantity.id,)
    assert quantity.of in {r.entity for r in killed.roles if r.role == "patient"}


@pytest.mark.parametrize(
    ("text", "lemma", "values"),
    [
        ("Five of the 12 hostages were freed.", "free", [5]),
        ("More than 100 people, including 20 children, died in the fire.", "die", [100]),
        ("The airline cut 1,200 of its 9,000 jobs.", "cut", [1200]),
        ("About a dozen of the 80 passengers were hurt.", "hurt", [12]),
        ("Half of the 80 seats were lost.", "lose", [0.5]),
        ("Officials said 14 of 20 samples were contaminated.", "contaminate", [14]),
        ("Shares fell 5 percent in London.", "fall", [5]),
        ("Margins shrank by 2.5 percentage points.", "shrink", [2.5]),
        ("The reward was doubled to $50 million.", "double", [2, 50_000_000]),
        ("The bank offered a $50 million reward.", "offer", [50_000_000]),
        ("The outbreak killed 300.", "kill", [300]),
        ("He was arrested three times.", "arrest", [3]),
        ("He was sentenced to 15 years in prison.", "sentence", [15]),
        ("The two armies agreed on a truce of 30 days.", "truce", [30]),
        ("The striker will miss six weeks, the doctor said.", "miss", [6]),
        ("The striker will miss six weeks, the doctor said.", "say", []),
        ("The trial lasted 14 months.", "last", [14]),
        ("Miners ended a 16-day strike.", "strike", [16]),
        ("The court ended a 6-week trial.", "trial", [6]),
        ("Rebels broke the 30-day truce.", "truce", [30]),
        ("The all-share index rose 16.2 points to 4408.8.", "rise", [16.2]),
        ("The toll rose to 35.", "rise", [35]),
        ("Rents fell 4 percent to 900 euros.", "fall", [4]),
        ("A 25-member council banned the nets.", "ban", []),
        ("The choir got a 15-seat bus.", "get", []),
        ("Twenty-four nurses resigned.", "resign", [24]),
        ("The striker enjoys a 20-point lead.", "enjoy", [20]),
        ("Salt is one thing.", "be", []),
        ("The six-party talks ended on Monday.", "talks", []),
        ("The bank rejected a 10-billion-euro offer.", "offer", [10_000_000_000]),
    ],
)
def test_an_event_has_its_own_number(text: str, lemma: str, values: list[float]) -> None:
    """The subset is of the event, the total is not."""
    extraction = read(text)
    known = {q.id: q.value for q in extraction.quantities}
    assert [known[q] for q in event(extraction, lemma).quantities] == values
