"""Which sources are independent: tables of who tells one thing, how many sources that makes, and what their origins are."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

import pytest

from kg.model import Block, Citation, Cluster, Extraction, Origin, Ref
from kg.resolve.copies import find_copies
from kg.resolve.independence import Origins, origins_of
from tests.parses import lexicon
from tests.worlds import Draft, world

#: One statement a topic: the subject, its type, the relation, the object, and a sentence too short to be taken for copied.
TOPICS = {
    "war": ("Navy of Norland", "GovernmentOrganization", "struck", "Tarsk", "The Navy of Norland struck a dock in Tarsk."),
    "courts": ("Mary Okoro", "Person", "fined", "Northgate Bank", "Judge Mary Okoro fined Northgate Bank 12 million euros."),
    "companies": ("Vela Motors", "Organization", "acquired", "Alden Lines", "Vela Motors acquired the ferry company Alden Lines."),
}
AGENCIES = {"AP": "associated-press", "Reuters": "reuters"}


@dataclass(frozen=True)
class Telling:
    """How one document tells the statement. ``speakers`` go from the outermost to the innermost; "officials" and "sources" have no name."""

    speakers: tuple[str, ...] = ()
    cites: tuple[int, ...] = ()
    dateline: str = ""
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    date: str | None = "2026-03-01"
    sources: tuple[str, ...] = ()  # a digest's list
    more: str = ""  # other sentences of the article
    twice: bool = field(default=False)  # the statement once more, without speaker and citation


def extraction(doc_id: str, telling: Telling, topic: str) -> tuple[Draft, Ref]:
    subject, kind, relation, target, sentence = TOPICS[topic]
    words = sentence if not telling.speakers else f"{', '.join(telling.speakers)} said: {sentence}"
    parts = [telling.dateline, words, f"Again: {sentence}" if telling.twice else "", telling.more, *telling.sources]
    kinds = [kind for kind, part in zip(["dateline", "text", "text", "text", *["source"] * len(telling.sources)], parts, strict=True) if part]
    draft = Draft(doc_id, *filter(None, parts), publisher=telling.publisher, title=telling.title, url=telling.url, date=telling.date)
    agent, patient = draft.entity(subject, kind), draft.entity(target, "Organization")
    attribution = None
    for name in telling.speakers:
        named = name not in ("officials", "sources")
        medium = name in (*AGENCIES, "The Post")
        key = AGENCIES.get(name) if named else f"{name}-{doc_id}"
        speaker = draft.entity(name, "NewsMediaOrganization" if medium else "Person", named=named, key=key, link=AGENCIES.get(name))
        attribution = draft.attribution(name, "said", sentence, speaker, attribution)
    number = 1 if telling.dateline else 0
    claim = draft.claim(agent, relation, patient, number, attribution=attribution, citations=telling.cites)
    if telling.twice:
        draft.claim(agent, relation, patient, number + 1)
    spans = draft.extraction.sentences
    citations = tuple(Citation(n, label, draft.span(label)) for n, label in enumerate(telling.sources, start=1))
    blocks = tuple(Block(*span, kind) for span, kind in zip(spans, kinds, strict=True))
    draft.extraction = replace(draft.extraction, document=replace(draft.extraction.document, blocks=blocks, citations=citations))
    return draft, (doc_id, claim)


def traced(drafts: list[Draft]) -> Origins:
    made = world(*drafts)
    return origins_of(made.extractions, made.entities, made.names, lexicon(), find_copies(made.extractions))


def counted(topic: str, **tellings: Telling) -> tuple[int, set[str]]:
    drafts = [extraction(doc_id, telling, topic)[0] for doc_id, telling in tellings.items()]
    sources, origins = traced(drafts).count([(d.extraction.document.id, c.id) for d in drafts for c in d.extraction.claims])
    return sources, {f"{o.key}/{o.number}" if o.number else o.key for o in origins}


OWN = Telling()
SHARED = "The harbour was closed to all ships for the rest of the day and part of the night."
FISHERS = f"{SHARED} Fishermen mended their nets on the quay and waited for news of the two men who had not come home."
TRADERS = f"{SHARED} Grain traders moved their cargo to ports in the south, where prices rose by a tenth within the week."

CASES: dict[str, tuple[dict[str, Telling], int, set[str]]] = {
    "three documents of their own": ({"a": OWN, "b": OWN, "c": OWN}, 3, {"a", "b", "c"}),
    "its own words beside somebody's": ({"a": Telling(("Ana Ruiz",), twice=True)}, 2, {"ana-ruiz"}),
    "an agency's own words beside somebody's": ({"a": Telling(("Ana Ruiz",), dateline="LIMA (AP) -", twice=True)}, 2, {"ana-ruiz"}),
    "its own words beside those of officials": ({"a": Telling(("officials",), twice=True)}, 2, {"a"}),
    "another article's own words": ({"a": Telling(("Ana Ruiz",), twice=True), "b": OWN}, 3, {"ana-ruiz", "b"}),
    "two that quote one person": ({"a": Telling(("Ana Ruiz",)), "b": Telling(("Ana Ruiz",))}, 2, {"ana-ruiz"}),
    "two that quote two": ({"a": Telling(("Ana Ruiz",)), "b": Telling(("Paul Ndiaye",))}, 2, {"ana-ruiz", "paul-ndiaye"}),
    "sources without a name are no shared identity": ({"a": Telling(("officials",)), "b": Telling(("officials",))}, 2, {"a", "b"}),
    "their medium is the origin": ({"a": Telling(("Reuters", "officials")), "b": Telling(("Reuters", "sources"))}, 2, {"reuters"}),
    "the innermost name counts": ({"a": Telling(("Reuters", "Ana Ruiz")), "b": Telling(("AP", "Ana Ruiz"))}, 2, {"ana-ruiz"}),
    "two papers print one agency": (
        {"a": Telling(dateline="LIMA (AP) -"), "b": Telling(dateline="LIMA (AP) -"), "c": OWN}, 3, {"associated-press", "c"},
    ),
    "a dateline, a publisher, and a paper that names it": (
        {"a": Telling(dateline="LIMA, March 1 (Reuters) -"), "b": Telling(publisher="Reuters"), "c": Telling(("Reuters",))}, 3, {"reuters"},
    ),
    "a dateline of two agencies": (
        {"a": Telling(dateline="LIMA (Northern Echo/AP) -"), "b": Telling(publisher="The Associated Press")}, 2, {"associated-press"},
    ),
    "a dateline without an agency": (
        {"a": Telling(dateline="LIMA (Northern Echo) -"), "b": Telling(dateline="LIMA (Northern Echo) -")}, 2, {"a", "b"},
    ),
    "an agency's quotation is the speaker's": ({"a": Telling(("Ana Ruiz",), dateline="LIMA (AP) -"), "b": Telling(("Ana Ruiz",))}, 2, {"ana-ruiz"}),
    "a paper and who names it as the source": ({"a": Telling(publisher="The Post"), "b": Telling(("The Post",))}, 2, {"the-post"}),
    "two articles of one paper": ({"a": Telling(publisher="The Post"), "b": Telling(publisher="The Post")}, 2, {"a", "b"}),
    "a digest and what it cites": (
        {"a": Telling(title="Dawn over the harbour of Tarsk"), "b": OWN, "d": Telling(cites=(1,), sources=("Post: Dawn over the harbour of Tarsk",))},
        3, {"a", "b"},
    ),
    "by a longer title": (
        {"a": Telling(title="Dawn over the harbour of Tarsk"), "d": Telling(cites=(1,), sources=("Dawn over the harbour of Tarsk - Post",))},
        2, {"a"},
    ),
    "publisher, title and day in one line": (
        {"a": Telling(title="Storm kills 3 in Tarsk harbour", publisher="Coast Post"),
         "d": Telling(cites=(1,), sources=("Coast Post, Storm kills 3 in Tarsk harbour, 2026-03-01",))}, 2, {"a"},
    ),
    "a short title with its publisher": (
        {"a": Telling(title="Vela denies fines", publisher="Coast Post"), "d": Telling(cites=(1,), sources=('Coast Post, "Vela denies fines"',))},
        2, {"a"},
    ),
    "a title of two papers, by the publisher": (
        {"a": Telling(title="Dawn over the harbour of Tarsk", publisher="Coast Post"),
         "b": Telling(title="Dawn over the harbour of Tarsk", publisher="Inland Echo"),
         "d": Telling(cites=(1,), sources=("Inland Echo, Dawn over the harbour of Tarsk",))}, 3, {"a", "b"},
    ),
    "another number is another title": (
        {"a": Telling(title="Storm kills 3 in Tarsk harbour"), "d": Telling(cites=(1,), sources=("Storm kills 4 in Tarsk harbour",))},
        2, {"a", "d/1"},
    ),
    "by its address": (
        {"a": Telling(url="https://www.post.example/x"), "d": Telling(cites=(1,), sources=("A piece, http://post.example/x/",))}, 2, {"a"},
    ),
    "by its publisher, the only article of which it is": (
        {"a": Telling(publisher="Harbour Post"), "d": Telling(cites=(1,), sources=("Harbour Post",))}, 2, {"a"},
    ),
    "a publisher of two articles tells nothing": (
        {"a": Telling(publisher="Harbour Post"), "b": Telling(publisher="Harbour Post"), "d": Telling(cites=(1,), sources=("Harbour Post",))},
        3, {"a", "b", "d/1"},
    ),
    "a digest that cites an agency": (
        {"a": Telling(dateline="LIMA (AP) -"), "d": Telling(cites=(1,), sources=("AP: Some title",))}, 2, {"associated-press"},
    ),
    "a digest that cites two": ({"d": Telling(cites=(1, 2), sources=("AP: Some title", "Echo: Another title"))}, 2, {"associated-press", "d/2"}),
    "two entries of one title": (
        {"d": Telling(cites=(1, 2), sources=("Echo: A quiet day at the harbour", "Echo: A quiet day at the harbour"))}, 1, {"d/1"},
    ),
    "two digests that cite one article": (
        {"d": Telling(cites=(1,), sources=("Echo: A quiet day at the harbour",)),
         "e": Telling(cites=(2,), sources=("Post: Something else that happened", "Echo: A quiet day at the harbour"))}, 2, {"d/1"},
    ),
    "a digest without a citation": ({"a": OWN, "d": Telling(sources=("Echo: A quiet day at the harbour",))}, 2, {"a", "d"}),
    "a digest that also says so without a citation": (
        {"a": Telling(title="Dawn over the harbour of Tarsk"), "d": Telling(cites=(1,), sources=("Dawn over the harbour of Tarsk",), twice=True)},
        2, {"a"},
    ),
    "a digest leaves out whom its source quotes": (
        {"a": Telling(("Ana Ruiz",), title="Dawn over the harbour of Tarsk"), "d": Telling(cites=(1,), sources=("Dawn over the harbour of Tarsk",))},
        2, {"ana-ruiz"},
    ),
    "a citation that is in no list": ({"d": Telling(cites=(7,), sources=("Echo: A quiet day at the harbour",))}, 1, {"d"}),
    "a common sentence elsewhere is no common origin": ({"a": Telling(more=FISHERS), "b": Telling(more=TRADERS)}, 2, {"a", "b"}),
}  # fmt: skip


@pytest.mark.parametrize(("tellings", "sources", "origins"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_independent(topic: str, tellings: dict[str, Telling], sources: int, origins: set[str]) -> None:
    assert counted(topic, **tellings) == (sources, origins)


def article(doc_id: str, *sentences: str, speaker: str | None = "Ana Ruiz", date: str = "2026-03-01") -> Draft:
    """The last sentence's statement, attributed to whoever is given."""
    draft = Draft(doc_id, *sentences, date=date)
    ruiz = draft.entity(speaker, "Person") if speaker else None
    mill = draft.entity("mill", "Organization", named=False, key=f"mill-{doc_id}")
    river = draft.entity("river", "Place", named=False, key=f"river-{doc_id}")
    said = draft.attribution("she" if speaker is None else speaker, "said", "the mill poisoned the river", ruiz)
    draft.claim(mill, "poison", river, len(sentences) - 1, known=False, attribution=said)
    return draft


