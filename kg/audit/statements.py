"""Sentences as what an audit compares: content words by their stems, names, numbers, times, happenings, hedges and quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.audit.coreferents import named
from kg.audit.likeness import Likeness
from kg.audit.stems import WORD, stem, stems_of
from kg.lexicon import Lexicon
from kg.model import Attribution, Block, Entity, Event, Extraction, Mention, Quantity, Ref, Span, TimeExpression
from kg.normalise import Normalised, normalise

_Record = TypeVar("_Record")

_MARK = re.compile(r"\[(\d{1,3}(?:, ?\d{1,3})*)\]")
_QUOTATION = re.compile(r'"([^"]{2,2000})"')
_QUOTED_WORDS = 4  # of a quotation that is checked word for word; fewer are a name or scare quotes
_DOUBTFUL = ("alleged", "possible")
_CONTEXT = 2  # sentences for which a date holds on
_EXCEPTING = 30  # characters that "with the exception of" may have
_HEDGE_REACH = 3  # content words that an adjective or adverb of doubt governs


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says something. ``key`` is the named entity that it is part of, ``kinds`` what other words for it share."""

    span: Span
    text: str
    stem: str
    key: str | None = None
    kinds: frozenset[str] = frozenset()
    cue: bool = False  # it only says that somebody says


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence. ``hedged`` maps a stem to the word of doubt that stands before it, ``figures`` are numbers that count nothing."""

    doc: str
    span: Span
    text: str  # in plain quotes and single spaces, without citation marks
    block: Block
    words: tuple[Word, ...]
    stems: frozenset[str]
    keys: frozenset[str]
    kinds: frozenset[str]  # of its words
    recalled: frozenset[str]  # stems of what its pronouns and descriptions stand for
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    before: tuple[TimeExpression, ...]  # of the sentences right before, whose day may still hold
    events: tuple[Event, ...]
    claims: int
    figures: tuple[str, ...]
    hedged: Mapping[str, str]
    negated: frozenset[str]  # stems that "not", "no", "failed to" stand right before
    doubted: bool  # a word of doubt stands anywhere
    hedges: bool  # so does one, or somebody else's voice
    quotes: tuple[str, ...]
    cited: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What comparing needs of one document beside its statements."""

    raw: str  # the text as offsets speak of it
    text: str  # its words alone, for quotations
    date: str | None
    named: Mapping[str, tuple[str, Entity]]  # of each named entity, and of what means one, by local id: key across documents, and itself
    unnamed: Mapping[str, Entity]  # of each that is only described, by its local id
    said: Mapping[str, Attribution]  # by local id
    counted: frozenset[tuple[str | None, float]]  # unit and value of each quantity, wherever it stands
    demonstrative: frozenset[int] = frozenset()  # where "that" begins a phrase, and no clause
    described: frozenset[tuple[str, str]] = frozenset()  # a named entity's key, and the stem of a noun that the document says it is


def statements(extraction: Extraction, names: Mapping[Ref, str], lexicon: Lexicon, likeness: Likeness) -> list[Statement]:
    """The sentences of a document in order; ``names`` are the keys of its entities across documents."""
    return _Maker(extraction, names, lexicon, likeness).all()


