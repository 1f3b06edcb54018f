"""What a worker knows of a graph, and the pages of it."""

from __future__ import annotations

from pyoxigraph import Store

from kg.serve.tasks import Answer, Page, sentence


class Site:
    """The graph with its pages."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def answer(self, task: Page) -> Answer:
        return sentence(404, "There is nothing at this address; the SPARQL endpoint is at /sparql.")
