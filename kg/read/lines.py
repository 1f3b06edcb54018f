"""Lines of an article and the paragraphs they form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"""[.!?…][")'”’»\]]*(?:\s?\[[^\[\]\s]{1,80}\])*$""")
_BULLET = re.compile(r"(?:[-*+•‣◦▪●·–]|\(?\d{1,2}[.)]|\[\d{1,3}\])(?=\s|$)")
_WRAP_WIDTH = 110  # no line of a hard-wrapped text is longer …
_WRAP_LEAST = 40  # … and one that is shorter was not broken for want of room
_WRAP_SHARE = 0.35  # of its lines that begin in lower case
_STRAY = 0.05  # share of lines that may be longer (a URL)
_ROOM = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its ends. ``blank`` says that a blank line, or nothing, precedes it."""

    begin: int
    end: int
    text: str
    blank: bool


def lines(text: str, begin: int, end: int) -> list[Line]:
    """The lines of ``text[begin:end]`` that hold anything."""
    found: list[Line] = []
    last = begin
    for match in _LINE.finditer(text, begin, end):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            blank = not found or len(_BREAK.findall(text, last, start)) > 1
            found.append(Line(start, start + len(words), words, blank))
            last = found[-1].end
    return found


def ends_sentence(words: str) -> bool:
    """Whether the last characters are those of a whole sentence."""
    return _SENTENCE_END.search(words[-40:]) is not None


def bullet(words: str) -> int:
    """Length of the bullet sign or the number that the line begins with, and of the white space after it."""
    match = _BULLET.match(words)
    return match.end() + len(words[match.end() :]) - len(words[match.end() :].lstrip()) if match else 0


def paragraphs(text: str, rows: list[Line]) -> list[Line]:
    """Lines joined to paragraphs: to a blank line where the text is hard-wrapped, else one line each.

    Even then a long line that ends without a full stop goes on with the next one when that begins in lower case.
    """
    width = _wrap_width(rows)
    groups: list[tuple[Line, Line]] = []  # first and last line of each paragraph
    for row in rows:
        if groups and not row.blank and _continues(groups[-1][1], row, width):
            groups[-1] = (groups[-1][0], row)
        else:
            groups.append((row, row))
    return [first if first is last else Line(first.begin, last.end, text[first.begin : last.end], first.blank) for first, last in groups]


def _wrap_width(rows: list[Line]) -> int:
    """The width that lines were broken at; 0 for a text with one line a paragraph.

    In broken English prose most lines after the first begin in lower case; lines that are paragraphs hardly ever do.
    """
    if sum(len(row.text) > _WRAP_WIDTH for row in rows) > _STRAY * len(rows):
        return 0
    broken = [after for before, after in pairwise(rows) if not after.blank and len(before.text) >= _WRAP_LEAST and not bullet(after.text)]
    small = sum(row.text[0].islower() for row in broken)
    if not small or small < _WRAP_SHARE * len(broken):
        return 0
    return max(len(row.text) for row in rows if len(row.text) <= _WRAP_WIDTH)


def _continues(before: Line, row: Line, width: int) -> bool:
    """Whether ``row``, right below ``before``, is of the same paragraph."""
    if bullet(row.text) or row.text[0] in "#|>" or before.text[0] in "#|":
        return False
    if row.text[0].islower():
        return width > 0 or (len(before.text) >= _WRAP_LEAST and not ends_sentence(before.text))
    # A line with ample room for the word that follows was ended on purpose.
    word = len(row.text.split(None, 1)[0])
    return width > 0 and len(before.text) + 1 + word > _ROOM * width
