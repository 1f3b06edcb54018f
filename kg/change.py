"""Articles added to a graph and taken from it: byte for byte the graph that a build of what is then there gives, at the cost of the new articles.

An article replaces the one there that has its URL; where not both have a URL, the one with its id (which it gives itself, or its file's name gives
it). Of several there with that id it replaces those that came from the same file. Articles that come in together replace none of one another: as in
a build, those of one id are told apart by a hash.
"""

from __future__ import annotations

import difflib
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeAlias

from kg.errors import InputError, OutputError
from kg.lexicon import load_lexicon
from kg.manifest import Manifest, read_manifest, stamp
from kg.mapping import Reader, collector_paused, map_documents
from kg.model import Document, Extraction, Issue
from kg.pipeline import CACHE, DEFAULT_RUNNING, OUTPUTS, Running, make, reader
from kg.read import by_name, gather
from kg.report import Report, Stopwatch
from kg.staging import recover, staged

Said: TypeAlias = Counter[tuple[str, ...]]
_NEAR = 3
_DETAILS = ("title", "date", "publisher", "url")


@dataclass(frozen=True, slots=True)
class Revision:
    """An article that took the place of others (ids as in the graph), with the numbers of claims that only it makes, and only they made.

    ``lost`` are details that they had, and it has not: a metadata table may have given them.
    """

    old: tuple[str, ...]
    new: str
    claimed: int
    withdrawn: int
    lost: tuple[str, ...] = ()  # of _DETAILS


