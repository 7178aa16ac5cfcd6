"""What a position remembers of a row: which cells were doubted, which wait, what was asked.

A row that came in one message may leave several doubts. They are put one after the other,
each once, and then the talk goes on where it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from mtcoach.transcript.events import PLAN_FIELDS, PlanField
from mtcoach.transcript.sayings import Position

_STEPS: Final = ("", *PLAN_FIELDS, "more")
_CELLS: Final = len(PLAN_FIELDS)


@dataclass(frozen=True, slots=True)
class Memory:
    """Kept in `Position.asked`: a bit for each cell doubted, one for each waiting, the step."""

    done: frozenset[PlanField] = frozenset()
    waiting: frozenset[PlanField] = frozenset()
    origin: str = ""
    """The step at which the message came that is in doubt; empty where none is."""

    @classmethod
    def of(cls, position: Position) -> Memory:
        """As `position` keeps it."""
        origin = position.asked >> 2 * _CELLS
        known = _STEPS[origin] if origin < len(_STEPS) else ""
        return cls(_cells(position.asked), _cells(position.asked >> _CELLS), known)

    @property
    def bits(self) -> int:
        """The number that `of` reads."""
        origin = _STEPS.index(self.origin) << 2 * _CELLS
        return _number(self.done) + (_number(self.waiting) << _CELLS) + origin

    def at_rest(self) -> Memory:
        """With nothing waiting and nowhere to go back to."""
        return replace(self, waiting=frozenset(), origin="")


def _cells(number: int) -> frozenset[PlanField]:
    return frozenset(field for at, field in enumerate(PLAN_FIELDS) if number >> at & 1)


def _number(cells: frozenset[PlanField]) -> int:
    return sum(1 << at for at, field in enumerate(PLAN_FIELDS) if field in cells)
