"""The workshop's server: pages for phones and wall over one sitting, inside the app's own loop.

It listens on the loopback until it is told otherwise. It has no control of the room: that is
the facilitator's app alone. What a screen shows is made from the sitting each time it changes.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from mtcoach.errors import CoachError
from mtcoach.questions.loading import Library
from mtcoach.workshop import addresses, qr
from mtcoach.workshop.ballot_desk import BallotDesk, Do, directly
from mtcoach.workshop.door import Door, Presence, typed
from mtcoach.workshop.guard import Guard
from mtcoach.workshop.keys import Keys, load_keys, save_keys
from mtcoach.workshop.listening import Listening, bound, found_port
from mtcoach.workshop.rendering import TITLES, TOLD, Screens, wall_title
from mtcoach.workshop.sitting import Sitting
from mtcoach.workshop.stream import Channel, State, event
from mtcoach.workshop.views import Timer, View, Wall, ended, participant_view, wall_view
from mtcoach.workshop.visits import House, Visits

PACE: Final = 0.1
"""Seconds between two states that are sent: ten a second, however fast votes come in."""

A_SCREEN: Final = 0.0001
"""Seconds more between two states for each screen, so that in a hall votes are not kept waiting."""

BEAT: Final = 10.0
"""Seconds after which a screen hears that the line still holds."""

SENTENCES: Final = {
    404: "There is no such page here.",
    405: "This page can be read and its forms can be sent, nothing else.",
    500: "Something went wrong on the facilitator’s machine; load the page again.",
}


class Server:
    """Serves one sitting; `start` and `stop` it in the loop that runs the app.

    `do` makes every call that may touch the disk where the transcript lies open. `port` 0 is
    the room's own port of an earlier start, or any. `public_url` is the address that people
    use where a proxy stands before this server. `troubled` hears of what went wrong inside.
    `prompt`, when set, stands in the place of the playbook's.
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
        self._library = library
        self._host = host
        self._port = port or keys.port
        self._do = do
        self._public = public_url.rstrip("/")
        self._troubled = troubled
        self._screens = Screens(library)
        self._changed = asyncio.Event()
        self._phones, self._walls = Channel(moved=self._changed.set), Channel()
        self._presence = Presence()
        self._desk = BallotDesk(sitting, do)
        self._door = Door(self._keys.code, self._keys.salt)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: Timer | None = None
        self._prompt: tuple[str, ...] | None = None
        self._poked = False
        self._over = False
        self._listening: Listening | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._drawn: dict[str, tuple[str, str]] = {}
        # A number in a state's name must not come again after a restart.
        self._epoch = f"{time.time_ns():x}"
        self._before = sitting.changed
        sitting.changed = self._sitting_changed

    # --- life -------------------------------------------------------------------------

    async def start(self) -> None:
        """Returns once phones can come in.

        Raises `CoachError` when the port is taken or the room's keys cannot be kept.
        """
        self._loop = asyncio.get_running_loop()
        self._over = False
        sock = bound(self._host, self._port) if self._port else found_port(self._host)
        self._port = int(sock.getsockname()[1])
        try:
            self._keys = Keys(self._keys.code, self._port, self._keys.salt)
            await self._do(lambda: save_keys(self._sitting.evaluation.path, self._keys))
        except BaseException:
            sock.close()
            raise
        await self._listen(sock)
        self._desk.open()
        self._publish()
        self._tasks = [
            asyncio.create_task(self._tell(), name="workshop tell"),
            asyncio.create_task(self._beat(), name="workshop beat"),
        ]

    async def stop(self) -> None:
        """Tells every screen that the workshop has ended, and closes."""
        if self._listening is None:
            return
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await self._desk.close()
        self._over = True
        self._publish()
        await asyncio.gather(self._phones.close(), self._walls.close())
        await self._listening.stop()
        self._listening = None

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
        self.poke()  # walls name the address

    async def _listen(self, sock: socket.socket) -> None:
        self._listening = Listening(self.app(), sock)
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
        return self._own_host != self._host or self._host not in (addresses.LOOPBACK, "::1")

    def qr_lines(self) -> tuple[str, ...]:
        """The QR code for a terminal: dark ink, to be shown on light ground."""
        return qr.lines(self.join_url)

    @property
    def here(self) -> int:
        """How many phones are here."""
        return self._presence.here(self._phones.devices, time.monotonic())

    @property
    def _own_host(self) -> str:
        """The host by which this machine reaches itself."""
        everywhere = self._host in ("0.0.0.0", "::", "")
        return addresses.LOOPBACK if everywhere else addresses.shown(self._host)

    # --- what it shows -----------------------------------------------------------------

    def show_timer(self, label: str, ends: datetime) -> None:
        """Shows a timer on every screen, until it is hidden."""
        self._timer = Timer(label, ends)
        self.poke()

    def hide_timer(self) -> None:
        """Shows no timer."""
        self._timer = None
        self.poke()

    def show_prompt(self, lines: Sequence[str] | None) -> None:
        """Shows these lines in the place of the playbook's; None shows the playbook's again."""
        self._prompt = None if lines is None else tuple(lines)
        self.poke()

    def _sitting_changed(self) -> None:
        self._before()
        self.poke()

    def poke(self) -> None:
        """Something has changed: screens are told, soon. Safe to call from any thread."""
        # A hundred votes in one write are one change: waking the loop for each is dear.
        if self._loop and not self._poked and not self._loop.is_closed():
            self._poked = True
            self._loop.call_soon_threadsafe(self._hear)

    def _hear(self) -> None:
        self._poked = False
        self._changed.set()

    def view(self) -> View:
        """What the room may see now."""
        sitting = self._sitting
        view = participant_view(sitting.room, sitting.box, self._library, self._timer, self._prompt)
        return ended(view) if self._over else view

    def wall(self) -> tuple[Wall, str]:
        """What the wall shows now, and its QR code."""
        wall = wall_view(self.view(), urlsplit(self.url).netloc, self._door.code, self.here)
        return wall, qr.svg(self.join_url, "QR code to join")

    async def _tell(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            try:
                self._publish()
            except Exception as error:  # one state that cannot be drawn must not be the last
                self._troubled(error)
            await asyncio.sleep(max(PACE, A_SCREEN * self._phones.screens))

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            self._phones.beat()
            self._walls.beat()
            self._changed.set()  # who is here may have changed

    def _publish(self) -> None:
        """Makes the latest state once, for every screen."""
        here = self.here
        # How many are in the room, as far as phones tell; the facilitator may know of more.
        self._sitting.present = max(self._sitting.present, here)
        view = self.view()
        wall = wall_view(view, urlsplit(self.url).netloc, self._door.code, here)
        self._phones.publish(
            self._state("phone", repr(view.still), {"votes": view.votes}, lambda: {
                "key": view.key,
                "title": TITLES[view.stage],
                "told": TOLD[view.stage],
                "show": self._screens.show(view),
                "say": self._screens.say(view),
                "over": self._over,
            })
        )  # fmt: skip
        code = self.join_url
        self._walls.publish(
            self._state(
                "wall",
                repr((view.still, wall.address, wall.code)),
                {"votes": view.votes, "here": here},
                lambda: {
                    "key": view.key,
                    "title": wall_title(wall),
                    "show": self._screens.wall_show(wall, qr.svg(code, "QR code to join")),
                    "over": self._over,
                },
            )
        )

    def _state(
        self,
        audience: str,
        content: str,
        live: dict[str, int],
        whole: Callable[[], dict[str, object]],
    ) -> State:
        """A state as it goes over the line; `whole` is asked for only where `content` is new."""
        key = hashlib.sha256(content.encode()).hexdigest()[:16]
        channel = self._phones if audience == "phone" else self._walls
        figures = "-".join(str(count) for count in live.values())
        version = f"{self._epoch}-{key}-{figures}"
        last = channel.state
        if last and last.version == version:
            return last
        drawn = self._drawn.get(audience)
        if drawn is None or drawn[0] != key:
            drawn = self._drawn[audience] = (key, json.dumps(whole()).removesuffix("}"))
        said = json.dumps(live)
        change = event("state", f'{{"live": {said}}}', version)
        full = event("state", f'{drawn[1]}, "live": {said}}}', version)
        return State(version, key, full, change)

    # --- the app ------------------------------------------------------------------------

    def app(self, names: Iterable[str] = ()) -> Guard:
        """The pages as an ASGI app, behind the guard; `names` are more host names of ours."""
        house = House(
            sitting=self._sitting,
            screens=self._screens,
            door=self._door,
            desk=self._desk,
            presence=self._presence,
            phones=self._phones,
            walls=self._walls,
            view=self.view,
            wall=self.wall,
            secure=self._public.startswith("https:"),
        )
        inner = Starlette(
            routes=Visits(house).routes,
            exception_handlers={HTTPException: self._sorry, Exception: self._fault},
        )
        public = urlsplit(self._public).hostname
        return Guard(inner, {*addresses.names(), *names, *([public] if public else [])})

    async def _sorry(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        own = error.detail if error.detail.endswith(".") else ""
        sentence = own or SENTENCES.get(error.status_code, SENTENCES[404])
        page = self._screens.sorry("That did not work", sentence)
        return HTMLResponse(page, error.status_code, headers=error.headers)

    async def _fault(self, request: Request, error: Exception) -> Response:
        self._troubled(error)
        return HTMLResponse(self._screens.sorry("That did not work", SENTENCES[500]), 500)
