"""How far a vote agrees: two published measures, the middle, and the shape of a spread.

Pure, over counts of ordered steps. Colours are never averaged into a colour; a measure says how
near people stand to each other, and never where the school stands.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, Literal

from mtcoach.questions.models import COLOURS, Colour

Shape = Literal["agreed", "lone", "scattered", "split"]

MOST: Final = 0.75
"""The share of a vote that makes it agreed: "most" in HGIOS4's words for shares."""

FEW: Final = 0.15
"""The share up to which people are few, to the nearest person: "few" in the same words."""

FACING: Final = 3
"""Two neighbouring colours face each other where each has this many times the third's votes."""

POLES: Final = -0.25
"""Van der Eijk's A from here down: more people at the two ends than the middle can join."""


def agreement(spread: Mapping[Colour, int]) -> float:
    """Van der Eijk's A of a vote: 1 all on one colour, 0 evenly spread, -1 half at each end."""
    return agreement_of(_counts(spread))


def agreement_of(counts: Sequence[int]) -> float:
    """Van der Eijk's A over any ordered scale of three or more steps (Quality & Quantity 35, 2001).

    The counts are taken apart into layers, each as high as its lowest step that is not
    empty; A is the mean of the layers' own agreement, each with the weight of its people.
    Raises `ValueError` where nobody voted.
    """
    left, everybody, found = list(counts), _size(counts), 0.0
    while any(left):
        height = min(count for count in left if count)
        pattern = [bool(count) for count in left]
        found += _layer(pattern) * height * sum(pattern) / everybody
        left = [count - height if count else 0 for count in left]
    return found


def _layer(pattern: Sequence[bool]) -> float:
    """The agreement of a layer that is flat over the steps that are True (equations 1 and 2)."""
    steps, held = len(pattern), sum(pattern)
    triples = list(combinations(pattern, 3))
    together = sum(triple in ((True, True, False), (False, True, True)) for triple in triples)
    apart = sum(triple == (True, False, True) for triple in triples)
    if held == 1:
        return 1.0
    if not together + apart:
        return 0.0
    unimodal = ((steps - 2) * together - (steps - 1) * apart) / ((steps - 2) * (together + apart))
    return unimodal * (1 - (held - 1) / (steps - 1))


def consensus(spread: Mapping[Colour, int]) -> float:
    """Tastle and Wierman's consensus of a vote: 1 all on one colour, 0 half at each end."""
    return consensus_of(_counts(spread))


def consensus_of(counts: Sequence[int]) -> float:
    """Tastle and Wierman's consensus over any ordered scale (IJAR 45, 2007).

    The mean in it is a place from which distances are taken and is shown to nobody.
    Raises `ValueError` where nobody voted.
    """
    everybody, width = _size(counts), len(counts) - 1
    middle = sum(step * count for step, count in enumerate(counts)) / everybody
    return 1 + sum(
        count / everybody * math.log2(1 - abs(step - middle) / width)
        for step, count in enumerate(counts)
        if count
    )


def median(spread: Mapping[Colour, int]) -> Colour | tuple[Colour, Colour]:
    """The colour of the middle voter; both colours, the lower first, where it falls between two.

    Raises `ValueError` where nobody voted.
    """
    lower, upper = _middle(_counts(spread))
    return COLOURS[lower] if lower == upper else (COLOURS[lower], COLOURS[upper])


def shape(spread: Mapping[Colour, int]) -> Shape:
    """What a vote looks like to somebody who has to lead the talk about it.

    - agreed: most chose one colour, and nobody stands two steps from it;
    - lone: one person, or few, stand two steps from a colour that most of the others chose;
    - split: two camps, with nobody or hardly anybody at the third colour, or more people at
      the two ends than the middle can join;
    - scattered: anything else: all three colours, and no camps.

    Raises `ValueError` where nobody voted.
    """
    red, amber, green = counts = _counts(spread)
    everybody = _size(counts)
    least, second, top = sorted(counts)
    opposite = min(red, green) if amber < top else 0
    if not opposite and top >= MOST * everybody:
        return "agreed"
    if 0 < opposite <= few(everybody) and top >= MOST * (everybody - opposite):
        return "lone"
    ends = amber == least and (least <= few(everybody) or agreement_of(counts) <= POLES)
    return "split" if ends or second >= FACING * least else "scattered"


def few(everybody: int) -> int:
    """How many of a room are few: at least one person, else `FEW` of it to the nearest person."""
    return max(1, math.floor(FEW * everybody + 0.5))


def role_gap(groups: Mapping[str, Mapping[Colour, int]]) -> tuple[str, str] | None:
    """The two groups whose medians lie furthest apart, by a step or more; the lower one first.

    `groups` are those that may be shown; None where no two are a step apart. Of groups that
    stand alike the largest is named.
    """
    places = {name: _place(votes) for name, votes in groups.items() if any(votes.values())}
    if not places:
        return None
    by_size = sorted(places, key=lambda name: (-sum(groups[name].values()), name))
    low, high = min(by_size, key=places.__getitem__), max(by_size, key=places.__getitem__)
    return (low, high) if places[high] - places[low] >= 1 else None


def _place(spread: Mapping[Colour, int]) -> float:
    """Where the median stands on the scale, from 0; between two steps at their half."""
    lower, upper = _middle(_counts(spread))
    return (lower + upper) / 2


def _middle(counts: Sequence[int]) -> tuple[int, int]:
    """The steps at which the two middle voters stand; the same one where there is one middle."""
    everybody = _size(counts)
    places = [step for step, count in enumerate(counts) for _ in range(count)]
    return places[(everybody - 1) // 2], places[everybody // 2]


def _counts(spread: Mapping[Colour, int]) -> list[int]:
    return [spread.get(colour, 0) for colour in COLOURS]


def _size(counts: Sequence[int]) -> int:
    if not any(counts):
        raise ValueError("nobody voted, so there is nothing to measure")
    return sum(counts)
