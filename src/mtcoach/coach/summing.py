"""A theme's end: it is summed up, with a chance to amend, in any words, before we go on."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import anytime, assent, finding, items, path
from mtcoach.coach.moves import Moves, numbered
from mtcoach.coach.replies.understanding import read
from mtcoach.transcript.sayings import Choice, Position, Summary

BARE: Final = 1
"""A lone colour here is said out of habit by somebody who gives colours only."""
_STAGE: Final = re.compile(r"^\W*[sp][1-7]\b", re.IGNORECASE)
A_NAME: Final = 5
"""A reply of no more words may be the rough name of an item; a sentence must hold its topic."""


def ask(moves: Moves, position: Position) -> list[Choice]:
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


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Amends the item that a reply names; else goes on, once it is clear that that is meant."""
    reading = read(text, step="amend")
    bare = reading.rating and len(text.split()) <= BARE
    if assent.leave(text) or assent.yes(text) or (bare and not finding.number_in(text)):
        return path.onwards(moves.record, moves.library)
    found = _named(moves, text)
    if len(found) == 1:
        item = moves.library.items[found[0]]
        reading = read(text, step="amend", item=item)
        if reading.rating or reading.evidence or reading.next_step:
            doubt = items.amended(moves, item, reading)
            return doubt or path.onwards(moves.record, moves.library)
        return anytime.revisit(item.id, moves)
    if moves.just_said(moves.wording.say("theme_which")):
        return path.onwards(moves.record, moves.library)
    moves.say("theme_which")
    return None


def _named(moves: Moves, text: str) -> list[str]:
    """The items that a reply names: by number, by a short name, or by topic within a sentence."""
    if _STAGE.match(text):
        return []
    if number := finding.number_in(text):
        return finding.find_item(moves, number)
    if len(text.split()) <= A_NAME:
        return finding.find_item(moves, text)
    said = text.lower()
    known = [moves.library.items[name] for name in path.known(moves.record, moves.library)]
    return [item.id for item in known if item.topic.lower() in said]
