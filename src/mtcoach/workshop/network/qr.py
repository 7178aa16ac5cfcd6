"""A QR code as SVG for a page and as lines for a terminal."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import Final

_HALVES: Final = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
QUIET: Final = 2
"""Light modules around the code, without which a phone does not find it."""


@lru_cache(maxsize=8)
def svg(text: str, title: str) -> str:
    """The code as an inline drawing, dark on light whatever is around it."""
    import segno

    code = segno.make(text, error="m", micro=False)
    drawn: str = code.svg_inline(
        border=4,
        omitsize=True,
        dark="#000",
        light="#fff",
        title=title,
        svgclass="qr",
        lineclass=None,
    )
    return drawn.replace("<svg ", '<svg role="img" ', 1)


def lines(text: str) -> tuple[str, ...]:
    """The code in half blocks, two modules high: dark ink, to be put on light ground."""
    import segno

    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=QUIET)]
    return tuple(
        "".join(
            _HALVES[bool(upper), bool(lower)] for upper, lower in zip_longest(*pair, fillvalue=0)
        )
        for pair in zip_longest(rows[::2], rows[1::2], fillvalue=[0] * len(rows[0]))
    )
