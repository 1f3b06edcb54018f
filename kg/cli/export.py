"""``kg export``: the graph in other forms."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import OUTPUT

if TYPE_CHECKING:
    from kg.export.formats import Format

#: The names of :data:`kg.export.formats.FORMATS`, repeated so that ``--help`` loads nothing; a test holds them together.
NAMES = ("ttl", "trig", "nt", "nq", "jsonld", "rdfxml", "ttl12", "nanopub", "graphml", "gexf", "csv", "parquet", "neo4j")
_ZIPPED = ".gz"


@click.command(
    epilog="""\b
Forms:
  ttl       RDF 1.1 Turtle, sorted: the file that a build writes
  trig      one named graph for each document, one for what comparing them gave
  nt, nq    N-Triples; N-Quads with the graphs of trig
  jsonld    JSON-LD 1.1, its context in the file
  rdfxml    RDF/XML
  ttl12     RDF 1.2 Turtle, claims as reifiers of triple terms
  nanopub   a nanopublication for each claim, as TriG
  graphml   for networkx, Gephi, yEd, Cytoscape
  gexf      for Gephi
  csv       folder of tables: claims, events, entities, conflicts, documents
  parquet   the same tables for pandas, R, DuckDB
  neo4j     folder of the files that neo4j-admin database import takes

\b
Examples:
  kg export output/ -o graph.trig
  kg export output/ -o graph.nq.gz
  kg export output/ --to jsonld | jq '."@graph" | length'
  kg export output/ --to csv -o tables/
  kg export output/ --to gexf -o graph.gexf
"""
)
@OUTPUT
@click.option("--to", "name", metavar="FORM", help="One of the forms below; with .gz at its end compressed. Default: what the name after -o says.")
@click.option("-o", "--output-file", "target", type=click.Path(path_type=Path), help="File, or folder for tables; default (and -): standard output.")
def export(output: Path, name: str | None, target: Path | None) -> None:
    """Write the graph of OUTPUT (the folder of a build, or a Turtle file) in another form, whole or not at all."""
    from kg.export import formats

    to_stream = target is None or str(target) == "-"
    form, compress = _form(name, None if to_stream else target)
    if form.folder and to_stream:
        raise click.UsageError(f"{form.name} is a folder of files; say where with -o FOLDER.", click.get_current_context())
    if target is None or to_stream:
        _to_stdout(lambda: formats.stream(output, form, sys.stdout.buffer, compress))
        return
    formats.export(output, form, target, compress)
    click.echo(f"wrote {target}", err=True)


def _to_stdout(write: Callable[[], None]) -> None:
    """Whoever reads may stop early, as ``head`` does; that is no failure."""
    try:
        write()
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that nothing is flushed into the closed pipe at exit


def _form(name: str | None, target: Path | None) -> tuple[Format, bool]:
    """The form asked for, and whether it is compressed."""
    from kg.export.formats import named, of_file

    compress = any(text.endswith(_ZIPPED) for text in (name or "", str(target or "")))
    if name is None:
        form = of_file(target) if target else None
        if form is None:
            told = f"The name {target} tells no form" if target else "Say in which form"
            raise click.UsageError(f"{told}; give one of --to {', '.join(NAMES)}.", click.get_current_context())
        return form, compress
    return named(name.removesuffix(_ZIPPED)), compress
