"""Before a workshop: where phones would find this computer, tried as far as it can be tried.

A page is served at the address, asked for from here, and offered to a phone. Only a phone that
comes shows that the network lets it; nothing else is taken for that.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from mtcoach.errors import CoachError
from mtcoach.workshop.facilitating.entry import wording
from mtcoach.workshop.network.addresses import LOOPBACK, addresses

PATIENCE = 5.0
"""Seconds in which this computer must have reached itself."""


@dataclass
class Check:
    """A check under way. `say` hears each line, `draw` the QR code of an address."""

    say: Callable[[str], None]
    draw: Callable[[str], None]
    visitors: set[str] = field(default_factory=set)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, port: int, wait: float, address: str = "") -> bool:
        """Checks `address`, or the one this computer would use; waits `wait` seconds for a phone.

        Whether phones may be expected to come in.
        """
        found = addresses()
        if not found:
            self.say(_say("no_network"))
            return False
        host = address or found[0]
        self._name(host, found)
        try:
            serving = await self._serve(host, port)
        except CoachError as error:
            self.say(str(error))
            return False
        try:
            return await self._try(host, serving[1], wait)
        finally:
            await serving[0].stop()

    def _name(self, host: str, found: tuple[str, ...]) -> None:
        self.say(_say("address", host=host))
        others = [other for other in found if other != host]
        if others:
            self.say(_say("others", others=", ".join(others)))
        if not ipaddress.ip_address(host).is_private:
            self.say(_say("public", host=host))

    async def _serve(self, host: str, port: int) -> tuple[Any, int]:
        from mtcoach.workshop.network.listening import Listening, bound, found_port

        sock = bound(host, port) if port else found_port(host)
        port = int(sock.getsockname()[1])
        listening = Listening(self, sock)
        await listening.start()
        return listening, port

    async def _try(self, host: str, port: int, wait: float) -> bool:
        if not await _reached(host, port):
            self.say(_say("not_itself", url=f"http://{host}:{port}"))
            return False
        url = f"http://{host}:{port}/"
        self.say(_say("itself", url=url))
        self.say(_say("unverified"))
        if not wait:
            self.say(_say("later"))
            self.draw(url)
            return True
        self.say(_say("scan", seconds=round(wait)))
        self.draw(url)
        with suppress(TimeoutError):
            await asyncio.wait_for(self.came.wait(), wait)
        if self.visitors:
            self.say(_say("came", visitor=min(self.visitors)))
            return True
        self.say(_say("nobody"))
        return False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One page, the same for everybody; who asks from elsewhere has come in."""
        if scope["type"] != "http":
            return
        visitor = (scope.get("client") or ("",))[0]
        if visitor not in (*addresses(), LOOPBACK, ""):
            self.visitors.add(visitor)
            self.came.set()
        body = _say("page").encode()
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


async def _reached(host: str, port: int) -> bool:
    """Whether this computer can ask for the page at its own address."""
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            answer = await reader.read(12)
            writer.close()
            return answer.startswith(b"HTTP/1.1 200")
    except (OSError, TimeoutError):
        return False


def _say(key: str, **fields: object) -> str:
    return str(wording()["check"][key]).format_map(fields)
