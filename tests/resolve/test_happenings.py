"""The same happening told twice is one event; what is alike but distinct stays apart."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from kg.extract import extract
from kg.model import Cluster, Extraction, World
from kg.resolve import resolve
from kg.resolve.alike import Alike
from kg.resolve.happenings import _Groups
from kg.resolve.stories import Stories, spoken_words
from kg.resolve.tellings import Telling
from tests.parses import document, lexicon, parsed


def told(doc_id: str, text: str, date: str | None = "2026-05-04") -> Extraction:
    article = replace(document(text), id=doc_id, date=date)
    return extract(article, parsed(text), lexicon())


def world(*texts: str) -> World:
    return resolve([told(f"d{n}", text) for n, text in enumerate(texts)], lexicon())


def groups(found: World, lemmas: Sequence[str]) -> list[set[str]]:
    """For each event with one of these words: the documents that tell it."""
    events = {(x.document.id, e.id): e for x in found.extractions for e in x.events}
    return [{ref[0] for ref in c.members} for c in found.events if any(events[ref].lemma.split()[-1] in lemmas for ref in c.members)]


@pytest.mark.parametrize(
    ("one", "other", "lemmas"),
    [
        (
            "Kenyan troops attacked the rebel camp near Lodwar on Sunday. The attack killed a guard, the Kenyan army said in Nairobi.",
            "Kenya's army said in Nairobi that its attack on a rebel camp near Lodwar killed a guard.",
            ("attack",),
        ),
        (
            "Auralis Bank bought Lumen Capital for 3 billion euros on Friday, the chairman Anna Berg said in Oslo.",
            "The purchase of Lumen Capital by Auralis Bank was announced in Oslo by Anna Berg on Friday.",
            ("buy", "purchase"),
        ),
        (
            "A court in Valletta convicted the banker Joseph Vella of fraud on Thursday.",
            "The banker Joseph Vella was convicted of fraud by a Valletta court on Thursday.",
            ("convict",),
        ),
        (  # a sentence that was edited
            "Seven other orchards had withered despite generous subsidies for irrigation pumps.",
            "Despite generous subsidies for irrigation pumps, seven orchards had withered, growers complained.",
            ("wither",),
        ),
        (
            "He thinks many fishermen are worse off than under the former harbour tariffs, ousted after the winter strikes.",
            "Many fishermen are rightly worse off than under the former harbour tariffs, ousted after winter strikes.",
            ("worse",),
        ),
    ],
)
def test_one_happening_in_two_articles(one: str, other: str, lemmas: tuple[str, ...]) -> None:
    assert {"d0", "d1"} in groups(world(one, other), lemmas)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The blast was the third attack in Karachi this year.", {"blast", "attack"}),
        ("The merger was the first deal in Kenya under the new law.", {"merger", "deal"}),
        ("The raid was the first strike on Chilean soil.", {"raid", "strike"}),
    ],
)
def test_what_a_happening_was_is_that_happening(text: str, words: set[str]) -> None:
    found = world(text)
    triggers = {("d0", e.id): text[slice(*e.trigger)] for x in found.extractions for e in x.events}
    assert words in [{triggers[ref] for ref in cluster.members} for cluster in found.events]


@pytest.mark.parametrize("text", ["The blast was not an attack.", "The blast may have been an attack."])
def test_what_a_happening_was_not_is_another(text: str) -> None:
    assert all(len(cluster.members) == 1 for cluster in world(text).events)


@pytest.mark.parametrize(
    ("one", "other", "lemmas"),
    [
        (
            "Police in Lyon arrested the banker Paul Roux on Monday.",
            "Police in Lyon arrested the teacher Marie Blanc on Monday.",
            ("arrest",),
        ),
        (
            "The captain Ivo Maric died on the ferry Marigold off Split, Aster Line said.",
            "Two passengers of the ferry Marigold died off Split, Aster Line said.",
            ("die",),
        ),
        (
            "An earthquake struck Izmir in Turkey on Sunday, killing 30 people.",
            "An earthquake struck Izmir in Turkey in October 2020, killing 117 people.",
            ("earthquake", "strike", "kill"),
        ),
        (
            "The Iranian navy seized a tanker in the Gulf of Oman on Friday.",
            "The Iranian navy seized a warehouse in Bandar Abbas in April.",
            ("seize",),
        ),
        (
            "The army has carried out 35 strikes on boats off Haiti since March, an officer in Haiti said.",
            "The army carried out a strike on a dock in Haiti on Sunday, an officer in Haiti said.",
            ("strike",),
        ),
        (
            "Troops attacked a camp near Lodwar on Sunday.",
            "Fans attacked a referee near Porto on Sunday.",
            ("attack",),
        ),
    ],
)
def test_two_happenings_of_one_kind(one: str, other: str, lemmas: tuple[str, ...]) -> None:
    assert {"d0", "d1"} not in groups(world(one, other), lemmas)


@pytest.mark.parametrize(
    ("text", "lemmas", "happenings"),
    [
        ("Rebels carried out a strike on a dock in Lima.", ("strike", "out"), 1),
        ("The raid in Lodwar took place on Sunday. The raid shocked the town.", ("raid", "place"), 1),
        ("Strikes targeting tankers shook the port. The strikes went on all night.", ("strike", "target"), 1),
        ("A strike on a dock killed two men. A second strike on a bridge followed.", ("strike",), 2),
        ("A fire destroyed a mill in Porto. Another fire destroyed a farm.", ("fire",), 2),
        ("The court fined the bank in May. It also fined the club.", ("fine",), 2),
        ("The sanctions were designed to give the rebels a lever.", ("sanction", "give"), 2),
        ("The trial gave the widow a chance.", ("trial", "give"), 2),
        ("The quake struck the coast of Chile.", ("quake", "strike"), 1),
    ],
)
def test_happenings_of_one_article(text: str, lemmas: tuple[str, ...], happenings: int) -> None:
    assert len(groups(world(text), lemmas)) == happenings


@pytest.mark.parametrize(
    ("one", "other", "lemmas"),
    [
        (
            "The dockers of Gdansk offered talks to the shipyard Baltika over wages. Baltika builds ferries in Gdansk.",
            "Lawyers offer a bleaker view of the shipyard Baltika in Gdansk. Baltika builds ferries in Gdansk.",
            ("offer",),
        ),
        (
            "The start of the Danube rowing race in Novi Sad was delayed, Mira Kostic said. Mira Kostic leads the rowing club of Novi Sad.",
            "A mild start to winter helped the rowing club of Novi Sad, Mira Kostic said. Mira Kostic leads the club.",
            ("start",),
        ),
        (
            "Kesmark Rovers beat Astor Rovers in the cup in Kesmark, the coach Jan Brandt said.",
            "Zadar United were beaten by Kesmark Rovers, whose coach is Jan Brandt. The match in Kesmark was rough.",
            ("beat",),
        ),
    ],
)
def test_a_word_and_a_story_in_common_are_not_enough(one: str, other: str, lemmas: tuple[str, ...]) -> None:
    assert {"d0", "d1"} not in groups(world(one, other), lemmas)


@pytest.mark.parametrize(("later", "feature"), [("2026-05-05", "other-number"), ("2026-05-14", "later-number")])
def test_another_number_a_week_later_is_of_another_day(later: str, feature: str) -> None:
    def scored(goals: float, day: str) -> Telling:
        return Telling([(day, "v1")], day, {"score"}, {"Scoring"}, told=day, counts={"goal": goals})

    likeness = Alike((), lexicon()).compare(scored(3, "2026-05-04"), scored(5, later), 0.3)
    assert likeness is not None
    assert feature in likeness.features


def test_articles_of_two_years_tell_hardly_one_story() -> None:
    texts = {"2026-05-04": "Ministers of fishing nations met in Vigo.", "2026-05-09": "In Vigo, ministers of fishing nations met."}
    articles = [told(day, text, day) for day, text in texts.items()] + [told("2025-05-06", texts["2026-05-09"], "2025-05-06")]
    names = {(x.document.id, e.id): e.label for x in articles for e in x.entities}
    stories = Stories(articles, names, spoken_words(articles, frozenset(), {}), {})
    assert stories.similarity("2026-05-04", "2026-05-09") > 2 * stories.similarity("2026-05-04", "2025-05-06") > 0


def test_a_merge_says_why() -> None:
    found = world(
        "A court in Valletta convicted the banker Joseph Vella of fraud on Thursday.",
        "The banker Joseph Vella was convicted of fraud by a Valletta court on Thursday.",
    )
    events = {(x.document.id, e.id) for x in found.extractions for e in x.events}
    matches = [m for m in found.matches if m.left in events]
    assert matches
    assert all({m.left[0], m.right[0]} == {"d0", "d1"} and m.score > 0.5 for m in matches)
    assert any("same-participant" in m.reasons for m in matches)


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [
        "Kenyan troops attacked the rebel camp near Lodwar on Sunday.",
        "The attack on a rebel camp near Lodwar by Kenyan troops killed a guard.",
        "Kenya's army attacked the camp near Lodwar, an officer said.",
        "The Iranian navy seized a tanker in the Gulf of Oman on Friday.",
    ]
    extractions = [told(f"d{n}", text) for n, text in enumerate(texts)]
    expected = resolve(extractions, lexicon())
    for seed in range(5):
        random.Random(seed).shuffle(extractions)
        assert resolve(extractions, lexicon()) == expected


def test_the_work_of_joining_copies_grows_with_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each finds its place in its group by halves; to sort the group each time looked at all of them for each."""
    text = "Kenyan troops attacked the rebel camp near Lodwar on Sunday. The attack killed a guard, the Kenyan army said in Nairobi."
    place, looked = _Groups._place, Counter[int]()
    for copies in (50, 400):

        def count(self: _Groups, telling: Telling, copies: int = copies) -> int:
            looked[copies] += 1
            return place(self, telling)

        monkeypatch.setattr(_Groups, "_place", count)
        one = told("d", text)
        found = resolve([replace(one, document=replace(one.document, id=f"d{n:03}")) for n in range(copies)], lexicon())
        assert max(len(cluster.members) for cluster in found.events) >= copies
    assert looked[50] > 50
    assert looked[400] / 400 <= 2 * looked[50] / 50


