"""The conversation: messages, quick replies, the composer, and the rail of questions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import getters, on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from mtcoach.errors import CoachError
from mtcoach.terminal.commands import CHAT, bound
from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.sayings import safe
from mtcoach.terminal.widgets.chips import Chips
from mtcoach.terminal.widgets.composer import Composer
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.terminal.widgets.messages import Messages
from mtcoach.terminal.widgets.rail import Rail

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.coach.turn import Turn
    from mtcoach.terminal.desk import Desk
    from mtcoach.transcript.sayings import Position

DRAFT_AFTER: Final = 0.5
"""Seconds without a key after which the half-typed reply is saved."""

SHOWN_AFTER: Final = 0.05
"""Seconds after which a reply is shown as being saved. Most are saved sooner, and then the
screen is laid out once for reply and answer together."""

WIDE: Final = 100
"""Columns from which the rail stands beside the conversation."""

_ANSWERED_AT_ONCE: Final = frozenset(
    {
        ("profile", "role"),
        ("profile", "voice"),
        ("items", "rate"),
        ("items", "which"),
        ("items", "amend"),
        ("items", "offer"),
        ("route", ""),
        ("theme", ""),
        ("done", ""),
    }
)
"""Where a single key answers. Elsewhere replies may well begin with a figure ("3 of 7
departments"), so there the key waits for Enter."""


class ChatScreen(Screen[str]):
    """One evaluation, talked through. Leaves a sentence for the first screen."""

    CSS_PATH = "chat.tcss"
    GROUP = CHAT
    BINDINGS = bound(CHAT)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual has it
    AUTO_FOCUS = "Composer"

    where = getters.query_one("#where", Static)
    messages = getters.query_one(Messages)
    chips = getters.query_one(Chips)
    composer = getters.query_one(Composer)
    rail = getters.query_one(Rail)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._busy = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The rail beside the talk, the keys below."""
        yield Static(id="where")
        with Horizontal():
            yield Rail()
            with Vertical(id="talk"):
                yield Messages()
                yield Chips()
                yield Composer(self._desk.draft)
        yield Hints(CHAT, first=(("Enter", "Send"), ("Ctrl+J", "New line")))

    def on_mount(self) -> None:
        """Shows where we are, and once what there was to say about the file."""
        self._show()
        for notice in self._desk.evaluation.notices:
            self.messages.remark(notice)
        if self._desk.evaluation.read_only:
            self.messages.remark("Open for reading: nothing you type here would be kept.")
            self.composer.display = False
            self.chips.show(())
            self.messages.focus()

    def on_screen_resume(self) -> None:
        """Takes up what changed in the review."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        """The evaluation as it stands."""
        evaluation = self._desk.evaluation
        self.messages.sync(evaluation.events)
        self.rail.show(evaluation.record, evaluation.library)
        self.where.update(self._whereabouts())
        if not evaluation.read_only:
            self._offer(evaluation.turn)

    def _offer(self, turn: Turn) -> None:
        self.chips.show(turn.choices)
        keys = [choice.key for choice in turn.choices]
        at_once = _at_once(turn.position) and all(len(key) == 1 for key in keys)
        self.composer.expect(keys, at_once=at_once)

    def _whereabouts(self) -> Content:
        record = self._desk.evaluation.record
        library = self._desk.evaluation.library
        parts = [safe(record.profile.get("school", "")) or "New evaluation"]
        if self._desk.evaluation.read_only:
            parts.append("reading only")
        if record.items:
            closed = sum(record.answer(item).closed for item in record.items)
            parts.append(f"{closed} of {len(record.items)} done")
        if record.bank in library.banks:
            parts.append(safe(library.banks[record.bank].title))
        return Content(glyphs().between.join(parts)).stylize("bold", 0, len(parts[0]))

    # --- saying something ---------------------------------------------------------

    @on(Composer.Sent)
    def _sent(self, event: Composer.Sent) -> None:
        """A key with Enter is the quick reply of that key; anything else is said as typed."""
        choice = self.chips.with_key(event.text.strip())
        self._say(choice.says if choice else event.text)

    @on(Composer.Keyed)
    def _keyed(self, event: Composer.Keyed) -> None:
        if choice := self.chips.with_key(event.key):
            self._say(choice.says)

    @on(Chips.Picked)
    def _picked(self, event: Chips.Picked) -> None:
        """A quick reply never takes what is half-written with it."""
        self.composer.focus()
        self._say(event.choice.says, clear=False)

    def _say(self, text: str, *, clear: bool = True) -> None:
        """Sends `text`; it counts as saved when the coach has answered."""
        if self._busy:
            return
        self._busy = True
        typed = self.composer.text if clear else ""
        self._hear(text, typed, back=(typed or text) if clear else "")

    @work
    async def _hear(self, text: str, typed: str, back: str) -> None:
        """`typed` stands in the composer until the reply is shown: one picture fewer to wait for.

        `back` is given back if the reply cannot be saved.
        """
        waiting = self.set_timer(SHOWN_AFTER, partial(self._pend, text, typed))
        try:
            turn = await self._desk.do(partial(self._desk.evaluation.hear, text))
        except CoachError as error:
            waiting.stop()
            if self.is_attached:
                self.messages.withdraw()
                self._refused(str(error), back)
        else:
            waiting.stop()
            # Somebody may have left while it was being saved.
            if self.is_attached:
                self._clear(typed)
                self._desk.draft_used()
                self._answered(turn)

    def _pend(self, text: str, typed: str) -> None:
        """A slow disk: shows the reply as being saved."""
        self.messages.pend(text)
        self._clear(typed)

    def _clear(self, typed: str) -> None:
        """Takes what was sent out of the composer; what was typed since stays."""
        if typed and self.composer.text.startswith(typed):
            self.composer.text = self.composer.text.removeprefix(typed)
            self.composer.move_cursor(self.composer.document.end)
            self._desk.draft = self.composer.text

    @work
    async def _ask(self, call: Callable[[], Turn]) -> None:
        """A turn that was not asked for in words: going to a question."""
        try:
            turn = await self._desk.do(call)
        except CoachError as error:
            self._refused(str(error))
        else:
            self._answered(turn)

    def _refused(self, sentence: str, text: str = "") -> None:
        """Says why nothing was saved, and gives the words back."""
        self._busy = False
        self.messages.remark(sentence)
        if text and not self.composer.text.startswith(text):
            self.composer.text = text + self.composer.text
            self.composer.move_cursor(self.composer.document.end)

    def _answered(self, turn: Turn) -> None:
        self._busy = False
        self._show()
        match turn.cue:
            case "review":
                self.action_review()
            case "report":
                self.action_report()
            case "pause":
                self._leave("Paused. Everything you said is saved; carry on whenever you like.")
            case "edit":
                self.composer.text = self._desk.evaluation.draft
                self.composer.move_cursor(self.composer.document.end)
            case "help" | None:
                pass

    def go_to(self, item: str | None) -> None:
        """Asks the coach to turn to `item`."""
        if item and not self._busy and not self._desk.evaluation.read_only:
            self._busy = True
            self._ask(partial(self._desk.evaluation.go_to, item))

    # --- the half-typed reply -----------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._desk.draft = self.composer.text
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(DRAFT_AFTER, self._desk.save_draft)

    # --- moving about ---------------------------------------------------------------

    @on(Composer.Reached)
    def _to_chips(self) -> None:
        if self.chips.choices:
            self.chips.focus()
        else:
            self.focus_next()

    @on(Chips.Left)
    def action_compose(self) -> None:
        """Back to writing; an overlaid rail folds away."""
        self.remove_class("-unfolded")
        if self.composer.display:
            self.composer.focus()

    @on(Chips.Typed)
    def _typed_on_chips(self, event: Chips.Typed) -> None:
        self.composer.focus()
        self.composer.insert(event.character)

    @on(Rail.Chosen)
    def _chosen(self, event: Rail.Chosen) -> None:
        self.action_compose()
        self.go_to(event.item)

    def action_rail(self) -> None:
        """To the rail, unfolding it; from the rail, folds it away."""
        shown = "-folded" if self.has_class("-wide") else "-unfolded"
        if self.rail.has_focus:
            self.set_class(shown == "-folded", "-folded")
            self.action_compose()
            return
        self.set_class(shown == "-unfolded", "-unfolded")
        self.remove_class("-folded")
        self.call_after_refresh(self.rail.focus)

    def action_page(self, pages: int) -> None:
        """Scrolls the conversation while the writing goes on."""
        if pages < 0:
            self.messages.scroll_page_up(animate=False)
        else:
            self.messages.scroll_page_down(animate=False)

    def action_first(self) -> None:
        """To the earliest message loaded; more come as one arrives there."""
        self.messages.scroll_home(animate=False)

    def action_last(self) -> None:
        """To the newest message."""
        self.messages.anchor()

    # --- elsewhere --------------------------------------------------------------------

    def action_review(self) -> None:
        """Every answer at a glance."""
        from mtcoach.terminal.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self._desk), self.go_to)

    def action_report(self) -> None:
        """The report as it stands."""
        from mtcoach.terminal.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self._desk))

    def action_home(self) -> None:
        """Back to the first screen."""
        self._leave("")

    def _leave(self, sentence: str) -> None:
        if not self._busy:
            self.dismiss(sentence)


def _at_once(position: Position) -> bool:
    return (position.phase, position.step) in _ANSWERED_AT_ONCE
