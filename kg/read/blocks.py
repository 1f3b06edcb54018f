"""Which stretches of an article are read, and as what.

News text as it is found mixes sentences with what frames them: titles, section headings, tables of contents, bullets,
datelines, a digest's source list and timeline, notices of the page. A parser that runs a heading into the next sentence
reads things nobody wrote; so each stretch becomes a block of its kind, and what frames nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kg.model import Block, Citation
from kg.read import shapes
from kg.read.lines import Line, bullet, ends_sentence, lines, paragraphs
from kg.read.sources import SourceList

_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+")
_FENCE = ("```", "~~~")
_EMPHASIS = "*_"
_TITLE_WITHIN = 6  # a title is looked for among the first so many paragraphs
_TITLE_WORDS = 4  # of a title right above a list; fewer head only the list ("Key points")
_ENTRY_LENGTH = 300  # characters, of a line of a table of contents
_SPLIT_BACK = 4_000  # characters that a split of a long block may go back for a sentence's end
_SENTENCE_BREAK = re.compile(r"""[.!?]["”’)]*(?=\s)""")


def find_blocks(text: str, begin: int = 0, title: str | None = None, max_block: int = 20_000) -> tuple[tuple[Block, ...], tuple[Citation, ...]]:
    """The blocks of ``text`` from ``begin`` (the end of its front matter) on, in order, and the entries of its source list.

    ``title`` is the one that the metadata gives; where its characters stand only before ``begin``, a headline block marks
    them there. Blocks neither overlap nor begin or end with white space; none is longer than ``max_block`` characters.
    """
    reader = _Reader(text, begin, title)
    blocks = list(reader.read())
    if title and not any(block.kind == "headline" for block in blocks):
        place = text.find(title, 0, begin)
        if place >= 0:
            blocks.insert(0, Block(place, place + len(title), "headline"))
    parts = [part for block in blocks for part in _split(text, block, max_block)]
    return tuple(parts), tuple(reader.sources.citations)


