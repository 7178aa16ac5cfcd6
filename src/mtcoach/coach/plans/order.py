"""What comes after what in the plan: cell by cell, row by row, nothing asked that was said."""

from __future__ import annotations

from typing import Final

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
    """The next open cell of the row, then what it may have besides, then the next row."""
    row = record.plan.get(position.item or "", {})
    for field in PLAN_FIELDS[place(position) + 1 :]:
        if not row.get(field):
            return position.model_copy(update={"step": field, "about": ""})
    extra = any(row.get(field) for field in EXTRA_FIELDS)
    if row and not extra and position.step != MORE:
        return position.model_copy(update={"step": MORE, "about": ""})
    return next_row(record, position)


def next_row(record: Record, position: Position) -> Position:
    """The row of the next priority; after the last, the end of the plan."""
    items = record.priorities
    later = items[items.index(position.item) + 1 :] if position.item in items else ()
    return first(record, later[0]) if later else Position(phase="overall")


def before(position: Position) -> Position:
    """The cell before; from the first, the choice of priorities."""
    at = place(position)
    if at == 0:
        return Position(phase="priorities")
    return position.model_copy(update={"step": PLAN_FIELDS[at - 1], "about": ""})


def place(position: Position) -> int:
    """Which cell of a row the position is at, counted from 0; past the last for all besides."""
    fields: list[str] = [*PLAN_FIELDS, MORE]
    return fields.index(position.step)
