"""Last year: what was planned then, asked about before this year's questions begin."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import dates, path
from mtcoach.coach.held import items_closed
from mtcoach.coach.moves import Moves, numbered, shortened
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
    moves.say("lookback", when=f"{moves.earlier.day:%B %Y}", count=len(items))
    return Position(phase="followup", item=items[0])


def ask(moves: Moves, position: Position) -> list[Choice]:
    """What was meant to be done about an item, and what became of it."""
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
        when=f"{moves.earlier.day:%B}" if moves.earlier else "",
    )
    labels = moves.wording.every("followup_choices")
    return numbered(labels, [*labels[:-1], "skip"])


def _due(moves: Moves, item: str, said: str) -> str:
    """By when it was meant, in the words of then, and the day if one was kept."""
    by = re.sub(r"^by (?:the )?", "", said, flags=re.IGNORECASE)
    days = moves.earlier.record.days.get(item, {}) if moves.earlier else {}
    day = f" ({dates.spoken(days['by'])})" if "by" in days else ""
    return moves.wording.say("lookback_by", by=by, day=day)


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Keeps what became of it; in so many words it is evidence for this year as well."""
    item = position.item or ""
    value = " ".join(text.split())
    moves.decide(FollowedUp(item=item, text=value))
    if len(value.split()) >= A_NOTE:
        moves.decide(Noted(item=item, text=value))
        moves.say("followup_noted", items_closed(moves.record))
    return after(moves, position)


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
