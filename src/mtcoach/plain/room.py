"""A workshop, line by line: for a facilitator with a screen reader, and for pipes.

Append-only, as the conversation is: what has changed is said, and the moves that may come next
are numbered. Phones may be let in; nothing is needed of them.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from mtcoach.errors import CoachError
from mtcoach.evaluation import Evaluation
from mtcoach.plain import Write, choice_lines, lines, show
from mtcoach.plain.boards import board_lines, item_lines
from mtcoach.reporting import report_text
from mtcoach.transcript.sayings import Saying
from mtcoach.workshop.facilitating import telling
from mtcoach.workshop.facilitating.conducting import Conductor, Told
from mtcoach.workshop.facilitating.hall import Hall
from mtcoach.workshop.facilitating.plans import Door, Plans, open_door
from mtcoach.workshop.network.ballot_desk import directly
from mtcoach.workshop.sitting import Sitting

ROOM: Final = ("room", "back to the room", "to the room")
"""What leads from the plan back to the room."""

QUIET: Final = Plans(door="none")
"""No phones, until somebody says to let them in."""


def conduct(
    evaluation: Evaluation,
    replies: Iterable[str],
    write: Write,
    *,
    echo: bool = False,
    plans: Plans = QUIET,
) -> None:
    """Conducts the workshop that is open until it is paused or the replies end.

    Phones come in where the `plans` open the door. `echo` writes each reply, for input that
    nobody sees being typed.
    """
    for notice in evaluation.notices:
        write(f"Note: {notice}")
    talk = Talk(Hall(Conductor(Sitting(evaluation)), directly), write, echo, plans)
    try:
        asyncio.run(_conduct(talk, iter(replies)))
    finally:
        evaluation.pause()


@dataclass
class Talk:
    """What is being written, and what was written last."""

    hall: Hall
    write: Write
    echo: bool
    plans: Plans
    planning: bool = False
    seen: tuple[object, ...] = ()
    announced: tuple[object, ...] = ()

    @property
    def evaluation(self) -> Evaluation:
        """The workshop's transcript."""
        return self.hall.conductor.sitting.evaluation

    async def hear(self, text: str) -> bool:
        """Does what `text` says and writes what came of it; whether to go on."""
        if self.echo:
            self.write(f"You: {text}")
        if self.planning and text.strip().lower() not in ROOM:
            return self._plan(text)
        if self.planning:
            self.planning, self.seen = False, ()
            await self.show()
            return True
        try:
            told = await self.hall.hear(text)
        except CoachError as error:
            self.write(f"Note: {error}")
            return True
        await self._cue(told)
        if told.cue in ("pause", "plan"):
            self._say(told.says)
        if told.cue == "plan":
            self.planning = True
            self.write(telling.say("planning"))
            for line in choice_lines(self.evaluation.turn.choices):
                self.write(line)
        if told.cue in ("pause", "plan"):
            return told.cue == "plan"
        # What is asked comes last, right before its quick replies.
        await self.show(told.says)
        return True

    def _plan(self, text: str) -> bool:
        """A reply to the coach, who is making a plan with the facilitator."""
        try:
            turn = self.evaluation.hear(text)
        except CoachError as error:
            self.write(f"Note: {error}")
            return True
        show(turn, self.write)
        if turn.cue == "report":
            self.write(report_text(self.evaluation))
        return turn.cue != "pause"

    def _say(self, says: Iterable[Saying]) -> None:
        for saying in says:
            for line in lines(saying):
                self.write(line)

    async def show(self, says: Iterable[Saying] = ()) -> None:
        """Writes the board where it is another one, then `says` and what may come next."""
        board = await self.hall.board()
        here = (board.stage, board.item and board.item.id, board.number, board.part)
        if here != self.seen:
            self.seen = here
            for line in board_lines(board, self.hall.conductor.library):
                self.write(line)
        self._say(says)
        for line in choice_lines(board.choices):
            self.write(line)

    async def _cue(self, told: Told) -> None:
        board = await self.hall.board()
        library = self.hall.conductor.library
        match told.cue:
            case "report":
                self.write(report_text(self.evaluation))
            case "items":
                for line in item_lines(board, library):
                    self.write(line)
            case "notes":
                for group in board.groups:
                    self.write(f"  - {telling.note(group, library)}")
                if not board.groups:
                    self.write(telling.say("no_notes"))
            case "where":
                votes = f"{telling.votes(board)}. " if board.stage == "vote" else ""
                self.write(f"{telling.place(board)}. {votes}{board.plan.sentence}")
            case "phones" | "join":
                await self.phones()
            case "help":
                for line in telling.help_lines():
                    self.write(f"  - {line}")
            case _:
                pass

    async def phones(self) -> None:
        """Lets phones in, and says how they find the room."""
        server = self.hall.server
        if server is None or not server.is_open:
            door: Door = "here" if self.plans.url else "open"
            notice = await open_door(self.hall, replace(self.plans, door=door))
            if notice:
                self.write(f"Note: {notice}")
                return
        server = self.hall.server
        assert server is not None
        self.write(telling.say("join_plain", url=server.url, code=" ".join(server.join_code)))
        self.write(telling.say("wall_here", url=server.wall_url))

    async def votes_came(self) -> None:
        """Says once that everybody here has voted."""
        board = await self.hall.board()
        key = (board.item and board.item.id, board.number, board.present)
        full = board.stage == "vote" and board.present and board.votes_in >= board.present
        if full and not board.typed and key != self.announced:
            self.announced = key
            self.write(telling.say("all_in", votes=board.votes_in))


async def _conduct(talk: Talk, replies: Iterator[str]) -> None:
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    tasks: set[asyncio.Task[None]] = set()

    def changed() -> None:
        task = loop.create_task(talk.votes_came())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    def stirred() -> None:
        loop.call_soon_threadsafe(changed)

    def troubled(sentence: str) -> None:
        loop.call_soon_threadsafe(talk.write, f"Note: {sentence}")

    talk.hall.changed, talk.hall.troubled = stirred, troubled
    if talk.plans.door == "open" or talk.plans.url:
        await talk.phones()
    await talk.show((await talk.hall.board()).says)
    # A thread of its own, as a line that nobody types must not keep the app from ending.
    threading.Thread(target=_read, args=(replies, loop, queue), daemon=True).start()
    try:
        while (text := await queue.get()) is not None:
            if not await talk.hear(text):
                break
    finally:
        talk.hall.changed = lambda: None
        await talk.hall.leave()


def _read(
    replies: Iterator[str], loop: asyncio.AbstractEventLoop, queue: asyncio.Queue[str | None]
) -> None:
    for text in replies:
        if loop.is_closed():
            return
        loop.call_soon_threadsafe(queue.put_nowait, text)
    if not loop.is_closed():
        loop.call_soon_threadsafe(queue.put_nowait, None)
