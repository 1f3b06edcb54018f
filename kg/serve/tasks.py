"""What the HTTP process asks of a worker, and what it gets back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Ask:
    """A query in the SPARQL 1.1 Protocol. ``accept`` is the HTTP header, ``format`` the short name of one that goes before it, or empty."""

    query: str
    accept: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class Describe:
    """The service description, for an endpoint at this address."""

    url: str
    accept: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or a thing by its path, percent-encoded as it came and without the slash at its beginning. ``values`` are the parameters of its address.

    ``root`` leads from the page to the start of the site ("../../"), so that the site can stand under any address.
    """

    path: str
    root: str = ""
    accept: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


Task: TypeAlias = Ask | Describe | Page


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer. A long body lies in the file ``path``, which whoever sends it deletes."""

    status: int
    media_type: str
    body: bytes = b""
    path: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def sentence(status: int, text: str, **headers: str) -> Answer:
    """A failure, told in plain text."""
    return Answer(status, "text/plain; charset=utf-8", f"{text}\n".encode("utf-8", "replace"), headers=headers)
