"""The notes on the item on the table, put together once for as long as no other comes in."""

from __future__ import annotations

from mtcoach.coach.notes import placement
from mtcoach.coach.notes.placement import Index
from mtcoach.findings.grouping import Group, grouped
from mtcoach.questions.loading import Library
from mtcoach.workshop.room import Room


class Pinboard:
    """Keeps what takes a while: an index for each bank, and the groups of the notes last seen."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._indexes: dict[str, Index] = {}
        self._seen = ("", 0)
        self._groups: tuple[Group, ...] = ()

    def groups(self, room: Room) -> tuple[Group, ...]:
        """The notes on the item on the table, those that say the same together."""
        item, voices = room.item or "", room.handled.voices
        home = self._library.homes.get(item)
        if home is None or not voices:
            return ()
        if self._seen != (item, len(voices)):
            index = self._indexes.get(home.bank)
            if index is None:
                index = self._indexes[home.bank] = placement.index(home.items)
            self._groups = grouped(voices, item, index)
            self._seen = (item, len(voices))
        return self._groups
