"""What is asked for a cell of the plan, with suggestions; and each doubt about it, put kindly.

Nothing is asked that was said already.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mtcoach.coach import dates
from mtcoach.coach.dates import Placement
from mtcoach.coach.moves import Moves, numbered, shortened
from mtcoach.coach.plans import taking
from mtcoach.coach.plans.cells import dates_of
from mtcoach.coach.plans.doubting import DOUBTS
from mtcoach.coach.plans.order import MORE, NEW
from mtcoach.questions.models import Item, NextStep
from mtcoach.transcript.events import PlanField
from mtcoach.transcript.sayings import Choice, Position

CHIP: Final = 56
"""So many letters of a national priority fit on a quick reply of one line."""


def ask(moves: Moves, position: Position) -> list[Choice]:
    """Asks for a cell, or one thing about the cell that was just given."""
    wording = moves.wording
    item = moves.library.items[position.item or ""]
    row = moves.record.plan.get(item.id, {})
    if position.about == NEW:
        _begin(moves, item)
    if position.step == MORE:
        return _ask_more(moves, position, row)
    field = field_of(position.step)
    if position.about in DOUBTS:
        moves.line(_doubt(moves, item, position, row))
    else:
        moves.line(wording.block("ask_plan")[field])
        if row.get(field):
            moves.say("plan_so_far", text=shortened(row[field]))
    last = "choice_leave" if row.get(field) else "choice_later"
    if position.about == "several":
        return [
            *_either(moves, row),
            Choice(key="s", label=wording.say("choice_leave"), says="skip"),
        ]
    later = Choice(key="s", label=wording.say(last), says="skip")
    return [*_suggestions(moves, item, field, doubted=position.about == "hollow"), later]


def _begin(moves: Moves, item: Item) -> None:
    priorities = moves.record.priorities
    number = priorities.index(item.id) + 1 if item.id in priorities else 1
    total = max(len(priorities), 1)
    moves.line(moves.wording.say("plan_title", number=number, total=total, topic=item.topic))


def _doubt(moves: Moves, item: Item, position: Position, row: Mapping[PlanField, str]) -> str:
    """The question about a cell as it stands."""
    field = field_of(position.step)
    text = shortened(row.get(field, ""))
    if position.about == "hollow":
        kind = "plan_hollow" if text else "plan_open"
        return moves.wording.say(f"{kind}.{field}", text=text, example=_example(moves, item, field))
    day = taking.place(moves, text).day if position.about == "past" else None
    return moves.wording.say(
        f"plan_doubts.{position.about}",
        text=text,
        day=dates.spoken(day or moves.today),
        example=_example(moves, item, "target"),
    )


def _example(moves: Moves, item: Item, field: PlanField) -> str:
    """A worked alternative for a cell of this item, from the bank."""
    step = next(iter(_steps(moves, item)), None)
    match field:
        case "baseline":
            return item.probes.quantity
        case "outcome":
            return step.changes.rstrip(".") if step else ""
        case "source":
            return _sources(item)[0]
        case _:
            return step.know.rstrip(".") if step else ""


def _sources(item: Item) -> list[str]:
    """Where evidence on the item is found, without what is asked of it."""
    return [each.partition(":")[0].rstrip(".?") for each in item.evidence]


def _ask_more(moves: Moves, position: Position, row: Mapping[PlanField, str]) -> list[Choice]:
    """Says the row back and asks, in one question, for all that it may have besides."""
    wording = moves.wording
    names = wording.block("plan_fields")
    if position.about == "lost":
        moves.say("plan_more_lost")
    else:
        lines = [
            f"{names[field]}: {shortened(row[field])}" for field in taking.FIELDS if row.get(field)
        ]
        if lines:
            moves.listing("plan_row_title", lines)
        moves.say("ask_plan_more", moves.record.priorities.index(position.item or ""))
    labels = [
        wording.say("choice_national", number=number, text=shortened(text, CHIP))
        for number, text in enumerate(taking.nationals(moves), 1)
    ]
    chips = numbered(labels, [f"NIF {number}" for number, _ in enumerate(labels, 1)])
    return [*chips, Choice(key="s", label=wording.say("choice_no_more"), says="nothing to add")]


def _suggestions(
    moves: Moves, item: Item, field: PlanField, *, doubted: bool = False
) -> list[Choice]:
    steps = _steps(moves, item)
    match field:
        case "outcome":
            return numbered([step.changes for step in steps][:2])
        case "actions":
            own = [step.text for step in moves.record.answer(item.id).steps]
            return numbered(list(dict.fromkeys([*own, *(step.do for step in steps)]))[:3])
        case "lead":
            return numbered(list(moves.wording.every("lead_choices")))
        case "by":
            return _days(moves)
        case "target":
            return numbered([step.know for step in steps][:2])
        case "source":
            return numbered(_sources(item)[:2]) if doubted else []
        case _:
            return []


def _either(moves: Moves, row: Mapping[PlanField, str]) -> list[Choice]:
    """The dates that a cell names, each with its day."""
    said = dates_of(row.get("by", ""), lambda text: taking.place(moves, text))
    days = [(part, taking.place(moves, part).day) for part in said]
    labels = [f"{part} ({dates.spoken(day)})" for part, day in days if day]
    return numbered(labels, said)


def _days(moves: Moves) -> list[Choice]:
    """The usual dates with the days that they mean, each day once and in order."""
    found: dict[str, Placement] = {
        said: taking.place(moves, said) for said in moves.wording.every("by_choices")
    }
    days = {place.day: said for said, place in found.items() if place.why == "placed"}
    if not days:
        return numbered(list(found))
    ordered = sorted((day, said) for day, said in days.items() if day)
    labels = [f"{said} ({dates.spoken(day)})" for day, said in ordered]
    return numbered(labels, [said for _, said in ordered])


def _steps(moves: Moves, item: Item) -> list[NextStep]:
    """The bank's steps for the item's rating, the one that was taken first."""
    answer = moves.record.answer(item.id)
    taken = {step.text for step in answer.steps}
    steps = item.next_steps.at(answer.rating or "amber")
    return sorted(steps, key=lambda step: step.do not in taken)


def field_of(step: str) -> PlanField:
    """The cell that a step of the plan asks for."""
    return next(field for field in taking.FIELDS if field == step)
