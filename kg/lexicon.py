"""Knowledge as data: what ``ontology/*.ttl`` says of words, in the shape that extraction looks things up in.

:func:`load_lexicon` reads the shipped files and the user's; :mod:`kg.lexicon_files` parses and checks them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg import lexicon_files as files
from kg.confidence import Judged, confidences
from kg.errors import OntologyError
from kg.lexicon_quantities import QuantityWords, quantity_words
from kg.resources import ontology_dir
from kg.time_rules import TimePattern, TimeRules, TimeWord, time_rules
from kg.vocab import KG_IRI, PREFIXES


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
    coded: tuple[str, ...] = ()  # "patient: somebody": a telling in which another kind of thing has that role has no codes


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
    ambiguous: bool = False  # its label or an alias is also a common name of something else: believe it only where the context agrees
    credits: tuple[str, ...] = ()  # of a news agency: how media that print its reports sign them, "AP"


@dataclass(frozen=True, slots=True)
class Opposites:
    """What cannot both be true of one person or thing: verbs ("survive"), with "somebody" or "something" where it is of whom they are done to."""

    one: tuple[str, ...]
    other: tuple[str, ...]


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
    candidates: dict[str, tuple[str, ...]] = field(default_factory=dict)  # a name of several entries -> their keys, the usual one first
    demonyms: dict[str, str] = field(default_factory=dict)  # "Venezuelan" -> key of the country
    titles: dict[str, str] = field(default_factory=dict)  # "president" -> predicate "presidentOf"
    title_words: frozenset[str] = frozenset()  # "chief", "executive", "officer"
    noun_types: dict[str, str] = field(default_factory=dict)  # head noun of a described participant -> entity type
    first_names: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()  # nouns that are instruments when they modify ("drone strike")
    word_lists: dict[str, frozenset[str]] = field(default_factory=dict)  # words that the grammar treats alike, by the list's name
    opposites: tuple[Opposites, ...] = ()
    synonyms: tuple[frozenset[str], ...] = ()  # base forms that may be told for one another
    name_prefixes: dict[str, str] = field(default_factory=dict)  # "USS" -> "Vessel"
    name_suffixes: dict[str, str] = field(default_factory=dict)  # "Inc" -> "Organization"
    name_starts: dict[str, int] = field(default_factory=dict)  # first word of a listed name or demonym -> the most tokens such a name may have
    quantities: QuantityWords = field(default_factory=QuantityWords)
    times: TimeRules = field(default_factory=TimeRules)
    confidence: dict[str, float] = field(default_factory=dict)  # name of a rule -> confidence of its claims; "" for any other
    sha256: str = ""  # of the files read, for the run's configuration

    def words(self, name: str) -> frozenset[str]:
        """One of the word lists of ``ontology/grammar.ttl``; an empty set where no file has it."""
        return self.word_lists.get(name, _NONE)

    def appraises(self, verb: str) -> bool:
        """Whether a verb praises somebody for what he did, or finds fault with him."""
        return verb in self.words("praising") or verb in self.words("faulting")


_NONE = frozenset[str]()
#: Files of the ontology folder that describe the graph or check files, and hold no words.
_NO_KNOWLEDGE = frozenset({"kg.ttl", "shapes.ttl", "lexicon-shapes.ttl"})
#: Of a name that several entries share, the usual bearer.
_RANKING = ("Country", "State", "City")


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Reads the shipped knowledge files and then the user's, each a file or a folder of ``.ttl`` files.

    A later file adds words to a term and overrides what a term can have only one of; a word that it claims is taken from the earlier claimant.

    Raises :class:`OntologyError` naming the file, the term and the mend.
    """
    folder = ontology_dir()
    shapes = files.read_shapes(_read(folder / "lexicon-shapes.ttl"))
    shipped = [path for path in files.files_of(folder) if path.name not in _NO_KNOWLEDGE]
    layers = [[(path.name, _read(path)) for path in shipped], *([(str(path), _read(path)) for path in files.files_of(given)] for given in extra)]
    terms: dict[str, files.Description] = {}
    for rank, layer in enumerate(layers):
        files.merge(terms, files.read_layer(layer, rank), shapes)
    files.check(terms, shapes)
    sha256 = hashlib.sha256()
    for name, data in (file for layer in layers for file in layer):
        sha256.update(f"{Path(name).name}\0{len(data)}\0".encode() + data)
    return _build(terms, sha256.hexdigest())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OntologyError(f"{path} cannot be read ({error.strerror}); name a Turtle file or a folder with some.") from error


