"""Where the rectangles of a chart go. The template draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mtcoach.report.narrative import Chart

WIDTH: Final = 640
"""Width of a whole bar, in the units of the drawing."""

STEP: Final = 74
"""Distance from one bar to the next: its label above, the bar below."""

NARROW: Final = 34
"""A part narrower than this holds its letter only, without its count."""


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a bar."""

    step: str
    x: float
    width: float
    said: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar in place."""

    label: str
    y: int
    parts: tuple[Part, ...]


def drawn(chart: Chart) -> tuple[Drawn, ...]:
    """The bars of `chart` with every part in place; each bar is a whole."""
    bars = []
    for index, bar in enumerate(chart.bars):
        parts = []
        x = 0.0
        for step, letter, word, count in bar.parts:
            if not count:
                continue
            width = WIDTH * count / bar.total
            said = f"{letter} {count}" if width >= NARROW else letter
            parts.append(Part(step, round(x, 1), round(width, 1), said, word, count))
            x += width
        bars.append(Drawn(bar.label, index * STEP, tuple(parts)))
    return tuple(bars)
