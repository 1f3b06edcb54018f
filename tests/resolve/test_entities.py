"""Who is who across documents: table by table, on stories of several topics, with what must stay apart beside what is one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Extraction, Match, World
from kg.resolve import resolve
from kg.resolve.entities import group_entities
from tests.parses import lexicon
from tests.worlds import Draft


def article(doc_id: str, *named: tuple[str, str], date: str | None = None, **links: str) -> Extraction:
    """An article that names so many things; ``links`` are gazetteer keys by label with "_" for spaces."""
    draft = Draft(doc_id, *(f"It is about {label}." for label, _ in named), date=date)
    for label, kind in named:
        draft.entity(label, kind, link=links.get(label.replace(" ", "_")))
    return draft.extraction


def world(*articles: Extraction) -> World:
    return resolve(articles, lexicon())


def parts(found: World, *labels: str) -> list[list[str]]:
    """Articles of each entity that bears one of the labels in some article."""
    names = {(x.document.id, e.id): e.label for x in found.extractions for e in x.entities}
    return sorted(sorted(doc for doc, _ in c.members) for c in found.entities if c.named and {names[ref] for ref in c.members} & set(labels))


PERSON, ORGANIZATION, AGENCY, CITY = "Person", "Organization", "GovernmentOrganization", "City"
COURT = (("Ines Duarte", PERSON), ("Tomas Heller", PERSON))
STRIKE = (("Anna Kowal", PERSON), ("Northline Rail", ORGANIZATION))
FLOOD = (("Grace Mwangi", PERSON), ("Lake Ruva", "BodyOfWater"))
CUP = (("Leo Brandt", PERSON), ("Harbour Rovers", ORGANIZATION))


@pytest.mark.parametrize(
    ("articles", "names", "expected"),
    [
        pytest.param(
            (article("a", ("Laura Smith", PERSON), *COURT), article("b", ("Smith", PERSON), *COURT)), ("Smith",), [["a", "b"]],
            id="a surname is the bearer's in the same story"),
        pytest.param(
            (article("a", ("Laura Smith", PERSON), *COURT), article("b", ("Smith", PERSON), *CUP)), ("Smith", "Laura Smith"), [["a"], ["b"]],
            id="a surname is nobody's in another story"),
        pytest.param(
            (article("a", ("Smith", PERSON), *COURT), article("b", ("Smith", PERSON), *CUP)), ("Smith",), [["a"], ["b"]],
            id="two Smiths of unrelated stories"),
        pytest.param(
            (article("a", ("Smith", PERSON), *STRIKE), article("b", ("Smith", PERSON), *STRIKE)), ("Smith",), [["a", "b"]],
            id="one Smith of one story"),
        pytest.param(
            (article("a", ("Laura Smith", PERSON), *COURT), article("b", ("Peter Smith", PERSON), *COURT), article("c", ("Smith", PERSON), *COURT)),
            ("Smith", "Laura Smith", "Peter Smith"), [["a"], ["b"], ["c"]], id="between two bearers a surname stays open"),
        pytest.param(
            (article("a", ("Laura Smith", PERSON), ("Peter Smith", PERSON), ("Smith", PERSON), *COURT),
             article("b", ("Laura Smith", PERSON), *COURT)), ("Smith",), [["a"]], id="so it does in an article with both"),
        pytest.param(
            (article("a", ("Lin Wei", PERSON), *COURT), article("b", ("Lin", PERSON), *COURT)), ("Lin", "Lin Wei"), [["a", "b"]],
            id="the surname comes first"),
        pytest.param(
            (article("a", ("Omar al-Rashid", PERSON), *FLOOD), article("b", ("Rashid", PERSON), *FLOOD)), ("Rashid",), [["a", "b"]],
            id="a particle is left out"),
        pytest.param(
            (article("a", ("John A. Smith", PERSON)), article("b", ("John Smith", PERSON)), article("c", ("John Adam Smith", PERSON))),
            ("John Smith",), [["a", "b", "c"]], id="middle names that agree"),
        pytest.param(
            (article("a", ("John A. Smith", PERSON), *COURT), article("b", ("John B. Smith", PERSON), *COURT)), ("John A. Smith", "John B. Smith"),
            [["a"], ["b"]], id="middle names that differ"),
        pytest.param(
            (article("a", ("Carl Ruud", PERSON), *COURT), article("b", ("Carl Ruud Jr.", PERSON), *COURT)), ("Carl Ruud", "Carl Ruud Jr."),
            [["a"], ["b"]], id="father and son"),
        pytest.param(
            (article("a", ("J. Smith", PERSON), *CUP), article("b", ("Jane Smith", PERSON), *CUP)), ("J. Smith",), [["a", "b"]], id="an initial"),
        pytest.param(
            (article("a", ("Luis Ortega", PERSON), *CUP), article("b", ("Luis Ortega Paz", PERSON), *CUP)), ("Luis Ortega",), [["a", "b"]],
            id="a second surname"),
        pytest.param(
            (article("a", ("Luis Ortega", PERSON), *CUP), article("b", ("Luis Ortega Paz", PERSON), *FLOOD)), ("Luis Ortega", "Luis Ortega Paz"),
            [["a"], ["b"]], id="a second surname in another story"),
        pytest.param(
            (article("a", ("Jordan", PERSON), *CUP), article("b", ("Jordan", "Country"), *CUP, Jordan="jordan")), ("Jordan",), [["a"], ["b"]],
            id="a person and a country"),
        pytest.param(
            (article("a", ("Veld Optics AG", ORGANIZATION), *STRIKE), article("b", ("Veld Optics", ORGANIZATION), *STRIKE)), ("Veld Optics",),
            [["a", "b"]], id="a legal form"),
        pytest.param(
            (article("a", ("Widget Safety Agency", AGENCY), *STRIKE), article("b", ("WSA", AGENCY), *STRIKE)), ("WSA",), [["a", "b"]],
            id="an abbreviation"),
        pytest.param(
            (article("a", ("Widget Safety Agency", AGENCY), *STRIKE), article("b", ("WSA", AGENCY), *FLOOD)), ("WSA", "Widget Safety Agency"),
            [["a"], ["b"]], id="an abbreviation in another story"),
        pytest.param(
            (article("a", ("Bank of Ruva", ORGANIZATION), *STRIKE), article("b", ("Bank of Selm", ORGANIZATION), *STRIKE)),
            ("Bank of Ruva", "Bank of Selm"), [["a"], ["b"]], id="banks of two countries"),
        pytest.param(
            (article("a", ("Islamic", ORGANIZATION), *FLOOD), article("b", ("Islamic", ORGANIZATION), *CUP)), ("Islamic",), [["a"], ["b"]],
            id="half of a name that many bear"),
    ],
)  # fmt: skip
def test_who_is_one(articles: tuple[Extraction, ...], names: tuple[str, ...], expected: list[list[str]]) -> None:
    assert parts(world(*articles), *names) == expected


LAURA = ("Laura Smith", PERSON)


def many(count: int, *named: tuple[str, str]) -> list[Extraction]:
    """So many articles that name the same."""
    return [article(f"m{n}", *named) for n in range(count)]


@pytest.mark.parametrize(
    ("articles", "name", "expected"),
    [
        ([*many(4, LAURA, *COURT), article("x", ("Peter Smith", PERSON), *COURT), article("z", ("Smith", PERSON), *COURT)], "Laura Smith", 5),
        ([*many(3, LAURA, *COURT), article("x", ("Peter Smith", PERSON), *COURT), article("z", ("Smith", PERSON), *COURT)], "Laura Smith", 3),
        ([*many(4, ("Ruva Health Ministry", AGENCY), *COURT), article("z", ("Smith", PERSON), *COURT)], "Smith", 1),
    ],
)  # fmt: skip
def test_of_two_bearers_the_one_who_is_by_far_the_better_known_is_meant(articles: list[Extraction], name: str, expected: int) -> None:
    (cluster,) = [c for c in world(*articles).entities if c.named and c.label == name]
    assert len(cluster.members) == expected


def surnamed(doc_id: str, full: str, *named: tuple[str, str]) -> Extraction:
    """An article that names a person in full and then by the surname."""
    draft = Draft(doc_id, f"It is about {full}.", *(f"It is about {label}." for label, _ in named))
    draft.entity(full, PERSON, aliases=(full.split()[-1],))
    for label, kind in named:
        draft.entity(label, kind)
    return draft.extraction


@pytest.mark.parametrize(
    ("full", "lone", "story"), [("Laura Smith", "Smith", COURT), ("Karl Weber", "Weber", STRIKE), ("Leo Brandt", "Brandt", FLOOD)]
)
def test_a_lone_name_that_most_articles_have_for_a_person_is_a_persons(full: str, lone: str, story: tuple[tuple[str, str], ...]) -> None:
    known = [surnamed(f"m{n}", full, *story) for n in range(4)]
    taken = article("x", (lone, ORGANIZATION), *story)
    club = article("y", (f"{lone} Skating Club", ORGANIZATION), *story)
    assert parts(world(*known, taken, club), full, lone, f"{lone} Skating Club") == [["m0", "m1", "m2", "m3", "x"], ["y"]]
    assert parts(world(*known[:3], taken), full, lone) == [["m0", "m1", "m2"], ["x"]]


@pytest.mark.parametrize(
    ("full", "opening", "one"),
    [
        ("Laura Smith", "Besieged Smith", True),
        ("Karl Weber", "Defiant Weber", True),
        ("Laura Smith", "Peter Smith", False),
    ],
)
def test_a_word_before_a_surname_that_begins_an_article_is_a_first_name_where_it_is_one(full: str, opening: str, one: bool) -> None:
    known, surname = [surnamed(f"m{n}", full, *COURT) for n in range(3)], full.split()[-1]
    draft = Draft("x", f"{opening} is to resign. {surname} said so.", *(f"It is about {label}." for label, _ in COURT))
    person = draft.entity(opening, PERSON, aliases=(surname,))
    begin = draft.span(f"{surname} said so")[0]
    draft.add("mentions", span=(begin, begin + len(surname)), entity=person, kind="name", rule="hand")
    for label, kind in COURT:
        draft.entity(label, kind)
    assert parts(world(*known, draft.extraction), full, opening) == ([["m0", "m1", "m2", "x"]] if one else [["m0", "m1", "m2"], ["x"]])


def test_a_person_is_called_by_the_longest_of_the_names_that_are_in_use() -> None:
    often = [article(f"m{n}", ("Laura Smith", PERSON)) for n in range(6)]
    assert [c.label for c in world(*often, article("x", ("Laura Jane Smith", PERSON))).entities] == ["Laura Smith"]
    assert [c.label for c in world(*often[:3], article("x", ("Laura Jane Smith", PERSON))).entities] == ["Laura Jane Smith"]


def test_one_name_in_two_cases_is_told_once() -> None:
    draft = Draft("a", "It is about Laura Smith.")
    draft.entity("Laura Smith", PERSON, aliases=("smith", "Smith", "LAURA SMITH"))
    (cluster,) = world(draft.extraction).entities
    assert cluster.aliases == ("Smith",)


KENYA, PERU, INDIA = ("Kenya", "Country"), ("Peru", "Country"), ("India", "Country")


@pytest.mark.parametrize(
    ("name", "kind", "apart"),
    [
        ("Health Ministry", AGENCY, True),
        ("Supreme Court", AGENCY, True),
        ("Parliament", AGENCY, True),
        ("Liberal Party", ORGANIZATION, True),
        ("Catholic Party", ORGANIZATION, True),
        ("Santa Lucia", CITY, True),
        ("Ruva Mining", ORGANIZATION, False),
    ],
)
def test_a_common_institution_is_one_in_one_country(name: str, kind: str, apart: bool) -> None:
    one = article("a", (name, kind), KENYA, *FLOOD, Kenya="kenya")
    again = article("b", (name, kind), KENYA, *CUP, Kenya="kenya")
    abroad = article("c", (name, kind), PERU, *STRIKE, Peru="peru")
    assert parts(world(one, again, abroad), name) == ([["a", "b"], ["c"]] if apart else [["a", "b", "c"]])


@pytest.mark.parametrize("name", ["District Court", "City Council", "Public Hospital", "Fire Department"])
def test_a_local_institution_is_one_in_one_story(name: str) -> None:
    one = article("a", (name, AGENCY), KENYA, *FLOOD, Kenya="kenya")
    again = article("b", (name, AGENCY), KENYA, *FLOOD, Kenya="kenya")
    other = article("c", (name, AGENCY), KENYA, *CUP, Kenya="kenya")
    assert parts(world(one, again, other), name) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("beside", "key", "link"),
    [
        ((("Atlanta", CITY, "atlanta"), ("United States", "Country", "united-states")), "georgia", "georgia-us"),
        ((("Tbilisi", CITY, "tbilisi"), ("Russia", "Country", "russia")), "georgia", "georgia"),
        ((("Ukraine", "Country", "ukraine"), ("United States", "Country", "united-states")), "georgia", "georgia"),  # named in all the news
    ],
)
def test_of_two_places_of_a_name_the_article_tells_which(beside: tuple[tuple[str, str, str], ...], key: str, link: str) -> None:
    found = world(article("a", ("Georgia", "Country"), *(b[:2] for b in beside), Georgia="georgia", **{b[0].replace(" ", "_"): b[2] for b in beside}))
    (cluster,) = [c for c in found.entities if c.label == "Georgia"]
    assert (cluster.key, cluster.link) == (key, link)


def test_a_listed_institution_of_another_country_is_not_meant() -> None:
    """ "Parliament", "Congress" are somebody's only where his country is spoken of."""
    india = article("a", ("Congress", AGENCY), INDIA, India="india", Congress="us-congress")
    america = article("b", ("Congress", AGENCY), ("United States", "Country"), United_States="united-states", Congress="us-congress")
    found = {c.members[0][0]: c for c in world(india, america).entities if "Congress" in (c.label, *c.aliases)}
    assert {doc: c.link for doc, c in found.items()} == {"a": None, "b": "us-congress"}