@dataclass(frozen=True, slots=True)
class _Terms:
    """The checked terms, by class."""

    by_class: dict[str, list[tuple[str, files.Description]]]

    def of(self, name: str) -> list[tuple[str, files.Description]]:
        return self.by_class.get(KG_IRI + name, [])

    def owners(self, class_name: str, key: str) -> dict[str, str]:
        """Word -> IRI of the one term of a class that claims it; a later file's claim beats an earlier one.

        Raises :class:`OntologyError` where two terms of files that rank alike claim a word.
        """
        claims: dict[str, tuple[str, files.Value]] = {}
        for term, description in self.of(class_name):
            for value in _values(description, key):
                rival, other = claims.setdefault(value.text, (term, value))
                if rival != term and other.rank == value.rank:
                    first, second = files.short(rival), files.short(term)
                    raise OntologyError(f'{value.file}: {second} and {first} both claim {key} "{value.text}"; keep it with one of them.')
                if other.rank < value.rank:
                    claims[value.text] = (term, value)
        return {word: term for word, (term, _) in claims.items()}

    def table(self, class_name: str, key: str, meaning: str) -> dict[str, str]:
        """Word -> local name (or text) of the one value of ``meaning`` that its owner has."""
        means = {term: files.local(_text(description, meaning) or "") for term, description in self.of(class_name)}
        return {word: means[term] for word, term in self.owners(class_name, key).items()}

    def words(self, class_name: str, key: str) -> frozenset[str]:
        return frozenset(value.text for _, description in self.of(class_name) for value in _values(description, key))


@cache
def _iri(key: str) -> str:
    """``rdfs:label`` or, in the kg namespace, ``verb`` in full."""
    prefix, _, name = key.rpartition(":")
    return PREFIXES[prefix or "kg"] + name


def _values(description: files.Description, key: str) -> list[files.Value]:
    return description.get(_iri(key), [])


def _texts(description: files.Description, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.text for value in _values(description, key)))


def _text(description: files.Description, key: str) -> str | None:
    values = _values(description, key)
    return values[0].text if values else None


