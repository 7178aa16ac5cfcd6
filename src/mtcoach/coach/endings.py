"""Where something ends: a theme, with its summary and a chance to amend; the evaluation."""

from __future__ import annotations

import re

from mtcoach.coach import opening
from mtcoach.coach.moves import Moves, numbered
from mtcoach.transcript.events import Finished
from mtcoach.transcript.sayings import Choice, Position, Summary


def ask_theme(moves: Moves, position: Position) -> list[Choice]:
    """Sums up a theme, and leaves a chance to amend."""
    theme = moves.library.themes[position.about]
    lines = tuple(moves.setting.summarise(moves.record, theme.id, moves.library))
    title = moves.wording.say("theme_title", title=theme.title)
    moves.sayings.append(Summary(theme=theme.id, title=title, lines=lines))
    moves.say("ask_amend")
    return numbered(
        [moves.wording.say("choice_on"), moves.wording.say("choice_review")],
        ["carry on", "review"],
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
    moves.say("done_unclear")
    return None
