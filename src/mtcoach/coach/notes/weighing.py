"""Whether a note holds each element, as learned from notes: the patterns are one sign of many.

A note is looked at whole and piece by piece, and the two looks count alike: an element stands
in some words of a note, and what stands around them says whether it is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from mtcoach.coach.notes.marks import marks, pieces
from mtcoach.coach.words.learned import Learned, kept_in
from mtcoach.questions.models import ELEMENTS, Element

PRESENT: Final = "yes"
WHOLE: Final = "{} in all"
PIECE: Final = "{} in part"

_LEAST: Final = 0.35
"""How likely an element must be (set by cross-validation): a probe for what is there annoys."""


@cache
def learned() -> Mapping[str, Learned]:
    """What was learned of each element, of whole notes and of their pieces; read once."""
    return kept_in(Path(__file__).with_name("elements.json"))


def weighed(folded: str, shown: Mapping[Element, str]) -> dict[Element, str]:
    """The elements of a folded note with the words for each; `shown` are those by pattern."""
    kept = learned()
    whole = list(marks(folded, shown))
    parts = [(part, list(marks(part, within(part, shown)))) for part in pieces(folded)]
    found: dict[Element, str] = {}
    for element in ELEMENTS:
        in_part = kept[PIECE.format(element)]
        chance = kept[WHOLE.format(element)].hear(whole).shares[PRESENT]
        best, words = max(
            ((in_part.hear(each).shares[PRESENT], part) for part, each in parts),
            default=(chance, folded),
        )
        if (chance + best) / 2 >= _LEAST:
            found[element] = shown.get(element, words)
    return found


def within(part: str, shown: Mapping[Element, str]) -> dict[Element, str]:
    """What the patterns found in this part of a note."""
    return {element: words for element, words in shown.items() if words in part}
