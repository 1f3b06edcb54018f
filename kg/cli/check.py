"""``kg validate`` and ``kg verify``: is the graph well formed, and do its quotes stand in the sources?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.options import OUTPUT, one_line

_LARGE = 2_000_000  # bytes of Turtle


@click.command(
    epilog="""\b
Examples:
  kg validate output/
  kg validate output/ && scp output/graph.ttl server:
  kg validate output/ --fast
"""
)
@OUTPUT
@click.option("--fast", is_flag=True, help="The same checks as SPARQL queries, for large graphs: no pySHACL.")
def validate(output: Path, fast: bool) -> int:
    """Check the graph's form against the SHACL shapes of the ontology; exits with 1 and a line for each fault, with its article and sentence."""
    from kg.check import validate as check

    graph = output / "graph.ttl"
    if not fast and graph.exists() and graph.stat().st_size > _LARGE:
        click.echo("Checking by pySHACL takes a minute or more for a graph of this size; --fast asks the same of it in seconds.", err=True)
    lines = []
    for fault in check.validate(output / "graph.ttl", fast):
        where = f"{fault.document or 'no article'}: {fault.message}"
        lines.append(" ".join(filter(None, (where, fault.node, fault.path, fault.value, f'in "{fault.sentence}"' * bool(fault.sentence)))))
    return tell(lines, f"{output / 'graph.ttl'} conforms to the shapes")


@click.command(
    epilog="""\b
Examples:
  kg verify output/
"""
)
@OUTPUT
def verify(output: Path) -> int:
    """Read every source again and compare each quote, mention and checksum; exits with 1 and a line for each mismatch."""
    from kg.check import verify as check

    mismatches = check.verify(output)
    lines = [f"{x.document or 'graph.ttl'}: {x.what}, {x.node}: expected {x.expected!r}, found {x.found!r}" for x in mismatches]
    if any(x.found == "none" and x.expected == "a readable file" for x in mismatches):
        click.echo("Sources are looked for at the paths that the build was given: run this in the folder in which the build ran.", err=True)
    return tell(lines, f"every quote of {output / 'graph.ttl'} stands in its source")


def tell(findings: Sequence[str], none: str) -> int:
    """One line a finding and their number, or the sentence that there is none; the exit code."""
    for finding in findings:
        click.echo(one_line(finding))
    click.echo(f"{len(findings)} found" if findings else none)
    return 1 if findings else 0
