"""What is called a conflict, and what is compatible."""

from __future__ import annotations

import pytest

from kg.model import World
from kg.resolve import resolve
from tests.parses import lexicon
from tests.resolve.test_happenings import told


def kinds(found: World) -> set[tuple[str, str]]:
    return {(c.kind, c.rule) for c in found.conflicts}


def world(*articles: tuple[str, str]) -> World:
    return resolve([told(f"d{n}", text, date) for n, (text, date) in enumerate(articles)], lexicon())


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Iran seized the Minerva off Fujairah.", "Iran denied that it seized the Minerva off Fujairah.", ("polarity", "asserted-and-denied")),
        (
            "Britain claimed that Iran seized the Minerva off Fujairah.",
            "Iran denied that it seized the Minerva off Fujairah.",
            ("polarity", "alleged-and-denied"),
        ),
        ("Auralis Bank bought Lumen Capital on May 2.", "Auralis Bank bought Lumen Capital on April 29.", ("date", "days-apart")),
        (
            "The flood in Porto killed 12 people, the mayor of Porto said.",
            "The flood in Porto killed 19 people, the mayor of Porto said.",
            ("number", "numbers-apart"),
        ),
        ("Iran seized the Minerva off Fujairah.", "Iran allegedly seized the Minerva off Fujairah.", ("status", "asserted-and-doubted")),
        (
            "Iran seized the Minerva off Fujairah.",
            "The report that Iran seized the Minerva off Fujairah is unverified.",
            ("status", "asserted-and-doubted"),
        ),
        (
            "Two dockers confirmed that Iran seized the Minerva off Fujairah.",
            "The Gulf Ledger has not independently verified the seizure of the Minerva off Fujairah by Iran.",
            ("status", "asserted-and-doubted"),
        ),
        (
            "The clinic in Cork confirmed that thieves stole the records of patients.",
            "Police could not confirm that thieves stole the records of patients of the clinic in Cork.",
            ("status", "asserted-and-doubted"),
        ),
        (
            "The driver Milan Kovar left the train before the crash near Olomouc.",
            "Police in Olomouc have not confirmed that the driver Milan Kovar left the train before the crash.",
            ("status", "asserted-and-doubted"),
        ),
        (
            "The captain Ivo Maric survived the fire on the Marigold off Split.",
            "The captain Ivo Maric died in the fire on the Marigold off Split.",
            ("polarity", "opposites"),
        ),
        (
            "A court in Valletta convicted the banker Joseph Vella of fraud.",
            "A court in Valletta acquitted the banker Joseph Vella of fraud.",
            ("polarity", "opposites"),
        ),
        (
            "Kesmark Rovers sacked Jan Brandt, the president Otto Lehner said.",
            "Jan Brandt resigned from Kesmark Rovers, the president Otto Lehner said.",
            ("polarity", "opposites"),
        ),
        (
            "A court in Milan sentenced the banker Carlo Ruggeri on Friday.",
            "A Turin court sentenced the banker Carlo Ruggeri on Friday.",
            ("place", "participant-of-another-place"),
        ),
        (
            "Auralis Bank will buy Lumen Capital for 3 billion euros, the chairman Anna Berg said.",
            "Auralis Bank will buy Lumen Capital for 2 billion euros, the chairman Anna Berg said.",
            ("number", "numbers-apart"),
        ),
        (
            "Carlo Ruggeri will appeal against the verdict in Milan, his lawyer Marta Sella said.",
            "Carlo Ruggeri will not appeal against the verdict in Milan, his lawyer Marta Sella said.",
            ("polarity", "planned-and-ruled-out"),
        ),
    ],
)
def test_what_cannot_both_hold_is_a_conflict(one: str, other: str, kind: tuple[str, str]) -> None:
    assert kind in kinds(world((one, "2026-05-04"), (other, "2026-05-04")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Auralis Bank bought Lumen Capital in May.", "2026-05-09"), ("Auralis Bank bought Lumen Capital on May 2.", "2026-05-09")),
        (
            ("The flood in Porto killed at least 12 people, the mayor of Porto said.", "2026-05-04"),
            ("The flood in Porto killed more than 10 people, the mayor of Porto said.", "2026-05-04"),
        ),
        (
            ("The flood in Porto killed 12 people, the mayor of Porto said.", "2026-05-04"),
            ("The flood in Porto killed 19 people, the mayor of Porto said.", "2026-05-06"),
        ),
        (("Iran seized the Minerva off Fujairah.", "2026-05-04"), ("Britain said Iran seized the Minerva off Fujairah.", "2026-05-04")),
        (("Iran seized the Minerva off Fujairah.", "2026-05-04"), ("Iran plans to seize the Minerva off Fujairah.", "2026-05-01")),
        (
            ("Two dockers confirmed that Iran seized the Minerva off Fujairah.", "2026-05-04"),
            ("The navy of Britain confirmed that Iran seized the Minerva off Fujairah.", "2026-05-04"),
        ),
        (
            ("Thieves stole the records of patients of the clinic in Cork.", "2026-05-04"),
            ("The clinic in Cork could not confirm that it paid a ransom. Thieves stole the records of patients of the clinic.", "2026-05-04"),
        ),
        (
            ("The captain Ivo Maric survived the fire on the Marigold off Split.", "2026-05-04"),
            ("The captain Ivo Maric died in a hospital in Split after the fire on the Marigold.", "2026-05-08"),
        ),
        (
            ("The captain Ivo Maric survived the fire on the Marigold off Split.", "2026-05-04"),
            ("The captain Ivo Maric survived the fire on the Marigold off Split. The captain Ivo Maric died in Split.", "2026-05-04"),
        ),
        (
            ("Divers found a tunnel near Tijuana, the police in Tijuana said.", "2026-05-04"),
            ("Smugglers have not found a tunnel near Tijuana, the police in Tijuana said.", "2026-05-04"),
        ),
        (
            ("Kesmark Rovers will sign Jan Brandt, Otto Lehner said.", "2026-05-04"),
            ("The league will bar Kesmark Rovers from signing Jan Brandt, Otto Lehner said.", "2026-05-04"),
        ),
        (
            ("A poll showed Anna Berg leading Otto Lehner 46 percent to 44 percent.", "2026-05-04"),
            ("A poll showed Anna Berg leading Otto Lehner 50 percent to 41 percent.", "2026-05-04"),
        ),
        (  # who tells so knows the later number
            ("The flood in Porto killed nine people, the mayor of Porto said.", "2026-05-04"),
            ("Earlier, the police said the flood in Porto killed six people.", "2026-05-04"),
        ),
        (  # the two are not all whom she honours
            ("The mayor of Cork honoured three divers, the city of Cork said.", "2026-05-04"),
            ("The mayor of Cork honoured a nurse and two divers, the city of Cork said.", "2026-05-04"),
        ),
        (
            ("Auralis Bank plans to buy Lumen Capital for 3 billion euros.", "2026-05-01"),
            ("Auralis Bank bought Lumen Capital for 2 billion euros.", "2026-05-04"),
        ),
        (  # two reports of one happening differ in one thing
            ("An avalanche near Livigno killed four skiers on Monday, the rescue service said.", "2026-02-05"),
            ("An avalanche near Livigno killed seven skiers on Tuesday, the mayor of Livigno said.", "2026-02-05"),
        ),
        (
            ("Producer prices in Norway rose 2.9 percent, the bank said.", "2026-05-04"),
            ("Energy prices in Norway rose 6.1 percent, the bank said.", "2026-05-04"),
        ),
        (  # nobody reports what is still to come
            ("The raid in Tarsus killed six guards, the army said.", "2026-05-04"),
            ("The raid in Tarsus killed four guards on Tuesday, the army said.", "2026-05-05"),
        ),
        (  # "murder" takes up what is known
            ("The judge Ana Prieto was murdered in Lima.", "2026-05-04"),
            ("The family accused the mayor of a role in the judge Ana Prieto's murder in Lima.", "2026-05-04"),
        ),
        (  # nor is what had not happened yet denied
            ("The senate of Chile has not yet approved the budget, the speaker said.", "2026-05-04"),
            ("The senate of Chile approved the budget.", "2026-05-04"),
        ),
        (  # what had not happened may have happened since
            ("The senate of Chile has not approved the budget, the speaker said.", "2026-05-01"),
            ("The senate of Chile approved the budget.", "2026-05-04"),
        ),
    ],
)
def test_what_can_both_hold_is_none(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not kinds(world(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz arrived in Quito on May 3 for the summit.", "Nine ministers arrived in Quito on May 2 for the summit."),
        ("Karsten Holm left Oslo on May 3 for the final.", "Twelve players left Oslo on May 1 for the final."),
        ("Omar Haddad surrendered in Tarsk on May 4.", "Forty rebels surrendered in Tarsk on May 2."),
    ],
)
def test_one_person_is_not_several(one: str, other: str) -> None:
    assert not kinds(world((one, "2025-05-05"), (other, "2025-05-05")))


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 12 miners in Lota, the mayor said. Police arrested three other miners in Lota, the union said.",
        "The fire in Porto killed nine people, the mayor said. Another four people were killed in the fire in Porto, nurses said.",
        "Nordbank fired 300 clerks in Oslo, the chairman said. Nordbank fired 50 more clerks in Oslo, the union said.",
    ],
)
def test_a_number_of_others_is_no_other_number(text: str) -> None:
    assert ("number", "numbers-apart") not in kinds(world((text, "2025-06-03")))


