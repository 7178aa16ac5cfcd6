"""The item on the table, and what the coach is deciding about it in one turn.

Sans IO. What to take down is decided in `scribe.py`, what to ask in `missing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from mtcoach.coach.moves import Moves, Setting
from mtcoach.coach.wording import Wording
from mtcoach.questions.models import Item
from mtcoach.transcript.events import Concluded, Tally
from mtcoach.transcript.record import Answer, Record
from mtcoach.transcript.sayings import Position
from mtcoach.workshop.room import LEGAL, Room, RoomError


@cache
def wording() -> Mapping[str, Any]:
    """The sentences of a workshop, as the file has them."""
    import yaml

    text = (
        files("mtcoach.workshop.facilitating").joinpath("wording.yaml").read_text(encoding="utf-8")
    )
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found: Mapping[str, Any] = yaml.load(text, Loader=loader)
    return found


class Entry:
    """The item on the table; `moves` is the turn in the making.

    Raises `RoomError` where there is no item, or its votes are still to be counted.
    """

    def __init__(self, setting: Setting, record: Record) -> None:
        room = Room(record)
        item = setting.library.items.get(room.item or "")
        if "conclude" not in LEGAL[room.stage] or item is None:
            raise RoomError(wording()["not_yet"])
        self.item: Item = item
        sentences = {**setting.wording.sentences, "room": wording()}
        here = record.position
        if (here.phase, here.item) != ("items", self.item.id):
            here = self.at("agree")
        setting = replace(setting, wording=Wording(sentences))
        self.moves = Moves(setting, replace(record, position=here))

    @property
    def room(self) -> Room:
        """The room, with what this turn has decided so far."""
        return Room(self.moves.record)

    @property
    def answer(self) -> Answer:
        """What is held about the item."""
        return self.moves.record.answer(self.item.id)

    @property
    def conclusion(self) -> Concluded | None:
        """How the room has left the item, if it has."""
        return self.room.handled.conclusion

    @property
    def settled(self) -> bool:
        """Whether the room has agreed a rating."""
        return self.conclusion is not None and self.conclusion.outcome == "settled"

    @property
    def last(self) -> Tally | None:
        """The last vote on the item."""
        counted = self.room.handled.counted
        return counted[-1].tally if counted else None

    def at(self, step: str, about: str = "") -> Position:
        """The position of `step` on this item."""
        return Position(phase="items", item=self.item.id, step=step, about=about)
