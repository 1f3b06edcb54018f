"""Whether every happening that a statement tells of stands in one sentence of its evidence, with those whom the statement names for it.

Evidence may be several sentences of an article; that each word stands in one of them does not say that the article tells the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.audit.align import has
from kg.audit.likeness import Likeness
from kg.audit.matter import Matter
from kg.audit.people import People, names
from kg.audit.statements import Statement, Word
from kg.audit.stems import stem
from kg.lexicon import Lexicon
from kg.model import Entity, Event, Role, Span

#: Named entities of one document by local id, with their keys across documents.
Named = Mapping[str, tuple[str, Entity]]
PLACES = ("City", "State", "Country", "Place")
_APPOSED = 40  # characters beside a phrase in which an apposition describes whom it names


@dataclass(frozen=True, slots=True)
class Lack:
    """What no sentence that tells of the same happening has: the happening itself (``entity`` is None), or somebody or something named."""

    event: Event
    key: str | None = None
    entity: Entity | None = None
    nearest: Statement | None = None  # the sentence that has the happening, and most of the names


def lacking(
    told: Statement,
    events: Sequence[Event],
    parts: Sequence[Statement],
    named: Named,
    theirs: Named,
    people: People,
    lexicon: Lexicon,
    matter: Matter,
    described: Collection[tuple[str, str]] = (),
    tellers: Collection[Span] = (),
) -> Iterator[Lack]:
    """``events`` are those of the statement's that have to be found, ``named`` the digest's named entities, ``theirs`` the article's.

    ``described`` are keys of some of these with stems of what it says they are, ``tellers`` the words that say who tells what.
    """
    entities, likeness = dict(named.values()), matter.likeness

    def speaks(part: Statement, key: str, event: Event) -> bool:
        entity = entities[key]
        alike = {k for k, other in theirs.values() if other.type == entity.type}
        if entity.type in PLACES and _goes_elsewhere(event, key, part, named, theirs, likeness):
            return False
        acts = any(role.role != "goal" and _acts(told, role, key, named) for role in event.roles)
        bridged = entity.type not in PLACES and _bridged(told, event, key, part, parts, alike, likeness)
        return people.speaks_of(part, key, entity, acts) or bridged

    nouns = {event.id for event in told.events if event.nominal}
    loose = _loose(told)
    for event in events:
        if event.nominal or _described(told, event, named, described):
            continue
        only_words = _only_words(event, nouns, lexicon)
        telling = matter.homes(told, event, _telling(parts, event, nouns, lexicon, likeness), parts) or (list(parts) if only_words else [])
        if not telling or (only_words and _noun_lacks(told, event, parts, likeness)):
            yield Lack(event)
            continue
        doers, loose = (loose, []) if not any(role.role == "agent" for role in event.roles) else ([], loose)
        own = [] if event.lemma.split()[0] in lexicon.light_verbs else _participants(told, event, named)  # "carried out strikes" is done by "they"
        wanted = [key for key in dict.fromkeys([*own, *_beside(told, event, tellers), *doers]) if key in entities]
        absent = [[key for key in wanted if not speaks(part, key, event)] for part in telling]
        nearest = min(range(len(telling)), key=lambda n: len(absent[n]))
        for key in absent[nearest]:
            yield Lack(event, key, entities[key], telling[nearest])


def _acts(told: Statement, role: Role, key: str, named: Named) -> bool:
    """Whether somebody does something, he or his, or undergoes it: "Ankara", "troops of Ankara", but not "the north of Ankara"."""
    does = role.role == "agent" and any(w.key == key and _inside(w, role.span) for w in told.words)
    return does or (role.entity in named and named[role.entity][0] == key)


def _goes_elsewhere(event: Event, key: str, part: Statement, named: Named, theirs: Named, likeness: Likeness) -> bool:
    """Whether a place that a happening leads to is in the article another happening's: "fled the country, many heading for Chile"."""
    if not any(role.role == "goal" and named.get(role.entity, ("",))[0] == key for role in event.roles):
        return False
    held = [any(theirs.get(role.entity, ("",))[0] == key for role in e.roles) for e in part.events]
    alike = [likeness.alike(e, event) for e in part.events]
    return any(h and not a for h, a in zip(held, alike, strict=True)) and not any(h and a for h, a in zip(held, alike, strict=True))


