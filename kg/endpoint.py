"""The one way to a SPARQL endpoint or graph store elsewhere: its address, who asks, and one request at a time over HTTP.

Credentials come from the environment only, so that they stand in no history, no list of processes and no log:
``KG_ENDPOINT_USER`` and ``KG_ENDPOINT_PASSWORD``, or ``KG_ENDPOINT_TOKEN``. They are sent to the address that was given and nowhere else:
no redirect is followed. A password is sent only when the server asks for one, by Digest where it offers that.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.util import Retry

from kg import __version__
from kg.errors import EndpointError

USER, PASSWORD, TOKEN = "KG_ENDPOINT_USER", "KG_ENDPOINT_PASSWORD", "KG_ENDPOINT_TOKEN"
#: Seconds until a connection stands, and between two parts of an answer.
CONNECT_TIMEOUT, READ_TIMEOUT = 10.0, 300.0
#: Bytes of an answer; a longer one is refused, since it is held in memory.
MAX_ANSWER = 512 * 2**20
_BUSY = (429, 502, 503, 504)
_LONGEST_WAIT = 30.0  # seconds between two tries, whatever the server asks for
_TOLD = 300  # characters of a server's own words in an error
_CHUNK = 2**16
_VISIBLE = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks: a user with a password, or the bearer of a token, or nobody. Printed, it shows none of them."""

    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Credentials:
        """Those that the environment holds. Raises :class:`EndpointError` where they are half there, two at once, or could not be sent."""
        user, password, token = (environment.get(name) or None for name in (USER, PASSWORD, TOKEN))
        if token and (user or password):
            raise EndpointError(f"Both {TOKEN} and {USER} or {PASSWORD} are set; unset those that the endpoint does not want.")
        if (user is None) != (password is None):
            given, missing = (USER, PASSWORD) if user else (PASSWORD, USER)
            raise EndpointError(f"{given} is set and {missing} is not; set both.")
        if token and not _VISIBLE.fullmatch(token):
            raise EndpointError(f"{TOKEN} holds a space, a line break or another character that no token has; set it again.")
        if user and (":" in user or not user.isprintable()):
            raise EndpointError(f"{USER} holds a colon or a control character, which no HTTP login can carry; set another one.")
        return cls(user, password, token)

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    def hidden(self, text: str) -> str:
        """The text without the password and the token, should a server have sent them back."""
        for secret in (self.password, self.token):
            text = text.replace(secret, "…") if secret else text
        return text


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the HTTP status (200 to 299), the media type without its parameters, in lower case, and the whole body."""

    status: int
    media_type: str
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


class Endpoint:
    """An address that speaks the SPARQL 1.1 Protocol or the Graph Store Protocol.

    ``tries`` bounds how often one request is sent: again after a refused connection, and after the answers 429, 502, 503, 504, each time twice as
    long after the last (``Retry-After`` is heeded, up to 30 seconds). With ``repeatable`` also after a connection that broke or a silence of
    ``timeout`` seconds: for requests that do no harm when they are carried out twice. Close it, or use it in a ``with``.

    Raises :class:`EndpointError` where the address is none.
    """

    def __init__(
        self, url: str, credentials: Credentials | None = None, *, timeout: float = READ_TIMEOUT, tries: int = 3, repeatable: bool = False
    ) -> None:
        parts = checked(url)
        self.url = url
        self.name = shown(parts)
        self._credentials = Credentials.from_environment() if credentials is None else credentials
        #: Whether somebody on the way could read the credentials.
        self.in_the_clear = bool(self._credentials) and parts.scheme == "http" and not _loopback(parts.hostname or "")
        self._timeout = (min(CONNECT_TIMEOUT, timeout), timeout)
        self._session = requests.Session()
        self._session.auth = _login(self._credentials)  # never none, else a .netrc file would be asked
        self._session.trust_env = not _loopback(parts.hostname or "")  # proxies and certificates of the environment
        self._session.headers["User-Agent"] = f"newskg/{__version__}"
        again = tries - 1
        retry = _Patience(
            again, read=again if repeatable else 0, other=0, backoff_factor=0.5, backoff_max=_LONGEST_WAIT, status_forcelist=_BUSY,
            allowed_methods=None, raise_on_status=False,
        )  # fmt: skip
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def __enter__(self) -> Endpoint:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._session.close()

    def request(
        self, method: str, *, params: Mapping[str, str] | None = None, data: bytes | Mapping[str, str] | None = None,
        media_type: str | None = None, accept: str = "*/*",
    ) -> Answer:  # fmt: skip
        """Send one request and give back the answer of a server that did what it was asked.

        ``params`` are added to the address; ``data`` is a body of ``media_type``, or a form. Raises :class:`EndpointError` for every other
        answer and for none; its text holds the server's own words.
        """
        headers = {"Accept": accept} | ({"Content-Type": media_type} if media_type else {})
        response, body = self._send(method, params, data, headers)
        if self._asks_for_basic(response):
            response, body = self._send(method, params, data, headers)
        answer = Answer(response.status_code, response.headers.get("Content-Type", "").partition(";")[0].strip().lower(), body)
        if not 200 <= answer.status < 300:
            raise EndpointError(self._refused(answer, response.headers.get("Location")), answer.status)
        return answer

    def query(self, text: str, accept: str = "application/sparql-results+json", params: Mapping[str, str] | None = None) -> Answer:
        """Ask in SPARQL, by a form that is posted: every store takes that, whatever the length. Raises :class:`EndpointError`."""
        return self.request("POST", data={"query": text, **(params or {})}, accept=accept)

    def _send(
        self, method: str, params: Mapping[str, str] | None, data: bytes | Mapping[str, str] | None, headers: Mapping[str, str]
    ) -> tuple[requests.Response, bytes]:
        try:
            with self._session.request(
                method, self.url, params=params, data=data, headers=headers, timeout=self._timeout, allow_redirects=False, stream=True
            ) as response:
                return response, self._body(response)
        except requests.RequestException as error:
            raise EndpointError(self._unreachable(error)) from None  # the cause may hold a header

    def _asks_for_basic(self, response: requests.Response) -> bool:
        """Whether the server wants the password by Basic and has not had it; from then on it gets it at once. Digest goes by itself."""
        offered = response.headers.get("WWW-Authenticate", "").lower()
        user, password = self._credentials.user, self._credentials.password
        if response.status_code != 401 or "basic" not in offered or "digest" in offered or user is None or password is None:
            return False
        first = not isinstance(self._session.auth, HTTPBasicAuth)
        self._session.auth = HTTPBasicAuth(user.encode(), password.encode())
        return first

    def _body(self, response: requests.Response) -> bytes:
        parts, size = [], 0
        for part in response.iter_content(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > MAX_ANSWER:
                raise EndpointError(f"The answer of {self.name} is longer than {MAX_ANSWER // 2**20} MiB; ask for less, for instance with LIMIT.")
        return b"".join(parts)

    def _unreachable(self, error: requests.RequestException) -> str:
        """A sentence of our own: what the library says may hold the address with its parameters."""
        if isinstance(error, requests.exceptions.SSLError):
            return f"The certificate of {self.name} is not trusted; name your authority's file in REQUESTS_CA_BUNDLE, or mend the server."
        if isinstance(error, requests.exceptions.ProxyError):
            return f"The proxy of the environment does not lead to {self.name}; set or unset HTTPS_PROXY and NO_PROXY."
        if isinstance(error, requests.Timeout) or "timed out" in repr(error):
            return f"{self.name} did not answer within {self._timeout[1]:g} seconds; try again later, or with a longer time-out."
        if isinstance(error, requests.exceptions.ChunkedEncodingError):
            return f"{self.name} broke off in the middle of its answer; try again."
        if re.search("NameResolutionError|Name or service not known|getaddrinfo", repr(error)):
            return f"The host of {self.name} is not known; check the address."
        if "refused" in repr(error):
            return f"Nothing answers at {self.name} (connection refused); check the address, and that the store is running."
        return f"The connection to {self.name} broke ({type(error).__name__}); try again, or check the address."

    def _refused(self, answer: Answer, location: str | None) -> str:
        if 300 <= answer.status < 400:
            place = shown(urlsplit(location)) if location else "another place"
            return f"{self.name} leads to {place} (HTTP {answer.status}), where no request is sent by itself; give that address if you trust it."
        said = one_line(self._credentials.hidden(re.sub(r"<[^>]*>", " ", answer.text)))
        said = f" and says: {said}" if said else ""
        if answer.status in (401, 403):
            mend = f"set {USER} and {PASSWORD}, or {TOKEN}" if not self._credentials else "check the credentials in the environment, and their rights"
            return f"{self.name} lets nobody in without permission (HTTP {answer.status}); {mend}."
        return f"{self.name} answers HTTP {answer.status}{said}"


class _Patience(Retry):
    """A server's ``Retry-After`` is heeded, but not for hours."""

    def parse_retry_after(self, retry_after: str) -> float:
        return min(super().parse_retry_after(retry_after), _LONGEST_WAIT)