NAMED = "Ana Ruiz said the mill poisoned the river in two nights of January and that its owners knew of it."
PRONOUN = NAMED.replace("Ana Ruiz", "Minister Ana Ruiz told us and she", 1)


def test_a_copied_sentence_has_the_origin_of_the_one_it_repeats() -> None:
    origins = traced([article("a", NAMED), article("b", "A mill is closed.", NAMED, date="2026-03-02")])
    assert origins.traces["b", "c1"].origins == (Origin("entity", "ana-ruiz"),)
    assert origins.traces["b", "c1"].reason == "word for word in a, there attributed to Ana Ruiz"


def test_who_spoke_is_taken_from_where_the_sentence_stands_first() -> None:
    """In the copy, the sentence before that names the speaker is gone, so that "she" is nobody known."""
    known = article("a", "Minister Ana Ruiz spoke.", PRONOUN)
    unknown = article("b", "A mill is closed.", PRONOUN, speaker=None, date="2026-03-02")
    assert traced([known, unknown]).traces["b", "c1"].origins == (Origin("entity", "ana-ruiz"),)


def test_the_agency_of_a_copy_is_that_of_the_text() -> None:
    body = " ".join(f"word{n}" for n in range(60)) + "."
    plain, _ = extraction("a", Telling(more=body), "war")
    signed, _ = extraction("b", Telling(more=body, dateline="LIMA (AP) -", date="2026-03-02"), "war")
    origins = traced([plain, signed])
    assert {trace.origins for trace in origins.traces.values()} == {(Origin("entity", "associated-press"),)}
    assert origins.traces["a", "c1"].reason == "dateline names Associated Press in b"
    assert {(d.derived.key, d.source.key, d.kind, d.reason) for d in origins.derivations} == {
        ("b", "a", "copy", "1.00 of its word shingles are in a"),
        ("b", "associated-press", "agency", "dateline names Associated Press"),
    }


