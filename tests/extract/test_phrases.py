"""How far a participant's words reach, what it is called, and what its determiner says."""

from __future__ import annotations

import pytest

from kg.extract import phrases
from kg.parse import Parse
from tests.parses import lexicon, parsed

EMPTY = lexicon().words("empty")

# text, head noun, words up to the head, whole phrase, label
REACH = [
    ("Two old boats with red sails sank.", "boats", "Two old boats", "Two old boats with red sails"),
    ("The court freed the mayor, who had been jailed in May.", "mayor", "the mayor", "the mayor"),
    ("Doctors treated families displaced by the flood.", "families", "families", "families displaced by the flood"),
    ("Siemens, a maker of trains, cut jobs.", "Siemens", "Siemens", "Siemens"),
    ("Nurses and doctors met the minister of health.", "minister", "the minister", "the minister of health"),
    ("Nurses and doctors met the minister of health.", "Nurses", "Nurses", "Nurses"),
    ("The club's new captain scored.", "captain", "The club's new captain", "The club's new captain"),
    # a list within a phrase
    ("The duel of Ajax, Porto and Celtic drew fans.", "duel", "The duel", "The duel of Ajax, Porto and Celtic"),
    ("Ana Ruiz praised a coalition of Greens, Liberals and farmers.", "coalition", "a coalition", "a coalition of Greens, Liberals and farmers"),
    ("The bank owns a network of mines, ports and railways.", "network", "a network", "a network of mines, ports and railways"),
    # adjectives with a comma between them, of a noun further in
    ("The club has a squad of cheap, unknown players.", "squad", "a squad", "a squad of cheap, unknown players"),
    ("Doctors fear a winter of long, dark nights.", "winter", "a winter", "a winter of long, dark nights"),
    ("The bank owns a fleet of old, rusty ships.", "fleet", "a fleet", "a fleet of old, rusty ships"),
    # one number for two nouns
    ("The store hired 30 cooks and waiters.", "cooks", "30 cooks", "30 cooks and waiters"),
    ("The court freed 12 nuns and monks.", "nuns", "12 nuns", "12 nuns and monks"),
    ("The flood drowned 30 cows and 5 goats.", "cows", "30 cows", "30 cows"),
    # what an "of" after the second noun is of
    ("The coach praised the speed and strength of the horses.", "strength", "strength", "strength of the horses"),
    ("The bank values the age and income of its clients.", "income", "income", "income of its clients"),
    # nouns that say nothing by themselves
    ("The coach did things that angered the fans.", "things", "things", "things that angered the fans"),
    ("The law helps those who lost their farms.", "those", "those", "those who lost their farms"),
    ("Doctors met people who survived the fire.", "people", "people", "people who survived the fire"),
    # a clause that alone says which
    ("Fear is a feeling that unites voters.", "feeling", "a feeling", "a feeling that unites voters"),
    ("Judges seek money that was stolen from the fund.", "money", "money", "money that was stolen from the fund"),
    ("The court bans the law that cut pensions.", "law", "the law", "the law"),
    ("The city sold old trams that had no brakes.", "trams", "old trams", "old trams"),
    # a gerund with its owner
    ("Fans praised Rosa Lind's passing.", "passing", "Rosa Lind's passing", "Rosa Lind's passing"),
    # a name right behind what it is
    ("Nurses fear ties with former rival Norda Air.", "ties", "ties", "ties with former rival Norda Air"),
    # words with hyphens
    ("Two passers-by were hurt.", "passers", "Two passers", "Two passers-by"),
    # infinitives
    ("Engineers know ways to cool the reactor.", "ways", "ways", "ways to cool the reactor"),
    ("The museum has a duty to repair its roof.", "duty", "a duty", "a duty to repair its roof"),
    ("The team needs a plan to beat Porto.", "plan", "a plan", "a plan to beat Porto"),
    # a participle is not cut from its complement
    ("The firm praised measures tied to lower prices.", "measures", "measures", "measures tied to lower prices"),
    ("Nurses treated villagers wounded in the raid.", "villagers", "villagers", "villagers wounded in the raid"),
    ("The court freed players accused of fraud.", "players", "players", "players accused of fraud"),
    # adverbs and days
    ("Police shot two men here Monday.", "men", "two men", "two men"),
    ("The paper printed her accusations repeatedly.", "accusations", "her accusations", "her accusations"),
    ("Fans from Lima here on Sunday cheered.", "Fans", "Fans", "Fans from Lima"),
]