@pytest.mark.parametrize(
    ("lemma", "kind", "when", "one"),
    [
        ("fire", "Strike", (), False),
        ("trial", "Trial", (), False),
        ("murder", "Killing", (), True),
        ("trial", "Trial", (("2026-02-03", "2026-02-03"),), True),
    ],
)
def test_what_has_no_day_is_another_a_year_later(lemma: str, kind: str, when: tuple[tuple[str, str], ...], one: bool) -> None:
    """But the murder of somebody by name is one for ever, and so is what has its day."""
    person = Cluster("ana-prieto", "Ana Prieto", (("d0", "e1"),), ("Person",))

    def telling(doc: str, day: str) -> Telling:
        return Telling([(doc, "v1")], doc, {lemma}, {kind}, others={"ana-prieto"}, undergoers={"ana-prieto"}, when=set(when), told=day)

    alike = Alike((person,), lexicon())
    near, far = (alike.compare(telling("d0", "2026-05-04"), telling("d1", day), 0.5) for day in ("2026-05-06", "2027-04-04"))
    assert near is not None
    assert (far is not None) is one


@pytest.mark.parametrize(
    ("text", "lemmas", "happenings"),
    [
        ("On Sunday a fire killed four sheep near Cork. On Monday a fire killed two sheep near Cork.", ("kill",), 2),
        ("The navy seized a trawler. The navy has seized another trawler.", ("seize",), 2),
        ("The navy seized a trawler near Vigo. The navy seized the trawler near Vigo.", ("seize",), 1),
        ("Geneva talks on tea failed. The Oslo talks on tea were opened by Anna Berg.", ("talks",), 2),
    ],
)
def test_days_towns_and_others_of_one_article(text: str, lemmas: tuple[str, ...], happenings: int) -> None:
    assert len(groups(world(text), lemmas)) == happenings


