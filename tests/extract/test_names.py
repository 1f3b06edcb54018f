"""Names, their types and what is one individual, over war, courts, companies, disasters and politics."""

from __future__ import annotations

import pytest

from kg.extract.drafts import Name
from kg.extract.individuals import find_individuals
from kg.model import Entity
from tests.extract.telling import roles
from tests.parses import lexicon, parsed, read


def named(text: str) -> dict[str, Entity]:
    return {e.label: e for e in read(text).entities if e.named}


@pytest.mark.parametrize(
    ("text", "label", "type_"),
    [
        ("The USS Nimitz left the port of Manila.", "USS Nimitz", "Vessel"),
        ("Kenyan police arrested two men.", "Kenya", "Country"),
        ("The Kenyan government banned the party.", "Kenyan government", "GovernmentOrganization"),
        ("The Macron administration raised taxes.", "Macron administration", "GovernmentOrganization"),
        ("CARACAS - The airport closed.", "Caracas", "City"),
        ("Shares of Halvorsen Industries Inc fell.", "Halvorsen Industries Inc", "Organization"),
        ("The tanker Minerva Joy ran aground.", "Minerva Joy", "Vessel"),
        ("The White House declined to comment.", "White House", "GovernmentOrganization"),
        ("Reuters reported the merger.", "Reuters", "NewsMediaOrganization"),
        ("The mayor met Del. Ana Ruiz in Richmond.", "Ana Ruiz", "Person"),
        ("A bill by state Del. Paul Lind failed.", "Paul Lind", "Person"),
        ("The court heard Del. Mary Poole on Monday.", "Mary Poole", "Person"),
        ("The firm moved to Dover, Del. on Monday.", "Delaware", "State"),
        ("Paul Lind of Dover, Del., won the race.", "Delaware", "State"),
        ("Two former directors, Paolo Dini and Franca Orsi, were acquitted.", "Franca Orsi", "Person"),
        ("Three strikers, Milo Petrov, Jan Velde and Timo Raske, were injured.", "Timo Raske", "Person"),
    ],
)
def test_type(text: str, label: str, type_: str) -> None:
    entities = named(text)
    assert label in entities, sorted(entities)
    assert entities[label].type == type_


@pytest.mark.parametrize("text", ["The mayor met Del. Ana Ruiz in Richmond.", "A bill by state Del. Paul Lind failed."])
def test_a_delegate_is_no_state(text: str) -> None:
    assert "Delaware" not in named(text)


@pytest.mark.parametrize(
    ("text", "label", "aliases"),
    [
        ("Lieutenant General Carl Brandt left. Brandt had been jailed.", "Carl Brandt", ("Brandt",)),
        ("Police arrested Captain Ana Ruiz. Ruiz denied it.", "Ana Ruiz", ("Ruiz",)),
        ("General Motors sued a rival. General Motors won.", "General Motors", ()),
        ("Angela Merkel met the press. Merkel spoke for an hour.", "Angela Merkel", ("Merkel",)),
        ("The United States sent aid. U.S. planes landed. American doctors followed.", "United States", ("American", "U.S.")),
        ("Norda Airlines sued the port. Norda lost.", "Norda Airlines", ("Norda",)),
        ("The engineer Zhang Wei opened the dam on Monday. Zhang said it would last.", "Zhang Wei", ("Zhang",)),
        ("Police freed the trader Omar al-Hadi. Hadi said he was well.", "Omar al-Hadi", ("Hadi",)),
        ("The coach Rosa Di Marco left the club. Di Marco praised the players.", "Rosa Di Marco", ("Di Marco",)),
        ("Friends for Ruiz met in Lima. Ana Ruiz spoke. Ruiz thanked them.", "Ana Ruiz", ("Ruiz",)),
        ("The banker Ana Ruiz resigned. Ruiz blamed the board. Her brother Juan Ruiz stayed silent.", "Ana Ruiz", ("Ruiz",)),
        ("Judge Maria Keller sentenced a driver. Keller spoke for an hour. A lawyer, Tom Keller, objected.", "Maria Keller", ("Keller",)),
        ("The striker Paul Lind scored twice. The crowd cheered Lind. His cousin Peter Lind watched.", "Paul Lind", ("Lind",)),
        ("Paul Lind won a vote. Mr. Lind thanked all. Mr. Lind left with Zorana Lind. Mrs. Lind waved.", "Paul Lind", ("Lind",)),
        ("The Foreign Terrorist Organization (FTO) list grew. The FTO list is long.", "Foreign Terrorist Organization", ("FTO",)),
    ],
)
def test_one_individual(text: str, label: str, aliases: tuple[str, ...]) -> None:
    entities = named(text)
    assert label in entities, sorted(entities)
    assert set(aliases) <= set(entities[label].aliases)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Zhang Wei sued Zhang Min. Zhang won.", {"Zhang Wei", "Zhang Min"}),
        ("Ann Lee met Lee Boon Tan in court. Lee lost the case.", {"Ann Lee", "Lee Boon Tan"}),
        ("Amaru Keller won a medal. Mrs. Keller thanked her coach. A judge, Tom Keller, watched. Keller left.", {"Amaru Keller", "Tom Keller"}),
        ("Ana Ruiz and Juan Ruiz sued the bank. Ruiz won the case.", {"Ana Ruiz", "Juan Ruiz"}),
        ("Karl Weber met Peter Novak at the Weber Bank. Bank workers cheered.", {"Karl Weber", "Peter Novak", "Weber Bank"}),
    ],
)
def test_a_name_that_two_may_bear_joins_neither(text: str, apart: set[str]) -> None:
    assert apart <= set(named(text))