def scattered(
    told: Statement, parts: Sequence[Statement], unnamed: Mapping[str, Entity], lexicon: Lexicon, likeness: Likeness
) -> Iterator[tuple[Event, Statement]]:
    """Happenings whose participants only other sentences have than those that tell of them, with the first of these.

    ``unnamed`` are the digest's entities without a name.
    """
    nouns = {event.id for event in told.events if event.nominal}
    for event in told.events:
        telling = [] if event.nominal or _only_words(event, nouns, lexicon) else _telling(parts, event, nouns, lexicon, likeness)
        if telling and not any(_has_fillers(told, event, part, parts, unnamed) for part in telling):
            yield event, telling[0]


def _has_fillers(told: Statement, event: Event, part: Statement, parts: Sequence[Statement], unnamed: Mapping[str, Entity]) -> bool:
    """Whether a sentence that tells of a happening has what takes part in it, too, so far as any part of the evidence has it."""
    if not all(has(part, w) for w in _unread(told, event)):
        return False
    if any(e.beside for e in part.events):
        return True  # a pronoun that nothing explains
    heads = {stem(unnamed[role.entity].head or "") for role in event.roles if role.entity in unnamed}
    heads |= {stem(e.lemma.split()[-1]) for e in told.events if e.nominal and any(role.entity == e.id for role in event.roles)}
    words = [w for w in told.words if w.stem in heads and any(_inside(w, role.span) for role in event.roles)]
    return all(has(part, w) or w.stem in part.recalled or not any(has(other, w) for other in parts) for w in words)


def _unread(told: Statement, event: Event) -> list[Word]:
    """Words with a capital behind a verb, or before one that has nobody who does it: names that the parser has not understood."""
    roles = [role.span for e in told.events for role in e.roles]
    before = [w for w in told.words if w.text[0].isupper() and w.span[1] <= event.phrase[0] and not any(_inside(w, span) for span in roles)]
    verbs = [e.phrase[1] for e in told.events if not e.nominal and e.phrase[1] > event.phrase[1]]
    behind = [w for w in told.words if w.text[0].isupper() and w.key is None and event.phrase[1] <= w.span[0] < min(verbs, default=told.span[1])]
    return behind if any(role.role in ("agent", "patient") and role.span[0] < event.phrase[0] for role in event.roles) else [*before, *behind]


def meant_otherwise(told: Statement, parts: Sequence[Statement], likeness: Likeness) -> Iterator[Event]:
    """Happenings of the statement that aim at something else in all of the evidence: "offered to quit", "offered to meet … an ultimatum to quit"."""
    for event in told.events:
        mine = [] if event.nominal else [e for e in _contents(event, told) if e.modality == "planned"]
        theirs = [_contents(e, part) for part in parts for e in part.events if likeness.alike(e, event) and not e.nominal]
        if mine and theirs and all(other and not any(likeness.alike(a, b) for a in mine for b in other) for other in theirs):
            yield event


def _contents(event: Event, statement: Statement) -> list[Event]:
    """The happenings that a verb's clause tells."""
    inner = {role.entity for role in event.roles if role.role == "topic"}
    return [e for e in statement.events if e.id in inner and not e.nominal]


def _telling(parts: Sequence[Statement], event: Event, nouns: Collection[str], lexicon: Lexicon, likeness: Likeness) -> list[Statement]:
    """The sentences that have a happening, or at least its word."""
    told = [part for part in parts if _tells(part, event, nouns, lexicon, likeness)]
    kinds = likeness.kinds(event.lemma)
    return told or [part for part in parts if stem(event.lemma.split()[0]) in part.stems or kinds & part.kinds]


def _only_words(event: Event, nouns: Collection[str], lexicon: Lexicon) -> bool:
    """Whether a verb or adjective adds nothing to what happens: "carried out", "took place", "was unable to", "is said to", "there are"."""
    modal = event.rule == "adjective" and (event.lemma in lexicon.modal_words or event.lemma in lexicon.words("inability"))
    nobody = not any(role.role in ("agent", "patient") for role in event.roles)
    hearsay = event.lemma in lexicon.reporting_verbs and "passive" in event.rule and nobody
    verb = event.lemma.split()[0]
    light = verb in lexicon.light_verbs and (verb in lexicon.words("emptyVerb") or any(role.entity in nouns for role in event.roles))
    return event.rule == "existential" or modal or hearsay or light or event.lemma in lexicon.words("occurrence")