class _Maker:
    def __init__(self, extraction: Extraction, names: Mapping[Ref, str], lexicon: Lexicon, likeness: Likeness) -> None:
        self._x, self._doc, self._lexicon, self._likeness = extraction, extraction.document, lexicon, likeness
        self._links = {e.id: e.link for e in extraction.entities if e.link}
        self._keys = {local: key for local, (key, _) in named(extraction, names).items()}
        self._blocks = [block.begin for block in self._doc.blocks]
        self._begins = [begin for begin, _ in extraction.sentences]
        self._claims = Counter(claim.sentence for claim in extraction.claims)
        self._events = _grouped(extraction.events, lambda event: event.sentence)
        self._quantities = _grouped(extraction.quantities, lambda quantity: self._sentence(quantity.span))
        self._times = _grouped(extraction.times, lambda time: self._sentence(time.span))
        self._labels = {e.id: e.label for e in extraction.entities}
        mentioned = _grouped(extraction.mentions, lambda mention: self._sentence(mention.span))
        self._meant = {n: sorted({m.entity for m in found}) for n, found in mentioned.items()}
        self._mentions = _grouped([m for m in extraction.mentions if m.entity in self._keys], lambda mention: self._sentence(mention.span))

    def _sentence(self, span: Span) -> int:
        return bisect_right(self._begins, span[0]) - 1

    def all(self) -> list[Statement]:
        """The sentences; where the parser cut them off, the date of a timeline's line goes with what follows, "(see also [2])" with what precedes."""
        found: list[Statement] = []
        heading: Statement | None = None
        for n, (begin, end) in enumerate(self._x.sentences):
            if heading is not None and heading.block != self._block(begin):
                heading = None
            statement = self._statement(n, (heading.span[0] if heading else begin, end), heading.times if heading else ())
            heading = None
            first = statement.block.kind == "timeline" and (n == 0 or self._x.sentences[n - 1][0] < statement.block.begin)
            labels = first and not statement.words  # "2011:" may be read as a number
            if not labels and (statement.words or statement.quantities or not found):
                found.append(statement)
            elif labels or statement.times:
                heading = statement
            elif found[-1].block == statement.block:
                found[-1] = replace(found[-1], cited=tuple(sorted({*found[-1].cited, *statement.cited})))
        return found

    def _block(self, place: int) -> Block:
        n = bisect_right(self._blocks, place)
        return self._doc.blocks[n - 1] if n else Block(place, place)

    def _statement(self, n: int, span: Span, heading: tuple[TimeExpression, ...]) -> Statement:
        normal = normalise(self._doc.text, *span)
        block = self._block(span[0])
        events, quantities = tuple(self._events.get(n, ())), tuple(self._quantities.get(n, ()))
        times = (*heading, *self._times.get(n, ()))
        before = tuple(time for back in range(n - _CONTEXT, n) for time in self._times.get(back, ()))
        reader = _Words(self._lexicon, self._likeness, events, [m for m in self._mentions.get(n, ()) if m.kind == "name"], self._keys, self._links)
        reader.read(normal, [record.span for record in (*quantities, *times)])
        keys = frozenset(self._keys[m.entity] for m in self._mentions.get(n, ())) | {word.key for word in reader.words if word.key}
        after = self._begins[n + 1] if n + 1 < len(self._begins) else len(self._doc.text)
        cited = {int(number) for mark in _MARK.findall(self._doc.text, span[0], max(min(after, block.end), span[1])) for number in mark.split(",")}
        quotes = (quote.strip(" ,.") for quote in _QUOTATION.findall(normal.text) if len(quote.split()) >= _QUOTED_WORDS)
        return Statement(
            doc=self._doc.id,
            span=span,
            text=normal.text,
            block=block,
            words=tuple(reader.words),
            stems=frozenset(word.stem for word in reader.words),
            keys=keys,
            kinds=frozenset(kind for word in reader.words for kind in word.kinds),
            recalled=frozenset(word for local in self._meant.get(n, ()) for word in stems_of(self._labels.get(local, ""))),
            quantities=quantities,
            times=times,
            before=before,
            events=events,
            claims=self._claims[n],
            figures=tuple(reader.figures),
            hedged=reader.hedged,
            negated=frozenset(reader.negated),
            doubted=reader.doubted,
            hedges=reader.doubted or any(e.attribution is not None or e.modality in _DOUBTFUL or self._hearsay(e) for e in events),
            quotes=tuple(quotes),
            cited=tuple(sorted(cited)),
        )

    def _hearsay(self, event: Event) -> bool:
        """ "is said to": somebody's word, of nobody."""
        return event.lemma in self._lexicon.reporting_verbs and "passive" in event.rule and not any(role.role == "agent" for role in event.roles)


