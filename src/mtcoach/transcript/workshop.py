"""The fold of a workshop's events: what a room has done with each item so far.

Pure, like `record.py`, whose part it is. Votes are here only as they were counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import assert_never

from mtcoach.transcript.events import (
    Concluded,
    Contributed,
    RoomOpened,
    RoundClosed,
    RoundDropped,
    RoundOpened,
    TalkOpened,
    Tally,
)

WorkshopEvent = (
    RoomOpened | RoundOpened | RoundClosed | RoundDropped | Contributed | TalkOpened | Concluded
)


@dataclass(frozen=True, slots=True)
class Round:
    """One silent vote on an item: `tally` is None while it is open. Seqs and times of both ends."""

    number: int
    opened: int
    opened_at: datetime
    tally: Tally | None = None
    closed: int | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's words, with the seq of the event that holds them."""

    seq: int
    text: str


@dataclass(frozen=True, slots=True)
class Handled:
    """What the room has done with one item.

    `talks` are the protocols used, in order; `talked_at` the seq of the last of them. `votes`
    counts every vote that was opened, also those called off. `set_aside` is the conclusion that
    a new vote takes the place of, and that stands again if that vote is called off.
    """

    item: str
    rounds: tuple[Round, ...] = ()
    voices: tuple[Voice, ...] = ()
    talks: tuple[str, ...] = ()
    talked_at: int = -1
    votes: int = 0
    conclusion: Concluded | None = None
    set_aside: Concluded | None = None

    @property
    def open_round(self) -> Round | None:
        """The vote that is open now."""
        last = self.rounds[-1] if self.rounds else None
        return last if last and last.tally is None else None

    @property
    def counted(self) -> tuple[Round, ...]:
        """The votes that were counted, in order."""
        return tuple(each for each in self.rounds if each.tally is not None)


@dataclass(frozen=True, slots=True)
class Workshop:
    """A room's work: how it was opened, each item as the room came to it, and which is on."""

    opened: RoomOpened
    current: str | None = None
    items: Mapping[str, Handled] = field(default_factory=dict)

    def on(self, item: str) -> Handled:
        """What the room has done with `item`: nothing yet, where it has not come to it."""
        return self.items.get(item) or Handled(item)


def after(workshop: Workshop | None, event: WorkshopEvent) -> Workshop | None:
    """The workshop after one more event; an event before any room was opened changes nothing."""
    if isinstance(event, RoomOpened):
        # A second room goes on in the same file: what the first one did is kept.
        return replace(workshop, opened=event, current=None) if workshop else Workshop(event)
    if workshop is None:
        return None
    handled = _handled(workshop.on(event.item), event)
    items = MappingProxyType({**workshop.items, event.item: handled})
    # Words may still come in on an item that the room has left.
    current = workshop.current if isinstance(event, Contributed) else event.item
    return replace(workshop, items=items, current=current)


def _handled(handled: Handled, event: WorkshopEvent) -> Handled:
    match event:
        case RoundOpened(number=number):
            opened = Round(number, event.seq, event.at)
            return replace(
                handled,
                rounds=(*_others(handled, number), opened),
                votes=max(handled.votes, number),
                conclusion=None,
                set_aside=handled.conclusion,
            )
        case RoundClosed(number=number, tally=tally):
            begun = next((each for each in handled.rounds if each.number == number), None)
            begun = begun or Round(number, event.seq, event.at)
            closed = replace(begun, tally=tally, closed=event.seq, closed_at=event.at)
            rounds = (*_others(handled, number), closed)
            votes = max(handled.votes, number)
            return replace(handled, rounds=rounds, votes=votes, set_aside=None)
        case RoundDropped(number=number):
            rounds = _others(handled, number)
            return replace(handled, rounds=rounds, conclusion=handled.set_aside, set_aside=None)
        case Contributed(text=text):
            return replace(handled, voices=(*handled.voices, Voice(event.seq, text)))
        case TalkOpened(protocol=protocol):
            talks = (*handled.talks, protocol)
            return replace(handled, talks=talks, talked_at=event.seq, conclusion=None)
        case Concluded():
            return replace(handled, conclusion=event, set_aside=None)
        case RoomOpened():
            return handled
        case _:
            assert_never(event)


def _others(handled: Handled, number: int) -> tuple[Round, ...]:
    return tuple(each for each in handled.rounds if each.number != number)
