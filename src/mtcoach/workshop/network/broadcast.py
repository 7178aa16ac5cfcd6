"""What every screen shows now: made from the sitting when it changes, drawn once, sent to all.

Nothing here takes a request or knows an address of its own accord.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from mtcoach.questions.loading import Library
from mtcoach.workshop.network import qr
from mtcoach.workshop.network.door import Presence
from mtcoach.workshop.network.rendering import TITLES, TOLD, Screens, wall_title
from mtcoach.workshop.network.stream import Channel, State, event
from mtcoach.workshop.network.views import Timer, View, Wall, ended, participant_view, wall_view
from mtcoach.workshop.sitting import Sitting

PACE: Final = 0.1
"""Seconds between two states that are sent: ten a second, however fast votes come in."""

A_SCREEN: Final = 0.0001
"""Seconds more between two states for each screen, so that in a hall votes are not kept waiting."""

BEAT: Final = 10.0
"""Seconds after which a screen hears that the line still holds."""


class Broadcast:
    """The latest state of `sitting`, to phones and walls, between `open` and `close`.

    `where` gives the address of the pages and that of the page to join on, as people are told;
    None while no phone can come in.
    """

    def __init__(
        self,
        sitting: Sitting,
        library: Library,
        code: str,
        where: Callable[[], tuple[str, str] | None],
        troubled: Callable[[Exception], None],
    ) -> None:
        self.screens = Screens(library)
        self.presence = Presence()
        self.timer: Timer | None = None
        self.prompt: Sequence[str] | None = None
        self._sitting = sitting
        self._library = library
        self._code = code
        self._where = where
        self._troubled = troubled
        self._changed = asyncio.Event()
        self.phones, self.walls = Channel(moved=self._changed.set), Channel()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._poked = False
        self._over = False
        self._tasks: list[asyncio.Task[None]] = []
        self._drawn: dict[str, tuple[str, str]] = {}
        # The name of a state must not come again after a restart.
        self._epoch = f"{time.time_ns():x}"

    def open(self) -> None:
        """Begins to tell what is true, now and after each `poke`."""
        self._loop = asyncio.get_running_loop()
        self._publish()
        self._tasks = [
            asyncio.create_task(self._tell(), name="workshop tell"),
            asyncio.create_task(self._beat(), name="workshop beat"),
        ]

    async def close(self) -> None:
        """Tells every screen that the workshop has ended, and ends their streams."""
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._over = True
        self._try_to_publish()
        await asyncio.gather(self.phones.close(), self.walls.close())

    def poke(self) -> None:
        """Something has changed: screens are told, soon. Safe to call from any thread."""
        # A hundred votes in one write are one change: waking the loop for each is dear.
        if self._loop and not self._poked:
            self._poked = True
            with suppress(RuntimeError):  # the loop has closed
                self._loop.call_soon_threadsafe(self._hear)

    @property
    def here(self) -> int:
        """How many phones are here."""
        return self.presence.here(self.phones.devices, time.monotonic())

    def view(self) -> View:
        """What the room may see now."""
        sitting = self._sitting
        view = participant_view(sitting.room, sitting.box, self._library, self.timer, self.prompt)
        return ended(view) if self._over else view

    def wall(self) -> tuple[Wall, str]:
        """What the wall shows now, and its QR code: empty while no phone can come in."""
        where = self._where()
        if where is None:
            return wall_view(self.view(), "", "", self.here), ""
        url, join_url = where
        wall = wall_view(self.view(), urlsplit(url).netloc, self._code, self.here)
        return wall, qr.svg(join_url, "QR code to join")

    def _hear(self) -> None:
        self._poked = False
        self._changed.set()

    async def _tell(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            self._try_to_publish()
            await asyncio.sleep(max(PACE, A_SCREEN * self.phones.screens))

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            self.phones.beat()
            self.walls.beat()
            self._changed.set()  # who is here may have changed

    def _try_to_publish(self) -> None:
        """Publishes; one state that cannot be drawn must not be the last, nor hold up the end."""
        try:
            self._publish()
        except Exception as error:
            self._troubled(error)

    def _publish(self) -> None:
        """Makes the latest state once, for every screen."""
        wall, code = self.wall()
        view = wall.view
        # How many are in the room, as far as phones tell; the facilitator may know of more.
        self._sitting.present = max(self._sitting.present, wall.here)
        told = {"key": view.key, "told": TOLD[view.stage], "over": self._over}
        phone = self._state(
            "phone",
            repr(view.still),
            {"votes": view.votes},
            lambda: {
                **told,
                "title": TITLES[view.stage],
                "show": self.screens.show(view),
                "say": self.screens.say(view),
            },
        )
        large = self._state(
            "wall",
            repr((view.still, wall.address, wall.code)),
            {"votes": view.votes, "here": wall.here},
            lambda: {
                **told,
                "title": wall_title(wall),
                "show": self.screens.wall_show(wall, code),
            },
        )
        self.phones.publish(phone)
        self.walls.publish(large)

    def _state(
        self,
        audience: str,
        content: str,
        live: dict[str, int],
        whole: Callable[[], dict[str, object]],
    ) -> State:
        """A state as it goes over the line; `whole` is drawn only where `content` is new."""
        key = hashlib.sha256(content.encode()).hexdigest()[:16]
        drawn = self._drawn.get(audience)
        if drawn is None or drawn[0] != key:
            drawn = self._drawn[audience] = (key, json.dumps(whole()).removesuffix("}"))
        figures = "-".join(str(count) for count in live.values())
        version = f"{self._epoch}-{key}-{figures}"
        said = json.dumps(live)
        return State(
            version,
            key,
            whole=event("state", f'{drawn[1]}, "live": {said}}}', version),
            change=event("state", f'{{"live": {said}}}', version),
        )
