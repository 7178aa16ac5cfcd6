"""A question of the app's own, with two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mtcoach.terminal.commands import OFFER, bound
from mtcoach.terminal.widgets.chips import Chips
from mtcoach.transcript.sayings import Choice

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Offer(ModalScreen[bool]):
    """Says a sentence and offers yes or no; Escape is no."""

    CSS_PATH = "offer.tcss"
    BINDINGS = bound(OFFER)

    def __init__(self, sentence: str, yes: str, no: str) -> None:
        super().__init__()
        self._sentence = sentence
        self._choices = (
            Choice(key="1", label=yes, says="yes"),
            Choice(key="2", label=no, says="no"),
        )

    def compose(self) -> ComposeResult:
        """The sentence and its two answers."""
        with Vertical(id="box"):
            yield Static(Content(self._sentence))
            yield Chips(self._choices)

    def on_chips_picked(self, event: Chips.Picked) -> None:
        """One of the two was picked."""
        self.dismiss(event.choice.says == "yes")

    def action_no(self) -> None:
        """Escape."""
        self.dismiss(False)
