"""Who is meant by "the general" and "the tram builder's owner", where one document calls only one of those with a name so.

The extraction unites what is sure to be one for a graph. An audit needs less: a wrong link can at most let the name stand for what a sentence of this
very article says of the only general in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.audit.stems import WORD, stem, stems_of
from kg.model import Entity, Extraction, Mention, Ref

#: Of each named entity of a document, and of each description that means one, by local id: its key across documents, and the one with the name.
Named = Mapping[str, tuple[str, Entity]]
_APPOSED = re.compile(r",\s+")
_ADDS_NOTHING = ("the", "its", "his", "her", "their", "s", "ex", "former")  # whom it means is the same before and after
_DEFINITE = re.compile(r"(?:the|its|his|her|their)\s|\S+(?: \S+){0,3}['’]s?\s", re.IGNORECASE)


def named(extraction: Extraction, names: Mapping[Ref, str]) -> Named:
    """The entities that have a name, and the described ones that can only be one of them."""
    doc = extraction.document
    found = {e.id: (names[(doc.id, e.id)], e) for e in extraction.entities if e.named and (doc.id, e.id) in names}
    return found | _described(extraction, found)


def described(extraction: Extraction, meant: Named) -> frozenset[tuple[str, str]]:
    """Keys of named entities with stems of what the document says they are: by a title, an apposition, "is a"."""
    heads = {entity.id: stem(entity.head) for entity in extraction.entities if entity.head}
    said = [c for c in extraction.claims if c.predicate == "isA" and c.polarity == "positive" and c.modality == "actual"]
    told = {(meant[c.subject][0], heads[c.object]) for c in said if c.subject in meant and c.object in heads}
    return frozenset(told | {(meant[local][0], head) for local, head, _ in _bearings(extraction, meant)})


def bearers(digest: Extraction, articles: Sequence[Extraction], names: Mapping[Ref, str]) -> dict[Ref, str]:
    """Keys for people whom a digest names by a part of a name that one person in the articles has alone: "Ruiz", "Ana Ruiz"."""
    people = [((x.document.id, e.id), e) for x in articles for e in x.entities if e.named and e.type == "Person"]
    known = {names[ref]: entity for ref, entity in people if ref in names}
    found = {}
    for entity in digest.entities:
        ref, words = (digest.document.id, entity.id), stems_of(entity.label)
        if not entity.named or names.get(ref) in known or not words:
            continue
        full = [(set(stems_of(other.label)), key) for key, other in known.items() if words[-1] == stems_of(other.label)[-1]]
        longest = max(full, key=lambda pair: len(pair[0]), default=None)
        if longest is not None and all(words_of <= longest[0] for words_of, _ in full) and set(words) <= longest[0]:
            found[ref] = longest[1]
    return found


def _described(extraction: Extraction, known: Named) -> dict[str, tuple[str, Entity]]:
    bearers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for local, head, told in _bearings(extraction, known):
        bearers[head][local] |= told
    firsts: dict[str, Mention] = {}
    for mention in extraction.mentions:
        if mention.kind == "nominal":
            firsts.setdefault(mention.entity, mention)
    found = {}
    for entity in extraction.entities:
        first = firsts.get(entity.id)
        if entity.named or not entity.head or first is None:
            continue
        surname = [local for local, (_, other) in known.items() if other.type == "Person" and entity.label == other.label.split()[-1]]
        if len(surname) == 1 and entity.label[0].isupper():
            found[entity.id] = known[surname[0]]
            continue
        if entity.plural:
            continue
        words = extraction.document.text[slice(*first.span)]
        apposed = _name_beside(extraction, first, known)
        meant = {apposed} if apposed else _only(bearers.get(stem(entity.head), {}), _content(words) - {stem(entity.head)})
        if len(meant) == 1 and (apposed or _DEFINITE.match(words)):
            found[entity.id] = known[meant.pop()]
    return found


def _only(bearers: Mapping[str, set[str]], more: set[str]) -> set[str]:
    """The bearer of a description, if there is one alone, and nothing more is told of him than where it is given to him."""
    return {entity for entity, words in bearers.items() if more <= words} if len(bearers) == 1 else set()


def _bearings(extraction: Extraction, known: Named) -> Iterator[tuple[str, str, set[str]]]:
    """Named entities with the head of a description, and the words of the sentence that gives it to them: a title, an apposition, "is a"."""
    text, sentences = extraction.document.text, extraction.sentences
    within = {m.id: next(((begin, end) for begin, end in sentences if begin <= m.span[0] < end), (0, 0)) for m in extraction.mentions}
    about = {local: _content(text[slice(*span)]) for local, span in within.items()}
    heads = {entity.id: entity.head for entity in extraction.entities if entity.head}
    for mention in extraction.mentions:
        if mention.entity in known and mention.kind == "name":
            before = WORD.findall(text[max(0, mention.span[0] - 30) : mention.span[0]])
            if before and text[mention.span[0] - 1] == " ":
                yield mention.entity, stem(before[-1]), about[mention.id]
        elif mention.entity in known and mention.kind == "nominal":
            words = WORD.findall(text[slice(*mention.span)])
            if words:
                yield mention.entity, stem(words[-1]), about[mention.id]
        elif mention.kind == "nominal" and (beside := _name_beside(extraction, mention, known)):
            yield beside, stem(heads.get(mention.entity, "")), about[mention.id]


def _name_beside(extraction: Extraction, mention: Mention, known: Named) -> str | None:
    """Whose name stands between commas right behind a description: "The mayor, Ana Ruiz, said"."""
    text = extraction.document.text
    comma = _APPOSED.match(text, mention.span[1])
    if comma is None:
        return None
    names = (m for m in extraction.mentions if m.kind == "name" and m.span[0] == comma.end() and text[m.span[1] : m.span[1] + 1] == ",")
    return next((m.entity for m in names if m.entity in known and known[m.entity][1].type == "Person"), None)


def _content(words: str) -> set[str]:
    return {stem(word) for word in WORD.findall(words) if word.lower() not in _ADDS_NOTHING}
