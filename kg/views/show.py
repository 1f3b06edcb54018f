"""All that is said of somebody or something: what it is, did and underwent, what it said, what others say of it, what is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.query import plain
from kg.store import Graph
from kg.views.accounts import Account, accounts_of, dated
from kg.views.agreement import Disagreement, independent_origins, read_conflicts
from kg.views.conflicts import conflict_lines
from kg.views.evidence import Evidence, claims_where, read_evidence
from kg.views.kinds import event_kind
from kg.views.layout import count, heading, text_of, wrapped
from kg.views.names import Candidate
from kg.views.nodes import refs, select
from kg.views.wording import best_first, place_in, standings, told_by, worded
from kg.vocab import PREFIXES

_STATEMENT = "Statement"  # the class of happenings that are sayings
_NAMESAKES = 3  # others of a name that are told by name


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is said: a happening or a lasting relation, with how it stands and the claims that say so."""

    date: str  # in words; several where documents differ, empty where none is given
    what: str
    event: str  # IRI, empty for a lasting relation
    kind: str  # of happening, in words, or "relation"
    status: str  # of the happening, empty for a lasting relation
    standing: str
    documents: tuple[str, ...]
    origins: tuple[str, ...]  # the independent ones
    disputed: bool  # by its status, or because a conflict has a claim of it on one of its sides
    evidence: tuple[Evidence, ...]  # the best first


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity and what is said of it; the items of a section stand by date, what has none after it in the order of the documents."""

    entity: Candidate
    relations: tuple[Item, ...]  # offices and other lasting relations
    did: tuple[Item, ...]
    undergone: tuple[Item, ...]  # where it takes part otherwise
    there: tuple[Item, ...]  # where it is the place
    said: tuple[Item, ...]
    others: tuple[Item, ...]  # told of it only in somebody else's words
    disputed: tuple[Disagreement, ...]
    namesakes: tuple[Candidate, ...] = ()  # whom the name that was asked for may mean as well


#: Sections in order: the field of a profile, its title.
SECTIONS = (
    ("relations", "Who or what it is"),
    ("did", "What it did"),
    ("undergone", "What was done to it, or with it"),
    ("there", "What happened there"),
    ("said", "What it said"),
    ("others", "What others say of it"),
)


def profile(store: Graph, entity: Candidate, namesakes: Sequence[Candidate] = ()) -> Profile:
    """Everything that the graph has of an entity; ``namesakes`` are others who may be meant by its name."""
    evidence = _evidence(store, entity.iri)
    mine = [one for one in evidence if _takes_part(one, entity.iri)]
    events = {one.happening.iri for one in mine if one.happening}
    said = [one for one in evidence if _speaks(one, entity.iri)]
    told = accounts_of(store, (one for one in evidence if one.happening and one.happening.iri in events))
    sections: dict[str, list[Account]] = defaultdict(list)
    quoted = {(one.article.id, one.begin) for one in said}
    for account in told:
        sections[_section(account, entity.iri, quoted)].append(account)
    disputes = _disputes(store, evidence)
    contested = {one.claim for conflict in disputes for side in conflict.sides for one in side.evidence}
    sayings = _by_content(said) + [(told_by(a.evidence[0]), list(a.evidence)) for a in sections["said"]]
    return Profile(
        entity=entity,
        relations=_items(store, _by_triple(one for one in mine if one.happening is None and not _speaks(one, entity.iri)), contested),
        did=_account_items(sections["did"], contested),
        undergone=_account_items(sections["undergone"], contested),
        there=_account_items(sections["there"], contested),
        said=_items(store, sayings, contested),
        others=_account_items(sections["others"], contested),
        disputed=tuple(disputes),
        namesakes=tuple(namesakes),
    )


def _evidence(store: Graph, iri: str) -> list[Evidence]:
    """Claims that have the entity in any place, that it tells, and all others about their happenings."""
    direct = set(claims_where(store, "?role", [iri]))
    told = claims_where(store, "kg:attribution/kg:within*/kg:source", [iri])
    events = select(store, f"VALUES ?claim {{ {refs(sorted(direct))} }} ?claim kg:about ?node")
    return read_evidence(store, {*direct, *told, *claims_where(store, "kg:about", events)})


def _speaks(one: Evidence, iri: str) -> bool:
    return any(speaker.iri == iri for speaker in one.speakers)


def _takes_part(one: Evidence, iri: str) -> bool:
    return iri in (one.subject.iri, one.object.iri) or any(thing.iri == iri for things in (*one.roles.values(), one.places) for thing in things)


def _section(account: Account, iri: str, quoted: set[tuple[str, int]]) -> str:
    """Where a happening is told: sayings apart, what only others tell apart, else by its role. What it says itself needs no second telling."""
    if all(_speaks(one, iri) for one in account.evidence):
        return "told already"
    agent = any(thing.iri == iri for one in account.evidence for thing in one.roles.get("agent", ()))
    if agent and _STATEMENT in account.happening.types:
        return "told already" if all((one.article.id, one.begin) in quoted for one in account.evidence) else "said"
    if all(one.speakers for one in account.evidence):
        return "others"
    if agent:
        return "did"
    parts = {thing.iri for one in account.evidence for things in one.roles.values() for thing in things}
    return "undergone" if iri in parts else "there"


def _account_items(told: Iterable[Account], contested: set[str]) -> tuple[Item, ...]:
    items = []
    for account in told:
        days = dated(account)
        item = Item(
            date=" or ".join(period.words for period in days),
            what=account.happening.label,
            event=account.happening.iri,
            kind=event_kind(account.happening.types),
            status=account.happening.status,
            standing=standings(account.evidence),
            documents=account.documents,
            origins=account.origins,
            disputed=account.happening.status == "disputed" or any(one.claim in contested for one in account.evidence),
            evidence=tuple(best_first(account.evidence)),
        )
        items.append((next(iter(days)).order if days else None, item))
    return _in_order(items)


def _items(store: Graph, groups: Sequence[tuple[str, list[Evidence]]], contested: set[str]) -> tuple[Item, ...]:
    """The same of claims that are no accounts: lasting relations, and what somebody says."""
    origins = independent_origins(store, (one for _, group in groups for one in group))
    return _in_order(
        (
            None,
            Item(
                date="",
                what=what,
                event=group[0].happening.iri if group[0].happening else "",
                kind=event_kind(group[0].happening.types) if group[0].happening else "relation",
                status=group[0].happening.status if group[0].happening else "",
                standing=standings(group),
                documents=tuple(sorted({one.article.id for one in group})),
                origins=tuple(sorted({origin for one in group for proposition in one.propositions for origin in origins[proposition]})),
                disputed=any(one.claim in contested for one in group),
                evidence=tuple(best_first(group)),
            ),
        )
        for what, group in groups
    )


def _in_order(items: Iterable[tuple[tuple[object, ...] | None, Item]]) -> tuple[Item, ...]:
    def key(pair: tuple[tuple[object, ...] | None, Item]) -> tuple[object, ...]:
        order, item = pair
        first = min((one.article.date, one.article.id, one.begin) for one in item.evidence)
        return (order is None, order or (), first, item.what, item.event)

    return tuple(item for _, item in sorted(items, key=key))


def _by_triple(evidence: Iterable[Evidence]) -> list[tuple[str, list[Evidence]]]:
    return _grouped(evidence, told_by)


def _by_content(evidence: Iterable[Evidence]) -> list[tuple[str, list[Evidence]]]:
    return _grouped(evidence, lambda one: one.happening.iri if one.happening else told_by(one))


def _grouped(evidence: Iterable[Evidence], key: Callable[[Evidence], str]) -> list[tuple[str, list[Evidence]]]:
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        groups[key(one)].append(one)
    return [(told_by(group[0]), group) for _, group in sorted(groups.items())]


def _disputes(store: Graph, evidence: Iterable[Evidence]) -> list[Disagreement]:
    stated = sorted({proposition for one in evidence for proposition in one.propositions})
    return read_conflicts(store, select(store, f"VALUES ?side {{ {refs(stated)} }} ?node kg:between ?side")) if stated else []


def as_text(found: Profile, width: int, limit: int = 0) -> str:
    """Sections with an item a paragraph; ``limit`` items of each, all with 0."""
    lines = [*_head(found.entity, width), *_namesakes(found.namesakes, width)]
    for field, title in SECTIONS:
        items: tuple[Item, ...] = getattr(found, field)
        if items:
            lines += heading(f"{title} ({len(items)})")
            shown = items[:limit] if limit else items
            lines += items_lines(shown, width)
            if len(shown) < len(items):
                lines.append(f"… {len(items) - len(shown)} more; --limit 0 shows all.")
    if found.disputed:
        lines += heading(f"What is disputed ({len(found.disputed)})")
        lines += [line for conflict in found.disputed for line in conflict_lines(conflict, width)]
    return text_of(lines)


def _head(entity: Candidate, width: int) -> list[str]:
    lines = [plain(entity.label), f"{entity.kind}, {count(entity.mentions, 'mention')} in {count(entity.documents, 'document')}, entity/{entity.key}"]
    if entity.aliases:
        lines += wrapped(", ".join(entity.aliases), width, "also: ")
    return [*lines, *(line for link in entity.links for line in wrapped(link, width, "same as: "))]


def _namesakes(others: Sequence[Candidate], width: int) -> list[str]:
    """One line with those whom the name may mean as well, each with what to ask for it by."""
    if not others:
        return []
    named = ", ".join(f"{one.label} (entity/{one.key})" for one in others[:_NAMESAKES])
    more = f" and {len(others) - _NAMESAKES} more" if len(others) > _NAMESAKES else ""
    return wrapped(f"{named}{more}; ask for one by what stands in brackets.", width, "The name may also mean: ", "    ")


def items_lines(items: Iterable[Item], width: int) -> list[str]:
    """The items; those that one sentence tells stand together above its words."""
    lines: list[str] = []
    for _, group in groupby(items, key=lambda item: (item.evidence[0].article.id, item.evidence[0].begin, item.documents)):
        told = list(group)
        for item in told:
            when = f"{item.date}: " if item.date else ""
            support = f" ({count(len(item.documents), 'document')}, {_origins(item)})" if len(item.documents) > 1 else ""
            lines += wrapped(f"{when}{'disputed: ' if item.disputed else ''}{worded(item.what, item.evidence, item.disputed)}{support}", width, "• ")
        best = told[0].evidence[0]
        more = [document for document in told[0].documents if document != best.article.id]
        lines += wrapped(f"“{best.sentence}”", width, "    ")
        lines += wrapped(f"{place_in(best)}{'; also in ' + ', '.join(more) if more else ''}", width, "    — ")
    return lines


def _origins(item: Item) -> str:
    """How many are independent; named where they are fewer than the documents, for that wants a reason."""
    named = f": {', '.join(item.origins)}" if len(item.origins) < len(item.documents) else ""
    return count(len(item.origins), "independent origin") + named


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a name may mean, the most mentioned first."""

    choices: tuple[Candidate, ...]
    told: tuple[str, ...] = ()  # of each, a sentence that tells of it, with its document; empty where no claim does