@pytest.mark.parametrize(
    "text",
    [
        "Pia Lund, an OSTRA spokeswoman, praised the OSTRA Commissioner.",
        "OSTRA has 12 members. The OSTRA Economic Leaders met in Cusco.",
        "The theme of this year's OSTRA CEO Summit is growth.",
    ],
)
def test_initials_are_not_those_whom_they_stand_before(text: str) -> None:
    extraction = read(text)
    labels = {e.id: e.label for e in extraction.entities}
    assert "OSTRA" in labels.values()
    assert not [c for c in extraction.claims if c.predicate in ("chiefExecutiveOf", "headOf")]


@pytest.mark.parametrize(
    ("text", "lemma", "role", "who"),
    [
        ("Two Danes caught the fever in Lima.", "catch", "agent", "Two Danes"),
        ("Many Chileans rejected the charter.", "reject", "agent", "Many Chileans"),
        ("The plan angered some Swedes.", "anger", "patient", "some Swedes"),
        ("Chileans rejected the charter.", "reject", "agent", "Chileans"),
        ("The 27-year-old Thai won the gold medal.", "win", "agent", "27-year-old Thai"),
        ("The French rejected the plan.", "reject", "agent", "French"),
    ],
)
def test_some_of_a_people_are_not_the_people(text: str, lemma: str, role: str, who: str) -> None:
    assert roles(text, lemma)[role] == [who]


@pytest.mark.parametrize(
    ("text", "label"),
    [("The former All-Star pitcher left the club.", "All-Star"), ("Police held five anti-Chilean protesters.", "Chile")],
)
def test_a_name_is_no_part_of_a_word(text: str, label: str) -> None:
    labels = [e.label for e in read(text).entities if e.named]
    assert label in labels
    assert all(name[0].isalnum() for name in labels)


def test_two_bearers_of_a_surname_stay_apart() -> None:
    entities = named("Maria Silva sued Pedro Silva. The judge fined Pedro Silva.")
    assert {"Maria Silva", "Pedro Silva"} <= entities.keys()


def test_a_government_is_not_its_country() -> None:
    extraction = read("The Kenyan government banned the party in Kenya.")
    (ban,) = [e for e in extraction.events if e.lemma == "ban"]
    labels = {e.id: e.label for e in extraction.entities}
    assert labels[next(r.entity for r in ban.roles if r.role == "agent")] == "Kenyan government"
    assert {"Kenya", "Kenyan government"} <= set(labels.values())


def test_every_mention_quotes_the_text() -> None:
    text = "Venezuela’s  foreign\u00a0minister, Yván Gil, met “the U.S.delegation” in Caracas."
    extraction = read(text)
    assert extraction.mentions
    for mention in extraction.mentions:
        begin, end = mention.span
        assert text[begin:end].strip() == text[begin:end] != ""


