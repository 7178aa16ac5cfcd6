"""The search for people who can be found by subtraction, for tests of what a workshop shows.

A find is a sum or difference of what an observer knows that is exactly the votes of one to four
people. The votes of a person who voted the same twice cancel, as they do for whoever subtracts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mtcoach.questions.models import COLOURS, Colour
from mtcoach.transcript.events import Means, Tally
from mtcoach.workshop.ballots import LEAST

Choice = Colour | None | Literal["away"]
Observer = Literal["reader", "room", "facilitator"]
OBSERVERS: tuple[Observer, ...] = ("reader", "room", "facilitator")


OPEN_TO: Mapping[Observer, tuple[Means, ...]] = {
    "reader": (),
    "room": ("hands",),
    "facilitator": ("hands", "sheets"),
}
"""The ways of voting that hide nothing from an observer; a reader has what the tally shows."""


@dataclass(frozen=True)
class Person:
    """Somebody with a role and ways of voting, and their choice at each vote."""

    number: int
    role: str
    means: Means | tuple[Means, ...]
    choices: tuple[Choice, ...]

    def by(self, time: int) -> Means:
        """The way in which they vote at that time."""
        return self.means[time] if isinstance(self.means, tuple) else self.means


@dataclass(frozen=True)
class Time:
    """What an observer has of one vote, as marks: what they saw for themselves, what we showed."""

    seen: tuple[int, ...]
    shown: tuple[int, ...]


@dataclass(frozen=True)
class Sums:
    """What an observer can add and take away, vote by vote, and which votes are secret to them."""

    times: tuple[Time, ...]
    secret: int


def marked(people: Iterable[Person], time: int) -> int:
    """The votes of `people` as one number, with a place of its own for each person and colour.

    Numbers of this kind can be added and taken away, place by place.
    """
    return sum(
        64 ** (3 * person.number + COLOURS.index(choice))
        for person in people
        if (choice := person.choices[time]) in COLOURS
    )


def known_to(observer: Observer, people: Sequence[Person], counted: Sequence[Tally]) -> Sums:
    """All that an observer has of the votes that were counted."""
    times: list[Time] = []
    given = opened = 0
    for time, each in enumerate(counted):
        ways = OPEN_TO[observer] or (("hands",) if each.hands else ())
        raised = [marked([p for p in people if p.by(time) == way], time) for way in ways]
        shown: list[int] = []
        if each.spread is not None:
            shown.append(marked([p for p in people if p.by(time) not in ways], time))
        for role in each.groups:
            of_role = [p for p in people if p.role == role and p.by(time) == "phones"]
            shown.append(marked(of_role, time))
        # A reader saw no hands: what they have of them is shown by us.
        seen, told = ([], [*raised, *shown]) if observer == "reader" else (raised, shown)
        times.append(Time(tuple(seen), tuple(told)))
        given |= marked(people, time)
        for each_raised in raised:
            opened |= each_raised
    return Sums(tuple(times), given & ~opened)


def found(sums: Sums, people: int) -> bool:
    """Whether some vote that was shown leads to exactly one to four people, a secret among them.

    What people give away by raising their hands is theirs to give; a sum that nothing shown has
    a part in is no find.
    """
    places = sum(1 << 6 * place for place in range(3 * people))
    reached = {0}
    for time in sums.times:
        without = _reached(reached, time.seen)
        reached = _reached(without, time.shown)
        if any(_few(one, places) and one & sums.secret for one in reached - without):
            return True
    return False


def _reached(sums: set[int], marks: Iterable[int]) -> set[int]:
    """All sums there are with each of `marks` added, taken away or left."""
    for each in marks:
        sums = {total for one in sums for total in (one, one + each, one - each)}
    return sums


def _few(one: int, places: int) -> bool:
    """Whether a sum is exactly the votes of one to four people."""
    return one > 0 and one.bit_count() < LEAST and not one & ~places
