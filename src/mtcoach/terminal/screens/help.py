"""The help: the keys as they are bound, and what one may type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mtcoach.terminal.commands import GROUPS, GUIDE, WORKSHOP, Command, bound, key_name
from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.widgets.hints import Hints

if TYPE_CHECKING:
    from textual.app import ComposeResult

_WRITING = (
    ("Enter", "send"),
    ("Shift+Enter, Ctrl+J", "a new line; pasted text may have many"),
    ("1, 2, 3", "while nothing is written: that quick reply"),
    ("Up, Tab", "to the quick replies; arrows and Enter pick one"),
    ("Page Up, Page Down", "scroll the conversation while you write"),
)
_SAYING = (
    "red, amber or green (r, a, g), with as many words as you like",
    "amber, half the departments use it; next step is training by May",
    "not sure: recorded as not known yet, which is a finding",
    "skip, back, does not apply, change item 5",
    "change the one about moderation to amber",
    "what does that mean? what would good look like? why do you ask?",
    "what counts as evidence? what have I said so far?",
    "review, report, pause",
)
_SELECTING = (
    "Drag with the mouse to mark text and press Ctrl+C. Some terminals keep that for themselves: "
    "hold Shift (on a Mac, Option) while you drag, and copy as you do elsewhere in the terminal."
)
_COLUMN = 22


class HelpScreen(Screen[None]):
    """One page; called from a workshop it begins with what may be said there."""

    CSS_PATH = "help.tcss"
    GROUP = GUIDE
    BINDINGS = bound(GUIDE)

    def __init__(self, *, of_room: bool = False) -> None:
        super().__init__()
        self._of_room = of_room

    def compose(self) -> ComposeResult:
        """The page, scrolled with the arrows."""
        with VerticalScroll():
            yield Static(page(of_room=self._of_room))
        yield Hints(GUIDE)

    def action_back(self) -> None:
        """Back to where it was called from."""
        self.dismiss()


def page(*, of_room: bool = False) -> Content:
    """The whole help, made from the commands; in a workshop its own part comes first."""
    groups = sorted(GROUPS, key=lambda group: group not in WORKSHOP) if of_room else GROUPS
    blocks = [_titled("What you can say", [Content(f"{glyphs().bullet} {say}") for say in _SAYING])]
    blocks.append(_titled("While you write", [_keyed(*row) for row in _WRITING]))
    if of_room:
        from mtcoach.workshop.facilitating.telling import help_lines

        said = [Content(f"{glyphs().bullet} {line}") for line in help_lines()]
        blocks = [_titled("What you can say in a workshop", said)]
    blocks += [
        _titled(group.title, [_keyed(_keys(command), command.help) for command in group.commands])
        for group in groups
    ]
    blocks.append(_titled("Copying from the screen", [Content(_SELECTING)]))
    return Content("\n\n").join(blocks)


def _titled(title: str, lines: list[Content]) -> Content:
    return Content("\n").join((Content.styled(title, "bold $text-primary"), *lines))


def _keyed(keys: str, text: str) -> Content:
    return Content.assemble((f"{keys:<{_COLUMN}}", "bold"), text)


def _keys(command: Command) -> str:
    return ", ".join(key_name(key) for key in command.keys.split(","))
