"""The named entities of single documents as they are compared: what kind of name each bears, and the keys under which look-alikes meet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.lexicon import Lexicon
from kg.model import Entity, Extraction, Ref
from kg.resolve.context import PLACES, Setting
from kg.resolve.wording import PersonName, consonants, initials, is_acronym, is_generic, person_name, plain, without_form, without_kind

_ORGANISED = frozenset({"Organization", "GovernmentOrganization", "NewsMediaOrganization", "Group", "Thing"})
_MADE = frozenset({"Product", "Vessel", "Vehicle"})


@dataclass(frozen=True, slots=True)
class Record:
    """One named entity of one document.

    ``bare`` says that the name alone does not tell who is meant (a lone surname, "Health Ministry"): the article has to. ``placed`` says
    that the country does ("Health Ministry", a town).
    """

    ref: Ref
    order: tuple[str, str, str]  # day, document, entity
    entity: Entity
    words: tuple[str, ...]
    family: str  # "person", "place", "made", "organised" or the type itself
    link: str | None
    person: PersonName | None
    bare: bool
    placed: bool
    generic: bool
    aliases: frozenset[str]  # every spelling in plain words
    initials: str
    core: tuple[str, ...] = ()  # its words without the noun of its kind
    shorts: frozenset[str] = frozenset()  # abbreviations that the article introduces for it
    called_after: str = ""  # of "the Costa government" "costa:government"

    @property
    def name(self) -> str:
        return " ".join(self.words)


def family(kind: str) -> str:
    """Types that a reader of one sentence takes for one another."""
    return "person" if kind == "Person" else "place" if kind in PLACES else "made" if kind in _MADE else "organised" if kind in _ORGANISED else kind


def records(extraction: Extraction, setting: Setting, lexicon: Lexicon) -> list[Record]:
    """The named entities of a document in the order of their identifiers."""
    written = {extraction.document.text[slice(*m.span)] for m in extraction.mentions if m.kind == "name"}
    found = {entity.id: _record(extraction, entity, setting, written, lexicon) for entity in extraction.entities if entity.named}
    for short, one in setting.shorts.items():
        found[one.full], found[short] = _introducing(found[one.full], found[short], one.letters)
    return list(found.values())


def _introducing(full: Record, short: Record, letters: str) -> tuple[Record, Record]:
    """The records of a name and of the abbreviation that the article introduces for it: the second is compared as the first is."""
    full = replace(full, aliases=full.aliases | short.aliases, shorts=full.shorts | {plain(letters)})
    return full, replace(full, ref=short.ref, order=short.order, entity=replace(short.entity, type=full.entity.type, label=letters))


def _record(extraction: Extraction, entity: Entity, setting: Setting, written: set[str], lexicon: Lexicon) -> Record:
    link = setting.links[entity.id]
    called_after = link if link and ":" in link and link.split(":")[0] not in lexicon.gazetteer else ""
    vague = ":" in (link or "") and not called_after and not _sole(link or "", lexicon)
    link = None if called_after or vague else link
    spellings = {entity.label, *entity.aliases}
    if ":" not in (entity.link or ":") and link is None:  # the list's label is not what the article calls it
        spellings = (spellings & written) or spellings
        entity = Entity(entity.id, min(spellings, key=lambda s: (-len(s), s)), entity.type, tuple(sorted(spellings)), True, None)
    words = tuple(plain(entity.label).split()) or (entity.label,)
    if vague:  # "U.S. companies" and "an American company" are called alike
        words = tuple((entity.link or "").split(":"))
    kind = lexicon.noun_types.get(words[-1], "Organization") if words[-1] in lexicon.words("nameKind") else ""
    if entity.type == "Person" and kind and len(words) > 1 and words[0].capitalize() not in lexicon.first_names:
        entity = replace(entity, type=kind)
    kin = family(entity.type)
    person = person_name(words, lexicon) if kin == "person" else None
    generic = kin != "person" and (vague or is_generic(words, lexicon))
    lone, abbreviated = len(words) == 1, is_acronym(entity.label)
    if link is not None or called_after:
        bare, placed = bool(called_after), False
    elif person is not None:
        bare, placed = not person.full, False
    else:
        national = generic and any(word in lexicon.words("national") for word in words)
        local = generic and not national
        placed = not local and (generic or kin in ("place", "Law") or abbreviated or (kin == "made" and lone))
        bare = placed or local or (lone and entity.type == "Thing")
    return Record(
        ref=(extraction.document.id, entity.id),
        order=(*setting.order, entity.id),
        entity=entity,
        words=words,
        family=kin,
        link=link,
        person=person,
        bare=bare,
        placed=placed,
        generic=generic,
        aliases=frozenset(map(plain, spellings)),
        initials=initials(entity.label) if kin == "organised" else "",
        core=without_kind(words, lexicon),
        called_after=called_after,
    )


def _sole(link: str, lexicon: Lexicon) -> bool:
    """Whether a country has one such institution: one government, one people, many companies."""
    noun = link.split(":")[1]
    return noun == "people" or noun in lexicon.words("national")


def meeting_keys(record: Record, lexicon: Lexicon) -> set[str]:
    """Records that share none of these are not compared: names, a person's surname in whatever order, an organisation's first word and initials."""
    if record.called_after:
        return set()
    keys = {record.name, *record.aliases, " ".join(record.core)}
    if record.person is not None:
        keys |= {record.person.surname, *(word for word in record.person.given if len(word) > 1 and word not in lexicon.first_names)}
        keys |= {word for word in record.person.given[:1] if len(record.words) > 1}
        keys |= {f"{consonants(record.person.given[0])} {consonants(record.person.surname)}"} if record.person.full else set()
    elif record.family == "organised" and len(record.words) > 1:
        keys |= {record.initials} | ({record.words[0]} if not is_generic(record.words[:1], lexicon) else set())
        keys.add(" ".join(without_form(record.words, lexicon)))
    return keys - {""}
