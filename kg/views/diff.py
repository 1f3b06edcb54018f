"""What changed from one graph to another: documents, claims, how well happenings stand, who and what is one.

Claims are paired by what they say, not by their IRIs: by document, sentence and triple, then by document and sentence and verb (another reading of
the same words), then by document and triple (the sentence of a revised article). What is left over is new, or withdrawn.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from kg.store import Graph
from kg.views.evidence import Evidence, Happening, Thing, all_claims, read_evidence
from kg.views.names import key_of
from kg.views.nodes import Nodes, select
from kg.views.wording import place_in, standing, told_by
from kg.vocab import DCTERMS, KG, PREFIXES, SCHEMA

#: From the weakest to the firmest; "asserted" is the document's own voice, "reported" somebody's in it.
_RANKS = ("denied", "hypothetical", "possible", "planned", "alleged", "disputed", "reported", "asserted")
_TOLD_OF = {"title": SCHEMA.headline, "date": SCHEMA.datePublished, "text": KG.textSha256}


@dataclass(frozen=True, slots=True)
class Documents:
    """Ids of documents; ``revised`` have another text, ``redescribed`` another title or date."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    revised: tuple[str, ...]
    redescribed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A claim as one of the graphs has it."""

    what: str
    standing: str  # in words
    rank: str  # "asserted", "reported", "alleged" …
    sentence: str
    place: str  # document and its date
    claim: str  # IRI


@dataclass(frozen=True, slots=True)
class Restated:
    """A claim that is put forward otherwise than before."""

    before: Side
    after: Side


@dataclass(frozen=True, slots=True)
class Restanding:
    """A happening that stands better or worse than before, by all that is told of it."""

    what: str
    before: str  # kg:status
    after: str
    event: str  # IRI in the new graph


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What was several and is one, or was one and is several: keys of entities or happenings, and what the first is called now."""

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """Everything that changed; all empty where nothing did. ``renamed`` are one before and after, under other keys."""

    documents: Documents
    new: tuple[Side, ...]
    withdrawn: tuple[Side, ...]
    upgraded: tuple[Restated, ...]
    downgraded: tuple[Restated, ...]
    firmer: tuple[Restanding, ...]
    weaker: tuple[Restanding, ...]
    merged: tuple[Regrouped, ...]
    split: tuple[Regrouped, ...]
    renamed: tuple[Regrouped, ...]

    @property
    def empty(self) -> bool:
        """Whether both graphs tell the same."""
        lists = (self.new, self.withdrawn, self.upgraded, self.downgraded, self.firmer, self.weaker, self.merged, self.split, self.renamed)
        return not any(lists) and self.documents == Documents((), (), (), ())


def diff(old: Store, new: Store) -> Diff:
    """What the new graph has otherwise than the old one, each list in the order of documents and their words, or by key."""
    before, after = (read_evidence(store, all_claims(store)) for store in (old, new))
    pairs, gone, come = _paired(before, after)
    restated = [Restated(_side(a), _side(b)) for a, b in pairs if _rank(a) != _rank(b)]
    up = [r for r in restated if _higher(r.before.rank, r.after.rank)]
    standings = _restanding(pairs)
    documents = _documents(old, new)
    regrouped = _regrouped(_moves(old, new, [pair for pair in pairs if pair[1].article.id not in documents.revised]))
    return Diff(
        documents=documents,
        new=tuple(map(_side, come)),
        withdrawn=tuple(map(_side, gone)),
        upgraded=tuple(up),
        downgraded=tuple(r for r in restated if r not in up),
        firmer=tuple(s for s in standings if _higher(s.before, s.after)),
        weaker=tuple(s for s in standings if not _higher(s.before, s.after)),
        merged=tuple(r for r in regrouped if len(r.before) > 1),
        split=tuple(r for r in regrouped if len(r.before) == 1 and len(r.after) > 1),
        renamed=tuple(r for r in regrouped if len(r.before) == len(r.after) == 1),
    )


# Claims

_Key = tuple[str, ...]


def _paired(before: Sequence[Evidence], after: Sequence[Evidence]) -> tuple[list[tuple[Evidence, Evidence]], list[Evidence], list[Evidence]]:
    """Claims of both graphs that say the same, what only the old one has, what only the new one has."""
    pairs: list[tuple[Evidence, Evidence]] = []
    gone, come = list(before), list(after)
    for key in (_whole_key, _words_key, _triple_key):
        found, gone, come = _match(gone, come, key)
        pairs += found
    place = {one.claim: n for n, one in enumerate(after)}
    return sorted(pairs, key=lambda pair: place[pair[1].claim]), gone, come


def _match(
    before: Iterable[Evidence], after: Iterable[Evidence], key: Callable[[Evidence], _Key]
) -> tuple[list[tuple[Evidence, Evidence]], list[Evidence], list[Evidence]]:
    """Pairs of one key, in the order of the text; the rest of either side."""
    waiting: dict[_Key, list[Evidence]] = defaultdict(list)
    for one in before:
        waiting[key(one)].append(one)
    pairs, come = [], []
    for one in after:
        if waiting[key(one)]:
            pairs.append((waiting[key(one)].pop(0), one))
        else:
            come.append(one)
    matched = {one.claim for one, _ in pairs}
    return pairs, [one for one in before if one.claim not in matched], come


