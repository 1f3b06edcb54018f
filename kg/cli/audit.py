"""``kg audit``: does a digest say what its articles say?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import reading, tell_issues

if TYPE_CHECKING:
    from kg.read import Limits


@click.command(
    epilog="""\b
Examples:
  kg audit weekly-digest.md articles/
  kg audit weekly-digest.md first.txt second.html --strict
  kg audit weekly-digest.md output/ --format json
"""
)
@click.argument("digest", type=click.Path(path_type=Path), metavar="DIGEST")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For eyes, or for a program.")
@reading
def audit(
    digest: Path,
    articles: tuple[str, ...],
    form: str,
    metadata: Path | None,
    ontology: tuple[Path, ...],
    model: str,
    limits: Limits,
    strict: bool,
) -> int:
    """Check every sentence of a DIGEST against the articles that it was made from.

    ARTICLE is what 'kg build' reads, or the output folder of a build, which stands for its articles. A sentence is supported, or has a number, a
    date, a name, a quotation, a denial, a certainty or a speaker that the articles have otherwise, or cites another article than the one that
    says so, or was not found. It cites an article as [1], by the digest's source list, or as [name-of-file]. With --strict the exit code is 1
    where one is not supported.
    """
    from kg import pipeline
    from kg.audit import report
    from kg.query import plain

    options = pipeline.Options(ontology, model, limits=limits)
    findings, issues = pipeline.audit(digest, articles, options, metadata)
    click.echo(report.as_json(digest.stem, findings) if form == "json" else report.as_text(findings, plain), nl=False)
    tell_issues(issues)
    return 1 if strict and (issues or report.unsupported(findings)) else 0
