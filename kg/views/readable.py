"""Which sentences can be quoted alone: whole, of a readable length, leaning on no other sentence, and saying themselves who says it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.views.evidence import Evidence

_SHORTEST, _LONGEST = 6, 45  # words
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d[\w,.:-]*")
_ENDED = re.compile(r"[.!?][\"”’')\]]*$")
_MARK = re.compile(r"\[\d{1,3}\]")
_DEMONSTRATIVES = frozenset({"this", "these", "those", "such"})
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))
_CONNECTED = 3  # words among which "however" connects
_OPENING = "“\"'‘("


def one_line(sentence: str) -> str:
    """The words as they stand, in one line."""
    return " ".join(sentence.split())


class Reader:
    """Judges sentences by the words that ``ontology/grammar.ttl`` lists."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._leaning, self._pronouns = lexicon.words("leaning"), lexicon.words("pronoun")
        self._function, self._periods = lexicon.words("function"), lexicon.words("time")

    def stands_alone(self, sentence: str, evidence: Iterable[Evidence]) -> bool:
        """Whether a stranger understands the sentence without those around it; ``evidence`` are claims that it makes."""
        text = one_line(sentence)
        words = _words(text)
        return (
            _SHORTEST <= len(words) <= _LONGEST
            and _ENDED.search(text) is not None
            and not text.lstrip(_OPENING)[:1].islower()
            and _whole(text)
            and not self._leans(words)
            and self._named_first(words)
            and not self._points_outside(words)
            and all(_tells_speaker(one) for one in evidence)
        )

    def content(self, sentence: str) -> frozenset[str]:
        """The words that say something, in lower case."""
        return frozenset(word for word in map(str.lower, _words(sentence)) if word not in self._function and len(word) > 1)

    def _leans(self, words: list[str]) -> bool:
        """Whether it goes on from the sentence before: "They …", "Maduro, however, …", "Since that seizure, …"."""
        connecting = self._leaning - self._function
        return words[0].lower() in self._leaning or words[1].lower() == "that" or any(word.lower() in connecting for word in words[1:_CONNECTED])

    def _named_first(self, words: list[str]) -> bool:
        """Whether somebody or something is named, and before any pronoun that may take it up."""
        first = next((i for i, word in enumerate(words) if word.lower() in self._pronouns), len(words))
        return any(self._names(word, i) for i, word in enumerate(words[:first]))

    def _points_outside(self, words: list[str]) -> bool:
        """Whether a demonstrative takes up what stands before: "these actions", but "this week"."""
        after = (*words[1:], "")
        return any(word.lower() in _DEMONSTRATIVES and following.lower() not in self._periods for word, following in zip(words, after, strict=True))

    def _names(self, word: str, place: int) -> bool:
        """A capital inside a sentence, or a first word that is no function word, stands for somebody or something."""
        return word[0].isupper() and word not in _CALENDAR and (place > 0 or word.lower() not in self._function)


def _words(text: str) -> list[str]:
    """The words without the full stop that ends a sentence ("U.S." loses its last)."""
    return [word.rstrip(".,:") for word in _WORD.findall(text)]


def _whole(text: str) -> bool:
    """Whether quotation marks and brackets are closed, and no citation marks of a digest are in it."""
    paired = text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    return paired and not _MARK.search(text)


def _tells_speaker(one: Evidence) -> bool:
    """Whether the words that put a claim into somebody's mouth stand in its own sentence, not in one before."""
    return all(not speaker.cue or speaker.cue in one.sentence for speaker in one.speakers) and (
        not one.sentence.startswith(("“", '"')) or bool(one.speakers)
    )
