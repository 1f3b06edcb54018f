"""The page of one thing: what an entity, an event, a claim, a document or a conflict is, in words, with its sources and with links."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from kg.resources import ontology_dir
from kg.serve.description import SUFFIXES
from kg.serve.html import Page
from kg.serve.tasks import Answer
from kg.views import show
from kg.views.accounts import accounts_of, dated
from kg.views.agreement import Disagreement, Told, read_conflicts, read_propositions
from kg.views.conflicts import ASKED, answer, question, standing
from kg.views.dates import period
from kg.views.evidence import Evidence, Thing, claims_where, read_evidence
from kg.views.kinds import event_kind
from kg.views.names import candidates
from kg.views.nodes import Nodes, refs, select
from kg.views.wording import best_first, standings, triple_words
from kg.vocab import DCTERMS, KG, NIF, PREFIXES, RDF, RDFS, SCHEMA

_MOST_LINKS = 100  # statements about a thing on its page, by predicate
MOST_ITEMS = 60  # of a section
MOST_CLAIMS = 1000  # about an entity that are told in sections (5 ms each); of more, the newest are listed
_NEWEST = 200


@dataclass(frozen=True, slots=True)
class Group:
    """Items that one sentence tells, with the best of the claims that tell them and the others."""

    items: tuple[show.Item, ...]
    best: Evidence
    others: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: its answer, how it stands, and its claims."""

    answer: str
    standing: str
    told: Told
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict as a question with the answers that are given to it."""

    iri: str
    question: str
    rule: str
    sides: tuple[Side, ...]


def page(store: Store, html: Page, iri: str) -> Answer:
    """The page of a thing of any kind."""
    nodes = Nodes(store)
    nodes.load([iri])
    kinds = set(nodes.all(iri, RDF.type))
    writers = {
        KG.Claim: _claim,
        KG.Event: _event,
        KG.Entity: _entity,
        KG.Conflict: _conflict,
        KG.Proposition: _proposition,
        NIF.Context: _document,
    }
    for kind, write in writers.items():
        if kind in kinds:
            return write(store, html, iri)
    return html.answer("thing.html", title=nodes.label(iri), kind=_kind(kinds), meaning=_meanings().get(iri, ""), data=data(store, html, iri))


@functools.cache
def _meanings() -> dict[str, str]:
    """What the ontology says of its terms."""
    files = (str(ontology_dir() / name) for name in ("kg.ttl", "events.ttl"))
    quads = (quad for path in files for quad in parse(path=path, format=RdfFormat.TURTLE) if quad.predicate.value == RDFS.comment)
    return {quad.subject.value: quad.object.value for quad in quads}


def _kind(kinds: Iterable[str]) -> str:
    return ", ".join(sorted(kind.rpartition("#")[2].rpartition("/")[2] for kind in kinds)) or "thing"


def _entity(store: Store, html: Page, iri: str) -> Answer:
    entity = candidates(store, [iri])[0]
    total = number_of(store, "?node", f"?node ?role <{iri}> ; a kg:Claim")
    if total > MOST_CLAIMS:
        newest = read_evidence(store, _newest(store, f"?node ?role <{iri}>"))[::-1]
        return html.answer("entity.html", entity=entity, sections=[], most=MOST_ITEMS, disputes=[], newest=newest, total=total,
                           data=data(store, html, iri))  # fmt: skip
    told = show.profile(store, entity)
    sections = []
    for name, title in show.SECTIONS:
        items: tuple[show.Item, ...] = getattr(told, name)
        if items:
            sections.append((title, len(items), list(_groups(items[:MOST_ITEMS]))))
    return html.answer("entity.html", entity=entity, sections=sections, most=MOST_ITEMS, disputes=disputes(told.disputed), newest=[],
                       data=data(store, html, iri))  # fmt: skip


def number_of(store: Store, what: str, pattern: str) -> int:
    """How many different values the variable has."""
    found = store.query(f"SELECT (COUNT(DISTINCT {what}) AS ?n) {{ {pattern} }}", prefixes=PREFIXES)
    return int(next(iter(found))[0].value)  # type: ignore[arg-type]


def _newest(store: Store, pattern: str) -> list[str]:
    """The claims (``?node``) of the newest documents."""
    dated = f"{pattern} ; a kg:Claim ; schema:appearance/schema:datePublished ?day"
    found = store.query(f"SELECT DISTINCT ?node ?day {{ {dated} }} ORDER BY DESC(?day) ?node LIMIT {_NEWEST}", prefixes=PREFIXES)
    return [node.value for node, _ in found]  # type: ignore[union-attr]


def _groups(items: Iterable[show.Item]) -> Iterator[Group]:
    for _, together in groupby(items, key=lambda item: (item.evidence[0].article.id, item.evidence[0].begin, item.documents)):
        group = tuple(together)
        best, *others = group[0].evidence
        seen = {(best.article.id, best.begin)}
        further = [one for one in others if (one.article.id, one.begin) not in seen and not seen.add((one.article.id, one.begin))]  # type: ignore[func-returns-value]
        yield Group(group, best, tuple(further))


def _event(store: Store, html: Page, iri: str) -> Answer:
    about = f"?node kg:about <{iri}>"
    total = number_of(store, "?node", f"{about} ; a kg:Claim")
    evidence = read_evidence(store, _newest(store, about) if total > MOST_CLAIMS else claims_where(store, "kg:about", [iri]))
    if not evidence:
        return html.answer("thing.html", title=_label(store, iri), kind="event", meaning="", data=data(store, html, iri))
    account = accounts_of(store, evidence)[0]
    roles: dict[str, dict[str, Thing]] = defaultdict(dict)
    for one in evidence:
        for role, things in one.roles.items():
            roles[role].update((thing.iri, thing) for thing in things)
        for place in one.places:
            roles["place"][place.iri] = place
    parts = {title: _named(store, pattern) for title, pattern in
             (("Part of", f"<{iri}> kg:subEventOf ?node"), ("Its parts", f"?node kg:subEventOf <{iri}>"))}  # fmt: skip
    return html.answer(
        "event.html",
        happening=account.happening,
        kind=event_kind(account.happening.types),
        standing=standings(evidence),
        days=[when.words for when in dated(account)],
        roles={role: sorted(things.values(), key=lambda thing: thing.label) for role, things in sorted(roles.items(), key=_role_order)},
        quantities=sorted({number.label for one in evidence for number in one.quantities}),
        evidence=best_first(evidence)[:_NEWEST],
        total=total,
        partial=total > MOST_CLAIMS,
        origins=_origins_of(store, about) if total > MOST_CLAIMS else len(account.origins),
        documents=number_of(store, "?document", f"{about} ; schema:appearance ?document") if total > MOST_CLAIMS else len(account.documents),
        disputes=disputes(_conflicts_of(store, evidence)),
        parts={title: things for title, things in parts.items() if things},
        data=data(store, html, iri),
    )


def _origins_of(store: Store, about: str) -> int:
    """How many independent origins tell it; those that deny it where nobody else does."""
    origins = f"{about} ; kg:states/kg:origin ?origin"
    affirmed = f"{origins} ; kg:polarity kg:positive FILTER NOT EXISTS {{ ?node kg:modality kg:denied }}"
    return number_of(store, "?origin", affirmed) or number_of(store, "?origin", origins)


def _role_order(pair: tuple[str, object]) -> tuple[int, str]:
    order = ("agent", "patient", "recipient", "instrument", "topic", "place")
    return (order.index(pair[0]) if pair[0] in order else len(order), pair[0])


def _claim(store: Store, html: Page, iri: str) -> Answer:
    one = read_evidence(store, [iri])[0]
    same = [other for told in read_propositions(store, one.propositions) for other in told.evidence if other.claim != iri]
    days = [found.words if (found := period(when.value)) else when.value for when in one.times]
    return html.answer("claim.html", one=one, days=days, same=best_first({other.claim: other for other in same}.values()),
                       disputes=disputes(_conflicts_of(store, [one])), data=data(store, html, iri))  # fmt: skip


def _document(store: Store, html: Page, iri: str) -> Answer:
    nodes = Nodes(store)
    nodes.load([iri], [SCHEMA.publisher])
    evidence = read_evidence(store, claims_where(store, "schema:appearance", [iri]))
    sentences = [(begin, end, list(group)) for (begin, end), group in groupby(evidence, key=lambda one: (one.begin, one.end))]
    publisher = nodes.one(iri, SCHEMA.publisher)
    facts = {
        "id": nodes.one(iri, DCTERMS.identifier),
        "date": nodes.one(iri, SCHEMA.datePublished),
        "publisher": Thing(publisher, nodes.label(publisher)) if publisher else None,
        "url": nodes.one(iri, SCHEMA.url),
    }
    title = nodes.one(iri, SCHEMA.headline) or facts["id"]
    return html.answer("document.html", iri=iri, title=title, facts=facts, sentences=sentences, claims=len(evidence), data=data(store, html, iri))


def _conflict(store: Store, html: Page, iri: str) -> Answer:
    return html.answer("conflict.html", dispute=disputes(read_conflicts(store, [iri]))[0], data=data(store, html, iri))


def _proposition(store: Store, html: Page, iri: str) -> Answer:
    told = read_propositions(store, [iri])[0]
    conflicts = read_conflicts(store, select(store, f"?node kg:between <{iri}>"))
    title = triple_words(told.subject, told.relation, told.object)
    return html.answer("proposition.html", title=title, told=told, evidence=best_first(told.evidence), disputes=disputes(conflicts),
                       data=data(store, html, iri))  # fmt: skip


def _conflicts_of(store: Store, evidence: Iterable[Evidence]) -> list[Disagreement]:
    stated = sorted({proposition for one in evidence for proposition in one.propositions})
    return read_conflicts(store, select(store, f"VALUES ?side {{ {refs(stated)} }} ?node kg:between ?side")) if stated else []


def disputes(conflicts: Iterable[Disagreement]) -> list[Dispute]:
    """Conflicts as questions and answers."""
    return [
        Dispute(
            conflict.iri,
            f"{ASKED.get(conflict.kind, conflict.kind)}: {question(conflict.sides)}",
            conflict.rule.replace("-", " "),
            tuple(Side(answer(side, conflict), standing(side, conflict), side, tuple(_sentences(side.evidence))) for side in conflict.sides),
        )
        for conflict in conflicts
    ]


def _sentences(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """The best claim of each sentence."""
    seen = set()
    for one in best_first(evidence):
        if (one.article.id, one.begin) not in seen:
            seen.add((one.article.id, one.begin))
            yield one


def _named(store: Store, pattern: str) -> list[Thing]:
    nodes = Nodes(store)
    found = select(store, pattern)
    nodes.load(found)
    return [Thing(iri, nodes.label(iri)) for iri in found]


def _label(store: Store, iri: str) -> str:
    nodes = Nodes(store)
    nodes.load([iri])
    return nodes.label(iri)


def _called(nodes: Nodes, iri: str) -> str:
    """Words stand for the places where they stand."""
    words = nodes.one(iri, NIF.anchorOf)
    return f"“{words}”" if words else nodes.label(iri)


def data(store: Store, html: Page, iri: str) -> dict[str, object]:
    """What stands under "Data" on a page: the IRI, its formats, and the statements of the thing and about it, named."""
    me = NamedNode(iri)
    own: dict[str, list[tuple[str, str]]] = defaultdict(list)
    about: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for quad in store.quads_for_pattern(me, None, None):
        value = quad.object
        own[quad.predicate.value].append(("", value.value) if isinstance(value, Literal) else (value.value, ""))  # type: ignore[union-attr]
    left = 0
    for quad in store.quads_for_pattern(None, None, me):
        found = about[quad.predicate.value]
        if len(found) < _MOST_LINKS:
            found.append((quad.subject.value, ""))  # type: ignore[union-attr]
        else:
            left += 1
    nodes = Nodes(store)
    nodes.load({linked for values in (*own.values(), *about.values()) for linked, _ in values if linked} | {*own, *about})

    def named(groups: dict[str, list[tuple[str, str]]]) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (predicate, sorted((linked, text or _called(nodes, linked)) for linked, text in groups[predicate]))
            for predicate in sorted(groups, key=lambda term: (term != RDF.type, term != RDFS.label, term))
        ]

    formats = [(suffix, html.places.data(iri, suffix)) for suffix in SUFFIXES]
    return {"iri": iri, "own": named(own), "about": named(about), "left": left, "formats": formats}