def test_a_copied_digest_knows_from_its_sources_what_it_also_says_without_them() -> None:
    body = " ".join(f"word{n}" for n in range(60)) + "."
    digest = Telling(cites=(1,), sources=("Echo: A quiet day at the harbour",), twice=True, more=body)
    drafts = [extraction(name, digest, "war")[0] for name in ("d", "e")]
    _, origins = traced(drafts).count([(d.extraction.document.id, c.id) for d in drafts for c in d.extraction.claims])
    assert origins == (Origin("citation", "d", 1),)


def test_each_report_of_a_roundup_has_its_agency() -> None:
    draft = Draft("a", "LIMA (AP) -", "Vela Motors acquired Alden Lines.", "PARIS (Reuters) -", "Vela Motors sold Alden Lines.")
    vela, alden = draft.entity("Vela Motors", "Organization"), draft.entity("Alden Lines", "Organization")
    draft.claim(vela, "acquired", alden, 1)
    draft.claim(vela, "sold", alden, 3)
    kinds = ("dateline", "text", "dateline", "text")
    blocks = tuple(Block(*span, kind) for span, kind in zip(draft.extraction.sentences, kinds, strict=True))
    draft.extraction = replace(draft.extraction, document=replace(draft.extraction.document, blocks=blocks))
    assert [trace.origins[0].key for trace in traced([draft]).traces.values()] == ["associated-press", "reuters"]


