"""Pages that list things: the start, entities, events, documents, conflicts, and what a search finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, Store

from kg.errors import QueryError
from kg.query import saved_queries
from kg.serve.html import Page
from kg.serve.tasks import Answer
from kg.serve.things import disputes, number_of
from kg.views import names
from kg.views.accounts import Account, accounts, dated
from kg.views.agreement import read_conflicts
from kg.views.conflicts import KINDS
from kg.views.evidence import claims_where, read_evidence
from kg.views.kinds import entity_kind
from kg.views.timeline import recent_from
from kg.views.wording import best_first, worded
from kg.vocab import PREFIXES

_A_PAGE = 100
_CONFLICTS = 20  # a page
_FEW = 12
_SENTENCES = 40
_EVENTS = (
    "Dated happenings in order, those of long before the articles last, each worded by how it stands. "
    "Those without a date are on the pages of who takes part."
)
_COUNTED = (
    ("documents", "nif:Context"),
    ("entities", "kg:Entity"),
    ("events", "kg:Event"),
    ("claims", "kg:Claim"),
    ("conflicts", "kg:Conflict"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A thing in a list: its IRI, its name, and what is said beside it."""

    iri: str
    label: str
    note: str


def start(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """How much there is, and the ways in."""
    counts = [(name, _count(store, f"?node a {kind}")) for name, kind in _COUNTED]
    entities, documents = _entities(store, 0, _FEW), _documents(store, 0, _FEW)
    return html.answer("start.html", counts=counts, entities=entities, documents=documents, queries=len(saved_queries()))


def entities(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """Who and what is named, the most mentioned first."""
    page = _page(values)
    rows = _entities(store, (page - 1) * _A_PAGE, _A_PAGE + 1)
    return html.answer("list.html", title="Entities", here="entities", intro="Who and what the articles name, the most mentioned first.",
                       rows=rows[:_A_PAGE], page=page, more=len(rows) > _A_PAGE)  # fmt: skip


def events(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """Dated happenings in order."""
    page = _page(values)
    old = f'?first < "{recent_from(store) or "0001-01-01"}"^^xsd:date'
    found = store.query(
        f"""SELECT ?event (MIN(?begin) AS ?first) {{ ?event a kg:Event ; sem:hasTime/sem:hasEarliestBeginTimeStamp ?begin }}
            GROUP BY ?event ORDER BY ({old}) ?first ?event LIMIT {_A_PAGE + 1} OFFSET {(page - 1) * _A_PAGE}""",
        prefixes=PREFIXES,
    )
    days = {event.value: first.value for event, first in found}  # type: ignore[union-attr]
    order = list(days)
    told = {account.happening.iri: account for account in accounts(store, order[:_A_PAGE])}
    rows = [_event_row(told[iri], days[iri]) for iri in order[:_A_PAGE] if iri in told]
    return html.answer("list.html", title="Events", here="events", intro=_EVENTS,
                       rows=rows, page=page, more=len(order) > _A_PAGE)  # fmt: skip


def documents(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """The articles, the newest first."""
    page = _page(values)
    rows = _documents(store, (page - 1) * _A_PAGE, _A_PAGE + 1)
    return html.answer("list.html", title="Documents", here="documents", intro="The articles, the newest first.",
                       rows=rows[:_A_PAGE], page=page, more=len(rows) > _A_PAGE)  # fmt: skip


def conflicts(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """Where sources disagree, the best supported first."""
    kind = values.get("kind", "") if values.get("kind") in KINDS else ""
    page = _page(values)
    wanted = f"?conflict a kg:Conflict{f' ; kg:conflictKind kg:{kind}Conflict' if kind else ''}"
    found = store.query(
        f"""SELECT ?conflict (MIN(?origins) AS ?least) (SUM(?origins) AS ?all) {{
            {wanted} ; kg:between ?side . ?side kg:independentSourceCount ?origins
        }} GROUP BY ?conflict ORDER BY DESC(?least) DESC(?all) ?conflict LIMIT {_CONFLICTS} OFFSET {(page - 1) * _CONFLICTS}""",
        prefixes=PREFIXES,
    )
    order = [row[0].value for row in found]  # type: ignore[union-attr]
    told = {dispute.iri: dispute for dispute in disputes(read_conflicts(store, order))}
    total = _count(store, wanted)
    return html.answer("conflicts.html", disputes=[told[iri] for iri in order], kinds=KINDS, kind=kind, total=total,
                       page=page, more=total > page * _CONFLICTS)  # fmt: skip


def search(store: Store, html: Page, values: Mapping[str, str]) -> Answer:
    """Entities by name, and sentences by words."""
    wanted = values.get("q", "").strip()
    if not wanted:
        return html.answer("search.html", wanted="", found=[], note="", evidence=[])
    try:
        found, note = names.find(store, wanted), ""
    except QueryError as error:
        found, note = [], str(error)
    return html.answer("search.html", wanted=wanted, found=found[:_A_PAGE], note=note, evidence=_telling(store, wanted))


def _telling(store: Store, wanted: str) -> list[object]:
    """The best claim of some sentences that hold the words."""
    query = f"""SELECT DISTINCT ?sentence {{
        ?sentence a nif:Sentence ; nif:anchorOf ?words FILTER (CONTAINS(LCASE(?words), LCASE({Literal(wanted)})))
    }} ORDER BY ?sentence LIMIT {_SENTENCES}"""
    sentences = [row[0].value for row in store.query(query, prefixes=PREFIXES)]  # type: ignore[union-attr]
    seen: dict[tuple[str, int], object] = {}
    for one in best_first(read_evidence(store, claims_where(store, "prov:wasQuotedFrom", sentences))):
        seen.setdefault((one.article.id, one.begin), one)
    return list(seen.values())


def _event_row(account: Account, first: str) -> Row:
    happening = account.happening
    words = worded(happening.label, account.evidence, happening.status == "disputed")
    return Row(happening.iri, words, " or ".join(when.words for when in dated(account)) or first)


def _page(values: Mapping[str, str]) -> int:
    number = values.get("page", "1")
    return max(int(number), 1) if number.isdecimal() and len(number) < 7 else 1


def _count(store: Store, pattern: str) -> int:
    return number_of(store, "*", pattern)


def _entities(store: Store, offset: int, limit: int) -> list[Row]:
    # First how often the last of them is mentioned: to put all entities in the order of their IRIs takes the store longer than to count twice.
    counted = "?entity (COUNT(*) AS ?n) { ?entity kg:named true . ?mention itsrdf:taIdentRef ?entity } GROUP BY ?entity"
    last = store.query(f"SELECT {counted} ORDER BY DESC(?n) LIMIT 1 OFFSET {offset + limit - 1}", prefixes=PREFIXES)
    least = next((number.value for _, number in last), "1")  # type: ignore[union-attr]
    query = f"""SELECT ?entity ?label (GROUP_CONCAT(DISTINCT STR(?type); separator=" ") AS ?types) ?n {{
        {{ SELECT {counted} HAVING (COUNT(*) >= {least}) ORDER BY DESC(?n) ?entity LIMIT {limit} OFFSET {offset} }}
        ?entity rdfs:label ?label ; a ?type }} GROUP BY ?entity ?label ?n ORDER BY DESC(?n) ?entity"""
    return [
        Row(entity.value, label.value, f"{entity_kind(types.value.split())}, {n.value} mention{'' if n.value == '1' else 's'}")
        for entity, label, types, n in store.query(query, prefixes=PREFIXES)  # type: ignore[union-attr]
    ]


def _documents(store: Store, offset: int, limit: int) -> list[Row]:
    query = f"""SELECT ?document ?id ?title ?date ?publisher {{ ?document a nif:Context ; dcterms:identifier ?id
        OPTIONAL {{ ?document schema:headline ?title }} OPTIONAL {{ ?document schema:datePublished ?date }}
        OPTIONAL {{ ?document schema:publisher/rdfs:label ?publisher }} }} ORDER BY DESC(?date) ?id LIMIT {limit} OFFSET {offset}"""
    return [
        Row(document.value, (title or name).value, ", ".join(value.value for value in (date, publisher, name) if value is not None))
        for document, name, title, date, publisher in store.query(query, prefixes=PREFIXES)  # type: ignore[union-attr]
    ]
