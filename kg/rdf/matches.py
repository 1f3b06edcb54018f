"""Why two mentions name one thing, or two that look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from kg.ids import digest
from kg.model import Match, Ref, World
from kg.rdf.documents import Mentions, mention_node
from kg.rdf.index import Article, Index
from kg.rdf.terms import Statement, boolean, hundredths, text
from kg.vocab import KG, RDF


def match_triples(index: Index, nodes: Mapping[Ref, str]) -> Iterator[Statement]:
    """The decisions about what the graph mentions; ``nodes`` are the first mentions of the records that they are about."""
    for match in index.world.matches:
        if match.left in nodes and match.right in nodes:
            yield from _match_triples(index.iris.match(digest("\0".join((*match.left, *match.right, str(match.same))), 16)), match, nodes)


def _match_triples(me: str, match: Match, nodes: Mapping[Ref, str]) -> Iterator[Statement]:
    yield me, RDF.type, KG.Match
    yield me, KG.left, nodes[match.left]
    yield me, KG.right, nodes[match.right]
    yield me, KG.same, boolean(match.same)
    yield me, KG.score, hundredths(match.score)
    for reason in match.reasons:
        yield me, KG.reason, text(reason)


def matched(world: World) -> dict[str, set[str]]:
    """By document, the records that a match is about."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in world.matches:
        for doc, local in (match.left, match.right):
            found[doc].add(local)
    return found


def first_mentions(article: Article, written: Mentions, wanted: Collection[str]) -> Iterator[tuple[Ref, str]]:
    """The first mention of each of these records, by name where it is named."""
    if not wanted:
        return
    spans = [(mention.kind != "name", mention.span, mention.entity) for mention in article.extraction.mentions if mention.entity in wanted]
    spans += [(True, event.trigger, event.id) for event in article.extraction.events if event.id in wanted]
    seen: set[str] = set()
    for _, span, local in sorted(spans):
        if local not in seen and article.thing(local) in written.get(span, ()):
            seen.add(local)
            yield (article.document.id, local), mention_node(article, span, written[span].index(article.thing(local)) + 1)