LISTED = [("PT", "workers-party"), ("Justice Department", "department-of-justice"), ("Labour Party", "labour-party")]


@pytest.mark.parametrize(("name", "key"), LISTED)
def test_an_abbreviation_of_another_country_is_not_meant(name: str, key: str) -> None:
    found = world(article("a", (name, ORGANIZATION), ("Kenya", "Country"), Kenya="kenya", **{name.replace(" ", "_"): key}))
    assert {c.label: c.link for c in found.entities}[name] is None


def government(doc_id: str, head: str, title: str = "presidentOf") -> Extraction:
    draft = Draft(doc_id, f"{head} leads Peru.", f"The {head.split()[-1]} government met.", "The Peruvian government met.")
    person, country = draft.entity(head, PERSON), draft.entity("Peru", "Country", link="peru")
    draft.entity(f"{head.split()[-1]} government", AGENCY, link=f"{head.split()[-1].lower()}:government")
    draft.entity("Peruvian government", AGENCY, link="peru:government")
    draft.claim(person, title, country, 0)
    return draft.extraction


def test_a_government_is_called_after_its_head() -> None:
    assert parts(world(government("a", "Rosa Paz")), "Paz government") == [["a", "a"]]
    assert parts(world(government("a", "Rosa Paz", "mayorOf")), "Paz government") == [["a"]]
    two = world(government("a", "Rosa Paz"), government("b", "Juan Rey"))
    assert parts(two, "Paz government", "Rey government") == [["a"], ["b"]]


