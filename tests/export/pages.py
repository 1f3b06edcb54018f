"""Graphs for the tests of the page: a small sample that keeps to the contract, and the same with hostile text wherever text stands."""

from __future__ import annotations

import base64
import json
import re
import zlib
from itertools import cycle
from pathlib import Path
from typing import Any

import pyoxigraph

from kg.vocab import KG, NIF, RDFS, SCHEMA, SKOS

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"

#: Each would set ``window.hacked``, break the page or deceive the eye if it became markup, script, template or layout.
HOSTILE = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror='window.hacked=1'>",
    '"><svg onload=window.hacked=1>',
    "<!--<script>window.hacked=1",
    "]]></style><script>window.hacked=1</script>",
    "{{7*7}} {% raw %} {{ config }}",
    "${window.hacked=1} `${window.hacked=1}`",
    "javascript:window.hacked=1",
    "&lt;b&gt; &amp;#60; \u2028 \u2029 line\nbreak",
    "\u202eesrever\u202c \u2066isolate \x07bell",
    "__proto__",
    "constructor",
    "\U0001f6a2 ship " + "x" * 400,
)


def store(path: Path = SAMPLE) -> pyoxigraph.Store:
    """The graph of a Turtle file."""
    graph = pyoxigraph.Store()
    graph.load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return graph


def hostile_store(*payloads: str) -> pyoxigraph.Store:
    """The sample with a payload (one after the other) before every name, title and lemma, after every sentence, and scripts as links' addresses."""
    graph = pyoxigraph.Store()
    turns = cycle(payloads)
    before = {RDFS.label, SKOS.altLabel, SCHEMA.headline, KG.lemma, KG.timex, KG.unit}
    for quad in store():
        value: Any = quad.object
        payload = next(turns) if isinstance(value, pyoxigraph.Literal) else ""
        if quad.predicate.value in before:
            value = pyoxigraph.Literal(f"{payload} {value.value}")
        elif quad.predicate.value == NIF.anchorOf:
            value = pyoxigraph.Literal(f"{value.value} {payload}")
        elif quad.predicate.value in (SCHEMA.url, SKOS.exactMatch):
            value = pyoxigraph.NamedNode("javascript:window.hacked=1")
        graph.add(pyoxigraph.Quad(quad.subject, quad.predicate, value))
    return graph


def sources_of(page: str) -> tuple[str, str]:
    """The two blocks of a page as they stand there: JSON, and packed JSON."""
    kinds = (("core", "json"), ("evidence", "zlib"))
    found = [re.findall(rf'<script type="application/{kind}" id="{name}">(.*?)</script>', page, re.DOTALL) for name, kind in kinds]
    ((core,), (evidence,)) = found
    return core, evidence


def blocks_of(page: str) -> tuple[Any, Any]:
    """The two blocks of a page, read."""
    core, evidence = sources_of(page)
    return json.loads(core), json.loads(zlib.decompress(base64.b64decode(evidence, validate=True)))


def data_of(page: str) -> Any:
    """What a page's blocks say, with names instead of places: items, claims, sentences, articles, nodes, edges, disagreements."""
    core, evidence = blocks_of(page)
    marks = ("event", "part", "cue")
    items: list[dict[str, Any]] = [
        {"label": label, "kind": core["kinds"][kind], "types": types, "mentions": mentions, "names": evidence["names"].get(str(place), [])}
        | {"links": evidence["links"].get(str(place), [])}
        for place, (label, kind, types, mentions) in enumerate(core["things"])
    ]
    told = 0
    for label, verb, lasting, types, status, roles, times, quantities, claims, articles, origins in core["happenings"]:
        kind = "relation" if lasting else "happening"
        items.append(
            {"label": label, "verb": verb, "kind": kind, "types": types, "status": status, "times": times, "quantities": quantities}
            | {"roles": [(role, part) for role, *parts in roles for part in parts], "claims": list(range(told, told + claims))}
            | {"articles": articles, "origins": origins}
        )
        told += claims
    return {
        "items": items,
        "claims": [
            {"sentence": row[1], "modality": row[4], "polarity": row[5], "confidence": row[6]}
            | {"marks": [(row[2][at], row[2][at + 1], marks[row[2][at + 2]]) for at in range(0, len(row[2]), 3)]}
            | {"by": [items[by]["label"] if isinstance(by, int) else by for by in row[3]]}
            for row in evidence["claims"]
        ],
        "sentences": evidence["sentences"],
        "articles": core["articles"],
        "disagreements": core["disagreements"],
        "nodes": [{"id": place, "label": row[1], "loose": bool(row[3]), "spot": row[4:]} for place, row in enumerate(core["nodes"])],
        "edges": [
            {"from": source, "to": target, "label": label, "style": core["lines"][line], "items": told}
            for source, target, label, line, told in core["edges"]
        ],
        "first": core["first"],
        "leftOut": core["leftOut"],
    }
