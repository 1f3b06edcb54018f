"""Sentences as what an audit compares: content words by their stems, names, numbers, times, happenings, hedges and quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.lexicon import Lexicon
from kg.model import Attribution, Block, Entity, Event, Extraction, Mention, Quantity, Ref, Span, TimeExpression
from kg.normalise import Normalised, normalise

_Record = TypeVar("_Record")

_WORD = re.compile(r"[^\W\d_](?:['.]?[^\W\d_])*|\d[\d.,:]*(?:-\d[\d.,:]*)*")
_MARK = re.compile(r"\[(\d{1,3}(?:, ?\d{1,3})*)\]")
_QUOTATION = re.compile(r'"([^"]{2,2000})"')
_POSSESSIVE = re.compile(r"'s$|s'$")
_QUOTED_WORDS = 4  # of a quotation that is checked word for word; fewer are a name or scare quotes
_DOUBTFUL = ("alleged", "possible")
_CONTEXT = 2  # sentences for which a date holds on
_HEDGE_REACH = 3  # content words that an adjective or adverb of doubt governs
#: Derivational and inflectional endings, longest first, and the letters that must be left before them (after Porter's step 1 to 4, in one pass).
_ENDINGS = tuple(
    sorted(
        "ization isation ations ation ates ated ating ate ments ment ities ity ings ing ions ion ors or ers er ures ure als al ances ance ences ence "
        "ives ive ed es s ies ied ly e y".split(),
        key=lambda ending: (-len(ending), ending),
    )
)
_LEFT = 4
_I = frozenset({"ies", "ied", "y"})  # "policy", "policies" → "polici"; "police" → "polic"
_FORMS = frozenset({"es", "s", "ed", "ies", "ied", "e", "y"})  # endings that may leave three letters


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says something. ``key`` is the named entity that it is part of, ``type`` the event type that it tells of."""

    span: Span
    text: str
    stem: str
    key: str | None = None
    type: str | None = None
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
    types: frozenset[str]
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
    named: Mapping[str, tuple[str, Entity]]  # of each named entity, by its local id: key across documents, and itself
    said: Mapping[str, Attribution]  # by local id
    counted: frozenset[tuple[str | None, float]]  # unit and value of each quantity, wherever it stands
    described: frozenset[tuple[str, str]] = frozenset()  # a named entity's key, and the stem of a noun that the document says it is


def stem(word: str) -> str:
    """What inflected and derived forms of a word share, roughly: "trafficking", "traffickers" → "traffick"."""
    word = _POSSESSIVE.sub("", word.lower()).replace(".", "").replace("'", "")
    for _ in range(2):
        for ending in _ENDINGS:
            left = len(word) - len(ending)
            if word.endswith(ending) and left >= (3 if ending in _FORMS else _LEFT) and not (ending == "s" and word.endswith("ss")):
                word = word[:left] + "i" * (ending in _I)
                break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word


def stems_of(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text)]


def statements(extraction: Extraction, names: Mapping[Ref, str], lexicon: Lexicon) -> list[Statement]:
    """The sentences of a document in order; ``names`` are the keys of its entities across documents."""
    return _Maker(extraction, names, lexicon).all()


