"""Ratings and states as a person sees them: letter, then word, then colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from mtcoach.terminal.glyphs import glyphs

if TYPE_CHECKING:
    from mtcoach.questions.models import Colour
    from mtcoach.transcript.record import Answer


@dataclass(frozen=True, slots=True)
class Mark:
    """How a rating or a state is shown: the letter carries it, the style only helps."""

    letter: str
    word: str
    style: str


RATINGS: Mapping[Colour, Mark] = {
    "red": Mark("R", "red", "bold $text-error"),
    "amber": Mark("A", "amber", "bold $text-warning"),
    "green": Mark("G", "green", "bold $text-success"),
}


def mark(answer: Answer) -> Mark:
    """The mark of `answer`: a state that puts the rating aside comes before it."""
    states = {
        "unknown": Mark("?", "not known yet", "bold $text-primary"),
        "skipped": Mark(glyphs().skipped, "skipped", "$foreground-muted"),
        "not_applicable": Mark("n/a", "does not apply", "$foreground-muted"),
    }
    if answer.status in states:
        return states[answer.status]
    if answer.rating is not None:
        return RATINGS[answer.rating]
    if answer.status == "answered":
        return Mark(glyphs().done, "no colour", "$foreground")
    return Mark(glyphs().open, "open", "$foreground-muted")


def tally(colours: Mapping[Colour, int]) -> Content:
    """How many of each colour: `R2 A3 G2`; colours without any are left out."""
    parts = [
        Content.styled(f"{shown.letter}{colours[colour]}", shown.style)
        for colour, shown in RATINGS.items()
        if colours.get(colour)
    ]
    return Content(" ").join(parts)
