"""The bottom line: the keys that matter here, each one also a place to click."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from mtcoach.terminal.commands import ANYWHERE, Command, Group


class Hints(Widget):
    """Keys and their words, as many as the line holds."""

    DEFAULT_CSS = """
    Hints {
        dock: bottom; height: 1; padding: 0 1; background: $panel; color: $foreground;
        link-style: none; link-background: initial; link-color: $foreground;
        link-style-hover: underline; link-background-hover: initial;
        link-color-hover: $foreground;
    }
    """

    def __init__(self, group: Group, first: Sequence[tuple[str, str]] = ()) -> None:
        """`first` are keys of a widget that are no command: `("Enter", "Send")`."""
        super().__init__()
        self._first = tuple(first)
        self._commands: tuple[Command, ...] = (*group.commands, *ANYWHERE.commands)

    def render(self) -> Content:
        """As many whole hints as fit."""
        parts = [_hint(key, word) for key, word in self._first]
        parts += [
            _hint(command.key, command.hint).stylize(Style.from_meta({"@click": _click(command)}))
            for command in self._commands
            if command.hint
        ]
        line = Content("")
        for part in parts:
            longer = line + "  " + part if line else part
            if longer.cell_length > self.content_size.width:
                break
            line = longer
        return line


def _hint(key: str, word: str) -> Content:
    return Content.assemble((key, "bold $text-primary"), " ", word)


def _click(command: Command) -> str:
    action = command.action
    return action if action.startswith("app.") else f"screen.{action}"
