"""Where the rectangles of a chart go, and the chart as a picture. The template draws them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from mtcoach.report.narrative import Chart

if TYPE_CHECKING:
    from jinja2 import Environment

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


def svg(chart: Chart) -> str:
    """`chart` as a drawing that stands alone."""
    text = _environment().get_template("chart.svg.jinja").render(chart=chart)
    return text.strip()


def png(chart: Chart) -> bytes:
    """`chart` as a picture, sharp enough for print."""
    from mtcoach.report.layouts.typesetting import typeset

    page = (
        "#set page(width: 640pt, height: auto, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    )
    return typeset(page.encode(), "png", {"svg": svg(chart)}, ppi=200)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("mtcoach.report", "templates/layout"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    environment.filters["drawn"] = drawn
    return environment
