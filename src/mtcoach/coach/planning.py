"""The plan, a row for each priority: what is asked for a cell, and what is made of a reply.

Nothing is asked that was said already, a row may come in one message, and each doubt (a
target that nobody could check, a date that cannot be placed, a name for a lead) is put
kindly, once or twice; then the leader's words stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mtcoach.coach import dates
from mtcoach.coach.dates import Placement
from mtcoach.coach.moves import Moves, numbered, shortened
from mtcoach.coach.notes.privacy import MASKS
from mtcoach.coach.plans import extras, order
from mtcoach.coach.plans.cells import cells
from mtcoach.coach.plans.leads import named, oneself, roles
from mtcoach.coach.plans.measures import checkable
from mtcoach.coach.plans.order import MORE, NEW
from mtcoach.coach.replies.understanding import read
from mtcoach.questions.models import Item, NextStep
from mtcoach.transcript.events import EXTRA_FIELDS, PLAN_FIELDS, PlanField, Planned
from mtcoach.transcript.sayings import Choice, Position

FIELDS: Final[tuple[PlanField, ...]] = (*PLAN_FIELDS, *EXTRA_FIELDS)
UNSURE_WORDS: Final = 5
"""Up to so many words, "no idea yet" leaves a cell open; more words are its content."""
A_ROLE: Final = 3
"""So many words may be a role that no list has; more, without one, say what is done."""
CHIP: Final = 56
"""So many letters of a national priority fit on a quick reply of one line."""
DOUBTS: Final = ("vague", "again", "role", "whose", "past", "beyond", "unclear")
"""What a position may be about when a cell was given and one thing is asked of it."""

_LEAVE: Final = re.compile(
    r"^\W*(?:(?:just )?(?:leave|keep)(?: it| that)?(?: as it is| like that| so)?|as it is|"
    r"that'?s (?:fine|it|all|enough)(?: i have)?|it'?s fine|fine|no|nope|ok(?:ay)?|same)\W*$",
    re.IGNORECASE,
)
_ASSENT: Final = re.compile(
    r"^\W*(?:ok(?:ay)?|yes|yep|yeah|aye|sure|fine|right|good|alright|red|amber|green|👍)\W*$", re.I
)
"""What fills no cell of a plan, though it is a reply."""
_DECLINED: Final = re.compile(
    r"^\W*(?:no|nope|naw|nah)?\W*(?:thanks?|thank you|ta|nothing to add|not now|nae thanks)\W*$",
    re.I,
)
_NOTHING: Final = re.compile(
    r"^\W*(?:no|none|nope|naw?|nothing|nowt)?(?: ?(?:to add|thanks?|thank you|more|else|"
    r"that'?s all|that'?s it|all done|done|nothing))*\W*$",
    re.IGNORECASE,
)
_COMMAND: Final = re.compile(
    r"^\W*(?:please )?(?:pause|stop|save|quit|exit|skip|back|go back|review|help|change)\b", re.I
)
_MEANT: Final = re.compile(
    r"^(?:no|nah|naw|actually|sorry|wait|make (?:that|it)|i meant?|it should be)\b[,.:! –-]*"
    r"(?:(?:make it|i meant?|it'?s|by) )*(?P<rest>.+)$",
    re.IGNORECASE,
)


_UNTIL: Final = re.compile(r"^(?:by|before|afore|until|within|end of|the end of)\b", re.IGNORECASE)


# --- asking -------------------------------------------------------------------------


def ask(moves: Moves, position: Position) -> list[Choice]:
    """Asks for a cell, or one thing about the cell that was just given."""
    wording = moves.wording
    item = moves.library.items[position.item or ""]
    row = moves.record.plan.get(item.id, {})
    if position.about == NEW:
        _begin(moves, item)
    if position.step == MORE:
        return _ask_more(moves, position, row)
    field = _field(position.step)
    if position.about in DOUBTS:
        moves.line(_doubt(moves, item, position, row))
    else:
        moves.line(wording.block("ask_plan")[field])
        if row.get(field):
            moves.say("plan_so_far", text=shortened(row[field]))
    last = "choice_leave" if row.get(field) else "choice_later"
    later = Choice(key="s", label=wording.say(last), says="skip")
    return [*_suggestions(moves, item, field), later]


def _begin(moves: Moves, item: Item) -> None:
    priorities = moves.record.priorities
    number = priorities.index(item.id) + 1 if item.id in priorities else 1
    total = max(len(priorities), 1)
    moves.line(moves.wording.say("plan_title", number=number, total=total, topic=item.topic))


def _doubt(moves: Moves, item: Item, position: Position, row: Mapping[PlanField, str]) -> str:
    """The question about a cell as it stands."""
    text = shortened(row.get(_field(position.step), ""))
    day = dates.spoken(_place(moves, text).day or moves.today) if position.about == "past" else ""
    example = next(iter(_steps(moves, item)), None)
    return moves.wording.say(
        f"plan_doubts.{position.about}",
        text=text,
        day=day,
        example=example.know.rstrip(".") if example else "",
    )


def _ask_more(moves: Moves, position: Position, row: Mapping[PlanField, str]) -> list[Choice]:
    """Says the row back and asks, in one question, for all that it may have besides."""
    wording = moves.wording
    names = wording.block("plan_fields")
    if position.about == "lost":
        moves.say("plan_more_lost")
    else:
        lines = [f"{names[field]}: {shortened(row[field])}" for field in FIELDS if row.get(field)]
        if lines:
            moves.listing("plan_row_title", lines)
        moves.say("ask_plan_more", moves.record.priorities.index(position.item or ""))
    labels = [
        wording.say("choice_national", number=number, text=shortened(text, CHIP))
        for number, text in enumerate(_national(moves), 1)
    ]
    chips = numbered(labels, [f"NIF {number}" for number, _ in enumerate(labels, 1)])
    return [*chips, Choice(key="s", label=wording.say("choice_no_more"), says="nothing to add")]


def _national(moves: Moves) -> tuple[str, ...]:
    """The national priorities, as the framework's newest set has them."""
    sets = moves.library.framework.improvement_priorities
    return sets[0].priorities if sets else ()


