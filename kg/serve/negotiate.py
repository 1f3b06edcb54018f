"""Which of several formats a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable

#: Media types of SPARQL results and of RDF, the usual one of each kind first; the value is the name of the format.
RESULTS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/x-turtle": "turtle",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
    "text/plain": "ntriples",
}
#: Other names that clients give in ``format=``.
_ALSO = {"ttl": "turtle", "nt": "ntriples", "n-triples": "ntriples", "json-ld": "jsonld", "rdf": "rdfxml", "rdf+xml": "rdfxml"}


def preferred(accept: str, offers: Iterable[str]) -> str | None:
    """The media type among ``offers`` (the server's favourite first) that an ``Accept`` header likes best; None where it takes none of them.

    >>> preferred("text/html, text/turtle;q=0.9", ["application/n-triples", "text/turtle"])
    'text/turtle'
    """
    offers = list(offers)
    if not accept.strip():
        return offers[0]
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    best, chosen = 0.0, None
    for offer in offers:
        fitting = [(exactness, quality) for pattern, quality in ranges if (exactness := _fits(pattern, offer)) is not None]
        quality = max(fitting, default=(0, 0.0))[1]
        if quality > best:
            best, chosen = quality, offer
    return chosen


def is_format(named: str) -> bool:
    """Whether any answer can be had in a format of this name."""
    return _ALSO.get(named.lower(), named.lower()) in {*RESULTS, *RESULTS.values(), *GRAPHS, *GRAPHS.values()}


def wants_html(accept: str) -> bool:
    """Whether a person's browser asks: HTML is named, and no RDF is liked better."""
    return "text/html" in accept and preferred(accept, ["text/html", *GRAPHS]) == "text/html"


def format_for(accept: str, named: str, formats: dict[str, str]) -> tuple[str, str] | None:
    """Media type and format by a short name ("csv", "ttl"), where that fits, else by the header; None where nothing fits."""
    named = _ALSO.get(named.lower(), named.lower())
    named = {"json": "jsonld", "xml": "rdfxml"}.get(named, named) if formats is GRAPHS else named
    by_name = next((media_type for media_type, name in formats.items() if named in (name, media_type)), None)
    media_type = by_name or preferred(accept, formats)
    return (media_type, formats[media_type]) if media_type else None


def _range(part: str) -> tuple[str, float]:
    """``text/*;q=0.5`` → the pattern and its weight; parameters other than ``q`` are none of ours."""
    pattern, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = min(max(float(value), 0.0), 1.0)
            except ValueError:
                quality = 0.0
    return pattern, quality


def _fits(pattern: str, offer: str) -> int | None:
    """How exactly a range names a media type: 2 in full, 1 by its group, 0 as anything; None where it does not."""
    if pattern == offer:
        return 2
    if pattern == f"{offer.split('/')[0]}/*":
        return 1
    return 0 if pattern in ("*/*", "*") else None
