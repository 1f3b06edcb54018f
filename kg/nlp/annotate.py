"""A spaCy pipeline run over texts, with the annotations that ``Language.pipe`` gives, in half of its time.

Two parts of spaCy 3.8 cost more than they have to on a CPU. The greedy search of its parser and its entity recogniser gives up the interpreter's
lock, and each of the small functions that it calls for every word takes the lock and gives it up again; :func:`_search` takes the same steps with the
lock held. The attribute ruler tries some 180 patterns at each word, nearly all of which look at that word alone, and the lemmatizer searches lists of
all nouns and verbs; :class:`_Words` remembers what came of them, and asks for all words of a batch that are new at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeAlias, TypeVar

import numpy
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer
from spacy.tokens import Doc

T = TypeVar("T")
#: Annotates documents in place.
Step: TypeAlias = Callable[[list[Doc]], None]
#: What a pattern may ask of a word so that :class:`_Words` can remember the answer.
_LEXICAL = frozenset({"ORTH", "TEXT", "LOWER", "SHAPE", "LENGTH", "IS_ALPHA", "IS_DIGIT", "IS_PUNCT", "IS_SPACE", "TAG", "DEP"})
_BATCH = 50_000  # characters: few enough for the arrays of a batch to stay in caches, and enough to make up for the calls
_MOST_WORDS = 100_000  # that are remembered, in some 30 MB
_ASKED, _TOLD = [ORTH, TAG, DEP], [TAG, DEP, POS, LEMMA]


class Annotator:
    """Runs the components of a pipeline in their order, each over all of a batch."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._steps = list(_steps(nlp))

    def __call__(self, texts: Iterable[tuple[str, T]]) -> Iterator[tuple[Doc, T]]:
        """A ``Doc`` in place of each text, in a stream. Morphological features, which nobody here reads, may be left out."""
        for batch in _batches(texts):
            docs = [self._nlp.make_doc(text) for text, _ in batch]
            for step in self._steps:
                step(docs)
            yield from zip(docs, (beside for _, beside in batch), strict=True)


def _batches(texts: Iterable[tuple[str, T]]) -> Iterator[list[tuple[str, T]]]:
    batch: list[tuple[str, T]] = []
    size = 0
    for text, beside in texts:
        batch.append((text, beside))
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _steps(nlp: Language) -> Iterator[Step]:
    components: list[Any] = [component for _, component in nlp.pipeline]
    while components:
        component, *components = components
        if type(component) in (DependencyParser, EntityRecognizer) and component.cfg["beam_width"] == 1:
            yield partial(_search, component)
        elif components and _Words.covers(component, components[0]):
            yield _Words(component, components.pop(0))
        else:
            yield partial(_run, component)


def _run(component: Any, docs: list[Doc]) -> None:
    if hasattr(component, "pipe"):
        docs[:] = component.pipe(docs, batch_size=max(len(docs), 1))
    else:
        docs[:] = map(component, docs)


def _search(component: Any, docs: list[Doc]) -> None:
    """The transitions of spaCy's ``greedy_parse``, taken one at a time over all documents, as its training takes them."""
    docs = [doc for doc in docs if len(doc)]
    if not docs:
        return
    states = component.moves.init_batch(docs)
    model = component.model.predict(docs)
    open_ones = [state for state in states if not state.is_final()]
    while open_ones:
        open_ones = component.transition_states(open_ones, model.predict(open_ones))
    model.clear_memory()
    component.set_annotations(docs, states)


class _Words:
    """The attribute ruler and the lemmatizer, asked once for each word with its tag and its dependency.

    A document in which a pattern of several words may begin is given to them as it is.
    """

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        listed = lemmatizer.lookups.get_table("lemma_index", {})
        for pos in listed:
            listed[pos] = frozenset(listed[pos])  # some 57,000 nouns, which it would search as a list
        self._longer = Matcher(ruler.vocab)
        self._longer.add("first word", [pattern[:1] for pattern in _patterns(ruler) if len(pattern) > 1])
        self._known: dict[tuple[int, ...], list[int] | None] = {}  # None: a longer pattern may begin

    @staticmethod
    def covers(ruler: Any, lemmatizer: Any) -> bool:
        """Whether these are components whose answers follow from a word with its tag and its dependency."""
        return (
            type(ruler) is AttributeRuler
            and type(lemmatizer) is EnglishLemmatizer
            and lemmatizer.mode in ("rule", "lookup")
            and all(_LEXICAL.issuperset(word) for pattern in _patterns(ruler) for word in pattern)
        )

    def __call__(self, docs: list[Doc]) -> None:
        asked = [list(map(tuple, doc.to_array(_ASKED).tolist())) for doc in docs]
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        new = dict.fromkeys(key for keys in asked for key in keys if key not in self._known)
        if new:
            self._ask(docs[0].vocab, list(new))
        for doc, keys in zip(docs, asked, strict=True):
            found = [self._known[key] for key in keys]
            if None in found:
                self._lemmatizer(self._ruler(doc))
            elif found:
                _write(doc, _TOLD, found)

    def _ask(self, vocab: Any, keys: list[tuple[int, ...]]) -> None:
        """Remember what comes of words that are new, all at once: those that begin no longer pattern make a document, in which no two go together."""
        longer = {start for _, start, _ in self._longer(_document(vocab, keys), allow_missing=True)}
        alone = [key for n, key in enumerate(keys) if n not in longer]
        told = self._lemmatizer(self._ruler(_document(vocab, alone))).to_array(_TOLD).tolist() if alone else []
        self._known |= dict.fromkeys(keys) | dict(zip(alone, told, strict=True))


def _document(vocab: Any, keys: list[tuple[int, ...]]) -> Doc:
    doc = Doc(vocab, words=[vocab.strings[word] for word, _, _ in keys], spaces=[False] * len(keys))
    _write(doc, [TAG, DEP], [(tag, dep) for _, tag, dep in keys])
    return doc


def _write(doc: Any, columns: list[int], rows: list[Any]) -> None:
    doc.from_array(columns, numpy.array(rows, dtype="uint64"))


def _patterns(ruler: Any) -> list[list[dict[str, Any]]]:
    return [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
