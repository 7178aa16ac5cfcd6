"""What is in doubt about a row as it stands, a cell at a time, each once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from mtcoach.coach.plans.clauses import Place
from mtcoach.coach.plans.hollow import hollow, placeholder
from mtcoach.coach.plans.leads import roles
from mtcoach.coach.plans.measures import checkable
from mtcoach.coach.plans.memory import Memory
from mtcoach.transcript.events import PlanField
from mtcoach.transcript.sayings import Position

DOUBTS: Final = (
    "vague",
    "again",
    "hollow",
    "role",
    "whose",
    "past",
    "beyond",
    "unclear",
    "several",
)
"""What a position may be about when a cell was given and one thing is asked of it."""
A_ROLE: Final = 3
"""So many words may be a role that no list has; more, without one, say what is done."""
ORDER: Final[tuple[PlanField, ...]] = (
    "lead",
    "by",
    "outcome",
    "baseline",
    "target",
    "source",
)
"""Who and when first, as before; then what the row is worth."""


def next_doubt(
    row: Mapping[PlanField, str],
    fresh: Collection[PlanField],
    position: Position,
    place: Place,
    *,
    nameless: bool = False,
) -> Position | None:
    """Where the next doubt about the row is put; None where nothing is left to doubt.

    `fresh` are the cells that the last message gave, which with those waiting may be doubted;
    `nameless`: it named somebody for a lead, whose role is asked for before all else.
    """
    memory = Memory.of(position)
    may = {*fresh, *memory.waiting} - memory.done
    found = [(field, why) for field in ORDER if field in may and (why := doubt(field, row, place))]
    if nameless:
        found = [("lead", "role"), *(each for each in found if each[0] != "lead")]
    if not found:
        return None
    (field, about), *later = found
    kept = Memory(
        memory.done | {field},
        frozenset(each for each, _ in later),
        memory.origin or position.step,
    )
    return position.model_copy(update={"step": field, "about": about, "asked": kept.bits})


def doubt(field: PlanField, row: Mapping[PlanField, str], place: Place) -> str:
    """What is in doubt about a cell that is filled; nothing is ""."""
    text = row.get(field, "")
    if not text:
        return ""
    match field:
        case "lead":
            vague = placeholder(text) or (len(text.split()) > A_ROLE and not roles(text))
            return "whose" if vague else ""
        case "by":
            why = place(text).why
            return "" if why == "placed" else why
        case "target":
            return "" if checkable(text) else "vague"
        case _:
            return "hollow" if hollow(field, text) else ""
