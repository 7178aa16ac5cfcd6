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
from mtcoach.coach.plans import extras, order, taking
from mtcoach.coach.plans.cells import Row, dates_of
from mtcoach.coach.plans.doubting import DOUBTS
from mtcoach.coach.plans.hollow import placeholder
from mtcoach.coach.plans.order import MORE, NEW
from mtcoach.coach.replies.understanding import read
from mtcoach.questions.models import Item, NextStep
from mtcoach.transcript.events import PlanField, Planned
from mtcoach.transcript.sayings import Choice, Position

UNSURE_WORDS: Final = 5
"""Up to so many words, "no idea yet" leaves a cell open; more words are its content."""
CHIP: Final = 56
"""So many letters of a national priority fit on a quick reply of one line."""
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
_EITHER: Final = re.compile(r"\bor\b|/|\?|\bmaybe\b", re.IGNORECASE)
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
    field = _field(position.step)
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


# --- hearing ------------------------------------------------------------------------


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Keeps what a reply holds of the row, and goes to what is open or in doubt."""
    if position.about in DOUBTS and _LEAVE.match(text):
        return _left(moves, position)
    if position.about == "several" and (chosen := _chosen(moves, position, text)):
        return chosen
    if _ASSENT.match(text) and position.step != MORE:
        return _left_open(moves, position)
    if _DECLINED.match(text) and position.step != MORE:
        return order.after(moves.record, position)
    if meant := _date_meant(moves, position, text):
        if position.step == "by":
            return taking.take(moves, position, Row({"by": meant}))
        taking.keep(moves, position, {"by": meant})
        return position.model_copy(update={"about": ""})
    unsure = read(text, step="evidence").intent == "unsure" and not placeholder(text)
    unsure = unsure and len(text.split()) <= UNSURE_WORDS
    if position.step == MORE:
        return _hear_more(moves, position, "nothing" if unsure else text)
    if unsure:
        return order.after(moves.record, position)
    return taking.take(moves, position, taking.read(moves, text, position.step))


def content(moves: Moves, text: str) -> bool:
    """Whether a reply is content whatever command it sounds like.

    It names a time, "before the October break", or holds several cells of a row.
    """
    if _COMMAND.match(text):
        return False
    position = moves.record.position
    timed = taking.place(moves, text).why != "unclear"
    return timed or len(taking.read(moves, text, position.step).cells) > 1


def _hear_more(moves: Moves, position: Position, text: str) -> Position:
    topic = moves.library.items[position.item or ""].topic
    if _NOTHING.match(text) or _LEAVE.match(text):
        moves.say("plan_row_done", topic=topic)
        return order.next_row(moves.record, position)
    found = taking.read(moves, text, MORE)
    cells = dict(found.cells)
    row = moves.record.plan.get(position.item or "", {})
    if "by" in cells and row.get("by"):
        cells["review"] = cells.pop("by")  # when it is done is known: this is when it is looked at
    left = text
    for value in cells.values():
        left = left.replace(value, " ")
    spare = found.left
    if national := extras.priority(cells.get("nif", left), taking.nationals(moves)):
        cells["nif"] = national
        spare = tuple(each for each in spare if not extras.priority(each, (national,)))
    if not cells and position.about != "lost":
        return position.model_copy(update={"about": "lost"})
    if not cells:
        moves.say("plan_more_left")
    following = taking.take(moves, position, Row(cells, spare, found.others))
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
    where = taking.place(moves, said)
    return said if where.alone and where.why == "placed" else ""


def _chosen(moves: Moves, position: Position, text: str) -> Position | None:
    """Which of several dates was meant; the words stay, unless they were a choice of dates."""
    where = taking.place(moves, text)
    there = moves.record.plan.get(position.item or "", {}).get("by", "")
    if not where.alone or where.why != "placed" or where.day is None:
        # "Both", "whichever": no answer to it, and nothing to put in place of the dates.
        cells = taking.read(moves, text, position.step).cells
        return None if len(cells) > 1 or where.why != "unclear" else _left(moves, position)
    if _EITHER.search(there):
        return taking.take(moves, position, Row({"by": text.strip()}))
    moves.decide(Planned(item=position.item or "", field="by", value=there, on=where.day))
    moves.say("plan_date", text=shortened(there), day=dates.spoken(where.day))
    return taking.take(moves, position, Row({}))


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
    """The words stand as they are, and nothing more of this row is doubted."""
    row = moves.record.plan.get(position.item or "", {})
    if position.about in ("vague", "again"):
        moves.say("plan_vague_kept")
    elif position.about == "several":
        moves.say("plan_several_kept")
    elif position.about == "hollow" and row.get(_field(position.step)):
        moves.say("plan_hollow_kept")
    return order.after(moves.record, position)


def _field(step: str) -> PlanField:
    return next(field for field in taking.FIELDS if field == step)
