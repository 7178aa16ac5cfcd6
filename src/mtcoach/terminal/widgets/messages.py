"""The conversation: a window on the newest messages, with earlier ones on the way up.

However long the transcript, about forty widgets are on the screen; twenty more
come with each scroll to the top, and the next reply lets them go again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.sayings import Spoken, heard, message, plain, spoken

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.transcript.events import Event

WINDOW = 40
MORE = 20


class Bubble(Static):
    """One message. The name on its first line says whose it is; the indent repeats it."""

    def __init__(self, content: Content, classes: str) -> None:
        super().__init__(content, classes=classes)


def _bubble(said: Spoken) -> Bubble:
    return Bubble(message(said), f"-{said.type}")


class Messages(VerticalScroll):
    """What was said, oldest first, following the newest until the reader scrolls up."""

    def __init__(self) -> None:
        super().__init__()
        self._spoken: list[Spoken] = []
        self._read = 0
        self._first = 0
        self._pending: Bubble | None = None
        self._loading = False
        self._above = Static(classes="-earlier")
        self._above.display = False

    def compose(self) -> ComposeResult:
        """Only the line that tells of earlier messages; the rest comes with `sync`."""
        yield self._above

    @property
    def shown(self) -> int:
        """How many messages are widgets now."""
        return len(self._bubbles())

    def _bubbles(self) -> list[Bubble]:
        return [child for child in self.children if isinstance(child, Bubble)]

    def on_mount(self) -> None:
        """Follows the newest message."""
        self.anchor()

    def sync(self, events: Sequence[Event]) -> None:
        """Shows what `events` hold beyond what was shown before."""
        fresh = [said for event in events[self._read :] if (said := spoken(event))]
        self._read = len(events)
        if not self._spoken:
            self._first = max(0, len(fresh) - WINDOW)
            self._spoken = fresh
            self._mark_earlier()
            self.mount_all([_bubble(said) for said in fresh[self._first :]])
            return
        self._spoken += fresh
        if self._pending and fresh and fresh[0].type == "heard":
            self._pending.update(message(fresh.pop(0)))
            self._pending.set_class(False, "-pending")
            self._pending = None
        self.mount_all([_bubble(said) for said in fresh])
        self._trim()
        self.anchor()

    def pend(self, text: str) -> None:
        """Shows a reply that is not saved yet."""
        self._pending = Bubble(heard(text, "saving"), "-heard -pending")
        self.mount(self._pending)
        self.anchor()

    def withdraw(self) -> None:
        """Takes back the reply that could not be saved."""
        if self._pending:
            self._pending.remove()
            self._pending = None

    def remark(self, text: str) -> None:
        """Shows a sentence of the app's own, which no transcript keeps."""
        self.mount(Static(plain(text), classes="-remark"))
        self.anchor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """At the top, fetches earlier messages."""
        super().watch_scroll_y(old_value, new_value)
        if new_value < 2 and new_value < old_value and self._first and not self._loading:
            self._loading = True
            self.call_later(self._earlier)

    async def _earlier(self) -> None:
        """Puts earlier messages in front and keeps the reader's place."""
        start = max(0, self._first - MORE)
        earlier = [_bubble(said) for said in self._spoken[start : self._first]]
        height = self.virtual_size.height
        self._first = start
        self._mark_earlier()
        await self.mount_all(earlier, before=self._bubbles()[0])
        self.call_after_refresh(self._keep_place, height)

    def _keep_place(self, height: int) -> None:
        down = self.scroll_y + self.virtual_size.height - height
        self.scroll_to(y=down, animate=False, force=True, immediate=True)
        self._loading = False

    def _mark_earlier(self) -> None:
        """Says at the top how many messages lie before."""
        words = "earlier message" if self._first == 1 else "earlier messages"
        self._above.update(Content(f"{glyphs().up} {self._first:,} {words}"))
        self._above.display = self._first > 0

    def _trim(self) -> None:
        """Lets the oldest go, so that the next key costs what the first did."""
        bubbles = self._bubbles()
        over = len(bubbles) - WINDOW
        if over > 0:
            self._first += over
            self.remove_children(bubbles[:over])
            self._mark_earlier()
