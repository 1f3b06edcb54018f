"""Names that are one in other letters: abbreviations that an article introduces, other spellings, nouns of kind at the end; and what stays apart."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from kg.resolve import resolve
from kg.resolve.introduced import introduced
from kg.resolve.wording import spelled_alike
from tests.parses import lexicon
from tests.worlds import Draft

PERSON, ORGANIZATION, PLACE, CITY = "Person", "Organization", "Place", "City"
COURT = (("Ines Duarte", PERSON), ("Tomas Heller", PERSON))
FLOOD = (("Grace Mwangi", PERSON), ("Lake Ruva", "BodyOfWater"))


def article(doc_id: str, *named: tuple[str, str], text: str = "", **links: str) -> Extraction:
    """An article that names so many things, with a text of its own or a sentence each; ``links`` are gazetteer keys by label with "_" for spaces."""
    said = [text] if text else []
    draft = Draft(doc_id, *said, *(f"It is about {label}." for label, _ in named if label not in text))
    for label, kind in named:
        draft.entity(label, kind, link=links.get(label.replace(" ", "_")))
    return draft.extraction


def together(*articles: Extraction, one: str, other: str) -> bool:
    """Whether two names are of one thing in some entity."""
    found = resolve(articles, lexicon())
    labels = {(x.document.id, e.id): e.label for x in articles for e in x.entities}
    return any({one, other} <= {labels[ref] for ref in cluster.members if ref in labels} for cluster in found.entities)


@pytest.mark.parametrize(
    ("text", "name", "kind", "letters", "expected"),
    [
        ("Farmers of the Grain League (GL) marched.", "Grain League", ORGANIZATION, "GL", True),
        ("The Velmese Harbour Workers' Union (HWU) struck.", "Velmese Harbour Workers' Union", ORGANIZATION, "HWU", True),
        ("The Standing Committee of the Labour Front (LF) met.", "Standing Committee of the Labour Front", ORGANIZATION, "LF", False),
        ("The Relief Force in Norland (RFN) left.", "Norland", "Country", "RFN", False),
        ("The League for Reform (LR) won.", "Reform", ORGANIZATION, "LR", False),
        ("Anna Keller (AK) won.", "Anna Keller", PERSON, "AK", False),
    ],
)
def test_an_abbreviation_in_brackets_is_the_name_before_it(text: str, name: str, kind: str, letters: str, expected: bool) -> None:
    draft = Draft("a", text)
    full, short = draft.entity(name, kind), draft.entity(letters, ORGANIZATION)
    assert {s: one.full for s, one in introduced(draft.extraction).items()} == ({short: full} if expected else {})


def test_letters_of_another_language_are_a_name_that_is_used_again() -> None:
    once, again = "The Green Dawn Party (PVR) won.", "Voters trust the PVR."
    for sentences, expected in (((once,), 0), ((once, again), 1)):
        draft = Draft("a", *sentences)
        draft.entity("Green Dawn Party", ORGANIZATION)
        short = draft.entity("PVR", ORGANIZATION)
        if len(sentences) > 1:
            begin = len(once) + 1 + again.index("PVR")
            draft.add("mentions", span=(begin, begin + 3), entity=short, kind="name", rule="hand")
        assert len(introduced(draft.extraction)) == expected


def test_what_an_article_introduces_holds_in_the_others_of_its_story() -> None:
    one = article("a", ("Grain League", ORGANIZATION), ("GL", ORGANIZATION), *FLOOD, text="Farmers of the Grain League (GL) marched.")
    assert together(one, article("b", ("GL", ORGANIZATION), *FLOOD), one="Grain League", other="GL")
    assert together(one, article("b", ("GL", ORGANIZATION), ("Grain League", ORGANIZATION), *FLOOD), one="Grain League", other="GL")


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        (("AL", ORGANIZATION), ("Al Noor Bank", ORGANIZATION), False),
        (("OSTRA", ORGANIZATION), ("OSTRA Council", ORGANIZATION), False),
        (("Velmese", "Group"), ("Velmese Rowing Federation", ORGANIZATION), False),
        (("Summit", "Thing"), ("Summit Declaration", "Thing"), False),
        (("Velm", "Group"), ("Velm Party", ORGANIZATION), True),
        (("Norda", ORGANIZATION), ("Norda Airlines", ORGANIZATION), True),
    ],
)
def test_what_stands_for_a_longer_name(short: tuple[str, str], long: tuple[str, str], expected: bool) -> None:
    assert together(article("a", short, *COURT), article("b", long, *COURT), one=short[0], other=long[0]) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("mahmoud", "mahmud", True),
        ("tariq", "tarik", True),
        ("seniora", "siniora", True),
        ("hassan", "hasan", True),
        ("yury", "yuri", True),
        ("mohammed", "mohammad", True),
        ("jon", "jan", False),
        ("maria", "mario", False),
        ("ann", "anna", False),
        ("peng", "ping", False),
        ("zhang", "zheng", False),
        ("juan", "joan", False),
        ("anne", "annie", False),
        ("stephane", "stephanie", False),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str, expected: bool) -> None:
    assert spelled_alike(one, other) is spelled_alike(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Mahmoud Safar", "Mahmud Safar", True),
        ("Tariq Seniora", "Tarik Siniora", True),
        ("Colleen Hale", "Colin Hale", False),
        ("Maria Conte", "Mario Conte", False),
        ("Park Min-Su", "Park Hae-Min", False),
        ("Luis Ortega", "Luis Ortega Paz", True),
    ],
)
def test_persons_of_two_spellings(one: str, other: str, expected: bool) -> None:
    assert together(article("a", (one, PERSON), *COURT), article("b", (other, PERSON), *COURT), one=one, other=other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Blue Heron", PERSON), ("Blue Heron group", ORGANIZATION), True),
        (("Selmar", CITY), ("Selmar Province", PLACE), True),
        (("Selmar", PERSON), ("Selmar County", PLACE), True),
        (("Anna Keller", PERSON), ("Anna Keller party", ORGANIZATION), False),
        (("Olympic", ORGANIZATION), ("Olympic movement", ORGANIZATION), False),
        (("Selmar", CITY), ("Selmar University", ORGANIZATION), False),
    ],
)
def test_a_noun_of_kind_at_the_end(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    kenya = ("Kenya", "Country")
    articles = article("a", one, kenya, *FLOOD, Kenya="kenya"), article("b", other, kenya, *FLOOD, Kenya="kenya")
    assert together(*articles, one=one[0], other=other[0]) is expected
