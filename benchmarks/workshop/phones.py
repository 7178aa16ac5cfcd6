"""So many phones in one process: they join, listen and vote over raw sockets on the loopback.

Bounded in number and in time; every wait ends by itself.
"""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field

HOST = "127.0.0.1"
PATIENCE = 60.0
"""Seconds after which anything is given up."""

COLOURS = ("red", "amber", "green")
"""What the phones vote, in turn."""

WORDS = "We+moderate+twice+a+term+but+the+tracker+of+department+{}+is+a+year+old"

AT_ONCE = 50
"""Phones that join at one time."""


@dataclass
class Phone:
    """One phone: its cookie, its stream, and what the stream said last and when."""

    port: int
    cookie: str = ""
    key: str = ""
    votes: int = -1
    told: float = 0.0
    news: asyncio.Event = field(default_factory=asyncio.Event)
    _reading: asyncio.Task[None] | None = None
    _stream: asyncio.StreamWriter | None = None
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def join(self, code: str) -> None:
        """Types the code, and listens from then on."""
        head = await self.post("/join", f"code={code}")
        found = re.search(rb"set-cookie: ([^;]+)", head, re.I)
        assert found, head
        self.cookie = found[1].decode()
        reader, self._stream = await asyncio.open_connection(HOST, self.port)
        self._stream.write(self._head("GET", "/stream") + b"\r\n")
        self._reading = asyncio.create_task(self._read(reader))

    async def post(self, path: str, body: str) -> bytes:
        """Sends a form; the head of the answer."""
        kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
        length = f"Content-Length: {len(body)}\r\n\r\n".encode()
        form = self._head("POST", path) + kind + length + body.encode()
        head = await self._answer(form) or await self._answer(form)
        assert b" 303 " in head, head
        return head

    async def _answer(self, form: bytes) -> bytes:
        """The head of the answer; nothing where the line was closed as nobody had used it."""
        if self._line is None:
            self._line = await asyncio.open_connection(HOST, self.port)
        reader, writer = self._line
        try:
            writer.write(form)
            return await reader.readuntil(b"\r\n\r\n")
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.close()
            self._line = None
            return b""

    async def until(self, key: str, votes: int | None = None) -> float:
        """When the screen showed `key`, and so many votes."""
        while not (self.key.startswith(key) and votes in (None, self.votes)):
            self.news.clear()
            await self.news.wait()
        return self.told

    def leave(self) -> None:
        """Hangs up."""
        if self._reading:
            self._reading.cancel()
        for writer in (self._stream, self._line[1] if self._line else None):
            if writer:
                writer.close()

    def _head(self, method: str, path: str) -> bytes:
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        origin = f"Origin: http://{HOST}:{self.port}\r\n"
        return f"{method} {path} HTTP/1.1\r\nHost: {HOST}:{self.port}\r\n{origin}{cookie}".encode()

    async def _read(self, reader: asyncio.StreamReader) -> None:
        """Reads no more of an event than a screen needs to be right."""
        while line := await reader.readline():
            if not line.startswith(b"data: {"):
                continue
            self.told = time.perf_counter()
            if key := re.search(rb'"key": "(\w+)', line):
                self.key = key[1].decode()
            if votes := re.search(rb'"votes": (\d+)', line):
                self.votes = int(votes[1])
            self.news.set()


async def joined(port: int, code: str, number: int) -> list[Phone]:
    """So many phones that are in and listen."""
    phones = [Phone(port) for _ in range(number)]
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(phone: Phone) -> None:
        async with gate:
            await phone.join(code)

    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*(one(phone) for phone in phones))
    return phones


async def storm(phones: list[Phone], vote: int, within: float) -> tuple[float, list[float]]:
    """All vote within so many seconds, every tenth twice, every fifth with words.

    When the time was up, and how long each vote was waited for.
    """
    began = time.perf_counter()

    async def one(number: int, phone: Phone) -> float:
        due = began + within * number / len(phones)
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        if number % 10 == 0:
            await phone.post("/vote", f"item=kq01&number={vote}&vote=abstain&words=")
        sent = time.perf_counter()
        words = WORDS.format(number) if number % 5 == 0 else ""
        colour = COLOURS[number % 3]
        await phone.post("/vote", f"item=kq01&number={vote}&vote={colour}&words={words}")
        return time.perf_counter() - sent

    async with asyncio.timeout(PATIENCE):
        done = await asyncio.gather(*(one(number, phone) for number, phone in enumerate(phones)))
    return began + within, list(done)


async def shown(phones: list[Phone], key: str, votes: int | None = None) -> list[float]:
    """When each screen showed `key`, and so many votes."""
    async with asyncio.timeout(PATIENCE):
        return list(await asyncio.gather(*(phone.until(key, votes) for phone in phones)))
