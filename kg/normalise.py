"""Text made easy to parse, with a map back to the offsets of the text it was made from.

News text comes with typographic quotes, no-break hyphens, soft hyphens, citation marks and words that lost the
space between them ("Sea.The storm"). A parser trained on clean text stumbles over each; evidence has to be quoted as
it stands. So the parser gets :func:`normalise`'s text, and every span goes back through :meth:`Normalised.span`.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field, replace

#: Characters that are replaced one for one.
REPLACED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
    "\u2015": "\u2014",  # a horizontal bar, which is written for a dash
    **dict.fromkeys((chr(code) for code in range(0xD800, 0xE000)), "\ufffd"),  # lone surrogates cannot be encoded
}
_REPLACEABLE = re.compile("[" + "".join(c for c in REPLACED if c < "\ud800" or c > "\udfff") + "\ud800-\udfff]")

# Soft hyphen, zero-width and bidirectional controls, BOM inside the text, and control characters that are no white space.
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
# Of Markdown: strong emphasis, and all of a link but its words. "[1](https://…)" is left to be a citation mark.
_TARGET = r"\((?:https?://|mailto:|[/#])[^\s()]{0,2000}\)"
_LINK = rf"\[(?!\d{{1,3}}\])(?=[^\[\]\n]{{1,300}}\]{_TARGET})|(?<!\[\d)(?<!\[\d\d)\]{_TARGET}|(?:(?<=\[\d\])|(?<=\[\d\d\])){_TARGET}"
# "(T)hose who", "[t]he court": the case of a quotation's first letter was changed.
_CASED = r"(?<!\w)(?:\([A-Z]\)|\[[A-Za-z]\])(?=[a-z]{2})"
# "2, 875 people", "2. 4 percent": a wire put a space into the number. Not "100, 200 and 300", nor behind a day ("On May 2, 120 died").
_SPLIT = (
    r"(?:(?<=[\s($]\d,)|(?<=[\s($]\d\d,)|(?<=[\s(]\d\d\d,))[ ](?=\d{3}(?!\d|,?[ ](?:and|or|to)[ ]\d|,[ ]\d))"
    r"|(?:(?<=[\s(]\d\.)|(?<=[\s(]\d\d\.)|(?<=[\s(]\d\d\d\.))[ ](?=\d{1,2}(?:%|[ ](?:per[ ]?cent|[mbtr]{1,2}illion)))"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Nos?)[a-z]{0,6}\.?"
_NOT_SPLIT = re.compile(rf"(?:\b{_MONTHS}|,|\b(?:aged?|age of|(?:[Oo]f|to|[Aa]mong) (?:the|these|those))) \d{{1,3}},\Z")
_RARE = re.compile(rf"[{_INVISIBLE}\u0300-\u036f]|\*\*|\]\(|[(\[][A-Za-z][)\]][a-z]|\d[,.][ ]\d")
_RARE_RUN = re.compile(rf"[A-Za-z][{_INVISIBLE}\u0300-\u036f]+|[{_INVISIBLE}]+|\*[*{_INVISIBLE}]*\*|{_LINK}|{_CASED}|{_SPLIT}")
_BRACKETED = re.compile(r"[(\[][A-Za-z][)\]]")
_COMBINING = re.compile("[\u0300-\u036f]")
_INVISIBLE_CHARACTER = re.compile(f"[{_INVISIBLE}]")

# Where something may have to be done. A plain space between words is by far the commonest gap and is passed over. The pattern
# begins with one set of characters, which the regular expression engine scans for four times as fast as for alternatives.
_WORK = re.compile(r"""[\s"\[.,;:!?](?:(?<=[^ .,;:!?])|(?<=[ ])(?=\s|\[\d|\Z)|(?<=\A[ ])|(?<=[.,;:!?])(?=[^\W\d_]))""")
# The look-ahead of a mark keeps the result stable: taking "[9]" out of "[1,[9] 2]" would leave a new mark.
_MARK = r"\[\d{1,3}(?:,[ ]?\d{1,3})*\](?![ ]?\d{1,3}[\],])"
_GAP = re.compile(rf"(?:\s|{_MARK})+")
_NUMBER = re.compile(r"\d+")
_MARK_ONLY = re.compile(_MARK)
_SPACE = re.compile(r"\s")

_ENDLESS = re.compile(r"\S{200}(?=\S)")

_CLOSING = frozenset(".,;:!?)")
_OPENING = frozenset("“„«")
_WORD = re.compile(r"[^\W\d_]+")
_PROTECTED = re.compile(r"[/\\@_&=#<>|~]|www\.", re.IGNORECASE)  # of URLs, addresses, paths, entities, code
_CHUNK_EDGE = re.compile(r"""[\s"\[\]()]""")
_DOTTED_BEFORE = re.compile(r"\.[^\W\d_]{2,}\Z")
_INITIALS_BEFORE = re.compile(r"(?<![^\W_])[A-Z]\.(?:[A-Z]\.)*[A-Z]\Z")
_PARTS = 16  # parts of the result that are looked back at
_CHUNK = 80  # characters looked at on either side of a suspected glue, so that the whole stays linear
_SUFFIXES = frozenset({"com", "org", "net", "gov", "edu", "int", "mil", "info", "Com", "Org", "Net"})


