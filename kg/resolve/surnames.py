"""Surnames that stand alone: whose they can be by their own article, and which of them are persons' though an article took one for a firm's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import Extraction, Ref
from kg.resolve.records import Record
from kg.resolve.wording import PersonName, plain

_KNOWN = 3  # articles in which a bearer of a surname is named in full, at least, where another first name of it is doubted
_MOSTLY = 4  # times as many articles that have a person by a lone name as articles that have something else by it

#: Document -> surname -> those whom it names in full by it.
Bearers = Mapping[str, Mapping[str, Sequence[PersonName]]]


def bearers_in(everyone: Sequence[Record]) -> Bearers:
    """Whom each article names in full, by their surnames: of two or more of them a lone surname there is one's, and nobody's from elsewhere."""
    found: dict[str, dict[str, list[PersonName]]] = defaultdict(lambda: defaultdict(list))
    for record in everyone:
        if record.person is not None and record.person.full:
            found[record.ref[0]][record.person.surname].append(record.person)
    return found


def undescribed(everyone: Sequence[Record], extractions: Sequence[Extraction], lexicon: Lexicon) -> list[Record]:
    """The records, with the lone surname for what only begins an article and has a word before it that is no first name, where others bear the
    surname: "Embattled Ruiz to resign" is of a Ruiz, and no rival to Ana Ruiz for her surname.
    """
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for record in everyone:
        if record.person is not None and record.person.full:
            known[record.person.surname][record.person.given[0]] += 1
    opening = {ref for x in extractions for ref in _opening(x)}
    return [_surname(record) if record.ref in opening and _doubtful(record, known, lexicon) else record for record in everyone]


def _opening(extraction: Extraction) -> Iterator[Ref]:
    """Entities that are named in several words at the beginning of an article, and then by one."""
    for entity in extraction.entities:
        if entity.named and entity.type == "Person":
            spans = [mention.span for mention in extraction.mentions if mention.entity == entity.id and mention.kind == "name"]
            full = [span for span in spans if " " in extraction.document.text[slice(*span)]]
            if len(full) == 1 < len(spans) and full[0][0] == 0:
                yield extraction.document.id, entity.id


def _doubtful(record: Record, known: Mapping[str, Counter[str]], lexicon: Lexicon) -> bool:
    person = record.person
    if person is None or len(person.given) != 1 or person.surname not in record.aliases or _is_given(person.given[0], lexicon):
        return False
    others = known[person.surname]
    return others[person.given[0]] == 1 and any(count >= _KNOWN and _is_given(given, lexicon) for given, count in others.items())


def _is_given(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words("womanName") or word in lexicon.words("manName") or word.capitalize() in lexicon.first_names


def _surname(record: Record) -> Record:
    surname = record.words[-1]
    label = next((name for name in record.entity.aliases if plain(name) == surname), record.entity.label.split()[-1])
    entity = replace(record.entity, label=label, aliases=())
    lone = PersonName((), surname)
    return replace(record, entity=entity, words=(surname,), core=(surname,), aliases=frozenset({surname}), person=lone, bare=True)


def persons_by_surname(everyone: Sequence[Record]) -> list[Record]:
    """The records, with a lone "Ruiz" that one article took for an organisation as a person's, where most articles call a person so."""
    persons, others = Counter[str](), Counter[str]()
    for record in everyone:
        if record.person is not None:
            persons.update({record.person.surname} & record.aliases)
        elif _lone(record):
            others[record.name] += 1
    surnames = {record.person.surname for record in everyone if record.person is not None and record.person.full}
    meant = {name for name in others if name in surnames and persons[name] >= _MOSTLY * others[name]}
    return [_person(record) if _lone(record) and record.name in meant else record for record in everyone]


def _lone(record: Record) -> bool:
    """Whether all that an article calls something is one word, which no list has and no bracket introduces."""
    plain = len(record.words) == 1 and len(record.aliases) == 1 and record.link is None and not record.shorts and not record.called_after
    return plain and record.person is None and record.entity.type in ("Organization", "Thing") and not record.entity.label.isupper()


def _person(record: Record) -> Record:
    entity = replace(record.entity, type="Person")
    return replace(record, entity=entity, family="person", person=PersonName((), record.name), bare=True, placed=False, generic=False, initials="")
