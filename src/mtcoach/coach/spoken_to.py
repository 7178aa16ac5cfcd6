"""Which earlier note also speaks to the item that comes now: a colleague with a good memory.

Better no offer than an odd one: only a note that is placed on this item first of all
the items still to come, and well, is offered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mtcoach.coach import path
from mtcoach.coach.moves import Moves
from mtcoach.coach.notes.placement import place
from mtcoach.questions.models import Item

LEAST: Final = 0.4
"""The score (0 to 1) from which a note is offered."""
WORDS: Final = 6
"""A note of fewer words says too little to be used twice."""


@dataclass(frozen=True, slots=True)
class SpokenTo:
    """A note, by its item and its seq, that speaks to another item as well."""

    item: str
    seq: int
    text: str
    score: float


def spoken_to(moves: Moves, item: Item) -> SpokenTo | None:
    """The note that speaks to `item` best, if one does well enough."""
    bank = moves.setting.library.homes[item.id]
    found: list[SpokenTo] = []
    for name in path.known(moves.record, moves.library):
        if name == item.id:
            continue
        for note in moves.record.answer(name).notes:
            if note.origin or len(note.text.split()) < WORDS:
                continue
            placed = place(note.text, bank.items, exclude=name)
            if placed and placed[0].item == item.id and placed[0].score >= LEAST:
                found.append(SpokenTo(name, note.seq, note.text, placed[0].score))
    return max(found, key=lambda each: each.score, default=None)
