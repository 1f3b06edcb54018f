"""newskg: news articles in, one RDF graph of events, entities and attributed claims out.

In Python: ``graph = kg.build(["articles/"])`` or ``kg.open("output/")``, then ``graph.query(...)``, ``graph.to_pandas()``, ``graph.to_rdflib()``,
``graph.to_networkx()``; ``kg.extract(text, date="2026-01-02")`` tells what one text says. docs/python.md shows each.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph as Graph
    from kg.api import build as build
    from kg.api import open as open

__version__ = "0.1.0"
_API = ("Graph", "build", "open")


class CallablePackage(ModuleType):
    """``kg.extract`` is the package of the stages; called, it is :func:`kg.api.extract`."""

    def __call__(self, text: str, date: str | None = None, **options: Any) -> dict[str, Any]:
        from kg.api import extract

        return extract(text, date, **options)


def __getattr__(name: str) -> Any:
    """``import kg`` costs nothing: what it offers is loaded when it is asked for."""
    if name == "extract":
        return importlib.import_module("kg.extract")
    if name in _API:
        return getattr(importlib.import_module("kg.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """For whoever completes names."""
    return sorted((*_API, "extract", "__version__"))
