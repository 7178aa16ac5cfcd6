"""The latest state to every screen that listens, as server-sent events.

A screen is sent what is true now and never a queue: one that is slow misses what lay between.
Bytes are made once for all. Nothing here knows what a view holds.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

A_DEVICE: Final = 3
"""Streams for one device: a few open tabs; the oldest gives way."""

IN_ALL: Final = 3_000
"""Streams for one channel; who comes after that is asked to try again."""

EVENTS: Final = {
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no",  # a proxy must not wait for more
}
"""The headers of a stream."""


@dataclass(frozen=True, slots=True)
class State:
    """What is true now. `whole` tells all of it; `change` only what differs from the same `key`."""

    version: str
    key: str
    whole: bytes
    change: bytes


@dataclass(slots=True, eq=False)
class Listener:
    """One screen that listens: what it was sent last."""

    device: str
    version: str = ""
    key: str = ""
    beat: int = 0
    gone: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def leave(self) -> None:
        """Ends the stream from our side."""
        self.gone = True
        self.wake.set()


class Channel:
    """One audience. `state` is what it sees; screens are sent it as fast as they take it.

    `moved` is called when a screen has come or gone.
    """

    def __init__(self, moved: Callable[[], None] = lambda: None) -> None:
        self.state: State | None = None
        self._moved = moved
        self._beat = 0
        self._closing = False
        self._listeners: set[Listener] = set()

    @property
    def devices(self) -> Iterator[str]:
        """The devices that listen, one for each of their screens."""
        return (listener.device for listener in self._listeners)

    @property
    def screens(self) -> int:
        """How many screens listen."""
        return len(self._listeners)

    def publish(self, state: State) -> None:
        """From now on this is what is true."""
        if self.state and self.state.version == state.version:
            return
        self.state = state
        self._wake()

    def beat(self) -> None:
        """Lets every screen hear that the line still holds."""
        self._beat += 1
        self._wake()

    async def close(self, seconds: float = 2.0) -> None:
        """Sends what is true now to all, and ends their streams."""
        self._closing = True
        self._wake()
        until = time.monotonic() + seconds
        while self._listeners and time.monotonic() < until:
            await asyncio.sleep(0.02)
        for listener in self._listeners:
            listener.leave()

    def _wake(self) -> None:
        for listener in self._listeners:
            listener.wake.set()

    async def follow(self, scope: Scope, receive: Receive, send: Send, device: str) -> None:
        """Serves one screen until it or the room goes."""
        if len(self._listeners) >= IN_ALL or self._closing:
            await send({"type": "http.response.start", "status": 503, "headers": []})
            await send({"type": "http.response.body"})
            return
        self._make_way(device)
        listener = Listener(device, beat=self._beat)
        self._listeners.add(listener)
        self._moved()
        gone = asyncio.ensure_future(_until_gone(receive, listener))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _raw(EVENTS)})
            await self._tell(listener, send, _greeting(scope))
        finally:
            self._listeners.discard(listener)
            self._moved()
            gone.cancel()
            with suppress(asyncio.CancelledError):
                await gone

    async def _tell(self, listener: Listener, send: Send, greeting: bytes) -> None:
        await send({"type": "http.response.body", "body": greeting, "more_body": True})
        while not listener.gone:
            listener.wake.clear()
            news = self._news(listener)
            if news:
                await send({"type": "http.response.body", "body": news, "more_body": True})
                continue
            if self._closing:
                break
            await listener.wake.wait()
        if not listener.gone:
            await send({"type": "http.response.body"})

    def _news(self, listener: Listener) -> bytes:
        """What this screen has not been sent yet."""
        state, beat = self.state, self._beat
        if state and state.version != listener.version:
            news = state.change if state.key == listener.key else state.whole
            listener.version, listener.key, listener.beat = state.version, state.key, beat
            return news
        if beat != listener.beat:
            listener.beat = beat
            return _beaten()
        return b""

    def _make_way(self, device: str) -> None:
        same = [each for each in self._listeners if each.device == device and not each.gone]
        for listener in same[: len(same) - A_DEVICE + 1]:
            listener.leave()


def _raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def event(name: str, data: str, ident: str = "") -> bytes:
    """One event as it goes over the line; `data` is one line."""
    head = f"id: {ident}\n" if ident else ""
    return f"{head}event: {name}\ndata: {data}\n\n".encode()


def _greeting(scope: Scope) -> bytes:
    """When to come back after the line broke, not all at once; and what time it is here."""
    # Enough bytes that a proxy or an old browser does not wait for more before it shows any.
    return f"retry: {random.randint(700, 2200)}\n".encode() + _beaten()


def _beaten() -> bytes:
    return event("beat", str(int(time.time() * 1000)))


async def _until_gone(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.leave()