def _suggestions(moves: Moves, item: Item, field: PlanField) -> list[Choice]:
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
        case _:
            return []


def _days(moves: Moves) -> list[Choice]:
    """The usual dates with the days that they mean, each day once and in order."""
    found: dict[str, Placement] = {
        said: _place(moves, said) for said in moves.wording.every("by_choices")
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


# --- hearing ------------------------------------------------------------------------


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Keeps what a reply holds of the row, and goes to what is open or in doubt."""
    if position.about in DOUBTS and _LEAVE.match(text):
        return _left(moves, position)
    if _ASSENT.match(text) and position.step != MORE:
        return _left_open(moves, position)
    if _DECLINED.match(text) and position.step != MORE:
        return order.after(moves.record, position)
    if meant := _date_meant(moves, position, text):
        if position.step == "by":
            return _taken(moves, position, {"by": meant})
        _keep(moves, position, {"by": meant})
        return position.model_copy(update={"about": ""})
    unsure = read(text, step="evidence").intent == "unsure"
    unsure = unsure and len(text.split()) <= UNSURE_WORDS
    if position.step == MORE:
        return _hear_more(moves, position, "nothing" if unsure else text)
    if unsure:
        return order.after(moves.record, position)
    found = cells(text, position.step, lambda said: _place(moves, said))
    return _taken(moves, position, found)


def dated(moves: Moves, text: str) -> bool:
    """Whether a reply names a time, and so is content: "by the October break"."""
    return not _COMMAND.match(text) and _place(moves, text).why != "unclear"


def _hear_more(moves: Moves, position: Position, text: str) -> Position:
    topic = moves.library.items[position.item or ""].topic
    if _NOTHING.match(text) or _LEAVE.match(text):
        moves.say("plan_row_done", topic=topic)
        return order.next_row(moves.record, position)
    found = cells(text, MORE, lambda said: _place(moves, said))
    row = moves.record.plan.get(position.item or "", {})
    if "by" in found and row.get("by"):
        found["review"] = found.pop("by")  # when it is done is known: this is when it is looked at
    left = text
    for value in found.values():
        left = left.replace(value, " ")
    if national := extras.priority(found.get("nif", left), _national(moves)):
        found["nif"] = national
    if not found and position.about != "lost":
        return position.model_copy(update={"about": "lost"})
    if not found:
        moves.say("plan_more_left")
    following = _taken(moves, position, found)
    if following.item != position.item:
        moves.say("plan_row_done", topic=topic)
    return following


def _date_meant(moves: Moves, position: Position, text: str) -> str:
    """The date that a reply puts right: "no, 26 March", said to the one that was said back."""
    match = _MEANT.match(text.strip())
    item = position.item or ""
    confirmed = "by" in moves.record.days.get(item, {})
    said = ""
    if match and (confirmed or position.step == "by"):
        said = match["rest"]
    elif position.step == "baseline" and not confirmed and _UNTIL.match(text.strip()):
        said = text.strip()  # "before Easter, then": a second thought on a date that had no day
    place = _place(moves, said)
    return said if place.alone and place.why == "placed" else ""


def _left_open(moves: Moves, position: Position) -> Position:
    """A cell that a bare "ok" does not fill stays open; after two in a row the plan is left."""
    if moves.record.plan.get(position.item or "", {}).get(_field(position.step)):
        return order.after(moves.record, position)
    said = moves.wording.say("plan_left_open")
    if moves.just_said(said):
        moves.say("plan_left")
        return Position(phase="overall")
    moves.line(said)
    return order.after(moves.record, position)


def _left(moves: Moves, position: Position) -> Position:
    """The words stand as they are."""
    if position.about in ("vague", "again"):
        moves.say("plan_vague_kept")
    return order.after(moves.record, position)


def _taken(moves: Moves, position: Position, found: Mapping[PlanField, str]) -> Position:
    """Keeps the cells in `found`, and goes to the first doubt about them, or on."""
    # A name alone is who leads; in any other cell it says nothing, and that is asked again.
    cells = {field: value for field, value in found.items() if _tells(field, value)}
    if oneself(cells.get("lead", "")) and (role := moves.record.profile.get("role")):
        cells["lead"] = role
    person = named(cells.get("lead", "")) and position.about != "role"
    if person:
        del cells["lead"]
    _keep(moves, position, cells)
    if person:
        return position.model_copy(update={"step": "lead", "about": "role"})
    lead = cells.get("lead", "")
    if len(lead.split()) > A_ROLE and not roles(lead) and position.about not in ("role", "whose"):
        return position.model_copy(update={"step": "lead", "about": "whose"})
    if "by" in cells and position.about not in ("past", "beyond", "unclear"):
        why = _place(moves, cells["by"]).why
        if why != "placed":
            return position.model_copy(update={"step": "by", "about": why})
    if "target" in cells and not checkable(cells["target"]):
        if position.about != "again":
            doubt = "again" if position.about == "vague" else "vague"
            return position.model_copy(update={"step": "target", "about": doubt})
        moves.say("plan_vague_kept")
    row = moves.record.plan.get(position.item or "", {})
    if position.step in PLAN_FIELDS and not row.get(_field(position.step)):
        return position.model_copy(update={"about": ""})  # it held other cells; this is open still
    return order.after(moves.record, position)


def _tells(field: PlanField, value: str) -> bool:
    return field == "lead" or value != MASKS["name"]


def _keep(moves: Moves, position: Position, cells: Mapping[PlanField, str]) -> None:
    """Writes the cells down, says back what was not asked for, and which day a date means."""
    item = position.item or ""
    names = moves.wording.block("plan_fields")
    said_terms = any(moves.record.days.values())
    beside = [field for field in FIELDS if field in cells and field != position.step]
    if beside:
        lines = [f"{names[field]}: {shortened(cells[field])}" for field in beside]
        moves.listing("plan_taken", lines)
    for field, value in cells.items():
        place = _place(moves, value) if field in ("by", "review") else Placement("unclear")
        kept = place.why == "placed" or (place.why == "past" and position.about == "past")
        on = place.day if kept else None
        moves.decide(Planned(item=item, field=field, value=" ".join(value.split()), on=on))
        if on:
            moves.say("plan_date", len(value), text=shortened(value), day=dates.spoken(on))
            if place.reckoned and moves.library.calendar.example and not said_terms:
                moves.say("plan_terms")
                said_terms = True


def _place(moves: Moves, text: str) -> Placement:
    """Where words of time stand in the school's calendar, seen from today."""
    return dates.place(text, moves.today, moves.library.calendar)


def _field(step: str) -> PlanField:
    return next(field for field in FIELDS if field == step)
