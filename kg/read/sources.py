"""The source list of a digest: "[1] Newsweek: Title – what it says"."""

from __future__ import annotations

import re

from kg.model import Citation, Span
from kg.read.lines import Line
from kg.read.shapes import CLOSING_DATE, SOURCES

_NUMBER_ALONE = re.compile(r"(?:[-*•]\s*)?\[(\d{1,3})\]")
_NUMBERED = re.compile(r"(?:[-*•]\s*)?(?:\[(\d{1,3})\]:?|(\d{1,3})[.)])\s+")
_BULLETED = re.compile(r"[-*•]\s+")
_DESCRIPTION = re.compile(r"\s+[–—]\s+|\s+--?\s+|\n")
_UNNUMBERED = re.compile(r"[^:\n]{2,60}: \S|.{5,200}\s[–—-]\s|.*https?://", re.DOTALL)
_LABEL = 300  # characters
_ENTRY = 2_000  # characters that its label is looked for in


class SourceList:
    """Collects the entries of source lists; ``active`` while one is being read."""

    def __init__(self) -> None:
        self.citations: list[Citation] = []
        self.active = False
        self._number: int | None = None  # of the entry that comes next
        self._highest = 0  # number so far

    def opens(self, heading: str) -> None:
        """Told of every heading: it opens a source list or ends one."""
        self.active = SOURCES.fullmatch(heading) is not None
        self._number = None

    def numbers(self, line: str) -> bool:
        """Whether the line is only the number of the entry below it; keeps it."""
        match = _NUMBER_ALONE.fullmatch(line) if self.active else None
        if match:
            self._number = int(match[1])
        return match is not None

    def entry(self, unit: Line) -> Span | None:
        """The span of the entry's words when the paragraph is one of an open list; it becomes a citation."""
        if not self.active or unit.text.startswith("#"):
            return None
        match = _NUMBERED.match(unit.text)
        if match:
            number = int(match[1] or match[2])
        elif self._number is not None:
            number = self._number
        elif _UNNUMBERED.match(unit.text[:500]):
            number = self._highest + 1
        else:
            return None
        self._number = None
        self._highest = max(self._highest, number)
        mark = match or _BULLETED.match(unit.text)
        begin = unit.begin + (mark.end() if mark else 0)
        words = unit.text[begin - unit.begin :][:_ENTRY]
        label = CLOSING_DATE.sub("", " ".join(_DESCRIPTION.split(words, maxsplit=1)[0].split()))
        self.citations.append(Citation(number, label[:_LABEL], (begin, unit.end)))
        return begin, unit.end
