"""The end of an evaluation: all is saved, and what can be done now."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import opening
from mtcoach.coach.asides import anytime
from mtcoach.coach.moves import Moves, numbered
from mtcoach.coach.reading import Reading
from mtcoach.transcript.events import Finished
from mtcoach.transcript.sayings import Choice, Position

_ENOUGH: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|yes|yep|aye|right|good|great|fine|lovely|super|brilliant|grand|no|nope|naw|"
    r"thanks?|thank|you|ta|cheers|very|much|that'?s|all|it|done|perfect|red|amber|green)\W*)+$",
    re.IGNORECASE,
)


def ask_done(moves: Moves, position: Position) -> list[Choice]:
    """Says that all is saved, and what can be done now."""
    if not moves.record.finished:
        moves.decide(Finished())
    moves.say("done")
    wording = moves.wording
    keys = ("choice_report", "choice_review", "choice_more", "choice_stop")
    return numbered(
        [wording.say(key) for key in keys], ["report", "review", "something else", "pause"]
    )


def hear_done(moves: Moves, position: Position, text: str) -> Position | None:
    """Goes on to another route, or stays."""
    if re.search(r"\b(something else|another|more|other|deeper|again)\b", text.lower()):
        return Position(phase="route")
    offered = opening.routes(moves)
    if any(text.strip().lower() == label.lower() for _, label in offered):
        return opening.hear_route(moves, Position(phase="route"), text)
    if _ENOUGH.match(text):
        if moves.just_said(moves.wording.say("done_enough")):
            return anytime.pause(moves, Reading(text, "pause"))
        moves.say("done_enough")
        return None
    moves.say("done_unclear")
    return None