class _Reader:
    """Goes through the paragraphs once, knowing which section it is in."""

    def __init__(self, text: str, begin: int, title: str | None) -> None:
        self.text = text
        self.units = paragraphs(text, lines(text, begin, len(text)))
        self.title = shapes.key(title) if title else ""
        self.headline = False  # found already
        self.body = False  # a paragraph of the body was read already
        self.contents = False  # inside a table of contents
        self.fenced = False  # inside a fence of code
        self.sources = SourceList()

    def read(self) -> Iterator[Block]:
        for index, unit in enumerate(self.units):
            if not self._passed_over(index, unit):
                yield from self._block(index, unit)

    def _passed_over(self, index: int, unit: Line) -> bool:
        """Whether the paragraph is no part of the article's text. Keeps the state of sections."""
        if unit.text.startswith(_FENCE):
            self.fenced = not self.fenced
            return True
        if self.fenced or unit.text.startswith("|"):
            return True
        if self.contents and self._repeats(index, unit):
            return True
        self.contents = _is_contents(unit.text)
        return self.sources.numbers(unit.text) or _frames(unit.text)

    def _repeats(self, index: int, unit: Line) -> bool:
        """Whether a line of a table of contents announces a later one."""
        entry = re.sub(r"\]\([^)]*\)|[\[\]]|\s*\.{3,}\s*\d+$", "", unit.text[bullet(unit.text) :])
        return self._last.get(shapes.key(entry), -1) > index

    @cached_property
    def _last(self) -> dict[str, int]:
        """Where each short line stands last, by its key."""
        return {shapes.key(unit.text): index for index, unit in enumerate(self.units) if len(unit.text) < _ENTRY_LENGTH}

    def _block(self, index: int, unit: Line) -> Iterator[Block]:
        words = unit.text
        if self._is_headline(index, words):
            self.headline = True
            yield self._marked(unit, "headline")
        elif span := self.sources.entry(unit):
            yield Block(*span, "source")
        elif self._heads(index, words):
            self.sources.opens(words.strip("#*_ "))
            yield self._marked(unit, "heading")
        else:
            self.sources.active = False
            yield from self._body(unit)

    def _is_headline(self, index: int, words: str) -> bool:
        if self.headline or self.body or index >= _TITLE_WITHIN:
            return False
        mark = _MARKDOWN_HEADING.match(words)
        if self.title and shapes.key(words) == self.title:
            return True
        if mark:
            return len(mark[1]) == 1
        if not shapes.is_title(words) or bullet(words):
            return False
        follows = next((unit for unit in self.units[index + 1 :] if not _frames(unit.text)), None)
        if follows is None or (_listed(self.units[index + 1].text) and len(words.split()) < _TITLE_WORDS):
            return False
        return follows.blank or len(follows.text) > len(words) or shapes.is_heading(words)

    def _heads(self, index: int, words: str) -> bool:
        """Whether the paragraph heads what follows it."""
        if _MARKDOWN_HEADING.match(words):
            return True
        if _listed(words) or not shapes.is_heading(words) or index + 1 >= len(self.units):
            return False
        follows = self.units[index + 1].text
        return len(follows) > len(words) or ends_sentence(follows) or _listed(follows)

    def _marked(self, unit: Line, kind: str) -> Block:
        """A headline or heading without its markdown signs."""
        mark = _MARKDOWN_HEADING.match(unit.text)
        return self._trimmed(unit.begin + (mark.end() if mark else 0), unit.end, kind, "# " if mark else "")

    def _body(self, unit: Line) -> Iterator[Block]:
        begin = unit.begin + bullet(unit.text)
        if unit.text[0] == ">":
            begin += len(unit.text) - len(unit.text.lstrip("> "))
        words = self.text[begin : unit.end]
        if not any(c.isalnum() for c in words[:1000]):
            return
        if shapes.TIMELINE.match(words):
            yield Block(begin, unit.end, "timeline")
            return
        if begin > unit.begin and bullet(unit.text):
            yield Block(begin, unit.end, "item")
            return
        if cut := self._dateline(words):
            yield self._trimmed(begin, begin + cut, "dateline", "")
            begin += cut
        elif split := shapes.run_in_heading(words):
            yield Block(begin, begin + split[0], "heading")
            begin += split[1]
        self.body = True
        yield Block(begin, unit.end, "text")

    def _dateline(self, words: str) -> int:
        """Length of a dateline: at the article's first paragraph, later only with the agency's name in brackets."""
        cut = shapes.dateline(words)
        return cut if cut and (not self.body or "(" in words[:cut]) else 0

    def _trimmed(self, begin: int, end: int, kind: str, signs: str) -> Block:
        words = self.text[begin:end]
        signs += _EMPHASIS + " \t\r\n"
        return Block(begin + len(words) - len(words.lstrip(signs)), begin + len(words.rstrip(signs)), kind)


def _listed(words: str) -> bool:
    """Whether a line is one of a list."""
    return bullet(words) > 0 or shapes.TIMELINE.match(words) is not None


def _is_contents(words: str) -> bool:
    return len(words) < 40 and shapes.CONTENTS.fullmatch(words.strip("#*_ ")) is not None


def _frames(words: str) -> bool:
    """Whether a line is no part of the article: the page's own words, or the title of a table of contents."""
    return _is_contents(words) or shapes.is_boilerplate(words)


def _split(text: str, block: Block, most: int) -> Iterator[Block]:
    """A block in parts of ``most`` characters at most, cut after a sentence, else at white space, else anywhere."""
    begin = block.begin
    while block.end - begin > most:
        window = text[max(begin, begin + most - _SPLIT_BACK) : begin + most + 1]
        base = begin + most + 1 - len(window)
        stops = [match.end() for match in _SENTENCE_BREAK.finditer(window)]
        cut = base + (stops[-1] if stops else len(window.rpartition(" ")[0]) or len(window) - 1)
        yield Block(begin, begin + len(text[begin:cut].rstrip()), block.kind)
        while cut < block.end and text[cut].isspace():
            cut += 1
        begin = cut
    yield Block(begin, block.end, block.kind)
