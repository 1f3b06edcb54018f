"""Who is who across documents.

What is plain is grouped at once: a listed name, a full name, a name that is nobody else's. Look-alikes that meet in neighbouring articles
are compared feature by feature (:mod:`kg.resolve.compare`) and joined, the surest first, while no two of a cluster contradict one
another. A lone surname joins the one bearer whom its article points to; between two it stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Extraction, Match, Ref
from kg.resolve.clusters import Clusters, Key
from kg.resolve.compare import SAME, Comparer, Verdict, persons_agree
from kg.resolve.context import Settings, setting
from kg.resolve.governments import join_governments
from kg.resolve.portraits import Portraits
from kg.resolve.records import Record, meeting_keys, records
from kg.resolve.surnames import bearers_in, persons_by_surname, undescribed

_NEAR = 5  # records on either side of a bare name, of those that share a key with it
_MARGIN = 0.1  # by which one bearer of a name must be likelier than the next
_COMMONER = 4  # times as many articles that name a person in full as any other whom a bare name may mean
_REJECTED = 2  # look-alikes of a record that the graph tells apart, at most

_Met = tuple[int, int]  # two records that are to be compared, by their places


@dataclass(frozen=True, slots=True)
class Pair:
    """Two look-alike records and what the comparison said."""

    one: Record
    two: Record
    keys: tuple[Key, Key]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Grouped:
    """Each group of records is one entity of the world; ``matches`` are the decisions that are not plain."""

    groups: list[list[Record]]
    matches: list[Match]
    settings: Settings


def group_entities(extractions: Sequence[Extraction], lexicon: Lexicon) -> Grouped:
    """The named entities of all documents. The order of the documents changes nothing."""
    settings = Settings({x.document.id: setting(x, lexicon) for x in extractions})
    everyone = [record for x in extractions for record in records(x, settings.of[x.document.id], lexicon)]
    everyone = sorted(persons_by_surname(undescribed(everyone, extractions, lexicon)), key=lambda record: record.order)
    middles = _middles(everyone)
    nodes: dict[Key, list[Record]] = defaultdict(list)
    key_of = {}
    for record in everyone:
        key_of[record.ref] = _plain_key(record, settings.of[record.ref[0]].country, middles)
        nodes[key_of[record.ref]].append(record)
    comparer = Comparer(lexicon, settings, Portraits(extractions, lexicon), bearers_in(everyone))
    pairs = _compared(everyone, _candidates(everyone, key_of, settings, lexicon), key_of, comparer)
    clusters = Clusters(nodes)
    _join(clusters, pairs, comparer)
    join_governments(clusters, everyone, key_of, extractions, lexicon)
    groups = sorted(clusters.members.values(), key=lambda found: min(record.order for record in found))
    return Grouped(groups, [*clusters.matches, *_rejected(clusters, pairs), *_namesakes(groups)], settings)


def _middles(everyone: Sequence[Record]) -> dict[tuple[str, str, str], set[str]]:
    """First name, surname and suffix -> initials of the middle names that their bearers have."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for record in everyone:
        if record.person and record.person.full:
            person = record.person
            found[person.given[0], person.surname, person.suffix] |= {word[0] for word in person.given[1:2]}
    return found


def _plain_key(record: Record, country: str | None, middles: dict[tuple[str, str, str], set[str]]) -> Key:
    """Records of equal keys are one beyond doubt. A record that its article has to explain is alone."""
    alone = ("told", record.ref[0], record.name, record.family)
    if record.link is not None:
        return ("listed", record.link)
    if record.person is not None and record.person.full:
        name = (record.person.given[0], record.person.surname, record.person.suffix)
        if len(middles[name]) < 2:
            return ("person", *name)
        return ("person", *name, record.person.given[1][0]) if len(record.person.given) > 1 else alone
    if not record.bare:
        return ("name", record.name, record.family)
    return ("placed", record.name, record.family, country) if record.placed and country else alone


def _candidates(everyone: Sequence[Record], key_of: Mapping[Ref, Key], settings: Settings, lexicon: Lexicon) -> list[_Met]:
    """Pairs that may be one, each once: look-alikes in articles of one story, and for a bare name the nearest others of its kind. In the order of
    the records, whose number they grow with.
    """
    everywhere: dict[str, list[int]] = defaultdict(list)
    for n, record in enumerate(everyone):
        for key in meeting_keys(record, lexicon):
            everywhere[key].append(n)
    numbers = {key: n for n, key in enumerate(dict.fromkeys(key_of.values()))}
    nodes = [numbers[key_of[record.ref]] for record in everyone]
    told = {n for key, n in numbers.items() if key[0] == "told"}
    here: dict[str, dict[str, list[int]]] = {doc: {} for doc in settings.of}
    size, met = len(everyone), set[int]()  # pairs as one number, the lower one first: a set of these is quicker than one of pairs
    for key, found in everywhere.items():
        if any(nodes[n] != nodes[found[0]] for n in found):  # else all of that name are one already
            for at, n in enumerate(found):
                here[everyone[n].ref[0]].setdefault(key, []).append(n)
                if nodes[n] in told:
                    met.update(n * size + m if n < m else m * size + n for m in found[max(0, at - _NEAR) : at + _NEAR + 1])
    for doc, related in settings.related():
        own = [(key, [n for n in some if everyone[n].link is None]) for key, some in here[doc].items()]
        for other in related:
            theirs = here[other]
            for key, some in own:
                for m in theirs.get(key, ()):
                    for n in some:
                        if nodes[n] != nodes[m]:
                            met.add(n * size + m if n < m else m * size + n)
    pairs = (divmod(pair, size) for pair in sorted(met))
    return [(n, m) for n, m in pairs if nodes[n] != nodes[m] and everyone[n].ref[0] != everyone[m].ref[0]]


