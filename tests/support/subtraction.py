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


@dataclass(frozen=True)
class Person:
    """Somebody with a role and a way of voting, and their choice at each vote."""

    number: int
    role: str
    means: Means
    choices: tuple[Choice, ...]


def marked(people: Iterable[Person], time: int) -> int:
    """The votes of `people` as one number, with a place of its own for each person and colour.

    Numbers of this kind can be added and taken away, place by place.
    """
    return sum(
        64 ** (3 * person.number + COLOURS.index(choice))
        for person in people
        if (choice := person.choices[time]) in COLOURS
    )


def known_to(observer: Observer, people: Sequence[Person], counted: Sequence[Tally]) -> list[int]:
    """All that an observer has of the sealed votes, as marks."""
    open_to: Mapping[Observer, tuple[Means, ...]] = {
        "reader": (),
        "room": ("hands",),
        "facilitator": ("hands", "sheets"),
    }
    known = []
    for time, each in enumerate(counted):
        if each.spread is None:
            continue
        left = [
            person
            for person in people
            if person.means not in open_to[observer]
            and not (person.means == "hands" and each.hands)
        ]
        known.append(marked(left, time))
        for role in each.groups:
            of_role = [p for p in people if p.role == role and p.means == "phones"]
            known.append(marked(of_role, time))
    return known


def found(known: Sequence[int], people: int) -> bool:
    """Whether adding and taking away leaves exactly one to four people, a vote each."""
    places = sum(1 << 6 * place for place in range(3 * people))
    sums = {0}
    for each in known:
        sums |= {one + each for one in sums} | {one - each for one in sums}
    return any(one > 0 and one.bit_count() < LEAST and not one & ~places for one in sums)