@pytest.mark.parametrize(
    "text",
    [
        "The protest, led by union leader Ivo Maric on Sunday, has been called unlawful by both the mayor and the court.",
        "Ana Ruiz welcomed the progress in the repair of the Lota bridge, she said. The Lota bridge is not yet repaired, said Hana Weber.",
        "The union called for the release of the miners in Lota. The storm has prevented the release of the miners in Lota, the mayor said.",
    ],
)
def test_what_is_only_taken_up_is_not_stated(text: str) -> None:
    assert not {kind for kind, _ in kinds(world((text, "2025-06-03")))} & {"polarity"}


def test_two_voices_of_one_article_may_disagree_and_one_voice_tells_of_two_things() -> None:
    two = world(("Police in Lyon said 900 people marched in Lyon. Unions in Lyon said 2,000 people marched in Lyon.", "2026-05-04"))
    assert kinds(two) == {("number", "numbers-apart")}
    one = world(("About 900 people marched in Lyon. At least 2,000 people marched in Lyon.", "2026-05-04"))
    assert not kinds(one)


def test_a_conflict_names_propositions_of_the_graph_with_their_claims() -> None:
    found = world(("Auralis Bank bought Lumen Capital on May 2.", "2026-05-04"), ("Auralis Bank bought Lumen Capital on April 29.", "2026-05-04"))
    (conflict,) = found.conflicts
    sides = {p.key: p for p in found.propositions if p.key in conflict.between}
    assert sorted((p.attribute, p.object, p.claims[0][0]) for p in sides.values()) == [("time", "2026-04-29", "d1"), ("time", "2026-05-02", "d0")]
    assert {p.event for p in sides.values()} <= {c.key for c in found.events}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed eleven shoppers in Quetta, the police said. Another bomb killed four shoppers in Quetta, the hospital said.",
        "Two miners were killed in Silesia, the company said. One miner was also killed in Silesia, the union said.",
        "The bank in Oslo cut three jobs, the union said. Separately, the bank in Oslo cut five jobs, the minister said.",
    ],
)
def test_what_a_sentence_sets_apart_is_another_happening(text: str) -> None:
    assert not kinds(world((text, "2026-05-04")))


