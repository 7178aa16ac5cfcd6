"""What comes after what in the plan: cell by cell, row by row, nothing asked that was said."""

from __future__ import annotations

from typing import Final

from mtcoach.coach.plans.memory import Memory
from mtcoach.transcript.events import EXTRA_FIELDS, PLAN_FIELDS
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Position

MORE: Final = "more"
"""The step after a row's cells: one question for all that it may have besides."""
NEW: Final = "new"
"""What a position is about where a row begins."""


def first(record: Record, item: str) -> Position:
    """Where the row of `item` begins: at its first open cell; a full one, at what is left."""
    row = record.plan.get(item, {})
    step = next((field for field in PLAN_FIELDS if not row.get(field)), MORE)
    return Position(phase="plan", item=item, step=step, about=NEW)


def after(record: Record, position: Position) -> Position:
    """The next open cell of the row, then what it may have besides, then the next row.

    After a doubt about another cell it goes on from the one that was asked when it came up.
    """
    row = record.plan.get(position.item or "", {})
    memory = Memory.of(position)
    asked = memory.origin or position.step
    # What was asked then may be open still: the message gave other cells.
    start = place(asked) + (asked == position.step)
    rest = position.model_copy(update={"asked": memory.at_rest().bits, "about": ""})
    for field in PLAN_FIELDS[start:]:
        if not row.get(field):
            return rest.model_copy(update={"step": field})
    extra = any(row.get(field) for field in EXTRA_FIELDS)
    if row and not extra and asked != MORE:
        return rest.model_copy(update={"step": MORE})
    return next_row(record, position)


def next_row(record: Record, position: Position) -> Position:
    """The row of the next priority; after the last, the end of the plan."""
    items = record.priorities
    later = items[items.index(position.item) + 1 :] if position.item in items else ()
    return first(record, later[0]) if later else Position(phase="overall")


def before(position: Position) -> Position:
    """The cell before; from the first, the choice of priorities."""
    at = place(position.step)
    if at == 0:
        return Position(phase="priorities")
    rest = Memory.of(position).at_rest().bits
    return position.model_copy(update={"step": PLAN_FIELDS[at - 1], "about": "", "asked": rest})


def place(step: str) -> int:
    """Which cell of a row a step is, counted from 0; past the last for all besides."""
    fields: list[str] = [*PLAN_FIELDS, MORE]
    return fields.index(step)
