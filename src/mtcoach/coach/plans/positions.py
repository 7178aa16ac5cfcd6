"""Cells told by their places: a row typed or pasted in the plan's own order, without labels.

"Pupils know their targets; PTs set them; DHT; Easter; 54%; 65%; SEEMiS". The lead and the date
show that it is one, as they can be told by themselves; a cell may be a "tbc".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mtcoach.coach.plans.clauses import A_LEAD, Place, kind, measure, tidy
from mtcoach.coach.plans.hollow import placeholder
from mtcoach.coach.plans.leads import named
from mtcoach.transcript.events import EXTRA_FIELDS, PLAN_FIELDS, PlanField

FEWEST: Final = 3
"""Of fewer cells it cannot be told."""
BRIEF: Final = 4
"""A measure with no lead and date before it is told by its places where its words are few."""


def by_place(cells: Sequence[str], asked: str, place: Place) -> dict[PlanField, str] | None:
    """`cells` in the plan's order from the cell `asked` on; None where they are not in it."""
    fields = PLAN_FIELDS[next((n for n, each in enumerate(PLAN_FIELDS) if each == asked), 0) :]
    anchored = {"lead", "by"} & {*fields[: len(cells)]}
    brief = all(len(cell.split()) <= BRIEF for cell in cells)
    if len(cells) < FEWEST or not (anchored or (brief and asked == "baseline")):
        return None
    found: dict[PlanField, str] = {}
    for number, cell in enumerate(cells):
        field, value = _read(cell, fields[number] if number < len(fields) else None, place)
        if field is None or field in found:
            return None
        found[field] = value
    told = any(not placeholder(found[field]) for field in fields if field in anchored & {*found})
    return found if told or not anchored else None


def _read(cell: str, field: PlanField | None, place: Place) -> tuple[PlanField | None, str]:
    """A cell as the `field` that its place says, or as what the row may have besides."""
    said, value = kind(cell, "", place)
    if field is None:
        return (said, value) if said in EXTRA_FIELDS else (None, "")
    if placeholder(cell):
        return field, tidy(cell)
    if field != "lead" and named(cell) and len(cell.split()) <= A_LEAD:
        return None, ""  # "Mrs Khan helps"
    match field:
        case "lead":
            return (field, value) if said == "lead" else (None, "")
        case "by":
            when = place(cell)
            return (field, tidy(cell)) if when.alone and when.why != "unclear" else (None, "")
        case _:
            fits = said in (None, field) and not measure(cell, place)
            return (field, value if said else tidy(cell)) if fits else (None, "")