@pytest.mark.parametrize(
    ("text", "lemma", "statuses"),
    [
        ("The mayor has the support of the miners in Kiruna. The union said it does not have the support of the bank.", "have", {"asserted"}),
        (
            "The province of Skane reported an outbreak of flu. The province of Halland, it said, has not reported an outbreak.",
            "report",
            {"asserted", "denied"},
        ),
        ("The army shelled the port of Tarsus. The general denied that the army shelled the port of Tarsus.", "shell", {"disputed"}),
    ],
)
def test_disputed_is_what_is_denied_of_this_happening_and_not_what_another_did_not(text: str, lemma: str, statuses: set[str]) -> None:
    assert {e.status for e in world((text, "2026-05-04")).events if e.lemma == lemma} == statuses


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran seized the Minerva off Fujairah.", "Iran issued a denial that it had seized the Minerva off Fujairah."),
        ("The army shelled the port of Tarsus.", "The army rejected claims that it had shelled the port of Tarsus."),
        (
            "Auralis Bank paid the mayor Ana Ruiz.",
            "Despite a denial by Auralis Bank that it had paid the mayor Ana Ruiz, prosecutors opened an inquiry.",
        ),
    ],
)
def test_a_noun_denies_what_its_clause_says(one: str, other: str) -> None:
    assert ("polarity", "asserted-and-denied") in kinds(world((one, "2026-05-04"), (other, "2026-05-04")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A death toll of 12 was given for the blast in Lota.", "Nine miners died in the blast in Lota. The blast in Lota had a death toll of nine."),
        ("The fire in Porto left 12 people dead, nurses said.", "The fire in Porto cost nine lives, the mayor said."),
        (
            "At least 12 people died in the flood in Lota.",
            "Nine miners were killed in the flood in Lota. Nine people were killed in the flood in Lota.",
        ),
    ],
)
def test_two_tolls_of_one_happening_contradict_one_another_in_any_words(one: str, other: str) -> None:
    assert ("number", "tolls-apart") in kinds(world((one, "2026-05-04"), (other, "2026-05-04")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The death toll of the blast in Zadar rose to 12.", "2026-05-04"), ("The blast in Zadar cost nine lives, the mayor said.", "2026-05-04")),
        (("The fire in Porto left 12 people dead, nurses said.", "2026-05-04"), ("Two guards died in the fire in Porto.", "2026-05-04")),
        (("The flood in Lota cost nine lives, the mayor said.", "2026-05-04"), ("The flood in Lota left 12 people dead.", "2026-05-06")),
        (("Divers saved 12 lives in the flood in Lota.", "2026-05-04"), ("The flood in Lota killed nine people, nurses said.", "2026-05-04")),
    ],
)
def test_what_a_toll_may_have_been_before_or_leave_out_is_compatible(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not kinds(world(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army killed five rebels in the raid on Zadar.", "The army killed three fighters in the raid on Zadar."),
        ("Three other smugglers were arrested in Lota.", "Two other smugglers were arrested in Lota."),
        ("The fire in Porto injured 30 others.", "The fire in Porto injured 25 others."),
    ],
)
def test_nouns_that_mean_one_and_others_on_both_sides_are_counted_alike(one: str, other: str) -> None:
    assert ("number", "numbers-apart") in kinds(world((one, "2026-05-04"), (other, "2026-05-04")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Share prices in Oslo rose on Monday.", "2026-05-04"), ("Share prices in Oslo rose on Tuesday.", "2026-05-05")),
        (("The summit in Quito will be covered on Tuesday.", "2026-05-04"), ("The summit in Quito will be covered on Wednesday.", "2026-05-05")),
        (
            ("The minister Ana Ruiz sent nurses to Lota earlier this week.", "2026-05-08"),
            ("The minister Ana Ruiz sent nurses to Lota last week.", "2026-05-10"),
        ),
        (("Turnover totaled 1.8 billion shares.", "2026-05-04"), ("Turnover totaled 1.5 billion shares.", "2026-05-05")),
    ],
)
def test_what_recurs_is_no_contradiction(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not kinds(world(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The union demanded that Nordbank raise wages in Oslo.", "Nordbank will not raise wages in Oslo, the chairman said."),
        ("The Auralis government sued the bank Lumen Capital.", "The Harbour Board sued the bank Lumen Capital."),
        ("Troops backing Kenya shelled the port of Tarsus.", "Ethiopian troops shelled the port of Tarsus."),
        ("The Gulf Ledger uses a network, officials said.", "The Gulf Ledger does not use its own network."),
        ("Rebels killed 130 guards in Tarsus in January, the army said.", "Rebels killed 80 guards in Tarsus, the mayor said."),
    ],
)
def test_demands_governments_and_places_named_by_the_way_contradict_nothing(one: str, other: str) -> None:
    assert not kinds(world((one, "2026-05-04"), (other, "2026-05-04")))


def test_a_voice_that_gives_two_numbers_contradicts_neither_elsewhere() -> None:
    both = "The raid on Zadar injured five guards. The raid on Zadar injured two guards."
    assert not kinds(world((both, "2026-05-04"), ("The raid on Zadar injured two guards.", "2026-05-04")))