def _build(terms: dict[str, files.Description], sha256: str) -> Lexicon:
    by_class: dict[str, list[tuple[str, files.Description]]] = {}
    for term, description in sorted(terms.items()):
        by_class.setdefault(_text(description, "rdf:type") or "", []).append((term, description))
    known = _Terms(by_class)
    verbs, nouns = known.owners("EventType", "verb"), known.owners("EventType", "noun")
    gazetteer = {entry.key: entry for entry in _entries(known)}
    names = _candidates(known)
    demonyms = {word: files.local(term) for word, term in known.owners("GazetteerEntry", "demonym").items()}
    return Lexicon(
        event_types={type_.id: type_ for type_ in _event_types(known, verbs, nouns)},
        verbs={word: files.local(term) for word, term in verbs.items()},
        nouns={word: files.local(term) for word, term in nouns.items()},
        light_verbs=known.words("LightVerbGroup", "verb"),
        reporting_verbs=known.table("ReportingCue", "verb", "contentModality"),
        reporting_nouns=known.table("ReportingCue", "noun", "contentModality"),
        modal_verbs=known.table("ModalCue", "verb", "modality"),
        modal_nouns=known.table("ModalCue", "noun", "modality"),
        modal_words=known.table("ModalCue", "word", "modality"),
        negators=known.words("NegationCue", "word") | {f"verb:{verb}" for verb in known.words("NegationCue", "verb")},
        gazetteer=gazetteer,
        names={name: keys[0] for name, keys in names.items()},
        candidates={name: keys for name, keys in names.items() if len(keys) > 1},
        demonyms=demonyms,
        titles=known.table("TitleGroup", "noun", "relation"),
        title_words=frozenset(word for title in known.table("TitleGroup", "noun", "relation") for word in title.split()),
        noun_types=known.table("NounClass", "noun", "entityType"),
        first_names=known.words("NameList", "name"),
        weapons=known.words("WeaponList", "noun"),
        word_lists={_text(d, "listName") or "": frozenset(_texts(d, "word")) for _, d in known.of("WordList")},
        synonyms=tuple(sorted((frozenset(_texts(d, "word")) for _, d in known.of("SynonymSet")), key=sorted)),
        opposites=tuple(Opposites(_texts(d, "one"), _texts(d, "other")) for _, d in known.of("Opposites")),
        name_prefixes=known.table("NameAffix", "prefix", "entityType"),
        name_suffixes=known.table("NameAffix", "suffix", "entityType"),
        name_starts=_starts([*names, *demonyms]),
        quantities=quantity_words(known.table),
        times=time_rules(list(_time_words(known)), _time_patterns(known)),
        confidence=confidences(_judged(known)),
        sha256=sha256,
    )


def _judged(known: _Terms) -> Iterator[Judged]:
    for _, d in known.of("ExtractionRule"):
        yield Judged(_text(d, "ruleName") or "", _text(d, "ruleFamily") or "", int(_text(d, "judgedClaims") or 0), int(_text(d, "rightClaims") or 0))


def _time_words(known: _Terms) -> Iterator[TimeWord]:
    for _, d in known.of("TimeWord"):
        yield TimeWord(_text(d, "slot") or "", _texts(d, "word"), _texts(d, "plural"), _text(d, "code") or "", _text(d, "ambiguous") == "true")


def _time_patterns(known: _Terms) -> Iterator[TimePattern]:
    for term, d in known.of("TimePattern"):
        yield TimePattern(
            name=files.short(term),
            order=int(_text(d, "order") or 0),
            templates=tuple(dict.fromkeys((value.text, value.file) for value in _values(d, "template"))),
            computation=_text(d, "computation") or "",
            reading=_text(d, "reading"),
            after=frozenset(_texts(d, "after")),
            before=frozenset(_texts(d, "before")),
            not_before=frozenset(_texts(d, "notBefore")),
        )


def _starts(names: Iterable[str]) -> dict[str, int]:
    """First word -> the greatest number of tokens that a listed name beginning with it can have."""
    starts: dict[str, int] = {}
    for name in names:
        first = re.split(r"[\s\-'’]", name, maxsplit=1)[0]
        length = len(re.findall(r"[\w.]+|[^\w\s]", name))
        starts[first] = max(starts.get(first, 0), length)
    return starts


def _event_types(known: _Terms, verbs: dict[str, str], nouns: dict[str, str]) -> Iterator[EventType]:
    """The event types in the kg namespace, the root first.

    Raises :class:`OntologyError` where a type has another namespace or is its own ancestor.
    """
    yield EventType("Event", "event", ())
    types = known.of("EventType")
    above = {term: _text(description, "rdfs:subClassOf") or "" for term, description in types}
    for term, description in types:
        file = _values(description, "rdf:type")[0].file
        if not term.startswith(KG_IRI):
            raise OntologyError(f"{file}: the event type {files.short(term)} is outside the kg namespace; name it with the prefix kg:.")
        relation = _text(description, "relation")
        yield EventType(
            id=files.local(term),
            label=_text(description, "rdfs:label") or "",
            parents=tuple(_ancestors(term, above, file)),
            verbs=tuple(word for word in _texts(description, "verb") if verbs[word] == term),
            nouns=tuple(word for word in _texts(description, "noun") if nouns[word] == term),
            roles=_roles(description),
            plover=_text(description, "plover"),
            cameo=_text(description, "cameo"),
            predicate=files.local(relation) if relation else None,
            coded=_texts(description, "coded"),
        )


