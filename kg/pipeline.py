"""The whole flow: files → documents → extractions → world → graph, store, page and report."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kg import __version__, ids, nlp, report, store
from kg.audit.articles import read_digest
from kg.audit.verdicts import Finding
from kg.audit.verdicts import audit as find
from kg.errors import InputError
from kg.export import html, turtle
from kg.extract import extract
from kg.lexicon import load_lexicon
from kg.model import Document, Extraction, Issue, Run
from kg.rdf import quads
from kg.read import Limits, read_documents
from kg.report import Report, Stopwatch
from kg.resolve import resolve
from kg.staging import staged

#: Told after each document: how many are done, and of how many.
Progress = Callable[[int, int], None]
#: What a build writes; anything else in the output folder is the user's.
OUTPUTS = frozenset({"graph.ttl", "graph.html", "store", "texts", "report.json"})


@dataclass(frozen=True, slots=True)
class Options:
    """What the graph depends on beside the documents."""

    ontology: tuple[Path, ...] = ()
    model: str = nlp.DEFAULT_MODEL
    base_iri: str = "urn:newskg:"
    min_confidence: float = 0.0
    embed_text: bool = False
    limits: Limits = field(default_factory=Limits)


def build(
    paths: Sequence[str],
    output: Path,
    options: Options = Options(),
    metadata: Path | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = lambda done, total: None,
) -> Report:
    """Read the articles under ``paths`` ("-" is ``stdin``) and write their graph to the folder ``output``, whole or not at all.

    The same documents and options give the same bytes, whatever the order of ``paths``. Raises a KgError.
    """
    watch = Stopwatch()
    with staged(output, OUTPUTS) as folder:
        with watch.stage("read"), _collector_paused():
            lexicon = load_lexicon(options.ontology)
            documents, issues = read_documents(paths, metadata, stdin, options.limits)
            _need(documents, issues)
        with watch.stage("load"), _collector_paused():
            parser = nlp.load(options.model)
        extractions = []
        for document, parse in watch.each("parse", parser.parse(documents)):
            with watch.stage("extract"), _collector_paused():
                extractions.append(extract(document, parse, lexicon))
            progress(len(extractions), len(documents))
        with watch.stage("resolve"), _collector_paused():
            world = resolve(extractions, lexicon, options.min_confidence)
        settings = {"minConfidence": options.min_confidence, "embedText": options.embed_text, "lexicon": lexicon.sha256}
        run = Run(__version__, parser.identity, ids.digest(json.dumps(settings, sort_keys=True)), options.base_iri)
        with _collector_paused(), ThreadPoolExecutor(1) as beside:
            with watch.stage("graph"):
                statements = turtle.write(quads(world, lexicon, run, embed_text=options.embed_text), folder / "graph.ttl")
            stored = beside.submit(store.build, folder / "graph.ttl", folder / "store")  # runs outside the interpreter's lock
            with watch.stage("page"):
                html.write(statements, folder / "graph.html")
            with watch.stage("store"):  # what is left of it
                stored.result()
        keep_texts(documents, folder / "texts")
        result = report.make(world, len(statements), issues, run, settings | {"baseIri": options.base_iri}, watch)
        result.write(folder / "report.json")
    return result


def extractions(documents: Iterable[Document], options: Options) -> Iterator[Extraction]:
    """What each document says, before anything is resolved; in the order of ``documents``. Raises a KgError."""
    lexicon = load_lexicon(options.ontology)
    for document, parse in nlp.load(options.model).parse(documents):
        yield extract(document, parse, lexicon)


def audit(digest: Path, articles: Sequence[str], options: Options, metadata: Path | None = None) -> tuple[list[Finding], list[Issue]]:
    """What of a digest stands in the articles (paths, or the output folder of a build), sentence by sentence. Raises a KgError."""
    own, others, issues = read_digest(digest, articles, metadata, options.limits)
    lexicon = load_lexicon(options.ontology)
    first, *rest = (extract(document, parse, lexicon) for document, parse in nlp.load(options.model).parse([own, *others]))
    return find(first, rest, resolve([first, *rest], lexicon).names, lexicon), issues


@contextmanager
def _collector_paused() -> Iterator[None]:
    """For work that makes millions of small objects and no cycles: searching them for cycles again and again would take half of its time."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def keep_texts(documents: Iterable[Document], folder: Path) -> None:
    """The texts that offsets speak of, where they were derived from the file (HTML, a table's row) and cannot be read from it again."""
    for document in documents:
        if document.keep_text:
            folder.mkdir(exist_ok=True)
            (folder / f"{ids.segment(document.id)}.txt").write_bytes(document.text.encode("utf-8", "surrogatepass"))


def _need(documents: Sequence[Document], issues: Sequence[Issue]) -> None:
    if not documents:
        reason = f"{issues[0].file}: {issues[0].reason}" if issues else "the folders hold no .txt, .md, .html, .jsonl or .csv file"
        raise InputError(f"No article could be read ({reason}).")