def _noun_lacks(told: Statement, event: Event, parts: Sequence[Statement], likeness: Likeness) -> bool:
    """Whether nothing tells of what happens in a phrase whose verb adds nothing to it: "performed at a funeral"."""
    inner = {role.entity for role in event.roles}
    nouns = [noun for noun in told.events if noun.nominal and noun.id in inner]
    words = {noun.id: [w for w in told.words if w.span[0] in range(*noun.trigger)] for noun in nouns}
    return not all(
        any(has(part, w) or likeness.kinds(noun.lemma, noun.type) & part.kinds for part in parts) for noun in nouns for w in words[noun.id]
    )


def _described(told: Statement, event: Event, named: Named, described: Collection[tuple[str, str]]) -> bool:
    """Whether the article calls somebody what the statement says that he is: "is a Spanish journalist", "the Spanish journalist Ana Ruiz"."""
    keys = [named[role.entity][0] for role in event.roles if role.role == "agent" and role.entity in named]
    spans = [role.span for role in event.roles if role.role == "attribute"]
    nouns = {word.stem for word in told.words for span in spans if _inside(word, span)}
    return event.rule == "copula" and any((key, noun) in described for key in keys for noun in nouns)


def _tells(part: Statement, event: Event, nouns: Collection[str], lexicon: Lexicon, likeness: Likeness) -> bool:
    """Whether a sentence has the happening: its verb in one of its forms, or another word for the same kind. All that only says "say" is one."""
    what = {role.entity for role in event.roles if role.role in ("patient", "topic")}
    says = what.isdisjoint(nouns)  # who reports a strike does more than say
    how = lexicon.reporting_verbs.get(event.lemma)  # who confirms does more than who alleges
    if what and says and how and any(lexicon.reporting_verbs.get(other.lemma) == how for other in part.events):
        return True
    return any(likeness.alike(other, event) for other in part.events)


def _loose(told: Statement) -> list[str]:
    """Keys of those at the head of a sentence who take part in nothing by its grammar: "Ana Ruiz was the first to report it"."""
    first = next(names(told), None)
    roles = [role.span for event in told.events for role in event.roles]
    outside = first is not None and not any(begin <= first[0].span[0] < end for begin, end in roles)
    return [first[0].key] if first and outside and first[0].key and first[0].span == told.words[0].span else []


def _participants(told: Statement, event: Event, named: Named) -> list[str]:
    """Keys of what takes part by its name, and of the place."""
    inside = [name[0].key for name in names(told) if any(r.span[0] <= name[0].span[0] < r.span[1] for r in event.roles)]
    place = [named[event.place][0]] if event.place is not None and event.place in named else []
    return list(dict.fromkeys(key for key in (*inside, *place) if key is not None))


def _beside(told: Statement, event: Event, tellers: Collection[Span]) -> list[str]:
    """Keys of those who are named behind a verb, before the next one, and fill no role: "signed the pact in the port of Lomé"."""
    begins = (min([e.phrase[0], *(role.span[0] for role in e.roles)]) for e in told.events if not e.nominal and e.phrase[0] > event.phrase[0])
    end = min((place for place in begins if place >= event.phrase[1]), default=told.span[1])
    roles = [*(role.span for e in told.events for role in e.roles), *tellers]
    behind = [n[0] for n in names(told) if event.phrase[1] <= n[0].span[0] < end]
    return [w.key for w in behind if w.key is not None and not any(_inside(w, span) for span in roles)]


def _bridged(
    told: Statement, event: Event, key: str, part: Statement, parts: Sequence[Statement], alike: Collection[str], likeness: Likeness
) -> bool:
    """Whether the sentence has, in the same role, only the description of somebody whom another part names: "its former chairman", "Ana Ruiz".

    ``alike`` are keys of the article's named entities of its type: where one of them is described, it is no other.
    """
    if not any(key in other.keys for other in parts):
        return False
    mine = [role for role in event.roles if any(n[0].key == key and _inside(n[0], role.span) for n in names(told))]
    others = [role.span for role in event.roles if role not in mine]
    near = [w for w in told.words if any(r.span[0] - _APPOSED <= w.span[0] < r.span[1] + _APPOSED for r in mine)]
    described = {w.stem for w in near if w.key is None and not any(_inside(w, span) for span in (*others, event.phrase))}
    fillers = [r.span for e in part.events if likeness.alike(e, event) for r in e.roles if r.role in {m.role for m in mine}]
    inside = [[w for w in part.words if _inside(w, span)] for span in fillers]
    return any(described & {w.stem for w in words if w.key is None} and not any(w.key in alike for w in words) for words in inside)


def _inside(word: Word, span: Span) -> bool:
    return span[0] <= word.span[0] < span[1]
