"""A small editor for one answer: colour, note, next step.

Nothing is erased by leaving a field empty: an emptied field is asked about, and only
a yes takes back what stood there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import getters, work
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from mtcoach.coach.discretion import choice_of
from mtcoach.coach.turn import Edit, Part
from mtcoach.terminal.commands import EDIT, bound
from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.marks import RATINGS
from mtcoach.terminal.sayings import plain
from mtcoach.terminal.screens.offer import Offer, choices
from mtcoach.terminal.widgets.chips import Chips
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.transcript.sayings import Choice, Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from mtcoach.coach.turn import Turn
    from mtcoach.questions.models import Item
    from mtcoach.transcript.record import Answer

_KEEPS: Final = "An unchanged field stays; before an emptied one goes, you are asked."
NAMES: Final[dict[Part, str]] = {"note": "evidence", "step": "next step"}


class EditScreen(ModalScreen[Edit]):
    """Shows one answer and leaves with what was changed in it.

    `warn` says what the coach has to say about an edit before it is kept.
    """

    CSS_PATH = "edit.tcss"
    GROUP = EDIT
    BINDINGS = bound(EDIT)

    chips = getters.query_one(Chips)
    note = getters.query_one("#note", TextArea)
    step = getters.query_one("#step", TextArea)

    def __init__(self, item: Item, answer: Answer, warn: Callable[[Edit], Turn | None]) -> None:
        super().__init__()
        self._item = item
        self._answer = answer
        self._warn = warn
        self._rating = answer.rating
        self._note = answer.evidence
        self._step = "\n".join(step.text for step in answer.steps)

    def compose(self) -> ComposeResult:
        """The question, the colours, two places to write."""
        with Vertical(id="box"):
            yield Static(plain(f"{self._item.number}  {self._item.topic}"), classes="label")
            yield Static(plain(self._item.question), id="question")
            yield Chips(self._colours())
            yield Static(Content("Evidence: how do you know?"), classes="label")
            yield TextArea(self._note, id="note", compact=True, highlight_cursor_line=False)
            yield Static(Content("Next step"), classes="label")
            yield TextArea(self._step, id="step", compact=True, highlight_cursor_line=False)
            yield Static(Content(_KEEPS), id="said")
        yield Hints(EDIT, first=(("Tab", "Next field"),))

    def _colours(self) -> list[Choice]:
        return [
            Choice(
                key=colour[0],
                label=shown.word + (f" {glyphs().done}" if colour == self._rating else ""),
                says=colour,
            )
            for colour, shown in RATINGS.items()
        ]

    def on_chips_picked(self, event: Chips.Picked) -> None:
        """Another colour; the mark moves with it."""
        self._rating = next(colour for colour in RATINGS if colour == event.choice.says)
        self.chips.show(self._colours())

    @work(exclusive=True)
    async def action_save(self) -> None:
        """Leaves with what differs from before, once what needs asking has been asked."""
        edit = Edit(
            rating=self._rating if self._rating != self._answer.rating else None,
            note=_changed(self._note, self.note.text),
            step=_changed(self._step, self.step.text),
        )
        if emptied := self._emptied():
            named = " and the ".join(NAMES[part] for part in emptied)
            stays, goes = "Keep what stood there", "Take it back"
            ways = choices(keep=stays, take=goes)
            asked = f"The {named} is empty now. Shall what stood there be taken back?"
            match await self.app.push_screen_wait(Offer((asked,), ways)):
                case "take":
                    edit = replace(edit, without=frozenset(emptied))
                case "":
                    return
        if warning := self._warn(edit):
            said = [each.text for each in warning.sayings if isinstance(each, Line)]
            privacy = choice_of(await self.app.push_screen_wait(Offer(said, warning.choices)))
            if privacy is None:
                return
            edit = replace(edit, privacy=privacy)
        self.dismiss(edit)

    def _emptied(self) -> list[Part]:
        """The fields that held words and hold none now."""
        fields: dict[Part, tuple[str, str]] = {
            "note": (self._note, self.note.text),
            "step": (self._step, self.step.text),
        }
        return [
            part for part, (before, now) in fields.items() if before.strip() and not now.strip()
        ]

    def action_cancel(self) -> None:
        """Leaves everything as it was."""
        self.dismiss(Edit())


def _changed(before: str, after: str) -> str | None:
    return after if after.strip() and after != before else None
