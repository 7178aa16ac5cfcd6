"""What comes next on an item: the next thing worth asking, or its end.

Everything that is heard on an item ends here; what is worth asking stands in `course`.
"""

from __future__ import annotations

from mtcoach.coach import path
from mtcoach.coach.items import doubts
from mtcoach.coach.items.course import TERSE_AFTER, Course, bare_run, due
from mtcoach.coach.items.held import say_recorded
from mtcoach.coach.moves import Moves
from mtcoach.coach.notes.evidence import judge
from mtcoach.coach.notes.proportions import mismatch
from mtcoach.questions.models import Item
from mtcoach.transcript.record import Answer
from mtcoach.transcript.sayings import Position


def advance(moves: Moves, item: Item, after: str, position: Position | None = None) -> Position:
    """The next thing worth asking about this item after a stage; else the item is closed.

    `position` is the one that was heard, where it was on this item.
    """
    following = due(course_of(moves, item, after, position))
    return following or _closed(moves, item)


def terse(moves: Moves, item: Item) -> bool:
    """Whether the coach takes colours as they come, and asks for no more."""
    return bare_run(moves.record, item.id) >= TERSE_AFTER


def course_of(moves: Moves, item: Item, after: str, position: Position | None = None) -> Course:
    """The item in mid-exchange, `after` a stage."""
    answer = moves.record.answer(item.id)
    found = judge(answer.evidence) if answer.notes else None
    return Course(
        answer=answer,
        found=found,
        after=after,
        asked=position.asked if position else 0,
        tried=position.about if position and position.step == "probe" else "",
        terse=terse(moves, item),
        quick=moves.record.route == "quick",
        misfit=mismatch(answer.evidence, moves.library.framework.proportions) is not None,
        absolute=doubts.absolute(answer.evidence, found) if found else "",
        pasted=doubts.pasted(moves.record, item.id),
        counted=doubts.counted(answer.evidence),
        unhelped=doubts.unhelped(moves.record),
        settled=doubts.stood_by(moves.record) >= doubts.STOOD_BY,
    )


def resumed(moves: Moves, position: Position) -> Position:
    """Where an item that was left in mid-exchange goes on: its colour is not asked again."""
    answer = moves.record.answer(position.item or "")
    if position.step != "rate" or position.about or answer.rating is None or answer.closed:
        return position
    return advance(moves, moves.library.items[answer.item], "rate")


def _closed(moves: Moves, item: Item) -> Position:
    say_recorded(moves, item)
    moves.close(item.id, "answered")
    if bare_run(moves.record) == TERSE_AFTER and not moves.record.answer(item.id).notes:
        moves.say("terse")
    return path.onwards(moves.record, moves.library, item.id)


def at(item: Item, step: str, asked: int = 0, about: str = "") -> Position:
    return Position(phase="items", item=item.id, step=step, asked=asked, about=about)


def raised(moves: Moves, before: Answer) -> Position | None:
    """The question that a change of colour raises about words that stayed, if it raises one.

    Only a green is doubted: what was asked about a lower colour was asked when it was given.
    """
    now = moves.record.answer(before.item)
    if before.rating is None or not before.rating != now.rating == "green":
        return None
    return due(course_of(moves, moves.library.items[before.item], "probe"))
