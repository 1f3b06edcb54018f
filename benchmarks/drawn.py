"""An invented graph for the page: three happenings a node between participants as unequal as in news, one claim or two of each."""

from __future__ import annotations

import random
from collections.abc import Iterator

from kg.rdf.terms import Statement
from kg.vocab import DCTERMS, ITSRDF, KG, KG_IRI, NIF, PROV, RDF, RDFS, SCHEMA, SEM

#: What happens, with its type.
_VERBS = {
    "struck": "Strike", "met": "Meeting", "sued": "Lawsuit", "accused": "Accusation", "seized": "Seizure", "visited": "Visit", "fined": "Fine",
    "praised": "Praise",
}  # fmt: skip


def triples(nodes: int, seed: int = 1) -> tuple[list[tuple[int, str, int]], list[Statement]]:
    """An invented graph: its edges as ``(from, verb, to)``, and the statements that tell each."""
    chance = random.Random(seed)
    edges = list(dict.fromkeys(_edge(nodes, chance) for _ in range(3 * nodes)))
    return edges, list(_statements(nodes, edges, chance))


def _edge(nodes: int, chance: random.Random) -> tuple[int, str, int]:
    a = int(nodes * chance.random() ** 2.5)
    b = int(nodes * chance.random())
    return a, chance.choice(list(_VERBS)), b if b != a else (b + 1) % nodes


def _statements(nodes: int, edges: list[tuple[int, str, int]], chance: random.Random) -> Iterator[Statement]:
    base = "urn:newskg:"
    names = [
        f"{chance.choice('BCDFGKLMNPRST')}{chance.choice('aeiou')}{chance.choice(('rren', 'lton', 'ssow', 'mber', 'vik'))} {n}" for n in range(nodes)
    ]
    articles = [f"{base}document/d{number}" for number in range(max(5, nodes // 40))]
    kinds = (SCHEMA.Person, SCHEMA.Organization, SCHEMA.Country, KG.Group, KG.Vessel)
    for number, article in enumerate(articles):
        yield from ((article, RDF.type, SCHEMA.NewsArticle), (article, KG.sha256, "x"), (article, DCTERMS.identifier, f"d{number}"))
        yield from ((article, SCHEMA.headline, f"What happened on day {number}"), (article, SCHEMA.datePublished, f"2026-01-{number % 28 + 1:02}"))
    for number, name in enumerate(names):
        entity = f"{base}entity/e{number}"
        yield from ((entity, RDF.type, KG.Entity), (entity, RDF.type, kinds[number % 5]), (entity, RDFS.label, name))
    for day in (f"2026-01-{number:02}" for number in range(1, 29)):
        time_node = f"{base}time/{day}"
        yield from ((time_node, RDF.type, SEM.Time), (time_node, KG.timex, day))
        yield from ((time_node, SEM.hasEarliestBeginTimeStamp, day), (time_node, SEM.hasLatestEndTimeStamp, day))
    for number, (a, verb, b) in enumerate(edges):
        event, parts = f"{base}event/v{number}", [f"{base}entity/e{a}", f"{base}entity/e{b}"]
        day = f"2026-01-{number % 28 + 1:02}"
        yield from ((event, RDF.type, KG.Event), (event, KG.lemma, verb), (event, RDFS.label, f"{names[a]} {verb} {names[b]}"))
        yield from (
            (event, RDF.type, KG_IRI + _VERBS[verb]),
            (event, KG.status, KG.asserted),
            (event, KG.agent, parts[0]),
            (event, KG.patient, parts[1]),
            (event, SEM.hasTime, f"{base}time/{day}"),
        )
        for telling in range(1 + number % 2):
            article = articles[(number * 7 + telling) % len(articles)]
            begin = number * 120
            sentence, claim = f"{article}#char={begin},{begin + 80}", f"{article}/claim/c{number}"
            words = f"{names[a]} {verb} {names[b]} in the harbour, two officials told reporters on day {number}."
            yield from ((sentence, RDF.type, NIF.Sentence), (sentence, NIF.anchorOf, words), (sentence, NIF.referenceContext, article))
            yield from ((sentence, NIF.beginIndex, str(begin)), (sentence, NIF.endIndex, str(begin + len(words))))
            for part, name in zip(parts, (names[a], names[b]), strict=True):
                at = begin + words.index(name)
                mention = f"{article}/mention/{at}-{at + len(name)}"
                yield from ((mention, RDF.type, NIF.Phrase), (mention, NIF.referenceContext, article), (mention, ITSRDF.taIdentRef, part))
                yield from ((mention, NIF.beginIndex, str(at)), (mention, NIF.endIndex, str(at + len(name))))
            yield from ((claim, RDF.type, KG.Claim), (claim, RDF.subject, parts[0]), (claim, RDF.predicate, f"{base}relation/{verb}"))
            yield from (
                (claim, RDF.object, parts[1]),
                (claim, KG.about, event),
                (claim, PROV.wasQuotedFrom, sentence),
                (claim, SCHEMA.appearance, article),
            )
            yield from (
                (claim, KG.polarity, KG.positive),
                (claim, KG.modality, KG.actual),
                (claim, KG.confidence, "0.7"),
                (claim, KG.origin, article),
            )