class _Maker:
    def __init__(self, extraction: Extraction, names: Mapping[Ref, str], lexicon: Lexicon) -> None:
        self._x, self._doc, self._lexicon = extraction, extraction.document, lexicon
        self._keys = {e.id: names[(self._doc.id, e.id)] for e in extraction.entities if e.named and (self._doc.id, e.id) in names}
        self._blocks = [block.begin for block in self._doc.blocks]
        self._begins = [begin for begin, _ in extraction.sentences]
        self._claims = Counter(claim.sentence for claim in extraction.claims)
        self._events = _grouped(extraction.events, lambda event: event.sentence)
        self._quantities = _grouped(extraction.quantities, lambda quantity: self._sentence(quantity.span))
        self._times = _grouped(extraction.times, lambda time: self._sentence(time.span))
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
            if statement.words or statement.quantities or not found:
                found.append(statement)
            elif statement.times:
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
        reader = _Words(self._lexicon, events, [m for m in self._mentions.get(n, ()) if m.kind == "name"], self._keys)
        reader.read(normal, [record.span for record in (*quantities, *times)])
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
            keys=frozenset(self._keys[m.entity] for m in self._mentions.get(n, ())) | {word.key for word in reader.words if word.key},
            types=frozenset(word.type for word in reader.words if word.type),
            quantities=quantities,
            times=times,
            before=before,
            events=events,
            claims=self._claims[n],
            figures=tuple(reader.figures),
            hedged=reader.hedged,
            negated=frozenset(reader.negated),
            doubted=reader.doubted,
            hedges=reader.doubted or any(e.attribution is not None or e.modality in _DOUBTFUL for e in events),
            quotes=tuple(quotes),
            cited=tuple(sorted(cited)),
        )


class _Words:
    """Goes through the words of one sentence, keeping those that say something, and what negation and doubt stand before."""

    def __init__(self, lexicon: Lexicon, events: Sequence[Event], mentions: Sequence[Mention], keys: Mapping[str, str]) -> None:
        self._lexicon, self._stop = lexicon, lexicon.words("function")
        self._triggers = {event.trigger[0]: event for event in events}
        self._mentions, self._keys = mentions, keys
        self.words: list[Word] = []
        self.figures: list[str] = []
        self.hedged: dict[str, str] = {}
        self.negated: set[str] = set()
        self.doubted = False

    def read(self, sentence: Normalised, counted: Sequence[Span]) -> None:
        """Words inside the spans ``counted`` (numbers, times) are left out: they are compared by their values."""
        doubt, reach, negates = "", 0, False
        for match in _WORD.finditer(sentence.text):
            span, lower = sentence.span(*match.span()), match[0].lower()
            if any(begin <= span[0] < end for begin, end in counted):
                continue
            if lower[0].isdigit():
                self.figures.append(lower.rstrip(".,:"))
            elif self._lexicon.modal_words.get(lower) in _DOUBTFUL:
                self.doubted, doubt, reach = True, lower, _HEDGE_REACH
            elif lower in self._lexicon.negators:
                negates = True
            elif lower not in self._lexicon.modal_words and lower not in self._stop:
                word = self._word(span, match[0])
                self.words.append(word)
                if negates:
                    self.negated.add(word.stem)
                if reach:
                    self.hedged[word.stem] = doubt
                manner = negates and lower.endswith("ly")  # "could not independently verify"
                negates = manner or self._fails(span, sentence.text[match.end() :])
                reach = max(reach - 1, 0)

    def _fails(self, span: Span, rest: str) -> bool:
        """Whether a verb says that what follows did not happen: "failed to", "declined to"."""
        event = self._triggers.get(span[0])
        verb = event.lemma.removesuffix(" to") if event is not None else ""
        return f"verb:{verb}" in self._lexicon.negators and rest.startswith(" to ")

    def _word(self, span: Span, text: str) -> Word:
        event = self._triggers.get(span[0])
        base = event.lemma.split()[0] if event is not None and not event.nominal else text.lower()
        key = next((self._keys[m.entity] for m in self._mentions if m.span[0] <= span[0] < m.span[1]), self._lexicon.demonyms.get(text))
        kind = event.type if event is not None and event.type != "Event" else None
        return Word(span, text, stem(base), key, kind, base in self._lexicon.reporting_verbs or base in self._lexicon.light_verbs)


def _grouped(records: Iterable[_Record], sentence: Callable[[_Record], int]) -> dict[int, list[_Record]]:
    found: dict[int, list[_Record]] = {}
    for record in records:
        found.setdefault(sentence(record), []).append(record)
    return found
