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
from mtcoach.transcript.sayings import Position

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


def enter(moves: Moves, position: Position) -> Position:
    """Where an item really begins: with an offer, where it was spoken to before.

    Either its twin was answered in another bank, or a note under another item speaks
    to this one too; a note is offered once an item, whatever becomes of the offer.
    """
    item = moves.library.items.get(position.item or "")
    if item is None or position.step != "rate" or position.about:
        return position
    if item.id not in moves.record.offered and not moves.record.answer(item.id).notes:
        noted = spoken_to(moves, item)
        if noted:
            return position.model_copy(
                update={"step": "offer_note", "about": f"{noted.item}:{noted.seq}"}
            )
    for twin in item.links.same:
        answer = moves.record.answer(twin)
        other_bank = moves.library.homes[twin] is not moves.library.homes[item.id]
        if other_bank and answer.status == "answered" and answer.rating:
            return position.model_copy(update={"step": "offer", "about": twin})
    return position


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
