"""A workshop that is being served on the loopback, for tests that come to it from outside."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from mtcoach.evaluation import resume, start
from mtcoach.questions.loading import Library
from mtcoach.questions.models import COLOURS
from mtcoach.workshop.ballots import Ballot
from mtcoach.workshop.network.listening import bound
from mtcoach.workshop.network.server import Server
from mtcoach.workshop.sitting import Sitting

SERVE = Path(__file__).with_name("serve.py")
ITEMS = ("kq01", "kq02", "kq03")
ROLES = ("Teacher", "Support staff")


def ballot(colour: str | None, role: str = "") -> Ballot:
    """A ballot of a colour that a test made up."""
    return Ballot(next((each for each in COLOURS if each == colour), None), role)


@dataclass
class Served:
    """A room and its server; `faults` is what went wrong inside, which should be nothing."""

    sitting: Sitting
    server: Server
    faults: list[Exception] = field(default_factory=list)

    def fill(self, *colours: str | None) -> None:
        """Ballots of so many phones that are not in the test, on the disk."""
        for number, colour in enumerate(colours):
            self.sitting.cast(f"other {number}", ballot(colour))
        self.sitting.save_box()


@asynccontextmanager
async def served(
    folder: Path,
    library: Library,
    *,
    items: Sequence[str] = ITEMS,
    roles: Sequence[str] = (),
    let_in: bool = False,
    **options: Any,
) -> AsyncIterator[Served]:
    """A new room, served until the test is done with it.

    With `let_in` phones are told to come in at the loopback, as where a proxy stands there.
    """
    if let_in:
        options["port"] = free_port()
        options["public_url"] = f"http://127.0.0.1:{options['port']}"
    sitting = Sitting(start(folder, library, workshop=True))
    sitting.begin("Lochside Academy", "Secondary", "key-questions", items, 50, roles)
    try:
        async with serving(sitting, library, **options) as room:
            yield room
    finally:
        sitting.evaluation.close()


@asynccontextmanager
async def again(path: Path, library: Library, **options: Any) -> AsyncIterator[Served]:
    """The room that was kept at `path`, served again."""
    sitting = Sitting(resume(path, library))
    try:
        async with serving(sitting, library, **options) as room:
            yield room
    finally:
        sitting.evaluation.close()


@asynccontextmanager
async def serving(sitting: Sitting, library: Library, **options: Any) -> AsyncIterator[Served]:
    """`sitting`, served until the test is done with it."""
    faults: list[Exception] = []
    server = Server(sitting, library=library, troubled=faults.append, **options)
    await server.start()
    try:
        yield Served(sitting, server, faults)
    finally:
        await server.stop()
    assert not faults


class Phone:
    """A phone without a script: it keeps its cookie and sends forms as a browser does."""

    def __init__(self, url: str) -> None:
        self.http = httpx.AsyncClient(base_url=url, headers={"origin": url})

    async def __aenter__(self) -> Phone:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def join(self, code: str, role: str = "") -> httpx.Response:
        """Types the code."""
        return await self.http.post("/join", data={"code": code, "role": role})

    async def vote(
        self, vote: str, words: str = "", *, item: str = "kq01", number: int = 1, **more: str
    ) -> httpx.Response:
        """Taps a colour."""
        form = {"item": item, "number": str(number), "vote": vote, "words": words, **more}
        return await self.http.post("/vote", data=form)


async def until(ready: Callable[[], bool]) -> None:
    """Waits until it is so; long, as a loaded machine is slow and not wrong."""
    async with asyncio.timeout(20):
        while not ready():
            await asyncio.sleep(0.02)


def free_port() -> int:
    """A port that nobody has now."""
    sock = bound("127.0.0.1", 0)
    port = int(sock.getsockname()[1])
    sock.close()
    return port


def room_in(folder: Path, port: int) -> subprocess.Popen[str]:
    """A room in a process of its own, which may be killed."""
    return subprocess.Popen(
        [sys.executable, str(SERVE), str(folder), str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def asked(process: subprocess.Popen[str], question: str = "") -> str:
    """A line that such a room prints, after a question if there is one."""
    assert process.stdin and process.stdout
    if question:
        process.stdin.write(f"{question}\n")
        process.stdin.flush()
    return process.stdout.readline().strip()
