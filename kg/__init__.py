"""newskg: news articles in, one RDF graph of events, entities and attributed claims out.

In Python, ``kg.extract(text, date="2026-01-02")`` tells what one text says; the command ``kg`` does the rest.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

__version__ = "0.1.0"


class CallablePackage(ModuleType):
    """``kg.extract`` is the package of the stages; called, it is :func:`kg.api.extract`."""

    def __call__(self, text: str, date: str | None = None, **options: Any) -> dict[str, Any]:
        from kg.api import extract

        return extract(text, date, **options)


def __getattr__(name: str) -> ModuleType:
    """``import kg`` costs nothing: the stages are loaded when they are asked for."""
    if name == "extract":
        return importlib.import_module("kg.extract")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
