"""The pages of a graph, written by a worker: which address is which page."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from pyoxigraph import Store

from kg.errors import QueryError
from kg.serve import asking, lists, things
from kg.serve.description import SUFFIXES, describe
from kg.serve.html import Page as Html
from kg.serve.negotiate import GRAPHS, preferred, wants_html
from kg.serve.places import Places, base_of, known
from kg.serve.tasks import Answer, Page, sentence

#: Lists by their address; each is written once.
_LISTS: dict[str, Callable[[Store, Html, Mapping[str, str]], Answer]] = {
    "": lists.start,
    "entities": lists.entities,
    "events": lists.events,
    "documents": lists.documents,
    "conflicts": lists.conflicts,
    "queries": asking.saved,
}
#: Pages of what is asked.
_FORMS: dict[str, Callable[[Store, Html, Mapping[str, str]], Answer]] = {"search": lists.search, "query": asking.query}
_KEPT = 64  # lists


class Site:
    """The graph with its pages; what is found out once stays known as long as the store is open."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._base = base_of(store)
        self._list = functools.lru_cache(_KEPT)(self._written)

    def answer(self, task: Page) -> Answer:
        """The page of an address, or the data behind it. Failures are pages too."""
        html = Html(Places(self._base, task.root))
        try:
            if task.path in _LISTS:
                return self._list(task.path, task.root, tuple(sorted(task.values.items())))
            if task.path in _FORMS:
                return _FORMS[task.path](self.store, html, task.values)
            return self._thing(html, task)
        except QueryError as error:
            return html.message(400, "That cannot be done", str(error))

    def _written(self, path: str, root: str, values: tuple[tuple[str, str], ...]) -> Answer:
        return _LISTS[path](self.store, Html(Places(self._base, root)), dict(values))

    def _thing(self, html: Html, task: Page) -> Answer:
        stem, media_type = _by_suffix(task.path)
        about = (stem if media_type else task.path) == "about"
        iri = task.values.get("iri", "") if about else html.places.iri(task.path)
        if not about and media_type and not known(self.store, iri):  # an id may end as a suffix does
            iri = html.places.iri(stem)
        elif not about:
            media_type = ""
        if not known(self.store, iri):
            nothing = f"The graph says nothing of <{iri}>; it may have another name since the last build."
            return html.message(404, "Nothing here", nothing) if wants_html(task.accept) and not _by_suffix(task.path)[1] else sentence(404, nothing)
        if not media_type and wants_html(task.accept):
            return things.page(self.store, html, iri)
        return describe(self.store, iri, media_type or preferred(task.accept, GRAPHS) or "")


def _by_suffix(path: str) -> tuple[str, str]:
    """``entity/x.ttl`` → ``entity/x`` and its media type; else the path and an empty string."""
    for suffix, media_type in SUFFIXES.items():
        if path.endswith(suffix):
            return path.removesuffix(suffix), media_type
    return path, ""
