"""Last year: what was planned then, asked about before this year's questions begin; and what
was said then about any of them, whenever that is asked.
"""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import dates, path
from mtcoach.coach.items.held import items_closed, state_of
from mtcoach.coach.moves import Moves, numbered, shortened
from mtcoach.questions.models import Item
from mtcoach.transcript.events import FollowedUp, LookedBack, Noted
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Choice, Position

A_NOTE: Final = 4
"""From so many words on, what became of a plan is evidence and not just a yes or no."""


def planned(record: Record) -> tuple[str, ...]:
    """The items of an earlier evaluation that had something planned for them."""
    return tuple(item for item in record.priorities if record.plan.get(item, {}).get("actions"))


def first(moves: Moves) -> Position | None:
    """Where the look back begins, if there is an earlier evaluation with a plan."""
    if moves.earlier is None or moves.record.followed or moves.record.earlier:
        return None
    items = [item for item in planned(moves.earlier.record) if item in moves.library.items]
    if moves.earlier.record.bank != moves.record.bank or not items:
        return None
    moves.decide(LookedBack(file=moves.earlier.file, day=moves.earlier.day))
    moves.say("lookback", when=month(moves), count=len(items))
    return Position(phase="followup", item=items[0])


def ask(moves: Moves, position: Position) -> list[Choice]:
    """What was meant to be done about an item, and what became of it; or what shows that."""
    wording = moves.wording
    if position.about:
        moves.say(f"ask_followup_more.{position.about}", len(moves.record.followed) - 1)
        return numbered([wording.say("choice_no_note")], ["skip"])
    item = moves.library.items[position.item or ""]
    earlier = moves.earlier.record if moves.earlier else Record()
    row = earlier.plan.get(item.id, {})
    by = _due(moves, item.id, row.get("by", "")) if row.get("by") else ""
    moves.say(
        "ask_followup",
        len(moves.record.followed),
        topic=item.topic,
        actions=shortened(row.get("actions", ""), 160),
        by=by,
        aim=wording.say("lookback_aim", aim=shortened(row["target"])) if row.get("target") else "",
        when=f"{moves.earlier.day:%B}" if moves.earlier else "",
    )
    labels = wording.block("followup_choices")
    return numbered(list(labels.values()), [*list(labels.values())[:-1], "skip"])


def _due(moves: Moves, item: str, said: str) -> str:
    """By when it was meant, in the words of then, and the day if one was kept."""
    by = re.sub(r"^by (?:the )?", "", said, flags=re.IGNORECASE)
    days = moves.earlier.record.days.get(item, {}) if moves.earlier else {}
    day = f" ({dates.spoken(days['by'])})" if "by" in days else ""
    return moves.wording.say("lookback_by", by=by, day=day)


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Keeps what became of it; in so many words it is evidence for this year as well.

    A quick reply alone is asked about once: what shows it, what is left, what got in the way.
    """
    item = position.item or ""
    value = " ".join(text.split())
    said = {label.lower(): name for name, label in _outcomes(moves).items()}
    outcome = said.get(value.lower())
    if outcome and not position.about:
        moves.decide(FollowedUp(item=item, text=value))
        return position.model_copy(update={"about": outcome})
    before = _outcomes(moves).get(position.about)
    moves.decide(FollowedUp(item=item, text=f"{before}: {value}" if before else value))
    if len(value.split()) >= A_NOTE:
        moves.decide(Noted(item=item, text=value))
        moves.say("followup_noted", items_closed(moves.record))
    return after(moves, position)


def _outcomes(moves: Moves) -> dict[str, str]:
    """What can have become of a plan, by name, without leaving it for now."""
    labels = dict(moves.wording.block("followup_choices"))
    del labels["later"]
    return labels


def after(moves: Moves, position: Position) -> Position:
    """The next thing that was planned, or the first question."""
    items = [
        item
        for item in (planned(moves.earlier.record) if moves.earlier else ())
        if item in moves.library.items
    ]
    later = items[items.index(position.item) + 1 :] if position.item in items else []
    if later:
        return Position(phase="followup", item=later[0])
    return path.onwards(moves.record, moves.library)


def say_last_time(moves: Moves, item: Item) -> None:
    """What stood here the last time, in a line, where anything did."""
    if moves.earlier and stood(moves.earlier.record, item):
        state = state_of(moves, moves.earlier.record.answer(item.id))
        moves.say("last_time", when=month(moves), state=state)


def tell_last_time(moves: Moves, item: Item | None) -> None:
    """All that was said about `item` the last time, and what was planned and done."""
    wording = moves.wording
    if moves.earlier is None:
        moves.say("last_time_none")
        return
    record = moves.earlier.record
    if item is None or not stood(record, item):
        moves.say("last_time_nothing", when=month(moves))
        return
    answer = record.answer(item.id)
    state = state_of(moves, answer).split(",")[0]
    row = record.plan.get(item.id, {})
    followed = moves.record.followed.get(item.id)
    lines = [
        wording.say("said_item", topic=item.topic, rating=state),
        *(wording.say("said_note", text=note.text) for note in answer.notes),
        *(wording.say("said_step", text=step.text) for step in answer.steps),
        *([wording.say("said_plan", text=row["actions"])] if row.get("actions") else []),
        *([wording.say("said_aim", text=row["target"])] if row.get("target") else []),
        *([wording.say("said_followed", text=followed.text)] if followed else []),
    ]
    moves.listing("last_time_title", lines, when=month(moves))


def stood(record: Record, item: Item) -> bool:
    """Whether anything was said about `item` in `record`."""
    answer = record.answer(item.id)
    return bool(answer.rating or answer.notes or answer.steps)


def month(moves: Moves) -> str:
    """The month of the earlier evaluation, as "November 2025"; nothing where there is none."""
    return f"{moves.earlier.day:%B %Y}" if moves.earlier else ""
