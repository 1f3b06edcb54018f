"""``kg diff``: what changed from one graph to another."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

_GRAPH = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  kg diff yesterday/ today/
  kg diff yesterday/graph.ttl today/graph.ttl --limit 0
  kg diff yesterday/ today/ --format json
"""
)
@click.argument("old", type=_GRAPH)
@click.argument("new", type=_GRAPH)
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="So many of each kind at most; 0 for all.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For eyes, or for a program.")
def diff(old: Path, new: Path, limit: int, form: str) -> None:
    """Tell what the graph NEW has otherwise than the graph OLD; each is the output folder of a build, or a graph.ttl.

    New and withdrawn claims, claims and happenings that stand firmer or weaker (alleged, then confirmed; planned, then done), who and what was
    merged or split, documents added, removed or revised. Claims are compared by what they say, not by their IRIs.
    """
    from kg.store import open_graph
    from kg.views import changes, layout
    from kg.views import diff as view

    found = view.diff(open_graph(old), open_graph(new))
    click.echo(layout.json_of(found) if form == "json" else changes.as_text(found, shutil.get_terminal_size().columns, limit), nl=False)
