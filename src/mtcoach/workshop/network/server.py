"""The workshop's server: pages for phones and wall over one sitting, inside the app's own loop.

It listens on the loopback until it is told otherwise. It has no control of the room: that is
the facilitator's app alone.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from mtcoach.errors import CoachError
from mtcoach.questions.loading import Library
from mtcoach.workshop.network import addresses, entrance, qr
from mtcoach.workshop.network.ballot_desk import BallotDesk, Do, directly
from mtcoach.workshop.network.broadcast import Broadcast
from mtcoach.workshop.network.door import Door, typed
from mtcoach.workshop.network.guard import Guard
from mtcoach.workshop.network.keys import Keys, load_keys, save_keys
from mtcoach.workshop.network.listening import Listening, bound, found_port
from mtcoach.workshop.network.views import Timer
from mtcoach.workshop.network.visits import House, Visits
from mtcoach.workshop.network.walls import Walls
from mtcoach.workshop.sitting import Sitting

SENTENCES: Final = {
    404: "There is no such page here.",
    405: "This page can be read and its forms can be sent, nothing else.",
    500: "Something went wrong on the facilitator’s machine; load the page again.",
}


class Server:
    """Serves one sitting, once: `start` and `stop` it in the loop that runs the app.

    `do` makes every call that may touch the disk where the transcript lies open. `port` 0 is
    the room's own port of an earlier start, or one that is easy to type. `public_url` is the
    address that people use where a proxy stands before this server. `troubled` hears of what
    went wrong inside.
    """

    def __init__(
        self,
        sitting: Sitting,
        *,
        library: Library,
        host: str = addresses.LOOPBACK,
        port: int = 0,
        join_code: str | None = None,
        do: Do = directly,
        public_url: str = "",
        troubled: Callable[[Exception], None] = lambda error: None,
    ) -> None:
        keys = load_keys(sitting.evaluation.path)
        self._keys = Keys(typed(join_code) if join_code else keys.code, keys.port, keys.salt)
        self._sitting = sitting
        self._host = host
        self._port = port or keys.port
        self._do = do
        self._public = public_url.rstrip("/")
        self._troubled = troubled
        self._desk = BallotDesk(sitting, do)
        self._door = Door(self._keys.code, self._keys.salt)
        self._broadcast = Broadcast(
            sitting, library, self._keys.code, self._where_phones_come_in, troubled
        )
        self._listening: Listening | None = None
        self._before = sitting.changed

    # --- life -------------------------------------------------------------------------

    async def start(self) -> None:
        """Returns once phones can come in.

        Raises `CoachError` when the port is taken or the room's keys cannot be kept.
        """
        sock = bound(self._host, self._port) if self._port else found_port(self._host)
        self._port = int(sock.getsockname()[1])
        try:
            self._keys = Keys(self._keys.code, self._port, self._keys.salt)
            await self._do(lambda: save_keys(self._sitting.evaluation.path, self._keys))
        except BaseException:
            sock.close()
            raise
        self._before, self._sitting.changed = self._sitting.changed, self._sitting_changed
        self._desk.open()
        self._broadcast.open()
        await self._listen(sock)

    async def stop(self) -> None:
        """Tells every screen that the workshop has ended, and closes."""
        if self._listening is None:
            return
        await self._desk.close()
        await self._broadcast.close()
        await self._listening.stop()
        self._listening = None
        if self._sitting.changed == self._sitting_changed:
            self._sitting.changed = self._before

    async def open_to(self, host: str) -> None:
        """Listens on another address of this machine from now on, at the same port.

        Raises `CoachError` when it cannot listen there; then it listens where it did.
        """
        before, self._host = self._host, host
        if self._listening is None:
            return
        await self._listening.stop()
        self._listening = None
        try:
            sock = bound(host, self._port)
        except CoachError:
            self._host = before
            await self._listen(bound(before, self._port))
            raise
        await self._listen(sock)
        self.poke()  # walls name the address, or that there is none yet

    async def _listen(self, sock: socket.socket) -> None:
        self._listening = Listening(self._app(), sock)
        await self._listening.start()

    # --- where it is ------------------------------------------------------------------

    @property
    def url(self) -> str:
        """Where the pages are, as people are told."""
        return self._public or f"http://{addresses.shown(self._host)}:{self._port}"

    @property
    def join_url(self) -> str:
        """What the QR code says: the page to join on, with the code filled in."""
        return f"{self.url}/j/{self._door.code}"

    @property
    def wall_url(self) -> str:
        """The wall, for a browser on this machine."""
        return f"http://{self._own_host}:{self._port}/wall/{self._door.code}"

    @property
    def join_code(self) -> str:
        """The code that lets people in."""
        return self._door.code

    @property
    def port(self) -> int:
        """The port, once it has started."""
        return self._port

    @property
    def is_open(self) -> bool:
        """Whether other machines can reach it, as far as this one is concerned."""
        elsewhere = self._own_host != self._host or self._host not in (addresses.LOOPBACK, "::1")
        return elsewhere or bool(self._public)

    def _where_phones_come_in(self) -> tuple[str, str] | None:
        return (self.url, self.join_url) if self.is_open else None

    def qr_lines(self) -> tuple[str, ...]:
        """The QR code for a terminal: dark ink, to be shown on light ground."""
        return qr.lines(self.join_url)

    @property
    def here(self) -> int:
        """How many phones are here."""
        return self._broadcast.here

    @property
    def _own_host(self) -> str:
        """The host by which this machine reaches itself."""
        everywhere = self._host in ("0.0.0.0", "::", "")
        return addresses.LOOPBACK if everywhere else addresses.shown(self._host)

    # --- what it shows -----------------------------------------------------------------

    def show_timer(self, label: str, ends: datetime) -> None:
        """Shows a timer on every screen, until it is hidden."""
        self._broadcast.timer = Timer(label, ends)
        self.poke()

    def hide_timer(self) -> None:
        """Shows no timer."""
        self._broadcast.timer = None
        self.poke()

    def show_prompt(self, lines: Sequence[str] | None) -> None:
        """Shows these lines in the place of the playbook's; None shows the playbook's again."""
        self._broadcast.prompt = None if lines is None else tuple(lines)
        self.poke()

    def poke(self) -> None:
        """Something has changed: screens are told, soon. Safe to call from any thread."""
        self._broadcast.poke()

    def _sitting_changed(self) -> None:
        self._before()
        self.poke()

    # --- the app ------------------------------------------------------------------------

    def _app(self) -> Guard:
        """The pages as an ASGI app, behind the guard."""
        house = House(
            sitting=self._sitting,
            door=self._door,
            desk=self._desk,
            broadcast=self._broadcast,
            secure=self._public.startswith("https:"),
        )
        inner = Starlette(
            routes=[*Visits(house).routes, *Walls(self._door, self._broadcast).routes],
            exception_handlers={HTTPException: self._sorry, Exception: self._fault},
        )
        public = urlsplit(self._public).hostname
        return Guard(inner, {*addresses.names(), *([public] if public else [])})

    async def _sorry(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        own = error.detail if error.detail.endswith(".") else ""
        sentence = own or SENTENCES.get(error.status_code, SENTENCES[404])
        if entrance.scripted(request):
            told = {"told": sentence, "join": error.status_code == 403}
            return JSONResponse(told, error.status_code, headers=error.headers)
        page = self._broadcast.screens.sorry("That did not work", sentence)
        return HTMLResponse(page, error.status_code, headers=error.headers)

    async def _fault(self, request: Request, error: Exception) -> Response:
        self._troubled(error)
        page = self._broadcast.screens.sorry("That did not work", SENTENCES[500])
        return HTMLResponse(page, 500)
