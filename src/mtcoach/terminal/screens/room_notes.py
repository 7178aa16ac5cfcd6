"""Everything that people wrote on an item, those who say the same together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mtcoach.terminal.board import notes
from mtcoach.terminal.commands import PAGE, bound
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.workshop.facilitating import telling

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.questions.loading import Library
    from mtcoach.workshop.facilitating.board import Board


class NotesScreen(Screen[None]):
    """One page of notes, scrolled with the arrows."""

    CSS_PATH = "help.tcss"
    GROUP = PAGE
    BINDINGS = bound(PAGE)

    def __init__(self, board: Board, library: Library) -> None:
        super().__init__()
        self._notes = notes(board, library) or Content(telling.say("no_notes"))

    def compose(self) -> ComposeResult:
        """The notes."""
        with VerticalScroll():
            yield Static(self._notes)
        yield Hints(PAGE)

    def action_back(self) -> None:
        """Back to the room."""
        self.dismiss()
