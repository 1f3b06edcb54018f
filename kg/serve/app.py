"""The HTTP face: which address means what, who may ask, and the headers of every answer. It runs no query itself."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve import protocol
from kg.serve.negotiate import GRAPHS, RESULTS, is_format, wants_html
from kg.serve.pool import Pool
from kg.serve.tasks import Answer, Ask, Describe, Page, Task, sentence

_LOOPBACK = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"
_CHUNK = 64 * 2**10
_OURS = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
#: The picture carries its own script and style; it may load nothing.
_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'"

#: How ``graph.html`` begins, and how it begins here.
_ALONE, _SERVED = b'<html lang="en">', b'<html lang="en" data-served>'


@dataclass(frozen=True, slots=True)
class Doors:
    """Who may ask. ``hosts`` are the names under which the server answers, any where it is empty; ``origins`` are pages of other sites
    whose scripts may read answers, beside those of this machine; ``*`` is all."""

    hosts: frozenset[str] = frozenset()
    origins: tuple[str, ...] = ()


def application(output: Path, pool: Pool, doors: Doors) -> ASGIApp:
    """The ASGI application over the graph in ``output``."""
    site = _Face(output, pool)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await pool.open()
        try:
            yield
        finally:
            await pool.close()

    routes = [
        Route("/healthz", site.health),
        Route("/sparql", site.sparql, methods=["GET", "POST"]),
        Route("/graph.html", site.picture),
        Route("/graph.ttl", site.turtle),
        Mount("/static", StaticFiles(packages=[("kg.serve", "static")])),
        Route("/{path:path}", site.page),
    ]
    cors = Middleware(
        CORSMiddleware,
        allow_origins=doors.origins,
        allow_origin_regex=_LOOPBACK,
        allow_methods=["GET", "POST"],
        allow_headers=["Accept", "Content-Type"],
    )
    return _Guard(Starlette(routes=routes, middleware=[cors], lifespan=lifespan), doors.hosts)


class _Guard:
    """Refuses foreign names, under which a page elsewhere could reach this machine (DNS rebinding), and adds what every answer carries."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer")]
            await send(message)

        host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
        name = host[1 : host.find("]")] if host.startswith("[") else host.partition(":")[0]
        if self._hosts and name.lower() not in self._hosts:
            refusal = PlainTextResponse(f"This server does not answer to the name {name[:100]!r}; start kg serve with --allow-host for it.\n", 421)
            return await refusal(scope, receive, guarded)
        await self._app(scope, receive, guarded)


class _Face:
    """One method a kind of address."""

    def __init__(self, output: Path, pool: Pool) -> None:
        self._output, self._pool = output, pool

    async def health(self, request: Request) -> Response:
        """Whether questions are answered, for whoever watches over the server; it does not wait for a worker."""
        workers = self._pool.ready
        return JSONResponse({"status": "ok" if workers else "no worker", "workers": workers, "waiting": self._pool.waiting}, 200 if workers else 503)

    async def sparql(self, request: Request) -> Response:
        try:
            asked = protocol.read(request.method, request.scope["query_string"], request.headers.get("content-type", ""), await _body(request))
        except protocol.Refused as refused:
            return _plain(sentence(refused.status, str(refused), **refused.headers))
        accept = ", ".join(request.headers.getlist("accept"))
        browser = wants_html(accept) and "format" not in asked.values and request.method == "GET"
        if browser:
            return RedirectResponse("query" + (f"?query={quote(asked.query, safe='')}" if asked.query else ""), 303, {"Vary": "Accept"})
        named = asked.values.get("format", "")
        if named and not is_format(named):
            names = ", ".join(dict.fromkeys([*RESULTS.values(), *GRAPHS.values()]))
            return _plain(sentence(400, f"There is no format {named[:100]!r}; give one of {names}, or leave it out and send Accept."))
        if asked.query is None:
            return await self._answered(request, Describe(str(request.url.replace(query="")), accept))
        return await self._answered(request, Ask(asked.query, accept, named))

    async def picture(self, request: Request) -> Response:
        """The page of the graph, told that the pages of this site stand beside it."""
        path = self._output / "graph.html"
        if not path.is_file():
            return self._missing(path.name)
        page = await asyncio.to_thread(path.read_bytes)
        return Response(page.replace(_ALONE, _SERVED, 1), media_type="text/html", headers={"Content-Security-Policy": _PICTURE})

    async def turtle(self, request: Request) -> Response:
        return self._file("graph.ttl", "text/turtle; charset=utf-8", {})

    async def page(self, request: Request) -> Response:
        path = request.scope["raw_path"].decode("ascii", "replace").partition("?")[0].removeprefix("/")
        try:
            values = dict(reversed(protocol.parameters(request.scope["query_string"])))
        except protocol.Refused as refused:
            return _plain(sentence(refused.status, str(refused)))
        accept = ", ".join(request.headers.getlist("accept"))
        return await self._answered(request, Page(path, "../" * path.count("/"), accept, values))

    def _file(self, name: str, media_type: str, headers: dict[str, str]) -> Response:
        path = self._output / name
        if not path.is_file():
            return self._missing(name)
        return FileResponse(path, media_type=media_type, headers=headers)

    def _missing(self, name: str) -> Response:
        return _plain(sentence(404, f"There is no {name} in the output folder; build the graph again."))

    async def _answered(self, request: Request, task: Task) -> Response:
        """What a worker answers; nobody works on for a client that has gone."""
        answering = asyncio.ensure_future(self._pool.ask(task))
        leaving = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if answering.done():
                return _plain(await answering)
            return Response(status_code=499)  # nobody reads it
        finally:
            answering.cancel()
            leaving.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _body(request: Request) -> bytes:
    """The whole body. Raises :class:`protocol.Refused` where it is too long."""
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > protocol.MAX_BYTES:
            raise protocol.Refused(413, f"The request is longer than {protocol.MAX_BYTES} bytes; ask in parts.", {"Connection": "close"})
    return b"".join(parts)


def _plain(answer: Answer) -> Response:
    headers = dict(answer.headers)
    if answer.media_type.startswith("text/html"):
        headers["Content-Security-Policy"] = _OURS
    if not answer.path:
        return Response(answer.body, answer.status, headers, answer.media_type)
    headers["Content-Length"] = str(os.path.getsize(answer.path))
    return StreamingResponse(_streamed(answer.path), answer.status, headers, answer.media_type)


async def _streamed(path: str) -> AsyncIterator[bytes]:
    """The file's bytes; it is gone when they are sent, or when nobody wants them any more."""
    try:
        with open(path, "rb") as file:
            while part := await asyncio.to_thread(file.read, _CHUNK):
                yield part
    finally:
        os.unlink(path)


def hosts_of(address: str, allowed: Sequence[str]) -> frozenset[str]:
    """The names to answer to: on loopback its own ones and those that are allowed, elsewhere any unless some are named."""
    local = address in ("localhost", "::1") or address.startswith("127.")
    return frozenset({"localhost", "127.0.0.1", "::1", address.lower(), *map(str.lower, allowed)}) if local or allowed else frozenset()
