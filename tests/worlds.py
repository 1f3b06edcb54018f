"""Small worlds made by hand: what extraction and resolution would hand to the graph, without either."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import Any

from kg.ids import slug
from kg.lexicon import EventType, GazetteerEntry, Lexicon
from kg.model import (
    Attribution,
    Block,
    Citation,
    Claim,
    Cluster,
    Conflict,
    Derivation,
    Document,
    Entity,
    Event,
    Extraction,
    Match,
    Mention,
    Origin,
    Proposition,
    Quantity,
    Ref,
    Role,
    Run,
    Span,
    TimeExpression,
    Trace,
    World,
)

RUN = Run(version="0.1.0", model="en_hand_made 1.0", configuration="c0ffee")

LEXICON = Lexicon(
    event_types={
        "Assault": EventType("Assault", "Assault", ("Event",), plover="ASSAULT", cameo="18"),
        "Strike": EventType("Strike", "Strike", ("Assault", "Event"), verbs=("strike",), plover="ASSAULT", cameo="195", predicate="struck"),
        "Seizure": EventType("Seizure", "Seizure", ("Event",), verbs=("seize",), plover="COERCE", cameo="175", predicate="seized"),
        "Statement": EventType("Statement", "Statement", ("Event",), verbs=("say",), predicate="said"),
        "Denial": EventType("Denial", "Denial", ("Statement", "Event"), verbs=("deny",), predicate="denied"),
    },
    gazetteer={
        "norland": GazetteerEntry("norland", "Norland", "Country", links=("https://www.wikidata.org/entity/Q1",), iso="NL1"),
    },
)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Draft:
    """An extraction in the making; words are found in the text, so that every span is right by construction."""

    def __init__(self, doc_id: str, *sentences: str, **document: Any) -> None:
        text = " ".join(sentences)
        self.keys: dict[str, str] = {}
        self.counts: dict[str, int] = defaultdict(int)
        ends = [sum(len(s) + 1 for s in sentences[: n + 1]) - 1 for n in range(len(sentences))]
        spans = tuple((end - len(s), end) for s, end in zip(sentences, ends, strict=True))
        self.extraction = Extraction(
            Document(doc_id, text, (Block(0, len(text)),), sha256(text), sha256(text), **{"source": f"{doc_id}.txt", **document}), spans
        )

    def span(self, words: str) -> Span:
        begin = self.extraction.document.text.index(words)
        return begin, begin + len(words)

    def add(self, collection: str, /, **fields: Any) -> str:
        """A record with the next free id of its kind."""
        classes = {"entities": Entity, "mentions": Mention, "times": TimeExpression, "quantities": Quantity, "events": Event,
                   "attributions": Attribution, "claims": Claim}  # fmt: skip
        self.counts[collection] += 1
        local = f"{'v' if collection == 'events' else collection[0]}{self.counts[collection]}"
        parts: dict[str, Any] = {collection: (*getattr(self.extraction, collection), classes[collection](id=local, **fields))}
        self.extraction = replace(self.extraction, **parts)
        return local

    def entity(self, label: str, kind: str, words: str | None = None, key: str | None = None, **fields: Any) -> str:
        local = self.add("entities", label=label, type=kind, **fields)
        self.add("mentions", span=self.span(words or label), entity=local, kind="name", rule="hand")
        self.keys[local] = key or slug(label)
        return local

    def event(self, lemma: str, kind: str, trigger: str, roles: dict[str, tuple[str, str]], key: str | None = None, **fields: Any) -> str:
        """``roles`` maps a role to (words, local id)."""
        given = tuple(Role(role, self.span(words), local) for role, (words, local) in roles.items())
        frame = LEXICON.event_types.get(kind)
        fields = {name: getattr(frame, name, None) for name in ("predicate", "plover", "cameo")} | fields
        span = self.span(trigger)
        fields |= {"lemma": lemma, "type": kind, "trigger": span, "phrase": span, "sentence": self.sentence(span), "rule": "hand", "roles": given}
        local = self.add("events", **fields)
        self.keys[local] = key or slug(f"{self.extraction.document.id} {lemma}")
        return local

    def claim(self, subject: str, predicate: str, object_: str, sentence: int, event: str | None = None, **fields: Any) -> str:
        fields = {"confidence": 0.9, "rule": "hand", **fields}
        return self.add("claims", subject=subject, predicate=predicate, object=object_, sentence=sentence, event=event, **fields)

    def attribution(self, source: str, cue: str, content: str, entity: str | None, parent: str | None = None) -> str:
        spans = {name: (self.span(words),) for name, words in (("source", source), ("cue", cue), ("content", content))}
        return self.add("attributions", entity=entity, parent=parent, **spans)

    def sentence(self, span: Span) -> int:
        return next(n for n, (begin, end) in enumerate(self.extraction.sentences) if begin <= span[0] < end)


def world(*drafts: Draft, statuses: dict[str, str] | None = None, **parts: Any) -> World:
    """Records of one key are one thing; claims that are positive, actual and unattributed are asserted."""
    names: dict[Ref, str] = {(d.extraction.document.id, local): key for d in drafts for local, key in d.keys.items()}
    entities: dict[str, list[tuple[Ref, Entity]]] = defaultdict(list)
    events: dict[str, list[tuple[Ref, Event]]] = defaultdict(list)
    for draft in drafts:
        doc = draft.extraction.document.id
        for entity in draft.extraction.entities:
            entities[names[doc, entity.id]].append(((doc, entity.id), entity))
        for event in draft.extraction.events:
            events[names[doc, event.id]].append(((doc, event.id), event))
    asserted = tuple(
        (d.extraction.document.id, c.id)
        for d in drafts
        for c in d.extraction.claims
        if (c.polarity, c.modality, c.attribution) == ("positive", "actual", None)
    )
    traces = {d: Trace((Origin("document", d.extraction.document.id),), "told in the document's own voice") for d in drafts}
    origins = {(d.extraction.document.id, c.id): traces[d] for d in drafts for c in d.extraction.claims}
    return World(
        extractions=tuple(d.extraction for d in drafts),
        entities=tuple(
            Cluster(key, found[0][1].label, tuple(ref for ref, _ in found), tuple(dict.fromkeys(e.type for _, e in found)),
                    aliases=tuple(sorted({a for _, e in found for a in (e.label, *e.aliases)})),
                    named=any(e.named for _, e in found), link=found[0][1].link)
            for key, found in sorted(entities.items())
        ),
        events=tuple(
            Cluster(key, f"{found[0][1].lemma} ({key})", tuple(ref for ref, _ in found), tuple(dict.fromkeys(e.type for _, e in found)),
                    status=(statuses or {}).get(key, "asserted"), lemma=found[0][1].lemma)
            for key, found in sorted(events.items())
        ),
        **{"asserted": asserted, "names": names, "origins": origins, **parts},
    )  # fmt: skip


def harbour() -> World:
    """Two articles on one strike: told, attributed within an attribution, denied, with a place, a day, a toll, a digest's citation and a conflict."""
    wire = Draft(
        "wire-1",
        "Norland’s navy struck a dock in Tarsk on December 3, 2025.",
        "Reuters reported that officials said the strike killed more than 110 people.",
        "President Ana Ruiz of Norland avoided questions about the strike.",
        title="Strike on Tarsk", publisher="Sample Wire", date="2025-12-04", url="https://example.org/strike?id=1&x=a b",
    )  # fmt: skip
    navy = wire.entity("Navy of Norland", "GovernmentOrganization", "navy", aliases=("navy",))
    norland = wire.entity("Norland", "Country", link="norland")
    dock = wire.entity("a dock", "Facility", named=False, key="a-dock-in-tarsk")
    tarsk = wire.entity("Tarsk", "City")
    reuters = wire.entity("Reuters", "NewsMediaOrganization")
    officials = wire.entity("officials", "Group", named=False, key="officials-wire")
    people = wire.entity("more than 110 people", "Group", named=False, key="more-than-110-people")
    ruiz = wire.entity("Ana Ruiz", "Person", aliases=("President Ana Ruiz",))
    questions = wire.entity("questions", "Thing", named=False, key="questions-wire")
    day = wire.add("times", span=wire.span("December 3, 2025"), type="DATE", value="2025-12-03", begin="2025-12-03", end="2025-12-03")
    toll = wire.add("quantities", span=wire.span("more than 110"), value=110, bound="more than", unit="people", min=111, of=people)
    strike = wire.event("strike", "Strike", "struck", {"agent": ("Norland’s navy", navy), "patient": ("a dock", dock)}, "strike-tarsk",
                        time=day, place=tarsk)  # fmt: skip
    noun = wire.event("strike", "Strike", "strike", {}, "strike-tarsk", nominal=True)
    kill = wire.event("kill", "Event", "killed", {"agent": ("the strike", noun), "patient": ("more than 110 people", people)}, "kill-tarsk",
                      quantities=(toll,))  # fmt: skip
    avoid = wire.event("avoid", "Event", "avoided", {"agent": ("Ana Ruiz", ruiz), "patient": ("questions", questions), "topic": ("the strike", noun)})
    outer = wire.attribution("Reuters", "reported", "officials said the strike killed more than 110 people", reuters)
    inner = wire.attribution("officials", "said", "the strike killed more than 110 people", officials, outer)
    told = wire.claim(navy, "struck", dock, 0, strike)
    killed = wire.claim(noun, "kill", people, 1, kill, known=False, attribution=inner, confidence=0.5)
    wire.claim(ruiz, "avoid", questions, 2, avoid, known=False)
    wire.claim(ruiz, "presidentOf", norland, 2)

    digest = Draft(
        "digest-1",
        "The navy struck the dock, a report says [1].",
        "Norland denied that the navy struck the dock.",
        "The toll was 115.",
        publisher="Reuters",
        citations=(Citation(1, "Example Post", (0, 3)),),
    )
    navy2 = digest.entity("Navy of Norland", "GovernmentOrganization", "navy")
    dock2 = digest.entity("the dock", "Facility", named=False, key="a-dock-in-tarsk")
    norland2 = digest.entity("Norland", "Country", link="norland")
    dead = digest.add("quantities", span=digest.span("115"), value=115, unit="people")
    strike2 = digest.event(
        "strike", "Strike", "struck", {"agent": ("The navy", navy2), "patient": ("the dock", dock2)}, "strike-tarsk", quantities=(dead,)
    )
    denial = digest.event("deny", "Denial", "denied", {"agent": ("Norland", norland2), "topic": ("the navy struck the dock", strike2)})
    says = digest.attribution("Norland", "denied", "the navy struck the dock", norland2)
    again = digest.claim(navy2, "struck", dock2, 0, strike2, citations=(1,))
    denied = digest.claim(navy2, "struck", dock2, 1, strike2, modality="denied", attribution=says)
    digest.claim(norland2, "denied", strike2, 1, denial)
    propositions = (
        Proposition("navy-struck-dock", "navy-of-norland", "struck", "a-dock-in-tarsk", True, (("wire-1", told), ("digest-1", again)), 2,
                    (Origin("document", "wire-1"), Origin("entity", "reuters"))),
        Proposition("navy-struck-dock-denied", "navy-of-norland", "struck", "a-dock-in-tarsk", True, (("digest-1", denied),), 1,
                    (Origin("entity", "norland"),), "negative"),
        Proposition("strike-killed-people", "strike-tarsk", "kill", "more-than-110-people", False, (("wire-1", killed),), 1,
                    (Origin("entity", "reuters"),)),
    )  # fmt: skip
    conflict = Conflict("navy-struck-dock-polarity", "polarity", "asserted and denied", ("navy-struck-dock", "navy-struck-dock-denied"))
    return world(
        wire,
        digest,
        statuses={"strike-tarsk": "disputed", "kill-tarsk": "reported"},
        propositions=propositions,
        conflicts=(conflict,),
        matches=(
            Match(("wire-1", navy), ("digest-1", navy2), True, 0.9, ("same-name",)),
            Match(("wire-1", "e99"), ("digest-1", navy2), False, 0.1, ("gone",)),
        ),
        asserted=(("wire-1", "c3"), ("wire-1", "c4"), ("digest-1", "c3")),
        derivations=(
            Derivation(Origin("citation", "digest-1", 1), Origin("document", "wire-1"), "same", "is wire-1 by its title"),
            Derivation(Origin("document", "digest-1"), Origin("document", "wire-1"), "copy", "0.97 of its word shingles are in wire-1", 0.97),
            Derivation(Origin("document", "wire-1"), Origin("entity", "reuters"), "agency", "dateline names Reuters"),
        ),
    )


