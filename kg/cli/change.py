"""``kg add`` and ``kg remove``: a graph that follows its articles, without a build from the beginning."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.build import progress_bar, summary
from kg.cli.options import METADATA, OUTPUT, STRICT, one_line, running, tell_issues

if TYPE_CHECKING:
    from kg.change import Change, Revision

_SHOWN = 20


@click.command(
    epilog="""\b
Examples:
  kg add output/ today/*.html
  kg add output/ feed.jsonl --metadata feed.csv
  kg add output/ corrected/tankers.md
"""
)
@OUTPUT
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@METADATA
@STRICT
@running
def add(output: Path, paths: tuple[str, ...], metadata: Path | None, strict: bool, workers: int | None, cluster: str, quiet: bool) -> int:
    """Add articles to a graph, or newer versions of articles that it has.

    FILE is what 'kg build' reads. The graph is the one that a build of all its articles would give, with the options of its build; only new articles
    are parsed. An article with the URL of one that is there replaces it; so does one with its id (given in the data, else the file's name), unless
    both have a URL.
    """
    from kg import change
    from kg.pipeline import Running

    with progress_bar(quiet) as progress:
        done = change.add(output, paths, metadata, sys.stdin.buffer, Running(workers, progress=progress, cluster=cluster))
    return told(done, output, strict, quiet)


@click.command(
    epilog="""\b
Examples:
  kg remove output/ tankers
  kg query output/ 'SELECT ?id { [] dcterms:identifier ?id }'
"""
)
@OUTPUT
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@running
def remove(output: Path, documents: tuple[str, ...], workers: int | None, cluster: str, quiet: bool) -> int:
    """Take documents, named by their ids, from a graph.

    The graph is the one that a build of the other articles would give. Documents that share their id with others are told apart by a hash, so that an
    id may become another one; which ones did is told.
    """
    from kg import change
    from kg.pipeline import Running

    with progress_bar(quiet) as progress:
        done = change.remove(output, documents, Running(workers, progress=progress, cluster=cluster))
    return told(done, output, False, quiet)


def told(change: Change, output: Path, strict: bool, quiet: bool) -> int:
    """Tell what was done; the exit code."""
    if not quiet:
        for line in lines(change):
            click.echo(one_line(line))
        click.echo(summary(change.report, output))
    tell_issues([issue for issue in change.report.issues if issue not in change.told])
    return 1 if strict and change.report.issues else 0


def lines(change: Change) -> Iterable[str]:
    """What was done to which documents."""
    for verb, names in (("added", change.added), ("removed", change.removed)):
        if names:
            yield f"{verb} {_listed(names)}"
    for revision in change.revised[:_SHOWN]:
        yield revised(revision)
    if len(change.revised) > _SHOWN:
        yield f"replaced {len(change.revised) - _SHOWN} more"
    if change.renamed:
        yield f"renamed {_listed([f'{old} to {new}' for old, new in change.renamed])}"


def revised(revision: Revision) -> str:
    """One article in the place of others."""
    others = [name for name in revision.old if name != revision.new]
    by = f" by {revision.new}" if others else ""
    claims = f"{revision.claimed} {'claim' if revision.claimed == 1 else 'claims'} new, {revision.withdrawn} withdrawn"
    lost = f"; it had {' and '.join(f'a {one}' for one in revision.lost)} before: give --metadata to keep that" if revision.lost else ""
    return f"replaced {', '.join(revision.old)}{by}: {claims}{lost}"


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    more = f" … and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
