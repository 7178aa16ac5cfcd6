"""Sets a workshop up: a few fields with sensible defaults, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import getters, on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from mtcoach.errors import CoachError
from mtcoach.terminal.commands import SETUP, bound
from mtcoach.terminal.sayings import plain
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.workshop.facilitating.opening import (
    CHOICE,
    MINUTES,
    ROLES,
    Opening,
    described,
    read_items,
    read_minutes,
    read_opening,
)

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.questions.loading import Library
    from mtcoach.workshop.facilitating.plans import Plans


FIELDS: Final = (
    ("school", "School", "Its name, as the report will have it"),
    ("sector", "Stages", "primary, secondary, nursery and primary …"),
    ("choice", "Items", "quick, all, how many, a theme such as 1.1, or kq01, kq06 …"),
    ("minutes", "Minutes", "for the whole workshop"),
    ("roles", "Roles", f"none, or such as {ROLES}"),
)


class SetupScreen(Screen[Opening]):
    """The fields of a new workshop. Leaves with the workshop to open, or nothing."""

    CSS_PATH = "setup.tcss"
    GROUP = SETUP
    BINDINGS = bound(SETUP)

    comes_to = getters.query_one("#comes-to", Static)
    notice = getters.query_one("#notice", Static)

    def __init__(self, library: Library, plans: Plans) -> None:
        super().__init__()
        self._library = library
        self._given = {
            "school": plans.school,
            "sector": plans.sector,
            "choice": plans.choice or CHOICE,
            "minutes": plans.minutes or str(MINUTES),
            "roles": plans.roles,
        }

    def compose(self) -> ComposeResult:
        """A label and a field each, then what they come to."""
        with VerticalScroll(can_focus=False):
            yield Static(Content.styled("A new workshop", "bold $text-primary"), id="title")
            for name, label, hint in FIELDS:
                yield Static(Content.assemble((label, "bold"), "  ", (hint, "$foreground-muted")))
                yield Input(self._given[name], id=name, compact=True)
            yield Static(id="comes-to")
            yield Static(id="notice")
        yield Hints(SETUP, first=(("Enter", "Next field"),))

    def on_mount(self) -> None:
        """Begins at the first field."""
        self.query_one("#school", Input).focus()
        self._reckon()

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    @on(Input.Changed)
    def _reckon(self) -> None:
        """Says what the fields come to so far."""
        try:
            items = read_items(self._typed("choice"), self._library, self._typed("sector"))
            text = described(items, read_minutes(self._typed("minutes")))
        except CoachError as error:
            text = str(error)
        self.comes_to.update(plain(text))
        self.notice.update("")

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        """Enter goes to the next field, and from the last one begins."""
        if event.input.id == FIELDS[-1][0]:
            self.action_begin()
        else:
            self.focus_next()

    def action_begin(self) -> None:
        """Leaves with the workshop, or says what is missing."""
        try:
            opening = read_opening(
                self._library,
                school=self._typed("school"),
                sector=self._typed("sector"),
                choice=self._typed("choice"),
                time=self._typed("minutes"),
                roles=self._typed("roles"),
            )
        except CoachError as error:
            self.notice.update(plain(str(error)))
        else:
            self.dismiss(opening)

    def action_back(self) -> None:
        """Back without a workshop."""
        self.dismiss(None)
