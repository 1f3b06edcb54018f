"""Commands that read a finished graph: ``kg query``, ``kg queries``, ``kg sample``, ``kg view``."""

from __future__ import annotations

import shutil
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import OUTPUT, AskingCommand, asking

if TYPE_CHECKING:
    from kg.query import Result

_UNBOUNDED = 100_000  # columns of a table that goes to a file or a pipe, where nothing has to be cut
FORMATS = ("table", "csv", "tsv", "json", "turtle", "ntriples")


def _pairs(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    for value in values:
        if "=" not in value:
            raise click.BadParameter(f"{value!r} is not of the form NAME=VALUE.")
    return dict(value.split("=", 1) for value in values)


@click.command(
    cls=AskingCommand,
    epilog="""\b
Examples:
  kg query output/ -f who-struck-whom
  kg query output/ 'SELECT ?name { ?who a schema:Person; rdfs:label ?name }'
  kg query output/ -f who-struck-whom --format csv > strikes.csv
  kg query --endpoint http://127.0.0.1:7878/sparql -f who-struck-whom
""",
)
@asking
@click.argument("sparql", required=False)
@click.option("-f", "--file", "name", metavar="NAME", help="A saved query (see 'kg queries') or a .rq file, instead of SPARQL.")
@click.option("--param", multiple=True, callback=_pairs, metavar="NAME=VALUE", help="Binds a variable of the query; may be repeated.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: table on a terminal; in a pipe csv, or turtle for a graph.")
def query(output: Path | str, sparql: str | None, name: str | None, param: dict[str, str], form: str | None) -> None:
    """Ask the graph in folder OUTPUT, in SPARQL or by the name of a saved query. The usual prefixes are known."""
    if (sparql is None) == (name is None):
        raise click.UsageError("Give either SPARQL or the name of a saved query with -f.", click.get_current_context())
    from kg import query as sparql_query
    from kg.store import open_source

    text = sparql_query.saved_query(name).text if name else sparql
    result = sparql_query.run(open_source(output), text or "", param)
    width = shutil.get_terminal_size((_UNBOUNDED, 0)).columns
    click.echo(sparql_query.render(result, form or usual_format(result), width), nl=False)


def usual_format(result: Result) -> str:
    """CSV for programs, a table for eyes; yes or no, and a graph as Turtle, come as "table" in either case."""
    return "csv" if hasattr(result, "variables") and not sys.stdout.isatty() else "table"


@click.command(
    epilog="""\b
Examples:
  kg queries
"""
)
def queries() -> None:
    """List the saved queries, each with its purpose."""
    from kg.query import saved_queries

    saved = saved_queries()
    width = max(len(entry.name) for entry in saved)
    for entry in saved:
        params = f" (--param {', '.join(entry.params)})" if entry.params else ""
        click.echo(f"{entry.name:{width}}  {entry.purpose}{params}")


@click.command(
    epilog="""\b
Examples:
  kg sample output/ -n 60 --seed 1
  kg sample output/ -n 200 --format json > to-judge.json
"""
)
@OUTPUT
@click.option("-n", "number", type=click.IntRange(1), default=20, show_default=True, help="How many claims.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same claims.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For eyes, or for a program.")
def sample(output: Path, number: int, seed: int, form: str) -> None:
    """Draw claims at random and show each with its sentence, to judge by reading how much is right."""
    from kg import sample as sampling
    from kg.store import open_store

    claims = sampling.sample(open_store(output), number, seed)
    click.echo(sampling.as_json(claims) if form == "json" else sampling.as_text(claims), nl=False)


@click.command(
    epilog="""\b
Examples:
  kg view output/
  kg view output/ --no-open
"""
)
@OUTPUT
@click.option("--no-open", is_flag=True, help="Write the page only.")
def view(output: Path, no_open: bool) -> None:
    """Write the page OUTPUT/graph.html anew from the store, and open it in the browser."""
    from kg.export import html
    from kg.rdf.terms import statement
    from kg.store import open_store

    page = output / "graph.html"
    html.write(map(statement, open_store(output)), page)
    click.echo(f"wrote {page}")
    if not no_open and not webbrowser.open(page.resolve().as_uri()):
        click.echo(f"No browser was found; open {page} in one.", err=True)