@pytest.mark.parametrize(
    ("clusters", "keys"),
    [
        ((), ["associated-press"]),
        ((Cluster("associated-press", "Associated Press", (), ("NewsMediaOrganization",), link="associated-press"),), []),
        ((Cluster("ap", "AP", (), ("NewsMediaOrganization",), link="associated-press"),), []),
        ((Cluster("associated-press", "associated press", (), ("Person",)),), ["associated-press-agency"]),
    ],
    ids=["nobody speaks of it", "an entity already", "under another key", "the key is taken"],
)
def test_an_agency_becomes_an_entity_once(clusters: tuple[Cluster, ...], keys: list[str]) -> None:
    draft, _ = extraction("a", Telling(publisher="AP"), "war")
    made = world(draft)
    assert [
        c.key for c in origins_of(made.extractions, (*made.entities, *clusters), made.names, lexicon(), find_copies(made.extractions)).agencies
    ] == keys


def test_copies_added_later_or_earlier_change_no_number_and_no_order_does() -> None:
    body = " ".join(f"word{n}" for n in range(60)) + "."
    first = [extraction(name, Telling(more=body + f" Only {name} has it." * 2), topic)[0] for topic in ("war",) for name in ("a",)]
    others = [extraction(name, Telling(("Ana Ruiz",) if name == "b" else ()), "war")[0] for name in ("b", "c")]

    def number(drafts: list[Draft]) -> int:
        return len(traced(drafts).count([(d.extraction.document.id, c.id) for d in drafts for c in d.extraction.claims])[1])

    for date in ("2026-02-01", "2026-03-01", "2026-04-01"):
        copied = [renamed(first[0].extraction, f"copy-{n}", date) for n in range(3)]
        drafts = [*first, *others, *(draft_of(x, first[0]) for x in copied)]
        assert number([*first, *others]) == number(drafts) == 3
        expected = traced(drafts)
        random.Random(date).shuffle(drafts)
        assert traced(drafts) == expected


def renamed(one: Extraction, doc_id: str, date: str) -> Extraction:
    return replace(one, document=replace(one.document, id=doc_id, date=date))


def draft_of(one: Extraction, like: Draft) -> Draft:
    draft = Draft(one.document.id, "x")
    draft.extraction, draft.keys = one, like.keys
    return draft