def test_a_title_tells_who_is_meant() -> None:
    def minister(doc_id: str, *sentences: str, label: str) -> Extraction:
        draft = Draft(doc_id, *sentences)
        draft.entity(label, PERSON)
        draft.entity("Kenya", "Country", link="kenya")
        return draft.extraction

    one = minister("a", "Finance Minister Otieno Mba of Kenya met lenders.", label="Otieno Mba")
    two = minister("b", "Finance Minister Mba was in Kenya.", label="Mba")
    three = minister("c", "Goalkeeper Mba was in Kenya.", label="Mba")
    assert parts(world(one, two, three), "Mba", "Otieno Mba") == [["a", "b"], ["c"]]
    (match,) = [m for m in world(one, two).matches if m.same]
    assert "same-title" in match.reasons


def test_a_title_tells_who_is_not_meant() -> None:
    def court(doc_id: str, sentence: str, label: str) -> Extraction:
        draft = Draft(doc_id, sentence, "Tomas Heller and Ines Duarte of Kenya were in court.")
        for name, kind in ((label, PERSON), ("Tomas Heller", PERSON), ("Ines Duarte", PERSON), ("Kenya", "Country")):
            draft.entity(name, kind)
        return draft.extraction

    banker, judge = court("a", "Banker Anna Keller was sentenced.", "Anna Keller"), court("b", "Judge Keller sentenced a banker.", "Keller")
    assert parts(world(banker, judge), "Keller", "Anna Keller") == [["a"], ["b"]]
    named = court("a", "Judge Anna Keller sentenced a banker.", "Anna Keller")
    assert parts(world(named, judge), "Keller", "Anna Keller") == [["a", "b"]]


