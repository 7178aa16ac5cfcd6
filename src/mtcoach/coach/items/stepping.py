"""A reply to "what would move it on?": a step, one of those suggested, or a second thought."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mtcoach.coach.asides.pointing import both
from mtcoach.coach.items.advancing import advance
from mtcoach.coach.items.held import items_closed, keep_words, own_up
from mtcoach.coach.moves import Moves, word_of
from mtcoach.coach.notes.evidence import absence
from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.steps import (
    beside_colour,
    gives_reason,
    opens_with_colour,
    planned,
    reported,
)
from mtcoach.coach.replies.understanding import read
from mtcoach.questions.models import COLOURS, Item
from mtcoach.transcript.events import Noted, StepNoted
from mtcoach.transcript.sayings import Position


def hear(moves: Moves, position: Position, item: Item, reading: Reading) -> Position | None:
    """Keeps the step, or what was said in its place, and goes on."""
    text = reading.text.strip()
    suggested = {known.do for colour in COLOURS for known in item.next_steps.at(colour)}
    if both(text):
        for choice in moves.record.choices:
            if choice.says in suggested:
                moves.decide(StepNoted(item=item.id, text=choice.says, suggested=True))
    elif text in suggested:
        moves.decide(StepNoted(item=item.id, text=text, suggested=True))
    elif coloured := coloured_step(item, text):
        return _hear_second_thought(moves, position, item, coloured)
    elif reading.rating and not planned(reading.next_step or ""):
        return _hear_second_thought(moves, position, item, replace(reading, next_step=None))
    elif reading.intent == "unsure" and absence(text):
        # What has not been looked at is no step; it is a finding.
        moves.decide(Noted(item=item.id, text=text))
        own_up(moves, item)
    elif reported(text) and reading.evidence and not reading.next_step:
        keep_words(moves, item, reading)
        said = moves.wording.say("step_reported")
        if not moves.just_said(said):  # asked once more, and no more than once
            moves.line(said)
            return position
    elif not _no_step(text):
        keep_words(moves, item, reading)
    return advance(moves, item, "next_step", position)


A_REASON: Final = 3
"""From so many words on, what stands beside a colour is why, unless it is about the speaker."""


def coloured_step(item: Item, text: str) -> Reading | None:
    """A reply to "what next?" that opens with a colour: the colour, and a step or a reason."""
    told = read(text, step="rate", item=item)
    if told.stated and told.next_step and told.evidence:
        return told
    if not told.stated or told.options or not opens_with_colour(text):
        return None
    rest = beside_colour(text)
    if told.next_step:
        return told
    if planned(rest):
        return replace(told, evidence=None, next_step=rest)
    about_us = len(rest.split()) >= A_REASON and not rest.lower().startswith(("i ", "i'"))
    reason = rest if told.evidence or gives_reason(text) or about_us else ""
    return replace(told, evidence=reason or None)


def _hear_second_thought(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    """A colour where a next step was asked for is a second thought; the step is still asked."""
    before = moves.record.answer(item.id).rating
    keep_words(moves, item, reading)
    if reading.rating == before and not reading.evidence:
        return advance(moves, item, "next_step", position)  # said again: there is nothing to add
    if reading.rating == before and not reading.next_step:
        moves.say("second_thought_kept")
    elif not reading.next_step:
        colour = word_of(moves.library, reading.rating or "amber")
        why = moves.wording.say("second_thought_why") if reading.evidence else ""
        named = {"colour": colour, "Colour": colour.capitalize()}
        moves.say("second_thought", items_closed(moves.record), **named, extra=why)
    return advance(moves, item, "probe", position)


_REFUSED: Final = re.compile(
    r"^\W*(?:no|naw|nah|nope|none|nothing|forget (?:it|that)|leave (?:it|that)|n/?a|never ?mind"
    r"|not (?:yet|now|sure)|nobody knows)\b"
    r"|^\W*(?:finish(?:ed)?|done|the end|carry on|that'?s (?:it|all|me))\W*$",
    re.IGNORECASE,
)
REFUSAL_WORDS: Final = 6
"""A reply that begins with a refusal and is no longer than this names no next step."""


def _no_step(text: str) -> bool:
    return bool(_REFUSED.match(text)) and len(text.split()) <= REFUSAL_WORDS
