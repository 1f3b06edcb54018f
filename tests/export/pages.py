"""Graphs for the tests of the page: a small sample that keeps to the contract, and the same with hostile text wherever text stands."""

from __future__ import annotations

import json
import re
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


def hostile_store(payload: str) -> pyoxigraph.Store:
    """The sample with ``payload`` before every name, title and lemma, after every sentence, and as every link's address."""
    graph = pyoxigraph.Store()
    before = {RDFS.label, SKOS.altLabel, SCHEMA.headline, KG.lemma, KG.timex, KG.unit}
    for quad in store():
        value: Any = quad.object
        if quad.predicate.value in before:
            value = pyoxigraph.Literal(f"{payload} {value.value}")
        elif quad.predicate.value == NIF.anchorOf:
            value = pyoxigraph.Literal(f"{value.value} {payload}")
        elif quad.predicate.value in (SCHEMA.url, SKOS.exactMatch):
            value = pyoxigraph.NamedNode("javascript:window.hacked=1")
        graph.add(pyoxigraph.Quad(quad.subject, quad.predicate, value))
    return graph


def data_of(page: str) -> Any:
    """The JSON block of a page."""
    (block,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(block)
