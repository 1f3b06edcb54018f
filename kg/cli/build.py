"""``kg build``: articles in, a folder with the graph out."""

from __future__ import annotations

import os
import re
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import reading, running, tell_issues

if TYPE_CHECKING:
    from kg.mapping import Progress
    from kg.read import Limits
    from kg.report import Report

_COUNTED = (
    ("document", "documents"), ("entity", "entities"), ("event", "events"), ("claim", "claims"), ("conflict", "conflicts"), ("issue", "issues"),
)  # fmt: skip
_EACH = 60  # seconds between two lines of progress
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#:]")


def _base_iri(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not _IRI.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no absolute IRI that ends in '/', '#' or ':', such as https://example.org/news/.")
    return value


@click.command(
    epilog="""\b
Examples:
  kg build seeds/
  kg build articles/ more.jsonl -o output/ --metadata articles.csv
  kg build articles/ --cluster tcp://10.0.0.5:8786
  kg build articles/ --ontology my-events.ttl --base-iri https://example.org/news/
  pdftotext report.pdf - | kg build - -o report/
\b
Corrections, one a line; a name with spaces around a sign or a small word is quoted, "in" tells which article's is meant:
  # who is who
  same "Wei Lin" = Lin Wei
  different "Smith" in court-monday | "Smith" in cup-final
  drop "Click Here"
  retype Minerva as Vessel
  rename Maduro to "Nicolás Maduro"
  link Ruva to https://www.wikidata.org/entity/Q1
"""
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help="Folder to write.")
@reading
@click.option("--base-iri", default="urn:newskg:", show_default=True, callback=_base_iri, help="What the IRIs of the data begin with.")
@click.option("--corrections", type=click.Path(path_type=Path), help="Text file that says who is who; see below.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="State no plain triple for claims below this.")
@click.option("--embed-text", is_flag=True, help="Put each article's whole text into the graph (nif:isString).")
@click.option("--cache", type=click.Path(path_type=Path), metavar="DIR", help="Where to keep what was parsed. Default: OUTPUT/cache.")
@click.option("--no-cache", is_flag=True, help="Parse every article, and keep nothing for the next build.")
@running
def build(
    paths: tuple[str, ...],
    output: Path,
    metadata: Path | None,
    ontology: tuple[Path, ...],
    model: str,
    limits: Limits,
    base_iri: str,
    corrections: Path | None,
    min_confidence: float,
    embed_text: bool,
    strict: bool,
    cache: Path | None,
    no_cache: bool,
    workers: int | None,
    cluster: str,
    quiet: bool,
) -> int:
    """Read articles and write their graph.

    PATH is a folder, a file (.txt, .md, .html, .jsonl, .csv; with the extra "readers" also .pdf, .docx, .xml, .warc.gz) or - for standard input. The
    output folder gets graph.ttl, graph.html, store/ and report.json, and texts/ where an article is not plain text. A build that fails or is
    interrupted leaves the graph as it was; what it has parsed is in the cache, and the next build goes on from there.
    """
    from kg import pipeline

    options = pipeline.Options(ontology, model, base_iri, min_confidence, embed_text, limits, corrections)
    place = "" if no_cache else os.path.abspath(cache) if cache else pipeline.CACHE
    with progress_bar(quiet) as progress:
        report = pipeline.build(paths, output, options, metadata, sys.stdin.buffer, pipeline.Running(workers, place, progress, cluster))
    if not quiet:
        click.echo(summary(report, output))
    tell_issues(report.issues)
    return 1 if strict and report.issues else 0


class Pace:
    """How fast documents are read, and how long the rest will take; those that were known from the beginning do not count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begin: tuple[float, int] | None = None

    def told(self, done: int, total: int) -> str:
        """ "12.5 documents a second, 03:20 left"; empty until there is something to tell."""
        now = self._clock()
        begin, known = self._begin = self._begin or (now, done)
        if now <= begin or done <= known:
            return ""
        rate = (done - known) / (now - begin)
        minutes, seconds = divmod(round((total - done) / rate), 60)
        hours, minutes = divmod(minutes, 60)
        left = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
        return f"{rate:,.1f} documents a second, {left} left"


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress]:
    """A bar on stderr, that learns its length from the first step; where stderr is no terminal, a line each minute."""
    pace, terminal = Pace(), sys.stderr.isatty()
    options: dict[str, Any] = {"show_eta": False, "show_pos": True, "item_show_func": lambda told: told}
    with click.progressbar(length=1, label="Reading", file=sys.stderr, hidden=quiet or not terminal, **options) as bar:
        last = time.monotonic()

        def step(done: int, total: int) -> None:
            nonlocal last
            told = pace.told(done, total)
            bar.length = total
            bar.update(done - bar.pos, told)
            if not quiet and not terminal and time.monotonic() - last >= _EACH:
                last = time.monotonic()
                click.echo(f"{done} of {total} articles are read; {told}", err=True)

        yield step


def summary(report: Report, output: Path) -> str:
    """What was found, and the next two commands to try."""
    counted = ((report.counts[many], one, many) for one, many in _COUNTED)
    found = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counted)
    reused, documents = report.timings["reused"], report.counts["documents"]
    known = f"{reused} of the {documents} {'was' if reused == 1 else 'were'} known from an earlier build\n" if reused else ""
    folder = shlex.quote(f"{output}/")
    next_commands = f"Next:\n  kg view {folder}\n  kg query {folder} -f who-said-what"
    return f"{found}\n{known}{_undated(report)}written to {output / 'graph.ttl'} and {output / 'graph.html'}\n{next_commands}"


def _undated(report: Report) -> str:
    """How many articles have no date by which their "on Monday" could be told, as a line; empty where all have one."""
    missing, documents = sum(not document["date"] for document in report.documents), len(report.documents)
    if not missing:
        return ""
    told = "the article has" if documents == 1 else f"{missing} of {documents} articles {'has' if missing == 1 else 'have'}"
    return f'{told} no publishing date, so that "on Monday" has no day there: give one with --metadata (docs/input.md)\n'
