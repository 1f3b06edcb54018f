"""What a store is here: three things to do, one reason why it may not be there."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import ClassVar, TypeAlias

#: The names of the columns, then every row, each value as its plain text, nothing where there is none.
Rows: TypeAlias = list[list[str]]
#: Where ``install.sh`` puts what comes from PyPI and npm.
INSTALLED = Path(__file__).resolve().parents[2] / ".interop"


class Unable(Exception):
    """A store cannot do what it was asked; its text is the reason, in its own words."""


class Engine(ABC):
    """A store or parser. It is loaded once, from one file, into a folder of its own; then counted and asked; then closed."""

    #: As its users call it.
    name: str
    #: How the file gets into it.
    way: str
    #: Queries that it cannot answer as it should -> why. Each is asked all the same: one that it can answer by now fails the tests.
    limits: ClassVar[Mapping[str, str]] = {}
    #: Queries that it is not asked -> why.
    unasked: ClassVar[Mapping[str, str]] = {}
    #: Whether it answers SPARQL; else it only parses.
    asks = True

    @abstractmethod
    def missing(self) -> str | None:
        """Why it cannot run here, or nothing when it can."""

    @abstractmethod
    def version(self) -> str:
        """Its version, as it tells it."""

    @abstractmethod
    def load(self, turtle: Path, folder: Path) -> None:
        """Take the triples of the file in. Raises :class:`Unable`."""

    @abstractmethod
    def count(self) -> int:
        """How many triples it holds. Raises :class:`Unable`."""

    def ask(self, query: str) -> Rows:
        """The answer to a SELECT query. Raises :class:`Unable`."""
        raise Unable("answers no SPARQL")

    def close(self) -> None:  # noqa: B027  # most have nothing to end
        """End what was started."""


def of_json(text: str | bytes) -> Rows:
    """Rows of SPARQL 1.1 results in JSON. Raises :class:`Unable` where they are none."""
    try:
        found = json.loads(text)
        names: list[str] = found["head"]["vars"]
        return [names, *([row[name]["value"] if name in row else "" for name in names] for row in found["results"]["bindings"])]
    except (ValueError, KeyError, TypeError) as error:
        raise Unable(f"no SPARQL results in JSON ({error})") from error


def canonical(rows: Rows) -> Rows:
    """The same answer is the same value, whatever the order of the rows and the form of a number (``0.50``, ``0.5``)."""
    return [rows[0], *sorted([_number(cell) for cell in row] for row in rows[1:])]


def _number(cell: str) -> str:
    return str(Decimal(cell).normalize()) if re.fullmatch(r"-?\d+\.\d+", cell) else cell
