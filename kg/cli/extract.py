"""``kg extract``: what single documents say, as JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import reading, tell_issues

if TYPE_CHECKING:
    from kg.model import Document, Issue
    from kg.read import Limits


@click.command(
    epilog="""\b
Examples:
  kg extract seeds/*.md
  echo '{"id": "a", "text": "Police arrested two men in Lyon.", "date": "2026-01-02"}' | kg extract -
  kg extract report.html | jq '.events[] | {type, trigger}'
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="One JSON object a line.")
@reading
def extract(
    files: tuple[str, ...],
    form: str,
    metadata: Path | None,
    ontology: tuple[Path, ...],
    model: str,
    limits: Limits,
    strict: bool,
) -> int:
    """Print what each document says by itself, before documents are compared.

    FILE is what 'kg build' reads; - stands for JSON lines with id, text and (if known) date on standard input, answered in their order.
    Spans are [begin, end) in code points of the text.
    """
    from kg import jsonl, pipeline
    from kg.read import read_documents

    named = [name for name in files if name != "-"]
    documents, issues = read_documents(named, metadata, limits=limits) if named else ([], [])
    piped = json_lines(sys.stdin.buffer, issues) if "-" in files else iter(())
    for extraction in pipeline.extractions(chain(documents, piped), pipeline.Options(ontology, model)):
        click.echo(json.dumps(jsonl.to_json(extraction), ensure_ascii=False))
    tell_issues(issues)
    return 1 if strict and issues else 0


def json_lines(lines: Iterable[bytes], issues: list[Issue]) -> Iterator[Document]:
    """The documents of JSON lines; a line that holds none becomes an issue."""
    from kg.errors import InputError
    from kg.model import Issue
    from kg.read import document_from_text

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text, date = record["text"], record.get("date")
            if not isinstance(text, str) or not isinstance(date, str | None):
                raise TypeError
            yield document_from_text(str(record.get("id", f"line-{number}")), text, date=date)
        except InputError as error:
            issues.append(Issue("-", str(error), f"line {number}"))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            issues.append(Issue("-", "the line is no JSON object with a text, and perhaps an id and a date, as strings", f"line {number}"))
