"""Extractions of invented articles, made without reading a text: stories told by several articles each, for measuring what comes after reading.

Names are as skewed as in news: a few persons, countries and agencies are everywhere, most are in one story; surnames are shared. A story has a
cast, a country, days and happenings; its articles tell some of them in their own words, with full names first and surnames later (or surnames
alone), numbers that differ a little, speakers, denials; one article in ten is a copy of another but for a sentence. Every span holds its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

from kg.lexicon import Lexicon
from kg.model import Attribution, Block, Claim, Document, Entity, Event, Extraction, Mention, Quantity, Role, Span, TimeExpression

PER_STORY = 6  # articles, on average
COPIED = 0.1  # of the articles of a story, after its first
SURNAME_ONLY = 0.15  # of the articles' persons
DENIED, ATTRIBUTED = 0.08, 0.4  # of the tellings
FIRST_DAY = date(2024, 1, 1)

_GIVEN = "Ana Boris Carla Deniz Elena Farid Greta Hugo Ines Jonas Karim Laura Marek Nadia Omar Paula Rafael Sofia Tomas Vera Yusuf Zoe Li Mei".split()
_ONSETS, _ENDS = (
    "Bar Cal Dor Ess Fal Gar Hol Ist Jan Kov Lor Mar Nor Ost Pel Quin Ros Sal Tor Ur Val Wex Yar Zel".split(),
    ("a ano ari berg dan ek elli enko er es ic ida in ler man ner o ov ra ro sen son ski ton va via vich well").split(),
)
_INDUSTRIES = "Mining Rail Airlines Energy Foods Steel Media Motors Shipping Pharma Textiles Telecom".split()
_COMMON = (("Health Ministry", "GovernmentOrganization"), ("Supreme Court", "GovernmentOrganization"), ("City Council", "GovernmentOrganization"),
           ("Liberal Party", "Organization"), ("Dock Workers Union", "Organization"))  # fmt: skip
_AGENCIES = (("Reuters", "reuters"), ("Associated Press", "associated-press"), ("AFP", "agence-france-presse"), ("BBC", "bbc"))
#: Past tense, lemma, type of the ontology, relation, whether people are counted.
_DEEDS = (
    ("attacked", "attack", "Assault", "attacked", True), ("struck", "strike", "Strike", "struck", True),
    ("arrested", "arrest", "Arrest", "arrested", True),
    ("sued", "sue", "Lawsuit", "sued", False), ("fined", "fine", "Sanction", "sanctioned", False), ("met", "meet", "Meeting", "met", False),
    ("bought", "buy", "Purchase", "bought", False), ("criticized", "criticize", "Criticism", "criticized", False),
    ("evacuated", "evacuate", "Evacuation", "evacuated", True), ("defeated", "defeat", "Defeat", "defeated", False),
)  # fmt: skip
_SYLLABLES = "ba co de fi gu la me ni po ra su ti vo we za bri cla dro fle sta tru".split()
#: Common nouns, the commonest first; a story has words of its own beside them, as the words of news grow without end (Heaps' law).
_NOUNS = [f"{a}{b}{c}{end}" for end in ("n", "rt", "ck", "st") for a in _SYLLABLES for b in _SYLLABLES[:8] for c in _SYLLABLES[::4]]


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, place or organisation of the invented world."""

    label: str
    type: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """A happening of a story."""

    verb: int
    agent: Thing
    patient: Thing
    place: Thing
    day: date
    number: int


@dataclass(frozen=True, slots=True)
class Story:
    cast: tuple[Thing, ...]
    country: Thing
    deeds: tuple[Deed, ...]
    words: tuple[str, ...]


