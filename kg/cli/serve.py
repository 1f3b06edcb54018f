"""``kg serve``: the graph over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import OUTPUT

_MB = 2**20


@click.command(
    epilog="""\b
Examples:
  kg serve output/
  kg serve output/ --port 8080 --timeout 10
  kg serve output/ --host 0.0.0.0 --allow-host kg.example.org --cors '*'
"""
)
@OUTPUT
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 lets other machines in.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 takes a free one.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30, show_default=True, metavar="SECONDS", help="A query that takes longer is ended.")
@click.option("--workers", type=click.IntRange(1, 64), default=4, show_default=True, help="So many queries at once; others wait.")
@click.option("--memory", type=click.IntRange(0), default=512, show_default=True, metavar="MB", help="What a query may take; 0 for any amount.")
@click.option("--max-result", type=click.IntRange(1), default=64, show_default=True, metavar="MB", help="Longer answers are refused.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="A site whose scripts may read answers, or '*'; may be repeated.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A further name to answer to, as behind a proxy; may be repeated.")
def serve(
    output: Path, host: str, port: int, timeout: float, workers: int, memory: int, max_result: int, cors: tuple[str, ...], allow_host: tuple[str, ...]
) -> None:
    """Serve the graph in folder OUTPUT for reading: pages for people, a query page, and a SPARQL 1.1 endpoint at /sparql.

    It listens on this machine only, unless told otherwise. Ctrl-C ends it.
    """
    from kg.serve.app import Doors, hosts_of
    from kg.serve.pool import Limits
    from kg.serve.run import serve as run

    limits = Limits(workers=workers, seconds=timeout, memory=memory * _MB, result=max_result * _MB)

    def ready(address: str) -> None:
        click.echo(f"{output} is served at {address} (SPARQL at {address}sparql); Ctrl-C ends it.")

    run(output, host, port, limits, Doors(hosts_of(host, allow_host), cors), ready)
