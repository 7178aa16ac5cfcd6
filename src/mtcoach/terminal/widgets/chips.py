"""Quick replies: one line of keys and words, or one a line where they are long."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from mtcoach.terminal.sayings import safe

if TYPE_CHECKING:
    from typing import ClassVar

    from mtcoach.transcript.sayings import Choice

_GAP = "   "


class Chips(Widget, can_focus=True):
    """The choices of the coach's turn. Keys, arrows and the mouse all pick one."""

    DEFAULT_CSS = """
    Chips { height: auto; padding: 0 1; }
    Chips.-none { display: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "move(1)", "Next reply", show=False),
        Binding("left,up", "move(-1)", "Previous reply", show=False),
        Binding("home", "move(-99)", "First reply", show=False),
        Binding("end", "move(99)", "Last reply", show=False),
        Binding("enter,space", "pick", "Give this reply", show=False),
    ]

    current: reactive[int] = reactive(0)

    @dataclass
    class Picked(Message):
        """A choice was picked."""

        choice: Choice

    @dataclass
    class Typed(Message):
        """A character was typed here that belongs to the composer."""

        character: str

    class Left(Message):
        """The arrows led down out of the chips."""

    def __init__(self, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self.choices = tuple(choices)
        self.set_class(not choices, "-none")

    def show(self, choices: Sequence[Choice]) -> None:
        """Offers `choices` instead of the ones before."""
        self.choices = tuple(choices)
        self.set_class(not choices, "-none")
        self.can_focus = bool(choices)
        self.current = 0
        self.refresh(layout=True)

    def with_key(self, key: str) -> Choice | None:
        """The choice that `key` stands for."""
        return next((choice for choice in self.choices if choice.key == key), None)

    def validate_current(self, current: int) -> int:
        """Stays among the choices."""
        return max(0, min(current, len(self.choices) - 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that the choices take at `width`."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The choices, the current one marked while this has the focus."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        line = Content("")
        for index, choice in enumerate(self.choices):
            chip = self._chip(index, choice)
            if chip.cell_length > width:
                lines += [line] if line else []
                lines += self._folded(index, choice, width)
                line = Content("")
            elif line and line.cell_length + len(_GAP) + chip.cell_length > width:
                lines.append(line)
                line = chip
            else:
                line = line + _GAP + chip if line else chip
        return [*lines, line] if line else lines

    def _chip(self, index: int, choice: Choice) -> Content:
        label = " ".join(safe(choice.label).split())
        chip = Content.assemble((f" {choice.key} ", "bold $text-primary on $panel"), f" {label} ")
        return self._styled(index, chip)

    def _folded(self, index: int, choice: Choice, width: int) -> list[Content]:
        """A long choice over several lines, indented past its key."""
        indent = len(choice.key) + 3
        text = textwrap.wrap(safe(choice.label), max(10, width - indent - 1))
        key = Content.assemble((f" {choice.key} ", "bold $text-primary on $panel"), " ")
        lines = [key + text[0], *(Content(" " * indent + more) for more in text[1:])]
        return [self._styled(index, line) for line in lines]

    def _styled(self, index: int, content: Content) -> Content:
        content = content.stylize(Style.from_meta({"choice": index}))
        if self.has_focus and index == self.current:
            content = content.stylize("bold underline on $block-cursor-background")
        return content

    def on_focus(self) -> None:
        """Shows which choice Enter would pick."""
        self.refresh()

    def on_blur(self) -> None:
        """Shows that Enter picks none."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Picks the choice under the mouse."""
        index = event.style.meta.get("choice")
        if isinstance(index, int) and index < len(self.choices):
            self.post_message(self.Picked(self.choices[index]))

    def on_key(self, event: events.Key) -> None:
        """A choice's key picks it; any other character starts a reply."""
        if event.character is None or not event.is_printable or event.key == "space":
            return
        event.stop()
        event.prevent_default()
        choice = self.with_key(event.character)
        self.post_message(self.Picked(choice) if choice else self.Typed(event.character))

    def action_move(self, by: int) -> None:
        """To another choice; down past the last one leads back to writing."""
        if by == 1 and self.current == len(self.choices) - 1:
            self.post_message(self.Left())
        else:
            self.current += by

    def action_pick(self) -> None:
        """Picks the marked choice."""
        if self.choices:
            self.post_message(self.Picked(self.choices[self.current]))