@dataclass(frozen=True, slots=True)
class Normalised:
    """Text for the parser.

    ``origin[i]`` is the offset, in the text it was made from, of character ``i``; it never falls, and
    ``origin[len(text)]`` is the end of the stretch. A space that was put in has the origin of the character after it.
    ``citations`` lists (offset in ``text``, number) of every "[1]" that was taken out: the offset of the end of the words it
    follows, so a mark belongs to the sentence with ``begin < offset <= end``.
    """

    text: str
    origin: array[int]
    citations: tuple[tuple[int, int], ...] = ()
    _widths: dict[int, int] = field(default_factory=dict)  # original offset of a character that was composed -> its length there

    def spelled(self, text: str) -> Normalised:
        """The same in letters of another case."""
        return replace(self, text=text)

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``text[begin:end]`` came from, without white space at its ends."""
        while end > begin and self.text[end - 1] == " ":
            end -= 1
        while begin < end and self.text[begin] == " ":
            begin += 1
        first = self.origin[begin]
        if begin == end:
            return first, first
        last = self.origin[end - 1]
        return first, last + self._widths.get(last, 1)


def normalise(text: str, begin: int = 0, end: int | None = None) -> Normalised:
    """``text[begin:end]`` with straight quotes, plain hyphens, single spaces, separated words and no citation marks.

    Linear in length. Stable: normalising the result again changes nothing. Never longer than twice the input.

    >>> normalise("The U.S.military, lawmakers,who “knew” [1][2].").text
    'The U.S. military, lawmakers, who "knew".'
    """
    end = len(text) if end is None else end
    raw, kept, widths = _visible(text[begin:end], begin)
    work = _Pass(raw, begin if kept is None else 0)
    work.run()
    origin = work.origin if kept is None else array("q", map(kept.__getitem__, work.origin))
    origin.append(end)
    text = "".join(work.parts)
    if _ENDLESS.search(text):
        text, origin, work.citations = _broken(text, origin, work.citations)
    return Normalised(text, origin, tuple(work.citations), widths)


def _broken(text: str, origin: array[int], citations: list[tuple[int, int]]) -> tuple[str, array[int], list[tuple[int, int]]]:
    """Spaces put into what is no word: a tokenizer takes brackets off one by one, and copies the rest each time."""
    cuts = [match.end() for match in _ENDLESS.finditer(text)]
    edges = list(zip([0, *cuts], [*cuts, len(text)], strict=True))
    places = array("q")
    for begin, stop in edges:
        places.extend(origin[begin:stop])
        places.append(origin[stop])  # of the space, and after the last part of the end
    return " ".join(text[begin:stop] for begin, stop in edges), places, [(offset + bisect_left(cuts, offset), number) for offset, number in citations]


def _visible(text: str, begin: int) -> tuple[str, array[int] | None, dict[int, int]]:
    """The text without invisible characters and markup, with accents composed; origins are None when nothing had to change."""
    if not _RARE.search(text):
        return text, None, {}
    parts: list[str] = []
    origin = array("q")
    widths: dict[int, int] = {}
    position = 0
    for match in _RARE_RUN.finditer(text):
        start, stop = match.span()
        if match[0] == " " and _NOT_SPLIT.search(text, max(0, start - 20), start):
            continue
        parts.append(text[position:start])
        origin.extend(range(begin + position, begin + start))
        position = stop
        if _BRACKETED.fullmatch(match[0]):  # the letter stands for all three
            parts.append(match[0][1])
            origin.append(begin + start)
            widths[begin + start] = stop - start
            continue
        if not match[0][0].isalpha():  # nothing of it is a word's
            continue
        composed = unicodedata.normalize("NFC", _INVISIBLE_CHARACTER.sub("", match[0]))
        parts.append(composed)
        origin.extend(range(begin + start, begin + start + len(composed)))
        if _COMBINING.search(match[0]):
            last = start + len(composed) - 1
            widths[begin + last] = stop - last
    parts.append(text[position:])
    origin.extend(range(begin + position, begin + len(text)))
    return "".join(parts), origin, widths


class _Pass:
    """One pass over a text: what is kept is copied, each find decides by itself what takes its place."""

    def __init__(self, raw: str, base: int) -> None:
        self.raw = raw  # before quotes are straightened: their direction tells opening from closing
        self.text = _REPLACEABLE.sub(lambda match: REPLACED[match[0]], raw)
        self.base = base  # offset of the text's first character
        self.parts: list[str] = []
        self.origin = array("q")
        self.length = 0
        self.citations: list[tuple[int, int]] = []
        self.quoted = False

    def run(self) -> None:
        position = 0
        for match in _WORK.finditer(self.text):
            start = match.start()
            if start < position:  # inside a gap that is dealt with
                continue
            mark = self.text[start]
            if mark == '"':
                before, after = self._quote(start, self._left(position, start)[-1:])
                cut = start if before else start + 1
                if before or after:
                    self._copy(position, cut)
                    self._space(cut)
                    position = cut
            elif mark in ".,;:!?":
                if self._glued(start, self._left(position, start)):
                    self._copy(position, start + 1)
                    self._space(start + 1)
                    position = start + 1
            elif gap := _GAP.match(self.text, start):
                self._copy(position, start)
                self._gap(gap[0], start, gap.end())
                position = gap.end()
        self._copy(position, len(self.text))

    def _copy(self, start: int, stop: int) -> None:
        if stop > start:
            self.parts.append(self.text[start:stop])
            self.origin.extend(range(self.base + start, self.base + stop))
            self.length += stop - start

    def _left(self, position: int, place: int) -> str:
        """The end of the result so far, followed by what stands between ``position``, up to which it goes, and ``place``."""
        if place - position >= _CHUNK:
            return self.text[place - _CHUNK : place]
        return ("".join(self.parts[-_PARTS:]) + self.text[position:place])[-_CHUNK:]

    def _space(self, place: int) -> None:
        self.parts.append(" ")
        self.origin.append(self.base + place)
        self.length += 1

    def _gap(self, gap: str, start: int, stop: int) -> None:
        marks = _MARK_ONLY.findall(gap) if "[" in gap else []
        self.citations += [(self.length, int(number)) for mark in marks for number in _NUMBER.findall(mark)]
        if not self.length or stop == len(self.text) or (marks and self.text[stop] in _CLOSING):
            return
        white = _SPACE.search(gap)
        if white:
            self._space(start + white.start())
        elif self.text[stop] != '"':
            self._space(stop)

    def _quote(self, place: int, before: str) -> tuple[bool, bool]:
        """Whether a space is missing before or after the quotation mark; keeps count of whether one is open."""
        text, mark, before = self.text, self.raw[place], before or " "
        after = text[place + 1] if place + 1 < len(text) else " "
        slipped = not self.quoted and before in ",;:" and after.isalpha()  # a closing mark where only an opening one makes sense
        opens = mark in _OPENING or slipped or (mark == '"' and not self.quoted)
        self.quoted = opens
        if not after.isalnum():
            return False, False
        if mark in _OPENING:
            return before.isalpha() or before in ".,;:!?", False
        if before in ",;:":
            return opens, not opens
        return False, before in ".!?" or (mark != '"' and before.isalpha())

    def _glued(self, place: int, left: str) -> bool:
        """Whether the punctuation mark at ``place``, with a letter right after it, has lost its space. ``left`` is what precedes it."""
        mark, before = self.text[place], left[-1:]
        if not (before.isalnum() or before in (".", ")", "%", "'", '"')) or not self._prose(place, left):
            return False
        if mark in ",;":
            return True
        word = _word_after(self.text, place + 1)
        capitalised = word[:1].isupper() and (word[1:2].islower() or (word in ("A", "I") and self.text[place + 2 : place + 3] == " "))
        if mark == ".":
            return (capitalised or _initialism(left, word)) and not self._dotted(place, left, word)
        return capitalised and (mark != ":" or left[-3:].isalpha())

    def _dotted(self, place: int, left: str, word: str) -> bool:
        """Whether the full stop is part of a dotted name: "U.N.org", "Yahoo.Com", "System.Text.Json"."""
        if word in _SUFFIXES or _DOTTED_BEFORE.search(left):
            return True
        stop = place + 1 + len(word)
        return len(word) > 1 and self.text[stop : stop + 1] == "." and self.text[stop + 1 : stop + 2].isalpha()

    def _prose(self, place: int, left: str) -> bool:
        """Whether the chunk around ``place`` is words, not a URL, an address, a path or code."""
        before = _CHUNK_EDGE.split(left)[-1]
        after = _CHUNK_EDGE.search(self.text, place, place + _CHUNK)
        return not _PROTECTED.search(before) and not _PROTECTED.search(self.text, place, after.start() if after else place + _CHUNK)


def _word_after(text: str, place: int) -> str:
    match = _WORD.match(text, place, place + _CHUNK)
    return match[0] if match else ""


def _initialism(left: str, word: str) -> bool:
    """Whether "U.S." ends with the full stop after ``left`` and an ordinary word follows ("U.S.military")."""
    return word.islower() and len(word) > 1 and _INITIALS_BEFORE.search(left[-8:]) is not None
