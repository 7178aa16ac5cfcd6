"""School terms and breaks as values, and what can be looked up in them.

Nothing here reads a file or a clock: `calendars.py` reads the file, and the day
that it is comes from outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Final

from pydantic import Field, StringConstraints, model_validator

from mtcoach.questions.models import Data, Text

A_DAY: Final = timedelta(days=1)
LONGEST_BREAK: Final = 60
"""Days: no break of a school is longer, so farther back there is no school day to find."""


class Period(Data):
    """A term or a break: its name, other names for it, and its first and last day."""

    name: Text
    words: tuple[Text, ...] = ()
    begins: date
    ends: date

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name, *self.words)

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.ends < self.begins:
            raise ValueError(f"'{self.name}' ends before it begins; check the two dates")
        return self


class Day(Data):
    """A day with a name, such as an in-service day."""

    name: Text
    words: tuple[Text, ...] = ()
    on: date

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name, *self.words)


class Session(Data):
    """A school year: its terms in order, its breaks, its named days."""

    session: Annotated[str, StringConstraints(pattern=r"^20\d\d-\d\d$")]
    terms: Annotated[tuple[Period, ...], Field(min_length=1)]
    breaks: tuple[Period, ...] = ()
    days: tuple[Day, ...] = ()

    @property
    def begins(self) -> date:
        """Its first day with pupils."""
        return self.terms[0].begins

    @property
    def ends(self) -> date:
        """Its last."""
        return self.terms[-1].ends


class Calendar(Data):
    """The sessions that a council has set, the earliest first. An `example` is to be replaced."""

    calendar: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    title: Text
    about: Text | None = None
    example: bool = False
    sessions: tuple[Session, ...] = ()

    @property
    def terms(self) -> tuple[Period, ...]:
        """Every term, in order."""
        return tuple(term for session in self.sessions for term in session.terms)

    @property
    def breaks(self) -> Iterator[Period]:
        """Every break, in order."""
        return (each for session in self.sessions for each in session.breaks)

    @property
    def days(self) -> Iterator[Day]:
        """Every named day, in order."""
        return (each for session in self.sessions for each in session.days)

    def is_school_day(self, day: date) -> bool:
        """Whether pupils are in: a weekday of a term, and of no break."""
        weekday = day.weekday() < 5
        return (
            weekday
            and any(term.begins <= day <= term.ends for term in self.terms)
            and not any(each.begins <= day <= each.ends for each in self.breaks)
        )

    def last_school_day(self, until: date) -> date:
        """The last school day up to and with `until`; a weekday where no terms are known."""
        return self._near(until, -A_DAY)

    def first_school_day(self, since: date) -> date:
        """The first school day from `since` on; a weekday where no terms are known."""
        return self._near(since, A_DAY)

    def _near(self, day: date, step: timedelta) -> date:
        for count in range(LONGEST_BREAK):
            if self.is_school_day(day + count * step):
                return day + count * step
        while day.weekday() > 4:
            day += step
        return day


NONE: Final = Calendar(calendar="none", title="No calendar")
"""A calendar that knows no terms."""


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian rule: the Sunday after the first full moon of spring.

    The steps are the anonymous algorithm of 1876, good for every year of this calendar.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quarter, odd = divmod(rest, 4)
    sunday = (32 + 2 * left + 2 * quarter - epact - odd) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
