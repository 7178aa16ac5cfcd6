"""The learned listener: what a reply most likely means, and which of its words say so.

The rules know forms of words; this knows what many replies have in common, and so hears
wordings that no rule names. Weights are learned by `benchmarks/understanding/train.py`
and kept in `listener.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from mtcoach.coach.replies import chosen
from mtcoach.coach.replies.signs import by_kind, signs
from mtcoach.coach.words.learned import Heard, Learned, kept_in
from mtcoach.questions.models import Colour

Matter = Literal["intent", "colour", "verdict", "told"]
"""What was learned: the intent, which named colour is the rating, the colour that a
judgement implies, whether practice is told."""

MATTERS: Final[tuple[Matter, ...]] = get_args(Matter)


@cache
def learned() -> Mapping[str, Learned]:
    """What was learned, by matter; read once."""
    return kept_in(Path(__file__).with_name("listener.json"))


def hear(matter: Matter, text: str, step: str, heard: str) -> Heard:
    """What `text` most likely means in one matter; `heard` is what the rules make of it."""
    return learned()[matter].hear(signs(text, step, heard), by_kind(text))


def rated(text: str, step: str) -> dict[Colour, float]:
    """The colours that `text` names, each with how sure (0 to 1) it is that this is the rating."""
    kept = learned()["colour"]
    return {
        colour: kept.hear(chosen.signs(text, step, colour)).shares["rating"]
        for colour in chosen.named(text)
    }