def at(text: str, word: str) -> tuple[Parse, int]:
    parse = parsed(text)
    return parse, parse.words.index(word)


@pytest.mark.parametrize(("text", "head", "base", "full"), REACH)
def test_reach(text: str, head: str, base: str, full: str) -> None:
    parse, token = at(text, head)
    assert parse.text(*phrases.base(parse, token)) == base
    assert parse.text(*phrases.full(parse, token, EMPTY)) == full


@pytest.mark.parametrize(
    ("text", "head", "label"),
    [
        ("The two old boats with red sails sank.", "boats", "two old boats with red sails"),
        ("The court freed the mayor, who had been jailed in May.", "mayor", "mayor"),
        ("Its rival won.", "rival", "rival"),
        ("The coach praised the speed and strength of the horses.", "speed", "speed of the horses"),
        ("The bank values the age and income of its clients.", "age", "age of its clients"),
        ("The museum sold its maps and a number of coins.", "maps", "maps"),
        ("The law protects especially farmers.", "farmers", "farmers"),
        ("The strike hit even the hospitals.", "hospitals", "hospitals"),
        ("The club's new captain scored.", "captain", "club's new captain"),
        (
            "A group of former officers of the northern army of the old republic in the east of the country and of the islands off its coast met.",
            "group",
            "group of former officers of the northern army of the old republic in the east of the country",
        ),
        (
            "A plan of the old mayors of the islands to sell the port to a group of banks when the last of the old leases for its piers ends failed.",
            "plan",
            "plan of the old mayors of the islands to sell the port to a group of banks",
        ),
        (
            "The country has borders with Peru, Chile, Kenya, Norway, Denmark, Poland, Greece, Canada, the old kingdom of Siam and Laos.",
            "borders",
            "borders with Peru, Chile, Kenya, Norway, Denmark, Poland, Greece, Canada",
        ),
        ("The mayor and his aide are not hoping to be [Lopez’s] vice president.", "president", "[Lopez's] vice president"),
    ],
)
def test_label_has_no_determiner_and_at_most_a_score_of_words(text: str, head: str, label: str) -> None:
    parse, token = at(text, head)
    assert phrases.label(parse, token) == label
    assert len(label.split()) <= 20


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("The bank failed.", "bank", "definite"),
        ("A bank failed.", "bank", "indefinite"),
        ("Two banks failed.", "banks", "indefinite"),
        ("This bank failed.", "bank", "demonstrative"),
        ("Those strikers scored.", "strikers", "demonstrative"),
        ("No doctor came.", "doctor", "negative"),
        ("Her lawyer resigned.", "lawyer", "possessive"),
        ("The firm's lawyer resigned.", "lawyer", "possessive"),
        ("Voters stayed home.", "Voters", "bare"),
    ],
)
def test_determiner(text: str, head: str, kind: str) -> None:
    assert phrases.determiner(*at(text, head)) == kind


@pytest.mark.parametrize(
    ("text", "head", "several"),
    [
        ("Two banks failed.", "banks", True),
        ("The bank failed.", "bank", False),
        ("A lawyer and a doctor met the mayor.", "lawyer", True),
        ("A lawyer and a doctor met the mayor.", "mayor", False),
    ],
)
def test_plural(text: str, head: str, several: bool) -> None:
    assert phrases.plural(*at(text, head)) is several
