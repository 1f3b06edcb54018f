"""``kg digest``: a briefing made from the graph alone."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import OUTPUT


@click.command(
    epilog="""\b
Examples:
  kg digest output/ > briefing.md
  kg digest output/ --about "Nicolás Maduro" --limit 6
  kg digest output/ --format html > briefing.html
  kg digest output/ > briefing.md && kg audit briefing.md output/ --strict
"""
)
@OUTPUT
@click.option("--about", metavar="NAME", help="Only what somebody or something takes part in or says, by name or key.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=12,
    show_default=True,
    metavar="N",
    help="Key sentences, and disputes, at most, five times as many in the timeline; 0 for all.",
)
@click.option("--format", "form", type=click.Choice(["markdown", "html", "json"]), default="markdown", show_default=True, help="A page, or data.")
def digest(output: Path, about: str | None, limit: int, form: str) -> None:
    """Write a briefing: the key happenings, where the articles disagree, a dated timeline and the source list, every sentence cited.

    Its sentences are quoted whole from the articles, those first that tell most of what several independent sources tell. Beside them it has only
    headings and dates.
    """
    from kg.lexicon import load_lexicon
    from kg.store import open_store
    from kg.views import digest as view
    from kg.views import digest_pages as pages
    from kg.views import layout, names

    store = open_store(output)
    told = view.digest(store, load_lexicon(), names.the_one(store, about) if about else None, limit)
    write = {"markdown": pages.as_markdown, "html": pages.as_html, "json": layout.json_of}[form]
    click.echo(write(told), nl=False)
