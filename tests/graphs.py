"""Finished graphs of small invented articles: kept parses, and the real stages from there on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Store

from kg import store
from kg.export import turtle
from kg.extract import extract
from kg.rdf import quads
from kg.resolve import resolve
from tests.parses import document, lexicon, parsed
from tests.worlds import RUN

#: A purchase that one paper denies, a fire and its toll, a bribe only alleged, a plan, an office: id -> day, publisher, text.
ARTICLES: dict[str, tuple[str, str, str]] = {
    "courier": (
        "2025-06-03",
        "Courier",
        "Ardent Group acquired Nestle on Monday. Ana Ruiz, the president of Peru, praised the deal. "
        "Prosecutors accused Ardent Group of bribing ministers. A court in Paris fined Ardent Group on May 20, 2025. "
        "Ardent Group plans to build a factory in Lima.",
    ),
    "gazette": (
        "2025-06-04",
        "Gazette",
        "Ardent Group did not acquire Nestle. President Ana Ruiz visited Lima in early May. Ruiz said that rebels attacked Lima. "
        "The mayor denied that police arrested Ruiz. A fire destroyed a hospital in Lima on June 1, 2025.",
    ),
    "herald": (
        "2025-06-05",
        "Herald",
        "Ardent Group acquired Nestle in June. A fire destroyed a hospital in Lima on June 2, 2025, killing at least 12 people. "
        "Peru has bought wheat from Canada since 2013.",
    ),
}

#: Two things of one description in two stories.
NAMESAKES: dict[str, tuple[str, str, str]] = {
    "courier": ("2025-06-03", "Courier", "Thieves robbed a bank in Lima on Monday."),
    "gazette": ("2025-06-04", "Gazette", "Ana Ruiz founded a bank in Lima."),
}

#: One who is in all the news, and another of her surname: id -> day, publisher, text.
OFTEN: dict[str, tuple[str, str, str]] = {
    "courier": (
        "2025-06-03",
        "Courier",
        "Ana Ruiz opened a school in Lima. She thanked the teachers. She planted a tree, and she left Lima on Monday.",
    ),
    "gazette": ("2025-06-04", "Gazette", "Carlos Ruiz won a chess tournament in Quito."),
}


def graph(folder: Path, articles: Mapping[str, tuple[str, str, str]] = ARTICLES) -> Path:
    """The output folder (its ``graph.ttl`` and store) of these articles."""
    extractions = []
    for name, (day, publisher, text) in articles.items():
        article = replace(document(text, day), id=name, publisher=publisher, title=f"{publisher} of {day}")
        extractions.append(extract(article, parsed(text), lexicon()))
    folder.mkdir(exist_ok=True)
    turtle.write(quads(resolve(extractions, lexicon()), lexicon(), RUN), folder / "graph.ttl")
    store.build(folder / "graph.ttl", folder / "store")
    return folder


def opened(folder: Path) -> Store:
    """Its store, for reading."""
    return store.open_store(folder)