def test_decisions_are_kept_with_their_reasons() -> None:
    one, two = article("a", ("Laura Smith", PERSON), *COURT), article("b", ("Smith", PERSON), *COURT)
    three = article("c", ("Smith", PERSON), *CUP)
    found = {(m.left, m.right): m for m in world(one, two, three).matches}
    assert found[("a", "e1"), ("b", "e1")] == Match(("a", "e1"), ("b", "e1"), True, 0.85, ("articles-share-names", "same-surname"))
    assert not found[("a", "e1"), ("c", "e1")].same


def test_the_decisions_are_few() -> None:
    """However common a surname is, the graph keeps no decision on each of its pairs."""
    crowd = [article(f"d{n:03}", (f"{first} Smith", PERSON)) for n, first in enumerate(f"{a}{b}na" for a in "BDGKL" for b in "aeiou")]
    assert len(world(*crowd).matches) < len(crowd)


class TestKeys:
    """An IRI names the same thing after other articles have been added."""

    @staticmethod
    def key(found: World, doc: str, local: str = "e1") -> str:
        return found.names[doc, local]

    @pytest.mark.parametrize("kind", [PERSON, "Vessel", CITY])
    def test_a_newer_namesake_takes_another_key(self, kind: str) -> None:
        old = article("b", ("Aurora", kind), *CUP, date="2025-03-01")
        new = article("a", ("Aurora", PERSON), *FLOOD, date="2025-04-01")
        alone, both = world(old), world(old, new)
        assert self.key(alone, "b") == self.key(both, "b") == "aurora"
        assert self.key(both, "a") in ("aurora-person", "aurora-a")

    def test_a_listed_name_goes_first(self) -> None:
        person = article("a", ("Jordan", PERSON), date="2025-01-01")
        country = article("b", ("Jordan", "Country"), date="2025-02-01", Jordan="jordan")
        found = world(person, country)
        assert (self.key(found, "a"), self.key(found, "b")) == ("jordan-person", "jordan")

    def test_other_spellings_rename_nothing(self) -> None:
        old = article("a", ("Élodie Marin", PERSON), date="2025-01-01")
        new = [article(f"b{n}", ("Elodie J. Marin", PERSON), date="2025-02-01") for n in range(3)]
        assert self.key(world(old), "a") == self.key(world(old, *new), "a") == "elodie-marin"


NAMES = ("Laura Smith", "Peter Smith", "Smith", "Lin Wei", "Lin", "J. Smith", "WSA", "Widget Safety Agency", "Health Ministry", "Kenya", "Peru")
KINDS = {"WSA": AGENCY, "Widget Safety Agency": AGENCY, "Health Ministry": AGENCY, "Kenya": "Country", "Peru": "Country"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.sampled_from(NAMES), min_size=1, max_size=5), min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_clusters_are_consistent(contents: list[set[str]], random: object) -> None:
    articles = [
        article(f"d{n}", *((name, KINDS.get(name, PERSON)) for name in sorted(names)), Kenya="kenya", Peru="peru", date=f"2025-01-{n % 3 + 1:02}")
        for n, names in enumerate(contents)
    ]
    expected = resolve(articles, lexicon())
    random.shuffle(articles)  # type: ignore[attr-defined]
    assert resolve(articles, lexicon()) == expected
    for group in group_entities(articles, lexicon()).groups:
        assert len({record.person.given[0] for record in group if record.person and record.person.full}) <= 1
        assert len({record.link for record in group if record.link}) <= 1
        assert len({record.ref for record in group}) == len({record.ref[0] for record in group})