def test_a_title_written_with_capitals_names_nobody() -> None:
    labels = {e.label for e in read("Ana Ruiz, the Norda Chief Executive Officer, resigned.").entities if e.named}
    assert labels == {"Ana Ruiz", "Norda"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A court sentenced the banker Anna Keller. Judge Keller called the fraud grave.", {"Anna Keller", "Keller"}),
        ("Gunmen shot Tomas Rivera, a teacher. Detective Rivera found two casings.", {"Tomas Rivera", "Rivera"}),
        ("The goalkeeper Ines Duarte left the club. Prosecutor Duarte charged the club with fraud.", {"Ines Duarte", "Duarte"}),
        ("Judge Anna Keller called the fraud grave. Judge Keller fined the bank.", {"Anna Keller"}),
        ("Anna Keller, a judge in Dresden, called the fraud grave. Judge Keller fined the bank.", {"Anna Keller"}),
        ("The banker Anna Keller was sentenced. Keller will appeal.", {"Anna Keller"}),
        ("Anna Keller won the vote. President Keller will travel to Kenya.", {"Anna Keller"}),
    ],
)
def test_who_is_introduced_with_a_title_is_not_a_namesake_without_it(text: str, people: set[str]) -> None:
    assert {label for label, entity in named(text).items() if entity.type == "Person"} == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Peter Lind campaigned in Ohio. Mrs. Lind praised the union.", {"Peter Lind", "Lind"}),
        ("Peter Lind met Anna Lind in Oslo. Mrs. Lind praised the union.", {"Peter Lind", "Anna Lind"}),
        ("Peter Lind runs a bank. Secretary Lind said she would resign.", {"Peter Lind", "Lind"}),
        ("Peter Lind runs a bank. Mr. Lind sold a mine.", {"Peter Lind"}),
        ("Anna Keller won the vote. Mrs. Keller will travel to Kenya.", {"Anna Keller"}),
        ("Peter Lind runs a bank. Secretary Lind said he would resign.", {"Peter Lind"}),
    ],
)
def test_a_woman_is_not_the_man_of_her_surname(text: str, people: set[str]) -> None:
    assert {label for label, entity in named(text).items() if entity.type == "Person"} == people


def test_one_of_a_kind_in_capitals_has_no_name() -> None:
    found = named("Priorities PAC backed the mayor. A super PAC that opposed the mayor paid for the ads.")
    assert set(found) == {"Priorities PAC"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The order went to Siemens (India) Ltd.", "Siemens (India) Ltd."),
        ("Anna Keller is president of Ericsson (China) Company Ltd. in Lund.", "Ericsson (China) Company Ltd."),
        ("The 9th Circuit Court of Appeals upheld the ban.", "9th Circuit Court of Appeals"),
        ("The 5th Circuit Court of Appeals freed the banker.", "5th Circuit Court of Appeals"),
        ("Voters jeered Democratic National Committee Chair Donna Rivas Soto.", "Donna Rivas Soto"),
        ("President Chanda Mwila-Osei, who had threatened the company, praised both sides.", "Chanda Mwila-Osei"),
        ("Coach Irena Soler-Kovac, who left in May, sued the club.", "Irena Soler-Kovac"),
        ("Harbour & Stone said it was closing two mines.", "Harbour & Stone"),
    ],
)
def test_what_a_name_begins_and_ends_with(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize("text", ["The remarks were made in Lima.", "The decision was made.", "An offer was made on Monday."])
def test_a_light_passive_tells_nothing_beside_its_noun(text: str) -> None:
    assert "make" not in {e.lemma for e in read(text).events}


def test_a_name_with_two_heads_is_one_participant() -> None:
    agents = [role for event in read("Harbour & Stone closed two mines.").events for role in event.roles if role.role == "agent"]
    assert len(agents) == 1


@pytest.mark.parametrize(
    ("full", "type_"),
    [
        ("Nora Ruiz", "Person"),
        ("Ivan J. Petrov", "Person"),
        ("Nora Bank", "Organization"),
        ("Ruiz Petrov", "Organization"),
        ("Friends of Nora", "Organization"),
    ],
)
def test_a_given_name_in_front_tells_a_person(full: str, type_: str) -> None:
    """Whatever the surname is taken for elsewhere in the text."""
    surname, votes = full.split()[-1], (("Person", 1.0), ("Organization", 2.0))
    parse, last = parsed(f"{full} spoke. {surname} left."), len(full.split()) - 1
    names = [Name(0, last, last, full, "name", None, votes), Name(last + 3, last + 3, last + 3, surname, "name", None, (("Organization", 4.0),) * 9)]
    found = find_individuals(names, parse, lexicon())
    assert {individual.label: individual.type for individual in found}[full] == type_
