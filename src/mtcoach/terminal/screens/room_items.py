"""The items of a workshop: how each stands, and the way to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mtcoach.terminal.board import agenda
from mtcoach.terminal.commands import AGENDA, bound
from mtcoach.terminal.marks import tally
from mtcoach.terminal.widgets.hints import Hints

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.evaluation import Evaluation
    from mtcoach.workshop.facilitating.board import Board


class ItemsScreen(Screen[str]):
    """Every item with its state. Leaves the words of a move, or nothing."""

    CSS_PATH = "room_items.tcss"
    GROUP = AGENDA
    BINDINGS = bound(AGENDA)

    items = getters.query_one(OptionList)

    def __init__(self, board: Board, evaluation: Evaluation) -> None:
        super().__init__()
        self._board = board
        self._evaluation = evaluation

    def compose(self) -> ComposeResult:
        """The list, and how the time goes."""
        yield Static(Content(self._board.plan.sentence), id="where")
        yield OptionList(*self._options(), markup=False)
        yield Hints(AGENDA)

    def on_mount(self) -> None:
        """Begins at the item on the table."""
        self.items.focus()
        if self._board.item:
            self.items.highlighted = self.items.get_option_index(self._board.item.id)

    def _options(self) -> list[Option]:
        record, library = self._evaluation.record, self._evaluation.library
        options = []
        for name, row in agenda(self._board, record, library):
            counted = record.workshop.on(name).counted if record.workshop else ()
            spreads = [each.tally.spread for each in counted if each.tally and each.tally.spread]
            votes = Content("  then ").join(tally(spread) for spread in spreads)
            options.append(Option(row + "  " + votes, id=name))
        return options

    def _number(self) -> str:
        option = self.items.highlighted_option
        return option.id or "" if option else ""

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Leaves with the wish to vote on the marked item."""
        self.dismiss(f"open item {self._number()}")

    def action_leave(self) -> None:
        """Leaves with the wish to leave the marked item out."""
        self.dismiss(f"leave out {self._number()}")

    def action_back(self) -> None:
        """Back to the room, where it was."""
        self.dismiss("")
