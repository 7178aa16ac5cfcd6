"""Where the parts of a picture go, and the picture as a drawing. Its template draws it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from mtcoach.report.narrative import Chart, Kinds, Moves, Picture

if TYPE_CHECKING:
    from jinja2 import Environment

WIDTH: Final = 640
"""Width of a whole bar, in the units of the drawing."""

STEP: Final = 74
"""Distance from one bar to the next: its label above, the bar below."""

NARROW: Final = 34
"""A part narrower than this holds its letter only, without its count."""


DRAWINGS: Final[dict[str, str]] = {
    "chart": "chart.svg.jinja",
    "kinds": "kinds.svg.jinja",
    "moves": "moves.svg.jinja",
}
"""The template that draws each kind of picture."""

LEFT: Final = 160
"""Where the bars for kinds of evidence begin: their names stand to the left."""

ROOM: Final = 400
"""Width of a bar that all notes would fill."""

LINE: Final = 32
"""Height of a line with such a bar, or with a question that moved."""

NAMES: Final = 230
"""Room for the names of questions that moved."""


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


def ranged(kinds: Kinds) -> dict[str, Any]:
    """The bars of `kinds` in place, theme under theme."""
    themes = []
    y = 0
    for theme in kinds.themes:
        rows = [
            {
                "kind": kind,
                "word": word,
                "count": count,
                "y": 26 + index * LINE,
                "width": round(ROOM * count / max(theme.noted, 1), 1),
            }
            for index, (kind, word, count) in enumerate(theme.kinds)
        ]
        themes.append({"label": theme.label, "noted": theme.noted, "y": y, "rows": rows})
        y += 26 + LINE * len(rows) + 16
    return {"themes": themes, "left": LEFT, "room": ROOM, "height": max(y - 16, 1)}


def placed(moves: Moves) -> dict[str, Any]:
    """The rings, circles and arrows of `moves` in place, a line for each question."""
    gap = (WIDTH - NAMES - 60) / max(len(moves.steps) - 1, 1)
    steps = [
        {"word": word, "letter": letter, "x": round(NAMES + 20 + index * gap, 1)}
        for index, (letter, word) in enumerate(moves.steps)
    ]
    at = {step["letter"]: float(str(step["x"])) for step in steps}
    rows = []
    for index, moved in enumerate(moves.moved):
        right = 1 if at[moved.now] > at[moved.then] else -1
        rows.append(
            {
                "label": moved.label,
                "then": moved.then,
                "now": moved.now,
                "y": 44 + index * LINE,
                "then_x": at[moved.then],
                "now_x": at[moved.now],
                "from": at[moved.then] + 11 * right,
                "to": at[moved.now] - 13 * right,
                "tip": -9 * right,
            }
        )
    return {
        "id": slug(moves.title),
        "steps": steps,
        "rows": rows,
        "height": 34 + LINE * max(len(rows), 1),
    }


def slug(title: str) -> str:
    """An id from a title: several drawings in one document must not share what names them."""
    return "drawn-" + re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


FILTERS: Final = {"drawn": drawn, "ranged": ranged, "placed": placed, "slug": slug}
"""What the templates of the drawings call."""


def svg(picture: Picture) -> str:
    """`picture` as a drawing that stands alone."""
    template = _environment().get_template(DRAWINGS[picture.kind])
    return template.render(picture=picture).strip()


def png(picture: Picture) -> bytes:
    """`picture` as one that Word can show, sharp enough for print."""
    from mtcoach.report.layouts.typesetting import typeset

    page = (
        "#set page(width: 640pt, height: auto, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    )
    return typeset(page.encode(), "png", {"svg": svg(picture)}, ppi=200)


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
    environment.filters |= FILTERS
    return environment
