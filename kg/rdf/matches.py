"""Why two mentions name one thing, or two that look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.ids import digest
from kg.model import Match, Ref
from kg.rdf.documents import mention_node, mentions
from kg.rdf.index import Article, Index
from kg.rdf.terms import Statement, boolean, hundredths, text
from kg.vocab import KG, RDF


def match_triples(index: Index) -> Iterator[Statement]:
    """The decisions about what the graph mentions."""
    nodes = _nodes(index)
    for match in index.world.matches:
        if match.left in nodes and match.right in nodes:
            yield from _match_triples(index.iris.match(digest("\0".join((*match.left, *match.right, str(match.same))), 16)), match, nodes)


def _match_triples(me: str, match: Match, nodes: dict[Ref, str]) -> Iterator[Statement]:
    yield me, RDF.type, KG.Match
    yield me, KG.left, nodes[match.left]
    yield me, KG.right, nodes[match.right]
    yield me, KG.same, boolean(match.same)
    yield me, KG.score, hundredths(match.score)
    for reason in match.reasons:
        yield me, KG.reason, text(reason)


def _nodes(index: Index) -> dict[Ref, str]:
    """The first mention of each record that a match is about, by name where it is named."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for match in index.world.matches:
        for doc, local in (match.left, match.right):
            wanted[doc].add(local)
    found = {}
    for article in index.articles:
        locals_ = wanted.get(article.document.id)
        if locals_:
            found.update({(article.document.id, local): node for local, node in _first_mentions(article, locals_)})
    return found


def _first_mentions(article: Article, wanted: set[str]) -> Iterator[tuple[str, str]]:
    written = mentions(article)
    spans = [(mention.kind != "name", mention.span, mention.entity) for mention in article.extraction.mentions]
    spans += [(True, event.trigger, event.id) for event in article.extraction.events]
    seen: set[str] = set()
    for _, span, local in sorted(spans):
        if local in wanted - seen and article.thing(local) in written.get(span, ()):
            seen.add(local)
            yield local, mention_node(article, span, written[span].index(article.thing(local)) + 1)
