"""Templates of time expressions ("{month} {day}[, {year}]"), turned into regular expressions.

A template is written in words: ``{slot}`` stands for any word of that slot or for digits, ``{slot(s)}`` also for its plurals and ``{slots}`` for
these alone; ``[…]`` may be absent, ``(…|…)`` is a choice, a blank is white space. There is no repetition, so a match takes time in proportion to
the template and never more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

#: Slots of digits: what they match.
DIGITS = {
    "year": r"(?:1[5-9]|20)\d\d",
    "yy": r"\d\d",
    "mm": r"(?:1[0-2]|0?[1-9])",
    "month2": r"(?:1[0-2]|0[1-9])",
    "day": r"(?:[12]\d|3[01]|0?[1-9])",
    "day2": r"(?:[12]\d|3[01]|0[1-9])",
    "decade": r"(?:1[5-9]|20)\d0",
    "hour": r"(?:1\d|2[0-4]|0?\d)",
    "minute": r"[0-5]\d",
    "number": r"\d{1,2}",
}
_DIGIT = "0"  # the key of every number
_COUNT = r"\d{1,3}(?:,\d{3})*(?:\.\d+)?"
_SLOT = re.compile(r"\{([a-zA-Z]+?\d?)(\(s\)|s)?\}")
_RUN = re.compile(r"[^\W\d_]+")
_PLAIN = {" ": r"\s+", "-": "[-–]", "'": "['’]"}
#: After an expression: no more of a word or number, and no compound ("now-cancelled", "2.5").
_END = r"(?!\w|[-–/][a-z\d]|[.,:]\d|%)"


class TemplateError(ValueError):
    """What is wrong with a template, as half a sentence."""


class Slot(NamedTuple):
    """What may fill a slot: an expression and the keys of its first words."""

    expression: str
    firsts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Template:
    """An expression with a group for each slot, named after it ("year", "year_2"), and the keys of the words that it can begin with.

    Where it begins with an article ("the past", "[the ]weekend") the keys are those of the word behind it, as an article tells nothing.
    """

    expression: str
    firsts: frozenset[str]
    article: str  # "", "optional" or "required"
    slots: frozenset[str]  # all that it mentions


@lru_cache(maxsize=10_000)
def key(text: str) -> str:
    """By what templates are looked up: the first word in lower case, one key for all numbers, else the first character."""
    if text[0].isdigit():
        return _DIGIT
    run = _RUN.match(text)
    return run.group().lower() if run else text[0].replace("’", "'")


def slot_of(forms: Mapping[str, str], name: str) -> Slot:
    """The slot that these words (any order, lower case) fill; counts may be digits or several words ("twenty-five", "two hundred")."""
    words = "|".join(_literal(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    firsts = frozenset(map(key, forms))
    if name == "count":
        return Slot(rf"(?:{_COUNT}|(?:{words})(?:[-\s](?:and\s)?(?:{words})){{0,4}})", firsts | {_DIGIT})
    return Slot(f"(?:{words})", firsts)


def read_template(text: str, slots: Mapping[str, Slot]) -> Template:
    """Reads a template.

    Raises :class:`TemplateError` for brackets that do not match, an unknown slot, or a template that can be empty.
    """
    article = "optional" if text.startswith("[the ]") else "required" if text.startswith("the ") else ""
    body = text.removeprefix("[the ]").removeprefix("the ") if article else text
    reader = _Reader(body, slots)
    expression, firsts, empty = reader.choice("")
    if empty:
        raise TemplateError("it can be empty")
    prefix = {"": "", "optional": r"(?:the\s+)?", "required": r"the\s+"}[article]
    return Template(prefix + f"(?:{expression})" + _END, firsts, article, frozenset(reader.seen))


def _literal(text: str) -> str:
    return "".join(_PLAIN.get(character) or re.escape(character) for character in text.replace("’", "'"))


_Part = tuple[str, frozenset[str], bool]  # expression, keys of first words, whether it can be empty


class _Reader:
    """Recursive descent over one template."""

    def __init__(self, text: str, slots: Mapping[str, Slot]) -> None:
        self._text, self._slots, self._at = text, slots, 0
        self.seen: dict[str, int] = {}

    def choice(self, closing: str) -> _Part:
        """Alternatives up to a closing bracket, or to the end."""
        parts = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            parts.append(self._sequence())
        if self._next() != closing:
            raise TemplateError(f'"{closing or self._next()}" is missing its other half')
        self._at += 1
        expression = "|".join(expression for expression, _, _ in parts)
        return expression, frozenset().union(*(firsts for _, firsts, _ in parts)), any(empty for _, _, empty in parts)

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _sequence(self) -> _Part:
        expression, firsts, empty = "", frozenset[str](), True
        while self._next() not in ("", "|", "]", ")"):
            more, first, skipped = self._item()
            expression += more
            firsts |= first if empty else frozenset()
            empty = empty and skipped
        return expression, firsts, empty

    def _item(self) -> _Part:
        character = self._next()
        if character in "[(":
            self._at += 1
            expression, firsts, empty = self.choice("]" if character == "[" else ")")
            return f"(?:{expression}){'?' if character == '[' else ''}", firsts, empty or character == "["
        if character == "{":
            return self._slot()
        run = _RUN.match(self._text, self._at)
        word = run.group() if run else character
        self._at += len(word)
        return _literal(word), frozenset({key(word)} if word != " " else ()), False

    def _slot(self) -> _Part:
        match = _SLOT.match(self._text, self._at)
        if match is None:
            raise TemplateError("a slot is a name in braces")
        self._at = match.end()
        name, plural = match[1], match[2]
        chosen = [*([name + "s"] if plural else []), *([name] if plural != "s" else [])]
        for slot in chosen:
            if slot not in self._slots:
                from kg.lexicon_files import nearest  # only on the way to an error

                raise TemplateError(f"no slot is called {slot}{nearest(slot, self._slots).rstrip('?')}")
        self.seen[name] = self.seen.get(name, 0) + 1
        group = name if self.seen[name] == 1 else f"{name}_{self.seen[name]}"
        expression = "|".join(self._slots[slot].expression for slot in chosen)
        return f"(?P<{group}>{expression})", frozenset().union(*(self._slots[slot].firsts for slot in chosen)), False