def choice(store: Graph, found: Sequence[Candidate]) -> Choice:
    """The candidates, each with the first words that are told of it, by which those of one name can be told apart."""
    return Choice(tuple(found), tuple(_first_words(store, one.iri) for one in found))


def _first_words(store: Graph, iri: str) -> str:
    """The sentence of the first claim about it, offices and other lasting relations before happenings."""
    rows = store.query(
        f"""SELECT ?event ?document ?begin ?words {{ {{ ?claim rdf:subject <{iri}> }} UNION {{ ?claim ?role <{iri}> }}
            ?claim a kg:Claim ; prov:wasQuotedFrom ?quote ; schema:appearance/dcterms:identifier ?document .
            ?quote nif:anchorOf ?words ; nif:beginIndex ?begin OPTIONAL {{ ?claim kg:about ?event }} }}""",
        prefixes=PREFIXES,
    )
    told = sorted((row[0] is not None, row[1].value, int(row[2].value), row[3].value) for row in rows)  # type: ignore[union-attr]
    return f"“{told[0][3]}” — {told[0][1]}" if told else ""


def choice_as_text(choice: Choice, width: int) -> str:
    """What to call each of them so that it alone is meant, and below it what it is."""
    lines = []
    told = dict(zip(choice.choices, choice.told, strict=False))
    for one in choice.choices:
        described = f"{one.label}, {one.kind}, {count(one.mentions, 'mention')} in {count(one.documents, 'document')}"
        lines += [plain(f"entity/{one.key}"), *wrapped(described, width, "    "), *wrapped(told.get(one, ""), width, "    ")]
    return text_of(lines)
