"""Whether a sentence of an article speaks of whom or what the digest names: by the article's own coreference, or by a form of the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.audit.likeness import Likeness
from kg.audit.statements import Statement, Word
from kg.audit.stems import stem, stems_of
from kg.lexicon import Lexicon
from kg.model import Entity

_BEFORE = 1  # characters between a title and the name


class People:
    """Who bears which surname and title in the articles, to know when a lone surname may be somebody else's."""

    def __init__(
        self, statements: Iterable[Statement], named: Mapping[str, Mapping[str, tuple[str, Entity]]], lexicon: Lexicon, likeness: Likeness
    ) -> None:
        """``named`` has, of each document, the named entities by local id, with their keys across documents."""
        self._demonyms, self._likeness = lexicon.demonyms, likeness
        self._bearers: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
        for entities in named.values():
            for key, entity in entities.values():
                words = stems_of(entity.label)
                if entity.type == "Person" and len(words) > 1:
                    self._bearers[words[-1]][key] = frozenset(words)
        self._titles: dict[str, set[str]] = defaultdict(set)
        for statement in statements:
            for name in names(statement):
                if len(name) > 1 and name[0].key:
                    self._titles[name[0].key] |= _title(statement, name)

    def speaks_of(self, part: Statement, key: str, entity: Entity, acts: bool = False) -> bool:
        """Whether the sentence ``part`` speaks of an entity of the digest; of one that ``acts`` a capital and its country are one."""
        if acts and entity.link and not self._likeness.seats(entity.link).isdisjoint(part.kinds):
            return True
        told, person = stems_of(entity.label), entity.type == "Person"
        bearers = self._bearers.get(told[-1], {}) if person and len(told) > 1 else {}
        rivals = {other for other, label in bearers.items() if other != key and not (label <= set(told) or set(told) <= label)}
        if key in part.keys:
            own = [name for name in names(part) if name[0].key == key]
            return not own or not rivals or any(len(name) > 1 or not self._titled_as(rivals, key, part, name) for name in own)
        if rivals:
            return False
        forms = [{word.stem for word in name} for name in names(part)]
        whole = set(told)
        adjectives = {stem(word) for word in entity.label.split() if self._demonyms.get(word) in part.keys}
        return whole - adjectives <= part.stems or any(whole <= form or (form <= whole and (not person or told[-1] in form)) for form in forms)

    def _titled_as(self, rivals: set[str], key: str, part: Statement, name: list[Word]) -> bool:
        """Whether a lone surname has a title that others of this name bear, and this one does not."""
        title = _title(part, name) - self._titles[key]
        return any(title & self._titles[rival] for rival in rivals)


def names(statement: Statement) -> Iterator[list[Word]]:
    """The words of each name of a sentence."""
    for key, words in groupby(statement.words, key=lambda word: word.key):
        if key is not None:
            yield list(words)


def _title(statement: Statement, name: list[Word]) -> set[str]:
    """The word with a capital right before a name: "Judge"."""
    begin = name[0].span[0]
    return {w.stem for w in statement.words if w.key is None and w.text[0].isupper() and 0 <= begin - w.span[1] <= _BEFORE}
