"""Abbreviations that an article introduces in brackets: "the Grain Growers' Union (GU)" says whom "GU" means there, whatever else is called so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from kg.lexicon import GazetteerEntry, Lexicon
from kg.model import Entity, Extraction
from kg.resolve.wording import plain

_LETTERS = re.compile(r"[A-Z][A-Za-z.&]{0,8}[A-Z.]")
_OPENING = re.compile(r"\s+\(\s?$")
_CLOSING = re.compile(r"\s?\)")
_UNNAMED = frozenset({"Person", "Country", "State", "City", "Place", "BodyOfWater"})  # whom a bracket behind gives a party or a seat, no abbreviation
_LINKING = frozenset({"of", "for", "in", "on", "and", "to", "against", "with", "de", "&"})
_TELLING = 4  # letters of a word by which two names are compared


class Introduced(NamedTuple):
    """``full`` is the entity whose name ``letters`` are introduced for; ``spelled`` says whether they are the first ones of its words."""

    full: str
    letters: str
    spelled: bool


def introduced(extraction: Extraction) -> dict[str, Introduced]:
    """Entities that are named by abbreviations -> what the abbreviations were introduced for."""
    entities = {entity.id: entity for entity in extraction.entities if entity.named}
    text = extraction.document.text
    names = [m for m in extraction.mentions if m.kind == "name" and m.entity in entities]
    ends = {mention.span[1]: mention for mention in names}
    often = Counter(mention.entity for mention in names)
    found: dict[str, set[Introduced]] = defaultdict(set)
    for short in names:
        begin, end = short.span
        opening = _OPENING.search(text, max(0, begin - 4), begin)
        full = ends.get(opening.start()) if opening else None
        if full is None or full.entity == short.entity or not _is_short(text[begin:end], entities[short.entity]) or not _CLOSING.match(text, end):
            continue
        name, named = text[slice(*full.span)], entities[full.entity]
        if named.type not in _UNNAMED and (plain(name) == plain(named.label) or _same_words(name, named.label)):
            known = often[short.entity] > 1 and not named.link and _whole(text[_sentence(extraction, begin) : full.span[0]].split())
            spelled = _spells(name, text[begin:end])
            if spelled or (known and _of_itself(name)):
                found[short.entity].add(Introduced(full.entity, text[begin:end], spelled))
    sole = {short: next(iter(full)) for short, full in found.items() if len(full) == 1}
    return {short: one for short, one in sole.items() if one.full not in sole}


def united_links(
    extraction: Extraction, shorts: Mapping[str, Introduced], links: Mapping[str, str | None], lexicon: Lexicon
) -> dict[str, str | None]:
    """Listed names of an article's entities, with an abbreviation's and its name's the same: the name's own, else the one that the abbreviation
    has in the list, where that can be this name."""
    united, entities = dict(links), {entity.id: entity for entity in extraction.entities}
    for short, one in shorts.items():
        entry = lexicon.gazetteer.get(united[short] or "")
        if united[one.full] is None and entry and _can_be(entities[one.full].label, one, entry):
            united[one.full] = united[short]
        united[short] = united[one.full]
    return united


def _can_be(name: str, one: Introduced, entry: GazetteerEntry) -> bool:
    """Whether a listed name that has these letters can be the name that they are introduced for: much the same words, or letters that are no first
    letters of these words, so that they belong to whom they are known for, or that are themselves the listed name, of all the world."""
    return not one.spelled or _same_words(name, entry.label) or (plain(entry.label) == plain(one.letters) and entry.country is None)


def _sentence(extraction: Extraction, place: int) -> int:
    return max((begin for begin, end in extraction.sentences if begin <= place < end), default=0)


def _is_short(letters: str, entity: Entity) -> bool:
    """Whether letters are what an entity is called, but for an agency, which may be credited by them before the text."""
    called = entity.label == letters or bool(entity.link)
    return called and entity.type != "NewsMediaOrganization" and _LETTERS.fullmatch(letters) is not None


def _of_itself(name: str) -> bool:
    """Whether letters of another language can be for all of a name: not for "Standing Committee of the Labour Party", which may be of the party."""
    words = re.findall(r"[\w'’-]+", name)
    return sum(word[:1].isupper() for word in words) > 1 and _LINKING.isdisjoint(words)


def _whole(before: list[str]) -> bool:
    """Whether a name begins where it was read to: no other capital, and no "League for", stands right before it."""
    if before and before[-1].lower() in ("the", "a", "an"):
        before = before[:-1]
    if len(before) > 1 and before[-1].lower() in _LINKING:
        before = before[:-1]
    return len(before) < 2 or not before[-1][:1].isupper() or before[-1][-1] in ",;:.\"'”’)"


def _spells(name: str, short: str) -> bool:
    """Whether letters are the first ones of a name's words, from the first word on or from behind a nationality."""
    letters = short.replace(".", "").replace("&", "").lower()
    words = re.findall(r"\w+", name)
    for first, word in enumerate(words[:-1]):
        if not word[:1].isupper():
            return False  # of "the Standing Committee of the Labour Party (LP)" it is the party that the letters are for
        beginnings = "".join(word[0].lower() for word in words[first:] if word[:1].isupper())
        if beginnings.startswith(letters) or (not first and beginnings[:1] == letters[:1] and len(beginnings) > 1 and _in_order(letters, beginnings)):
            return True
    return False


def _in_order(letters: str, others: str) -> bool:
    rest = iter(others)
    return all(letter in rest for letter in letters)


def _same_words(one: str, other: str) -> bool:
    """Whether two names have more than half of their words alike."""
    here, there = ({word[:_TELLING] for word in plain(name).split() if len(word) >= _TELLING} for name in (one, other))
    return 2 * len(here & there) > max(len(here), len(there)) > 0
