"""Corrections applied to who is who: groups joined, split, dropped and renamed, and every instruction that finds nobody told."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.lexicon import Lexicon
from kg.model import Cluster, Event, Extraction, Issue, Match, Ref
from kg.resolve.corrections import Correction, Corrections, Name
from kg.resolve.naming import Group, name_groups
from kg.resolve.records import Record
from kg.resolve.wording import plain

_NEAREST = 3  # names that an unknown one may have meant
_ENTITY = "entity/"  # before a key, as `kg show` tells it
_SEEDS = 20  # records of either side of a split that the others are compared with
Shared = Callable[[str, str], float]


@dataclass(slots=True)
class Mended:
    """What the corrections left."""

    groups: list[Group]
    matches: list[Match]
    issues: list[Issue] = field(default_factory=list)
    applied: list[Correction] = field(default_factory=list)
    dropped: dict[str, set[str]] = field(default_factory=dict)  # document -> its entities


def mend(groups: list[Group], matches: list[Match], corrections: Corrections, shared: Shared, lexicon: Lexicon) -> Mended:
    """Apply the corrections line by line. ``shared`` says how much two articles share."""
    work = _Mending(groups, matches, corrections.file, shared, lexicon)
    for correction in corrections.lines:
        work.apply(correction)
    return work.result()


class _Mending:
    """The groups while they change."""

    def __init__(self, groups: Iterable[Group], matches: Sequence[Match], file: str, shared: Shared, lexicon: Lexicon) -> None:
        self._file, self._shared = file, shared
        self._linked = {iri: key for key, entry in sorted(lexicon.gazetteer.items(), reverse=True) for iri in entry.links}
        self._of: dict[Ref, Group] = {record.ref: group for group in groups for record in group.records}
        self._named: dict[str, list[Record]] = defaultdict(list)  # plain name -> records that bear it
        self._mended = Mended([], list(matches))
        self._lexicon, self._initial = lexicon, [Group(list(group.records)) for group in groups]
        for group in groups:
            for record in group.records:
                for spelling in record.aliases:
                    self._named[spelling].append(record)

    @cached_property
    def _clusters(self) -> list[Cluster]:
        """The things as they are named where nothing is corrected."""
        return name_groups(self._initial, self._lexicon)

    def apply(self, correction: Correction) -> None:
        names = [correction.name] + [correction.other] * (correction.verb in ("same", "different"))
        found = [self._bearers(name, correction) for name in names]
        if all(found) and getattr(self, f"_{correction.verb}")(correction, *found):
            self._mended.applied.append(correction)

    def result(self) -> Mended:
        done = self._mended
        done.groups = list({id(group): group for group in self._of.values()}.values())
        done.matches = [m for m in done.matches if self._holds(m)]
        return done

    def _holds(self, match: Match) -> bool:
        left, right = self._of.get(match.left), self._of.get(match.right)
        return left is not None and right is not None and (left is right) == match.same

    def _bearers(self, name: Name, correction: Correction) -> list[Record]:
        """The records that a name means; none, and an issue, where nobody or several things bear it."""
        found = [r for r in self._named.get(plain(name.text), ()) if r.ref in self._of and name.doc in (None, r.ref[0])]
        if not found or name.text.startswith(_ENTITY):
            found = self._keyed(name)
        if not found:
            self._tell(correction, f"{self._unknown(name)}")
            return []
        own = [record for record in found if record.name == plain(name.text)]
        found = own if len(self._groups(own)) == 1 else found
        if len(self._groups(found)) > 1:
            where = ", ".join(sorted({group.records[0].ref[0] for group in self._groups(found)})[:_NEAREST])
            line = _line(correction, name, self._key_of(found[0]))
            self._tell(correction, f'"{name.text}" names several things (in {where} …); say which, as in: {line}')
            return []
        return found

    def _keyed(self, name: Name) -> list[Record]:
        """The records of the thing that has a key, as `kg show` tells it: by what they were before the corrections, else by what they are by now."""
        key = name.text.removeprefix(_ENTITY)
        groups = self._groups([record for records in self._named.values() for record in records if record.ref in self._of])
        for clusters in (self._clusters, name_groups(groups, self._lexicon) if groups else []):
            refs = next((set(cluster.members) for cluster in clusters if cluster.key == key), set())
            found = [record for group in groups for record in group.records if record.ref in refs and name.doc in (None, record.ref[0])]
            if found:
                return found
        return []

    def _key_of(self, record: Record) -> str:
        return next((cluster.key for cluster in self._clusters if record.ref in cluster.members), "")

    def _groups(self, found: Sequence[Record]) -> list[Group]:
        return list({id(self._of[record.ref]): self._of[record.ref] for record in found}.values())

    def _unknown(self, name: Name) -> str:
        where = f"the article {name.doc}" if name.doc else "no article"
        known = {record.entity.label for records in self._named.values() for record in records if name.doc in (None, record.ref[0])}
        near = difflib.get_close_matches(name.text, sorted(known), _NEAREST)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        return f'{where} {"does not name" if name.doc else "names"} "{name.text}"{hint}'

    def _tell(self, correction: Correction, reason: str) -> None:
        self._mended.issues.append(Issue(self._file, reason, f"line {correction.line}"))

    def _match(self, one: Record, two: Record, same: bool, correction: Correction) -> None:
        left, right = sorted((one, two), key=lambda record: record.order)
        self._mended.matches.append(Match(left.ref, right.ref, same, 1.0 if same else 0.0, (correction.reason,)))

    def _same(self, correction: Correction, one: list[Record], two: list[Record]) -> bool:
        kept, gone = self._of[one[0].ref], self._of[two[0].ref]
        if kept is not gone:
            kept.records += gone.records
            kept.label, kept.type, kept.link = kept.label or gone.label, kept.type or gone.type, kept.link or gone.link
            self._of.update({record.ref: kept for record in gone.records})
            self._match(one[0], two[0], True, correction)
        return True

    def _different(self, correction: Correction, one: list[Record], two: list[Record]) -> bool:
        group, seeds = self._of[one[0].ref], {record.ref for record in one}
        others = [record for record in two if record.ref not in seeds]
        if not others:
            self._tell(correction, f'each article that names "{correction.other.text}" means "{correction.name.text}" by it; it cannot be split')
            return False
        if self._of[others[0].ref] is group:
            apart = {record.ref for record in others}
            rest = [record for record in group.records if record.ref not in seeds | apart]
            apart |= {record.ref for record in rest if self._nearness(record, others) > self._nearness(record, one)}
            split = Group([record for record in group.records if record.ref in apart])
            group.records = [record for record in group.records if record.ref not in apart]
            self._of.update({record.ref: split for record in split.records})
        self._match(one[0], others[0], False, correction)
        return True

    def _nearness(self, record: Record, seeds: Sequence[Record]) -> float:
        return max(self._shared(record.ref[0], seed.ref[0]) for seed in seeds[:_SEEDS])

    def _drop(self, correction: Correction, found: list[Record]) -> bool:
        for record in self._of[found[0].ref].records:
            self._mended.dropped.setdefault(record.ref[0], set()).add(record.ref[1])
            del self._of[record.ref]
        return True

    def _retype(self, correction: Correction, found: list[Record]) -> bool:
        self._of[found[0].ref].type = correction.other.text
        return True

    def _rename(self, correction: Correction, found: list[Record]) -> bool:
        group = self._of[found[0].ref]
        group.label = correction.other.text
        self._named[plain(correction.other.text)] += group.records
        return True

    def _link(self, correction: Correction, found: list[Record]) -> bool:
        group = self._of[found[0].ref]
        group.link = self._linked.get(correction.other.text, correction.other.text)
        return True


def _line(correction: Correction, name: Name, key: str) -> str:
    """The correction as it can be written, with a thing's key in the place of a name that several bear."""
    where = f'"?{re.escape(name.text)}"?(?: in (?:"{re.escape(name.doc)}"|{re.escape(name.doc)}))?' if name.doc else f'"?{re.escape(name.text)}"?'
    found = list(re.finditer(where, correction.text))
    place = found[0 if name is correction.name else -1] if found else None
    return f"{correction.text[: place.start()]}{_ENTITY}{key}{correction.text[place.end() :]}" if place else correction.text


def without(extraction: Extraction, dropped: Set[str]) -> Extraction:
    """A document without some of its entities and what is claimed of them; the happenings that they took part in stay."""
    if not dropped:
        return extraction
    return replace(
        extraction,
        entities=tuple(e for e in extraction.entities if e.id not in dropped),
        mentions=tuple(m for m in extraction.mentions if m.entity not in dropped),
        quantities=tuple(replace(q, of=None) if q.of in dropped else q for q in extraction.quantities),
        events=tuple(_event_without(event, dropped) for event in extraction.events),
        attributions=tuple(replace(a, entity=None) if a.entity in dropped else a for a in extraction.attributions),
        claims=tuple(c for c in extraction.claims if c.subject not in dropped and c.object not in dropped),
    )


def _event_without(event: Event, dropped: Set[str]) -> Event:
    roles = tuple(role for role in event.roles if role.entity not in dropped)
    return replace(event, roles=roles, place=None if event.place in dropped else event.place)
