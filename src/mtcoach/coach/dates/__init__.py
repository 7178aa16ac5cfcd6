"""Dates as schools say them: "by Easter", "end of term 2", "within six weeks" become a day.

Nothing here reads a clock: the day that it is, and the school terms, come from outside.
"""

from __future__ import annotations

from datetime import date

from mtcoach.coach.dates.placing import place
from mtcoach.coach.dates.points import Placement
from mtcoach.coach.dates.spans import MONTHS, WEEKDAYS

__all__ = ["Placement", "place", "spoken"]


def spoken(day: date) -> str:
    """`day` as the coach says it: `Thursday 25 March 2027`."""
    # Not strftime: its names follow the machine's language.
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{weekday.capitalize()} {day.day} {month.capitalize()} {day.year}"
