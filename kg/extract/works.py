"""Titles and slogans in quotation marks that hold a verb ("Life Is a River", "Face the Coast"): names of something, and nothing that is told."""

from __future__ import annotations

from collections.abc import Iterator

from kg.parse import QUOTATION_MARKS, TITLED, Parse, move

_LONGEST = 8  # words
_SHORT = 4  # letters of a word that a title may write small
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "nmod", "compound", "oprd", "dative", "poss")


def mend_titles(parse: Parse) -> None:
    """Make each such title a noun, in place."""
    for number, (first, after) in enumerate(parse.sentences):
        if parse.kinds[number] not in TITLED:
            for begin, last in _quoted(parse, first, after):
                if _is_title(parse, begin, last):
                    _name(parse, begin, last)


def _quoted(parse: Parse, first: int, after: int) -> Iterator[tuple[int, int]]:
    """First and last word between the quotation marks of a sentence, without the comma or stop before the closing one."""
    opened = None
    for i in range(first, after):
        if parse.words[i] not in QUOTATION_MARKS:
            continue
        if opened is None:
            opened = i
            continue
        last = i - 1
        while last > opened and parse.words[last] in (",", ".", "!"):
            last -= 1
        if opened + 1 < last:
            yield opened + 1, last
        opened = None


def _is_title(parse: Parse, begin: int, last: int) -> bool:
    """Whether every verb and every longer word has a capital, and not all of them are capitals."""
    words = range(begin, last + 1)
    if last - begin >= _LONGEST or not any(parse.pos[i] in ("VERB", "AUX") for i in words):
        return False
    capital = all(parse.words[i][0].isupper() for i in words if len(parse.words[i]) >= _SHORT or parse.pos[i] in ("VERB", "AUX"))
    several = sum(parse.words[i][0].isupper() for i in words) > 1
    return capital and several and not parse.text(begin, last).isupper() and not any(parse.words[i] in (".", "?", ";") for i in words)


def _name(parse: Parse, begin: int, last: int) -> None:
    words = range(begin, last + 1)
    top = next((i for i in words if not begin <= parse.heads[i] <= last and parse.deps[i] != "punct"), None)
    if top is None:
        return  # all of a sentence
    head, dep, noun = parse.heads[top], parse.deps[top], begin - 2
    noun -= noun > 0 and parse.words[noun] == "," and dep not in _NOMINAL
    if noun >= 0 and parse.pos[noun] == "NOUN" and noun not in parse.subtree(top):
        head, dep = noun, "appos"  # "the podcast “So It Went”"
    elif dep not in _NOMINAL:
        dep = "pobj" if parse.pos[head] == "ADP" else "dobj" if parse.pos[head] == "VERB" and head < begin else "appos"
    for child in [c for i in words for c in parse.children[i] if not begin <= c <= last]:
        move(parse, child, head, parse.deps[child])
    move(parse, last, head, dep)
    for i in words:
        if i != last:
            move(parse, i, last, "compound")
        parse.pos[i], parse.tags[i], parse.entity_types[i], parse.entity_starts[i] = "PROPN", "NNP", "WORK_OF_ART", i == begin
