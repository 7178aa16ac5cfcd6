"""A question of the app's own, or of the coach's beside the conversation, with ways on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mtcoach.terminal.commands import OFFER, bound
from mtcoach.terminal.sayings import plain
from mtcoach.terminal.widgets.chips import Chips
from mtcoach.transcript.sayings import Choice

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Offer(ModalScreen[str]):
    """Says something and leaves with what was chosen; Escape chooses nothing."""

    CSS_PATH = "offer.tcss"
    BINDINGS = bound(OFFER)

    def __init__(self, sentences: Sequence[str], choices: Sequence[Choice]) -> None:
        super().__init__()
        self._sentences = tuple(sentences)
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """The sentences and the ways on."""
        with Vertical(id="box"):
            for sentence in self._sentences:
                yield Static(plain(sentence))
            yield Chips(self._choices)

    def on_chips_picked(self, event: Chips.Picked) -> None:
        """One of them was picked."""
        self.dismiss(event.choice.says)

    def action_no(self) -> None:
        """Escape."""
        self.dismiss("")


def choices(**labels: str) -> list[Choice]:
    """Ways on, numbered: each keyword is what is left with, its value what is shown."""
    return [
        Choice(key=str(key), label=label, says=says)
        for key, (says, label) in enumerate(labels.items(), 1)
    ]
