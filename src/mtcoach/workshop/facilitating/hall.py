"""A workshop with its door: the conductor, and the server for phones and wall where there is one.

Both live in the app's own event loop; every call that touches the transcript goes through `do`,
one after the other. What the room sees besides the sitting, its timer, follows each move.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from mtcoach.workshop.facilitating.conducting import Conductor, Told
from mtcoach.workshop.facilitating.telling import say

if TYPE_CHECKING:
    from mtcoach.workshop.facilitating.board import Board
    from mtcoach.workshop.network.ballot_desk import Do
    from mtcoach.workshop.network.server import Server


class Hall:
    """One workshop, conducted, with or without phones."""

    def __init__(self, conductor: Conductor, do: Do) -> None:
        self.conductor = conductor
        self.server: Server | None = None
        self.changed: Callable[[], None] = lambda: None
        """Called after each change, from whatever thread made it."""
        self.troubled: Callable[[str], None] = lambda sentence: None
        """Hears, in a sentence, of what went wrong in serving phones and wall."""
        self.left = False
        """Whether the room has been left; nothing may be asked of it then."""
        self._do = do
        self._door = asyncio.Lock()
        self._faults: set[str] = set()
        conductor.sitting.changed = self._sitting_changed

    async def board(self) -> Board:
        """The board as it stands."""
        return await self._do(self.conductor.board)

    async def hear(self, text: str) -> Told:
        """Does what `text` says; raises `CoachError`, and then nothing has changed."""
        told = await self._do(lambda: self.conductor.hear(text))
        await self.show_clock()
        return told

    async def go_on(self) -> Told:
        """Makes the natural next move."""
        told = await self._do(self.conductor.go_on)
        await self.show_clock()
        return told

    async def serve(self, host: str | None = None, *, port: int = 0, url: str = "") -> Server:
        """Serves phones and wall: on this computer alone, or to the room at `host`.

        `port` and `url` (where a proxy answers) are for the first time. Raises `CoachError`
        when it cannot listen there; then it serves as before.
        """
        # Whoever asked may go away in the middle; the door is then still opened or closed whole.
        return await asyncio.shield(self._serve(host, port, url))

    async def _serve(self, host: str | None, port: int, url: str) -> Server:
        from mtcoach.workshop.network.addresses import LOOPBACK
        from mtcoach.workshop.network.server import Server

        async with self._door:
            if self.server is None:
                server = Server(
                    self.conductor.sitting,
                    library=self.conductor.library,
                    host=host or LOOPBACK,
                    port=port,
                    do=self._do,
                    public_url=url,
                    troubled=self._server_troubled,
                )
                await server.start()
                self.server = server
            elif host:
                await self.server.open_to(host)
            await self.show_clock()
            return self.server

    async def show_clock(self) -> None:
        """Shows the room the clock that is running, or none."""
        if self.server is None:
            return
        clock = (await self.board()).clock
        if clock:
            self.server.show_timer(clock.label, clock.ends)
        else:
            self.server.hide_timer()

    def _sitting_changed(self) -> None:
        self.changed()

    def _server_troubled(self, error: Exception) -> None:
        # What cannot be drawn fails ten times a second; each kind of fault is told once.
        fault = f"{type(error).__name__}: {error}"
        if fault not in self._faults:
            self._faults.add(fault)
            self.troubled(say("served_badly", fault=type(error).__name__))

    async def leave(self) -> None:
        """Tells the phones that it is over for now, and closes the door."""
        self.left = True
        async with self._door:
            server, self.server = self.server, None
            if server:
                await server.stop()