@dataclass(frozen=True, slots=True)
class Change:
    """What was done, told by ids as in the graph. ``renamed`` documents stayed, but an id may depend on which others there are.

    ``told`` are issues that an earlier command met and told; the report keeps them.
    """

    report: Report
    added: tuple[str, ...] = ()
    revised: tuple[Revision, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    told: tuple[Issue, ...] = ()


def add(
    output: Path,
    paths: Sequence[str],
    metadata: Path | None = None,
    stdin: BinaryIO | None = None,
    running: Running = DEFAULT_RUNNING,
    watch: Stopwatch | None = None,
) -> Change:
    """Read articles into the graph in ``output``, with the options of its build. Raises a KgError, and then nothing is changed."""
    watch = watch or Stopwatch()
    with _rewritten(output) as (folder, manifest):
        with watch.stage("read"), collector_paused():
            reading = reader(output, manifest, load_lexicon(manifest.options.ontology))
            came, issues = gather(paths, metadata, stdin, manifest.options.limits, whole=False)
        if not came:
            raise InputError(f"No article could be read ({issues[0].file}: {issues[0].reason}).")
        named = by_name(manifest.articles)
        older = _older(named, came)
        replaced = {name for names in older for name in names}
        with watch.stage("cache"):
            before = _claims(_said([replace(named[name], id=name) for name in sorted(replaced)], reading))
        after = _without(manifest, [named[name] for name in replaced], came, issues)
        report, world = make(folder, output, after, reading, running, watch)
    now = _names(after)
    claims = _claims(extraction for extraction in world.extractions if replaced)
    added = sorted(now[id(article)] for article, names in zip(came, older, strict=True) if not names)
    revised = sorted((now[id(article)], names, _lost(article, named, names)) for article, names in zip(came, older, strict=True) if names)
    return Change(report, tuple(added), tuple(_revision(*one, claims, before) for one in revised), (), _renamed(named, now))


def remove(output: Path, names: Iterable[str], running: Running = DEFAULT_RUNNING) -> Change:
    """Take documents from the graph in ``output`` by their ids. Raises InputError for an unknown id, and when no document would be left."""
    watch = Stopwatch()
    with _rewritten(output) as (folder, manifest):
        named, gone = by_name(manifest.articles), sorted(set(names))
        for name in gone:
            if name not in named:
                raise InputError(f'The graph in {output} has no document "{name}"; {_hint(name, named)}')
        if len(gone) == len(named):
            raise InputError(f"That would leave no document; to be rid of the graph, delete the folder {output}.")
        after = _without(manifest, [named[name] for name in gone])
        with watch.stage("read"), collector_paused():
            reading = reader(output, manifest, load_lexicon(manifest.options.ontology))
        report, _ = make(folder, output, after, reading, running, watch)
    return Change(report, removed=tuple(gone), renamed=_renamed(named, _names(after)), told=manifest.issues)


@contextmanager
def _rewritten(output: Path) -> Iterator[tuple[Path, Manifest]]:
    """A new folder to take the place of ``output``, and what that was built of. Of two commands at once, the later one fails."""
    recover(output, OUTPUTS, frozenset({CACHE}))
    manifest, seen = read_manifest(output), stamp(output)
    with staged(output, OUTPUTS, frozenset({CACHE})) as folder:
        yield folder, manifest
        if stamp(output) != seen:
            raise OutputError(f"Another command has changed {output} meanwhile; try again.")


def _older(named: dict[str, Document], came: Sequence[Document]) -> list[list[str]]:
    """For each article that came, the names of those that it replaces."""
    by_url, by_id = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for name, article in named.items():
        by_id[article.id].append(name)
        if article.url:
            by_url[article.url].append(name)

    def of(article: Document) -> list[str]:
        if article.url and article.url in by_url:
            return by_url[article.url]
        same = [name for name in by_id[article.id] if not (article.url and named[name].url)]
        if len(same) > 1:
            same = [name for name in same if os.path.abspath(named[name].source) == os.path.abspath(article.source)]
        return same

    return [of(article) for article in came]


def _without(manifest: Manifest, gone: Sequence[Document], came: Sequence[Document] = (), issues: Sequence[Issue] = ()) -> Manifest:
    """The manifest when articles are gone and others came. Issues of a file go when the last of its articles does, or when it was read again."""
    left_out = {id(article) for article in gone}
    kept = [article for article in manifest.articles if id(article) not in left_out]
    stale = {article.source for article in gone} - {article.source for article in kept}
    stale |= {article.source for article in came} | {issue.file for issue in issues}
    return replace(manifest, articles=(*kept, *came), issues=(*(issue for issue in manifest.issues if issue.file not in stale), *issues))


def _names(manifest: Manifest) -> dict[int, str]:
    """What each article, known by its identity as an object, is called in the graph."""
    return {id(article): name for name, article in by_name(manifest.articles).items()}


def _renamed(named: dict[str, Document], now: dict[int, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, now[id(article)]) for name, article in sorted(named.items()) if now.get(id(article), name) != name)


def _said(documents: Sequence[Document], reading: Reader) -> Iterable[Extraction]:
    return map_documents(documents, reading, 1, lambda done, total: None, Stopwatch()).extractions()


def _claims(extractions: Iterable[Extraction]) -> dict[str, Said]:
    """By document, what its claims say in words: who did what, whether it is denied or alleged, and who says so."""
    found: dict[str, Said] = {}
    for said in extractions:
        labels = {entity.id: entity.label for entity in said.entities} | {event.id: event.lemma for event in said.events}
        speakers = {attribution.id: labels.get(attribution.entity or "", "?") for attribution in said.attributions}
        found[said.document.id] = Counter(
            (labels.get(c.subject, ""), c.predicate, labels.get(c.object, ""), c.polarity, c.modality, speakers.get(c.attribution or "", ""))
            for c in said.claims
        )
    return found


def _lost(article: Document, named: dict[str, Document], old: list[str]) -> tuple[str, ...]:
    return tuple(one for one in _DETAILS if not getattr(article, one) and any(getattr(named[name], one) for name in old))


def _revision(new: str, old: list[str], lost: tuple[str, ...], claims: dict[str, Said], before: dict[str, Said]) -> Revision:
    now, once = claims.get(new, Said()), sum((before.get(name, Said()) for name in old), Said())
    return Revision(tuple(old), new, (now - once).total(), (once - now).total(), lost)


def _hint(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=_NEAR, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else f"it has {', '.join(names[:_NEAR])}{' …' if len(names) > _NEAR else ''}."
