"""What weighs most in a large graph: chosen by counts that the graph has, so that not all claims need be read."""

from __future__ import annotations

from collections.abc import Sequence

from kg.store import Graph
from kg.views.evidence import claims_where
from kg.views.nodes import refs, select
from kg.vocab import PREFIXES

_PROPOSITIONS = 2_500


def weightiest(store: Graph, claims: Sequence[str], about: str = "") -> list[str]:
    """Of the claims (with ``about`` those of an entity by its IRI), those of the happenings that most independent origins tell, then of those in
    which who is mentioned most has a part, a bounded number of happenings; what conflicts are between; and what else their sentences tell."""
    events = select(store, f"VALUES ?told {{ {refs(_told_most(store, about))} }} ?claim kg:states ?told ; kg:about ?node")
    disputed = select(store, "?conflict kg:between ?node")
    chosen = {*claims_where(store, "kg:about", events), *claims_where(store, "kg:states", disputed)}.intersection(claims)
    sentences = select(store, f"VALUES ?claim {{ {refs(sorted(chosen))} }} ?claim prov:wasQuotedFrom ?node")
    return sorted(set(claims_where(store, "prov:wasQuotedFrom", sentences)).intersection(claims))


def _told_most(store: Graph, about: str) -> list[str]:
    """IRIs of propositions."""
    mentions = _counts(store, "SELECT ?who (COUNT(*) AS ?n) { ?who kg:named true . ?mention itsrdf:taIdentRef ?who } GROUP BY ?who")
    part = f"{{ ?claim ?role <{about}> }} UNION {{ ?claim kg:attribution/kg:source <{about}> }} ?claim kg:states ?told ." if about else ""
    rows = store.query(
        f"SELECT ?told ?n ?subject ?object {{ {part} ?told kg:independentSourceCount ?n ; rdf:subject ?subject ; rdf:object ?object }}",
        prefixes=PREFIXES,
    )
    ranked = {
        (-int(n.value), -max(mentions.get(subject.value, 0), mentions.get(target.value, 0)), told.value)
        for told, n, subject, target in rows  # type: ignore[union-attr]
    }
    return [told for _, _, told in sorted(ranked)[:_PROPOSITIONS]]


def _counts(store: Graph, query: str) -> dict[str, int]:
    return {iri.value: int(number.value) for iri, number in store.query(query, prefixes=PREFIXES)}  # type: ignore[union-attr]
