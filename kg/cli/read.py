"""Commands that tell what a finished graph says: ``kg show``, ``kg timeline``, ``kg conflicts``, ``kg sources``, ``kg explain``."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import AskingCommand, asking

if TYPE_CHECKING:
    from kg.views.names import Candidate

TEXT_OR_JSON = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For eyes, or for a program (docs/json.md)."
)
TEXT_CSV_OR_JSON = click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True, help="For eyes, a spreadsheet, or a program."
)
ABOUT = click.option("--about", metavar="NAME", help="Only what somebody or something takes part in, by name.")
LIMIT = click.option("--limit", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="So many at most; 0 for all.")
KINDS = ("number", "date", "place", "actor", "polarity", "status")


def _columns() -> int:
    return shutil.get_terminal_size().columns


@click.command(
    cls=AskingCommand,
    epilog="""\b
Examples:
  kg show output/ "Nicolás Maduro"
  kg show output/ maduro --limit 0
  kg show output/ tankers --format json
""",
)
@asking
@click.argument("name")
@LIMIT
@TEXT_OR_JSON
def show(output: Path | str, name: str, limit: int, form: str) -> None:
    """Show all that is said of NAME: what it is, did and underwent, what it said, what others say of it, what is disputed.

    Case and accents do not matter. Where a name may mean several things, the one with several times the mentions of any other is shown, and the
    others are named above it; where there is none such, all are listed. Each has a name that means it alone.
    """
    from kg.errors import QueryError
    from kg.store import open_source
    from kg.views import layout, names
    from kg.views import show as view

    store = open_source(output)
    found = names.find(store, name)
    one = names.foremost(found)
    if one is None:
        choice = view.choice(store, found)
        click.echo(layout.json_of(choice) if form == "json" else view.choice_as_text(choice, _columns()), nl=False)
        raise QueryError(f"{name!r} may mean {len(found)} things; choose one of those listed.")
    told = view.profile(store, one, found[1:])
    click.echo(layout.json_of(told) if form == "json" else view.as_text(told, _columns(), limit), nl=False)


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as year, month and day, such as 2025-12-31.") from None


@click.command(
    cls=AskingCommand,
    epilog="""\b
Examples:
  kg timeline output/
  kg timeline output/ --about "U.S. forces" --from 2025-09-01 --to 2025-12-31
  kg timeline output/ --quotes
""",
)
@asking
@ABOUT
@click.option("--from", "first", callback=_day, metavar="DATE", help="Nothing that ended before this day (YYYY-MM-DD).")
@click.option("--to", "last", callback=_day, metavar="DATE", help="Nothing that began after this day.")
@click.option("--quotes", is_flag=True, help="Show the words below each happening.")
@TEXT_CSV_OR_JSON
def timeline(output: Path | str, about: str | None, first: date | None, last: date | None, quotes: bool, form: str) -> None:
    """List the dated happenings in order, as precise as the documents are, with how each stands and who tells it."""
    if first and last and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}; swap the two.", click.get_current_context())
    from kg.store import open_source
    from kg.views import layout
    from kg.views import timeline as view
    from kg.views.names import about_whom

    store = open_source(output)
    told = view.timeline(store, about_whom(store, about), first, last)
    text = layout.json_of(told) if form == "json" else view.as_csv(told) if form == "csv" else view.as_text(told, _columns(), quotes)
    click.echo(text, nl=False)


@click.command(
    cls=AskingCommand,
    epilog="""\b
Examples:
  kg conflicts output/
  kg conflicts output/ --kind number --format json
""",
)
@asking
@click.option("--kind", type=click.Choice(KINDS), help="Only conflicts of this kind.")
@TEXT_CSV_OR_JSON
def conflicts(output: Path | str, kind: str | None, form: str) -> None:
    """Show where sources disagree, the best supported first: each side with its documents and their words."""
    from kg.store import open_source
    from kg.views import conflicts as view
    from kg.views import layout

    found = view.conflicts(open_source(output), kind or "")
    text = layout.json_of(found) if form == "json" else view.as_csv(found) if form == "csv" else view.as_text(found, _columns())
    click.echo(text, nl=False)


@click.command(
    cls=AskingCommand,
    epilog="""\b
Examples:
  kg sources output/
  kg sources output/ --about Maduro --limit 40
  kg sources output/ --limit 0 --format csv > matrix.csv
""",
)
@asking
@ABOUT
@LIMIT
@TEXT_CSV_OR_JSON
def sources(output: Path | str, about: str | None, limit: int, form: str) -> None:
    """Set propositions against documents: which asserts, attributes, denies, or is silent; happenings first, by how many sources tell them."""
    from kg.store import open_source
    from kg.views import layout
    from kg.views import sources as view
    from kg.views.names import about_whom

    store = open_source(output)
    matrix = view.sources(store, about_whom(store, about), limit)
    told = layout.json_of(matrix) if form == "json" else view.as_csv(matrix) if form == "csv" else view.as_text(matrix, _columns())
    click.echo(told, nl=False)


@click.command(
    cls=AskingCommand,
    epilog="""\b
Examples:
  kg explain output/ Maduro
  kg explain output/ Washington "United States"
  kg explain output/ "U.S. forces" seized "an oil tanker"
""",
)
@asking
@click.argument("words", nargs=-1, required=True, metavar="NAME [NAME | RELATION NAME]")
@TEXT_OR_JSON
def explain(output: Path | str, words: tuple[str, ...], form: str) -> None:
    """Explain why a name unites what it unites, why two names are one thing or two, or why a triple stands or stands only as a claim."""
    if len(words) > 3:
        raise click.UsageError("Give one name, two names, or a name, a relation and a name.", click.get_current_context())
    from kg.store import open_source
    from kg.views import identity, layout, names, standing

    store = open_source(output)
    if len(words) == 3:
        verdict = standing.ask(store, *words)
        click.echo(layout.json_of(verdict) if form == "json" else standing.as_text(verdict, _columns()), nl=False)
        return
    entities: dict[str, Candidate] = {}
    for name in words:
        one = names.the_one(store, name)
        entities[one.iri] = one
    found = identity.identity(store, words, tuple(entities.values()))
    click.echo(layout.json_of(found) if form == "json" else identity.as_text(found, _columns()), nl=False)
