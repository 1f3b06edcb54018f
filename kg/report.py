"""What a build tells about itself: ``report.json``. Only ``timings`` may differ between two builds of the same input."""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from kg.model import Document, Extraction, Issue, Run, World
from kg.vocab import KG, NIF

T = TypeVar("T")
#: What is counted of the graph, by the class of its nodes. A sentence counts where a claim quotes it or something in it is mentioned.
_KINDS = {
    "sentences": NIF.Sentence,
    "mentions": NIF.Phrase,
    "entities": KG.Entity,
    "events": KG.Event,
    "claims": KG.Claim,
    "propositions": KG.Proposition,
    "conflicts": KG.Conflict,
}


class Stopwatch:
    """Seconds spent in each stage, in the order of their first start, and the most memory that the process had taken by its end."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.peaks: dict[str, int] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
            self.peaks[name] = peak_memory()

    def each(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """The items; the time it takes to make one, not what is done with it, is the stage's."""
        iterator = iter(items)
        while True:
            with self.stage(name):
                try:
                    item = next(iterator)
                except StopIteration:
                    return
            yield item

    def told(self) -> dict[str, Mapping[str, float]]:
        """For the report."""
        return {"seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.items()}, "peakMiB": dict(self.peaks)}


def peak_memory() -> int:
    """The most memory that this process has had so far, in MiB; 0 on Windows, which does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 << 20 if sys.platform == "darwin" else 1 << 10)


@dataclass(frozen=True, slots=True)
class Report:
    """The content of ``report.json``; keys are those of :meth:`write`'s output.

    ``documents`` has one record an article (id, source, sha256, textSha256, keepText, title, date, sentences, claims),
    ``timings`` the seconds of each stage and the peak of memory after it, the number of words read, the processes that parsed and how many documents
    were ``reused`` from the cache.
    """

    documents: tuple[dict[str, Any], ...]
    counts: dict[str, int]
    issues: tuple[Issue, ...]
    versions: dict[str, str]
    options: dict[str, Any]
    timings: dict[str, Any]

    def write(self, path: Path) -> None:
        """UTF-8 JSON, indented."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8", errors="backslashreplace", newline="\n")


@dataclass(frozen=True, slots=True)
class Held:
    """What the graph holds: its triples, and how many nodes each class has, by IRI."""

    triples: int
    kinds: Mapping[str, int]


def make(world: World, held: Held, issues: Sequence[Issue], run: Run, options: Mapping[str, Any], timings: Mapping[str, Any]) -> Report:
    """The report of a build that ended well; ``options`` are what the graph depends on beside the documents, ``timings`` what may differ."""
    extractions = world.extractions
    return Report(
        documents=tuple(_document(extraction) for extraction in extractions),
        counts={
            "documents": len(extractions),
            **{name: held.kinds.get(kind, 0) for name, kind in _KINDS.items()},
            "triples": held.triples,
            "issues": len(issues),
        },
        issues=tuple(issues),
        versions={"newskg": run.version, "model": run.model, "spacy": version("spacy"), "python": platform.python_version()},
        options=dict(options),
        timings={**timings, "words": sum(len(e.document.text.split()) for e in extractions)},
    )


def _document(extraction: Extraction) -> dict[str, Any]:
    document: Document = extraction.document
    return {
        "id": document.id,
        "source": document.source,
        "sha256": document.sha256,
        "textSha256": document.text_sha256,
        "keepText": document.keep_text,
        "title": document.title,
        "date": document.date,
        "sentences": len(extraction.sentences),
        "claims": len(extraction.claims),
    }