def test_two_years_beside_each_other_are_two() -> None:
    one, other = "Loans in Norway averaged 5 percent in 2024, the bank said.", "Loans in Norway averaged 6 percent in 2025, the bank said."
    assert {"d0", "d1"} not in groups(world(one, other), ("average",))


@pytest.mark.parametrize(
    ("text", "lemmas", "happenings"),
    [
        # a noun that names its own participants, others than those told before
        ("Two gangs poached elephants. The poaching of rhinos by a cartel continues.", ("poach", "poaching"), 2),
        ("Police arrested two men in Lyon. The arrest of three women by soldiers followed.", ("arrest",), 2),
        ("Two men robbed a bank in Porto. The robbery of a jeweller by a gang shocked the town.", ("rob", "robbery"), 2),
        ("Auralis Bank bought Lumen Capital in May. The purchase of Kestrel Foods by Nordvik failed.", ("buy", "purchase"), 2),
        ("The court convicted Joseph Vella of fraud. The conviction of two clerks was upheld.", ("convict", "conviction"), 2),
        ("The flooding in Porto killed a farmer. The mayor recalled the flooding in Vigo.", ("flood",), 2),
        # the same verb of other things, or of other contents
        ("Nordvik will reduce emissions of sulphur. Nordvik will also reduce emissions of dust.", ("reduce",), 2),
        ("Nordvik cut costs in May. Nordvik also wants to cut jobs. Nordvik cut dividends.", ("cut",), 3),
        ("The minister promised lower taxes. The minister promised new schools.", ("promise",), 2),
        ("Anna Berg said the harbour is too small. Anna Berg said the ferry is a wreck.", ("say",), 2),
        ("The navy trapped 15 smugglers in Vigo. The navy also trapped four smugglers.", ("trap",), 2),
        # what takes up what was told, by the same noun, another name or a more general word
        ("The navy seized the tanker Skipper on Friday. The seizure of the tanker angered Iran.", ("seize", "seizure"), 1),
        ("The navy seized the tanker Skipper on Friday. The seizure of the vessel angered Iran.", ("seize", "seizure"), 1),
        ("Police arrested two men in Lyon. The arrest of the two angered the mayor.", ("arrest",), 1),
        ("Police arrested two men in Lyon. The arrest of the suspects by officers angered the mayor.", ("arrest",), 1),
        ("Rebels attacked a camp near Lodwar. This attack killed a guard. The attack shocked Kenya.", ("attack",), 1),
        ("Dockers went on strike in Gdansk. The strike went on for a week.", ("strike",), 1),
        ("Auralis Bank bought Lumen Capital in May. The purchase of the lender was announced in Oslo.", ("buy", "purchase"), 1),
        ("The court convicted Joseph Vella of fraud. The conviction of the banker was upheld.", ("convict", "conviction"), 1),
        ("The club sold the striker Ivo Maric to Porto. The sale of the player to Porto was cheap.", ("sell", "sale"), 1),
        ("Gunmen attacked a vehicle near Lodwar. The attack on a bus killed 15 passengers.", ("attack",), 1),
        ("The raid killed 80 villagers in Lodwar, elders said. The army said it killed 31 villagers in Lodwar.", ("kill",), 1),
    ],
)
def test_who_and_what_takes_part_tells_happenings_of_one_article_apart(text: str, lemmas: tuple[str, ...], happenings: int) -> None:
    assert len(groups(world(text), lemmas)) == happenings


