"""A workshop: the item, the vote, what to ask now, and one place to type everything."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import copy_context
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, assert_never

from textual import getters, on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from mtcoach.errors import CoachError
from mtcoach.terminal import board as shown
from mtcoach.terminal.commands import ROOM, bound
from mtcoach.terminal.sayings import body, plain
from mtcoach.terminal.widgets.chips import Chips
from mtcoach.terminal.widgets.composer import Composer
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.workshop.facilitating import telling
from mtcoach.workshop.facilitating.hall import Hall

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.terminal.desk import Desk
    from mtcoach.workshop.facilitating.board import Board
    from mtcoach.workshop.facilitating.conducting import Told

PACE: Final = 0.1
"""Seconds between two pictures of a room in which votes come in."""

DRAFT_AFTER: Final = 0.5
"""Seconds without a key after which the half-typed reply is saved."""

WIDE: Final = 132
"""Columns from which the items and the notes stand beside the board."""

APART: Final = 0.4
"""Seconds between two natural moves; a key that is held down repeats faster."""

DROP: Final = "drop the vote"

_PAUSED: Final = "Paused. Everything is saved; the same room opens again with the same phones."

_ASKS: Final = {
    "lobby": "A number and Enter, or how many are here: 24 here",
    "vote": "A show of hands, such as 3 red 8 amber 2 green",
    "reveal": "What was agreed, in your own words, or a number and Enter",
    "talk": "What was agreed, in your own words, or a number and Enter",
    "concluded": "A change to this item in your own words, or a number and Enter",
}


class RoomScreen(Screen[str]):
    """One workshop, conducted. Leaves a sentence for the first screen."""

    CSS_PATH = "room.tcss"
    GROUP = ROOM
    BINDINGS = bound(ROOM)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual has it
    AUTO_FOCUS = "Composer"

    where = getters.query_one("#where", Static)
    pace = getters.query_one("#pace", Static)
    aside = getters.query_one("#aside", Static)
    matter = getters.query_one("#matter", Static)
    scroll = getters.query_one("#board", VerticalScroll)
    told = getters.query_one("#told", Static)
    chips = getters.query_one(Chips)
    composer = getters.query_one(Composer)

    def __init__(self, desk: Desk, hall: Hall, notice: str = "") -> None:
        super().__init__()
        self._desk = desk
        self.hall = hall
        self._board: Board | None = None
        self._moving = asyncio.Lock()
        self._went_on = 0.0
        self._stirred = False
        self._notice = " ".join((*desk.evaluation.notices, notice)).strip()
        self._timer: Timer | None = None
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self._own_context = copy_context()

    def compose(self) -> ComposeResult:
        """Where we are, the board, what the coach says, and the place to type."""
        yield Static(id="where")
        yield Static(id="pace")
        with Horizontal():
            with Vertical(id="talk"):
                with VerticalScroll(id="board", can_focus=False):
                    yield Static(id="matter")
                yield Static(id="told")
                yield Chips()
                yield Composer(self._desk.draft)
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="aside")
        yield Hints(ROOM, first=(("Enter", "Send"),))

    def on_mount(self) -> None:
        """Shows the room, and what there was to say about the file."""
        self._own_loop, self._own_context = asyncio.get_running_loop(), copy_context()
        self.hall.changed, self.hall.troubled = self.stir, self.trouble
        self.set_interval(1, self._tick)
        self.refresh_board()

    def on_screen_resume(self) -> None:
        """Takes up what changed elsewhere."""
        if self.is_mounted:
            self.refresh_board()

    @property
    def busy(self) -> bool:
        """Whether a move is being made."""
        return self._moving.locked()

    # --- showing ----------------------------------------------------------------------------

    def stir(self) -> None:
        """Something has changed; shown soon. Safe to call from any thread."""
        if self._own_loop and not self._own_loop.is_closed():
            # In our own context: another thread's knows no app.
            self._own_loop.call_soon_threadsafe(self._stir, context=self._own_context)

    def trouble(self, sentence: str) -> None:
        """Says what went wrong in serving phones and wall. Safe to call from any thread."""
        if self._own_loop and not self._own_loop.is_closed():
            warn = partial(self._warn, sentence)
            self._own_loop.call_soon_threadsafe(warn, context=self._own_context)

    def _warn(self, sentence: str) -> None:
        if self.is_attached:
            self.app.notify(sentence, severity="warning", timeout=12, markup=False)

    def _stir(self) -> None:
        if not self._stirred and self.is_attached:
            self._stirred = True
            self.set_timer(PACE, self.refresh_board)

    @work(exclusive=True, group="board")
    async def refresh_board(self) -> None:
        """Shows the room as it stands."""
        self._stirred = False
        await self._look()

    async def _look(self) -> None:
        """Looks at the room and shows it, unless it has been left meanwhile."""
        if not self.hall.left:
            self._show(await self.hall.board())

    def _show(self, board: Board) -> None:
        if not self.query(Composer):  # left while the board was being made
            return
        moved = self._board is None or (board.stage, board.item, board.number) != (
            self._board.stage, self._board.item, self._board.number,
        )  # fmt: skip
        self._board = board
        self._tick()
        self._draw(board)
        self.pace.update(Content(board.plan.sentence))
        says = body(board.says) if board.says else Content("")
        notice = plain(self._notice).stylize("$text-warning") if self._notice else Content("")
        told = Content("\n").join(part for part in (notice, says) if part)
        self.told.update(told)
        self.told.set_class(bool(told), "-shown")
        self.chips.show(board.choices)
        self.composer.expect([choice.key for choice in board.choices], at_once=False)
        self.composer.placeholder = _ASKS[board.stage]
        if moved:
            self.scroll.scroll_home(animate=False)

    def _tick(self) -> None:
        """The clock, once a second; nothing is read for it."""
        if self._board is None or not self.query(Composer):
            return
        self.where.update(shown.where(self._board, _now(), self._here()))
        if self._board.protocol:
            self._draw(self._board)

    def _draw(self, board: Board) -> None:
        library, record = self._desk.evaluation.library, self._desk.evaluation.record
        wide = self.has_class("-wide")
        self.matter.update(shown.matter(board, library, _now(), self._door(), with_notes=not wide))
        self.aside.update(shown.aside(board, record, library) if wide else "")

    def on_resize(self) -> None:
        """Another width has another place for the notes."""
        if self._board:
            self.call_after_refresh(self._draw, self._board)

    def _door(self) -> Content:
        """How phones come in, before the first vote."""
        server = self.hall.server
        if server is None:
            return Content(telling.say("no_phones"))
        if not server.is_open:
            return Content(telling.say("loopback_f3"))
        return plain(telling.say("join", url=server.url, code=server.join_code)).stylize("bold")

    def _here(self) -> str:
        server = self.hall.server
        if server is None or not server.is_open:
            return ""
        return telling.say("here", present=server.here)

    # --- saying something -------------------------------------------------------------------

    @on(Composer.Sent)
    def _sent(self, event: Composer.Sent) -> None:
        self.composer.text = ""
        if choice := self.chips.with_key(event.text.strip()):
            self.say(choice.says)
        else:
            self._make(partial(self.hall.hear, event.text), back=event.text)

    @on(Chips.Picked)
    def _picked(self, event: Chips.Picked) -> None:
        self.composer.focus()
        self.say(event.choice.says)

    def say(self, text: str) -> None:
        """Does what `text` says; what is half-written stays. Votes are not dropped by a slip."""
        move = partial(self.hall.hear, text)
        votes = self._board.votes_in if self._board else 0
        if text != DROP or not votes:
            self._make(move)
            return
        from mtcoach.terminal.screens.offer import Offer, choices

        ways = choices(drop="Drop it", keep="Keep it open")
        offer = Offer((telling.say("drop", votes=votes),), ways)
        self.app.push_screen(offer, partial(self._drop, move))

    def _drop(self, move: Callable[[], Awaitable[Told]], chosen: str | None) -> None:
        if chosen == "drop":
            self._make(move)

    @work
    async def _make(self, move: Callable[[], Awaitable[Told]], back: str = "") -> None:
        """Makes a move, after those before it; refused words go back to where they were typed."""
        try:
            async with self._moving:
                if self.hall.left:
                    return
                told = await move()
        except CoachError as error:
            self._notice = f"{error}"
            self.composer.text = back + self.composer.text if back else self.composer.text
            self.composer.move_cursor(self.composer.document.end)
            await self._look()
            return
        self._notice = ""
        if back and not self.hall.left:
            self._desk.draft_used()
        await self._look()
        self._cued(told)

    def _cued(self, told: Told) -> None:
        """Opens what a move asks for."""
        match told.cue:
            case "pause":
                self.dismiss(_PAUSED)
            case "edit":
                self.composer.text = self._desk.evaluation.draft
                self.composer.move_cursor(self.composer.document.end)
            case "plan":
                self._plan()
            case "phones" | "join":
                self.action_join()
            case "report":
                self.action_report()
            case "items":
                self.action_items()
            case "notes":
                self.action_notes()
            case "help":
                self.run_worker(self.app.run_action("guide"))
            case "where" | None:
                pass  # where we are stands at the top of the screen
            case _:
                assert_never(told.cue)

    # --- the half-typed reply ---------------------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._desk.draft = self.composer.text
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(DRAFT_AFTER, self._desk.save_draft)

    # --- moves by key -----------------------------------------------------------------------

    def action_go_on(self) -> None:
        """The natural next move; a key that is held down makes one."""
        now = monotonic()
        if now - self._went_on > APART:
            self._make(self.hall.go_on)
        self._went_on = now

    def action_say(self, text: str) -> None:
        """A move by key, the same as its words."""
        self.say(text)

    # --- moving about -----------------------------------------------------------------------

    @on(Composer.Reached)
    def _to_chips(self) -> None:
        if self.chips.choices:
            self.chips.focus()

    @on(Chips.Left)
    def action_compose(self) -> None:
        """Back to writing."""
        self.composer.focus()

    @on(Chips.Typed)
    def _typed_on_chips(self, event: Chips.Typed) -> None:
        self.composer.focus()
        self.composer.insert(event.character)

    def action_page(self, pages: int) -> None:
        """Scrolls the board while the writing goes on."""
        if pages < 0:
            self.scroll.scroll_page_up(animate=False)
        else:
            self.scroll.scroll_page_down(animate=False)

    # --- elsewhere --------------------------------------------------------------------------

    def action_join(self) -> None:
        """The address and the QR code."""
        from mtcoach.terminal.screens.room_join import JoinScreen

        self.app.push_screen(JoinScreen(self.hall))

    def _plan(self) -> None:
        """Priorities and a plan, in conversation with the coach; then back to the room."""
        from mtcoach.terminal.screens.chat import ChatScreen

        self.app.push_screen(ChatScreen(self._desk))

    def action_items(self) -> None:
        """Every item; leaves with what to do with one."""
        from mtcoach.terminal.screens.room_items import ItemsScreen

        if self._board:
            screen = ItemsScreen(self._board, self._desk.evaluation)
            self.app.push_screen(screen, lambda wish: self.say(wish) if wish else None)

    def action_notes(self) -> None:
        """Everything people wrote on this item."""
        from mtcoach.terminal.screens.room_notes import NotesScreen

        if self._board:
            self.app.push_screen(NotesScreen(self._board, self._desk.evaluation.library))

    def action_report(self) -> None:
        """The report as it stands."""
        from mtcoach.terminal.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self._desk))

    def action_home(self) -> None:
        """Pauses, and goes back to the first screen."""
        self.dismiss(_PAUSED)


def _now() -> datetime:
    return datetime.now(UTC)
