"""A parsed document as plain columns.

spaCy's token objects cost about a microsecond an attribute; extraction asks for hundreds of attributes a token. So a document's
parse is copied once into lists that are indexed by token number, over all its blocks, and spaCy is left behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import Span

QUOTATION_MARKS = frozenset({'"', "``", "''"})
#: What writers set for a dash, and all that breaks a phrase.
DASHES = frozenset({"-", "–", "—", "--"})
BREAKS = DASHES | {",", "(", ";", ":"}
#: Kinds of sentences that may be written in title case.
TITLED = ("headline", "heading")
#: The kind of what leads a turn in a transcript: "RUIZ:".
SPEAKER = "speaker"


@dataclass(slots=True)
class Parse:
    """Columns of one document's tokens, and its sentences as token ranges.

    ``begins`` and ``ends`` are offsets in the document's text; ``words`` are the normalised words that the parser read. ``heads`` are
    absolute token numbers, a root heads itself. ``entity_types`` are OntoNotes labels ("" outside), ``entity_starts`` marks first tokens.
    """

    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    entity_types: list[str] = field(default_factory=list)
    entity_starts: list[bool] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)  # white space follows
    sentence_of: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)  # of each sentence: its block's kind
    citations: list[tuple[int, ...]] = field(default_factory=list)  # of each sentence: numbers of a digest's sources
    children: list[list[int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Offsets in the document of tokens ``first`` to ``last``, both included."""
        return self.begins[first], self.ends[last]

    def text(self, first: int, last: int) -> str:
        """The normalised words of tokens ``first`` to ``last``, both included."""
        parts = []
        for i in range(first, last + 1):
            parts.append(self.words[i])
            if self.spaced[i] and i < last:
                parts.append(" ")
        return "".join(parts)

    def subtree(self, token: int, stop: frozenset[str] = frozenset()) -> list[int]:
        """Token numbers below and including ``token``, in order; children whose dependency is in ``stop`` are left out."""
        found, stack = [], [token]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(c for c in self.children[i] if self.deps[c] not in stop)
        found.sort()
        return found

    def quoted(self, token: int, start: int | None = None) -> bool:
        """Whether a quotation mark is open before ``token``, counted from ``start`` or from the beginning of its sentence."""
        first = self.sentences[self.sentence_of[token]][0] if start is None else start
        return sum(map(QUOTATION_MARKS.__contains__, self.words[first:token])) % 2 == 1

    def left(self, token: int) -> int:
        """The first token of the phrase headed by ``token``."""
        while self.children[token] and self.children[token][0] < token:
            token = self.children[token][0]
        return token

    def right(self, token: int) -> int:
        """The last token of the phrase headed by ``token``."""
        while self.children[token] and self.children[token][-1] > token:
            token = self.children[token][-1]
        return token

    def child(self, token: int, *deps: str) -> int | None:
        """The first child with one of these dependencies."""
        for c in self.children[token]:
            if self.deps[c] in deps:
                return c
        return None

    def all(self, token: int, *deps: str) -> list[int]:
        """The children with one of these dependencies, in order."""
        found = []
        for c in self.children[token]:
            if self.deps[c] in deps:
                found.append(c)  # noqa: PERF401  # with so few children, a comprehension takes longer to set up than to run
        return found

    def conjuncts(self, token: int) -> Iterator[int]:
        """``token`` and what is coordinated with it, in order."""
        stack = [token]
        while stack:
            i = stack.pop()
            yield i
            stack += reversed(self.all(i, "conj"))

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above ``token``, nearest first; no more than there are words, so that reading ends whatever a mended parse has come to."""
        for _ in self.heads:
            if self.heads[token] == token:
                return
            token = self.heads[token]
            yield token


def move(parse: Parse, token: int, head: int, dep: str) -> None:
    """Hang a token below another one; where that lies below the token itself, nothing is moved."""
    if head == token or token in parse.ancestors(head):
        return
    if parse.heads[token] != token:
        parse.children[parse.heads[token]].remove(token)
    parse.heads[token], parse.deps[token] = head, dep
    parse.children[head].append(token)
    parse.children[head].sort()
