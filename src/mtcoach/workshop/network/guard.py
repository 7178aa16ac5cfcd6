"""What every request must be before a page is asked for, and what every answer says.

A host that is ours, a method that we serve, a change that comes from our own page, a body that
is small and comes in time. Nothing here knows a workshop.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

from mtcoach.workshop.network.stream import Message, Receive, Scope, Send

App = Callable[[Scope, Receive, Send], Any]

HEAD: Final = 8 * 1024
"""Bytes of a request's line and headers."""

BODY: Final = 16 * 1024
"""Bytes of a request's body: a vote with a long note in any script, and room to spare."""

PATIENCE: Final = 10.0
"""Seconds in which a body must have come."""

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    # Not no-referrer: under it a browser hides the origin of our own forms from us.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
"""What every answer says."""

NOT_HERE: Final = (421, "This address is not one of this workshop's; use the one on the wall.")
TOO_MUCH: Final = (431, "That request says more of itself than a browser would.")
NO_METHOD: Final = (405, "This page can be read and its forms can be sent, nothing else.")
ELSEWHERE: Final = (403, "That was not sent from this workshop's own page, so it was not taken.")
NO_FORM: Final = (415, "Only the forms of this workshop's own pages are taken.")
TOO_LONG: Final = (413, "That is too long to be taken; shorten it and send it again.")
TOO_SLOW: Final = (408, "That took too long to arrive, so it was not taken; send it again.")


class RefusedError(Exception):
    """A request that goes no further: status and one sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


class Guard:
    """Stands before `app`. `names` are the host names that are ours besides any plain address."""

    def __init__(self, app: App, names: Iterable[str]) -> None:
        self._app = app
        self.names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through, with its whole body at hand, or refuses it in a sentence."""
        if scope["type"] != "http":
            return
        said = _Headed(send)
        try:
            body = await self._checked(scope, receive)
        except RefusedError as refused:
            await _refuse(said, refused)
            return
        await self._app(scope, _again(body, receive), said)

    async def _checked(self, scope: Scope, receive: Receive) -> bytes:
        if _head(scope) > HEAD:
            raise RefusedError(*TOO_MUCH)
        headers = _headers(scope)
        if not self._ours(headers.get("host", "")):
            raise RefusedError(*NOT_HERE)
        if scope["method"] in ("GET", "HEAD"):
            return b""
        if scope["method"] != "POST":
            raise RefusedError(*NO_METHOD)
        if not _same_origin(headers):
            raise RefusedError(*ELSEWHERE)
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            raise RefusedError(*NO_FORM)
        return await _body(headers, receive)

    def _ours(self, host: str) -> bool:
        """Whether a Host is ours: a plain address, or a name that was told to us.

        A page of somebody else's that points its own name at this machine cannot
        pass: it has a name, and not one of ours.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        with suppress(ValueError):
            ipaddress.ip_address(name)
            return "@" not in host
        return name.lower() in self.names and "@" not in host


def _same_origin(headers: dict[str, str]) -> bool:
    """Whether a change comes from our own page: the browser says so, and nobody says otherwise."""
    site = headers.get("sec-fetch-site")
    if site not in (None, "same-origin"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return site == "same-origin"
    scheme, _, place = origin.partition("://")
    return scheme in ("http", "https") and place.lower() == headers.get("host", "").lower()


async def _body(headers: dict[str, str], receive: Receive) -> bytes:
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > BODY:
        raise RefusedError(*TOO_LONG)
    body = b""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise RefusedError(*TOO_SLOW)
                more: bytes = message.get("body", b"")
                body += more
                if len(body) > BODY:
                    raise RefusedError(*TOO_LONG)
                if not message.get("more_body"):
                    return body
    except TimeoutError:
        raise RefusedError(*TOO_SLOW) from None


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more, for the app; after it, whatever the connection says."""
    given = False

    async def once() -> Message:
        nonlocal given
        if not given:
            given = True
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return once


class _Headed:
    """Puts our headers on an answer, which nobody may store unless it says otherwise."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            said = {name.lower() for name, _ in message["headers"]}
            extra = [] if b"cache-control" in said else [(b"cache-control", b"no-store")]
            message = {**message, "headers": [*message["headers"], *HEADERS, *extra]}
        await self._send(message)


def _head(scope: Scope) -> int:
    """The size of a request's line and headers, in bytes."""
    sizes = (len(name) + len(value) for name, value in scope["headers"])
    return len(scope["raw_path"]) + len(scope["query_string"]) + sum(sizes)


def _headers(scope: Scope) -> dict[str, str]:
    """The request's headers; one that came twice counts as its two values together."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


async def _refuse(send: Send, refused: RefusedError) -> None:
    text = refused.sentence.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(text)).encode()),
        (b"connection", b"close"),  # what is left of the request is not worth reading
    ]
    if refused.status == NO_METHOD[0]:
        headers.append((b"allow", b"GET, HEAD, POST"))
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": text})
