"""What a sentence itself calls somebody or something without a name, without the words that other sentences have for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTES, _ARTICLE = re.compile('["“”]'), re.compile(r"^(the|an?|no|not)\s+", re.I)  # a claim's polarity says what "no" says
_OWNER = re.compile(r"^(the|an?|his|her|its|their|our|my|your)(\s+|$)", re.I)
_BARE = re.compile(r"(not |never |again )?(to |[a-z]+ing\b)")
_TO = re.compile(r"(not |never |again )?to ")
#: Pronouns, and what an ellipsis leaves ("and pursued a third"): the node's label has the noun.
_STAND_INS = frozenset(
    "it its this that these those they them their he him his she her one ones who which whom whose "
    "our ours us ourselves my mine me another first second third fourth fifth sixth seventh eighth ninth tenth".split()
)


def mentioned(mentions: Iterable[tuple[str, str]], sentence: str, happening: bool, besides: str = "") -> str:
    """The fullest of a node's mentions (IRI and words) within a sentence; empty where none says more than a pronoun.

    Mentions and sentences bear their offsets in their IRIs. Of a verb's happening its label says more than its one word. ``besides`` is the
    lemma of a verb that says no more than the noun that the node is called by: "gave a speech" is told of the speech.
    """
    document, _, span = sentence.partition("#char=")
    if not span:
        return ""
    begin, end = map(int, span.split(","))
    found = []
    for mention, words in mentions:
        place, _, offsets = mention.rpartition("/mention/")
        if place == document:
            first, last = map(int, offsets.split("-")[:2])
            of_verb = bool(besides) and " " not in words and words[:2].lower() == besides[:2]
            if begin <= first and last <= end and not of_verb and not _stands_in(words):
                found.append((first - last, first, words))
    words = min(found)[2] if found else ""
    return "" if happening and not besides and " " not in words else _ARTICLE.sub("", _QUOTES.sub("", words))


def without_doer(happening: str, doer: str, told_of: bool = False) -> str:
    """What an infinitive's or a gerund's happening is called beside its doer: "to resign" of "the mayor to resign"; any other words stay.

    Where the happening is what the claim tells of (``told_of``), a gerund may be a noun's: "oil trading" has oil for its patient.
    """
    name = _OWNER.sub("", doer).lower()
    before, found, after = happening.partition(f"{_OWNER.sub('', happening)[: len(name)]} ") if name else ("", "", "")
    alone = not _OWNER.sub("", before) and found.lower() == f"{name} " and _BARE.match(after)
    return after if alone and not (told_of and not _TO.match(after)) else happening


def _stands_in(words: str) -> bool:
    """A pronoun, or some of those whom one means: "most of them"."""
    plain = _ARTICLE.sub("", words).lower()
    _, of, pronoun = plain.rpartition(" of ")
    return plain in _STAND_INS or (bool(of) and pronoun in _STAND_INS)
