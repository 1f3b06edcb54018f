"""Knowledge as data: what ``ontology/*.ttl`` says of words, in the shape that extraction looks things up in."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of happening and its frame.

    ``roles`` maps a grammatical slot to a role: ``subject``, ``object``, ``dative``, or a preposition ("to", "against"); after a noun
    ``noun:of``, ``noun:on``, ``noun:by``, ``noun:poss`` and ``noun:compound`` differ where they do. Slots that are not named fall to
    the grammar's defaults (subject → agent, object → patient).
    """

    id: str
    label: str
    parents: tuple[str, ...]  # ids, nearest first, ending in "Event"
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    roles: dict[str, str] = field(default_factory=dict)
    plover: str | None = None
    cameo: str | None = None
    predicate: str | None = None  # local name of its relation in the kg namespace, "struck"


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A name that the ontology lists: a country, a city, a body of water, an agency, a news organisation …"""

    key: str
    label: str
    type: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # IRIs for skos:exactMatch
    country: str | None = None  # key of the country it belongs to
    seat: str | None = None  # of a country: the name of its capital, which stands for its government
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All look-up tables. Keys are lemmas in lower case, names as written."""

    event_types: dict[str, EventType] = field(default_factory=dict)
    verbs: dict[str, str] = field(default_factory=dict)  # lemma, or "carry out", -> event type
    nouns: dict[str, str] = field(default_factory=dict)  # lemma, or "air strike", -> event type
    light_verbs: frozenset[str] = frozenset()  # "conduct", "carry out": the happening is their object
    reporting_verbs: dict[str, str] = field(default_factory=dict)  # cue -> modality that it leaves its content
    reporting_nouns: dict[str, str] = field(default_factory=dict)  # "claim", "report", "allegation"
    modal_verbs: dict[str, str] = field(default_factory=dict)  # "plan", "try", "fear": hedge their complement, attribute nothing
    modal_nouns: dict[str, str] = field(default_factory=dict)  # "plan", "possibility", "attempt"
    modal_words: dict[str, str] = field(default_factory=dict)  # adverbs, adjectives, auxiliaries, conjunctions: "allegedly", "may", "if"
    negators: frozenset[str] = frozenset()  # "not", "never", "no"; also negative verbs ("fail", "decline") as "verb:fail"
    gazetteer: dict[str, GazetteerEntry] = field(default_factory=dict)  # by key
    names: dict[str, str] = field(default_factory=dict)  # a name or alias as written -> key
    demonyms: dict[str, str] = field(default_factory=dict)  # "Venezuelan" -> key of the country
    titles: dict[str, str] = field(default_factory=dict)  # "president" -> predicate "presidentOf"
    noun_types: dict[str, str] = field(default_factory=dict)  # head noun of a described participant -> entity type
    first_names: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()  # nouns that are instruments when they modify ("drone strike")
    sha256: str = ""  # of the files read, for the run's configuration
