"""One request to an endpoint elsewhere: who asks, what is tried again, and what never leaves."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
import socket
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest

from kg import endpoint
from kg.endpoint import PASSWORD, TOKEN, USER, Credentials, Endpoint
from kg.errors import EndpointError
from tests.servers import Asked, Reply, free_port, http_server

NOBODY = Credentials()
ANA = Credentials("ana", "pässword with space")
SECRET = "s3cr3t-token"


def recorded(*replies: Reply) -> tuple[list[Asked], Callable[[Asked], Reply]]:
    """What arrived, and a behaviour that gives these replies one after the other, the last for ever."""
    asked: list[Asked] = []

    def behave(request: Asked) -> Reply:
        asked.append(request)
        return replies[min(len(asked), len(replies)) - 1]

    return asked, behave


def test_a_query_is_a_posted_form() -> None:
    asked, behave = recorded(Reply(body=b"{}", headers={"Content-Type": "Application/SPARQL-Results+JSON; charset=utf-8"}))
    with http_server(behave) as url, Endpoint(f"{url}/query", NOBODY) as there:
        answer = there.query("ASK { ?a ?b 'é&' }")
    assert (answer.status, answer.media_type, answer.text) == (200, "application/sparql-results+json", "{}")
    assert (asked[0].method, asked[0].path) == ("POST", "/query")
    assert parse_qs(asked[0].body.decode()) == {"query": ["ASK { ?a ?b 'é&' }"]}
    assert asked[0].headers["User-Agent"].startswith("newskg/")
    assert "Authorization" not in asked[0].headers


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, NOBODY),
        ({USER: "", PASSWORD: "", TOKEN: ""}, NOBODY),
        ({USER: "ana", PASSWORD: "x"}, Credentials("ana", "x")),
        ({TOKEN: SECRET}, Credentials(token=SECRET)),
    ],
)
def test_credentials_come_from_the_environment(environment: dict[str, str], expected: Credentials) -> None:
    assert Credentials.from_environment(environment) == expected


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({USER: "ana"}, f"{USER} is set and {PASSWORD} is not"),
        ({PASSWORD: SECRET}, f"{PASSWORD} is set and {USER} is not"),
        ({TOKEN: SECRET, USER: "ana", PASSWORD: "x"}, "Both"),
        ({TOKEN: f"{SECRET}\n"}, "line break"),
        ({TOKEN: f"{SECRET}\r\nHost: x"}, "line break"),
        ({USER: "a:b", PASSWORD: SECRET}, "colon"),
    ],
)
def test_credentials_that_cannot_be_meant(environment: dict[str, str], message: str) -> None:
    with pytest.raises(EndpointError, match=message) as caught:
        Credentials.from_environment(environment)
    assert SECRET not in str(caught.value)


def test_printed_credentials_show_nothing() -> None:
    assert "ana" not in repr(ANA)
    assert "word" not in f"{ANA}"
    assert SECRET not in repr(Credentials(token=SECRET))


def test_a_token_is_sent_at_once() -> None:
    asked, behave = recorded(Reply())
    with http_server(behave) as url, Endpoint(url, Credentials(token=SECRET)) as there:
        there.query("ASK {}")
    assert asked[0].headers["Authorization"] == f"Bearer {SECRET}"


def test_a_password_waits_until_it_is_asked_for() -> None:
    asked, behave = recorded(Reply(401, headers={"WWW-Authenticate": 'Basic realm="x"'}), Reply())
    with http_server(behave) as url, Endpoint(url, ANA) as there:
        there.request("PUT", data=b"first", media_type="text/turtle")
        there.request("PUT", data=b"second", media_type="text/turtle")
    assert [request.body for request in asked] == [b"first", b"first", b"second"]
    basic = "Basic " + base64.b64encode("ana:pässword with space".encode()).decode()
    assert [request.headers.get("Authorization") for request in asked] == [None, basic, basic]


def test_a_wrong_password_is_sent_once() -> None:
    asked, behave = recorded(Reply(401, headers={"WWW-Authenticate": "Basic"}))
    with http_server(behave) as url, Endpoint(url, ANA) as there, pytest.raises(EndpointError, match=r"HTTP 401.*check the credentials"):
        there.query("ASK {}")
    assert len(asked) == 2


def digest_answer(asked: Asked) -> str:
    """What RFC 2617 says that a client has to answer (qop auth, MD5)."""
    said = dict(re.findall(r'(\w+)="?([^",]*)"?', asked.headers["Authorization"]))
    ours, theirs = (hashlib.md5(text.encode()).hexdigest() for text in (f"ana:store:{ANA.password}", f"{asked.method}:{asked.path}"))
    return hashlib.md5(f"{ours}:{said['nonce']}:{said['nc']}:{said['cnonce']}:auth:{theirs}".encode()).hexdigest()


def test_digest_is_preferred_and_the_password_never_sent() -> None:
    asked: list[Asked] = []

    def behave(request: Asked) -> Reply:
        asked.append(request)
        if digest_is_right(request):
            return Reply()
        return Reply(401, headers={"WWW-Authenticate": 'Digest realm="store", nonce="n0nce", qop="auth", Basic realm="store"'})

    def digest_is_right(request: Asked) -> bool:
        return "Authorization" in request.headers and digest_answer(request) in request.headers["Authorization"]

    with http_server(behave) as url, Endpoint(f"{url}/data", ANA) as there:
        there.request("PUT", params={"graph": "urn:a b"}, data=b"x")
        there.request("POST", params={"graph": "urn:a b"}, data=b"y")
    assert [request.body for request in asked] == [b"x", b"x", b"y"]
    assert all(request.headers["Authorization"].startswith("Digest") for request in asked[1:])


@pytest.mark.parametrize("credentials", [ANA, Credentials(token=SECRET)])
def test_no_redirect_is_followed(credentials: Credentials) -> None:
    elsewhere, away = recorded(Reply())
    with http_server(away) as other:
        _, behave = recorded(Reply(307, headers={"Location": f"{other}/q?access-token=hidden"}))
        with http_server(behave) as url, Endpoint(url, credentials) as there, pytest.raises(EndpointError, match="HTTP 307") as caught:
            there.query("ASK {}")
    assert elsewhere == []
    assert f"{other}/q (HTTP 307)" in str(caught.value)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(status: int) -> None:
    asked, behave = recorded(Reply(status, headers={"Retry-After": "0"}), Reply(body=b"done"))
    with http_server(behave) as url, Endpoint(url, NOBODY) as there:
        assert there.request("POST", data=b"x").text == "done"
    assert [request.body for request in asked] == [b"x", b"x"]


def test_a_server_that_stays_busy_is_given_up() -> None:
    asked, behave = recorded(Reply(503, b"overloaded", {"Retry-After": "0"}))
    with http_server(behave) as url, Endpoint(url, NOBODY, tries=3) as there, pytest.raises(EndpointError, match="HTTP 503 and says: overloaded"):
        there.query("ASK {}")
    assert len(asked) == 3


def test_no_server_makes_us_wait_for_hours() -> None:
    assert endpoint._Patience(3).parse_retry_after("86400") == 30
    assert endpoint._Patience(3).parse_retry_after("Fri, 31 Dec 2199 23:59:59 GMT") == 30


@pytest.mark.parametrize("status", [400, 404, 500])
def test_other_refusals_are_told_at_once_in_the_server_s_words(status: int) -> None:
    asked, behave = recorded(Reply(status, b"<html><p>no such\n\x1b[31mgraph</p> for s3cr3t-token " + b"x" * 5000))
    with http_server(behave) as url, pytest.raises(EndpointError) as caught:
        Endpoint(f"{url}/q?access-token=hidden", Credentials(token=SECRET)).query("ASK {}")
    assert len(asked) == 1
    assert caught.value.status == status
    assert f"{url}/q answers HTTP {status} and says: no such [31mgraph for … xxx" in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert "hidden" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_who_has_no_credentials_is_told_how_to_give_them() -> None:
    _, behave = recorded(Reply(401, headers={"WWW-Authenticate": "Basic"}))
    with http_server(behave) as url, Endpoint(url, NOBODY) as there, pytest.raises(EndpointError, match=f"set {USER} and {PASSWORD}, or {TOKEN}"):
        there.query("ASK {}")


def test_nobody_there() -> None:
    with Endpoint(f"http://127.0.0.1:{free_port()}/q", NOBODY, tries=2) as there, pytest.raises(EndpointError, match="connection refused"):
        there.query("ASK {}")


def test_a_silent_server_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(EndpointError, match=r"did not answer within 0\.2 seconds"):
        Endpoint(f"http://127.0.0.1:{silent.getsockname()[1]}", NOBODY, timeout=0.2).query("ASK {}")


def test_a_broken_connection_is_repeated_only_where_that_does_no_harm() -> None:
    asked, behave = recorded(Reply(body=b"abc", headers={"Content-Length": "9"}))
    with http_server(behave) as url, Endpoint(url, NOBODY, timeout=0.3, repeatable=False) as there, pytest.raises(EndpointError):
        there.query("ASK {}")
    assert len(asked) == 1


def test_an_answer_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "MAX_ANSWER", 2**20)
    _, behave = recorded(Reply(body=b"x" * (3 * 2**20)))
    with http_server(behave) as url, Endpoint(url, NOBODY) as there, pytest.raises(EndpointError, match="longer than 1 MiB"):
        there.query("ASK {}")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("localhost:7878", "is no address"),
        ("ftp://localhost/x", "is no address"),
        ("file:///etc/passwd", "is no address"),
        ("http://", "is no address"),
        ("http://localhost:port/", "is no address"),
        ("http://localhost/a b", "is no address"),
        ("http://localhost/\r\nX: y", "is no address"),
        ("http://ana:s3cr3t-token@localhost/q", "holds a login"),
        ("ftp://ana:s3cr3t-token@localhost/q", "is no address"),
        ("http://localhost/q#x", "leave that out"),
    ],
)
def test_addresses_that_are_none(url: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message) as caught:
        Endpoint(url, NOBODY)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "credentials", "expected"),
    [
        ("http://store.example/q", ANA, True),
        ("https://store.example/q", ANA, False),
        ("http://127.0.0.1:7878/q", ANA, False),
        ("http://[::1]/q", ANA, False),
        ("http://localhost/q", ANA, False),
        ("http://store.example/q", NOBODY, False),
    ],
)
def test_credentials_that_others_could_read(url: str, credentials: Credentials, expected: bool) -> None:
    assert Endpoint(url, credentials).in_the_clear is expected


@pytest.mark.parametrize("credentials", [ANA, Credentials(token=SECRET)])
def test_nothing_secret_is_logged(credentials: Credentials, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    _, behave = recorded(Reply(401, headers={"WWW-Authenticate": "Basic"}), Reply(503, headers={"Retry-After": "0"}), Reply())
    with http_server(behave) as url, Endpoint(url, credentials) as there:
        if credentials is ANA:
            there.query("ASK {}")
        else:
            with pytest.raises(EndpointError):
                there.query("ASK {}")
    assert caplog.records
    for secret in ("ana:", "pässword", SECRET, base64.b64encode(b"ana:")[:6].decode()):
        assert secret not in caplog.text


def test_no_netrc_file_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("default login ana password s3cr3t-token\n")
    monkeypatch.setenv("NETRC", str(netrc))
    asked, behave = recorded(Reply())
    with http_server(behave) as url, Endpoint(url, NOBODY) as there:
        there._session.trust_env = True  # as for an address that is not loopback
        there.query("ASK {}")
    assert "Authorization" not in asked[0].headers
