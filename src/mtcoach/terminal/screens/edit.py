"""A small editor for one answer: colour, note, next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from mtcoach.terminal.commands import EDIT, bound
from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.marks import RATINGS
from mtcoach.terminal.sayings import plain
from mtcoach.terminal.widgets.chips import Chips
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.transcript.sayings import Choice

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.questions.models import Colour, Item
    from mtcoach.transcript.record import Answer

_KEEPS = "What you leave as it is, or empty, stays as it was."


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed; None where nothing was."""

    rating: Colour | None = None
    note: str | None = None
    step: str | None = None

    def __bool__(self) -> bool:
        return any(part is not None for part in (self.rating, self.note, self.step))


class EditScreen(ModalScreen[Change]):
    """Shows one answer and leaves with what was changed in it."""

    CSS_PATH = "edit.tcss"
    GROUP = EDIT
    BINDINGS = bound(EDIT)

    chips = getters.query_one(Chips)
    note = getters.query_one("#note", TextArea)
    step = getters.query_one("#step", TextArea)

    def __init__(self, item: Item, answer: Answer) -> None:
        super().__init__()
        self._item = item
        self._answer = answer
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

    def action_save(self) -> None:
        """Leaves with what differs from before."""
        self.dismiss(
            Change(
                rating=self._rating if self._rating != self._answer.rating else None,
                note=_changed(self._note, self.note.text),
                step=_changed(self._step, self.step.text),
            )
        )

    def action_cancel(self) -> None:
        """Leaves everything as it was."""
        self.dismiss(Change())


def _changed(before: str, after: str) -> str | None:
    return after if after.strip() and after != before else None