class _Words:
    """Goes through the words of one sentence, keeping those that say something, and what negation and doubt stand before."""

    def __init__(
        self,
        lexicon: Lexicon,
        likeness: Likeness,
        events: Sequence[Event],
        mentions: Sequence[Mention],
        keys: Mapping[str, str],
        links: Mapping[str, str],
    ) -> None:
        self._lexicon, self._likeness, self._stop = lexicon, likeness, lexicon.words("function")
        self._inability, self._excepting = lexicon.words("inability"), lexicon.words("excepting")
        self._triggers = {event.trigger[0]: event for event in events}
        self._mentions, self._keys, self._links = mentions, keys, links
        self.words: list[Word] = []
        self.figures: list[str] = []
        self.hedged: dict[str, str] = {}
        self.negated: set[str] = set()
        self.doubted = False

    def read(self, sentence: Normalised, counted: Sequence[Span]) -> None:
        """Words inside the spans ``counted`` (numbers, times) are left out: they are compared by their values."""
        doubt, reach, negates = "", 0, False
        for match in WORD.finditer(sentence.text):
            span, lower = sentence.span(*match.span()), match[0].lower()
            if any(begin <= span[0] < end for begin, end in counted):
                continue
            modal = self._lexicon.modal_words.get(lower) if not self._tells(span) else None
            if lower[0].isdigit():
                self.figures.append(lower.rstrip(".,:"))
            elif modal in _DOUBTFUL:
                self.doubted, doubt, reach = True, lower, _HEDGE_REACH
            elif lower in self._lexicon.negators or self._excepts(sentence.text, match.end()):
                negates = True
            elif lower in self._inability:
                negates = self.doubted = True  # "was unable to": "could not"
            elif modal is None and lower not in self._stop:
                word = self._word(span, match[0])
                self.words.append(word)
                if negates:
                    self.negated.add(word.stem)
                if reach:
                    self.hedged[word.stem] = doubt
                manner = negates and lower.endswith("ly")  # "could not independently verify"
                negates = manner or self._fails(span, sentence.text[match.end() :])
                reach = max(reach - 1, 0)

    def _tells(self, span: Span) -> bool:
        """Whether a word of doubt is a verb here: "CNN reported the strike"."""
        event = self._triggers.get(span[0])
        return event is not None and not event.nominal and event.rule != "adjective" and any(role.role == "agent" for role in event.roles)

    def _excepts(self, text: str, end: int) -> bool:
        """Whether what follows is left out of what is told: "apart from"."""
        before = text[max(0, end - _EXCEPTING) : end].lower()
        return any(before.endswith(words) and not before[: -len(words)][-1:].isalnum() for words in self._excepting)

    def _fails(self, span: Span, rest: str) -> bool:
        """Whether a verb says that what follows did not happen: "failed to", "declined to"."""
        event = self._triggers.get(span[0])
        verb = event.lemma.removesuffix(" to") if event is not None else ""
        return f"verb:{verb}" in self._lexicon.negators and rest.startswith(" to ")

    def _word(self, span: Span, text: str) -> Word:
        event = self._triggers.get(span[0])
        base = event.lemma.split()[0] if event is not None and not event.nominal else text.lower()
        named = next((m.entity for m in self._mentions if m.span[0] <= span[0] < m.span[1]), None)
        key = self._keys[named] if named is not None else self._lexicon.demonyms.get(text)
        if key is not None:
            kinds = self._likeness.seats(self._links.get(named or "", key))
        else:
            kinds = self._likeness.kinds(base, event.type if event is not None else None)
            kinds |= self._likeness.kinds(event.lemma) if event is not None else frozenset()
        return Word(span, text, stem(base), key, kinds, base in self._lexicon.reporting_verbs or base in self._lexicon.light_verbs)


def _grouped(records: Iterable[_Record], sentence: Callable[[_Record], int]) -> dict[int, list[_Record]]:
    found: dict[int, list[_Record]] = {}
    for record in records:
        found.setdefault(sentence(record), []).append(record)
    return found
