"""What claims call those they speak of: in the words of their own sentences, where these have no name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.mentions import mentioned
from kg.store import Graph
from kg.views.nodes import Nodes, refs
from kg.vocab import KG, PREFIXES, RDF

_BATCH = 2000  # nodes a query


class Spoken:
    """Reads the mentions of nodes without a name, and the words of claims about happenings; ``nodes`` holds the nodes."""

    def __init__(self, store: Graph, nodes: Nodes, iris: Iterable[str]) -> None:
        self._nodes = nodes
        self._mentions: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._told: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)  # happening and sentence -> claims with their words
        unnamed = sorted({iri for iri in iris if nodes.one(iri, KG.named) == "false" or KG.Event in nodes.all(iri, RDF.type)})
        for begin in range(0, len(unnamed), _BATCH):
            batch = unnamed[begin : begin + _BATCH]
            some = f"VALUES ?node {{ {refs(batch)} }}"
            for node, mention, words in store.query(  # type: ignore[union-attr]
                f"SELECT ?node ?mention ?words {{ {some} ?mention itsrdf:taIdentRef ?node ; nif:anchorOf ?words }}", prefixes=PREFIXES
            ):
                self._mentions[node.value].append((mention.value, words.value))
            for node, sentence, claim, words in store.query(  # type: ignore[union-attr]
                f"SELECT ?node ?sentence ?claim ?words {{ {some} ?claim kg:about ?node ; prov:wasQuotedFrom ?sentence ; rdfs:label ?words }}",
                prefixes=PREFIXES,
            ):
                self._told[node.value, sentence.value].append((claim.value, words.value))

    def told(self, node: str, sentence: str, claim: str) -> str:
        """What a claim calls a node: another claim's words for a happening before its own, then a mention's, then the node's label."""
        here = min(((other == claim, other, words) for other, words in self._told.get((node, sentence), ())), default=(False, "", ""))
        happening = KG.Event in self._nodes.all(node, RDF.type)
        return here[2] or mentioned(self._mentions.get(node, ()), sentence, happening) or self._nodes.label(node)

    def supported(self, node: str, sentence: str, lemma: str) -> str:
        """The noun that calls a happening whose verb only supports it ("gave a speech"); empty where there is none."""
        return mentioned(self._mentions.get(node, ()), sentence, True, lemma)
