"""``kg push``: a graph into a store elsewhere."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

if TYPE_CHECKING:
    from kg.push import Pushed, Target


@click.command(
    epilog="""\b
Examples:
  kg push output/ --endpoint http://localhost:7878/query
  kg push output/ --endpoint http://localhost:3030/news --graph https://example.org/news
  kg push output/ --endpoint http://localhost:8890/sparql --graph-store http://localhost:8890/sparql-graph-crud-auth
"""
)
@click.argument("output", type=click.Path(path_type=Path), metavar="OUTPUT")
@click.option("--endpoint", required=True, metavar="URL", help="Where the store answers SPARQL queries.")
@click.option("--graph-store", metavar="URL", help="Where it speaks the Graph Store Protocol. Default: by the layout of common stores.")
@click.option("--graph", default="urn:newskg:graph", show_default=True, metavar="IRI", help="The named graph.")
@click.option("--default-graph", is_flag=True, help="Write to the store's default graph. All that is there is replaced, unless --add is given.")
@click.option("--add", "adds", is_flag=True, help="Leave what the graph holds. Default: it is replaced.")
@click.option("--part-size", type=click.IntRange(1_000), default=1_000_000, show_default=True, metavar="BYTES", help="Send so much at a time.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def push(output: Path, endpoint: str, graph_store: str | None, graph: str, default_graph: bool, adds: bool, part_size: int, quiet: bool) -> None:
    """Send a graph to a triple store, and count what arrived.

    OUTPUT is the folder of a build, or a .ttl, .nt, .trig or .nq file; named graphs in a file keep their names. The store gets parts of bounded
    size by the SPARQL 1.1 Graph Store Protocol. What breaks is tried again; after an interruption the same command goes on where it was.

    The user is KG_ENDPOINT_USER with KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN, in the environment.
    """
    from kg import push as pushing
    from kg.endpoint import Endpoint

    target = pushing.Target.at(endpoint, graph_store, None if default_graph else graph)
    with Endpoint(target.store) as there:
        if there.in_the_clear:
            click.echo(f"The credentials go to {there.name} in the clear; use an https address where the store has one.", err=True)
    with click.progressbar(length=1, label="Sending", file=sys.stderr, hidden=quiet or not sys.stderr.isatty()) as bar:

        def step(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        done = pushing.push(output, target, adds=adds, part=part_size, progress=step)
    if not quiet:
        click.echo("\n".join(_lines(done, target)))


def _lines(done: Pushed, target: Target) -> list[str]:
    from kg.push import told

    before = f", {done.resumed:,} of them by a push before" if done.resumed else ""
    where = "its default graph" if target.graph is None else f"<{target.graph}>" if done.graphs == 1 else f"{done.graphs} graphs"
    lines = [f"{done.triples:,} triples sent to {told(target)}{before}; the store counts {done.counted:,} in {where}"]
    if done.graphs == 1 and target.graph is not None:
        address = f"{target.query}{'&' if '?' in target.query else '?'}default-graph-uri={quote(target.graph, safe=':/')}"
        lines += ["Next:", f"  kg query --endpoint {shlex.quote(address)} -f who-said-what"]
    return lines
