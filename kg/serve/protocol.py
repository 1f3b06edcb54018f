"""The SPARQL 1.1 Protocol's query operation, as far as the request goes: where the query stands, and what is refused before it is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from kg.errors import KgError

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
MAX_BYTES = 4_000_000  # of a request's body
READ_ONLY = "This endpoint is read-only; change the graph with kg build, kg add or kg remove."


class Refused(KgError):
    """A request that is answered with an HTTP error; its text is the sentence to send."""

    def __init__(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.headers = headers or {}


@dataclass(frozen=True, slots=True)
class Request:
    """What a request carries: the query (None where a GET has none) and the other parameters, the first of each name."""

    query: str | None
    values: Mapping[str, str] = field(default_factory=dict)


def read(method: str, query_string: bytes, content_type: str, body: bytes) -> Request:
    """The query of a GET, of a form that is posted, or of a body posted as it is. Raises :class:`Refused`."""
    pairs = parameters(query_string)
    if method == "POST":
        media_type, charset = _content(content_type)
        if media_type == UPDATE:
            raise Refused(403, READ_ONLY)
        if media_type not in (FORM, QUERY):
            said = f"as {media_type}" if media_type else "without a Content-Type"
            raise Refused(415, f"The query came {said}; post it as {QUERY}, or as {FORM} with query=….")
        if charset not in ("", "utf-8", "utf8", "us-ascii"):
            raise Refused(415, f"The query came in {charset}; SPARQL is sent in UTF-8.")
        pairs += [("query", _decoded(body))] if media_type == QUERY else parameters(body)
    return _request(pairs, needed=method == "POST")


def parameters(encoded: bytes) -> list[tuple[str, str]]:
    """The pairs of a query string or a form. Raises :class:`Refused` for what is no UTF-8."""
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except (UnicodeDecodeError, ValueError) as error:
        raise Refused(400, "The parameters are no percent-encoded UTF-8, or more than 100; send them as a form does.") from error


def _request(pairs: list[tuple[str, str]], needed: bool) -> Request:
    queries = [value for name, value in pairs if name == "query"]
    names = {name for name, _ in pairs}
    if names & {"update", "using-graph-uri", "using-named-graph-uri"}:
        raise Refused(403, READ_ONLY)
    if len(queries) > 1:
        raise Refused(400, "The request holds more than one query; send one.")
    if needed and not queries:
        raise Refused(400, "The request holds no query; send one as query=….")
    if names & {"default-graph-uri", "named-graph-uri"}:
        raise Refused(400, "This endpoint has one graph and reads no other; leave out default-graph-uri and named-graph-uri.")
    values = dict(reversed(pairs))
    return Request(queries[0] if queries else None, {name: value for name, value in values.items() if name != "query"})


def _content(content_type: str) -> tuple[str, str]:
    media_type, *rest = (part.strip().lower() for part in content_type.split(";"))
    charset = next((part.partition("=")[2].strip(' "') for part in rest if part.startswith("charset=")), "")
    return media_type, charset


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"The query is no UTF-8 (byte {error.start}); send it in UTF-8.") from error
