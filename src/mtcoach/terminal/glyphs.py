"""Signs in pairs: what a terminal shows where its encoding has it, and plain ASCII elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from functools import cache


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs the screens use."""

    here: str = "▸"
    done: str = "✓"
    open: str = "·"
    skipped: str = "–"
    more: str = "…"
    up: str = "↑"
    bullet: str = "•"
    step: str = "→"
    between: str = " · "
    bar: str = "█"


ASCII = Glyphs(">", "*", ".", "-", "...", "^", "*", "->", " - ", "#")


def chosen(encoding: str | None) -> Glyphs:
    """The signs for a terminal that writes in `encoding`."""
    signs = Glyphs()
    try:
        for sign in fields(signs):
            getattr(signs, sign.name).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return signs


@cache
def glyphs() -> Glyphs:
    """The signs for this terminal."""
    return chosen(getattr(sys.__stdout__, "encoding", None))
