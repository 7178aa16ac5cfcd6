"""A row as it was said is taken: cells written down and said back, the rest named, doubts put.

A plan names roles and not people, so a name costs the cell of the one who leads and nothing
else. What finds no cell is said, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from mtcoach.coach import dates
from mtcoach.coach.dates import Placement
from mtcoach.coach.moves import Moves, shortened
from mtcoach.coach.notes.privacy import MASKS, find, mask
from mtcoach.coach.plans import extras, order
from mtcoach.coach.plans.cells import Row, placed
from mtcoach.coach.plans.cells import row as row_of
from mtcoach.coach.plans.doubting import A_ROLE, DOUBTS, next_doubt
from mtcoach.coach.plans.hollow import hollow, placeholder
from mtcoach.coach.plans.leads import named, oneself, unnamed
from mtcoach.coach.plans.measures import checkable
from mtcoach.coach.plans.memory import Memory
from mtcoach.coach.plans.order import MORE
from mtcoach.transcript.events import EXTRA_FIELDS, PLAN_FIELDS, PlanField, Planned
from mtcoach.transcript.sayings import Position

FIELDS: Final[tuple[PlanField, ...]] = (*PLAN_FIELDS, *EXTRA_FIELDS)
WORTH: Final[tuple[PlanField, ...]] = ("outcome", "baseline", "source")
"""Cells for which a placeholder is met with an example, once."""
LINE: Final = 90
A_SENTENCE: Final = 3
"""Of fewer words it cannot be told that they are something to do."""


def place(moves: Moves, text: str) -> Placement:
    """Where words of time stand in the school's calendar, seen from today."""
    return dates.place(text, moves.today, moves.library.calendar)


def read(moves: Moves, text: str, asked: str) -> Row:
    """What `text` holds of a row, said where the cell `asked` was asked for."""
    return row_of(text, asked, lambda said: place(moves, said))


def nameless(moves: Moves, said: str) -> str | None:
    """`said` with its names masked, where it is a row that can do without them; else None.

    That is one with names and nothing else that is personal, with cells besides the lead,
    and with no name in any of these.
    """
    position = moves.record.position
    kinds = {each.kind for each in find(said)}
    if position.phase != "plan" or kinds != {"name"}:
        return None
    masked = mask(said)
    found = read(moves, masked, position.step).cells
    others = [value for field, value in found.items() if field != "lead"]
    if not others or any(MASKS["name"] in value for value in others):
        return None
    return masked


def take(moves: Moves, position: Position, found: Row) -> Position:
    """Keeps the cells in `found`, and goes to the first doubt about them, or on."""
    given = _content_placed(moves, position, found)
    # A name alone is who leads; in any other cell it says nothing, and that is asked again.
    told = {field: value for field, value in given.cells.items() if _tells(field, value)}
    cells = {field: value for field, value in told.items() if not placeholder(value)}
    if oneself(cells.get("lead", "")) and (role := moves.record.profile.get("role")):
        cells["lead"] = role
    person = named(cells.get("lead", "")) and position.about != "role"
    if person and (kept := unnamed(cells["lead"])) and len(given.cells) > 1:
        moves.say("plan_lead_role", role=kept)
        cells["lead"], person = kept, False
    elif person:
        del cells["lead"]
    if person and len(told["lead"].split()) > A_ROLE:
        given = Row(given.cells, (told["lead"], *given.left), given.others)
    if "nif" in cells:
        cells |= _national(moves, cells)
    keep(moves, position, cells)
    _say_left(moves, given)
    return _onwards(moves, position, cells, told, person=person)


def _content_placed(moves: Moves, position: Position, found: Row) -> Row:
    """`found` with what no cell was asked for put where the row is open still."""
    there = moves.record.plan.get(position.item or "", {})
    several = len(found.cells) > 1
    content = [each for each in found.left if several and not named(each)]
    content = [each for each in content if len(each.split()) >= A_SENTENCE]
    if not content or position.step == MORE:
        return found
    asked = "outcome" if not there.get("outcome") else "actions"
    more, rest = placed(content, asked, {**there, **found.cells})
    kept = [each for each in found.left if each in rest or each not in content]
    return Row({**more, **found.cells}, tuple(kept), found.others)