def dated(*articles: tuple[str, str]) -> World:
    return resolve([told(f"d{n}", text, day) for n, (text, day) in enumerate(articles)], lexicon())


@pytest.mark.parametrize(
    ("one", "other", "lemmas", "same"),
    [
        # sayings of other contents are other sayings
        (
            ("The minister Anna Berg told the Oslo Post that the harbour of Vigo will grow despite protests by fishermen.", "2026-05-04"),
            ("The minister Anna Berg told the Oslo Post that a Spanish ferry sank off Lisbon with two hundred sheep aboard.", "2026-05-04"),
            ("tell",),
            False,
        ),
        (
            ("The minister Anna Berg told the Oslo Post that the harbour of Vigo will grow despite protests.", "2026-05-04"),
            ("Despite all protests the harbour of Vigo is to grow, Anna Berg told the Oslo Post.", "2026-05-04"),
            ("tell",),
            True,
        ),
        # what is forced, urged or wished in other words is something else
        (
            ("The court forced Baltika to pay the dockers of Gdansk.", "2026-05-04"),
            ("The court forced Baltika to leave Gdansk.", "2026-05-04"),
            ("force",),
            False,
        ),
        # one matter, of which neither tells more
        (
            ("The mayor Anna Berg condemned the closure of the Baltika yard in Gdansk after months of protest.", "2026-05-04"),
            ("Speaking at a rally of welders, the mayor Anna Berg condemned the closure of Baltika.", "2026-05-05"),
            ("condemn",),
            True,
        ),
        # what others did is not what somebody plans, or did not do
        (
            ("Rebels of the Lodwar Front seized the town of Moroto.", "2026-05-04"),
            ("Uganda denied that it plans to seize the town of Moroto.", "2026-05-04"),
            ("seize",),
            False,
        ),
        # what goes up and down each day has each day's numbers
        (
            ("The Baltic Index closed at 2,254 points in Tallinn, dealers said.", "2026-05-04"),
            ("The Baltic Index closed at 2,306 points in Tallinn, dealers said.", "2026-05-12"),
            ("close",),
            False,
        ),
        # what is still to come is not what was long ago
        (
            ("Norway suspended all whaling near Svalbard in November 2025.", "2026-05-04"),
            ("The commission urged Norway to suspend all whaling near Svalbard.", "2026-05-04"),
            ("suspend",),
            False,
        ),
    ],
)
def test_sayings_other_doers_and_days_of_two_articles(one: tuple[str, str], other: tuple[str, str], lemmas: tuple[str, ...], same: bool) -> None:
    assert ({"d0", "d1"} in groups(dated(one, other), lemmas)) is same
