"""Where ballots are handed in: they are on the disk before anybody hears that they are in.

Those that come in while a write is under way share the next one. Every call that touches the
sitting is made through `do`, so that the app's one thread owns the transcript.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from mtcoach.errors import CoachError
from mtcoach.workshop.ballots import Ballot
from mtcoach.workshop.room import RoomError
from mtcoach.workshop.sitting import LATE, Sitting

T = TypeVar("T")


class Do(Protocol):
    """Makes a call where the transcript lies open, after all that was asked for before it."""

    def __call__(self, call: Callable[[], T], /) -> Awaitable[T]: ...


async def directly(call: Callable[[], T]) -> T:
    """Makes the call at once, in the event loop."""
    return call()


@dataclass(frozen=True, slots=True)
class Handed:
    """A ballot for vote `number` on `item`, and who waits to hear that it is in."""

    item: str
    number: int
    key: str
    ballot: Ballot
    waiting: asyncio.Future[None]


class BallotDesk:
    """Takes the ballots of one sitting, between `open` and `close`."""

    def __init__(self, sitting: Sitting, do: Do = directly) -> None:
        self._sitting = sitting
        self._do = do
        self._handed: list[Handed] = []
        self._some = asyncio.Event()
        self._clerk: asyncio.Task[None] | None = None
        self.writes = 0
        """How many writes there have been."""

    def open(self) -> None:
        """Begins to take ballots."""
        self._clerk = asyncio.create_task(self._file(), name="ballots")

    async def close(self) -> None:
        """Puts what was handed in on the disk, and takes no more."""
        clerk, self._clerk = self._clerk, None
        if clerk:
            self._some.set()
            await clerk

    async def cast(self, item: str, number: int, key: str, ballot: Ballot) -> None:
        """Returns once the ballot is on the disk.

        Raises `RoomError` where that vote is not open any more, and `CoachError` where the
        ballot cannot be saved; then nothing has changed.
        """
        if self._clerk is None:
            raise RoomError(OVER)
        waiting = asyncio.get_running_loop().create_future()
        self._handed.append(Handed(item, number, key, ballot, waiting))
        self._some.set()
        await waiting

    async def contribute(self, item: str, words: str) -> None:
        """Puts somebody's words on `item` on the disk, or raises `CoachError`."""
        if self._clerk is None:
            raise RoomError(OVER)
        await self._do(lambda: self._contribute(item, words))

    async def _file(self) -> None:
        while self._clerk or self._handed:
            await self._some.wait()
            self._some.clear()
            handed, self._handed = self._handed, []
            for each, refusal in zip(handed, await self._filed(handed), strict=True):
                if each.waiting.done():  # who asked has gone
                    continue
                if refusal:
                    each.waiting.set_exception(refusal)
                else:
                    each.waiting.set_result(None)

    async def _filed(self, handed: list[Handed]) -> Sequence[Exception | None]:
        """Why not, for each that was not put on the disk."""
        try:
            return await self._do(lambda: self._save(handed))
        except Exception as error:  # whatever it was, those who wait must hear of it
            return [error] * len(handed)

    def _save(self, handed: list[Handed]) -> list[CoachError | None]:
        """Puts all of them in the box with one write; why not, for each that is refused."""
        before = self._sitting.box
        refusals = [self._put(each) for each in handed]
        try:
            if self._sitting.box is not before:
                self._sitting.save_box()
                self.writes += 1
        except CoachError:
            self._sitting.box = before
            self._sitting.changed()
            raise
        return refusals

    def _put(self, handed: Handed) -> CoachError | None:
        box = self._sitting.box
        if box is None or (box.item, box.number) != (handed.item, handed.number):
            return RoomError(LATE)
        self._sitting.cast(handed.key, handed.ballot)
        return None

    def _contribute(self, item: str, words: str) -> None:
        room = self._sitting.room
        if room.item != item or room.stage not in ("reveal", "talk"):
            raise RoomError(MOVED_ON)
        if any(voice.text == words for voice in room.handled.voices):
            raise RoomError(THERE_ALREADY)
        self._sitting.contribute(words)


OVER = "The workshop has ended, so nothing was changed"
MOVED_ON = "The room has moved on, so nothing was sent; say it to the facilitator if it matters"
THERE_ALREADY = "The same words are there already, so nothing was sent a second time"