def _tells(field: PlanField, value: str) -> bool:
    return field == "lead" or value != MASKS["name"]


def _national(moves: Moves, cells: Mapping[PlanField, str]) -> dict[PlanField, str]:
    """The national priority that was named, in the framework's own words."""
    chosen = extras.priority(cells["nif"], nationals(moves))
    return {"nif": chosen} if chosen else {}


def nationals(moves: Moves) -> tuple[str, ...]:
    """The national priorities, as the framework's newest set has them."""
    sets = moves.library.framework.improvement_priorities
    return sets[0].priorities if sets else ()


def _say_left(moves: Moves, found: Row) -> None:
    """Says what was not kept, and why."""
    people = [each for each in found.left if named(each)]
    lost = [each for each in found.left if each not in people]
    if people:
        moves.say("plan_left_person", text=_quoted(people))
    if lost and found.cells:
        moves.say("plan_left_out", text=_quoted(lost))
    if found.others:
        moves.say("plan_left_rows")


def _quoted(parts: Sequence[str]) -> str:
    return shortened("; ".join(parts), LINE)


def _onwards(
    moves: Moves,
    position: Position,
    cells: Mapping[PlanField, str],
    told: Mapping[PlanField, str],
    *,
    person: bool,
) -> Position:
    """To the next doubt about the row; with none, to what is open."""
    item = position.item or ""
    here = position.step
    row = moves.record.plan.get(item, {})
    if here == "target" and "target" in cells and not checkable(cells["target"]):
        if position.about == "vague":
            return position.model_copy(update={"about": "again"})
        if position.about == "again":
            moves.say("plan_vague_kept")
    memory = Memory.of(position)
    answered = position.about in DOUBTS
    fresh = {field for field in cells if not (answered and field == here and field != "by")}
    if position.about in ("past", "beyond", "unclear") and _why(moves, cells) != "several":
        fresh -= {"by"}  # asked once: then the words stand
    elif position.about == "unclear":
        position = position.model_copy(update={"asked": _undone(memory).bits})
    if following := next_doubt(
        row, fresh, position, lambda said: place(moves, said), nameless=person
    ):
        return following
    if position.about == "hollow" and here in cells and hollow(_field(here), cells[_field(here)]):
        moves.say("plan_hollow_kept")
    empty = here in WORTH and here in told and here not in cells and here not in memory.done
    if empty:
        doubted = Memory(memory.done | {_field(here)}, memory.waiting, memory.origin)
        return position.model_copy(update={"about": "hollow", "asked": doubted.bits})
    if here in PLAN_FIELDS and not row.get(_field(here)) and here not in told:
        return position.model_copy(update={"about": ""})  # it held other cells; this is open still
    return order.after(moves.record, position)


def _why(moves: Moves, cells: Mapping[PlanField, str]) -> str:
    return place(moves, cells.get("by", "")).why


def _undone(memory: Memory) -> Memory:
    return Memory(memory.done - {"by"}, memory.waiting, memory.origin)


def _field(step: str) -> PlanField:
    return next(field for field in FIELDS if field == step)


def keep(moves: Moves, position: Position, cells: Mapping[PlanField, str]) -> None:
    """Writes the cells down, says back what was not asked for, and which day a date means."""
    item = position.item or ""
    names = moves.wording.block("plan_fields")
    said_terms = any(moves.record.days.values())
    beside = [field for field in FIELDS if field in cells and field != position.step]
    if beside:
        shown = [field for field in FIELDS if field in cells] if len(beside) > 1 else beside
        lines = [f"{names[field]}: {shortened(cells[field])}" for field in shown]
        moves.listing("plan_taken", lines)
    for field, value in cells.items():
        where = place(moves, value) if field in ("by", "review") else Placement("unclear")
        kept = where.why == "placed" or (where.why == "past" and position.about == "past")
        on = where.day if kept else None
        moves.decide(Planned(item=item, field=field, value=" ".join(value.split()), on=on))
        if on:
            moves.say("plan_date", len(value), text=shortened(value), day=dates.spoken(on))
            if where.reckoned and moves.library.calendar.example and not said_terms:
                moves.say("plan_terms")
                said_terms = True
