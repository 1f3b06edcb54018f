"""What invented articles of one paragraph say, and audits of invented digests, by kept parses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from pyoxigraph import Quad, Store

from kg.audit.verdicts import Finding, audit
from kg.extract import extract
from kg.model import Block, Citation, Document, Extraction, World
from kg.rdf import quads
from kg.rdf.terms import triple
from kg.resolve import resolve
from tests.parses import lexicon, parsed
from tests.worlds import RUN


def told(doc_id: str, text: str, date: str | None = "2025-03-07", sources: Sequence[str] = ()) -> Extraction:
    """What a text of one paragraph says; ``sources`` are the titles of a digest's source list."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    listed = "".join(f"\n[{n}] {title}" for n, title in enumerate(sources, 1))
    citations, begin = [], len(text) + 1
    for n, title in enumerate(sources, 1):
        begin += len(f"[{n}] ")
        citations.append(Citation(n, title, (begin, begin + len(title))))
        begin += len(title) + 1
    document = Document(
        doc_id, text + listed, (Block(0, len(text)),), sha256, sha256, title=f"Title of {doc_id}", date=date, citations=tuple(citations)
    )
    return extract(document, parsed(text), lexicon())


def findings(digest: Extraction, articles: Sequence[Extraction]) -> list[Finding]:
    names = resolve([digest, *articles], lexicon()).names
    return audit(digest, articles, names, lexicon())


def judged(sentence: str, cited: str, articles: Sequence[Extraction], date: str | None = "2025-05-10") -> Finding:
    """What an audit finds of a digest that is one sentence, citing the article of that name."""
    names = [article.document.id for article in articles]
    digest = told("digest", f"{sentence[:-1]} [{names.index(cited) + 1}].", date, [f"Title of {name}" for name in names])
    return findings(digest, articles)[0]


def graph(articles: Iterable[Extraction]) -> Store:
    """The store that a build of these articles would have."""
    return stored(resolve(list(articles), lexicon()))


def stored(world: World) -> Store:
    """The graph of a world, in memory."""
    store = Store()
    store.extend(Quad(*triple(one)) for one in quads(world, lexicon(), RUN))
    return store
