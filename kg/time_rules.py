"""The vocabulary and the patterns of time expressions, as ``ontology/times.ttl`` gives them, ready to be looked up word by word.

Templates are checked when the lexicon loads; an expression is compiled when a text first holds a word that it can begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.errors import OntologyError
from kg.templates import DIGITS, Slot, Template, TemplateError, read_template, slot_of
from kg.years import YearWords

#: What the templates of a computation must mention: of each group of slots one.
NEEDS = {
    "date": ("month month2 mm", "day day2 ordinal"),
    "month": ("month month2",),
    "year": ("year yy",),
    "fiscalYear": ("year yy",),
    "years": ("year",),
    "decade": ("decade yy decadeName",),
    "century": ("number ordinal",),
    "quarter": ("number ordinal lastOne",),
    "quarterOfYear": ("year shift",),
    "halfYear": ("ordinal lastOne",),
    "season": ("season",),
    "weekday": ("weekday",),
    "weekdayFrom": ("step", "weekday"),
    "dayWord": ("dayword",),
    "someDay": ("hour hourName daypart part",),
    "partOfDay": ("daypart nightword",),
    "dayOfMonth": ("day",),
    "weekOf": ("month", "day"),
    "reported": (),
    "period": ("period weekend",),
    "ago": ("direction",),
    "anchored": ("step relation direction",),
    "window": ("shift", "unit quarter"),
    "duration": ("unit quarter long fullYear",),
    "openDuration": ("unit",),
    "andAHalf": ("unit",),
    "half": ("unit",),
    "reference": ("reference adjective ageNoun moment nowWord soonWord someDayWord currentWord",),
    "frequency": ("frequency unit weekday daypart month season quarter",),
    "feast": ("feast",),
}
_MEASURES = ("unit", "units", "period", "dayword")
_GROUP_NUMBER = re.compile(r"_\d+$")


@dataclass(frozen=True, slots=True)
class TimeWord:
    """What words of a slot mean: ``code`` is what calendar arithmetic knows them by ("01" for January, "W" for week)."""

    slot: str
    words: tuple[str, ...]
    plurals: tuple[str, ...]
    code: str
    ambiguous: bool  # written small it is another word: "may", "march"


@dataclass(frozen=True, slots=True)
class TimePattern:
    """Templates that one computation gives a value.

    The expression must stand after one of the words ``after``, before one of ``before`` and not before one of ``not_before``, where they are given;
    ``reading`` is what the parse must say of its last word.
    """

    name: str
    order: int
    templates: tuple[tuple[str, str], ...]  # template, file that it is from
    computation: str
    reading: str | None = None
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


@dataclass(slots=True)
class Matcher:
    """One template of a pattern."""

    pattern: TimePattern
    template: Template
    _compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.template.expression, re.IGNORECASE)
        return self._compiled


@dataclass(frozen=True, slots=True)
class TimeRules:
    """Matchers by the key of the word that they can begin with, in their order, and the meaning of the words of each slot."""

    starting: dict[str, tuple[Matcher, ...]] = field(default_factory=dict)
    meanings: dict[str, dict[str, str]] = field(default_factory=dict)  # slot -> word in lower case -> code
    capitalised: frozenset[tuple[str, str]] = frozenset()  # (slot, word) that must be written with a capital
    measures: frozenset[str] = frozenset()  # words of units and periods, and "today"
    years: YearWords = field(default_factory=lambda: YearWords({}))

    def read(self, match: re.Match[str]) -> dict[str, str] | None:
        """Slot -> code of the words (digits stay) that a match holds; None where a word that needs a capital has none."""
        found = {}
        for group, text in match.groupdict().items():
            if text is None:
                continue
            slot = _GROUP_NUMBER.sub("", group)
            word = " ".join(text.lower().replace("’", "'").split())
            if (slot, word) in self.capitalised and not text[0].isupper():
                return None
            found[group] = self._meaning(slot, word, text)
        return found

    def _meaning(self, slot: str, word: str, text: str) -> str:
        if slot == "count":
            return self.count(word)
        if slot == "year" and not text[0].isdigit():
            return self.years.read(word)
        return self.meanings[slot][word] if slot in self.meanings else text

    def count(self, text: str) -> str:
        """A number in digits or words as TIMEX3 writes it: "25", "2.5", "X" for a number that is left open."""
        known = self.meanings["count"]
        if text in known:
            return known[text]
        total = 0.0
        for word in text.replace(",", "").replace("-", " ").split():
            code = known.get(word, word)
            if code == "and":
                continue
            if not code.replace(".", "").isdigit():
                return "X"
            number = float(code)
            scale = number >= 100 and word.isalpha()
            total = (total or 1) * number if scale else number if total == 1 else total + number  # "two hundred", "a three-day strike", "twenty-five"
        return f"{total:g}"


def _check_slots(template: Template, computation: str) -> None:
    for group in NEEDS[computation]:
        if not template.slots & set(group.split()):
            raise TemplateError(f"the computation {computation} needs {' or '.join('{' + slot + '}' for slot in group.split())}")


def time_rules(words: Sequence[TimeWord], patterns: Iterable[TimePattern]) -> TimeRules:
    """Builds the look-up.

    Raises :class:`OntologyError` naming the file, the pattern and the mend where a template is broken.
    """
    meanings: dict[str, dict[str, str]] = {}
    forms: dict[str, dict[str, str]] = {}
    for word in words:
        for slot, texts in ((word.slot, word.words), (word.slot + "s", word.plurals)):
            for text in texts:
                forms.setdefault(slot, {})[text.lower()] = word.code
                meanings.setdefault(word.slot, {})[text.lower()] = word.code
    slots = {name: slot_of(known, name) for name, known in forms.items()}
    slots |= {name: Slot(expression, frozenset("0")) for name, expression in DIGITS.items()}
    measures = frozenset(text for slot in _MEASURES for text in forms.get(slot, ()) if text.isalpha())
    years = YearWords(meanings.get("count", {}))
    slots["year"] = Slot(f"(?:{DIGITS['year']}{years.expression})", frozenset("0") | years.firsts)
    starting: dict[str, list[Matcher]] = {}
    for pattern in sorted(patterns, key=lambda p: (p.order, p.name)):
        for text, file in pattern.templates:
            try:
                template = read_template(text, slots)
                _check_slots(template, pattern.computation)
            except TemplateError as error:
                raise OntologyError(f'{file}: {pattern.name} has an unfit kg:template, "{text}": {error}; mend it.') from error
            matcher = Matcher(pattern, template)
            for first in sorted(template.firsts):
                starting.setdefault(first, []).append(matcher)
    capitalised = frozenset((word.slot, text.lower()) for word in words if word.ambiguous for text in (*word.words, *word.plurals))
    return TimeRules({first: tuple(matchers) for first, matchers in starting.items()}, meanings, capitalised, measures, years)
