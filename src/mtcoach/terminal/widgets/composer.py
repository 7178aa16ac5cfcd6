"""Where the leader writes: Enter sends, Shift+Enter or Ctrl+J breaks the line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

if TYPE_CHECKING:
    from typing import ClassVar

PAUSE = 0.7
"""Seconds after which a lone key of a quick reply is taken as that reply."""
_STEPS = (1, 3, 6)
"""Heights in lines. Each change of height lays the whole screen out, so there are few."""


class Composer(TextArea):
    """A text area that grows by steps and sends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.page(-1)", "Earlier messages", show=False),
        Binding("pagedown", "screen.page(1)", "Later messages", show=False),
    ]

    @dataclass
    class Sent(Message):
        """The leader pressed Enter on `text`."""

        text: str

    @dataclass
    class Keyed(Message):
        """The key of a quick reply was pressed while nothing was written."""

        key: str

    class Reached(Message):
        """On to the quick replies: Tab, or Up while nothing was written."""

    def __init__(self, text: str = "") -> None:
        super().__init__(
            text,
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
        )
        self.quick: Collection[str] = ()
        """The keys that answer at once. None where an answer may well begin with one."""

    def expect(self, keys: Collection[str], *, at_once: bool) -> None:
        """Takes `keys` as quick replies: by the key alone, or with Enter after it."""
        self.quick = keys if at_once else ()
        also = ", or press a number" if at_once else ", or a key and Enter"
        self.placeholder = "Your answer, in your own words" + (also if keys else "")

    def on_mount(self) -> None:
        """Begins as high as the text it was given."""
        self.move_cursor(self.document.end)
        self.call_after_refresh(self._grow)

    def on_key(self, event: events.Key) -> None:
        """Sends, breaks the line, or passes on what is meant for the quick replies."""
        empty = not self.text
        if event.key == "enter":
            if self.text.strip():
                self.post_message(self.Sent(self.text))
        elif event.key in ("shift+enter", "ctrl+j"):
            self.insert("\n")
        elif event.key == "tab" or (event.key == "up" and empty):
            self.post_message(self.Reached())
        elif empty and event.character in self.quick:
            # A figure may also begin a sentence ("3 of 7 departments"): it is shown, and
            # answers when nothing follows it.
            self.set_timer(PAUSE, partial(self._answer, event.character or ""))
            return
        else:
            return
        event.stop()
        event.prevent_default()

    def _answer(self, key: str) -> None:
        if self.text == key:
            self.text = ""
            self.post_message(self.Keyed(key))

    def on_text_area_changed(self) -> None:
        """Grows or shrinks when the text needs another step."""
        self._grow()

    def on_resize(self) -> None:
        """Another width folds the text differently."""
        self.call_after_refresh(self._grow)

    def _grow(self) -> None:
        lines = self.wrapped_document.height
        height = next((step for step in _STEPS if lines <= step), _STEPS[-1])
        rows = height + self.gutter.height
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows
