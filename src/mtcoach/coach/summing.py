"""After a theme is summed up: a chance to amend, in any words, before we go on."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import anytime, assent, finding, items, path
from mtcoach.coach.moves import Moves
from mtcoach.coach.replies.understanding import read
from mtcoach.transcript.sayings import Position

_NUMBER: Final = re.compile(
    r"(?:^\W*|\b(?:q|question|number|item) ?)(\d{1,2}(?:\.\d{1,2})?)"
    r"(?= (?:is|was|should|ought|needs|could|to|as|more|isn)|\W*$|,)",
    re.IGNORECASE,
)
"""An item's number: at the beginning or called one. "It took 9 weeks" names no question."""


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Amends the item that a reply names; else goes on, once it is clear that that is meant."""
    if assent.leave(text) or assent.yes(text):
        return path.onwards(moves.record, moves.library)
    found = _named(moves, text)
    if len(found) == 1:
        item = moves.library.items[found[0]]
        reading = read(text, step="amend", item=item)
        if reading.rating or reading.evidence or reading.next_step:
            items.amended(moves, item, reading)
            return path.onwards(moves.record, moves.library)
        return anytime.revisit(item.id, moves)
    if moves.just_said(moves.wording.say("theme_which")):
        return path.onwards(moves.record, moves.library)
    moves.say("theme_which")
    return None


def _named(moves: Moves, text: str) -> list[str]:
    """The items that a reply names by number or topic."""
    for number in _NUMBER.findall(text):
        if found := path.numbered_item(moves.record, moves.library, number, None):
            return [found]
    return finding.find_item(moves, text)
