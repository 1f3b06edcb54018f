"""The whole flow: files → documents → extractions → world → graph, store, page and report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from kg import __version__, ids, nlp, report
from kg.audit.articles import read_digest
from kg.audit.verdicts import Finding
from kg.audit.verdicts import audit as find
from kg.beside import beside
from kg.cache import Cache, salt
from kg.errors import InputError
from kg.export import html, turtle
from kg.extract import extract
from kg.lexicon import Lexicon, load_lexicon
from kg.loading import loading
from kg.manifest import DEFAULT_OPTIONS, FILE, Manifest, Options
from kg.mapping import Progress, Reader, collector_paused, map_documents
from kg.model import Document, Extraction, Issue, Run, World
from kg.processes import cores, forkable
from kg.rdf import Part, parts
from kg.read import gather, named_apart
from kg.report import Held, Report, Stopwatch
from kg.resolve import resolve
from kg.resolve.corrections import load_corrections
from kg.staging import staged
from kg.vocab import RDF

__all__ = ["CACHE", "DEFAULT_RUNNING", "OUTPUTS", "Options", "Running", "build", "extractions", "make", "reader"]

#: What a build writes; anything else in the output folder is the user's, or the cache.
OUTPUTS = frozenset({"graph.ttl", "graph.html", "store", "texts", "report.json", FILE})
CACHE = "cache"
_WORTH = 2_000  # claims whose graph takes longer to make than a process to fork


@dataclass(frozen=True, slots=True)
class Running:
    """How a build runs, which changes no byte of the graph.

    ``workers`` is the number of processes that parse (None: the cores that there are, where it pays), ``cache`` the folder of extractions as seen
    from the output folder, or empty for none; what follows a build uses the build's. ``cluster`` is the address of a Dask scheduler whose workers
    parse instead, or "local".
    """

    workers: int | None = 1
    cache: str = CACHE
    progress: Progress = lambda done, total: None
    cluster: str = ""


DEFAULT_RUNNING = Running()


def build(
    paths: Sequence[str],
    output: Path,
    options: Options = DEFAULT_OPTIONS,
    metadata: Path | None = None,
    stdin: BinaryIO | None = None,
    running: Running = DEFAULT_RUNNING,
) -> Report:
    """Read the articles under ``paths`` ("-" is ``stdin``) and write their graph to the folder ``output``, whole or not at all.

    The same documents and options give the same bytes, whatever the order of ``paths``. Raises a KgError.
    """
    watch = Stopwatch()
    with staged(output, OUTPUTS, frozenset({CACHE})) as folder:
        with watch.stage("read"), collector_paused():
            lexicon = load_lexicon(options.ontology)
            articles, issues = gather(paths, metadata, stdin, options.limits)
        manifest = Manifest(options, tuple(articles), tuple(issues), running.cache)
        return make(folder, output, manifest, reader(output, manifest, lexicon), running, watch)[0]


def make(folder: Path, before: Path, manifest: Manifest, reading: Reader, running: Running, watch: Stopwatch) -> tuple[Report, World]:
    """Write the graph of these articles, and all that goes with it, into a new folder, which is to take the place of ``before``. Raises a KgError."""
    options, lexicon, corrections = manifest.options, reading.lexicon, load_corrections(manifest.options.corrections)
    documents, renamed = named_apart(manifest.articles)
    _need(documents, manifest.issues)
    mapped = map_documents(documents, reading, running.workers, running.progress, watch, running.cluster)
    issues = [*manifest.issues, *renamed, *mapped.issues]
    _need(mapped.documents, mapped.issues)
    with watch.stage("cache"), collector_paused():
        said = list(mapped.extractions())
    processes = _processes(running, said)
    with watch.stage("resolve"), collector_paused():
        world = resolve(said, lexicon, options.min_confidence, corrections)
    settings: dict[str, Any] = {"minConfidence": options.min_confidence, "embedText": options.embed_text, "lexicon": lexicon.sha256}
    settings |= {"corrections": corrections.sha256} if corrections.sha256 else {}
    run = Run(__version__, reading.model.identity, ids.digest(json.dumps(settings, sort_keys=True)), options.base_iri, corrections.sha256)
    held = _write(folder, before, parts(world, lexicon, run, embed_text=options.embed_text), processes, watch)
    keep_texts(documents, folder / "texts")
    manifest.write(folder)
    issues += world.issues
    result = report.make(world, held, issues, run, settings | {"baseIri": options.base_iri}, mapped.effort | watch.told())
    result.write(folder / "report.json")
    if manifest.cache == CACHE:  # any other folder may serve several graphs
        reading.cache.prune(documents)
    return result, world


def _write(folder: Path, before: Path, said: Iterator[Part], processes: int, watch: Stopwatch) -> Held:
    """Write graph, page and store; what they hold. The page is drawn in a process of its own where there are several."""
    page, kinds = html.Page(), Counter[str]()
    with collector_paused(), loading(folder / "store", before, processes) as stored:
        with watch.stage("graph"):
            graph = turtle.Graph(folder)
            stored.feed([turtle.header()])
            for owner, statements in said:
                stored.feed(graph.add(statements, owner))
                taken = graph.taken()
                kinds.update(value for _, predicate, value in taken if predicate == RDF.type and isinstance(value, str))
                page.add(taken)
            stored.feed(graph.end())
        with beside(partial(page.write, folder / "graph.html"), processes) as drawn:
            with watch.stage("graph"):
                graph.write(folder / "graph.ttl")
            stored.written(folder / "graph.ttl")
            with watch.stage("page"):
                drawn.get()
        with watch.stage("store"):  # what is left of it
            stored.wait()
    return Held(graph.triples, kinds)


def _processes(running: Running, said: Sequence[Extraction]) -> int:
    """How many work on what all documents say together: for little that is said, starting another takes longer than it saves."""
    enough = forkable() and sum(len(extraction.claims) for extraction in said) >= _WORTH
    return (cores() if running.workers is None else running.workers) if enough else 1


def reader(output: Path, manifest: Manifest, lexicon: Lexicon) -> Reader:
    """What reads documents as the options say, by way of the cache. Raises a ModelError."""
    model = nlp.find(manifest.options.model)
    folder = output / manifest.cache if manifest.cache else None
    return Reader(model, lexicon, Cache(folder, salt(model.sha256, lexicon.sha256)))


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


def keep_texts(documents: Iterable[Document], folder: Path) -> None:
    """The texts that offsets speak of, where they were derived from the file (HTML, a table's row) and cannot be read from it again."""
    for document in documents:
        if document.keep_text:
            folder.mkdir(exist_ok=True)
            (folder / ids.text_file(document.id)).write_bytes(document.text.encode("utf-8", "surrogatepass"))


def _need(documents: Sequence[object], issues: Sequence[Issue]) -> None:
    if not documents:
        reason = f"{issues[0].file}: {issues[0].reason}" if issues else "the folders hold no file of a kind that is read"
        raise InputError(f"No article could be read ({reason}).")