def _whole_key(one: Evidence) -> _Key:
    return (*_words_key(one), one.subject.label, one.object.label)


def _words_key(one: Evidence) -> _Key:
    return one.article.id, " ".join(re.findall(r"\w+", one.sentence.lower())), one.lemma or one.relation.label


def _triple_key(one: Evidence) -> _Key:
    return one.article.id, one.lemma or one.relation.label, one.subject.label, one.object.label


def _rank(one: Evidence) -> str:
    if one.denies:
        return "denied"
    if one.modality != "actual":
        return one.modality
    return "reported" if one.speakers else "asserted"


def _higher(before: str, after: str) -> bool:
    return _RANKS.index(after) > _RANKS.index(before)


def _side(one: Evidence) -> Side:
    return Side(told_by(one), standing(one), _rank(one), " ".join(one.sentence.split()), place_in(one), one.claim)


# Happenings and entities


def _restanding(pairs: Iterable[tuple[Evidence, Evidence]]) -> list[Restanding]:
    """Happenings told in both graphs whose status is another one; of several that became one, the firmest counts."""
    was: dict[str, str] = {}
    happenings = {}
    for a, b in pairs:
        if a.happening and b.happening:
            known = was.get(b.happening.iri)
            if known is None or _higher(known, a.happening.status):
                was[b.happening.iri] = a.happening.status
            happenings[b.happening.iri] = b.happening
    return [Restanding(happenings[iri].label, was[iri], happenings[iri].status, iri) for iri in sorted(was) if was[iri] != happenings[iri].status]


#: What the same words mean: before, and after.
_Move = tuple[Thing, Thing]


def _moves(old: Store, new: Store, pairs: Iterable[tuple[Evidence, Evidence]]) -> set[_Move]:
    """What the same mentions mean before and after, and which happenings the same claims tell."""
    was, now = _meanings(old), _meanings(new)
    moves = {(was[mention], now[mention]) for mention in was.keys() & now.keys()}
    return moves | {(_keyed(a.happening), _keyed(b.happening)) for a, b in pairs if a.happening and b.happening}


def _keyed(happening: Happening) -> Thing:
    return Thing(key_of(happening.iri), happening.label)


def _meanings(store: Graph) -> dict[tuple[str, str], Thing]:
    """(document's text, place in it) of each mention → what it means; so a revised text has other mentions, and a base IRI does not matter."""
    rows = store.query(
        """SELECT ?text ?mention ?meant ?label {
            ?mention itsrdf:taIdentRef ?meant ; nif:referenceContext/kg:textSha256 ?text . ?meant rdfs:label ?label }""",
        prefixes=PREFIXES,
    )
    found = ((text.value, mention.value, Thing(key_of(meant.value), label.value)) for text, mention, meant, label in rows)  # type: ignore[union-attr]
    return {(text, mention.rsplit("/", 1)[-1]): thing for text, mention, thing in found}


def _regrouped(moves: Iterable[_Move]) -> list[Regrouped]:
    """Groups of keys that have to do with one another, where they changed: connected components of the moves."""
    after: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    labels = {}
    for was, now in sorted(moves, key=lambda move: (move[0].iri, move[1].iri, move[1].label)):
        after[was.iri].add(now.iri)
        before[now.iri].add(was.iri)
        labels[now.iri] = now.label
    found, seen = [], set[str]()
    for start in sorted(after):
        if start in seen:
            continue
        olds, news = _component(start, after, before)
        seen |= olds
        if olds != news:
            found.append(Regrouped(labels[min(news)], tuple(sorted(olds)), tuple(sorted(news))))
    return found


def _component(start: str, after: Mapping[str, set[str]], before: Mapping[str, set[str]]) -> tuple[set[str], set[str]]:
    olds, news, ahead = {start}, set[str](), [start]
    while ahead:
        for one in after[ahead.pop()] - news:
            news.add(one)
            ahead += sorted(before[one] - olds)
            olds |= before[one]
    return olds, news


# Documents


def _documents(old: Store, new: Store) -> Documents:
    was, now = _described(old), _described(new)
    both = sorted(was.keys() & now.keys())
    revised = [doc for doc in both if was[doc]["text"] != now[doc]["text"]]
    return Documents(
        added=tuple(sorted(now.keys() - was.keys())),
        removed=tuple(sorted(was.keys() - now.keys())),
        revised=tuple(revised),
        redescribed=tuple(doc for doc in both if doc not in revised and was[doc] != now[doc]),
    )


def _described(store: Graph) -> dict[str, dict[str, str]]:
    nodes = Nodes(store)
    iris = select(store, "?node a nif:Context")
    nodes.load(iris)
    return {nodes.one(iri, DCTERMS.identifier): {what: nodes.one(iri, term) for what, term in _TOLD_OF.items()} for iri in iris}