class _Bearer(AuthBase):
    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _login(credentials: Credentials) -> AuthBase:
    if credentials.user is not None and credentials.password is not None:
        return HTTPDigestAuth(credentials.user, credentials.password)  # says nothing before it is asked
    return _Bearer(credentials.token)


def checked(url: str) -> SplitResult:
    """The parts of an address of a SPARQL endpoint. Raises :class:`EndpointError` where it is none, or holds a login."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or not _VISIBLE.fullmatch(url):
        raise EndpointError(f"{one_line(url.rpartition('@')[2])!r} is no address of an endpoint; it looks like http://localhost:7878/query.")
    if parts.username is not None:
        raise EndpointError(f"The address of {shown(parts)} holds a login, which others can read; set {USER} and {PASSWORD} in the environment.")
    if parts.fragment:
        raise EndpointError(f"The address {shown(parts)} ends in '#…', which no server sees; leave that out.")
    return parts


def shown(parts: SplitResult) -> str:
    """An address as messages tell it: without a login and without what follows a question mark, where tokens may stand."""
    host = parts.netloc.rpartition("@")[2]
    return one_line(f"{parts.scheme}://{host}{parts.path}" if host else parts.path)


def one_line(text: str) -> str:
    """The beginning of a server's text as one harmless line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 20 * _TOLD]).split())
    return line if len(line) <= _TOLD else line[: _TOLD - 1] + "…"


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