def _compared(everyone: Sequence[Record], met: Sequence[_Met], key_of: Mapping[Ref, Key], comparer: Comparer) -> list[Pair]:
    """What the comparison says of each two nodes, by their records that are most alike; the surest first."""
    best: dict[tuple[Key, Key], Pair] = {}
    for n, m in met:
        one, two = everyone[n], everyone[m]
        verdict = comparer.compare(one, two)
        keys = key_of[one.ref], key_of[two.ref]
        if verdict and (keys not in best or verdict.score > best[keys].verdict.score):
            best[keys] = Pair(one, two, keys, verdict)
    return sorted(best.values(), key=lambda pair: (-pair.verdict.score, pair.one.order, pair.two.order))


def _join(clusters: Clusters, pairs: Sequence[Pair], comparer: Comparer) -> None:
    """Join, the surest first: names that stand for themselves, then bare ones to them, then bare ones to one another."""
    sure = [pair for pair in pairs if pair.verdict.score >= SAME]
    told = {key for pair in sure for key in pair.keys if key[0] == "told"}
    for pair in sure:
        if not told.intersection(pair.keys) and not clusters.forbids(*pair.keys):
            clusters.join(pair.one, pair.two, pair.verdict, pair.keys)
    choices: dict[Key, list[Pair]] = defaultdict(list)
    for pair in sure:
        if len(told.intersection(pair.keys)) == 1:
            choices[pair.keys[0] if pair.keys[0] in told else pair.keys[1]].append(pair)
    meant = [_bearer(clusters, key, found) for key, found in choices.items()]
    for pair in filter(None, meant):
        if not clusters.forbids(*pair.keys):
            clusters.join(pair.one, pair.two, pair.verdict, pair.keys)
    for pair in sure:
        if told.issuperset(pair.keys) and _stand_together(clusters, pair, comparer):
            clusters.join(pair.one, pair.two, pair.verdict, pair.keys)


def _bearer(clusters: Clusters, key: Key, pairs: Sequence[Pair]) -> Pair | None:
    """The one whom a bare name means; None between two who are as likely, unless one of them is by far the better known."""
    likeliest: dict[Key, Pair] = {}
    for pair in pairs:
        other = pair.keys[0] if pair.keys[1] == key else pair.keys[1]
        if not clusters.forbids(key, other):
            likeliest.setdefault(clusters.root(other), pair)
    ranked = sorted(likeliest.values(), key=lambda pair: -pair.verdict.score)
    rivals = [pair for pair in ranked if ranked[0].verdict.score - pair.verdict.score < _MARGIN]
    if len(rivals) < 2:
        return rivals[0] if rivals else None
    known = {id(pair): _articles(clusters, pair.keys[0] if pair.keys[1] == key else pair.keys[1]) for pair in rivals if pair.one.person}
    first, second = sorted(rivals, key=lambda pair: -known.get(id(pair), 0))[:2]
    return first if known.get(id(first), 0) >= _COMMONER * known.get(id(second), 1) else None


def _articles(clusters: Clusters, key: Key) -> int:
    """How many articles name the one to whom a node belongs."""
    return len({record.ref[0] for record in clusters.members[clusters.root(key)]})


def _stand_together(clusters: Clusters, pair: Pair, comparer: Comparer) -> bool:
    """Bare names make a cluster only around its first: articles that drift from story to story must not chain two people together."""
    one, two = (clusters.members[clusters.root(key)] for key in pair.keys)
    if one is two or clusters.forbids(*pair.keys) or any(not record.bare for record in (one[0], two[0])):
        return False
    if len(one) == len(two) == 1:
        return True
    verdict = comparer.compare(min(one, key=lambda r: r.order), min(two, key=lambda r: r.order))
    return verdict is not None and verdict.score >= SAME


def _rejected(clusters: Clusters, pairs: Sequence[Pair]) -> Iterator[Match]:
    """The likeliest look-alikes that stayed apart, a few for each record."""
    told: dict[tuple[str, str], int] = defaultdict(int)
    for pair in pairs:
        one, two = pair.one.ref, pair.two.ref
        if clusters.root(pair.keys[0]) != clusters.root(pair.keys[1]) and max(told[one], told[two]) < _REJECTED:
            told[one] += 1
            told[two] += 1
            reasons = pair.verdict.reasons
            if pair.verdict.score >= SAME:
                reasons = (clusters.forbids(*pair.keys) or "two-bearers-of-the-name", *reasons)
            yield Match(one, two, False, pair.verdict.score, reasons)


def _namesakes(groups: Sequence[list[Record]]) -> Iterator[Match]:
    """Of persons of one surname each with the next: one decision a group, however common the name."""
    last: dict[str, Record] = {}
    for group in groups:
        full = next((record for record in group if record.person and record.person.full), None)
        if full is not None and full.person is not None:
            before = last.get(full.person.surname)
            if before is not None and before.person is not None and not persons_agree(before.person, full.person):
                yield Match(before.ref, full.ref, False, 0.0, ("different-first-names",))
            last[full.person.surname] = full