def extractions(count: int, lexicon: Lexicon, seed: int = 0) -> list[Extraction]:
    """So many invented documents; the same ``count`` and ``seed`` give the same."""
    random = Random(seed)
    people = _people(count, random)
    places = _places(lexicon)
    companies = [Thing(f"{_surname(random)} {random.choice(_INDUSTRIES)}", "Organization") for _ in range(count // 4 + 5)]
    found: list[Extraction] = []
    while len(found) < count:
        story = _story(people, companies, places, random, len(found) / count)
        own: list[Extraction] = []
        for _ in range(min(1 + int(random.paretovariate(1.2) * PER_STORY / 4), 60, count - len(found))):
            doc = f"doc-{len(found) + len(own):06}"
            if own and random.random() < COPIED:
                own.append(_copy(random.choice(own), doc, random))
            else:
                own.append(_Writer(doc, story, random).article())
        found += own
    return found


def _zipf(things: Sequence[Any], random: Random) -> Any:
    """The first of a list often, the last seldom."""
    return things[min(int(len(things) ** random.random()) - 1, len(things) - 1)]


def _surname(random: Random) -> str:
    return random.choice(_ONSETS) + random.choice(_ENDS)


def _people(count: int, random: Random) -> list[Thing]:
    surnames = [_surname(random) for _ in range(max(20, count // 8))]
    return [Thing(f"{random.choice(_GIVEN)} {_zipf(surnames, random)}", "Person") for _ in range(count + 20)]


def _places(lexicon: Lexicon) -> list[tuple[Thing, list[Thing]]]:
    """Countries with cities of theirs."""
    cities: dict[str, list[Thing]] = {}
    for key, entry in sorted(lexicon.gazetteer.items()):
        if entry.type == "City" and entry.country:
            cities.setdefault(entry.country, []).append(Thing(entry.label, "City", key))
    entries = [(key, lexicon.gazetteer[key]) for key in sorted(cities) if lexicon.gazetteer[key].type == "Country"]
    return [(Thing(entry.label, "Country", key), cities[key]) for key, entry in entries]


def _story(people: list[Thing], companies: list[Thing], places: list[tuple[Thing, list[Thing]]], random: Random, progress: float) -> Story:
    country, cities = _zipf(places, random)
    town = Thing(f"{_surname(random)}ville", "City")
    cast = [_zipf(random.choice((people, people, companies)), random) for _ in range(6)]
    cast += [Thing(*random.choice(_COMMON)), random.choice(people)]
    cast = [thing for n, thing in enumerate(cast) if thing.label not in {other.label for other in cast[:n]}]
    first = FIRST_DAY + timedelta(days=int(progress * 700) + random.randrange(20))
    deeds = []
    for _ in range(random.randrange(3, 8)):
        agent, patient = random.sample(cast, 2)
        place, day = random.choice([town, random.choice(cities), country]), first + timedelta(days=random.randrange(10))
        deeds.append(Deed(random.randrange(len(_DEEDS)), agent, patient, place, day, random.randrange(2, 200)))
    return Story(tuple(cast), country, tuple(deeds), tuple("".join(random.choices(_SYLLABLES, k=4)) for _ in range(12)))


@dataclass(slots=True)
class _Parts:
    """The records of a document in the making."""

    sentences: list[Span] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


class _Writer:
    """Writes one article of a story and notes what it says."""

    def __init__(self, doc: str, story: Story, random: Random) -> None:
        self._doc, self._story, self._random = doc, story, random
        self._text = ""
        self._parts = _Parts()
        self._known: dict[str, str] = {}
        self._short = {thing.label for thing in story.cast if random.random() < SURNAME_ONLY}

    def article(self) -> Extraction:
        random, deeds = self._random, self._story.deeds
        self._sentence(lambda: self._say("In ", self._story.country, ", ", *self._filler(6)))
        for deed in random.sample(deeds, random.randrange(2, min(6, len(deeds) + 1))):
            self._sentence(partial(self._tell, deed))
            self._sentence(lambda: self._say(*self._filler(random.randrange(8, 20))))
        day = max(deed.day for deed in deeds) + timedelta(days=random.randrange(3))
        return _extraction(self._doc, self._text, day, self._parts)

    def _filler(self, count: int) -> list[str]:
        random = self._random
        words = [random.choice(self._story.words) if random.random() < 0.3 else _zipf(_NOUNS, random) for _ in range(count)]
        return ["the " + " and the ".join(words)]

    def _sentence(self, write: Callable[[], object]) -> None:
        begin = len(self._text)
        write()
        self._text += "."
        self._parts.sentences.append((begin, len(self._text)))
        self._text += " "

    def _say(self, *parts: str | Thing) -> None:
        for part in parts:
            if isinstance(part, str):
                self._text += part
            else:
                self._name(part)

    def _name(self, thing: Thing) -> tuple[str, Span]:
        """Mention a thing, in full the first time; the entity and the span."""
        surname = thing.label.split()[-1]
        text = surname if thing.type == "Person" and (thing.label in self._known or thing.label in self._short) else thing.label
        if thing.label not in self._known:
            self._known[thing.label] = f"e{len(self._parts.entities) + 1}"
            aliases = (surname,) if thing.type == "Person" and text != surname else ()
            self._parts.entities.append(Entity(self._known[thing.label], text, thing.type, aliases, True, thing.link))
        return self._known[thing.label], self._mention(text, self._known[thing.label], "name")

    def _mention(self, text: str, local: str, kind: str) -> Span:
        span = len(self._text), len(self._text) + len(text)
        self._text += text
        self._parts.mentions.append(Mention(f"m{len(self._parts.mentions) + 1}", span, local, kind, "synthetic"))
        return span

    def _tell(self, deed: Deed) -> None:
        random, parts = self._random, self._parts
        verb, lemma, kind, relation, counts = _DEEDS[deed.verb]
        attribution, denied = self._attribution() if random.random() < ATTRIBUTED else (None, False)
        agent, agent_span = self._name(deed.agent)
        self._text += " "
        trigger = len(self._text), len(self._text) + len(verb)
        self._text += verb + " "
        patient, patient_span = self._name(deed.patient)
        self._text += " in "
        place, _ = self._name(deed.place)
        time = f"t{len(parts.times) + 1}"
        self._text += " on "
        when, iso = f"{deed.day:%B} {deed.day.day}, {deed.day.year}", deed.day.isoformat()
        parts.times.append(TimeExpression(time, (len(self._text), len(self._text) + len(when)), "DATE", iso, iso, iso))
        self._text += when
        quantities = (self._count(deed.number + random.choice((0, 0, 0, 1, 5))),) if counts else ()
        local = f"v{len(parts.events) + 1}"
        roles = (Role("agent", agent_span, agent), Role("patient", patient_span, patient))
        modality, sentence = "denied" if denied else "actual", len(parts.sentences)
        event = Event(local, trigger, lemma, kind, trigger, sentence, "synthetic", roles, False, time, place, quantities)
        words = (agent_span, trigger, patient_span)
        parts.events.append(replace(event, modality=modality, attribution=attribution, predicate=relation, words=words))
        parts.claims.append(
            Claim(f"c{len(parts.claims) + 1}", agent, relation, patient, sentence, "synthetic", 0.8, True, local, attribution, "positive", modality)
        )

    def _attribution(self) -> tuple[str, bool]:
        """ "Reuters said ": the attribution, and whether it denies what follows."""
        random = self._random
        denied = random.random() < DENIED / ATTRIBUTED
        speaker = random.choice(self._story.cast) if denied or random.random() < 0.6 else Thing(*self._agency())
        entity, span = self._name(speaker)
        cue = " denied that " if denied else " said that "
        begin = len(self._text) + 1
        self._text += cue
        content = (len(self._text), len(self._text) + 1)
        local = f"a{len(self._parts.attributions) + 1}"
        self._parts.attributions.append(Attribution(local, (span,), ((begin, begin + len(cue.split()[0])),), (content,), entity))
        return local, denied

    def _agency(self) -> tuple[str, str, str]:
        label, key = _zipf(_AGENCIES, self._random)
        return label, "NewsMediaOrganization", key

    def _count(self, number: int) -> str:
        """ ", which left 12 people hurt": the quantity, of a described group."""
        self._text += ", which left "
        local, counted = f"q{len(self._parts.quantities) + 1}", f"e{len(self._parts.entities) + 1}"
        begin = len(self._text)
        self._parts.entities.append(Entity(counted, f"{number} people", "Group", (), False))
        self._mention(f"{number} people", counted, "nominal")
        self._parts.quantities.append(Quantity(local, (begin, begin + len(str(number))), number, None, "people", None, None, counted))
        self._text += " hurt"
        return local


def _extraction(doc: str, text: str, day: date, parts: _Parts) -> Extraction:
    text = text.rstrip()
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    paper = f"Paper {int(sha256[:2], 16) % 40}"
    document = Document(doc, text, (Block(0, len(text)),), sha256, sha256, f"{doc}.txt", date=day.isoformat(), publisher=paper)
    records = {name: tuple(getattr(parts, name)) for name in _Parts.__slots__}
    return Extraction(document, **records)


def _copy(original: Extraction, doc: str, random: Random) -> Extraction:
    """The same article under another name, with a last sentence of its own."""
    text = f"{original.document.text} More on the {_zipf(_NOUNS, random)} follows."
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = replace(original.document, id=doc, text=text, blocks=(Block(0, len(text)),), sha256=sha256, text_sha256=sha256, source=f"{doc}.txt")
    return replace(original, document=document, sentences=(*original.sentences, (len(original.document.text) + 1, len(text))))
