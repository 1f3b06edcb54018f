"""Where the pages of a graph's IRIs stand: the base IRI of the data is the start of the site, whatever it is (``urn:newskg:`` or an address)."""

from __future__ import annotations

from urllib.parse import quote, unquote

from pyoxigraph import NamedNode, Store

from kg.ids import segment
from kg.vocab import PREFIXES

_DEFAULT = "urn:newskg:"
_SAFE = "/%#=,;:@!$&'()*+~"


def base_of(store: Store) -> str:
    """The base IRI under which the data stands, as its run and its documents tell."""
    for kind, part in (("prov:Activity", "run/"), ("nif:Context", "document/")):
        for (node,) in store.query(f"SELECT ?node {{ ?node a {kind} }} LIMIT 1", prefixes=PREFIXES):  # type: ignore[union-attr]
            return str(node.value.rpartition(part)[0]) or _DEFAULT
    return _DEFAULT


class Places:
    """From IRIs to addresses, relative to the page with ``root``, and back."""

    def __init__(self, base: str, root: str = "") -> None:
        self.base, self.root = base, root or "./"

    def iri(self, path: str) -> str:
        """The IRI of a path as it came, percent-encoded; segments are spelt as :func:`kg.ids.segment` spells them."""
        return self.base + "/".join(segment(unquote(part)) if part else "" for part in path.split("/"))

    def href(self, iri: str) -> str:
        """The page of an IRI: its own where it is one of the data, else the page about it."""
        if iri.startswith(self.base):
            return self.root + quote(iri[len(self.base) :], safe=_SAFE)
        return f"{self.root}about?iri={quote(iri, safe='')}"

    def picture(self, iri: str) -> str:
        """Where the picture shows an entity or an event, as its ``state.js`` writes it; the picture's start where it does not hold it."""
        return f"{self.root}graph.html#pick={quote(iri.removeprefix(self.base), safe='/')}"

    def data(self, iri: str, suffix: str) -> str:
        """The address of what the graph says of an IRI, in the format of the suffix."""
        if iri.startswith(self.base):
            return self.root + quote(iri[len(self.base) :].partition("#")[0], safe=_SAFE) + suffix
        return f"{self.root}about{suffix}?iri={quote(iri, safe='')}"


def known(store: Store, iri: str) -> bool:
    """Whether the graph says anything of it."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    patterns = (store.quads_for_pattern(node, None, None), store.quads_for_pattern(None, None, node), store.quads_for_pattern(None, node, None))
    return any(next(iter(found), None) is not None for found in patterns)