HOSTILE = (
    'a "quoted" name', "back\\slash", "two\nlines", "tab\tand\rreturn", "<script>alert(1)</script>", "a > b . c", "'''", '"""', "nul\x00byte",
    "bidi \u202eevil\u202c", "emoji 🚢👩‍🚀", "form\x0cfeed", "non\ufffecharacter", "lone \ud800 surrogate", "é combined",
    "@en ^^xsd:date", "100 %41 %zz", "名前",
)  # fmt: skip


def hostile(label: str) -> World:
    """A company that buys another one whose name, and the article's, is ``label``."""
    draft = Draft(f"doc {label}", f"Acme bought {label} for 2.5 million.", title=label, publisher=label, url=f"https://example.org/{label}")
    acme = draft.entity("Acme", "Organization")
    other = draft.entity(label, "Organization")
    price = draft.add("quantities", span=draft.span("2.5 million"), value=2.5, unit=label)
    buy = draft.event("buy " + label, "Event", "bought", {"agent": ("Acme", acme), "patient": (label, other)}, quantities=(price,))
    draft.claim(acme, "buy " + label, other, 0, buy, known=False, rule=label)
    return world(draft)


def many(articles: int) -> World:
    """A world of ``articles`` court reports, about 130 triples each."""
    drafts = []
    for n in range(articles):
        draft = Draft(
            f"court-{n:05}",
            f"Judge Mary Okoro {n} fined Bank {n} on May 5, 2024.",
            f"Lawyer {n} said police seized {n + 2} boats in Porto.",
            publisher="Court News",
            date="2024-05-06",
        )
        judge = draft.entity(f"Mary Okoro {n}", "Person")
        bank = draft.entity(f"Bank {n}", "Organization")
        lawyer = draft.entity(f"Lawyer {n}", "Person")
        police = draft.entity("police", "GovernmentOrganization", named=False)
        boats = draft.entity(f"{n + 2} boats", "Vessel", named=False)
        porto = draft.entity("Porto", "City")
        day = draft.add("times", span=draft.span("May 5, 2024"), type="DATE", value="2024-05-05", begin="2024-05-05", end="2024-05-05")
        number = draft.add("quantities", span=draft.span(f"{n + 2} boats"), value=n + 2, unit="boats", of=boats)
        fine = draft.event("fine", "Event", "fined", {"agent": ("Judge", judge), "patient": ("Bank", bank)}, time=day)
        seize = draft.event(
            "seize", "Seizure", "seized", {"agent": ("police", police), "patient": ("boats", boats)}, f"seize-{n}", place=porto, quantities=(number,)
        )
        said = draft.attribution(f"Lawyer {n}", "said", f"police seized {n + 2} boats in Porto", lawyer)
        draft.claim(judge, "fine", bank, 0, fine, known=False)
        draft.claim(police, "seized", boats, 1, seize, attribution=said)
        drafts.append(draft)
    return world(*drafts, statuses={f"seize-{n}": "reported" for n in range(articles)})
