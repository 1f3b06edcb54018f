"""The map stage: documents → what each says by itself, from the cache where it is known, else parsed here or in worker processes."""

from __future__ import annotations

import gc
import platform
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TypeAlias

from kg import cache, nlp, workers
from kg.cache import Cache
from kg.errors import WorkerError
from kg.extract import extract
from kg.lexicon import Lexicon
from kg.model import Document, Extraction, Issue
from kg.processes import cores, forkable
from kg.report import Stopwatch
from kg.workers import Lost

#: Told after each document: how many are done, and of how many.
Progress = Callable[[int, int], None]
#: Reads documents, and gives what each says, packed.
Read: TypeAlias = Callable[[Iterable[Document]], Iterator[bytes]]
Answers: TypeAlias = Generator[tuple[Document, bytes | Lost], None, None]
_FAILED = b"\0"  # in place of a packed extraction, which begins otherwise; the error follows
_BATCH = 25_000  # characters: a second of work, and enough to parse in one go
_WORTH_LOADING = 100_000  # characters that take longer to parse than a process takes to load the model


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading takes; called in any process, it loads the model and gives what reads documents."""

    model: nlp.Model
    lexicon: Lexicon
    cache: Cache

    def __call__(self, watch: Stopwatch | None = None) -> Read:
        watch = watch or Stopwatch()
        with watch.stage("load"), collector_paused():
            parser = nlp.load(self.model.name)

        def read(documents: Iterable[Document]) -> Iterator[bytes]:
            for document, parse in watch.each("parse", parser.parse(documents)):
                with watch.stage("extract"), collector_paused():
                    try:
                        packed = cache.pack(extract(document, parse, self.lexicon))
                        self.cache.put(document, packed)
                    except MemoryError:
                        raise
                    except Exception as error:  # a bug, which should not cost the other articles
                        packed = _FAILED + f"{type(error).__name__}: {error}".encode("utf-8", "replace")
                yield packed

        return read


@dataclass(frozen=True, slots=True)
class Mapped:
    """The documents that were read, in their order; those that ended their process, or at which the rules fail, are left out and told.

    What they say stays packed, in the cache or here: unpacked it takes some twenty times the room, and nobody needs it before all are read.
    """

    documents: list[Document]
    issues: list[Issue]
    effort: dict[str, int]  # how many documents came from the cache, how many processes parsed the others
    _reader: Reader
    _packed: dict[str, bytes]  # by id, of documents that are not in the cache

    def extractions(self) -> Iterator[Extraction]:
        """What the documents say, in their order. An entry of the cache that is gone or damaged by now is made again."""
        read: Read | None = None
        for document in self.documents:
            packed = self._packed.get(document.id)
            said = cache.unpack(document, packed) if packed else self._reader.cache.get(document)
            if said is None:
                read = read or self._reader()
                said = cache.unpack(document, next(read([document])))
            yield said


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The reader in a process of another machine, where program and model have to be the same, and the cache's folder may not be there.

    What is in the cache is not parsed again: a worker that dies may have written what it did not deliver.
    """

    reader: Reader

    def __call__(self) -> Read:
        here = self.reader.cache.folder if self.reader.cache.folder and self.reader.cache.folder.is_dir() else None
        reader = replace(self.reader, cache=replace(self.reader.cache, folder=here))
        if cache.salt(nlp.find(reader.model.name).sha256, reader.lexicon.sha256) != reader.cache.salt:
            raise WorkerError(f"The cluster's worker on {platform.node()} has another newskg, model or library than this machine; install the same.")
        parse = reader()

        def read(documents: Iterable[Document]) -> Iterator[bytes]:
            documents = list(documents)
            known = {document.id: packed for document in documents if (packed := reader.cache.packed(document))}
            fresh = parse([document for document in documents if document.id not in known])
            for document in documents:
                yield known.get(document.id) or next(fresh)

        return read


def map_documents(
    documents: Sequence[Document], reader: Reader, processes: int | None, progress: Progress, watch: Stopwatch, cluster: str = ""
) -> Mapped:
    """Read documents, whose ids differ. ``processes`` None uses the cores where it pays, ``cluster`` is the address of one. Raises a KgError."""
    with watch.stage("cache"):
        kept = {document.id for document in documents if reader.cache.packed(document)}
    new = [document for document in documents if document.id not in kept]
    if kept:
        progress(len(kept), len(documents))
    processes = min(len(new), _worthwhile(new) if processes is None else processes)
    issues: list[Issue] = []
    packed: dict[str, bytes] = {}
    if cluster and new:
        answers = _on_cluster(new, reader, cluster, processes, watch)
    else:
        answers = _beside(new, reader, processes, watch) if processes > 1 else _here(new, reader, watch)
    lost: set[str] = set()
    with closing(answers):
        for done, (document, answer) in enumerate(answers, len(kept) + 1):
            if isinstance(answer, Lost):
                issues.append(Issue(document.source, f'reading "{document.id}" ended its process again and again ({answer.reason}); it was left out'))
                lost.add(document.id)
            elif answer.startswith(_FAILED):
                failure = answer.removeprefix(_FAILED).decode()
                issues.append(Issue(document.source, f'"{document.id}" was left out: this is a bug in newskg ({failure})'))
                lost.add(document.id)
            elif not reader.cache.holds(document):
                packed[document.id] = answer
            progress(done, len(documents))
    effort = {"reused": len(kept), "workers": max(processes, 1)}
    return Mapped([document for document in documents if document.id not in lost], issues, effort, reader, packed)


def _here(documents: Sequence[Document], reader: Reader, watch: Stopwatch) -> Answers:
    if documents:
        yield from zip(documents, reader(watch)(documents), strict=True)


def _beside(documents: Sequence[Document], reader: Reader, processes: int, watch: Stopwatch) -> Answers:
    """In processes that share the model of this one, or, where it cannot be forked, load one each."""
    sizes, fork = [len(document.text) for document in documents], forkable()
    loaded = reader(watch) if fork else None
    for number, answer in watch.each("workers", workers.spread(documents, sizes, _BATCH, (lambda: loaded) if loaded else reader, processes, fork)):
        yield documents[number], answer


def _on_cluster(documents: Sequence[Document], reader: Reader, address: str, processes: int, watch: Stopwatch) -> Answers:
    try:
        from kg import cluster
    except ImportError as error:
        raise WorkerError(f'--cluster needs the extra "cluster" ({error}); install it with: pip install "newskg[cluster]"') from None
    sizes = [len(document.text) for document in documents]
    start = Elsewhere(replace(reader, cache=reader.cache.anywhere()))
    for number, answer in watch.each("cluster", cluster.spread(documents, sizes, _BATCH, start, address, processes)):
        if not isinstance(answer, Lost) and not answer.startswith(_FAILED):
            reader.cache.put(documents[number], answer)  # the workers may have no place to do so
        yield documents[number], answer


def _worthwhile(documents: Sequence[Document]) -> int:
    worth = _BATCH if forkable() else _WORTH_LOADING
    return min(cores(), 1 + sum(len(document.text) for document in documents) // worth)


@contextmanager
def collector_paused() -> Iterator[None]:
    """For work that makes millions of small objects and no cycles: searching them for cycles again and again would take half of its time."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
