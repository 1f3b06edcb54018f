"""The command ``kg``. Every command is a thin shell: what it runs is imported when it runs, so ``kg --help`` answers at once."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence

import click

from kg import __version__
from kg.cli.ask import queries, query, sample, view
from kg.cli.audit import audit
from kg.cli.build import build
from kg.cli.change import add, remove
from kg.cli.check import validate, verify
from kg.cli.diff import diff
from kg.cli.digest import digest
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.options import one_line
from kg.cli.push import push
from kg.cli.read import conflicts, explain, show, sources, timeline
from kg.cli.serve import serve
from kg.errors import KgError

USER_MISTAKE, BUG, INTERRUPTED = 2, 70, 130

EPILOG = """\b
Exit codes: 0 done; 1 data with issues (--strict, validate, verify); 2 a mistake in what was asked.

\b
Start with:
  kg build seeds/ -o output/
  kg query output/ -f who-struck-whom
"""


class InOrder(click.Group):
    """Commands are listed in the order in which one needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=InOrder, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """News articles in, one knowledge graph out: who did what to whom, where and when, according to whom, with the words that say so."""


COMMANDS = (
    build, add, remove, show, timeline, conflicts, sources, explain, digest, diff, query, queries, sample, view, export, push, serve,
    extract, audit, validate, verify,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit; a failure is one sentence on stderr. ``KG_DEBUG=1`` shows the traceback instead."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # leaves the old output whole, as Ctrl-C does
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command."""
    try:
        return cli.main(arguments, prog_name="kg", standalone_mode=False) or 0
    except click.UsageError as error:
        hint = f" See '{error.ctx.command_path} --help'." if error.ctx else ""
        return _tell(error.format_message() + hint, USER_MISTAKE)
    except click.ClickException as error:
        return _tell(error.format_message(), USER_MISTAKE)
    except KgError as error:
        return _tell(str(error), USER_MISTAKE)
    except (click.Abort, KeyboardInterrupt):
        return _tell("Interrupted; nothing was changed.", INTERRUPTED)
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            traceback.print_exc()
        return _tell(f"This is a bug in newskg ({type(error).__name__}: {error}); KG_DEBUG=1 shows where.", BUG)


def _tell(sentence: str, code: int) -> int:
    click.echo(f"kg: {one_line(sentence)}", err=True)
    return code
