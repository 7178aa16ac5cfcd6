"""The time of a workshop: minutes an item, what has been used, ahead or behind.

Pure: all times come from the events and from `now`. Time runs from the first vote, so that a
room may be made ready the day before, and only while somebody sits: not between a pause and
the resuming of it, and not while the app was down for longer than a restart takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from mtcoach.findings.words import capital, counted
from mtcoach.transcript.events import (
    Concluded,
    Event,
    Finished,
    Paused,
    Resumed,
    RoomOpened,
    RoundOpened,
    TalkOpened,
)

RESTART: Final = timedelta(minutes=10)
"""How long the app may be down while the room sits on; a longer gap is another sitting."""

ON_TIME: Final = 1.0
"""Minutes ahead or behind that are nothing to speak of."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One item's share: minutes planned and spent, and whether the room has concluded it."""

    item: str
    planned: float
    spent: float
    done: bool


@dataclass(frozen=True, slots=True)
class TimePlan:
    """A workshop's time in minutes, as it stands at one moment.

    `behind` is below 0 where the room is ahead; `each` is what every item that is not
    concluded can have from here, the one on the table included.
    """

    minutes: int
    slots: tuple[Slot, ...]
    current: str | None
    elapsed: float
    behind: float
    each: float
    sentence: str

    @property
    def left(self) -> float:
        """Minutes left of the plan; below 0 once it is over."""
        return self.minutes - self.elapsed

    @property
    def done(self) -> int:
        """How many items the room has concluded."""
        return sum(slot.done for slot in self.slots)


def plan(minutes: int, items: Sequence[str], events: Iterable[Event], now: datetime) -> TimePlan:
    """The time of a workshop on `items`, from its events in their order, at `now`.

    Of several workshops in one transcript it is the time of the last one opened.
    """
    clock = _Clock()
    for event in events:
        clock.take(event)
    clock.run_to(now)
    share = minutes / len(items) if items else 0.0
    slots = tuple(
        Slot(item, share, clock.spent.get(item, 0.0) / 60, item in clock.done) for item in items
    )
    elapsed = sum(clock.spent.values()) / 60
    open_slots = [slot for slot in slots if not slot.done]
    here = next((slot for slot in open_slots if slot.item == clock.current), None)
    allowed = share * (len(slots) - len(open_slots)) + min(here.spent if here else 0.0, share)
    left = max(0.0, minutes - elapsed) + (here.spent if here else 0.0)
    each = left / len(open_slots) if open_slots else 0.0
    behind = elapsed - allowed
    sentence = " ".join(_said(slots, clock, behind, each, minutes - elapsed))
    return TimePlan(minutes, slots, clock.current, elapsed, behind, each, sentence)


@dataclass(slots=True)
class _Clock:
    """Adds up the seconds in which the room sat over each item."""

    spent: dict[str, float] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    current: str | None = None
    running: bool = False
    at: datetime | None = None

    def take(self, event: Event) -> None:
        match event:
            case RoomOpened():
                self.spent, self.done, self.current, self.running = {}, set(), None, False
            case Resumed():
                # Without a pause the app was killed; the room sat on while it was started again.
                if self.running and self.at and event.at - self.at <= RESTART:
                    self.run_to(event.at)
                self.running = self.current is not None
            case Paused() | Finished():
                self.run_to(event.at)
                self.running = False
            case _:
                self.run_to(event.at)
                self._move(event)
        self.at = event.at

    def run_to(self, moment: datetime) -> None:
        """Gives the time since the last event to the item on the table."""
        if self.running and self.current and self.at and moment > self.at:
            seconds = (moment - self.at).total_seconds()
            self.spent[self.current] = self.spent.get(self.current, 0.0) + seconds
        self.at = moment

    def _move(self, event: Event) -> None:
        match event:
            case RoundOpened(item=item) | TalkOpened(item=item):
                self.current, self.running = item, True
                self.done.discard(item)
            case Concluded(item=item):
                self.done.add(item)


def _said(
    slots: Sequence[Slot], clock: _Clock, behind: float, each: float, left: float
) -> Iterator[str]:
    """Where the room is, in a sentence or two."""
    open_slots = [slot for slot in slots if not slot.done]
    if clock.current is None:
        items, share = counted(len(slots), "item"), _minutes(slots[0].planned if slots else 0.0)
        yield f"{capital(items)}, {share} each. The time begins with the first vote."
        return
    if not open_slots:
        over = _minutes(left) + " left" if left >= 0 else _minutes(-left) + " over"
        done = f"All {len(slots)} items are" if len(slots) > 1 else "The one item is"
        yield f"{done} done, with {over}."
        return
    names = [slot.item for slot in slots]
    place = names.index(clock.current) + 1 if clock.current in names else len(slots)
    where = f"Item {place} of {len(slots)}"
    if left <= 0:
        yield f"{where}, and the time is up with {counted(len(open_slots), 'item')} to go."
        return
    yield f"{where}, {_pace(behind)}: {_minutes(each)} each from here."


def _pace(behind: float) -> str:
    if abs(behind) < ON_TIME:
        return "on time"
    return f"{_minutes(abs(behind))} {'behind' if behind > 0 else 'ahead'}"


def _minutes(minutes: float) -> str:
    """Minutes to the nearest one, in figures: people read them off a wall."""
    whole = int(minutes + 0.5)
    if whole == 0:
        return "under a minute"
    return f"{whole} {'minute' if whole == 1 else 'minutes'}"
