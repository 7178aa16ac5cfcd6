"""What is made of a reply to the plan, a row for each priority.

A row may come in one message, and each doubt (a target that nobody could check, a date that
cannot be placed, a name for a lead) is put once or twice; then the leader's words stand.
"""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import dates
from mtcoach.coach.moves import Moves, shortened
from mtcoach.coach.plans import extras, order, taking
from mtcoach.coach.plans.asking import field_of
from mtcoach.coach.plans.cells import Row
from mtcoach.coach.plans.doubting import DOUBTS
from mtcoach.coach.plans.hollow import placeholder
from mtcoach.coach.plans.order import MORE
from mtcoach.coach.replies.understanding import read
from mtcoach.transcript.events import Planned
from mtcoach.transcript.sayings import Position

UNSURE_WORDS: Final = 5
"""Up to so many words, "no idea yet" leaves a cell open; more words are its content."""
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
    if moves.record.plan.get(position.item or "", {}).get(field_of(position.step)):
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
    elif position.about == "hollow" and row.get(field_of(position.step)):
        moves.say("plan_hollow_kept")
    return order.after(moves.record, position)