def _ancestors(term: str, above: dict[str, str], file: str) -> Iterator[str]:
    seen = {term}
    while (parent := above.get(term)) is not None:
        if parent in seen:
            raise OntologyError(f"{file}: {files.short(term)} is its own ancestor; give it a parent that leads to kg:Event.")
        seen.add(parent)
        yield files.local(parent)
        term = parent


def _roles(description: files.Description) -> dict[str, str]:
    """Slot -> role. Of a slot that two files fill, the later holds; one file that fills it twice is refused."""
    roles: dict[str, tuple[str, files.Value]] = {}
    for value in _values(description, "role"):
        slot, _, role = value.text.partition(": ")
        _, other = roles.setdefault(slot, (role, value))
        if other.rank == value.rank and other.text != value.text:
            raise OntologyError(f'{value.file}: kg:role "{other.text}" and "{value.text}" fill the same slot of one event type; keep one.')
        roles[slot] = (role, value)
    return {slot: role for slot, (role, _) in roles.items()}


def _entries(known: _Terms) -> Iterator[GazetteerEntry]:
    """The gazetteer's entries.

    Raises :class:`OntologyError` where two IRIs end in the same key.
    """
    seen: dict[str, str] = {}
    for term, description in known.of("GazetteerEntry"):
        key = files.local(term)
        if seen.setdefault(key, term) != term:
            file = _values(description, "rdf:type")[0].file
            raise OntologyError(f"{file}: {files.short(term)} and {files.short(seen[key])} end in the same key; rename one of them.")
        label = _text(description, "rdfs:label") or ""
        country = _text(description, "country")
        yield GazetteerEntry(
            key=key,
            label=label,
            type=_text(description, "entityType") or "",
            names=tuple(dict.fromkeys((label, *_texts(description, "alias")))),
            demonyms=_texts(description, "demonym"),
            links=_texts(description, "skos:exactMatch"),
            country=files.local(country) if country else None,
            seat=_text(description, "seat"),
            iso=_text(description, "iso"),
            ambiguous=_text(description, "ambiguous") == "true",
            credits=_texts(description, "credit"),
        )


def _candidates(known: _Terms) -> dict[str, tuple[str, ...]]:
    """Name -> keys of its bearers: a later file's first, then one that is not ambiguous, then countries, states and cities.

    Raises :class:`OntologyError` where two unambiguous entries of files that rank alike share a name.
    """
    bearers: dict[str, list[tuple[int, bool, int, str, str]]] = {}
    for term, description in known.of("GazetteerEntry"):
        ambiguous = _text(description, "ambiguous") == "true"
        type_ = _text(description, "entityType") or ""
        kind = _RANKING.index(type_) if type_ in _RANKING else len(_RANKING)
        for value in (*_values(description, "rdfs:label"), *_values(description, "alias")):
            bearers.setdefault(value.text, []).append((-value.rank, ambiguous, kind, files.local(term), value.file))
    for name, entries in bearers.items():
        entries.sort()
        sure = [entry for entry in entries if not entry[1] and entry[0] == entries[0][0]]
        if len({entry[3] for entry in sure}) > 1:
            first, second, file = sure[0][3], sure[1][3], sure[1][4]
            raise OntologyError(f'{file}: the name "{name}" belongs to both {first} and {second}; keep it with one, or mark one "kg:ambiguous true".')
    return {name: tuple(dict.fromkeys(entry[3] for entry in entries)) for name, entries in bearers.items()}
