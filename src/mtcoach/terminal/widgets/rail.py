"""The questions by theme: each one's number, topic and rating, and where we are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.marks import mark
from mtcoach.terminal.sayings import safe

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.questions.models import Item
    from mtcoach.transcript.record import Record


class Rail(OptionList):
    """Every question of the route. Enter or a click goes there."""

    @dataclass
    class Chosen(Message):
        """The leader wants to turn to `item`."""

        item: str

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._items: tuple[str, ...] = ()

    def show(self, record: Record, library: Library) -> None:
        """Brings the rows up to date; the list is built anew only for another route."""
        current = record.position.item
        items = tuple(item for item in record.items if item in library.items)
        if not items or items != self._items:
            self._build(items, record, library)
        for name in items:
            row = _row(library.items[name], record, here=name == current)
            self.replace_option_prompt(name, row)
        if current in items and not self.has_focus:
            self.highlighted = self.get_option_index(current)
            self.scroll_to_highlight()

    def _build(self, items: tuple[str, ...], record: Record, library: Library) -> None:
        self._items = items
        self.clear_options()
        if not items:
            text = "Your questions are listed here once you have chosen what to look at."
            self.add_option(Option(Content(text), disabled=True))
            return
        before = None
        for name in items:
            theme = library.items[name].theme
            if theme != before:
                title = Content.styled(safe(library.themes[theme].short), "bold")
                self.add_option(Option(title, disabled=True))
                before = theme
            self.add_option(Option(_row(library.items[name], record, here=False), id=name))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A row was chosen."""
        event.stop()
        if event.option_id:
            self.post_message(self.Chosen(event.option_id))


def _row(item: Item, record: Record, *, here: bool) -> Content:
    shown = mark(record.answer(item.id))
    arrow = glyphs().here if here else " "
    style = "bold" if here else ""
    return Content.assemble(
        (f"{arrow} ", "bold"),
        (f"{shown.letter:<3} ", shown.style),
        (f"{safe(item.number):>4} {safe(item.topic)}", style),
    )
